"""A count that goes on with other places: "12 died in Ostry, 4 in Tarn", "Ostry (1,200), Brell (900)"."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.data import words
from sayso.extract.entities.described import kind_of
from sayso.extract.quantities.patterns import listed

_LIST = 40  # tokens before and behind a place in which others are listed with theirs
_NAME = 7  # tokens behind a number in which the name of its place stands


def elsewhere(tokens: Tokens) -> bool:
    """Whether a bare number goes on with another place: "12 died in Ostry, | 4 | in Tarn and | 3 | in Brell".

    So do "Ostry (1,200), Brell (900)"; where none is that high they may be ages.
    """
    root, doc = tokens.root, tokens.doc
    there = doc[tokens.end] if tokens.end < len(doc) else root
    if there.lower_ == "against" and tokens.start and tokens[0].nbor(-1).lower_ == "and":
        return not any(there.children)  # "70 votes in favour and | 54 | against"
    if tokens.start and tokens[0].nbor(-1).lower_ == "not":  # "40 died, not | 30 |, as the port had said"
        return there == root or there.text in (",", ";", ".", "as")
    joined = {t.text for t in doc[max(0, tokens.start - 3) : tokens.start]}  # "and at least 3"
    if (name := place_of(tokens)) is None:
        within = root.dep_ == "conj" and there.head == root and there.lower_ in ("in", "at", "near")
        name = next((t for t in there.subtree if t.pos_ == "PROPN"), None) if within else None
        return "and" in joined and name is not None and _ends(doc, there.right_edge.i + 1)
    if name.i < tokens.start:
        near = doc[max(0, name.i - _LIST) : name.i + _LIST]
        bracketed = [t for t in near if t.like_num and _in_brackets(doc[t.i : t.i + 1])]
        return len(bracketed) > 1 and any(len(t.text) > 3 for t in bracketed)
    return bool(joined & {"and", ",", ";", ":"}) and _ends(doc, _own(tokens)[-1].i + 1)


def _ends(doc: Doc, at: int) -> bool:
    """Whether nothing is said of those in a place that ends here: "4 in Tarn | province |, | …"."""
    behind = "".join(t.text for t in doc[at : at + 2] if t.pos_ != "NOUN")
    return behind[:3] in ("and", "") or not behind[0].isalnum()


def place_of(tokens: Tokens) -> Token | None:
    """The last word of the place that a bare number names as its own: "4 in | Tarn", "| Tarn | (1,200)"."""
    where = dropwhile(lambda t: not t.is_title or t.lower_ == "the", _own(tokens))
    name = [*takewhile(lambda t: t.is_title, where)][-1:]  # "in the port of | Tarn"
    if not name or name[0].ent_type_ in ("DATE", "TIME", "EVENT", "NORP"):
        return None
    return name[0] if kind_of(name[0]) != "organisation" else None  # "in Congress"


def _own(tokens: Tokens) -> list[Token]:
    """The words in which a bare number may name its place: "4 in | the Tarn district of Brell |"."""
    if _in_brackets(tokens):
        return [tokens.doc[tokens.start - 2]]
    ahead = tokens.doc[tokens.end :][:_NAME]
    behind = [*dropwhile(lambda t: t.lower_ in ("more", "others", "of", "them"), ahead)]
    there = bool(behind) and behind[0].lower_ in ("in", "at", "near")
    within = listed("clause", "within") | words("names", "loose_place")
    return [*takewhile(lambda t: t.is_title or t.lower_ in within, behind[1:] if there else ())]


def unnamed(tokens: Tokens) -> bool:
    """Whether the place of a bare number has no name: "40 died in Orrin and | two | in a nearby town"."""
    around = [t.lower_ for t in tokens.doc[max(0, tokens.start - 1) :][: len(tokens) + 5]]
    kinds = (listed("clause", "within") | words("names", "loose_place")) - {"the", "of"}
    apart = around[0] == "and" and around[len(tokens) + 1 :][:1] in (["in"], ["at"], ["near"])
    return apart and not kinds.isdisjoint(around)


def is_of_number(place: Token) -> bool:
    """Whether another number names it as its own: "40 died: 22 in | Orrin |"."""
    near = place.doc[max(0, place.i - _NAME) : place.i + 3]
    numbers = (t.doc[t.i : t.i + 1] for t in near if t.like_num and t.ent_type_ != "DATE")
    return any(place in _own(number) and place_of(number) is not None for number in numbers)


def _in_brackets(tokens: Tokens) -> bool:
    around = tokens.doc[max(0, tokens.start - 1) : tokens.end + 1]
    return tokens.start > 1 and (around[0].text, around[-1].text) == ("(", ")")
