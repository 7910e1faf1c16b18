"""Passages that two reports share word for word, found by shingles of words, furniture left out."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import combinations

from sayso.model import Report
from sayso.reconcile.terms import WORD, body, folded
from sayso.span import Span

SHINGLE = 8  # words
EDGE = 8  # characters that may follow the last word
COPY = 0.5  # share of the words of the shorter report
OWN = 0.25  # of its words must stand outside quotation marks, or those inside count too
QUOTED = re.compile(r"[“„\"«][^“”„\"«»\n]+[”“\"»]")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two reports; ``length`` counts words."""

    here: Span
    there: Span
    length: int


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a report that may be shared: its title and furniture left out. Sets of them are bits."""

    report: Report

    @cached_property
    def shingles(self) -> Sequence[int]:
        """Its ``shingles``, in little space."""
        found = (word for span in self._spans for word in WORD.findall(self.report.text, *span))
        return array("q", shingles(list(found)))

    @cached_property
    def starts(self) -> Sequence[int]:
        """The character at which each begins."""
        return array("I", (m.start() for span in self._spans for m in WORD.finditer(self.report.text, *span)))

    @cached_property
    def ends(self) -> Sequence[int]:
        """The character before which each ends."""
        return array("I", (m.end() for span in self._spans for m in WORD.finditer(self.report.text, *span)))

    @cached_property
    def all(self) -> int:
        """All words."""
        return _bits(0, len(self.starts))

    @cached_property
    def once(self) -> int:
        """Words that do not only repeat what was said, such as a caption under each of three pictures."""
        held, first = self.shingles, dict[int, int]()
        if len(set(held)) < len(held):
            later = [at for at, shingle in enumerate(held) if first.setdefault(shingle, at) != at]
            return self.all & ~_covered(later)
        return self.all

    @cached_property
    def own(self) -> int:
        """Of these the words outside quotation marks; all where they are too few."""
        own = self.once
        for quoted in QUOTED.finditer(self.report.text):
            own &= ~_bits(*(bisect_left(self.starts, edge) for edge in quoted.span()))
        return own if own.bit_count() >= OWN * self.once.bit_count() else self.once

    @cached_property
    def _spans(self) -> Sequence[tuple[int, int]]:
        spans = (span for span in body(self.report) if self.report.title is None or span != self.report.title)
        return [(span.start, span.end) for span in spans]

    def stretch(self, at: int, length: int) -> Span:
        """From the end of the word before to the start of the word after."""
        last = at + length
        end = self.starts[last] if last < len(self.starts) else self.ends[last - 1] + EDGE
        return Span(self.ends[at - 1] if at else 0, end)

    def share(self, held: Iterable[int], common: Set[int]) -> float:
        """How much of the words stands in ``common`` shingles: of all, without repeats, without quotations.

        The least of the three; 0 where it cannot be enough for a copy. ``held``: the shingles in order.
        """
        if SHINGLE * len(common) < COPY * self.once.bit_count():
            return 0.0
        covered = _covered(at for at, shingle in enumerate(held) if shingle in common)
        return min(
            (covered & some).bit_count() / some.bit_count() for some in (self.all, self.once, self.own)
        )


@dataclass(frozen=True, eq=False)
class Shared:
    """Two reports with passages in common, and how much of the shorter one these are."""

    one: Words
    other: Words
    share: float

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Runs of at least ``SHINGLE`` equal words. Of several places in a report the first counts."""
        here, there = _first_places(self.one), _first_places(self.other)
        runs: list[tuple[int, int, int]] = []  # where each starts in either, and how many words it has
        last = None
        for i, j in sorted((here[shingle], there[shingle]) for shingle in here.keys() & there.keys()):
            if last == (i - 1, j - 1):
                runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
            else:
                runs.append((i, j, SHINGLE))
            last = i, j
        return [Passage(self.one.stretch(i, n), self.other.stretch(j, n), n) for i, j, n in runs]


def compare(texts: Mapping[str, Words], met: Mapping[str, int]) -> dict[Pair, Shared]:
    """What any two of the reports share that have not ``met`` before in one story."""
    held = {name: text.shingles for name, text in texts.items()}
    several = _several(held, met)
    common = {name: several.intersection(listed) for name, listed in held.items()}
    found = {}
    for a, b in sorted(_pairs(common, met)):
        shorter = min((a, b), key=lambda name: (texts[name].once.bit_count(), name))
        share = texts[shorter].share(held[shorter], common[a] & common[b])
        found[a, b] = Shared(texts[a], texts[b], share)
    return found


def shingles(words: Sequence[str]) -> list[int]:
    """Each run of ``SHINGLE`` words, folded, as a number that is the same in every process.

    Of 64 bits: no two runs of one story will be confused. Python mixes strings with a seed, numbers without.
    """
    numbers = [_number(word) for word in words]
    return list(map(hash, zip(*(numbers[n:] for n in range(SHINGLE)), strict=False)))


@lru_cache(maxsize=1 << 17)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(folded(word).encode("utf-8", "replace"), digest_size=7).digest())


def _bits(start: int, end: int) -> int:
    return (1 << end) - (1 << start)


def _covered(places: Iterable[int]) -> int:
    """The words of the shingles at these places."""
    starts = 0
    for at in places:
        starts |= 1 << at
    for n in range(SHINGLE.bit_length() - 1):
        starts |= starts << (1 << n)
    return starts


def _several(listed: Mapping[str, Sequence[int]], met: Mapping[str, int]) -> set[int]:
    """Shingles of reports that have not met before."""
    circles: defaultdict[int, list[Sequence[int]]] = defaultdict(list)
    for name, held in listed.items():
        circles[met[name]].append(held)
    *fewer, most = sorted(circles.values(), key=len)
    seen, several = set[int](), set[int]()
    for circle in fewer:
        here = set[int]().union(*circle)
        several |= seen & here
        seen |= here
    return several.union(*map(seen.intersection, most))


def _pairs(common: Mapping[str, Set[int]], met: Mapping[str, int]) -> set[Pair]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(common):
        for shingle in common[name]:
            holders[shingle].append(name)
    pairs = (pair for names in set(map(tuple, holders.values())) for pair in combinations(names, 2))
    return {(one, other) for one, other in pairs if met[one] != met[other]}


def _first_places(words: Words) -> dict[int, int]:
    listed = words.shingles
    return dict(zip(reversed(listed), range(len(listed) - 1, -1, -1), strict=True))
