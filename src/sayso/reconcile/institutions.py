"""Public bodies that reports do not name: "health officials" and "the Health Ministry" are probably one.

A description is read as a sector ("health", "police"), a level ("federal") and places. Ten outlets that have
a toll from "police" have it from one police, unless they say otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.terms import folded, tokens


@dataclass(frozen=True, slots=True)
class Institution:
    """What a description says of a body; a sector without words is any authority."""

    sector: frozenset[str]
    level: frozenset[str]
    places: frozenset[str]

    def may_be(self, other: Institution) -> bool:
        """Whether no place and no level tells the two apart."""
        pairs = ((self.places, other.places), (self.level, other.level))
        return not any(mine and theirs and not mine & theirs for mine, theirs in pairs)

    def is_less_than(self, other: Institution) -> bool:
        """Whether ``other`` may be this one, described more fully: "police", "traffic police"."""
        return self.sector < other.sector and self.may_be(other)


def institution(entity: Entity, places: Mapping[str, str]) -> Institution | None:
    """The public body that an entity is, or speaks for; None for persons, and where somebody is counted.

    ``places``: folded words that tell where something is → the place that they tell.
    """
    said = [word.removesuffix("'s").removesuffix("'") for word in tokens(entity.name)]
    speaking = words("sources", "speaking_for") & set(said)
    if not words("sources", "institutions") & set(said) or (not entity.unnamed and entity.kind == "person"):
        return None
    if words("sources", "some_of") & set(said) or (entity.kind == "person" and not speaking):
        return None
    heads = words("sources", "institution_heads")
    idle = heads | words("sources", "no_sector") | speaking
    if heads & set(said):  # "the government's disaster agency"; but "the government" is one
        idle |= {"government", "state"}
    level = {word for word in said if word in words("sources", "levels")}
    where = {places[word] for word in said if word in places}
    sector = {word for word in said if word not in idle | level and word not in places}
    return Institution(frozenset(sector), frozenset(level), frozenset(where))


def placed(entities: Mapping[str, Entity]) -> dict[str, str]:
    """Folded words of the story's places, and of the peoples of countries → the place."""
    found = {
        folded(word): folded(country)
        for country, demonyms in table("countries")["demonyms"].items()
        for word in demonyms
        if " " not in word
    }
    for id_ in sorted(entities):
        if entities[id_].kind == "place":
            found |= dict.fromkeys(tokens(entities[id_].name), folded(entities[id_].name))
    return found
