from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sayso.model import EntityKind, Interval, Quantity, Reading
from sayso.reconcile import reconcile
from sayso.reconcile.figures.sizes import number
from sayso.story import Figure

Told = Callable[..., Reading]
Count = dict[str, Any]
DAM = "{} when the Korrin dam above Ostrava Vale burst and flooded the town, officials in Ostrava Vale said."


def figures(told: Told, *reports: tuple[str, str, list[Count]]) -> tuple[Figure, ...]:
    """The figures of one story: name, date and counts of each report; the counts make its text."""
    readings = [
        told(name, " ".join(DAM.format(c["words"]) for c in counts), published=date, counts=counts)
        for name, date, counts in reports
    ]
    (story,) = reconcile(readings)
    return story.figures


def pair(told: Told, a: Count, b: Count, dates: tuple[str, str] = ("2031-05-03", "2031-05-04")) -> list[str]:
    """How the two counts of two reports are joined: the agreement of each figure."""
    return [f.agreement for f in figures(told, ("a", dates[0], [a]), ("b", dates[1], [b]))]


TWELVE: Count = {"words": "12 people were killed", "low": 12}
TOGETHER = [
    (
        {"words": "a six-year-old child was killed", "low": 1, "unit": "six-year-old child"},
        {"words": "a 6-year-old boy was killed", "low": 1, "unit": "boy"},
        "agree",
    ),
    (
        {"words": "Three Clerks Killed in Korrin Fire", "low": 3, "unit": "Clerks"},
        {"words": "Three clerks died", "low": 3, "unit": "clerks"},
        "agree",
    ),
    (
        {"words": "Nine were killed", "low": 9, "unit": "clerks and drivers"},
        TWELVE,
        "progresses",
    ),
    (TWELVE, {"words": "Four bodies were found", "low": 4, "unit": "bodies"}, "compatible"),
    ({"words": "Four bodies were found", "low": 4, "unit": "bodies"}, TWELVE, "progresses"),
    (
        {"words": "Two teenagers were killed", "low": 2, "unit": "teenagers"},
        {"words": "Two students died", "low": 2, "unit": "students"},
        "agree",
    ),
    (
        {"words": "Three shooting victims died", "low": 3, "unit": "shooting victims"},
        {"words": "Three people were killed", "low": 3},
        "agree",
    ),
    (
        {"words": "A 6-year-old child was killed", "low": 1, "unit": "child"},
        {"words": "a 6-year-old boy was killed", "low": 1, "unit": "boy"},
        "agree",
    ),
    (TWELVE, {"words": "Twelve people died", "low": 12}, "agree"),
    (TWELVE, {"words": "At least 12 people are dead", "low": 12, "high": None, "value": 12}, "compatible"),
    (TWELVE, {"words": "19 people were killed", "low": 19}, "progresses"),
    (
        {
            "words": "More than 2,000 people fled",
            "low": 2000,
            "high": None,
            "category": "displaced",
            "value": 2000,
        },
        {
            "words": "More than 2,600 people fled",
            "low": 2600,
            "high": None,
            "category": "displaced",
            "value": 2600,
        },
        "progresses",
    ),
    ({"words": "19 people were killed", "low": 19}, TWELVE, "conflicts"),
    (
        {
            "words": "About 250 taken",
            "low": 245,
            "high": 255,
            "value": 250,
            "category": "abducted",
            "when": "2031-05-02",
        },
        {"words": "253 were taken", "low": 253, "category": "abducted", "when": "2031-05-02"},
        "compatible",
    ),
    (
        {
            "words": "Hundreds of soldiers died",
            "low": 200,
            "high": 999,
            "unit": "soldiers",
            "place": "Ostrava Vale",
        },
        {
            "words": "hundreds of troops died",
            "low": 200,
            "high": 999,
            "unit": "troops",
            "place": "Ostrava Vale",
        },
        "compatible",
    ),
]
BORDER: Count = {"words": "Nine soldiers were killed", "low": 9, "unit": "soldiers"}
FREED: Count = {"words": "240 captives were freed", "low": 240, "unit": "captives", "category": "released"}
HOMES: Count = {"words": "1,200 houses were razed", "low": 1200, "unit": "houses", "category": "other"}
TOGETHER += [
    (TWELVE, {"words": "15 of our citizens died", "low": 15, "unit": "citizens"}, "progresses"),
    (BORDER, {"words": "12 of its soldiers died", "low": 12, "unit": "soldiers"}, "progresses"),
    (HOMES, {**HOMES, "words": "1,310 houses were razed", "low": 1310}, "progresses"),
    ({**FREED, "when": "2030-07-09"}, {**FREED, "words": "240 captives were let go"}, "agree"),
]
A_MAN: Count = {"words": "A man was killed", "low": 1, "unit": "man"}
TOGETHER += [
    (A_MAN, {"words": "A person was killed", "low": 1, "unit": "person"}, "agree"),
    (A_MAN, {"words": "One person died", "low": 1, "unit": "person"}, "agree"),
]
APART = [
    ({"words": "Two people died", "low": 2, "when": "2030-05-02"}, {"words": "Two died", "low": 2}),
    (A_MAN, {"words": "A woman was killed", "low": 1, "unit": "woman"}),
    (A_MAN, {"words": "Two people were killed", "low": 2}),
    (TWELVE, {"words": "12 people were injured", "low": 12, "category": "injured"}),
    (TWELVE, {"words": "Up to 12 would be killed", "low": 12, "proposed": True}),
    (TWELVE, {"words": "1,200 people were killed", "low": 1200}),
    ({**TWELVE, "when": "2031-05-02"}, {"words": "Twelve people died", "low": 12, "when": "2031-03-09"}),
    (TWELVE, {"words": "Nine soldiers died", "low": 9, "unit": "soldiers"}),
    (
        {"words": "Three soldiers died", "low": 3, "unit": "soldiers"},
        {"words": "Three commanders died", "low": 3, "unit": "commanders"},
    ),
    (
        {"words": "300 Russians died", "low": 300, "unit": "Russians"},
        {"words": "300 Kenyans died", "low": 300, "unit": "Kenyans"},
    ),
    (
        {"words": "five levels", "low": 5, "unit": "levels", "category": "other"},
        {"words": "five children", "low": 5, "unit": "children", "category": "other"},
    ),
    (
        {"words": "half the town", "low": 0.5, "modifier": "share", "category": "displaced"},
        {"words": "2,000 people", "low": 2000, "category": "displaced"},
    ),
    ({"words": "two of them died", "low": 2, "unit": "them"}, {"words": "Three people died", "low": 3}),
    (
        {"words": "A 27-year-old man was killed", "low": 1, "unit": "man"},
        {"words": "A 40-year-old man was killed", "low": 1, "unit": "man"},
    ),
    ({"words": "Two more victims died", "low": 2, "unit": "more victims"}, TWELVE),
    ({"words": "Two new deaths were reported", "low": 2, "unit": "new deaths"}, TWELVE),
    ({"words": "Three men died", "low": 3, "unit": "men"}, {"words": "Five people died", "low": 5}),
    (
        {"words": "Two women died", "low": 2, "unit": "women"},
        {"words": "Two men died", "low": 2, "unit": "men"},
    ),
    (
        {"words": "five villages were destroyed", "low": 5, "unit": "villages", "category": "other"},
        {"words": "seven villages were destroyed", "low": 7, "unit": "villages", "category": "other"},
    ),
    (
        {"words": "Another suspect was arrested", "low": 1, "unit": "suspect", "category": "detained"},
        {
            "words": "An eighth suspect was arrested",
            "low": 1,
            "unit": "eighth suspect",
            "category": "detained",
        },
    ),
    (
        {"words": "A home invader was killed", "low": 1, "unit": "home invader"},
        {"words": "A baker was killed", "low": 1, "unit": "baker"},
    ),
    (
        {"words": "hundreds of people hurt", "low": 200, "high": 999, "category": "injured"},
        {
            "words": "hundreds of fighters hurt",
            "low": 200,
            "high": 999,
            "category": "injured",
            "unit": "fighters",
        },
    ),
]


