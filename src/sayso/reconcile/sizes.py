"""The numbers of two counts beside each other: equal, near, far apart, and whether both can hold."""

from __future__ import annotations

from sayso.model import Quantity

MEASURED = {"money", "duration", "distance"}  # amounts, of which a fraction is no share of a whole


def middle(q: Quantity) -> float:
    """The value, else the first bound, without its sign."""
    return abs(next((x for x in (q.value, q.low, q.high) if x is not None), 0.0))


def ratio(a: Quantity, b: Quantity) -> float:
    """How many times the larger is the smaller."""
    small, large = sorted((middle(a), middle(b)))
    return large / small if small else (1.0 if not large else float("inf"))


def equal(a: Quantity, b: Quantity) -> bool:
    """Whether both give the same value."""
    return a.value is not None and a.value == b.value


def near(a: Quantity, b: Quantity) -> bool:
    """Whether the bounds overlap, are closed on both sides, and narrow."""
    return overlapping(a, b) and None not in (a.low, a.high, b.low, b.high) and ratio(a, b) <= 1.1


def overlapping(a: Quantity, b: Quantity) -> bool:
    """Whether some number fits the bounds of both; bounds that only touch do, where one of them is exact."""
    low = max((x for x in (a.low, b.low) if x is not None), default=float("-inf"))
    high = min((x for x in (a.high, b.high) if x is not None), default=float("inf"))
    exact = a.low == a.high or b.low == b.high
    return low < high or (low == high and exact)


def is_share(q: Quantity) -> bool:
    """Whether a quantity is a part of one whole, from 0 to 1."""
    fraction = q.value is not None and 0 < q.value < 1 and q.category not in MEASURED
    return q.modifier == "share" or q.category == "share" or fraction
