"""What an attribution says, as terms that two contents can be compared by, and where it negates."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.data import any_of, table, words
from sayso.model import Attribution, Entity, Report
from sayso.reconcile.alike import alike, light, phrases
from sayso.reconcile.terms import WORD, content_terms, folded, rarity, sentences, stem, tokens
from sayso.reconcile.wording import families
from sayso.span import Span

LONG = 6  # terms of what is no bare name of something
CLAUSE_END = re.compile(
    r"[,;:!?…][\"'”’]?\s|(?<!\b[MD][rs])(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))\.[\"'”’]?\s(?!\d)|\s(?:--|[–—])\s"
    r"|\b(?:and|but|while|because|although|before|after|when|who|whose|which|where|since|until|unless)\b"
)
BARRING = re.compile(r"\b(?:can|could|will|would|shall|should|must|may|wo|ca)(?:not|n't| not)\b")
WITHHELD = re.compile(r"\b(?:(?:stop|fall|fell)\w* short|avoid\w*|steer\w* clear|refrain\w*)\b")
NEGATED = 2  # terms behind a "not" that it may be of
ROOT = 6  # letters by which two words are one term: "withdraw" and "withdrawal"
QUOTE = 2  # words that tell what is quoted
RUN = 5  # words one behind the other by which a longer quotation is known
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]|(?<!\w)[‘'][^‘’']+[’'](?!\w)")
UNLIKE = 0.75  # what a term weighs for which two contents use different words
NEAR = 4.0  # rarity of a word of the same family
AGAINST = frozenset({"deny", "oppose", "refuse"})


@dataclass(frozen=True, slots=True)
class Part:
    """A clause of what is said, by its punctuation and joining words: terms, each with its place.

    ``nots`` and ``fights``: where it negates, and where it is against what follows ("block", "overturn").
    """

    places: Mapping[str, int]
    nots: tuple[int, ...]
    fights: tuple[int, ...]
    open: bool  # says it of what may be: "if the dam fails"
    bars: bool  # says that it cannot or will not be: "cannot close the dam by decree"

    def negates(self, terms: Set[str]) -> bool:
        """Whether a "not" is of one of the terms, not of another."""
        behind = sorted((at, term) for term, at in self.places.items() if self.nots and at > self.nots[0])
        reach = len(behind) if self.bars else NEGATED
        return any(term in terms for _, term in behind[:reach])

    def opposes(self, terms: Set[str]) -> bool:
        """Whether it is against what ``terms`` name: "fight the closure", not "the closure would end it"."""
        first = min((at for term, at in self.places.items() if term in terms), default=0)
        return sum(at <= first for at in self.fights) % 2 == 1


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as terms with their rarity. ``rejects``: it denies or refuses, not only by a "not"."""

    attribution: Attribution
    terms: Mapping[str, float]
    sentences: tuple[frozenset[str], ...]
    clauses: tuple[Part, ...]
    words: Mapping[str, frozenset[str]]  # term → the roots of the words that stand for it
    numbers: frozenset[str]
    rejects: bool
    headline: bool
    clause: bool  # not only the name of something
    cue: Sequence[str]  # the words that say that it is said, folded
    said: Sequence[str]  # … and all its own
    quotes: Sequence[Sequence[str]]  # of these what stands in quotation marks
    runs: frozenset[str]  # every few words, one behind the other
    quoted: frozenset[str]  # … and those in quotation marks
    withheld: bool  # it is told that it was not said: "stopped short of calling for it"

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
    spans = attribution.content
    said = " … ".join(span.of(report.text) for span in spans)
    placed = _placed(said)
    cued = [word for span in attribution.cue for word in tokens(span.of(report.text))]
    direct = attribution.kind == "direct"
    quotes = tuple((tokens(span.of(report.text)) for span in spans) if direct else _quotes(said))
    whole = Span(0, len(said))
    parts = [_within(placed, part) for part in (sentences(said, whole) if said else ())]
    terms = terms_of(said)
    return Content(
        attribution,
        terms,
        tuple(frozenset(one.term for one in part) for part in parts),
        tuple(_part(said, clause, _within(placed, clause)) for clause in _clauses(said)),
        _words(placed),
        frozenset(t for t in tokens(said) if t[:1].isdigit() or t in words("function_words", "numbers")),
        attribution.polarity in AGAINST and any(word.startswith(_rejecting()) for word in cued),
        bool(report.title and any(report.title.overlaps(span) for span in attribution.content)),
        len(terms) >= LONG or any(map(_is_verbal, tokens(said))),
        cued,
        tokens(said),
        quotes,
        _runs(tokens(said)),
        frozenset().union(*map(_runs, quotes)),
        bool(WITHHELD.search(" ".join(cued))),
    )


def _quotes(said: str) -> Iterator[Sequence[str]]:
    quoted = (tokens(hit[0]) for hit in QUOTED.finditer(said))
    return (words for words in quoted if len(words) >= QUOTE)


def _runs(said: Sequence[str]) -> frozenset[str]:
    """Every ``RUN`` words, one behind the other."""
    return frozenset(" ".join(said[n : n + RUN]) for n in range(len(said) - RUN + 1))


def _clauses(said: str) -> Iterator[Span]:
    at = 0
    for hit in CLAUSE_END.finditer(said):
        if at < hit.start():
            yield Span(at, hit.start())
        at = hit.end()
    if at < len(said):
        yield Span(at, len(said))


def _within(placed: Sequence[Placed], span: Span) -> list[Placed]:
    return [one for one in placed if span.start <= one.at < span.end]


