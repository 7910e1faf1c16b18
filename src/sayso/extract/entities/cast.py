"""The cast of a report: its names joined into entities, and who is meant where no name stands.

Surnames join the full name, acronyms what they abbreviate, "Rovan Movement" joins "Rovan". A description
joins a person only by a role that the report itself gives ("Prime Minister Ana Sorel … the prime minister").
Unnamed sources stay unnamed, and distinct.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter

from sayso.data import words
from sayso.extract.entities.armed import armed_forces, mentions
from sayso.extract.entities.kinds import Name, media
from sayso.extract.entities.namesakes import Namesakes
from sayso.extract.entities.persons import (
    Gender,
    belonging,
    gender_of,
    given,
    incumbent,
    introduced_as,
    is_called,
    role_fits,
    roles,
)
from sayso.extract.entities.places import country, folded
from sayso.extract.entities.same_name import fits_person, is_suffixed, keys, proper, same_name
from sayso.model import Entity, EntityKind, Evidence
from sayso.nlp import Passage
from sayso.span import Span


@dataclass(slots=True, eq=False)
class Character:
    """An entity while the report is being read; one is never equal to another."""

    kind: EntityKind
    name: str
    mentions: dict[Span, str] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)  # each with what it is of
    unnamed: bool = False
    gender: Gender | None = None  # where a title, a role, a given name or a pronoun tells it

    def aliases(self) -> tuple[str, ...]:
        """The wordings of all mentions, pronouns aside."""
        said = {text for text in self.mentions.values() if text.lower() not in words("sources", "pronouns")}
        return tuple(sorted(said | {self.name}))


class Cast:
    """All characters of a report. Grows while sources are resolved; ``entities`` freezes it."""

    def __init__(self, names: Sequence[Name], passages: Sequence[Passage]) -> None:
        self.characters: list[Character] = []
        self._same: dict[tuple[EntityKind, str], Character] = {}  # by folded name
        self._alike: dict[tuple[EntityKind, str], dict[Character, None]] = defaultdict(dict)  # by ``keys``
        self._described: dict[str, Character] = {}
        self._namesakes = Namesakes(passages)
        self._named = [(name.span, self._add(name)) for name in sorted(names, key=_fullest_first)]
        self._named.sort(key=itemgetter(0))
        self._join_parentheses(passages)
        self._mentioned = list(self._named)  # in text order; descriptions and pronouns join the names later
        self._longest = max((len(span) for span, _ in self._named), default=0)
        self.subjects: list[tuple[Span, Character]] = []  # persons whom a sentence is about, in text order
        self._read_roles(passages)
        self._holders: dict[str, list[Character]] = {}
        self._states: dict[str, Character] = {}
        self._armies: dict[str, Character] = {}  # by country; those named so far
        self.armed = [mention for passage in passages for mention in mentions(passage)]
        for character in self.characters:
            if character.kind == "place" and (state := country(character.name)):
                self._states.setdefault(state, character)
            elif character.kind == "organisation" and (named := armed_forces(character.name.split())):
                self._armies.setdefault(named[0], character)

    # ---- names ----

    def _add(self, name: Name) -> Character:
        shown = proper(name.kind, name.text)
        character = self._joined(name, shown)
        if character is None:
            character = Character(name.kind, shown, gender=given(name.kind, shown))
            self.characters.append(character)
        character.mentions[name.span] = name.text
        self._same.setdefault((name.kind, folded(name.text)), character)
        for key in keys(name.kind, shown):
            self._alike[name.kind, key][character] = None
        return character

    def _joined(self, name: Name, shown: str) -> Character | None:
        """Whose name it is already; of several people with a lone surname the one that is meant."""
        same = self._same.get((name.kind, folded(name.text)))
        if same is not None and (name.kind != "person" or " " in shown):
            return same
        alike = dict.fromkeys(c for key in keys(name.kind, shown) for c in self._alike[name.kind, key])
        if name.kind != "person":
            return next((c for c in alike if _has_name(c, name.text)), None)
        words = folded(shown).split()
        people = [c for c in alike if fits_person(words, folded(c.name).split())]
        if len(words) == 1:  # before "his son, Dana Hale Jr." is named, "Hale" is somebody else
            people = [c for c in people if not is_suffixed(c.name) or min(c.mentions) < name.span]
        if len(people) < 2:
            return next(iter(people), None)
        return people[self._namesakes.meant(name.span, [c.mentions.keys() for c in people])]

    def _join_parentheses(self, passages: Sequence[Passage]) -> None:
        """ "Rovan Liberation Movement (RLM)", "…, or RLM": two names of one, if no third name has either."""
        for (left, one), (right, other) in zip(self._named, self._named[1:], strict=False):
            bodies = {one.kind, other.kind} <= {"organisation", "facility"}
            acronym = one.kind == "organisation" and other.name.isupper()
            joint = _between(passages, left, right)
            listed = _between(passages, right, Span(right.end + 1, right.end + 2)) == ":"  # "(NYSE: QLX)"
            bodies = bodies and joint == " (" and not listed
            if one is not other and (bodies or (acronym and joint == ", or ")):
                keep, drop = (one, other) if len(one.name) >= len(other.name) else (other, one)
                self._merge(keep, drop)

    def _merge(self, keep: Character, drop: Character) -> None:
        keep.mentions.update(drop.mentions)
        keep.roles |= drop.roles
        self.characters.remove(drop)
        self._named = [(span, keep if c is drop else c) for span, c in self._named]

    # ---- roles ----

    def _read_roles(self, passages: Sequence[Passage]) -> None:
        for passage in passages:
            for token in passage.doc:
                name = incumbent(token) if token.lower_ in words("names", "offices") else ()
                if name and (holder := self.at(passage.span(name[-1]))):  # "minister of health Ana Quill"
                    holder.roles.setdefault(token.lower_, belonging(token))
                character = self.at(passage.span(token)) if token.pos_ == "PROPN" else None
                if character is None:
                    continue
                if (told := introduced_as(token)) and _is_misread(character, told):
                    character.kind = told
                before = passage.doc[token.i - 1].lower_ if token.i else ""
                if character.kind == "organisation" and (token.dep_ == "appos" or is_called(token)):
                    character.roles.setdefault(token.head.lower_, set())  # "the Sorel union" is "the union"
                elif character.kind == "organisation" and before in words("sources", "charities"):
                    character.roles.setdefault(before, set())
                if character.kind == "person":
                    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                        self.subjects.append((passage.span(token), character))
                    held = roles(token, lambda t, p=passage: self.at(p.span(t)) is not None)  # type: ignore[misc]
                    character.roles |= held
                    said = (gender_of(word) for word in (before, *(r.split()[-1] for r in sorted(held))))
                    character.gender = next((g for g in said if g), character.gender)

    # ---- who is meant ----

    def at(self, span: Span) -> Character | None:
        """The character whose name ``span`` touches."""
        n = bisect_right(self._named, span.start, key=_start)
        return next((c for s, c in self._named[max(0, n - 1) : n + 1] if s.overlaps(span)), None)

    def named_in(self, span: Span) -> set[Character]:
        """Those whose names stand within ``span``."""
        first = bisect_left(self._named, span.start, key=_start)
        return {c for s, c in takewhile(lambda pair: pair[0].end <= span.end, self._named[first:])}

    def before(self, at: int, *kinds: EntityKind, within: int = 1500) -> Iterator[Character]:
        """Those of these kinds mentioned up to ``within`` characters before ``at``, the nearest first."""
        for n in range(bisect_left(self._mentioned, at, key=_start) - 1, -1, -1):
            span, character = self._mentioned[n]
            if span.start < at - within:
                return
            if character.kind in kinds:
                yield character

    def with_role(self, role: str, whose: set[str], at: int, told: bool = False) -> Character | None:
        """The person to whom the report gave this role; of several the last named before ``at``.

        ``whose``: of what, as "the union" of "the head of the union"; empty if not told. ``told``: the report
        has to say that the role is of that.
        """
        if role not in self._holders:
            people = (c for c in self.characters if c.kind == "person")
            self._holders[role] = [c for c in people if any(role_fits(role, r) for r in c.roles)]
        holders = [c for c in self._holders[role] if _is_head_of(c, role, whose, told)]
        if len(holders) < 2:
            return next(iter(holders), None)
        return next((c for c in self.before(at, "person", within=at) if c in holders), None)

    def country(self, name: str) -> Character:
        """The character that is the country ``name``, made if no report speaks of it by name."""
        if name not in self._states:
            self._states[name] = Character("place", name)
            self.characters.append(self._states[name])
        return self._states[name]

    def army(self, state: str, text: str) -> Character:
        """The armed forces of a country, made as ``text`` if they were not named before."""
        if state not in self._armies:
            self._armies[state] = Character("organisation", text)
            self.characters.append(self._armies[state])
        return self._armies[state]

    def only_army(self) -> Character | None:
        """The armed forces that "the army" means, if one country's were named, or only later will be."""
        told = {state: text for state, _, text in reversed(self.armed)}
        known = list(self._armies or told)
        return self.army(known[0], told.get(known[0], "")) if len(known) == 1 else None

    def speaks_of(self, span: Span) -> bool:
        """Whether ``span`` touches a mention of anyone but a place, as "Peru" in "Peru's army"."""
        near = self._mentioned[bisect_left(self._mentioned, span.start - self._longest, key=_start) :]
        within = takewhile(lambda pair: pair[0].start < span.end, near)
        return any(s.overlaps(span) and character.kind != "place" for s, character in within)

    def unnamed(self, kind: EntityKind, text: str) -> Character:
        """A new character without a name, described by ``text``."""
        self.characters.append(Character(kind, text, unnamed=True, gender=gender_of(text.lower())))
        self._described.setdefault(text.lower(), self.characters[-1])
        return self.characters[-1]

    def described(self, text: str) -> Character | None:
        """The unnamed character that was described in the same words."""
        return self._described.get(text.lower())

    def mention(self, character: Character, span: Span, text: str) -> None:
        """Records that ``span`` speaks of ``character``, unless a name already stands there."""
        if text.lower() in words("sources", "pronouns") and self.at(span) is not None:
            return
        first = bisect_left(self._mentioned, span.start - self._longest, key=_start)
        last = bisect_left(self._mentioned, span.end, key=_start)
        if not any(c is character and s.overlaps(span) for s, c in self._mentioned[first:last]):
            character.mentions[span] = text
            insort(self._mentioned, (span, character), key=itemgetter(0))
            self._longest = max(self._longest, len(span))

    def entities(self, report: str) -> tuple[tuple[Entity, ...], dict[int, str]]:
        """The characters as entities, numbered in text order, and the id of each by ``id(character)``."""
        listed = sorted((c for c in self.characters if c.mentions), key=lambda c: (min(c.mentions), c.name))
        ids = {id(c): f"{report}-e{n}" for n, c in enumerate(listed)}
        return tuple(_frozen(c, ids[id(c)], report) for c in listed), ids


