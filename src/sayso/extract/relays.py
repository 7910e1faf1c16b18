"""Who passes a say-so on: "told Harbour Radio", "in an interview with …", "according to <agency>"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.media import medium
from sayso.extract.saying import Saying, inside, sentence

THROUGH = frozenset(("with", "to", "by", "on", "via", "through", "for"))


def relays_of(saying: Saying) -> tuple[str, ...]:
    """The media that pass this saying on, in the order of the text, as the text names them."""
    named = [*(saying.passage.words(span) for span in saying.relays), *_told(saying)]
    return tuple(dict.fromkeys(name.removeprefix("the ").removeprefix("The ") for name in named))


def _told(saying: Saying) -> Iterator[str]:
    """Media in the cue's own sentence, outside the content: whom it was told, with whom the interview was."""
    for token in sentence(saying.verb) if saying.verb is not None else ():
        addressed = token.dep_ in ("dobj", "dative") and token.head == saying.verb
        through = token.dep_ == "pobj" and token.head.lower_ in THROUGH
        if not (addressed or through) or token == saying.source:
            continue
        if not inside(saying.passage.span(token), saying.content):
            yield from filter(None, map(medium, (token, *token.conjuncts)))
