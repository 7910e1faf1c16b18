"""What comes with a report beside its words: stated by whoever handed it over, so taken as stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Given:
    """``sha256`` is that of the input bytes; the rest as in ``Report``, each None where nothing was given."""

    sha256: str
    path: str | None = None
    url: str | None = None
    source_id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
