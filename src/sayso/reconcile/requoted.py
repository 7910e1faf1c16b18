"""Who says what one report gives to "the nominee": the one whom others quote with the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.data import words
from sayso.model import Attribution, Entity, Report
from sayso.reconcile.passages import shingles
from sayso.reconcile.terms import tokens

NAME = re.compile(r"[A-Z]\w+ [A-Z]")
LONG = 3  # shingles: ten words, one behind the other, in quotation marks


def named(
    attributions: Sequence[Attribution], entities: Iterable[Entity], reports: Iterable[Report]
) -> tuple[Attribution, ...]:
    """The attributions, each quotation of somebody without a name with the person that others name for it."""
    known, texts = {e.id: e for e in entities}, {r.id: r.text for r in reports}
    people = {e.id for e in known.values() if e.kind == "person" and not e.unnamed}
    nameless = {e.id for e in known.values() if _is_nameless(e)}
    told: dict[str, list[int]] = {}
    said: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)  # report and person
    for a in attributions:
        if a.kind == "direct" and a.speaker:
            told[a.id] = shingles(tokens(" ".join(span.of(texts[a.report]) for span in a.content)))
            for shingle in told[a.id] if a.speaker in people else ():
                said[shingle].add((a.report, a.speaker))

    def meant(a: Attribution) -> Attribution:
        listed = told.get(a.id, ()) if a.speaker in nameless else ()
        shared = [who for s in listed if s in said for report, who in said[s] if report != a.report]
        if len(shared) < LONG or len(set(shared)) > 1:
            return a
        person = known[shared[0]]
        return replace(a, speaker=person.id, relay=(person.name, *a.relay[1:]))

    return tuple(map(meant, attributions))


def _is_nameless(e: Entity) -> bool:
    """Whether it may be a person: no body, no group, no document, and no name that was not read as one."""
    paper = words("disputes", "documents") & {*e.name.lower().split()}
    return e.unnamed and e.kind in ("person", "other") and not paper and not NAME.search(e.name)
