"""Who passes a say-so on: "told Harbour Radio", "in an interview with …", "quoted an official", "according to <agency>"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.extract.names import media
from sayso.extract.places import folded
from sayso.extract.saying import Saying, covered, inside, phrase
from sayso.nlp import Passage
from sayso.span import Span


def relays_of(saying: Saying, sayings: Sequence[Saying]) -> tuple[str, ...]:
    """The media that pass this saying on, in the order of the text, as the text names them."""
    text = " " * saying.passage.start + saying.passage.doc.text
    named = [_name(span.of(text)) for span in saying.relays]
    named += [_name(medium) for medium in _around(saying)]
    named += [_name(medium) for medium in _according(saying, sayings)]
    return tuple(dict.fromkeys(named))


def is_medium(saying: Saying) -> bool:
    """ "according to <outlet>" beside somebody else's saying: a relay, no voice of its own."""
    return saying.lemma == "according to" and saying.source is not None and _medium(saying.source) is not None


def _name(text: str) -> str:
    return text[4:] if text.lower().startswith("the ") else text


def _medium(head: Token) -> str | None:
    """The outlet that a noun phrase names, None if it names none."""
    words = [t for t in head.subtree if (t.i <= head.i and t.dep_ in ("compound", "nmod")) or t is head]
    for start in range(len(words)):
        text = head.doc[words[start].i : head.i + 1].text
        if folded(text) in media():
            return text
    return None


def _around(saying: Saying) -> Iterator[str]:
    """Media in the cue's own sentence, outside the content: whom it was told, with whom the interview was."""
    if saying.verb is None:
        return
    content = list(saying.content)
    for token in saying.verb.sent:
        if token.dep_ not in ("pobj", "dobj", "dative") or inside(saying.passage.span(token), content):
            continue
        if (medium := _medium(token)) is None or token is saying.source:
            continue
        if (token.dep_ in ("dobj", "dative") and token.head is saying.verb) or (token.dep_ == "pobj" and token.head.lower_ in (
            "with",
            "to",
            "by",
            "on",
            "via",
            "through",
            "for",
        )):
            yield medium


def _according(saying: Saying, sayings: Sequence[Saying]) -> Iterator[str]:
    for other in sayings:
        if (
            other is not saying
            and is_medium(other)
            and saying.verb is not None
            and other.verb is not None
            and other.source is not None
        ):
            if (
                other.verb.doc is saying.verb.doc
                and other.verb.sent == saying.verb.sent
                and (medium := _medium(other.source))
            ):
                yield medium


def phrase_text(passage: Passage, head: Token) -> tuple[Span, str]:
    """The span and the words of a noun phrase."""
    spans = covered(passage, phrase(head))
    span = Span(spans[0].start, spans[-1].end) if spans else passage.span(head)
    return span, span.of(" " * passage.start + passage.doc.text)
