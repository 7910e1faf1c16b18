"""Who is counted, as far as the words tell: of which people or group, what they are, and of which sort."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from sayso.data import table, words
from sayso.model import Quantity
from sayso.reconcile.terms import content_terms, folded, stem, tokens
from sayso.reconcile.wording import families

CROWD, ABOARD = "a crowd", "on board"
MANY = 100  # people: a number as large is not met twice by chance
NEAR = 75  # characters behind a count of people in which it is said that they came to a gathering
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEVERAL = re.compile(r"\b(?:\w+s|men|women|children) and \w", re.IGNORECASE)
_CARRYING = re.compile(r"\b(?:carrying|carried)\s$", re.IGNORECASE)
_ABOARD = re.compile(r"[^.;:,]*\b(?:on board|aboard)\b", re.IGNORECASE)
_SMALL = 4  # letters of a word that may be small in a headline
_SORTS = ("male", "female", "grown", "young")
_OPPOSITE = ({"male", "female"}, {"grown", "young"}, {"armed", "civilian"})
ARMED = frozenset(("the armed forces", "armed people"))  # no children, unless they are called so


@dataclass(frozen=True, slots=True)
class Kind:
    """``names`` of peoples and groups, ``roles`` ("soldier"), ``sorts`` ("male", "young").

    ``marks`` are the roles, and the sorts word by word: what counts of different numbers have in common.
    Without, it is anybody.
    """

    names: frozenset[str]
    roles: frozenset[str]
    sorts: frozenset[str]
    marks: frozenset[str]


def kind(quantity: Quantity, sentence: str) -> Kind:
    """What the words for those counted say. Where all words have capitals, none is a name for that."""
    who = f"{quantity.party or ''} {quantity.unit}"
    several = _SEVERAL.search(quantity.unit)  # "soldiers and civilians": of no one sort
    said = {word for word in tokens(who) if word[0].isalpha() and not several}
    names = _capitals(who)
    if _in_capitals(sentence):
        names &= _nations().keys()
    idle = (
        _stems("broad") | _of_category(quantity.category) | table("quantities")["number"]["ordinals"].keys()
    )
    common = {stem(word) for word in said} - names - idle
    if said & words("counting", "victims"):  # "the shooting victims"
        common &= _sorted()
    roles = frozenset(_family(term) for term in set(content_terms(who)) & common) - _sorted()
    marks = {_mark(word) for word in said if stem(word) in common & _sorted()}
    marks |= {"young"} if said & words("counting", "schooled") else set()
    armed = frozenset(("grown", "armed") if roles & ARMED else ())
    return Kind(
        frozenset(_nations().get(name, name) for name in names - idle),
        roles,
        armed | {sort for sort in (*_SORTS, "civilian") if said & words("counting", sort)},
        roles | marks,
    )


def side(voice: str, before: str) -> frozenset[str]:
    """Whose "its" is, by the name of who speaks; empty where somebody else is named ``before``."""
    said = _capitals(voice)
    others = _capitals(before) - said - _nobody()
    return frozenset(
        _nations().get(name, name) for name in said - _stems("offices") - _nobody() if not others
    )


@cache
def _nobody() -> frozenset[str]:
    """Words with a capital that name nobody: those that begin a sentence, days and months."""
    small = words("function_words", "words") | words("names", "not_names") | words("counting", "opening")
    return frozenset(map(stem, small | {*table("times")["classes"]["MONTH"]}))


def _capitals(text: str) -> set[str]:
    return {stem(folded(word)) for word in LETTERS.findall(text) if word[0].isupper()}


def is_crowd(quantity: Quantity, who: Kind, around: str, text: str) -> bool:
    """Whether those are counted who come to a gathering: "12,000 people marched", "30,000 demonstrators".

    A bare number is told to be of a crowd by the words ``around`` it.
    """
    if quantity.category != "other" or (quantity.value or quantity.low or 0) < MANY or quantity.proposed:
        return False
    unit = set(tokens(quantity.unit)) - {"case", "cases"}
    if unit & words("counting", "crowd"):
        return True
    behind = text[quantity.span.start : quantity.span.start + NEAR]
    bare = quantity.unit not in quantity.span.of(text)
    told = tokens(around if bare else behind)
    if any(phrase in " ".join(told) for phrase in words("counting", "striking")):
        return bool(unit)
    return bool(unit and not who.marks and words("counting", "attending").intersection(told))


def is_aboard(quantity: Quantity, text: str) -> bool:
    """Whether those are counted who were on a ship, plane or train: "carrying 142", "142 people on board"."""
    near = text[quantity.span.start : quantity.span.start + NEAR]
    aboard = _CARRYING.search(text, max(0, quantity.span.start - NEAR), quantity.span.start)
    return quantity.category == "other" and bool(aboard or _ABOARD.search(near))


def contrary(a: Kind, b: Kind) -> bool:
    """Whether one sort of people cannot be the other: men and women, children and adults."""
    pairs = ((pair & a.sorts, pair & b.sorts) for pair in _OPPOSITE)
    return any(len(one) == len(other) == 1 and one != other for one, other in pairs)


def of_a_people(names: Set[str]) -> bool:
    """Whether a people is named: "Ruritanians"."""
    return any(name.startswith("nation:") for name in names)


def _mark(word: str) -> str:
    """Men are men whatever word is taken for them: "males"."""
    return " ".join(sort for sort in _SORTS if word in words("counting", sort)) or stem(word)


def _in_capitals(sentence: str) -> bool:
    """Whether all but small words have capitals, as in a headline."""
    return all(word[0].isupper() for word in LETTERS.findall(sentence) if len(word) > _SMALL)


@cache
def _nations() -> Mapping[str, str]:
    """Stem of the name of a people → its country."""
    return {
        stem(folded(word)): f"nation:{country}"
        for country, demonyms in table("countries")["demonyms"].items()
        for word in (country, *demonyms)
    }


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
    """Words for one kind of people are one: "soldier" and "troop"; so are "home" and "house"."""
    known = next((name for name, pattern in families("role") if pattern.fullmatch(role)), None)
    homes = table("quantities")["clause"]["homes"]
    home = any(role in (stem(word), stem(f"{word}s")) for word in homes)
    return known or ("a home" if home else role)