APART += [
    (BORDER, {"words": "Nine children died", "low": 9, "unit": "children"}),
    (
        {"words": "Nine gunmen died", "low": 9, "unit": "gunmen"},
        {"words": "Nine girls", "low": 9, "unit": "girls"},
    ),
    # an exchange of long ago, and one that is talked of
    ({**FREED, "when": "2030-07-09"}, {**FREED, "words": "300 captives were freed", "low": 300}),
]


LOSS: Count = {"low": 21e6, "unit": "zara", "category": "money"}
ZARAS: Count = {"words": "250 million zaras were paid", "low": 250e6, "unit": "zaras", "category": "other"}
TOGETHER += [
    (
        {"words": "55 pupils were abducted", "low": 55, "unit": "pupils", "category": "abducted"},
        {"words": "61 children were abducted", "low": 61, "unit": "children", "category": "abducted"},
        "progresses",
    ),
    (
        {**ZARAS, "words": "900 zaras so far", "low": 900},
        {**ZARAS, "words": "990 zaras", "low": 990},
        "progresses",
    ),
    ({**ZARAS, "words": "900 zaras", "low": 900}, {**ZARAS, "words": "990 zaras", "low": 990}, "conflicts"),
    (
        {**LOSS, "words": "a loss of 20 million", "low": 20e6},
        {**LOSS, "words": "the loss of 21 million"},
        "conflicts",
    ),
    (
        {"words": "Three of the men were killed", "low": 3, "unit": "men"},
        {"words": "Three men died", "low": 3, "unit": "men"},
        "agree",
    ),
]
TOGETHER += [
    (
        {"words": "Five people were arrested", "low": 5, "category": "detained"},
        {"words": "Seven suspects were held", "low": 7, "category": "detained", "unit": "suspects"},
        "progresses",
    ),
]
APART += [
    (ZARAS, {**ZARAS, "words": "300 million zaras were demanded", "low": 300e6}),
    (
        {"words": "55 pupils were abducted", "low": 55, "unit": "pupils", "category": "abducted"},
        {"words": "61 soldiers were abducted", "low": 61, "unit": "soldiers", "category": "abducted"},
    ),
]


@pytest.mark.parametrize(("a", "b", "agreement"), TOGETHER)
def test_counts_of_one_thing_are_one_figure(told: Told, a: Count, b: Count, agreement: str) -> None:
    assert pair(told, a, b) == [agreement]


@pytest.mark.parametrize(("a", "b"), APART)
def test_false_friends_stay_apart(told: Told, a: Count, b: Count) -> None:
    assert pair(told, a, b) == ["single", "single"]


def test_without_an_order_a_higher_toll_may_be_the_later(told: Told) -> None:
    later = {"words": "19 people were killed", "low": 19}
    assert pair(told, TWELVE, later, ("2031-05-04", "2031-05-04")) == ["compatible"]


def test_long_after_its_day_a_toll_no_longer_grows(told: Told) -> None:
    a, b = {**TWELVE, "when": "2031-05-02"}, {"words": "13 died", "low": 13, "when": "2031-05-02"}
    assert pair(told, a, b, ("2031-10-04", "2031-10-09")) == ["conflicts"]


def test_two_numbers_of_one_source_in_one_report_are_two_counts(told: Told) -> None:
    found = figures(told, ("a", "2031-05-03", [TWELVE, {"words": "14 people died", "low": 14}]))
    assert [len(figure.members) for figure in found] == [1, 1]


@pytest.mark.parametrize(("other", "agreement"), [("four others", "progresses"), ("four", "progresses")])
def test_others_than_the_dead_are_all_of_the_hurt(told: Told, other: str, agreement: str) -> None:
    dead: Count = {"words": "One person", "low": 1}
    texts = (
        f"One person was killed and {other} were hurt in Korrin.",
        "One person was killed and six hurt.",
    )
    hurt: list[Count] = [
        {"words": other, "low": 4, "unit": "others" if " " in other else "", "category": "injured"},
        {"words": "six", "low": 6, "category": "injured"},
    ]
    readings = [
        told(name, text, published=f"2031-05-0{n}", counts=[dead, count])
        for n, (name, text, count) in enumerate(zip("ab", texts, hurt, strict=True), start=3)
    ]
    (story,) = reconcile(readings)
    assert [figure.agreement for figure in story.figures] == ["agree", agreement]


