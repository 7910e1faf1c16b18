"""Builds readings by hand, from words that stand in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from sayso.model import (
    UNKNOWN,
    Attribution,
    Entity,
    EntityKind,
    Evidence,
    Interval,
    Publisher,
    Quantity,
    Reading,
    Report,
)
from sayso.span import Span

Told = Callable[..., Reading]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _interval(days: str | None) -> Interval:
    """Of a day, or of a first and a last one: "2031-05-03", "2031-03-01/2031-05-03"."""
    first, _, last = (days or "").partition("/")
    return (
        Interval(date.fromisoformat(first), date.fromisoformat(last or first), "stated") if days else UNKNOWN
    )


def told(
    name: str,
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    cast: Mapping[str, EntityKind] | None = None,
    unnamed: Sequence[str] = (),
    counts: Sequence[Mapping[str, Any]] = (),
    says: Sequence[Mapping[str, Any]] = (),
    **report: Any,
) -> Reading:
    """A reading of ``text``, all by the words that stand in it."""
    ids = {who: f"{name}-e{n}" for n, who in enumerate([*(cast or {}), *unnamed], start=1)}
    kinds: Mapping[str, EntityKind] = {**dict.fromkeys(unnamed, "person"), **(cast or {})}
    entities = [
        Entity(ids[who], who, kind, (), tuple(_mentions(name, text, who)), who in unnamed)
        for who, kind in kinds.items()
    ]
    return Reading(
        Report(
            id=name,
            text=text,
            sha256="",
            title=_span(text, title) if title else None,
            publisher=Publisher(publisher) if publisher else None,
            language="en",
            published=_interval(published),
            **report,
        ),
        entities=tuple(entities),
        quantities=tuple(_count(f"{name}-q{n}", name, text, ids, c) for n, c in enumerate(counts)),
        attributions=tuple(_saying(f"{name}-a{n}", name, text, ids, s) for n, s in enumerate(says)),
    )


def _mentions(name: str, text: str, who: str) -> list[Evidence]:
    return [Evidence(name, _span(text, who))] if who in text else []


def _count(name: str, report: str, text: str, ids: Mapping[str, str], given: Mapping[str, Any]) -> Quantity:
    more = dict(given)
    words, low, speaker = more.pop("words"), more.pop("low", None), more.pop("speaker", None)
    high, when = more.pop("high", low), more.pop("when", None)
    fields: dict[str, Any] = {
        "value": low if low == high else None,
        "modifier": "exact",
        "unit": "people",
        "category": "killed",
        "when": _interval(when) if when else None,
        "speaker": ids[speaker] if speaker else None,
        "relay": (speaker,) if speaker else (),
        **more,
    }
    span = _span(text, words)
    return Quantity(id=name, report=report, span=span, number=span, low=low, high=high, **fields)


def _saying(
    name: str, report: str, text: str, ids: Mapping[str, str], given: Mapping[str, Any]
) -> Attribution:
    speaker = given.get("speaker")
    return Attribution(
        id=name,
        report=report,
        source=None,
        speaker=ids[speaker] if speaker else None,
        cue=(),
        content=(_span(text, given["words"]),),
        kind="indirect",
        polarity=given.get("polarity", "assert"),
        relay=given.get("relay", (speaker,) if speaker else ()),
    )


@pytest.fixture(name="told")
def _told() -> Told:
    return told
