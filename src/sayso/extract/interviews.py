"""Transcripts: which lines go on with the one above that names who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.nlp import Passage

_LABEL = re.compile(r"[\"“]?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+\S")
_LEAST = 3  # lines with labels, one of these twice


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
