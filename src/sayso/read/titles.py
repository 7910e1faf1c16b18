"""Which words are the title."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read.layout import Line, folded
from sayso.span import Span

NEAR_TOP = 12  # lines in which a title given beside the text is looked for
BEFORE_TITLE = frozenset({
    "advertisement", "byline", "comment_form", "cookie_notice", "date_line", "follow", "language_selector",
    "masthead", "metadata_header", "navigation", "photo_caption", "player", "promo", "separator", "share",
    "subscribe_box", "timestamp", "widget_label",
})  # fmt: skip


def title(lines: Sequence[Line], kinds: Sequence[str | None], given: str | None) -> Span | None:
    """The given title where the text holds it; with none given, the first line if it is a headline."""
    if given:
        wanted = folded(given)
        return next((line.span for line in lines[:NEAR_TOP] if folded(line.text) == wanted), None)
    for i, line in enumerate(lines):
        if kinds[i] is None:
            followed = any(other.body for other in lines[i + 1 :])
            return line.span if line.headline and line.words >= 2 and followed else None
        if kinds[i] not in BEFORE_TITLE:
            return None
    return None
