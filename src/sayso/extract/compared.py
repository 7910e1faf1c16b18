"""What something is set against: "71 percent, up from 64 percent in 2020". It has dates of its own."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.data import words


def set_against(token: Token) -> Token | None:
    """The "from" or "than" under which a date or an amount stands, with nothing but amounts between."""
    for above in (token, *token.ancestors):
        joins = above.pos_ in ("ADP", "SCONJ") or above.dep_ == "prep"  # "compared with"
        if above.lower_ in words("events", "against") and joins:
            return above
        if above.lower_ == "as" and any(c.lower_ == "as" for c in above.head.children if c != above):
            return above  # "twice as many as in 2031"
        counted = above.lower_ == "time" or any(c.dep_ == "nummod" for c in above.children)
        if above is not token and not (counted or above.pos_ in ("ADP", "NUM", "SYM", "ADV")):
            break  # "from 22 a year earlier"
    ahead = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    sums = (set_against(t) for t in ahead if t.ent_type_ in ("MONEY", "PERCENT"))  # "against $22 | last year"
    return next((by for by in sums if by is not None and by.doc[by.i - 1].text == ","), None)


def is_given(verb: Token) -> bool:
    """ "17, and not seven, as was reported on Thursday": of what was said before."""
    as_said = any(c.dep_ == "mark" and c.lower_ in ("as", "than") for c in verb.children)
    return verb.dep_ == "advcl" and as_said and verb.lemma_.lower() in words("events", "given_as")
