"""Whether a number counts nothing: it is part of a name, an age, a year, or names what is known already."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.entities.places import demonyms
from sayso.extract.quantities.counted import designates, run
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.verbs import outcome, state

_CODE = re.compile(r"[A-Z]+[0-9]")
_AGES_REACH = 8  # tokens before a number in which "ages" makes it one
_AGES = re.compile(r"\b(?:ages?|aged)\s(?:(?:of|between|from)\s)*(?:\d+\s?(?:,|and|to|or|,\sand)\s?)*$", re.I)
_OLD = re.compile(r"\byears?[\s-]old\b", re.IGNORECASE)
_AND_OLD = re.compile(r"\s?(?:,|\sand|\sor|\sto)\s\d{1,2}[\s-]years?(?:[\s-]olds?|\s+of\s+age)\b", re.I)
_SEVERAL = re.compile(r",\s(?:\d{1,2},\s)*\d{1,2},?\sand\s\d{1,2}(?=\s?[,.;:)]|\s*$)")
_MORE_THAN = re.compile(r"\s+(?:more|fewer|less|higher|lower)\s+than\b|(?:\s\w+\sis\sone)?\stoo\smany", re.I)
_KNOWN_PARTIES = 12  # "the two sides", "the five countries": a definite number up to this one refers back


def is_name(tokens: Tokens, noun: Token | None) -> bool:
    """Whether the number is part of a name or an address: "Flight 370", "11 Metro News", "12 Elm Street"."""
    doc = tokens.doc
    if _address(doc, tokens.end) or designates(tokens.root) or (noun is not None and _capitals(tokens, noun)):
        return True
    if tokens.text[0] in ".0123456789" and _called(doc, tokens):
        return True
    if tokens.text in listed("names", "telephones") and _rung(tokens, noun):
        return True
    if tokens.start == 0:
        return False
    before = doc[tokens.start - 1]
    station = before.lower_ in listed("names", "stations") and tokens.text.isdigit()
    if station and noun is not None and noun.tag_ in ("NN", "NNP"):
        return True
    titled = before.is_title and (not before.is_sent_start or tokens.text.isdigit())
    if before.lower_ in listed("names", "before") and (noun is None or titled):
        return True
    of = noun is None or (tokens.text.isdigit() and noun.dep_ == "pobj" and noun.head.lower_ == "of")
    if noun is not None and noun.lemma_.lower() in listed("names", "machines") and before.is_title:
        placed = doc[max(0, before.left_edge.i - 1)].lower_ in listed("clause", "locative")
        if before.head == noun and before.dep_ in ("nmod", "compound") and not placed:
            return True  # "two Brandt 300 jets"; not "in Lund 12 jets burned"
    return of and tokens.root.dep_ == "nummod" and tokens.root.head.i < tokens.start


def _rung(tokens: Tokens, noun: Token | None) -> bool:
    """Whether it is a number to ring ("a 911 call"), no count: "112 deaths", "112 dead", "rose to 112"."""
    if noun is None:
        above = tokens.root.head.head if tokens.root.dep_ == "pobj" else tokens.root.head
        counted = above.lemma_.lower() in listed("clause", "counting") | listed("clause", "totals") | {"toll"}
        return not counted and not (tokens.end < len(tokens.doc) and state(tokens.doc[tokens.end]))
    return noun.tag_ not in ("NNS", "NNPS") or noun.lemma_.lower() in listed("names", "ringing")


def _capitals(tokens: Tokens, noun: Token) -> bool:
    """Whether a singular proper name follows ("5 News", "55 Freeway"), in a text not all in capitals."""
    if noun.tag_ != "NNP" or noun.i < tokens.end or noun.text in demonyms() or noun.text.isupper():
        return False
    plural = noun.text.endswith("s") and noun.lower_ != "news"
    return not plural and all(token.text[0].isupper() for token in tokens.doc[tokens.end : noun.i + 1])


def _called(doc: Doc, tokens: Tokens) -> bool:
    """Whether what follows makes digits a name or a time: ".40-caliber", "7 tonight", "2 NEWS"."""
    end = tokens.end + (tokens.end < len(doc) and doc[tokens.end].text == "-")
    named = tokens.start > 0 and tokens[0].nbor(-1).pos_ == "PROPN"
    if named and _CODE.match(doc[tokens.end : tokens.end + 1].text):  # "Dash 8 | Q400", not "12 F16 jets"
        return True
    return end < len(doc) and tokens.text != "1" and doc[end].lower_ in listed("names", "behind")


def _address(doc: Doc, end: int) -> bool:
    """Whether "Elm Street" or "block of" follows."""
    end += end < len(doc) and doc[end].text == "-"  # "the 200-block"
    ahead = list(doc[end : end + 4])
    if ahead and ahead[0].lower_ == "block":
        return True
    capitals = [token for token in ahead if token.text[0].isupper()]
    return capitals[:1] == ahead[:1] and any(
        t.lower_.rstrip(".") in listed("names", "street") for t in capitals if t.is_title
    )


# ---- an age ----


def is_bare_age(tokens: Tokens, number: Number) -> bool:
    """Whether a number is an age: "Ann Marrow, 35, of …", "another woman, also 22,", "ages 11 and 15"."""
    start, end, doc = tokens.start, tokens.end, tokens.doc
    ahead = doc[max(0, start - _AGES_REACH) : start].text_with_ws
    if _AGES.search(ahead) or _AND_OLD.match(doc.text, tokens.end_char) or _of_several(tokens):
        return True
    behind = doc[end] if end < len(doc) else None
    closed = behind is None or behind.is_punct or behind.is_space or behind.lower_ in ("of", "and", "from")
    if not closed or not 0 < (number.value or 0) < 120 or start < 2:
        return False
    if doc[start - 1].lower_ in ("another", "others"):  # "one 29 years old, another 52"
        return _OLD.search(doc[doc[start].sent.start : start].text) is not None
    start -= doc[start - 1].lower_ in listed("clause", "also")
    return start > 1 and doc[start - 1].text in (",", "(") and doc[start - 2].tag_.startswith("NN")


def _of_several(tokens: Tokens) -> bool:
    """Whether a number is one of the ages behind several people: "two men, 18 and 20, were hurt"."""
    doc = tokens.doc
    for ages in _SEVERAL.finditer(doc.text, max(0, tokens.start_char - 24), tokens.end_char + 24):
        comma = doc.char_span(ages.start(), ages.start() + 1)
        if comma and comma.start and ages.start() < tokens.start_char and tokens.end_char <= ages.end():
            return doc[comma.start - 1].tag_ in ("NNS", "NNPS")
    return False


def is_age_of_person(tokens: Tokens, end: int) -> bool:
    """Whether an age, which ends at ``end``, describes a person: "a 26-year-old driver"."""
    doc = tokens.doc
    last = doc.char_span(end - 1, end, alignment_mode="expand")
    if last is None or "-" not in doc.text[tokens.end_char : end]:
        return False
    noun = run(doc, last.end)
    return noun is None or noun.pos_ == "PROPN" or noun.lemma_.lower() in listed("people", "ages")


# ---- a year, a difference, what is known ----


def is_year(number: Number, text: str) -> bool:
    """Whether four digits without a comma may be a year."""
    digits = number.span.of(text)
    return number.form == "digits" and len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100


def is_difference(text: str, number: Number) -> bool:
    """Whether a number says by how much another is higher: "one more than first said", "one too many"."""
    return _MORE_THAN.match(text, number.whole.end) is not None


def is_each(tokens: Tokens) -> bool:
    """Whether "one" takes none out: "each one of the deaths", "one of these deaths", "an evacuated one"."""
    doc, end = tokens.doc, tokens.end
    described = any(c.dep_ == "amod" and c.i < tokens.start for c in tokens.root.children)
    if described or doc[end : end + 1].text.lower() != "of":
        return described
    every = tokens.start > 0 and doc[tokens.start - 1].lower_ in listed("clause", "every") | {"the"}
    return every or any(
        outcome(deaths) and these.lower_ in ("these", "those")
        for these, deaths in pairwise(doc[end + 1 : end + 3])
    )


def refers_back(tokens: Tokens, noun: Token, number: Number) -> bool:
    """Whether a small definite number names parties already known: "the two sides"."""
    if number.value is None or number.value > _KNOWN_PARTIES or number.form == "part":
        return False
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "of":
        return False
    left = [child.lower_ for child in noun.lefts] + (
        [tokens.doc[tokens.start - 1].lower_] if tokens.start else []
    )
    return any(word in listed("clause", "definite") for word in left)
