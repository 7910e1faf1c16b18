"""A figure over time as a small SVG: one mark a mention, from low to high, lettered by its voice.

Across: for what day a count stands; a line where that is an interval, dashed towards an open end. Upwards:
how many; an arrow where there is no bound. What has no date stands in a strip of its own on the right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.model import Interval, Quantity
from sayso.show.plain import inert
from sayso.show.words import number

WIDTH, HEIGHT = 400, 210
LEFT, RIGHT, TOP, FLOOR = 64, 388, 12, 180
STRIP = 60  # width of the strip for what has no date
R = 8  # radius of a mark
COLOURS = 6
_Box = tuple[float, float, float]  # a mark that stands: x, upper end, lower end


@dataclass(frozen=True, slots=True)
class Point:
    """One mark. ``voice`` counts from 0, None: unclear; ``href`` leads to the words, ``title`` says them."""

    quantity: Quantity
    when: Interval
    voice: int | None
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class _Axes:
    days: tuple[date, date] | None
    low: float
    high: float
    right: float  # where the dated part ends

    def x(self, day: date) -> float:
        assert self.days
        first, last = self.days
        share = (day - first).days / ((last - first).days or 1) if last > first else 0.5
        return LEFT + 2 * R + share * (self.right - LEFT - 4 * R)

    def y(self, value: float) -> float:
        return FLOOR - (value - self.low) / (self.high - self.low) * (FLOOR - TOP)


def letter(voice: int | None) -> str:
    """The sign of a voice: A to Z, then AA, AB …; ``?`` if it is unclear which one."""
    if voice is None:
        return "?"
    return (letter(voice // 26 - 1) if voice >= 26 else "") + chr(ord("A") + voice % 26)


def svg(points: Sequence[Point], label: str, share: bool) -> Markup:
    """The plot of a figure; empty if there is nothing to plot."""
    numbers = [n for p in points for n in _numbers(p.quantity)]
    if not numbers:
        return Markup("")
    axes = _axes(points, numbers)
    head = Markup('<svg class="plot" viewBox="0 0 {} {}" role="group" aria-label="{}">').format(
        WIDTH, HEIGHT, inert(f"{label}, over time; the table has the same")
    )
    return Markup("\n").join([head, *_frame(axes, share), *_marks(axes, points), Markup("</svg>")])


def _numbers(quantity: Quantity) -> list[float]:
    given = (quantity.low, quantity.value, quantity.high)
    return [n for n in given if n is not None and _plottable(n)]


def _plottable(value: float) -> bool:
    """False for what no report counts and no scale could show; the table has it all the same."""
    return value == 0 or 1e-30 < abs(value) < 1e30


def _axes(points: Sequence[Point], numbers: Sequence[float]) -> _Axes:
    ends = [day for p in points for day in (p.when.earliest, p.when.latest) if day]
    low, high = min(numbers), max(numbers)
    size = max(abs(low), abs(high))
    room = max((high - low) * 0.15, size * 1e-6) if high > low else size * 0.2 or 1.0
    floor = 0.0 if 0 <= low < high / 2 else low - room
    undated = any(not p.when.is_known for p in points)
    return _Axes((min(ends), max(ends)) if ends else None, floor, high + room, RIGHT - STRIP * undated)


# ---- the frame ----


def _frame(axes: _Axes, share: bool) -> Iterator[Markup]:
    for value in _ticks(axes.low, axes.high):
        y = axes.y(value)
        yield _path("grid", f"M{LEFT} {y:.1f}H{RIGHT}")
        yield _text(LEFT - 6, y + 4, "end", _short(value, share))
    if axes.days:
        first, last = axes.days
        yield _text(axes.x(first), FLOOR + 20, "start" if last > first else "middle", first.isoformat())
        if last > first:
            yield _text(axes.x(last), FLOOR + 20, "end", last.isoformat())
    if axes.right < RIGHT:
        yield _path("grid", f"M{axes.right} {TOP}V{FLOOR}")
        yield _text(RIGHT, FLOOR + 20, "end", "undated")
    yield _path("axis", f"M{LEFT} {TOP}V{FLOOR}H{RIGHT}")


def _ticks(low: float, high: float) -> list[float]:
    """At most five round numbers from low to high."""
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _short(value: float, share: bool) -> str:
    """As short as the margin asks: millions and more as CLDR writes them in English."""
    if share or not 1e6 <= abs(value) < 1e15:
        return number(value, share) if abs(value) < 1e6 else f"{value:.3g}"
    of, sign = next((of, sign) for of, sign in ((1e12, "T"), (1e9, "B"), (1e6, "M")) if abs(value) >= of)
    return f"{value / of:.7g}{sign}"


# ---- the marks ----


def _marks(axes: _Axes, points: Sequence[Point]) -> Iterator[Markup]:
    taken: list[_Box] = []
    for point in points:
        if not _numbers(point.quantity):
            continue
        y, low, high = _heights(axes, point.quantity)
        x = _free(_x(axes, point.when), min(high or TOP, y - R), max(low or FLOOR, y + R), taken)
        body = [*_interval(axes, point.when, y), _bar(x, low, high), *_disc(point.voice, x, y)]
        link = Markup('<a class="o{}" href="{}" tabindex="-1"><title>{}</title>{}</a>')
        colour = "" if point.voice is None else point.voice % COLOURS
        yield link.format(colour, point.href, inert(point.title), Markup("").join(body))


def _heights(axes: _Axes, quantity: Quantity) -> tuple[float, float | None, float | None]:
    """Where the mark of a quantity stands, and where its bounds do; None is open."""
    value, low, high = (
        n if n is not None and _plottable(n) else None for n in (quantity.value, quantity.low, quantity.high)
    )
    numbers = _numbers(quantity)
    middle = sum(numbers) / len(numbers) if value is None else value
    return axes.y(middle), None if low is None else axes.y(low), None if high is None else axes.y(high)


def _x(axes: _Axes, when: Interval) -> float:
    if not axes.days or not when.is_known:
        return (axes.right + RIGHT) / 2
    ends = [axes.x(day) for day in (when.earliest, when.latest) if day]
    return sum(ends) / len(ends)


def _free(x: float, top: float, base: float, taken: list[_Box]) -> float:
    """``x``, or the next place beside it where no mark stands yet."""
    offsets = [0.0, *(sign * n * (2 * R + 1) for n in range(1, 12) for sign in (1, -1))]
    fits = (x + o for o in offsets if LEFT + R <= x + o <= RIGHT - R and _alone(x + o, top, base, taken))
    found = next(fits, x)
    taken.append((found, top, base))
    return found


def _alone(x: float, top: float, base: float, taken: list[_Box]) -> bool:
    return all(abs(x - other) > 2 * R or base < above or below < top for other, above, below in taken)


def _interval(axes: _Axes, when: Interval, y: float) -> list[Markup]:
    if not axes.days or not when.is_known:
        return []
    start = axes.x(when.earliest) if when.earliest else LEFT
    end = axes.x(when.latest) if when.latest else axes.right
    kind = "when" if when.earliest and when.latest else "when open"
    return [_path(kind, f"M{start:.1f} {y:.1f}H{end:.1f}")] if end > start else []


def _bar(x: float, low: float | None, high: float | None) -> Markup:
    """From low to high; an open end is an arrow that leaves the plot."""
    caps = f"M{x - 4:.1f} {TOP + 6}l4 -6l4 6" if high is None else f"M{x - 4:.1f} {high:.1f}h8"
    caps += f"M{x - 4:.1f} {FLOOR - 6}l4 6l4 -6" if low is None else f"M{x - 4:.1f} {low:.1f}h8"
    return _path("bar", f"M{x:.1f} {low or FLOOR:.1f}V{high or TOP:.1f}{caps}")


def _disc(voice: int | None, x: float, y: float) -> list[Markup]:
    circle = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(x, y, R)
    return [circle, _text(x, y + 3.5, "middle", letter(voice))]


def _path(kind: str, d: str) -> Markup:
    return Markup('<path class="{}" d="{}"/>').format(kind, d)


def _text(x: float, y: float, anchor: str, words: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, anchor, words)