def _frozen(character: Character, id_: str, report: str) -> Entity:
    mentions = tuple(Evidence(report, span) for span in sorted(character.mentions))
    return Entity(id_, character.name, character.kind, character.aliases(), mentions, character.unnamed)


def _is_misread(character: Character, told: EntityKind) -> bool:
    """Whether a name that is ``told`` to be something is not known to be a country, a medium or a person."""
    if character.kind == "person" and (character.gender is not None or told == "place"):
        return False
    return country(character.name) is None and folded(character.name) not in media()


def _start(pair: tuple[Span, Character]) -> int:
    return pair[0].start


def _fullest_first(name: Name) -> tuple[int, Span]:
    return -len(proper(name.kind, name.text).split()), name.span


def _is_head_of(person: Character, role: str, whose: set[str], told: bool) -> bool:
    """Whether the report does not say that the person has this role elsewhere; ``told``: says it is here."""
    held_of = [of for held, of in person.roles.items() if role_fits(role, held)]
    return not whose or any((not of and not told) or of & whose for of in held_of)


def _has_name(character: Character, text: str) -> bool:
    said = {character.name, *character.mentions.values()}
    return any(same_name(character.kind, one, text) for one in said)


def _between(passages: Sequence[Passage], left: Span, right: Span) -> str:
    passage = passages[bisect_right(passages, left.start, key=lambda p: p.start) - 1]
    return passage.text[left.end - passage.start : right.start - passage.start]
