"""What comes first, what is called what, and that nothing is dropped."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from sayso.model import Interval, Report
from sayso.show.view import View, site
from sayso.story import Agreement, Figure, Side, Story


def test_reports_by_their_likely_day() -> None:
    def published(name: str, first: tuple[int, int] | None, last: tuple[int, int] | None) -> Report:
        ends = [date(2031, *end) if end else None for end in (first, last)]
        return Report(name, "words", "0" * 64, published=Interval(ends[0], ends[1]))

    reports = (
        published("undated", None, None),
        published("wide", (1, 1), (12, 31)),
        published("open", (5, 4), None),
        published("stated", (5, 5), (5, 5)),
        published("by", None, (5, 3)),
    )
    view = View(Story("s", "t", reports))
    assert [page.report.id for page in view.pages] == ["by", "open", "stated", "wide", "undated"]
    assert [page.number for page in view.pages] == [1, 2, 3, 4, 5]


def test_conflicts_come_first_and_single_mentions_last(story: Story) -> None:
    def figure(name: str, agreement: str, *members: str) -> Figure:
        return Figure(name, name, members, agreement, (), 1, 1, ())  # type: ignore[arg-type]

    figures = (
        figure("one", "single", "bbbb-q1"),
        figure("same", "agree", "aaaa-q1", "cccc-q1"),
        figure("fight", "conflicts", "aaaa-q1", "bbbb-q1"),
    )
    view = View(dataclasses.replace(story, figures=figures))
    assert [f.id for f in view.figures] == ["fight", "same", "one"]
    assert [f.id for f in view.several] == ["fight", "same"]
    assert [f.id for f in view.single] == ["one"]


def test_what_nothing_holds_together_is_shown_alone(story: Story) -> None:
    view = View(dataclasses.replace(story, figures=(), statements=()))
    assert sorted(m for f in view.figures for m in f.members) == ["aaaa-q1", "bbbb-q1", "cccc-q1"]
    shown = [m for _, statements in view.speakers for s in statements for m in s.members]
    assert sorted(shown) == sorted(a.id for a in story.attributions)


def test_speakers_by_how_much_they_say(story: Story) -> None:
    assert [View(story).name(speaker) for speaker, _ in View(story).speakers] == [
        "Ilse Marrek", "Korrin Water", "a rescue official"
    ]  # fmt: skip


def test_own_words_of_a_report(story: Story) -> None:
    own = [dataclasses.replace(q, speaker=None) for q in story.quantities]
    reports = [
        dataclasses.replace(r, publisher=None, url=None) if r.id == "cccc" else r for r in story.reports
    ]
    view = View(dataclasses.replace(story, reports=tuple(reports), quantities=tuple(own)))
    assert [view.speaker(q) for q in own] == [
        "Vellmar Herald itself",
        "Night Courier itself",
        "report 3 itself",
    ]


def test_voice_of_a_mention(story: Story) -> None:
    view, origins = View(story), story.figures[0].origins
    names = [voice.name if (voice := view.voice(origins, q)) else None for q in story.quantities]
    assert names == ["Ilse Marrek", "a rescue official", "Ilse Marrek"]
    assert view.voice((), story.quantities[0]) is None


def test_place(story: Story) -> None:
    view = View(story)
    place = view.place(view.attributions["aaaa-a2"])
    assert (place.page.number, place.line, place.quote) == (1, 4, "We had no warning at all,")
    assert [role for _, role in place.marks] == ["content", "cue", "source"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://herald.example/dam", "herald.example"),
        ("javascript:alert(1)", None),
        ("http://[broken", None),
        ("//herald.example", None),
        (None, None),
    ],
)
def test_site(url: str | None, expected: str | None) -> None:
    assert site(url) == expected


@pytest.mark.parametrize(
    ("agreement", "voices", "expected"),
    [
        ("agree", 2, "agree"),
        ("agree", 1, "one voice, repeated"),
        ("conflicts", 1, "in conflict"),
        ("progresses", 2, "changes over time"),
    ],
)
def test_a_voice_that_agrees_with_itself_is_no_agreement(
    agreement: Agreement, voices: int, expected: str, story: Story
) -> None:
    [figure] = story.figures
    changed = dataclasses.replace(figure, agreement=agreement, origins=figure.origins[:voices])
    assert View(story).verdict(changed) == expected


def test_other_names_once_each(story: Story) -> None:
    names = ("the Korrin Water", "The operator", "the operator", "the company", "Korrin water")
    entities = [dataclasses.replace(e, aliases=names) if e.id == "s-e3" else e for e in story.entities]
    view = View(dataclasses.replace(story, entities=tuple(entities)))
    assert view.aliases("s-e3") == ["The operator", "the company"]
    assert view.aliases(None) == []


def test_a_side_of_several_voices_names_them(story: Story) -> None:
    view = View(story)
    assert view.party(Side("s-e1", ("cccc-q1",))) == "Ilse Marrek"
    assert view.party(Side(None, ("bbbb-q1", "cccc-q1"))) == "Ilse Marrek, a rescue official"
    nobody = dataclasses.replace(story.quantities[0], speaker=None)
    view = View(dataclasses.replace(story, quantities=(nobody, *story.quantities[1:])))
    assert view.party(Side(None, (nobody.id,))) == "not attributed"
