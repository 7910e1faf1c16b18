"""How two statements of different parties (or of one, corrected) fail to go together.

Each kind is a row of ``PATTERNS``: the spirits of the two statements, and the test that they pass. Where no
test of two statements does, those who know whom they answer do: ``replies``, ``defences``, ``stances``. All
are blind to who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, product

from sayso.model import Polarity
from sayso.reconcile.contents import Content
from sayso.reconcile.disagreements import answers, claims, positions
from sayso.reconcile.disagreements.defences import defences
from sayso.reconcile.disagreements.ground import Ground
from sayso.reconcile.disagreements.replies import replies
from sayso.reconcile.disagreements.stances import stances
from sayso.story import Dispute

Spirit = Set[Polarity]
CLAIMS: Spirit = {"assert", "accuse", "warn", "criticise"}
BLAME: Spirit = {"accuse", "criticise"}
ASKED: Spirit = {"demand", "appeal"}
FOR: Spirit = {"vow", "demand", "appeal", "praise"}
COUNTER: Spirit = {"refuse", "oppose", "criticise", "warn", "deny"}
REPLIES: Spirit = {"deny", "refuse", "oppose", "criticise"}
COMMON = 60  # statements that share a term; one that more share is no topic


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that do not go together.

    ``whole``: the one answers all that the other party says of it, in whatever words; ``about``: of the one
    thing that both judge, which no other clash is about.
    """

    type: Dispute
    strength: float
    one: Content
    other: Content
    whole: bool = False
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A test of contents of two spirits; without a ``strength`` what they share tells how clear it is."""

    type: Dispute
    strength: float | None
    first: Spirit
    second: Spirit
    fits: Callable[[Content, Content, Ground], bool]
    whole: bool = False
    documents: bool = False  # one of them may speak on paper


PATTERNS: Sequence[Pattern] = (
    Pattern("mutual_accusation", 0.8, BLAME, BLAME, answers.accusing),
    Pattern("claim_denial", 0.5, CLAIMS, {"deny"}, answers.charged, whole=True),
    Pattern("claim_denial", None, CLAIMS, {"deny"}, claims.denied),
    Pattern("claim_denial", 0.6, CLAIMS | {"deny"}, REPLIES, answers.rejected, documents=True),
    Pattern("claim_denial", 0.4, {"accuse"}, {"deny"}, answers.answered),
    Pattern("opposed_positions", 0.4, {"praise"}, BLAME, answers.judged),
    Pattern("opposed_positions", None, FOR, COUNTER, positions.opposed),
    Pattern("opposed_positions", 0.4, BLAME | ASKED, REPLIES - {"deny"}, answers.answered),
    Pattern("opposed_positions", 0.4, ASKED, {"assert", "vow"}, answers.turned_down),
    Pattern("opposed_positions", 0.5, FOR | {"assert"}, REPLIES - {"deny"}, answers.spurned),
    Pattern("opposed_positions", None, {"assert"}, {"refuse", "oppose"}, positions.planned),
    Pattern("opposed_positions", None, ASKED, {"vow", "assert"}, positions.excluded),
    Pattern("opposed_positions", 0.5, FOR | {"assert"}, ASKED, positions.told_to_stop),
    Pattern("opposed_positions", 0.4, FOR | {"assert"}, {"assert", "warn", "criticise"}, positions.barred),
    Pattern("opposed_positions", 0.4, BLAME | ASKED, {"assert"}, answers.stood_by),
    Pattern("opposed_positions", 0.4, FOR | {"assert"}, CLAIMS | REPLIES, answers.critics),
    Pattern("opposed_positions", 0.4, FOR | {"assert", "warn"}, BLAME | ASKED, answers.blamed),
    Pattern("opposed_positions", 0.4, CLAIMS | ASKED, CLAIMS | {"deny"}, answers.countered),
    Pattern("claim_denial", None, CLAIMS, CLAIMS, claims.contradicted),
    Pattern("opposed_positions", None, {"vow"}, {"assert", "vow"}, claims.contradicted),
    Pattern("claim_denial", None, CLAIMS | {"deny"}, CLAIMS | {"deny"}, claims.described),
)


def clashes(contents: Sequence[Content], ground: Ground) -> Iterator[Clash]:
    """One clash at most for two contents: that of the first pattern that fits."""
    taken_back = (Clash("correction", 0.5, *two) for two in claims.corrections(contents, ground))
    patterns = (clash for pattern in PATTERNS for clash in _fitting(pattern, contents, ground))
    named = (Clash(*found) for found in replies(contents, ground))
    denied = (Clash("claim_denial", 0.5, *two, whole=True) for two in defences(contents, ground))
    opposed = (Clash("opposed_positions", 0.4, *two, whole=True) for two in stances(contents, ground))
    judged = (
        Clash("opposed_positions", 0.3, one, other, whole=True, about=about)
        for one, other, about in claims.assessments(contents, ground)
    )
    seen: set[frozenset[str]] = set()
    for clash in chain(taken_back, denied, patterns, named, opposed, judged):
        pair = frozenset((clash.one.attribution.id, clash.other.attribution.id))
        if pair not in seen:
            seen.add(pair)
            yield clash


def _fitting(pattern: Pattern, contents: Sequence[Content], ground: Ground) -> Iterator[Clash]:
    some, others = (
        [c for c in contents if c.attribution.polarity in s] for s in (pattern.first, pattern.second)
    )
    many = "assert" in pattern.first & pattern.second
    for one, other in _on_one_topic(some, others, ground) if many else product(some, others):
        if ground.other_party(one, other, pattern.documents) and pattern.fits(one, other, ground):
            strength = pattern.strength or ground.topic(one, other)
            yield Clash(pattern.type, strength, one, other, pattern.whole)


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
