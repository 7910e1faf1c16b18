"""Origins: the independent voices behind a figure or a statement.

A speaker is one voice, however many outlets relay it. An outlet's own words are that outlet's voice, which is
also heard where others quote it (a union's press release), unless the outlet copies another report or carries
the same passage: then both are one voice. Somebody unnamed is
probably the one whom the text below the headline, or the outlet that relays it, describes more fully; and
"health officials" are probably the Health Ministry of another report: ten outlets that have a toll from
"police" have it from one police, unless they say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import combinations

from sayso.data import table, words
from sayso.model import Entity, Report
from sayso.reconcile.copies import Copies, outlet
from sayso.reconcile.joining import Sets
from sayso.reconcile.keys import in_short, name_key
from sayso.reconcile.passages import SHINGLE
from sayso.reconcile.people import Key
from sayso.reconcile.terms import folded, tokens
from sayso.span import Span
from sayso.story import Voice

Rivals = Iterable[tuple[str | None, str | None]]
ALIKE = 5  # letters with which a word begins that two newsrooms spell in two ways
_OWNER = re.compile(r"([A-Z]\w+)['’]s (?:\w+ ){0,2}[Mm]inistry$|Ministry of .+ (?:of|in) ([A-Z]\w+)$")
_RUN_BY = re.compile(r"[ -](?:run|led|controlled) by .*")  # "the health ministry | run by the rebels"
PERCENT = re.compile(r"\s*(?:%|\bper cent\b|\bpct\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Say:
    """Who says something where: a quantity or an attribution, as far as its origin goes."""

    report: str
    span: Span
    speaker: str | None
    relay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """What is needed to follow a say-so back to where it starts."""

    reports: Mapping[str, Report]
    entities: Mapping[str, Entity]
    copies: Copies
    places: Mapping[str, str]  # see ``placed``
    bodies: Mapping[Key, str]  # the names of those that may be outlets, too → the entity
    loose: Set[str] = frozenset()  # see ``unowned``
    leads: Mapping[str, frozenset[str]] = field(default_factory=dict)  # who speaks for a body → the body

    def voices(self, says: Iterable[Say], rivals: Rivals = ()) -> tuple[Voice, ...]:
        """The independent voices behind ``says``, by name; each with its reason.

        ``rivals``: pairs of speakers whom one report sets against each other.
        """
        listed = sorted(set(says), key=lambda say: (say.report, say.span, say.speaker or "", say.relay))
        joined = Sets(listed)
        for a, b in combinations(listed, 2):
            if self.source(a) == self.source(b) or self._same_passage(a, b) or self._spelt(a, b):
                joined.join(a, b)
        for short in listed:
            fuller = [say for say in listed if self._described(short, say)]
            if len({self.source(say) for say in fuller}) == 1:  # of two officials it may be either
                joined.join(short, fuller[0])
        apart = {called for two in rivals if len(called := self._called(*two)) > 1}
        self._join_institutions(listed, joined, apart)
        voices = [self._voice(group) for group in joined.sets()]
        return tuple(sorted(voices, key=lambda voice: (voice.name, voice.reports)))

    def _join_institutions(self, says: Sequence[Say], joined: Sets[Say], apart: Set[frozenset[str]]) -> None:
        """Joins public bodies of one sector; what is said in fewer words, or by its head, if one fits."""
        bodies = {say: body for say in says if (body := self._institution(say)) is not None}

        def open_(a: Say, b: Say) -> bool:
            unnamed = self._unnamed(a) or self._unnamed(b)
            return unnamed and self._called(a.speaker, b.speaker) not in apart

        for a, b in combinations(bodies, 2):
            if bodies[a].sector == bodies[b].sector and bodies[a].may_be(bodies[b]) and open_(a, b):
                joined.join(a, b)
        for short in says:
            body, led = bodies.get(short), self.leads.get(short.speaker or "", frozenset())
            fuller = [
                say for say, its in bodies.items() if body and body.is_less_than(its) and open_(short, say)
            ]
            for say in says:
                of = self.source(say)[1]
                fuller += [say] if of in led and self._called(short.speaker, of) not in apart else []
            if len({joined.find(say) for say in fuller}) == 1:
                joined.join(short, fuller[0])

    def _institution(self, say: Say) -> Institution | None:
        """The body that speaks; none where it told one outlet something that it did not tell all."""
        if say.speaker is None:
            return self._issuer(say)
        if self._unnamed(say) and len(say.relay) > 1:
            return None
        body = institution(self.entities[say.speaker], self.places)
        return replace(body, places=frozenset({say.report})) if body and say.speaker in self.loose else body

    def _issuer(self, say: Say) -> Institution | None:
        """The public body whose own report it is: "Ministry of Health: press release"."""
        first = self.copies.first(say.report, say.span)
        name = outlet(self.reports[first]) if first in self.reports else ""
        if words("sources", "issuing_bodies").isdisjoint(tokens(name)):
            return None
        return institution(Entity(first, name, "organisation", (), ()), self.places)

    def _called(self, *speakers: str | None) -> frozenset[str]:
        return frozenset(folded(self.entities[one].name) for one in speakers if one is not None)

    def source(self, say: Say) -> tuple[str, ...]:
        """Where a say-so starts, as far as the chain is named."""
        if say.speaker is None:
            first = self.copies.first(say.report, say.span)
            name = outlet(self.reports[first]) if first in self.reports else first
            body = self.bodies.get(name_key(name, "organisation"))
            return ("speaker", body) if body is not None else ("outlet", first)
        if self.entities[say.speaker].unnamed and len(say.relay) > 1:
            return "relay", say.relay[0], say.relay[1]
        return "speaker", say.speaker

    def _same_passage(self, a: Say, b: Say) -> bool:
        """Whether the same is said at one point of a shared passage; what stands beside it is another's."""
        known = not (self._open(a) and self._open(b))
        if known or not self.copies.shared((a.report, a.span), (b.report, b.span)):
            return False
        one, other = (set(self._said(say)) for say in (a, b))
        return len(one & other) >= min(SHINGLE, len(one), len(other))

    def _spelt(self, a: Say, b: Say) -> bool:
        """Whether a copy gives its original's words and has only spelt them in its own way: "kilometers"."""
        copies = self.copies.origins
        firsts = {copies[say.report].name if say.report in copies else say.report for say in (a, b)}
        if len(firsts) > 1 or a.report == b.report or not (self._open(a) and self._open(b)):
            return False
        if self._words(a) != self._words(b):
            return False
        words = [self._said(say) for say in (a, b)]
        same = (x == y or (x.isalpha() and x[:ALIKE] == y[:ALIKE]) for x, y in zip(*words, strict=False))
        return len(words[0]) == len(words[1]) and any(words[0]) and all(same)

    def _said(self, say: Say) -> list[str]:
        """Its words, "%" as "percent"."""
        return tokens(PERCENT.sub(" percent ", say.span.of(self.reports[say.report].text)))

    def _described(self, short: Say, full: Say) -> bool:
        """Whether ``full`` says more of the unnamed ``short``: in the text below, or where that is from."""
        if not self._unnamed(short) or not self._words(short) <= self._words(full):
            return False
        title = self.reports[short.report].title
        if short.report == full.report:
            return title is not None and title.overlaps(short.span) and not title.overlaps(full.span)
        if not self._unnamed(full):
            return False
        media = [tokens(medium) for medium in short.relay[1:]]
        own = tokens(outlet(self.reports[full.report]))
        return len(full.relay) < 2 and any(own[: len(medium)] == medium for medium in media if medium)

    def _words(self, say: Say) -> set[str]:
        """What a speaker is called; of the unnamed, what tells them apart: "doctors' group"."""
        if say.speaker is None:
            return set()
        said = {word.rstrip("'") for word in tokens(self.entities[say.speaker].name)}
        return said - words("sources", "bodies") or said if self._unnamed(say) else said

    def _unnamed(self, say: Say) -> bool:
        return say.speaker is not None and self.entities[say.speaker].unnamed

    def _open(self, say: Say) -> bool:
        """Whether nobody is named as the speaker."""
        return say.speaker is None or self.entities[say.speaker].unnamed

    def _voice(self, says: Sequence[Say]) -> Voice:
        reports = tuple(sorted({say.report for say in says}))
        spoken = {say.speaker for say in says if say.speaker is not None}
        if spoken:
            fullest, *others = sorted(spoken, key=lambda id_: (-len(self.entities[id_].name), id_))
            why = self._relayed(says, fullest)
            return Voice(self.entities[fullest].name, fullest, reports, why, tuple(others))
        firsts = [self.copies.first(say.report, say.span) for say in says]
        credited = next((first for first in firsts if first not in self.reports), None)
        said = next((say.report for say in says if say.report not in self.copies.origins), firsts[0])
        name = credited or outlet(self.reports[said])
        return Voice(name, None, reports, self._own_words(says, name))

    def _relayed(self, says: Sequence[Say], speaker: str) -> str:
        count = len({say.report for say in says if say.speaker is not None})
        why = "named as the source" + (f" in {count} reports: relaying adds no origin" if count > 1 else "")
        why = "its own words; " * any(say.speaker is None for say in says) + why
        media = sorted({medium for say in says for medium in say.relay[1:]})
        why += f"; relayed by {', '.join(media)}" if media else ""
        names = {self.entities[say.speaker].name for say in says if say.speaker is not None}
        others = sorted(names - {self.entities[speaker].name})
        if others:
            return why + f"; probably also “{'”, “'.join(others)}”"
        return why + ("; probably the same in each" if len({say.speaker for say in says}) > 1 else "")

    def _own_words(self, says: Sequence[Say], name: str) -> str:
        others = sorted({outlet(self.reports[say.report]) for say in says} - {name})
        if not others:
            return "the outlet's own words"
        return f"the outlet's own words; {', '.join(others)} carry the same text: a copy adds no origin"


