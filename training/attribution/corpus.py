"""PolNeAR-shaped documents → windows of tokens with cues, sources and contents."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

WINDOW = 256  # tokens, with the two special ones
STRIDE = 254  # windows do not overlap; each epoch cuts them elsewhere
LINKED = 72  # tokens before and behind a cue that the linker sees

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution, in tokens of a window, ends exclusive."""

    cue: Pair
    source: tuple[Pair, ...]
    content: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids with [CLS] and [SEP], and the attributions that lie wholly inside."""

    ids: tuple[int, ...]
    links: tuple[Link, ...]
    cues: tuple[Pair, ...]  # also those whose other parts reach out of the window


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its attributions as spans of characters."""

    text: str
    links: tuple[tuple[Pair, tuple[Pair, ...], tuple[Pair, ...]], ...]


def documents(folder: Path, part: str) -> Iterator[Document]:
    """The documents of ``<part>.reports.jsonl.gz`` with the answers of ``<part>.gold.jsonl.gz``."""
    with gzip.open(folder / f"{part}.reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {(report := json.loads(line))["id"]: report["text"] for line in lines}
    with gzip.open(folder / f"{part}.gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            answer = json.loads(line)
            links = [
                (tuple(a["cue"][0]), tuple(map(tuple, a["source"])), tuple(map(tuple, a["content"])))
                for a in answer["attributions"]
                if a["cue"] and a["content"]
            ]
            yield Document(texts[answer["id"]], tuple(links))


def windows(document: Document, tokenizer: Tokenizer, offset: int = 0) -> list[Window]:
    """Overlapping windows of a document; ``offset`` shifts where they are cut, so that epochs differ."""
    encoding = tokenizer.encode(document.text, add_special_tokens=False)
    starts = [s for s, _ in encoding.offsets]
    ends = [e for _, e in encoding.offsets]

    def tokens(span: Pair) -> Pair:
        first = next((n for n, end in enumerate(ends) if end > span[0]), len(ends))
        last = next((n for n, start in enumerate(starts) if start >= span[1]), len(starts))
        return first, last

    links = [Link(tokens(c), tuple(map(tokens, s)), tuple(map(tokens, t))) for c, s, t in document.links]
    size, found = WINDOW - 2, []
    for start in range(-offset, max(1, len(starts)), STRIDE):
        first, last = max(0, start), min(start + size, len(starts))
        if first >= last:
            continue
        ids = (101, *encoding.ids[first:last], 102)
        inside = [moved for link in links if (moved := _moved(link, first, last)) is not None]
        cues = [
            (c[0] - first + 1, c[1] - first + 1)
            for link in links
            if first <= (c := link.cue)[0] < c[1] <= last
        ]
        found.append(Window(ids, tuple(inside), tuple(cues)))
        if last == len(starts):
            break
    return found


def _moved(link: Link, first: int, last: int) -> Link | None:
    spans = (link.cue, *link.source, *link.content)
    if any(a < first or b > last or a >= b for a, b in spans):
        return None
    by = first - 1  # [CLS]

    def move(span: Pair) -> Pair:
        return span[0] - by, span[1] - by

    return Link(move(link.cue), tuple(map(move, link.source)), tuple(map(move, link.content)))


def damaged(document: Document, rng: random.Random) -> Document:
    """The document as machine-made English: short words dropped, quotation marks lost or straightened.

    Characters are replaced one for one, or by white space, so that all spans stay where they are.
    """
    text = list(document.text)
    for n, char in enumerate(text):
        if char in '“”"‘’' and rng.random() < 0.15:
            text[n] = " " if rng.random() < 0.5 else '"'
    words = [n for n in range(1, len(text)) if text[n - 1] == " " and text[n].isalpha()]
    for n in words:
        if rng.random() < 0.03:
            end = next((m for m in range(n, len(text)) if text[m] == " "), len(text))
            if end - n <= 4:  # a short word: an article, a preposition, an auxiliary
                text[n:end] = " " * (end - n)
    return Document("".join(text), document.links)
