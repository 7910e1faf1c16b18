"""Laws of spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.span import Span, hull, starting_in, subtract, trimmed


@st.composite
def spans(draw: st.DrawFn, most: int = 60) -> Span:
    start = draw(st.integers(0, most - 1))
    return Span(start, draw(st.integers(start + 1, most)))


def covered(*parts: Span) -> set[int]:
    return {i for span in parts for i in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(3, 3), (3, 2), (-1, 2)])
def test_nothing_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans(), spans())
def test_overlap_and_containment_are_those_of_the_characters(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one) == bool(covered(one) & covered(other))
    assert one.contains(other) == (covered(other) <= covered(one))


@given(spans(), st.integers(0, 50), st.text(min_size=60, max_size=60))
def test_a_shifted_span_has_the_same_words_in_a_longer_text(span: Span, by: int, text: str) -> None:
    assert span.shift(by).of("x" * by + text) == span.of(text)
    assert len(span.of(text)) == len(span)


@given(st.lists(spans(), min_size=1))
def test_the_hull_is_the_smallest_span_that_contains_all(parts: list[Span]) -> None:
    whole = hull(parts)
    assert all(whole.contains(part) for part in parts)
    assert {whole.start, whole.end - 1} <= covered(*parts)


@given(spans(), st.lists(spans()))
def test_subtracting_leaves_the_rest_in_order(span: Span, holes: list[Span]) -> None:
    left = subtract(span, holes)
    assert covered(*left) == covered(span) - covered(*holes)
    assert left == sorted(left)
    assert all(a.end < b.start for a, b in pairwise(left))


@given(st.text(alphabet=" \tab,", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_trimming_leaves_no_space_at_the_edges(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    span = trimmed(text, start, end)
    assert (span.of(text) if span else "") == text[start:end].strip()


@given(st.lists(spans()), spans())
def test_those_that_start_inside(items: list[Span], span: Span) -> None:
    items.sort()
    expected = [item for item in items if span.start <= item.start < span.end]
    assert list(starting_in(span, items, lambda item: item.start)) == expected
