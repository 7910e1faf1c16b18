"""When one party answers another: who is charged says no, who is told to stop goes on, critics speak next.

Not the words that two statements share tell here, but whom the one names and how the other takes it up.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.data import table, words
from sayso.reconcile.alike import light
from sayso.reconcile.contents import Content, named_terms
from sayso.reconcile.ground import AT_ONCE, NEXT, Ground, before, beside
from sayso.reconcile.terms import folded, stem, tokens

SHORT = 8  # words
HEADS = 4  # words with which a denial says what it denies
NEAR = 40  # characters between "stop" and what is to be stopped
RARE = 3.0  # rarity of what is to be given up


def charged(charge: Content, denial: Content, ground: Ground) -> float:
    """Somebody is accused, and denies "the accusations", "any wrongdoing", in the same report."""
    here = charge.attribution.report == denial.attribution.report
    if not here or not ground.other_party(charge, denial) or not ground.addresses(charge, denial):
        return 0.0
    return 0.5 if _of_claims(denial, ground) else 0.0


def _of_claims(denial: Content, ground: Ground) -> bool:
    """Whether what is denied is a claim, by name: "the allegations of fraud", "any role in it"."""
    said = [word for word in ground.words(denial)[:HEADS] if word not in words("function_words", "words")]
    return bool(said) and said[0] in words("disputes", "accusations")


def defended(claim: Content, reply: Content, ground: Ground) -> float:
    """Police or prosecutors say what somebody did; he, or who speaks for him, says that it was not so."""
    if claim.attribution.speaker not in ground.law or reply.attribution.speaker in ground.law:
        return 0.0
    doers = accused_of(claim, ground)
    if not doers or not ground.other_party(claim, reply):
        return 0.0
    speaker = ground.chain.entities[reply.attribution.speaker or ""].name
    if doers & named_terms(speaker) and reply.attribution.speaker not in ground.counsel:
        return 0.6
    return 0.5 if doers & ground.spoken_for(reply) else 0.0


def accused_of(claim: Content, ground: Ground) -> frozenset[str]:
    """The names of those who are said to have done it, where it is a crime: the first of each clause."""
    said = {w for word in ground.words(claim) for w in (word, stem(word))}
    if words("disputes", "crimes").isdisjoint(said):
        return frozenset()
    firsts = (sorted(part.places, key=lambda t, part=part: (part.places[t], t))[:2] for part in claim.clauses)  # type: ignore[misc]
    return frozenset(term for first in firsts for term in first if term in ground.people)


def belied(claim: Content, reply: Content, ground: Ground) -> float:
    """ "The witnesses are lying", right behind what these say."""
    if ground.before.get(reply.attribution.id) != claim.attribution.id or not ground.other_party(
        claim, reply
    ):
        return 0.0
    said = ground.words(reply)
    lying = len(said) <= SHORT and _LYING.match(" ".join(said))
    return 0.5 if lying and beside(claim, reply, AT_ONCE) else 0.0


_LYING = re.compile(r"(?:the \w+|[^i]\w+)(?: \w+)? (?:(?:is|are|was|were) (?:\w+ )?(?:lying|liars?)|lied)\b")


def accused_in_turn(a: Content, b: Content, ground: Ground) -> float:
    """Two parties criticise or accuse each other by name, in whatever reports."""
    if not ground.other_party(a, b) or a.attribution.id > b.attribution.id:
        return 0.0
    return 0.8 if ground.addresses(a, b) and ground.addresses(b, a) else 0.0


def told_to_stop(stand: Content, demand: Content, ground: Ground) -> float:
    """Somebody does or wants something, and is called on by name to give it up."""
    if not ground.other_party(stand, demand) or not ground.addresses(demand, stand):
        return 0.0
    shared = {t for t in ground.together(stand, demand) - ground.proper if t[1:] not in light()}
    if not shared or ground.weight_of(shared, demand) < RARE:
        return 0.0
    one, other = stand.part(shared), demand.part(shared)
    if one is None or other is None or one.nots or other.nots or one.opposes(shared):
        return 0.0
    first = min(other.places[term] for term in shared)
    given_up = any(0 <= first - at <= NEAR for at in (*other.fights, *other.stops))
    return 0.5 if other.opposes(shared) and given_up else 0.0


def _is_against(c: Content, ground: Ground) -> bool:
    """Whether it goes against what was said itself: "challenged the account", "apologised"."""
    first = {stem(word) for word in (*ground.cue(c), *ground.words(c)[:1])}
    if any(word.startswith("apolog") for word in first):
        return True
    return c.against or not words("disputes", "rejecting").isdisjoint(first)


def document_judged(statement: Content, blame: Content, ground: Ground) -> float:
    """ "The lawsuit says …": "The lawsuit is without merit", in the same report."""
    a = statement.attribution
    kind = ground.chain.entities[a.speaker].kind if a.speaker else ""
    if kind != "other" or a.report != blame.attribution.report:
        return 0.0
    nouns = set(tokens(ground.chain.entities[a.speaker or ""].name))
    named = words("disputes", "documents") & nouns & set(ground.words(blame)[:HEADS])
    return 0.4 if named and ground.other_party(statement, blame, documents=True) else 0.0


def stood_by(charge: Content, reply: Content, ground: Ground) -> float:
    """Somebody is accused or called on by name, and "stands by", "doubles down on" or defends it."""
    if charge.attribution.report != reply.attribution.report or not ground.other_party(charge, reply):
        return 0.0
    cue = folded(" ".join((*ground.cue(reply), *ground.words(reply)[:2])))
    return 0.4 if ground.addresses(charge, reply) and _standing().search(cue) else 0.0


def will_not(demand: Content, reply: Content, ground: Ground) -> float:
    """Somebody is called on by name, and says, in whatever report, that it will not be done."""
    if not ground.other_party(demand, reply) or not ground.addresses(demand, reply):
        return 0.0
    shared = {t for t in demand.terms.keys() & reply.terms.keys() - ground.proper if t[1:] not in light()}
    part = reply.part(shared)
    asks = not _ASKING.isdisjoint(ground.words(demand)[: 2 * HEADS])
    if asks or part is None or not part.nots or ground.weight_of(shared, demand) < RARE:
        return 0.0
    behind = sorted((at, term) for term, at in part.places.items() if at > part.nots[0])
    other = demand.part(shared)
    asked = other is not None and not other.nots and not other.opposes(shared)
    return 0.5 if asked and any(term in shared for _, term in behind[:2]) else 0.0


_ASKING = frozenset(("how", "why", "what", "whether", "if"))


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['standing'])})\b")


def judged_apart(praise: Content, blame: Content, ground: Ground) -> float:
    """One praises whom another blames, in the same report."""
    here = praise.attribution.report == blame.attribution.report
    if not here or not ground.other_party(praise, blame):
        return 0.0
    first, second = (ground.terms_in_order(c)[:2] for c in (praise, blame))
    return 0.4 if set(first[:1]) & set(second[:1]) & ground.people else 0.0


def opposed_by_critics(stand: Content, reply: Content, ground: Ground) -> float:
    """ "…, the port said, but critics say …": who is called a critic, right behind what is criticised."""
    if reply.attribution.speaker not in ground.critics or not ground.other_party(stand, reply):
        return 0.0
    if ground.before.get(reply.attribution.id) != stand.attribution.id or not beside(stand, reply, AT_ONCE):
        return 0.0
    turned = words("disputes", "turning") & ground.leads.get(reply.attribution.id, frozenset())
    for_it = stand.attribution.polarity != "assert" and reply.attribution.polarity != "assert"
    return 0.4 if turned or for_it else 0.0


def hit_back(charge: Content, reply: Content, ground: Ground) -> float:
    """Somebody is accused or criticised by name, and speaks next."""
    next_to = ground.before.get(reply.attribution.id) == charge.attribution.id and before(charge, reply)
    return 0.4 if next_to and _at_odds(charge, reply, ground) else 0.0


def blamed(statement: Content, blame: Content, ground: Ground) -> float:
    """Somebody speaks, and is accused or criticised by name right after."""
    next_to = ground.before.get(blame.attribution.id) == statement.attribution.id and before(statement, blame)
    speaker = ground.chain.entities.get(statement.attribution.speaker or "")
    own = named_terms(speaker.name) if speaker else frozenset()  # not of whom it speaks for
    free = next_to and not _is_against(statement, ground) and own & set(ground.terms_in_order(blame)[:2])
    return 0.4 if free and _at_odds(blame, statement, ground) else 0.0


def _at_odds(blame: Content, other: Content, ground: Ground) -> bool:
    """Whether the one is against who says the other, not against what is his: "Quill's plan"."""
    if (
        blame.attribution.id == other.attribution.nested_in
        or blame.attribution.nested_in == other.attribution.id
    ):
        return False
    owned = any("'" in word for word in ground.words(blame)[:HEADS])
    close = beside(blame, other, AT_ONCE) and ground.other_party(blame, other)
    return close and not owned and ground.addresses(blame, other) and not ground.names(other, other)


def countered(claim: Content, reply: Content, ground: Ground) -> float:
    """ "Quill shot back that …", "disagreed": the cue says that it goes against what was said before."""
    if ground.before.get(reply.attribution.id) != claim.attribution.id or not before(claim, reply):
        return 0.0
    if _but_says_otherwise(claim, reply, ground):
        return 0.4
    cue = " ".join(ground.cue(reply))
    if not ground.other_party(claim, reply) or not beside(claim, reply, NEXT):
        return 0.0
    if not _countering().search(folded(cue)):
        return 0.0
    taking = cue.split()[-1] in _TAKING or _TAKING & set(ground.words(reply)[:2])
    if taking and not ground.names(reply, claim):  # against what?
        said = ground.words(reply)
        return 0.4 if len(said) <= HEADS and said[0] in ("that", "this", "the") else 0.0
    return 0.4


def _but_says_otherwise(claim: Content, reply: Content, ground: Ground) -> bool:
    """ "Quill said the letters did not speak for all, but the council responded that they did"."""
    answering = not _ANSWERING.isdisjoint(ground.cue(reply)) and ground.other_party(
        claim, reply, documents=True
    )
    shared = ground.together(claim, reply) - ground.proper
    turned = shared and claim.negative(shared) != reply.negative(shared)
    return bool(answering and turned and ground.is_turn(claim, reply))


_ANSWERING = frozenset(("responded", "responds", "replied", "replies", "answered", "answers"))
_TAKING = frozenset(("on", "against", "at", "with", "rebutted", "rebuts", "rebutting"))


@cache
def _countering() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['countering'])})\b")
