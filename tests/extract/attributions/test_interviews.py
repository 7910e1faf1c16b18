"""Interviews and transcripts: an answer goes on below its label, up to the next one."""

from collections.abc import Callable
from typing import Any

QUESTIONS = """\
Dana Hale runs the port of Kelmouth. We spoke to her on Monday.

Q: How many were hurt?

A: We have treated 140 people.

Most of them had been on the ferry. The mayor told me that 20 are still in danger.

Q: When will the port open?

It has been shut for a month.

A: Not before June.

This interview was edited for length."""

LABELS = """\
Mara Quill and Dana Hale met on Monday.

Quill: The gates failed at noon. Nobody had tested them.

We had asked for money twice.

(A siren is heard.)

The ministry did not answer.

The night of the flood

Hale: Whom did you ask?

Quill: The ministry."""


def test_an_answer_goes_on_up_to_the_next_label(attributed: Callable[..., list[Any]]) -> None:
    assert [(a.words, a.speaker) for a in attributed(QUESTIONS) if a.within is None] == [
        ("A | : | We have treated 140 people. … Most of them had been on the ferry. "
         "The mayor told me that 20 are still in danger.", "Dana Hale"),
        ("A | : | Not before June.", "Dana Hale"),
    ]  # fmt: skip


def test_what_is_told_in_an_answer_is_nested(attributed: Callable[..., list[Any]]) -> None:
    (one,) = [a for a in attributed(QUESTIONS) if a.within]
    assert (one.words, one.speaker) == ("The mayor | told | that 20 are still in danger", "mayor")


def test_brackets_and_headings_are_nobodys(attributed: Callable[..., list[Any]]) -> None:
    assert [a.words for a in attributed(LABELS)][:1] == [
        "Quill | : | The gates failed at noon. Nobody had tested them. … We had asked for money twice. … "
        "The ministry did not answer."
    ]


def test_lines_that_only_look_like_labels(attributed: Callable[..., list[Any]]) -> None:
    text = "Quill: The gates failed.\n\nIt rained.\n\nNote: The gates are old.\n\nIt rained again."
    assert all("It rained" not in a.words for a in attributed(text))
