"""Who passes a say-so on: "told Harbour Radio", "in an interview with …", "according to <agency>"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.extract.name_kinds import media
from sayso.extract.places import folded
from sayso.extract.saying import Saying, inside, sentence

THROUGH = frozenset(("with", "to", "by", "on", "via", "through", "for"))


def relays_of(saying: Saying, sayings: Sequence[Saying]) -> tuple[str, ...]:
    """The media that pass this saying on, in the order of the text, as the text names them."""
    named = [saying.passage.words(span) for span in saying.relays]
    named += [*_told(saying), *_vouching(saying, sayings)]
    return tuple(dict.fromkeys(name.removeprefix("the ").removeprefix("The ") for name in named))


def is_medium(saying: Saying) -> bool:
    """Whether the source of an "according to" is an outlet: beside somebody's saying, a relay."""
    return saying.lemma == "according to" and saying.source is not None and _medium(saying.source) is not None


def same_sentence(one: Saying, other: Saying) -> bool:
    """Whether the cues of two sayings stand in one sentence."""
    if one.verb is None or other.verb is None or one.passage is not other.passage:
        return False
    return sentence(one.verb).start == sentence(other.verb).start


def _medium(head: Token) -> str | None:
    """The outlet that a noun phrase names, None if it names none."""
    starts = [t.i for t in head.subtree if t == head or (t.i < head.i and t.dep_ in ("compound", "nmod"))]
    names = (head.doc[start : head.i + 1].text for start in starts)
    return next((name for name in names if folded(name) in media()), None)


def _told(saying: Saying) -> Iterator[str]:
    """Media in the cue's own sentence, outside the content: whom it was told, with whom the interview was."""
    for token in sentence(saying.verb) if saying.verb is not None else ():
        addressed = token.dep_ in ("dobj", "dative") and token.head == saying.verb
        through = token.dep_ == "pobj" and token.head.lower_ in THROUGH
        if not (addressed or through) or token == saying.source:
            continue
        if not inside(saying.passage.span(token), saying.content) and (medium := _medium(token)):
            yield medium


def _vouching(saying: Saying, sayings: Sequence[Saying]) -> Iterator[str]:
    """The outlet of an "according to" in the same sentence."""
    for other in sayings:
        if (
            other is not saying
            and is_medium(other)
            and same_sentence(saying, other)
            and other.source is not None
        ):
            yield _medium(other.source) or ""
