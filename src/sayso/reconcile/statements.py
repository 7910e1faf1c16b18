"""Which attributions say the same: of one speaker, in the same spirit, in nearly the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.data import words
from sayso.model import Attribution, Statement
from sayso.reconcile.joining import Sets
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.terms import content_terms, rarity, tokens
from sayso.span import hull

CONTAINED = 0.6  # share of the weight of the shorter content that the longer one holds
SHARED = 3  # distinct terms in common, unless all of the shorter one are
AGAINST = {"deny", "oppose", "refuse"}


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as terms; ``against``: it denies, refuses or opposes; ``turned``: its words negate."""

    attribution: Attribution
    terms: frozenset[str]
    numbers: frozenset[str]
    against: bool
    turned: bool


def content(attribution: Attribution, text: str) -> Content:
    """The content of an attribution in a text."""
    said = " ".join(span.of(text) for span in attribution.content)
    terms = frozenset(content_terms(said))
    return Content(
        attribution,
        terms,
        frozenset(t for t in terms if t[0].isdigit()),
        attribution.polarity in AGAINST,
        any(word in words("function_words", "negations") for word in tokens(said)),
    )


def weights(contents: Iterable[Content]) -> dict[str, float]:
    """How telling a term is in this story: rare in news, and not in everything that is said here."""
    listed = list(contents)
    counts = Counter(term for c in listed for term in c.terms)
    return {term: rarity(term) / (1 + count / len(listed) * 10) for term, count in sorted(counts.items())}


def overlap(a: Content, b: Content, weight: Mapping[str, float]) -> float:
    """Share of the weight of the lighter content that the other one holds, from 0 to 1."""
    shared = sum(weight[t] for t in sorted(a.terms & b.terms))
    lighter = min(sum(weight[t] for t in sorted(c.terms)) for c in (a, b))
    return shared / lighter if lighter else 0.0


def find_statements(attributions: Sequence[Attribution], chain: Chain) -> tuple[Statement, ...]:
    """Every attribution in exactly one statement."""
    contents = [content(a, chain.reports[a.report].text) for a in attributions]
    weight = weights(contents)
    joined = Sets(a.id for a in attributions)
    for a, b in combinations(contents, 2):
        if _same_speaker(a, b, chain) and _says_the_same(a, b, weight):
            joined.join(a.attribution.id, b.attribution.id)
    known = {a.id: a for a in attributions}
    groups = [[known[name] for name in names] for names in joined.sets()]
    return tuple(_statement(number, group, chain) for number, group in enumerate(groups, start=1))


def _same_speaker(a: Content, b: Content, chain: Chain) -> bool:
    """One named speaker; or a passage that two reports share, where nobody is named."""
    one, other = a.attribution, b.attribution
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    if one.report == other.report or not (one.content and other.content):
        return False
    open_ = all(s is None or chain.entities[s].unnamed for s in (one.speaker, other.speaker))
    places = [(x.report, hull(x.content)) for x in (one, other)]
    return open_ and one.relay == other.relay and chain.copies.shared(places[0], places[1])


def _says_the_same(a: Content, b: Content, weight: Mapping[str, float]) -> bool:
    if a.against != b.against and a.turned == b.turned:
        return False
    if a.numbers and b.numbers and a.numbers != b.numbers and not (a.numbers & b.numbers):
        return False
    shared = a.terms & b.terms
    enough = len(shared) >= SHARED or shared == min(a.terms, b.terms, key=len)
    return bool(shared) and enough and overlap(a, b, weight) >= CONTAINED


def _statement(number: int, group: Sequence[Attribution], chain: Chain) -> Statement:
    says = [Say(a.report, hull(a.content), a.speaker, a.relay) for a in group if a.content]
    return Statement(f"s{number}", group[0].speaker, tuple(a.id for a in group), chain.voices(says))
