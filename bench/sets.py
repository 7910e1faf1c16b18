"""Where the measuring sets lie, and how they are run: through the command that a user has."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.pipeline import FAILED

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"  # not part of the project: gold and texts that may not be passed on
SEEDS = SHARED / "seeds"
SAYSO = Path(sys.executable).with_name("sayso")


def absent() -> bool:
    """Whether there is nothing to measure on here; says so."""
    if SHARED.is_dir():
        return False
    print(f"skipped: the measuring sets are not part of the project, and {SHARED} does not exist")
    return True


def tell(*paths: Path, out: Path, **environment: str) -> dict[str, Any]:
    """The story file that ``sayso tell`` writes to ``out``.

    CalledProcessError if it fails; RuntimeError if it stumbled over a report, though it tells the others.
    """
    command = [str(SAYSO), "tell", *map(str, paths), "--json", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-4000:], sep="\n", file=sys.stderr)
        done.check_returncode()
    if FAILED in done.stderr:
        raise RuntimeError("\n".join(line for line in done.stderr.splitlines() if FAILED in line))
    read: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return read


def scored(script: Path, *arguments: str | Path) -> dict[str, Any]:
    """What a scorer of the measuring sets says with ``--json``."""
    command = [sys.executable, str(script), *map(str, arguments), "--json"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    read: dict[str, Any] = json.loads(text)
    return read


def seed_rows(story_file: Path) -> dict[str, dict[str, Any]]:
    """Row of the seeds' scorer → its numbers; the headline and integrity are rows like the others."""
    told = scored(SHARED / "gold" / "score.py", story_file)
    rows: dict[str, dict[str, Any]] = {row["task"]: row for row in told["tasks"]}
    rows["headline"] = {"score": told["headline"], "note": "mean of the parts", "n_gold": None}
    return rows


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a list, gzip-compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)
