"""Items that linkage left alone: such a one joins the cluster that it is far more like than any other.

Average linkage asks that an item be like most of a cluster. What tells the same in words of its own (a
letter, a translation, a local report) is a little like all of it, and like nothing else. Whether it joins
hangs on the clusters as they are in the end, not on the order of the items.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reconcile.linkage import Cluster, Linkage, at

FAR = 2.5  # times as like a cluster as any other one of two or more


@dataclass
class Strays:
    """The items of ``linkage`` that have joined a cluster of two or more, at a mean likeness of ``least``."""

    linkage: Linkage
    least: float
    joined: dict[int, Cluster] = field(default_factory=dict)
    with_it: defaultdict[Cluster, set[int]] = field(default_factory=lambda: defaultdict(set))

    def items(self, cluster: Cluster) -> list[int]:
        """All items of a topmost cluster: none if its only one has joined another."""
        own = [item for item in cluster.items if item not in self.joined]
        return [*own, *sorted(self.with_it.get(cluster, ()))]

    def settle(self, fresh: Iterable[Cluster]) -> list[Cluster]:
        """Takes the topmost clusters that are new; these and all others whose ``items`` are not as before."""
        changed = dict.fromkeys(fresh)
        touched = {item for cluster in changed for item in cluster.items}
        for item in sorted(touched.union(*(self.linkage.near[item] for item in touched))):
            before, now = self.joined.pop(item, None), self._nearest(item)
            if now is not None:
                self.joined[item] = now
            if before is not now:
                for cluster in (before, now):
                    if cluster is not None:
                        self.with_it[cluster] ^= {item}
                        changed[cluster] = None
                changed[self._topmost(item)] = None
        return [cluster for cluster in changed if cluster.whole is None and not cluster.undone]

    def _nearest(self, item: int) -> Cluster | None:
        """The cluster that an item left alone is far more like than any other, if there is one."""
        if len(self._topmost(item).items) > 1:
            return None
        sums: defaultdict[Cluster, int] = defaultdict(int)
        for other, value in self.linkage.near[item].items():
            sums[self._topmost(other)] += value
        means = {one: total / len(one.items) for one, total in sums.items() if len(one.items) > 1}
        nearest = max(means, key=means.__getitem__, default=None)
        second = max((mean for one, mean in means.items() if one is not nearest), default=0.0)
        enough = max(self.least * self.linkage.unit, FAR * second)
        return nearest if nearest and means[nearest] >= enough else None

    def _topmost(self, item: int) -> Cluster:
        return at(self.linkage.single[item], -math.inf)
