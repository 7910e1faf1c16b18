"""The spotter's own laws, on a made-up network: one token a word, tags stated beside the words."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.spotter import (
    OVERLAP,
    SLACK,
    STOPS,
    WINDOW,
    Floats,
    Ints,
    Spotted,
    spot,
    windows,
)

SURE = 9.0  # a logit that leaves no doubt


def network(cue: Sequence[float], tags: Sequence[int]):  # type: ignore[no-untyped-def]
    """Reads word ``n`` as a cue by logit ``cue[n]``, and tags it ``tags[n]`` whatever the cue is.

    A token's id is its place + 1, so that the network knows where a window stands; 0 pads.
    """

    def read(ids: Ints) -> tuple[Floats, Floats]:
        logits = np.zeros((*ids.shape, 3), dtype=np.float32)
        for at in np.ndindex(ids.shape):
            place = int(ids[at]) - 1
            logits[at][1] = cue[place] if 0 <= place < len(cue) else -SURE
            logits[at][2] = -SURE
        return ids[..., None].astype(np.float32), logits

    def link(hidden: Floats, distance: Ints) -> Floats:
        logits = np.zeros((*hidden.shape[:2], 5), dtype=np.float32)
        for at in np.ndindex(hidden.shape[:2]):
            place = int(hidden[at][0]) - 1
            if 0 <= place < len(tags):
                logits[at][tags[place]] = SURE
        return logits

    return read, link


def spotted(words: str, cue: Sequence[float], tags: Sequence[int], least: float = 0.5) -> list[Spotted]:
    offsets, at = [], 0
    for word in words.split():
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    read, link = network(cue, tags)
    return spot(range(1, len(offsets) + 1), offsets, read, link, least)


def test_source_cue_and_content() -> None:
    text = "Ana Quill said the old dam held"
    (one,) = spotted(text, [-9, -9, 9, -9, -9, -9, -9], [1, 2, 0, 3, 4, 4, 4])
    assert one.source is not None
    assert [span.of(text) for span in (one.source, one.cue, *one.content)] == [
        "Ana Quill",
        "said",
        "the old dam held",
    ]
    assert one.sure > 0.9


def test_a_content_in_two_pieces_and_no_source() -> None:
    text = "The dam it is said held"
    (one,) = spotted(text, [-9, -9, -9, -9, 9, -9], [3, 4, 0, 0, 0, 3])
    assert (one.source, [span.of(text) for span in one.content]) == (None, ["The dam", "held"])


def test_a_cue_without_content_is_none() -> None:
    assert spotted("He spoke", [-9, 9], [1, 0]) == []


def test_what_is_less_likely_than_asked_is_left_out() -> None:
    assert spotted("He said so", [-9, -1, -9], [1, 0, 3], least=0.5) == []
    assert len(spotted("He said so", [-9, -1, -9], [1, 0, 3], least=0.1)) == 1


def test_nothing_in_nothing_out() -> None:
    assert spotted("", [], []) == []


@given(st.integers(1, 3 * WINDOW), st.randoms(use_true_random=False))
def test_windows_change_nothing(count: int, random) -> None:  # type: ignore[no-untyped-def]
    """Wherever a cue stands among the windows it is found once, its content within reach and in the text."""
    at = random.randrange(count)
    cue = [SURE if n == at else -SURE for n in range(count)]
    tags = [3 if n == at + 1 else 1 if n == at - 1 else 0 for n in range(count)]
    found = spotted(" ".join(["word"] * count), cue, tags)
    assert len(found) == (1 if at + 1 < count else 0)
    for one in found:
        assert one.cue.start == 5 * at
        assert [span.start for span in one.content] == [5 * (at + 1)]
        assert (one.source is None) == (at == 0)


@given(st.lists(st.sampled_from([7, 8, 9, *STOPS]), max_size=5 * WINDOW))
def test_windows_cover_the_text_and_overlap(ids: list[int]) -> None:
    """None is too long; one that could end with a sentence does."""
    found = list(windows(ids))
    assert not ids or (found[0][0], found[-1][1]) == (0, len(ids))
    for (first, last), (after, _) in pairwise(found):
        assert last - first <= WINDOW
        assert OVERLAP <= last - after < last - first
        late = ids[first + WINDOW - SLACK : first + WINDOW]
        assert ids[last - 1] in STOPS or not set(late) & set(STOPS)
