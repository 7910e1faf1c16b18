"""Verbs of saying and of stance, as ``lexicon/cues.toml`` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.saying import child
from sayso.model import Polarity


@cache
def cues(frame: str) -> dict[str, Polarity]:
    """Lemma → polarity, of verbs that take a ``clause``, an ``object``, or stand beside a ``quotation``."""
    found: dict[str, Polarity] = {}
    for polarity, lemmas in table("cues")[frame].items():
        for lemma in lemmas:
            found.setdefault(lemma, polarity)
    return found


@cache
def _phrasal() -> Mapping[str, frozenset[str]]:
    """The particles that go with a verb: "call" → "for", "on"."""
    pairs = [
        lemma.split(" ", 1) for frame in ("clause", "quotation") for lemma in cues(frame) if " " in lemma
    ]
    return {verb: frozenset(particle for other, particle in pairs if other == verb) for verb, _ in pairs}


def listed(key: str) -> frozenset[str]:
    """Another list of the lexicon."""
    return words("cues", key)


def lemma_of(token: Token) -> str:
    """Lemma of a verb, with its particle ("call for"); also where a headline made it look like a name."""
    if token.pos_ in ("VERB", "AUX"):
        return _with_particle(token, token.lemma_.lower())
    return {"said": "say", "says": "say", "told": "tell", "tells": "tell"}.get(token.lower_, "")


def _with_particle(verb: Token, lemma: str) -> str:
    known = _phrasal().get(lemma, ())
    bare = child(verb, "dobj", "oprd") is None
    for part in verb.children if known else ():
        goes_with = bare or part.dep_ == "prt"  # "ruled out a strike"
        if goes_with and part.lower_ in known and not any(t.ent_type_ == "DATE" for t in part.children):
            return f"{lemma} {part.lower_}"
    return lemma


def particle_of(verb: Token) -> Token | None:
    """The particle or preposition by which the verb governs what is said: "warned | of floods"."""
    _, _, phrasal = lemma_of(verb).partition(" ")
    wanted = (phrasal,) if phrasal else _GOVERNED_BY.get(lemma_of(verb), ())
    return next((c for c in verb.children if c.i > verb.i and c.lower_ in wanted), None)


_GOVERNED_BY: dict[str, tuple[str, ...]] = {
    "warn": ("of", "against", "about"), "complain": ("about", "of"), "appeal": ("for", "to"),
    "object": ("to",), "protest": ("against",), "commit": ("to",), "hint": ("at",),
    "boast": ("of", "about"), "refer": ("to",),
}  # fmt: skip


def is_quoting(token: Token) -> bool:
    """Whether the token is a verb that can stand beside a quotation."""
    return lemma_of(token) in cues("clause") or lemma_of(token) in cues("quotation")
