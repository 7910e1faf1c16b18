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
    r"^(?!(?:without|if|unless|until|where)\b)(?:[^.]{0,60}\b)?(?:there (?:is|was|are|were) no\b"
    r"(?! (?:way|doubt|question|need|choice|alternative|reason|other|longer))"
    r"|(?:is|are|was|were|did|has|have)(?: not|n['’]t) (?:true|involved|responsible|happen))",
    re.IGNORECASE,
)
# "We will rebuild", reported: "said they would rebuild". With "it" it is mostly an event.
_BACKSHIFTED = re.compile(
    r"(?:he|she|they) (?:also |\w+ly )?would (?!be\b|have\b|like\b|not\b)", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|not|none|never|nobody|without)\b[^.,;]*$", re.IGNORECASE)
_PLEA = re.compile(r"(?:(not )?guilty|(innocent))\b", re.IGNORECASE)
_MARKS = re.compile('["“”„«»]')
# "I think the plan is a disgrace" says it of the plan.
_OPINION = re.compile(r"^(?:i|we) (?:\w+ly )?(?:think|believe|feel|know|guess)(?: that)?,? ", re.IGNORECASE)
_INNOCENT = re.compile(
    r"^not guilty\b|\b(?:is|are|was|were|am|['’]s|['’]m) (?:\w+ly )?(?:innocent|not guilty)\b"
    r"|\b(?:did|done|do) (?:\w+ly )?nothing (?:wrong|illegal|improper|but defend)\b"
    r"|\b(?:(?:did|does|do)(?: not|n['’]t) do|never did) (?:this|it|that|anything|such)\b"
    r"|\b(?:is|was|am)(?: not|n['’]t) "
    r"(?:the (?:\w+ )?(?:one|person|man|woman|boy|girl|shooter|gunman|killer|attacker)"
    r"|an? (?:killer|murderer|thief|rapist|terrorist|spy|criminal))\b"
    r"|\b(?:did(?: not|n['’]t)|never) (?:\w+ )?(?:shoot|shot|kill(?:ed)?|murder(?:ed)?|stab(?:bed)?"
    r"|rob(?:bed)?|raped?|steal|stole|fired?|pull(?:ed)? the trigger|commit(?:ted)? (?:any|a|the) crimes?)\b"
    r"|\b(?:defended|protected|defending|protecting) (?:him|her|them|my|our)sel(?:f|ves)\b"
    r"|\b(?:act(?:ed|ing)?|shot|fired|was|were|did (?:so|it)|it was) in self-?\s?defen[cs]e\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:had|have|has) (?:\w+ly )?(?:nothing to do with|no (?:part|role|hand|involvement) in)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(r"\b(?:must|have to|has to|need to|needs to|a need to|should)\b", re.IGNORECASE)
_OPPOSED = re.compile(
    r"\b(?:do|does|did)(?: not|n['’]t) (?:\w+ly )?(?:support|favou?r|endorse)\b"
    r"|^(?:\w+ ){1,4}?(?:(?:am|is|are|was|were) (?:\w+ )?(?:opposed to|against)|(?:\w+ly )?opposed?s?) ",
    re.IGNORECASE,
)
# "The line should be back to normal by Friday" foresees it.
_FORESEEN = re.compile(
    r"\bshould be (?:back|ready|able|over|safe|fine|enough|open|possible|complete(?:d)?|finished|restored)\b"
    r"|\bshould (?:\w+ ){1,5}(?:by|within) (?:the |next |late |early )?(?:\w+day|end|\d|[A-Z]\w+\.? \d)"
)
# what comes, and is not promised: "it will take days", "we are going to see more"
_COMES = re.compile(r"it\W+$", re.IGNORECASE), re.compile(r"\W+(?:take|be|cost|depend|need|require|last)\b")
_SEEN = re.compile(r"\W+(?:have been|see|know|learn|find out)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?]|\b(?:that|who|which|but|if|when|because|whether)\b", re.IGNORECASE)
_SELF = frozenset(["i", "we", "our", "my"])
_SELF_REPORTED = _SELF | {"he", "she", "it", "they", "its", "his", "her", "their"}  # "said they would pay"
EVALUATING = frozenset(("call", "describe", "label", "brand", "dub", "term", "characterize", "characterise"))


@cache
def _any_of(key: str) -> re.Pattern[str]:
    listed = sorted(table("cues")["other"][key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")\w{0,2}\b", re.IGNORECASE)


_DEGREE = r"(?:\w+ly\s+|all\s+|just\s+|well\s+|very\s+|so\s+|pure\s+|100\s?(?:percent|%)\s+|an?\s+|the\s+)*"
_BEING = r"(?:\b(?:is|are|was|were|be|been)|['’]s)\s+"


@cache
def _condemned() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, table("cues")["other"]["condemning"]))
    return re.compile(rf"{_BEING}{_DEGREE}(?:{listed})\b", re.IGNORECASE)


