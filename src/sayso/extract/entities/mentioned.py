"""Bodies in whose name nobody speaks: a country's armed forces, and what a person is the head of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.cast import Cast
from sayso.extract.entities.places import demonyms
from sayso.extract.saying import phrase, phrase_span
from sayso.nlp import Passage


def mention_bodies(passages: Sequence[Passage], cast: Cast) -> None:
    """Adds them to ``cast``, once its speakers are known: what speaks is what it was resolved to."""
    for state, span, text in cast.armed:
        if not cast.speaks_of(span):
            cast.mention(cast.army(state, text), span, text)
    for passage in passages:
        for head in _headed(passage):
            span = phrase_span(passage, head)
            text = passage.words(span).removeprefix("the ")
            if cast.at(passage.span(head)) is None:
                body = cast.described(text) or cast.unnamed("organisation", text)
                cast.mention(body, span, passage.words(span))


def _headed(passage: Passage) -> Iterator[Token]:
    """ "Ana Quill, head of the Peruvian coastguard": a body that a name tells apart from others."""
    for token in passage.doc:
        if token.dep_ != "pobj" or token.lower_ not in words("sources", "institutions"):
            continue
        role = token.head.head
        held = token.head.lower_ in ("of", "for", "at") and role.lower_ in words("sources", "people")
        if held and any(t.pos_ == "PROPN" or t.text in demonyms() for t in phrase(token)):
            yield token
