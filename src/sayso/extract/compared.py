"""What something is set against: "71 percent, up from 64 percent in 2020". It has dates of its own."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.data import words


def set_against(token: Token) -> Token | None:
    """The "from" or "than" under which a date or an amount stands, with nothing but amounts between."""
    for above in (token, *token.ancestors):
        if above.lower_ in words("events", "against") and above.pos_ in ("ADP", "SCONJ"):
            return above
        counted = any(c.dep_ == "nummod" for c in above.children)
        if above is not token and not (counted or above.pos_ in ("ADP", "NUM", "SYM")):
            return None
    return None
