"""How long things take, each beside spaCy alone in the same run, so that a busy machine slows both.

``python -m bench.speed`` prints medians: the command against a script that imports spaCy, loads the model and
parses; and ``extract`` on one core against the model on the same texts.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.sets import SAYSO, SEEDS, SHARED, absent, objects

TIMES = 7
TEXTS = SHARED / "bench" / "data" / "attribution" / "dev.reports.jsonl.gz"
WORDS = 500  # of a report
TURN = 10  # reports
ONLY_SPACY = """
import sys
from pathlib import Path
import spacy
nlp = spacy.load(sys.argv[1])
for path in sorted(Path(sys.argv[2]).glob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
"""


def seconds(command: list[str]) -> float:
    """How long a command takes, wall clock."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def measure() -> list[tuple[str, float, str]]:
    """Rows of (what, measured, aim)."""
    return [*command(), *extracting()]


def command() -> list[tuple[str, float, str]]:
    """Of the command, a process each time."""
    from sayso.nlp import model_path

    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "spacy": [sys.executable, "-c", ONLY_SPACY, str(model_path()), str(SEEDS)],
            "tell": [str(SAYSO), "tell", str(SEEDS), "--json", str(Path(folder) / "out.json")],
            "help": [str(SAYSO), "--help"],
        }
        taken = [{name: seconds(command) for name, command in commands.items()} for _ in range(TIMES + 1)]
    median = {name: statistics.median(run[name] for run in taken[1:]) for name in commands}
    return [
        ("spaCy alone on the five reports, seconds", median["spacy"], ""),
        ("`sayso tell` on the five reports, seconds", median["tell"], ""),
        ("ratio of the two", median["tell"] / median["spacy"], "at most 1.5"),
        ("`sayso --help`, seconds", median["help"], "under 0.4"),
    ]


def extracting() -> list[tuple[str, float, str]]:
    """Of ``extract``, in a process of its own on one core."""
    script = [sys.executable, "-c", "from bench.speed import on_one_core; on_one_core()"]
    one = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(script, check=True, capture_output=True, text=True, env=one, cwd=SAYSO.parents[2])
    taken: dict[str, float] = json.loads(told.stdout)
    figures = taken["quantities"] + taken["times"]
    return [
        (f"`extract` on one core, reports of {WORDS} words a second", 1 / taken["extract"], "at least 5"),
        ("spaCy alone on the same, reports a second", 1 / taken["spacy"], ""),
        ("time of `extract` over that of spaCy alone", taken["extract"] / taken["spacy"], "at most 2.5"),
        (
            "share of quantities and times in `extract`",
            figures / taken["extract"],
            "under 0.10",
        ),
        ("memory of the process, GB", taken["memory"], "under 1"),
    ]


def on_one_core() -> None:
    """Prints seconds a report, the mean of all but the first: ``extract``, parts of it, spaCy; and GB."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    import spacy

    from sayso.extract import extract, quantities, times
    from sayso.model import Report
    from sayso.nlp import model_path

    clock = Clock()
    quantities.find_quantities = clock.around("quantities", quantities.find_quantities)
    times.find_times = clock.around("times", times.find_times)
    timed_extract, timed_spacy = (
        clock.around("extract", extract),
        clock.around("spacy", spacy.load(model_path())),
    )
    texts = [" ".join(line["text"].split(" ")[:WORDS]) for line in objects(TEXTS)]
    texts = [text for text in texts if len(text.split()) >= 0.9 * WORDS]
    for start in range(0, len(texts), TURN):  # in turns, so that a busy machine slows both
        for text in texts[start : start + TURN]:
            timed_spacy(text)
        for text in texts[start : start + TURN]:
            timed_extract(Report("r", text, "", language="en"))
    taken = {name: statistics.mean(seconds[1:]) for name, seconds in clock.taken.items()}
    taken["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps(taken))


class Clock:
    """Seconds that functions take, by a name."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {}

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*arguments: Any) -> Any:
            start = time.perf_counter()
            result = function(*arguments)
            self.taken.setdefault(name, []).append(time.perf_counter() - start)
            return result

        return timed


def main() -> int:
    """Prints the table; no floor hangs on it, for the machine decides too much."""
    if not absent():
        for what, measured, aim in measure():
            print(f"{what:44s} {measured:6.2f}   {aim}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
