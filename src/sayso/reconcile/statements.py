"""Which attributions say the same: of one speaker, in the same spirit, in nearly the same words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from sayso.data import table, words
from sayso.model import Attribution, Entity, Report
from sayso.reconcile.joining import Sets
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.terms import WORD, content_terms, folded, placed_terms, rarity, sentences, stem, tokens
from sayso.reconcile.wording import families
from sayso.span import Span, hull
from sayso.story import Statement

CONTAINED = 0.5  # share of the weight of the shorter content that the longer one holds
FIRM = 0.4  # the same, where both deny, refuse, oppose or demand
HEADLINE = 0.4  # the same, where one of the two is the headline of the other
SHARED = 3  # distinct terms in common
LONG = 6  # terms of what is no bare name of something
FEW = 0.6  # share of the weight, where fewer terms are
CLAUSE_END = re.compile(r"[,;:.!?]\s|\b(?:and|but|while|because|although|before|after|when)\b")
ROOT = 6  # letters by which two words are one term: "withdraw" and "withdrawal"
NEAR = 4.0  # rarity of a word of the same family
AGAINST = frozenset({"deny", "oppose", "refuse"})
STANCES = AGAINST | {"demand"}


@dataclass(frozen=True, slots=True)
class Part:
    """A clause of what is said, by its punctuation and joining words: terms, each with its place.

    ``nots`` and ``fights``: where it negates, and where it is against what follows ("stop", "overturn").
    """

    places: Mapping[str, int]
    nots: tuple[int, ...]
    fights: tuple[int, ...]
    stops: tuple[int, ...]  # where it speaks of an end: "the war will end" as "end the war"

    def opposes(self, terms: Set[str]) -> bool:
        """Whether it is against what ``terms`` name: "fight the closure", not "the closure would end it"."""
        first = min((at for term, at in self.places.items() if term in terms), default=0)
        return (sum(at <= first for at in self.fights) + len(self.stops)) % 2 == 1


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as terms with their rarity. ``rejects``: it denies or refuses, not only by a "not"."""

    attribution: Attribution
    terms: Mapping[str, float]
    sentences: tuple[frozenset[str], ...]
    clauses: tuple[Part, ...]
    numbers: frozenset[str]
    rejects: bool
    headline: bool
    clause: bool  # not only the name of something

    @property
    def against(self) -> bool:
        """Whether it denies, opposes or refuses."""
        return self.attribution.polarity in AGAINST

    def part(self, terms: Set[str]) -> Part | None:
        """The clause that has most of these terms."""
        return max(self.clauses, key=lambda part: len(part.places.keys() & terms), default=None)

    def negative(self, terms: Set[str]) -> bool:
        """Whether it comes to a no: "will not pay", "refused to pay"; not "denied that none was paid"."""
        part = self.part(terms)
        turned = bool(part and part.nots)
        if self.rejects:
            return not turned
        return turned if any(clause.nots for clause in self.clauses) else self.against

    def leaning(self, terms: Set[str], ahead: bool) -> bool:
        """Whether it is for what ``terms`` name. ``ahead``: it is wanted; else it is warned of or refused."""
        part = self.part(terms)
        turned = bool(part and part.nots) and (ahead or self.rejects or not self.against)
        return ahead ^ turned ^ bool(part and part.opposes(terms))


def root(term: str) -> str:
    """What words of one root begin with."""
    return term[:ROOT] if term.isalpha() else term


def content(attribution: Attribution, report: Report) -> Content:
    """The content of an attribution of a report."""
    said = " ".join(span.of(report.text) for span in attribution.content)
    terms = terms_of(said)
    parts = [terms_of(part.of(said)) for part in sentences(said, Span(0, len(said)))] if said else []
    cue = {word for span in attribution.cue for word in tokens(span.of(report.text))}
    return Content(
        attribution,
        terms,
        tuple(map(frozenset, parts)),
        tuple(_part(clause) for clause in CLAUSE_END.split(said)),
        frozenset(t for t in tokens(said) if t[0].isdigit() or t in words("function_words", "numbers")),
        attribution.polarity in AGAINST and any(word.startswith(_rejecting()) for word in cue),
        bool(report.title and any(report.title.overlaps(span) for span in attribution.content)),
        len(terms) >= LONG or any(map(_is_verbal, tokens(said))),
    )


