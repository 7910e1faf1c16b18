"""Speech in paragraphs of its own: a quotation that goes on, one that a colon announces, a long answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.attributions.quotations import Quotation, begins_with_mark
from sayso.extract.attributions.quoted import inner_of, spoken_before
from sayso.extract.saying import Saying
from sayso.model import Attribution
from sayso.nlp import Passage
from sayso.span import Span

ENDS = ".!?…"


def block(passage: Passage, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The words of a paragraph that is nothing but quotations of whole sentences; else none."""
    if not begins_with_mark(passage.text) or not quotations:
        return ()
    left, at = "", 0
    for quotation in quotations:
        left += passage.text[at : quotation.outer.start]
        at = quotation.outer.end
    left += passage.text[at:]
    whole = all(q.inner.of(passage.text).rstrip("’'")[-1:] in ENDS for q in quotations)
    return tuple(inner_of(passage, q) for q in quotations) if whole and not left.strip() else ()


def announced(
    passage: Passage, quotations: Sequence[Quotation], said: Sequence[Span], found: Sequence[Saying]
) -> list[Saying]:
    """The sayings ``found`` in a passage, with what it announces: "The union wrote:", ``said`` being next."""
    if not said or not passage.text.endswith(":"):
        return [*found]
    saying = spoken_before(passage, said, [q.outer for q in quotations])
    if saying is None:
        return [*found]
    for n, other in enumerate(found):
        if other.verb == saying.verb:
            return [*found[:n], replace(other, content=(*other.content, *said)), *found[n + 1 :]]
    return [*found, saying]


def goes_on(
    passage: Passage, quotations: Sequence[Quotation], sayings: Sequence[Saying], left_open: bool
) -> tuple[Span, ...]:
    """The words with which the passage goes on with the quotation of the one before.

    ``sayings``: those of the passage; ``left_open``: whether that quotation was not closed.
    """
    said = block(passage, quotations)
    if not said and left_open and quotations and quotations[0].outer.start == 0:
        said = (quotations[0].inner.shift(passage.start),)
    within = [q.outer.shift(passage.start) for q in quotations]
    own = [s for s in sayings if not any(q.contains(cue) for q in within for cue in s.cue)]
    return () if any(span.overlaps(piece) for s in own for span in s.content for piece in said) else said


def closing(quotations: Sequence[Quotation], passage: Passage, here: Sequence[Attribution]) -> int | None:
    """Which of the attributions of a passage has the words with which it closes an open quotation."""
    if not quotations or quotations[0].outer.start:
        return None
    inner = quotations[0].inner.shift(passage.start)
    return next((n for n, a in enumerate(here) if any(s.overlaps(inner) for s in a.content)), None)
