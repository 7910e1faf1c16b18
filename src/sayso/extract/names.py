"""Proper names: what the recogniser finds, checked against the gazetteer and against the report itself.

The small model tags towns as persons, swallows neighbours ("Rovan Alone") and is lost in headlines. A report
repeats its names, so it corrects itself: a kind is decided by all occurrences together, a run of names that
stand alone elsewhere is cut, and what was missed is found again wherever the same name stands.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens

from sayso.data import table
from sayso.extract.places import capitals, countries, demonyms, folded, is_place
from sayso.model import EntityKind
from sayso.nlp import Passage
from sayso.span import Span

KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility",
}  # fmt: skip
SENTENCE = 6  # tokens; a shorter line is a heading, where the recogniser guesses


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One occurrence of a proper name."""

    span: Span
    text: str
    kind: EntityKind


def find_names(passages: Sequence[Passage]) -> list[Name]:
    """All proper names of a report, in order, none overlapping another."""
    raw = [name for passage in passages for name in _recognised(passage)]
    known = Counter(name.text for name in raw)
    names = [piece for name in raw for piece in _pieces(name, known)]
    names = [replace(name, kind=kind) for name, kind in zip(names, _kinds(names, passages), strict=True)]
    names = [_with_surname(name, names, passages) for name in names]
    return sorted({*names, *_missed(names, passages)})


def headline_case(text: str) -> bool:
    """Whether capitals say nothing here: most longer words have one, as in a headline."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _recognised(passage: Passage) -> Iterator[Name]:
    if headline_case(passage.doc.text) or len(passage.doc) < SENTENCE:
        return
    for found in passage.doc.ents:
        kind = KINDS.get(found.label_)
        if kind and (span := _cleaned(found)) is not None:
            text = passage.doc.text[span.start : span.end]
            if text not in demonyms() and any(c.isupper() for c in text) and not _generic(found, text):
                yield Name(span.shift(passage.start), text, kind)


def _generic(found: Tokens, text: str) -> bool:
    """ "Media sources", "Defense Minister": a word of a description, no name."""
    return text.lower() in table("names")["not_alone"] and found.root.dep_ in (
        "compound",
        "amod",
        "nmod",
        "poss",
    )


def _cleaned(found: Tokens) -> Span | None:
    """The name without article, possessive and what stands behind a dash."""
    text = re.split(r"\s[-–—]\s|\n", found.text)[0]
    start, end = 0, len(text)
    if match := re.match(r"(?:\S+['’]s\s+(?=\S)|(?:the|an?)\s+|\W)+", text, re.IGNORECASE):
        start = match.end()
    if match := re.search(r"(?:['’]s?|\s|[^\w.)])+$", text[start:]):
        end = start + match.start()
    if "(" not in text[start:end]:
        end = start + len(text[start:end].rstrip(")"))
    return Span(found.start_char + start, found.start_char + end) if start < end else None


def _pieces(name: Name, known: Counter[str]) -> list[Name]:
    """The names that a run consists of, if they also stand alone: else the run itself."""
    words = name.text.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        if known[left] > known[name.text] and (known[right] or folded(right) in countries()):
            at = name.span.start + len(left)
            return [
                Name(Span(name.span.start, at), left, name.kind),
                Name(Span(at + 1, name.span.end), right, name.kind),
            ]
        if known[left] > 2 * known[name.text] and right.lower() in table("names")["not_names"]:
            return [Name(Span(name.span.start, name.span.start + len(left)), left, name.kind)]
        if left and known[right] > known[name.text] and folded(right) in countries():
            at = name.span.start + len(left)
            return [
                Name(Span(name.span.start, at), left, name.kind),
                Name(Span(at + 1, name.span.end), right, name.kind),
            ]
    return [name]


def _kinds(names: Sequence[Name], passages: Sequence[Passage]) -> list[EntityKind]:
    """One kind for all occurrences of a name: the gazetteer's word on towns, then the majority."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    outlets = media()
    for name in names:
        votes[name.text][name.kind] += 1
    surnames = {name.text.split()[-1] for name in names if name.kind == "person" and " " in name.text}

    def kind(text: str) -> EntityKind:
        if folded(text) in outlets:
            return "organisation"
        counted = votes[text]
        if folded(text) in countries():
            return "place"
        last = text.split()[-1].lower()
        if not counted["place"] or " " not in text:
            for head_kind in ("organisation", "facility"):
                if " " in text and last in table("names")[f"{head_kind}_heads"]:
                    return head_kind
        if folded(text) in capitals() and not counted["person"]:
            return "place"
        if (
            text not in surnames
            and counted["person"]
            and (counted["place"] or " " in text)
            and is_place(text)
        ):
            return "place"
        if text in surnames and counted["person"]:
            return "person"
        return max(sorted(counted), key=lambda k: counted[k])

    decided = {text: kind(text) for text in votes}
    decided.update(dict.fromkeys(_placed(decided, names, passages), "place"))
    return [decided[name.text] for name in names]


