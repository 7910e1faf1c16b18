"""Dates the reports of a story, then everything that they say about time.

A day that one report names without its year has the year that another report of the story gives. What the
words of a report say about its publication stands in ``publication``, what tolls say in ``tolls``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from sayso.dates import Resolved, resolve, underspecified
from sayso.deixis import goes_on, is_precise
from sayso.model import UNKNOWN, Expression, Interval, Quantity, Reading, Timex
from sayso.periods import Period, plus
from sayso.reconcile.copies import Copies
from sayso.reconcile.dating.publication import published
from sayso.reconcile.dating.tolls import toll_bounds
from sayso.reconcile.dating.years import Years
from sayso.span import Span

HARMED = ("killed", "injured", "abducted")  # what has happened where it is not said to be feared or planned
RANGES = ("and", "or", "to", "through", "until", "till", "-", "–", "—")  # between a month and another
CLOSE, LONG, FAR = 5, 40, 1  # characters, and ends of paragraphs, between a day and its hour
AGAINST = re.compile(r"\b(?:from|than|against|with) \d[\d,.]* (?:\w+ )?on $")  # "up from 650 on | Tuesday"
LEADING = 3  # words of a paragraph that it opens with
CLOCK, MORNING = ("T0", "T1", "T2"), ("T0", "T10", "T11")
RECENT = 274  # days from a month told of to the report: the next one of its name is three months ahead
HISTORY = 1  # years between publication and most years that a text names: then it tells history


def date_story(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one story with dated reports and resolved times, in the order they came in."""
    years, story = _years(readings), _span(readings)
    dated = [_with_published(reading, published(reading, years, story)) for reading in readings]
    bounds = [toll_bounds(reading, dated) for reading in readings]
    dated = [_with_published(r, published(r, years, story, b)) for r, b in zip(readings, bounds, strict=True)]
    return [_resolved(reading, years) for reading in dated]


def as_first_told(undated: Sequence[Reading], dated: Sequence[Reading], copies: Copies) -> list[Reading]:
    """The readings; "yesterday" in what is copied from an earlier report hangs on the day of that."""
    told = {reading.report.id: reading for reading in undated}
    days = {reading.report.id: reading.report.published for reading in dated}
    return [_as_told_in(days, told[reading.report.id], reading, copies) for reading in dated]


def _as_told_in(days: Mapping[str, Interval], told: Reading, reading: Reading, copies: Copies) -> Reading:
    """What stands in passages of an earlier report as of its day; ``told`` is the reading without dates.

    The headline is the copy's own: it may tell what is new.
    """
    origin = copies.origins.get(reading.report.id)
    then, own = days.get(origin.name, UNKNOWN) if origin else UNKNOWN, reading.report.published
    earlier = then.is_day and then.latest and own.earliest and then.latest < own.earliest
    if origin is None or not earlier or not own.is_day:
        return reading
    old = _resolved(_with_published(told, then), {})
    shared, title = copies.within(reading.report.id, origin.name), reading.report.title

    def copied(span: Span) -> bool:
        return shared(span) and not (title is not None and title.overlaps(span))

    return replace(
        reading,
        times=tuple(b if copied(b.span) else a for a, b in zip(reading.times, old.times, strict=True)),
        quantities=tuple(
            b if copied(b.span) else a for a, b in zip(reading.quantities, old.quantities, strict=True)
        ),
        attributions=tuple(
            b if b.content and copied(b.content[0]) else a
            for a, b in zip(reading.attributions, old.attributions, strict=True)
        ),
    )


def _span(readings: Sequence[Reading]) -> Interval:
    """A year around the reports whose day is stated: reports of one story lie within it."""
    stated = [r.report.published for r in readings if r.report.published.is_day]
    days = [interval.latest for interval in stated if interval.latest]
    return Interval(plus(min(days), "year", -1), plus(max(days), "year", 1)) if days else UNKNOWN


def _with_published(reading: Reading, interval: Interval) -> Reading:
    return replace(reading, report=replace(reading.report, published=interval))


def _years(readings: Sequence[Reading]) -> Years:
    """The year of each day (month, day) that the story names with one year, and one only."""
    found: dict[tuple[int, int], set[int]] = {}
    for timex in (timex for reading in readings for timex in reading.times):
        said = timex.expression
        if said.form == "date" and said.year and said.month and said.day and not said.until:
            found.setdefault((said.month, said.day), set()).add(said.year)
    return {day: min(years) for day, years in sorted(found.items()) if len(years) == 1}


# ---- times of one report ----


