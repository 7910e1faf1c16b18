"""Dated events: the sentences of a report that a date governs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.governed import introducing
from sayso.extract.saying import covered, without
from sayso.model import Attribution, Event, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span, starting_in

DATING = ("date", "weekday", "offset", "named")


def find_events(
    passages: Sequence[Passage], report: Report, times: Sequence[Timex], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """One event for each sentence and date in it, labelled with the sentence. ``times`` in text order."""
    dates = [t for t in times if t.expression.form in DATING and t.type in ("DATE", "TIME")]
    said = sorted(
        ((span, n, a.id) for n, a in enumerate(attributions) for span in a.content), key=itemgetter(0, 1)
    )
    found: list[Event] = []
    for passage in passages:
        here = starting_in(passage.whole, dates, lambda t: t.span.start)
        spoken = starting_in(passage.whole, said, lambda item: item[0].start) if here else ()
        for span, time in _dated(passage, here):
            holders = [(n, id_) for content, n, id_ in spoken if content.contains(time.span)]
            holder = max(holders)[1] if holders else None
            found.append(Event(f"{report.id}-v{len(found)}", report.id, span, time.id, holder))
    return tuple(found)


def _dated(passage: Passage, dates: Sequence[Timex]) -> Iterator[tuple[Span, Timex]]:
    """The sentences that say something happened, and each date in them."""
    for sentence in passage.doc.sents if dates else ():
        here = starting_in(passage.span(sentence), dates, lambda t: t.span.start)
        if here and any(t.pos_ in ("VERB", "AUX") for t in sentence):
            yield from (
                (span, date)
                for date in here
                for span in covered(passage, _clause(passage, date, sentence))[:1]
            )


CLAUSES = frozenset(("conj", "ccomp", "parataxis"))  # those that can be read alone


def _clause(passage: Passage, date: Timex, sentence: Tokens) -> Iterable[Token]:
    """The clause that a date stands in, if it has a subject of its own; else the sentence."""
    tokens = passage.tokens(date.span)
    for token in (tokens.root, *tokens.root.ancestors) if tokens is not None else ():
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        if token.pos_ in ("VERB", "AUX") and own:
            return without(token.subtree, introducing(token)) if token.dep_ in CLAUSES else sentence
    return sentence
