from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reconcile.linkage import MOST, Linkage, size_bar

THOUSAND = 1000 << 32
Likeness = Mapping[tuple[int, int], int]


def linked(likeness: Likeness, order: Sequence[int], batches: Sequence[int]) -> set[frozenset[int]]:
    """The clusters when the items come in ``order``, ``batches`` saying after how many to stop."""
    linkage = Linkage(0.3, THOUSAND)
    stops = [0, *sorted(batches), len(order)]
    for first, last in pairwise(stops):
        linkage.add(likened(likeness, order[:place], order[place]) for place in range(first, last))
    return {frozenset(order[n] for n in cluster.items) for cluster in linkage.clusters()}


def likened(likeness: Likeness, earlier: Sequence[int], item: int) -> dict[int, int]:
    """In thousandths, and a little more that breaks ties."""
    pairs = {place: (min(item, other), max(item, other)) for place, other in enumerate(earlier)}
    return {
        place: (likeness[pair] << 32) + crc32(repr(pair).encode())
        for place, pair in pairs.items()
        if pair in likeness
    }


@pytest.mark.parametrize(
    ("likeness", "clusters"),
    [
        ({}, [{0}, {1}, {2}, {3}]),
        ({(0, 1): 900}, [{0, 1}, {2}, {3}]),
        ({(0, 1): 299}, [{0}, {1}, {2}, {3}]),
        ({(0, 1): 900, (1, 2): 700, (0, 2): 500}, [{0, 1, 2}, {3}]),
        ({(0, 1): 900, (1, 2): 500}, [{0, 1}, {2}, {3}]),  # the mean counts, not the nearest
        ({(0, 1): 900, (2, 3): 800, (0, 2): 700, (1, 3): 600}, [{0, 1}, {2, 3}]),  # two pairs are two
        ({(0, 1): 400, (1, 2): 900}, [{0}, {1, 2}, {3}]),
    ],
)
def test_what_merges(likeness: Likeness, clusters: list[set[int]]) -> None:
    assert linked(likeness, range(4), []) == {frozenset(cluster) for cluster in clusters}


def test_a_nearer_item_parts_what_had_merged() -> None:
    likeness = {(0, 1): 400, (1, 2): 900, (0, 3): 350}
    assert linked(likeness, (0, 1), []) == {frozenset({0, 1})}
    assert linked(likeness, (0, 1, 2, 3), [2, 3]) == {frozenset({0, 3}), frozenset({1, 2})}


def test_only_what_is_not_as_before_is_told() -> None:
    linkage = Linkage(0.3)
    linkage.add([{}, {0: 1}, {}])
    assert [cluster.items for cluster in linkage.add([{2: 1}])] == [(3, 2)]
    assert linkage.add([]) == []


def test_the_bar_never_falls() -> None:
    bars = [size_bar(n, 100) for n in range(1, 2 * MOST)]
    assert bars == sorted(bars)
    assert bars[0] == 1
    assert bars[-1] == size_bar(MOST, MOST)


@st.composite
def streams(draw: st.DrawFn) -> tuple[Likeness, list[int], list[int]]:
    size = draw(st.integers(1, 12))
    pairs = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(
        lambda pair: pair[0] < pair[1]
    )
    likeness = draw(st.dictionaries(pairs, st.integers(100, 1000))) if size > 1 else {}
    return likeness, draw(st.permutations(range(size))), draw(st.lists(st.integers(0, size), max_size=4))


@given(streams())
@settings(max_examples=300, deadline=None)
def test_neither_order_nor_batches_show(stream: tuple[Likeness, list[int], list[int]]) -> None:
    likeness, order, batches = stream
    assert linked(likeness, order, batches) == linked(likeness, sorted(order), [])
