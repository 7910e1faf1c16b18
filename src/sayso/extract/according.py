"""Sources named by a phrase: "…, according to the port", "Harbour Radio quoted an official as saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.extract.cues import cues, lemma_of
from sayso.extract.described import speakable
from sayso.extract.governed import CLAUSES, governed, introducing
from sayso.extract.reported import source_of
from sayso.extract.saying import Saying, apposed_to, child, covered, phrase, sentence, without
from sayso.nlp import Passage
from sayso.span import Span

SUBJECTS = ("nsubj", "nsubjpass")
SAYING = frozenset(("saying", "telling", "stating", "talking", "confirming", "announcing"))


def find_according(passage: Passage) -> Iterator[Saying]:
    """What a passage attributes by "according to"."""
    for token in passage.doc:
        if token.lower_ == "according":
            yield from _according(passage, token)


def find_quoting(passage: Passage) -> Iterator[Saying]:
    """What a passage attributes by "quoted … as saying", or "reported, citing …"."""
    for token in passage.doc:
        if token.lemma_.lower() in ("quote", "cite") and lemma_of(token) and token.dep_ != "amod":
            told = _telling(token)
            yield from _citing(passage, token, told) if told is not None else _quoting(passage, token)


# ---- "according to" ----


def _according(passage: Passage, token: Token) -> Iterator[Saying]:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source = child(to, "pobj") if to is not None else None
    clause = _clause(token)
    if to is None or source is None or clause is None:
        return
    words = without(clause.subtree, token.subtree, _behind(clause, token), _relative(clause))
    here = sentence(token)
    content = covered(passage, [t for t in words if here.start <= t.i < here.end])
    if content:
        cue = covered(passage, [token, to])
        yield Saying(passage, cue, content, source, "according to", "assert", verb=token)


def _clause(token: Token) -> Token | None:
    """The clause that "according to" qualifies, with the clauses it is joined to by "and"."""
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    if head.dep_ == "acl" and head.head.i < token.i < head.i:  # "The dam, according to Hale, held": no acl
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return _innermost(head, token)


def _innermost(clause: Token, token: Token) -> Token:
    """Behind somebody's saying, "according to" qualifies the clause that ends right before it."""
    if lemma_of(clause) not in cues("clause") or child(clause, "nsubj") is None:
        return clause
    clauses = (
        t for t in clause.subtree if t.dep_ in ("relcl", "advcl", "conj", "acl") and child(t, *SUBJECTS)
    )
    ending = [c for c in clauses if max((w.i for w in c.subtree if w.i < token.i), default=0) >= token.i - 2]
    return ending[-1] if ending else clause


def _behind(clause: Token, token: Token) -> list[Token]:
    """A clause behind the source is the outlet's: "…, according to Hale, though it is unclear …"."""
    last = max(t.i for t in token.subtree)
    if clause.i > last:
        return []
    joined = any(c.i > last and c.dep_ in ("advcl", "conj", "ccomp") for c in clause.children)
    return [t for t in clause.subtree if t.i > last] if joined else []


def _relative(clause: Token) -> list[Token]:
    pronouns = ("WRB", "WDT", "WP")
    return [c for c in clause.children if c.tag_ in pronouns] if clause.dep_ == "relcl" else []


# ---- "quoted an official as saying": the official speaks, the radio relays ----


def _quoting(passage: Passage, verb: Token) -> Iterator[Saying]:
    quoted = child(verb, "dobj", "nsubjpass")
    saying = next((t for t in verb.subtree if t.lower_ in SAYING and t.i > verb.i), None)
    if quoted is None or saying is None or quoted.i > saying.i:
        return
    if content := covered(passage, _said(saying)):
        joint = [t for t in saying.ancestors if t.dep_ == "prep" and t.i > verb.i]
        cue = covered(passage, [verb, *joint, saying])
        yield Saying(
            passage, cue, content, quoted, "quote", "assert", _relay(passage, verb, quoted), verb=saying
        )


def _telling(verb: Token) -> Token | None:
    """The verb beside "citing …": "Harbour Radio reported, citing …", "Harbour Radio, citing …, reported"."""
    if verb.dep_ == "advcl":
        return verb.head
    beside = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.dep_ == "nsubj"
    return verb.head.head if beside and verb.i < verb.head.head.i else None


def _citing(passage: Passage, verb: Token, told: Token) -> Iterator[Saying]:
    """ "The dam held, Harbour Radio reported, citing two officials": they speak. "Citing the weather": no."""
    cited = child(verb, "dobj")
    if told.dep_ == "ccomp" and lemma_of(told.head) in cues("clause"):  # "Reuters said it failed, citing …"
        told = told.head
    if cited is None or not speakable(cited) or lemma_of(told) not in cues("clause"):
        yield from _quoting(passage, verb)
        return
    outlet = source_of(told)
    own = outlet.subtree if outlet is not None and outlet.head == told else []
    if content := covered(passage, without(governed(told, lemma_of(told)), [told], own, verb.subtree)):
        cue = covered(passage, [told, verb])
        yield Saying(passage, cue, content, cited, "quote", "assert", _relay(passage, told, cited), verb=told)


def _said(saying: Token) -> list[Token]:
    parts = [c for c in saying.children if c.dep_ in (*CLAUSES, "dobj", "prep") and c.i > saying.i]
    if saying.lower_ == "talking":  # about what
        parts = [g for p in parts for g in p.children if g.dep_ in ("pobj", "pcomp")]
    return [t for part in parts for t in without(part.subtree, introducing(part))]


def _relay(passage: Passage, verb: Token, quoted: Token) -> tuple[Span, ...]:
    agent = child(verb, "agent")
    medium = child(agent, "pobj") if agent is not None else source_of(verb)
    if medium is None or medium == quoted:
        return ()
    medium = next((t for t in apposed_to(medium) if t.pos_ == "PROPN"), medium)  # "the daily Courier"
    words = [t for t in phrase(medium) if t.i <= medium.i]
    return covered(passage, [*_named(medium), *words])[-1:]


def _named(token: Token) -> list[Token]:
    """The words before it in the name that it ends, where the parse takes a hyphen for a break."""
    first = token.i
    while first > 0 and token.doc[first].ent_iob_ == "I":
        first -= 1
    return list(token.doc[first : token.i])
