"""Expressions that hang on a date said before ("that night", "at 7 a.m.", "a day later"): on which, if any.

Which date a text goes on from is sound only close by: in the same sentence or the one before (an hour: of the
same paragraph), in the same mouth, and not wider than what hangs on it. What hangs on nothing close dates no
event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.model import Attribution, Expression, Timex
from sayso.nlp import Passage
from sayso.span import Span, starting_in

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def hanging(
    passages: Sequence[Passage], dates: Sequence[Timex], attributions: Sequence[Attribution]
) -> frozenset[str]:
    """The ids of the expressions that hang on a date said before, and have none close by."""
    contents = [span for attribution in attributions for span in attribution.content]
    loose: set[str] = set()
    before: list[Timex] = []
    days: set[Expression] = set()  # that the text has named so far
    for opens, said in _sentences(passages, dates):
        here: list[Timex] = []
        for timex in said:
            hour = _is_hour(timex.expression)
            near = here if opens and hour else [*before, *here]
            hangs = timex.expression.anchor == "previous" and not any(
                _carries(t, timex, contents) for t in near
            )
            if hangs and (not hour or len(days) > 1):
                loose.add(timex.id)
                continue
            here.append(timex)
            if _width(timex.expression) == 0 and timex.expression.anchor != "previous":
                days.add(_day(timex.expression))
        before = here
    return frozenset(loose)


def _sentences(passages: Iterable[Passage], dates: Sequence[Timex]) -> Iterator[tuple[bool, list[Timex]]]:
    """Whether it opens a paragraph, and its dates."""
    for passage in passages:
        for number, sentence in enumerate(passage.doc.sents):
            yield number == 0, [*starting_in(passage.span(sentence), dates, lambda t: t.span.start)]


def _carries(other: Timex, timex: Timex, contents: Sequence[Span]) -> bool:
    """Whether ``timex`` can hang on ``other``: of the same mouth, and as narrow."""
    mouth = all(content.contains(other.span) for content in contents if content.contains(timex.span))
    return mouth and _width(other.expression) <= _width(timex.expression)


def _width(said: Expression) -> int:
    if said.form == "date":
        unit = "day" if said.day else "month" if said.month else "quarter" if said.season else "year"
        return UNITS.index(unit)
    return UNITS.index(said.unit or "day") if said.form == "offset" else 0


def _day(said: Expression) -> Expression:
    return replace(said, daypart=None, part=None, tense="unknown", bound="on", until=None)


def _is_hour(said: Expression) -> bool:
    """ "At 7 a.m.", where the text has named one day so far, or none: then that of the report."""
    return said.daypart is not None and said.daypart.startswith("T")
