"""Counts that somebody gives: "put the toll at 12", "raised the number of injured to 63"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.governed import OBJECTS
from sayso.extract.reported import cue_of, source_of
from sayso.extract.saying import Saying, covered
from sayso.extract.speakers import speakable
from sayso.nlp import Passage

GIVEN = {"put": "at", "raise": "to", "lower": "to", "revise": "to", "update": "to"}
ESTIMATED = "estimate at"  # stands for the verb, which alone is no verb of saying


def find_estimated(passage: Passage) -> Iterator[Saying]:
    """The counts that a passage gives as those of somebody."""
    for verb in passage.doc:
        to = GIVEN.get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
        source = source_of(verb) if to else None
        if source is None or not _gives(source, verb):
            continue
        counted = [c for c in verb.children if c.dep_ in OBJECTS and c.i > verb.i and _is_count(c)]
        near = [*verb.children, *(c for noun in counted for c in noun.children)]
        number = next((c for c in near if c.lower_ == to and c.i > verb.i and _number(c)), None)
        if counted and number is not None:
            behind = [c for c in verb.children if verb.i < c.i <= number.i or _further(c, number)]
            if content := covered(passage, [t for c in behind for t in c.subtree]):
                yield Saying(passage, cue_of(passage, verb), content, source, ESTIMATED, "assert", verb=verb)


def _gives(source: Token, verb: Token) -> bool:
    """Whoever speaks, or figures and reports; a blast "raised the toll to 12" as well, but gives no count."""
    if source.pos_ == "PRON":
        return source.lower_ in ("he", "she", "it", "they", "who", "we", "i")
    return speakable(source) or (verb.lemma_ == "put" and source.pos_ == "NOUN")


def _is_count(noun: Token) -> bool:
    return bool({noun.lemma_.lower(), noun.lower_} & words("cues", "counts"))


def _number(preposition: Token) -> bool:
    """Whether a number is what stands behind: "at 12", "at 12 people", "to $5 million"."""
    behind = (c for c in preposition.children if c.dep_ == "pobj")
    return any(t.pos_ == "NUM" or t.like_num for c in behind for t in c.subtree)


def _further(part: Token, number: Token) -> bool:
    """ "… and the injured at 40"."""
    named = part.pos_ != "VERB" or any(c.dep_ == "det" for c in part.children)  # "the injured"
    return part.dep_ in ("cc", "conj") and part.i > number.i and named
