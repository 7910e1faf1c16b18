"""Saying: an attribution while it is being read, still in tokens. What the finders share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.model import Polarity
from sayso.nlp import Passage
from sayso.span import Span, hull, trimmed

MARKS = "\"“”„‟«»″'‘’‚‛`"
SAME = 0.7  # of the characters of two contents that are one
EDGES = MARKS + " \t\r\n\f\v\u00a0,;:–—-"
REACH = 8  # characters for "that" and what may stand between it and its clause
_HANGING = frozenset(("relcl", "appos", "acl", "advcl", "cc", "conj", "punct", "parataxis"))
_THAT = re.compile(r"\bthat[\s,]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who (``source``: the head of its phrase), how (``cue``), what (``content``), by whom (``relays``)."""

    passage: Passage
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: Token | None
    lemma: str
    polarity: Polarity
    relays: tuple[Span, ...] = ()
    audience: Token | None = None
    verb: Token | None = None
    quoted: bool = False  # the content is what stands between quotation marks
    named: Span | None = None  # the source in full, where the network says how far it goes
    chance: float = 1.0  # … of being one at all, as the network sees it
    answers: bool = False  # the claim that the same sentence tells
    spotted: bool = False  # by the network, so that no list need know its words


def covered(passage: Passage, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The stretches of text that ``tokens`` fill, punctuation between them included, edges trimmed."""
    runs: list[list[Token]] = []
    for token in sorted((t for t in tokens if not t.is_space), key=lambda t: t.i):
        if runs and all(t.is_punct or t.is_space for t in passage.doc[runs[-1][-1].i + 1 : token.i]):
            runs[-1].append(token)
        else:
            runs.append([token])
    for run in runs:
        while (run[-1].text == "." or run[-1].dep_ == "cc") and len(run) > 1:  # the sentence's own
            run.pop()
    spans = (_trim(passage, run[0].idx, run[-1].idx + len(run[-1])) for run in runs)
    return tuple(span for span in spans if span is not None)


def _trim(passage: Passage, start: int, end: int) -> Span | None:
    text = passage.text
    span = trimmed(text, start, end, EDGES)
    if span is None or not any(c.isalnum() for c in span.of(text)):
        return None
    return span.shift(passage.start)


def fitted(span: Span, quotations: Sequence[Span], text: str, cue: Sequence[Span]) -> Span:
    """``span`` with the whole of every quotation that it holds in part or that goes on right behind it.

    `because the road is closed, “and there is no other”` is one content; so is all of a quotation around
    ``span`` that ``cue`` stands outside of. ``quotations``: with marks.
    """
    for quotation in quotations:
        if quotation.contains(span) and not any(quotation.overlaps(part) for part in cue):
            whole = trimmed(text, quotation.start, quotation.end, EDGES) or span
            return whole if len(whole) > len(span) + 1 else span
        partly = quotation.overlaps(span) and not quotation.contains(span)
        near = 0 <= quotation.start - span.end <= 3 and span.start < quotation.start
        onward = near and not text[span.end : quotation.start].strip(" ,") and text[span.end - 1] not in ".!?"
        span = hull([span, quotation]) if partly or onward else span
    return span


def introduced(span: Span, text: str, cue: Sequence[Span]) -> Span:
    """``span`` with the "that" right before it, which PARC and PolNeAR count to what is said."""
    that = _THAT.search(text, max(0, span.start - REACH), span.start)
    whole = Span(that.start(), span.end) if that else span
    return span if any(whole.overlaps(part) for part in cue) else whole  # "was quoted as saying that"


def without(tokens: Iterable[Token], *parts: Iterable[Token]) -> list[Token]:
    """``tokens`` less all tokens of ``parts``."""
    out = {t.i for part in parts for t in part}
    return [t for t in tokens if t.i not in out]


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head, without the clauses and appositions that hang on it."""
    hanging = [c for c in token.children if c.dep_ in _HANGING]
    own = (t for t in token.subtree if t.dep_ in ("relcl", "acl"))
    hanging += [t for t in own if (t.dep_ == "relcl" and remark(t)) or t.lower_ in ("quoted", "cited")]
    behind = [t for c in (*hanging, *of_the_verb(token)) if c.i > token.i for t in c.subtree]
    return without(token.subtree, behind)


def agent_of(verb: Token) -> Token | None:
    """Who does it, said behind "by"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def of_the_verb(agent: Token) -> list[Token]:
    """ "Accused by residents | of hiding it", "residents | at 9,000": not which residents."""
    by = agent.dep_ == "pobj" and agent.head.dep_ == "agent"
    behind = [c for c in agent.children if c.dep_ == "prep"]
    counted = [c for c in behind if c.lower_ == "at" and any(t.like_num for t in c.children)]
    counted += [c for c in behind if c.lower_ == "on" and c.right_edge.ent_type_ in ("DATE", "TIME")]
    media = words("media", "nouns") | words("media", "with_news")
    if agent.lower_ in words("sources", "people"):  # "said a resident | to the agency Tarvik"
        counted += [c for c in behind if c.lower_ == "to" and any(t.lower_ in media for t in c.subtree)]
    done = [c for c in behind if by and (c.lower_ in ("for", "as") or child(c, "pcomp") is not None)]
    return [*counted, *done]


def phrase_span(passage: Passage, head: Token) -> Span:
    """The characters of a noun phrase."""
    spans = covered(passage, phrase(head))
    return hull(spans) if spans else passage.span(head)


def source_span(passage: Passage, head: Token, aside: Sequence[Span]) -> Span:
    """A source in full: with its appositions, with the clause that says which one, with its joint speakers.

    ``aside``: the cue and the content, no part of it even where the parse hangs them on the source.
    """
    loose = [
        t for c in head.children if c.dep_ in ("advcl", "parataxis", "ccomp") or remark(c) for t in c.subtree
    ]
    tokens = without(head.subtree, loose)
    taken = any(passage.span(head).overlaps(s) for s in aside)  # what is said was taken to hold who says it
    before = (c for c in head.children if c.dep_ in ("det", "poss", "compound", "amod") or c.lower_ == "of")
    leaning = [*before] if taken else []
    apposed = [c for c in head.rights if c.dep_ == "appos" and head.doc[c.left_edge.i - 1].text == ","]
    own = [head, *(t for c in (*leaning, *apposed) for t in c.subtree)]
    beside = (t for t in tokens if not any(passage.span(t).overlaps(s) for s in aside))
    spans = covered(passage, {*own, *beside})
    return next((s for s in spans if s.overlaps(passage.span(head))), passage.span(head))


def remark(clause: Token) -> bool:
    """A clause set off by a comma: "Quill, who owns two of the boats"."""
    first = clause.left_edge.i
    return clause.dep_ in ("relcl", "acl") and first > 0 and clause.doc[first - 1].text == ","


def apposed_to(head: Token) -> list[Token]:
    """ "The mayor, Quill", "the mayor of Kelmouth, Quill", "Quill - mayor of": what is set beside a noun."""
    found = [c for noun in (head, *_inner(head)) for c in noun.children if c.dep_ == "appos"]
    found += [c for c in head.lefts if c.pos_ == "PROPN" and c.whitespace_ and c.nbor().text in "-–—"]
    return [*found, *(c for noun in found for c in noun.children if c.dep_ == "appos")]  # "His Excellency, …"


def _inner(head: Token) -> Iterator[Token]:
    """ "The head | of the fire service | of Kelmouth"."""
    for noun in (g for c in head.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"):
        yield noun
        yield from _inner(noun)


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb; of two, the last one is its own: "The ferry, Quill said, will sail"."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


def stands_behind(dated: Tokens) -> Token:
    """The word that a day stands right behind: "Quill | said | on Monday"."""
    at = dated.start - 1
    while at > 0 and dated.doc[at].lower_ in ("on", "late", "early"):
        at -= 1
    return dated.doc[max(0, at)]


def is_denied(dated: Tokens) -> bool:
    """ "On May 3 and not | on May 5", "rather than | in June": no day of what is told."""
    at = dated.start
    while at > 0 and dated.doc[at - 1].lower_ in ("on", "in", "at", "the"):
        at -= 1
    before = [token.lower_ for token in dated.doc[max(0, at - 2) : at]]
    bare = at < 2 or dated.doc[at - 2].pos_ != "AUX"  # not "the mayor did not on May 5 say"
    return before in (["rather", "than"], ["instead", "of"]) or (before[-1:] == ["not"] and bare)


def in_modifier(date: Token, verb: Token) -> bool:
    """ "The head of a school | searched last month | said": of that day is the search, however it is parsed.

    A document speaks when it is issued: "a statement released on Friday said".
    """
    subject = next((s for s in subjects(verb) if s.i < date.i < verb.i), None)
    between = verb.doc[subject.i + 1 : date.i] if subject is not None else ()
    hung = next((t for t in reversed([*between]) if t.text == "," or t.dep_ in ("acl", "relcl")), None)
    return hung is not None and hung.text != "," and hung.head.lower_ not in words("sources", "documents")


def sentence(token: Token) -> Tokens:
    """The sentence of a token; unlike spaCy's own, without a look at the whole passage."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these dependency labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def is_negated(verb: Token) -> bool:
    """ "Has not sunk", "did not say"."""
    return child(verb, "neg") is not None


def shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The characters that two contents have in common, of the mean of both."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * common / (sum(map(len, one)) + sum(map(len, other)))


def inside(span: Span, spans: Sequence[Span]) -> bool:
    """Whether ``span`` lies within one of ``spans``."""
    return any(s.contains(span) for s in spans)
