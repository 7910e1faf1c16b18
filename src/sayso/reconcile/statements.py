"""Which attributions say the same: of one speaker, in the same spirit, in nearly the same words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, product

from sayso.model import Attribution
from sayso.reconcile.contents import (
    AGAINST,
    QUOTE,
    RUN,
    Content,
    common,
    content,
    overlap,
    proper_terms,
    telling,
    terms_of,
    weights,
)
from sayso.reconcile.origins import Chain, Say
from sayso.span import hull
from sayso.story import Statement

CONTAINED = 0.5  # share of the weight of the shorter content that the longer one holds
FIRM = 0.4  # the same, where both deny, refuse, oppose or demand
HEADLINE = 0.4  # the same, where one of the two is the headline of the other
RARE = 4.0  # rarity of what is no name of what two have in common
WORDS = 4  # that stand in both
SHARED = 3  # distinct terms in common
HALF = 0.5  # share of the pairs of two sets that say the same, where the sets are one
REPEATED = 0.8  # share of a sentence of several that another one holds
FEW = 0.6  # share of the weight, where fewer terms are
WHOLE = 2.0  # more than any share: all that one says stands in the other as it is
STANCES = AGAINST | {"demand"}
_FINITE = frozenset(("am", "is", "are", "was", "were", "has", "have", "had"))


def find_statements(attributions: Sequence[Attribution], chain: Chain) -> tuple[Statement, ...]:
    """Every attribution in exactly one statement."""
    contents = [content(a, chain.reports[a.report]) for a in attributions]
    proper = proper_terms(chain.entities.values())
    weight = weights(contents)
    alike = [
        (share, a.attribution.id, b.attribution.id)
        for a, b in _candidates(contents, proper, chain)
        if (share := _says_the_same(a, b, weight, proper))
    ]
    known = {a.id: a for a in attributions}
    groups = [[known[name] for name in names] for names in _grouped([a.id for a in attributions], alike)]
    return tuple(_statement(number, group, chain) for number, group in enumerate(groups, start=1))


def _grouped(names: Sequence[str], alike: Sequence[tuple[float, str, str]]) -> list[list[str]]:
    """Sets, the surest first: two are joined if half of what is in the one says the same as the other.

    One long quotation does not make one statement of all the short ones that it holds.
    """
    linked = {frozenset(pair) for _, *pair in alike}
    groups = {name: [name] for name in names}
    waiting, before = sorted(alike, key=lambda pair: (-pair[0], pair[1:])), -1
    while len(waiting) != before:
        before, left = len(waiting), []
        for pair in waiting:
            one, other = (groups[name] for name in pair[1:])
            if one is other:
                continue
            if sum(frozenset(two) in linked for two in product(one, other)) >= HALF * len(one) * len(other):
                one += other
                groups.update(dict.fromkeys(other, one))
            else:
                left.append(pair)
        waiting = left
    order = {name: n for n, name in enumerate(names)}
    made = {id(group): sorted(group, key=order.__getitem__) for group in groups.values()}
    return sorted(made.values(), key=lambda group: order[group[0]])


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


def _in_one_sentence(a: Content, b: Content, weight: Mapping[str, float]) -> tuple[float, int]:
    """Share of the lighter content that one sentence of the other holds, and how many terms that are.

    Where it is of more sentences, as many of these may stand in sentences of the other.
    """
    lighter, other = sorted((a, b), key=lambda c: (math.fsum(weight[t] for t in c.terms), c.attribution.id))
    whole = math.fsum(weight[t] for t in lighter.terms)
    if not whole or not other.sentences:
        return 0.0, 0
    held = [lighter.terms.keys() & part for part in other.sentences]
    kept: set[str] = set()
    for sentence in lighter.sentences:
        best = max((sentence & part for part in other.sentences), key=lambda s: _weigh(s, weight))
        if _weigh(best, weight) >= REPEATED * _weigh(sentence, weight):
            kept |= best
    return max((common(s, a, b, weight) / whole, len(s)) for s in (*held, kept))


def _weigh(terms: Set[str], weight: Mapping[str, float]) -> float:
    return math.fsum(weight[t] for t in sorted(terms))


def _says_the_same(a: Content, b: Content, weight: Mapping[str, float], proper: frozenset[str]) -> float:
    """How much of the shorter one the other one holds, if that is enough to say the same; else 0."""
    shared = a.terms.keys() & b.terms.keys()
    if not shared - proper or a.withheld != b.withheld:
        return 0.0
    agree = a.negative(shared - proper) == b.negative(shared - proper)
    if agree and _word_for_word(a, b):
        return WHOLE
    if any(c.said[0] in _FINITE for c in (a, b)):  # "men it said | were guards": of whom stands elsewhere
        return 0.0
    quoted, elsewhere = _quoted(a, b), a.attribution.report != b.attribution.report
    told = terms_of(" ".join(quoted))
    rare = _rarity(told, proper) >= RARE
    share, count = overlap(a, b, weight), len(shared)
    if a.against == b.against and elsewhere and len(quoted) >= RUN and rare:
        return max(CONTAINED, share)
    if not agree or (a.numbers and b.numbers and not a.numbers & b.numbers):
        return 0.0
    least = CONTAINED if len(quoted) > QUOTE or (rare and len(told) == QUOTE) else 0.0
    if elsewhere:
        share, count = _in_one_sentence(a, b, weight)
    said = shared - proper
    if math.fsum(max(a.terms[t], b.terms[t]) for t in sorted(said)) < RARE:
        return least
    return share if share >= _bar(a, b, count, len(said), len(telling(said, a, b))) else least


def _rarity(terms: Mapping[str, float], proper: frozenset[str]) -> float:
    return math.fsum(rare for term, rare in sorted(terms.items()) if term not in proper)


def _word_for_word(a: Content, b: Content) -> bool:
    """Whether all that one says, a few words at least, stands in the other."""
    short, long = sorted((a.said, b.said), key=len)
    return len(short) >= WORDS and _holds(long, short)


def _quoted(a: Content, b: Content) -> Sequence[str]:
    """The longest that one has in quotation marks, a few words at least, of what stands in the other."""
    found: list[Sequence[str]] = [()]
    for one, two in ((a, b), (b, a)):
        found += [quote for quote in one.quotes if _holds(two.said, quote)]
        found += [run.split() for run in one.quoted & two.runs]
    return max(found, key=lambda said: (len(said), said))


def _holds(said: Sequence[str], some: Sequence[str]) -> bool:
    """Whether some words stand in others, one behind the other."""
    return f" {' '.join(some)} " in f" {' '.join(said)} "


def _bar(a: Content, b: Content, shared: int, said: int, telling: int) -> float:
    """How much two contents must have in common, given how many terms they share.

    ``said``: of these, how many are no names; ``telling``: how many of these are not for light words only.
    """
    if a.attribution.report == b.attribution.report and a.headline != b.headline:
        return HEADLINE if shared >= 2 else math.inf
    if a.attribution.polarity == b.attribution.polarity and a.attribution.polarity in STANCES:
        return FIRM if telling >= 2 or a.against else math.inf
    if telling >= 2 and shared >= SHARED:
        return CONTAINED
    if a.clause and b.clause and (telling >= 2 or (telling and said >= 2 and shared >= SHARED)):
        return FEW
    whole = min if a.clause and b.clause else max
    return CONTAINED if shared == whole(len(a.terms), len(b.terms)) else math.inf


def _statement(number: int, group: Sequence[Attribution], chain: Chain) -> Statement:
    says = [Say(a.report, hull(a.content), a.speaker, a.relay) for a in group if a.content]
    return Statement(f"s{number}", group[0].speaker, tuple(a.id for a in group), chain.voices(says))
