"""Figures: quantities that count the same, and how they compare. Nothing is summed or recommended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from sayso.model import Quantity, Report
from sayso.reconcile.besides import besides, set_beside
from sayso.reconcile.comparing import (
    ENOUGH,
    NEXT,
    PEOPLE,
    PRESENT,
    Match,
    companions,
    compare,
    dead_beside,
    gap,
)
from sayso.reconcile.copies import Copies
from sayso.reconcile.counted import Counted, counted
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.sizes import is_share
from sayso.reconcile.terms import body
from sayso.reconcile.verdicts import verdict
from sayso.story import Agreement, Figure, Pair

BESIDE = 1.0
Block = tuple[Hashable, ...]


def find_figures(quantities: Sequence[Quantity], chain: Chain) -> tuple[Figure, ...]:
    """Every quantity in exactly one figure.

    Two figures become one only if none of their members speaks against it; what one voice alone gives of a
    part is set beside the whole.
    """
    begins = {name: _begins(report) for name, report in chain.reports.items()}
    facets = _others([counted(q, chain.reports[q.report], begins[q.report]) for q in quantities])
    found = [
        _figure(number, group, chain) for number, group in enumerate(_groups(facets, chain.copies), start=1)
    ]
    joined = set_beside(found, besides(facets, chain.reports))
    return tuple(replace(figure, id=f"f{number}") for number, figure in enumerate(joined, start=1))


def _others(facets: Sequence[Counted]) -> list[Counted]:
    """ "One was killed and four others hurt": others than those of another kind, so nobody is left out."""

    def after(i: int) -> bool:
        one, other = facets[i - 1].quantity, facets[i].quantity
        told = one.report == other.report and gap(one, other) <= NEXT
        return told and one.category in PEOPLE - {other.category}

    return [
        replace(facet, rest=False) if i and facet.rest and after(i) else facet
        for i, facet in enumerate(facets)
    ]


def _begins(report: Report) -> int:
    """Where the text of a report begins, after its furniture and title."""
    spans = [span for span in body(report) if span.of(report.text).strip()]
    starts = [span.start for span in spans if not (report.title and report.title.contains(span))]
    title = report.title.end if report.title else 0
    return max(title, min(starts, default=0))


def _groups(facets: Sequence[Counted], copies: Copies) -> list[list[Counted]]:
    """Best pairs first, as long as nobody in the one group is kept apart from anybody in the other."""
    near, dead, given = companions(facets), dead_beside(facets), _given(facets)
    fits = {
        (i, j): match
        for (i, j), match in _fits(facets, copies).items()
        if not _with_the_dead(facets[i], facets[j], dead[i] | dead[j])
        and not _gives_both(facets[i].quantity, facets[j].quantity, given)
    }
    scores = {pair: match.score + _beside(pair, fits, near) for pair, match in fits.items()}
    group = {i: [i] for i in range(len(facets))}
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group[pair[0]], group[pair[1]]
        if scores[pair] < ENOUGH or one is other:
            continue
        if all((min(x, y), max(x, y)) in fits for x in one for y in other):
            one.extend(other)
            group.update((x, one) for x in other)
    distinct = {id(members): sorted(members) for members in group.values()}
    return [[facets[i] for i in members] for members in sorted(distinct.values())]


def _fits(facets: Sequence[Counted], copies: Copies) -> dict[tuple[int, int], Match]:
    """The pairs that nothing keeps apart. Only counts with a block in common are compared."""
    holders: defaultdict[Block, list[int]] = defaultdict(list)
    for i, facet in enumerate(facets):
        for block in _blocks(facet):
            holders[block].append(i)
    pairs = {pair for members in holders.values() for pair in combinations(members, 2)}
    matches = {(i, j): _match(facets[i], facets[j], copies) for i, j in sorted(pairs)}
    return {pair: match for pair, match in matches.items() if not match.apart}


def _blocks(c: Counted) -> set[Block]:
    """What comparable counts share: the category and, but for counts of people, the thing or the number."""
    q = c.quantity
    kind = q.category, q.proposed, is_share(q)
    shared: set[Block] = {("present", q.proposed)} if q.category in PRESENT and not is_share(q) else set()
    if q.category in PEOPLE:
        return {kind} | shared
    return {(*kind, role) for role in c.roles} | {(*kind, q.low, q.high)} | shared


Given = Mapping[tuple[str, str, str | None], Set[float | None]]


def _given(facets: Sequence[Counted]) -> Given:
    """The numbers that one voice gives in one report, by category."""
    found: defaultdict[tuple[str, str, str | None], set[float | None]] = defaultdict(set)
    for q in (facet.quantity for facet in facets):
        found[q.report, q.category, q.speaker].add(q.value)
    return found


def _gives_both(a: Quantity, b: Quantity, given: Given) -> bool:
    """Whether the voice that gives the lower number gives the higher one too: then the lower is a part.

    "Five people were shot. … Three men were hit", against "five" in another report.
    """
    few, many = sorted((a, b), key=lambda q: q.value or 0)
    told = given[few.report, few.category, few.speaker] if a.report != b.report else frozenset()
    return a.category in PEOPLE and few.value != many.value and many.value is not None and many.value in told


def _with_the_dead(a: Counted, b: Counted, dead: Set[float]) -> bool:
    """Whether one counts the hurt, the other them and the dead: "six shot", "one killed and five wounded"."""
    one, other = a.quantity, b.quantity
    if one.category != "injured" or one.value is None or other.value is None:
        return False
    return one.value != other.value and abs(one.value - other.value) in dead


def _match(a: Counted, b: Counted, copies: Copies) -> Match:
    one, other = a.quantity, b.quantity
    if one.report != other.report and copies.shared((one.report, one.span), (other.report, other.span)):
        return Match(False, 2 * ENOUGH, "the same words in both reports")
    return compare(a, b)


def _beside(
    pair: tuple[int, int], fits: Mapping[tuple[int, int], Match], near: Sequence[Sequence[int]]
) -> float:
    """What it adds that each stands beside a count of another kind, and these two fit as well."""
    others = ((min(i, j), max(i, j)) for i in near[pair[0]] for j in near[pair[1]])
    return BESIDE if any(o in fits and fits[o].score >= BESIDE for o in others) else 0.0


def _figure(number: int, group: Sequence[Counted], chain: Chain) -> Figure:
    members = [c.quantity for c in group]
    pairs = tuple(_pair(a, b, chain) for a, b in combinations(members, 2))
    low, high = _ends(members)
    return Figure(
        id=f"f{number}",
        label=label(group, chain.reports),
        members=tuple(q.id for q in members),
        agreement=_agreement([pair.agreement for pair in pairs]),
        pairs=pairs,
        low=low,
        high=high,
        origins=chain.voices(_say(c, group) for c in group),
    )


def _ends(members: Sequence[Quantity]) -> tuple[float | None, float | None]:
    """The lowest and the highest that is said; an end is open where nobody gives one as far out.

    "At least 20" and "22" end at 22; "more than 30" and "22" have no upper end.
    """
    lows, highs = (
        [x for x in ends if x is not None] for ends in zip(*((q.low, q.high) for q in members), strict=True)
    )
    low, high = min(lows, default=None), max(highs, default=None)
    beyond = any(q.high is None and (high is None or (q.low or 0.0) > high) for q in members)
    below = any(q.low is None and (low is None or (q.high or 0.0) < low) for q in members)
    return None if below else low, None if beyond else high


def _say(c: Counted, group: Sequence[Counted]) -> Say:
    """On whose say-so a member stands; a headline stands on that of the text below it."""
    q = c.quantity
    if c.headline and q.speaker is None:
        below = [
            other.quantity for other in group if other.quantity.report == q.report and not other.headline
        ]
        q = below[0] if below else q
    return Say(q.report, q.span, q.speaker, q.relay)


def _agreement(verdicts: Sequence[Agreement]) -> Agreement:
    order: Sequence[Agreement] = ("conflicts", "progresses", "compatible", "agree")
    return next((verdict for verdict in order if verdict in verdicts), "single")


def label(group: Sequence[Counted], reports: Mapping[str, Report]) -> str:
    """What is counted, in the words of the member that says most, without its number."""

    def words(q: Quantity) -> str:
        own = " ".join(q.span.of(reports[q.report].text).split())
        number = " ".join(q.number.of(reports[q.report].text).split())
        rest = " ".join(own.replace(number, " ", 1).split())
        return q.party or q.unit or rest

    common = Counter(words(c.quantity) for c in group)
    category = Counter(c.quantity.category for c in group).most_common(1)[0][0]
    longest = max((c.quantity for c in group), key=lambda q: (len(words(q)), common[words(q)], q.id))
    parts = [words(longest), category if category != "other" else "", longest.place or ""]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _pair(a: Quantity, b: Quantity, chain: Chain) -> Pair:
    agreement, why = verdict(a, b, chain)
    return Pair(a.id, b.id, agreement, why)


def members_by_side(figure: Figure, quantities: Mapping[str, Quantity]) -> Iterable[list[Quantity]]:
    """The members of a figure, those with the same bounds together, lowest first."""
    sides: dict[tuple[float, float], list[Quantity]] = {}
    for name in figure.own:
        q = quantities[name]
        low, high = (x if x is not None else float("inf") for x in (q.low, q.high))
        sides.setdefault((low, high), []).append(q)
    return [sides[key] for key in sorted(sides)]
