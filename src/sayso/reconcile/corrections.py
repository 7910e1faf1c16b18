"""A speaker takes back what it said: "admitted that it had not worked", "I misspoke"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.data import table, words
from sayso.reconcile.contents import Content
from sayso.reconcile.ground import AT_ONCE, Ground, before, beside

BRIEF = 8  # words of a statement that may rest on the one before it


def corrections(contents: Sequence[Content], ground: Ground) -> Iterator[tuple[Content, Content]]:
    """What was said first, and what takes it back."""
    for later in contents:
        plea = any(word.startswith("ple") for word in later.cue)  # before a court it takes back nothing
        conceded = later.attribution.polarity == "concede" and not plea
        if conceded or _taking_back().search(" ".join(later.said)):
            for first in contents:
                if first is not later and _corrected(first, later, conceded, ground):
                    yield first, later


@cache
def _taking_back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['taking_back'])})\b")


def _corrected(first: Content, later: Content, conceded: bool, ground: Ground) -> bool:
    """Whether it is of what the speaker said just before, or of the opposite in an earlier report."""
    if first.attribution.polarity in _WANTED:
        return False
    if first.attribution.report != later.attribution.report:
        known = any(part.nots for part in later.clauses) and first.numbers <= later.numbers  # "12, not 40"
        one = ground.one_party(first, later) or (known and _other_number(first, later))
        earlier = one and _may_be_earlier(first, later, ground) and ground.on_a_topic(first, later)
        return earlier and (_other_number(first, later) or _is_opposite(first, later, ground))
    one = first.attribution.speaker == later.attribution.speaker
    if not (one and conceded and first.clause and before(first, later) and beside(first, later, AT_ONCE)):
        return False
    return _is_negative(first, later, ground) or not words("disputes", "earlier").isdisjoint(first.cue)


_WANTED = ("concede", "praise", "vow", "demand", "appeal", "oppose", "refuse")


def _is_negative(first: Content, later: Content, ground: Ground) -> bool:
    """ "It had not worked", "that was a mistake": whether it speaks of what was said before."""
    wrong = not words("disputes", "errors").isdisjoint(later.said)
    return wrong or (
        later.negative(frozenset()) and (len(later.said) <= BRIEF or ground.on_one_thing(first, later))
    )


def _may_be_earlier(first: Content, later: Content, ground: Ground) -> bool:
    """Whether the report of ``first`` is not known to have come out after that of ``later``."""
    here, there = (ground.chain.reports[c.attribution.report].published for c in (first, later))
    return not (here.earliest and there.latest and here.earliest > there.latest)


def _is_opposite(first: Content, later: Content, ground: Ground) -> bool:
    shared = ground.together(first, later)
    return first.negative(shared) != later.negative(shared) and ground.on_one_thing(first, later)


def _other_number(first: Content, later: Content) -> bool:
    return bool(first.numbers and later.numbers - first.numbers)
