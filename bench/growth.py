"""Whether grouping and finding copies grow with the number of reports, and no faster.

``python -m bench.growth`` prints the rows for 1,000, 4,000 and 16,000 reports: those of the public sets and
the same with other names and numbers, story by story. Smaller sizes are parts of the largest, from several
places in it. Neither step asks what was extracted, so the reports are built from the texts alone. What is in
capitals throughout is left out: names do not show there. ``python -m bench.growth 100 200``: other sizes.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain, islice, pairwise
from typing import Any

from bench.sets import ROOT, SHARED, absent, objects

from sayso.model import UNKNOWN, Interval, Reading, Report
from sayso.reconcile.copies import find_copies
from sayso.reconcile.stories import Grouping

SIZES = (1000, 4000, 16000)
MORE = 100  # reports that come later
PARTS = 4  # of the largest size that a smaller one is measured on
DATA = SHARED / "bench" / "data"
SETS = ("stories", "figures_incidents", "attribution", "timeline", "times", "copies")
TERM = re.compile(r"[^\W\d_]+|\d+")


def measure(sizes: Sequence[int] = SIZES) -> list[tuple[str, float, str]]:
    """Rows of (what, measured, aim); each size in a process of its own."""
    few, many = min(sizes), max(sizes)
    taken = {size: _in_a_process(size, many) for size in sizes}
    rows = [
        (f"{step}: {size:,} reports, milliseconds a report", of[step] * 1000, "")
        for step in ("grouping", "copies")
        for size, of in taken.items()
    ]
    each = {size: of["grouping"] + of["copies"] for size, of in taken.items()}
    return [
        *rows,
        (f"a report among {many:,} over one among {few:,}", each[many] / each[few], "at most 1.5"),
        (f"{MORE} more after {many:,}, over {MORE} of these", taken[many]["later"] / each[many], "at most 2"),
        (f"memory at {many:,}, GB", taken[many]["memory"], "under 2"),
    ]


def _in_a_process(size: int, whole: int) -> dict[str, float]:
    script = [sys.executable, "-c", f"from bench.growth import measure_one; measure_one({size}, {whole})"]
    told = subprocess.run(script, check=True, capture_output=True, text=True, cwd=ROOT)
    taken: dict[str, float] = json.loads(told.stdout)
    return taken


def measure_one(size: int, whole: int) -> None:
    """Prints seconds of the processor a report, for grouping, copies, and both for ``MORE`` more; GB."""
    made = list(islice(readings(lines(whole + MORE)), whole + MORE))
    parts = min(PARTS, whole // size)
    taken = dict.fromkeys(("grouping", "copies", "later"), 0.0)
    for start in range(0, whole // parts * parts, whole // parts):
        reports, more = made[start : start + size], made[start + size : start + size + MORE]
        clock, grouping = [time.process_time()], Grouping(reports)
        clock.append(time.process_time())
        for told in (grouping.stories, partial(grouping.add, more)):
            for story in told():
                find_copies(reading.report for reading in story)
            clock.append(time.process_time())
        for step, of, (earlier, now) in zip(taken, (reports, reports, more), pairwise(clock), strict=True):
            taken[step] += (now - earlier) / len(of) / parts
    print(json.dumps({**taken, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}))


def lines(size: int) -> list[tuple[Mapping[str, Any], int]]:
    """At least ``size`` reports of the public sets, each with the number of its exchange, story by story.

    So a part of them is a stream of the same kind as the whole, only shorter.
    """
    story = {}
    for gold in chain(*(objects(DATA / name / "gold.jsonl.gz") for name in SETS[:2])):
        story.update(dict.fromkeys(gold.get("docs", [gold["id"]]), str(gold.get("story", gold["id"]))))
    files = chain(*(sorted((DATA / name).glob("*reports.jsonl.gz")) for name in SETS))
    found = sorted((line for file in files for line in objects(file)), key=lambda line: str(line["id"]))
    made = [(line, version) for version in range(-(-size // len(found))) for line in found]
    return sorted(made, key=lambda one: sha256(story.get(one[0]["id"], one[0]["id"]).encode()).digest())


def readings(made: Sequence[tuple[Mapping[str, Any], int]]) -> Iterator[Reading]:
    """The reports as they are, and with other names and numbers."""
    plain = {word for line, _ in made for word in TERM.findall(line["text"]) if word.islower()}
    used = {word.lower() for line, _ in made for word in TERM.findall(line["text"])}
    names = sorted(word for word in used - plain if word.isalpha())
    versions = range(1, 1 + max(version for _, version in made))
    exchanges: list[Callable[[str], str]] = [str, *(Exchange.of(names, seed) for seed in versions)]
    for line, version in made:
        yield Reading(_report(line, version, exchanges[version]))


@dataclass(frozen=True)
class Exchange:
    """One name for another and one digit for another, the same wherever they stand."""

    names: Mapping[str, str]
    digits: Mapping[int, int]

    @classmethod
    def of(cls, names: Sequence[str], seed: int) -> Exchange:
        """The exchange of that number."""
        shuffled, digits = list(names), list("123456789")
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(digits)
        return cls(dict(zip(names, shuffled, strict=True)), str.maketrans("123456789", "".join(digits)))

    def __call__(self, text: str) -> str:
        """The text with other names and numbers, capitals where they were."""
        return TERM.sub(lambda word: self._instead(word[0]), text)

    def _instead(self, word: str) -> str:
        other = self.names.get(word.lower(), word).translate(self.digits)
        return other if other == word else other.upper() if word.isupper() else other.capitalize()


def _report(line: Mapping[str, Any], version: int, exchange: Callable[[str], str]) -> Report:
    name = sha256(f"{line['id']} {version}".encode()).hexdigest()[:16]
    day = line.get("published", "")[:10]
    stated = Interval(date.fromisoformat(day), date.fromisoformat(day), "stated") if day else UNKNOWN
    heading = line.get("title") and exchange(line["title"])
    return Report(name, exchange(line["text"]), "", heading=heading, language="en", published=stated)


def main() -> int:
    """Prints the table; no floor hangs on it, for the machine decides too much."""
    if not absent():
        for what, measured, aim in measure([int(size) for size in sys.argv[1:]] or SIZES):
            print(f"{what:50s} {measured:6.2f}   {aim}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
