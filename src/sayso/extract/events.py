"""Dated events: the sentences of a report that a date governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.saying import covered, inside
from sayso.model import Attribution, Event, Report, Timex
from sayso.nlp import Passage

DATING = ("date", "weekday", "offset", "named")


def find_events(
    passages: Sequence[Passage], report: Report, times: Sequence[Timex], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """One event for each sentence and date in it, labelled with the sentence."""
    found = [event for passage in passages for event in _in_passage(passage, report, times, attributions)]
    return tuple(Event(f"{report.id}-v{n}", *event) for n, event in enumerate(found))


def _in_passage(
    passage: Passage, report: Report, times: Sequence[Timex], attributions: Sequence[Attribution]
) -> Iterator[tuple]:  # type: ignore[type-arg]
    here = [
        t
        for t in times
        if passage.whole.contains(t.span) and t.expression.form in DATING and t.type in ("DATE", "TIME")
    ]
    for sentence in passage.doc.sents if here else ():
        if not any(t.pos_ in ("VERB", "AUX") for t in sentence):
            continue
        for span in covered(passage, sentence)[:1]:
            for time in (t for t in here if passage.span(sentence).contains(t.span)):
                holder = [a for a in attributions if inside(time.span, a.content)]
                yield report.id, span, time.id, holder[-1].id if holder else None
