"""The timeline: dated events of all reports, joined where date and words are alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from sayso.data import words
from sayso.model import Attribution, Event, Evidence, Interval, Reading, Report, Timex
from sayso.periods import plus
from sayso.reconcile.joining import Sets
from sayso.reconcile.terms import content_terms, rarity
from sayso.story import TimelineEntry

ALIKE = 0.35  # share of the weight of the shorter wording that the other one has
BEGAN = re.compile(r"\d{4}(?:-\d\d){0,2}")
LAST_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)[ \t]+\Z")
LONG = 240  # characters of a label


def find_timeline(
    readings: Sequence[Reading], attributions: Mapping[str, Attribution], named: Callable[[str], str]
) -> tuple[TimelineEntry, ...]:
    """All events that something dates, earliest first."""
    texts = {reading.report.id: reading.report for reading in readings}
    dated = [pair for reading in readings for pair in _dated(reading)]
    same_day: defaultdict[tuple[date | None, date | None], list[Event]] = defaultdict(list)
    bases: dict[str, Interval] = {}
    for event, interval in sorted(dated, key=lambda pair: (pair[0].report, pair[0].span, pair[0].id)):
        same_day[interval.earliest, interval.latest].append(event)
        bases[event.id] = interval
    groups = [
        (bases[group[0].id], group)
        for days in sorted(same_day, key=_chronological)
        for group in _joined(same_day[days], texts)
    ]
    return tuple(
        TimelineEntry(
            id=f"t{number}",
            interval=interval,
            label=_label(group, texts),
            evidence=tuple(sorted(Evidence(event.report, event.span) for event in group)),
            certainty=_certainty(group, attributions, named),
        )
        for number, (interval, group) in enumerate(groups, start=1)
    )


def _dated(reading: Reading) -> Iterator[tuple[Event, Interval]]:
    """The events that a time dates, with their days."""
    times = {time.id: time for time in reading.times}
    for event in reading.events:
        interval = _days(times[event.time]) if event.time in times else None
        bounded = interval and (interval.earliest or interval.latest)
        if interval and bounded and not _in_a_name(times[event.time], reading.report.text):
            yield event, interval


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
    return None if vague and said.unit not in ("day", "week") else interval


def _in_a_name(time: Timex, text: str) -> bool:
    """Whether a bare year says which one ("the 1991 agreement", "Games 2012"), not when."""
    said = time.expression
    if said.form != "date" or said.month or said.season or said.quarter or said.unit or said.part:
        return False
    year = text.find(str(said.year), time.span.start, time.span.end)
    before = LAST_WORD.search(text[max(0, year - 40) : max(0, year)])
    return before is not None and before[1].casefold() not in words("function_words", "before_years")


def _chronological(days: tuple[date | None, date | None]) -> tuple[date, date]:
    return days[0] or days[1] or date.max, days[1] or date.max


def _joined(events: Sequence[Event], texts: Mapping[str, Report]) -> list[list[Event]]:
    """Events of one date that are told in alike words."""
    joined = Sets(event.id for event in events)
    words = {e.id: frozenset(content_terms(e.span.of(texts[e.report].text))) for e in events}
    for a, b in combinations(events, 2):
        if _alike(words[a.id], words[b.id]):
            joined.join(a.id, b.id)
    known = {event.id: event for event in events}
    return [[known[name] for name in names] for names in joined.sets()]


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    lighter = min(sum(map(rarity, sorted(terms))) for terms in (a, b))
    return bool(lighter) and sum(map(rarity, sorted(a & b))) >= ALIKE * lighter


def _label(group: Sequence[Event], texts: Mapping[str, Report]) -> str:
    """The words of the report that says it most shortly."""
    said = [" ".join(event.span.of(texts[event.report].text).split()) for event in group]
    best = min(said, key=lambda words: (len(words), words))
    return best if len(best) <= LONG else best[:LONG].rsplit(" ", 1)[0] + " …"


def _certainty(
    group: Sequence[Event], attributions: Mapping[str, Attribution], named: Callable[[str], str]
) -> str:
    """``reported`` where a report itself says so; else ``stated by`` those who do."""
    said = [attributions.get(event.attribution or "") for event in group]
    speakers = [attribution.speaker if attribution else None for attribution in said]
    if None in speakers:
        return "reported"
    return "stated by " + ", ".join(sorted({named(speaker) for speaker in speakers if speaker}))
