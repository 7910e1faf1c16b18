"""What the parties do not agree on. sayso lays the sides beside each other and rules on none of them.

Each kind has its own narrow pattern: a denial and what it denies, a refusal and the vow or demand on the same topic,
two accusations that answer each other, a concession and the speaker's own earlier claim, figures that conflict.
A denial of which no report says who made the claim has one side only, and is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from sayso.model import Attribution, Disagreement, Dispute, Figure, Quantity, Side
from sayso.reconcile.figures import members_by_side
from sayso.reconcile.origins import Chain
from sayso.reconcile.statements import Content, content, weights
from sayso.reconcile.terms import tokens
from sayso.span import hull

CLAIMS = {"assert", "accuse", "warn", "criticise"}
FOR = {"vow", "demand", "appeal", "praise"}
AGAINST = {"refuse", "oppose", "criticise", "warn", "deny"}
TOPIC = 0.3  # share of the weight of the lighter content that two sides have in common
NEXT = 400  # characters within which an answer stands beside what it answers


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
    contents = [content(a, chain.reports[a.report].text) for a in attributions if a.content]
    weight = weights(contents)
    found = [clash for a, b in combinations(contents, 2) for clash in _clashes(a, b, weight, chain)]
    made = [*_gathered(found, weight, chain), *_of_figures(figures, quantities)]
    return tuple(
        Disagreement(f"d{number}", topic, kind, sides)
        for number, (topic, kind, sides) in enumerate(made, start=1)
    )


def _clashes(a: Content, b: Content, weight: Mapping[str, float], chain: Chain) -> Iterator[Clash]:
    for kind, test in PATTERNS:
        for one, other in ((a, b), (b, a)):
            strength = test(one, other, weight, chain)
            if strength > 0:
                yield Clash(kind, strength, one, other)
                return


def _denial(claim: Content, denial: Content, weight: Mapping[str, float], chain: Chain) -> float:
    """A claim, and another party's denial on the same topic. Denying an act answers only who speaks of that act."""
    if denial.attribution.polarity != "deny" or claim.attribution.polarity not in CLAIMS:
        return 0.0
    if not _others(claim, denial) or (
        claim.attribution.report != denial.attribution.report and not _far(claim, denial)
    ):
        return 0.0
    act = _act(denial, chain)
    if act and act not in claim.terms:
        return 0.0
    return _topic(claim, denial, weight) if _topic(claim, denial, weight) >= TOPIC else 0.0


def _far(a: Content, b: Content) -> bool:
    """Enough words in common to be about one thing even in different reports."""
    return len(a.terms & b.terms) >= 3


def _act(denial: Content, chain: Chain) -> str | None:
    """The act of "denies taking hostages": the stem of its first word, if that is a gerund."""
    a = denial.attribution
    first = tokens(a.content[0].of(chain.reports[a.report].text))[:1]
    return first[0][:-3] if first and first[0].endswith("ing") and a.kind == "indirect" else None


def _opposed(stand: Content, counter: Content, weight: Mapping[str, float], chain: Chain) -> float:
    """Somebody wants what another party refuses, opposes or criticises."""
    if stand.attribution.polarity not in FOR or counter.attribution.polarity not in AGAINST:
        return 0.0
    if not _others(stand, counter) or len(stand.terms & counter.terms) < 2:
        return 0.0
    topic = _topic(stand, counter, weight)
    return topic if topic >= TOPIC else 0.0


def _judged(praise: Content, blame: Content, weight: Mapping[str, float], chain: Chain) -> float:
    """One party praises what another criticises, side by side."""
    if (praise.attribution.polarity, blame.attribution.polarity) != ("praise", "criticise"):
        return 0.0
    return 0.5 if _others(praise, blame) and _beside(praise, blame, 200) else 0.0


def _accusing(a: Content, b: Content, weight: Mapping[str, float], chain: Chain) -> float:
    """Two parties accuse each other: each names the other, or both accuse in the same words."""
    if not a.attribution.polarity == b.attribution.polarity == "accuse" or not _others(a, b):
        return 0.0
    same = a.attribution.report == b.attribution.report and set(a.attribution.content) & set(
        b.attribution.content
    )
    return 1.0 if same or (_names(a, b, chain) and _names(b, a, chain)) else 0.0


