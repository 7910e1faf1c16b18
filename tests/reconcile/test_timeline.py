from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Attribution, Event, Expression, Interval, Reading, Timex
from sayso.reconcile.timeline import find_timeline
from sayso.span import Span

Told = Callable[..., Reading]
BURST = "On Friday the Korrin dam burst."
AGAIN = "The Korrin dam in the hills burst on Friday evening, and nobody was warned."
WEEKDAY = Expression("weekday", weekday=5)
MET = "On Friday the cabinet met in Port Avel."


def event(
    reading: Reading,
    words: str,
    first: str | None,
    last: str | None,
    said: str | None = None,
    expression: Expression = WEEKDAY,
    value: str = "",
) -> Reading:
    """The reading with one more event, dated from ``first`` to ``last``; ``words`` hold the date too."""
    name, number = reading.report.id, len(reading.events)
    start = reading.report.text.index(words)
    span = Span(start, start + len(words))
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    when = Interval(days[0], days[1], "stated")
    time = Timex(f"{name}-t{number}", name, span, "DATE", expression, value, when)
    made = Event(f"{name}-v{number}", name, span, time.id, said)
    return replace(reading, times=(*reading.times, time), events=(*reading.events, made))


def entries(*readings: Reading, said: dict[str, Attribution] | None = None) -> list[tuple[str, int, str]]:
    found = find_timeline(readings, said or {}, lambda name: name.upper())
    return [(entry.label, len(entry.evidence), entry.certainty) for entry in found]


def test_the_same_day_in_alike_words_is_one(told: Told) -> None:
    a = event(told("a", BURST), BURST, "2031-05-02", "2031-05-02")
    b = event(told("b", AGAIN), AGAIN, "2031-05-02", "2031-05-02")
    assert entries(a, b) == [(BURST, 2, "reported")]


def test_other_words_or_another_day_are_two(told: Told) -> None:
    a = event(told("a", BURST), BURST, "2031-05-02", "2031-05-02")
    b = event(told("b", MET), MET, "2031-05-02", "2031-05-02")
    c = event(told("c", AGAIN), AGAIN, "2031-05-03", "2031-05-03")
    assert [label for label, _, _ in entries(b, c, a)] == [BURST, MET, AGAIN]


def test_what_nothing_dates_is_not_on_it(told: Told) -> None:
    assert entries(event(told("a", BURST), BURST, None, None)) == []


def test_who_states_it(told: Told) -> None:
    says = Attribution("a-a0", "a", None, "marrek", (), (Span(0, 5),), "indirect", "assert")
    a = event(told("a", BURST), BURST, "2031-05-02", None, said="a-a0")
    assert entries(a, said={"a-a0": says}) == [(BURST, 1, "stated by MARREK")]


@pytest.mark.parametrize(("text", "kept"), [
    ("The town was founded in 1991.", True),
    ("1991 was the year of the flood.", True),
    ("The 1991 agreement is void.", False),
    ("The Ostrava Games 1991 are recalled.", False),
])  # fmt: skip
def test_a_year_that_says_which_one_dates_nothing(told: Told, text: str, kept: bool) -> None:
    year = Expression("date", year=1991)
    reading = event(told("a", text), text, "1991-01-01", "1991-12-31", expression=year, value="1991")
    time = replace(reading.times[0], span=Span(text.index("1991"), text.index("1991") + 4))
    assert bool(entries(replace(reading, times=(time,)))) is kept


def test_what_goes_on_stands_where_it_began(told: Told) -> None:
    text, since = (
        "The camp has stood since March 2031.",
        Expression("date", year=2031, month=3, bound="since"),
    )
    a = event(told("a", text), text, "2031-03-01", "2031-09-09", expression=since, value="2031-03")
    (entry,) = find_timeline([a], {}, str)
    assert (entry.interval.earliest, entry.interval.latest) == (date(2031, 3, 1), date(2031, 3, 31))


def test_the_last_decades_are_no_date(told: Told) -> None:
    text, decades = "It rained in the past decade.", Expression("offset", unit="decade", shift=-1)
    a = event(told("a", text), text, "2021-01-01", "2030-12-31", expression=decades, value="202")
    assert entries(a) == []
