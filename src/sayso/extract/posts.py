"""Whose head, whose director: "the head of the union" is not the head of the port whom the report named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.extract.cast import Cast, Character
from sayso.nlp import Passage

Post = frozenset[str]


class Posts:
    """For each person named, the posts that the report gives: role → of what, each time that it is said."""

    def __init__(self, cast: Cast, passages: Sequence[Passage]) -> None:
        self._held: dict[Character, dict[str, list[Post]]] = defaultdict(lambda: defaultdict(list))
        for passage in passages:
            for token in passage.doc:
                person = cast.at(passage.span(token)) if token.pos_ == "PROPN" else None
                if person is not None and person.kind == "person":
                    for role in _roles(token):
                        self._held[person][role.lower_].append(post(role))

    def fit(self, person: Character, role: Token) -> bool:
        """Whether a description with this role may mean ``person``: not where it is one elsewhere."""
        said = {word for word in post(role) if word not in _OWN}
        held = self._held[person][role.lower_] if person in self._held else []
        return not said or not all(held) or not held or any(said & one for one in held)


_OWN = frozenset(("its", "his", "her", "their", "our", "my", "your"))


def post(role: Token) -> Post:
    """Of what somebody is the head, in single words: "head of the port union", "its head"."""
    below = [
        noun
        for c in role.children
        for noun in (c.children if c.lower_ in ("of", "for", "at") else [c] if c.dep_ == "poss" else ())
        if noun.dep_ in ("pobj", "poss")
    ]
    named = [t.lower_ for t in role.lefts if t.text.isupper() and len(t) > 1]  # "SDMA chief"
    whole = [t for noun in below for t in noun.subtree if t.pos_ in ("NOUN", "PROPN") or t.lower_ in _OWN]
    return frozenset((*named, *(t.lower_ for t in whole)))


def _roles(name: Token) -> list[Token]:
    """The nouns beside a name that give a role: "Ana Quill, head of …", "the head of …, Ana Quill"."""
    found = [t for t in name.children if t.dep_ in ("appos", "compound") and t.pos_ == "NOUN"]
    beside = name.head
    if beside.dep_ == "pobj" and name.dep_ == "appos":  # "the mayor of Kelmouth, Ana Quill"
        beside = beside.head.head
    return [*found, beside] if name.dep_ == "appos" and beside.pos_ == "NOUN" else found
