"""When one party answers another: by whom the one names, what stands right behind it, how it is taken up.

Not the words that two statements share tell here.
"""

from __future__ import annotations

from sayso.data import any_of, words
from sayso.reconcile.contents import Content, named_terms
from sayso.reconcile.disagreements.ground import AT_ONCE, NEXT, Ground, before, beside
from sayso.reconcile.terms import folded, stem

RARE = 3.0  # rarity of what is condemned and said
HEADS = 4  # words with which a denial says what it denies


# ---- accused or called on by name ----


def accusing(a: Content, b: Content, ground: Ground) -> bool:
    """Two parties blame each other by name, or both "the other"; in one breath one may be without a name."""
    one, other = a.attribution, b.attribution
    if one.report == other.report and set(one.content) & set(other.content):
        return not words("disputes", "mutual").isdisjoint(a.said)
    by_name = ground.addresses(a, b), ground.addresses(b, a)
    at_once = one.polarity == other.polarity == "accuse" and ground.follows(a, b, AT_ONCE)
    return any(by_name) if at_once else all(by_name)


def charged(charge: Content, denial: Content, ground: Ground) -> bool:
    """Somebody is accused, or just said to have done it, and denies "the accusations" in the same report."""
    named = ground.addresses(charge, denial)
    blamed = charge.attribution.polarity in ("accuse", "criticise")
    if charge.attribution.report != denial.attribution.report or not (blamed or named):
        return False
    if not (blamed and named):
        close = before(charge, denial) and beside(charge, denial, NEXT) and charge.clause
        return close and is_accused(denial)
    told = [word for word in denial.said[:HEADS] if word not in words("function_words", "words")]
    return not words("disputes", "accusations").isdisjoint(told[:1])


def answered(charge: Content, reply: Content, ground: Ground) -> bool:
    """Somebody is called on or blamed, and says no to it in the next breath."""
    close = before(charge, reply) and beside(charge, reply, AT_ONCE) and not is_silent(reply)
    return close and ground.addresses(charge, reply) and not ground.names(reply, reply)


def turned_down(demand: Content, reply: Content, ground: Ground) -> bool:
    """Somebody is called on, and says in the next breath that it will not be."""
    return is_planned(reply) and any(part.nots for part in reply.clauses) and answered(demand, reply, ground)


def stood_by(charge: Content, reply: Content, ground: Ground) -> bool:
    """Somebody is accused or called on by name, and "stands by", "doubles down on" or defends it."""
    here = charge.attribution.report == reply.attribution.report
    return (
        here and bool(any_of("disputes", "standing").search(_cue(reply))) and ground.addresses(charge, reply)
    )


def blamed(statement: Content, blame: Content, ground: Ground) -> bool:
    """Somebody is blamed by name, or told to go, for what he speaks of there, or speaks next, or just did."""
    here = statement.attribution.report == blame.attribution.report
    asked = blame.attribution.polarity in ("demand", "appeal")
    if asked and not any_of("disputes", "reproach").search(" ".join((*blame.cue, *blame.said))):
        return False
    if not here or not _at_odds(blame, statement, ground):
        return False
    hit_back = not statement.numbers and ground.follows(blame, statement, AT_ONCE)  # figures are news
    if hit_back or _just_spoke(statement, blame, ground):
        return True
    shared = statement.terms.keys() & blame.terms.keys()
    return statement.clause and not is_silent(statement) and ground.weight_of(shared, statement) >= RARE


def _just_spoke(statement: Content, blame: Content, ground: Ground) -> bool:
    """Whether he who is named is the last who spoke, not one for whom he does; a "no" was his answer."""
    if named_terms(ground.name(statement)).isdisjoint(ground.terms_in_order(blame)[:2]):
        return False
    said = map(stem, (*statement.cue, *statement.said[:1]))
    return ground.follows(statement, blame, AT_ONCE) and words("disputes", "rejecting").isdisjoint(said)


def _at_odds(blame: Content, other: Content, ground: Ground) -> bool:
    """Whether the one is against who says the other, not against what is his: "Quill's plan"."""
    if any("'" in word for word in blame.said[:HEADS]):
        return False
    return ground.addresses(blame, other) and not ground.names(other, other)


