"""What a name is joined by: the words that two spellings of one name have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.people import Key
from sayso.reconcile.terms import tokens

PARENTHESIS = re.compile(r"^(.+?)\s*\((.+?)\)\s*$")
ACRONYM = re.compile(r"(?:the )?[A-Z]{2,8} [a-z]+")  # and what it is: "the KFU union"
ARTICLES = {"the", "a", "an"}


def name_keys(entity: Entity) -> list[Key]:
    """The names that an entity can be joined by: its name, without its brackets, and what stands in them."""
    brackets = PARENTHESIS.match(entity.name)
    names = [*brackets.groups()] if brackets else [entity.name]
    keys = [name_key(name, entity.kind) for name in names]
    return [key for key in keys if key] or [(entity.name,)]


def name_key(name: str, kind: str = "person") -> Key:
    """The words of a name without articles, titles of a person, endings an organisation may lack."""
    name = re.sub(r"\b([A-Z])/([A-Z])\b", r"\1\2", name)  # "A/S"
    parts = [re.sub(r"'s?$", "", word).replace(".", "") for word in tokens(name)]
    parts = [part for part in parts if part and part not in ARTICLES]
    if kind == "person":
        while len(parts) > 1 and parts[0] in words("names", "titles"):
            parts = parts[1:]
        return tuple(parts)
    parts = [part for joined in parts for part in joined.split("-")]  # "Al-Nahra", "Al Nahra"
    country = _countries().get(" ".join(parts))
    if country:
        return (country,)
    if (state := _armed(parts)) and not re.search(r"\bArmy\b", name):  # so written, a branch of its own
        return (state, "armed forces")
    if ACRONYM.fullmatch(name) and parts[-1] in words("sources", "bodies"):
        parts = parts[:-1]
    parts = _head_last(parts)
    loose = words("names", "loose_place" if kind == "place" else "loose_organisation")
    while len(parts) > 1 and parts[-1] in loose:
        parts = parts[:-1]
    return tuple(parts)


def _head_last(parts: list[str]) -> list[str]:
    """The "ministry of health in velmar" as the "velmar health ministry"; "peruvian" as "peru"."""
    heads = words("sources", "institution_heads")
    if "of" in parts[1:] and parts[parts.index("of") - 1] in heads:
        at = int(parts[0] in demonyms())  # "peruvian ministry of health"
        pieces = " ".join("of" if part == "in" else part for part in parts[at:]).split(" of ")
        parts = in_short(" ".join((*parts[:at], *reversed(pieces)))).split()
    country = demonyms().get(parts[0]) if heads.intersection(parts[-1:]) else None
    return [country, *parts[1:]] if country else parts


def in_short(body: str) -> str:
    """The "internal affairs ministry" as the "interior ministry", "prosecution office" as "prosecutors".

    "Civil defence" is a body of its own, not one of defence.
    """
    for long, short in _SHORT.items():
        body = body.replace(long, short)
    return body


_SHORT = {
    "foreign affairs": "foreign", "internal affairs": "interior", "prosecutor's office": "prosecutors",
    "prosecutors' office": "prosecutors", "prosecution office": "prosecutors",
    "prosecution service": "prosecutors", "rescue workers": "rescuers",
    "civil defence": "civil-defence", "civil defense": "civil-defence",
}  # fmt: skip


def _armed(parts: Sequence[str]) -> str | None:
    """The country whose armed forces a name is: "peruvian army", "armed forces of peru"."""
    bodies = words("sources", "armed_forces")
    for n in (2, 1):
        if " ".join(parts[-n:]) in bodies:
            return demonyms().get(" ".join(parts[:-n]))
        if " ".join(parts[:n]) in bodies and parts[n : n + 1] == ["of"]:
            return demonyms().get(" ".join(parts[n + 1 :]))
    return None


@cache
def demonyms() -> Mapping[str, str]:
    """Countries, by their names and by what their people are called → the country, all folded."""
    peoples = {
        " ".join(tokens(word)): " ".join(tokens(country))
        for country, said in table("countries")["demonyms"].items()
        for word in (*said, country)
    }
    return {**peoples, **_countries()}


@cache
def _countries() -> Mapping[str, str]:
    """Other names of countries → the name that the table knows them by, all folded."""
    return {
        " ".join(tokens(alias)).replace(".", ""): " ".join(tokens(country))
        for country, aliases in table("countries")["aliases"].items()
        for alias in (*aliases, country)
    }


def initials(entity: Entity) -> set[str]:
    """Acronyms of a name: first letters of its words, with and without small ones; those in brackets."""
    parts = re.findall(r"\w+", entity.name)
    capital = [part for part in parts if part[0].isupper()]
    given = {m[2] for alias in entity.aliases if (m := PARENTHESIS.match(alias))}
    return {"".join(p[0] for p in ps).casefold() for ps in (parts, capital)} | {g.casefold() for g in given}
