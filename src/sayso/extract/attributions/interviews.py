"""Interviews and transcripts: whose a line with a label is ("Q: …"), and which lines go on with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.extract.entities.kinds import Name
from sayso.nlp import Passage
from sayso.span import Span

_QUESTION = re.compile(r"(?:Q|Question|QUESTION):\s")
_ANSWER = re.compile(r"(A|Answer|ANSWER):\s")
_LABEL = re.compile(r"[\"“]?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+\S")
_LEAST = 3  # lines with labels, one of these twice


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


def lines_below(passages: Sequence[Passage]) -> dict[int, int]:
    """Each line between two with labels → the one above that has its label, by place among ``passages``.

    Not what is set in brackets, nor a heading; behind the last label nobody can say where the answer ends.
    """
    labels = {n: match[1] for n, p in enumerate(passages) if (match := _LABEL.match(p.text))}
    often = Counter(labels.values())
    if len(labels) < _LEAST or max(often.values()) < 2:
        return {}
    below, above = dict[int, int](), -1
    last = max(n for n, label in labels.items() if often[label] > 1)
    for n, passage in enumerate(passages[:last]):
        if n in labels:
            above = n
        elif above >= 0 and passage.text[0] not in "([" and passage.text.rstrip("\"”’'")[-1:] in ".!?…":
            below[n] = above
    return below
