"""Who passes a say-so on: "told Harbour Radio", "in an interview with …", "according to <agency>"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.media import medium, takes_up
from sayso.extract.saying import Saying, apposed_to, inside, phrase_span, sentence, subjects
from sayso.nlp import Passage
from sayso.span import Span

SAME_OUTLET = ""  # the one that was named last
THROUGH = frozenset(("with", "to", "by", "on", "via", "through", "for"))


def relays_of(saying: Saying) -> tuple[str, ...]:
    """The media that pass this saying on, in the order of the text, as the text names them."""
    named = list(map(partial(_called, saying.passage), saying.relays))
    telling = _telling(saying)
    named += [*_told(saying), *filter(None, map(medium, subjects(telling) if telling is not None else ()))]
    return tuple(dict.fromkeys(name.removeprefix("the ").removeprefix("The ") for name in named))


def _called(passage: Passage, span: Span) -> str:
    """The name of an outlet; of "it", and of "the agency", that of the last."""
    tokens = passage.tokens(span)
    again = tokens is not None and (tokens.root.pos_ == "PRON" or takes_up(tokens.root))
    return SAME_OUTLET if again else passage.words(span)


def has_occasion(saying: Saying) -> bool:
    """Whether it was said to others or elsewhere: "told reporters", "said in a statement", "then said"."""
    behind = [*saying.verb.children] if saying.verb is not None else []
    where = (g.lower_ for c in behind if c.dep_ == "prep" for g in c.children)
    new = words("sources", "documents") | words("media", "occasions")
    return saying.audience is not None or not new.isdisjoint((*where, *(t.lower_ for t in behind)))


def passes_on(outlet: Saying, saying: Saying) -> bool:
    """Whether an outlet says no more than what somebody else says: "Reuters reported that | Quill said …"."""
    told = saying.verb
    if outlet.source is None or outlet.verb is None or told is None:
        return False
    if outlet.lemma == "according to":
        only = saying.lemma != "according to" and same_sentence(saying, outlet)
    else:
        only = _telling(saying) == outlet.verb and not any(map(subjects, told.conjuncts))
    return (only or is_behind(outlet, saying)) and medium(outlet.source) is not None


def is_behind(outlet: Saying, saying: Saying) -> bool:
    """ "Hale said | the dam held |, reported the agency Tarvik", however it is parsed."""
    apart = saying.verb is not None and saying.verb.dep_ == "ROOT" and saying.verb != outlet.verb
    joint = outlet.cue and saying.content[-1].end == outlet.content[-1].end < outlet.cue[0].start
    return apart and bool(joint) and same_sentence(saying, outlet)


def _telling(saying: Saying) -> Token | None:
    """The verb of which what somebody says is the clause."""
    verb = saying.verb
    return verb.head if verb is not None and verb.dep_ == "ccomp" else None


def same_sentence(one: Saying, other: Saying) -> bool:
    """Whether the cues of two sayings stand in one sentence."""
    if one.verb is None or other.verb is None or one.passage is not other.passage:
        return False
    return sentence(one.verb).start == sentence(other.verb).start


def _told(saying: Saying) -> Iterator[str]:
    """Media in the cue's own sentence, outside the content: whom it was told, with whom the interview was."""
    if saying.verb is None:
        return
    for token in sentence(saying.verb):
        addressed = token.dep_ in ("dobj", "dative") and token.head == saying.verb
        through = token.dep_ == "pobj" and token.head.lower_ in THROUGH and not _by_another_deed(token)
        claimed = saying.answers and token not in saying.verb.subtree  # not where the claim was made
        if not (addressed or through) or token == saying.source or claimed:
            continue
        first, last = sorted((token.i, saying.verb.i))
        if any(t.text == ";" for t in token.doc[first:last]):
            continue
        if not inside(saying.passage.span(token), saying.content):
            carrier = token.head.head.lower_ in words("media", "carrying") and token.pos_ == "PROPN"
            named = [*filter(None, map(medium, (token, *token.conjuncts, *apposed_to(token))))]
            if carrier and not named:
                named = [saying.passage.words(phrase_span(saying.passage, token))]
            yield from named or ([SAME_OUTLET] if takes_up(token) else [])


def _by_another_deed(outlet: Token) -> bool:
    """ "Economists polled by Reuters": nothing that is said went through it."""
    passing = words("media", "carrying") | words("media", "passing")
    return outlet.head.lower_ == "by" and outlet.head.head.lower_ not in passing
