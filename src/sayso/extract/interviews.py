"""Whose the answers of an interview are: "Q: How many were hurt?", "A: We have treated 140 people."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.name_kinds import Name
from sayso.nlp import Passage
from sayso.span import Span

_QUESTION = re.compile(r"(?:Q|Question|QUESTION):\s")
_ANSWER = re.compile(r"(A|Answer|ANSWER):\s")


def find_answering(names: Sequence[Name], passages: Sequence[Passage]) -> Iterator[Name]:
    """Each label of an answer as a name: that of the only person named before the questions, else its own."""
    first = next((passage.start for passage in passages if _QUESTION.match(passage.text)), None)
    if first is None:
        return
    people = [n.text for n in names if n.kind == "person" and n.span.start < first]
    fullest = max(people, key=lambda text: len(text.split()), default="")
    one = all(text in fullest for text in people)
    for passage in passages:
        if passage.start > first and (match := _ANSWER.match(passage.text)):
            label = Span(*match.span(1)).shift(passage.start)
            yield Name(label, fullest if fullest and one else match[1], "person")
