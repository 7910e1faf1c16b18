"""Attributions as a whole: speech within speech, when it was said, what the records hold together."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract import extract
from sayso.model import Marked, Report
from sayso.span import Span

NESTED = (
    "Dana Hale said that Mara Quill had promised to pay. “Lida Fenmont told us that the gates failed,” "
    "Hale added."
)


def test_speech_within_speech(attributed: Callable[..., list[Any]]) -> None:
    assert [(a.speaker, a.within) for a in attributed(NESTED)] == [
        ("Dana Hale", None),
        ("Mara Quill", "that Mara Quill had promised to pay"),
        ("Dana Hale", None),
        ("Lida Fenmont", "Lida Fenmont told us that the gates failed"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Mara Quill said on Monday that the ferry sank on March 3. Dana Hale said it sank on March 4.",
            ["Monday", None],
        ),
        ("The union’s lawyer, Dana Hale, said on Friday her client would fight the fine.", ["Friday"]),
        ("The owner of a ferry seized by the port last month said it was safe.", [None]),
        ("The owner of a ferry, seized by the port in May, on Monday said it was safe.", ["Monday"]),
        ("A statement released on Friday said that the port was closed.", ["Friday"]),
        ("The pier opened at noon on Friday, but director Hale said 40 boats were waiting.", [None]),
        # … nor is the day of what it is about
        ("As to the fire on 3 May 2019, the judge stated that nobody was guilty.", [None]),
        ("Regarding the crash on 3 May, Hale said on Friday that it was safe.", ["Friday"]),
        ("Nine are still reported missing; four listed as missing were found alive on Friday.", [None]),
    ],
)
def test_when_it_was_said(text: str, days: list[str | None]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    times = {time.id: time.span.of(text) for time in reading.times}
    assert [times[a.time] if a.time else None for a in reading.attributions] == days


def test_ids_count_in_text_order() -> None:
    reading = extract(Report("abc", NESTED, "x", language="en"))
    assert [a.id for a in reading.attributions] == [f"abc-a{n}" for n in range(4)]
    starts = [min(s.start for s in (*a.cue, *a.content)) for a in reading.attributions]
    assert starts == sorted(starts)
    assert {a.report for a in reading.attributions} == {"abc"}


def test_nothing_is_found_in_furniture() -> None:
    text = "Mara Quill said the dam was safe. Read more: Dana Hale said it was not. The gates are new."
    start = text.index("Read more")
    menu = Marked(Span(start, text.index(" The gates")), "menu")
    reading = extract(Report("r", text, "x", language="en", furniture=(menu,)))
    assert [a.content[0].of(text) for a in reading.attributions] == ["the dam was safe"]
    assert [e.name for e in reading.entities] == ["Mara Quill"]


def test_other_languages_give_nothing() -> None:
    reading = extract(Report("r", "Mara Quill ha detto che la diga è sicura.", "x", language="it"))
    assert (reading.attributions, reading.entities, reading.events) == ((), (), ())
