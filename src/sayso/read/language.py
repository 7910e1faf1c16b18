"""Which language a report is in."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from types import ModuleType

from sayso.model import Marked
from sayso.span import Span, subtract

ENOUGH = 20  # letters; of less the language is not told
SAMPLE = 4_000  # characters

_LETTER = re.compile(r"[^\W\d_]")


@cache
def _detector() -> ModuleType:
    detector = import_module("eldc")
    detector.init()
    return detector


def likeness(text: str) -> float:
    """From 0 to 1: how much ``text`` looks like some language; half of that where eldc itself is not sure."""
    found = _detector().detect_details(text)
    return float(max(found.scores.values(), default=0.0)) * (1.0 if found.reliable else 0.5)


def given_code(value: str) -> str | None:
    """``en`` of a given ``en``, ``EN`` or ``en_GB``; None if it does not begin with a code of two letters."""
    code = re.split("[-_]", value.strip().lower())[0]
    return code if re.fullmatch("[a-z]{2}", code) else None


def language(text: str, furniture: tuple[Marked, ...], given: str | None) -> str:
    """ISO 639-1 code: as given, else as eldc detects it outside the furniture; ``und`` if it is not sure."""
    if given and (code := given_code(given)):
        return code
    holes = [mark.span for mark in furniture]
    body = " ".join(part.of(text) for part in subtract(Span(0, len(text)), holes)).strip() or text
    body = body[:SAMPLE]
    if len(_LETTER.findall(body[:200])) < ENOUGH:
        return "und"
    found = _detector().detect_details(body)
    return str(found.language) if found.reliable else "und"
