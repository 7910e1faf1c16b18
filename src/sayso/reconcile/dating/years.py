"""Which year a day is of that is said without one: only where calendar and story leave one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sayso.model import EITHER, Expression, Interval
from sayso.periods import Period, named_period, plus

NEAR = 14  # days from the dated reports of a story
Years = Mapping[tuple[int, int], int]


def dated(said: Expression, years: Years, window: Interval) -> Period | None:
    """The days of a date whose year is said, here or elsewhere in the story, or that its weekday gives away.

    "Sunday, March 3" comes round in five, six or eleven years: at most once in a ``window`` of three.
    """
    year = said.year or years.get((said.month or 0, said.day or 0))
    if year:
        return named_period(said, year)
    found = list(within(said, window)) if said.weekday else []
    return found[0] if len(found) == 1 else None


def within(said: Expression, window: Interval) -> Iterator[Period]:
    """Every day of a name that lies in a window with two ends; of a weekday, if one is said beside it."""
    if window.earliest is None or window.latest is None or not said.month:
        return
    for year in range(window.earliest.year, window.latest.year + 1):
        period = named_period(said, year)
        if period is None or period.last < window.earliest or period.first > window.latest:
            continue
        if not said.day or said.weekday in (None, period.first.isoweekday()):
            yield period


def overlap(a: Interval, b: Interval) -> Interval:
    """The days that lie in both; an open side leaves the other's."""
    first = max(filter(None, (a.earliest, b.earliest)), default=None)
    last = min(filter(None, (a.latest, b.latest)), default=None)
    return Interval(first, last)


def follows(day: date, weekday: int, lead: int) -> bool:
    """Whether ``day`` is such a weekday, or comes at most ``lead`` days after one."""
    return any(plus(day, "day", -lag).isoweekday() == weekday for lag in range(lead + 1))


def near(day: date, story: Interval) -> bool:
    """Whether a day lies among the dated reports, around which ``story`` is a year, or right beside them."""
    if story.earliest is None or story.latest is None:
        return False
    first, last = plus(story.earliest, "year", 1), plus(story.latest, "year", -1)
    return plus(first, "day", -NEAR) <= day <= plus(last, "day", NEAR)


def one_of_two(stated: Interval, weekday: int | None, lead: int, story: Interval) -> Interval:
    """The day of "03/05/2031" that its story leaves; both where it leaves both.

    It comes at most ``lead`` days after a ``weekday`` that the report calls past, or is near dated reports.
    """
    if stated.basis != EITHER or stated.earliest is None or stated.latest is None:
        return stated
    days = [stated.earliest, stated.latest]
    for told, why in (
        ([day for day in days if weekday and follows(day, weekday, lead)], "the weekday that it tells of"),
        ([day for day in days if near(day, story)], "the dated reports of its story"),
    ):
        if len(told) == 1:
            return Interval(told[0], told[0], f"{stated.basis}; by {why} it is {told[0]}")
    return stated
