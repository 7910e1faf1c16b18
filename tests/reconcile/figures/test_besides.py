"""Counts that are set beside each other though they do not count the same, as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import Reading
from sayso.reconcile import reconcile
from sayso.story import Story

Told = Callable[..., Reading]
Count = dict[str, Any]
BREMM, KOLL = "Governor Bremm", "Mayor Koll"
SUSPECTS: Count = {
    "words": "90 suspects",
    "low": 90,
    "unit": "suspects",
    "category": "detained",
    "speaker": BREMM,
}
CLERKS: Count = {"words": "Six clerks", "low": 6, "unit": "clerks", "category": "detained", "speaker": BREMM}
RAIDERS: Count = {
    "words": "dozens of raiders", "low": 24, "high": 99, "unit": "raiders", "category": "detained",
    "also": ("killed",), "speaker": BREMM,
}  # fmt: skip
SLAIN: Count = {"words": "20 raiders", "low": 20, "unit": "raiders", "speaker": BREMM}
FAMILIES: Count = {"words": "1,200 people", "low": 1200, "category": "displaced"}
SHARE: Count = {"words": "more than half", "low": 0.5, "high": None, "value": 0.5,
                "modifier": "more_than", "unit": "town", "category": "population"}  # fmt: skip
RESCUED = "Governor Bremm and Mayor Koll spoke in Ostrava Vale. "

DEAD: Count = {"words": "31 people", "low": 31}
MINERS: Count = {"words": "12 miners", "low": 12, "unit": "miners", "part_of": "a-q0"}
POPULATION: Count = {**SHARE, "unit": "population"}
OTHERS: Count = {**CLERKS, "words": "Six others", "unit": "others"}

BESIDE: list[tuple[str, list[Count], str]] = [
    (
        "In Ostrava Vale 31 people died, including 12 miners.",
        [DEAD, MINERS],
        "12 is a part of 31, as the report says",
    ),
    ("Ostrava Vale detained 90 suspects. Six clerks were detained.", [SUSPECTS, CLERKS],
     "6 may be among 90 or not: the report does not say"),
    ("Ostrava Vale killed or captured dozens of raiders. It rained. It killed 20 raiders.", [RAIDERS, SLAIN],
     "24 to 99 counts the detained or killed, 20 the killed only"),
    ("1,200 people in Ostrava Vale, or more than half the town, fled.", [FAMILIES, POPULATION],
     "a count and the share that it is: the report gives both for the same people"),
]  # fmt: skip
FOUR: Count = {"words": "Four people", "low": 4, "category": "injured"}
WOMAN: Count = {"words": "A woman", "low": 1, "unit": "woman", "category": "injured"}
TWO: Count = {"words": "Two of the victims", "low": 2, "unit": "the victims", "category": "injured"}
HURT = "Four people were hurt in Ostrava Vale. {} hurt in the leg."
BESIDE += [
    (HURT.format("A woman was"), [FOUR, WOMAN],
     "one person told of may be among 4 or not: the report does not say"),
    (HURT.format("Two of the victims were"), [FOUR, {**TWO, "unit": "of them"}],
     "2 told of as a part may be among 4 or not: the report does not say"),
]  # fmt: skip
NOT_BESIDE: list[tuple[str, list[Count]]] = [
    ("Ostrava Vale detained 90 suspects. Six clerks were detained.", [SUSPECTS, {**CLERKS, "speaker": KOLL}]),
    ("Ostrava Vale detained 90 suspects. It rained. Six clerks were detained.", [SUSPECTS, CLERKS]),
    ("Ostrava Vale detained 90 suspects. Six others were detained.", [SUSPECTS, OTHERS]),
    ("Ostrava Vale detained 90 suspects. Six clerks died.", [SUSPECTS, {**CLERKS, "category": "killed"}]),
    ("Ostrava Vale killed or captured dozens of raiders. It killed 20 raiders.", [
        RAIDERS, {**SLAIN, "speaker": KOLL}]),
    ("Ostrava Vale killed or captured dozens of raiders. It killed 200 raiders.", [
        RAIDERS, {**SLAIN, "words": "200 raiders", "low": 200}]),
    ("1,200 people in Ostrava Vale fled – more than half again as many.", [FAMILIES, POPULATION]),
    ("1,200 people in Ostrava Vale fled and more than half the town was lost.", [FAMILIES, SHARE]),
]  # fmt: skip

NOT_BESIDE += [
    (HURT.format("Two of the victims were"), [FOUR, {**TWO, "unit": "of them", "part_of": "a-q9"}]),
    (HURT.format("A woman was"), [FOUR, {**WOMAN, "category": "killed"}]),
    (HURT.format("A woman was"), [{**FOUR, "when": "2031-05-02"}, {**WOMAN, "when": "2031-03-02"}]),
    (HURT.format("A woman was"), [{**FOUR, "proposed": True}, WOMAN]),
    (
        "Four soldiers were hurt in Ostrava Vale. A woman was, too.",
        [{**FOUR, "words": "Four soldiers", "unit": "soldiers"}, WOMAN],
    ),
    (HURT.format("A woman was"), [{**FOUR, "low": 4000}, WOMAN]),
]


def told_by_two(told: Told, text: str, counts: list[Count]) -> Story:
    cast = {BREMM: "person", KOLL: "person"}
    (story,) = reconcile([told("a", RESCUED + text, published="2031-05-03", cast=cast, counts=counts)])
    return story


@pytest.mark.parametrize(("text", "counts", "why"), BESIDE)
def test_what_a_report_brings_together_stands_side_by_side(
    told: Told, text: str, counts: list[Count], why: str
) -> None:
    (figure,) = told_by_two(told, text, counts).figures
    assert (figure.own, figure.beside) == (("a-q0",), ("a-q1",))
    assert (figure.low, figure.high) == (counts[0]["low"], counts[0].get("high", counts[0]["low"]))
    assert [(pair.agreement, pair.why) for pair in figure.pairs] == [("compatible", why)]


@pytest.mark.parametrize(("text", "counts"), NOT_BESIDE)
def test_what_it_does_not_bring_together_stays_alone(told: Told, text: str, counts: list[Count]) -> None:
    assert [f.agreement for f in told_by_two(told, text, counts).figures] == ["single", "single"]


def test_a_part_that_two_voices_give_is_a_figure_of_its_own(told: Told) -> None:
    counts = [DEAD, MINERS], [DEAD, {**MINERS, "part_of": "b-q0"}]
    readings = [
        told("a", "In Ostrava Vale 31 people died when a dam burst, including 12 miners.", counts=counts[0]),
        told("b", "Of 31 people who perished in Ostrava Vale 12 miners were on shift.", counts=counts[1]),
    ]
    (story,) = reconcile(readings)
    assert [(figure.agreement, figure.beside) for figure in story.figures] == [("agree", ())] * 2


def test_a_dispute_over_a_figure_leaves_out_what_stands_beside_it(told: Told) -> None:
    text = (
        "In Ostrava Vale 31 people died, including 12 miners, Governor Bremm said. Mayor Koll said 40 dead."
    )
    counts: list[Count] = [
        {**DEAD, "speaker": BREMM},
        {**MINERS, "speaker": BREMM},
        {"words": "40 dead", "low": 40, "speaker": KOLL},
    ]
    cast = {BREMM: "person", KOLL: "person"}
    (story,) = reconcile([told("a", text, published="2031-05-03", cast=cast, counts=counts)])
    (figure,) = story.figures
    assert (figure.agreement, figure.low, figure.high) == ("conflicts", 31, 40)
    (dispute,) = story.disagreements
    assert [side.members for side in dispute.sides] == [("a-q0",), ("a-q2",)]


PRESENT: Count = {"words": "1.3 million people are gathered", "low": 1.3e6, "category": "population"}
MOVED: Count = {
    "words": "More than a million people fled",
    "low": 1e6,
    "high": None,
    "value": 1e6,
    "category": "displaced",
}
NEIGHBOURS = [
    (PRESENT, MOVED, True),
    ({**PRESENT, "words": "9,000 people live", "low": 9000}, MOVED, False),
    ({**PRESENT, "category": "killed"}, MOVED, False),
    (
        {**PRESENT, "words": "20 people live", "low": 20},
        {**MOVED, "words": "20 people fled", "low": 20, "high": 20},
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "together"), NEIGHBOURS)
def test_those_who_fled_to_a_place_may_be_those_who_are_there(
    told: Told, one: Count, other: Count, together: bool
) -> None:
    place = "{} in Ostrava Vale after the Korrin dam burst, officials said."
    readings = [
        told(name, place.format(c["words"]), published="2031-05-03", counts=[c])
        for name, c in (("a", one), ("b", other))
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == (["compatible"] if together else ["single", "single"])
