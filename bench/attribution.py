"""What each part of finding attributions gives: the rules alone, the network alone, both.

``python -m bench.attribution`` scores the three on PolNeAR's development split.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.sets import SHARED, absent, objects, scored

from sayso.extract.attributions import find_attributions
from sayso.extract.attributions.network import find_spotted
from sayso.extract.attributions.spotted import SUPPORT, SURE
from sayso.extract.entities.cast import Cast
from sayso.extract.entities.names import find_names
from sayso.model import Report
from sayso.nlp import parse
from sayso.span import Span

SET = SHARED / "bench" / "data" / "attribution"
ROWS = ("source exact", "cue exact", "content exact", "all linked, >=50% tokens", "all linked, exact")
PARTS = ("rules", "network", "both")  # in this order
Item = dict[str, Any]


def main() -> int:
    """Prints the table."""
    if not absent():
        print("\n".join(table()))
    return 0


def table() -> list[str]:
    """The lines of the table, F1 of each row."""
    texts = {line["id"]: line["text"] for line in objects(SET / "dev.reports.jsonl.gz")}
    found: dict[str, list[Item]] = {part: [] for part in PARTS}
    for name, text in texts.items():
        for part, items in extracted(Report(name, text, "", language="en")):
            found[part] += items
    lines = ["| found by | " + " | ".join(ROWS) + " |", "|---|" + "---|" * len(ROWS)]
    return lines + [f"| {part} | {' | '.join(f1(items, texts))} |" for part, items in found.items()]


def extracted(report: Report) -> Iterator[tuple[str, list[Item]]]:
    """The attributions of a report by each part."""
    passages = parse(report)
    spotted = find_spotted(report, SUPPORT)
    for part, heard in (("rules", None), ("both", spotted)):
        made = find_attributions(passages, report, Cast(find_names(passages), passages), (), heard)
        yield part, [item(report, a.source, a.cue, a.content) for a, _ in made]
    yield "network", [item(report, s.source, (s.cue,), s.content) for s in spotted if s.sure >= SURE]


def item(report: Report, source: Span | None, cue: Sequence[Span], content: Sequence[Span]) -> Item:
    """An attribution as the story file has it, as far as it is scored."""
    placed = {"cue": cue, "content": content, "source": [source] if source is not None else []}
    return {"report": report.id} | {
        role: [{"start": span.start, "end": span.end} for span in spans] for role, spans in placed.items()
    }


def f1(told: list[Item], texts: dict[str, str]) -> list[str]:
    """The F1 of each row."""
    reports = [{"id": name, "source_id": name, "text": text} for name, text in texts.items()]
    stories = [{"id": "all", "reports": reports, "attributions": told}]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "told.json"
        out.write_text(json.dumps({"version": 1, "stories": stories}), encoding="utf-8")
        rows = scored(SHARED / "bench" / "score.py", "attribution", out, SET / "dev.gold.jsonl.gz")["all"]
    return [f"{rows[row]['F1']:.3f}" for row in ROWS]


if __name__ == "__main__":
    sys.exit(main())
