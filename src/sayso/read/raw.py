"""The way back from extracted words to the bytes of the page where the same words stand.

The page is read once more as a stream of the characters that show. Each line of the text is laid along
it: the longest piece that stands there, then the next piece after it. A run ends where the page has a tag,
or where white space stands in one and not in the other. So the bytes of a run, decoded, with entities
resolved and white space folded, read as the text of the run. Words that are found nowhere have no run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.model import RawRun
from sayso.read.stream import Stream, of_lines, of_page

SHORTEST = 12  # characters that show: a shorter piece may stand anywhere, and is taken only close to the last
CLOSE = 400  # characters of the page after the last piece


def raw_runs(text: str, data: bytes, codec: str, skip: int = 0) -> tuple[RawRun, ...]:
    """The runs of ``text`` in the page ``data``, which followed ``skip`` other bytes; in order, disjoint."""
    page = data.decode(codec, "surrogateescape" if codec == "utf-8" else "replace")
    found = list(_runs(text, of_page(page)))
    offsets = _offsets(page, sorted({place for run in found for place in run[2:]}), data, codec)
    if not offsets:
        return ()
    return tuple(RawRun(start, end, skip + offsets[a], skip + offsets[b]) for start, end, a, b in found)


def _offsets(page: str, places: list[int], data: bytes, codec: str) -> dict[int, int]:
    """Byte offsets of characters; empty if the encoding does not lead back to the same bytes."""
    errors = "surrogateescape" if codec == "utf-8" else "strict"
    offsets, last, length = {}, 0, 0
    try:
        for place in [*places, len(page)]:
            length += len(page[last:place].encode(codec, errors))
            offsets[place], last = length, place
        return offsets if length == len(data) and page.encode(codec, errors) == data else {}
    except UnicodeEncodeError:
        return {}


def _runs(text: str, page: Stream) -> Iterator[tuple[int, int, int, int]]:
    """Start and end in the text, start and end in the decoded page."""
    at = 0
    for line in of_lines(text):
        for first, until, place in _pieces(line, page.flat, at):
            yield from _unbroken(line, page, first, until, place - first)
            at = place + until - first


def _pieces(line: Stream, flat: str, at: int) -> Iterator[tuple[int, int, int]]:
    """Pieces of a line, whole words from ``first`` to ``until``, and where each stands in the page."""
    apart = (offset for offset, gap in zip(line.offsets, line.gaps, strict=True) if gap != "none")
    bounds = [*apart, line.length]
    i = 0
    while i < len(bounds) - 1:
        j, place = _longest(line.flat, bounds, i, flat, at)
        if j > i:
            yield bounds[i], bounds[j], place
            at = place + bounds[j] - bounds[i]
        i = max(j, i + 1)


def _longest(shown: str, bounds: list[int], i: int, flat: str, at: int) -> tuple[int, int]:
    """The last bound up to which the words from bound ``i`` stand together in the page, and where; or ``i``.

    Where a piece stands, its beginning stands too, so the longest one is found by bisection.
    """
    last = len(bounds) - 1
    if (place := _place(shown[bounds[i] :], flat, at)) >= 0:
        return last, place
    least = next((j for j in range(i + 1, last) if bounds[j] - bounds[i] >= SHORTEST), last)
    good, bad, where = least, last, _place(shown[bounds[i] : bounds[least]], flat, at)
    if where < 0:
        good, bad = i, least
    while bad - good > 1:
        middle = (good + bad) // 2
        place = _place(shown[bounds[i] : bounds[middle]], flat, at)
        good, bad, where = (middle, bad, place) if place >= 0 else (good, middle, where)
    return good, where


def _place(piece: str, flat: str, at: int) -> int:
    """Where ``piece`` stands in the page: after ``at``, or if it is long enough to know again, anywhere."""
    if len(piece) < SHORTEST:
        return flat.find(piece, at, at + CLOSE + len(piece))
    place = flat.find(piece, at)
    return place if place >= 0 else flat.find(piece)


def _unbroken(
    line: Stream, page: Stream, first: int, until: int, shift: int
) -> Iterator[tuple[int, int, int, int]]:
    """The parts of a piece in which neither side has what the other has not between two characters."""
    ours = line.seams(first, until)
    theirs = {offset - shift: gap for offset, gap in page.seams(first + shift, until + shift).items()}
    cuts = [
        offset
        for offset in sorted(ours | theirs)
        if (gap := theirs.get(offset, "none")) == "break" or gap != ours.get(offset, "none")
    ]
    for start, end in pairwise([first, *cuts, until]):
        yield line.start(start), line.end(end), page.start(start + shift), page.end(end + shift)
