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
        if e.kind != "person":
            for name in _names(e):
                if not e.unnamed or len(name) > 1:  # "the electoral commission"
                    wholes[name].add(e.id)
    longest = max(map(len, wholes), default=0)
    people = _surnames(listed)
    return {
        e.id: frozenset(
            whole
            for called_so in (e.name, *e.aliases, *called.get(e.id, ()))
            for whole in (*_wholes(called_so, wholes, longest), *_principals(called_so, people))
            if whole != e.id
        )
        for e in listed
    }


def _wholes(called: str, wholes: Mapping[Name, set[str]], longest: int) -> Iterator[str]:
    return (whole for part in _parts(called, longest) for whole in wholes.get(part, ()))


def _surnames(entities: Iterable[Entity]) -> Mapping[str, str]:
    """Surname → the one person in full who bears it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for e in entities:
        if e.kind == "person" and not e.unnamed and len(name := _plain(e.name)) > 1:
            found[name[-1]].add(e.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def _principals(called: str, people: Mapping[str, str]) -> Iterator[str]:
    """For whom one speaks: "Quill's spokeswoman, Ana Sorel", "a lawyer for Quill"."""
    said, speaking = _plain(called), words("disputes", "speaking_for")
    if words("function_words", "dissent") & set(said):
        return
    for n, word in enumerate(said):
        if word in people:
            before = said[max(0, n - 3) : n]
            asked = "for" in before and not speaking.isdisjoint(before)
            if asked or not speaking.isdisjoint(said[n + 1 : n + 3]):
                yield people[word]


def bodies(entities: Iterable[Entity], called: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Entity id → the bodies that it answers for by its office, as terms: for a minister the government."""
    offices = {body: frozenset(titles) for body, titles in table("disputes")["offices"].items()}
    found: dict[str, frozenset[str]] = {}
    for e in entities:
        said = {word for name in (e.name, *e.aliases, *called.get(e.id, ())) for word in _plain(name)}
        at_odds = {*words("function_words", "dissent"), "source", "sources"} & said  # "source in the police"
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


def peoples(entities: Iterable[Entity]) -> frozenset[str]:
    """The terms for the people of the countries of a story: "Ruritanian" is as good as its name."""
    named = (_peoples().get(" ".join(_plain(e.name)), frozenset()) for e in entities if e.kind == "place")
    return frozenset(stem(people)[:ROOT] for called in named for people in called)


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