@cache
def belied() -> re.Pattern[str]:
    """"The allegation is false", "These attacks are lies"; not "If the report is false"."""  # fmt: skip
    claims, untrue = ("|".join(map(re.escape, table("cues")["other"][key])) for key in ("claims", "untrue"))
    claim = rf"(?!if\b)[^.;,]{{0,60}}\b(?:{claims})s?\b[^.;]{{0,200}}?\s"
    about = rf"(?:{claim}|(?:it|this|that|they|(?:this|these|those|such)\s\w+))"
    return re.compile(
        rf"{about}\s?{_BEING}{_DEGREE}(?:(?:{untrue})\w{{0,2}}\b|not (?:true|accurate|correct)\b)"
        rf"|{claim}{_BEING}{_DEGREE}(?:wrong|mistaken)\b(?! to\b)",
        re.IGNORECASE,
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
    if base == "assert" and lemma == "tell" and content.startswith("to "):
        return "demand"
    if base != "assert":
        return base
    content = _OPINION.sub("", _MARKS.sub("", content))
    if lemma in EVALUATING:
        untrue = _any_of("untrue").search(content) or re.search(r"\b(?:wrong|mistaken)$", content)
        told = "untrue" if re.match(r"(?:it|this|that|them)\b", content) else "claims"  # "called it | false"
        if untrue and _any_of(told).search(content):
            return "deny"
        bad, good = _any_of("bad").search(content), _any_of("good").search(content)
        return "criticise" if bad else "praise" if good else base
    own = _of_oneself(content.split(), speaker, direct)
    if own and _OPPOSED.search(content):
        return "oppose"
    if own and _REFUSAL.search(content):
        return "refuse"
    if _DENIAL.search(content) or _INNOCENT.search(content) or belied().match(content):
        return "deny"
    if own and _NO_PART.search(content):
        return "deny"
    if own and _vows(" ".join(content.split()[:30]), speaker, direct):
        return "vow"
    if not direct and _BACKSHIFTED.match(content):
        return "vow"
    if not own and _condemned().search(content):
        return "criticise"
    if (warned := _any_of("warn").search(content)) and not _NONE.search(content[: warned.start()]):
        return "warn"
    if _FORESEEN.search(content):
        return base
    return "demand" if _DEMAND.search(" ".join(content.split()[:14])) else base


def _vows(content: str, speaker: Sequence[str], direct: bool) -> bool:
    """Whether the speaker is the subject of what will be done, and it is for the speaker to do it."""
    for vow in _any_of("vow").finditer(content):
        before, after = content[: vow.start()], content[vow.end() :]
        comes = (_COMES[0].search(before) and _COMES[1].match(after)) or _SEEN.match(after)
        if not comes and _of_oneself(_CLAUSE.split(before)[-1].split(), speaker, direct):
            return True
    return False


def _of_oneself(said: Sequence[str], speaker: Sequence[str], direct: bool) -> bool:
    """Whether the words begin with the speaker: "we will …", "Quill would …"."""
    said = [word.lower() for word in said]
    begins = f" {' '.join(said[:6])} "
    return bool((_SELF if direct else _SELF_REPORTED) & {*said[:4]}) or any(
        f" {name.lower()} " in begins for name in speaker if name
    )