def judged(praise: Content, blame: Content, ground: Ground) -> bool:
    """One praises whom, or in one breath what, another blames, in the same report."""
    if praise.attribution.report != blame.attribution.report:
        return False
    first, second = (set(ground.terms_in_order(c)[:1]) for c in (praise, blame))
    return beside(praise, blame, AT_ONCE // 4) or bool(first & second & ground.people)


# ---- right behind it ----


def rejected(claim: Content, answer: Content, ground: Ground) -> bool:
    """ "Quill rejects this", right behind what it rejects: no plan, and not that another rejects it, too."""
    another = claim.against and is_bare(claim)
    news = bool(claim.numbers) and is_accused(answer)  # "80 were arrested" accuses nobody
    return not (another or news or is_planned(claim)) and spurned(claim, answer, ground)


def spurned(stand: Content, answer: Content, ground: Ground) -> bool:
    """ "The union rejected the idea", right behind what somebody wants or praises."""
    at_once = ground.follows(stand, answer, AT_ONCE) and is_next(answer, ground)
    return at_once and is_bare(answer) and not is_silent(answer)


def is_next(answer: Content, ground: Ground) -> bool:
    """Whether nothing else stands before it that may be meant: by "this" anything, by "the claim" a claim."""
    named = {word for word in answer.said if word not in words("function_words", "words")}
    between = ground.between.get(answer.attribution.id, frozenset())
    return between.isdisjoint(named | words("disputes", "accusations")) if named else not between


def critics(stand: Content, reply: Content, ground: Ground) -> bool:
    """ "…, the port said, but critics say …": who is called a critic, right behind what is criticised."""
    if reply.attribution.speaker not in ground.critics or not ground.follows(stand, reply, AT_ONCE):
        return False
    turned = not words("disputes", "turning").isdisjoint(ground.leads[reply.attribution.id])
    return turned or "assert" not in (stand.attribution.polarity, reply.attribution.polarity)


def countered(claim: Content, reply: Content, ground: Ground) -> bool:
    """ "Quill shot back that …", "disagreed": the cue says that it goes against what was said before."""
    if not ground.follows(claim, reply, NEXT) or not any_of("disputes", "countering").search(_cue(reply)):
        return False
    if reply.cue[-1] not in _TAKING or ground.names(reply, claim):
        return True
    return len(reply.said) <= HEADS and reply.said[0] in ("that", "this", "the")  # else against what?


_TAKING = frozenset(("on", "against", "at", "with"))


def _cue(c: Content) -> str:
    return folded(" ".join((*c.cue, *c.said[:2])))


# ---- what an answer is ----


def is_bare(answer: Content) -> bool:
    """Whether it only points at what was said: "this", "the allegations", "that claim as nonsense"."""
    said = answer.said
    said = said[: said.index("as")] if "as" in said else said
    bare = [word for word in said if word not in words("function_words", "words")]
    anaphors = words("disputes", "anaphors")
    return len(said) <= HEADS and not anaphors.isdisjoint(said) and anaphors.issuperset(bare)


def is_accused(denial: Content) -> bool:
    """ "Denied the charge": of wrong, not only of saying what is not so."""
    return is_bare(denial) and not words("disputes", "accusing").isdisjoint(denial.said)


def is_silent(c: Content) -> bool:
    """ "Refused to comment", "did not respond to the call": no position."""
    told = [word for word in c.said[:3] if word not in words("function_words", "words")]
    silent = words("disputes", "silence")
    if c.attribution.polarity == "refuse" and not silent.isdisjoint((*told[:1], *c.said[:2])):
        return True
    cue = {word for part in c.cue for word in (part, stem(part))}
    negated = not words("function_words", "negations").isdisjoint(cue)
    return negated and words("disputes", "granting").isdisjoint(cue)


def is_planned(c: Content) -> bool:
    """Whether it says what is to be done."""
    return not words("disputes", "planned").isdisjoint(c.said) or "about to" in " ".join(c.said)


def is_meant(c: Content) -> bool:
    """Whether it says what is to be done, or what somebody means to do: "considers an order"."""
    wanted = c.attribution.polarity in ("vow", "demand", "appeal")
    return wanted or is_planned(c) or not words("disputes", "able").isdisjoint(c.said)
