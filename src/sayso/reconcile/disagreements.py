"""What the parties do not agree on. sayso lays the sides beside each other and rules on none of them.

Each kind has its own narrow pattern: a denial and what it denies, a refusal and the vow or demand on the
same topic, two accusations that answer each other, a concession and the speaker's own earlier claim,
figures that conflict. A denial of which no report says who made the claim has one side only, and is not
shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import product

from sayso.data import table, words
from sayso.model import Attribution, Polarity, Quantity
from sayso.reconcile.figures import members_by_side
from sayso.reconcile.joining import Sets
from sayso.reconcile.origins import Chain
from sayso.reconcile.parties import allies
from sayso.reconcile.statements import Content, content, overlap, proper_terms, root, weights
from sayso.reconcile.terms import content_terms, tokens
from sayso.span import Span, hull
from sayso.story import Disagreement, Dispute, Figure, Side

Spirit = Set[Polarity]
CLAIMS: Spirit = {"assert", "accuse", "warn", "criticise"}
FOR: Spirit = {"vow", "demand", "appeal", "praise"}
COUNTER: Spirit = {"refuse", "oppose", "criticise", "warn", "deny"}
TOPIC = 0.3  # share of the weight of the lighter content that two sides have in common
NEXT = 400  # characters within which an answer stands beside what it answers
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Ground:
    """What is needed to compare what two parties say."""

    chain: Chain
    weight: Mapping[str, float]
    proper: frozenset[str]
    allies: Mapping[str, frozenset[str]]

    def topic(self, a: Content, b: Content) -> float:
        """How much two contents have in common beside names; more if the one stands right after the other."""
        if not a.terms.keys() & b.terms.keys() - self.proper:
            return 0.0
        common = overlap(a, b, self.weight)
        return common + 0.2 if common and beside(a, b, NEXT) else common

    def other_party(self, a: Content, b: Content) -> bool:
        """Whether two named parties speak that do not speak for one another."""
        one, other = a.attribution.speaker, b.attribution.speaker
        if one is None or other is None or one == other:
            return False
        return one not in self.allies[other] and other not in self.allies[one]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements of different parties (or of one, corrected) that do not go together."""

    type: Dispute
    strength: float
    one: Content
    other: Content


def find_disagreements(
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    quantities: Sequence[Quantity],
    chain: Chain,
) -> tuple[Disagreement, ...]:
    """All disagreements of a story, the clearest first."""
    contents = [content(a, chain.reports[a.report]) for a in attributions if a.content]
    entities = chain.entities.values()
    ground = Ground(
        chain, weights(contents), proper_terms(entities), allies(entities, _sources(attributions, chain))
    )
    found = list(_clashes(contents, ground))
    made = [*_gathered(found, ground), *_of_figures(figures, quantities)]
    return tuple(
        Disagreement(f"d{number}", topic, kind, sides)
        for number, (topic, kind, sides) in enumerate(made, start=1)
    )


def _sources(attributions: Sequence[Attribution], chain: Chain) -> Mapping[str, set[str]]:
    """Speaker → the words that bring it in alone: "Quill and Hale said" makes nobody an ally."""
    speakers: defaultdict[tuple[str, Span | None], set[str | None]] = defaultdict(set)
    for a in attributions:
        speakers[a.report, a.source].add(a.speaker)
    found: dict[str, set[str]] = {}
    for a in attributions:
        if a.speaker and a.source and len(speakers[a.report, a.source]) == 1:
            found.setdefault(a.speaker, set()).add(a.source.of(chain.reports[a.report].text))
    return found


def _clashes(contents: Sequence[Content], ground: Ground) -> Iterator[Clash]:
    """One clash at most for two contents: that of the first pattern that fits."""
    spirit: defaultdict[Polarity, list[Content]] = defaultdict(list)
    for c in contents:
        spirit[c.attribution.polarity].append(c)
    seen: set[frozenset[str]] = set()
    for kind, firsts, seconds, strength_of in PATTERNS:
        pairs = product(*([c for p in sorted(side) for c in spirit[p]] for side in (firsts, seconds)))
        for one, other in pairs:
            strength = strength_of(one, other, ground) if one is not other else 0.0
            pair = frozenset((one.attribution.id, other.attribution.id))
            if strength > 0 and pair not in seen:
                seen.add(pair)
                yield Clash(kind, strength, one, other)