def _words(listed: Iterable[Placed]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for placed in listed:
        found[placed.term].add(placed.word)
    return {term: frozenset(roots) for term, roots in found.items()}


def telling(terms: Iterable[str], a: Content, b: Content) -> frozenset[str]:
    """Of the terms that two contents share, those that tell something: not by two light words alone."""
    return frozenset(t for t in terms if t[1:] not in light() or t[0] != "=" or a.words[t] & b.words[t])


def _is_verbal(word: str) -> bool:
    """Words that make a clause of others, most often."""
    return word in words("function_words", "finite") or (word.endswith("ed") and len(word) > 4)


def _part(said: str, clause: Span, placed: Sequence[Placed]) -> Part:
    places = {one.term: one.at for one in reversed(placed)}
    nots, fights = list[int](), list[int]()
    for hit in WORD.finditer(said, clause.start, clause.end):
        word = folded(hit[0])
        before = said[max(clause.start, hit.start() - 9) : hit.start()].split()
        if _is_not(word, said[hit.end() : min(clause.end, hit.end() + 12)].split()):
            nots.append(hit.start())
        elif word == "against" and [stem(w) for w in before[-1:]] in (["vote"], ["vot"]):
            fights.append(clause.start)
        elif stem(word) in words("disputes", "opposing"):
            fights.append(hit.start())
    told = folded(clause.of(said))
    possible, barred = bool(any_of("disputes", "possible").search(told)), bool(BARRING.search(told))
    return Part(places, tuple(nots), tuple(fights), possible, barred)


def _is_not(word: str, after: Sequence[str]) -> bool:
    """Whether a word negates what is said: "not", "failed to"; but "the No. 1 priority", "not only"."""
    if word == "no" and after[:1] == ["."] and after[1:2] and after[1][0].isdigit():
        return False
    if word in words("function_words", "negations") and word != "without":
        return not after or after[0] not in words("disputes", "empty_nots")
    return stem(word) in words("disputes", "failing") and after[:1] == ["to"]


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


@dataclass(frozen=True, slots=True)
class Placed:
    """A word (or phrase) as a term: the plain stem, or ``=`` and the name of those that say the same."""

    term: str
    at: int
    rarity: float
    word: str  # its own root


def terms_of(said: str) -> dict[str, float]:
    """Stems with their rarity; words that say the same are one term."""
    terms: dict[str, float] = {}
    for placed in _placed(said):
        terms[placed.term] = min(placed.rarity, terms.get(placed.term, math.inf))
    return terms


@lru_cache(maxsize=8192)
def _placed(said: str) -> tuple[Placed, ...]:
    """The terms with their places, those of more than one word first."""
    near = [(name, hit) for name, pattern in families("near") for hit in pattern.finditer(said)]
    alone = {hit.start() for _, hit in near if " " not in hit[0]}
    terms = [Placed(f"={name}", hit.start(), NEAR, folded(hit[0])) for name, hit in (*near, *phrases(said))]
    for found in WORD.finditer(said):
        word = folded(found[0])
        idle = len(word) < 2 or word in words("function_words", "words") | words("function_words", "titles")
        if not idle and found.start() not in alone:
            terms.append(_term(word, found.start(), _is_name(said, found)))
    return tuple(terms)


def _term(word: str, at: int, name: bool) -> Placed:
    plain, rare = root(stem(word)), rarity(stem(word))
    same = None if name else alike(word.removesuffix("'s")) or alike(stem(word))
    return Placed(f"={same}", at, min(NEAR, rare), plain) if same else Placed(plain, at, rare, plain)


def _is_name(said: str, found: re.Match[str]) -> bool:
    """Whether a word has a capital that is not the first letter of a sentence."""
    return found[0][:1].isupper() and said[: found.start()].rstrip("\"'“‘ ")[-1:] not in (
        "",
        ".",
        "!",
        "?",
        "…",
    )


def weights(contents: Iterable[Content]) -> dict[str, float]:
    """How telling a term is in this story: rare in news, and not in everything that is said here."""
    listed = list(contents)
    counts = Counter(term for c in listed for term in c.terms)
    rare = {term: min(c.terms[term] for c in listed if term in c.terms) for term in counts}
    return {term: rare[term] / (1 + 10 * counts[term] / len(listed)) for term in sorted(counts)}


def overlap(a: Content, b: Content, weight: Mapping[str, float]) -> float:
    """Share of the weight of the lighter content that the other one holds, from 0 to 1."""
    lighter = min(math.fsum(weight[t] for t in c.terms) for c in (a, b))
    return common(a.terms.keys() & b.terms.keys(), a, b, weight) / lighter if lighter else 0.0


def common(shared: Iterable[str], a: Content, b: Content, weight: Mapping[str, float]) -> float:
    """The weight of terms that both have; less of those for which the two use different words."""
    return math.fsum(weight[t] * (1 if a.words[t] & b.words[t] else UNLIKE) for t in sorted(shared))


def proper_terms(entities: Iterable[Entity]) -> frozenset[str]:
    """The terms that are names of somebody or some place of the story."""
    names = (word for e in entities if not e.unnamed for word in e.name.split() if word[:1].isupper())
    return frozenset(root(term) for name in names for term in content_terms(name))


def named_terms(name: str) -> frozenset[str]:
    """The terms of a name, as a name and as the words that it is made of."""
    return frozenset((*terms_of(name), *(root(term) for term in content_terms(name))))
