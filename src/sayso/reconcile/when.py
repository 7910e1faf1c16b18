"""When the events of one report were, or are to be: what their times say, as far as it is sound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.data import words
from sayso.model import Event, Expression, Interval, Reading, Report, Timex
from sayso.periods import plus
from sayso.span import Span

FIXED = 10  # days within which something planned has its date
NEWS = "told as new, without a date: when the report came out"
BEGAN = re.compile(r"\d{4}(?:-\d\d){0,2}")
YEARS = re.compile(r"\d{4}[-–—]\Z")
LAST_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)[ \t]+\Z")
NEXT_WORD = re.compile(r" ([a-z]+)")
LESS = re.compile(r"(?:less|fewer) than\b.*\bago\b", re.IGNORECASE)


def dated_events(reading: Reading) -> Iterator[tuple[Event, Interval]]:
    """The events that a time dates, with their days; of two times that date the same words, the narrower."""
    times = {time.id: time for time in reading.times}
    found = [(e, days) for e in reading.events if (days := _when(e, times, reading)) is not None]
    told: defaultdict[Span, list[Interval]] = defaultdict(list)
    for event, days in found:
        told[event.span].append(days)
    for event, days in found:
        narrower = any(within(other, days) for other in told[event.span])
        if not narrower and not (
            event.aside and event.time and _is_told_before(times[event.time], event, found)
        ):
            yield event, days


def _is_told_before(said: Timex, event: Event, found: Sequence[tuple[Event, Interval]]) -> bool:
    """ "The dam burst on Thursday, Quill said on Friday": what is told has a day of its own."""
    return any(
        event.span.start <= other.span.start and other.span.end <= said.span.start and not other.aside
        for other, _ in found
    )


def _when(event: Event, times: Mapping[str, Timex], reading: Reading) -> Interval | None:
    """When an event was, or is to be; None if nothing says so."""
    published = reading.report.published
    if event.time is None:
        said = next((a.said for a in reading.attributions if a.id == event.attribution), None)
        days = said if said and said.earliest and said.latest else published
        return replace(days, basis=NEWS) if days.earliest and days.latest else None
    if event.time not in times or _in_a_name(times[event.time], reading.report.text):
        return None
    dated = _days(times[event.time])
    if dated and LESS.match(times[event.time].span.of(reading.report.text)):
        dated = replace(dated, latest=published.latest)
    if dated and dated.latest and _is_capped(event, times[event.time].expression):
        dated = replace(dated, latest=_least(dated, published))
    if dated and event.until:
        dated = _up_to(dated, times.get(event.until))
    if (
        not dated
        or not (dated.earliest or dated.latest)
        or _far_ahead(dated, published)
        or _is_of_another(event, dated, times, published)
        or _is_of_either_year(event, dated, times[event.time], reading.report)
    ):
        return None
    return dated


def _up_to(near: Interval, far: Timex | None) -> Interval | None:
    """ "Between May 3 and May 5": all of these days."""
    end = far.interval.latest if far and far.interval else None
    return replace(near, latest=end) if end and near.earliest and near.earliest <= end else None


def _is_of_another(event: Event, dated: Interval, times: Mapping[str, Timex], published: Interval) -> bool:
    """Whether a sentence told of now has a day that is past, or one of what would be: something else's."""
    said = times[event.time or ""].expression
    if (
        event.mood == "would"
        and published.latest
        and dated.latest
        and not said.daypart
        and said.bound != "after"
    ):
        return dated.latest <= published.latest
    if event.mood == "said" and dated.earliest and published.latest:
        return dated.earliest > published.latest  # nothing that was said
    if event.mood in ("told", "said") or said.bound == "since":
        return False
    if published.latest is None or dated.latest is None:
        return event.mood == "now" and said.form in ("weekday", "offset")
    return dated.latest < (published.earliest or published.latest)


def _is_of_either_year(event: Event, dated: Interval, time: Timex, report: Report) -> bool:
    """ "Pleaded guilty to the Nov. 22 raid", in October: whether a year ago or to come, that of the raid."""
    said, following = time.expression, NEXT_WORD.match(report.text, time.span.end)
    if (
        event.mood not in ("told", "said")
        or said.tense != "unknown"
        or said.form != "date"
        or said.year
        or not following
    ):
        return False
    ahead = dated.earliest and report.published.latest and dated.earliest > report.published.latest
    return bool(ahead) and following[1] not in words("function_words", "words")


def _is_capped(event: Event, said: Expression) -> bool:
    """Whether what is told as past lies before the report; a weekday says by itself which days it can be."""
    return (said.tense == "past" or event.mood == "said") and said.form != "weekday"


def _least(days: Interval, published: Interval) -> date | None:
    """What happened "this year" did so by the day of the report."""
    within = published.latest and (days.earliest or date.min) <= published.latest
    return min(days.latest, published.latest) if within and days.latest and published.latest else days.latest


def _far_ahead(days: Interval | None, published: Interval) -> bool:
    """What is to come has a place on the timeline only where its day or its week is fixed."""
    if days is None or days.earliest is None or published.latest is None:
        return False
    fixed = days.latest is not None and (days.latest - days.earliest).days < FIXED
    return days.earliest > published.latest and not fixed


def within(inner: Interval, outer: Interval) -> bool:
    """Whether one lies within the other and is narrower; an open side of the other holds anything."""
    if not (inner.earliest and inner.latest):
        return False
    inside = (outer.earliest or date.min) <= inner.earliest and inner.latest <= (outer.latest or date.max)
    return inside and (inner.earliest, inner.latest) != (outer.earliest, outer.latest)


def _days(time: Timex) -> Interval | None:
    """When it was; of what has gone on since then, when it began. Nothing for "in the last decades"."""
    said, interval = time.expression, time.interval
    if said.unit in ("decade", "century") and said.form != "date":
        return None
    if interval and interval.earliest and said.bound == "since" and not said.until:
        began = BEGAN.fullmatch(time.value)
        unit = ("year", "month", "day")[time.value.count("-")] if began else None
        if unit:
            return replace(interval, latest=plus(plus(interval.earliest, unit, 1), "day", -1))
    vague = said.form == "offset" and not said.exact and time.value.startswith("PX")
    some_time_ago = said.bound == "before" and said.unit in ("day", "week")
    return None if vague and not some_time_ago else interval


def _in_a_name(time: Timex, text: str) -> bool:
    """Whether a bare year says which one ("the 1991 agreement", "Games 2012"), not when."""
    said = time.expression
    if said.form != "date" or said.month or said.season or said.quarter or said.unit or said.part:
        return False
    year = text.find(str(said.year), time.span.start, time.span.end)
    if YEARS.search(text[max(0, year - 5) : max(0, year)]):
        return True  # "1955-2011": a life, or a term
    before = LAST_WORD.search(text[max(0, year - 40) : max(0, year)])
    return before is not None and before[1].casefold() not in words("function_words", "before_years")
