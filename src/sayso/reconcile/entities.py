"""Joins the entities of single reports into those of the story, by their names alone.

In order: the same name; a country's other names; a name with and without its place; an acronym and what it
abbreviates; names of one person (``people``): in full with more or fewer parts, a surname alone, spelt a
little differently. Descriptions ("the minister") never join anything across reports, and neither does an
unnamed source, unless it is a bare name of one of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.data import words
from sayso.model import Attribution, Entity, Quantity, Reading
from sayso.reconcile import people
from sayso.reconcile.joining import Sets
from sayso.reconcile.keys import ACRONYM, demonyms, initials, name_key, name_keys
from sayso.reconcile.origins import unowned
from sayso.reconcile.people import Group, Join, Key

_OWNED = re.compile(r"[^a-z]\S*(?: [^a-z]\S*){0,2}['’]s ")  # "Hale's office", "Dana Hale's office"
_INNER = re.compile(r"[\w,] ")  # what a word within a sentence stands behind


Mention = TypeVar("Mention", Quantity, Attribution)


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a story, and which of them each report-local entity became."""

    entities: tuple[Entity, ...]
    became: Mapping[str, Entity]
    people: Set[str]  # names that only people have

    def recast(self, mention: Mention) -> Mention:
        """The mention with the story's entity as its speaker; nothing happens "in" a person."""
        if isinstance(mention, Quantity) and mention.place in self.people:
            mention = replace(mention, place=None)
        if mention.speaker is None:
            return mention
        speaker = self.became[mention.speaker]
        return replace(mention, speaker=speaker.id, relay=(speaker.name, *mention.relay[1:]))


def join_entities(readings: Sequence[Reading]) -> Cast:
    """The cast of the story that ``readings`` tell."""
    local = {e.id: e for reading in readings for e in reading.entities}
    listed = [local[name] for name in sorted(local)]
    joined, apart = Sets(e.id for e in listed), {e.id for e in listed if e.unnamed} | unowned(local)
    by_name = (_same_name, _other_names, _with_place, _acronyms)
    for step in (*by_name, *map(_of_persons, people.STEPS), _mistaken):
        groups = [[local[name] for name in names] for names in joined.sets()]
        for a, b in step([group for group in groups if group[0].id not in apart]):
            joined.join(a.id, b.id)
    named = [[local[name] for name in names] for names in joined.sets() if names[0] not in apart]
    unnamed, texts = [e for e in listed if e.unnamed], {r.report.id: r.report.text for r in readings}
    for source, entity in (*_bare_sources(unnamed, named), *_proper_sources(unnamed, texts)):
        joined.join(source.id, entity.id)
    return _cast([[local[name] for name in names] for names in joined.sets()])


def _same_name(groups: Sequence[Group]) -> Iterable[Join]:
    """One name, one entity: of person and body, where a report has one bare word, or each another one."""
    first: dict[tuple[bool, Key], Entity] = {}
    for group in groups:
        for entity in group:
            for key in name_keys(entity):
                yield first.setdefault((_person(entity), key), entity), entity
    full = (people.full_name(name_key(e.name)) for group in groups for e in group if _person(e))
    surnames = {name.last for name in full if name is not None}
    for (person, key), entity in first.items():
        other = first.get((False, key)) if person else None
        bare = len(key) == 1 and key[0] not in surnames and _bare(entity)
        if other and (bare or (len(key) > 1 and not people.told_apart([entity], [other]))):
            yield other, entity


def _other_names(groups: Sequence[Group]) -> Iterable[Join]:
    """What one report gives as a further name of one body is its name in others too.

    Of a place it may be the capital, which is another place.
    """
    holders: defaultdict[Key, list[Group]] = defaultdict(list)
    bodies = [group for group in groups if group[0].kind not in ("person", "place")]
    for group in bodies:
        for key in sorted({name_key(a, e.kind) for e in group for a in e.aliases if _proper(a)}):
            holders[key].append(group)
    for group in bodies:
        for key in sorted({key for e in group for key in name_keys(e)}):
            others = [other for other in holders[key] if other is not group]
            if len(others) == 1:
                yield others[0][0], group[0]


def _with_place(groups: Sequence[Group]) -> Iterable[Join]:
    """ "Human Rights League" is that of Peru where the story names that of no other place; no ministry is."""
    named = {name_key(e.name, e.kind) for group in groups for e in group if e.kind == "place"}
    places = named | {(people,) for people, country in demonyms().items() if (country,) in named}
    bodies = [
        (group[0], key) for group in groups if group[0].kind == "organisation" for key in name_keys(group[0])
    ]
    longer: defaultdict[Key, list[Entity]] = defaultdict(list)
    for body, key in bodies:
        for n in range(2, len(key)):
            if key[n] == "of" and key[n + 1 :] in places:
                longer[key[:n]].append(body)
            if key[:-n] in places:
                longer[key[-n:]].append(body)
    for body, key in bodies:
        office = key[-1] in words("sources", "institution_heads") and (len(key) < 3 or key[-1] == "ministry")
        if len(longer[key]) == 1 and not office:
            yield longer[key][0], body


def _proper(alias: str) -> bool:
    """Whether an alias is a name by its capitals: "Orrin Relief Fund", not "the fund" or "Ministry"."""
    parts = re.findall(r"[^\W\d_]+", alias)
    small = {"of", "the", "and", "for", "de", "al", "el", "in", "on"}
    named = bool(parts) and parts[0][0].isupper() and all(p[0].isupper() or p in small for p in parts)
    head_only = {p.casefold() for p in parts} <= words("names", "organisation_heads")
    return named and parts[0] != "The" and not head_only


