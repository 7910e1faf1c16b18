"""Different words for the same referent, by report.

Families of such words are data; there is no judgement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.data import table, words
from sayso.model import Entity, Evidence, Report
from sayso.reconcile.phrases import compounds, named
from sayso.reconcile.terms import body, folded, tokens
from sayso.span import Span
from sayso.story import Variant, Voice, Wording

PLACES = 8


@dataclass(frozen=True, slots=True)
class Family:
    """Words for one kind of thing: the pattern of all, and that of each way to put it."""

    referent: str
    pattern: re.Pattern[str]
    ways: tuple[str, ...]  # made patterns where one is met: there are hundreds
    begins: tuple[str, ...]  # what its words begin with; one that is empty may be any
    weak: re.Pattern[str] | None  # words that mean it only beside others of the family

    def meant(self, variants: Iterable[Variant]) -> tuple[Variant, ...]:
        """The variants without weak words in reports that use no other."""
        listed = list(variants)
        sure = {v.evidence.report for v in listed if not (self.weak and self.weak.fullmatch(v.text))}
        return tuple(v for v in listed if v.evidence.report in sure)

    def way(self, text: str) -> int | None:
        """Which way of putting it a text is: "died" and "deaths" are one."""
        return next((n for n, way in enumerate(self.ways) if _pattern(way).fullmatch(text)), None)


def find_wording(
    reports: Sequence[Report], entities: Sequence[Entity], voices: Iterable[Voice] = ()
) -> tuple[Wording, ...]:
    """Every family, phrase, entity and voice of a figure for which reports use different words."""
    texts = {report.id: report for report in reports}
    names = {e for body in entities if _is_body(body) for e in body.mentions}
    hits = [hit for report in texts.values() for hit in _hits(report) if not _in_name(hit[1], names)]
    shown = [(f, f.meant(v for name, v in hits if name == f.referent)) for f in _families()]
    found = [
        Wording(family.referent, _first(variants))
        for family, variants in shown
        if _differ((family.way(v.text), v) for v in variants)
    ]
    found = [w for n, w in enumerate(found) if not any(_within(w, other) for other in found[:n])]
    of_one = _phrases(hits, entities, texts)
    called = [Wording(entity.name, _labels(entity, texts)) for entity in entities if _is_body(entity)]
    called += _voices(voices, {entity.id: entity for entity in entities}, texts)
    return (*found, *of_one, *(w for w in called if _differ((_plain(v.text), v) for v in w.variants)))


def _voices(
    voices: Iterable[Voice], entities: Mapping[str, Entity], texts: Mapping[str, Report]
) -> list[Wording]:
    """What the probable one voice behind a figure is called: "local authorities", "health officials"."""
    joined = {(voice.entity, *voice.others): voice.name for voice in voices if voice.entity and voice.others}
    found: list[Wording] = []
    for ids, name in sorted(joined.items()):
        variants = [variant for id_ in sorted(ids) for variant in _labels(entities[id_], texts)]
        said = [set(tokens(_plain(variant.text))) for variant in variants]
        whole = (v for v, mine in zip(variants, said, strict=True) if not any(mine < other for other in said))
        found.append(Wording(f"{name} (probably one)", tuple(whole)))
    return found


def _phrases(
    hits: Sequence[tuple[str, Variant]], entities: Sequence[Entity], texts: Mapping[str, Report]
) -> list[Wording]:
    """Words of one family before the same noun, or beside the same name, in different reports."""
    known = {family.referent: family for family in _families()}
    who = _marked("role") | _marked("people")
    people = [hit for hit in hits if hit[0] in who]
    things = [hit for hit in hits if hit[0] in who | _marked("event")]
    groups: defaultdict[tuple[str, str], list[tuple[Variant, str]]] = defaultdict(list)
    for referent, of, phrase, word in (*compounds(people, texts), *named(things, entities, texts)):
        groups[referent, of].append((phrase, word))
    made: dict[tuple[Variant, ...], Wording] = {}
    for (referent, of), group in sorted(groups.items()):
        ways = {phrase: known[referent].way(word) for phrase, word in group}
        variants = _first(ways)
        if _differ((ways[v], v) for v in variants):
            made.setdefault(variants, Wording(f"{referent}: {of}", variants))
    return list(made.values())


def _marked(how: str) -> frozenset[str]:
    return frozenset(family["referent"] for family in table("wording")["family"] if family.get(how))


@cache
def _families() -> tuple[Family, ...]:
    return tuple(_family(listed) for listed in table("wording")["family"])


def _family(listed: Mapping[str, Any]) -> Family:
    ways = [_ways([way]) for way in listed["words"]]
    weak = _ways(listed.get("weak", []))
    return Family(
        listed["referent"],
        re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE),
        tuple(ways),
        tuple(
            _beginning(word) for way in listed["words"] for word in (way if isinstance(way, list) else [way])
        ),
        re.compile(weak, re.IGNORECASE) if weak else None,
    )


@cache
def _pattern(way: str) -> re.Pattern[str]:
    return re.compile(way, re.IGNORECASE)


def _beginning(word: str) -> str:
    """The letters with which all that a word stands for begins."""
    letters = re.match(r"[a-z]*", word)
    plain = letters[0] if letters else ""
    return plain[:-1] if word[len(plain) : len(plain) + 1] == "?" else plain


def _ways(listed: Sequence[Any]) -> str:
    """One pattern of words and of lists of words."""
    return "|".join(map(_regex, _flat(listed)))


def _flat(listed: Sequence[Any]) -> list[str]:
    return [word for way in listed for word in (way if isinstance(way, list) else [way])]


def _regex(word: str) -> str:
    return word.replace("*", r"[a-z]*").replace(" ", r"\s+").replace("\\s+?", r"\s?")


def _hits(report: Report) -> list[tuple[str, Variant]]:
    """The words of all families in a report; within "prisoner exchange" there is no "prisoner"."""
    begun = sorted(set(tokens(report.text)))
    families = [family for family in _families() if any(_has(begun, start) for start in family.begins)]
    found = sorted(
        (Span(*hit.span()), family.referent, hit[0])
        for span in body(report)
        for family in families
        for hit in family.pattern.finditer(report.text, span.start, span.end)
    )
    kept: list[tuple[str, Variant]] = []
    for span, referent, text in found:
        longer = any(other.contains(span) and other != span for other, _, _ in found)
        if not longer:
            kept.append((referent, Variant(text, Evidence(report.id, span))))
    return kept


def _in_name(variant: Variant, names: Set[Evidence]) -> bool:
    """Whether the word is a part of a name and no body: "Continental Review" is no inquiry."""
    at, bodies = variant.evidence, words("names", "organisation_heads")
    if not variant.text[0].isupper() or not bodies.isdisjoint(tokens(variant.text)):
        return False
    return any(n.report == at.report and n.span.contains(at.span) and n.span != at.span for n in names)


def _has(begun: Sequence[str], start: str) -> bool:
    """Whether one of some sorted words begins so."""
    at = bisect_left(begun, start)
    return at < len(begun) and begun[at].startswith(start)


def _first(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """The first ``PLACES`` places of each word in each report."""
    found: defaultdict[tuple[str, str], list[Variant]] = defaultdict(list)
    for variant in variants:
        found[variant.evidence.report, folded(variant.text)].append(variant)
    return tuple(variant for key in sorted(found) for variant in found[key][:PLACES])


def _within(one: Wording, other: Wording) -> bool:
    """Whether all its words are shown with another family already."""
    return {v.evidence for v in one.variants} <= {v.evidence for v in other.variants}


def _is_body(entity: Entity) -> bool:
    """Whether it is worth a look how it is called: a person's names differ by how much of them is told."""
    return not entity.unnamed and entity.kind != "person"


