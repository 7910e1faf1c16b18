"""What is needed to compare what two parties say: who speaks for whom, what stands where, what is telling."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.contents import Content, named_terms, overlap, telling
from sayso.reconcile.origins import Chain
from sayso.reconcile.terms import folded, tokens
from sayso.span import hull

NEXT = 400  # characters within which an answer stands beside what it answers
AT_ONCE = 200
BARE = 4  # words of a description that may be anybody named
ADDRESSED = 2  # terms with which a demand says whom it is made of
RARE = 5.0  # rarity of two terms that speak of one thing
TOPIC = 0.3  # share of the weight of the lighter content that two sides have in common

_CLIENT = frozenset(("he", "she", "they", "his", "her", "my", "client"))

Description = tuple[int, bool]  # of one pair of words that exclude each other, the one or the other


@dataclass(frozen=True, slots=True)
class Ground:
    """What is needed to compare what two parties say."""

    chain: Chain
    weight: Mapping[str, float]
    proper: frozenset[str]
    allies: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[str]]
    before: Mapping[str, str]  # attribution → the one that another speaker makes right before it
    leads: Mapping[str, frozenset[str]]  # attribution → the words between that one and what it says
    described: Mapping[str, frozenset[Description]]
    people: frozenset[str] = frozenset()  # the terms that are names of persons
    law: frozenset[str] = frozenset()  # who speaks for the law
    counsel: frozenset[str] = frozenset()  # … for somebody who is accused
    critics: frozenset[str] = frozenset()  # … and who is called a critic
    # Report → names of one who is accused; attribution → terms of those in it.
    accused: Mapping[str, frozenset[str]] = field(default_factory=dict)
    relayed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def own(self, terms: Set[str], c: Content) -> bool:
        """Whether some of the terms are the speaker's own, not only of what it says that others say."""
        return not terms <= self.relayed.get(c.attribution.id, frozenset())

    def topic(self, a: Content, b: Content) -> float:
        """How much two contents have in common beside names; more if the one stands right after the other."""
        if not a.terms.keys() & b.terms.keys() - self.proper:
            return 0.0
        common = overlap(a, b, self.weight)
        return common + 0.2 if common and beside(a, b, NEXT) else common

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

    def is_turn(self, a: Content, b: Content) -> bool:
        """Whether ``b`` comes right after ``a`` with a word like "but" or "disagreed"."""
        if self.before.get(b.attribution.id) != a.attribution.id or not beside(a, b, NEXT):
            return False
        return bool(words("disputes", "turning") & self.leads.get(b.attribution.id, frozenset()))

    def other_party(self, a: Content, b: Content, documents: bool = False) -> bool:
        """Whether two parties speak, no ``documents``, that do not speak for one another."""
        one, other = a.attribution.speaker, b.attribution.speaker
        if one is None or other is None or one == other:
            return False
        first, second = self.chain.entities[one], self.chain.entities[other]
        if (not documents and "other" in (first.kind, second.kind)) or _one_name(first.name, second.name):
            return False
        here = a.attribution.report == b.attribution.report
        if here and (_may_be(first, second) or _may_be(second, first)):
            return False
        return one not in self.allies[other] and other not in self.allies[one]

    def one_party(self, a: Content, b: Content) -> bool:
        """Whether one speaker, or one that speaks for the other, says both."""
        one, other = a.attribution.speaker, b.attribution.speaker
        return one is not None and other is not None and (one == other or not self.other_party(a, b))

    def names(self, a: Content, b: Content) -> bool:
        """Whether ``a`` speaks of the speaker of ``b``, or of whom or what that one answers for."""
        return bool(self.called(b) & (a.terms.keys() | frozenset().union(*a.words.values())))

    def addresses(self, a: Content, b: Content) -> bool:
        """Whether ``a`` begins with the speaker of ``b``: "called on Quill to go", not "… with Quill"."""
        first = self.terms_in_order(a)[:ADDRESSED]
        return bool(self.called(b) & {name for term in first for name in (term, *a.words[term])})

    def spoken_for(self, c: Content) -> frozenset[str]:
        """The names of persons for whom somebody speaks: "Quill's lawyer said he was innocent".

        Without a name the one who stands accused in the report: "My client did nothing wrong".
        """
        a = c.attribution
        if a.speaker not in self.counsel or a.speaker is None:
            return frozenset()
        source = a.source.of(self.chain.reports[a.report].text) if a.source else ""
        own = named_terms(self.chain.entities[a.speaker].name)
        named = self.people & (c.terms.keys() | named_terms(source)) - own
        if named or _CLIENT.isdisjoint(self.words(c)[:2]):
            return frozenset(named)
        return self.accused.get(a.report, frozenset())

    def called(self, b: Content) -> frozenset[str]:
        """The words that name the speaker of ``b``, or whom or what that one answers for."""
        speaker = b.attribution.speaker or ""
        called = (self.chain.entities[one].name for one in (speaker, *sorted(self.allies[speaker])))
        return frozenset(term for name in called for term in named_terms(name)) | self.offices[speaker]

    def weighed(self, term: str) -> float:
        """How telling a term is."""
        return self.weight.get(term, 0.0)

    def cue(self, c: Content) -> list[str]:
        """The words that say that it is said, folded."""
        text = self.chain.reports[c.attribution.report].text
        return [word for span in c.attribution.cue for word in tokens(span.of(text))]

    def words(self, c: Content) -> list[str]:
        """What is said, word by word, folded."""
        text = self.chain.reports[c.attribution.report].text
        return [word for span in c.attribution.content for word in tokens(span.of(text))]


def _one_name(one: str, other: str) -> bool:
    """ "Ana Sorel", "Ana B. Sorel": one person, even where the entities were not joined."""
    first, second = (set(tokens(name)) for name in (one, other))
    return min(len(first), len(second)) >= 2 and (first <= second or second <= first)


def _may_be(one: Entity, other: Entity) -> bool:
    """ "The former governor", where the report names a person who may be meant."""
    bare = (told for name in one.aliases if (told := tokens(name))[:1] == ["the"] and len(told) <= BARE)
    said = {word for listed in bare for word in listed if "of" not in listed}
    epithet = one.unnamed and one.kind == "person" and not words("disputes", "epithets").isdisjoint(said)
    return epithet and other.kind == "person"


def before(a: Content, b: Content) -> bool:
    """Whether ``a`` stands before ``b``, in one report."""
    return hull(a.attribution.content) < hull(b.attribution.content)


def enough(topic: float) -> float:
    """How much two contents have in common, if that is a topic."""
    return topic if topic >= TOPIC else 0.0


def beside(a: Content, b: Content, within: int) -> bool:
    """Whether two contents of one report stand within so many characters of each other."""
    one, other = a.attribution, b.attribution
    first, second = sorted((hull(one.content), hull(other.content)))
    return one.report == other.report and second.start - first.end <= within


def descriptions(c: Content, text: str) -> frozenset[Description]:
    """Which words of pairs that exclude each other a content uses."""
    said = folded(" ".join(span.of(text) for span in c.attribution.content))
    return frozenset(
        (number, side)
        for number, patterns in enumerate(_opposites())
        for side in (False, True)
        if patterns[side].search(said)
    )


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    def pattern(listed: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(word.replace('*', '[a-z]*') for word in listed.split())})\b")

    return tuple((pattern(pair["one"]), pattern(pair["other"])) for pair in table("disputes")["opposed"])


@cache
def judging() -> frozenset[int]:
    """Those of the pairs that judge of a thing: "fair", "rigged"."""
    return frozenset(n for n, pair in enumerate(table("disputes")["opposed"]) if pair.get("judging"))
