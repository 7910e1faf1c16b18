"""Disjoint sets: what has been joined to what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Sets(Generic[T]):
    """Disjoint sets over ``items`` (union-find); the first item in the given order stands for its set."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = list(items)
        self._order = {item: n for n, item in enumerate(self._items)}
        self._parent = {item: item for item in self._items}

    def find(self, item: T) -> T:
        """The first item of the set that ``item`` is in."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: T, b: T) -> None:
        """Makes the sets of ``a`` and ``b`` one."""
        first, second = sorted((self.find(a), self.find(b)), key=self._order.__getitem__)
        self._parent[second] = first

    def sets(self) -> list[list[T]]:
        """All sets, each in the given order, ordered by their first items."""
        found: dict[T, list[T]] = {}
        for item in self._items:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
