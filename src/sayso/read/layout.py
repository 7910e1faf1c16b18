"""The lines of a text, and what the shape of a line alone tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.span import Span, hull, trimmed

CLOSERS = "\"'”’»)]}"
_FINAL = re.compile(rf"[.!?…。！？।؟۔][{re.escape(CLOSERS)}]*$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
BODY_WORDS = 6  # a line of so many words that ends as a sentence is taken for the report itself
HEADLINE_WORDS, HEADLINE_CHARACTERS = 28, 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; ``span`` leaves out the white space at its edges."""

    span: Span
    text: str
    words: int

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence ends."""
        return _FINAL.search(self.text) is not None

    @property
    def body(self) -> bool:
        """Whether it is long enough, and ends as a sentence: the shape of a paragraph."""
        return self.sentence and self.words >= BODY_WORDS

    @property
    def headline(self) -> bool:
        """The shape of a headline: short, without a full stop at its end (that of an abbreviation apart)."""
        stop = self.text.rstrip(CLOSERS).endswith((".", "。", "।", ":", ",", ";"))
        abbreviated = re.search(r"\b[A-Z]\.(?:[A-Z]\.)*$", self.text)
        short = self.words <= HEADLINE_WORDS and len(self.text) <= HEADLINE_CHARACTERS
        return short and (not stop or abbreviated is not None)


def lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    found, start = [], 0
    for raw in text.splitlines(keepends=True):
        if raw.strip() and (span := trimmed(text, start, start + len(raw))):
            found.append(Line(span, span.of(text), _words(span.of(text))))
        start += len(raw)
    return found


def paragraphs(text: str, listed: Sequence[Line]) -> list[Line]:
    """The lines; those that follow each other without a blank line as one."""
    found: list[Span] = []
    for line in listed:
        if found and text.count("\n", found[-1].end, line.span.start) == 1:
            found[-1] = hull([found[-1], line.span])
        else:
            found.append(line.span)
    return [Line(span, span.of(text), _words(span.of(text))) for span in found]


def _words(line: str) -> int:
    """Words, or for scripts that leave no spaces a word for two characters."""
    return max(line.count(" ") + 1, len(_UNSPACED.findall(line[:400])) // 2)


def folded(text: str) -> str:
    """For comparing lines: lower case, every run of other characters than letters and digits one space."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()