def _resolved(reading: Reading, years: Years) -> Reading:
    """Fills the values of times, and the dates of quantities and attributions that hang on them."""
    published = reading.report.published
    told = _Told(reading, years)
    for timex, following in zip(reading.times, (*reading.times[1:], None), strict=False):
        told.take(timex, following)
    found = {timex.id: timex for timex in told.times}
    spoken = {a.id: _said(found.get(a.time or ""), a.said, published) for a in reading.attributions}
    return replace(
        reading,
        times=tuple(told.times),
        attributions=tuple(replace(a, said=spoken[a.id]) for a in reading.attributions),
        quantities=tuple(_dated(q, found, spoken, published) for q in reading.quantities),
    )


class _Told:
    """The times of a report, resolved one after the other: the next may hang on those told before."""

    def __init__(self, reading: Reading, years: Years) -> None:
        self.text, self.published = reading.report.text, reading.report.published
        self.years: Years = {} if self.published.is_day else years
        self.history = _is_history(reading)
        self.asides = {a.time for a in reading.attributions}
        self.heads = [mark.span for mark in reading.report.furniture]
        self.times: list[Timex] = []
        self.previous: Period | None = None
        self.months: dict[int, int] = {}  # told of as past without a year: of which
        self.named = 0  # where the last one was named
        self.day: Timex | None = None  # the last one on which an hour may hang
        self.other: Timex | None = None  # the one before it

    def take(self, timex: Timex, following: Timex | None) -> None:
        """Resolves the next time."""
        loose = not self.published.is_day
        said = _with_year(timex, following, self.previous, self.text)
        bare = said.form == "date" and not said.year and said.tense == "unknown" and said.day
        if bare and not (loose or self.history):
            said = replace(said, year=self.months.get(said.month or 0))  # "in January … a door on Jan. 21"
        today = self.previous is None or self.previous.first == self.published.latest
        last = self.times[-1] if self.times else None
        if last and _restates(timex, last, self.text):
            self.times.append(replace(timex, value=last.value, interval=last.interval, anchor=last.anchor))
        elif not (loose or today) and _is_far(said, self.text[self.named : timex.span.start]):
            self.times.append(replace(timex, value=underspecified(said)))
        elif said.anchor == "previous" and (said.daypart or "").startswith(CLOCK):
            on = self._on(timex)
            self.times.append(_hour(timex, on, self.published, self.text))
            if self.day and on is self.day and self.times[-1].anchor:
                self.day = replace(self.day, span=timex.span)
        else:
            hangs = self.history or (loose and goes_on(said, self.previous))
            anchor = self.previous if not today and (not loose or is_precise(self.previous)) else None
            self._add(timex, said, resolve(said, self.published, anchor, self.years, hangs))

    def _add(self, timex: Timex, said: Expression, told: Resolved) -> None:
        if told.period is not None:
            self.previous = _anchor(timex, told.period, self.previous, self.history)
            self.named = timex.span.end
            latest = self.published.latest if said.form == "date" and said.tense == "past" else None
            if latest and said.month and not said.year and (latest - told.period.last).days <= RECENT:
                self.months[said.month] = told.period.first.year
        self.times.append(replace(timex, value=told.value, interval=told.interval, anchor=told.anchor))
        one = told.period.first == told.period.last if told.period else said.form in ("weekday", "named")
        one = one and not AGAINST.search(self.text[: timex.span.start][-LONG:])
        if one and timex.id not in self.asides and not any(head.contains(timex.span) for head in self.heads):
            if not (self.day and self.day.interval == self.times[-1].interval):
                self.other = self.day
            self.day = self.times[-1]

    def _on(self, timex: Timex) -> Timex | None:
        """The day of an hour: right before it, else the last one; neither of two of a paragraph before."""
        last = self.times[-1] if self.times else None
        close = last and timex.span.start - last.span.end <= CLOSE
        if last and close and last.expression.form not in ("duration", "set", "ref"):
            return last
        if self.day and self.other and "\n\n" in self.text[self.day.span.end : timex.span.start]:
            return self.day if "\n\n" in self.text[self.other.span.end : self.day.span.start] else None
        return self.day


def _is_far(said: Expression, between: str) -> bool:
    """ "By evening", "a day earlier", a paragraph behind the last date: of which day, is not said.

    What a paragraph opens with goes on from the one before.
    """
    part = said.daypart and not said.daypart.startswith(CLOCK)
    hangs = said.unit == "day" and said.anchor == "previous" and bool(said.shift or part)
    opens = len(between.rpartition("\n\n")[2].split()) < LEADING
    near = opens and between.count(". ") + between.count(".\n") <= 1
    return hangs and between.count("\n\n") >= FAR and not near


