"""Who speaks for whom, by how reports name them: a country's minister does not disagree with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.terms import folded, tokens


def allies(entities: Iterable[Entity], called: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Entity id → the countries and groups that it speaks for ("Ruritanian Prime Minister Ana Sorel").

    ``called`` holds, by entity id, the words with which the reports bring it in as a source.
    """
    listed = list(entities)
    wholes = {e.id: _own_words(e) for e in listed if not e.unnamed and e.kind != "person"}
    return {
        e.id: frozenset(
            whole
            for whole, own in wholes.items()
            if whole != e.id and _speaks_for([e.name, *e.aliases, *called.get(e.id, ())], own)
        )
        for e in listed
    }


def _own_words(entity: Entity) -> frozenset[str]:
    """A one-word name, and for a country the names of its people; nothing for names of several words."""
    name = [word for word in tokens(entity.name) if word not in words("function_words", "of_groups")]
    country = _peoples().get(" ".join(name), frozenset())
    return frozenset(name) | country if len(name) == 1 else country


def _speaks_for(names: Iterable[str], whole: frozenset[str]) -> bool:
    """Whether the whole is named within a longer name, and nothing says that they are at odds."""
    for alias in names:
        parts = tokens(alias)
        at_odds = words("function_words", "dissent") & set(parts)
        if len(parts) > 1 and whole & {part.removesuffix("'s") for part in parts} and not at_odds:
            return True
    return False


@cache
def _peoples() -> Mapping[str, frozenset[str]]:
    """Folded name of a country → what its people and things are called, all in one word each."""
    return {
        folded(country): frozenset(folded(word) for word in demonyms if " " not in word)
        for country, demonyms in table("countries")["demonyms"].items()
    }
