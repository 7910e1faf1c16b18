"""The characters of a text or of a page that show, in order, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Literal

Gap = Literal["none", "space", "break"]

_HIDDEN = r"<(script|style|textarea|iframe|xmp|noembed|noframes)(?=[\s/>])[^>]*>.*?(?:</\1\s*>|\Z)"
_MARKUP = re.compile(rf"<!--.*?(?:-->|\Z)|{_HIDDEN}|<[!?/a-zA-Z][^>]*(?:>|\Z)", re.DOTALL | re.IGNORECASE)
# As html.unescape has them.
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_WORD = re.compile(r"\s+|\S+")


@dataclass
class Stream:
    """What shows, as pieces without white space. ``flat`` is all of it; positions in it are called offsets.

    ``offsets``: where each piece begins in ``flat``; ``starts`` and ``ends``: where it stands in the source.
    ``gaps``: what lies before it: nothing, white space, or a break (a tag, a character that does not show).
    A piece is as long as its source, or it is one character that the source writes as an entity.
    """

    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    pending: Gap = "break"
    length: int = 0

    @cached_property
    def flat(self) -> str:
        """All pieces, one after the other."""
        return "".join(self.pieces)

    def add(self, piece: str, start: int, end: int) -> None:
        """Appends a piece, or remembers what it leaves between its neighbours."""
        if piece.isspace():
            self.pending = "space" if self.pending == "none" else self.pending
        elif piece.isprintable():
            self.pieces.append(piece)
            self.offsets.append(self.length)
            self.starts.append(start)
            self.ends.append(end)
            self.gaps.append(self.pending)
            self.pending = "none"
            self.length += len(piece)
        elif len(piece) == 1:
            self.pending = "break"
        else:
            for i, char in enumerate(piece):
                self.add(char, start + i, start + i + 1)

    def add_text(self, text: str, start: int, end: int) -> None:
        """Appends the words of a part of the source that has neither tags nor entities."""
        for word in _WORD.finditer(text, start, end):
            self.add(word[0], word.start(), word.end())

    def start(self, offset: int) -> int:
        """Where the character at ``offset`` begins in the source."""
        piece = bisect_right(self.offsets, offset) - 1
        return self.starts[piece] + offset - self.offsets[piece]

    def end(self, offset: int) -> int:
        """Where the character before ``offset`` ends in the source."""
        piece = bisect_left(self.offsets, offset) - 1
        return self.ends[piece] - (self.offsets[piece] + len(self.pieces[piece]) - offset)

    def seams(self, first: int, until: int) -> dict[int, Gap]:
        """What lies before each piece that begins after ``first`` and before ``until``, by offset."""
        within = range(bisect_right(self.offsets, first), bisect_left(self.offsets, until))
        return {self.offsets[i]: self.gaps[i] for i in within}


def of_lines(text: str) -> Iterator[Stream]:
    """One stream for each line of a text."""
    at = 0
    for line in text.splitlines(keepends=True):
        stream = Stream()
        stream.add_text(text, at, at + len(line))
        at += len(line)
        yield stream


def of_page(page: str) -> Stream:
    """The stream of a decoded page: what stands between its tags, entities resolved."""
    stream = Stream()
    at = 0
    for tag in _MARKUP.finditer(page):
        _add_stretch(stream, page, at, tag.start())
        stream.pending = "break"
        at = tag.end()
    _add_stretch(stream, page, at, len(page))
    return stream


def _add_stretch(stream: Stream, page: str, start: int, end: int) -> None:
    for entity in _ENTITY.finditer(page, start, end):
        stream.add_text(page, start, entity.start())
        shown = unescape(entity[0])
        if shown == entity[0]:  # an ampersand that begins no entity
            stream.add_text(page, entity.start(), entity.end())
        elif len(shown) == 1:
            stream.add(shown, entity.start(), entity.end())
        else:  # an entity with letters stuck to it: which is whose is not worth telling
            stream.pending = "break"
        start = entity.end()
    stream.add_text(page, start, end)