def _restates(timex: Timex, last: Timex, text: str) -> bool:
    """ "Left on May 3 and was found on May 8, | five days later": how far that day is from one before it."""
    said, behind = timex.expression, text[timex.span.end :].lstrip(" ")[:1]
    gap = text[last.span.end : timex.span.start].strip()
    dated = last.expression.form in ("date", "weekday", "named") and gap in (",", "(", "-", "–", "—")
    counted = said.form == "offset" and said.anchor == "previous" and bool(said.shift)
    return dated and counted and not behind.isalnum()


def _hour(timex: Timex, day: Timex | None, published: Interval, text: str) -> Timex:
    """ "At 7 a.m.": of the last day told of, if it is near, else of any. Before noon a night has two days.

    What is told as past is of no day that lies ahead.
    """
    clock, on = timex.expression.daypart or "", day.interval if day else None
    past = timex.expression.tense == "past" and published.latest
    ahead = past and on and on.earliest and on.earliest > past
    if ahead or not (day and on and on.is_day) or text.count("\n\n", day.span.end, timex.span.start) > FAR:
        return replace(timex, value=clock, interval=Interval(None, published.latest) if past else None)
    night = day.expression.daypart == "NI" and clock.startswith(MORNING)
    days = Interval(on.earliest, plus(on.earliest, "day", 1) if night and on.earliest else on.latest)
    value = clock if night else f"{on.earliest}{clock}"
    return replace(timex, value=value, interval=days, anchor="the date said before")


def _with_year(timex: Timex, following: Timex | None, previous: Period | None, text: str) -> Expression:
    """ "Between June and July 2016" is June of 2016; "on July 22 that year", of the year named before."""
    said = timex.expression
    if said.form != "date" or said.year or not said.month or following is None:
        return said
    between = text[timex.span.end : max(timex.span.end, following.span.start)].strip(" ,").lower()
    then = following.expression
    if between in RANGES and then.form == "date" and then.year and then.month:
        return replace(said, year=then.year - (said.month > then.month))
    that_year = (then.form, then.unit, then.shift, then.anchor) == ("offset", "year", 0, "previous")
    if that_year and previous and between in ("", "of"):
        return replace(said, year=previous.first.year)
    return said


def _anchor(timex: Timex, period: Period, previous: Period | None, history: bool) -> Period | None:
    """The date on which the next may hang. After an aside ("a year earlier") a text goes on as before."""
    said = timex.expression
    aside = said.form == "offset" and said.anchor == "previous" and (said.shift or 0) < 0
    compared = said.form == "offset" and said.unit == "year" and "-Q" in period.value
    today = history and said.form in ("offset", "weekday") and said.anchor == "document"
    if aside or compared or today or "X" in period.value:
        return previous
    wider = previous and period.first <= previous.first and previous.last <= period.last
    return previous if wider and said.form == "date" and not (said.month or said.season) else period


def _is_history(reading: Reading) -> bool:
    """Whether a text tells history: the years it names lie well before publication, little hangs on today.

    Then its dates without a year hang on those with one.
    """
    latest = reading.report.published.latest
    said = [timex.expression for timex in reading.times]
    years = [s.year for s in said if s.form == "date" and s.year]
    today = [s for s in said if s.form in ("weekday", "offset") and s.anchor == "document"]
    return latest is not None and len(years) > 5 * (len(today) + 1) and latest.year - median(years) > HISTORY


def _said(timex: Timex | None, other: Interval | None, published: Interval) -> Interval | None:
    """When it was said or counted: then, or on ``other`` days; never after the report that tells of it."""
    days = timex.interval if timex else other
    ahead = days and days.earliest and published.latest and days.earliest > published.latest
    return None if ahead else days


def _dated(
    quantity: Quantity, times: Mapping[str, Timex], said: Mapping[str, Interval | None], published: Interval
) -> Quantity:
    """When it happened, and as of when the number holds: when it was said, else when the report came out."""
    timex = times.get(quantity.time or "")
    when = timex.interval if timex else quantity.when or _told(quantity, published)
    as_of = _said(times.get(quantity.counted or ""), said.get(quantity.attribution or ""), published)
    as_of = as_of or (published if published.is_known else None)
    return replace(quantity, when=when, as_of=quantity.as_of or as_of)


def _told(quantity: Quantity, published: Interval) -> Interval | None:
    """Who is counted as killed came to harm by the day of the report, if that is known."""
    if quantity.category not in HARMED or quantity.proposed or not published.is_day:
        return None
    return Interval(None, published.latest, "told as having happened")
