"""The cast of a report: its names joined into entities, and who is meant where no name stands.

Surnames join the full name, acronyms what they abbreviate, "Rovan Movement" joins "Rovan". A description
joins a person only by a role that the report itself gives ("Prime Minister Ana Sorel … the prime minister").
Unnamed sources stay unnamed, and distinct.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio
from spacy.tokens import Token

from sayso.data import table
from sayso.extract.names import Name
from sayso.extract.places import country, demonyms, folded
from sayso.model import Entity, EntityKind, Evidence
from sayso.nlp import Passage
from sayso.span import Span

SAME_SURNAME = 90  # of 100, rapidfuzz.ratio: one letter of ten may differ


@dataclass(slots=True, eq=False)
class Character:
    """An entity while the report is being read; one is never equal to another."""

    kind: EntityKind
    name: str
    mentions: dict[Span, str] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    unnamed: bool = False

    def aliases(self) -> tuple[str, ...]:
        """The wordings of all mentions, pronouns aside."""
        said = {text for text in self.mentions.values() if text.lower() not in _PRONOUNS}
        return tuple(sorted(said | {self.name}))


_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "i",
        "we",
        "you",
        "him",
        "her",
        "them",
        "us",
        "his",
        "hers",
        "its",
        "their",
        "our",
    ]
)


class Cast:
    """All characters of a report. Grows while sources are resolved; ``entities`` freezes it."""

    def __init__(self, names: Sequence[Name], passages: Sequence[Passage]) -> None:
        self.characters: list[Character] = []
        self._named: list[tuple[Span, Character]] = []
        for name in sorted(names, key=lambda n: (-len(n.text.split()), n.span)):
            self._add(name)
        self._named.sort(key=lambda pair: pair[0])
        self._join_parentheses(passages)
        self._read_roles(passages)

    # ---- names ----

    def _add(self, name: Name) -> None:
        character = self._joined(name)
        if character is None:
            character = Character(name.kind, _proper(name))
            self.characters.append(character)
        character.mentions[name.span] = name.text
        self._named.append((name.span, character))

    def _joined(self, name: Name) -> Character | None:
        same_kind = [c for c in self.characters if c.kind == name.kind]
        for character in same_kind:
            if any(
                _same(name.kind, text, name.text) for text in {character.name, *character.mentions.values()}
            ):
                return character
        if name.kind == "person":
            return _by_surname(name, same_kind)
        return None

    def _join_parentheses(self, passages: Sequence[Passage]) -> None:
        """ "Rovan Liberation Movement (RLM)": two names of one, if no third name has either."""
        for (left, one), (right, other) in zip(self._named, self._named[1:], strict=False):
            if (
                one is other
                or right.start - left.end > 2
                or not {one.kind, other.kind} <= {"organisation", "facility"}
            ):
                continue
            if _between(passages, left, right) == " (":
                keep, drop = (one, other) if len(one.mentions) >= len(other.mentions) else (other, one)
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
                character = self.at(passage.span(token)) if token.pos_ == "PROPN" else None
                if character and character.kind == "person":
                    character.roles |= roles(token, lambda t, p=passage: self.at(p.span(t)) is not None)  # type: ignore[misc]

    # ---- who is meant ----

    def at(self, span: Span) -> Character | None:
        """The character whose name ``span`` touches."""
        return next((c for s, c in self._named if s.overlaps(span)), None)

    def before(self, at: int, kinds: Iterable[EntityKind], within: int = 1500) -> list[Character]:
        """Those of these kinds mentioned up to ``within`` characters before ``at``, the nearest first."""
        near = [c for s, c in self._all() if at - within <= s.start < at and c.kind in tuple(kinds)]
        return list(dict.fromkeys(reversed(near)))

    def with_role(self, role: str, at: int) -> Character | None:
        """The person to whom the report gave this role; of several the last named before ``at``."""
        having = [
            c for c in self.characters if c.kind == "person" and any(_role_fits(role, r) for r in c.roles)
        ]
        nearest = [c for c in self.before(at, ["person"], within=10**9) if c in having]
        return nearest[0] if nearest else having[0] if len(having) == 1 else None

    def country(self, name: str) -> Character:
        """The character that is the country ``name``, made if no report speaks of it by name."""
        for character in self.characters:
            if character.kind == "place" and country(character.name) == name:
                return character
        self.characters.append(Character("place", name))
        return self.characters[-1]

    def unnamed(self, kind: EntityKind, text: str) -> Character:
        """A new character without a name, described by ``text``."""
        self.characters.append(Character(kind, text, unnamed=True))
        return self.characters[-1]

    def mention(self, character: Character, span: Span, text: str) -> None:
        """Records that ``span`` speaks of ``character``, unless a name already stands there."""
        if not any(span.overlaps(s) for s in character.mentions) and all(
            not span.overlaps(s) for s, _ in self._named if text.lower() in _PRONOUNS
        ):
            character.mentions[span] = text

    def _all(self) -> list[tuple[Span, Character]]:
        extra = [(s, c) for c in self.characters for s in c.mentions]
        return sorted(extra, key=lambda pair: pair[0])

    def entities(self, report: str) -> tuple[tuple[Entity, ...], dict[int, str]]:
        """The characters as entities, numbered in text order, and the id of each by ``id(character)``."""
        listed = sorted((c for c in self.characters if c.mentions), key=lambda c: (min(c.mentions), c.name))
        ids = {id(c): f"{report}-e{n}" for n, c in enumerate(listed)}
        frozen = tuple(
            Entity(
                ids[id(c)],
                c.name,
                c.kind,
                c.aliases(),
                tuple(Evidence(report, s) for s in sorted(c.mentions)),
                c.unnamed,
            )
            for c in listed
        )
        return frozen, ids


def roles(token: Token, named: Callable[[Token], bool]) -> set[str]:
    """The roles that a name's phrase gives: "Prime Minister" before it, "director of …" behind a comma.

    ``named`` tells the words that belong to a name.
    """
    heads = [token, *(t for t in token.children if t.dep_ == "appos" and t.pos_ == "NOUN")]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        heads.append(token.head)
    return {role for head in heads if (role := _role(head, named))}


def _role(head: Token, named: Callable[[Token], bool]) -> str:
    before = [
        t for t in head.subtree if (t.i <= head.i and t.dep_ in ("compound", "nmod", "amod")) or t == head
    ]
    words = [
        t.lower_
        for t in before
        if not named(t) and t.text not in demonyms() and t.is_alpha and country(t.text) is None
    ]
    return " ".join(words)


def _role_fits(asked: str, held: str) -> bool:
    """ "minister" fits "prime minister" held; "foreign minister" asked does not."""
    asked_words, held_words = asked.split(), held.split()
    return asked_words == held_words[-len(asked_words) :] or (held in _TITLE_OF and _TITLE_OF[held] == asked)


_TITLE_OF = {
    "gov.": "governor",
    "sen.": "senator",
    "gen.": "general",
    "col.": "colonel",
    "rep.": "representative",
}


def _proper(name: Name) -> str:
    words = name.text.split()
    if name.kind == "person":
        titles = table("names")["titles"]
        while len(words) > 1 and words[0].lower() in titles:
            words = words[1:]
        words = [
            word.capitalize() if word.islower() and len(word) > 3 and "-" not in word else word
            for word in words
        ]
    return " ".join(words)


def _same(kind: EntityKind, one: str, other: str) -> bool:
    a, b = folded(one), folded(other)
    if a == b:
        return True
    if kind == "place":
        return (bool(country(one)) and country(one) == country(other)) or _loose(a, b, "loose_place")
    if kind in ("organisation", "facility"):
        return _loose(a, b, "loose_organisation") or _acronym(one, other) or _acronym(other, one)
    return False


def _loose(a: str, b: str, key: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short + " ") and long[len(short) + 1 :] in table("names")[key]


def _acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    words = [w for w in re.findall(r"[A-Za-z]+", long) if w[0].isupper()]
    return len(letters) > 1 and letters.isupper() and letters == "".join(w[0] for w in words)


def _by_surname(name: Name, people: Sequence[Character]) -> Character | None:
    """The person of this surname (or first name); of several the one named last; None where it is open."""
    words = [w for w in folded(name.text).split() if w.rstrip(".") + "." not in table("names")["titles"]]
    if not words:
        return None
    fits = [c for c in people if _surname_fits(words, folded(c.name).split())]
    earlier = [c for c in fits if any(s < name.span for s in c.mentions)]
    return max(
        earlier or fits,
        key=lambda c: max((s for s in c.mentions if s < name.span), default=Span(0, 1)),
        default=None,
    )


def _surname_fits(words: Sequence[str], full: Sequence[str]) -> bool:
    if len(words) == 1:
        one = words[0]
        return one in (full[-1], full[0]) or (
            len(one) > 6 and one[0] == full[-1][0] and ratio(one, full[-1]) >= SAME_SURNAME
        )
    return (
        len(full) > 1
        and words[-1] == full[-1]
        and words[0][0] == full[0][0]
        and 1 in (len(words[0]), len(full[0]))
    ) or (
        len(words) > 1
        and len(full) > 1
        and min(len(" ".join(words)), len(" ".join(full))) > 8
        and words[0][0] == full[0][0]
        and ratio(" ".join(words), " ".join(full)) >= SAME_SURNAME + 4
    )


def _between(passages: Sequence[Passage], left: Span, right: Span) -> str:
    for passage in passages:
        if passage.whole.contains(left) and passage.whole.contains(right):
            return passage.doc.text[left.end - passage.start : right.start - passage.start]
    return ""
