"""Which reports tell the same story: an event thread over days and weeks.

Average-link clustering (UPGMA) of the reports by the cosine of their terms and names, weakened by the time
between their dates. ``THRESHOLD``, ``HALF`` and ``UNDATED`` were tuned once, together, on BASIL,
ECB+ and incidents of the Gun Violence Archive, and are the same for every input. What two reports have in
common does not depend on the other reports of the batch.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import count

from sayso.model import Reading, Report
from sayso.reconcile.terms import WORD, body, news_vector, placed_names, placed_terms, sentences

THRESHOLD = 0.24
UNDATED = 0.92  # what likeness counts where a date is not known: the two may lie years apart
HALF = 480  # days apart at which likeness counts half
NEAR = 7  # days apart that count as one time
READ = {"en", "und"}  # languages whose every word is compared
FLOOR = 0.02  # a likeness below this is none
Vector = Mapping[str, float]
Likeness = dict[tuple[int, int], float]


def group(readings: Iterable[Reading]) -> list[list[Reading]]:
    """The readings story by story; the same whatever their order."""
    listed = sorted(readings, key=lambda reading: reading.report.id)
    vectors = [_vector(reading.report) for reading in listed]
    dates = [_stated(reading.report) for reading in listed]
    return [[listed[i] for i in members] for members in _clusters(len(listed), _likeness(vectors, dates))]


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


def _stated(report: Report) -> date | None:
    day = report.published
    return day.earliest if day.earliest is not None and day.earliest == day.latest else None


def _vector(report: Report) -> Vector:
    own = " \n".join(span.of(report.text) for span in body(report))
    text = f"{_own_title(report) or ''}\n{own}"
    words = text if report.language in READ else _names_and_numbers(text)
    return news_vector([*placed_terms(words), *placed_names(text)])


def _names_and_numbers(text: str) -> str:
    """What a text in another language shares with the others: words that it never writes small."""
    found = [word[0] for word in WORD.finditer(text)]
    small = {word for word in found if word[0].islower()}
    return " ".join(w for w in found if not w[0].islower() and w[0].lower() + w[1:] not in small)


def _likeness(vectors: Sequence[Vector], dates: Sequence[date | None]) -> Likeness:
    """Cosine of every pair that shares a term, weakened by time. Pairs are (smaller, larger) index."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    likeness: Likeness = {}
    for i, own in enumerate(vectors):
        shared: defaultdict[int, float] = defaultdict(float)
        for term, weight in sorted(own.items()):
            for j, other in holders[term]:
                shared[j] += weight * other
            holders[term].append((i, weight))
        for j, cosine in shared.items():
            value = cosine * _fading(dates[i], dates[j])
            if value >= FLOOR:
                likeness[j, i] = round(value, 9)
    return likeness


def _fading(a: date | None, b: date | None) -> float:
    if a is None or b is None:
        return UNDATED
    return HALF / (HALF + max(0, abs((a - b).days) - NEAR))


def _clusters(n: int, likeness: Likeness) -> list[list[int]]:
    """UPGMA down to ``THRESHOLD``; ties go to the earlier clusters. Members and clusters in order."""
    members = {i: [i] for i in range(n)}
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in likeness.items():
        near[i][j] = near[j][i] = value
    queue = [(-value, pair) for pair, value in likeness.items() if value >= THRESHOLD]
    heapq.heapify(queue)
    fresh = count(n)
    while queue:
        _, (i, j) = heapq.heappop(queue)
        if i in members and j in members:
            new = next(fresh)
            for other, value in _merged(members, near, i, j).items():
                near[new][other] = near[other][new] = value
                if value >= THRESHOLD:
                    heapq.heappush(queue, (-value, (other, new)))
            members[new] = sorted(members.pop(i) + members.pop(j))
    return sorted(members.values())


def _merged(
    members: Mapping[int, list[int]], near: Mapping[int, dict[int, float]], i: int, j: int
) -> dict[int, float]:
    """Likeness of the union of clusters ``i`` and ``j`` to each other cluster: the mean over all pairs."""
    a, b = len(members[i]), len(members[j])
    others = sorted(k for k in near[i].keys() | near[j].keys() if k in members and k not in (i, j))
    return {k: round((near[i].get(k, 0.0) * a + near[j].get(k, 0.0) * b) / (a + b), 9) for k in others}
