"""Figures: quantities that count the same, and how they compare. Nothing is summed or recommended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.data import words
from sayso.model import Quantity, Report
from sayso.reconcile.copies import Copies
from sayso.reconcile.figures.besides import besides, set_beside
from sayso.reconcile.figures.comparing import ENOUGH, compare
from sayso.reconcile.figures.counted import PEOPLE, Counted, all_counted
from sayso.reconcile.figures.verdicts import verdict
from sayso.reconcile.origins import Chain, Say
from sayso.reconcile.wording import contested
from sayso.story import Agreement, Figure, Pair

COMPANIONS = 1.0  # what it adds that counts stand beside others that fit, too
PRESENT = {"displaced", "population"}  # those who came to a place, those who are there: often the same people
# Stand in the label: the number alone would pass for a fact.
NO_FACT, DENIED = " (possible or planned)", " (denied or outdated)"
Block = tuple[Hashable, ...]
Couple = tuple[int, int]


def find_figures(quantities: Sequence[Quantity], chain: Chain) -> tuple[Figure, ...]:
    """Every quantity in exactly one figure.

    Two figures become one only if none of their members speaks against it; what one voice alone gives of a
    part is set beside the whole.
    """
    counts = all_counted(quantities, chain.reports, chain.entities)
    groups = enumerate(_groups(counts, chain.copies), start=1)
    found = [_figure(number, group, chain) for number, group in groups]
    joined = set_beside(found, [*besides(counts, chain.reports)])
    return tuple(replace(figure, id=f"f{number}") for number, figure in enumerate(joined, start=1))


def _groups(counts: Sequence[Counted], copies: Copies) -> list[list[Counted]]:
    """Best pairs first, as long as nobody in the one group is kept apart from anybody in the other."""
    fits = _fits(counts, copies)
    scores = _with_companions(fits, counts)
    group = {i: [i] for i in range(len(counts))}
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group[i], group[j]
        if scores[i, j] < ENOUGH or one is other:
            continue
        if all((min(x, y), max(x, y)) in fits for x in one for y in other):
            one.extend(other)
            group.update((x, one) for x in other)
    distinct = {id(members): sorted(members) for members in group.values()}
    return [[counts[i] for i in members] for members in sorted(distinct.values())]


def _fits(counts: Sequence[Counted], copies: Copies) -> dict[Couple, float]:
    """The pairs that nothing keeps apart. Only counts with a block in common are compared."""
    holders: defaultdict[Block, list[int]] = defaultdict(list)
    for i, count in enumerate(counts):
        for block in _blocks(count):
            holders[block].append(i)
    pairs = {pair for members in holders.values() for pair in combinations(members, 2)}
    scores = {(i, j): _score(counts[i], counts[j], copies) for i, j in sorted(pairs)}
    return {pair: score for pair, score in scores.items() if score is not None}


def _blocks(c: Counted) -> set[Block]:
    """What comparable counts share: the category and, but for counts of people, the thing or the number."""
    q = c.quantity
    fact = q.proposed, q.denied
    kind = q.category, fact, q.is_share
    shared: set[Block] = {("present", fact)} if q.category in PRESENT and not q.is_share else set()
    if q.category in PEOPLE:
        return {kind} | shared
    return {(*kind, role) for role in c.who.roles} | {(*kind, q.low, q.high)} | shared


def _score(a: Counted, b: Counted, copies: Copies) -> float | None:
    """How much speaks for their counting the same; the same words in two reports are enough.

    Of other bounds, or of another unit, they are words that stand near.
    """
    one, other = a.quantity, b.quantity
    same = one.report != other.report and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    if same and copies.shared((one.report, one.span), (other.report, other.span)):
        return 2 * ENOUGH
    return compare(a, b)


def _with_companions(fits: Mapping[Couple, float], counts: Sequence[Counted]) -> dict[Couple, float]:
    """The scores, higher where each of two counts has one of another kind in its sentence, and these fit.

    "12 killed and 40 injured" beside "12 dead, 41 hurt".
    """
    sentences: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, c in enumerate(counts):
        sentences[c.quantity.report, c.sentence].append(i)
    kinds = [c.quantity.category for c in counts]
    near = [
        [j for j in sentences[c.quantity.report, c.sentence] if kinds[j] != c.quantity.category]
        for c in counts
    ]

    def supported(pair: Couple) -> bool:
        others = ((min(i, j), max(i, j)) for i in near[pair[0]] for j in near[pair[1]])
        return any(fits.get(other, 0.0) >= COMPANIONS for other in others)

    return {pair: score + COMPANIONS * supported(pair) for pair, score in fits.items()}


def _figure(number: int, group: Sequence[Counted], chain: Chain) -> Figure:
    members = [c.quantity for c in group]
    couples = [*combinations(members, 2)]
    pairs = tuple(Pair(a.id, b.id, *verdict(a, b, chain)) for a, b in couples)
    here = ((a, b) for (a, b), p in zip(couples, pairs, strict=True) if p.agreement == "conflicts")
    rivals = [(a.speaker, b.speaker) for a, b in here if a.report == b.report]
    low, high = _ends(members)
    return Figure(
        id=f"f{number}",
        label=_label(group, chain.reports),
        members=tuple(q.id for q in members),
        agreement=_agreement([pair.agreement for pair in pairs]),
        pairs=pairs,
        low=low,
        high=high,
        origins=chain.voices((Say(q.report, q.span, q.speaker, q.relay) for q in members), rivals),
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


def _agreement(verdicts: Sequence[Agreement]) -> Agreement:
    order: Sequence[Agreement] = ("conflicts", "progresses", "compatible", "agree")
    return next((verdict for verdict in order if verdict in verdicts), "single")


def _year(q: Quantity, reports: Mapping[str, Report]) -> str:
    """The year of what happened in a year before that of the report."""
    when, told = q.when, reports[q.report].published.earliest
    if not (when and when.earliest and when.latest and told) or when.earliest.year != when.latest.year:
        return ""
    return str(when.latest.year) if when.latest.year < told.year else ""


def _label(group: Sequence[Counted], reports: Mapping[str, Report]) -> str:
    """What is counted, in the words of the member that says most, without its number; and of an earlier year.

    Words that others would not choose, as "martyrs", are quoted, and only where there is no plain one.
    """

    def called(q: Quantity) -> str:
        return q.party or q.unit or " ".join(reports[q.report].text[q.number.end : q.span.end].split())

    common = Counter(called(c.quantity) for c in group)
    plain = [said for said in common if contested(said) is None]
    named = {contested(said) or said for said in common}
    broad = words("counting", "broad")
    if plain:
        what = max(plain, key=lambda said: (len(said), common[said], said))
        if what in broad:  # "citizens" say no more than "people"
            what = max(broad & common.keys(), key=lambda said: (common[said], said))
    else:
        what = f"“{next(iter(common))}”" if len(common) == 1 else min(named)
    category = Counter(c.quantity.category for c in group).most_common(1)[0][0]
    longest = max((c.quantity for c in group), key=lambda q: (len(called(q)), common[called(q)], q.id))
    same = category == "other" or category in what.split()  # "injured people"
    parts = [what or ("number" if category == "other" else ""), "" if same else category, longest.place or ""]
    parts.append(_year(longest, reports))
    mark = DENIED if longest.denied else NO_FACT if longest.proposed else ""
    return ", ".join(dict.fromkeys(part for part in parts if part)) + mark
