"""When two positions do not go together: one wants what the other refuses, opposes or warns of."""

from __future__ import annotations

from sayso.data import words
from sayso.reconcile.alike import light
from sayso.reconcile.claims import is_bare, is_planned, is_silent
from sayso.reconcile.contents import Content, overlap, root, telling
from sayso.reconcile.ground import AT_ONCE, NEXT, Ground, before, beside, enough
from sayso.reconcile.terms import stem

OPENING = 2  # terms
NAMED = 3  # terms with which criticism says of whom
HEAD = 2.5  # rarity of a word that stands for a topic alone
ALIKE = 0.8  # share in common from which on a warning only says the same
SHORT = 3  # terms of what has hardly more than one topic


def judged(praise: Content, blame: Content, ground: Ground) -> float:
    """One party praises what another criticises, in one breath."""
    return 0.5 if ground.other_party(praise, blame) and beside(praise, blame, AT_ONCE // 4) else 0.0


def answered(charge: Content, reply: Content, ground: Ground) -> float:
    """Somebody is called on or blamed, and says no to it in the next breath."""
    close = before(charge, reply) and beside(charge, reply, AT_ONCE)
    if not close or not ground.other_party(charge, reply) or ground.names(reply, reply):
        return 0.0
    return 0.4 if ground.addresses(charge, reply) and not is_silent(reply, ground) else 0.0


def spurned(stand: Content, answer: Content, ground: Ground) -> float:
    """ "The union rejected the idea", right behind what somebody wants or praises."""
    next_to = ground.before.get(answer.attribution.id) == stand.attribution.id
    if not next_to or not beside(stand, answer, AT_ONCE) or is_silent(answer, ground):
        return 0.0
    wanted = stand.attribution.polarity != "assert" or is_planned(stand, ground)
    return 0.5 if wanted and is_bare(answer, ground) and ground.other_party(stand, answer) else 0.0


def turned_down(demand: Content, reply: Content, ground: Ground) -> float:
    """Somebody is called on, and says in the next breath that it will not be."""
    close = before(demand, reply) and beside(demand, reply, AT_ONCE)
    if not close or not ground.other_party(demand, reply) or not ground.addresses(demand, reply):
        return 0.0
    return 0.4 if any(part.nots for part in reply.clauses) and is_planned(reply, ground) else 0.0


def opposed(stand: Content, counter: Content, ground: Ground) -> float:
    """Somebody wants what another party refuses, opposes, criticises or warns of."""
    how = counter.attribution.polarity
    if not ground.other_party(stand, counter) or is_silent(counter, ground):
        return 0.0
    if how == "warn" and not (
        _of_consequences(counter, ground) and overlap(stand, counter, ground.weight) < ALIKE
    ):
        return 0.0
    if how == "deny" and not beside(stand, counter, AT_ONCE):
        return 0.0
    if how == "criticise" and not _of_that_party(counter, stand, ground):
        return 0.0
    shared = stand.terms.keys() & counter.terms.keys()
    cue = {stem(word) for word in ground.cue(counter)} - words("function_words", "words")
    if not _of_one_thing(stand, counter, ground) or cue & {stem(word) for word in ground.words(stand)}:
        return 0.0  # who says "we refuse to …" stands on the side of who refuses
    if stand.leaning(shared, ahead=True) == counter.leaning(shared, ahead=False):
        return 0.0  # "vowed to fight the closure", "will not let them close it"
    return enough(ground.topic(stand, counter))


def _of_that_party(blame: Content, stand: Content, ground: Ground) -> bool:
    """Whether what is criticised is the other party's, not somebody of whom both speak."""
    if ground.proper & set(ground.terms_in_order(blame)[:NAMED]):
        return ground.addresses(blame, stand)
    return ground.names(blame, stand) or beside(stand, blame, AT_ONCE)


def _of_one_thing(a: Content, b: Content, ground: Ground) -> bool:
    """Whether clauses of the two are on one thing: by two terms, one for different words, or the head."""
    if ground.on_one_thing(a, b):
        return True
    first, other = (_opening(c, ground) for c in (a, b))
    return any(t[0] == "=" and t[1:] not in light() for t in first & other) or any(
        one[:1] and _heads(one[0], c, d, ground)
        for one, c, d in ((ground.terms_in_order(a), a, b), (ground.terms_in_order(b), b, a))
    )


def _opening(c: Content, ground: Ground) -> frozenset[str]:
    """The first terms of a content, names aside: what it is about, most often."""
    return frozenset([term for term in ground.terms_in_order(c) if term not in ground.proper][:OPENING])


def _heads(first: str, a: Content, b: Content, ground: Ground) -> bool:
    """Whether the first term of ``a`` stands in a short ``b``: "a recount of …", "order no recount"."""
    told = b.terms.keys() - ground.proper
    if first not in told or not telling({first}, a, b) or len(told) > SHORT:
        return False
    return beside(a, b, AT_ONCE) or (a.terms[first] >= HEAD and first[1:] not in light())


def planned(plan: Content, counter: Content, ground: Ground) -> float:
    """Somebody says what is to be done, and another party rejects it."""
    cue = {root(word) for word in ground.cue(counter)}
    said = set(ground.words(counter))
    own = not words("disputes", "letting") & said  # "will not negotiate", not "will not let them close it"
    near = bool(words("function_words", "finite") & said) and beside(plan, counter, NEXT)
    no = counter.attribution.polarity == "oppose" or "reject" in cue or near or not own
    return opposed(plan, counter, ground) if no and is_planned(plan, ground) else 0.0


def excluded(demand: Content, plan: Content, ground: Ground) -> float:
    """One party wants what another one says will not be."""
    shared = demand.terms.keys() & plan.terms.keys()
    part = plan.part(shared)
    if not (part and part.nots) or not ground.other_party(demand, plan) or not ground.telling(demand, plan):
        return 0.0
    if not _of_one_thing(demand, plan, ground) or not is_planned(plan, ground):
        return 0.0
    same = demand.leaning(shared, ahead=True) == plan.leaning(shared, ahead=True)
    return 0.0 if same else enough(ground.topic(demand, plan))


def _of_consequences(warning: Content, ground: Ground) -> bool:
    """Whether a warning speaks of what would follow; else it may be a threat of one's own."""
    return bool(set(ground.words(warning)) & words("function_words", "conditional"))
