"""What stands around a quantity: whose people, where, when, whether it is only planned, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.compared import set_against
from sayso.extract.places import is_place
from sayso.extract.quantity_counted import may_be_people
from sayso.extract.quantity_patterns import listed
from sayso.extract.saying import sentence
from sayso.model import Attribution, Timex
from sayso.nlp import Passage
from sayso.span import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DATED = ("DATE", "TIME")


def party(noun: Token | None, words: str) -> str | None:
    """The people counted, in the report's words without the number; None where they are just "people"."""
    generic = listed("people", "generic")
    if noun is None or words in generic or noun.lemma_.lower() in generic or noun.lower_ in generic:
        return None
    if not may_be_people(noun, strictly=True):
        return None
    return words or None


def place(tokens: Tokens, verb: Token | None, sentence: Tokens) -> str | None:
    """The nearest named place of the clause, behind a word such as "in"; None if none is named there."""
    after = [t for t in sentence if t.dep_ == "pobj" and t.head.lower_ in listed("clause", "locative")]
    near = [t for t in after if _is_place(t)]
    inside = [t for t in near if verb is None or verb in (t, *t.ancestors)]
    ranked = sorted(inside, key=lambda t: (abs(t.i - tokens.root.i), t.i))
    return _name(ranked[0]) if ranked else None


def _is_place(token: Token) -> bool:
    if token.pos_ != "PROPN":
        return False
    doubtful = token.ent_type_ in ("", "PERSON", "ORG", "NORP")
    return token.ent_type_ in _PLACES or (doubtful and is_place(_name(token)))


def _name(token: Token) -> str:
    """The name whose last word is ``token``."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head in (token, doc[start]):
        start -= 1
    return str(doc[start : token.i + 1].text)


def proposed(governor: Token | None) -> bool:
    """Whether what happens to the counted is only planned, offered or possible: "would be released"."""
    token = governor
    for _ in range(6):
        if token is None:
            return False
        if any(c.dep_ == "aux" and c.lower_ in listed("clause", "modal") for c in token.children):
            return True
        head = token.head
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
        if infinitive and head.lemma_.lower() in listed("clause", "planning"):
            return True
        if token.dep_ in ("relcl", "acl") and token.tag_ in ("VBD", "VBN"):
            return False  # "planning to discuss a blast that left 12 hurt"
        if head is token or token.dep_ in ("ccomp", "parataxis") or head.pos_ not in ("VERB", "AUX", "NOUN"):
            return False
        token = head
    return False


def dating(
    passage: Passage, span: Span, verb: Token | None, times: Sequence[Timex], saying: set[str]
) -> tuple[str | None, str | None]:
    """The time expressions that date the event and the count: "killed on Monday", "rose to 12 on Monday".

    In the clause of the verb, else the one that opens the sentence.
    """
    sentence = _sentence(passage, span)
    here = [
        t for t in times
        if t.type in _DATED and t.id not in saying and sentence.contains(t.span) and not t.span.overlaps(span)
        and t.expression.form != "ref" and _alike(passage, t.span, span)
        and not _BETWEEN.search(passage.text[: t.span.start - passage.start])
    ]  # fmt: skip
    clause = [t for t in here if verb is not None and _under(passage, t.span, verb)]
    opening = [t for t in here if t.span.start - sentence.start < 12]
    near = sorted(
        clause or opening or _only_day(passage, here, verb),
        key=lambda t: (abs(t.span.start - span.start), t.span.start),
    )
    counts = [t for t in near if _dates_count(passage, t, verb)]
    return next((t.id for t in near if t not in counts), None), next((t.id for t in counts), None)


def _alike(passage: Passage, time: Span, count: Span) -> bool:
    """Whether a time and a count stand both in what something is set against, or neither."""
    one, other = passage.tokens(time), passage.tokens(count)
    if not one or not other:
        return True
    return set_against(one.root) == set_against(other.root)


def _only_day(passage: Passage, here: Sequence[Timex], verb: Token | None) -> list[Timex]:
    """The one day that a sentence names, where what it dates brought the count about.

    "A blast on Monday that killed 3", "gunmen opened fire on Monday, killing 3"; not "the man accused of the
    blast that killed 3 was tried on Monday", not "shares fell on Monday after a blast killed 3".
    """
    days = [t for t in here if _is_day(t)]
    tokens = passage.tokens(days[0].span) if len(days) == 1 else None
    if tokens is None or days[0].expression.bound != "on" or days[0].expression.tense == "future":
        return []
    dated = list(tokens.root.ancestors)
    for token in (verb, *verb.ancestors) if verb is not None else ():
        if token.dep_ in ("relcl", "acl"):
            return days if token.head in dated[: _clause_end(dated)] else []
        if (
            token.dep_ == "advcl"
            and token.tag_ == "VBG"
            and not any(c.dep_ in _OPENING for c in token.children)
        ):
            return days if token.head in dated[: _clause_end(dated) + 1] else []
        if token.dep_ != "conj" or any(c.dep_ in _OPENING for c in token.children):
            return []
    return []


_OPENING = frozenset(("mark", "nsubj", "nsubjpass", "prep"))


def _clause_end(chain: Sequence[Token]) -> int:
    """Where the first verb stands in a chain of heads."""
    return next((n for n, token in enumerate(chain) if token.pos_ in ("VERB", "AUX")), len(chain))


def _is_day(time: Timex) -> bool:
    said = time.expression
    day = (
        said.form in ("weekday", "named") or bool(said.day) or (said.form == "offset" and said.unit == "day")
    )
    return day or time.type == "TIME"


_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)  # only the end of a time dates its count
_AS_OF = re.compile(r"\b(?:as of|as at|by|until|till|up to)\s+(?:late\s+|early\s+)?$", re.IGNORECASE)


def _dates_count(passage: Passage, time: Timex, verb: Token | None) -> bool:
    """Whether a time says when the count stood, not when the event was."""
    before = passage.text[: time.span.start - passage.start]
    return bool(_AS_OF.search(before)) or (
        verb is not None and verb.lemma_.lower() in listed("clause", "counting")
    )


def _under(passage: Passage, span: Span, verb: Token) -> bool:
    """Whether a time hangs on the verb itself, not on another clause below it."""
    tokens = passage.tokens(span)
    for token in (tokens.root, *tokens.root.ancestors) if tokens is not None else ():
        if token == verb:
            return True
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        if own and token.dep_ in ("conj", "ccomp", "parataxis"):
            return False
    return False


def _sentence(passage: Passage, span: Span) -> Span:
    tokens = passage.tokens(span)
    return passage.span(sentence(tokens[0])) if tokens is not None and len(tokens) else passage.whole


def voice(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution inside whose content the quantity stands: the innermost, that is the shortest."""
    holding = [a for a in attributions if any(part.contains(span) for part in a.content)]
    return min(holding, key=lambda a: (sum(map(len, a.content)), a.id), default=None)


_PART = re.compile(
    r"\b(?:including|includes?|included|among them|of (?:whom|which|them|those))\b[^.;]{0,25}$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|whom|which)\b", re.I)
_WHOLE = re.compile(r"\s*(?:[\w\s-]{0,40}\sout\s+)?of\s+(?:(?:the|its|their|all|a total of)\s+)?", re.I)


def part_between(gap: str, after: str) -> bool:
    """Whether the words between two numbers, or behind the second, say that it is part of the first."""
    return _PART.search(gap) is not None or _OF_THEM.match(after) is not None


def whole_between(gap: str) -> bool:
    """Whether they say that the first is a part of the second: "14 miners out of about 30"."""
    return _WHOLE.fullmatch(gap) is not None
