from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sayso.model import Reading
from sayso.reconcile import reconcile
from sayso.span import Span

Told = Callable[..., Reading]
OPENING = "In Ostrava Vale, where the Korrin dam burst, the debate goes on."
SOREL = "Ana Sorel"


def groups(told: Told, *says: dict[str, Any], reports: str = "ab") -> list[int]:
    """Sizes of the statements that ``says`` make, one in each report."""
    readings = [
        told(
            name,
            f"{OPENING} {given.get('speaker') or 'Somebody'} said: {given['words']}.",
            cast={SOREL: "person", "Ivan Brand": "person", "Korrin": "place"},
            says=[given],
        )
        for name, given in zip(reports, says, strict=True)
    ]
    (story,) = reconcile(readings)
    return sorted(len(statement.members) for statement in story.statements)


SAME = [
    (
        {"words": "the government will not rebuild the dam"},
        {"words": "we will never rebuild the dam, and this government says so"},
    ),
    (
        {"words": "we will not withdraw the engineers", "polarity": "refuse"},
        {"words": "there will be no withdrawal of engineers before the spring", "polarity": "refuse"},
    ),
    (
        {"words": "the engineers found a crack in the eastern wall in January"},
        {"words": "engineers found a crack in the eastern wall"},
    ),
    # other words for the same
    (
        {"words": "the company had never looked for a buyer"},
        {"words": "the company had not sought a buyer"},
    ),
    ({"words": "the troops will leave the valley in May"}, {"words": "in May the soldiers leave the valley"}),
    ({"words": "villagers were not warned"}, {"words": "the townspeople had received no warning"}),
    (
        {"words": "every family would be rehoused before winter", "polarity": "vow"},
        {"words": "each displaced family will have a home before winter", "polarity": "vow"},
    ),
    # a few words, all of which the other holds as they stand
    (
        {"words": "nobody saw it coming"},
        {"words": "the gates held, nobody saw it coming, and the town slept"},
    ),
    ({"words": "he sent no photograph of the wall"}, {"words": "no picture of the wall was sent"}),
    # more than one sentence, each said again
    (
        {"words": "The dam held for ninety years. Nobody saw a crack. We mourn with the valley"},
        {"words": "We mourn with the valley. The dam held for ninety years. Nobody saw a crack"},
    ),
    # a "not" in another clause
    (
        {"words": "the mill had lost 40 million crowns and could no longer compete"},
        {"words": "the mill lost 40 million crowns"},
    ),
    # words in quotation marks that the other has as they stand
    (
        {"words": "the valley will “rise on its own” in a dispute over aid"},
        {"words": "If Tarn lends us a hand, fine; else all of it has to rise on its own feet"},
    ),
    (
        {"words": "the plan was ‘a gift to poachers’"},
        {"words": "This is a gift to poachers and nothing else"},
    ),
    # two words that are rare, and part of a longer quotation, whatever "not" stands in the rest
    (
        {"words": "her speech was “utterly heartless”"},
        {"words": "I find it utterly heartless to leave the old people up there"},
    ),
    (
        {"words": "they should “thank the crew of the ferry, and not a spokesman”"},
        {"words": "Stand up at last. Thank the crew of the ferry ... And look at all nine harbours"},
    ),
]
OTHER = [
    # too little to tell
    ({"words": "it was a fact"}, {"words": "in fact nobody had asked who owned the mill"}),
    ({"words": "to be the candidate"}, {"words": "a meeting would open his campaign as a candidate"}),
    ({"words": "the engineers found a crack"}, {"words": "the funerals will be paid"}),
    (
        {"words": "the engineers found a crack in the wall"},
        {"words": "the engineers found a crack in the wall", "polarity": "deny"},
    ),
    (
        {"words": "the engineers found a crack in the wall"},
        {"words": "the engineers found no crack in the wall"},
    ),
    ({"words": "five people died in the hospital"}, {"words": "three people died in the hospital"}),
    ({"words": "the wave destroyed 310 houses"}, {"words": "the wave destroyed 120 houses"}),
    ({"words": "the gates “in the end” held"}, {"words": "in the end nobody was asked"}),
    # light words alone
    ({"words": "the firm will help its staff"}, {"words": "the company aids employees abroad"}),
    ({"words": "Korrin"}, {"words": "in Korrin"}),
    # of whom it is said stands outside
    (
        {"words": "were captured guards in a mine"},
        {"words": "hundreds of guards were captured or hurt at the mine"},
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_speaker_says_the_same(told: Told, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert groups(told, {**a, "speaker": SOREL}, {**b, "speaker": SOREL}) == [2]


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_one_speaker_says_something_else(told: Told, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert groups(told, {**a, "speaker": SOREL}, {**b, "speaker": SOREL}) == [1, 1]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_other_speakers_never_merge(told: Told, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert groups(told, {**a, "speaker": SOREL}, {**b, "speaker": "Ivan Brand"}) == [1, 1]


def test_nobody_is_not_one_speaker(told: Told) -> None:
    assert groups(told, {"words": "engineers found a crack"}, {"words": "a crack found by engineers"}) == [
        1,
        1,
    ]


def test_a_long_quotation_joins_not_all_that_it_holds(told: Told) -> None:
    dam, fund = (
        "the dam held for ninety years without a crack",
        "the fund will pay every farmer in the valley",
    )
    says = [{"words": words, "speaker": SOREL} for words in (f"{dam}, and {fund}", dam, dam, fund)]
    assert groups(told, *says, reports="abcd") == [1, 3]


def test_what_somebody_stopped_short_of_saying(told: Told) -> None:
    words = "the mayor to open the gates of the dam"
    texts = (f"{SOREL} called on {words}.", f"{SOREL} stopped short of calling on {words}.")
    readings = [
        told(name, f"{OPENING} {text}", cast={SOREL: "person"}, says=[{"speaker": SOREL, "words": words}])
        for name, text in zip("ab", texts, strict=True)
    ]
    said, unsaid = readings
    at = unsaid.report.text.index("stopped short of calling on")
    cue = (Span(at, at + len("stopped short of calling on")),)
    unsaid = replace(unsaid, attributions=(replace(unsaid.attributions[0], cue=cue),))
    (story,) = reconcile([said, unsaid])
    assert [len(statement.members) for statement in story.statements] == [1, 1]
