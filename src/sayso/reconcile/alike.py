"""Words with which the same may be said: as data, whichever an outlet takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.data import table

Pattern = re.Pattern[str]


@lru_cache(maxsize=65536)
def alike(word: str) -> str | None:
    """The name of those that a folded word is one of; the first listed, if of several."""
    return next((name for name, pattern in _words() if pattern.fullmatch(word)), None)


@cache
def _words() -> tuple[tuple[str, Pattern], ...]:
    def pattern(listed: str) -> Pattern:
        return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in listed.split()))

    data = table("alike")
    return tuple(
        (name, pattern(listed)) for kind in ("topics", "light") for name, listed in data[kind].items()
    )


def phrases(said: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The names of those that are said in more than one word, each with its place."""
    for name, pattern in _phrases():
        yield from ((name, hit) for hit in pattern.finditer(said))


@cache
def _phrases() -> tuple[tuple[str, Pattern], ...]:
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE))
        for name, listed in table("alike")["phrases"].items()
    )


@cache
def light() -> frozenset[str]:
    """The names of those whose words say too little to be a topic alone: "go on"."""
    return frozenset(table("alike")["light"])
