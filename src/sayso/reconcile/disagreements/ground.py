"""What is needed to compare what two parties say: who speaks for whom, what stands where, what is telling."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from sayso.data import any_of, table, words
from sayso.model import Attribution, Entity
from sayso.reconcile.contents import Content, named_terms, overlap, proper_terms, telling, weights
from sayso.reconcile.disagreements.parties import allies, bodies, called_so, peoples
from sayso.reconcile.origins import Chain
from sayso.reconcile.terms import folded, sentence_at, sentences, tokens
from sayso.span import Span, hull

NEXT = 400  # characters within which an answer stands beside what it answers
AT_ONCE = 200
BARE = 4  # words of a description that may be anybody named
ADDRESSED = 2  # terms with which a demand says whom it is made of
RARE = 5.0  # rarity of two terms that speak of one thing
TOPIC = 0.3  # share of the weight of the lighter content that two sides have in common
BACK = 8  # statements in which the one of another speaker is looked for

_ITS = re.compile(r"^(?:its|their)\s+", re.IGNORECASE)  # "its spokesman": of the body that spoke last
_IN = re.compile(r"(?<=\bsource) .*|(?<=\bsources) .*")  # "a source | in the police"

_Words = Mapping[str, frozenset[str]]
Description = tuple[int, int]  # of one pair of words that exclude each other, the one (0) or the other (1)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is needed to compare what two parties say."""

    chain: Chain
    weight: Mapping[str, float]
    proper: frozenset[str]
    people: frozenset[str]  # the terms that are names of persons
    allies: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[str]]
    before: Mapping[str, str]  # attribution → the one that another speaker makes right before it
    between: _Words  # … → the words that stand between the two and that nobody says
    leads: Mapping[str, Sequence[str]]  # attribution → the words between that one and what it says
    described: Mapping[str, frozenset[Description]]
    judged: Mapping[str, frozenset[Description]]  # … of what a story has one of: the talks
    relayed: Mapping[str, frozenset[str]]  # attribution → the terms of what it only says that others say
    law: frozenset[str]  # who speaks for the law
    counsel: frozenset[str]  # … for somebody who is accused
    critics: frozenset[str]  # … and who is called a critic

    def own(self, terms: Set[str], c: Content) -> bool:
        """Whether some of the terms are the speaker's own, not only of what it says that others say."""
        return not terms <= self.relayed.get(c.attribution.id, frozenset())

    def topic(self, a: Content, b: Content) -> float:
        """How much two contents have in common; more if the one stands right after the other."""
        common = overlap(a, b, self.weight)
        return common + 0.2 if common and beside(a, b, NEXT) else common

    def on_a_topic(self, a: Content, b: Content) -> bool:
        """Whether what two contents have in common is enough for a topic."""
        return self.topic(a, b) >= TOPIC

    def telling(self, a: Content, b: Content) -> int:
        """How many terms beside names two contents have in common."""
        return len(telling(a.terms.keys() & b.terms.keys() - self.proper, a, b))

    def together(self, a: Content, b: Content) -> frozenset[str]:
        """The terms that two clauses of the contents have in common: those with most of them."""
        shared = a.terms.keys() & b.terms.keys()
        one, other = a.part(shared), b.part(shared)
        return frozenset(one.places.keys() & other.places.keys()) if one and other else frozenset()

    def on_one_thing(self, a: Content, b: Content) -> bool:
        """Whether a clause of each has two telling terms in common: rare ones, or half of the clause."""
        together = telling(self.together(a, b) - self.proper, a, b)
        if len(together) < 2:
            return False
        parts = [c.part(a.terms.keys() & b.terms.keys()) for c in (a, b)]
        half = min(self.weight_of(part.places, c) for part, c in zip(parts, (a, b), strict=True) if part) / 2
        weight = self.weight_of(together, a)
        return weight >= RARE or weight > half

    def weight_of(self, terms: Iterable[str], a: Content) -> float:
        """How rare some terms of a content are, taken together, names aside."""
        return math.fsum(a.terms.get(term, 0.0) for term in sorted(terms) if term not in self.proper)

    def terms_in_order(self, c: Content) -> list[str]:
        """The terms of what is said, as they come."""
        places = {
            t: (n, at) for n, part in reversed(list(enumerate(c.clauses))) for t, at in part.places.items()
        }
        return sorted(places, key=lambda term: (places[term], term))

    def follows(self, a: Content, b: Content, within: int) -> bool:
        """Whether ``b`` is the next that another speaker says after ``a``, within so many characters."""
        return self.before.get(b.attribution.id) == a.attribution.id and beside(a, b, within)

    def other_party(self, a: Content, b: Content, documents: bool = False) -> bool:
        """Whether two parties speak, no ``documents``, that do not speak for one another."""
        one, other = a.attribution.speaker, b.attribution.speaker
        if one is None or other is None or one == other:
            return False
        first, second = self.chain.entities[one], self.chain.entities[other]
        if not documents and "other" in (first.kind, second.kind):
            return False
        if one in self.allies[other] or other in self.allies[one] or _one_name(first.name, second.name):
            return False
        here = a.attribution.report == b.attribution.report
        return not (here and (_may_be(first, second) or _may_be(second, first)))

    def one_party(self, a: Content, b: Content) -> bool:
        """Whether one speaker, or one that speaks for the other, says both."""
        one, other = a.attribution.speaker, b.attribution.speaker
        return one is not None and other is not None and (one == other or not self.other_party(a, b, True))

    def name(self, c: Content) -> str:
        """What the speaker is called; empty if there is none."""
        return self.chain.entities[c.attribution.speaker].name if c.attribution.speaker else ""

    def names(self, a: Content, b: Content) -> bool:
        """Whether ``a`` speaks of the speaker of ``b``, or of whom or what that one answers for."""
        return bool(self.called(b) & (a.terms.keys() | frozenset().union(*a.words.values())))

    def addresses(self, a: Content, b: Content) -> bool:
        """Whether ``a`` begins with the speaker of ``b``: "called on Quill to go", not "… with Quill"."""
        first = self.terms_in_order(a)[:ADDRESSED]
        return bool(self.called(b) & {name for term in first for name in (term, *a.words[term])})

    def called(self, b: Content) -> frozenset[str]:
        """The words that name the speaker of ``b``, or whom or what that one answers for."""
        speaker = b.attribution.speaker or ""
        called = (self.chain.entities[one].name for one in (speaker, *sorted(self.allies[speaker])))
        return frozenset(t for name in called for t in named_terms(_IN.sub("", name))) | self.offices[speaker]


