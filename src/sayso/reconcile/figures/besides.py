"""Counts that are not the same count, but that a reader should see beside each other, each with its reason.

A part and its whole, a count and the share that it is, a count of the killed or captured and one of the
killed: that both are given is no conflict, and no agreement either. Only what a report itself brings
together is set beside each other, so that a story is not flooded with pairs that say nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.data import words
from sayso.model import MEASURED, Quantity, Report
from sayso.reconcile.figures.counted import PEOPLE, Counted
from sayso.reconcile.figures.sizes import bounds, disjoint, middle
from sayso.reconcile.kinds import ARMED
from sayso.reconcile.terms import tokens
from sayso.story import Figure, Pair

Rule = Callable[[Counted, Counted, Report], str | None]
FEW = 20  # times: a person is not looked for among thousands
REACH = 8  # counts of one report that may stand between two that are looked at


def set_beside(figures: Sequence[Figure], relations: Sequence[Pair]) -> list[Figure]:
    """The figures with what is set beside them, each ``b`` of the relations beside its ``a``.

    What two voices give, or dispute, stays its own figure.
    """
    home = {member: figure for figure in figures for member in figure.members}
    host: dict[str, str] = {}

    def top(figure: str) -> str:
        return top(host[figure]) if figure in host else figure

    for relation in relations:
        one, other = home[relation.a], home[relation.b]
        quiet = (len(other.origins) < 2 or other.high == 1) and other.agreement in _QUIET
        if quiet and other.id not in host and top(one.id) != other.id:
            host[other.id] = one.id
    guests: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        guests[top(figure.id)].append(figure)
    pairs: defaultdict[str, list[Pair]] = defaultdict(list)
    for relation in relations:
        one, other = home[relation.a], home[relation.b]
        if one is not other and top(one.id) == top(other.id):
            pairs[top(one.id)].append(relation)
    return [_with(f, guests[f.id], pairs[f.id]) for f in figures if f.id not in host]


_QUIET = ("single", "agree", "compatible")


def _with(figure: Figure, together: Sequence[Figure], pairs: Sequence[Pair]) -> Figure:
    """A figure with those set beside it (and itself in ``together``), and their pairs."""
    others = [one for one in together if one.id != figure.id]
    if not others:
        return figure
    members = tuple(member for other in others for member in other.members)
    return replace(
        figure,
        members=(*figure.members, *members),
        agreement="compatible" if figure.agreement == "single" else figure.agreement,
        pairs=(*figure.pairs, *(pair for other in others for pair in other.pairs), *pairs),
        beside=members,
    )


def besides(counts: Sequence[Counted], reports: Mapping[str, Report]) -> Iterator[Pair]:
    """What the reports bring together, rule by rule; each count stands beside the first that fits.

    Reports begin with what counts most, so the first is the best guess at what a person is one of.
    """
    by_report: defaultdict[str, list[int]] = defaultdict(list)
    for i, count in enumerate(counts):
        by_report[count.quantity.report].append(i)
    near = [pair for members in by_report.values() for pair in _near(members, counts)]
    for rule in _RULES:
        done: set[int] = set()
        for i, j in near:
            why = None if j in done else rule(counts[i], counts[j], reports[counts[i].quantity.report])
            if why:
                done.add(j)
                yield Pair(counts[i].quantity.id, counts[j].quantity.id, "compatible", why)


def _near(members: Sequence[int], counts: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """The pairs of one report that are looked at: a few counts on; of one that says "or", all."""
    for n, i in enumerate(members):
        either = counts[i].quantity.also
        others = members if either else members[max(0, n - REACH) : n + REACH + 1]
        yield from ((i, j) for j in others if i != j)


def _part(whole: Counted, part: Counted, _: Report) -> str | None:
    """ "Detained 500 suspects, including 358 members": of one category, and the report says it is a part."""
    a, b = whole.quantity, part.quantity
    if b.part_of != a.id or a.category != b.category or a.is_share != b.is_share:
        return None
    return f"{bounds(b)} is a part of {bounds(a)}, as the report says" if _fits(b, a) else None


def _share(whole: Counted, part: Counted, report: Report) -> str | None:
    """ "1,200 families, or half the village": the same people as a count and as a share."""
    a, b = whole.quantity, part.quantity
    if a.is_share or not b.is_share or a.proposed != b.proposed or a.category in MEASURED:
        return None
    if b.category in PEOPLE - {a.category}:  # "15,000 arrivals, a third of the dead …"
        return None
    if whole.sentence != part.sentence or not _APPOSED.fullmatch(report.text, a.span.end, b.span.start):
        return None
    if (_kind(part) and not _kind(part) & _kind(whole)) or not _OF_ALL.match(report.text, b.number.end):
        return None
    return "a count and the share that it is: the report gives both for the same people"


_OF_ALL = re.compile(r"\s+(?:of|the|its|their|all)\b")  # not "79 percent higher"
_APPOSED = re.compile(
    r"(?:\s+(?:of|in|from|at)\s[^,;.:()–—]{1,40})?"
    r"\s*(?:[,(–—]\s*(?:or|that is|i\.e\.|equal to|equivalent to|representing|making up)?|or)\s*"
)


def _among(whole: Counted, some: Counted, report: Report) -> str | None:
    """ "Four people were hurt. … A 24-year-old woman, two of the victims": perhaps some of the four."""
    a, b = whole.quantity, some.quantity
    if a.category != b.category or a.category not in PEOPLE or a.is_share or b.is_share:
        return None
    if a.proposed or b.proposed or a.part_of or disjoint(a.when, b.when) or middle(b) >= middle(a):
        return None
    if (whole.place and some.place - whole.place) or b.part_of:
        return None
    if whole.who.roles & ARMED and not (some.who.roles & ARMED or some.part):
        return None  # "an elderly woman" is none of the 17 soldiers
    if some.single or some.part:
        told = "one person told of" if some.single else f"{bounds(b)} told of as a part"
        fits = not whole.part and a.span.start <= b.span.start
        fits = fits and middle(a) <= FEW * middle(b)
    else:
        told, fits = bounds(b), _goes_on(whole, some, report)
    return f"{told} may be among {bounds(a)} or not: the report does not say" if fits else None


def _goes_on(whole: Counted, some: Counted, report: Report) -> bool:
    """ "It detained 500 suspects. It said that three commanders were detained": perhaps among the 500.

    Only where the same voice goes on in the next sentence, and the first count is of no kind of people.
    """
    a, b = whole.quantity, some.quantity
    same_voice = a.speaker is not None and a.speaker == b.speaker
    kinds = bool(_kind(some)) and not _kind(whole) and not some.rest and not b.part_of
    here, there = whole.sentence.end, some.sentence.start
    return same_voice and kinds and here <= there and not report.text[here:there].strip()


def _kind(c: Counted) -> frozenset[str]:
    """What kind of people is counted, if any: not "suspects", which may be anybody."""
    if words("counting", "anybody") & set(tokens(c.quantity.unit)):
        return frozenset()
    return c.who.marks | c.who.names


def _either(union: Counted, one: Counted, _: Report) -> str | None:
    """ "Killed or captured hundreds of fighters" beside "killed 120 fighters", both said by one voice."""
    a, b = union.quantity, one.quantity
    if not a.also or b.also or b.category not in (a.category, *a.also) or a.speaker != b.speaker:
        return None
    if a.speaker is None or a.proposed != b.proposed or disjoint(a.when, b.when) or not _fits(b, a):
        return None
    if b.is_share or (_kind(one) and not one.who.roles & union.who.roles):
        return None
    both = " or ".join(sorted({a.category, *a.also}))
    return f"{bounds(a)} counts the {both}, {bounds(b)} the {b.category} only"


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is not greater than the whole can be."""
    return whole.high is None or part.low is None or part.low <= whole.high


_RULES: tuple[Rule, ...] = (_either, _part, _share, _among)
