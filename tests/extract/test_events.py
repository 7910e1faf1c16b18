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
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[tuple[str, str, bool]]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    times = {time.id: time.span.of(text) for time in reading.times}
    found = [(e.span.of(text), times[e.time], e.attribution is not None) for e in reading.events]
    assert found == expected
    assert {e.attribution for e in reading.events} <= {None, *(a.id for a in reading.attributions)}
