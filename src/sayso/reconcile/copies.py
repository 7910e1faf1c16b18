"""Which report copies which: exact shared passages, found by shingles of words, furniture left out.

Two reports are copies when passages that they share make up at least ``COPY`` of the words of the shorter
one, with and without what stands in quotation marks: who quotes the same statement at length has not copied.
A paragraph of background that both carry is no copy either; it is one passage, which ``shared`` tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from sayso.model import Origin, Report
from sayso.outlets import outlets
from sayso.reconcile.joining import Sets
from sayso.reconcile.terms import WORD, body, folded, tokens
from sayso.span import Span

SHINGLE = 8  # words
EDGE = 8  # characters that may follow the last word
COPY = 0.5  # share of the words of the shorter report
OWN = 0.25  # of its words must stand outside quotation marks, or those inside count too
QUOTED = re.compile(r"[“„\"«][^“”„\"«»\n]+[”“\"»]")
HOST = re.compile(r"https?://(?:[^/@\s]*@)?([\w.-]+)", re.IGNORECASE)
NOT_TEXT = re.compile(r"photo|image|picture|video|graphic|additional|contribut|getty", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two reports, ``first`` < ``second`` by id; ``length`` counts words."""

    first: str
    second: str
    here: Span
    there: Span
    length: int


@dataclass(frozen=True, slots=True)
class Copies:
    """Shared passages of a story by pair of reports, and for each report that is a copy what it copies."""

    passages: Mapping[tuple[str, str], Sequence[Passage]]
    origins: Mapping[str, Origin]

    def first(self, report: str, span: Span) -> str:
        """Where the words at ``span`` come from: the report that they are copied from, or who is credited."""
        origin = self.origins.get(report)
        if origin is None:
            return report
        passages = [
            *self.passages.get((report, origin.name), ()),
            *self.passages.get((origin.name, report), ()),
        ]
        own = (p.here if p.first == report else p.there for p in passages)
        if passages and not any(stretch.contains(span) for stretch in own):
            return report
        credited = self.origins.get(origin.name)  # the report that is copied may itself credit an outlet
        return credited.name if credited else origin.name

    def shared(self, a: tuple[str, Span], b: tuple[str, Span]) -> bool:
        """Whether two places of two reports stand at the same point of one shared passage."""
        (one, here), (other, there) = sorted((a, b))
        return any(
            p.here.contains(here) and p.there.contains(there) and _aligned(p, here, there)
            for p in self.passages.get((one, other), ())
        )


def _aligned(passage: Passage, here: Span, there: Span) -> bool:
    """Same point of the passage, white space and quotation marks apart."""
    return abs((here.start - passage.here.start) - (there.start - passage.there.start)) <= passage.length


