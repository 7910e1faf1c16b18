"""How two counts of the same thing compare, and why, in words: nothing here says which is right."""

from __future__ import annotations

import re

from sayso.data import words
from sayso.model import Interval, Quantity
from sayso.reconcile.dating.tolls import rests_on_toll
from sayso.reconcile.figures.counted import PEOPLE
from sayso.reconcile.figures.sizes import bounds, middle, overlapping
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.terms import sentence_at, tokens
from sayso.story import Agreement

SHRINKING = {"missing", "held", "detained", "displaced"}  # counts that may also fall, as people are found
AREAS = {"hectare", "acre", "square kilometre", "square mile"}
# What goes up and down: "shares closed at 212 pence", "the rate fell to 4 percent".
_LEVEL = re.compile(r"(?is)\b(?:share|stock|price|rate|yield|index|barrel|ounce)s?\b.* (?:at|to) ")
_SO_FAR = re.compile(r"\b(?:so far|to date|until now|up to now|thus far)\b", re.IGNORECASE)
SETTLED = 60  # days after which the toll of a single day no longer grows


def verdict(a: Quantity, b: Quantity, chain: Chain) -> tuple[Agreement, str]:
    """How two counts of the same thing compare, and why."""
    if a.category != b.category:
        named = f"{bounds(a)} ({a.category}) and {bounds(b)} ({b.category})"
        return "compatible", f"{named} can both hold: perhaps the same people, of whom other things are told"
    if (a.low, a.high) == (b.low, b.high):
        if None in (a.value, b.value):
            return "compatible", f"both say only {bounds(a)}"
        return "agree", f"both say {bounds(a)}"
    order = _in_order(a, b, chain) or _retold(a, b, chain)
    spreading = {a.unit, b.unit} <= AREAS  # of a fire, a flood
    mounting = all(set(tokens(q.unit)) & words("counting", "mounting") and not q.proposed for q in (a, b))
    running = order is not None and _says(_SO_FAR, order[0], chain)
    more = a.category in PEOPLE or spreading or mounting or running
    later = "{1} is said later than {0}".format(*map(bounds, order)) if order else ""
    growing = more and not _settled(a, chain) and not _settled(b, chain)
    if order and growing and _raised(*order):
        return "progresses", f"{later}: the count may have grown"
    if overlapping(a, b):
        return "compatible", f"{bounds(a)} and {bounds(b)} can both hold"
    if order and a.category not in PEOPLE and all(_says(_LEVEL, q, chain) for q in (a, b)):
        return "progresses", f"{later}: what is measured goes up and down"
    fewer = min(a, b, key=middle)
    if _found(a) != _found(b) and _found(fewer):
        return "compatible", f"{bounds(fewer)} counts bodies: others may not have been found"
    # of those who fled two voices may give two numbers at any time; who returns, one voice counts less
    two = a.category == "displaced" and a.speaker and b.speaker and a.speaker != b.speaker
    if order and a.category in SHRINKING and not two and not _raised(*order):
        return "progresses", f"{later}: the count may have fallen"
    if order and _one_voice(a, b, chain):
        return "progresses", f"{later}, by the same voice"
    if not order and growing and a.report != b.report:
        why = f"{bounds(a)} and {bounds(b)} fit if the lower was said first; nothing says it was"
        return "compatible", why
    return "conflicts", f"{bounds(a)} against {bounds(b)}"


def _says(told: re.Pattern[str], q: Quantity, chain: Chain) -> bool:
    """Whether its sentence says that more are to come ("40 complaints so far"), or what it measures."""
    text = chain.reports[q.report].text
    return bool(told.search(sentence_at(text, q.span).of(text)))


def _found(q: Quantity) -> bool:
    """Whether the dead are counted as they are found."""
    return q.category == "killed" and bool(set(tokens(q.unit)) & words("counting", "bodies"))


def _raised(early: Quantity, late: Quantity) -> bool:
    """Whether the later count is above the earlier one: beyond its bounds, or with a higher bound below."""
    if early.high is None:
        return late.high is None and (late.low or 0.0) > (early.low or 0.0)
    return late.low is not None and late.low >= early.high and not overlapping(early, late)


def _said(q: Quantity, chain: Chain) -> Interval:
    """When a count was given; a copy gives it when the report that it copies does."""
    first = chain.copies.first(q.report, q.span)
    if first != q.report and first in chain.reports:
        return chain.reports[first].published
    return q.as_of or chain.reports[q.report].published


def _one_voice(a: Quantity, b: Quantity, chain: Chain) -> bool:
    """Whether somebody gives both, once perhaps in a release of their own."""
    one, other = (chain.source(Say(q.report, q.span, q.speaker, q.relay)) for q in (a, b))
    return (a.speaker or b.speaker) is not None and (a.speaker == b.speaker or one == other)


def _in_order(a: Quantity, b: Quantity, chain: Chain) -> tuple[Quantity, Quantity] | None:
    """The earlier and the later of two counts, where their dates tell."""
    for early, late in ((a, b), (b, a)):
        one, other = _said(early, chain), _said(late, chain)
        circular = rests_on_toll(one) or rests_on_toll(other)  # no evidence of how the toll grew
        if one.latest and other.earliest and one.latest < other.earliest and not circular:
            return early, late
        begun = one.earliest is not None and other.earliest is not None and one.earliest < other.earliest
        if begun and one.latest == other.earliest and _one_voice(a, b, chain) and not circular:
            return early, late  # nobody gives two numbers at once
    return None


def _retold(a: Quantity, b: Quantity, chain: Chain) -> tuple[Quantity, Quantity] | None:
    """The lower and the higher of two counts, where one voice gives the higher in a later report."""
    few, many = sorted((a, b), key=middle)
    early, late = (chain.reports[q.report].published for q in (few, many))
    later = early.latest and late.earliest and early.latest < late.earliest and _raised(few, many)
    if not later or few.speaker is None:
        return None
    alone = len(chain.voices(Say(q.report, q.span, q.speaker, q.relay) for q in (few, many))) == 1
    return (few, many) if alone else None


def _settled(q: Quantity, chain: Chain) -> bool:
    """Whether a count of one day was given so long after that day that it no longer grows."""
    said, day = _said(q, chain).earliest, q.when.latest if q.when and q.when.is_day else None
    return said is not None and day is not None and (said - day).days > SETTLED
