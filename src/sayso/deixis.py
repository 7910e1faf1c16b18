"""What a time expression names when it is said on a given day: "Thursday", "last week", "a year earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from sayso.model import Expression
from sayso.periods import Period, day_of, feast_days, named_period, plus, unit_period, weekend_of

STEP = 92  # days from a date said with its year to the next one, said without, of the same narrative
NEAR = 31  # of the days that share a name, the one within so many days of publication is meant
REACH = 214  # a past day or month said without its year lies no further back: see dating/publication.py


def on_day(
    expression: Expression, day: date, previous: Period | None = None, narrative: bool = False
) -> Period | None:
    """What ``expression`` names in a report of ``day``; ``previous`` is the period named before.

    In a narrative (a history, a chronology) dates without a year lie by the date before them, not by ``day``.
    """
    if expression.form == "date":
        return _date(expression, day, previous if expression.anchor == "previous" or narrative else None)
    if expression.form == "named":
        return _named(expression, day)
    if expression.form == "weekday" and expression.exact:
        return _weekday(expression, previous.first if previous and expression.anchor == "previous" else day)
    if expression.form == "offset" and expression.exact:
        told = narrative and expression.shift == 0 and expression.unit != "day"  # "the end of the year"
        hangs = expression.anchor == "previous" or told
        return _offset(expression, previous if hangs else None, day, previous)
    return None


def _date(expression: Expression, day: date, previous: Period | None) -> Period | None:
    if expression.unit == "quarter" and previous:  # "the 1988 period": the same quarter
        expression = replace(expression, quarter=_quarter(previous))
    if expression.year is not None:
        return _until(expression, named_period(expression, expression.year))
    anchor = previous.first if previous else day
    if expression.unit == "year" and expression.shift is not None:
        return named_period(expression, plus(anchor, "year", expression.shift).year)
    if expression.anchor == "previous" and expression.shift is None:
        return named_period(expression, anchor.year)
    years = [y for y in range(anchor.year - 8, anchor.year + 9) if MINYEAR <= y < MAXYEAR]
    periods = [period for year in years if (period := named_period(expression, year))]
    if previous and expression.shift is None:
        return _until(expression, _in_order(periods, previous))
    if expression.anchor == "previous":  # "the following June"
        found = _chosen(periods, expression.shift, "unknown", previous.last) if previous else None
        return None if found and found.last >= day and expression.tense == "past" else found
    same = [p for p in periods if p.first.isoweekday() == expression.weekday]  # "Sunday, March 3"
    tense = {"since": "past", "until": "near"}.get(expression.bound, expression.tense)
    if same or (expression.quarter and tense == "future"):  # "will report a loss for the third quarter"
        tense = "near"
    found = _chosen(same or periods, expression.shift, tense, anchor)
    unsaid = expression.tense == "unknown" and expression.shift is None
    vague = expression.bound == "since" and expression.day and unsaid
    if found and vague and (anchor - found.last).days > REACH:
        return None  # "duties since 1 July", in June: of last year, or to come
    return _until(expression, found)


def _named(expression: Expression, day: date) -> Period | None:
    """The day of that name that is meant, or its week; None where it is kept on several days of a year."""
    kept = _kept(expression, plus(day, "day", 6) if expression.unit else day)  # a week begins before its day
    if kept is None or expression.unit is None:
        return kept
    before = expression.unit == "weekend" and kept.first.weekday() < 2  # that before a Monday
    return unit_period(expression.unit, plus(kept.first, "week", -1 if before else 0))


def _kept(expression: Expression, day: date) -> Period | None:
    near_years = range(max(MINYEAR, day.year - 1), min(MAXYEAR, day.year + 2))
    listed = [
        feast_days(expression.name or "", y) for y in ([expression.year] if expression.year else near_years)
    ]
    periods = [Period(days[-1].isoformat(), *days) for found in listed for days in found]
    if any(len(found) > 1 for found in listed):
        near = [period for period in periods if _distance(period, day) <= NEAR]
        return near[0] if len(near) == 1 else None
    if expression.year and periods:
        return periods[0]
    return _chosen(periods, expression.shift, expression.tense, day)


def _chosen(periods: Sequence[Period], shift: int | None, tense: str, day: date) -> Period | None:
    """The period meant: past, coming, or the nearest. Without a tense it is past up to ``REACH``."""
    if shift == -1:
        return next((p for p in reversed(periods) if p.last < day), None)
    if shift == 1:
        return next((p for p in periods if p.first > day), None)
    if shift == 0:
        return next((p for p in periods if p.first.year == day.year), None)
    if tense == "future":
        return next((p for p in periods if p.last >= day), None)
    past = next((p for p in reversed(periods) if p.first <= day), None)
    if past and (tense == "past" or (tense == "unknown" and (day - past.last).days <= REACH)):
        return past
    return min(periods, key=lambda p: (_distance(p, day), p.first), default=None)


def _in_order(periods: Sequence[Period], previous: Period) -> Period | None:
    """In a narrative: the nearest to the one before. Back in time counts double: stories run forward."""

    def away(period: Period) -> int:
        return max(0, (period.first - previous.last).days, 2 * (previous.first - period.last).days)

    return min(periods, key=lambda period: (away(period), period.first), default=None)


def is_precise(period: Period | None) -> bool:
    """Whether a period is a month or less: then what follows in an undated text may hang on it."""
    return period is not None and (period.last - period.first).days <= 30


def goes_on(expression: Expression, previous: Period | None) -> bool:
    """Whether a past day or month follows the last within ``STEP`` days: "On May 3, 2021 … by June"."""
    if previous is None or not is_precise(previous) or expression.tense != "past":
        return False
    if expression.form != "date" or expression.year is not None or expression.month is None:
        return False
    period = _date(expression, previous.first, previous)
    return period is not None and 0 <= (period.last - previous.first).days <= STEP


def _distance(period: Period, day: date) -> int:
    return max(0, (period.first - day).days, (day - period.last).days)


def _until(expression: Expression, period: Period | None) -> Period | None:
    """ "March 3-5": the value is that of its first day, the days are all of them. "The week of March 3"."""
    if period and expression.unit == "week":
        return unit_period("week", period.first)
    if period is None or expression.until is None:
        return period
    year = expression.until.year or period.first.year
    far = named_period(expression.until, year)
    if far and far.last < period.first and not expression.until.year:
        far = named_period(expression.until, year + 1)  # "from 3 November to 5 March"
    return replace(period, last=far.last) if far and far.last > period.last else period


def _weekday(expression: Expression, day: date) -> Period | None:
    ahead = ((expression.weekday or 1) - day.isoweekday()) % 7
    behind = (7 - ahead) % 7
    if expression.unit == "week" and expression.shift:  # "two weeks ago Monday", "a week from Monday"
        return day_of(plus(day, "day", 7 * expression.shift + (ahead if expression.shift > 0 else -behind)))
    if expression.value == "W":  # "Tuesday last week"
        move = 7 * (expression.shift or 0) + (expression.weekday or 1) - day.isoweekday()
    elif expression.shift == -1:
        move = -(behind or 7)
    elif expression.shift == 1:
        move = ahead or 7
    elif expression.tense == "future" or (expression.shift == 0 and expression.tense != "past"):
        move = ahead
    else:
        move = -behind
    return day_of(plus(day, "day", move))


def _offset(
    expression: Expression, anchored: Period | None, day: date, previous: Period | None
) -> Period | None:
    unit, shift = expression.unit or "day", expression.shift or 0
    quarter = previous if previous and _quarter(previous) else None
    if unit == "year" and shift and quarter and (anchored or expression.bound == "before"):
        return unit_period("quarter", plus(quarter.first, "year", shift))  # "a year earlier", of a quarter
    if unit == "quarter" and anchored and not shift:
        return quarter or unit_period("quarter", plus(day, "quarter", -1))
    if unit == "weekend" and expression.shift is None:
        return weekend_of(plus(day, "week", 0 if day.weekday() > 4 or expression.tense == "future" else -1))
    if unit == "day" and anchored and anchored.first != anchored.last:
        return _some_day(anchored)
    found = unit_period(unit, plus(anchored.first if anchored else day, unit, shift))
    past = expression.anchor == "previous" and shift > 0 and expression.tense == "past"
    same = expression.anchor == "previous" and not (anchored or shift) and unit in ("week", "month")
    return None if same or (past and found.first > day) else found  # "the next day", past: of a day not said


def _quarter(period: Period) -> int | None:
    """Which quarter of its year a period is, if it is one."""
    found = re.search(r"-Q(\d)$", period.value)
    return int(found[1]) if found else None


def _some_day(period: Period) -> Period | None:
    """ "That day", of a month: a day of it."""
    if not re.fullmatch(r"\d{4}(-\d\d)?", period.value):
        return None
    return Period(period.value + ("-XX" if "-" in period.value else "-XX-XX"), period.first, period.last)
