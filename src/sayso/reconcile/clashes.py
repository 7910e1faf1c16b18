"""How two statements of different parties (or of one, corrected) fail to go together.

Each kind has its own narrow pattern, and all of them are blind to who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product

from sayso.data import words
from sayso.model import Polarity
from sayso.reconcile.ground import NEXT, Description, Ground, beside
from sayso.reconcile.statements import Content, overlap, root
from sayso.reconcile.terms import stem, tokens
from sayso.span import hull
from sayso.story import Dispute

Spirit = Set[Polarity]
CLAIMS: Spirit = {"assert", "accuse", "warn", "criticise"}
FOR: Spirit = {"vow", "demand", "appeal", "praise"}
COUNTER: Spirit = {"refuse", "oppose", "criticise", "warn", "deny"}
REPLIES: Spirit = {"deny", "refuse", "oppose", "criticise"}
TOPIC = 0.3  # share of the weight of the lighter content that two sides have in common
DESCRIBED = 0.2  # the same, where words that exclude each other speak for one topic too
SAME = 0.7  # the same, of a clause and its opposite
BRIEF = 8  # words of a statement that may rest on the one before it
COMMON = 60  # statements that share a term; one that more share is no topic
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that do not go together."""

    type: Dispute
    strength: float
    one: Content
    other: Content


def clashes(contents: Sequence[Content], ground: Ground) -> Iterator[Clash]:
    """One clash at most for two contents: that of the first pattern that fits."""
    spirit: defaultdict[Polarity, list[Content]] = defaultdict(list)
    for c in contents:
        spirit[c.attribution.polarity].append(c)
    seen: set[frozenset[str]] = set()
    for kind, firsts, seconds, strength_of in PATTERNS:
        some, others = ([c for p in sorted(side) for c in spirit[p]] for side in (firsts, seconds))
        many = "assert" in firsts & seconds
        pairs = _on_one_topic(some, others, ground.proper) if many else product(some, others)
        for one, other in pairs:
            strength = strength_of(one, other, ground) if one is not other else 0.0
            pair = frozenset((one.attribution.id, other.attribution.id))
            if strength > 0 and pair not in seen:
                seen.add(pair)
                yield Clash(kind, strength, one, other)