def _one_name(one: str, other: str) -> bool:
    """ "Ana Sorel", "Ana B. Sorel": one person, even where the entities were not joined."""
    first, second = (set(tokens(name)) for name in (one, other))
    return min(len(first), len(second)) >= 2 and (first <= second or second <= first)


def _may_be(one: Entity, other: Entity) -> bool:
    """ "The former governor", where the report names a person who may be meant."""
    if not (one.unnamed and one.kind == other.kind == "person"):
        return False
    bare = (told for name in one.aliases if (told := tokens(name))[:1] == ["the"] and len(told) <= BARE)
    return any(not words("disputes", "epithets").isdisjoint(told) for told in bare if "of" not in told)


def before(a: Content, b: Content) -> bool:
    """Whether ``a`` stands before ``b``, in one report."""
    return hull(a.attribution.content) < hull(b.attribution.content)


def beside(a: Content, b: Content, within: int) -> bool:
    """Whether two contents of one report stand within so many characters of each other."""
    one, other = a.attribution, b.attribution
    first, second = sorted((hull(one.content), hull(other.content)))
    return one.report == other.report and second.start - first.end <= within


# ---- what the story gives ----


def ground_of(attributions: Sequence[Attribution], contents: Sequence[Content], chain: Chain) -> Ground:
    """What is needed to compare ``contents``, those of a story's ``attributions``."""
    entities = chain.entities.values()
    called = sources(attributions, chain)
    listed = sorted(contents, key=_place)
    previous = _previous(listed)
    return Ground(
        chain,
        weights(contents),
        proper_terms(entities) | peoples(entities),
        proper_terms(e for e in entities if e.kind == "person"),
        allies(entities, called),
        bodies(entities, called),
        previous,
        _between(attributions, previous, chain),
        _leads(listed, chain),
        {c.attribution.id: _descriptions(c, judged=False) for c in contents},
        {c.attribution.id: _descriptions(c, judged=True) for c in contents},
        _relayed(contents),
        called_so(entities, called, "law"),
        called_so(entities, called, "counsel"),
        called_so([e for e in entities if e.unnamed], {}, "critics"),
    )


def _relayed(contents: Sequence[Content]) -> Mapping[str, frozenset[str]]:
    """Attribution → the terms of what it only says that others say: "said reports say | the dam failed"."""
    known = {c.attribution.id: c for c in contents}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for c in contents:
        outer = known.get(c.attribution.nested_in or "")
        if outer is not None and outer.attribution.speaker != c.attribution.speaker:
            found[outer.attribution.id] |= c.terms.keys()
    return {name: frozenset(terms) for name, terms in found.items()}