@pytest.mark.parametrize(
    ("then", "figures"),
    [("and then himself", 2), ("at the scene", 2), ("with a rifle", 1), ("as a clinic was hit", 1)],
)
def test_who_died_elsewhere_or_by_his_own_hand_is_not_counted(told: Told, then: str, figures: int) -> None:
    three: Count = {"words": "three people", "low": 3}
    text = f"A gunman in Korrin killed three people {then}, officials said."
    four = "A gunman in Korrin killed four people, officials said."
    readings = [
        told("a", text, published="2031-05-03", counts=[three]),
        told("b", four, published="2031-05-04", counts=[{"words": "four people", "low": 4}]),
    ]
    (story,) = reconcile(readings)
    assert len(story.figures) == figures


def test_who_died_on_the_spot_is_no_toll_beside_others_who_died(told: Told) -> None:
    text = "In Korrin nine people died on the spot and a tenth died of wounds, officials said."
    nine: Count = {"words": "nine people", "low": 9}
    readings = [
        told("a", text, published="2031-05-03", counts=[nine]),
        told("b", "In Korrin nine people died, officials said.", published="2031-05-04", counts=[nine]),
    ]
    (story,) = reconcile(readings)
    assert [figure.agreement for figure in story.figures] == ["single", "single"]


def test_parts_of_unlike_wholes_are_not_one_figure(told: Told) -> None:
    def report(name: str, many: str, number: int) -> Reading:
        text = f"In Korrin {many} people died, two of them at sea, officials in Korrin said."
        counts = [
            {"words": f"{many} people", "low": number},
            {"words": "two of them", "low": 2, "part_of": f"{name}-q0"},
        ]
        return told(name, text, published="2031-05-03", counts=counts)

    (story,) = reconcile([report("a", "three", 3), report("b", "seven", 7)])
    assert not any({"a-q1", "b-q1"} <= {*figure.members} - {*figure.beside} for figure in story.figures)


def test_a_part_of_all_is_not_set_against_another_count(told: Told) -> None:
    text = "In Korrin twelve people died, including five at sea, officials in Korrin said."
    counts: list[Count] = [
        {"words": "twelve people", "low": 12},
        {"words": "five", "low": 5, "part_of": "a-q0"},
    ]
    seven: Count = {"words": "seven people", "low": 7}
    readings = [
        told("a", text, published="2031-05-03", counts=counts),
        told(
            "b",
            "In Korrin seven people died, a woman in Korrin said.",
            published="2031-05-03",
            counts=[seven],
        ),
    ]
    (story,) = reconcile(readings)
    (pair,) = [p for figure in story.figures for p in figure.pairs if "a-q1" in (p.a, p.b)]
    assert pair.why == "5 is a part of 12, as the report says"


@pytest.mark.parametrize("linked", [False, True])
def test_what_one_report_calls_a_part_is_no_whole_in_another(told: Told, linked: bool) -> None:
    """Those of one place, where a report counts these as some of all."""
    text = "In the Korrin dam flood 23 people died, 14 of them in Orrin, the port said."
    part: Count = {"words": "14 of them", "low": 14, "place": "Orrin", "part_of": "a-q0"}
    local: Count = {"words": "17 people", "low": 17, "place": None if linked else "Orrin"}
    readings = [
        told("a", text, published="2031-05-03", counts=[{"words": "23 people", "low": 23}, part]),
        told("b", "In the Korrin dam flood 17 people died.", published="2031-05-03", counts=[local]),
    ]
    (story,) = reconcile(readings)
    assert any({"a-q0", "b-q0"} <= {*figure.members} for figure in story.figures) is linked


def test_a_body_that_corrects_its_own_number_is_in_no_conflict(told: Told) -> None:
    """In a release of its own, on the day on which others may still have told the first number."""
    told_first = {"words": "208 passengers", "low": 208, "unit": "passengers", "category": "other"}
    text = "Orrin Lines said 208 passengers were on the ferry Halme."
    readings = [
        told(
            "a",
            text,
            published="2031-05-03",
            cast={"Orrin Lines": "organisation"},
            counts=[{**told_first, "speaker": "Orrin Lines"}],
        ),
        told(
            "b",
            "The ferry Halme carried 231 passengers.",
            published="2031-05-04",
            publisher="ORRIN LINES A/S",
            counts=[{**told_first, "words": "231 passengers", "low": 231}],
        ),
    ]
    (story,) = reconcile(readings)
    assert [pair.agreement for figure in story.figures for pair in figure.pairs] == ["progresses"]


BURNT = ("{} were destroyed", "1,200 houses", 1200)
KILLED = ("{} died", "12 people", 12)
SHARES = ("The shares closed at {}", "310 zaras", 310)
TOLD_OF_THEM = [
    (BURNT, ("{} were razed", "1,310 houses", 1310), "progresses"),
    (BURNT, ("{} were damaged", "1,310 houses", 1310), None),
    (BURNT, ("It flooded {}", "1,310 houses", 1310), None),
    (BURNT, ("It damaged {} and burned the port", "1,310 houses", 1310), None),
    (KILLED, ("{} died in the town", "19 people", 19), "progresses"),
    (KILLED, ("{} died in his town", "19 people", 19), None),
    (KILLED, ("{} are among the dead", "19 people", 19), None),
    (KILLED, ("Orrin is the worst-hit town with {} dead", "19 people", 19), None),
    (SHARES, ("The shares fell to {}", "260 zaras", 260), "progresses"),
    (SHARES, ("The shares were sold for {}", "260 zaras", 260), "conflicts"),
]


