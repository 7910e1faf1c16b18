"""Which report copies which: exact shared passages, found by shingles of words, furniture left out.

Two reports are copies when passages that they share make up at least ``COPY`` of the words of the shorter
one, with and without what stands in quotation marks: who quotes the same statement at length has not copied.
A paragraph of background that both carry is no copy either; it is one passage, which ``shared`` tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

from sayso.model import Origin, Report
from sayso.outlets import outlets
from sayso.reconcile.joining import Sets
from sayso.reconcile.passages import COPY, Pair, Passage, Shared, Words, compare
from sayso.reconcile.terms import tokens
from sayso.span import Span

HOST = re.compile(r"https?://(?:[^/@\s]*@)?([\w.-]+)", re.IGNORECASE)
NOT_TEXT = re.compile(r"photo|image|picture|video|graphic|additional|contribut|getty", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Copies:
    """What reports of a story share, by pair of reports, and for each that is a copy what it copies."""

    pairs: Mapping[Pair, Shared]
    origins: Mapping[str, Origin]

    def first(self, report: str, span: Span) -> str:
        """Where the words at ``span`` come from: the report that they are copied from, or who is credited."""
        origin = self.origins.get(report)
        if origin is None:
            return report
        own = list(self._passages(report, origin.name))
        if own and not any(passage.here.contains(span) for passage in own):
            return report
        credited = self.origins.get(origin.name)  # the report that is copied may itself credit an outlet
        return credited.name if credited else origin.name

    def within(self, one: str, other: str) -> Callable[[Span], bool]:
        """Whether a place of a report stands in a passage that it shares with another."""
        passages = [passage.here for passage in self._passages(one, other)]
        return lambda span: any(here.contains(span) for here in passages)

    def shared(self, a: tuple[str, Span], b: tuple[str, Span]) -> bool:
        """Whether two places of two reports stand at the same point of one shared passage."""
        (one, here), (other, there) = a, b
        return any(
            p.here.contains(here) and p.there.contains(there) and _aligned(p, here, there)
            for p in self._passages(one, other)
        )

    def _passages(self, one: str, other: str) -> Iterator[Passage]:
        if (one, other) in self.pairs:
            yield from self.pairs[one, other].passages
        elif (other, one) in self.pairs:
            for p in self.pairs[other, one].passages:
                yield Passage(p.there, p.here, p.length)


def _aligned(passage: Passage, here: Span, there: Span) -> bool:
    """Same point of the passage, from either of its ends, white space and quotation marks apart.

    Furniture before or behind that point is longer in one of the two.
    """
    begins = (here.start - passage.here.start) - (there.start - passage.there.start)
    ends = (passage.here.end - here.end) - (passage.there.end - there.end)
    return min(abs(begins), abs(ends)) <= passage.length


class Copying:
    """Copies story by story. Of a story that has grown, only what is new to each other is compared."""

    def __init__(self) -> None:
        self._texts: dict[str, Words] = {}
        self._shared: defaultdict[str, dict[str, Shared]] = defaultdict(dict)
        self._met: dict[str, int] = {}  # which story, of all so far, a report was in last
        self._stories = count()

    def of(self, reports: Iterable[Report]) -> Copies:
        """Shared passages and copies among the reports of one story."""
        listed = {report.id: report for report in sorted(reports, key=lambda r: r.id)}
        if len(listed) > 1:
            self._compare(listed)
        pairs = {
            (one, other): shared
            for one in listed
            for other, shared in sorted(self._shared[one].items())
            if other in listed
        }
        shares = {pair: shared.share for pair, shared in pairs.items() if shared.share >= COPY}
        return Copies(pairs, _origins(listed, shares))

    def _compare(self, listed: Mapping[str, Report]) -> None:
        for name, report in listed.items():
            if name not in self._texts:
                self._texts[name] = Words(report)
                self._met[name] = next(self._stories)
        if len({self._met[name] for name in listed}) > 1:
            found = compare({name: self._texts[name] for name in listed}, self._met)
            for (one, other), shared in found.items():
                self._shared[one][other] = shared
            self._met.update(dict.fromkeys(listed, next(self._stories)))


def find_copies(reports: Iterable[Report]) -> Copies:
    """Shared passages and copies among the reports of one story."""
    return Copying().of(reports)


def _origins(reports: Mapping[str, Report], shares: Mapping[tuple[str, str], float]) -> dict[str, Origin]:
    copies = Sets(reports)
    for one, other in shares:
        copies.join(one, other)
    found: dict[str, Origin] = {}
    for names in copies.sets():
        supplied = [r for r in map(reports.__getitem__, names) if _credit(r) or outlet(r) in _filed([r])]
        first = min(names, key=lambda name: _primacy(reports[name], supplied))
        for name in names:
            credit = _credit(reports[name])
            if name != first:
                found[name] = Origin(first, _basis(reports[name], reports[first], shares))
            elif credit:
                found[name] = Origin(credit, f"the text credits {credit}")
    return found


def _primacy(report: Report, supplied: Sequence[Report]) -> tuple[int, str, str, int, str]:
    """Sorts first what others copy: by its own dateline, or one nobody signs; who credits none; earliest.

    Where some credit an agency, a known outlet that does not is no likelier to have written the text, but
    for the one that is credited; nor is one that carries it on a later day than who credits another.
    """
    first, last = report.published.earliest, report.published.latest
    dates = str(last or "9999"), str(first or "9999")
    own = outlet(report)
    credited = {name for other in supplied if (name := _credit(other))}
    known = report.publisher is not None and not {own} & {*_agencies(), *credited}
    wired = known and bool(_filed(supplied) or credited & _agencies())
    others = (other.published.latest for other in supplied if _credit(other) not in (own, None))
    later = first and any(day and day < first for day in others)
    credit, filed = _credit(report), _filed([report])  # not "with Reuters"
    page = (1 if report.publisher else -1) if filed else 2  # what no outlet signs is the agency's own text
    rank = page if credit else -2 if own in filed | credited else 3 if wired or later else 0
    return rank, *dates, -len(report.text), report.id


def _filed(reports: Iterable[Report]) -> set[str]:
    """Whom the datelines of reports credit: "KORRIN (Reuters) -", on the page of Reuters, too."""
    lines = [(r, line.span) for r in reports for line in r.furniture if line.label == "dateline"]
    said = [(m, line, line.of(r.text)) for r, line in lines for m in r.credits]
    return {m.label for m, line, words in said if line.contains(m.span) or f"({m.label})" in words}


def _basis(copy: Report, first: Report, shares: Mapping[tuple[str, str], float]) -> str:
    share = shares.get((min(copy.id, first.id), max(copy.id, first.id)))
    same = f"{share:.0%} of the words of the shorter report are the same" if share else ""
    parts = [same or "a copy of a copy"]
    credit, supplier = _credit(copy), _credit(first)
    own, other = copy.published.earliest, first.published.latest
    if credit:
        parts.append(f"it credits {credit}")
    elif supplier:
        parts.append(f"{first.id} credits {supplier} for it")
    elif outlet(first) in _filed([first]):
        parts.append(f"{first.id} bears the dateline of its own outlet, {outlet(first)}")
    elif own and other and other < own:
        parts.append(f"{first.id} was published by {other}, this one not before {own}")
    else:
        parts.append("which of the two came first is not stated")
    return "; ".join(parts)


def _credit(report: Report) -> str | None:
    """The one outlet that the report credits for its text; None where there is none, or several."""
    own = _names(report.publisher.name) if report.publisher else set()
    texts = [m for m in report.credits if not NOT_TEXT.search(_line(report.text, m.span))]
    labels = {mark.label for mark in texts}
    whole = {name for name in labels if not any(name.startswith(f"{other} ") for other in labels)}
    names = {name for name in whole if set(tokens(name)) - own}
    return names.pop() if len(names) == 1 else None


def _names(publisher: str) -> set[str]:
    """The words of an outlet's names, which it may state by its address."""
    names = [o.names for o in outlets() if publisher in (*o.names, *o.domains)]
    short = publisher.partition(".")[0]
    return set(tokens(" ".join([publisher, short, *(name for known in names for name in known)])))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name for o in outlets() if o.agency for name in (*o.names, *o.domains))


def _line(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)][:400]


def outlet(report: Report) -> str:
    """The outlet that serves a report: its name, else the host of its address, else its place."""
    if report.publisher:
        return report.publisher.name
    host = HOST.match(report.url or "")
    if host:
        return host[1].lower()
    place = report.source_id or re.split(r"[\\/]", report.path or report.url or "")[-1] or report.id
    return f"unnamed outlet ({place})"


def with_origins(reports: Iterable[Report], copies: Copies) -> tuple[Report, ...]:
    """The reports, each copy with what it copies."""
    return tuple(replace(r, origin=copies.origins.get(r.id, r.origin)) for r in reports)


__all__ = ["Copies", "Copying", "find_copies", "outlet", "with_origins"]