def _on_one_topic(
    some: Sequence[Content], others: Sequence[Content], proper: frozenset[str]
) -> Iterator[tuple[Content, Content]]:
    """The pairs with a term in common beside names, that not too many have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, c in enumerate(others):
        for term in c.terms.keys() - proper:
            holders[term].append(n)
    for c in some:
        numbers = {n for t in c.terms if 1 < len(holders.get(t, ())) <= COMMON for n in holders[t]}
        yield from ((c, others[n]) for n in sorted(numbers))


# ---- one speaker ----


def _corrected(first: Content, later: Content, ground: Ground) -> float:
    """A speaker concedes something just after claiming another thing, or the opposite of an earlier claim."""
    same = first.attribution.speaker is not None and first.attribution.speaker == later.attribution.speaker
    shared = first.terms.keys() & later.terms.keys()
    said = ground.words(later)
    backwards = later.negative(frozenset()) or not words("disputes", "errors").isdisjoint(said)
    backwards = backwards and (bool(shared - ground.proper) or len(said) <= BRIEF)
    if same and first.clause and backwards and _before(first, later) and beside(first, later, AT_ONCE):
        return 0.5
    apart = first.attribution.report != later.attribution.report
    if not apart or not _not_later(first, later, ground) or not shared - ground.proper:
        return 0.0
    turned = first.negative(shared) != later.negative(shared)
    instead = bool(first.numbers and later.numbers - first.numbers)  # "12, not 40"
    named = instead and first.numbers <= later.numbers and any(part.nots for part in later.clauses)
    held = ground.one_party(first, later) and (turned or instead)
    return _enough(ground.topic(first, later)) if held or named else 0.0


def _before(a: Content, b: Content) -> bool:
    return hull(a.attribution.content) < hull(b.attribution.content)


def _not_later(a: Content, b: Content, ground: Ground) -> bool:
    """Whether the report of ``a`` is not known to have come out after that of ``b``."""
    first, second = (ground.chain.reports[c.attribution.report].published for c in (a, b))
    return not (first.earliest and second.latest and first.earliest > second.latest)


# ---- claims ----


def _accusing(a: Content, b: Content, ground: Ground) -> float:
    """Two parties accuse each other: each names the other, or both accuse "the other" in the same words."""
    one, other = a.attribution, b.attribution
    if not ground.other_party(a, b):
        return 0.0
    same = one.report == other.report and bool(set(one.content) & set(other.content))
    each_other = same and bool(words("disputes", "mutual") & set(ground.words(a)))
    return 1.0 if each_other or (ground.names(a, b) and ground.names(b, a)) else 0.0


def _denied(claim: Content, denial: Content, ground: Ground) -> float:
    """A claim, and another party's denial on that topic.

    Denying an act answers only who speaks of that act.
    """
    shared = claim.terms.keys() & denial.terms.keys()
    enough = beside(claim, denial, NEXT) or len(shared) >= 3 or ground.telling(claim, denial) >= 2
    topical = shared - ground.proper - {root(stem(word)) for word in words("disputes", "anaphors")}
    told = claim.clause or claim.attribution.polarity != "assert"
    if not (enough and topical and told and ground.other_party(claim, denial)):
        return 0.0
    if _is_bare(denial, ground) or ground.words(denial)[:1] == ["to"]:
        return 0.0  # "denied him to leave"
    if claim.negative(shared) == denial.negative(shared):
        return 0.0  # "no siren sounded" does not contradict "there was no siren"
    denied = denial.clauses[0].places.keys() if denial.clauses else frozenset()
    if denial.attribution.kind != "direct" and not denied & shared - ground.proper:
        return 0.0  # "denied that it was warned before the dam burst" does not deny that it burst
    act = _act(denial, ground)
    return _enough(ground.topic(claim, denial)) if not act or act in claim.terms else 0.0


def _act(denial: Content, ground: Ground) -> str | None:
    """The act of "denies taking bribes": the root of its first word, if that is a gerund."""
    a = denial.attribution
    first = tokens(a.content[0].of(ground.chain.reports[a.report].text))[:1]
    gerund = bool(first) and first[0].endswith("ing") and a.kind == "indirect"
    return root(first[0].removesuffix("ing")) if gerund else None


def _contradicted(a: Content, b: Content, ground: Ground) -> float:
    """Two parties say the same in a clause, one with a "not"."""
    shared = a.terms.keys() & b.terms.keys()
    one, other = a.part(shared), b.part(shared)
    if one is None or other is None or ground.telling(a, b) < 2 or a.negative(shared) == b.negative(shared):
        return 0.0
    common = one.places.keys() & other.places.keys()
    if 2 * len(common) <= len(shared) or not ground.other_party(a, b):
        return 0.0  # most of what they have in common stands elsewhere
    lighter = min(sum(map(ground.weighed, part.places)) for part in (one, other))
    share = sum(map(ground.weighed, sorted(common))) / lighter if lighter else 0.0
    if len(common) < 3:
        share = min(share, overlap(a, b, ground.weight)) if a.clause and b.clause else 0.0
    return share if share >= SAME else 0.0


def _rejected(claim: Content, answer: Content, ground: Ground) -> float:
    """ "Quill rejects this", right behind what it rejects."""
    next_to = ground.before.get(answer.attribution.id) == claim.attribution.id
    close = next_to and beside(claim, answer, AT_ONCE) and ground.other_party(claim, answer)
    return 0.6 if close and _is_bare(answer, ground) and not _is_planned(claim, ground) else 0.0


def _is_bare(answer: Content, ground: Ground) -> bool:
    """Whether it only points at what was said: "this", "the allegations"."""
    said = ground.words(answer)
    bare = [word for word in said if word not in words("function_words", "words")]
    return len(said) <= 4 and words("disputes", "anaphors").issuperset(bare)


def _is_planned(c: Content, ground: Ground) -> bool:
    """Whether it says what is to be done, which nobody denies."""
    return bool(words("disputes", "planned") & set(ground.words(c)))


def _described(a: Content, b: Content, ground: Ground) -> float:
    """Two parties describe one thing in words that exclude each other: "12 fighters", "farmers"."""
    if a.attribution.id > b.attribution.id or not ground.other_party(a, b):
        return 0.0
    one, other = (ground.described[c.attribution.id] for c in (a, b))
    apart = any((pair, not side) in other and (pair, side) not in other for pair, side in _alone(one))
    near = ground.telling(a, b) >= (1 if beside(a, b, NEXT) else 3)
    common = ground.topic(a, b) if apart and near else 0.0
    return common if common >= DESCRIBED else 0.0


def _alone(used: frozenset[Description]) -> list[Description]:
    """Those of which not both words are used."""
    return [(pair, side) for pair, side in sorted(used) if (pair, not side) not in used]


# ---- positions ----


def _judged(praise: Content, blame: Content, ground: Ground) -> float:
    """One party praises what another criticises, in one breath."""
    return 0.5 if ground.other_party(praise, blame) and beside(praise, blame, AT_ONCE // 4) else 0.0


def _answered(charge: Content, reply: Content, ground: Ground) -> float:
    """Somebody is called on or blamed, and says no to it in the next breath."""
    close = _before(charge, reply) and beside(charge, reply, AT_ONCE)
    if not close or not ground.other_party(charge, reply) or ground.names(reply, reply):
        return 0.0
    if _is_silent(reply, ground):
        return 0.0
    return 0.4 if ground.names(charge, reply) else 0.0


def _opposed(stand: Content, counter: Content, ground: Ground) -> float:
    """Somebody wants what another party refuses, opposes, criticises or warns of."""
    if counter.attribution.polarity == "warn" and not _of_consequences(counter, ground):
        return 0.0
    shared = stand.terms.keys() & counter.terms.keys()
    if not _of_one_thing(shared) or not ground.other_party(stand, counter) or _is_silent(counter, ground):
        return 0.0
    if stand.leaning(shared, ahead=True) == counter.leaning(shared, ahead=False):
        return 0.0  # "vowed to fight the closure", "will not let them close it"
    return _enough(ground.topic(stand, counter))


def _is_silent(c: Content, ground: Ground) -> bool:
    """ "Refused to comment", "declined questions": no position."""
    said = [word for word in ground.words(c)[:3] if word not in words("function_words", "words")]
    silent = words("disputes", "silence")
    return c.attribution.polarity == "refuse" and bool(silent & {*said[:1], *ground.words(c)[1:2]})


def _of_one_thing(shared: Set[str]) -> bool:
    """Two terms in common, or one for which different words are used."""
    return len(shared) >= 2 or any(term.startswith("=") for term in shared)


def _planned(plan: Content, counter: Content, ground: Ground) -> float:
    """Somebody says what is to be done, and another party rejects it."""
    cue = {root(word) for word in ground.cue(counter)}
    rejected = counter.attribution.polarity == "oppose" or "reject" in cue or counter.clause
    return _opposed(plan, counter, ground) if rejected and _is_planned(plan, ground) else 0.0


def _excluded(demand: Content, plan: Content, ground: Ground) -> float:
    """One party wants what another one says will not be."""
    shared = demand.terms.keys() & plan.terms.keys()
    part = plan.part(shared)
    if not (part and part.nots) or not ground.other_party(demand, plan) or not ground.telling(demand, plan):
        return 0.0
    ahead = _of_one_thing(shared) and _is_planned(plan, ground)
    same = demand.leaning(shared, ahead=True) == plan.leaning(shared, ahead=True)
    return _enough(ground.topic(demand, plan)) if ahead and not same else 0.0


def _of_consequences(warning: Content, ground: Ground) -> bool:
    """Whether a warning speaks of what would follow; else it may be a threat of one's own."""
    return bool(set(ground.words(warning)) & words("function_words", "conditional"))