@pytest.mark.parametrize(("one", "other", "agreement"), TOLD_OF_THEM)
def test_what_is_told_of_them_says_whether_it_is_one_count(
    told: Told, one: tuple[str, str, int], other: tuple[str, str, int], agreement: str | None
) -> None:
    category = {"people": "killed", "houses": "other", "zaras": "money"}
    readings = [
        told(
            name,
            DAM.format(said.format(words)),
            published=f"2031-05-0{day}",
            counts=[{"words": words, "low": low, "unit": unit, "category": category[unit]}],
        )
        for day, (name, (said, words, low)) in enumerate((("a", one), ("b", other)), start=3)
        for unit in words.split()[-1:]
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == ([agreement] if agreement else ["single"] * 2)


def test_an_equal_part_may_be_of_others(told: Told) -> None:
    """Where the sentences have nothing in common."""
    texts = (
        "In Korrin twelve people died, including eleven at sea.",
        "Eleven bodies came on the Orrin boat.",
    )
    counts: list[list[Count]] = [
        [{"words": "twelve people", "low": 12}, {"words": "eleven", "low": 11, "part_of": "a-q0"}],
        [{"words": "Eleven bodies", "low": 11, "unit": "bodies"}],
    ]
    readings = [
        told(name, text, published="2031-05-03", counts=given)
        for name, text, given in zip("ab", texts, counts, strict=True)
    ]
    assert all(
        not {"a-q1", "b-q0"} <= {*figure.members} for story in reconcile(readings) for figure in story.figures
    )


@pytest.mark.parametrize(("told_of", "agreement"), [("only one", "conflicts"), ("one", "single")])
def test_only_one_is_one_of_those_that_another_voice_counts(told: Told, told_of: str, agreement: str) -> None:
    text = f"Tor Brandt said nine soldiers were killed at Korrin. Ada Corvel spoke of {told_of} dead there."
    counts: list[Count] = [
        {"words": "nine soldiers", "low": 9, "unit": "soldiers", "speaker": "Tor Brandt"},
        {"words": "one", "low": 1, "speaker": "Ada Corvel"},
    ]
    cast = {"Ada Corvel": "person", "Tor Brandt": "person"}
    (story,) = reconcile([told("a", text, published="2031-05-03", cast=cast, counts=counts)])
    assert {figure.agreement for figure in story.figures} == {agreement}


def test_a_toll_that_one_voice_gives_again_later_has_grown(told: Told) -> None:
    """Though both are of one day, for all that the two reports say."""
    third = date(2031, 5, 3)
    day: Count = {"speaker": "Ada Corvel", "as_of": Interval(third, third, "stated")}
    counts = [{**day, "words": f"{n} people", "low": n} for n in (61, 64)]
    readings = [
        told(
            name,
            f"The flood in Korrin killed {c['words']}, Ada Corvel said.",
            published=f"2031-05-0{n}",
            cast={"Ada Corvel": "person"},
            counts=[c],
        )
        for n, (name, c) in enumerate(zip("ab", counts, strict=True), start=3)
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == ["progresses"]


def test_what_can_not_have_fallen_has_grown(told: Told) -> None:
    early = {"words": "Almost 12,000 fled", "low": 11_500, "high": 12_000, "value": 12_000}
    late = {"words": "More than 12,000 fled", "low": 12_000, "high": None, "value": 12_000}
    both = [{**count, "category": "displaced"} for count in (early, late)]
    (figure,) = figures(told, ("a", "2031-05-03", both[:1]), ("b", "2031-05-04", both[1:]))
    assert figure.pairs[0].why.endswith("the count may have grown")


@pytest.mark.parametrize(("other", "agreement"), [("Tor Brandt", "conflicts"), ("Ada Corvel", "progresses")])
def test_a_lower_count_of_the_displaced_by_another_voice_is_no_return(
    told: Told, other: str, agreement: str
) -> None:
    cast: dict[str, EntityKind] = {"Ada Corvel": "person", "Tor Brandt": "person"}
    readings = [
        told(
            name,
            f"In Korrin {low} people were displaced by the flood, {who} said.",
            published=f"2031-05-0{day}",
            cast=cast,
            counts=[{"words": f"{low} people", "low": low, "category": "displaced", "speaker": who}],
        )
        for day, (name, low, who) in enumerate((("a", 4600, "Ada Corvel"), ("b", 3900, other)), start=3)
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == [agreement]


@pytest.mark.parametrize("denied", [True, False])
def test_a_number_that_a_voice_denies_it_does_not_give(told: Told, denied: bool) -> None:
    not_so = {"proposed": True, "denied": True} if denied else {}
    cast: dict[str, EntityKind] = {"Ada Corvel": "person", "Tor Brandt": "person"}
    eight = {"words": "eight people", "low": 8, "speaker": "Ada Corvel"}
    more = {"words": "19 people", "low": 19, "speaker": "Ada Corvel", **not_so}
    readings = [
        told("a", "In Korrin eight people died, not 19 people, she said.", cast=cast, counts=[eight, more]),
        told("b", "In Korrin 19 people died, Tor Brandt said.", cast=cast,
             counts=[{**more, "speaker": "Tor Brandt", "proposed": False, "denied": False}]),
    ]  # fmt: skip
    found = [{*figure.members} for story in reconcile(readings) for figure in story.figures]
    assert ({"a-q0", "b-q0"} in found) is denied


def test_counts_beside_each_other_support_each_other(told: Told) -> None:
    def report(killed: str, hurt: str) -> str:
        return f"In Ostrava Vale {killed} dead and {hurt} hurt."

    def counts(killed: int, hurt: int, more: Count) -> list[Count]:
        return [
            {"words": f"{killed}", "low": killed, **more},
            {"words": f"{hurt}", "low": hurt, "category": "injured", **more},
        ]

    more = {"modifier": "about"}
    (story,) = reconcile(
        [
            told("a", report("1000", "2000"), counts=counts(1000, 2000, more)),
            told("b", report("1400", "2900"), counts=counts(1400, 2900, more)),
        ]
    )
    assert sorted(len(figure.members) for figure in story.figures) == [2, 2]


def test_the_range_is_what_was_said_and_every_pair_gives_its_reason(told: Told) -> None:
    more: Count = {"words": "At least 19 people died", "low": 19, "high": None, "value": 19}
    (figure,) = figures(told, ("a", "2031-05-03", [TWELVE]), ("b", "2031-05-05", [more]))
    assert (figure.low, figure.high) == (12, None)
    assert [(p.agreement, p.why) for p in figure.pairs] == [
        ("progresses", "19 or more is said later than 12: the count may have grown")
    ]


@pytest.mark.parametrize(("x", "words"), [(1.3e6, "1,300,000"), (0.5, "0.5"), (12, "12"), (math.inf, "inf")])
def test_numbers_in_words(x: float, words: str) -> None:
    assert number(x) == words


def test_every_quantity_is_in_one_figure(told: Told) -> None:
    counts = [TWELVE, {"words": "two of them died", "low": 2, "unit": "them"}]
    found = figures(told, ("a", "2031-05-03", counts), ("b", "2031-05-04", [TWELVE]))
    members = [member for figure in found for member in figure.members]
    assert sorted(members) == ["a-q0", "a-q1", "b-q0"]


def test_a_quantity_without_bounds_survives(told: Told) -> None:
    reading = told("a", DAM.format("Many people died"), counts=[{"words": "Many people"}])
    (story,) = reconcile([reading])
    assert isinstance(story.quantities[0], Quantity)
    assert story.figures[0].low is None


def test_what_a_fire_burns_may_grow(told: Told) -> None:
    a: Count = {"words": "900 hectares burned", "low": 900, "unit": "hectare", "category": "other"}
    assert pair(told, a, {**a, "words": "1,200 hectares burned", "low": 1200}) == ["progresses"]


def test_two_sources_beside_each_other_are_compared(told: Told) -> None:
    text = "The clinic has treated 41 hurt people, Ada Corvel said. Governor Ilan Brusk spoke of 63."
    counts: list[Count] = [
        {"words": "41 hurt people", "low": 41, "category": "injured", "speaker": "Ada Corvel"},
        {"words": "63", "low": 63, "category": "injured", "speaker": "Ilan Brusk"},
    ]
    cast = {"Ada Corvel": "person", "Ilan Brusk": "person"}
    (story,) = reconcile([told("a", text, published="2031-05-03", cast=cast, counts=counts)])
    assert [f.agreement for f in story.figures] == ["conflicts"]
    counts[1]["unit"] = "other people"  # those beside the 41
    (story,) = reconcile([told("a", text, published="2031-05-03", cast=cast, counts=counts)])
    assert len(story.figures) == 2


def test_voices_on_the_dead_are_compared_across_a_report(told: Told) -> None:
    between = "The search in the hills went on through the night. " * 10
    text = f"12 killed\n\nOnly 12 people died, Ada Corvel said. {between} Ilan Brusk said 30 people died."
    counts: list[Count] = [
        {"words": "12 killed", "low": 12},
        {"words": "12 people", "low": 12, "speaker": "Ada Corvel"},
        {"words": "30 people", "low": 30, "speaker": "Ilan Brusk"},
    ]
    cast = {"Ada Corvel": "person", "Ilan Brusk": "person"}
    (story,) = reconcile(
        [told("a", text, published="2031-05-03", title="12 killed", cast=cast, counts=counts)]
    )
    assert [f.agreement for f in story.figures] == ["conflicts"]


@pytest.mark.parametrize(
    ("text", "words", "agreements"),
    [
        (
            "Sunk: a ferry with 143 persons on board, below Korrin dam in Ostrava Vale.",
            "143 persons",
            ["conflicts"],
        ),
        (
            "Sunk: a ferry with 143 goats on board, below Korrin dam in Ostrava Vale.",
            "143 goats",
            ["single"] * 2,
        ),
        (
            "Sunk: a ferry for which 143 persons waited, below Korrin dam in Ostrava Vale.",
            "143 persons",
            ["single"] * 2,
        ),
    ],
)
def test_those_on_board_are_compared(told: Told, text: str, words: str, agreements: list[str]) -> None:
    counts: list[Count] = [
        {"words": said, "low": low, "category": "other", "unit": said.split()[1]}
        for said, low in (("142 people", 142), (words, 143))
    ]
    first = told("a", "A ferry carrying 142 people sank below Korrin dam in Ostrava Vale.", counts=counts[:1])
    (story,) = reconcile([first, told("b", text, counts=counts[1:])])
    assert [f.agreement for f in story.figures] == agreements


@pytest.mark.parametrize(("day", "agreements"), [("05", ["agree"]), ("14", ["single", "single"])])
def test_a_few_are_others_in_another_week(told: Told, day: str, agreements: list[str]) -> None:
    two: Count = {"words": "two soldiers", "low": 2, "unit": "soldiers"}
    texts = (
        "Its captain told the town that trucks were late on the pass because they lost two soldiers.",
        "A newspaper wrote of a long night of raids and fires near Falgor in which two soldiers died.",
    )
    intro = (
        "The Korrin brigade spoke of the road above Ostrava Vale, of its rain and of its fallen bridge. " * 6
    )
    readings = [
        told("a", intro + texts[0], published="2031-05-03", counts=[two]),
        told("b", intro + texts[1], published=f"2031-05-{day}", counts=[{**two, "place": "Falgor"}]),
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == agreements


@pytest.mark.parametrize(("also", "joined"), [("", False), (" Tarn lies below the dam.", True)])
def test_a_place_that_nobody_else_names_is_another(told: Told, also: str, joined: bool) -> None:
    """A toll elsewhere, far down in a report: "On Saturday 140 died in a flood in Tarn"."""
    here: Count = {"words": "120 people", "low": 120}
    there: Count = {"words": "140 people", "low": 140, "place": "Tarn"}
    lead = DAM.format("120 people were killed")
    background = f" Roads stayed shut all day.{' The rain went on through the night.' * 15}"
    then = " In Tarn 140 people were killed when the river flooded the town."
    readings = [
        told("a", f"{lead}{background}{then}", published="2031-05-03", counts=[there]),
        told("b", f"{lead}{also}", published="2031-05-03", counts=[here]),
    ]
    (story,) = reconcile(readings)
    assert (len(story.figures) == 1) is joined


def test_a_season_is_no_flood(told: Told) -> None:
    """What a report counts since long ago is not what it is about, in whichever report that is told."""
    since: Count = {"words": "320 people died", "low": 320, "when": "2031-03-01/2031-05-03"}
    now: Count = {"words": "40 people died", "low": 40}
    later: Count = {"words": "300 people died", "low": 300}
    found = figures(told, ("a", "2031-05-03", [now, since]), ("b", "2031-05-04", [later]))
    assert [f.agreement for f in found if len(f.members) > 1] == []
    found = figures(told, ("a", "2031-05-03", [since]), ("b", "2031-05-04", [later]))
    assert [len(f.members) for f in found] == [2]


def test_what_one_day_adds_is_no_toll(told: Told) -> None:
    toll: Count = {"words": "30 people died", "low": 30}
    dead: Count = {"words": "30 deaths", "low": 30}
    day = "The flood has gone on since May. In the past 24 hours, {} were counted in the hills."
    one = told("a", "The flood has gone on since May: 30 people died.", published="2031-05-03", counts=[toll])
    all_day = (day, False), (day.replace("In the", "During the"), False)
    for text, linked in (*all_day, (day.replace("In the past 24 hours, ", ""), True)):
        other = told("b", text.format("30 deaths"), published="2031-05-04", counts=[dead])
        (story,) = reconcile([one, other])
        assert any(len(f.members) > 1 for f in story.figures) is linked


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("the loss at 20 million", True),
        ("the daily loss at 20 million", False),
        ("the loss at 20 million a day", False),
        ("the loss at 20 million each month", False),
    ],
)
def test_money_that_comes_again_is_no_single_sum(told: Told, said: str, linked: bool) -> None:
    one: Count = {**LOSS, "words": "20 million", "low": 20e6}
    other: Count = {**LOSS, "words": "21 million"}
    mill = "The Korrin mill put {}."
    readings = [
        told("a", mill.format(said), published="2031-05-03", counts=[one]),
        told("b", mill.format("the loss at 21 million"), published="2031-05-04", counts=[other]),
    ]
    (story,) = reconcile(readings)
    assert any(len(f.members) > 1 for f in story.figures) is linked


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("Two of the bakers were killed", True),
        ("Two of the nine bakers who had died could swim", False),
        ("Two of the bakers killed could swim", False),
    ],
)
def test_what_else_is_told_of_some_of_the_dead_is_no_toll(told: Told, said: str, linked: bool) -> None:
    two: Count = {"words": "Two", "low": 2, "unit": "bakers"}
    readings = [
        told(name, DAM.format(text), published="2031-05-03", counts=[two])
        for name, text in (("a", said), ("b", "Two bakers were killed"))
    ]
    (story,) = reconcile(readings)
    assert any(len(f.members) > 1 for f in story.figures) is linked


