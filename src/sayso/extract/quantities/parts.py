"""Counts beside each other: which is part of which, what is told of all, what one takes from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.quantities.bounds import Bound
from sayso.extract.quantities.counted import is_estimate, is_large, may_be_people, of_those, run
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.outcome import PEOPLE
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.units import Measure
from sayso.extract.saying import sentence
from sayso.model import Category
from sayso.nlp import Passage
from sayso.span import Span

_M = re.compile(r"m(?![^\W_]|/)")
PARTS = r"(?:\b(?:including|include[sd]?|among them|of (?:whom|which|them))\b"
_PART = re.compile(rf"{PARTS}|\bof those\b)[^.;]{{0,25}}$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|whom|which)\b", re.I)
_OF_ALL = re.compile(r"(?:^|[.;:”\"]\s+)Of\s+(?:(?:the|these|those|all|its)\s+)?$")
_WHOLE = re.compile(r"\s*(?:[\w\s-]{0,40}\sout\s+)?of\s+(?:(?:the|its|their|all|a total of)\s+)?", re.I)
_AHEAD, _BEHIND = 10, 3  # tokens around an amount of which one may say that it is money


@dataclass(frozen=True, slots=True)
class Count:
    """A number that counts something. Positions are those of the passage."""

    number: Number
    bound: Bound
    tokens: Tokens
    noun: Token | None
    measure: Measure | None
    category: Category
    verb: Token | None
    unit: str
    end: int


def parts_of(passage: Passage, counts: list[Count]) -> dict[int, int]:
    """Which count is part of which other, where the text says so: number in order → number in order."""
    found: dict[int, int] = {}
    text = passage.text
    for n, (a, b) in enumerate(pairwise(counts)):
        if not _in_one_sentence(a, b):
            continue
        if _OF_ALL.search(text[: a.bound.start]):  # "Of the 90 cases, 60 are …, 30 are …"
            found.update((m, n) for m in range(n + 1, len(counts)) if _in_one_sentence(a, counts[m]))
        gap, after = text[a.number.whole.end : b.bound.start], text[b.number.whole.end :][:20]
        if _PART.search(gap) or _OF_THEM.match(after) or (b.unit == a.unit and of_those(b.tokens)):
            if whole := whole_of(b, counts[: n + 1]):
                found[n + 1] = counts.index(whole)
        elif _WHOLE.fullmatch(gap) and b.number.low >= a.number.low and a.number.value is not None:
            found[n] = n + 1
    for m, whole in enumerate(counts):
        for part in _members(whole, counts):
            if part.category == whole.category:
                found[counts.index(part)] = m
    return found


def whole_of(part: Count, before: Sequence[Count]) -> Count | None:
    """What a count is a part of, if it is called one: of nothing that is less, of people if these are."""
    doc, at = part.tokens.doc, part.tokens.end + 2
    ill = doc[at : at + 1].text == "in"  # "taken to three wards, 15 of them in critical condition"
    noun = run(doc, at + ill) if doc[at - 2 : at].text == "of them" else None
    people = noun is not None and (noun.lower_ == "condition" if ill else may_be_people(noun, strictly=True))
    here = [c for c in reversed(before) if c.tokens.doc is doc and not (c.measure or part.measure)]
    first = sentence(part.tokens[0]).start
    near = [c for c in here if c.tokens.start >= first]
    held = [c for c in near if not 1 <= (c.bound.high or 0) < part.number.low]
    known = (c for c in held if people and c.noun is not None and may_be_people(c.noun, strictly=True))
    return next(known, next(iter(held), None))


def _members(whole: Count, counts: Sequence[Count]) -> list[Count]:
    """The counts inside a list of people; none where ``whole`` is no list."""
    if whole.number.form != "implied":
        return []
    return [part for part in counts if part is not whole and whole.number.span.contains(part.number.span)]


def is_broken(count: Count, counts: Sequence[Count]) -> bool:
    """Whether a list has members of whom different things are told: "one man dead and one wounded"."""
    return any(
        part.category in PEOPLE and part.category != count.category for part in _members(count, counts)
    )


def of_whole(part: Count, whole: Count) -> Count:
    """What happened to all happened to a part: "the toll rose to 17, including three children".

    The dead are not also injured: "11 bodies, seven of them with bullet wounds".
    """
    people = part.noun is None or part.noun.pos_ == "PRON" or may_be_people(part.noun, strictly=True)
    back = part.verb is not None and any(t.lemma_ == "return" for t in part.verb.subtree)
    untold = part.category == "other" and whole.category in PEOPLE and people and not back
    dead = part.category == "injured" and whole.category == "killed"
    return replace(part, category=whole.category) if untold or dead else part


def _in_one_sentence(a: Count, b: Count) -> bool:
    return b.tokens.start < sentence(a.tokens[0]).end and not a.measure and not b.measure


def in_millions(doc: Doc, number: Number, before: Sequence[Count]) -> Number | None:
    """A number with a bare "m" in millions, where money is spoken of; None where it may be that or metres."""
    start, end = number.whole.start, number.whole.end
    tokens = doc.char_span(start, end + 1, alignment_mode="expand")
    if tokens is None or number.form in ("words", "part") or number.currency:
        return number
    if not _M.match(doc[tokens.start : tokens.end + 1].text, end - tokens.start_char):
        return number
    lengths = listed("clause", "lengths")
    behind = next((t for t in doc[tokens.end : tokens.end + 2] if t.text != "-"), tokens[0])
    if behind.lower_ in lengths:
        return number
    thing = behind.tag_ == "NN" and behind.lower_ not in listed("clause", "costly")  # "a 32m wave"
    last = next((c for c in _lately(tokens, before) if c.number.whole.of(doc.text)[-1] == "m"), None)
    rich = last is not None or _is_costly(tokens)
    if rich == (thing or any(t.lower_ in lengths for t in sentence(tokens[0]))):
        return None
    low, high, value = (x and x * 10**6 for x in (number.low, number.high, number.value))
    unit, whole = last.unit if last and last.category == "money" else "", Span(start, end + 1)
    scaled = Number(whole, whole, value, low or 0, high, number.place * 10**6, number.form, currency=unit)
    return scaled if rich else number


def of_sum(count: Count, before: Sequence[Count]) -> Count | None:
    """A number as money, by what is told of it ("debts of 2 million") or a sum before ("from 2 million")."""
    tokens, noun = count.tokens, count.noun
    if count.category != "other" or count.measure or count.number.percent:
        return None
    if noun is None and before and of_those(tokens) and sentence(tokens[0]) == sentence(before[-1].tokens[0]):
        whole = before[-1]  # "9,000 litres, of which 4,000 leaked"
        if whole.measure and whole.category in ("money", "other"):
            return replace(count, measure=whole.measure, unit=whole.unit, category=whole.category)
    last = next((c for c in _lately(tokens, before) if c.category == "money"), None)
    costly = _is_costly(tokens) if noun is None else noun.lower_ in listed("clause", "costly")  # "a 32m deal"
    if not (costly and is_large(count.number, tokens.text)):
        if not last or noun or last is not before[-1] or last.tokens.start < sentence(tokens[0]).start:
            return None
        gap = tokens.doc.text[last.end : count.bound.start].lower().split()
        if not listed("clause", "set_against").intersection(gap) and not is_estimate(tokens, count.number):
            return None
    known, unit = (last.measure, last.unit) if last else (None, "")
    return replace(count, measure=known, unit=unit, category="money")


def _is_costly(tokens: Tokens) -> bool:
    said = sentence(tokens[0])
    near = tokens.doc[max(said.start, tokens.start - _AHEAD) : min(said.end, tokens.end + _BEHIND)]
    return any(t.lemma_.lower() in listed("clause", "costly") for t in near)


def _lately(tokens: Tokens, before: Sequence[Count]) -> Iterator[Count]:
    """The counts of the sentence and of the one before, the last first."""
    start = sentence(tokens[0]).start
    reach = sentence(tokens.doc[start - 1]).start if start else 0
    return (c for c in reversed(before) if c.tokens.doc is tokens.doc and c.tokens.start >= reach)