def _acronyms(groups: Sequence[Group]) -> Iterable[Join]:
    """An acronym joins the one name that it abbreviates."""
    full = [group[0] for group in groups if not _person(group[0]) and len(name_key(group[0].name)) > 1]
    for group in groups:
        short = re.sub(r"\W", "", group[0].name)
        if not _person(group[0]) and short.isupper() and 2 <= len(short) <= 6:
            found = [e for e in full if short.casefold() in initials(e) and short not in e.name.split()]
            if len(found) == 1:
                yield found[0], group[0]


def _of_persons(step: people.Step) -> Callable[[Sequence[Group]], Iterable[Join]]:
    """A step that takes only the persons, each with its longest name."""

    def taken(groups: Sequence[Group]) -> Iterable[Join]:
        persons = [group for group in groups if _person(group[0])]
        return step(
            [(group, max((name_key(e.name) for e in group), key=lambda k: (len(k), k))) for group in persons]
        )

    return taken


def _mistaken(groups: Sequence[Group]) -> Iterable[Join]:
    """A bare surname that was taken for an organisation's name, where no report has both."""
    full: defaultdict[str, list[Group]] = defaultdict(list)
    for group in (group for group in groups if _person(group[0])):
        for last in {name.last for e in group if (name := people.full_name(name_key(e.name)))}:
            full[last].append(group)
    for group in groups:
        named = full.get(group[0].name.casefold(), ()) if group[0].kind == "organisation" else ()
        if len(named) != 1 or not group[0].name.istitle() or people.told_apart(group, named[0]):
            continue
        if sum(len(e.mentions) for e in group) <= sum(len(e.mentions) for e in named[0]):
            yield named[0][0], group[0]


def _bare_sources(unnamed: Iterable[Entity], groups: Sequence[Group]) -> Iterable[Join]:
    """A source that is no more than a surname, or than the name of a body, or an office and a full name."""
    called: defaultdict[Key, dict[str, Entity]] = defaultdict(dict)
    for group in groups:
        for key in {key for e in group for key in name_keys(e)}:
            for short in {key, key[-1:] if _person(group[0]) else key}:
                called[short][group[0].id] = group[0]
    for source in unnamed:
        *before, last = source.name.split()
        titled = all(word.lower() in words("names", "titles") for word in before)
        if source.kind == "person" and len(before) > 2 and before[-2] in words("sources", "bodies"):
            before, titled = before[-1:], True  # "chief of harbour police Dana Hale"
        name = " ".join((*before, last))
        found = called.get(name_key(name, "person" if before and titled else source.kind), {})
        bare = last[0].isupper() and last.isalpha() and titled  # "Mr Hale"
        full = bool(before) and name.istitle()
        if (bare or full or _owned(source) or ACRONYM.fullmatch(source.name)) and len(found) == 1:
            yield source, next(iter(found.values()))


def _proper_sources(unnamed: Iterable[Entity], texts: Mapping[str, str]) -> Iterable[Join]:
    """A body or a group that two reports call the same by a name: "Quill's campaign", "Democrats".

    A country has one ministry of a kind: "the Peruvian health ministry".
    """
    first: dict[Key, Entity] = {}
    for source in unnamed:
        before = (texts[m.report][max(0, m.span.start - 2) : m.span.start] for m in source.mentions)
        party = source.kind == "group" and source.name.istitle() and any(map(_INNER.fullmatch, before))
        if source.name[0].isupper() and (party or _owned(source)):
            yield first.setdefault(name_key(source.name, source.kind), source), source


# ---- names ----


def _owned(source: Entity) -> bool:
    """Whether a body is told by whose it is: "Hale's office", a country's ministry."""
    key = name_key(source.name, source.kind)
    ministry = len(key) > 2 and key[-1] == "ministry" and key[0] in demonyms().values()
    return source.kind != "person" and bool(ministry or _OWNED.match(source.name))


def _person(entity: Entity) -> bool:
    return entity.kind == "person"


def _bare(entity: Entity) -> bool:
    """Whether nothing in the report gives the person more than one word of name."""
    return all(len(name_key(alias)) < 2 for alias in (entity.name, *entity.aliases) if alias[:1].isupper())


# ---- the story's entities ----


def _cast(groups: Iterable[Group]) -> Cast:
    made = sorted(((_joined(group), group) for group in groups), key=lambda pair: _rank(pair[0]))
    entities = tuple(replace(entity, id=f"e{number}") for number, (entity, _) in enumerate(made, start=1))
    became = {local.id: e for e, (_, group) in zip(entities, made, strict=True) for local in group}
    people, others = (
        {name for e in entities if (e.kind == "person") == is_person for name in (e.name, *e.aliases)}
        for is_person in (True, False)
    )
    return Cast(entities, became, people - others)


def _rank(entity: Entity) -> tuple[object, ...]:
    return -len(entity.mentions), entity.name, entity.kind, entity.mentions


def _joined(group: Group) -> Entity:
    names: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    named = [entity for entity in group if not entity.unnamed] or group
    for entity in group:
        names[entity.name] += max(1, len(entity.mentions)) * (entity in named)
        kinds[entity.kind] += max(1, len(entity.mentions))
    kind = min((e.kind for e in group), key=lambda k: (-kinds[k], k))

    def best(name: str) -> tuple[int, bool, int, str]:
        shouted = name.isupper() and name.title() in names  # "FRANCE", in a heading
        return (-len(name_key(name)) if kind == "person" else 0, shouted, -names[name], name)

    name = min((e.name for e in named), key=best)
    aliases = {alias for e in group for alias in (e.name, *e.aliases)} - {name}
    mentions = {mention for e in group for mention in e.mentions}
    return replace(
        min(group, key=lambda e: e.unnamed),
        name=name,
        kind=kind,
        aliases=tuple(sorted(aliases)),
        mentions=tuple(sorted(mentions)),
    )
