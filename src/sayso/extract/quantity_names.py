"""Whether a number is part of a name, an address or a time, and counts nothing."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.places import demonyms
from sayso.extract.quantity_patterns import listed


def is_name(tokens: Tokens, noun: Token | None) -> bool:
    """Whether the number is part of a name or an address: "Flight 370", "11 Metro News", "12 Elm Street"."""
    doc = tokens.doc
    if _address(doc, tokens.end) or (noun is not None and _capitals(tokens, noun)):
        return True
    if tokens.text[0] in ".0123456789" and (_called(doc, tokens) or _of_a_model(doc, tokens)):
        return True
    if tokens.text in listed("names", "telephones") and (noun is None or _rung(noun)):
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
    return noun is None and tokens.root.dep_ == "nummod" and tokens.root.head.i < tokens.start


def _rung(noun: Token) -> bool:
    """Whether "a 911 call" or "the 112 operator" may follow a number to ring; "112 deaths" are counted."""
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
    return end < len(doc) and tokens.text != "1" and doc[end].lower_ in listed("names", "behind")


def _of_a_model(doc: Doc, tokens: Tokens) -> bool:
    """Whether letters before digits make them the name of a model: "AK 47", "MiG - 29"."""
    at = tokens.start - 1 - (tokens.start > 1 and doc[tokens.start - 1].text == "-")
    return at >= 0 and doc[at].text in listed("names", "models")


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