# ---- the patterns: how strongly two contents clash in one way, 0 for not at all ----


def _corrected(first: Content, later: Content, ground: Ground) -> float:
    """A speaker concedes something just after claiming something else."""
    same = later.attribution.speaker is not None and first.attribution.speaker == later.attribution.speaker
    before = hull(first.attribution.content) < hull(later.attribution.content)
    return 0.5 if same and before and beside(first, later, AT_ONCE) else 0.0


def _accusing(a: Content, b: Content, ground: Ground) -> float:
    """Two parties accuse each other: each names the other, or both accuse in the same words."""
    one, other = a.attribution, b.attribution
    if not ground.other_party(a, b):
        return 0.0
    same = one.report == other.report and bool(set(one.content) & set(other.content))
    return 1.0 if same or (_names(a, b, ground) and _names(b, a, ground)) else 0.0


def _names(a: Content, b: Content, ground: Ground) -> bool:
    """Whether ``a`` speaks of the speaker of ``b``."""
    name = ground.chain.entities[b.attribution.speaker or ""].name
    return any(root(term) in a.terms for term in content_terms(name))


def _denied(claim: Content, denial: Content, ground: Ground) -> float:
    """A claim, and another party's denial on that topic.

    Denying an act answers only who speaks of that act.
    """
    apart = claim.attribution.report != denial.attribution.report
    if not ground.other_party(claim, denial) or (apart and len(claim.terms.keys() & denial.terms.keys()) < 3):
        return 0.0
    if claim.turned != _of_a_negative(denial, ground):
        return 0.0  # "no siren sounded" does not contradict "there was no siren"
    act = _act(denial, ground)
    return _enough(ground.topic(claim, denial)) if not act or act in claim.terms else 0.0


def _of_a_negative(denial: Content, ground: Ground) -> bool:
    """Whether a negative is denied ("denied that there was no siren"), not said ("there was none")."""
    a = denial.attribution
    cue = {word for span in a.cue for word in tokens(span.of(ground.chain.reports[a.report].text))}
    return denial.turned and any(word.startswith(_denying()) for word in cue)


@cache
def _denying() -> tuple[str, ...]:
    """What the verbs of denying begin with: "deni", "refut"."""
    return tuple(sorted(verb.removesuffix("y").removesuffix("e") for verb in table("cues")["clause"]["deny"]))


def _act(denial: Content, ground: Ground) -> str | None:
    """The act of "denies taking bribes": the root of its first word, if that is a gerund."""
    a = denial.attribution
    first = tokens(a.content[0].of(ground.chain.reports[a.report].text))[:1]
    gerund = bool(first) and first[0].endswith("ing") and a.kind == "indirect"
    return root(first[0].removesuffix("ing")) if gerund else None


