"""Calendar reasoning: which days a time expression means, given when its report was published.

Values are those of TIMEX3. Publication may be a day or an interval; against an interval the value stays
underspecified (``XXXX-WXX-4``, a Thursday) unless every day of the interval gives the same, and the
interval of a result holds every day that the expression can mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta

from sayso.deixis import on_day
from sayso.model import Expression, Interval
from sayso.periods import Period, plus

_FAR = (date(1904, 2, 10), date(2101, 9, 23))  # any two days, far apart
# Days from a bare weekday: of 256 dated news texts three have such a one, two of them meant otherwise.
CHANGED = 6
FEW = 7  # "a few days", "recent weeks": no more than so many
_UNITS = {  # letters of durations in TIMEX3
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "E": "decade",
    "C": "century",
}  # fmt: skip
_LETTERS = {unit: letter for letter, unit in _UNITS.items()}
_UNSAID = {  # the value of a unit of which nothing is known
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time expression on the calendar. ``period`` is set where it names just one."""

    value: str
    interval: Interval | None = None
    anchor: str | None = None
    period: Period | None = None


# ---- against a publication date, or the interval in which it lies ----


def resolve(
    expression: Expression,
    published: Interval,
    previous: Period | None = None,
    years: Mapping[tuple[int, int], int] | None = None,
    narrative: bool = False,
) -> Resolved:
    """Value and days of ``expression`` in a report published in ``published``.

    ``previous`` is the period that the text named before; ``years`` gives the year of days (month, day)
    that the story names elsewhere with their year.
    """
    if expression.form == "date" and expression.year is not None and expression.year < MINYEAR:
        return Resolved(f"BC{-expression.year:04}")
    expression = _with_year(expression, years or {})
    if expression.form in ("duration", "set", "ref"):
        return _unanchored(expression, published, previous)
    if expression.form == "offset" and not expression.exact:
        return _vague(expression, published, previous)
    early, late = _ends(expression, published, previous, narrative)
    return _joined(expression, published, early, late)


def _with_year(expression: Expression, years: Mapping[tuple[int, int], int]) -> Expression:
    if expression.form != "date" or expression.year is not None or not (expression.month and expression.day):
        return expression
    return replace(expression, year=years.get((expression.month, expression.day)))


def _ends(
    expression: Expression, published: Interval, previous: Period | None, narrative: bool
) -> tuple[Period | None, Period | None]:
    """What the expression names if published at the earliest, and at the latest."""
    if published.earliest is None or published.latest is None:
        far = [on_day(expression, day, previous, narrative) for day in _FAR]
        if far[0] == far[1]:  # it does not hang on publication
            return far[0], far[1]
    ends = (published.earliest, published.latest)
    early, late = (on_day(expression, day, previous, narrative) if day else None for day in ends)
    return early, late


def _joined(
    expression: Expression, published: Interval, early: Period | None, late: Period | None
) -> Resolved:
    """Both ends of the publication interval in one: dates move with publication, never against it."""
    first = _part(early, expression.part)[0] if early else None
    last = _part(late, expression.part)[1] if late else None
    same = early if early == late else None
    value = (same.value if same else underspecified(expression)) + _daypart(expression)
    if first is None and last is None:
        return Resolved(value)
    if same and _is_of_either_week(expression, same, published):
        last = same.first + timedelta(7)
    return Resolved(value, _bounded(expression, published, first, last), _anchor(expression), same)


def _is_of_either_week(expression: Expression, named: Period, published: Interval) -> bool:
    """ "On Thursday", past, in a report of Wednesday: six days before, or the page changed a day later."""
    bare = expression.form == "weekday" and expression.shift is None and expression.anchor == "document"
    stated = published.latest is not None and published.earliest == published.latest
    return bare and stated and published.latest == named.first + timedelta(CHANGED)


def _bounded(expression: Expression, published: Interval, first: date | None, last: date | None) -> Interval:
    """ "Since X" runs to publication; "earlier this week" to the day before, "later this week" from it on."""
    if expression.bound == "since" or (expression.bound == "before" and expression.form != "date"):
        last = published.latest if expression.bound == "since" else _least(last, published.latest)
        if first and last and first < last and expression.shift == 0 and expression.bound == "before":
            last = min(last, published.latest - timedelta(1)) if published.latest else last  # not today
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


def _anchor(expression: Expression) -> str | None:
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
        return year + "".join(f"-{part:02}" for part in (expression.month, expression.day) if part)
    return _UNSAID.get(expression.unit or "day", "XXXX")


# ---- what has no day of its own ----


def _vague(expression: Expression, published: Interval, previous: Period | None) -> Resolved:
    """ "Recent days", "a few weeks ago"."""
    unit, count = expression.unit or "day", FEW if (expression.shift or 0) >= 0 else -FEW
    return Resolved(f"PX{_LETTERS[unit]}", _reach(published, unit, count), "publication")


def _reach(published: Interval, unit: str, count: int) -> Interval | None:
    """From publication back or forward by so many units."""
    if published.earliest is None and published.latest is None:
        return None
    earliest, latest = published.earliest, published.latest
    if count < 0:
        return Interval(plus(earliest, unit, count) if earliest else None, latest)
    return Interval(earliest, plus(latest, unit, count) if latest else None)


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
    unit = _UNITS[length[2]]
    count = FEW if length[1] == "X" else int(length[1])
    if expression.shift:
        return Resolved(value, _reach(published, unit, count * expression.shift), "publication")
    if expression.anchor == "previous" and previous and unit in ("day", "week", "month"):
        days = Interval(previous.first, plus(previous.first, unit, count))
        return Resolved(value, days, "the date said before")
    return Resolved(value)
