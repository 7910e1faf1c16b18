"""What a speaker does in saying it: assert, deny, vow … The cue decides, behind "said" the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.data import table
from sayso.model import Polarity

_REFUSAL = re.compile(
    r"\b(?:will|shall|would|do|does|did)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:accept|allow|agree|apologi[sz]e|"
    r"attend|bow|cede|compromise|cooperate|drop|join|leave|let|meet|negotiate|participate|pay|permit|quit|reconsider|"
    r"release|reopen|resign|return|reverse|sell|sign|step|support|surrender|take part|tolerate|withdraw)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"^(?:[^.]{0,60}\b)?(?:there (?:is|was|are|were) no\b"
    r"(?! (?:way|doubt|question|need|choice|alternative|reason|other|longer))"
    r"|(?:is|are|was|were|did|has|have)(?: not|n['’]t) (?:true|involved|responsible|happen))",
    re.IGNORECASE,
)
# "We will rebuild", reported: "said they would rebuild". With "it" it is mostly an event.
_BACKSHIFTED = re.compile(
    r"(?:he|she|they) (?:also |\w+ly )?would (?!be\b|have\b|like\b|not\b)", re.IGNORECASE
)
_PLEA = re.compile(r"(?:(not )?guilty|(innocent))\b", re.IGNORECASE)
_DEMAND = re.compile(r"\b(?:must|have to|has to|need to|needs to|a need to|should)\b", re.IGNORECASE)
_SELF = frozenset(["i", "we", "our", "my"])
_SELF_REPORTED = _SELF | {"he", "she", "it", "they", "its", "his", "her", "their"}  # "said they would pay"
_EVALUATING = frozenset(("call", "describe", "label", "brand", "dub", "term", "characterize", "characterise"))


@cache
def _any_of(key: str) -> re.Pattern[str]:
    listed = sorted(table("cues")["other"][key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")\w{0,2}\b", re.IGNORECASE)


@cache
def _condemned() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, table("cues")["other"]["condemning"]))
    return re.compile(
        rf"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:an?\s+|the\s+)?(?:{listed})\b", re.IGNORECASE
    )


def polarity_of(
    base: Polarity, lemma: str, content: str, speaker: Sequence[str], direct: bool = False
) -> Polarity:
    """The polarity of a saying. ``speaker``: the names by which the speaker may stand in the content.

    ``direct``: the content is in the speaker's own words, where "he" is somebody else.
    """
    if lemma == "plead" and (plea := _PLEA.match(content)):
        return "deny" if plea[1] or plea[2] else "concede"
    if base == "refuse" and lemma == "reject" and _any_of("claims").search(content):
        return "deny"  # "rejected the accusation"; "rejected the offer" is no denial
    if base != "assert":
        return base
    if lemma in _EVALUATING:
        if _any_of("claims").search(content) and _any_of("untrue").search(content):
            return "deny"
        bad, good = _any_of("bad").search(content), _any_of("good").search(content)
        return "criticise" if bad else "praise" if good else base
    own = _of_oneself(content.lower().split(), speaker, direct)
    if own and _REFUSAL.search(content):
        return "refuse"
    if _DENIAL.search(content):
        return "deny"
    if own and _any_of("vow").search(" ".join(content.split()[:30])):
        return "vow"
    if not direct and _BACKSHIFTED.match(content):
        return "vow"
    if not own and _condemned().search(content):
        return "criticise"
    if _any_of("warn").search(content):
        return "warn"
    return "demand" if _DEMAND.search(" ".join(content.split()[:14])) else base


def _of_oneself(said: Sequence[str], speaker: Sequence[str], direct: bool) -> bool:
    """Whether the content begins with the speaker: "we will …", "Quill would …"."""
    begins = f" {' '.join(said[:6])} "
    return bool((_SELF if direct else _SELF_REPORTED) & {*said[:4]}) or any(
        f" {name.lower()} " in begins for name in speaker if name
    )
