"""Datelines: place, agency and day before the first sentence, as in "KYIV, March 3 (Reuters) -"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.data import table
from sayso.model import Marked
from sayso.read.layout import Line
from sayso.read.publisher import is_initials, named
from sayso.span import Span, trimmed

TOP = 3  # unlabelled lines below the title in which a dateline may stand, as in the first paragraph
FEWEST_WORDS = 8  # of the sentence after a dateline that only a colon or a dash sets off
LONGEST_NAME = 3  # words
LONGEST = 160  # characters

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_WORD}(?:[ /](?:{_WORD}|de|la|al|el|of|and))*"
_PLACES = rf"{_PLACE}(?: \({_PLACE}\))?(?:, ?{_PLACE}){{0,3}}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,6}\.?"
_WHEN = rf"(?:\w{{3,9}}day,? )?(?:(?i:{_MONTH}) \d\d?|\d\d? (?i:{_MONTH}))(?:,? \d{{4}}| \d\d(?!\d))?"
_WHOLE = rf"(?:(?i:{_MONTH}) \d\d?(?:st|nd|rd|th)?,? \d{{4}}|\d\d? (?i:{_MONTH}),? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_DATED = re.compile(rf", {_WHEN} [(/]")
_BRACKET = r"(?:\((?P<agency>[A-Z][^()]{1,40})\)|/(?P<slashes>[A-Z][A-Za-z -]{1,30})/)"
_DASH = r"\.?\s*(?:--+|[—–_-]|:)(?=\s|$)"
_STRONG = [
    re.compile(
        rf"(?:{_PLACES}[,.]?\s*)?(?:{_WHEN},?\s*)?{_BRACKET}(?:{_DASH}|\.?(?=\s*(?:[\"“‘]?[A-Z0-9]|$)))"
    ),
    re.compile(
        rf"(?P<place>{_PLACES})(?:[,.]|\s+(?:--|[—–|-]))?\s*\(?(?P<when>{_WHEN})\)?(?:{_DASH}|\s*\|(?=\s))"
    ),
    re.compile(rf"(?P<place>{_PLACES}), ?(?P<when>{_WHEN}), ?[A-Z]{{2,6}}{_DASH}"),
    re.compile(rf"(?P<when>{_WHEN}),?\s+(?P<place>{_PLACES}){_DASH}"),
    re.compile(rf"(?P<place>{_PLACES})\s*/\s*[A-Z][A-Za-z -]{{1,30}}/\s*(?P<when>{_WHEN})\s*/(?:{_DASH})?"),
]
_CAPITALS = re.compile(
    rf"[^\W\d_a-z]{{2}}[^\Wa-z]*(?:[ /'’.-]+[^\W\d_a-z][^\Wa-z]*){{0,3}}(?:, {_PLACE}){{0,2}}{_DASH}"
)
_DAY = re.compile(rf"(?P<when>(?:\w{{3,9}}day,? )?{_WHOLE}){_DASH}(?=\s+\S)")
_PLAIN = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,{LONGEST_NAME - 1}}})(?:, {_PLACE})?(?:\s*:|\s+[—–-])(?=\s)"
)


def begins(text: str) -> bool:
    """Whether ``text`` begins with a dateline that names an agency or a day."""
    return _shaped(text[:LONGEST], _STRONG) is not None


def alone(text: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    text = _label().sub("", text)
    ends = len(text) < LONGEST and text.endswith(tuple(")-–—_"))
    return ends and _shaped(text, (*_STRONG, _CAPITALS), whole=True) is not None


def dateline(
    lines: Sequence[Line], kinds: Sequence[str | None], title: Span | None, text: str
) -> Marked | None:
    """The dateline at the head of one of the first paragraphs; None without one."""
    start = title.end if title else 0
    below = [line for line, kind in zip(lines, kinds, strict=True) if not kind and line.span.start >= start]
    lead = [line for line in below if line.body and not line.text.isupper()][:1]
    for line in dict.fromkeys((*below[:TOP], *lead)):
        end = _strong(line.text[:LONGEST]) or _day(line, lines) or _weak(line, lines, text)
        end = _after_labels(line.text, end) if end else 0
        if span := trimmed(text, line.span.start, line.span.start + end):
            return Marked(span, "dateline") if span != line.span else None
    return None


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(table("furniture")["dateline_label"]["words"])
    return re.compile(rf"\s*\[(?:{words})\]", re.IGNORECASE)


def _after_labels(text: str, end: int) -> int:
    """The end of the labels such as "[TEXT]" that monitoring services put behind a dateline."""
    while found := _label().match(text, end):
        end = found.end()
    return end


def _strong(text: str) -> int:
    """Where a dateline ends that its own shape gives away; 0 for none."""
    match = _shaped(text, (*_STRONG, _CAPITALS))
    return match.end() if match else 0


def _shaped(text: str, shapes: Sequence[re.Pattern[str]], whole: bool = False) -> re.Match[str] | None:
    """The dateline with which a text begins, or that it is as a ``whole``, in one of the shapes."""
    matches = (shape.fullmatch(text) if whole else shape.match(text) for shape in shapes)
    return next((match for match in matches if match and _known(match)), None)


def _day(line: Line, lines: Sequence[Line]) -> int:
    """A day with its year before a sentence: "March 4, 2025 - Police said". Of several, none dates it."""
    match = _DAY.match(line.text)
    once = match is not None and sum(bool(_DAY.match(other.text)) for other in lines) == 1
    return match.end() if match and once and len(line.text[match.end() :].split()) >= FEWEST_WORDS else 0


def _known(match: re.Match[str]) -> bool:
    """A name in brackets must be an agency or an outlet, or a dash follow; capitals alone need the dash.

    Beside a day any place will do.
    """
    dash, found = match[0].endswith(tuple("-–—_")), match.groupdict()
    if found.get("when"):
        return not _stopped(found["place"]) and _capitalised(found["place"])
    agency = found.get("agency") or found.get("slashes")
    if agency and is_initials(agency, match[0].partition("(")[0]):
        return False
    if agency:
        return (
            dash
            or _DATED.search(match[0]) is not None
            or (named(agency) is not None and not _stopped(match[0]))
        )
    return dash and not _stopped(match[0]) and _capitalised(match[0])


def _stopped(words: str) -> bool:
    stops = table("furniture")["never_dateline"]["words"]
    return any(word.lower() in stops for word in re.findall(r"[^\W\d_]+", words))


def _capitalised(words: str) -> bool:
    """Whether all words but small ones begin in capitals, in whichever script has them."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3)


def _weak(line: Line, lines: Sequence[Line], text: str) -> int:
    """A name and a colon or a dash: only before a whole sentence, if the text uses the name as a place."""
    match = _PLAIN.match(line.text)
    if not match or _stopped(match[0]) or not _capitalised(match[0]) or not line.sentence:
        return 0
    rest = line.text[match.end() :].lstrip()
    if len(rest.split()) < FEWEST_WORDS or not (rest[0].isupper() or rest[0].isdigit()):
        return 0
    turns = sum(bool(_PLAIN.match(other.text)) for other in lines)  # several: people speaking in turn
    return match.end() if turns == 1 and _used_as_place(match["name"], text) else 0


def _used_as_place(name: str, text: str) -> bool:
    """Whether ``name`` stands nowhere else, or somewhere after a preposition of place."""
    uses = len(re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))
    after = rf"\b(?:in|at|near|from|to|of|outside|around|across|over) +(?:\w+ +)?{re.escape(name)}\b"
    return uses == 1 or re.search(after, text, re.IGNORECASE) is not None
