"""Counts beside each other: which is a part of which, and what is told of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.quantities import context
from sayso.extract.quantities.bounds import Bound
from sayso.extract.quantities.counted import may_be_people, of_those
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.outcome import PEOPLE
from sayso.extract.quantities.units import Measure
from sayso.extract.saying import sentence
from sayso.model import Category
from sayso.nlp import Passage


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
        if context.of_all(text[: a.bound.start]):  # "Of the 90 cases, 60 are …, 30 are …"
            found.update((m, n) for m in range(n + 1, len(counts)) if _in_one_sentence(a, counts[m]))
        gap, after = text[a.number.whole.end : b.bound.start], text[b.number.whole.end :][:20]
        if context.part_between(gap, after) or (b.unit == a.unit and of_those(b.tokens)):
            found[n + 1] = n
        elif context.whole_between(gap) and b.number.low >= a.number.low and a.number.value is not None:
            found[n] = n + 1
    for m, whole in enumerate(counts):
        for part in _members(whole, counts):
            if part.category == whole.category:
                found[counts.index(part)] = m
    return found


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
    untold = part.category == "other" and whole.category in PEOPLE and people
    dead = part.category == "injured" and whole.category == "killed"
    return replace(part, category=whole.category) if untold or dead else part


def _in_one_sentence(a: Count, b: Count) -> bool:
    return b.tokens.start < sentence(a.tokens[0]).end and not a.measure and not b.measure
