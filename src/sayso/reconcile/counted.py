"""What a quantity counts, facet by facet: who, where, and in which sentence of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.data import table, words
from sayso.model import Quantity, Report
from sayso.reconcile.kinds import is_part, is_rest, kind, nations
from sayso.reconcile.terms import content_terms, sentence_at, tokens, vector
from sayso.span import Span

MANY = 100  # people: a number as large is not met twice by chance
LEAD = 500  # characters of the report's own words that tell first what it is about


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its facets.

    ``names`` (of peoples, groups) and ``roles`` ("soldiers") say who is counted, ``sorts`` whether men or
    women, grown or young; ``marks`` are what counts of different numbers must have in common; without, it is
    anybody. ``part``: some may be left out; ``rest``: others have been counted already. ``around`` are the
    words of its sentence; ``contrary``: one sets it against another. ``headline``, ``lead``: where in the
    report it stands. ``single``: one person without a number ("a man"), who that is in a word; ``rank``, if
    others were told of before ("another", "third"); ``age``, in years, if that is said.
    """

    quantity: Quantity
    names: frozenset[str]
    roles: frozenset[str]
    sorts: frozenset[str]
    marks: frozenset[str]
    part: bool
    rest: bool
    place: frozenset[str]
    sentence: Span
    around: Mapping[str, float]
    contrary: bool
    headline: bool
    lead: bool
    single: str
    rank: str
    age: float | None


def counted(quantity: Quantity, report: Report, begins: int) -> Counted:
    """The facets of a quantity of a report whose own words begin at character ``begins``."""
    sentence = sentence_at(report.text, quantity.span)
    who = kind(quantity, sentence.of(report.text))
    headline = bool(report.title and report.title.overlaps(quantity.span))
    single = _single(quantity, report)
    said = sentence.of(report.text)
    before = report.text[max(0, sentence.start - _BEFORE) : sentence.start]
    crowd = _crowd(quantity, who.marks, f"{before} {said}", report)
    return Counted(
        quantity,
        frozenset(map(_nation, who.names)),
        crowd or who.roles,
        who.sorts,
        crowd or who.marks,
        is_part(quantity, report),
        is_rest(quantity, report),
        frozenset(content_terms(quantity.place or "")),
        sentence,
        vector(content_terms(f"{before} {said}" if crowd else said)),
        bool(set(tokens(said)) & words("counting", "contrary")),
        headline,
        headline or quantity.span.start - begins < LEAD,
        single,
        _rank(quantity, report) if single else "",
        _age(quantity, report) if single else None,
    )


CROWD = "a crowd"
_BEFORE = 300  # characters in which a count of a crowd finds what the crowd is


def _crowd(quantity: Quantity, marks: frozenset[str], around: str, report: Report) -> frozenset[str]:
    """The role of those who come to a gathering: "12,000 people marched", "30,000 demonstrators"."""
    if quantity.category != "other" or (quantity.value or quantity.low or 0) < MANY or quantity.proposed:
        return frozenset()
    who = set(tokens(quantity.unit))
    if who & words("counting", "crowd"):
        return frozenset((CROWD,))
    bare = quantity.unit not in quantity.span.of(report.text)
    told = set(tokens(around if bare else report.text[quantity.span.start :][: _BEFORE // 4]))
    return frozenset((CROWD,) if who and not marks and told & words("counting", "attending") else ())


def _single(quantity: Quantity, report: Report) -> str:
    """What one person told of without a number is: "man"; empty for a count.

    It may be one of several, so it is set beside others of its kind only, not beside a count of all.
    """
    number = quantity.number.of(report.text).lower()
    counts = number[0].isdigit() or number in words("counting", "one")
    if counts or quantity.value != 1 or quantity.modifier == "share":
        return ""
    said = [word for word in tokens(quantity.unit) if word[0].isalpha()]
    return said[-1] if said and not said[-1].endswith("old") else "person"


def _rank(quantity: Quantity, report: Report) -> str:
    known = (*table("quantities")["number"]["ordinals"], "another")
    said = tokens(f"{quantity.number.of(report.text)} {quantity.unit}")
    return next((word for word in said if word in known), "")


_AGE = re.compile(
    r"\b(\d{1,3}|[a-z]{3,9})[\s-](year|month|week|day)s?[\s-]old\b|^\s*[,(]\s*(\d{1,2})\s*[,;)]",
    re.IGNORECASE,
)
_YEARS = {"year": 1, "month": 12, "week": 52, "day": 365}


def _age(quantity: Quantity, report: Report) -> float | None:
    """The age of one person: "a 27-year-old man", "a man, 27, …"."""
    span, text = quantity.span, report.text
    found = _AGE.search(span.of(text)) or _AGE.match(text[span.end : span.end + 12])
    if not found or found[3]:
        return float(found[3]) if found else None
    known = table("quantities")["number"]
    said = found[1].lower()
    value: float | None = int(said) if said.isdigit() else {**known["units"], **known["teens"]}.get(said)
    return None if value is None else value / _YEARS[found[2].lower()]


def _nation(name: str) -> str:
    return nations().get(name, name)


def of_a_people(facets: Counted) -> bool:
    """Whether a people is named: "Ruritanians"."""
    return any(name.startswith("nation:") for name in facets.names)
