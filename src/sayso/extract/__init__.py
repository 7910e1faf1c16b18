"""Report → Reading: what one report says, one file a kind. A pure function of the report."""

from __future__ import annotations

from sayso.model import Reading, Report


def extract(report: Report) -> Reading:
    """All mentions of a report."""
    return Reading(report)
