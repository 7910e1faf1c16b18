"""The armed forces of a country, as reports speak of them: "the Peruvian army", "Peru's military".

A country has them once. A branch of its own name ("the British Army", the Air Force) is another body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.places import country, demonyms
from sayso.nlp import Passage
from sayso.span import Span

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 5  # words: "the United States ' armed forces"


def armed_forces(said: Sequence[str]) -> tuple[str, int] | None:
    """The country whose armed forces the end of ``said`` names, and the number of its first word."""
    bodies = words("sources", "armed_forces")
    heads = (
        n for n in (2, 1) if n <= len(said) and " ".join(said[-n:]).lower() in bodies and said[-1] != "Army"
    )
    if (length := next(heads, None)) is None:
        return None
    end = len(said) - length
    end -= bool(end and said[end - 1] in _POSSESSIVE)
    for start in (end - 2, end - 1):
        text = " ".join(said[max(0, start) : end])
        state = demonyms().get(text) or country(text)
        before = said[start - 1].lower() if start > 0 else ""
        if state and start >= 0 and before not in words("sources", "not_its_own"):
            return state, start
    return None


def of_token(head: Token) -> str | None:
    """The country whose armed forces a noun and the words before it name."""
    found = armed_forces(_until(head))
    return found[0] if found else None


def mentions(passage: Passage) -> Iterator[tuple[str, Span, str]]:
    """Every mention of a country's armed forces: the country, where, the words."""
    heads = {body.split()[-1] for body in words("sources", "armed_forces")}
    for token in passage.doc:
        if token.lower_ in heads and token.dep_ != "compound":
            said = _until(token)
            if found := armed_forces(said):
                state, start = found
                span = passage.span(passage.doc[token.i + 1 - len(said) + start : token.i + 1])
                yield state, span, passage.words(span)


def _until(head: Token) -> list[str]:
    return [token.text for token in head.doc[max(0, head.i + 1 - _LONGEST) : head.i + 1]]
