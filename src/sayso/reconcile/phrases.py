"""Words of one family within a phrase: what they are said of tells that the same is meant.

"The refugee camp" and "the migrant camp" are one camp, "Rovan fighters" and "Rovan rebels" the same people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.data import words
from sayso.model import Entity, Evidence, Report
from sayso.reconcile.terms import stem
from sayso.span import Span
from sayso.story import Variant

Hit = tuple[str, Variant]  # the family's referent, and one of its words
Phrase = tuple[str, str, Variant, str]  # referent, what the word is said of, the phrase, the word

HEAD = re.compile(r"[ \n]([a-z][a-z-]{2,})\b")
OF = re.compile(r"\s+(?:in|on|of|against|at|into|for|by)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,2}|\s+|,\s+")
BEFORE = re.compile(r"(?:['’]s)?\s+(?:[a-z]+\s+){0,2}")
NEAR = 40  # characters between a word and a name
VERBAL = ("ed", "ing", "ly")


def compounds(hits: Iterable[Hit], texts: Mapping[str, Report]) -> Iterator[Phrase]:
    """ "Hostage exchange": a word for people, and the noun before which it stands."""
    for referent, variant in hits:
        span, text = variant.evidence.span, texts[variant.evidence.report].text
        after = HEAD.match(text, span.end)
        if after and not variant.text.endswith("s") and _is_noun(after[1]):
            whole = Span(span.start, after.end())
            phrase = Variant(whole.of(text), Evidence(variant.evidence.report, whole))
            yield referent, stem(after[1]), phrase, variant.text


def _is_noun(word: str) -> bool:
    return not word.endswith(VERBAL) and not any(
        word in words("function_words", kind) for kind in ("words", "finite", "negations")
    )


def named(hits: Iterable[Hit], entities: Iterable[Entity], texts: Mapping[str, Report]) -> Iterator[Phrase]:
    """ "The operation in Rovan", "Rovan's fighters": a word and the name beside which it stands."""
    places = _places(entities)
    for referent, variant in hits:
        report, span = variant.evidence.report, variant.evidence.span
        for place, name in _beside(places.get(report, []), span):
            whole = Span(min(span.start, place.start), max(span.end, place.end))
            if _joined(texts[report].text, span, place):
                yield (
                    referent,
                    name,
                    Variant(whole.of(texts[report].text), Evidence(report, whole)),
                    variant.text,
                )
                break


def _places(entities: Iterable[Entity]) -> Mapping[str, list[tuple[Span, str]]]:
    """Where each report names somebody or something, in order."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        if not entity.unnamed and entity.kind != "person":
            for mention in entity.mentions:
                found[mention.report].append((mention.span, entity.name))
    return {report: sorted(listed) for report, listed in found.items()}


def _beside(places: Sequence[tuple[Span, str]], span: Span) -> Iterator[tuple[Span, str]]:
    at = bisect_left(places, (span, ""))
    for place, name in places[max(0, at - 2) : at + 2]:
        if -NEAR <= place.start - span.end <= NEAR or -NEAR <= span.start - place.end <= NEAR:
            yield place, name


def _joined(text: str, word: Span, name: Span) -> bool:
    """Whether only little words stand between the two."""
    if word.end <= name.start:
        return OF.fullmatch(text, word.end, name.start) is not None and text[name.start].isupper()
    between = BEFORE.fullmatch(text, name.end, word.start) if name.end <= word.start else None
    return between is not None and words("function_words", "words").isdisjoint(between[0].split())
