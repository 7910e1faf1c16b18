"""Makes the words of a page harmless: what steers a terminal or turns the reading direction is shown, not obeyed."""

from __future__ import annotations

import re

# Control characters, bidirectional embeddings, overrides and isolates, lone surrogates, tags: one sign for one.
STEERING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
ODD_SPACE = str.maketrans("\r\v\f\u2028\u2029", "     ")


def inert(text: str) -> str:
    """``text``, as long as it was, with ``�`` for every sign that would steer what shows it. Line feeds stay."""
    return STEERING.sub("\ufffd", text.translate(ODD_SPACE))


def printable(text: str) -> str:
    """``text`` made inert, on one line."""
    return " ".join(inert(text).split())
