"""Reads the word lists of the package: data, not code."""

from __future__ import annotations

import re
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


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """A pattern for the phrases under ``key`` of a table, each a regular expression over whole words."""
    return re.compile(rf"\b(?:{'|'.join(table(name)[key])})\b")


@cache
def lines(name: str) -> frozenset[str]:
    """The lines of ``lexicon/<name>.txt``."""
    text = files("sayso").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())
