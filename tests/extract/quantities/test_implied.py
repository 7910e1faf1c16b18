"""Counts without a number word, as tables: one article, "both", "double", lists of people. All made up."""

import pytest

from sayso.extract.quantities import find_quantities
from sayso.model import Quantity, Report
from sayso.nlp import parse


def read(text: str) -> tuple[Quantity, ...]:
    report = Report("r", text, "", language="en")
    return find_quantities(parse(report), report, (), ())


SINGLES = [
    ("A man was shot dead in Brenlow.", [("A man", "killed")]),
    ("A 19-year-old woman was injured.", [("A 19-year-old woman", "injured")]),
    ("Man killed in Brenlow crash", [("Man", "killed")]),
    ("A boy was shot and died at a hospital.", [("A boy", "killed")]),
    ("A gunman was arrested.", [("A gunman", "detained")]),
    # not done to the one, not one, or not said to have happened
    ("A man killed two people.", [("two people", "killed")]),
    ("A teacher held a meeting.", []),
    ("A family of four was killed.", [("four", "killed")]),
    ("No man was killed.", []),
    ("The man was killed.", []),
]


IMPLIED = [
    ("Both were pronounced dead.", ("Both", "killed", 2)),
    ("Both sailors drowned.", ("Both sailors", "killed", 2)),
    ("He was accused of a triple murder.", ("triple murder", "killed", 3)),
    ("A man and a woman died.", ("A man and a woman", "killed", 2)),
    ("Man and woman killed in crash", ("Man and woman", "killed", 2)),
    ("Two women and an infant are dead.", ("Two women and an infant", "killed", 3)),
    ("Ann Marrow and her daughter were killed.", ("Ann Marrow and her daughter", "killed", 2)),
    ("Ann Marrow, 34, and Bob Tarn were killed.", ("Ann Marrow, 34, and Bob Tarn", "killed", 2)),
    ("The fire killed a father, a mother and their five children.",
     ("a father, a mother and their five children", "killed", 7)),
    ("A father and son were killed.", ("A father and son", "killed", 2)),
    # perhaps one, perhaps more than are listed, or not the same said of all
    ("A husband and father was killed.", None),
    ("The blast killed a nurse and mother of three.", None),
    ("The fire killed a priest and several villagers.", None),
    ("A man or a woman was killed.", None),
    ("No man and no woman was killed.", None),
    ("The fire killed a nurse.", None),
    ("The blast left a man dead and a woman injured.", None),
    ("The attempted double murder shocked the town.", None),
    ("A man and a boy were not hurt.", None),
    ("Both towns voted.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IMPLIED)
def test_numbers_without_a_number_word(text: str, expected: tuple[str, str, float] | None) -> None:
    found = [(q.span.of(text), q.category, q.value) for q in read(text)]
    assert expected in found if expected else all(value in (1, None) for _, _, value in found)


def test_a_list_that_only_says_who_they_are_adds_nobody() -> None:
    values = [q.value for q in read("The fire killed two sailors, a cook and a mate.")]
    assert 4 not in values


def test_members_of_a_list_are_part_of_it() -> None:
    whole, *parts = read("Two women and an infant are dead.")
    assert [part.part_of for part in parts] == [whole.id, whole.id]


@pytest.mark.parametrize(("text", "expected"), SINGLES)
def test_one_person_without_a_number(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(q.span.of(text), q.category) for q in found] == expected
    assert all(q.value == 1 for q in found if q.span.of(text).lower().startswith(("a ", "man")))
