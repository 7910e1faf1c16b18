"""Finds quotation marks that belong together. A bad mark costs one quotation, never the report.

Marks are paired by where they stand, not by their shape: machine-made text opens with a straight mark and
closes with a curly one. A mark opens if white space (a bracket, nothing) stands before it and a word behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.span import Span, trimmed

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛"
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]|``|''")
_OPENING_SHAPE = set("“„«‘‚") | {"``"}
_CLOSING_SHAPE = set("”»") | {"''"}
_BEFORE = " \t\n\r([{—–-/…:,>" + "\u00a0"
_MOST = 4_000  # characters; a longer "quotation" is an unpaired mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """``inner``: the words between the marks; ``outer``: with them. Not ``closed``: to the passage's end."""

    outer: Span
    inner: Span
    closed: bool = True


Role = Literal["open", "close", "neither"]


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a passage, in order. Positions are those of ``text``."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _marks(text):
        role = _role(text, mark)
        if opened is not None and _closes(opened.group(), mark.group(), role):
            found.extend(_quotation(text, opened, mark.start(), mark.end()))
            opened = None
        elif role == "open" and (opened is None or _supersedes(opened, mark)):
            opened = mark
    if opened is not None and opened.start() == 0 and opened.group() in DOUBLE and len(text) <= _MOST:
        found.extend(_quotation(text, opened, len(text), len(text), closed=False))
    return [q for q in found if len(q.inner) <= _MOST]


def _marks(text: str) -> Iterator[re.Match[str]]:
    return (m for m in _MARK.finditer(text) if not _apostrophe(text, m))


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    if mark.group() not in SINGLE:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    plural_possessive = before in ("s", "S") and after == " " and mark.group() != "‘"
    return (before.isalnum() and after.isalnum()) or after.isdigit() or plural_possessive


def _role(text: str, mark: re.Match[str]) -> Role:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    opens = (not before or before in _BEFORE) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    shape = mark.group()
    if shape in _CLOSING_SHAPE:
        return "close"
    if shape in _OPENING_SHAPE:
        return "open" if after and not after.isspace() else "neither"
    return "open" if opens else "close" if closes else "neither"


def _closes(opened: str, mark: str, role: Role) -> bool:
    single = opened in SINGLE
    return role == "close" and single == (mark in SINGLE)


def _supersedes(opened: re.Match[str], mark: re.Match[str]) -> bool:
    """A second opening double mark: the first was never closed. A single one opens a quotation within."""
    return mark.group() not in SINGLE or opened.group() in SINGLE


def _quotation(
    text: str, opened: re.Match[str], inner_end: int, outer_end: int, closed: bool = True
) -> Iterator[Quotation]:
    if inner := trimmed(text, opened.end(), inner_end):
        yield Quotation(Span(opened.start(), outer_end), inner, closed)