def _judged(praise: Content, blame: Content, ground: Ground) -> float:
    """One party praises what another criticises, in one breath."""
    return 0.5 if ground.other_party(praise, blame) and beside(praise, blame, AT_ONCE // 4) else 0.0


def _opposed(stand: Content, counter: Content, ground: Ground) -> float:
    """Somebody wants what another party refuses, opposes, criticises or warns of."""
    if counter.attribution.polarity == "warn" and not _of_consequences(counter, ground):
        return 0.0
    shared = len(stand.terms.keys() & counter.terms.keys())
    return (
        _enough(ground.topic(stand, counter)) if shared >= 2 and ground.other_party(stand, counter) else 0.0
    )


def _of_consequences(warning: Content, ground: Ground) -> bool:
    """Whether a warning speaks of what would follow; else it may be a threat of one's own."""
    a = warning.attribution
    said = {word for span in a.content for word in tokens(span.of(ground.chain.reports[a.report].text))}
    return bool(said & words("function_words", "conditional"))


Pattern = Callable[[Content, Content, Ground], float]  # of contents of the first and the second spirit
PATTERNS: Sequence[tuple[Dispute, Spirit, Spirit, Pattern]] = (
    ("correction", CLAIMS, {"concede"}, _corrected),
    ("mutual_accusation", {"accuse"}, {"accuse"}, _accusing),
    ("claim_denial", CLAIMS, {"deny"}, _denied),
    ("opposed_positions", {"praise"}, {"criticise"}, _judged),
    ("opposed_positions", FOR, COUNTER, _opposed),
)


def _enough(topic: float) -> float:
    return topic if topic >= TOPIC else 0.0


def beside(a: Content, b: Content, within: int) -> bool:
    """Whether two contents of one report stand within so many characters of each other."""
    one, other = a.attribution, b.attribution
    first, second = sorted((hull(one.content), hull(other.content)))
    return one.report == other.report and second.start - first.end <= within


# ---- putting clashes together ----

Made = tuple[str, Dispute, tuple[Side, ...]]


def _gathered(clashes: Sequence[Clash], ground: Ground) -> list[Made]:
    """Clashes of one kind on one topic that share a statement are one disagreement; the strongest first."""
    joined = Sets(range(len(clashes)))
    first: dict[tuple[str, str, str], int] = {}
    for i, clash in enumerate(clashes):
        for one, term in product(_ids(clash), sorted(_shared(clash) - ground.proper)):
            joined.join(first.setdefault((clash.type, one, term), i), i)
    made: list[tuple[float, Made]] = []
    for numbers in joined.sets():
        group = sorted((clashes[i] for i in numbers), key=lambda c: (-c.strength, _ids(c)))
        topic = _topic_words(group[0], ground)
        made.append((group[0].strength, (topic, group[0].type, _sides(group))))
    return [one for _, one in sorted(made, key=lambda pair: (-pair[0], pair[1][0], pair[1][2][0].members))]


def _ids(clash: Clash) -> tuple[str, str]:
    return clash.one.attribution.id, clash.other.attribution.id


def _shared(clash: Clash) -> set[str]:
    return clash.one.terms.keys() & clash.other.terms.keys()


def _topic_words(clash: Clash, ground: Ground) -> str:
    """The words that two sides have in common, as one of them says them, in its order."""
    a = clash.other.attribution
    said = " ".join(span.of(ground.chain.reports[a.report].text) for span in a.content)
    shared = _shared(clash) or set(clash.other.terms)
    kept = [w for w in said.split() if any(root(t) in shared for t in content_terms(w))]
    return " ".join(dict.fromkeys(word.strip("\"'“”‘’.,;:!?()") for word in kept[:6]))


def _sides(group: Sequence[Clash]) -> tuple[Side, ...]:
    """One side a party; where one party corrects itself, its earlier words and its later."""
    sides: dict[str | None, set[str]] = {}
    for clash in group:
        for c in (clash.other, clash.one):
            sides.setdefault(c.attribution.speaker, set()).add(c.attribution.id)
    if len(sides) == 1:
        party = group[0].one.attribution.speaker
        first, later = ({_ids(clash)[k] for clash in group} for k in (0, 1))
        return Side(party, tuple(sorted(first))), Side(party, tuple(sorted(later)))
    return tuple(Side(party, tuple(sorted(members))) for party, members in sides.items())


def _of_figures(figures: Iterable[Figure], quantities: Sequence[Quantity]) -> Iterator[Made]:
    known = {q.id: q for q in quantities}
    for figure in figures:
        if figure.agreement == "conflicts":
            sides = members_by_side(figure, known)
            yield figure.label, "figure_conflict", tuple(_figure_side(members) for members in sides)


def _figure_side(members: Sequence[Quantity]) -> Side:
    speakers = {q.speaker for q in members}
    return Side(speakers.pop() if len(speakers) == 1 else None, tuple(sorted(q.id for q in members)))
