"""Holds sayso to the floors of floors.toml: ``python -m bench.gate`` fails where a row is below its floor."""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

from bench.sets import SEEDS, absent, seed_rows, tell

FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    """Prints the table; 1 when a floor is missed, else 0."""
    if absent():
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "seeds.json"
        tell(SEEDS, out=out)
        rows = seed_rows(out)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    checks = [(task, bound, +1) for task, bound in floors["at_least"].items()]
    checks += [(task, bound, -1) for task, bound in floors["at_most"].items()]
    missed = 0
    for task, bound, sign in checks:
        score = float(rows[task]["score"])
        held = sign * score >= sign * bound
        missed += not held
        side = "at least" if sign > 0 else "at most"
        print(f"{'ok  ' if held else 'MISS'}  {task:28s} {score:6.3f}   {side} {bound:.2f}")
    print(f"{missed} of {len(checks)} floors missed" if missed else f"all {len(checks)} floors held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