def bodies(entities: Mapping[str, Entity]) -> dict[Key, str]:
    """The story's named organisations, and what was taken for others, by the names of their outlets."""
    named = sorted(
        (e.kind == "organisation", id_)
        for id_, e in entities.items()
        if not e.unnamed and e.kind != "place" and (e.kind == "organisation" or " " in e.name)
    )
    return {
        name_key(e, "organisation"): id_
        for body, id_ in named
        for e in (entities[id_].name, *(entities[id_].aliases if body else ()))
    }


# ---- public bodies ----


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
        public = self.sector or other.sector.isdisjoint(words("sources", "no_authority"))
        return bool(public) and self.sector < other.sector and self.may_be(other)


def institution(entity: Entity, places: Mapping[str, str]) -> Institution | None:
    """The public body that an entity is, or speaks for; None for persons, and where somebody is counted.

    ``places``: folded words that tell where something is → the place that they tell.
    """
    name = in_short(_RUN_BY.sub("", " ".join(tokens(entity.name))))
    said = [word.removesuffix("'s").removesuffix("'") for word in name.split()]
    speaking = words("sources", "speaking_for") & set(said)
    if not words("sources", "institutions") & set(said) or (not entity.unnamed and entity.kind == "person"):
        return None
    some = words("sources", "some_of") & set(said) or said[0] in words("sources", "pronouns")  # whose office?
    if some or (entity.kind == "person" and not speaking):
        return None
    heads = words("sources", "institution_heads")
    idle = heads | words("sources", "no_sector") | speaking
    if heads & set(said):  # "the government's disaster agency"; but "the government" is one
        idle |= {"government", "state"}
    levels = words("sources", "levels") | words("sources", "sides")
    level = {word.removesuffix("ern") for word in said if word in levels}
    where = {places[word] for word in said if word in places}
    sector = {word for word in said if word not in idle | levels and word not in places}
    return Institution(frozenset(sector), frozenset(level), frozenset(where))


def unowned(entities: Mapping[str, Entity]) -> frozenset[str]:
    """ "The ministry", "officials", where ministries of two states speak: each report means its own."""
    where = placed(entities)
    found = {id_: body for id_, e in entities.items() if (body := institution(e, where))}
    ministries = {body for id_, body in found.items() if "ministry" in tokens(entities[id_].name)}
    rivals = {a.sector for a, b in combinations(ministries, 2) if a.sector == b.sector and not a.may_be(b)}
    return frozenset(i for i, b in found.items() if not b.places and any(b.sector <= s for s in rivals))


def placed(entities: Mapping[str, Entity]) -> dict[str, str]:
    """Folded words of the story's places, and of the peoples of countries → the place."""
    found = {
        folded(word): folded(country)
        for country, demonyms in table("countries")["demonyms"].items()
        for word in demonyms
        if " " not in word
    }
    for id_ in sorted(entities):
        owner = _OWNER.match(name := entities[id_].name)
        if owner or entities[id_].kind == "place":
            name = next(filter(None, owner.groups())) if owner else name
            said = (w for word in tokens(name) for w in (word, f"{word}n"))  # "Bavarian"
            found |= dict.fromkeys(said, folded(name))
    return found
