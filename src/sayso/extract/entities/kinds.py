"""Of what kind a name is: decided by all its occurrences together, with the gazetteer's word on towns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.data import table, words
from sayso.extract.entities.persons import given
from sayso.extract.entities.places import capitals, countries, folded, is_place
from sayso.model import EntityKind
from sayso.nlp import Passage
from sayso.outlets import outlets
from sayso.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One occurrence of a proper name."""

    span: Span
    text: str
    kind: EntityKind


def kinds_of(names: Sequence[Name], passages: Sequence[Passage]) -> list[EntityKind]:
    """One kind for all occurrences of a name: the gazetteer's word on towns, then the majority."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.kind] += 1
    known = (n.text for n in names if " " in n.text and (n.kind == "person" or given("person", n.text)))
    surnames = {folded(text.split()[-1]) for text in known}
    before = _words_before(names, passages)
    placing = table("names")["before_places"]

    def kind(text: str) -> EntityKind:
        counted = votes[text]
        if folded(text) in media() and not (folded(text) in surnames and _most(counted) == "person"):
            return "organisation"
        if folded(text) in countries():
            return "place"
        last = text.split()[-1].lower()
        called = not words("sources", "introducing").isdisjoint(before[text]) and not given("person", text)
        if " " in text and (called or last in words("names", "companies")):
            return "organisation"  # "the charity Second Harbour"
        if not counted["place"] or " " not in text:
            for head_kind in ("organisation", "facility"):
                if " " in text and last in table("names")[f"{head_kind}_heads"]:
                    return head_kind
        if given("person", text) and not (counted["facility"] or is_place(text)):
            return "person"
        if " " not in text and not words("names", "sure_titles").isdisjoint(before[text]):
            return "person"
        if " " in text and text.split()[0].lower() in words("names", "sure_titles"):
            return "person"  # "Constable Tor Hale", taken for a body
        if folded(text) in capitals() and not counted["person"]:
            return "place"
        town = counted["person"] and (counted["place"] or " " in text) and is_place(text)
        if town and folded(text) not in surnames:
            return "place"
        if folded(text) in surnames and (counted["person"] or not is_place(text)):
            return "person"
        if folded(text) in surnames and 2 * sum(w in placing for w in before[text]) < len(before[text]):
            return "person"  # "Clinton" beside "Hillary Clinton", though there are towns of that name
        return _most(counted)

    decided = {text: kind(text) for text in votes}
    own = [(text, k) for text, k in decided.items() if folded(text) not in surnames]
    decided.update((text, "place") for text, k in own if _is_placed(text, k, before[text]))
    return [decided[name.text] for name in names]


def _most(counted: Counter[EntityKind]) -> EntityKind:
    return max(sorted(counted), key=lambda k: counted[k])


def _words_before(names: Sequence[Name], passages: Sequence[Passage]) -> Mapping[str, list[str]]:
    """The word before each occurrence of a name, folded; of "the town of" two."""
    before: dict[str, list[str]] = defaultdict(list)
    for name in names:
        passage = holding(passages, name.span)
        at = name.span.start - passage.start
        text = passage.text[max(0, at - 40) : at].split()
        before[name.text].append(" ".join(text[-2 if text[-1:] == ["of"] else -1 :]).lower())
    return before


def _is_placed(name: str, kind: EntityKind, before: Sequence[str]) -> bool:
    """Whether a word tagged as a person follows "in" or "near", or "from", "at" … and is a town.

    A body must do so more often: there are "shares in Quillex". "Confidence in Quill": no surname is asked.
    """
    inside, around = (sum(w in words("names", key) for w in before) for key in ("inside", "before_places"))
    sure, town = not words("names", "placing").isdisjoint(before), is_place(name)
    if kind == "person":
        return " " not in name and (sure or inside > 0 or (town and around > 0))
    known = folded(name) in media() or name.lower() in words("names", "organisation_heads")
    mostly = sure or (inside > 0 and (town or (inside > 1 and 2 * around >= len(before))))
    return kind == "organisation" and mostly and name.isalpha() and name.istitle() and not known


def holding(passages: Sequence[Passage], span: Span) -> Passage:
    """The passage in which a span stands."""
    return passages[bisect_right(passages, span.start, key=lambda p: p.start) - 1]


@cache
def media() -> dict[str, str]:
    """Folded name or alias of an outlet or agency → its name."""
    return {folded(name): outlet.name for outlet in reversed(outlets()) for name in outlet.names}
