"""Forms of the verbs that tell events: past, perfect, told as news."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.saying import child, is_negated

SUBJECTS = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBZ", "VBP")
ASIDES = frozenset(("relcl", "acl"))


def helpers(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; those of the one it is joined to, where it has none."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return own if own or verb.dep_ != "conj" or child(verb, *SUBJECTS) else helpers(verb.head)


def is_past(verb: Token) -> bool:
    """ "Sank", "has sunk", "was sunk", "sunk"; not "would have sunk"."""
    auxiliaries = helpers(verb)
    if any(a.tag_ == "MD" for a in auxiliaries):
        return False
    return verb.tag_ in ("VBD", "VBN") or any(a.tag_ == "VBD" for a in auxiliaries)


def is_perfect(verb: Token) -> bool:
    """ "Has sunk": told as something new."""
    auxiliaries = helpers(verb)
    has = any(a.lower_ in words("events", "have") for a in auxiliaries)
    return has and verb.tag_ == "VBN" and not any(a.tag_ == "MD" for a in auxiliaries)


def is_news(verb: Token) -> bool:
    """ "Has sunk", "is sinking", "is at sea": told as of the report; not "feels wrong", as ever."""
    auxiliaries = helpers(verb)
    if is_negated(verb) or any(a.tag_ == "MD" for a in auxiliaries):
        return False
    if any(c.tag_ == "PRP" and c.lower_ != "it" and c.dep_ in SUBJECTS for c in verb.children):
        return False  # "you have seen it", at the head of a column
    if is_perfect(verb):
        return True
    goes_on = verb.tag_ == "VBG" or (verb.lemma_ == "be" and child(verb, "attr", "expl") is None)
    return goes_on and any(t.tag_ in ("VBZ", "VBP") for t in (verb, *auxiliaries))