Pattern = Callable[[Content, Content, Ground], float]  # of contents of the first and the second spirit
PATTERNS: Sequence[tuple[Dispute, Spirit, Spirit, Pattern]] = (
    ("correction", CLAIMS | {"deny"}, {"concede"}, _corrected),
    ("mutual_accusation", {"accuse"}, {"accuse"}, _accusing),
    ("claim_denial", CLAIMS, {"deny"}, _denied),
    ("claim_denial", CLAIMS | {"deny"}, REPLIES, _rejected),
    ("claim_denial", {"accuse"}, {"deny"}, _answered),
    ("opposed_positions", {"praise"}, {"criticise"}, _judged),
    ("opposed_positions", FOR, COUNTER, _opposed),
    ("opposed_positions", {"accuse", "criticise"}, REPLIES, _answered),
    ("opposed_positions", {"demand", "appeal"}, REPLIES - {"deny"}, _answered),
    ("opposed_positions", {"assert"}, {"refuse", "oppose"}, _planned),
    ("opposed_positions", {"demand", "appeal"}, {"vow", "assert"}, _excluded),
    ("claim_denial", CLAIMS, CLAIMS, _contradicted),
    ("claim_denial", CLAIMS | {"deny"}, CLAIMS | {"deny"}, _described),
)


def _enough(topic: float) -> float:
    return topic if topic >= TOPIC else 0.0
