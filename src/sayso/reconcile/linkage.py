"""Average linkage that takes more items at any time, and then says what one batch of all would have said.

The two most alike clusters merge, again and again, down to ``least``. How alike two clusters are is the
mean over all pairs of their items, divided by ``size_bar``: it never rises as clusters grow, so what
merges at a low level cannot change what merged at a higher one. That is why new items need not start
over: the levels are gone through once more from the top, and of the merges that were made before only
those are undone whose parts have meanwhile merged with something nearer. Clusters that no new item
reaches are not looked at. All this holds as long as no two pairs of clusters are equally alike; the
items' likenesses should leave no ties.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

ROOT, MOST = 0.25, 16


def size_bar(a: int, b: int) -> float:
    """What the mean is divided by: the more items both clusters have, the surer it is that they are two."""
    return float(min(a, b, MOST) ** ROOT)


@dataclass(eq=False, slots=True)
class Cluster:
    """Items that merged at ``level``, from two ``parts``; ``whole`` is what they merged into later."""

    items: Sequence[int]
    level: float = math.inf
    parts: tuple[Cluster, ...] = ()
    whole: Cluster | None = None
    undone: bool = False


@dataclass
class Linkage:
    """All clusters of the items so far. Items are numbered in the order in which they come."""

    least: float
    unit: int = 1  # of the likenesses that are added
    near: list[dict[int, int]] = field(default_factory=list)
    single: list[Cluster] = field(default_factory=list)

    def add(self, items: Iterable[Mapping[int, int]]) -> list[Cluster]:
        """Takes items, each with its likeness to items before it; the clusters that are new."""
        fresh = []
        for likeness in items:
            item = len(self.single)
            self.near.append(dict(likeness))
            for other, value in likeness.items():
                self.near[other][item] = value
            fresh.append(Cluster((item,)))
            self.single += fresh[-1:]
        return _Run(self).of(fresh)

    def clusters(self) -> list[Cluster]:
        """All that did not merge any further."""
        return list({at(cluster, -math.inf): None for cluster in self.single})


class _Run:
    """One pass through the levels, from the top. What is ``loose`` may merge otherwise than it did before."""

    def __init__(self, linkage: Linkage) -> None:
        self.linkage = linkage
        self.agenda: list[tuple[float, int, Cluster, Cluster | None]] = []
        self.turn = count()
        self.loose: dict[Cluster, None] = {}
        self.asked: set[tuple[Cluster, Cluster]] = set()
        self.waiting: set[Cluster] = set()
        self.sums: dict[Cluster, Iterable[tuple[Cluster, int]]] = {}

    def of(self, fresh: Sequence[Cluster]) -> list[Cluster]:
        """The topmost clusters that are new once ``fresh`` items have found their places."""
        self.waiting.update(fresh)
        for cluster in fresh:
            self.waiting.remove(cluster)
            self.loosen(cluster, math.inf)
        while self.agenda:
            level, _, one, other = heapq.heappop(self.agenda)
            if one.whole is None and not one.undone:
                self.step(-level, one, other)
        return [cluster for cluster in self.loose if cluster.whole is None]

    def step(self, level: float, one: Cluster, other: Cluster | None) -> None:
        """What happens at ``level``: two clusters merge, or one finds that its former other half is gone."""
        if other is None:
            self.loosen(one, level)
        elif (now := at(other, level)) is other:
            self.merge(one, other, level)
        elif now not in self.loose and (one, now) not in self.asked:
            self.asked.add((one, now))
            self.consider(one, now, sum(self.shared(one, now)))

    def loosen(self, one: Cluster, level: float) -> None:
        """Considers every cluster that there is at ``level`` and that is like ``one``."""
        self.loose[one] = None
        enough = len(one.items) * self.linkage.least * self.linkage.unit
        for cluster, total in self.summed(one, level).items():
            # most are not like enough; one that waits will consider this one itself
            if total >= enough * len(cluster.items) and cluster not in self.waiting:
                self.consider(one, cluster, total)

    def summed(self, one: Cluster, level: float) -> Mapping[Cluster, int]:
        """The likenesses of the items of ``one`` to those of each other cluster at ``level``, summed."""
        sums: defaultdict[Cluster, int] = defaultdict(int)
        for part in one.parts or (one,):
            for cluster, value in self.sums.pop(part, None) or self.near(part):
                # what follows is ``at``: a call for each would take half of the time
                while (whole := cluster.whole) is not None and whole.level >= level:
                    cluster = whole
                sums[cluster] += value
        sums.pop(one, None)
        if one.parts:  # no cluster that was there at a level comes apart at a lower one
            self.sums[one] = sums.items()
        return sums

    def near(self, cluster: Cluster) -> Iterator[tuple[Cluster, int]]:
        single = self.linkage.single
        for item in cluster.items:
            for other, value in self.linkage.near[item].items():
                yield single[other], value

    def consider(self, one: Cluster, other: Cluster, total: int) -> None:
        a, b = len(one.items), len(other.items)
        likeness = total / (a * b * self.linkage.unit) / size_bar(a, b)
        if likeness >= self.linkage.least:
            heapq.heappush(self.agenda, (-likeness, next(self.turn), one, other))

    def shared(self, one: Cluster, other: Cluster) -> Iterator[int]:
        within = set(other.items)
        for item in one.items:
            near = self.linkage.near[item]
            yield from (near[other] for other in near.keys() & within)

    def merge(self, one: Cluster, other: Cluster, level: float) -> None:
        self.undo(other)
        both = Cluster((*one.items, *other.items), level, (one, other))
        one.whole = other.whole = both
        self.loosen(both, level)

    def undo(self, cluster: Cluster) -> None:
        """Undoes the former merges of ``cluster``; what it merged with looks for another at that level."""
        while (whole := cluster.whole) is not None:
            whole.undone = True
            for part in whole.parts:
                part.whole = None
                if part is not cluster:
                    heapq.heappush(self.agenda, (-whole.level, next(self.turn), part, None))
            cluster = whole


def at(cluster: Cluster, level: float) -> Cluster:
    """What ``cluster`` belonged to when all above ``level`` had merged."""
    while cluster.whole is not None and cluster.whole.level >= level:
        cluster = cluster.whole
    return cluster
