"""Whether two quantities count the same thing.

One facet that speaks against it keeps two quantities apart, whatever speaks for it; and what speaks for it
has to be enough (``ENOUGH``). A wrong match, two counts in one figure, is worse than a missed one. The
points were set once on the development sets; each comes with its reason in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sayso.data import words
from sayso.model import Interval, Quantity
from sayso.reconcile.counted import CROWD, MANY, Counted, of_a_people
from sayso.reconcile.terms import cosine, tokens
from sayso.span import Span

ENOUGH = 2.0
PEOPLE = {"killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced"}
PRESENT = {"displaced", "population"}  # those who came to a place, those who are there: often the same people
MEASURED = {"money", "duration", "distance"}  # amounts, of which a fraction is no share of a whole
TOO_FAR = 10.0  # times: counts further apart are not the same count
FAR = 3.0
CLOSE = 1.5
ALIKE = 0.1  # cosine of two sentences that share words
NEXT = 300  # characters within which one report sets two counts beside each other
NARROW = 10  # days: an interval as narrow as this dates an event
BIRTHDAY = 1.0  # years by which reports differ on the age of one person
KIN = 4  # letters of a name that its derivations begin with
SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two quantities are kept apart, else how much speaks for their counting the same; and why."""

    apart: bool
    score: float
    why: str


def compare(a: Counted, b: Counted) -> Match:
    """Whether ``a`` and ``b``, of one category or of neighbouring ones, count the same."""
    against = next(_against(a, b), None)
    if against:
        return Match(True, 0.0, against)
    evidence = [*_numbers(a.quantity, b.quantity), *_times(a.quantity, b.quantity), *_surroundings(a, b)]
    return Match(False, sum(points for points, _ in evidence), ", ".join(why for _, why in evidence))


def companions(facets: Sequence[Counted]) -> list[list[int]]:
    """For each count those of other kinds in its sentence: "12 killed and 40 injured"."""
    places: defaultdict[tuple[str, Span], list[int]] = defaultdict(list)
    for i, facet in enumerate(facets):
        places[facet.quantity.report, facet.sentence].append(i)
    kinds = [facet.quantity.category for facet in facets]
    return [
        [j for j in places[f.quantity.report, f.sentence] if kinds[j] != f.quantity.category] for f in facets
    ]


def dead_beside(facets: Sequence[Counted]) -> list[set[float]]:
    """For each count how many are killed, as its report says near it: "Five were shot. Two died."."""
    dead: defaultdict[str, list[Quantity]] = defaultdict(list)
    for facet in facets:
        if facet.quantity.category == "killed":
            dead[facet.quantity.report].append(facet.quantity)
    return [
        {
            q.value
            for q in dead[facet.quantity.report]
            if q.value is not None and _gap(q, facet.quantity) <= NEXT
        }
        for facet in facets
    ]


def _gap(a: Quantity, b: Quantity) -> int:
    """The characters between two counts of one report."""
    return max(a.span.start, b.span.start) - min(a.span.end, b.span.end)


# ---- what keeps apart ----


def _against(a: Counted, b: Counted) -> Iterator[str]:
    """The facets that keep two quantities apart, in words. Only the first is asked for."""
    one, other = a.quantity, b.quantity
    if one.proposed != other.proposed:
        yield "one is only proposed"
    if is_share(one) != is_share(other):
        yield "a share against a count"
    if one.part_of == other.id or other.part_of == one.id:
        yield "one is a part of the other"
    if disjoint(one.when, other.when):
        yield "they speak of different times"
    if _ratio(one, other) > TOO_FAR:
        yield "the numbers are too far apart to count the same"
    if one.category != other.category and not _same_people(a, b):
        yield "different things are told of them"
    if set(one.also) != set(other.also):
        yield "one counts those of whom another thing may be told, too"
    if _disagree(a.roles, b.roles) or (not {one.category, other.category} & PEOPLE and not _same_thing(a, b)):
        yield "different people or things are counted"
    if _different_parties(a, b):
        yield "different parties"
    if _part_against_all(a, b):
        yield "a group against all"
    if ("of them" in a.roles) != ("of them" in b.roles) and not _equal(one, other):
        yield "a part against all"
    if None in (one.value, other.value) and not _vague_alike(a, b):
        yield "too vague to compare"
    if a.single and b.single and _two_persons(a, b):
        yield "two persons"
    if _told_apart(one, other):
        yield "one source gives both in one report"