def _placed(decided: dict[str, EntityKind], names: Sequence[Name], passages: Sequence[Passage]) -> list[str]:
    """Single words tagged as persons that only ever follow "in", "near", "from" … and are towns."""
    before: dict[str, list[str]] = defaultdict(list)
    by_start = {p.start: p for p in passages}
    starts = sorted(by_start)
    for name in names:
        if decided[name.text] == "person" and " " not in name.text:
            passage = by_start[max(s for s in starts if s <= name.span.start)]
            text = passage.doc.text[: name.span.start - passage.start].split()
            before[name.text].append(text[-1].lower() if text else "")
    places = table("names")["before_places"]
    located = {
        text for text, words in before.items() if all(w in ("in", "near", "into", "outside") for w in words)
    }
    return [
        t
        for t, words in sorted(before.items())
        if t in located or (any(w in places for w in words) and is_place(t))
    ]


def _with_surname(name: Name, names: Sequence[Name], passages: Sequence[Passage]) -> Name:
    """ "Maria" before a surname in lower case that the report elsewhere writes with a capital: one name."""
    if " " in name.text or name.kind == "place":
        return name
    passage = next(p for p in passages if p.whole.contains(name.span))
    rest = passage.doc.text[name.span.end - passage.start :]
    if match := re.match(r" ([a-z]{4,})\b", rest):
        surname = match[1].capitalize()
        if any(n.kind == "person" and n.text.split()[-1] == surname for n in names):
            return Name(
                Span(name.span.start, name.span.end + match.end()), f"{name.text} {match[1]}", "person"
            )
    return name


def _missed(names: Sequence[Name], passages: Sequence[Passage]) -> Iterator[Name]:
    """Further occurrences of the names found, of countries, and of outlets."""
    kinds: dict[str, EntityKind] = {name.text: name.kind for name in names if len(name.text) > 1}
    for name in names:
        if name.kind == "person" and len(surname := name.text.split()[-1]) > 3 and surname[0].isupper():
            kinds.setdefault(surname, "person")
    listed = sorted(kinds, key=lambda text: (-len(text), text))
    taken = [name.span for name in names]
    for passage in passages:
        patterns = [_pattern(listed)] if listed else []
        for match in (
            m for pattern in [*patterns, _media_pattern()] for m in pattern.finditer(passage.doc.text)
        ):
            span = Span(match.start(), match.end()).shift(passage.start)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Name(span, match.group(), kinds.get(match.group(), "organisation"))
        for span, text in _countries(passage):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Name(span, text, "place")


def _pattern(texts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, texts)) + r")(?![\w-])")


def _countries(passage: Passage) -> Iterator[tuple[Span, str]]:
    for match in re.finditer(r"\b[A-Z][\w.]*(?: [A-Z][\w.]*)?", passage.doc.text):
        for text in dict.fromkeys((match.group(), match.group().split()[0])):
            bare = text.rstrip(".") if text.count(".") == 1 else text
            if folded(bare) in countries() and bare not in ("Us",):
                yield Span(match.start(), match.start() + len(bare)).shift(passage.start), bare
                break


@cache
def media() -> dict[str, str]:
    """Folded name or alias of an outlet or agency → its name."""
    return {
        folded(alias): outlet["name"]
        for outlet in table("outlets")["outlet"]
        for alias in (outlet["name"], *outlet.get("aliases", ()))
    }


@cache
def _media_pattern() -> re.Pattern[str]:
    outlets = table("outlets")["outlet"]
    names = {alias for outlet in outlets for alias in (outlet["name"], *outlet.get("aliases", ()))}
    return _pattern(sorted((n for n in names if n[0].isupper() and len(n) > 2), key=lambda n: (-len(n), n)))
