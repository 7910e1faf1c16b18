"""The timeline: dated events of all reports, joined where date and words are alike."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from sayso.data import words
from sayso.model import Attribution, Event, Evidence, Interval, Reading, Report, Timex
from sayso.periods import plus
from sayso.reconcile.joining import Sets
from sayso.reconcile.terms import content_terms, rarity
from sayso.span import Span, subtract
from sayso.story import TimelineEntry

Terms = Mapping[str, frozenset[str]]  # by event
Days = tuple[date | None, date | None]
ALIKE = 0.35  # share of the weight of the shorter wording that the other one has
FIRMLY = 0.5  # the same, where one of two dates is only wider than the other
FIXED = 10  # days within which something planned has its date
NEWS = "told as new, without a date: when the report came out"
BEGAN = re.compile(r"\d{4}(?:-\d\d){0,2}")
YEARS = re.compile(r"\d{4}[-–—]\Z")
LAST_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)[ \t]+\Z")
LESS = re.compile(r"(?:less|fewer) than\b.*\bago\b", re.IGNORECASE)
LONG = 240  # characters of a label


def find_timeline(
    readings: Sequence[Reading], attributions: Mapping[str, Attribution], named: Callable[[str], str]
) -> tuple[TimelineEntry, ...]:
    """All events that something dates, earliest first."""
    texts = {reading.report.id: reading.report for reading in readings}
    dated = [pair for reading in readings for pair in _dated(reading)]
    same_day: defaultdict[Days, list[Event]] = defaultdict(list)
    bases: dict[str, Interval] = {}
    for event, interval in sorted(dated, key=lambda pair: (pair[0].report, pair[0].span, pair[0].id)):
        same_day[interval.earliest, interval.latest].append(event)
        bases[event.id] = interval
    terms = {e.id: told for reading in readings for e, told in _terms(reading)}
    groups = [
        (bases[group[0].id], group)
        for days in sorted(same_day, key=_chronological)
        for group in _told_once(_joined(same_day[days], terms))
    ]
    return tuple(
        TimelineEntry(
            id=f"t{number}",
            interval=interval,
            label=_label(group, interval, texts),
            evidence=tuple(sorted(Evidence(event.report, event.span) for event in group)),
            certainty=_certainty(group, attributions, named),
        )
        for number, (interval, group) in enumerate(_merged(groups, terms), start=1)
    )


def _dated(reading: Reading) -> Iterator[tuple[Event, Interval]]:
    """The events that a time dates, with their days; of two times that date the same words, the narrower."""
    times = {time.id: time for time in reading.times}
    found = [(e, days) for e in reading.events if (days := _when(e, times, reading)) is not None]
    told: defaultdict[Span, list[Interval]] = defaultdict(list)
    for event, days in found:
        told[event.span].append(days)
    for event, days in found:
        if not any(_within(other, days) for other in told[event.span]):
            yield event, days


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
    if dated and dated.latest and times[event.time].expression.tense == "past":
        dated = replace(dated, latest=_least(dated, published))
    bounded = dated and (dated.earliest or dated.latest)
    return dated if bounded and not _far_ahead(dated, published) else None


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


def _within(inner: Interval, outer: Interval) -> bool:
    """Whether one lies within the other and is narrower, both with a beginning and an end."""
    if not (inner.earliest and inner.latest and outer.earliest and outer.latest):
        return False
    inside = outer.earliest <= inner.earliest and inner.latest <= outer.latest
    return inside and (inner.earliest, inner.latest) != (outer.earliest, outer.latest)


Group = tuple[Interval, list[Event]]


def _merged(groups: Sequence[Group], terms: Terms) -> list[Group]:
    """ "In May the dam burst" joins "on May 3 the dam burst" of another report, whose date says more."""
    begins = [days.earliest or date.min for days, _ in groups]
    joined: set[int] = set()
    for number, (days, group) in enumerate(groups):
        first = bisect_left(begins, days.earliest or date.max)
        last = bisect_right(begins, days.latest or date.min)
        nearby = [other for n, other in enumerate(groups[first:last], start=first) if n != number]
        inside = [own for when, own in nearby if _within(when, days) and _as_told(own, group, terms)]
        if len(inside) == 1:
            inside[0].extend(group)
            joined.add(number)
    return [group for number, group in enumerate(groups) if number not in joined]


def _as_told(some: Sequence[Event], others: Sequence[Event], terms: Terms) -> bool:
    """Whether other reports tell it in alike words."""
    apart = not {e.report for e in some} & {e.report for e in others}
    return apart and any(_alike(terms[a.id], terms[b.id], FIRMLY) for a, b in product(some, others))


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


def _chronological(days: Days) -> tuple[date, date]:
    return days[0] or days[1] or date.max, days[1] or date.max


def _joined(events: Sequence[Event], terms: Terms) -> list[list[Event]]:
    """Events of one date that are told in alike words."""
    joined = Sets(event.id for event in events)
    for a, b in combinations(events, 2):
        if (a.report, a.span) == (b.report, b.span) or _alike(terms[a.id], terms[b.id], ALIKE):
            joined.join(a.id, b.id)
    known = {event.id: event for event in events}
    return [[known[name] for name in names] for names in joined.sets()]


def _told_once(groups: Sequence[list[Event]]) -> list[list[Event]]:
    """Without what is only told on the side, where anything else is told of that date."""
    told = [group for group in groups if not all(event.aside for event in group)]
    return told or list(groups)


def _terms(reading: Reading) -> Iterator[tuple[Event, frozenset[str]]]:
    """The terms in which each event is told, its date left out: all events of a day share that."""
    text, times = reading.report.text, {time.id: time.span for time in reading.times}
    for event in reading.events:
        date_said = [times[event.time]] if event.time in times else []
        parts = subtract(event.span, date_said) or [event.span]
        yield event, frozenset(term for part in parts for term in content_terms(part.of(text)))


def _alike(a: frozenset[str], b: frozenset[str], share: float) -> bool:
    lighter = min(sum(map(rarity, sorted(terms))) for terms in (a, b))
    return bool(lighter) and sum(map(rarity, sorted(a & b))) >= share * lighter


def _label(group: Sequence[Event], days: Interval, texts: Mapping[str, Report]) -> str:
    """The words of the report that says it most shortly, rather of one that could know how it came."""
    best = min(
        ((e.aside, _ahead(days, texts[e.report])), len(words), words)
        for e in group
        for words in [" ".join(e.span.of(texts[e.report].text).split())]
    )[2]
    return best if len(best) <= LONG else best[:LONG].rsplit(" ", 1)[0] + " …"


def _ahead(days: Interval, report: Report) -> bool:
    """Whether a report came out before these days."""
    return bool(days.earliest and report.published.latest and report.published.latest < days.earliest)


def _certainty(
    group: Sequence[Event], attributions: Mapping[str, Attribution], named: Callable[[str], str]
) -> str:
    """``reported`` where a report itself says so; else ``stated by`` those who do."""
    said = [attributions.get(event.attribution or "") for event in group]
    speakers = [attribution.speaker if attribution else None for attribution in said]
    if None in speakers:
        return "reported"
    return "stated by " + ", ".join(sorted({named(speaker) for speaker in speakers if speaker}))
