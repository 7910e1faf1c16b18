"""Whom something is told is no part of what is told."""

from collections.abc import Callable
from typing import Any

import pytest

# "source | cue | content", and whom it is told
TOLD = [
    ("The mayor told Israeli Channel 12 it was shut.", ["The mayor | told | it was shut"],
     "Israeli Channel 12"),
    ("Hale told Sky News Arabia the talks had failed.", ["Hale | told | the talks had failed"],
     "Sky News Arabia"),
    ("The mayor told Kelmouth Radio crews were on site.",
     ["The mayor | told | crews were on site"], "Kelmouth Radio"),
    ("He told CBS News voters want a fight.", ["He | told | voters want a fight"], "CBS News"),
    ("Mara Quill told AFP news agency police had fired first.",
     ["Mara Quill | told | police had fired first"], "AFP"),
    ("A doctor told The Harbour Times 12 people had died.",
     ["A doctor | told | 12 people had died"], "The Harbour Times"),
    ('Hale told AFP only nine had been held, "for an hour".',
     ['Hale | told | only nine had been held, "for an hour"'], "AFP"),
    ("Quill told Hale she was wrong.", ["Quill | told | she was wrong"], "Hale"),
    # whom it is told, and that is all
    ("Quill told the crew to leave the ferry.", ["Quill | told | to leave the ferry"], "the crew"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "audience"), TOLD)
def test_whom(attributed: Callable[..., list[Any]], text: str, expected: list[str], audience: str) -> None:
    found = attributed(text)
    assert [a.words for a in found] == expected
    assert [a.audience for a in found] == [audience]


def test_an_outlet_that_is_told_passes_it_on(attributed: Callable[..., list[Any]]) -> None:
    (one,) = attributed("The mayor told Kelmouth Radio crews were on site.")
    assert one.relay == ("mayor", "Kelmouth Radio")
