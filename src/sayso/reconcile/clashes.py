"""How two statements of different parties (or of one, corrected) fail to go together.

Each kind has its own narrow pattern, and all of them are blind to who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product

from sayso.model import Polarity
from sayso.reconcile import answers, claims, positions
from sayso.reconcile.contents import Content
from sayso.reconcile.defences import defences
from sayso.reconcile.ground import Ground
from sayso.reconcile.replies import replies
from sayso.reconcile.stances import stances
from sayso.story import Dispute

Spirit = Set[Polarity]
CLAIMS: Spirit = {"assert", "accuse", "warn", "criticise"}
FOR: Spirit = {"vow", "demand", "appeal", "praise"}
COUNTER: Spirit = {"refuse", "oppose", "criticise", "warn", "deny"}
REPLIES: Spirit = {"deny", "refuse", "oppose", "criticise"}
COMMON = 60  # statements that share a term; one that more share is no topic


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that do not go together."""

    type: Dispute
    strength: float
    one: Content
    other: Content
    whole: bool = False  # the one answers all that the other party says of it, in whatever words


Pattern = Callable[[Content, Content, Ground], float]  # of contents of the first and the second spirit
PATTERNS: Sequence[tuple[Dispute, Spirit, Spirit, Pattern]] = (
    ("correction", CLAIMS | {"deny"}, {"concede"}, claims.corrected),
    ("correction", CLAIMS | {"deny"}, CLAIMS, claims.taken_back),
    ("mutual_accusation", {"accuse"}, {"accuse"}, claims.accusing),
    ("mutual_accusation", {"accuse", "criticise"}, {"accuse", "criticise"}, answers.accused_in_turn),
    ("claim_denial", {"assert", "accuse"}, {"deny"}, answers.defended),
    ("claim_denial", {"accuse", "criticise"}, {"deny"}, answers.charged),
    ("claim_denial", CLAIMS, {"deny"}, claims.denied),
    ("claim_denial", CLAIMS | {"deny"}, REPLIES, claims.rejected),
    ("claim_denial", {"accuse"}, {"deny"}, positions.answered),
    ("opposed_positions", {"praise"}, {"criticise"}, positions.judged),
    ("opposed_positions", FOR, COUNTER, positions.opposed),
    ("opposed_positions", {"accuse", "criticise"}, REPLIES, positions.answered),
    ("opposed_positions", {"demand", "appeal"}, REPLIES - {"deny"}, positions.answered),
    ("opposed_positions", {"demand", "appeal"}, {"assert", "vow"}, positions.turned_down),
    ("opposed_positions", FOR, REPLIES, positions.spurned),
    ("opposed_positions", {"assert"}, REPLIES - {"deny"}, positions.spurned),
    ("opposed_positions", {"assert"}, {"refuse", "oppose"}, positions.planned),
    ("opposed_positions", {"demand", "appeal"}, {"vow", "assert"}, positions.excluded),
    ("claim_denial", CLAIMS, CLAIMS | {"deny"}, answers.belied),
    ("opposed_positions", FOR | {"assert"}, {"demand", "appeal"}, answers.told_to_stop),
    ("opposed_positions", {"demand", "appeal"}, {"deny"}, answers.document_judged),
    ("claim_denial", CLAIMS, {"deny"}, answers.document_judged),
    ("opposed_positions", CLAIMS | {"demand", "appeal"}, {"criticise", "oppose"}, answers.document_judged),
    ("opposed_positions", {"accuse", "criticise", "demand", "appeal"}, {"assert"}, answers.stood_by),
    ("opposed_positions", {"demand", "appeal"}, {"assert", "vow", "refuse"}, answers.will_not),
    ("opposed_positions", {"praise"}, {"criticise", "accuse"}, answers.judged_apart),
    ("opposed_positions", {"assert", "praise", "vow"}, CLAIMS | REPLIES, answers.opposed_by_critics),
    (
        "opposed_positions",
        {"accuse", "criticise"},
        {"assert", "vow", "accuse", "criticise"},
        answers.hit_back,
    ),
    ("opposed_positions", {"assert", "vow", "demand", "appeal"}, {"accuse", "criticise"}, answers.blamed),
    ("opposed_positions", CLAIMS | {"demand", "appeal"}, CLAIMS | {"deny"}, answers.countered),
    ("claim_denial", CLAIMS, CLAIMS, claims.contradicted),
    ("opposed_positions", {"vow"}, {"assert", "vow"}, claims.contradicted),
    ("claim_denial", CLAIMS | {"deny"}, CLAIMS | {"deny"}, claims.described),
)
WHOLE: Sequence[Pattern] = (answers.defended, answers.charged)


def clashes(contents: Sequence[Content], ground: Ground) -> Iterator[Clash]:
    """One clash at most for two contents: that of the first pattern that fits."""
    spirit: defaultdict[Polarity, list[Content]] = defaultdict(list)
    for c in contents:
        spirit[c.attribution.polarity].append(c)
    seen: set[frozenset[str]] = set()
    for kind, firsts, seconds, strength_of in PATTERNS:
        some, others = ([c for p in sorted(side) for c in spirit[p]] for side in (firsts, seconds))
        many = "assert" in firsts & seconds
        pairs = _on_one_topic(some, others, ground) if many else product(some, others)
        for one, other in pairs:
            strength = strength_of(one, other, ground) if one is not other else 0.0
            pair = frozenset((one.attribution.id, other.attribution.id))
            if strength > 0 and pair not in seen:
                seen.add(pair)
                yield Clash(kind, strength, one, other, strength_of in WHOLE)
    for found, whole in ((replies, False), (defences, True), (stances, True)):
        for kind, strength, one, other in found(contents, ground):
            pair = frozenset((one.attribution.id, other.attribution.id))
            if pair not in seen:
                seen.add(pair)
                yield Clash(kind, strength, one, other, whole)


def _on_one_topic(
    some: Sequence[Content], others: Sequence[Content], ground: Ground
) -> Iterator[tuple[Content, Content]]:
    """The pairs with a term in common beside names, that not too many have; and what follows at once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    places = {c.attribution.id: n for n, c in enumerate(others)}
    followed: defaultdict[str, set[int]] = defaultdict(set)
    for n, c in enumerate(others):
        followed[ground.before.get(c.attribution.id, "")].add(n)
        for term in c.terms.keys() - ground.proper:
            holders[term].append(n)
    for c in some:
        numbers = {n for t in c.terms if 1 < len(holders.get(t, ())) <= COMMON for n in holders[t]}
        yield from ((c, others[n]) for n in sorted(numbers | followed[c.attribution.id]))
        previous = places.get(ground.before.get(c.attribution.id, ""))
        if previous is not None and previous not in numbers:
            yield from ((c, others[previous]), (others[previous], c))