def test_those_identified_are_not_all_the_bodies(told: Told) -> None:
    found: Count = {"words": "48 bodies", "low": 48, "unit": "bodies"}
    named: Count = {"words": "44 bodies", "low": 44, "unit": "bodies"}
    for text, linked in (("{} were identified.", False), ("{} were found.", True)):
        readings = [
            told("a", "At Kelmouth dam 48 bodies were found.", published="2031-05-03", counts=[found]),
            told("b", f"At Kelmouth dam {text.format('44 bodies')}", published="2031-05-03", counts=[named]),
        ]
        (story,) = reconcile(readings)
        assert any(len(f.members) > 1 for f in story.figures) is linked


def test_a_toll_that_grows_from_day_to_day_is_one(told: Told) -> None:
    """Though the sentences have no word in common; one that fell is another count."""
    low: Count = {"words": "30 people died", "low": 30}
    flood = "The Maran flood in Kelmouth broke the Orrin dam near the Tarvik bridge."
    high: Count = {"words": "50 victims", "low": 50}
    for first, then, linked in (("2031-05-03", "2031-05-09", True), ("2031-05-09", "2031-05-03", False)):
        readings = [
            told("a", f"{flood} The ministry: 30 people died.", published=first, counts=[low]),
            told("b", f"{flood} 50 victims.", published=then, counts=[high]),
        ]
        (story,) = reconcile(readings)
        assert any(len(f.members) > 1 for f in story.figures) is linked


