from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.reconcile.test_linkage import THOUSAND, Likeness, likened, streams

from sayso.reconcile.linkage import Linkage
from sayso.reconcile.strays import Strays

Told = set[frozenset[int]]


def told(likeness: Likeness, order: Sequence[int], batches: Sequence[int]) -> tuple[Told, Told]:
    """The clusters with their strays, in the end; and the last that was told of each item after a batch."""
    linkage = Linkage(0.3, THOUSAND)
    strays = Strays(linkage, 0.1)
    latest: dict[int, frozenset[int]] = {}
    for first, last in pairwise([0, *sorted(batches), len(order)]):
        fresh = linkage.add(likened(likeness, order[:place], order[place]) for place in range(first, last))
        for cluster in strays.settle(fresh):
            items = frozenset(order[n] for n in strays.items(cluster))
            latest.update(dict.fromkeys(items, items))
    whole = (strays.items(cluster) for cluster in linkage.clusters())
    return {frozenset(order[n] for n in items) for items in whole if items}, set(latest.values())


PAIR = {(0, 1): 900}


@pytest.mark.parametrize(
    ("likeness", "clusters"),
    [
        (PAIR | {(1, 2): 280}, [{0, 1, 2}, {3}, {4}]),  # a mean of .14
        (PAIR | {(1, 2): 180}, [{0, 1}, {2}, {3}, {4}]),  # of .09
        (PAIR | {(3, 4): 900, (0, 2): 270, (2, 3): 160}, [{0, 1}, {2}, {3, 4}]),  # another is half as like
        (PAIR | {(3, 4): 900, (0, 2): 270, (2, 3): 100}, [{0, 1, 2}, {3, 4}]),
        (PAIR | {(0, 2): 270, (0, 3): 270, (2, 3): 250}, [{0, 1, 2, 3}, {4}]),  # both join
        ({(0, 1): 290}, [{0}, {1}, {2}, {3}, {4}]),  # neither is a cluster that the other could join
    ],
)
def test_who_joins(likeness: Likeness, clusters: list[set[int]]) -> None:
    assert told(likeness, range(5), [])[0] == {frozenset(cluster) for cluster in clusters}


def test_a_stray_leaves_for_its_like() -> None:
    likeness = PAIR | {(1, 2): 280, (2, 3): 700}
    assert told(likeness, range(3), [])[0] == {frozenset({0, 1, 2})}
    assert told(likeness, range(4), [3])[0] == {frozenset({0, 1}), frozenset({2, 3})}


@given(streams())
@settings(max_examples=300, deadline=None)
def test_neither_order_nor_batches_show(stream: tuple[Likeness, list[int], list[int]]) -> None:
    likeness, order, batches = stream
    whole, latest = told(likeness, order, batches)
    assert whole == latest == told(likeness, sorted(order), [])[0]
