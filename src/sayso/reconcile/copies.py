"""Which report copies which: exact shared passages, found by shingles of words, furniture left out.

Two reports are copies when passages that they share make up at least ``COPY`` of the words of the shorter
one. A paragraph of background that both carry is no copy; it is still one passage, which ``shared`` tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.model import Origin, Report
from sayso.reconcile.joining import Sets
from sayso.reconcile.terms import WORD, body, folded, tokens
from sayso.span import Span

SHINGLE = 8  # words
EDGE = 8  # characters that may follow the last word
COPY = 0.5  # share of the words of the shorter report
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
    passages: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in _passages(texts):
        passages[passage.first, passage.second].append(passage)
    shares = {
        (a, b): share
        for (a, b), shared in passages.items()
        if (share := sum(p.length for p in shared) / min(len(texts[a].words), len(texts[b].words))) >= COPY
    }
    return Copies(passages, _origins(listed, shares))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a report that may be shared, and where each starts and ends: many, so plain numbers."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, report: Report) -> _Words:
        spans = [span for span in body(report) if report.title is None or span != report.title]
        found = [m for span in spans for m in WORD.finditer(report.text, span.start, span.end)]
        return cls([folded(m[0]) for m in found], [m.start() for m in found], [m.end() for m in found])

    def shingles(self) -> Iterator[tuple[int, str]]:
        """Each run of ``SHINGLE`` words with its number."""
        return ((at, " ".join(self.words[at : at + SHINGLE])) for at in range(len(self.words) - SHINGLE + 1))

    def stretch(self, at: int, length: int) -> Span:
        """From the end of the word before to the start of the word after."""
        last = at + length
        end = self.starts[last] if last < len(self.words) else self.ends[last - 1] + EDGE
        return Span(self.ends[at - 1] if at else 0, end)


def _passages(texts: Mapping[str, _Words]) -> Iterator[Passage]:
    """Runs of at least ``SHINGLE`` equal words.

    Of a shingle that a report repeats, its first place counts.
    """
    for (one, other), starts in sorted(_hits(texts).items()):
        for i, j in sorted(starts):
            if (i - 1, j - 1) not in starts:
                length = SHINGLE
                while (i + length - SHINGLE + 1, j + length - SHINGLE + 1) in starts:
                    length += 1
                here, there = texts[one].stretch(i, length), texts[other].stretch(j, length)
                yield Passage(one, other, here, there, length)


def _hits(texts: Mapping[str, _Words]) -> Mapping[tuple[str, str], set[tuple[int, int]]]:
    """By pair of reports the shingles that both have, each as its number in the one and in the other."""
    hits: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    once: dict[str, str] = {}  # shingle → the report that has it; most are in one
    several: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, text in texts.items():
        for _, shingle in text.shingles():
            if once.setdefault(shingle, name) != name:
                several[shingle] = {}
    for name, text in texts.items():
        for at, shingle in text.shingles():
            if shingle in several:
                several[shingle].setdefault(name, at)
    for where in several.values():
        for one, other in combinations(sorted(where), 2):
            hits[one, other].add((where[one], where[other]))
    return hits


def _origins(reports: Mapping[str, Report], shares: Mapping[tuple[str, str], float]) -> dict[str, Origin]:
    copies = Sets(reports)
    for one, other in shares:
        copies.join(one, other)
    found: dict[str, Origin] = {}
    for names in copies.sets():
        first = min(names, key=lambda name: _primacy(reports[name]))
        for name in names:
            credit = _credit(reports[name])
            if name != first:
                found[name] = Origin(first, _basis(reports[name], reports[first], shares))
            elif credit:
                found[name] = Origin(credit, f"the text credits {credit}")
    return found


def _primacy(report: Report) -> tuple[bool, str, str, int, str]:
    """Sorts first what others copy: credits nobody, earliest by date, longest."""
    first, last = report.published.earliest, report.published.latest
    dates = str(last or "9999"), str(first or "9999")
    return _credit(report) is not None, *dates, -len(report.text), report.id


def _basis(copy: Report, first: Report, shares: Mapping[tuple[str, str], float]) -> str:
    share = shares.get((min(copy.id, first.id), max(copy.id, first.id)))
    parts = [f"{share:.0%} of the words of the shorter report are the same" if share else "a copy of a copy"]
    credit = _credit(copy)
    own, other = copy.published.earliest, first.published.latest
    if credit:
        parts.append(f"it credits {credit}")
    elif own and other and other < own:
        parts.append(f"{first.id} was published by {other}, this one not before {own}")
    else:
        parts.append("which of the two came first is not stated")
    return "; ".join(parts)


def _credit(report: Report) -> str | None:
    """The one outlet that the report credits for its text; None where there is none, or several."""
    own = set(tokens(report.publisher.name)) if report.publisher else set()
    names = {
        mark.label
        for mark in report.credits
        if not NOT_TEXT.search(_line(report.text, mark.span)) and set(tokens(mark.label)) - own
    }
    return names.pop() if len(names) == 1 else None


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
