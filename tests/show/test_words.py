"""Amounts, ranges and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Interval, Quantity
from sayso.reconcile.when import NEWS
from sayso.show import words
from sayso.span import Span


@pytest.mark.parametrize(
    ("low", "high", "share", "expected"),
    [
        (12, 12, False, "12"),
        (12, None, False, "12 or more"),
        (None, 12, False, "up to 12"),
        (0, None, False, "0 or more"),
        (12, 19, False, "12 to 19"),
        (1.6e13, 1.6e13, False, "16,000,000,000,000"),
        (None, None, False, "no number"),
        (1_250_000, 1_350_000, False, "1,250,000 to 1,350,000"),
        (0.25, 0.5, True, "25 % to 50 %"),
        (2.5, 2.5, False, "2.5"),
    ],
)
def test_bounds(low: float | None, high: float | None, share: bool, expected: str) -> None:
    assert words.bounds(low, high, share) == expected


@pytest.mark.parametrize(
    ("modifier", "value", "low", "high", "category", "expected"),
    [
        ("exact", 12, 12, 12, "killed", "12"),
        ("at_least", 12, 12, None, "killed", "at least 12"),
        ("more_than", 32_000, 32_000, None, "killed", "more than 32,000"),
        ("about", 250, 245, 255, "held", "about 250 (245 to 255)"),
        ("nearly", 70_000, 65_000, 70_000, "injured", "nearly 70,000 (65,000 to 70,000)"),
        ("up_to", 30, None, 30, "missing", "up to 30"),
        ("vague", None, 200, 999, "displaced", "200 to 999"),
        ("vague", None, None, None, "displaced", "no number"),
        ("share", 1 / 3, 1 / 3, 1 / 3, "share", "33.3333 %"),
        ("more_than", 0.5, 0.5, None, "population", "more than 50 %"),
        ("exact", 0.5, 0.5, 0.5, "money", "0.5"),
        ("exact", 1.0, 1.0, 1.0, "share", "100 %"),
    ],
)
def test_amount(
    modifier: str, value: float | None, low: float | None, high: float | None, category: str, expected: str
) -> None:
    span = Span(0, 1)
    quantity = Quantity("q", "r", span, span, value, low, high, modifier, "", category)  # type: ignore[arg-type]
    assert words.amount(quantity) == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ((2031, 5, 4), (2031, 5, 4), "2031-05-04"),
        ((2031, 5, 4), (2031, 5, 9), "2031-05-04 to 2031-05-09"),
        ((2031, 5, 1), (2031, 5, 31), "2031-05"),
        ((2031, 12, 1), (2031, 12, 31), "2031-12"),
        ((2031, 1, 1), (2031, 12, 31), "2031"),
        ((2031, 1, 1), (2032, 12, 31), "2031-01-01 to 2032-12-31"),
        ((2031, 5, 1), (2032, 5, 31), "2031-05-01 to 2032-05-31"),
        ((2031, 5, 4), None, "from 2031-05-04"),
        (None, (2031, 5, 4), "by 2031-05-04"),
        (None, None, "undated"),
    ],
)
def test_days(
    earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, expected: str
) -> None:
    ends = [date(*end) if end else None for end in (earliest, latest)]
    assert words.days(Interval(ends[0], ends[1])) == expected


def test_what_is_told_as_new_was_by_that_day() -> None:
    assert words.days(Interval(date(2031, 5, 4), date(2031, 5, 4), NEWS)) == "by 2031-05-04"


def test_no_interval_is_undated() -> None:
    assert words.days(None) == "undated"
