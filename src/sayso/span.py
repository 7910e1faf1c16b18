"""Span: half-open characters of a report's text. Nothing in sayso points at text in any other way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of ``Report.text``, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same span in a text that begins ``by`` characters earlier."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int, strip: str = " \t\r\n\f\v\u00a0") -> Span | None:
    """``start`` to ``end`` without the characters of ``strip`` at the edges; None if nothing is left."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end) if start < end else None


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of ``spans`` (at least one)."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def subtract(span: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of ``span`` when ``holes`` are taken out, in order."""
    left, at = [], span.start
    for hole in sorted(h for h in holes if h.overlaps(span)):
        if at < hole.start:
            left.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < span.end:
        left.append(Span(at, span.end))
    return left


def starting_in(span: Span, items: Sequence[T], start: Callable[[T], int]) -> Sequence[T]:
    """Those of ``items``, sorted by ``start``, that start inside ``span``."""
    return items[bisect_left(items, span.start, key=start) : bisect_left(items, span.end, key=start)]
