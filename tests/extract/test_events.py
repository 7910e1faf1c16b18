"""Dated events: the words that say what happened, the date, and who says so."""

import pytest

from sayso.extract import extract
from sayso.model import Report

EVENTS = [
    ("The ferry sank on March 3.", [("The ferry sank on March 3", "March 3", False)]),
    ("Mara Quill said the ferry sank on March 3.", [("the ferry sank on March 3", "March 3", True)]),
    ("The ferry sank.", []),
    ("March 3, 2024", []),
    ("The journey took three days.", []),
    # a date in a clause of its own dates that clause
    (
        "The ministers met for the first time since the strike began on March 3.",
        [
            ("the strike began on March 3", "since the strike began on March 3", False),
            ("the strike began on March 3", "March 3", False),
        ],
    ),
    (
        "The bridge was closed when a pillar cracked on March 3.",
        [("The bridge was closed when a pillar cracked on March 3", "March 3", False)],
    ),
    ("She defended a treaty signed on March 3.", [("a treaty signed on March 3", "March 3", True)]),
    ("She runs the mill, which her family bought in 1991.", []),
    # no date of what the sentence tells
    ("Travellers should check the timetable on March 3.", []),
    ("The ferry is barred from sailing until March 3.", []),
    ("Prices are up 4 percent from May 2031.", []),
    ("It had not rained since March 3.", []),
    ("The plant sold 14,000 cars in 2031.", []),
    ("Turnout was 71 percent, up from 64 percent in 2031.", []),
    ("Mara Quill is a teacher in Kelmouth.", []),
    ("According to figures of March 3, the ferry carries 90 people.", []),
    ("Two men died after the flood of March 3.", []),
    ("The ferry sank in 2031.", [("The ferry sank in 2031", "2031", False)]),
    ("The flood killed 40 people in 2031.", [("The flood killed 40 people in 2031", "2031", False)]),
    # as of the report
    ("The port has closed for good.", [("The port has closed for good", None, False)]),
    ("The port closed for good.", []),
    (
        "It rained.\n\nMore than 40 people have died, Quill said.",
        [("More than 40 people have died", None, True)],
    ),
    ("It rained.\n\nThe port has closed for good.", []),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    times: dict[str | None, str] = {time.id: time.span.of(text) for time in reading.times}
    found = [(e.span.of(text), times.get(e.time), e.attribution is not None) for e in reading.events]
    assert found == expected
    assert {e.attribution for e in reading.events} <= {None, *(a.id for a in reading.attributions)}
