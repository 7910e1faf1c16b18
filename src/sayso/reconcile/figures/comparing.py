"""Whether two quantities count the same thing.

One facet that speaks against it keeps two quantities apart, whatever speaks for it; and what speaks for it
has to be enough (``ENOUGH``). A wrong match, two counts in one figure, is worse than a missed one. The
points were set once on the development sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sayso.data import words
from sayso.model import Interval, Quantity
from sayso.reconcile.figures.counted import KIN, NARROW, NEXT, PEOPLE, Counted, gap
from sayso.reconcile.figures.sizes import disjoint, equal, middle, near, overlapping, ratio
from sayso.reconcile.kinds import ABOARD, CROWD, MANY, contrary, of_a_people
from sayso.reconcile.terms import cosine, tokens

ENOUGH = 2.0
VOICES = 900  # characters within which a report sets two named voices beside each other on people
TOLL = ("killed", "injured")
TOO_FAR = 10.0  # times: counts further apart are not the same count
FAR = 3.0
CLOSE = 1.5
FEW = 10  # things: as few are met twice by chance; so are round numbers
ALIKE = 0.1  # cosine of two sentences that share words
BIRTHDAY = 1.0  # years by which reports differ on the age of one person
_MORE = {"more", "further", "additional", "new"}  # than have been counted
WEEK = timedelta(days=6)  # after which a few may be others, where one count lacks a place


def compare(a: Counted, b: Counted) -> float | None:
    """How much speaks for their counting the same; None where something keeps them apart."""
    if _apart(a, b):
        return None
    return _numbers(a, b) + _times(a.quantity, b.quantity) + sum(_surroundings(a, b))


# ---- what keeps apart ----


def _apart(a: Counted, b: Counted) -> bool:
    one, other = a.quantity, b.quantity
    return (
        (one.proposed, one.denied) != (other.proposed, other.denied)
        or one.is_share != other.is_share
        or one.part_of == other.id
        or other.part_of == one.id
        or a.per != b.per
        or (a.per == "added" and not equal(one, other))
        or disjoint(one.when, other.when)
        or (ratio(one, other) > TOO_FAR and not _disputed(a, b))
        or (one.category != other.category and not _same_people(a, b))
        or set(one.also) != set(other.also)  # one counts those of whom another thing may be told, too
        or _disagree(a.who.roles, b.who.roles)
        or _disagree(a.fate, b.fate)
        or bool(a.cause and b.cause and a.cause != b.cause)
        or contrary(a.who, b.who)
        or (not {one.category, other.category} & PEOPLE and not _same_thing(a, b))
        or _different_parties(a, b)
        or _part_against_all(a, b)
        or (a.within != b.within and not equal(one, other))
        or ((a.part or b.part or a.rest or b.rest) and not equal(one, other))
        or (None in (one.value, other.value) and not _vague_alike(a, b))
        or a.subtotal != b.subtotal
        or bool(a.whole and b.whole and a.whole != b.whole)  # "two of them", of three and of six
        or bool(a.single and b.single and _two_persons(a, b))
        or _of_others(a, b)
        or ((a.either or b.either) and not (equal(one, other) and a.who.names == b.who.names))
        or _told_apart(a, b)
        or (a.since != b.since and (a.aside or b.aside) and one.value != other.value)
        or _of_then(a, b)
        or _of_then(b, a)
        or _far_apart(a, b)
        or _with_the_dead(a, b)
        or _gives_both(a, b)
    )


def _disagree(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b


def _different_parties(a: Counted, b: Counted) -> bool:
    """Two peoples, or two groups. A people and a group or town may be the same; so may a town and its own."""
    one, other = a.who.names, b.who.names
    if not _disagree(one, other) or of_a_people(one) != of_a_people(other):
        return False
    return of_a_people(one) or not any(_kin(x, y) for x in one for y in other)


def _kin(a: str, b: str) -> bool:
    """Whether one name is made from the other: "Torva", "Torvan"."""
    return min(len(a), len(b)) >= KIN and (a.startswith(b) or b.startswith(a))


def _part_against_all(a: Counted, b: Counted) -> bool:
    """ "12 soldiers", "15 people": a part, unless equal or very large; "50, including 9 girls", "9 men"."""
    one, other = a.quantity, b.quantity
    large = min(middle(one), middle(other)) >= 1000 and ratio(one, other) <= CLOSE
    alike = a.who.marks & b.who.marks or not (a.who.marks or b.who.marks)
    some = any(c.part or c.quantity.part_of for c in (a, b)) and _disagree(a.who.marks, b.who.marks)
    return some or (not (alike and bool(a.single) == bool(b.single)) and not equal(one, other) and not large)


def _same_people(a: Counted, b: Counted) -> bool:
    """Whether those who fled to a place and those who are there may be the same: many, numbers that fit."""
    one, other = a.quantity, b.quantity
    fit = overlapping(one, other) and ratio(one, other) <= CLOSE and min(middle(one), middle(other)) >= MANY
    return fit and (bool(a.place & b.place) or cosine(a.around, b.around) >= ALIKE)


def _same_thing(a: Counted, b: Counted) -> bool:
    """Whether two amounts are of one thing: the same words for it, or an equal share, in alike sentences.

    Of two numbers that exclude each other only large ones of one size are: "five villages were destroyed" and
    "seven villages were damaged" count other villages, unless two voices are set beside each other.
    """
    roles, one, other = a.who.roles & b.who.roles, a.quantity, b.quantity
    if CROWD in roles and _beside(a, b):
        return True
    if ABOARD in roles:
        return (a.who.roles, a.who.names) == (b.who.roles, b.who.names) and ratio(one, other) <= CLOSE
    voiced = one.speaker and other.speaker and one.category == "other"
    if roles and voiced and ratio(one, other) <= CLOSE and _beside(a, b):
        measured = middle(one) % 1 or middle(other) % 1  # "magnitude 5.9", "6.1"
        return bool(measured) or min(middle(one), middle(other)) >= FEW
    share = one.is_share and equal(one, other)
    alike = cosine(a.around, b.around)
    if CROWD not in a.who.roles and not overlapping(one, other):
        size = min(middle(one), middle(other))
        wanted = words("counting", "wanted")
        if wanted.isdisjoint(a.around) != wanted.isdisjoint(b.around):  # "demanded 30", "were paid 25"
            return False
        if one.report == other.report or size < MANY or ratio(one, other) > CLOSE or alike < 2.5 * ALIKE:
            return False
    some = a.part and b.part and equal(one, other) and not (a.who.roles or b.who.roles)  # "two of whom"
    counted = one.category == "other" and equal(one, other)
    telling = counted and (CROWD in roles or (middle(one) > FEW and middle(one) % FEW))
    return bool(share or some or roles) and alike >= (ALIKE if roles and telling else 2 * ALIKE)


def _beside(a: Counted, b: Counted) -> bool:
    """Whether one report sets two voices beside each other, and both count everybody: not "two others"."""
    one, other = a.quantity, b.quantity
    whole = not (a.part or b.part or a.rest or b.rest)
    within = VOICES if one.speaker and other.speaker and one.category in PEOPLE else NEXT
    near = a.headline or b.headline or gap(one, other) <= within
    return one.report == other.report and one.speaker != other.speaker and whole and near


def _disputed(a: Counted, b: Counted) -> bool:
    """Whether a report sets two tolls or crowds beside each other, however far apart: "19; the party: 60"."""
    return (a.quantity.category in TOLL or CROWD in a.who.roles & b.who.roles) and _beside(a, b)


def _two_persons(a: Counted, b: Counted) -> bool:
    """Whether two single persons may be two: of other ages, called otherwise, introduced one by one."""
    if a.age is not None and b.age is not None:
        return abs(a.age - b.age) > BIRTHDAY
    if a.single != b.single and (a.who.roles or b.who.roles):
        return True
    if a.rank != b.rank or "another" in (a.rank, b.rank):
        return True  # "another suspect", "an eighth suspect"
    return a.quantity.report == b.quantity.report and a.lead == b.lead and a.headline == b.headline


def _of_others(a: Counted, b: Counted) -> bool:
    """Whether an equal number may be of other people: "two more".

    So may a few of them be ("two of the wounded died"), unless their sentences are alike.
    """
    one, other = ({*tokens(c.quantity.unit)} for c in (a, b))
    if bool(one & _MORE) != bool(other & _MORE):
        return True
    if a.quantity.category != "killed" or a.who.names & b.who.names or a.who.marks & b.who.marks:
        return False
    few = 1 < middle(a.quantity) < 2 * FEW and cosine(a.around, b.around) < 2 * ALIKE
    return few and (a.part or b.part)


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
    unvoiced, vague = None in (one.speaker, other.speaker), None in (one.value, other.value)
    crowd = CROWD in a.who.roles & b.who.roles and vague  # "thousands marched; organisers spoke of 30,000"
    return (unvoiced and not crowd) or not _beside(a, b)


def _vague_alike(a: Counted, b: Counted) -> bool:
    near = bool(a.place & b.place) or a.quantity.speaker == b.quantity.speaker or _beside(a, b)
    return bool(a.who.roles & b.who.roles) and near


def _with_the_dead(a: Counted, b: Counted) -> bool:
    """Whether one counts the hurt, the other them and the dead: "six shot", "one killed and five wounded"."""
    one, other = a.quantity, b.quantity
    if one.category != "injured" or one.value is None or other.value is None:
        return False
    return one.value != other.value and abs(one.value - other.value) in a.dead | b.dead


def _gives_both(a: Counted, b: Counted) -> bool:
    """Whether who gives the lower number gives the higher, too: "Five were shot. … Three men were hit"."""
    few, many = sorted((a, b), key=lambda c: c.quantity.value or 0)
    more = many.quantity.value
    other = few.quantity.report != many.quantity.report and more not in (None, few.quantity.value)
    return other and few.quantity.category in PEOPLE and more in few.given


def _of_then(then: Counted, now: Counted) -> bool:
    """Whether one counts few people of long before the story ("last year's fire"), the other is undated.

    Of those released any other number: there may be many exchanges.
    """
    one, other = then.quantity, now.quantity
    undated = other.when is None or other.when.earliest is None
    few = min(middle(one), middle(other)) < MANY
    return then.then and undated and (few or (other.category == "released" and not equal(one, other)))


def _far_apart(a: Counted, b: Counted) -> bool:
    """Whether one counts people of a place that nobody else tells of, and the other may be of any other."""
    one, other = a.quantity, b.quantity
    same = one.report == other.report or equal(one, other) or a.place & b.place
    return one.category in PEOPLE and not same and (a.far or b.far)


# ---- what speaks for it ----


def _numbers(a: Counted, b: Counted) -> float:
    one, other = a.quantity, b.quantity
    size, times = min(middle(one), middle(other)), ratio(one, other)
    if equal(one, other):
        few = one.report != other.report and one.category in TOLL and middle(one) > 1
        return 2.0 if size >= 20 else 1.25 if few else 1.0
    if near(one, other):
        return 1.5 if size >= 100 else 0.5
    if times <= CLOSE and size >= 100:
        return 1.5 if size >= 10_000 else 1.0
    return -1.0 if times > FAR and not _disputed(a, b) else 0.0


def _times(a: Quantity, b: Quantity) -> float:
    if _narrow(a.when) and _narrow(b.when):
        return 1.5
    return 1.0 if a.when and b.when and a.when.earliest and a.when.earliest == b.when.earliest else 0.0


def _narrow(when: Interval | None) -> bool:
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days <= NARROW)


def _grows(a: Counted, b: Counted) -> bool:
    """Whether the higher of two tolls was given later, or the lower number of those who are missing."""
    few, many = sorted((a.quantity, b.quantity), key=middle)
    first, then = (many, few) if few.category == "missing" else (few, many)
    early, late = first.as_of and first.as_of.latest, then.as_of and then.as_of.earliest
    toll = few.category in (*TOLL, "missing") and ratio(few, many) <= FAR
    return toll and bool(early and late and early < late)


def _surroundings(a: Counted, b: Counted) -> Iterator[float]:
    one, other = a.quantity, b.quantity
    if a.place & b.place:
        yield 1.0
    elif a.place | b.place and a.place <= b.around.keys() and b.place <= a.around.keys():
        yield 0.75  # the place of the one is named with the other
    elif a.place and b.place:
        yield -0.5
    elif a.place | b.place and middle(one) < FEW and disjoint(one.as_of, other.as_of, WEEK):
        yield -0.75
    if a.who.names & b.who.names or a.who.marks & b.who.marks:
        yield 1.0
    elif a.quantity.category in PEOPLE and not (a.who.names | b.who.names | a.who.marks | b.who.marks):
        yield 0.75  # both count anybody
    alike = cosine(a.around, b.around)
    if alike >= ALIKE:
        yield min(1.0, 2 * alike)
    if a.quantity.report != b.quantity.report:
        yield (1.5 if _grows(a, b) else 1.0) if a.lead and b.lead else 0.0
    elif a.headline != b.headline and ratio(a.quantity, b.quantity) == 1:
        yield 1.0
    elif _beside(a, b):
        yield 2.25 if CROWD in a.who.roles & b.who.roles else 1.25
    elif a.quantity.speaker == b.quantity.speaker and not equal(a.quantity, b.quantity):
        yield -1.0  # two numbers that one source gives in one report are mostly two counts
