"""Whom a lone surname means where a report names several who bear it.

News calls by the bare surname whom a report is about, and whoever speaks; others of the family come in by
their full names ("his wife, Ana Quill"), and the next bare "Quill" is still who it was before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from sayso.data import table
from sayso.extract.entities.persons import Gender, gender_of
from sayso.nlp import Passage
from sayso.span import Span

NEAR = 300  # characters within which a sentence goes on about whom the one before was about
SPOKE = 2000  # the same for who speaks


class Namesakes:
    """The people of one surname, told apart by what stands around each mention of them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages

    def meant(self, span: Span, people: Sequence[Collection[Span]]) -> int:
        """Which of several people, each given by the mentions that are sure, a lone surname means."""
        told = self._gender([span])
        fitting = [n for n, said in enumerate(people) if not told or self._gender(said) in (None, told)]
        among = [n for n in fitting if told and self._gender(people[n]) == told] or fitting
        known = [(n, s) for n in among or range(len(people)) for s in people[n] if s < span]
        if not known:
            return (among or [0])[0]
        speaking = [(n, s) for n, s in known if self._speaks(s) and span.start - s.end < SPOKE]
        told_of = [(n, s) for n, s in known if self._is_subject(s) and span.start - s.end < NEAR]
        for near in (speaking if self._speaks(span) else [], told_of):
            if near:
                return max(near, key=lambda pair: pair[1])[0]
        counts = {n: sum(1 for one, _ in known if one == n) for n, _ in known}
        return max(counts, key=lambda n: (counts[n], max(s for one, s in known if one == n)))

    def _gender(self, said: Iterable[Span]) -> Gender | None:
        """What the word before a name tells: "Mr.", "wife"."""
        told = {gender_of(word.lower_) for word in map(self._before, said) if word is not None}
        return "female" if "female" in told else "male" if "male" in told else None

    def _before(self, span: Span) -> Token | None:
        token = self._token(span)
        while token is not None and token.i and token.nbor(-1).text == ",":  # "his wife, Ana Quill"
            token = token.nbor(-1)
        return token.nbor(-1) if token is not None and token.i else None

    def _token(self, span: Span, last: bool = False) -> Token | None:
        at = bisect_right(self._passages, span.start, key=lambda p: p.start) - 1
        found = self._passages[at].tokens(span) if at >= 0 else None
        return found[-1 if last else 0] if found is not None and len(found) else None

    def _noun(self, span: Span) -> Token | None:
        """The head of the phrase that a name ends: "her brother, | Tor Quill"."""
        token = self._token(span, last=True)
        while token is not None and token.dep_ == "appos":
            token = token.head
        return token

    def _is_subject(self, span: Span) -> bool:
        """Whether a sentence is about who is named."""
        token = self._token(span, last=True)
        return (
            token is not None and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "conj")
        )

    def _speaks(self, span: Span) -> bool:
        token = self._noun(span)
        return token is not None and token.dep_ == "nsubj" and token.head.lemma_.lower() in _saying()


@cache
def _saying() -> frozenset[str]:
    cues = table("cues")
    return frozenset((*cues["clause"]["assert"], *cues["quotation"]["assert"], "speak", "talk"))
