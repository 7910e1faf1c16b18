"""The whole flow on one page: read → extract → reconcile. ``show`` writes what comes out.

Extracting is a pure function of one report, so many reports go to a pool of processes. What comes out depends
neither on their number nor on the order of the reports. Should it fail on a report, which is a fault of ours,
the report stays, with a warning over its whole text, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from sayso.cores import cores
from sayso.model import Marked, Reading, Report
from sayso.span import Span
from sayso.story import Story

Progress = Callable[[str, int, int], None]
Mapped = Callable[[Callable[[Report], Reading], Iterable[Report]], Iterable[Reading]]
FAILED = "nothing was extracted"
FEW = 60  # up to so many reports one process is done before a second one has loaded the language model
CHUNK = 8  # reports that a process takes at a time
MATHS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def tell(paths: Iterable[Path | str], progress: Progress = silent) -> tuple[list[Story], list[str]]:
    """All stories that the reports under ``paths`` tell, and a line for each input that was not read."""
    from sayso.read import read

    progress("reading", 0, 1)
    reports, problems = read(paths)
    stories = tell_reports(reports, progress)
    return stories, [*map(str, problems), *(line for story in stories for line in failures(story))]


def tell_reports(
    reports: Iterable[Report], progress: Progress = silent, processes: int | None = None
) -> list[Story]:
    """All stories that ``reports`` tell. Their order does not matter; a report read twice counts once.

    ``processes`` is how many extract at a time; by default one, and for many reports one a core.
    """
    from sayso.reconcile import reconcile

    once = distinct(reports)
    readings: list[Reading] = []
    progress("extracting", 0, len(once))
    with _mapping(processes or (cores() if len(once) > FEW else 1)) as mapped:
        for reading in mapped(survived, once):
            readings.append(reading)
            progress("extracting", len(readings), len(once))
    progress("reconciling", 0, 1)
    return reconcile(readings)


def distinct(reports: Iterable[Report]) -> list[Report]:
    """The reports by id, each once: of the same bytes in two places, those of the first place."""
    once: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.id, r.path or "", r.source_id or "", r.url or "")):
        once.setdefault(report.id, report)
    return list(once.values())


def survived(report: Report) -> Reading:
    """What the report says; if extracting fails, the bare report with a warning."""
    from sayso.extract import extract

    try:
        return extract(report)
    except Exception as error:
        warning = Marked(Span(0, max(1, len(report.text))), f"{FAILED}: {error!r}")
        return Reading(replace(report, warnings=(*report.warnings, warning)))


def failures(story: Story) -> Iterator[str]:
    """One line for each report of the story on which extracting failed."""
    for report in story.reports:
        for warning in report.warnings:
            if warning.label.startswith(FAILED):
                place = " ".join(filter(None, [report.path, report.source_id])) or report.id
                yield f"{place}: {warning.label}"


@contextmanager
def _mapping(processes: int) -> Iterator[Mapped]:
    """``map`` in this process, or the same over several: results in the order of the reports."""
    for name in MATHS:  # one thread a process: must stand before numpy is loaded
        os.environ.setdefault(name, "1")
    if processes == 1:
        yield map
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield partial(pool.map, chunksize=CHUNK)
