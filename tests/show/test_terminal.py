"""The story on the terminal: what has to be there, at any width, with or without colour."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from sayso.show import terminal, words
from sayso.show.plain import STEERING
from sayso.story import Pair, Story


def shown(stories: list[Story], width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    terminal.show(stories, Console(file=out, width=width, highlight=False, force_terminal=colour))
    return out.getvalue()


@pytest.mark.parametrize(
    "expected",
    [
        "Dam bursts above Ostrava Vale",
        "3 reports (1 copy)",
        "1 figure (1 in conflict)",
        "[1] Vellmar Herald · 2031-05-04 (stated in the header line)",
        "[2] Night Courier · from 2031-05-04 (cites the Vellmar Herald of 4 May",
        "[3] evening.example · by 2031-05-09",
        "copy of report 1: repeats 100 % of its words",
        "left out as page furniture: 17% of the text (1 credit, 1 promo)",
        "warning: garbled “asdf kjh water the was people” [3:3]",
        "people killed: 12 or more · IN CONFLICT · 2 independent voices",
        "“Nineteen people” a rescue official through Vellmar Herald, from 2031-05-04 [2:2]",
        "voice: Ilse Marrek [1][3] both reports name her",
        "conflict: 19 is said to be exact [2:2] [3:2]",
        "a warning before the burst · claim and denial",
        "said “We had no warning at all,” to reporters [1:4]",
        "denied that there had been no warning [2:3]",
        "2031-05-02 the Korrin dam burst (stated by Ilse Marrek) [1:3] [3:2]",
        "by 2031-05-04 Sirens sounded [2:3]",
        "those who died: killed [1:3] martyred [2:4]",
    ],
)
def test_what_has_to_be_there(expected: str, story: Story) -> None:
    assert expected in " ".join(shown([story], width=200).split())


@pytest.mark.parametrize("width", [40, 50, 80, 120])
def test_no_line_is_longer_than_the_terminal(width: int, story: Story, hostile: Story) -> None:
    for line in shown([story, hostile], width).splitlines():
        assert len(line) <= width


def test_nothing_of_a_page_steers_the_terminal(hostile: Story) -> None:
    text = shown([hostile], width=100)
    assert all(c.isprintable() or c == "\n" for c in text)
    assert "[bold red]markup[/]" in " ".join(shown([hostile], width=5000).split())


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_words_are_survived(with_words: Callable[[str], Story], words: str) -> None:
    text = shown([with_words(words)])
    assert STEERING.search(text) is None


def test_what_is_cut_is_counted(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "LONGEST", dict.fromkeys(terminal.LONGEST, 1))
    again = dataclasses.replace(story, id="other")
    text = shown([story, again], width=200)
    for hidden in ("2 more (reports)", "1 more (disputes)", "2 more (speakers)", "1 more (timeline)",
                   "1 more (stories)", "2 more (amounts)", "1 more (statements)", "and 1 more"):  # fmt: skip
        assert hidden in text


def test_what_stands_beside_a_figure_gives_its_reason(story: Story) -> None:
    (figure,) = story.figures
    why = Pair("aaaa-q1", "cccc-q1", "compatible", "12 is a part of it")
    beside = dataclasses.replace(figure, beside=("cccc-q1",), pairs=(*figure.pairs[:1], why))
    text = shown([dataclasses.replace(story, figures=(beside,))], width=300)
    assert "beside it: at least 12 “At least 12 people” Ilse Marrek" in text
    assert "12 is a part of it" in text


def test_colour_adds_nothing_to_read(story: Story) -> None:
    assert "\x1b[" in shown([story], colour=True)
    assert "\x1b" not in shown([story])


def test_a_report_in_which_nothing_was_found_says_so(story: Story) -> None:
    assert words.SILENT not in shown([story])
    quiet = dataclasses.replace(
        story, quantities=(), attributions=(), figures=(), statements=(), disagreements=()
    )
    assert shown([quiet]).count(words.SILENT) == 3


def test_no_stories() -> None:
    assert shown([]).strip() == ""
