"""Which language a report is in."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from sayso.model import Marked
from sayso.span import Span, subtract

ENOUGH = 20  # letters; of less the language is not told
SAMPLE = 4_000  # characters

_LETTER = re.compile(r"[^\W\d_]")


@cache
def _detector() -> ModuleType:
    import eldc

    eldc.init()
    return eldc


def language(text: str, furniture: tuple[Marked, ...], given: str | None) -> str:
    """ISO 639-1 code: as given, else as eldc detects it in what is not furniture; ``und`` if it is not sure."""
    if given:
        return given.strip().lower().replace("_", "-").split("-")[0]
    holes = [mark.span for mark in furniture]
    body = " ".join(part.of(text) for part in subtract(Span(0, len(text)), holes))[:SAMPLE]
    if len(_LETTER.findall(body[:200])) < ENOUGH:
        return "und"
    found = _detector().detect_details(body)
    return str(found.language) if found.reliable else "und"
