"""The flow: the same result whatever the order and the number of processes; no report takes others along."""

from __future__ import annotations

import os

import pytest

import sayso.extract
from sayso import pipeline
from sayso.model import Reading, Report
from sayso.pipeline import distinct, tell_reports

TEXTS = (
    "Twelve people were killed in Ostrava on Sunday, the mayor said.",
    "Nineteen people were killed in Ostrava, a rescue official told the Vellmar Herald.",
    "The strike at the Korrin mine ended on Monday, its union said.",
)
REPORTS = [
    Report(f"{n:016x}", text, "0" * 64, path=f"{n}.txt", language="en") for n, text in enumerate(TEXTS)
]


def test_neither_order_nor_repetition_nor_processes_matter() -> None:
    alone = tell_reports(REPORTS)
    assert sorted(r.id for story in alone for r in story.reports) == [r.id for r in REPORTS]
    assert tell_reports([*reversed(REPORTS), REPORTS[0]]) == alone
    assert tell_reports(REPORTS, processes=2) == alone


def test_of_the_same_bytes_in_two_places_the_first_place_counts() -> None:
    here, there = (Report("a", "words", "0" * 64, path=path) for path in ("here.txt", "there.txt"))
    assert distinct([there, here]) == distinct([here, there]) == [here]


def test_a_report_on_which_extracting_fails_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(report: Report) -> Reading:
        if report is REPORTS[1]:
            raise ValueError("a fault of ours")
        return real(report)

    real = sayso.extract.extract
    monkeypatch.setattr(sayso.extract, "extract", fail)
    stories = tell_reports(REPORTS)
    [failed] = [r for story in stories for r in story.reports if r.id == REPORTS[1].id]
    assert failed.warnings[0].span.of(failed.text) == failed.text
    assert [line for story in stories for line in pipeline.failures(story)] == [
        "1.txt: nothing was extracted: ValueError('a fault of ours')"
    ]


def test_progress_is_told() -> None:
    seen: list[tuple[str, int, int]] = []
    tell_reports(REPORTS, lambda *step: seen.append(step))
    assert seen == [*(("extracting", n, 3) for n in range(4)), ("reconciling", 0, 1)]


def test_no_reports_no_stories_and_maths_libraries_run_one_thread() -> None:
    assert tell_reports([]) == []
    assert all(os.environ[name] for name in pipeline.MATHS)
