"""Finds quotation marks that belong together. A bad mark costs one quotation, never the report.

Marks are paired by where they stand, not by their shape: machine-made text opens with a straight mark and
closes with a curly one. A mark opens if white space (a bracket, nothing) stands before it and a word behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.span import Span, trimmed

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛"
_MARK = re.compile(f"``|''|[{DOUBLE}{SINGLE}]")
_OPENING_SHAPE = frozenset(("“", "„", "«", "‘", "‚", "``"))
_CLOSING_SHAPE = frozenset("”»")
_BEFORE = " \t\n\r([{—–-/…:,>" + "\u00a0"
_BRACKETS = "([{"
_LINES = 6  # passages that a quotation may run over without a further mark
_MOST = 4_000  # characters; a longer "quotation" is an unpaired mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """``inner``: the words between the marks; ``outer``: with them. Not ``closed``: to the passage's end."""

    outer: Span
    inner: Span
    closed: bool = True


Role = Literal["open", "close", "either", "neither"]


def find_quotations(text: str, goes_on: bool = False) -> list[Quotation]:
    """The outermost quotations of a passage, in order. Positions are those of ``text``.

    ``goes_on``: the next passage begins with a mark, so that the last quotation here may be left open.
    """
    found: list[Quotation] = []
    opened: list[re.Match[str]] = []  # at most a single mark and a double one, in either order
    marks = list(_marks(text))
    for n, mark in enumerate(marks):
        role = _role(text, mark)
        partner = next((n for n, o in enumerate(opened) if _single(o) == _single(mark)), None)
        if partner is not None and _slipped(text, mark, marks[n + 1 :]):
            role = "close"
        if role in ("close", "either") and partner is not None:
            found.extend(_quotation(text, opened[partner], mark.start(), mark.end()))
            del opened[partner:]
        elif role in ("open", "either"):
            del opened[len(opened) if partner is None else partner :]  # an earlier one was never closed
            opened.append(mark)
    if opened and (goes_on or opened[0].start() == 0) and not _single(opened[0]):
        found.extend(_quotation(text, opened[0], len(text), len(text), closed=False))
    return _outermost([q for q in found if len(q.inner) <= _MOST])


def find_all(texts: Sequence[str]) -> list[list[Quotation]]:
    """The quotations of passages that follow one another, as sentences on lines of their own do.

    One that is left open goes on in the next passage if that begins with a mark, or as far as the passage
    whose first mark closes it.
    """
    following = [*texts[1:], ""][: len(texts)]
    pairs = zip(texts, following, strict=True)
    found = [find_quotations(text, begins_with_mark(after)) for text, after in pairs]
    for n, text in enumerate(texts):
        begun = find_quotations(text, goes_on=True)
        last = _closing(texts, n) if begun and not begun[-1].closed else None
        if last is None:
            continue
        close = next(m for m in _marks(texts[last]) if not _single(m))
        for k in range(n + 1, last):
            found[k] = [Quotation(Span(0, len(texts[k])), Span(0, len(texts[k])), closed=False)]
        end, inner = close.end(), trimmed(texts[last], 0, close.start())
        behind = find_quotations(texts[last][end:])
        found[n] = begun
        found[last] = [Quotation(Span(0, end), inner)] if inner else []
        found[last] += [Quotation(q.outer.shift(end), q.inner.shift(end), q.closed) for q in behind]
    return found


def _closing(texts: Sequence[str], n: int) -> int | None:
    """The passage behind ``n`` that closes what is open there: the first with a mark, if that one closes."""
    for k in range(n + 1, min(n + 1 + _LINES, len(texts))):
        marks = [m for m in _marks(texts[k]) if not _single(m)]
        if marks:
            closes = _role(texts[k], marks[0]) == "close" or _slipped(texts[k], marks[0], marks[1:])
            return k if closes and marks[0].start() else None
    return None


def begins_with_mark(text: str) -> bool:
    """Whether a passage begins with a double mark, as the next paragraph of a quotation does."""
    return text.startswith((*DOUBLE, "``", "''"))


def _outermost(found: list[Quotation]) -> list[Quotation]:
    outer: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        if not outer or quotation.outer.start >= outer[-1].outer.end:
            outer.append(quotation)
    return outer


def _single(mark: re.Match[str]) -> bool:
    return mark.group() in SINGLE


def _marks(text: str) -> Iterator[re.Match[str]]:
    return (m for m in _MARK.finditer(text) if not _apostrophe(text, m))


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    if mark.group() not in SINGLE:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    plural_possessive = before in ("s", "S") and after == " " and mark.group() != "‘"
    return (before.isalnum() and after.isalnum()) or after.isdigit() or plural_possessive


def _role(text: str, mark: re.Match[str]) -> Role:
    """By where the mark stands; by its shape where that leaves it open."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    shape = mark.group()
    opens = (not before or before in _BEFORE) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and before not in _BRACKETS
    if opens != closes:
        return "open" if opens else "close"
    if shape in _OPENING_SHAPE | _CLOSING_SHAPE:
        return "open" if shape in _OPENING_SHAPE else "close"
    return "either" if opens else "neither"


def _slipped(text: str, mark: re.Match[str], later: Sequence[re.Match[str]]) -> bool:
    """Whether a mark that should close stands a space too late: `"It fell, "said Hale.`, `"It fell. "`."""
    slip = mark.group() == '"' and re.search(r"[,.!?]\s$", text[: mark.start()]) is not None
    following = next((_role(text, m) for m in later if not _single(m)), "open")
    return slip and (following == "open" or not text[mark.end() :].strip())


def _quotation(
    text: str, opened: re.Match[str], inner_end: int, outer_end: int, closed: bool = True
) -> Iterator[Quotation]:
    if inner := trimmed(text, opened.end(), inner_end):
        yield Quotation(Span(opened.start(), outer_end), inner, closed)