def test_one_voice_that_gives_another_sum_later_has_revised_it(told: Told) -> None:
    text, cast = "The dam will save {} a year, Ada Corvel said.", {"Ada Corvel": "person"}
    sum_: Count = {"unit": "euro per year", "category": "money", "speaker": "Ada Corvel"}
    counts = [{**sum_, "words": f"{low} euros", "low": low} for low in (1100, 900)]
    readings = [
        told(name, text.format(c["words"]), published=f"2031-0{n}-03", cast=cast, counts=[c])
        for n, (name, c) in enumerate(zip("ab", counts, strict=True), start=5)
    ]
    (story,) = reconcile(readings)
    assert [f.agreement for f in story.figures] == ["progresses"]


POLICE, UNION = "Ada Corvel", "Ilan Brusk"
MARCHED: Count = {"words": "12,000 people", "low": 12_000, "category": "other", "speaker": POLICE}
SPOKE: Count = {"words": "50,000", "low": 50_000, "category": "other", "speaker": UNION}
CROWDS: list[tuple[str, Count, Count, bool]] = [
    ("12,000 people marched, Ada Corvel said; Ilan Brusk spoke of 50,000.", MARCHED, SPOKE, True),
    ("12,000 people marched, Ada Corvel said. It was hot. Ilan Brusk said 50,000 demonstrators had come.",
     MARCHED, {**SPOKE, "words": "50,000 demonstrators", "unit": "demonstrators"}, True),
    ("12,000 people marched, Ada Corvel said. Ilan Brusk spoke of 50,000 others.",
     MARCHED, {**SPOKE, "unit": "others"}, False),
    ("12,000 people marched, Ada Corvel said; that is 50,000.", MARCHED, {**SPOKE, "speaker": POLICE}, False),
    ("12,000 people marched, Ada Corvel said. Ilan Brusk has 50,000 cows.",
     MARCHED, {**SPOKE, "words": "50,000 cows", "unit": "cows"}, False),
    ("12,000 drivers walked out, Ada Corvel said; Ilan Brusk spoke of 50,000 strikers.",
     {**MARCHED, "words": "12,000 drivers", "unit": "drivers"},
     {**SPOKE, "words": "50,000 strikers", "unit": "strikers"}, True),
    ("Thousands of people marched. Ilan Brusk spoke of 50,000.",
     {"words": "Thousands of people", "value": None, "low": 2_000, "high": 9_999, "modifier": "vague",
      "category": "other"}, SPOKE, True),
    ("12,000 people took part, Ada Corvel said; Ilan Brusk spoke of 50,000.", MARCHED, SPOKE, True),
    ("80 houses burned, Ada Corvel said. 61 homes were destroyed, Ilan Brusk said.",
     {**MARCHED, "words": "80 houses", "low": 80, "unit": "houses"},
     {**SPOKE, "words": "61 homes", "low": 61, "unit": "homes"}, True),
    ("80 houses burned, Ada Corvel said. 9 homes were destroyed, Ilan Brusk said.",
     {**MARCHED, "words": "80 houses", "low": 80, "unit": "houses"},
     {**SPOKE, "words": "9 homes", "low": 9, "unit": "homes"}, False),
    ("12 people marched, Ada Corvel said; Ilan Brusk spoke of 50,000.",
     {**MARCHED, "words": "12 people", "low": 12}, SPOKE, False),
    ("12,000 people are marching, Ada Corvel said. Ilan Brusk says there are 50,000 of them.",
     MARCHED, {**SPOKE, "words": "50,000", "unit": "people"}, True),
    ("12,000 people are marching, Ada Corvel said. Ilan Brusk spoke to 50,000 of them.",
     MARCHED, {**SPOKE, "words": "50,000", "unit": "people"}, False),
    ("12,000 people voted, Ada Corvel said. Ilan Brusk spoke of 50,000.", MARCHED, SPOKE, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "together"), CROWDS)
