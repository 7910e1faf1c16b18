"""The timeline: dated events of all reports, joined where date and words are alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from sayso.data import words
from sayso.model import Attribution, Event, Evidence, Interval, Reading, Report, Timex
from sayso.periods import plus
from sayso.reconcile.joining import Sets
from sayso.reconcile.terms import content_terms, placed_terms, weight
from sayso.reconcile.when import NEWS, dated_events, within
from sayso.span import subtract
from sayso.story import TimelineEntry

Terms = Mapping[str, Mapping[str, bool]]  # by event; of each term, whether it stands with a capital
Days = tuple[date | None, date | None]
ALIKE = 0.35  # share of the weight of the shorter wording that the other one has
FIRMLY = 0.5  # the same, where one of two dates is only wider than the other, or one word is all
DEED = 0.2  # … of its words that are no names
FRESH = 3  # days before a report in which may lie what it tells as new
LONG = 240  # characters of a label


def find_timeline(
    readings: Sequence[Reading], attributions: Mapping[str, Attribution], named: Callable[[str], str]
) -> tuple[TimelineEntry, ...]:
    """All events that something dates, earliest first."""
    texts = {reading.report.id: reading.report for reading in readings}
    unsaid = {name for name, a in attributions.items() if a.polarity in ("deny", "refuse")}
    told = (pair for reading in readings for pair in dated_events(reading))
    dated = [(event, interval) for event, interval in told if event.attribution not in unsaid]
    same_day: defaultdict[Days, list[Event]] = defaultdict(list)
    bases: dict[str, Interval] = {}
    for event, interval in sorted(dated, key=lambda pair: (pair[0].report, pair[0].span, pair[0].id)):
        same_day[interval.earliest, interval.latest].append(event)
        bases[event.id] = interval
    times = {time.id: time for reading in readings for time in reading.times}
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
            label=_label([e for e in group if _ends(bases[e.id]) == _ends(interval)], interval, texts, times),
            evidence=tuple(sorted({Evidence(event.report, event.span) for event in group})),
            certainty=_certainty(group, attributions, named),
        )
        for number, (interval, group) in enumerate(_merged(groups, terms, times), start=1)
    )


Group = tuple[Interval, list[Event]]


def _merged(groups: Sequence[Group], terms: Terms, times: Mapping[str, Timex]) -> list[Group]:
    """ "In May the dam burst" joins "on May 3 the dam burst" of another report, whose date says more.

    The narrower first, so that "in 2031" joins both. What is told as new joins what dates it shortly before.
    What is open at one end ("on Monday", in a report of any day since May) stays out where nothing dates it.
    """
    kept: list[Group] = []
    starts: list[tuple[date, int]] = []  # of those kept, by their first day
    for days, group in sorted(groups, key=lambda found: (_width(found[0]), _chronological(_ends(found[0])))):
        reach = _reach(days)
        first = bisect_left(starts, (reach.earliest or date.min, 0))
        last = bisect_right(starts, (reach.latest or date.max, len(kept)))
        inside = [
            (when, own)
            for when, own in (kept[number] for _, number in starts[first:last])
            if within(when, reach)
            and _fits(group, when, times)
            and _as_told(own, group, terms, _is_new(days))
        ]
        if len({_ends(when) for when, _ in inside}) == 1:
            max((own for _, own in inside), key=lambda own: _shared(own, group, terms)).extend(group)
        elif days.earliest and days.latest:
            insort(starts, (days.earliest, len(kept)))
            kept.append((days, group))
    return sorted(kept, key=lambda found: _chronological(_ends(found[0])))


def _width(days: Interval) -> int:
    """In days; what is told as new comes last of its width, after what has a date."""
    if not (days.earliest and days.latest):
        return date.max.toordinal()
    return 2 * (days.latest - days.earliest).days + (days.basis == NEWS)


def _ends(days: Interval) -> Days:
    return days.earliest, days.latest


def _reach(days: Interval) -> Interval:
    """The days in which what other reports date may be the same: what is new came up to a few days before."""
    if not _is_new(days) or days.earliest is None:
        return days
    return replace(days, earliest=plus(days.earliest, "day", -FRESH))


def _is_new(days: Interval) -> bool:
    """Told as new in a report of a known day."""
    return days.basis == NEWS and days.earliest == days.latest


def _fits(group: Sequence[Event], when: Interval, times: Mapping[str, Timex]) -> bool:
    """Whether a day can be what each event calls its own: a Thursday, May 3."""
    if when.earliest is None or when.earliest != when.latest:
        return True
    said = [times[event.time].expression for event in group if event.time]
    return all(
        s.weekday in (None, when.earliest.isoweekday())
        and s.month in (None, when.earliest.month)
        and (s.day in (None, when.earliest.day) or s.until is not None)
        for s in said
    )


def _as_told(some: Sequence[Event], others: Sequence[Event], terms: Terms, new: bool) -> bool:
    """Whether other reports tell it in alike words; of what is new, its own report too."""
    apart = new or not {e.report for e in some} & {e.report for e in others}
    return apart and any(_alike(a, b, terms, FIRMLY) for a, b in product(some, others))


def _shared(some: Sequence[Event], others: Sequence[Event], terms: Terms) -> float:
    """The weight of the words that two tellings at most have in common."""
    return max(weight(terms[a.id].keys() & terms[b.id].keys()) for a, b in product(some, others))


def _chronological(days: Days) -> tuple[date, date]:
    return days[0] or days[1] or date.max, days[1] or date.max


def _joined(events: Sequence[Event], terms: Terms) -> list[list[Event]]:
    """Events of one date that are told in alike words."""
    joined = Sets(event.id for event in events)
    for a, b in combinations(events, 2):
        if (a.report, a.span) == (b.report, b.span) or _alike(
            a, b, terms, ALIKE if a.aside == b.aside else FIRMLY
        ):
            joined.join(a.id, b.id)
    known = {event.id: event for event in events}
    return [[known[name] for name in names] for names in joined.sets()]


def _told_once(groups: Sequence[list[Event]]) -> list[list[Event]]:
    """Without what is only told on the side, where anything else is told of that date."""
    told = [group for group in groups if not all(event.aside for event in group)]
    return told or list(groups)


def _terms(reading: Reading) -> Iterator[tuple[Event, Mapping[str, bool]]]:
    """The terms in which each event is told, and whether with a capital.

    Without the date, which all of a day share, and without what is told inside on the side.
    """
    text, times = reading.report.text, {time.id: time.span for time in reading.times}
    for event in reading.events:
        other = [times[event.time]] if event.time in times else []
        other += [
            e.span for e in reading.events if e.aside and e.span != event.span and event.span.contains(e.span)
        ]
        named = [event.subject] if event.subject else []
        parts = [*named, *(subtract(event.span, other) or [event.span])]
        told = [
            (term, said[at].isupper())
            for part in parts
            for said in [part.of(text)]
            for term, at in placed_terms(said)
        ]
        yield event, {term: (term, True) in told for term, _ in told}


def _alike(one: Event, other: Event, terms: Terms, share: float) -> bool:
    """Whether two events are told in alike words; of one without a date, in its verb too.

    "A man has been charged after the fire" has nearly all the words of the fire. Names alone in common are
    too little, but for what somebody said: some of what was done has to be told alike.
    """
    a, b = terms[one.id], terms[other.id]
    done = all(term in b for term in _verb(one)) and all(term in a for term in _verb(other))
    shared = a.keys() & b.keys()
    lighter = min(weight(a), weight(b))
    if not one.mood == other.mood == "said":
        deed, whole = (
            [t for t in of if not (a.get(t) or b.get(t))] for of in (shared, min(a, b, key=weight))
        )
        if not deed or weight(deed) < DEED * weight(whole):
            return False  # names are those of all that happened to them
        share = FIRMLY if len(shared) == 1 else share
    return done and bool(lighter) and weight(shared) >= share * lighter


def _verb(event: Event) -> list[str]:
    return content_terms(event.verb) if event.time is None else []


def _label(
    group: Sequence[Event], days: Interval, texts: Mapping[str, Report], times: Mapping[str, Timex]
) -> str:
    """The words of the report that says it most shortly, of those that date it so narrowly.

    Rather of one that could know how it came; rather words that name who or what: "he resigned" last. "Forty
    have died", said on a day, is not of that day: the words that say so come first.
    """
    best = min(
        (_only_said(e), e.aside, _ahead(days, texts[e.report]) or _is_plan(e, times), *_length(told))
        for e in group
        for told in [_told_of(e, texts[e.report].text)]
    )[-1]
    return best if len(best) <= LONG else best[:LONG].rsplit(" ", 1)[0] + " …"


def _only_said(event: Event) -> bool:
    """Told as of the day on which somebody said it."""
    return event.time is None and event.attribution is not None


def _told_of(event: Event, text: str) -> str:
    """The words in which an event is told, after its subject: "the ferry … sank on May 3"."""
    said = [span.of(text) for span in (event.subject, event.span) if span]
    return " ".join(" … ".join(said).split())


def _length(told: str) -> tuple[bool, int, str]:
    """Whether words name nobody ("he resigned", "in which ten died"), how many characters they have, they."""
    nobody = {*told.lower().split()[:2]} & {"which", "whom"}
    return bool(nobody) or told.split()[0].lower() in words("function_words", "pronouns"), len(told), told


def _is_plan(event: Event, times: Mapping[str, Timex]) -> bool:
    """ "Will meet on Friday"."""
    return event.time is not None and times[event.time].expression.tense == "future"


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
