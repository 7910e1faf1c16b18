"""What a quantity counts, and whether two quantities count the same.

Two quantities are compared facet by facet. One facet that speaks against it keeps them apart, whatever speaks for
it; and what speaks for it has to be enough (``ENOUGH``). Each answer says why in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.data import table
from sayso.model import Interval, Quantity, Report
from sayso.reconcile.terms import content_terms, cosine, folded, sentence_at, stem, tokens, vector
from sayso.reconcile.wording import role_families
from sayso.span import Span

ENOUGH = 2.0
MORE_IN_ONE_REPORT = 1.0  # two numbers of one report are mostly two counts
PEOPLE = {"killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced"}
RATIO = 3.0  # counts further apart than this are not the same count
CLOSE = 1.5
NARROW = 10  # days: an interval as narrow as this dates an event
BROAD = frozenset(
    stem(w)
    for w in [
        "people",
        "person",
        "persons",
        "individual",
        "individuals",
        "other",
        "others",
        "human",
        "humans",
        "victim",
        "victims",
        "man",
        "men",
        "life",
        "lives",
        "body",
        "bodies",
        "total",
        "number",
        "civilian",
        "civilians",
        "resident",
        "residents",
        "population",
        "inhabitant",
        "inhabitants",
        "toll",
    ]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its facets: names and roles of who is counted, the place, its sentence and the words of it."""

    quantity: Quantity
    names: frozenset[str]
    roles: frozenset[str]
    place: frozenset[str]
    sentence: Span
    around: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two quantities count the same: never (``apart``), or how much speaks for it; why."""

    apart: bool
    score: float
    why: tuple[str, ...]


def counted(quantity: Quantity, report: Report) -> Counted:
    """The facets of a quantity, from its own words and its sentence."""
    who = f"{quantity.party or ''} {quantity.unit}"
    names = {stem(folded(w)) for w in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", who) if w[0].isupper()}
    lower = {stem(w) for w in tokens(who) if w[0].isalpha()}
    roles = set(content_terms(who)) & lower - names - BROAD - _of_category(quantity.category)
    sentence = sentence_at(report.text, quantity.span)
    return Counted(
        quantity,
        frozenset(_nation(name) for name in names - BROAD - _of_category(quantity.category)),
        frozenset(_family(role) for role in roles),
        frozenset(content_terms(quantity.place or "")),
        sentence,
        vector(content_terms(sentence.of(report.text))),
    )


@cache
def _of_category(category: str) -> frozenset[str]:
    return frozenset(stem(w) for w in CATEGORY_WORDS.get(category, "").split()) | {category}


CATEGORY_WORDS = {
    "killed": "killed dead death deaths died dying fatalities martyred slain lost",
    "injured": "injured wounded hurt injuries",
    "abducted": "abducted kidnapped taken hostage hostages captive seized",
    "released": "released freed hostage hostages abducted",
    "held": "held captive hostage hostages captivity",
    "detained": "detained arrested captured",
    "missing": "missing unaccounted",
    "displaced": "displaced fled refuge evacuated homes homeless taking sheltering gathered moved",
}


@cache
def _family(role: str) -> str:
    return next((name for name, words in role_families() if words.fullmatch(role)), role)


def compare(a: Counted, b: Counted) -> Match:
    """Whether ``a`` and ``b`` count the same."""
    against = _against(a, b)
    if against:
        return Match(True, 0.0, (against,))
    score, why = 0.0, []
    for points, reason in _speaking_for(a, b):
        score += points
        why.append(reason)
    if a.quantity.report == b.quantity.report:
        score -= MORE_IN_ONE_REPORT
    return Match(False, score, tuple(why))


def _against(a: Counted, b: Counted) -> str | None:
    """The first facet that keeps two quantities apart."""
    one, other = a.quantity, b.quantity
    same_number = _equal(one, other)
    checks = (
        (one.category != other.category, f"{one.category} against {other.category}"),
        (one.proposed != other.proposed, "one is only proposed"),
        (_share(one) != _share(other), "a share against a count"),
        (_disjoint(one.when, other.when), "they speak of different times"),
        (_ratio(one, other) > RATIO, "the numbers are too far apart to count the same"),
        (one.category not in PEOPLE and not _same_thing(a, b), "different things are counted"),
        (a.roles and b.roles and not a.roles & b.roles, "different people or things are counted"),
        (_different_parties(a, b), "different parties"),
        (bool(a.roles) != bool(b.roles) and not same_number and not _wide(one, other), "a group against all"),
        (None in (one.value, other.value) and not _vague_alike(a, b), "too vague to compare"),
        (one.part_of in (other.id,) or other.part_of in (one.id,), "one is a part of the other"),
    )
    return next((reason for holds, reason in checks if holds), None)


def companions(a: Counted, b: Counted) -> bool:
    """Whether two counts of different kinds stand in one sentence: "12 killed and 40 injured"."""
    one, other = a.quantity, b.quantity
    return one.report == other.report and one.category != other.category and a.sentence == b.sentence


def _speaking_for(a: Counted, b: Counted) -> Iterable[tuple[float, str]]:
    one, other = a.quantity, b.quantity
    size = min(abs(x) for q in (one, other) for x in (_middle(q),))
    if _equal(one, other):
        yield (2.0 if size >= 20 else 1.0), "the same number"
    elif _near(one, other):
        yield (1.5 if size >= 100 else 0.5), "numbers that fit"
    elif _ratio(one, other) <= CLOSE and size >= 100:
        yield (1.5 if size >= 10_000 else 1.0), "numbers of one size"
    if _narrow(one.when) and _narrow(other.when):
        yield 1.5, "the same date"
    elif one.when and other.when and one.when.earliest and one.when.earliest == other.when.earliest:
        yield 1.0, "counted from the same day"
    if a.place & b.place:
        yield 1.0, "the same place"
    elif a.place <= b.around.keys() and b.place <= a.around.keys() and a.place | b.place:
        yield 0.75, "the place of the one is named with the other"
    elif a.place and b.place:
        yield -0.5, "another place is named"
    if a.names & b.names or a.roles & b.roles:
        yield 1.0, "the same people or things"
    likeness = cosine(a.around, b.around)
    if likeness >= 0.1:
        yield min(1.0, 2 * likeness), "alike sentences"


def _middle(q: Quantity) -> float:
    known = [x for x in (q.value, q.low, q.high) if x is not None]
    return known[0] if known else 0.0


def _ratio(a: Quantity, b: Quantity) -> float:
    small, large = sorted((abs(_middle(a)), abs(_middle(b))))
    return large / small if small else (1.0 if not large else float("inf"))


def _equal(a: Quantity, b: Quantity) -> bool:
    return a.value is not None and a.value == b.value


def _near(a: Quantity, b: Quantity) -> bool:
    """Whether one number lies within the bounds of the other, and these are narrow."""
    return overlapping(a, b) and None not in (a.low, a.high, b.low, b.high) and _ratio(a, b) <= 1.1


def overlapping(a: Quantity, b: Quantity) -> bool:
    """Whether some number fits the bounds of both; bounds that only touch do, where one of them is exact."""
    low = max(x for x in (a.low, b.low, float("-inf")) if x is not None)
    high = min(x for x in (a.high, b.high, float("inf")) if x is not None)
    exact = a.low == a.high or b.low == b.high
    return low < high or (low == high and exact)


def _share(q: Quantity) -> bool:
    return q.modifier == "share" or q.category == "share" or (q.high is not None and 0 < q.high < 1)


def _wide(a: Quantity, b: Quantity) -> bool:
    """Whether both are so large that they can hardly be a few of one another."""
    return min(_middle(a), _middle(b)) >= 1000 and _ratio(a, b) <= CLOSE


def _vague_alike(a: Counted, b: Counted) -> bool:
    return bool(a.roles & b.roles) and (bool(a.place & b.place) or a.quantity.speaker == b.quantity.speaker)


def _same_thing(a: Counted, b: Counted) -> bool:
    """Whether two amounts are of one thing: the same words for it, or shares of one whole in alike sentences."""
    if _share(a.quantity) and _equal(a.quantity, b.quantity):
        return cosine(a.around, b.around) >= 0.2
    return bool(a.roles & b.roles) and cosine(a.around, b.around) >= 0.2


def _different_parties(a: Counted, b: Counted) -> bool:
    """Whether who is counted has other names: a people and some group or town may be the same, two peoples are not."""
    peoples = [any(name in _nations().values() for name in c.names) for c in (a, b)]
    return bool(a.names and b.names) and not a.names & b.names and peoples[0] == peoples[1]


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


def _disjoint(a: Interval | None, b: Interval | None, slack: timedelta = timedelta(days=1)) -> bool:
    if a is None or b is None:
        return False
    return any(
        x.latest is not None and y.earliest is not None and x.latest + slack < y.earliest
        for x, y in ((a, b), (b, a))
    )


def _narrow(when: Interval | None) -> bool:
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days <= NARROW)


def first_day(q: Quantity) -> date | None:
    """The first day of the event that a quantity counts, if anything dates it."""
    return q.when.earliest if q.when else None


__all__: Sequence[str] = [
    "ENOUGH",
    "Counted",
    "Match",
    "companions",
    "compare",
    "counted",
    "first_day",
    "overlapping",
]
