"""What the attribution network says of a tokenised text: cues, and the source and contents of each.

The network reads the text in overlapping windows and tags cues; then, for each cue, one more layer reads the
window around it again and tags source and contents (``training/attribution`` says how it learned to). What
comes out are spans; who is meant is for ``sayso.extract.speakers`` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.span import Span

WINDOW = 254  # tokens of one window, without the two special ones
STRIDE = 190  # so that no cue is judged with fewer than 32 tokens of its context
AROUND = 72  # tokens before and behind a cue that are read again for it
REACH = 128  # as in training: distances beyond this are one
FIRST, LAST = 101, 102  # [CLS], [SEP]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Read = Callable[[Ints], tuple[Floats, Floats]]
Link = Callable[[Floats, Ints], Floats]


@dataclass(frozen=True, slots=True)
class Spotted:
    """One attribution in characters of the text; ``sure`` is the probability of the cue, no more."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Tokens ``first`` to ``last`` of the text, as the network sees them."""

    first: int
    last: int
    hidden: Floats
    logits: Floats


def spot(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], read: Read, link: Link, least: float = 0.5
) -> list[Spotted]:
    """All attributions of a tokenised text whose cue has a chance of at least ``least``, in text order."""
    pieces = list(_read(ids, read))
    if not pieces:
        return []
    cues = _cues(_softmax(_merged(pieces, len(ids))), least)
    found = []
    for (first, last, sure), tags in zip(cues, _linked(cues, pieces, link), strict=True):
        source, content = _spans(*tags)
        if content:
            cue = _chars(offsets, (first, last))
            found.append(Spotted(cue, _one(offsets, source), _all(offsets, content), sure))
    return found


# ---- reading ----


def _read(ids: Sequence[int], read: Read) -> Iterator[_Piece]:
    for first in range(0, len(ids), STRIDE):
        last = min(first + WINDOW, len(ids))
        window = np.array([[FIRST, *ids[first:last], LAST]], dtype=np.int64)
        hidden, logits = read(window)
        yield _Piece(first, last, hidden[0], logits[0])
        if last == len(ids):
            return


def _merged(pieces: Sequence[_Piece], tokens: int) -> Floats:
    """Each token's logits from the window in which it stands least near an edge."""
    merged = np.zeros((tokens, pieces[0].logits.shape[1]), dtype=np.float32)
    best = np.full(tokens, -1)
    for piece in pieces:
        at = np.arange(piece.first, piece.last)
        margin = np.minimum(at - piece.first, piece.last - 1 - at)
        better = margin > best[at]
        merged[at[better]] = piece.logits[1:-1][better]
        best[at[better]] = margin[better]
    return merged


def _cues(chances: Floats, least: float) -> list[tuple[int, int, float]]:
    """Runs of tokens (O B I), each with its highest chance of being a cue, where that is at least ``least``.

    A run goes as far as the chance stays above half of its highest: that does not hang on ``least``.
    """
    inside = chances[:, 1] + chances[:, 2]
    free = np.ones(len(inside), dtype=bool)
    runs: list[tuple[int, int, float]] = []
    for peak in sorted(np.flatnonzero(inside >= least).tolist(), key=lambda at: (-inside[at], at)):
        if not free[peak]:
            continue
        enough, start, end = inside[peak] / 2, peak, peak + 1
        while start > 0 and free[start - 1] and inside[start - 1] > enough and not _begins(chances[start]):
            start -= 1
        while end < len(inside) and free[end] and inside[end] > enough and not _begins(chances[end]):
            end += 1
        free[start:end] = False
        runs.append((start, end, float(inside[peak])))
    return sorted(runs)


def _begins(chances: Floats) -> bool:
    return bool(chances[1] > chances[2])


# ---- linking ----


def _linked(
    cues: Sequence[tuple[int, int, float]], pieces: Sequence[_Piece], link: Link
) -> Iterator[tuple[int, Floats]]:
    """For each cue: the first token of what was read again, and the chances of the five tags there."""
    for cue in cues:
        first, hidden, distance = _crop(cue, pieces)
        yield first, _softmax(link(hidden[None], distance[None]))[0]


def _crop(cue: tuple[int, int, float], pieces: Sequence[_Piece]) -> tuple[int, Floats, Ints]:
    first, last, _ = cue
    piece = max(pieces, key=lambda p: min(first - p.first, p.last - last))
    start, end = max(piece.first, first - AROUND), min(piece.last, last + AROUND)
    at = np.arange(start, end)
    signed = np.where(at < first, at - first, np.where(at >= last, at - last + 1, 0))
    hidden = piece.hidden[1:-1][start - piece.first : end - piece.first]
    return start, hidden, np.clip(signed, -REACH, REACH) + REACH


def _spans(first: int, chances: Floats) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The best path through O, B and I of the source and of the content: the surest source, all contents."""
    path = _viterbi(np.log(chances + 1e-9))
    spans: dict[int, list[tuple[int, int]]] = {1: [], 3: []}
    at = 0
    while at < len(path):
        if path[at] in (1, 3):
            end = at + 1
            while end < len(path) and path[end] == path[at] + 1:
                end += 1
            spans[int(path[at])].append((first + at, first + end))
            at = end
        else:
            at += 1
    sources = sorted(spans[1], key=lambda s: -float(chances[s[0] - first : s[1] - first, 1:3].sum(1).mean()))
    return sources[:1], spans[3]


_ALLOWED = np.array(
    [[1, 1, 0, 1, 0], [1, 1, 1, 1, 0], [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 1, 0, 1, 1]], dtype=np.float32
)  # from O, B-source, I-source, B-content, I-content


def _viterbi(scores: Floats) -> Ints:
    step = np.where(_ALLOWED > 0, 0.0, -1e9).astype(np.float32)
    best = scores[0] + np.array([0, 0, -1e9, 0, -1e9], dtype=np.float32)
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        options = best[:, None] + step
        back[at] = options.argmax(0)
        best = options.max(0) + scores[at]
    path = np.zeros(len(scores), dtype=np.int64)
    path[-1] = int(best.argmax())
    for at in range(len(scores) - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


# ---- tokens → characters ----


def _chars(offsets: Sequence[tuple[int, int]], tokens: tuple[int, int]) -> Span:
    return Span(offsets[tokens[0]][0], offsets[tokens[1] - 1][1])


def _one(offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> Span | None:
    return _chars(offsets, spans[0]) if spans else None


def _all(offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(_chars(offsets, span) for span in spans)


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = (powers / powers.sum(-1, keepdims=True)).astype(np.float32)
    return shares
