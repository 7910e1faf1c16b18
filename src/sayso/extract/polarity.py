"""What a speaker does in saying it: assert, deny, vow … The cue decides, behind "said" the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.data import table
from sayso.model import Polarity

_REFUSAL = re.compile(
    r"\b(?:will|shall|would|is|are|do|does|did)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:accept|allow|agree|be|bow|cede|compromise|end|give|go|leave|let|"
    r"negotiate|pay|permit|resign|release|return|sign|stop|support|surrender|take|talk|tolerate|withdraw|yield)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"^(?:[^.]{0,60}\b)?(?:there (?:is|was|are|were) no\b|(?:is|are|was|were|did|has|have)"
    r"(?: not|n['’]t) (?:true|involved|responsible|happen))",
    re.IGNORECASE,
)
_DEMAND = re.compile(r"\b(?:must|have to|has to|need to|needs to|a need to|should)\b", re.IGNORECASE)
_SELF = frozenset(["i", "we", "he", "she", "it", "they", "its", "his", "her", "their", "our", "my"])


_EVALUATING = frozenset(("call", "describe", "label", "brand", "dub", "term", "characterize", "characterise"))


@cache
def _any_of(key: str) -> re.Pattern[str]:
    listed = sorted(table("cues")["other"][key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")\w{0,2}\b", re.IGNORECASE)


def polarity_of(base: Polarity, lemma: str, content: str, speaker: Sequence[str]) -> Polarity:
    """The polarity of a saying. ``speaker``: the names by which the speaker may stand in the content."""
    if base != "assert":
        return base
    if lemma in _EVALUATING:
        return (
            "criticise"
            if _any_of("bad").search(content)
            else "praise"
            if _any_of("good").search(content)
            else base
        )
    opening = content.lower().split()[:4]
    own = bool(_SELF & set(opening)) or any(
        name and name.lower() in " ".join(content.lower().split()[:6]) for name in speaker
    )
    if own and _REFUSAL.search(content):
        return "refuse"
    if _DENIAL.search(content):
        return "deny"
    if own and _any_of("vow").search(" ".join(content.split()[:30])):
        return "vow"
    if _any_of("warn").search(content):
        return "warn"
    return "demand" if _DEMAND.search(" ".join(content.split()[:14])) else base