def _is_verbal(word: str) -> bool:
    """Words that make a clause of others, most often."""
    return word in words("function_words", "finite") or (word.endswith("ed") and len(word) > 4)


def _part(said: str) -> Part:
    near = [(hit.start(), f"={name}") for name, pattern in families("near") for hit in pattern.finditer(said)]
    places = {root(term): at for term, at in reversed(list(placed_terms(said)))} | {t: at for at, t in near}
    found: dict[str, list[int]] = {"not": [], "fight": [], "stop": []}
    for hit in WORD.finditer(said):
        kind = _turning(
            folded(hit[0]),
            said[max(0, hit.start() - 9) : hit.start()].split(),
            said[hit.end() : hit.end() + 12].split(),
        )
        if kind:
            found[kind].append(hit.start())
    return Part(places, tuple(found["not"]), tuple(found["fight"]), tuple(found["stop"]))


def _turning(word: str, before: Sequence[str], after: Sequence[str]) -> str | None:
    """How a word turns what is said: "not", "failed to"; "fight the closure"; "the war will end"."""
    if word in words("function_words", "negations") and word != "without":
        return "not" if not after or after[0] not in words("disputes", "empty_nots") else None
    if stem(word) in words("disputes", "failing") and after[:1] == ["to"]:
        return "not"
    if stem(word) in words("disputes", "opposing"):
        return "fight"
    until = before[-1:] == ["the"] and after[:1] == ["of"]  # "by the end of June"
    return "stop" if stem(word) in words("disputes", "ending") and not until else None


@cache
def _rejecting() -> tuple[str, ...]:
    """What the verbs of denying and refusing begin with: "deni", "refut", "reject"."""
    listed = [
        v
        for how in ("clause", "object")
        for kind in sorted(AGAINST)
        for v in table("cues")[how].get(kind, ())
    ]
    return tuple(sorted({verb.removesuffix("y").removesuffix("e") for verb in listed}))


def terms_of(said: str) -> dict[str, float]:
    """Stems with their rarity; single words of one family are one term."""
    near = [(hit, name) for name, pattern in families("near") for hit in pattern.finditer(said)]
    terms: dict[str, float] = {f"={name}": NEAR for _, name in near}
    alone = {hit.start() for hit, _ in near if " " not in hit[0]}
    for term, at in placed_terms(said):
        if at not in alone and term not in words("function_words", "titles"):
            terms[root(term)] = min(rarity(term), terms.get(root(term), math.inf))
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
    for one, other in sorted(chain.copies.pairs):
        yield from (p for p in product(unnamed[one], unnamed[other]) if _same_passage(*p, chain))


def _same_passage(a: Content, b: Content, chain: Chain) -> bool:
    here, there = ((c.attribution.report, hull(c.attribution.content)) for c in (a, b))
    return a.attribution.relay == b.attribution.relay and chain.copies.shared(here, there)


def _says_the_same(a: Content, b: Content, weight: Mapping[str, float], proper: frozenset[str]) -> bool:
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return False
    shared = a.terms.keys() & b.terms.keys()
    if not shared - proper or a.negative(shared) != b.negative(shared):
        return False
    share, count = overlap(a, b, weight), len(shared)
    if a.attribution.report != b.attribution.report:
        share, count = _in_one_sentence(a, b, weight)
    return share >= _bar(a, b, count, len(shared - proper))


def _bar(a: Content, b: Content, shared: int, telling: int) -> float:
    """How much two contents must have in common, given how many terms they share, names aside."""
    if a.attribution.report == b.attribution.report and a.headline != b.headline:
        return HEADLINE if shared >= 2 else math.inf
    if a.attribution.polarity == b.attribution.polarity and a.attribution.polarity in STANCES:
        return FIRM if telling >= 2 or a.against else math.inf
    if telling >= 2 and shared >= SHARED:
        return CONTAINED
    if telling >= 2 and a.clause and b.clause:
        return FEW
    whole = min if a.clause and b.clause else max
    return CONTAINED if shared == whole(len(a.terms), len(b.terms)) else math.inf


def _statement(number: int, group: Sequence[Attribution], chain: Chain) -> Statement:
    says = [Say(a.report, hull(a.content), a.speaker, a.relay) for a in group if a.content]
    return Statement(f"s{number}", group[0].speaker, tuple(a.id for a in group), chain.voices(says))
