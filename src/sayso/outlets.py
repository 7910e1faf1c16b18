"""The news agencies and outlets that sayso knows: the package's list, before it one of the user's own.

Both are TOML: ``[[outlet]]`` with ``name`` and, as needed, ``aliases``, ``domains`` and ``agency``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.data import table

OWN = "SAYSO_OUTLETS"  # in the environment, so that every process of a run reads the same list
_LIST = (list, "a list of texts")
_KEYS = {"name": (str, "text"), "aliases": _LIST, "domains": _LIST, "agency": (bool, "true or false")}


class OutletsError(Exception):
    """The user's list cannot be read; says which file, and where in it."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One that publishes. ``agency``: supplies others, so that its name in brackets is a credit."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in use, the usual one first."""
        return (self.name, *self.aliases)


def use(path: Path) -> None:
    """Reads the user's list at ``path`` before the package's, in this process and those it starts.

    Raises OutletsError.
    """
    os.environ[OWN] = str(path.resolve())
    outlets.cache_clear()
    outlets()


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets; of two with one name the first counts. Raises OutletsError."""
    own = tuple(_read(Path(path))) if (path := os.environ.get(OWN)) else ()
    return (*own, *(_outlet(entry) for entry in table("outlets")["outlet"]))


def _read(path: Path) -> Iterator[Outlet]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("outlet", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OutletsError(f"{path}: {reason}") from None
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        if problem := _problem(entry):
            raise OutletsError(f"{path}: outlet {number}: {problem}")
        yield _outlet(entry)


def _problem(entry: Any) -> str | None:
    """What is wrong with an entry."""
    if not isinstance(entry, dict):
        return "not a table: begin it with [[outlet]]"
    if not str(entry.get("name", "")).strip():
        return "no name"
    for key, value in entry.items():
        if key not in _KEYS:
            return f"unknown key {key!r}; known are {', '.join(_KEYS)}"
        kind, called = _KEYS[key]
        texts = value if isinstance(value, list) else []
        if not isinstance(value, kind) or not all(isinstance(one, str) and one.strip() for one in texts):
            return f"{key!r} is not {called}"
    return None


def _outlet(entry: dict[str, Any]) -> Outlet:
    lists = {key: tuple(entry.get(key, ())) for key in ("aliases", "domains")}
    return Outlet(entry["name"].strip(), **lists, agency=entry.get("agency", False))
