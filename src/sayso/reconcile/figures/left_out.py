"""Whether a count leaves somebody out: a part of all, the rest of them, those of one spot or one day."""

from __future__ import annotations

import re
from functools import cache

from sayso.data import table, words
from sayso.model import Quantity, Report
from sayso.reconcile.terms import sentence_at, tokens
from sayso.span import Span

_ALONE = re.compile(  # "in the capital alone", "six had died there"; not "died because there was no doctor"
    r"\b(?:in|at|on|from) [^,.;]{2,40} alone\b|\b(?:died|killed|deaths?) there\b"
    r"|\b(?:in|from) (?:this|our|my|his|her) (?:village|town|street|family|neighbou?rhood|district|commune)\b"
    r"|\b(?:most|worst|hardest)[ -](?:hit|affected) (?:[a-z]+ )?(?:with|had|has)\b"
    r"|\b(?:in|from|at) (?:our|its|their) (?:[a-z]+ )?(?:hospital|clinic|ward|cent(?:re|er))s?\b"
    r"|\b(?:those|these) (?:[a-z]+ )?(?:attack|strike|raid|incident)s\b",  # a sum of other incidents, too
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\W*(?:in|at|on|from) [^,.;]{2,40} alone,", re.IGNORECASE)  # it holds for the sentence
_OF_THE_DEAD = re.compile(  # "three of the five children who died had been ill"
    r"\s+of (?:the|those|these) (?:[\w'’-]+ ){,3}?(?:dead|deceased|victims|casualties"
    r"|(?<!were )(?<!been )killed|(?:who|that) (?:\w+ ){,2}?(?:died|killed))\b"
)
_SPOT = re.compile(  # where they died, in hospital or not
    r"\b(?:in|at|on) (?:[\w'’-]+ ){,2}(?:(hospital|clinic|ward)|scene|spot|village|street|home)s?\b"
)
_OF = re.compile(r"\s+of\b(?! (?:our|its)\b)", re.IGNORECASE)  # "two of its soldiers": of those killed, all
_AMONG = re.compile(r"\s+(?:is|are|was|were)\s+among\s+(?:the|those)\b")  # "two sailors are among the dead"
_THERE = re.compile(r"\bthere (?:are|were) (?:[a-z]+ ){0,3}\S+ of (?:them|us)\b", re.I)  # all of them
_TAKEN_IN = re.compile(  # "the hospital received 38", "is looking into 4": not those that others did
    r"\b(?:(?:hospital|clinic|morgue|mortuary) (?:(?:ha[sd]|have|so far|already) )*"
    r"(?:received|took in|taken in)|saw|seen|looked after|cared for)\b[^.;:]{0,25}$"
    r"|\b(?:into|(?:investigat|examin|prob)(?:es?|ed|ing)) (?:the |at least |another )*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:in|over|within|during) (?:(?:the )?(?:(?:last|past|previous) )?(?:24|twenty-four) hours"
    r"|(?:a|one) day|one week)\b",
    re.I,
)
_EACH = re.compile(r" (?:an?|per|each|every) (hour|day|week|month)\b")
_RATE = re.compile(r"\b(hour|dai|week|month)ly (?:[a-z]+ ){1,3}?(?:of|at|to|was|is) (?:[a-z]+ ){0,2}$")
_COMMA = re.compile(r"[,;:]\s")
_CLAUSE = re.compile(r"[.;:!?\n]|\d|,\s|\band\b")  # where what is said of a count ends
_BESIDES = re.compile(r"\b(?:an?|the|his|her)\s+[\w'’-]+(?:\s+[\w'’-]+)?\s+and\s+$", re.IGNORECASE)
_WORD = 20  # characters of a word before a number
_HIT = re.compile(  # no place where some died of what hit others: "27 dead as a hospital was bombed"
    r"\b(?:as|after|when|on|of) (?:[\w'’-]+ ){0,2}(?:hospital|clinic)s?\b"
    r"|\b(?:hospital|clinic) (?:\w+ )?(?:attack|strike|airstrike|bombing|blast|explosion|fire|raid|shelling)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;:!?\n]*")


def is_part(quantity: Quantity, report: Report) -> bool:
    """Whether some may be left out: "two of the wounded", "two in critical condition", a list of people."""
    number, unit = quantity.number.of(report.text), set(tokens(quantity.unit))
    if _is_list(number) or number.lower() == "both" or unit & words("counting", "partitive"):
        return True
    exact = quantity.value is not None and quantity.modifier != "share"  # not "hundreds of people"
    everybody = _THERE.search(report.text[max(0, quantity.span.start - _WORD) : quantity.number.end + 8])
    of = _OF.match(report.text, quantity.number.end) or _AMONG.match(report.text, quantity.span.end)
    if exact and of and not everybody:
        return True
    before = report.text[max(0, quantity.span.start - 60) : quantity.span.start]
    if unit & words("counting", "rest") and _BESIDES.search(before):  # "a driver and two others"
        return True
    if quantity.category in ("killed", "injured") and _TAKEN_IN.search(before):
        return True
    after = report.text[quantity.span.end : quantity.span.end + 80]
    ahead, behind = _CLAUSE.split(before)[-1], _CLAUSE.split(after, maxsplit=1)[0]
    whole = sentence_at(report.text, quantity.span).of(report.text)
    if _AHEAD.match(whole) or _ALONE.search(ahead) or _ALONE.search(behind):
        return True
    said = set(tokens(behind))
    if quantity.category == "injured":
        return bool(said & words("counting", "by_degree"))
    if quantity.category != "killed":
        return False
    then = _SENTENCE.match(after)
    if unit & words("counting", "bodies") and {*said, *tokens(before)} & words("counting", "handled"):
        return True
    killer = then is not None and set(tokens(then[0])) & words("counting", "reflexive")
    return bool(killer or (said & words("counting", "places") and not _HIT.search(behind)))


def is_subtotal(quantity: Quantity, text: str, sentence: Span) -> bool:
    """Whether others died: "12 died on the spot and two died later", "three of the dead were ill"."""
    there, *others = _CLAUSE.split(text[quantity.span.end : sentence.end])
    told = {word for other in others for word in tokens(other)} & {*table("counting")["category"]["killed"]}
    limited = set(tokens(there)) & (words("counting", "places") | words("counting", "at_once"))
    of_all = _OF_THE_DEAD.match(text, quantity.number.end) is not None
    return quantity.category == "killed" and (of_all or bool(limited and told))


def fate(quantity: Quantity, text: str) -> frozenset[str]:
    """Whether they died in hospital or elsewhere, what became of things; empty where that is open."""
    behind = _CLAUSE.split(text[quantity.span.end : quantity.span.end + 80], maxsplit=1)[0]
    if quantity.category == "other":  # "destroyed 12 houses", "12 houses were damaged"
        before = _CLAUSE.split(text[max(0, quantity.span.start - _WORD) : quantity.span.start])[-1]
        said = {*tokens(before), *tokens(quantity.unit), *tokens(behind)}
        return frozenset(fate for fate, called in table("counting")["fate"].items() if said & {*called})
    at = quantity.category == "killed" and not _HIT.search(behind) and _SPOT.search(behind)
    return frozenset(("in hospital" if at[1] else "elsewhere",)) if at else frozenset()


def cause(quantity: Quantity, text: str, sentence: Span, head: str) -> str:
    """Of what sort of thing they died: told last before them, else behind them, else at the ``head``."""
    if quantity.category not in ("killed", "injured"):
        return ""
    before, behind = text[sentence.start : quantity.span.start], text[quantity.span.start : sentence.end]
    listed = table("counting")["cause"]
    for word in (*reversed(tokens(before)), *tokens(behind), *tokens(head)):
        for sort, called in listed.items():
            if word in called:
                return str(sort)
    return ""


def period(quantity: Quantity, text: str, sentence: Span) -> str:
    """Over what short time: "three deaths in the past 24 hours" (then "added"), "the daily loss"."""
    before, after = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    clause = _COMMA.split(after, maxsplit=1)[0]
    opening = _COMMA.split(before, maxsplit=1)[0] if _COMMA.search(before) else ""
    if _DAY.search(clause) or _DAY.search(opening):
        return "added"
    found = quantity.category == "money" and (_EACH.match(clause) or _RATE.search(before))
    return found[1][:2] if found else ""  # of "dai|ly" as of "day"


def is_rest(quantity: Quantity, report: Report) -> bool:
    """Whether somebody else has been counted already: "two others", "two more", "another two"."""
    before = tokens(report.text[max(0, quantity.number.start - _WORD) : quantity.number.start])[-1:]
    return bool({*tokens(quantity.unit), *before} & words("counting", "rest"))


def _is_list(number: str) -> bool:
    """Whether a count is a list of people: it may leave others out. "One hundred and five" is none."""
    return " and " in number and not set(tokens(number)) <= _number_words() | {"a", "and"}


@cache
def _number_words() -> frozenset[str]:
    known = table("quantities")["number"]
    return frozenset(word for key in ("units", "teens", "tens", "scales", "parts") for word in known[key])
