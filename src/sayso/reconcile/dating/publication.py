"""When an undated report was published: bounds, each with the words that give it. No day is invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.deixis import REACH
from sayso.model import EITHER, UNKNOWN, Expression, Interval, Quantity, Reading, Timex
from sayso.periods import Period, feast_days, named_period, plus
from sayso.reconcile.dating.years import Years, dated, follows, near, one_of_two, overlap, within

# Measured on 256 dated news texts (TimeBank, AQUAINT). Of the texts that name a past "May 3" without its
# year, 95 in 100 came out within 214 days of the latest such day. Of the texts that name a weekday that is
# past, the first one named was no more than three days past in 97 of 100. Of 618 dated texts (these, and
# those of three sets that name a day without its year), with their dates withheld, what is below bounds 143,
# and 136 of the intervals hold the true day; beside a dated report of their story 166, and 160.
LEAD = 3
FILED = 1  # days from a dateline's day to publication: in 19 of 20 dated reports that have one
DATED = ("dateline", "date_line", "timestamp")
YEAR = 365
CLAUSE = 80  # characters between a weekday and the named day that it is, between "will" and its date
WILL = re.compile(r"(?:\b(?:will|shall)|['’]ll)\b[^.;!?\n]*$")


@dataclass(frozen=True, slots=True)
class Bound:
    """One side of a publication interval, and why. ``upper``: not after ``day``; else not before it."""

    day: date
    why: str
    upper: bool = False


def published(
    reading: Reading, years: Years, story: Interval = UNKNOWN, further: Sequence[Bound] = ()
) -> Interval:
    """The tightest interval that the report's own words and ``further`` bounds support; a stated day stays.

    ``story`` is the time in which the story's reports lie: named days are looked up in it. A bound that
    contradicts the ones before it is left out: better a wide interval than none.
    """
    weekday, _ = _first_weekday(reading)
    given = one_of_two(reading.report.published, weekday, LEAD, story)
    if given.is_day:
        return given
    earliest, latest, why = given.earliest, given.latest, {False: "", True: ""}

    def tighten(bounds: Iterable[Bound]) -> None:
        nonlocal earliest, latest
        for bound in bounds:
            if _tightens(bound, earliest, latest):
                earliest, latest = (earliest, bound.day) if bound.upper else (bound.day, latest)
                why[bound.upper] = bound.why

    tighten(_said(reading, years, story))
    window = overlap(Interval(earliest, latest), story)
    tighten(_filed(reading, years, window, story))  # ahead of tolls: no circles
    tighten([*further, *_feast(reading, story)])
    if earliest is None and latest is None:
        return given
    basis = [given.basis] if given.is_known else []
    if earliest == latest and why[False] == why[True]:
        basis, why = [*basis, why[True]], {False: "", True: ""}
    basis += [f"not before {earliest}: {why[False]}"] if why[False] else []
    basis += [f"not after {latest}: {why[True]}"] if why[True] else []
    if given.basis == EITHER:  # one of two days: what rules out one leaves the other
        left = [day for day in (given.earliest, given.latest) if day in (earliest, latest)]
        return Interval(left[0], left[0], "; ".join(basis)) if len(left) == 1 else given
    return _near_weekday(reading, Interval(earliest, latest, "; ".join(basis)))


def _between(first: date, last: date, why: str, why_last: str = "") -> Iterator[Bound]:
    yield Bound(first, why)
    yield Bound(last, why + why_last, upper=True)


def _tightens(bound: Bound, earliest: date | None, latest: date | None) -> bool:
    inside = (earliest is None or bound.day >= earliest) and (latest is None or bound.day <= latest)
    return inside and bound.day != (latest if bound.upper else earliest)


def _said(reading: Reading, years: Years, story: Interval) -> Iterator[Bound]:
    """What the dates of a report say: it comes after what it tells of as past, ahead of its plans."""
    head = reading.report.title.start if reading.report.title else 0  # above: "Serving the coast since 1921"
    dates = [t for t in reading.times if t.expression.form == "date" and not t.expression.unit]
    dates = [t for t in dates if t.span.start >= head]
    past = [t for t in dates if t.expression.tense == "past" or t.expression.bound == "since"]
    latest: date | None = None
    for timex in past:
        said, period = timex.expression, dated(timex.expression, years, story)
        if period is None:
            continue
        start = plus(period.first, "day", 1 if said.bound == "since" and said.day else 0)
        latest = max(start, latest or start) if said.month else latest  # "in 2016" is background
        yield Bound(start, f"it tells of “{quoted(reading, timex)}”, {period.value}, as past")
        if not said.year:
            source = "other words of the story" if (said.month, said.day) in years else "its weekday"
            why = f"“{quoted(reading, timex)}” is said without its year, told by {source}"
            yield Bound(plus(period.last, "day", YEAR), f"{why}: within a year", upper=True)
    for timex in past:
        if latest and (period := _bare(timex.expression, years, latest)):
            why = f"“{quoted(reading, timex)}” is past, by at most {REACH} days (measured: 95 in 100 reports)"
            yield Bound(period.first, f"{why}, so it is that of {period.first.year}")
    yield from _age(reading, years)
    yield from _plans(reading, [t for t in dates if t.expression.tense == "future"])


def _plans(reading: Reading, dates: Sequence[Timex]) -> Iterator[Bound]:
    """ "Will meet on May 3, 2024": published no later. "Would" may be said of long ago."""
    for timex in dates:
        said, before = timex.expression, reading.report.text[: timex.span.start][-CLAUSE:]
        period = named_period(said, said.year) if said.year and said.month else None
        if period and WILL.search(before):
            why = f"it tells of “{quoted(reading, timex)}” as still to come"
            yield Bound(period.last, why, upper=True)


def _filed(reading: Reading, years: Years, window: Interval, story: Interval) -> Iterator[Bound]:
    """ "KYIV, March 3 (Reuters)": published that day or the next; "March 3" alone: that day.

    Only if ``window`` leaves one such day; of several the only one among the dated reports, or beside them.
    """
    lines = [marked for marked in reading.report.furniture if marked.label in DATED]
    weekday, _ = _first_weekday(reading)
    for timex in reading.times:
        said = timex.expression
        line = next((marked.label for marked in lines if marked.span.contains(timex.span)), None)
        if line is None or said.form != "date" or not said.day:
            continue
        found = [dated(said, years, window)] if (said.month, said.day) in years else [*within(said, window)]
        days = [p.first for p in found if p and (not weekday or follows(p.first, weekday, LEAD))]
        days = days if len(days) == 1 else [day for day in days if near(day, story)]
        if len(days) == 1:
            why = f"“{quoted(reading, timex)}” in the {line.replace('_', ' ')} can only be {days[0]}"
            filed = line == "dateline"
            yield Bound(days[0], why)
            late = plus(days[0], "day", FILED * filed)
            yield Bound(late, why + "; published by the next day" * filed, upper=True)


def _bare(said: Expression, years: Years, latest: date) -> Period | None:
    """The first such day or month that a report of ``latest`` or later can call past without its year."""
    if said.year or not said.month or said.anchor == "previous" or (said.month, said.day) in years:
        return None
    found = (named_period(said, year) for year in range(latest.year - 1, latest.year + 2))
    return next((p for p in found if p and p.last >= plus(latest, "day", -REACH)), None)


def _age(reading: Reading, years: Years) -> Iterator[Bound]:
    """ "The six-month-old war", "since May 3": publication is six months after, rounded to the month."""
    said = [(t.expression, quoted(reading, t)) for t in reading.times]
    starts = {
        (e.year, e.month, e.day): e for e, _ in said if e.form == "date" and e.day and e.bound == "since"
    }
    ages = [(e, words) for e, words in said if e.form == "duration" and words.endswith("old")]
    if len(starts) != 1 or len(ages) != 1:
        return
    [since], [(age, words)] = starts.values(), ages
    length = re.fullmatch(r"P(\d{1,3})([DWMY])", age.value or "")
    year = since.year or years.get((since.month or 0, since.day or 0))
    if year is None or length is None or not (start := named_period(since, year)):
        return
    unit, half = {"D": ("day", 1), "W": ("week", 4), "M": ("month", 16), "Y": ("year", 183)}[length[2]]
    when = plus(start.first, unit, int(length[1]))
    why = f"“{words}” since {start.value}, rounded to the {unit}"
    yield from _between(plus(when, "day", -half), plus(when, "day", half), why)


def _feast(reading: Reading, story: Interval) -> Iterator[Bound]:
    """ "On Sunday, in a speech on Memorial Day": a day of that name is, or begins on, a Sunday."""
    if story.earliest is None or story.latest is None:
        return
    for named, weekday in _beside(reading):
        days = [
            first if first.isoweekday() == weekday.expression.weekday else last
            for year in range(story.earliest.year, story.latest.year + 1)
            for first, last in feast_days(named.expression.name or "", year)
            if story.earliest <= first <= story.latest
            and weekday.expression.weekday in (first.isoweekday(), last.isoweekday())
        ]
        if len(days) == 1:
            both = f"“{quoted(reading, weekday)}” and “{quoted(reading, named)}”"
            why = f"{both} meet only on {days[0]} within a year of the dated reports"
            recent = ", and a bare weekday is of the last seven days"
            yield from _between(days[0], plus(days[0], "day", 6), why, recent)


def _beside(reading: Reading) -> Iterator[tuple[Timex, Timex]]:
    """Named days with the weekday said in the same clause."""
    for a, b in zip(reading.times, reading.times[1:], strict=False):
        named, weekday = (a, b) if a.expression.form == "named" else (b, a)
        between = reading.report.text[a.span.end : b.span.start]
        told = weekday.expression
        if named.expression.form != "named" or told.form != "weekday" or told.shift or told.tense == "future":
            continue
        if len(between) <= CLAUSE and not re.search(r"[.;!?\n]", between) and named.expression.shift is None:
            yield named, weekday


def _first_weekday(reading: Reading) -> tuple[int | None, str]:
    """The first weekday named, and its words, if it is a bare one that is past."""
    days = (t for t in reading.times if t.expression.form == "weekday" and t.expression.bound != "since")
    first = next(days, None)
    said = first.expression if first else None
    if first is None or said is None or said.shift or said.tense == "future" or not said.exact:
        return None, ""
    return said.weekday, quoted(reading, first)


def _near_weekday(reading: Reading, interval: Interval) -> Interval:
    """Moves both ends to days that follow the first weekday named by at most ``LEAD`` days."""
    weekday, said = _first_weekday(reading)
    if weekday is None:
        return interval
    earliest, latest = interval.earliest, interval.latest
    while earliest and not follows(earliest, weekday, LEAD):
        earliest = plus(earliest, "day", 1)
    while latest and not follows(latest, weekday, LEAD):
        latest = plus(latest, "day", -1)
    moved = (earliest, latest) != (interval.earliest, interval.latest)
    if not moved or (earliest and latest and earliest > latest):
        return interval
    why = f"“{said}” is at most {LEAD} days past (measured: 97 in 100 such reports)"
    return Interval(earliest, latest, f"{interval.basis}; {why}" if interval.basis else why)


def quoted(reading: Reading, said: Timex | Quantity) -> str:
    """The words of a time or a count."""
    return said.span.of(reading.report.text)
