"""What a quantity counts, facet by facet: who, where, and in which sentence of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from sayso.data import table, words
from sayso.model import Quantity, Report
from sayso.reconcile.terms import content_terms, folded, sentence_at, stem, tokens, vector
from sayso.reconcile.wording import families
from sayso.span import Span

MANY = 100  # people: a number as large is not met twice by chance
LEAD = 500  # characters of the report's own words that tell first what it is about
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its facets.

    ``names`` (of peoples, groups) and ``roles`` ("soldiers") say who is counted; without, it is anybody.
    ``around`` are the words of its sentence. ``headline``, ``lead``: where in the report it stands.
    ``single``: one person without a number ("a man"); ``age``, in years, if that is said.
    """

    quantity: Quantity
    names: frozenset[str]
    roles: frozenset[str]
    place: frozenset[str]
    sentence: Span
    around: Mapping[str, float]
    headline: bool
    lead: bool
    single: bool
    age: float | None


def counted(quantity: Quantity, report: Report, begins: int) -> Counted:
    """The facets of a quantity of a report whose own words begin at character ``begins``."""
    who = f"{quantity.party or ''} {quantity.unit}"
    idle = _stems("broad") | _of_category(quantity.category)
    names = {stem(folded(word)) for word in LETTERS.findall(who) if word[0].isupper()}
    common = {stem(word) for word in tokens(who) if word[0].isalpha()} - names
    part = {"of them"} if _partitive(quantity, report) else set()
    sentence = sentence_at(report.text, quantity.span)
    headline = bool(report.title and report.title.overlaps(quantity.span))
    single = _single(quantity, report)
    said = sentence.of(report.text)
    before = report.text[max(0, sentence.start - _BEFORE) : sentence.start]
    crowd = _crowd(quantity, common - idle, f"{before} {said}", report)
    kinds = frozenset(_family(role) for role in set(content_terms(who)) & common - idle)
    return Counted(
        quantity,
        frozenset(_nation(name) for name in names - idle),
        single or crowd or kinds | part,
        frozenset(content_terms(quantity.place or "")),
        sentence,
        vector(content_terms(f"{before} {said}" if crowd else said)),
        headline,
        headline or quantity.span.start - begins < LEAD,
        bool(single),
        _age(quantity, report) if single else None,
    )


CROWD = "a crowd"
_BEFORE = 300  # characters in which a count of a crowd finds what the crowd is


def _crowd(quantity: Quantity, common: Set[str], around: str, report: Report) -> frozenset[str]:
    """The role of those who come to a gathering: "12,000 people marched", "30,000 demonstrators"."""
    if quantity.category != "other" or (quantity.value or quantity.low or 0) < MANY or quantity.proposed:
        return frozenset()
    who = set(tokens(quantity.unit))
    if who & words("counting", "crowd"):
        return frozenset((CROWD,))
    bare = quantity.unit not in quantity.span.of(report.text)
    told = set(tokens(around if bare else report.text[quantity.span.start :][: _BEFORE // 4]))
    return frozenset((CROWD,) if who and not common and told & words("counting", "attending") else ())


_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|them|whom|us|his|her|its|their)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?\n]|\d|,\s|\band\b")  # where what is said of a count ends


def _partitive(quantity: Quantity, report: Report) -> bool:
    """Whether they may be a part: "two of the wounded", "two in critical condition", "a man and his son"."""
    if _is_list(quantity.number.of(report.text)):
        return True
    if _OF_THE.match(report.text, quantity.number.end) or set(tokens(quantity.unit)) & words(
        "counting", "partitive"
    ):
        return True
    after = report.text[quantity.span.end : quantity.span.end + 80]
    said = tokens(_CLAUSE.split(after, maxsplit=1)[0])
    return quantity.category == "injured" and bool(set(said) & words("counting", "by_degree"))


def _is_list(number: str) -> bool:
    """Whether a count is a list of people: it may leave others out. "One hundred and five" is none."""
    return " and " in number and not set(tokens(number)) <= _number_words() | {"a", "and"}


@cache
def _number_words() -> frozenset[str]:
    known = table("quantities")["number"]
    return frozenset(word for key in ("units", "teens", "tens", "scales", "parts") for word in known[key])


def _single(quantity: Quantity, report: Report) -> frozenset[str]:
    """Of one person without a number ("a man") only that it is one, and whether a man or a woman.

    It may be one of several, so it is set beside others of its kind only, not beside a count of all.
    """
    number = quantity.number.of(report.text).lower()
    if (
        number[0].isdigit()
        or number in words("counting", "one")
        or quantity.value != 1
        or quantity.modifier == "share"
    ):
        return frozenset()
    who = set(tokens(quantity.unit))
    sexes = {sex for sex in ("male", "female") if who & words("counting", sex)}
    return frozenset(f"one {sex}" for sex in sexes or ("male", "female"))


_AGE = re.compile(
    r"\b(\d{1,3})[\s-](year|month|week|day)s?[\s-]old\b|^\s*[,(]\s*(\d{1,2})\s*[,;)]", re.IGNORECASE
)
_YEARS = {"year": 1, "month": 12, "week": 52, "day": 365}


def _age(quantity: Quantity, report: Report) -> float | None:
    """The age of one person: "a 27-year-old man", "a man, 27, …"."""
    span, text = quantity.span, report.text
    found = _AGE.search(span.of(text)) or _AGE.match(text[span.end : span.end + 12])
    if not found:
        return None
    return float(found[3]) if found[3] else int(found[1]) / _YEARS[found[2].lower()]


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(map(stem, words("counting", key)))


@cache
def _of_category(category: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("counting")["category"].get(category, ()))


@cache
def _family(role: str) -> str:
    """Words for one kind of people are one: "soldier" and "troop"."""
    return next((name for name, pattern in families("role") if pattern.fullmatch(role)), role)


@cache
def _nations() -> Mapping[str, str]:
    """Stem of the name of a people → its country."""
    return {
        stem(folded(word)): f"nation:{country}"
        for country, demonyms in table("countries")["demonyms"].items()
        for word in demonyms
    }


def _nation(name: str) -> str:
    return _nations().get(name, name)


def of_a_people(facets: Counted) -> bool:
    """Whether a people is named: "Ruritanians"."""
    return any(name.startswith("nation:") for name in facets.names)
