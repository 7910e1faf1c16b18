"""What a number counts: the noun that the parse or the word order gives, and whether it counts anything at all."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.data import table
from sayso.extract.numbers import Number

_MODIFYING = frozenset(
    {"nummod", "compound", "amod", "quantmod", "predet", "det", "nmod", "advmod", "npadvmod", "dep"}
)
_NOUNS = ("NOUN", "PROPN")
_DEFINITE = frozenset(
    {"the", "these", "those", "his", "her", "its", "their", "our", "my", "your", "both", "other"}
)
_KNOWN_PARTIES = 12  # "the two sides", "the five countries": a definite number up to this one refers back


def noun_of(doc: Doc, tokens: Tokens) -> Token | None:
    """The noun that the number ``tokens`` counts; None where none stands with it ("killed 12")."""
    end = tokens.end
    if end < len(doc) and doc[end].lower_ == "of":
        objects = [child for child in doc[end].children if child.dep_ == "pobj"]
        return objects[0] if objects and objects[0].pos_ in (*_NOUNS, "PRON") else _run(doc, end + 1)
    root = tokens.root
    head = root.head
    if (
        root.dep_ in _MODIFYING
        and end <= head.i < end + 7
        and head.pos_ in _NOUNS
        and _joined(doc, end, head.i)
    ):
        return head
    return _run(doc, end)


def _joined(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but words and hyphens stands between: no new phrase begins."""
    return all(not t.is_punct or t.text in "-–,'’\"" for t in doc[start:end])


def _run(doc: Doc, start: int) -> Token | None:
    """The last noun of the unbroken run of adjectives and nouns from token ``start`` on."""
    found, i = None, start
    while (
        i < len(doc)
        and i < start + 7
        and (doc[i].pos_ in ("ADJ", *_NOUNS) or doc[i].text == "-" or doc[i].is_space)
    ):
        if doc[i].pos_ in _NOUNS and not (found and doc[i].dep_ in ("npadvmod",)):
            found = doc[i]
        i += 1
    return found


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """One word list of the lexicon."""
    return frozenset(table("quantities")[section][key])


def is_name(doc: Doc, tokens: Tokens, noun: Token | None) -> bool:
    """Whether the number is part of a name or an address: "Flight 370", "Highway 35", "12 Elm Street"."""
    if _address(doc, tokens.end):
        return True
    if tokens.start == 0:
        return False
    before = doc[tokens.start - 1]
    if before.lower_ in listed("names", "before") and (
        noun is None or (before.is_title and not before.is_sent_start)
    ):
        return True
    return noun is None and tokens.root.dep_ == "nummod" and tokens.root.head.i < tokens.start


def _address(doc: Doc, end: int) -> bool:
    """Whether "Elm Street" or "block of" follows."""
    ahead = [token for token in doc[end : end + 4]]
    if ahead and ahead[0].lower_ == "block":
        return True
    capitals = [token for token in ahead if token.text[0].isupper()]
    return capitals[:1] == ahead[:1] and any(
        t.lower_.rstrip(".") in listed("names", "street") for t in capitals if t.is_title
    )


def is_year(number: Number, text: str) -> bool:
    """Whether four digits without a comma may be a year."""
    digits = number.span.of(text)
    return number.form == "digits" and len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100


def refers_back(tokens: Tokens, noun: Token, number: Number) -> bool:
    """Whether a small definite number names parties already known: "the two sides"."""
    if number.value is None or number.value > _KNOWN_PARTIES:
        return False
    left = [child.lower_ for child in noun.lefts] + (
        [tokens.doc[tokens.start - 1].lower_] if tokens.start else []
    )
    return any(word in _DEFINITE for word in left)