def find_copies(reports: Iterable[Report]) -> Copies:
    """Shared passages and copies among the reports of one story."""
    listed = {report.id: report for report in sorted(reports, key=lambda r: r.id)}
    texts = {name: _Words.of(report) for name, report in listed.items()} if len(listed) > 1 else {}
    places = _places(texts)
    passages: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in _passages(texts, places):
        passages[passage.first, passage.second].append(passage)
    shares = {pair: _share(texts, places, pair) for pair in passages}
    shares = {pair: share for pair, share in shares.items() if share >= COPY}
    return Copies(passages, _origins(listed, shares))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a report that may be shared, and where each starts and ends: many, so plain numbers."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    shingles: list[str]  # each run of ``SHINGLE`` words
    once: frozenset[int]  # words that do not only repeat what the report has said
    own: frozenset[int]  # of these those outside quotation marks; all where they are too few

    @classmethod
    def of(cls, report: Report) -> _Words:
        spans = [span for span in body(report) if report.title is None or span != report.title]
        found = [m for span in spans for m in WORD.finditer(report.text, span.start, span.end)]
        words, starts = [folded(m[0]) for m in found], [m.start() for m in found]
        shingles = [" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
        once = set(range(len(starts))) - _repeated(shingles)
        own = once.copy()
        for quoted in QUOTED.finditer(report.text):
            own.difference_update(range(*(bisect_left(starts, edge) for edge in quoted.span())))
        enough = len(own) >= OWN * len(once)
        ends = [m.end() for m in found]
        return cls(words, starts, ends, shingles, frozenset(once), frozenset(own if enough else once))

    def stretch(self, at: int, length: int) -> Span:
        """From the end of the word before to the start of the word after."""
        last = at + length
        end = self.starts[last] if last < len(self.words) else self.ends[last - 1] + EDGE
        return Span(self.ends[at - 1] if at else 0, end)


def _repeated(shingles: Sequence[str]) -> set[int]:
    """The words of shingles that stood before, such as a caption under each of three pictures."""
    first: dict[str, int] = {}
    later = (at for at, shingle in enumerate(shingles) if first.setdefault(shingle, at) != at)
    return {at + n for at in later for n in range(SHINGLE)}


_Places = Mapping[str, Mapping[str, Sequence[int]]]  # report → shingle that others have too → its numbers


def _places(texts: Mapping[str, _Words]) -> _Places:
    first: dict[str, str] = {}  # shingle → the report that has it; most are in one
    several: set[str] = set()
    for name, text in texts.items():
        several.update(shingle for shingle in text.shingles if first.setdefault(shingle, name) != name)
    places: dict[str, defaultdict[str, list[int]]] = {name: defaultdict(list) for name in texts}
    for name, text in texts.items():
        for at, shingle in enumerate(text.shingles):
            if shingle in several:
                places[name][shingle].append(at)
    return places


def _share(texts: Mapping[str, _Words], places: _Places, pair: tuple[str, str]) -> float:
    """How much of the shorter report stands in shared shingles: of all, without repeats, without quotations.

    The least of the three.
    """
    shorter, longer = sorted(pair, key=lambda name: (len(texts[name].once), name))
    covered = {
        at + n
        for shingle in places[shorter].keys() & places[longer].keys()
        for at in places[shorter][shingle]
        for n in range(SHINGLE)
    }
    text = texts[shorter]
    return min(
        len(covered.intersection(words)) / len(words)
        for words in (range(len(text.words)), text.once, text.own)
    )


def _passages(texts: Mapping[str, _Words], places: _Places) -> Iterator[Passage]:
    """Runs of at least ``SHINGLE`` equal words.

    Of a shingle that a report repeats, its first place counts.
    """
    for (one, other), starts in sorted(_hits(places).items()):
        for i, j in sorted(starts):
            if (i - 1, j - 1) not in starts:
                length = SHINGLE
                while (i + length - SHINGLE + 1, j + length - SHINGLE + 1) in starts:
                    length += 1
                here, there = texts[one].stretch(i, length), texts[other].stretch(j, length)
                yield Passage(one, other, here, there, length)


def _hits(places: _Places) -> Mapping[tuple[str, str], set[tuple[int, int]]]:
    """By pair of reports the shingles that both have, each as its first number in either."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(places):
        for shingle in places[name]:
            holders[shingle].append(name)
    hits: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for shingle, names in holders.items():
        for one, other in combinations(names, 2):
            hits[one, other].add((places[one][shingle][0], places[other][shingle][0]))
    return hits


def _origins(reports: Mapping[str, Report], shares: Mapping[tuple[str, str], float]) -> dict[str, Origin]:
    copies = Sets(reports)
    for one, other in shares:
        copies.join(one, other)
    found: dict[str, Origin] = {}
    for names in copies.sets():
        supplied = any(_credit(reports[name]) in _agencies() for name in names)
        first = min(names, key=lambda name: _primacy(reports[name], supplied))
        for name in names:
            credit = _credit(reports[name])
            if name != first:
                found[name] = Origin(first, _basis(reports[name], reports[first], shares))
            elif credit:
                found[name] = Origin(credit, f"the text credits {credit}")
    return found


def _primacy(report: Report, supplied: bool) -> tuple[int, str, str, int, str]:
    """Sorts first what others copy: credits nobody, earliest by date, longest.

    Where one of them credits an agency, a known outlet that does not is no likelier to have written the text.
    """
    first, last = report.published.earliest, report.published.latest
    dates = str(last or "9999"), str(first or "9999")
    unsaid = supplied and report.publisher is not None and report.publisher.name not in _agencies()
    rank = 1 if _credit(report) else 2 if unsaid else 0
    return rank, *dates, -len(report.text), report.id


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
    """The outlet that serves a report: its name, else the host of its address, else the file."""
    if report.publisher:
        return report.publisher.name
    host = HOST.match(report.url or "")
    if host:
        return host[1].lower()
    place = re.split(r"[\\/]", report.path or report.url or "")[-1] or report.source_id or report.id
    return f"unnamed outlet ({place})"


def with_origins(reports: Iterable[Report], copies: Copies) -> tuple[Report, ...]:
    """The reports, each copy with what it copies."""
    return tuple(replace(r, origin=copies.origins.get(r.id, r.origin)) for r in reports)


__all__ = ["Copies", "Passage", "find_copies", "outlet", "with_origins"]
