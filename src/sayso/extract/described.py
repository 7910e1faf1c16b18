"""What a description tells: whether it can speak, as what kind of source, and which body it takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.cast import Character
from sayso.extract.name_kinds import media
from sayso.extract.places import demonyms, folded
from sayso.model import EntityKind


def speakable(head: Token) -> bool:
    """Whether a noun can speak: a person by trade, a body, or a name."""
    known = words("sources", "people") | words("sources", "bodies")
    return bool(known & {head.lower_, head.lemma_.lower()}) or head.pos_ == "PROPN" or head.text in demonyms()


def kind_of(head: Token) -> EntityKind:
    """person, group (a plural), organisation; other for what is none of these, as a video or a sign."""
    if head.lower_ in words("sources", "bodies"):
        return "organisation"
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in words("sources", "collective"):
        return "group"
    return "person" if speakable(head) else "other"


def names_role(word: Token, head: Token) -> bool:
    """"foreign minister" is another role than "minister"; a "Peruvian minister" is not."""  # fmt: skip
    return word.head == head and word.dep_ in ("compound", "amod") and word.text not in demonyms()


def foremost(bodies: Sequence[Character]) -> Character | None:
    """The only one, or the one named twice as often as any other: else it is open which is meant."""
    ranked = sorted(bodies, key=lambda body: -len(body.mentions))
    alone = len(ranked) == 1 or (ranked and len(ranked[0].mentions) >= 2 * len(ranked[1].mentions))
    return ranked[0] if alone else None


def taken_up(role: str, body: Character) -> bool:
    """Whether "the company" can be this body: a named one, not called something else, as "Ferry Union" is."""
    if body.unnamed:
        return False
    own = re.split(r"[\s-]", body.name.lower())[-1]
    if folded(body.name) in media() or own in words("sources", "outlets"):  # who reports is not reported on
        return own == role
    if " " in role and body.name.lower().endswith(f" {role}"):  # "the coast guard", of Ardenia
        return True
    loose, strict = words("sources", "taken_up"), words("sources", "named_so")
    if own == role:
        return role in loose | strict
    return role in loose and own not in loose | strict | words("names", "organisation_heads")


def misread(subject: Character | None) -> Character | None:
    """ "Brandt refused. He said …", and nobody else can be "he": Brandt was taken for a body."""
    if subject is None or subject.kind != "organisation" or not subject.name.istitle() or " " in subject.name:
        return None
    if folded(subject.name) in media() or subject.unnamed:
        return None
    subject.kind = "person"
    return subject
