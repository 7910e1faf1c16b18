"""Whether grouping and finding copies grow with the number of reports, and no faster.

``python -m bench.growth`` prints the rows for 1,000, 4,000 and 16,000 reports: those of the public sets and
the same with other names and numbers. They come story by story, so that a smaller size, a part of the
largest, is a stream of the same kind; or the sets first and then one exchanged version after another, where
what comes last is ever more like what is there. Neither step asks what was extracted, so the reports are
built from the texts alone. What is in capitals throughout is left out: names do not show there.
``python -m bench.growth 100 200``: other sizes.
"""

from __future__ import annotations

import gc
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
from itertools import chain, islice
from typing import Any

from bench.sets import ROOT, SHARED, absent, objects

from sayso.model import UNKNOWN, Interval, Reading, Report
from sayso.reconcile.copies import Copying
from sayso.reconcile.stories import Grouping

SIZES = (1000, 4000, 16000)
MORE = 100  # reports that come later, drawn evenly from the stream: the last of it may be of one kind
RUNS = 2  # of each size in turn, of which the quicker counts: a busy machine slows some of them only
PARTS = 4  # of the largest size that a smaller one is measured on
DATA = SHARED / "bench" / "data"
SETS = ("stories", "figures_incidents", "attribution", "timeline", "times", "copies")
TERM = re.compile(r"[^\W\d_]+|\d+")


def measure(sizes: Sequence[int] = SIZES) -> list[tuple[str, float, str]]:
    """Rows of (what, measured, aim); each size in a process of its own."""
    return [row for mixed in (True, False) for row in _in_order(sizes, mixed)]


def _in_order(sizes: Sequence[int], mixed: bool) -> list[tuple[str, float, str]]:
    few, many, order = min(sizes), max(sizes), "story by story" if mixed else "sets, then versions"
    runs = [{size: _in_a_process(size, many, mixed) for size in sizes} for _ in range(RUNS)]
    taken = {size: {what: min(run[size][what] for run in runs) for what in runs[0][size]} for size in sizes}
    memory = max(run[many]["memory"] for run in runs)
    rows = [
        (f"{order}: {step}, {size:,} reports, milliseconds a report", of[step] * 1000, "")
        for step in ("grouping", "copies")
        for size, of in taken.items()
    ]
    each = {size: of["grouping"] + of["copies"] for size, of in taken.items()}
    return [
        *rows,
        (f"{order}: a report among {many:,} over one among {few:,}", each[many] / each[few], "at most 1.5"),
        (
            f"{order}: {MORE} more after {many:,}, a report over one of these",
            taken[many]["later"] / each[many],
            "at most 2",
        ),
        (f"{order}: memory at {many:,}, GB", memory, "under 2"),
    ]


def _in_a_process(*size: int) -> dict[str, float]:
    script = f"from bench.growth import measure_one; measure_one{size}"
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT
    )
    taken: dict[str, float] = json.loads(told.stdout)
    return taken


def measure_one(size: int, whole: int, mixed: bool) -> None:
    """Prints seconds of the processor a report, for grouping, copies, and both for ``MORE`` more; GB."""
    made = list(islice(readings(lines(whole + MORE, mixed)), whole + MORE))
    parts = min(PARTS, whole // size) if mixed else 1
    taken = dict.fromkeys(("grouping", "copies", "later"), 0.0)
    for start in range(0, whole // parts * parts, whole // parts):
        stream = made[start : start + size + MORE]
        more = stream[:: len(stream) // MORE][:MORE]
        later = {reading.report.id for reading in more}
        grouping, copying = Grouping(), Copying()
        first = partial(grouping.add, [reading for reading in stream if reading.report.id not in later])
        steps: tuple[tuple[str, Callable[[], object], int], ...] = (
            ("grouping", first, size),
            ("copies", partial(find_copies, copying, grouping.stories), size),
            ("later", partial(find_copies, copying, partial(grouping.add, more)), MORE),
        )
        for step, work, count in steps:
            taken[step] += seconds(work) / count / parts
    print(json.dumps({**taken, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}))


def find_copies(copying: Copying, told: Callable[[], list[list[Reading]]]) -> None:
    """Finds the copies in each story that is told."""
    for story in told():
        copying.of(reading.report for reading in story)


def seconds(work: Callable[[], object]) -> float:
    """Of the processor; what earlier work left is collected before, so that nobody pays for others."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def lines(size: int, mixed: bool) -> list[tuple[Mapping[str, Any], int]]:
    """At least ``size`` reports of the public sets, each with the number of its exchange, story by story.

    ``mixed``: all versions of a story together; else one version of all after the other.
    """
    story = {}
    for gold in chain(*(objects(DATA / name / "gold.jsonl.gz") for name in SETS[:2])):
        story.update(dict.fromkeys(gold.get("docs", [gold["id"]]), str(gold.get("story", gold["id"]))))
    files = chain(*(sorted((DATA / name).glob("*reports.jsonl.gz")) for name in SETS))
    found = sorted((line for file in files for line in objects(file)), key=lambda line: str(line["id"]))
    made = [(line, version) for version in range(-(-size // len(found))) for line in found]

    def place(one: tuple[Mapping[str, Any], int]) -> tuple[int, bytes]:
        name = story.get(one[0]["id"], one[0]["id"])
        return 0 if mixed else one[1], sha256(name.encode()).digest()

    return sorted(made, key=place)


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
