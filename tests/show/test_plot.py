"""The plot shows every number, survives every number, and invents none."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import UNKNOWN, Interval, Quantity
from sayso.show.plot import Point, letter, svg
from sayso.span import Span

DAY = Interval(date(2031, 5, 4), date(2031, 5, 4))
OPEN = Interval(date(2031, 5, 4), None)
BY = Interval(None, date(2031, 6, 1))


def point(
    value: float | None, low: float | None, high: float | None, when: Interval = DAY, voice: int | None = 0
) -> Point:
    quantity = Quantity("q", "r", Span(0, 1), Span(0, 1), value, low, high, "exact", "people", "killed")
    return Point(quantity, when, voice, "#s1-r1-0-1", "<title>")


def test_one_mark_a_mention_with_a_way_to_its_words() -> None:
    points = [point(12, 12, None), point(19, 19, 19, OPEN, 1), point(None, 200, 999, UNKNOWN, None)]
    plot = ElementTree.fromstring(svg(points, "people & more", False))
    marks = plot.findall("a")
    assert [mark.get("href") for mark in marks] == ["#s1-r1-0-1"] * 3
    assert [mark.findtext("text") for mark in marks] == ["A", "B", "?"]
    assert [mark.findtext("title") for mark in marks] == ["<title>"] * 3
    assert "undated" in [text.text for text in plot.findall("text")]


@pytest.mark.parametrize("points", [[], [point(None, None, None)]])
def test_nothing_to_plot(points: list[Point]) -> None:
    assert svg(points, "people", False) == ""


@pytest.mark.parametrize(("number", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA"), (None, "?")])
def test_letter(number: int | None, expected: str) -> None:
    assert letter(number) == expected


@pytest.mark.parametrize(
    ("low", "high", "share", "ticks"),
    [
        (0, 12, False, {"0", "5", "10"}),
        (10_000, 40_000, False, {"0", "20,000", "40,000"}),
        (250e6, 300e6, False, {"260M", "280M", "300M"}),
        (1.5e9, 2.5e9, False, {"1.5B", "2B", "2.5B"}),
        (0.2, 0.4, True, {"20 %", "30 %", "40 %"}),
        (1e16, 3e16, False, {"0", "1e+16", "2e+16", "3e+16"}),
    ],
)
def test_the_scale_fits_its_margin(low: float, high: float, share: bool, ticks: set[str]) -> None:
    plot = ElementTree.fromstring(svg([point(low, low, low), point(high, high, high)], "people", share))
    written = {text.text for text in plot.findall("text") if text.get("text-anchor") == "end"}
    assert ticks == written


NUMBERS = st.none() | st.floats(allow_nan=True, allow_infinity=True)
WHENS = st.sampled_from([DAY, OPEN, BY, UNKNOWN])


@given(
    st.lists(st.builds(point, NUMBERS, NUMBERS, NUMBERS, WHENS, st.none() | st.integers(0, 60)), max_size=12)
)
def test_any_numbers_are_survived(points: list[Point]) -> None:
    if plot := svg(points, "people", False):
        ElementTree.fromstring(plot)
        assert "nan" not in plot