def _names(a: Content, b: Content, chain: Chain) -> bool:
    speaker = chain.entities.get(b.attribution.speaker or "")
    return bool(speaker and set(tokens(speaker.name)) & a.terms)


def _corrected(first: Content, later: Content, weight: Mapping[str, float], chain: Chain) -> float:
    """A speaker concedes something just after claiming something else."""
    if later.attribution.polarity != "concede" or first.attribution.polarity not in CLAIMS:
        return 0.0
    same = later.attribution.speaker is not None and first.attribution.speaker == later.attribution.speaker
    before = hull(first.attribution.content) < hull(later.attribution.content)
    return 0.5 if same and before and _beside(first, later, 200) else 0.0


Test = Callable[[Content, Content, Mapping[str, float], Chain], float]
PATTERNS: Sequence[tuple[Dispute, Test]] = (
    ("correction", _corrected),
    ("mutual_accusation", _accusing),
    ("claim_denial", _denial),
    ("opposed_positions", _judged),
    ("opposed_positions", _opposed),
)


def _others(a: Content, b: Content) -> bool:
    one, other = a.attribution.speaker, b.attribution.speaker
    return one is not None and other is not None and one != other


def _beside(a: Content, b: Content, within: int) -> bool:
    one, other = a.attribution, b.attribution
    first, second = sorted((hull(one.content), hull(other.content)))
    return one.report == other.report and second.start - first.end <= within


def _topic(a: Content, b: Content, weight: Mapping[str, float]) -> float:
    """How much two contents have in common; more if the one stands right after the other."""
    shared = sum(weight[t] for t in sorted(a.terms & b.terms))
    lighter = min(sum(weight[t] for t in sorted(c.terms)) for c in (a, b))
    common = shared / lighter if lighter else 0.0
    return common + 0.2 if common and _beside(a, b, NEXT) else common


# ---- putting clashes together ----

Made = tuple[str, Dispute, tuple[Side, ...]]


def _gathered(clashes: Iterable[Clash], weight: Mapping[str, float], chain: Chain) -> list[Made]:
    """One disagreement for each denial, refusal or opposition: its answers by party, the strongest first."""

    def pivot(clash: Clash) -> tuple[str, str]:
        return clash.type, clash.other.attribution.id

    made: list[tuple[float, Made]] = []
    for (_, _), group in groupby(
        sorted(clashes, key=lambda c: (*pivot(c), -c.strength, c.one.attribution.id)), pivot
    ):
        listed = list(group)
        best = listed[0]
        near = [c for c in listed if c.strength >= 0.75 * best.strength]
        shared = best.one.terms & best.other.terms
        topic = _topic_words(shared or best.other.terms, weight)
        made.append((best.strength, (topic, best.type, _sides([best.other, *(c.one for c in near)]))))
    return [one for _, one in sorted(made, key=lambda pair: (-pair[0], pair[1][0], pair[1][2][0].members))]


def _topic_words(terms: Iterable[str], weight: Mapping[str, float]) -> str:
    best = sorted(terms, key=lambda t: (-weight.get(t, 0.0), t))[:4]
    return " ".join(best)


def _sides(contents: Iterable[Content]) -> tuple[Side, ...]:
    sides: dict[str | None, list[Attribution]] = {}
    for c in contents:
        sides.setdefault(c.attribution.speaker, []).append(c.attribution)
    if len(sides) == 1:  # a correction: the earlier and the later words of one party
        (party, members), *_ = sides.items()
        ordered = sorted(members, key=lambda a: (a.report, hull(a.content)))
        return tuple(Side(party, (a.id,)) for a in ordered)
    return tuple(Side(party, tuple(sorted(a.id for a in members))) for party, members in sides.items())


def _of_figures(figures: Iterable[Figure], quantities: Sequence[Quantity]) -> Iterator[Made]:
    known = {q.id: q for q in quantities}
    for figure in figures:
        if figure.agreement == "conflicts":
            sides = members_by_side(figure, known)
            yield figure.label, "figure_conflict", tuple(_figure_side(members) for members in sides)


def _figure_side(members: Sequence[Quantity]) -> Side:
    speakers = {q.speaker for q in members}
    return Side(speakers.pop() if len(speakers) == 1 else None, tuple(sorted(q.id for q in members)))
