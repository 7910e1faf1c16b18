"""What happens to those who are counted: the category of a quantity, from its verb, its noun and the words with them.

First the words that are the outcome themselves ("12 deaths"), then what governs the counted noun in the parse
("killed 12", "the release of 12", "the toll rose to 12"), then what follows it ("12 people displaced by …"), then
the state the noun names ("hostages"). Where nothing says it, the category is "other".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from spacy.tokens import Token

from sayso.data import table
from sayso.model import Category

Role = Literal["object", "subject"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SEE_THROUGH = frozenset({"of", "including", "among", "with", "as", "like", "than", "from"})
_AMOUNT_PREPOSITIONS = frozenset({"to", "at", "by", "of"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb or noun that governs a counted noun, and the category it gives (None: it says nothing)."""

    token: Token
    category: Category | None


@cache
def _index(kind: str) -> dict[Any, Category]:
    """Word, or verb and companion, → category, for one list of the lexicon."""
    found: dict[Any, Category] = {}
    for category, lists in table("quantities")["category"].items():
        for entry in lists[kind]:
            found[tuple(entry) if isinstance(entry, list) else entry] = category
    return found


def outcome(noun: Token) -> Category | None:
    """The category of a counted noun that is the outcome itself: "12 deaths"."""
    return _index("counted").get(noun.lemma_.lower()) or _index("counted").get(noun.lower_)


def standing(noun: Token) -> Category | None:
    """The category of a counted noun where no verb says more: "12 hostages"."""
    return _index("weak").get(noun.lemma_.lower())


def state(token: Token) -> Category | None:
    """The category of a predicate word: "dead", "missing"."""
    return _index("states").get(token.lower_)


def governor(start: Token) -> Governor | None:
    """What governs the counted noun (or bare number) ``start``, climbing until a word of the lexicon says an outcome."""
    token, last = start, None
    for _ in range(8):
        head, dep = token.head, token.dep_
        if head is token:
            break
        if dep == "pobj":
            step = _through(head, token)
            if step is None or isinstance(step, Governor):
                return step or last
            token = step
            continue
        if head.pos_ in ("VERB", "AUX"):
            found = _verb(head, token)
            last = last or found
            if found.category or dep not in ("dobj", "prep", "nsubj") or head.dep_ not in _CLAUSES:
                return found
            token = head
            continue
        if dep in ("compound", "amod", "poss"):
            category = _index("nouns").get(head.lemma_.lower())
            return Governor(head, category) if category else last
        token = head
    return last


def _through(preposition: Token, noun: Token) -> Token | Governor | None:
    """Where the climb goes on above a preposition: a token, the answer, or nowhere."""
    word, head = preposition.lower_, preposition.head
    if preposition.dep_ == "agent" or word == "by":
        return None
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        category = _index("nouns").get(head.lemma_.lower())
        if category and word in ("of", "for", "among", "to", "at"):
            return Governor(head, category)
        if word == "for" and head.lemma_ in ("exchange", "swap", "return"):
            return _top(head)
    if head.pos_ == "VERB" and word in _AMOUNT_PREPOSITIONS:
        category = _topic(head)
        return Governor(head, category) if category else None
    if word in _SEE_THROUGH:
        return (
            preposition
            if head.pos_ == "ADP" and head.dep_ == "prep"
            else (head if head.pos_ != "ADP" else head.head)
        )
    return None


def _top(noun: Token) -> Token:
    """The token as whose object "in exchange for" counts: the preposition that hangs on the verb."""
    return noun.head if noun.dep_ == "pobj" else noun


def _topic(verb: Token) -> Category | None:
    """The outcome that a subject or object names: "the death toll rose to 12", "brings the number of injured to 12"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            for word in [child, *_complements(child)]:
                lemma = word.lemma_.lower()
                if category := _index("nouns").get(lemma) or _index("counted").get(lemma) or state(word):
                    return category
    return None


def _verb(verb: Token, below: Token) -> Governor:
    """What a verb says of its argument ``below``."""
    role = role_of(verb, below)
    return Governor(verb, said_of(verb, role) or _raised(verb, below))


def role_of(verb: Token, argument: Token) -> Role:
    """Whether something is done to the argument or by it. Headlines leave out "were": "12 killed in …"."""
    if argument.dep_ == "nsubj":
        helped = any(c.dep_ == "aux" and c.lemma_ in ("have", "do") for c in verb.children)
        has_object = any(c.dep_ == "dobj" and c.pos_ != "ADV" for c in verb.children)
        bare = verb.tag_ in ("VBN", "VBD") and not helped and not has_object
        passive = verb.tag_ == "VBN" and not helped
        return "object" if passive or (bare and verb.lemma_.lower() in _index("object")) else "subject"
    return "subject" if argument.dep_ in ("csubj", "agent") else "object"


def said_of(verb: Token, role: Role) -> Category | None:
    """The category that a verb with its companions gives to its object or its subject."""
    lemma = verb.lemma_.lower()
    companions = {w for token in _complements(verb) for w in (token.lemma_.lower(), token.lower_)}
    for (first, second), category in _index(f"{role}_phrases").items():
        if first == lemma and second in companions:
            return category
    return _index(role).get(lemma) or _predicate(verb, role)


def _predicate(verb: Token, role: Role) -> Category | None:
    """The state a copula or "leave" puts its subject or object in: "12 are missing", "left 12 homeless"."""
    wanted = (
        ("acomp", "attr", "oprd") if role == "subject" or verb.lemma_ in ("leave", "render", "fear") else ()
    )
    for child in verb.children:
        if child.dep_ in wanted and (category := state(child)):
            return category
    return None


def _raised(verb: Token, below: Token) -> Category | None:
    """Through "are believed to be held", "had to flee", "were forced to leave their homes"."""
    if below.dep_ not in (*_SUBJECTS, "dobj"):
        return None
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and not any(c.dep_ in _SUBJECTS for c in child.children):
            passive = any(c.dep_ == "auxpass" for c in child.children)
            if category := said_of(child, "object" if passive else "subject"):
                return category
            return _raised(child, below)
    return None


def _complements(head: Token) -> Iterator[Token]:
    """The words that go with a verb or noun: children and grandchildren, and the object of a preposition below."""
    for child in head.children:
        if (
            child.dep_ in ("conj", "ccomp", "advcl", "relcl", "parataxis", "nsubj", "nsubjpass")
            and head.pos_ != "NOUN"
        ):
            continue
        yield child
        for below in child.children:
            if below.dep_ in ("conj", "relcl", "acl", "advcl"):
                continue
            yield below
            if child.dep_ in ("prep", "xcomp", "dobj", "prt"):
                yield from (token for token in below.children if token.dep_ == "pobj")


def following(noun: Token) -> Category | None:
    """What a participle or relative clause behind the counted noun says: "12 people displaced by the flood"."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "acl" and child.pos_ in ("VERB", "ADJ"):
            role: Role = "object" if child.tag_ == "VBN" else "subject"
            if category := said_of(child, role) or state(child):
                return category
        if child.dep_ == "relcl":
            roles = {
                role_of(child, c) if c.dep_ == "nsubj" else "object"
                for c in child.children
                if c.dep_ in _SUBJECTS
            }
            for each in sorted(roles):
                if category := said_of(child, each):
                    return category
        if child.dep_ in ("amod", "acomp", "appos") and (category := state(child)):
            return category
    return None
