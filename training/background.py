"""Makes ``src/sayso/lexicon/background.toml``: in how many of the reports of a collection each term stands.

    ./run python training/background.py REPORTS.jsonl.gz…

Only terms that stand in at least ``FEWEST`` reports are kept, as bands of equal inverse document frequency,
so no report can be read back from the table. Deterministic: the same reports give the same file.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.reconcile.terms import content_terms

FEWEST = 6
BAND = 0.25  # width of a band of inverse document frequency
EVERY = {"figures_incidents": 4}  # a collection on one topic counts by every so manieth report
TARGET = Path(__file__).parents[1] / "src" / "sayso" / "lexicon" / "background.toml"
HEAD = """\
# How rare terms are in news: made by training/background.py, not by hand.
# `reports`: size of the collection. `terms`: inverse document frequency (natural logarithm) → its terms.
# A term not listed stands in fewer than {fewest} reports.
"""


def reports(files: Iterable[Path]) -> Iterator[str]:
    """Title and text of each report."""
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % EVERY.get(file.parent.name, 1) == 0:
                    report = json.loads(line)
                    yield f"{report.get('title') or ''}\n{report['text']}"


def main(files: list[Path]) -> None:
    """Counts and writes."""
    frequency: Counter[str] = Counter()
    size = 0
    for text in reports(files):
        frequency.update(set(content_terms(text)))
        size += 1
    bands: defaultdict[float, list[str]] = defaultdict(list)
    for term, count in frequency.items():
        if count >= FEWEST:
            bands[round(math.log((size + 1) / count) / BAND) * BAND].append(term)
    rows = [f'"{band}" = """{" ".join(sorted(bands[band]))}"""' for band in sorted(bands)]
    text = (
        HEAD.format(fewest=FEWEST)
        + f"reports = {size}\nfewest = {FEWEST}\n\n[terms]\n"
        + "\n".join(rows)
        + "\n"
    )
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