def test_two_counts_of_one_crowd_are_set_against_each_other(
    told: Told, text: str, one: Count, other: Count, together: bool
) -> None:
    cast = {POLICE: "person", UNION: "person"}
    (story,) = reconcile([told("a", text, published="2031-05-03", cast=cast, counts=[one, other])])
    assert [f.agreement for f in story.figures] == (["conflicts"] if together else ["single", "single"])


def test_a_crowd_is_one_in_two_reports(told: Told) -> None:
    texts = (
        "12,000 people marched through Korrin on Sunday.",
        "30,000 demonstrators walked through Korrin on Sunday.",
    )
    counts: list[Count] = [
        {"words": "12,000 people", "low": 12_000, "category": "other"},
        {"words": "30,000 demonstrators", "low": 30_000, "unit": "demonstrators", "category": "other"},
    ]
    (story,) = reconcile([told("a", texts[0], counts=counts[:1]), told("b", texts[1], counts=counts[1:])])
    assert [f.agreement for f in story.figures] == ["conflicts"]


@pytest.mark.parametrize(("speaker", "together"), [(POLICE, False), (UNION, True)])
def test_who_gives_the_higher_number_too_gives_a_part(told: Told, speaker: str, together: bool) -> None:
    five: Count = {"words": "Five people", "low": 5, "category": "injured", "speaker": POLICE}
    three: Count = {"words": "three people", "low": 3, "category": "injured", "speaker": speaker}
    texts = (
        "Five people were hurt in Korrin, Ada Corvel said. "
        "Ilan Brusk told of three people who were hurt in Korrin.",
        "Five people were hurt at a wedding in Korrin.",
    )
    readings = [
        told(
            "a",
            texts[0],
            published="2031-05-04",
            cast={POLICE: "person", UNION: "person"},
            counts=[five, three],
        ),
        told("b", texts[1], published="2031-05-04", counts=[{**five, "speaker": None}]),
    ]
    (story,) = reconcile(readings)
    assert (len(story.figures) == 1) == together


def test_missing_people_may_become_fewer(told: Told) -> None:
    early: Count = {"words": "30 people were missing", "low": 30, "category": "missing"}
    late: Count = {"words": "19 people were missing", "low": 19, "category": "missing"}
    assert pair(told, early, late) == ["progresses"]


def test_a_count_with_the_dead_is_another_count(told: Told) -> None:
    text = (
        "Six people were hit in Ostrava Vale.",
        "One man was killed and five people were hurt in Ostrava Vale.",
    )
    six: list[Count] = [{"words": "Six people", "low": 6, "category": "injured"}]
    five: list[Count] = [
        {"words": "One man", "low": 1},
        {"words": "five people", "low": 5, "category": "injured"},
    ]
    (story,) = reconcile([told("a", text[0], counts=six), told("b", text[1], counts=five)])
    assert all(f.agreement == "single" for f in story.figures)


# What one report says, its count, what another says, its count: a part and all, so not one figure.
PARTS = [
    (
        "Three of the miners who died are named",
        "Three",
        3,
        "Four people were killed",
        "Four people",
        4,
        "killed",
    ),
    ("Three people are in critical condition", "Three people", 3, "Four were hurt", "Four", 4, "injured"),
    ("A man and his son died", "A man and his son", 2, "Three were killed", "Three", 3, "killed"),
    ("Two remained in hospital", "Two", 2, "Four were hurt", "Four", 4, "injured"),
    ("The hospital received three bodies", "three bodies", 3, "Four died", "Four", 4, "killed"),
    ("She had looked after three people who died", "three people", 3, "Four died", "Four", 4, "killed"),
    ("Three people have died there", "Three people", 3, "Four died", "Four", 4, "killed"),
    ("She had seen three bodies", "three bodies", 3, "Four died", "Four", 4, "killed"),
    ("Three people from our village died", "Three people", 3, "Four died", "Four", 4, "killed"),
    ("Three people died at our two clinics", "Three people", 3, "Four died", "Four", 4, "killed"),
    (
        "In our camps alone, it is hot and three people died",
        "three people",
        3,
        "Four died",
        "Four",
        4,
        "killed",
    ),
    ("Those raids have killed 30 people", "30 people", 30, "24 died", "24", 24, "killed"),
    ("The heat has killed 30 people", "30 people", 30, "The fire killed 24", "24", 24, "killed"),
    ("In the fire, 30 people died", "30 people", 30, "24 died of cholera", "24", 24, "killed"),
    # an equal number, but of others
    ("Fifty died, including nine girls", "nine girls", 9, "Nine fighters died", "Nine fighters", 9, "killed"),
    ("30 of the dead were on board", "30", 30, "30 dead", "30 dead", 30, "killed"),
    ("Two bakers died in its ward", "Two bakers", 2, "Two bakers died at home", "Two bakers", 2, "killed"),
    ("The union was looking into three deaths", "three deaths", 3, "Four died", "Four", 4, "killed"),
    ("Three more clerks died", "Three more clerks", 3, "Three clerks died", "Three clerks", 3, "killed"),
    ("Three civilians died", "Three civilians", 3, "Three soldiers died", "Three soldiers", 3, "killed"),
]


