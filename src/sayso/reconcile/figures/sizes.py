"""The numbers of two counts: equal, near, far apart, whether both can hold; and how they are put in words.

And their times.
"""

from __future__ import annotations

from datetime import timedelta

from sayso.model import Interval, Quantity

SLACK = timedelta(days=1)


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


def bounds(q: Quantity) -> str:
    """The bounds in words: "245 to 255", "100 or more", "40 or fewer"."""
    if q.low is None:
        return "an open number" if q.high is None else f"{number(q.high)} or fewer"
    if q.high is None:
        return f"{number(q.low)} or more"
    return number(q.low) if q.low == q.high else f"{number(q.low)} to {number(q.high)}"


def number(x: float) -> str:
    """A number as people write it: 1,300,000; 0.5."""
    return f"{x:,.0f}" if float(x).is_integer() else f"{x:g}"


def disjoint(a: Interval | None, b: Interval | None, slack: timedelta = SLACK) -> bool:
    """Whether two times cannot be one, a day more or less."""
    return bool(a and b) and any(
        x is not None and y is not None and x.latest and y.earliest and x.latest + slack < y.earliest
        for x, y in ((a, b), (b, a))
    )
