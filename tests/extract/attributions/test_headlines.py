"""Titles that attribute, and lines of transcripts."""

from collections.abc import Callable
from typing import Any

import pytest

BODY = "Mara Quill said on Monday that the ferry would sail again."
OWN = "Mara Quill | said | that the ferry would sail again"

TITLES = [
    ("Ferry will sail again - Mara Quill", ["Mara Quill | - | Ferry will sail again", OWN]),
    ("Ferry will sail again – Mara Quill", ["Mara Quill | – | Ferry will sail again", OWN]),
    ("Mara Quill: ferry will sail again", ["Mara Quill | : | ferry will sail again", OWN]),
    ("'We will rebuild' - Mara Quill", ["Mara Quill | - | We will rebuild", OWN]),
    # no name, nobody speaks
    ("Update: ferry will sail again", [OWN]),
    ("Ferry sinks - two people missing", [OWN]),
    ("Ferry to sail again", [OWN]),
    ("Rovan Ferries: 15 boats back in ten days - UN agencies", [OWN]),
    ("Photo 3 of 14: A burnt-out ferry at the pier", [OWN]),
    ("Kelmouth votes: ferry will sail again", [OWN]),
    ('Crew of the "Grey Heron" is safe', [OWN]),
    # who is told something does not say it
    ("Thousands told not to use water", [OWN]),
    # what a headline joins to it
    ("Port denies ferry was full as toll reaches nine", ["Port | denies | ferry was full", OWN]),
    # quoted words of nobody named
    ("Ferry 'to sail again' after repairs", ["- | - | to sail again", OWN]),
    # who slams somebody says so, not the one who is slammed, though the parser reads one long name
    (
        "Dana Hale Slams Mara Quill: ‘She Lied to Us All’",
        ["Dana Hale | Slams | Mara Quill: ‘She Lied to Us All’", OWN],
    ),
    # what it is about, not who says it
    ("Typhoid: 57 dead in nine villages", [OWN]),
    ("GK204: what the harbour knows", [OWN]),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_titles(attributed: Callable[..., list[Any]], title: str, expected: list[str]) -> None:
    assert [a.words for a in attributed(BODY, title)] == expected


KINDS = [
    ("We will rebuild the pier - Mara Quill", "direct"),
    ("Ferry will sail again - Mara Quill", "indirect"),
    ("Ferry 'to sail again' after repairs", "mixed"),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_kind(attributed: Callable[..., list[Any]], title: str, kind: str) -> None:
    assert attributed(BODY, title)[0].kind == kind


def test_transcript(attributed: Callable[..., list[Any]]) -> None:
    text = (
        f"{BODY}\nQUILL: We will rebuild it by June. I promise you that.\nTICKETS: They are sold at the pier."
    )
    spoken = attributed(text)[1:]
    assert [(a.words, a.speaker, a.kind) for a in spoken] == [
        ("QUILL | : | We will rebuild it by June. I promise you that.", "Mara Quill", "direct")
    ]


def test_words_set_out_of_the_text(attributed: Callable[..., list[Any]]) -> None:
    text = f"{BODY}\n\n“We waited for six hours. Nobody came.” — Mara Quill, Kelmouth"
    said = attributed(text)[-1]
    assert (said.words, said.speaker, said.kind) == (
        "Mara Quill, Kelmouth | — | We waited for six hours. Nobody came.",
        "Mara Quill",
        "direct",
    )
