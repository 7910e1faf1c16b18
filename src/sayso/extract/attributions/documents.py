"""Whose words a document gives: "a statement by the ministry", "its figures", "what the mayor announced".

A statement that somebody issues is no voice of its own: beside "the ministry said" it would be counted as a
second one.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.described import speakable
from sayso.extract.saying import agent_of, child, subjects

GIVEN = ("words", "data", "information", "estimate", "estimates")  # … "of the port": by it


def issuer(document: Token) -> Token | None:
    """Who speaks by a document, or in "what … said"; None where that is not told, and for anything else."""
    said = document.head if document.lower_ == "what" else document
    if any(c.lower_ == "what" for c in said.children):
        return agent_of(said) or next((s for s in subjects(said) if s.lower_ != "what"), None)
    if document.lower_ not in words("sources", "documents") and document.lower_ != "words":
        return None
    known = any(c.lemma_.lower() in words("sources", "leaking") for c in document.children)
    leaked = {"publish", "post"} if known else set()  # "seen by the Herald, published by the Post": neither's
    for part in document.children:
        its = part.lower_ == "its" or document.lower_ == "words"
        if part.dep_ == "poss" and (part.pos_ != "PRON" or its):
            return part  # "according to her words": she
        by = agent_of(part) if part.dep_ == "acl" else child(part, "nsubj") if part.dep_ == "relcl" else None
        if by is not None and part.lemma_.lower() in words("sources", "issuing") - leaked:
            return by
        of = part.lower_ == "of" and document.lower_ in GIVEN
        part = child(part, "prep") or part if part.lower_ in ("received", "obtained") else part
        author = child(part, "pobj") if of or part.lower_ in ("by", "from") else None
        dated = author is not None and (author.like_num or author.ent_type_ == "DATE")  # "from 2021"
        if author is not None and not dated and (not of or speakable(author)):
            return author
        if part.dep_ == "compound" and (part.pos_ == "PROPN" or part.lower_ in words("sources", "issuers")):
            return part
    return None
