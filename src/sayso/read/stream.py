"""The characters of a text or of a page that show, in order, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

Gap = Literal["none", "space", "break"]

_HIDDEN = r"<(script|style|textarea|iframe|xmp|noembed|noframes)(?=[\s/>])[^>]*>.*?(?:</\1\s*>|\Z)"
_MARKUP = re.compile(rf"<!--.*?(?:-->|\Z)|{_HIDDEN}|<[!?/a-zA-Z][^>]*(?:>|\Z)", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)"
)  # as html.unescape finds them


@dataclass(slots=True)
class Stream:
    """``chars`` without white space; ``starts`` and ``ends`` say where each stands.

    ``gaps``: what lies before each: nothing, white space, or a break (a tag, a character that does not show).
    """

    chars: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    pending: Gap = "break"

    def add(self, char: str, start: int, end: int) -> None:
        """Appends one character, or remembers what it leaves between its neighbours."""
        if char.isspace():
            self.pending = "space" if self.pending == "none" else self.pending
        elif not char.isprintable():
            self.pending = "break"
        else:
            self.chars.append(char)
            self.starts.append(start)
            self.ends.append(end)
            self.gaps.append(self.pending)
            self.pending = "none"


def of_lines(text: str) -> Iterator[Stream]:
    """One stream for each line of a text."""
    at = 0
    for line in text.splitlines(keepends=True):
        stream = Stream()
        for char in line:
            stream.add(char, at, at + 1)
            at += 1
        yield stream


def of_page(page: str) -> Stream:
    """The stream of a decoded page: what stands between its tags, entities resolved."""
    stream = Stream()
    for start, end in _between(_MARKUP, page, 0, len(page)):
        stream.pending = "break"
        _add_stretch(stream, page, start, end)
    return stream


def _add_stretch(stream: Stream, page: str, start: int, end: int) -> None:
    at = start
    for entity in _ENTITY.finditer(page, start, end):
        _add_letters(stream, page, at, entity.start())
        shown = unescape(entity[0])
        if len(shown) == 1:
            stream.add(shown, entity.start(), entity.end())
        elif shown == entity[0]:  # an ampersand that begins no entity
            _add_letters(stream, page, entity.start(), entity.end())
        else:
            stream.pending = (
                "break"  # an entity with letters stuck to it: which is whose is not worth telling
            )
        at = entity.end()
    _add_letters(stream, page, at, end)


def _add_letters(stream: Stream, page: str, start: int, end: int) -> None:
    for at in range(start, end):
        stream.add(page[at], at, at + 1)


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text, start, end):
        if start < found.start():
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end
