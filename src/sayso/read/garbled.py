"""Passages that are not read as they stand: shown, not mended.

They were damaged on their way, by a wrong encoding or machine translation, or are tables: no sentence says
what a number in a cell counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from sayso.model import Marked
from sayso.read.layout import Line, lines, paragraphs
from sayso.span import Span

LONGEST_SENTENCE = 600  # characters
LONGEST_WORD = 40  # characters of a word that are shown on either side of a damaged place

_LOST = re.compile("\ufffd+")
# UTF-8 read as Windows-1252: a lead byte shown as Â, Ã, â or Ð, then what a continuation byte shows as.
_MOJIBAKE = re.compile(
    r"(?:â€[™œ\x9d“”¦˜\"]|[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]"
    r"|(?:[ÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]){2})+"
)
_LOWER_START = re.compile(r"(?<=[a-z]{4}[.!?] )[a-z]{2,}[^.!?]*[.!?]")
_ONE_WORD = re.compile(r"(?<=[a-z]{2}\. )[A-Z][a-z]+\.(?=\s|$)")
_STRAY_CAPITAL = re.compile(r"\w (?P<word>Said|Says|Told|Is|Was|Are|Were|Has|Have|Had)(?= [a-z])")
_DOUBLED = re.compile(r"\b([a-z]{2,}) (\1)\b(?!-)", re.IGNORECASE)
_QUOTE = re.compile(r"[“”\"]")
_MEANT = frozenset(["that", "had", "very", "long", "many", "so", "no", "bye", "ha", "knock", "tut", "hear"])
_CELL = re.compile(r"[|\t]")
_AMOUNT = "0123456789.,% \u00a0"
_ABBREVIATED = frozenset(["etc", "vs", "approx", "dept", "govt", "corp", "capt", "prof"])


def warnings(text: str, furniture: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Damaged passages outside the furniture, in order; the label is the kind of damage."""
    holes = [mark.span for mark in furniture]  # in order, and apart from each other
    ends = [hole.end for hole in holes]
    listed = lines(text)
    found = {mark for line in listed for mark in _in_line(line)}
    whole = paragraphs(text, listed)
    found |= {mark for i, each in enumerate(whole) for mark in _unbalanced(each, whole[i + 1 : i + 2])}
    found |= set(_tables(listed))
    outside = [
        mark
        for mark in found
        if (at := bisect_right(ends, mark.span.start)) == len(holes) or not holes[at].overlaps(mark.span)
    ]
    return tuple(sorted(outside, key=lambda mark: (mark.span, mark.label)))


def _tables(listed: list[Line]) -> Iterator[Marked]:
    """Runs of two and more lines with two and more numbers in cells of their own."""
    for is_table, run in groupby(listed, _is_row):
        rows = list(run)
        if is_table and len(rows) > 1:
            yield Marked(Span(rows[0].span.start, rows[-1].span.end), "unread_table")


def _is_row(line: Line) -> bool:
    numbers = (cell for cell in _CELL.split(line.text) if not cell.strip(_AMOUNT))
    return sum(any(c.isdigit() for c in cell) for cell in numbers) > 1


def _in_line(line: Line) -> Iterator[Marked]:
    def mark(start: int, end: int, kind: str) -> Marked:
        return Marked(Span(start, end).shift(line.span.start), kind)

    for kind, pattern in (("undecodable", _LOST), ("mojibake", _MOJIBAKE)):
        yield from (mark(*_word(line.text, *match.span()), kind) for match in pattern.finditer(line.text))
    if not line.sentence:
        return
    for match in _LOWER_START.finditer(line.text):
        before = line.text[max(0, match.start() - LONGEST_WORD) : match.start() - 2]
        if before.split()[-1].lower() not in _ABBREVIATED:
            yield mark(*match.span(), "fragment")
    yield from (mark(*match.span(), "fragment") for match in _ONE_WORD.finditer(line.text))
    yield from (mark(*match.span("word"), "stray_capital") for match in _STRAY_CAPITAL.finditer(line.text))
    for match in _DOUBLED.finditer(line.text):
        if match[1].islower() and match[1] not in _MEANT:
            yield mark(*match.span(), "doubled_word")


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around a damaged place."""
    before = re.search(r"\w*$", text[max(0, start - LONGEST_WORD) : start])
    after = re.match(r"\w*", text[end : end + LONGEST_WORD])
    return start - len(before[0] if before else ""), end + len(after[0] if after else "")


def _unbalanced(paragraph: Line, following: list[Line]) -> Iterator[Marked]:
    """Quotation marks that close what was not open, or open what the paragraph does not close.

    A quotation that runs on opens again in the next paragraph: that is sound.
    """
    text, opened = paragraph.text, -1

    def mark(start: int, end: int) -> Marked:
        return Marked(Span(start, end).shift(paragraph.span.start), "unbalanced_quotation")

    for match in _QUOTE.finditer(text) if paragraph.sentence else ():
        if _opens(text, match.start(), opened >= 0):
            opened = match.start()
        elif opened < 0 and text[match.start() - 1].isdigit():
            continue  # 6 feet 2": ends no quotation
        elif opened < 0:
            yield mark(_sentence_start(text, match.start()), match.end())
        else:
            opened = -1
    runs_on = bool(following) and following[0].text.startswith(("“", '"'))
    if opened >= 0 and not runs_on:
        yield mark(opened, len(text))


def _opens(text: str, at: int, inside: bool) -> bool:
    """Whether a quotation mark opens. Of straight ones every other does, and each at the start of a line."""
    if text[at] != '"':
        return text[at] == "“"
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2].strip()
    if before in ("", "\n") or inside:
        return not inside or before == "\n"
    return not before.strip() or (bool(after) and not before.isdigit())


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that ends at ``at``, not too far back."""
    start = max(0, at - LONGEST_SENTENCE)
    before = re.search(r".*[.!?][\"”’]*\s+", text[start : max(start, at - 1)], re.DOTALL)
    return start + before.end() if before else start
