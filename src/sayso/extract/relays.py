"""Who passes a say-so on: "told Harbour Radio", "in an interview with …", "according to <agency>"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.data import words
from sayso.extract.media import medium
from sayso.extract.saying import Saying, apposed_to, inside, sentence

THROUGH = frozenset(("with", "to", "by", "on", "via", "through", "for"))


def relays_of(saying: Saying, sayings: Sequence[Saying]) -> tuple[str, ...]:
    """The media that pass this saying on, in the order of the text, as the text names them."""
    named = [saying.passage.words(span) for span in saying.relays]
    named += [*_told(saying), *_vouching(saying, sayings)]
    return tuple(dict.fromkeys(name.removeprefix("the ").removeprefix("The ") for name in named if name))


def is_medium(saying: Saying) -> bool:
    """Whether the source of an "according to" is an outlet: beside somebody's saying, a relay."""
    return saying.lemma == "according to" and saying.source is not None and medium(saying.source) is not None


def same_sentence(one: Saying, other: Saying) -> bool:
    """Whether the cues of two sayings stand in one sentence."""
    if one.verb is None or other.verb is None or one.passage is not other.passage:
        return False
    return sentence(one.verb).start == sentence(other.verb).start


def _told(saying: Saying) -> Iterator[str]:
    """Media in the cue's own sentence, outside the content: whom it was told, with whom the interview was."""
    for token in sentence(saying.verb) if saying.verb is not None else ():
        addressed = token.dep_ in ("dobj", "dative") and token.head == saying.verb
        through = token.dep_ == "pobj" and token.head.lower_ in THROUGH
        if not (addressed or through) or token == saying.source:
            continue
        if not inside(saying.passage.span(token), saying.content):
            yield from filter(None, map(medium, (token, *token.conjuncts, *apposed_to(token))))


def names_it_again(saying: Saying) -> bool:
    """ "Told the same newspaper": the one that was named last."""
    known = words("media", "nouns") | words("media", "with_news")
    return any(
        token.lower_ == "same" and token.head.lemma_.lower() in known
        for token in (sentence(saying.verb) if saying.verb is not None else ())
        if not inside(saying.passage.span(token), saying.content)
    )


def _vouching(saying: Saying, sayings: Sequence[Saying]) -> Iterator[str]:
    """The outlet of an "according to" in the sentence, or that reports all of it: "…, Reuters reported"."""
    for other in sayings:
        if other is saying or other.source is None or other.passage is not saying.passage:
            continue
        whole = bool(saying.cue) and inside(saying.cue[0], other.content)
        if whole or (is_medium(other) and same_sentence(saying, other)):
            yield medium(other.source) or ""
