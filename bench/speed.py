"""How long ``sayso tell`` takes, beside a script that only imports spaCy, loads the model and parses.

``python -m bench.speed`` runs both in turn, so that a busy machine slows both, and prints medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.sets import SAYSO, SEEDS, absent

TIMES = 7
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


def main() -> int:
    """Prints the table; no floor hangs on it, for the machine decides too much."""
    if not absent():
        for what, measured, aim in measure():
            print(f"{what:44s} {measured:6.2f}   {aim}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