def _disagree(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b


def _different_parties(a: Counted, b: Counted) -> bool:
    """Two peoples, or two groups. A people and a group or town may be the same; so may a town and its own."""
    if not _disagree(a.names, b.names) or of_a_people(a) != of_a_people(b):
        return False
    return of_a_people(a) or not any(_kin(x, y) for x in a.names for y in b.names)


def _kin(a: str, b: str) -> bool:
    """Whether one name is made from the other: "Torva", "Torvan"."""
    return min(len(a), len(b)) >= KIN and (a.startswith(b) or b.startswith(a))


def _part_against_all(a: Counted, b: Counted) -> bool:
    """ "12 soldiers" against "15 people": a part, unless the number is the same or both are very large."""
    one, other = a.quantity, b.quantity
    large = min(_middle(one), _middle(other)) >= 1000 and _ratio(one, other) <= CLOSE
    return bool(a.roles) != bool(b.roles) and not _equal(one, other) and not large


def _same_people(a: Counted, b: Counted) -> bool:
    """Whether those who fled to a place and those who are there may be the same: many, numbers that fit."""
    one, other = a.quantity, b.quantity
    fit = (
        overlapping(one, other) and _ratio(one, other) <= CLOSE and min(_middle(one), _middle(other)) >= MANY
    )
    return fit and (bool(a.place & b.place) or cosine(a.around, b.around) >= ALIKE)


def _same_thing(a: Counted, b: Counted) -> bool:
    """Whether two amounts are of one thing: the same words for it, or an equal share, in alike sentences."""
    if CROWD in a.roles & b.roles and _beside(a, b):
        return True
    share = is_share(a.quantity) and _equal(a.quantity, b.quantity)
    return bool(share or a.roles & b.roles) and cosine(a.around, b.around) >= 2 * ALIKE


def _beside(a: Counted, b: Counted) -> bool:
    """Whether one report sets two voices beside each other, and both count everybody: not "two others"."""
    one, other = a.quantity, b.quantity
    return one.report == other.report and one.speaker != other.speaker and _both_whole(one, other)


def _two_persons(a: Counted, b: Counted) -> bool:
    """Whether two single persons are not one: of other ages, or introduced one by one in one report."""
    if a.age is not None and b.age is not None:
        return abs(a.age - b.age) > BIRTHDAY
    return a.quantity.report == b.quantity.report and a.lead == b.lead and a.headline == b.headline


def _told_apart(a: Quantity, b: Quantity) -> bool:
    """Two numbers that exclude each other, from one source in one report: it means two counts."""
    return a.report == b.report and a.speaker == b.speaker and not overlapping(a, b)


def _vague_alike(a: Counted, b: Counted) -> bool:
    return bool(a.roles & b.roles) and (bool(a.place & b.place) or a.quantity.speaker == b.quantity.speaker)


def disjoint(a: Interval | None, b: Interval | None) -> bool:
    """Whether two events cannot be of one time, a day more or less."""
    return bool(a and b) and any(
        x is not None and y is not None and x.latest and y.earliest and x.latest + SLACK < y.earliest
        for x, y in ((a, b), (b, a))
    )


# ---- what speaks for it ----

Evidence = tuple[float, str]


def _numbers(a: Quantity, b: Quantity) -> Iterator[Evidence]:
    size = min(_middle(a), _middle(b))
    if _equal(a, b):
        yield (2.0 if size >= 20 else 1.0), "the same number"
    elif _near(a, b):
        yield (1.5 if size >= 100 else 0.5), "numbers that fit"
    elif _ratio(a, b) <= CLOSE and size >= 100:
        yield (1.5 if size >= 10_000 else 1.0), "numbers of one size"
    elif _ratio(a, b) > FAR:
        yield -1.0, "numbers far apart"


def _times(a: Quantity, b: Quantity) -> Iterator[Evidence]:
    if _narrow(a.when) and _narrow(b.when):
        yield 1.5, "the same date"
    elif a.when and b.when and a.when.earliest and a.when.earliest == b.when.earliest:
        yield 1.0, "counted from the same day"


def _surroundings(a: Counted, b: Counted) -> Iterator[Evidence]:
    if a.place & b.place:
        yield 1.0, "the same place"
    elif a.place | b.place and a.place <= b.around.keys() and b.place <= a.around.keys():
        yield 0.75, "the place of the one is named with the other"
    elif a.place and b.place:
        yield -0.5, "another place is named"
    if a.names & b.names or a.roles & b.roles:
        yield 1.0, "the same people or things"
    elif a.quantity.category in PEOPLE and not (a.names | b.names | a.roles | b.roles):
        yield 0.75, "both count anybody"
    likeness = cosine(a.around, b.around)
    if likeness >= ALIKE:
        yield min(1.0, 2 * likeness), "alike sentences"
    if a.quantity.report != b.quantity.report:
        if a.lead and b.lead:
            yield 1.0, "both reports begin with it"
    elif a.headline != b.headline and _ratio(a.quantity, b.quantity) == 1:
        yield 1.0, "headline and text"
    elif _beside(a, b):
        yield 1.25, "one report sets two sources beside each other"
        if CROWD in a.roles & b.roles:
            yield 1.0, "both count one crowd"
    elif a.quantity.speaker == b.quantity.speaker and not _equal(a.quantity, b.quantity):
        yield -1.0, "two numbers that one source gives in one report are mostly two counts"


def _both_whole(a: Quantity, b: Quantity) -> bool:
    """Whether two counts that stand beside each other both leave nobody out: not "two others"."""
    return _gap(a, b) <= NEXT and not words("counting", "rest") & {*tokens(a.unit), *tokens(b.unit)}


# ---- numbers ----


def _middle(q: Quantity) -> float:
    return abs(next((x for x in (q.value, q.low, q.high) if x is not None), 0.0))


def _ratio(a: Quantity, b: Quantity) -> float:
    small, large = sorted((_middle(a), _middle(b)))
    return large / small if small else (1.0 if not large else float("inf"))


def _equal(a: Quantity, b: Quantity) -> bool:
    return a.value is not None and a.value == b.value


def _near(a: Quantity, b: Quantity) -> bool:
    """Whether the bounds overlap, are closed on both sides, and narrow."""
    return overlapping(a, b) and None not in (a.low, a.high, b.low, b.high) and _ratio(a, b) <= 1.1


def overlapping(a: Quantity, b: Quantity) -> bool:
    """Whether some number fits the bounds of both; bounds that only touch do, where one of them is exact."""
    low = max((x for x in (a.low, b.low) if x is not None), default=float("-inf"))
    high = min((x for x in (a.high, b.high) if x is not None), default=float("inf"))
    exact = a.low == a.high or b.low == b.high
    return low < high or (low == high and exact)


def is_share(q: Quantity) -> bool:
    """Whether a quantity is a part of one whole, from 0 to 1."""
    fraction = q.value is not None and 0 < q.value < 1 and q.category not in MEASURED
    return q.modifier == "share" or q.category == "share" or fraction


def _narrow(when: Interval | None) -> bool:
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days <= NARROW)
