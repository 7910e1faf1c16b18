from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sayso.model import Attribution, Event, Expression, Interval, Reading, Timex
from sayso.reconcile.timeline import find_timeline
from sayso.span import Span

Told = Callable[..., Reading]
BURST = "On Friday the Korrin dam burst."
AGAIN = "The Korrin dam in the hills burst on Friday evening, and nobody was warned."
MET = "On Friday the cabinet met in Port Avel."


def event(
    reading: Reading, words: str, first: str | None, last: str | None, said: str | None = None
) -> Reading:
    """The reading with one more event, dated from ``first`` to ``last``."""
    name, number = reading.report.id, len(reading.events)
    start = reading.report.text.index(words)
    span = Span(start, start + len(words))
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    when = Interval(days[0], days[1], "stated")
    time = Timex(f"{name}-t{number}", name, span, "DATE", Expression("date"), "", when)
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
