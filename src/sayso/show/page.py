"""Stories → one self-contained page."""

from __future__ import annotations

from sayso.model import Story


def text(stories: list[Story]) -> str:
    """The page."""
    return ""
