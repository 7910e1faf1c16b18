"""Which attributions say the same: of one speaker, in the same spirit, in nearly the same words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from sayso.data import words
from sayso.model import Attribution, Entity, Report
from sayso.reconcile.joining import Sets
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.terms import content_terms, rarity, sentences, tokens
from sayso.reconcile.wording import families
from sayso.span import Span, hull
from sayso.story import Statement

CONTAINED = 0.55  # share of the weight of the shorter content that the longer one holds
FIRM = 0.4  # the same, where both deny, refuse, oppose or demand
HEADLINE = 0.4  # the same, where one of the two is the headline of the other
SHARED = 3  # distinct terms in common, unless all of the shorter one are
ROOT = 6  # letters by which two words are one term: "withdraw" and "withdrawal"
NEAR = 4.0  # rarity of a word of the same family
AGAINST = frozenset({"deny", "oppose", "refuse"})
STANCES = AGAINST | {"demand"}


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as terms with their rarity. ``turned``: it negates; ``headline``: it is in a title."""

    attribution: Attribution
    terms: Mapping[str, float]
    sentences: tuple[frozenset[str], ...]
    numbers: frozenset[str]
    turned: bool
    headline: bool

    @property
    def against(self) -> bool:
        """Whether it denies, opposes or refuses."""
        return self.attribution.polarity in AGAINST


def root(term: str) -> str:
    """What words of one root begin with."""
    return term[:ROOT] if term.isalpha() else term


def content(attribution: Attribution, report: Report) -> Content:
    """The content of an attribution of a report."""
    said = " ".join(span.of(report.text) for span in attribution.content)
    terms = _terms(said)
    parts = [_terms(part.of(said)) for part in sentences(said, Span(0, len(said)))] if said else []
    return Content(
        attribution,
        terms,
        tuple(map(frozenset, parts)),
        frozenset(t for t in terms if t[0].isdigit()),
        any(word in words("function_words", "negations") for word in tokens(said)),
        bool(report.title and any(report.title.overlaps(span) for span in attribution.content)),
    )


def _terms(said: str) -> dict[str, float]:
    terms: dict[str, float] = {}
    for term in content_terms(said):
        terms[root(term)] = min(rarity(term), terms.get(root(term), math.inf))
    terms.update((f"={name}", NEAR) for name, pattern in families("near") if pattern.search(said))
    return terms


def weights(contents: Iterable[Content]) -> dict[str, float]:
    """How telling a term is in this story: rare in news, and not in everything that is said here."""
    listed = list(contents)
    counts = Counter(term for c in listed for term in c.terms)
    rare = {term: min(c.terms[term] for c in listed if term in c.terms) for term in counts}
    return {term: rare[term] / (1 + 10 * counts[term] / len(listed)) for term in sorted(counts)}


def overlap(a: Content, b: Content, weight: Mapping[str, float]) -> float:
    """Share of the weight of the lighter content that the other one holds, from 0 to 1."""
    shared = math.fsum(weight[t] for t in a.terms if t in b.terms)
    lighter = min(math.fsum(weight[t] for t in c.terms) for c in (a, b))
    return shared / lighter if lighter else 0.0


def _in_one_sentence(a: Content, b: Content, weight: Mapping[str, float]) -> tuple[float, int]:
    """Share of the lighter content that one sentence of the other holds, and how many terms that are."""
    lighter, other = sorted((a, b), key=lambda c: (math.fsum(weight[t] for t in c.terms), c.attribution.id))
    whole = math.fsum(weight[t] for t in lighter.terms)
    shared = [lighter.terms.keys() & part for part in other.sentences]
    return max(((math.fsum(weight[t] for t in s) / whole, len(s)) for s in shared if whole), default=(0.0, 0))


def proper_terms(entities: Iterable[Entity]) -> frozenset[str]:
    """The terms that are names of somebody or some place of the story."""
    names = (word for e in entities if not e.unnamed for word in e.name.split() if word[:1].isupper())
    return frozenset(root(term) for name in names for term in content_terms(name))


def find_statements(attributions: Sequence[Attribution], chain: Chain) -> tuple[Statement, ...]:
    """Every attribution in exactly one statement."""
    contents = [content(a, chain.reports[a.report]) for a in attributions]
    proper = proper_terms(chain.entities.values())
    weight = weights(contents)
    joined = Sets(a.id for a in attributions)
    for a, b in _candidates(contents, proper, chain):
        if _says_the_same(a, b, weight, proper):
            joined.join(a.attribution.id, b.attribution.id)
    known = {a.id: a for a in attributions}
    groups = [[known[name] for name in names] for names in joined.sets()]
    return tuple(_statement(number, group, chain) for number, group in enumerate(groups, start=1))


def _candidates(
    contents: Sequence[Content], proper: frozenset[str], chain: Chain
) -> Iterator[tuple[Content, Content]]:
    """Of one speaker, with a term in common beside names; of one passage, if nobody is named."""
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    unnamed: defaultdict[str, list[Content]] = defaultdict(list)
    for i, c in enumerate(contents):
        speaker = c.attribution.speaker
        if speaker is not None:
            for term in c.terms.keys() - proper:
                holders[speaker, term].append(i)
        if c.attribution.content and (speaker is None or chain.entities[speaker].unnamed):
            unnamed[c.attribution.report].append(c)
    pairs = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    yield from ((contents[i], contents[j]) for i, j in sorted(pairs))
    for one, other in sorted(chain.copies.passages):
        yield from (p for p in product(unnamed[one], unnamed[other]) if _same_passage(*p, chain))


def _same_passage(a: Content, b: Content, chain: Chain) -> bool:
    here, there = ((c.attribution.report, hull(c.attribution.content)) for c in (a, b))
    return a.attribution.relay == b.attribution.relay and chain.copies.shared(here, there)


def _says_the_same(a: Content, b: Content, weight: Mapping[str, float], proper: frozenset[str]) -> bool:
    if a.against != b.against and a.turned == b.turned:
        return False
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return False
    shared = a.terms.keys() & b.terms.keys()
    if not shared - proper:
        return False
    share, count = overlap(a, b, weight), len(shared)
    if a.attribution.report != b.attribution.report:
        share, count = _in_one_sentence(a, b, weight)
    return share >= _bar(a, b, count, min(len(a.terms), len(b.terms)))


def _bar(a: Content, b: Content, shared: int, shorter: int) -> float:
    """How much two contents must have in common, given how many terms they share."""
    if a.attribution.report == b.attribution.report and a.headline != b.headline:
        return HEADLINE if shared >= 2 else math.inf
    if a.attribution.polarity == b.attribution.polarity and a.attribution.polarity in STANCES:
        return FIRM
    return CONTAINED if shared >= SHARED or shared == shorter else math.inf


def _statement(number: int, group: Sequence[Attribution], chain: Chain) -> Statement:
    says = [Say(a.report, hull(a.content), a.speaker, a.relay) for a in group if a.content]
    return Statement(f"s{number}", group[0].speaker, tuple(a.id for a in group), chain.voices(says))