def _previous(listed: Sequence[Content]) -> Mapping[str, str]:
    """Attribution → the one before it in its report that another speaker makes."""
    found: dict[str, str] = {}
    for number, c in enumerate(listed):
        a = c.attribution
        earlier = (other.attribution for other in reversed(listed[max(0, number - BACK) : number]))
        others = (o for o in earlier if o.content != a.content)  # "Quill and the union deny it"
        previous = next((o for o in others if o.report == a.report and o.speaker != a.speaker), None)
        if previous is not None:
            found[a.id] = previous.id
    return found


def _between(listed: Sequence[Attribution], previous: Mapping[str, str], chain: Chain) -> _Words:
    """The words of the sentences between a statement and the one before it in which nobody says anything."""
    said = {a.id: hull((*a.cue, *a.content)) for a in listed}
    taken = {report.id: [mark.span for mark in report.furniture] for report in chain.reports.values()}
    found: dict[str, frozenset[str]] = {}
    for a in listed:
        taken[a.report].append(said[a.id])
    for a in listed:
        text, last = chain.reports[a.report].text, said[previous.get(a.id, a.id)]
        start, end = sentence_at(text, last).end, sentence_at(text, said[a.id]).start
        if start < end:
            gap = (s for s in sentences(text, Span(start, end)) if not any(map(s.overlaps, taken[a.report])))
            told = (span.of(text) for span in gap)
            neutral = any_of("disputes", "open").search
            found[a.id] = frozenset(w for one in told if not neutral(folded(one)) for w in tokens(one))
    return found


def _place(c: Content) -> tuple[str, Span, Span]:
    """Where it stands; "…, which Quill denied" behind what is denied."""
    a = c.attribution
    return a.report, hull(a.content), hull(a.cue or a.content)


def _leads(listed: Sequence[Content], chain: Chain) -> Mapping[str, Sequence[str]]:
    """The words of a sentence before what is said, and its first: "But the dam held, Quill said"."""
    found: dict[str, Sequence[str]] = {}
    ends: dict[str, int] = {}
    for c in listed:
        report = c.attribution.report
        text, said = chain.reports[report].text, c.attribution.content[0]
        lead = text[max(sentence_at(text, said).start, ends.get(report, 0)) : said.start]
        found[c.attribution.id] = (*tokens(lead), *c.said[:1])
        ends[report] = hull(c.attribution.content).end
    return found


def sources(attributions: Sequence[Attribution], chain: Chain) -> Mapping[str, set[str]]:
    """Speaker → the words that bring it in alone: "Quill and Hale said" makes nobody an ally."""
    speakers: defaultdict[tuple[str, Span | None], set[str | None]] = defaultdict(set)
    for a in attributions:
        speakers[a.report, a.source].add(a.speaker)
    found: dict[str, set[str]] = {}
    spoke: dict[str, str] = {}  # report → the body that spoke last
    for a in sorted(attributions, key=lambda a: (a.report, a.source or hull(a.content or a.cue))):
        if a.speaker and a.source and len(speakers[a.report, a.source]) == 1:
            said = a.source.of(chain.reports[a.report].text)
            its, body = _ITS.match(said), spoke.get(a.report)
            called = f"{body} {said[its.end() :]}" if its and body else said
            found.setdefault(a.speaker, set()).add(called)
            if chain.entities[a.speaker].kind != "person":
                spoke[a.report] = chain.entities[a.speaker].name
    return found


def _descriptions(c: Content, judged: bool) -> frozenset[Description]:
    """Which words of pairs that exclude each other a content uses.

    ``judged``: of those that are about what a story has one of, where it names that; else of the others.
    """
    said = " ".join(c.said)
    return frozenset(
        (number, side)
        for number, (about, *sides) in enumerate(_opposites())
        if bool(about) == judged and all(named.search(said) for named in about)
        for side, words in enumerate(sides)
        if words.search(said)
    )


@cache
def _opposites() -> tuple[tuple[tuple[re.Pattern[str], ...], re.Pattern[str], re.Pattern[str]], ...]:
    def any_of(listed: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(word.replace('*', '[a-z]*') for word in listed.split())})\b")

    return tuple(
        (tuple(map(any_of, pair.get("about", ()))), any_of(pair["one"]), any_of(pair["other"]))
        for pair in table("disputes")["opposed"]
    )
