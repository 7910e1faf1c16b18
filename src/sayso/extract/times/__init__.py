"""Finds the time expressions of a report and what they say. Which days they mean is for ``dates``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from spacy.tokens import Span as Tokens

from sayso.data import table, words
from sayso.extract.times.expression import express
from sayso.extract.times.grammar import Found, matches
from sayso.extract.times.guards import GUARDS, Place, is_name
from sayso.extract.times.tense import begun, tense
from sayso.extract.times.tokens import BREAK, Word, tokens_of
from sayso.model import Expression, Report, Timex, TimexType
from sayso.nlp import Passage
from sayso.span import Span, starting_in

Item = tuple[Span, TimexType, Expression]
_BOUNDS: dict[str, Literal["since", "until"]] = {
    "since": "since", "until": "until", "till": "until", "through": "until", "to": "until",
}  # fmt: skip

_CLOCK = re.compile(r":[0-5]\d\b")


def find_times(passages: Sequence[Passage], report: Report) -> tuple[Timex, ...]:
    """The time expressions of a report in text order, as TIMEX3 without values.

    Spans leave out prepositions, as TIMEX3 does. Furniture holds none but the date that dates the report
    and the day of its dateline.
    """
    found = sorted([*_in_text(passages), *_heading(report)], key=lambda item: (item[0].start, -item[0].end))
    times = [
        Timex(f"{report.id}-t{n}", report.id, span, kind, expression)
        for n, (span, kind, expression) in enumerate(found, start=1)
    ]
    known, ends = {time.id: time.expression for time in times}, dict[str, str]()
    for passage in passages:
        ends |= ranges(passage, starting_in(passage.whole, times, lambda t: t.span.start))
    return tuple(_reaching(time, known.get(ends.get(time.id, ""))) for time in times)


def _reaching(near: Timex, far: Expression | None) -> Timex:
    """The near end of "between 1 May and 3 June", "from 2011 to 2014", with its reach."""
    said = near.expression
    dates = far is not None and said.form == far.form == "date" and bool(said.month) == bool(far.month)
    return replace(near, expression=replace(said, until=said.until or far)) if dates else near


def _in_text(passages: Sequence[Passage]) -> Iterator[Item]:
    """All passages in one go: the tokens of each, a break after each."""
    tokens = [token for p in passages for token in (*tokens_of(p.text, p.start), BREAK)]
    starts = [passage.start for passage in passages]
    taken: set[int] = set()
    for match in matches(tokens):
        if taken.isdisjoint(range(match.start, match.end)):
            passage = passages[bisect_right(starts, tokens[match.start].start) - 1]
            if item := _read(passage, tokens, match):
                taken.update(range(match.start, match.end))
                yield from _ends(tokens, match, item)
                yield from _clause(passage, item)


def _read(passage: Passage, tokens: Sequence[Word], match: Found) -> Item | None:
    """What a match says, if its guard lets it pass."""
    said, part = express(match, tokens), _tokens(passage, _span(tokens[match.start : match.end]))
    if said is None or part is None:
        return None
    kind, expression = said
    if kind == "DATE" and _CLOCK.match(passage.text, tokens[match.end - 1].end - passage.start):
        return None  # "13 May 15:30" is no May 15
    before, inside = tokens[max(0, match.start - 2) : match.start], tokens[match.start : match.end]
    place = Place(before, inside, tokens[match.end : match.end + 3], part)
    guard = match.rule.says.get("guard")
    if (expression.form != "named" and is_name(place)) or (guard and not GUARDS[guard](place)):
        return None
    bound = _BOUNDS.get(before[-1].text) if before and kind in ("DATE", "TIME") else None
    told = any(word.text == "when" for word in tokens[match.end : match.end + 2])
    if bound and expression.bound == "on" and not (bound == "since" and told):  # "since May, when it rained"
        expression = replace(expression, bound=bound)
    start = begun(part) if kind == "DATE" and expression.bound == "on" else None
    if start is not None and not (start.dep_ == "mark" and expression.form == "date"):
        expression = replace(expression, bound="since")
    if expression.form == "weekday" and place.follows("indefinite") and part.root.head.i <= part.root.i:
        expression = replace(expression, exact=False)
    expression = _known(expression, place)
    return _span(inside), kind, replace(expression, tense=tense(place))


def _known(said: Expression, place: Place) -> Expression:
    """A day that stands for what happened on it: "the Sept. 11 attacks" are those of one year."""
    for day in table("times")["known"]:
        this = said.form == "date" and (said.year, said.month, said.day) == (None, day["month"], day["day"])
        if this and place.after and place.after[0].text in day["before"]:
            return replace(said, year=day["year"])
    return said


def _ends(tokens: Sequence[Word], match: Found, item: Item) -> Iterator[Item]:
    """Both ends of "March 3-5" or "March 3 and 5", each with its own words, the first with its reach."""
    _, kind, expression = item
    if expression.until is None:
        yield item
        return
    far = match.parts["DAYEND"][0]
    between = match.start > 0 and tokens[match.start - 1].text == "between"
    two = tokens[far - 1].text == "and" and not between  # "on March 3 and 5"
    reach = None if two else expression.until
    yield _span(tokens[match.start : far - 1]), kind, replace(expression, until=reach)
    yield _span(tokens[far : match.end]), kind, replace(expression.until, tense=expression.tense)


def ranges(passage: Passage, dates: Sequence[Timex]) -> dict[str, str]:
    """ "Between May 3 and 5", "from 10 p.m. on Monday to 6 a.m.", "2015-16": the far end of each near one."""
    found = {}
    for near, far in pairwise(dates):
        before = passage.text[: near.span.start - passage.start].split()[-1:]
        between = passage.text[near.span.end - passage.start : far.span.start - passage.start].split()
        opened = before[0].lower() if before else ""
        years = near.expression.year and not (near.expression.month or far.expression.month)
        reaching = between and set(between) <= words("events", "reaching")
        if (opened == "between" and between == ["and"]) or (
            reaching and (opened == "from" or near.expression.until or (years and between[0] in "-–"))
        ):
            found[near.id] = far.id
    return found


def _clause(passage: Passage, item: Item) -> Iterator[Item]:
    """The whole of "since the talks began on May 3": from that day on, beside the day itself."""
    span, kind, expression = item
    part = _tokens(passage, span)
    if part is not None and kind == "DATE" and expression.form == "date" and expression.bound == "on":
        start = begun(part)
        if start is not None and start.dep_ == "mark":
            whole = Span(passage.start + start.idx, span.end)
            yield whole, kind, replace(expression, bound="since", until=None)


def _tokens(passage: Passage, span: Span) -> Tokens | None:
    start, end = span.start - passage.start, span.end - passage.start
    return passage.doc.char_span(start, end, alignment_mode="expand")


def _span(tokens: Sequence[Word]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _heading(report: Report) -> Iterator[Item]:
    """The date in the furniture by which the report is dated, and the day of a dateline, year or not.

    Where no day is stated with its year, that of a date line too.
    """
    day, dated = report.published.earliest, False
    stated = day is not None and day == report.published.latest
    telling = ("dateline",) if stated else ("dateline", "date_line", "timestamp")
    for marked in report.furniture:
        tokens = tokens_of(marked.span.of(report.text), marked.span.start)
        for match in matches(tokens) if stated or marked.label in telling else ():
            said = express(match, tokens)
            if said is None or said[1].form != "date" or not (said[1].month and said[1].day):
                continue
            this = (said[1].year, said[1].month, said[1].day)
            dates = stated and not dated and day is not None and this == (day.year, day.month, day.day)
            if dates or marked.label in telling:
                dated = dated or dates
                yield _span(tokens[match.start : match.end]), *said
                break
