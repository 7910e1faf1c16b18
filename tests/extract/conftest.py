"""Attributions of a text in words, for tables of text → expected findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.extract import extract
from sayso.model import Report
from sayso.span import Span


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in words; ``words`` is "source | cue | content", parts joined by " … ", "-" if none."""

    words: str
    speaker: str | None
    kind: str
    polarity: str
    relay: tuple[str, ...]
    audience: str | None
    within: str | None  # the content of the attribution in which this one stands


def said(text: str, title: str = "") -> list[Said]:
    """What a report of this text attributes; its first line is ``title``, if there is one."""
    whole = f"{title}\n{text}" if title else text
    report = Report("r", whole, "x", language="en", title=Span(0, len(title)) if title else None)
    reading = extract(report)
    names = {entity.id: entity.name for entity in reading.entities}

    def joined(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(whole) for span in spans) or "-"

    contents = {a.id: joined(a.content) for a in reading.attributions}
    return [
        Said(
            " | ".join((joined((a.source,) if a.source else ()), joined(a.cue), joined(a.content))),
            names[a.speaker] if a.speaker else None,
            a.kind,
            a.polarity,
            a.relay,
            a.audience,
            contents[a.nested_in] if a.nested_in else None,
        )
        for a in reading.attributions
    ]


@pytest.fixture(scope="session")
def attributed() -> Callable[..., list[Said]]:
    """``said`` for the tests."""
    return said
