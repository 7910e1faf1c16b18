"""What tolls say about when an undated report was published: one and the same toll only grows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.data import any_of, words
from sayso.model import Expression, Interval, Quantity, Reading
from sayso.reconcile.dating.publication import CLAUSE, Bound, quoted
from sayso.reconcile.kinds import kind
from sayso.reconcile.terms import tokens

RECENT = 1  # years: what grows now has not begun before, unless it is said since when it grows
TOLL = "a cumulative toll does not fall"
TOLLS = ("killed", "injured")  # what only grows; people missing are found, people displaced return
STRETCH = re.compile(r"[\d.,;!?\n]")  # ends what is said of one count
SAME_TOLL = 3.0  # counts further apart than so many times are hardly the same count


def rests_on_toll(interval: Interval) -> bool:
    """Whether a toll bounds this interval. Then it is no evidence of how that toll grew: no circles."""
    return TOLL in interval.basis


def toll_bounds(reading: Reading, others: Sequence[Reading]) -> list[Bound]:
    """A lower toll than a dated report has: published no later. A higher one: no earlier.

    Both of one voice, or one the outlet's own and undisputed. What a toll dates is no evidence; nor is one
    that does not grow, as a dated report gives no more on or after the day of the higher one.
    """
    found = []
    dated = [
        (when.latest, other)
        for other in sorted(others, key=lambda r: r.report.id)
        if (when := other.report.published).is_day and when.latest and not rests_on_toll(when)
    ]
    for day, other in dated:
        for category in TOLLS:
            mine, theirs = (_highest(each, category, day.year - RECENT) for each in (reading, other))
            if mine is None or theirs is None or mine.low == theirs.low or not _same_count(mine, theirs):
                continue
            upper = (mine.low or 0) < (theirs.low or 0)
            if any(_is_level(mine, one, day, at, upper, category) for at, one in dated):
                continue
            tellers = {_teller(reading, mine), _teller(other, theirs)}
            if len(tellers) == 1 or (None in tellers and not _is_disputed((reading, other), category)):
                said = f"“{quoted(other, theirs)}” was said on {day}"
                why = f"{TOLL}: “{quoted(reading, mine)}”, where {said}"
                found.append(Bound(day, why, upper=upper))
    return found


def _is_level(mine: Quantity, one: Reading, day: date, at: date, upper: bool, category: str) -> bool:
    """Whether a report gives no more than ``mine`` after the day of a higher toll, or no less before it."""
    toll, sign = _highest(one, category, at.year - RECENT), 1 if upper else -1
    if toll is None or not _same_count(mine, toll):
        return False
    return ((toll.low or 0) - (mine.low or 0)) * sign <= 0 <= (at - day).days * sign


def _is_disputed(readings: Iterable[Reading], category: str) -> bool:
    """Whether several voices count the dead, or the injured: the outlet's own may be that of any."""
    counts = ((r, q) for r in readings for q in r.quantities if q.category == category and not q.part_of)
    return len({name for reading, q in counts if (name := _teller(reading, q))}) > 1


def _highest(reading: Reading, category: str, recent: int) -> Quantity | None:
    """The highest count of a category: the toll; not that of a year before ``recent``, "in 1931"."""
    told = ((t.id, t.expression) for t in reading.times if t.expression.bound != "since")
    years = {name: said.year or (recent - 1 if _years_ago(said) else None) for name, said in told}
    counts = [
        q
        for q in reading.quantities
        if q.category == category and q.low is not None and not q.proposed
        if not _is_stock(q, reading.report.text) and (years.get(q.time or "") or recent) >= recent
    ]
    return max(counts, key=lambda q: (q.low or 0, q.id), default=None)


def _is_stock(quantity: Quantity, text: str) -> bool:
    """ "29 wounded are still treated": that falls."""
    before = STRETCH.split(text[: quantity.span.start][-CLAUSE:])[-1]
    after = STRETCH.split(text[quantity.span.end :][:CLAUSE])[0]
    around = f"{before}{quantity.span.of(text)}{after}".lower()
    return quantity.category == "injured" and any_of("counting", "stock").search(around) is not None


def _years_ago(said: Expression) -> bool:
    """ "Last year", "last August"."""
    return (said.shift or 0) < 0 and (said.unit == "year" or said.form == "date")


def _same_count(a: Quantity, b: Quantity) -> bool:
    """Whether two tolls may be the same one at two times: no word of either speaks against it."""
    low, high = sorted((a.low or 0, b.low or 0))
    if low <= 0 or high / low > SAME_TOLL or a.modifier != b.modifier:
        return False
    one, other = kind(a, a.unit), kind(b, b.unit)  # "33 soldiers" are not 33 of anybody
    who = one.roles == other.roles and (not one.names or not other.names or one.names == other.names)
    bodies = {not words("counting", "bodies").isdisjoint(tokens(q.unit)) for q in (a, b)}  # as they are found
    return who and len(bodies) == 1 and _agree(a.place, b.place) and _agree(a.party, b.party)


def _agree(one: str | None, other: str | None) -> bool:
    """Whether nothing is said that differs."""
    return None in (one, other) or one == other


def _teller(reading: Reading, quantity: Quantity) -> str | None:
    """The name of whoever gives a count; None for the outlet."""
    return next((e.name for e in reading.entities if e.id == quantity.speaker), None)