@pytest.mark.parametrize(("one", "a", "low", "other", "b", "high", "category"), PARTS)
def test_a_part_is_not_set_against_all(
    told: Told, one: str, a: str, low: int, other: str, b: str, high: int, category: str
) -> None:
    readings = [
        told(
            name,
            DAM.format(text),
            published="2031-05-03",
            counts=[
                {"words": words, "low": n, "category": category, "unit": words.partition(" ")[2] or "dead"}
            ],
        )
        for name, text, words, n in (("a", one, a, low), ("b", other, b, high))
    ]
    (story,) = reconcile(readings)
    assert [figure.agreement for figure in story.figures] == ["single", "single"]


@pytest.mark.parametrize(
    ("words", "unit", "linked"), [("Two bakers", "bakers", True), ("Two of them", "them", False)]
)
def test_a_few_of_them_may_be_others(told: Told, words: str, unit: str, linked: bool) -> None:
    """Where the sentences have nothing in common."""
    texts = (f"The Korrin dam burst. {words} died on the way to Ostrava.", "The Korrin dam: two bakers dead.")
    units = ((words, unit), ("two bakers", "bakers"))
    readings = [
        told(name, text, published="2031-05-03", counts=[{"words": said, "low": 2, "unit": of}])
        for name, text, (said, of) in zip("ab", texts, units, strict=True)
    ]
    (story,) = reconcile(readings)
    assert any(len(f.members) > 1 for f in story.figures) is linked


@pytest.mark.parametrize(
    ("text", "speaker", "linked"),
    [
        ("Torva said eight of its soldiers had died.", "Torva", True),
        ("Mbelo said eight of its soldiers had died.", "Mbelo", False),
        ("The defence ministry of Mbelo said it lost eight soldiers.", "defence ministry of Mbelo", False),
        ("The Torva Army said Mbelo had lost eight of its soldiers.", "Torva Army", True),  # whose is open
    ],
)
def test_two_armies_have_losses_of_their_own(told: Told, text: str, speaker: str, linked: bool) -> None:
    place, ours = "Soldiers died in the Korrin valley.", {"unit": "soldiers"}
    five: Count = {**ours, "words": "five", "low": 5, "speaker": "Torva Army"}
    eight: Count = {**ours, "words": "eight", "low": 8, "speaker": speaker}
    said = f"{place} The Torva Army said five of its soldiers had died."
    readings = [
        told("a", said, published="2031-05-03", cast={"Torva Army": "group"}, counts=[five]),
        told("b", f"{place} {text}", published="2031-05-04", cast={speaker: "group"}, counts=[eight]),
    ]
    (story,) = reconcile(readings)
    assert any(len(f.members) > 1 for f in story.figures) is linked


def test_the_hurt_are_not_set_against_them_and_the_dead(told: Told) -> None:
    shot: Count = {"words": "Six people were shot", "low": 6, "category": "injured"}
    dead: Count = {"words": "Two of them died", "low": 2, "unit": "them"}
    hurt: Count = {"words": "Four people were hurt", "low": 4, "category": "injured"}
    assert len(figures(told, ("a", "2031-05-03", [shot, dead]), ("b", "2031-05-03", [hurt]))) == 3


def test_what_is_denied_agrees_with_nothing(told: Told) -> None:
    would: Count = {"words": "It would kill 40 people", "low": 40, "proposed": True}
    denied: Count = {"words": "Not 40 people died", "low": 40, "proposed": True, "denied": True}
    told_of = figures(told, ("a", "2031-05-03", [would]), ("b", "2031-05-03", [denied]))
    assert sorted(figure.label for figure in told_of) == [
        "people, killed (denied or outdated)",
        "people, killed (possible or planned)",
    ]


def test_people_told_one_by_one_in_one_report_are_several(told: Told) -> None:
    counts: list[Count] = [
        {"words": f"{who} man died", "low": 1, "unit": "man"} for who in ("A young", "An old")
    ]
    assert [len(figure.members) for figure in figures(told, ("a", "2031-05-03", counts))] == [1, 1]


@pytest.mark.parametrize(
    ("low", "high"), [((20, None), (20, 20)), ((18, None), (18, 20)), ((30, None), (20, None))]
)
def test_an_end_is_open_where_nobody_goes_as_far(
    told: Told, low: tuple[int, int | None], high: tuple[int, int | None]
) -> None:
    more: Count = {"words": "At least so many were killed", "low": low[0], "high": low[1], "value": low[0]}
    exact: Count = {"words": "20 people were killed", "low": 20}
    (figure,) = figures(told, ("a", "2031-05-03", [more]), ("b", "2031-05-03", [exact]))
    assert (figure.low, figure.high) == high


LABELS = [
    (("people", "martyrs"), "people, killed"),
    (("martyrs",), "“martyrs”, killed"),
    (("fighters", "terrorists"), "armed people, killed"),
    (("fighters", "young fighters"), "armed people, killed"),
    (("people", "shipyard workers"), "shipyard workers, killed"),
    (("people", "citizens"), "people, killed"),
]


@pytest.mark.parametrize(("units", "label"), LABELS)
def test_a_label_takes_no_side(told: Told, units: tuple[str, ...], label: str) -> None:
    counts = [{"words": f"12 {unit} were killed", "low": 12, "unit": unit} for unit in units]
    found = figures(told, *((name, "2031-05-03", [c]) for name, c in zip("ab", counts, strict=False)))
    assert label in [figure.label for figure in found]


@pytest.mark.parametrize(
    ("when", "label"), [("2031-02-09", "people, killed"), ("2028-02-09", "people, killed, 2028")]
)
def test_the_label_says_the_year_of_an_earlier_event(told: Told, when: str, label: str) -> None:
    (figure,) = figures(told, ("a", "2031-05-03", [{**TWELVE, "when": when}]))
    assert figure.label == label


def test_the_label_says_that_a_number_is_no_fact(told: Told) -> None:
    count: Count = {"words": "Up to 12 might be killed", "low": 12, "proposed": True}
    assert [figure.label for figure in figures(told, ("a", "2031-05-03", [count]))] == [
        "people, killed (possible or planned)"
    ]
