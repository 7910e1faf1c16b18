"""Events: what a date governs, and what a report tells as new without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from spacy.tokens import Span as Tokens

from sayso.data import words
from sayso.extract.attributions.headlines import is_headline
from sayso.extract.events.anchored import hanging
from sayso.extract.events.clauses import event_of, toll_clause, toll_verb
from sayso.extract.events.moods import Mood
from sayso.extract.events.verbs import is_news
from sayso.extract.saying import covered
from sayso.extract.times import ranges
from sayso.model import Attribution, Event, Quantity, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span, starting_in

DATING = ("date", "weekday", "offset", "named")
TOLLS = ("killed", "injured", "missing")
# words, date, place; on the side? how; verb; subject
Found = tuple[Span, Timex | None, Span, bool, Mood, str, Span | None]


def find_events(
    passages: Sequence[Passage],
    report: Report,
    times: Sequence[Timex],
    attributions: Sequence[Attribution],
    quantities: Sequence[Quantity] = (),
) -> tuple[Event, ...]:
    """What a report says happened or is to happen, labelled in its words. ``times`` in text order.

    Without a date: what the report begins with and tells as new ("has sunk"), and tolls so far ("12 have
    died"). They are as of the report.
    """
    dates = [t for t in times if t.expression.form in DATING]
    loose = hanging(passages, dates, attributions)
    dates = [t for t in dates if t.id not in loose]
    said = sorted(
        ((span, n, a.id) for n, a in enumerate(attributions) for span in a.content), key=itemgetter(0, 1)
    )
    sources = [a.source for a in attributions if a.source is not None and _by_document(a, report)]
    lead = next((p for p in passages if not is_headline(p)), None)
    found: list[Event] = []
    for passage in passages:
        here = starting_in(passage.whole, dates, lambda t: t.span.start)
        counts = [q for q in quantities if passage.whole.contains(q.span)]
        ends = ranges(passage, here)
        spoken = starting_in(passage.whole, said, lambda item: item[0].start)
        for span, time, place, aside, mood, verb, subject in _told(
            passage, here, sources, counts, ends, passage is lead
        ):
            holders = [(n, id_) for content, n, id_ in spoken if content.contains(place)]
            holder = max(holders)[1] if holders else None
            name, when = f"{report.id}-v{len(found)}", time.id if time else None
            far = ends.get(when or "")
            found.append(Event(name, report.id, span, when, holder, aside, mood, verb, far, subject))
    return tuple(found)


def _by_document(attribution: Attribution, report: Report) -> bool:
    """ "According to figures of Friday": that day dates the figures, not what they say."""
    return any(cue.of(report.text).lower().startswith("according") for cue in attribution.cue)


def _told(
    passage: Passage,
    dates: Sequence[Timex],
    sources: Sequence[Span],
    counts: Sequence[Quantity],
    ends: Mapping[str, str],
    lead: bool,
) -> Iterator[Found]:
    """What the dates of each sentence govern; what it tells as of the report."""
    for number, sentence in enumerate(passage.doc.sents):
        whole = passage.span(sentence)
        here = starting_in(whole, dates, lambda t: t.span.start)
        verbal = any(t.pos_ in ("VERB", "AUX") for t in sentence)
        for date in here if verbal else ():
            if date.id in ends.values() or any(source.contains(date.span) for source in sources):
                continue
            told, aside, how, subject = event_of(passage, date, sentence, [d for d in here if d != date])
            named = next(iter(covered(passage, subject.subtree)), None) if subject is not None else None
            for span in covered(passage, told):
                if span.overlaps(date.span):
                    yield span, date, date.span, aside, how, "", named
        tolls: list[Found] = [
            (span, None, q.number, False, "told", verb, None)
            for q in counts
            if whole.contains(q.span)
            for span, verb in _toll(passage, q, sentence, here)
        ]
        yield from tolls[:1]
        new = lead and number == 0 and not here and not tolls and is_news(sentence.root)
        if new and sentence.root.lemma_.lower() not in words("events", "saying"):
            for span in covered(passage, sentence)[:1]:
                yield span, None, passage.span(sentence.root), False, "told", sentence.root.text, None


def _toll(
    passage: Passage, quantity: Quantity, sentence: Tokens, dates: Sequence[Timex]
) -> tuple[tuple[Span, str], ...]:
    """The words with a count of people hurt so far that no date governs, and their verb: "40 have died"."""
    tokens = passage.tokens(quantity.number)
    if quantity.category not in TOLLS or tokens is None:
        return ()
    verb = toll_verb(tokens.root)
    own = covered(passage, verb.subtree) if verb is not None else ()
    if verb is None or any(span.contains(date.span) for span in own for date in dates):
        return ()
    told = covered(passage, toll_clause(verb, sentence))[:1]
    of_a_date = any(span.start == date.span.start for span in told for date in dates)
    whole = covered(passage, sentence)[:1] if of_a_date else told  # "since May 3, which has killed 40"
    return tuple((span, verb.text) for span in whole)
