"""The whole flow on one page: read → extract → reconcile. ``show`` writes what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sayso.model import Reading, Report, Story

Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def tell(paths: Iterable[Path | str], progress: Progress = silent) -> tuple[list[Story], list[str]]:
    """All stories that the reports under ``paths`` tell, and one line for each input that could not be read."""
    from sayso.read import read

    reports, problems = read(paths)
    return tell_reports(reports, progress), [str(problem) for problem in problems]


def tell_reports(reports: Iterable[Report], progress: Progress = silent) -> list[Story]:
    """All stories that ``reports`` tell. The order they come in does not matter."""
    from sayso.extract import extract
    from sayso.reconcile import reconcile

    once = {report.id: report for report in reports}
    readings: list[Reading] = []
    for done, name in enumerate(sorted(once), start=1):
        readings.append(extract(once[name]))
        progress("reading", done, len(once))
    return reconcile(readings)
