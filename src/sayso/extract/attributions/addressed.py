"""Whom something is told, where parse or network take it for the beginning of what is told."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.attributions.media import medium
from sayso.extract.attributions.reported import audience_of
from sayso.extract.saying import EDGES, Saying, phrase_span
from sayso.span import trimmed

TOLD = frozenset(("tell", "inform", "assure", "remind", "notify"))  # somebody, always
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def without_addressee(saying: Saying) -> Saying:
    """ "Told Harbour Radio | the road was shut": the radio is no part of what is told."""
    verb, passage = saying.verb, saying.passage
    if verb is None or verb.lemma_.lower() not in TOLD:
        return saying
    for n, span in enumerate(saying.content):
        tokens = passage.tokens(span)
        if tokens is None or not len(tokens) or tokens.start != verb.i + 1:
            continue
        whom = _addressee(verb, tokens)
        told = tokens.doc[whom.end : tokens.end] if whom is not None else None
        if whom is None or told is None or not any(t.dep_ in _SUBJECTS for t in told):
            return saying
        rest = passage.words(span)[told[0].idx + passage.start - span.start :]
        kept = trimmed(rest, 0, len(rest), EDGES)
        if kept is None or told[0].lower_ in ("to", "of", "about", "and", "or"):
            return saying
        said = kept.shift(span.end - len(rest))
        outlet = next((t for t in reversed(whom) if medium(t)), None)
        relays = () if outlet is None else (phrase_span(passage, outlet),)
        return replace(
            saying, content=(*saying.content[:n], said, *saying.content[n + 1 :]),
            audience=saying.audience or outlet or whom[-1], relays=(*saying.relays, *relays),
        )  # fmt: skip
    return saying


def _addressee(verb: Token, told: Tokens) -> Tokens | None:
    """The name or the object right behind the verb, as far as it is not all that is told."""
    doc, start = verb.doc, verb.i + 1
    names = (e for e in doc[start : told.end].ents if e.label_ in ("ORG", "PERSON"))
    name, whom = next((e for e in names if e.start == start), None), audience_of(verb)
    if name is not None and name[-1].dep_ in _SUBJECTS and any(map(medium, name[:-1])):
        name = name[:-1]  # "AFP news agency | police"
    if name is not None and (whom is None or name.end <= whom.i):
        return name
    if whom is None or not start <= whom.i < told.end:
        return None
    number = [t for t in whom.children if t.is_digit and t.i == whom.i + 1]  # "Channel 12"
    return doc[start : whom.i + 1 + len(number)]
