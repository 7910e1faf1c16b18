"""Reads the word lists of the package: data, not code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table ``lexicon/<name>.toml``."""
    return tomllib.loads(files("sayso").joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words listed under ``key`` of a table, as a set."""
    return frozenset(table(name)[key])
