"""What the attribution network says of a tokenised text: cues, and the source and contents of each.

The network reads the text in overlapping windows and tags cues; then, for each cue, one more layer reads the
window around it again and tags source and contents (``training/attribution`` says how it learned to). What
comes out are spans; who is meant is for ``sayso.extract.attributions.speakers`` to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.span import Span

WINDOW = 254  # tokens of one window, without the two special ones
OVERLAP = 32  # of two windows, in tokens, at least
SLACK = 64  # by how much a window may be shorter, or overlap more, to end or begin with a sentence
STOPS = (999, 1012, 1029)  # ! . ?
AROUND = 48  # tokens before and behind a cue that are read again for it
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
    if not ids:
        return []
    pieces = [_read(ids, first, last, read) for first, last in windows(ids)]
    cues = _cues(_softmax(_merged(pieces, len(ids))), least)
    crops = [_crop(cue, pieces) for cue in cues]
    chances = [_softmax(link(hidden[None], distance[None]))[0] for _, hidden, distance in crops]
    found = []
    for (first, last, sure), crop, path, seen in zip(cues, crops, _paths(chances), chances, strict=True):
        source, content = _spans(crop[0], path, seen)
        if content:
            cue = _chars(offsets, (first, last))
            found.append(Spotted(cue, _one(offsets, source), _all(offsets, content), sure))
    return found


# ---- reading ----


def windows(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where windows begin and end: between sentences if it can be, so that no content is cut short there."""
    ends = [n + 1 for n, one in enumerate(ids) if one in STOPS]
    first, last = 0, 0
    while last < len(ids):
        last = (
            _before(ends, first + WINDOW, first + WINDOW - SLACK) if first + WINDOW < len(ids) else len(ids)
        )
        yield first, last
        first = _before(ends, last - OVERLAP, last - OVERLAP - SLACK)


def _before(ends: Sequence[int], latest: int, earliest: int) -> int:
    """The last sentence's end in a range, ``latest`` if there is none."""
    at = bisect_right(ends, latest)
    return ends[at - 1] if at and ends[at - 1] >= earliest else latest


def _read(ids: Sequence[int], first: int, last: int, read: Read) -> _Piece:
    hidden, logits = read(np.array([[FIRST, *ids[first:last], LAST]], dtype=np.int64))
    return _Piece(first, last, hidden[0], logits[0])


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


def _crop(cue: tuple[int, int, float], pieces: Sequence[_Piece]) -> tuple[int, Floats, Ints]:
    """What is read again for a cue: the first token, the hidden states, and the distances to the cue."""
    first, last, _ = cue
    piece = max(pieces, key=lambda p: min(first - p.first, p.last - last))
    start, end = max(piece.first, first - AROUND), min(piece.last, last + AROUND)
    at = np.arange(start, end)
    signed = np.where(at < first, at - first, np.where(at >= last, at - last + 1, 0))
    hidden = piece.hidden[1:-1][start - piece.first : end - piece.first]
    return start, hidden, np.clip(signed, -REACH, REACH) + REACH


def _spans(first: int, path: Ints, chances: Floats) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Of a path that begins at the token ``first``: the surest source, all contents."""
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


def _paths(chances: Sequence[Floats]) -> list[Ints]:
    """The best path of tags (O, B and I of source and content) of each cue: Viterbi, over all at once."""
    if not chances:
        return []
    scores = np.zeros((len(chances), max(map(len, chances)), len(_ALLOWED)), dtype=np.float32)
    scores[:, :, 1:] = -1e9  # behind the end of the shorter ones there is nothing
    for n, one in enumerate(chances):
        scores[n, : len(one)] = np.log(one + 1e-9)
    step = np.where(_ALLOWED > 0, 0.0, -1e9).astype(np.float32)
    best = scores[:, 0] + np.array([0, 0, -1e9, 0, -1e9], dtype=np.float32)
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, scores.shape[1]):
        options = best[:, :, None] + step
        back[:, at] = options.argmax(1)
        best = options.max(1) + scores[:, at]
    paths = np.zeros(scores.shape[:2], dtype=np.int64)
    paths[:, -1] = best.argmax(1)
    for at in range(scores.shape[1] - 1, 0, -1):
        paths[:, at - 1] = np.take_along_axis(back[:, at], paths[:, at, None], axis=1)[:, 0]
    return [path[: len(one)] for path, one in zip(paths, chances, strict=True)]


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
