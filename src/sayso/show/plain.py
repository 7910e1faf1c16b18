"""Makes the words of a page harmless: what steers a terminal or the reading direction is not obeyed."""

from __future__ import annotations

import re

# Control characters, bidirectional embeddings, overrides, isolates; lone surrogates, tags.
STEERING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
ODD_SPACE = str.maketrans("\r\v\f\u2028\u2029", "     ")


def inert(text: str) -> str:
    """``text``, as long as it was, ``�`` for every sign that steers what shows it. Line feeds stay."""
    return STEERING.sub("\ufffd", text.translate(ODD_SPACE))


def printable(text: str) -> str:
    """``text`` made inert, on one line."""
    return " ".join(inert(text).split())
