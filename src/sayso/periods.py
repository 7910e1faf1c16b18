"""Stretches of the calendar with their TIMEX3 names, and days that have a name of their own.

Weeks run from Monday to Sunday (ISO 8601). Named days stand, year by year, in ``lexicon/feasts.txt`` (made by
``training/feasts.py``). One name may be kept on several days: "Holocaust Memorial Day" is 27 January, and Yom
HaShoah in Israel. A day of the Jewish or the Muslim calendar begins on the evening before, so it spans two.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from functools import cache

from sayso.data import lines
from sayso.model import Expression

Days = tuple[date, date]

# The month in which each begins, and its months: the seasons, and the halves of a year.
_SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3), "H1": (1, 6), "H2": (7, 6)}


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, and the TIMEX3 value that names them."""

    value: str
    first: date
    last: date


def day_of(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day)


def week_of(day: date) -> Period:
    """The ISO week in which ``day`` lies."""
    monday = plus(day, "day", -day.weekday())
    year, week, _ = monday.isocalendar()
    return Period(f"{year:04}-W{week:02}", monday, plus(monday, "day", 6))


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the week in which ``day`` lies."""
    week = week_of(day)
    return Period(f"{week.value}-WE", plus(week.first, "day", 5), week.last)


def months_of(value: str, year: int, month: int, count: int) -> Period:
    """``count`` months from ``month`` of ``year``."""
    first = date(year, month, 1)
    last = plus(first, "month", count - 1)
    return Period(value, first, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def named_period(expression: Expression, year: int) -> Period | None:
    """The period that a date expression names in ``year``; None if there is no such day ("30 February")."""
    try:
        if expression.unit in ("decade", "century"):
            years = 10 if expression.unit == "decade" else 100
            return months_of(str(year)[: -1 if years == 10 else -2], year, 1, 12 * years)
        if expression.quarter:
            return months_of(f"{year:04}-Q{expression.quarter}", year, expression.quarter * 3 - 2, 3)
        if expression.season:
            return months_of(f"{year:04}-{expression.season}", year, *_SEASONS[expression.season])
        if expression.month and expression.day:
            return day_of(date(year, expression.month, expression.day))
        if expression.month:
            return months_of(f"{year:04}-{expression.month:02}", year, expression.month, 1)
        return months_of(f"{year:04}", year, 1, 12)
    except (ValueError, OverflowError):
        return None


def unit_period(unit: str, day: date) -> Period:
    """The day, week, … in which ``day`` lies."""
    if unit == "day":
        return day_of(day)
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "month":
        return months_of(f"{day:%Y-%m}", day.year, day.month, 1)
    if unit == "quarter":
        quarter = (day.month + 2) // 3
        return months_of(f"{day:%Y}-Q{quarter}", day.year, quarter * 3 - 2, 3)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    start = max(day.year // years * years, MINYEAR)
    return months_of(f"{day.year:04}"[: 5 - len(str(years))], start, 1, 12 * years)


def plus(day: date, unit: str, count: int) -> date:
    """``day`` moved by so many units, inside the calendar; a shorter month ends earlier than the 31st."""
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(days=count * (1 if unit == "day" else 7))
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min


# ---- days with a name ----


@cache
def _all() -> dict[str, dict[int, tuple[Days, ...]]]:
    found: dict[str, dict[int, tuple[Days, ...]]] = defaultdict(dict)
    for line in sorted(lines("feasts")):
        name, first, last = line.split("\t")
        days = (date.fromisoformat(first), date.fromisoformat(last))
        found[name][days[1].year] = (*found[name].get(days[1].year, ()), days)
    return dict(found)


def feast_names() -> list[str]:
    """All names, in lower case, in order."""
    return sorted(_all())


def feast_days(name: str, year: int) -> tuple[Days, ...]:
    """First and last day of each day of that name in ``year``, in order; none for an unknown name or year."""
    return _all().get(name, {}).get(year, ())
