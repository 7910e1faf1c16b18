"""Runs the user's command on pages nobody prepared: no crash; spans and bytes hold what is said.

``python -m bench.smoke`` takes the project's own example and, where the measuring sets are at hand, 20 real
pages (HTML) and 20 news texts.
"""

from __future__ import annotations

import html
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from bench.sets import ROOT, SHARED, absent, objects, tell

HOW_MANY = 20
MENTIONS = ("quantities", "attributions", "times")


def write(task: str, key: str, suffix: str, folder: Path) -> Path:
    """The first reports of a set as single files."""
    folder.mkdir()
    for report in islice(objects(SHARED / "bench" / "data" / task / "reports.jsonl.gz"), HOW_MANY):
        (folder / f"{report['id']}{suffix}").write_text(report[key], encoding="utf-8", newline="")
    return folder


def false_spans(node: Any, texts: dict[str, str], text: str = "") -> Iterator[str]:
    """Every span below ``node`` whose quote is not what the report's text holds there."""
    if isinstance(node, list):
        for item in node:
            yield from false_spans(item, texts, text)
    elif isinstance(node, dict):
        text = node["text"] if "sha256" in node else texts.get(node.get("report", ""), text)
        if "quote" in node and text[node["start"] : node["end"]] != node["quote"]:
            yield f"{node['start']}..{node['end']} is not {node['quote']!r}"
        for child in node.values():
            yield from false_spans(child, texts, text)


def references(story: dict[str, Any]) -> Iterator[str]:
    """Every id that is used but not given, or given twice."""
    kinds = ("reports", "entities", "figures", "statements", *MENTIONS)
    given = [item["id"] for kind in kinds for item in story[kind]]
    yield from (f"given twice: {name}" for name, times in sorted(Counter(given).items()) if times > 1)
    groups = [*story["figures"], *story["statements"]]
    groups += [side for disagreement in story["disagreements"] for side in disagreement["sides"]]
    used = {name for group in groups for name in group["members"]}
    used |= {item["report"] for kind in MENTIONS for item in story[kind]}
    used |= {item.get("speaker") or item["report"] for kind in MENTIONS for item in story[kind]}
    yield from (f"nowhere given: {name}" for name in sorted(used - set(given)))


def false_bytes(report: dict[str, Any]) -> Iterator[str]:
    """Every run of a page whose bytes do not read as the words they are said to lead back from."""
    runs = report["raw"]["runs"] if report["raw"] else []
    page = Path(report["path"]).read_bytes() if runs else b""
    for start, end, byte_start, byte_end in runs:
        words = report["text"][start:end]
        there = html.unescape(page[byte_start:byte_end].decode("utf-8", "replace"))
        if there.split() != words.split():
            yield f"bytes {byte_start}..{byte_end} of {report['path']} are not {words!r}"


def check(name: str, source: Path, out: Path) -> int:
    """Runs one folder; prints what was found and gives the number of faults."""
    stories = tell(source, out=out)["stories"]
    reports = [report for story in stories for report in story["reports"]]
    texts = {report["id"]: report["text"] for report in reports}
    faults = [fault for story in stories for fault in (*false_spans(story, texts), *references(story))]
    faults += [fault for report in reports if report["path"] for fault in false_bytes(report)]
    counts = ", ".join(f"{sum(len(story[kind]) for story in stories)} {kind}" for kind in MENTIONS)
    print(f"{name}: {len(reports)} reports in {len(stories)} stories, {counts}, {len(faults)} faults")
    print("".join(f"  {fault}\n" for fault in faults[:20]), end="")
    return len(faults)


def main() -> int:
    """1 when anything was wrong, else 0."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sources = [("example", ROOT / "examples")]
        if not absent():
            sources.append((f"{HOW_MANY} pages", write("pages", "html", ".html", folder / "pages")))
            sources.append((f"{HOW_MANY} texts", write("stories", "text", ".txt", folder / "texts")))
        faults = [check(name, source, folder / "out.json") for name, source in sources]
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
