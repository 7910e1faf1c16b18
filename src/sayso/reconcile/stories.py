"""Which reports tell the same story: an event thread over days and weeks.

Average linkage (``linkage``) of the reports by the cosine of their weightiest terms, names before words,
weakened by the time between their dates; a report that it leaves alone goes to the story that it is far
more like than any other (``strays``). Only pairs that share two of the very weightiest are compared at
all: the work for one more report grows with how many are like it, not with how many there are. What two
reports have in common does not depend on the other reports, so a ``Grouping`` can take reports at any time.
``LEAST`` and the numbers below it, and those of ``news_vector``, were tuned once, together, on BASIL, ECB+
and incidents of the Gun Violence Archive, and are the same for every input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from zlib import crc32

from sayso.model import Reading, Report
from sayso.reconcile.linkage import Cluster, Linkage
from sayso.reconcile.strays import Strays
from sayso.reconcile.terms import WORD, body, news_vector, sentences

LEAST = 0.17
UNDATED = 0.92  # what likeness counts where a date is not known: the two may lie years apart
HALF = 480  # days apart at which likeness counts half
NEAR = 7  # days apart that count as one time
LEADING = 20  # terms of a report by which the reports that may be like it are found
FLOOR = 0.10  # a likeness below this is none; and what one report alone must be like a story
READ = {"en", "und"}  # languages whose every word is compared
FINE = 10**6  # steps of likeness
WHOLE = FINE**2  # the product of a report with itself
Vector = Mapping[str, float]


class Grouping:
    """Reports story by story. It takes more at any time; the stories are those of one batch of all."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._readings: list[Reading] = []
        self._days: list[int | None] = []  # since the year 1
        self._marks: list[int] = []  # of 32 bits
        self._leading: defaultdict[str, set[int]] = defaultdict(set)  # who has a term among the first
        self._weights: defaultdict[str, dict[int, int]] = defaultdict(dict)  # of each term, by reading
        self._known: set[str] = set()
        self._linkage = Linkage(LEAST, FINE << 32)
        self._strays = Strays(self._linkage, FLOOR)
        self.add(readings)

    def add(self, readings: Iterable[Reading]) -> list[list[Reading]]:
        """Takes readings (a report that is known adds nothing); the stories that are new or not as before."""
        new = {r.report.id: r for r in readings if r.report.id not in self._known}
        self._known |= new.keys()
        fresh = self._linkage.add([self._likeness(new[name]) for name in sorted(new)])
        return self._told(self._strays.settle(fresh))

    def stories(self) -> list[list[Reading]]:
        """All stories, the same whatever order the readings came in."""
        return self._told(self._linkage.clusters())

    def _told(self, clusters: Iterable[Cluster]) -> list[list[Reading]]:
        stories = ([self._readings[item] for item in self._strays.items(cluster)] for cluster in clusters)
        listed = [sorted(story, key=lambda reading: reading.report.id) for story in stories if story]
        return sorted(listed, key=lambda story: story[0].report.id)

    def _likeness(self, reading: Reading) -> dict[int, int]:
        """Takes the reading; its likeness to each earlier one, in steps of ``FINE``."""
        own = {term: round(weight * FINE) for term, weight in _vector(reading.report).items()}
        mark, day = crc32(reading.report.id.encode("utf-8", "replace")), _stated(reading.report)
        leading, likeness = list(islice(own, LEADING)), {}
        for other, product in self._products(own, leading).items():
            if product >= FLOOR * WHOLE:
                value = product / WHOLE * _fading(day, self._days[other])
                if value >= FLOOR:  # a whole number, for sums that hang on no order; the marks break ties
                    likeness[other] = (round(value * FINE) << 32) + (mark ^ self._marks[other])
        for term in leading:
            self._leading[term].add(len(self._readings))
        for term, weight in own.items():
            self._weights[term][len(self._readings)] = weight
        self._readings.append(reading)
        self._days.append(day)
        self._marks.append(mark)
        return likeness

    def _products(self, own: Mapping[str, int], leading: Iterable[str]) -> dict[int, int]:
        """Of a vector with that of each earlier reading that shares two of its ``leading`` terms."""
        comparable = self._comparable([self._leading[term] for term in leading])
        products = dict.fromkeys(comparable, 0)
        for term, weight in own.items():
            held = self._weights[term]
            for other in held.keys() & comparable:
                products[other] += weight * held[other]
        return products

    @staticmethod
    def _comparable(holders: Sequence[set[int]]) -> set[int]:
        """What is among the holders of two terms."""
        *fewer, commonest = sorted(holders, key=len) or [set()]
        once, twice = set[int](), set[int]()
        for held in fewer:
            twice |= once & held
            once |= held
        return twice | once & commonest


def group(readings: Iterable[Reading]) -> list[list[Reading]]:
    """The readings story by story; the same whatever their order."""
    return Grouping(readings).stories()


def title(readings: Sequence[Reading]) -> str:
    """A title from the reports' own words: that of the report most like the others, else a first sentence."""
    vectors = {reading.report.id: _vector(reading.report) for reading in readings}
    centre: defaultdict[str, float] = defaultdict(float)
    for name in sorted(vectors):
        for term, weight in vectors[name].items():
            centre[term] += weight

    def rank(report: Report) -> tuple[bool, float, str]:
        near = sum(w * centre[t] for t, w in sorted(vectors[report.id].items()))
        return _own_title(report) is None, -round(near, 9), report.id

    best = min((reading.report for reading in readings), key=rank)
    return _own_title(best) or _first_sentence(best)


def story_id(readings: Sequence[Reading]) -> str:
    """Stable name of a story: a hash of its reports' ids."""
    return sha256("\n".join(sorted(r.report.id for r in readings)).encode()).hexdigest()[:16]


def _own_title(report: Report) -> str | None:
    words = report.title.of(report.text) if report.title else report.heading or ""
    return " ".join(words.split()) or None


def _first_sentence(report: Report) -> str:
    for span in body(report):
        for sentence in sentences(report.text, span):
            if any(c.isalpha() for c in sentence.of(report.text)):
                return " ".join(sentence.of(report.text).split())[:200]
    return "untitled"


def _stated(report: Report) -> int | None:
    day = report.published.earliest
    return day.toordinal() if day is not None and day == report.published.latest else None


def _vector(report: Report) -> Vector:
    own = " \n".join(span.of(report.text) for span in body(report))
    text = f"{_own_title(report) or ''}\n{own}"
    words = text if report.language in READ else _names_and_numbers(text)
    return news_vector(words)


def _names_and_numbers(text: str) -> str:
    """What a text in another language shares with the others: words that it never writes small."""
    found = [word[0] for word in WORD.finditer(text)]
    small = {word for word in found if word[0].islower()}
    return " ".join(w for w in found if not w[0].islower() and w[0].lower() + w[1:] not in small)


def _fading(a: int | None, b: int | None) -> float:
    if a is None or b is None:
        return UNDATED
    return HALF / (HALF + max(0, abs(a - b) - NEAR))
