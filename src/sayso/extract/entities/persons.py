"""What a report tells of a person: "he" or "she", and the roles that stand beside the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.places import country, demonyms, folded, is_place
from sayso.extract.saying import subjects
from sayso.model import EntityKind

Gender = Literal["female", "male"]
_JOINTS = frozenset(("of", "the", "and"))
_OFFICE, _PARTS = 14, 4  # tokens behind an office, words of a name


def gender_of(word: str) -> Gender | None:
    """What a title, a role or a pronoun tells: "Mrs", "spokesman", "she"."""
    bare = word.removesuffix(".")
    if bare in words("sources", "female"):
        return "female"
    return "male" if bare in words("sources", "male") else None


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
    beside = token.head.head if token.head.dep_ == token.dep_ == "appos" else token.head
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


def incumbent(office: Token) -> Sequence[Token]:
    """The name right behind an office and what it is of: "Minister of Finance of Peru | Ana Quill"."""
    behind = office.doc[office.i + 1 : office.i + _OFFICE]
    if behind[:1].text.lower() != "of":
        return ()
    if name := _recognised(office, behind):
        return name
    run = [*takewhile(lambda t: t.text[0].isupper() or t.lower_ in _JOINTS or t.lower_ in _domains(), behind)]
    said = run[max(n for n, t in enumerate(run) if t.lower_ in _JOINTS) + 1 :]
    place = [t.text for t in said]
    for n in range(min(len(said) - 2, _OFFICE), 0, -1):
        name = said[n:]
        state, known = country(" ".join(place[:n])), given("person", " ".join(place[n:]))
        part = place[n - 1].lower() in _domains() and len(name) == 2  # "of Interior | Goran Quill"
        others = {t.lower_ for t in name} & (words("sources", "bodies") | (_domains() if part else set()))
        sure = known or ((state or part) and not others)
        read = all(t.ent_type_ in ("PERSON", "") for t in name)
        ends = state or is_place(" ".join(place[:n])) or place[n - 1].lower() in _domains()
        if (ends or (n == 1 and (place[0].isupper() or (known and len(name) == 2)))) and (sure or read):
            return name if len(name) <= _PARTS and all(t.is_title for t in name) else ()
    return ()


def _recognised(office: Token, behind: Tokens) -> Sequence[Token]:
    """The person with whom what an office is of ends: "commander of the coast guard | Ana Quill"."""
    if office.lower_ not in words("names", "offices"):
        return ()
    start = next((t.i for t in behind if t.ent_type_ == "PERSON"), office.i)
    name, before = [*takewhile(lambda t: t.ent_type_ == "PERSON", office.doc[start:])], office.doc[start - 1]
    within = {c.text for c in office.doc[office.i + 1 : start]} & {",", ";", "(", ".", ":"}
    ends = before.pos_ in ("NOUN", "PROPN") and before.lower_ not in words("sources", "people")
    owner = any(t.dep_ == "nsubj" for t in name)  # "the director of the school | Ana Quill | attended"
    return name if ends and not (within or owner) and 1 < len(name) <= _PARTS else ()


@cache
def _domains() -> frozenset[str]:
    """Words at which an office may end: "Minister of Foreign Affairs", "head of the administration"."""
    lists = (words("names", key) for key in ("not_alone", "organisation_heads", "loose_place"))
    return frozenset({"affairs"}).union(words("sources", "levels"), *lists)


def introduced_as(name: Token) -> EntityKind | None:
    """What the noun beside a name tells: "a trader, Sorel, said", "the law firm, Sorel", "the city, Sorel".

    Not "After talks in Sorel, an official said", where the parse sets them side by side; nor "the port, its
    director, said".
    """
    if name.dep_ == "pobj" and name.head.lower_ in words("names", "inside"):
        return None
    if name.dep_ == "nsubj" and name.n_lefts and name.head.lemma_ in ("die", "resign"):
        return "person"  # "Ana Quill had died"
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [t for t in name.children if t.dep_ == "appos" and t != office_at(name)]
    beside = [t for t in beside if t.pos_ == "NOUN" and t.tag_ == "NN" and t.left_edge.lower_ != "its"]
    if any(t.lower_ in words("sources", "people") - words("sources", "either") for t in beside):
        return "person"
    noun = name.doc[max(0, name.left_edge.i - 2)]
    if noun not in beside or noun.nbor().text != "," or any(t.lower_ == "who" for t in noun.subtree):
        return None
    body = noun.lower_ in words("sources", "bodies") - words("sources", "places") and noun.dep_ != "pobj"
    town = f"{noun.lower_} of" in words("names", "placing")
    return "place" if town else "organisation" if body else None  # not "the head of the party, Sorel"


def is_apposed(name: Token) -> bool:
    """Whether a person's role stands beside a name: "the mayor, Ana Quill", "Ana Quill, governor of Peru"."""
    roles = words("sources", "people") - words("sources", "either")
    if name.dep_ == "appos":
        who = (s for c in name.rights if c.dep_ == "relcl" for s in subjects(c))
        return name.head.lower_ in roles or any(s.lower_ == "who" for s in who)
    return name.dep_ == "nsubj" and any(t.dep_ == "appos" and t.lower_ in roles for t in name.rights)


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
    hyphen = before[0] if before[0].text == "-" or not before[0].i else before[0].nbor(-1)
    if hyphen.text == "-" and hyphen.i and hyphen.nbor(-1).lower_ in words("names", "deputies"):
        said.insert(0, hyphen.nbor(-1).lower_)  # "the vice-minister Quill"
    ranks = words("names", "ranks")
    while len(said) > 1 and said[-1] in ranks and said[-2] not in ranks:  # "army chief General Quill"
        said.pop()
    return " ".join(said)


def role_fits(asked: str, held: str) -> bool:
    """ "minister" fits "prime minister" held, "deputy minister" a "deputy interior minister".

    "Foreign minister" does not fit a "minister", and "minister" no "deputy minister".
    """
    asked_words, held_words = asked.split(), held.split()
    below = words("names", "deputies").intersection(held_words)
    if asked_words[-1:] != held_words[-1:] or not below.issubset(asked_words):
        return False
    left = iter(held_words)
    return all(word in left for word in asked_words)
