"""Who is counted, as far as the words tell: what they are, of which sort, and whether some are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from sayso.data import table, words
from sayso.model import Quantity, Report
from sayso.reconcile.terms import content_terms, folded, stem, tokens
from sayso.reconcile.wording import families

LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OLD = re.compile(r"\b[\w-]+[\s-](?:year|month|week|day)s?[\s-]old\b", re.IGNORECASE)
_SMALL = 4  # letters of a word that may be small in a headline
_SORTS = ("male", "female", "grown", "young")
_OPPOSITE = ({"male", "female"}, {"grown", "young"})


@dataclass(frozen=True, slots=True)
class Kind:
    """``names`` of peoples and groups, ``roles`` ("soldier"), ``sorts`` ("male", "young").

    ``marks`` are the roles, and the sorts word by word: what counts of different numbers have in common.
    """

    names: frozenset[str]
    roles: frozenset[str]
    sorts: frozenset[str]
    marks: frozenset[str]


def kind(quantity: Quantity, sentence: str) -> Kind:
    """What the words for those counted say. Where all words have capitals, none is a name for that."""
    who = _prefix().sub(r"\1", f"{quantity.party or ''} {quantity.unit}")
    said = {word for word in tokens(_OLD.sub(" ", who)) if word[0].isalpha()}
    names = {stem(folded(word)) for word in LETTERS.findall(who) if word[0].isupper()}
    if _in_capitals(sentence):
        names = {name for name in names if name in nations()}
    idle = (
        _stems("broad") | _of_category(quantity.category) | table("quantities")["number"]["ordinals"].keys()
    )
    common = {stem(word) for word in said} - names - idle
    if said & words("counting", "victims"):  # "the shooting victims"
        common &= _sorted()
    roles = frozenset(_family(term) for term in set(content_terms(who)) & common)
    sort_words = {word for word in said if stem(word) in common & _sorted()}
    sexes = frozenset(sort for sort in _SORTS if said & words("counting", sort))
    marks = {_mark(word) for word in sort_words}
    return Kind(frozenset(names - idle), roles - _sorted(), sexes, roles - _sorted() | marks)


def _mark(word: str) -> str:
    """Men are men whatever word is taken for them: "males"."""
    return " ".join(sort for sort in _SORTS if word in words("counting", sort)) or stem(word)


@cache
def _prefix() -> re.Pattern[str]:
    """ "Co-workers" are coworkers."""
    known = "|".join(sorted(table("quantities")["clause"]["prefixes"]))
    return re.compile(rf"\b({known})\s?-\s?", re.IGNORECASE)


def _in_capitals(sentence: str) -> bool:
    """Whether all but small words have capitals, as in a headline."""
    long = [word for word in LETTERS.findall(sentence) if len(word) > _SMALL]
    return all(word[0].isupper() for word in long)


@cache
def nations() -> Mapping[str, str]:
    """Stem of the name of a people → its country."""
    return {
        stem(folded(word)): f"nation:{country}"
        for country, demonyms in table("countries")["demonyms"].items()
        for word in demonyms
    }


def contrary(a: Set[str], b: Set[str]) -> bool:
    """Whether one sort of people cannot be the other: men and women, children and adults."""
    return any(len(pair & a) == len(pair & b) == 1 and pair & a != pair & b for pair in _OPPOSITE)


@cache
def _sorted() -> frozenset[str]:
    return _stems("grown") | _stems("young") | _stems("ageless")


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(map(stem, words("counting", key)))


@cache
def _of_category(category: str) -> frozenset[str]:
    """Words that say what happened to them, not who they are: "the dead", "a double murder"."""
    outcome = table("quantities")["category"].get(category, {})
    named = [*outcome.get("counted", ()), *outcome.get("nouns", ()), *outcome.get("states", ())]
    several = [f"{word}s" for word in named]
    return frozenset(map(stem, (*table("counting")["category"].get(category, ()), *named, *several)))


@cache
def _family(role: str) -> str:
    """Words for one kind of people are one: "soldier" and "troop"."""
    return next((name for name, pattern in families("role") if pattern.fullmatch(role)), role)


# ---- who is left out ----

_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?\n]|\d|,\s|\band\b")  # where what is said of a count ends
_BESIDES = re.compile(r"\b(?:an?|the|his|her)\s+[\w'’-]+(?:\s+[\w'’-]+)?\s+and\s+$", re.IGNORECASE)
_WORD = 20  # characters of a word before a number
_SENTENCE = re.compile(r"[^.;:!?\n]*")


def is_part(quantity: Quantity, report: Report) -> bool:
    """Whether some may be left out: "two of the wounded", "two in critical condition", a list of people."""
    number, unit = quantity.number.of(report.text), set(tokens(quantity.unit))
    if _is_list(number) or number.lower() == "both" or unit & words("counting", "partitive"):
        return True
    exact = quantity.value is not None and quantity.modifier != "share"  # not "hundreds of people"
    if exact and _OF.match(report.text, quantity.number.end):
        return True
    before = report.text[max(0, quantity.span.start - 60) : quantity.span.start]
    if unit & words("counting", "rest") and _BESIDES.search(before):  # "a driver and two others"
        return True
    after = report.text[quantity.span.end : quantity.span.end + 80]
    said = set(tokens(_CLAUSE.split(after, maxsplit=1)[0]))
    if quantity.category == "injured":
        return bool(said & words("counting", "by_degree"))
    if quantity.category != "killed":
        return False
    then = _SENTENCE.match(after)
    killer = then is not None and set(tokens(then[0])) & words("counting", "reflexive")
    return bool(killer or said & words("counting", "places"))


def is_rest(quantity: Quantity, report: Report) -> bool:
    """Whether somebody else has been counted already: "two others", "two more", "another two"."""
    before = tokens(report.text[max(0, quantity.number.start - _WORD) : quantity.number.start])[-1:]
    return bool({*tokens(quantity.unit), *before} & words("counting", "rest"))


def _is_list(number: str) -> bool:
    """Whether a count is a list of people: it may leave others out. "One hundred and five" is none."""
    return " and " in number and not set(tokens(number)) <= _number_words() | {"a", "and"}


@cache
def _number_words() -> frozenset[str]:
    known = table("quantities")["number"]
    return frozenset(word for key in ("units", "teens", "tens", "scales", "parts") for word in known[key])
