"""The bound of a number: the modifier beside it ("more than", "or so"), and the low and high it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from sayso.data import table
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.patterns import either, listed
from sayso.extract.quantities.verbs import state
from sayso.model import Modifier

_TURNED: dict[Modifier, Modifier] = {"more_than": "at_most", "less_than": "at_least", "at_least": "less_than"}
_REACH = 60  # characters before a number in which its modifier is looked for


@dataclass(frozen=True, slots=True)
class Bound:
    """How a number is meant, and where its phrase starts and ends with the modifier."""

    modifier: Modifier
    low: float | None
    high: float | None
    start: int
    end: int


@cache
def _phrases(side: str) -> dict[str, Modifier]:
    return {phrase: name for name, listed in table("quantities")[side].items() for phrase in listed}


@cache
def _before() -> re.Pattern[str]:
    """A modifier at the end of a text, with words after it that say nothing about the bound."""
    between = either(table("quantities")["modifiers_between"]["words"])
    return re.compile(rf"(?<![^\W_])({either(_phrases('modifiers'))})\s*(?:{between}\s+)?$", re.I)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+|-)?({either(_phrases('modifiers_after'))})(?![^\W_])", re.I)


@cache
def _overtaken() -> re.Pattern[str]:
    """What is counted, and a verb that says whether there are more, at the end of a text."""
    said = table("quantities")["overtaking"]
    verbs = either([*said["verbs"], *said["reaching"], *said["holding"]])
    no = rf"(?P<no>(?:\bnot|n['’]t|\bnever)\s+(?:{either(said['between'])}\s+)?)?"
    return re.compile(
        rf"(?:\b(?P<what>{either(said['counts'])})\b[^.;!?\n]*?)?{no}\b(?P<verb>{verbs})\s+$", re.I
    )


def bound(text: str, number: Number, since: int = 0) -> Bound:
    """The bound of ``number`` after ``since``; of two modifiers ("at least some 20") the outer counts."""
    if number.form in ("single", "implied"):  # "a call about a man"
        return Bound("exact", number.low, number.high, number.whole.start, number.whole.end)
    modifier: Modifier | None = None
    start, end = number.whole.start, number.whole.end
    for _ in range(2):
        match = _before().search(text, max(since, start - _REACH), start)
        if not match:
            break
        hedged = modifier and match[1].lower() in listed("clause", "hedges")  # "perhaps as many as 40"
        modifier, start = modifier if hedged else _name("modifiers", match[1]), match.start(1)
    if modifier is None and (match := _after().match(text, end, end + _REACH)):
        modifier, end = _name("modifiers_after", match[1]), match.end(1)
    modifier = modifier if since else _overtaking(text, start, modifier)
    low, high = limits(number, modifier)
    if number.form in ("range", "vague"):  # these the contract calls modifiers, whatever stands beside them
        modifier = "range" if number.form == "range" else "vague"
    plain: Modifier = "share" if number.percent or number.form == "part" else "exact"
    return Bound(modifier or plain, low, high, start, end)


def _overtaking(text: str, start: int, modifier: Modifier | None) -> Modifier | None:
    """The modifier with what the verb before says: "passed 300", "did not exceed", "does not hold more than".

    Nothing exceeds what it does "not exceed"; of the other verbs only those that say it of a count are meant.
    """
    found = _overtaken().search(text, max(0, start - _REACH), start)
    if not found:
        return modifier
    verb, negated = found["verb"].lower(), found["no"] is not None
    if verb in listed("overtaking", "holding"):
        return _TURNED.get(modifier, modifier) if negated and modifier else modifier
    if not (found["what"] or (negated and verb.startswith("exceed"))):
        return modifier
    if verb in listed("overtaking", "reaching"):
        return "less_than" if negated else modifier
    return "at_most" if negated else modifier or "more_than"


def topical(doc: Doc, number: Number, found: Bound, lasting: bool) -> Bound:
    """The bound without an "about" that says what something is about: "a story about two men".

    And without the "up to" of what went up to its number, the "over" of what is handed over, and that of what
    goes on for so long, if the number is ``lasting``: "a rise of 4% over two years".
    """
    if found.modifier not in ("up_to", "about", "more_than"):
        return found
    first = next(token for token in doc if token.idx + len(token) > found.start)
    without = bound(doc.text, number, first.idx + len(first))  # "spoke about at least two men"
    if found.modifier == "more_than":
        above = first.head.head if first.head.lower_ in ("from", "to") else first.head
        throughout = lasting and first.lower_ == "over" and first.dep_ == "prep" and _is_told_of(above)
        handed = first.lower_ == "over" and first.i > 0 and first.nbor(-1).lemma_ in ("hand", "turn")
        return without if throughout or handed else found
    above = first.nbor(-1) if first.lower_ == "up" and first.i else first.head
    verb = above.lemma_.lower()
    went = first.lower_ == "up" and verb in listed("clause", "upward")
    told = first.lower_ == "about" and first.dep_ == "prep" and verb in listed("clause", "telling")
    last = first.nbor(-1) if first.i else first  # whatever it hangs on
    topic = last.pos_ == "NOUN" and last.lemma_ in listed("clause", "telling")
    spoke = not lasting and (topic or last.lemma_ in listed("clause", "speaking"))
    told = told or (first.lower_ == "about" and spoke)
    return without if went or told else found


def _is_told_of(head: Token) -> bool:
    """Whether what goes on is a thing, or is done to one: "a rise over …", "killed 300 over …"."""
    whom = ("dobj", "nsubjpass", "npadvmod")
    told = head.pos_ == "NOUN" or state(head) is not None
    return told or any(c.dep_ in whom and c.pos_ != "PRON" for c in head.children)


def _name(side: str, phrase: str) -> Modifier:
    return _phrases(side)[" ".join(phrase.lower().split())]


def limits(number: Number, modifier: Modifier | None) -> tuple[float | None, float | None]:
    """Low and high of a number under a modifier; None is open.

    "about" reaches half of the last non-zero decimal place up and down (250: 245 to 255), "nearly" down only.
    """
    value, half = number.value, number.place / 2
    if value is None or modifier in (None, "exact"):
        return number.low, number.high
    if modifier == "about":
        return round(value - half, 10), round(value + half, 10)
    if modifier == "nearly":
        return round(value - half, 10), value
    return (value, None) if modifier in ("more_than", "at_least") else (None, value)
