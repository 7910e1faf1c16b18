"""Finds the time expressions of a report and says what they say. Which days they mean takes a calendar: ``dates``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.time_expression import express
from sayso.extract.time_grammar import Found, matches
from sayso.extract.time_guards import GUARDS, tense
from sayso.extract.time_tokens import Word, tokens_of
from sayso.model import Expression, Report, Timex, TimexType
from sayso.nlp import Passage
from sayso.span import Span

_BOUNDS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "by": "until",
}


def find_times(passages: Sequence[Passage], report: Report) -> tuple[Timex, ...]:
    """The time expressions of a report in text order, as TIMEX3 without values.

    Spans leave out prepositions, as TIMEX3 does. A date by which the report itself is dated counts where furniture
    holds it.
    """
    found = [item for passage in passages for item in _in_passage(passage)]
    found.extend(_heading(report))
    found.sort(key=lambda item: (item[0], item[1]))
    return tuple(
        Timex(f"{report.id}-t{n}", report.id, span, kind, expression)
        for n, (span, kind, expression) in enumerate(found, start=1)
    )


def _in_passage(passage: Passage) -> Iterator[tuple[Span, TimexType, Expression]]:
    tokens = tokens_of(passage.doc.text)
    taken: set[int] = set()
    for match in matches(tokens):
        if taken.isdisjoint(range(match.start, match.end)) and (item := _read(passage, tokens, match)):
            taken.update(range(match.start, match.end))
            yield item


def _read(
    passage: Passage, tokens: Sequence[Word], match: Found
) -> tuple[Span, TimexType, Expression] | None:
    """What a match says, if its guard lets it pass."""
    said = express(match, tokens)
    if said is None:
        return None
    kind, expression = said
    before, inside = tokens[: match.start], tokens[match.start : match.end]
    span = Span(inside[0].start, inside[-1].end).shift(passage.start)
    part = passage.tokens(span)
    if part is None:
        return None
    guard = match.rule.says.get("guard")
    if guard and not GUARDS[guard](before, inside, tokens[match.end :], part):
        return None
    bound = _BOUNDS.get(before[-1].text) if before and kind in ("DATE", "TIME") else None
    if bound and expression.bound == "on":
        expression = replace(expression, bound=bound)
    return span, kind, replace(expression, tense=tense(part))


def _heading(report: Report) -> Iterator[tuple[Span, TimexType, Expression]]:
    """The date in the furniture by which the report is dated."""
    day = report.published.earliest
    if day is None or day != report.published.latest:
        return
    for marked in report.furniture:
        tokens = tokens_of(marked.span.of(report.text))
        for match in matches(tokens):
            said = express(match, tokens)
            if said and (said[1].year, said[1].month, said[1].day) == (day.year, day.month, day.day):
                yield (
                    Span(tokens[match.start].start, tokens[match.end - 1].end).shift(marked.span.start),
                    *said,
                )
                return
