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

from sayso.model import Interval, Quantity
from sayso.reconcile.counted import CROWD, MANY, Counted, of_a_people
from sayso.reconcile.kinds import contrary
from sayso.reconcile.sizes import equal, is_share, middle, near, overlapping, ratio
from sayso.reconcile.terms import cosine
from sayso.span import Span

ENOUGH = 2.0
PEOPLE = {"killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced"}
PRESENT = {"displaced", "population"}  # those who came to a place, those who are there: often the same people
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
            if q.value is not None and gap(q, facet.quantity) <= NEXT
        }
        for facet in facets
    ]


def gap(a: Quantity, b: Quantity) -> int:
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
    if ratio(one, other) > TOO_FAR:
        yield "the numbers are too far apart to count the same"
    if one.category != other.category and not _same_people(a, b):
        yield "different things are told of them"
    if set(one.also) != set(other.also):
        yield "one counts those of whom another thing may be told, too"
    if _disagree(a.roles, b.roles) or contrary(a.sorts, b.sorts):
        yield "different people or things are counted"
    if not {one.category, other.category} & PEOPLE and not _same_thing(a, b):
        yield "different things are counted"
    if _different_parties(a, b):
        yield "different parties"
    if _part_against_all(a, b):
        yield "a group against all"
    if (a.part or b.part or a.rest or b.rest) and not equal(one, other):
        yield "one may leave out whom the other counts"
    if None in (one.value, other.value) and not _vague_alike(a, b):
        yield "too vague to compare"
    if a.single and b.single and _two_persons(a, b):
        yield "two persons"
    if _told_apart(a, b):
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
    large = min(middle(one), middle(other)) >= 1000 and ratio(one, other) <= CLOSE
    alike = a.marks & b.marks or not (a.marks or b.marks)
    return not (alike and bool(a.single) == bool(b.single)) and not equal(one, other) and not large


def _same_people(a: Counted, b: Counted) -> bool:
    """Whether those who fled to a place and those who are there may be the same: many, numbers that fit."""
    one, other = a.quantity, b.quantity
    fit = overlapping(one, other) and ratio(one, other) <= CLOSE and min(middle(one), middle(other)) >= MANY
    return fit and (bool(a.place & b.place) or cosine(a.around, b.around) >= ALIKE)


def _same_thing(a: Counted, b: Counted) -> bool:
    """Whether two amounts are of one thing: the same words for it, or an equal share, in alike sentences.

    Of two numbers that exclude each other only large ones of one size are: "five villages were destroyed" and
    "seven villages were damaged" count other villages.
    """
    if CROWD in a.roles & b.roles and _beside(a, b):
        return True
    one, other = a.quantity, b.quantity
    share = is_share(one) and equal(one, other)
    alike = cosine(a.around, b.around)
    if CROWD not in a.roles and not overlapping(one, other):
        size = min(middle(one), middle(other))
        if one.report == other.report or size < MANY or ratio(one, other) > CLOSE or alike < 2.5 * ALIKE:
            return False
    some = a.part and b.part and equal(one, other) and not (a.roles or b.roles)  # "two of whom"
    return bool(share or some or a.roles & b.roles) and alike >= 2 * ALIKE


def _beside(a: Counted, b: Counted) -> bool:
    """Whether one report sets two voices beside each other, and both count everybody: not "two others"."""
    one, other = a.quantity, b.quantity
    whole = not (a.part or b.part or a.rest or b.rest)
    return one.report == other.report and one.speaker != other.speaker and whole and gap(one, other) <= NEXT


def _two_persons(a: Counted, b: Counted) -> bool:
    """Whether two single persons may be two: of other ages, called otherwise, introduced one by one."""
    if a.age is not None and b.age is not None:
        return abs(a.age - b.age) > BIRTHDAY
    if a.single != b.single and (a.roles or b.roles):
        return True
    if a.rank != b.rank or "another" in (a.rank, b.rank):
        return True  # "another suspect", "an eighth suspect"
    return a.quantity.report == b.quantity.report and a.lead == b.lead and a.headline == b.headline


def _told_apart(a: Counted, b: Counted) -> bool:
    """Two numbers that exclude each other, in one report: it means two counts.

    Unless two voices give large numbers of one size, or the report sets two voices beside each other.
    """
    one, other = a.quantity, b.quantity
    if one.report != other.report or overlapping(one, other):
        return False
    if one.speaker == other.speaker:
        return True
    if min(middle(one), middle(other)) >= MANY and ratio(one, other) <= CLOSE:
        return False
    unsaid = None in (one.speaker, other.speaker) and not (a.contrary or b.contrary)
    return unsaid or not _beside(a, b)


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
    size = min(middle(a), middle(b))
    if equal(a, b):
        yield (2.0 if size >= 20 else 1.25 if _few(a, b) else 1.0), "the same number"
    elif near(a, b):
        yield (1.5 if size >= 100 else 0.5), "numbers that fit"
    elif ratio(a, b) <= CLOSE and size >= 100:
        yield (1.5 if size >= 10_000 else 1.0), "numbers of one size"
    elif ratio(a, b) > FAR:
        yield -1.0, "numbers far apart"


def _few(a: Quantity, b: Quantity) -> bool:
    """Whether two reports of one story give a few dead or hurt: mostly the same."""
    return a.report != b.report and a.category in ("killed", "injured") and middle(a) > 1


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
    if a.names & b.names or a.marks & b.marks:
        yield 1.0, "the same people or things"
    elif a.quantity.category in PEOPLE and not (a.names | b.names | a.marks | b.marks):
        yield 0.75, "both count anybody"
    likeness = cosine(a.around, b.around)
    if likeness >= ALIKE:
        yield min(1.0, 2 * likeness), "alike sentences"
    if a.quantity.report != b.quantity.report:
        if a.lead and b.lead:
            yield 1.0, "both reports begin with it"
    elif a.headline != b.headline and ratio(a.quantity, b.quantity) == 1:
        yield 1.0, "headline and text"
    elif _beside(a, b):
        yield 1.25, "one report sets two sources beside each other"
        if CROWD in a.roles & b.roles:
            yield 1.0, "both count one crowd"
    elif a.quantity.speaker == b.quantity.speaker and not equal(a.quantity, b.quantity):
        yield -1.0, "two numbers that one source gives in one report are mostly two counts"


def _narrow(when: Interval | None) -> bool:
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days <= NARROW)
