"""Reports of several parts, each headed by its own day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.extract import extract
from sayso.model import Interval, Reading
from sayso.read.text import Given, report
from sayso.reconcile.dating import date_story
from sayso.reconcile.parts import parts

FIRST = "Police in Kelmouth said on Tuesday that two people were killed when a ferry struck the quay."
THEN = "The harbour was opened again on Thursday. Three people have died, police said."


def made(*lines: str) -> Reading:
    return extract(report("\n\n".join(lines), Given("a" * 64)))


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        (("March 4, 2031 - ", "March 6, 2031 - "), [4, 6]),
        (("March 6, 2031 - ", "March 4, 2031 - "), [6, 4]),
        (("KELMOUTH, March 4, 2031 (Reuters) - ", "KELMOUTH, March 6, 2031 (Reuters) - "), [4, 6]),
        (("March 4, 2031\n", "March 6, 2031\n"), [4, 6]),
        (("March 4, 2031 - ", "March 4, 2031 - "), []),  # one day
        (("March 4, 2031 - ", ""), []),
        (("On March 4, 2031 ", "On March 6, 2031 "), []),  # told, not headed
    ],
)
def test_parts(heads: tuple[str, str], days: list[int]) -> None:
    found = parts(made(heads[0] + FIRST, heads[1] + THEN))
    assert [day.earliest.day for day in found.days if day.earliest] == days


def test_a_weekday_is_that_of_its_part() -> None:
    (story,) = date_story([made("March 4, 2031 - " + FIRST, "March 6, 2031 - " + THEN)])
    text = story.report.text
    days = {time.span.of(text): time.interval for time in story.times}
    assert days["Tuesday"] == Interval(date(2031, 3, 4), date(2031, 3, 4))
    assert days["Thursday"] == Interval(date(2031, 3, 6), date(2031, 3, 6))
    counted = [q.as_of.latest for q in story.quantities if q.as_of]
    assert counted == [date(2031, 3, 4), date(2031, 3, 6)]
