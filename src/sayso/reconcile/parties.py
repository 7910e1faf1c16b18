"""Who speaks for whom, by how reports name them: a country's minister does not disagree with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.alike import alike
from sayso.reconcile.terms import folded, stem, tokens

Name = tuple[str, ...]
ROOT = 6  # letters by which two words are one term


def allies(entities: Iterable[Entity], called: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Entity id → the countries and groups that it speaks for ("Ruritanian Prime Minister Ana Sorel").

    A whole is known by its name, and by what reports call it: "the company" in "the company's spokesman".

    ``called`` holds, by entity id, the words with which the reports bring it in as a source.
    """
    listed = list(entities)
    wholes: defaultdict[Name, set[str]] = defaultdict(set)
    for e in listed:
        if not e.unnamed and e.kind != "person":
            for name in _names(e):
                wholes[name].add(e.id)
    longest = max(map(len, wholes), default=0)
    return {
        e.id: frozenset(
            whole
            for called_so in (e.name, *e.aliases, *called.get(e.id, ()))
            for part in _parts(called_so, longest)
            for whole in wholes.get(part, ())
            if whole != e.id
        )
        for e in listed
    }


def bodies(entities: Iterable[Entity], called: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Entity id → the bodies that it answers for by its office, as terms: for a minister the government."""
    offices = {body: frozenset(titles) for body, titles in table("disputes")["offices"].items()}
    found: dict[str, frozenset[str]] = {}
    for e in entities:
        said = {word for name in (e.name, *e.aliases, *called.get(e.id, ())) for word in _plain(name)}
        at_odds = words("function_words", "dissent") & said
        held = [body for body, titles in offices.items() if titles & said and not at_odds]
        found[e.id] = frozenset(
            (*(stem(body)[:ROOT] for body in held), *(f"={alike(body)}" for body in held))
        )
    return found


def _plain(name: str) -> Name:
    return tuple(token.removesuffix("'s").removesuffix("'") for token in tokens(name))


def _names(entity: Entity) -> set[Name]:
    """What a whole is called, without words that name nobody; for a country also its people."""
    idle = words("function_words", "of_groups")
    names = {tuple(w for w in _plain(name) if w not in idle) for name in (entity.name, *entity.aliases)}
    peoples = _peoples().get(" ".join(_plain(entity.name)), frozenset())
    return {name for name in names if name} | {(people,) for people in peoples}


def _parts(name: str, longest: int) -> Iterator[Name]:
    """The runs of words within a longer name, unless it says that they are at odds."""
    listed = _plain(name)
    if not words("function_words", "dissent") & set(listed):
        for start, end in combinations(range(len(listed) + 1), 2):
            if end - start < len(listed) and end - start <= longest:
                yield listed[start:end]


@cache
def _peoples() -> Mapping[str, frozenset[str]]:
    """Folded name of a country → what its people and things are called, all in one word each."""
    return {
        folded(country): frozenset(folded(word) for word in demonyms if " " not in word)
        for country, demonyms in table("countries")["demonyms"].items()
    }


def called_so(entities: Iterable[Entity], called: Mapping[str, Iterable[str]], key: str) -> frozenset[str]:
    """The ids of those whose name, or what reports bring them in with, holds a word listed under ``key``."""
    listed = words("disputes", key)

    def said(entity: Entity) -> Iterator[str]:
        for name in (entity.name, *entity.aliases, *called.get(entity.id, ())):
            parts = _plain(name)
            yield from parts
            yield from map(" ".join, pairwise(parts))

    return frozenset(e.id for e in entities if not listed.isdisjoint(said(e)))
