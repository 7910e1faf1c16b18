"""Walks what was named on the command line: files, folders, standard input; unpacks gzip, within bounds."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from sayso.read.problem import InputError, Problem, Unreadable

Form = Literal["text", "html", "list"]

FORMS: dict[str, Form] = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "list"}
LARGEST = 32 * 2**20  # bytes of one page, or of one line of a list; saved pages rarely pass 5 MiB
SLACK = 64 * 2**20  # bytes that any gzip file may unpack to
# Beyond the slack, how often a file's own size; news text packs to a quarter, a bomb to a thousandth.
INFLATION = 100
STDIN = "-"
MARKUP = re.compile(rb"<(!--|(!doctype html|\?xml|html|head|body)\b)", re.IGNORECASE)
KINDS = 6  # kinds of other files that are named; the rest is counted
LONGEST_SUFFIX = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``path`` is as the user typed it, or lies below that; None for standard input."""

    name: str
    path: Path | None
    form: Form | None  # None: told from the content


def sources(paths: Iterable[Path | str]) -> Iterator[Source | Problem]:
    """All files under ``paths``, folders in sorted order, and what of the folders is left out.

    Raises ``InputError`` at once if one of the paths is missing.
    """
    listed = [str(path) for path in paths]
    for name in listed:
        if name != STDIN and not Path(name).exists():
            raise InputError(f"{name}: no such file or folder")
    return (source for name in listed for source in _under(name))


def _under(name: str) -> Iterator[Source | Problem]:
    path = Path(name)
    if name == STDIN:
        yield Source(STDIN, None, None)
    elif path.is_dir():
        yield from _inside(path)
    else:
        yield Source(name, path, form_of(path))


def _inside(folder: Path) -> Iterator[Source | Problem]:
    """The files below a folder, and one line on what is no report by its name; the hidden stays hidden."""
    left: list[Path] = []
    paths = sorted(folder.rglob("*"))
    if not paths:
        yield Problem(str(folder), None, "an empty folder")
    for path in paths:
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.is_dir() and not path.is_symlink():
            if not os.access(path, os.R_OK | os.X_OK):
                yield Problem(str(path), None, "the folder may not be read")
        elif form_of(path) and path.is_file():
            yield Source(str(path), path, form_of(path))
        else:
            left.append(path)
    if left:
        yield Problem(str(folder), None, f"{len(left)} not read: {_counted(left)}")


def _counted(left: Iterable[Path]) -> str:
    """The most frequent kinds of files, by their suffixes; links, pipes and what has none are others."""
    kinds = Counter(path.suffix.lower() if path.is_file() else "" for path in left)
    suffixes = [kind for kind in kinds if 1 < len(kind) <= LONGEST_SUFFIX]
    named = sorted(suffixes, key=lambda kind: (-kinds[kind], kind))[:KINDS]
    rest = kinds.total() - sum(kinds[kind] for kind in named)
    return ", ".join([*(f"{kinds[kind]} {kind}" for kind in named), *([f"{rest} others"] if rest else [])])


def form_of(path: Path) -> Form | None:
    """What a file's name says it holds; None if its name says nothing."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return FORMS.get(suffixes[-1]) if suffixes else None


def sniffed(data: bytes) -> Form:
    """What the first bytes of an unnamed input look like."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return "list"
    return "html" if MARKUP.match(head) else "text"


def content(source: Source) -> bytes:
    """All bytes of a page, unpacked. Raises ``Unreadable``."""
    with opened(source) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST // 2**20} MiB: not one report")
    return data


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a list with their numbers from 1, without their line ends. Raises ``Unreadable``."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            longest = f"{LARGEST // 2**20} MiB"
            raise Unreadable(f"line {number} is longer than {longest}: it and what follows are not read")
        yield number, line.rstrip(b"\r\n")


def opened(source: Source) -> BinaryIO:
    """The bytes of a source as a stream, unpacked if they are gzip, whatever the name says."""
    if source.path is None:
        return _unpacked(io.BytesIO(sys.stdin.buffer.read()))
    return _unpacked(source.path.open("rb"))


def _unpacked(stream: BinaryIO) -> BinaryIO:
    packed = stream.read(2) == b"\x1f\x8b"
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return io.BufferedReader(_Bounded(stream, max(SLACK, INFLATION * size))) if packed else stream


class _Bounded(io.RawIOBase):
    """A gzip stream that refuses to grow without measure, and says in one way what is wrong with it."""

    def __init__(self, stream: BinaryIO, budget: int) -> None:
        self.inner, self.stream, self.left = gzip.GzipFile(fileobj=stream), stream, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self.inner.read1(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Unreadable("broken gzip file") from error
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable(f"unpacks to more than {INFLATION} times its size: not read further")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.stream.close()
        super().close()