def _labels(entity: Entity, reports: Mapping[str, Report]) -> tuple[Variant, ...]:
    """How the reports call an entity, pronouns left out."""
    first: dict[tuple[str, str], Variant] = {}
    pronouns = words("function_words", "pronouns")
    for mention in entity.mentions:
        said = mention.span.of(reports[mention.report].text)
        if folded(said) not in pronouns:
            first.setdefault((mention.report, folded(said)), Variant(said, mention))
    return tuple(first[key] for key in sorted(first))


def _differ(put: Iterable[tuple[object, Variant]]) -> bool:
    """At least two ways to put it, not all in one report."""
    used: defaultdict[object, set[str]] = defaultdict(set)
    for way, variant in put:
        used[way].add(variant.evidence.report)
    return len(used) > 1 and len(set.union(*used.values())) > 1


def _plain(text: str) -> str:
    return re.sub(r"^(the|a|an)\s+", "", folded(text))


@cache
def families(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The families marked ``role`` or ``near``: referent, and the pattern of its words."""
    return tuple((f.referent, f.pattern) for f in _families() if f.referent in _marked(kind))


@lru_cache(maxsize=4096)
def contested(words: str) -> str | None:
    """The referent of the family that a noun phrase ends with a word of, where the choice may take a side."""
    last = folded(words).split(" ")[-1]
    taking = _marked("role") | {"the dead"}
    return next((f.referent for f in _families() if f.referent in taking and f.pattern.fullmatch(last)), None)
