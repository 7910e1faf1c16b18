"""Calendar reasoning: which days a time expression means, given when its report was published.

Values are those of TIMEX3. Publication may be a day or an interval; against an interval the value stays underspecified
(``XXXX-WXX-4``, a Thursday) unless every day of the interval gives the same, and the interval of a result holds
every day that the expression can mean. Weeks run from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.model import Expression, Interval

FEW = 7  # "a few days", "recent weeks": no more than so many
REACH = 214  # a past day or month said without its year lies no further back: see reconcile/publication.py
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNIT_DAYS = {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "Y": 366, "E": 3660, "C": 36600}


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, and the TIMEX3 value that names them."""

    value: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time expression on the calendar. ``period`` is set where it names just one."""

    value: str
    interval: Interval | None = None
    anchor: str | None = None
    period: Period | None = None


# ---- periods ----


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
            return months_of(f"{year:04}-{expression.season}", year, _SEASONS[expression.season], 3)
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
    """``day`` moved by so many units, kept inside the calendar; the 31st becomes the last day of a shorter month."""
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(days=count * (1 if unit == "day" else 7))
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min


# ---- one expression against one day ----


def on_day(
    expression: Expression, day: date, previous: Period | None = None, narrative: bool = False
) -> Period | None:
    """What ``expression`` names in a report of ``day``; ``previous`` is the period named before it in the text.

    In a narrative (a history, a chronology) dates without a year lie by the date before them, not by publication.
    """
    if expression.form == "date":
        return _date(expression, day, previous if expression.anchor == "previous" or narrative else None)
    if expression.form == "weekday":
        return _weekday(expression, previous.first if previous and expression.anchor == "previous" else day)
    if expression.form == "offset" and expression.exact:
        return _offset(expression, previous if expression.anchor == "previous" else None, day, previous)
    return None


def _date(expression: Expression, day: date, previous: Period | None) -> Period | None:
    if expression.year is not None:
        return _until(expression, named_period(expression, expression.year))
    anchor = previous.first if previous else day
    if expression.unit == "year" and expression.shift is not None:
        return named_period(expression, plus(anchor, "year", expression.shift).year)
    if expression.anchor == "previous":
        return named_period(expression, anchor.year)
    years = [y for y in range(anchor.year - 8, anchor.year + 9) if MINYEAR <= y < MAXYEAR]
    periods = [period for year in years if (period := named_period(expression, year))]
    if previous and expression.shift is None:
        return _until(expression, _in_order(periods, previous))
    tense = "near" if expression.quarter else expression.tense
    return _until(expression, _chosen(periods, expression.shift, tense, anchor))


def _chosen(periods: Sequence[Period], shift: int | None, tense: str, day: date) -> Period | None:
    """The period meant: past, coming, or the nearest. A past tense does not reach further back than ``REACH``."""
    if shift == -1:
        return next((p for p in reversed(periods) if p.last < day), None)
    if shift == 1:
        return next((p for p in periods if p.first > day), None)
    if shift == 0:
        return next((p for p in periods if p.first.year == day.year), None)
    if tense == "future":
        return next((p for p in periods if p.last >= day), None)
    past = next((p for p in reversed(periods) if p.first <= day), None)
    if tense != "near" and past and (day - past.last).days <= REACH:
        return past
    return min(periods, key=lambda p: (_distance(p, day), p.first), default=None)


def _in_order(periods: Sequence[Period], previous: Period) -> Period | None:
    """In a narrative: the nearest to the period named before; back in time counts double, for stories run forward."""

    def away(period: Period) -> int:
        return max(0, (period.first - previous.last).days, 2 * (previous.first - period.last).days)

    return min(periods, key=lambda period: (away(period), period.first), default=None)


def _distance(period: Period, day: date) -> int:
    return max(0, (period.first - day).days, (day - period.last).days)


def _until(expression: Expression, period: Period | None) -> Period | None:
    """ "March 3-5": the value is that of its first day, the days are all of them."""
    if period is None or expression.until is None:
        return period
    far = named_period(expression.until, expression.until.year or period.first.year)
    return replace(period, last=far.last) if far and far.last > period.last else period


def _weekday(expression: Expression, day: date) -> Period | None:
    ahead = ((expression.weekday or 1) - day.isoweekday()) % 7
    behind = (7 - ahead) % 7
    if expression.shift == -1:
        move = -(behind or 7)
    elif expression.shift == 1:
        move = ahead or 7
    elif expression.tense == "future" or (expression.shift == 0 and expression.tense != "past"):
        move = ahead
    else:
        move = -behind
    return day_of(plus(day, "day", move))


def _offset(expression: Expression, anchored: Period | None, day: date, previous: Period | None) -> Period | None:
    unit, shift = expression.unit or "day", expression.shift or 0
    quarter = previous if previous and re.search(r"-Q\d$", previous.value) else None
    if unit == "year" and shift and quarter and (anchored or expression.bound == "before"):
        return unit_period("quarter", plus(quarter.first, "year", shift))  # "a year earlier", of a quarter's results
    if unit == "quarter" and anchored and not shift:
        return quarter or unit_period("quarter", plus(day, "quarter", -1))
    if unit == "weekend" and expression.shift is None:
        return weekend_of(plus(day, "week", 0 if day.weekday() > 4 or expression.tense == "future" else -1))
    if unit == "day" and anchored and anchored.first != anchored.last:
        return _some_day(anchored)
    base = anchored.first if anchored else day
    return unit_period(unit, plus(base, unit, shift))


def _some_day(period: Period) -> Period | None:
    """ "That day", of a month: a day of it."""
    if not re.fullmatch(r"\d{4}(-\d\d)?", period.value):
        return None
    return Period(period.value + ("-XX" if "-" in period.value else "-XX-XX"), period.first, period.last)


# ---- against a publication date, or the interval in which it lies ----


def resolve(
    expression: Expression,
    published: Interval,
    previous: Period | None = None,
    years: Mapping[tuple[int, int], int] | None = None,
    narrative: bool = False,
) -> Resolved:
    """Value and days of ``expression`` in a report published in ``published``.

    ``previous`` is the period that the text named before; ``years`` gives the year of days (month, day) that the story
    names elsewhere with their year.
    """
    if expression.form == "date" and expression.year is not None and expression.year < MINYEAR:
        return Resolved(f"BC{-expression.year:04}")
    expression = _with_year(expression, years or {})
    if expression.form in ("duration", "set", "ref"):
        return _unanchored(expression, published, previous)
    if expression.form == "offset" and not expression.exact:
        return _vague(expression, published, previous)
    ends = [
        on_day(expression, day, previous, narrative) if day else None
        for day in (published.earliest, published.latest)
    ]
    if not any(ends) and _free(expression, previous):
        ends = [on_day(expression, date(2000, 1, 1), previous, narrative)] * 2
    return _joined(expression, published, ends[0], ends[1])


def _with_year(expression: Expression, years: Mapping[tuple[int, int], int]) -> Expression:
    if expression.form != "date" or expression.year is not None or not (expression.month and expression.day):
        return expression
    return replace(expression, year=years.get((expression.month, expression.day)))


def _free(expression: Expression, previous: Period | None) -> bool:
    """Whether the publication date does not matter."""
    if expression.form == "date" and expression.year is not None:
        return True
    return expression.anchor == "previous" and previous is not None


def _joined(
    expression: Expression, published: Interval, early: Period | None, late: Period | None
) -> Resolved:
    """The result for both ends of the publication interval, in one: dates move with publication, never against it."""
    if early and late and early == late:
        first, last = _part(early, expression.part)
        value = early.value + _daypart(expression)
        return Resolved(
            value, _bounded(expression, published, first, last), _anchor(expression, published), early
        )
    first_day = _part(early, expression.part)[0] if early else None
    last_day = _part(late, expression.part)[1] if late else None
    value = underspecified(expression) + _daypart(expression)
    if first_day is None and last_day is None:
        return Resolved(value)
    return Resolved(
        value, _bounded(expression, published, first_day, last_day), _anchor(expression, published)
    )


def _bounded(expression: Expression, published: Interval, first: date | None, last: date | None) -> Interval:
    """ "Since X" runs to publication; "earlier this week" ends, "later this week" begins with it."""
    if expression.bound == "since" or (expression.bound == "before" and expression.form != "date"):
        last = published.latest if expression.bound == "since" else _least(last, published.latest)
    if expression.bound == "after" and first and published.earliest:
        first = max(first, published.earliest)
    if first and last and first > last:
        first, last = last, first
    return Interval(first, last)


def _least(a: date | None, b: date | None) -> date | None:
    return min(a, b) if a and b else a or b


def _part(period: Period, part: str | None) -> tuple[date, date]:
    """The early, middle or late third of a month or of something longer; of a month, its ten days."""
    length = (period.last - period.first).days + 1
    if part is None or length < 6:
        return period.first, period.last
    third = 10 if 28 <= length <= 31 else length // 3
    edges = {"early": (0, third - 1), "mid": (third, 2 * third - 1), "late": (2 * third, length - 1)}[part]
    return period.first + timedelta(edges[0]), period.first + timedelta(edges[1])


def _daypart(expression: Expression) -> str:
    daypart = expression.daypart
    return "" if not daypart else daypart if daypart.startswith("T") else f"T{daypart}"


def _anchor(expression: Expression, published: Interval) -> str | None:
    if expression.form == "date" and expression.year is not None:
        return None
    if expression.anchor == "previous":
        return "the date said before"
    return "publication"


def underspecified(expression: Expression) -> str:
    """The TIMEX3 value of an expression whose anchor is not known."""
    if expression.form == "weekday":
        return f"XXXX-WXX-{expression.weekday}"
    if expression.form == "date":
        year = "XXXX" if expression.year is None else f"{expression.year:04}"
        if expression.quarter:
            return f"{year}-Q{expression.quarter}"
        if expression.season:
            return f"{year}-{expression.season}"
        return (
            year
            + (f"-{expression.month:02}" if expression.month else "")
            + (f"-{expression.day:02}" if expression.day else "")
        )
    return {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
    }.get(expression.unit or "day", "XXXX")


# ---- what has no day of its own ----


def _vague(expression: Expression, published: Interval, previous: Period | None) -> Resolved:
    """ "Recent days", "a few weeks ago"."""
    unit, count = expression.unit or "day", FEW if (expression.shift or 0) >= 0 else -FEW
    letter = {
        "day": "D",
        "week": "W",
        "weekend": "WE",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "decade": "E",
    }.get(unit, "C")
    return Resolved(f"PX{letter}", _reach(published, unit, count), "publication")


def _reach(published: Interval, unit: str, count: int) -> Interval | None:
    """From publication back or forward by so many units."""
    if published.earliest is None and published.latest is None:
        return None
    if count < 0:
        return Interval(
            plus(published.earliest, unit, count) if published.earliest else None, published.latest
        )
    return Interval(published.earliest, plus(published.latest, unit, count) if published.latest else None)


def _unanchored(expression: Expression, published: Interval, previous: Period | None) -> Resolved:
    value = expression.value or ""
    if expression.form == "ref":
        spans = {
            "PRESENT_REF": (published.earliest, published.latest),
            "PAST_REF": (None, published.latest),
            "FUTURE_REF": (published.earliest, None),
        }[value]
        return Resolved(value, Interval(*spans) if any(spans) else None, "publication")
    length = re.fullmatch(r"P(X|\d{1,4})(D|WE|W|M|Q|Y|E|C)", value)
    if expression.form != "duration" or not length:
        return Resolved(value)
    unit = {
        "D": "day",
        "W": "week",
        "WE": "weekend",
        "M": "month",
        "Q": "quarter",
        "Y": "year",
        "E": "decade",
        "C": "century",
    }[length[2]]
    count = FEW if length[1] == "X" else int(length[1])
    if expression.shift:
        return Resolved(value, _reach(published, unit, count * expression.shift), "publication")
    if expression.anchor == "previous" and previous and unit in ("day", "week", "month"):
        return Resolved(
            value, Interval(previous.first, plus(previous.first, unit, count)), "the date said before"
        )
    return Resolved(value)
