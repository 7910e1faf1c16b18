"""What a report tells of a person: "he" or "she", and the roles that stand beside the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.places import country, demonyms, folded
from sayso.model import EntityKind

Gender = Literal["female", "male"]


def gender_of(word: str) -> Gender | None:
    """What a title, a role or a pronoun tells: "Mrs", "spokesman", "she"."""
    bare = word.removesuffix(".")
    return (
        "female"
        if bare in words("sources", "female")
        else "male"
        if bare in words("sources", "male")
        else None
    )


def given(kind: EntityKind, name: str) -> Gender | None:
    """What the first of several names tells, where it is nearly always one of the two."""
    first, *others = folded(name).split() or [""]
    if kind != "person" or not others:
        return None
    female, male = (first in words("given_names", gender) for gender in ("female", "male"))
    return "female" if female else "male" if male else None


def roles(token: Token, named: Callable[[Token], bool]) -> dict[str, set[str]]:
    """The roles that a name's phrase gives: "Prime Minister" before it, "director of …" behind a comma.

    Each with what it is of. ``named`` tells the words that belong to a name.
    """
    heads = [token, *(t for t in token.children if t.dep_ == "appos" and t.pos_ == "NOUN")]
    beside = token.head
    if beside.dep_ == "pobj" and beside.pos_ == "PROPN":  # "the mayor of Kelmouth, Ana Quill"
        beside = beside.head.head
    if token.dep_ == "appos" and (beside.pos_ == "NOUN" or beside.lower_ in words("sources", "people")):
        heads.append(beside)
    return {role: belonging(head) for head in heads if (role := _role(head, named))}


def belonging(role: Token) -> set[str]:
    """Of what somebody is the head, in single words: "head of the port union", "its head", "SDMA chief"."""
    whose = [
        noun
        for c in role.children
        for noun in (c.children if c.lower_ in ("of", "for", "at") else [c] if c.dep_ == "poss" else ())
    ]
    named = [t for t in role.lefts if t.text.isupper() and len(t) > 1]
    said = [t for noun in whose for t in noun.subtree if t.pos_ in ("NOUN", "PROPN") or t.dep_ == "poss"]
    return {t.lower_ for t in (*named, *said)}


def is_introduced(name: Token) -> bool:
    """Whether a name stands beside what only a person is: "a trader, Sorel, said", "Sorel, the official,"."""
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [t for t in name.children if t.dep_ == "appos" and t != office_at(name)]
    return any(t.pos_ == "NOUN" and t.tag_ == "NN" and t.lower_ in words("sources", "people") for t in beside)


def office_at(body: Token) -> Token | None:
    """ "The Orrin Ports Authority (OPA) | director, Ana Quill": who speaks is not the body."""
    for noun in body.children:
        between = {t.text for t in body.doc[body.i : noun.i]} & {")", ","}
        if between == {")"} and noun.dep_ == "appos" and noun.lower_ in words("sources", "people"):
            return noun
    return None


def is_called(name: Token) -> bool:
    """Whether the noun behind a name says which body it is: "the Sorel union"."""
    noun, bodies = name.head, words("sources", "bodies") - words("sources", "documents")
    return name.dep_ == "compound" and noun.i == name.i + 1 and noun.lower_ in bodies


def _role(head: Token, named: Callable[[Token], bool]) -> str:
    before = [
        t for t in head.subtree if (t.i <= head.i and t.dep_ in ("compound", "nmod", "amod")) or t == head
    ]
    said = [
        t.lower_
        for t in before
        if not named(t) and t.text not in demonyms() and t.is_alpha and country(t.text) is None
    ]
    return " ".join(said)


def role_fits(asked: str, held: str) -> bool:
    """ "minister" fits "prime minister" held; "foreign minister" asked does not."""
    asked_words, held_words = asked.split(), held.split()
    return asked_words == held_words[-len(asked_words) :]
