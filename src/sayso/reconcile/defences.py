"""Somebody is said to have done wrong, and says to be innocent: "a witch hunt", "not guilty"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.data import table, words
from sayso.reconcile.contents import Content, named_terms, root
from sayso.reconcile.ground import Ground, before, beside
from sayso.reconcile.terms import stem
from sayso.story import Dispute

NAMED = 3  # terms with which an accusation says of whom
FEW = 4  # terms of what is told of somebody
FAR = 1500  # characters from an answer to "the allegations" back to what somebody says


def defences(
    contents: Sequence[Content], ground: Ground
) -> Iterator[tuple[Dispute, float, Content, Content]]:
    """What somebody is accused of, and where he, or who speaks for him, says to be innocent."""
    answers: defaultdict[str, list[Content]] = defaultdict(list)
    for reply in contents:
        if _innocence().search(_said(reply, ground)):
            for name in sorted(_in_defence(reply, ground)):
                answers[name].append(reply)
    for charge in contents if answers else ():
        named = [term for term in ground.terms_in_order(charge)[:NAMED] if term in answers]
        if (
            len(charge.terms) >= FEW
            and named
            and _is_doer(named[0], charge, ground)
            and not _innocence().search(_said(charge, ground))
        ):
            for reply in answers[named[0]]:
                if _alleges(charge, reply, ground) and ground.other_party(charge, reply, documents=True):
                    yield "claim_denial", 0.5, charge, reply


def _is_doer(name: str, charge: Content, ground: Ground) -> bool:
    """Whether it is said of him, not of "Quill's sister", nor that somebody "shot Quill"."""
    said = ground.words(charge)
    at = next((n for n, word in enumerate(said) if root(stem(word)) == name), None)
    if at is None or any(word.endswith(("'s", "s'")) for word in said[at : at + 2]):
        return False
    led, follows = (
        {stem(word) for word in part} for part in (said[max(0, at - 1) : at], said[at + 1 : at + 3])
    )
    crimes = words("disputes", "crimes")
    return crimes.isdisjoint(led) and "deni" not in follows and not ("was" in follows and crimes & follows)


def _alleges(charge: Content, reply: Content, ground: Ground) -> bool:
    """Whether it is told as a wrong that he has done, not as what he is to do."""
    said = {word for told in ground.words(charge) for word in (told, stem(told))}
    crime = not words("disputes", "crimes").isdisjoint(said)
    due = not words("disputes", "planned").isdisjoint(said) or not _DUE.isdisjoint(said)
    how = charge.attribution.polarity
    if how == "accuse" or (charge.attribution.speaker in ground.law and crime):
        return True
    if how != "assert" or (due and not crime):
        return False
    if _alleging().search(" ".join(ground.cue(charge))):
        return True
    of_it = not words("disputes", "accusations").isdisjoint(ground.words(reply))
    back = before(charge, reply) and beside(charge, reply, FAR)
    return of_it and back and not _PAST.isdisjoint(said)


_DUE = frozenset(("must", "should", "if", "could", "may", "might", "can"))
_PAST = frozenset(("had", "was", "were", "did", "been"))


def _in_defence(reply: Content, ground: Ground) -> frozenset[str]:
    """The names of the person who says that he is innocent, or for whom that is said."""
    speaker = ground.chain.entities.get(reply.attribution.speaker or "")
    if speaker is None:
        return frozenset()
    own = named_terms(speaker.name) & ground.people
    for_whom = (ground.chain.entities[one] for one in ground.allies[speaker.id])
    clients = (named_terms(one.name) & ground.people for one in for_whom if one.kind == "person")
    return (own if speaker.kind == "person" else frozenset()).union(*clients)


def _said(c: Content, ground: Ground) -> str:
    return " ".join(ground.words(c))


@cache
def _innocence() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['innocence'])})\b")


@cache
def _alleging() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['alleging'])})\b")
