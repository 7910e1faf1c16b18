"""When two positions do not go together: one wants what the other refuses, opposes or warns of."""

from __future__ import annotations

import re

from sayso.data import any_of, words
from sayso.reconcile.alike import light
from sayso.reconcile.contents import Content, overlap, telling
from sayso.reconcile.disagreements.answers import is_meant, is_planned, is_silent
from sayso.reconcile.disagreements.ground import AT_ONCE, Ground, beside

OPENING = 2  # terms
NAMED = 3  # terms with which criticism says of whom
HEAD = 2.5  # rarity of a word that stands for a topic alone
RARE = 3.0  # rarity of what somebody is called on by name to do
ALIKE = 0.8  # share in common from which on a warning only says the same
SHORT = 3  # terms of what has hardly more than one topic

_WOULD_NOT = re.compile(r"\bwould(?: not|n't)\b")  # what will happen, to somebody who says it of himself


def opposed(stand: Content, counter: Content, ground: Ground) -> bool:
    """Somebody wants what another party refuses, opposes, criticises or warns of."""
    how = counter.attribution.polarity
    if is_silent(counter) or not _of_one_thing(stand, counter, ground):
        return False
    if how == "warn" and not (_of_consequences(counter) and overlap(stand, counter, ground.weight) < ALIKE):
        return False
    if how == "deny" and not beside(stand, counter, AT_ONCE):
        return False
    if how == "criticise" and not _of_that_party(counter, stand, ground):
        return False
    shared = stand.terms.keys() & counter.terms.keys()
    apart = stand.leaning(shared, ahead=True) != counter.leaning(shared, ahead=False)
    return apart and ground.on_a_topic(stand, counter)


def planned(plan: Content, counter: Content, ground: Ground) -> bool:
    """Somebody says what is to be done, and another party is against that others do it."""
    own = words("disputes", "letting").isdisjoint(counter.said)  # "will not negotiate"
    rejects = counter.attribution.polarity == "oppose" or any(
        word.startswith("reject") for word in counter.cue
    )
    return (rejects or not own) and is_planned(plan) and opposed(plan, counter, ground)


def excluded(demand: Content, plan: Content, ground: Ground) -> bool:
    """One party wants what another one says will not be; who is called on by name may just say so."""
    shared = demand.terms.keys() & plan.terms.keys()
    part = plan.part(shared)
    if not (is_planned(plan) and part and part.negates(shared)):
        return False
    if demand.leaning(shared, ahead=True) == plan.leaning(shared, ahead=True):
        return False
    called_on = ground.addresses(demand, plan) and _rare(demand, plan, ground)
    return called_on or (_of_one_thing(demand, plan, ground) and ground.on_a_topic(demand, plan))


def barred(plan: Content, reply: Content, ground: Ground) -> bool:
    """One party says what it will or can do, and another that this cannot be, or would be against the law."""
    shared = plan.terms.keys() & reply.terms.keys()
    one, other = plan.part(shared), reply.part(shared)
    first = "".join(plan.said[:1]).partition("'")[0]
    own = plan.attribution.polarity == "vow" or first in words("sources", "pronouns")
    if one is None or other is None or one.nots or other.open or not (own and is_meant(plan)):
        return False
    told = " ".join(reply.said)
    against = any_of("disputes", "barring").search(told)
    if not against and (not other.bars or _WOULD_NOT.search(told)):
        return False
    named = other.negates(ground.together(plan, reply) - ground.proper)
    return (bool(against) or named) and ground.on_one_thing(plan, reply)


def told_to_stop(stand: Content, demand: Content, ground: Ground) -> bool:
    """Somebody does or wants something, and is called on by name to give it up."""
    shared = stand.terms.keys() & demand.terms.keys()
    if not ground.addresses(demand, stand) or not _rare(stand, demand, ground):
        return False
    part = demand.part(shared)
    given_up = part is not None and not part.nots and part.opposes(shared)
    return given_up and stand.leaning(shared, ahead=True)


def _rare(a: Content, b: Content, ground: Ground) -> bool:
    """Whether clauses of the two have more in common than light words."""
    shared = {term for term in ground.together(a, b) if term[1:] not in light()}
    return ground.weight_of(shared, a) >= RARE


def _of_that_party(blame: Content, stand: Content, ground: Ground) -> bool:
    """Whether what is criticised is the other party's, not somebody of whom both speak."""
    if ground.proper & set(ground.terms_in_order(blame)[:NAMED]):
        return ground.addresses(blame, stand)
    return ground.names(blame, stand) or beside(stand, blame, AT_ONCE)


def _of_one_thing(a: Content, b: Content, ground: Ground) -> bool:
    """Whether clauses of the two are on one thing: by two terms, one for different words, or the head."""
    if ground.on_one_thing(a, b):
        return True
    one, other = ([t for t in ground.terms_in_order(c) if t not in ground.proper] for c in (a, b))
    if any(t[0] == "=" and t[1:] not in light() for t in {*one[:OPENING]} & {*other[:OPENING]}):
        return True
    firsts = (ground.terms_in_order(c)[:1] for c in (a, b))
    return any(
        _heads(first[0], *two, ground) for first, two in zip(firsts, ((a, b), (b, a)), strict=True) if first
    )


def _heads(first: str, a: Content, b: Content, ground: Ground) -> bool:
    """Whether the first term of ``a`` stands in a short ``b``: "a recount of …", "order no recount"."""
    told = b.terms.keys() - ground.proper
    if first not in told or not telling({first}, a, b) or len(told) > SHORT:
        return False
    return beside(a, b, AT_ONCE) or (a.terms[first] >= HEAD and first[1:] not in light())


def _of_consequences(warning: Content) -> bool:
    """Whether a warning speaks of what would follow; else it may be a threat of one's own."""
    return not words("function_words", "conditional").isdisjoint(warning.said)
