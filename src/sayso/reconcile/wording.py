"""Different words for the same referent, by report.

Families of such words are data; there is no judgement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.data import table, words
from sayso.model import Entity, Evidence, Report
from sayso.reconcile.terms import body, folded
from sayso.span import Span
from sayso.story import Variant, Wording

PLACES = 8


@dataclass(frozen=True, slots=True)
class Family:
    """Words for one kind of thing: the pattern of all, and that of each way to put it."""

    referent: str
    pattern: re.Pattern[str]
    ways: tuple[re.Pattern[str], ...]
    weak: re.Pattern[str] | None  # words that mean it only beside others of the family

    def meant(self, variants: Iterable[Variant]) -> tuple[Variant, ...]:
        """The variants without weak words in reports that use no other."""
        listed = list(variants)
        sure = {v.evidence.report for v in listed if not (self.weak and self.weak.fullmatch(v.text))}
        return tuple(v for v in listed if v.evidence.report in sure)

    def way(self, text: str) -> int | None:
        """Which way of putting it a text is: "died" and "deaths" are one."""
        return next((n for n, way in enumerate(self.ways) if way.fullmatch(text)), None)


def find_wording(reports: Sequence[Report], entities: Iterable[Entity]) -> tuple[Wording, ...]:
    """Every family, and every entity, for which different reports use different words."""
    texts = {report.id: report for report in reports}
    hits = [hit for report in texts.values() for hit in _hits(report)]
    shown = [(f, f.meant(v for name, v in hits if name == f.referent)) for f in _families()]
    found = [
        Wording(family.referent, _first(variants))
        for family, variants in shown
        if _differ(variants, family.way)
    ]
    labels = [Wording(entity.name, _labels(entity, texts)) for entity in entities]
    return (*found, *(wording for wording in labels if _differ(wording.variants, _plain)))


@cache
def _families() -> tuple[Family, ...]:
    return tuple(_family(listed) for listed in table("wording")["family"])


def _family(listed: Mapping[str, Any]) -> Family:
    ways = [_ways([way]) for way in listed["words"]]
    weak = _ways(listed.get("weak", []))
    return Family(
        listed["referent"],
        re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE),
        tuple(re.compile(way, re.IGNORECASE) for way in ways),
        re.compile(weak, re.IGNORECASE) if weak else None,
    )


def _ways(listed: Sequence[Any]) -> str:
    """One pattern of words and of lists of words."""
    return "|".join(_regex(word) for way in listed for word in (way if isinstance(way, list) else [way]))


def _regex(word: str) -> str:
    return word.replace("*", r"[a-z]*").replace(" ", r"\s+").replace("\\s+?", r"\s?")


def _hits(report: Report) -> list[tuple[str, Variant]]:
    """The words of all families in a report; within "prisoner exchange" there is no "prisoner"."""
    found = sorted(
        (Span(*hit.span()), family.referent, hit[0])
        for span in body(report)
        for family in _families()
        for hit in family.pattern.finditer(report.text, span.start, span.end)
    )
    kept: list[tuple[str, Variant]] = []
    for span, referent, text in found:
        longer = any(other.contains(span) and other != span for other, _, _ in found)
        if not longer:
            kept.append((referent, Variant(text, Evidence(report.id, span))))
    return kept


def _first(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """The first ``PLACES`` places of each word in each report."""
    found: defaultdict[tuple[str, str], list[Variant]] = defaultdict(list)
    for variant in variants:
        found[variant.evidence.report, folded(variant.text)].append(variant)
    return tuple(variant for key in sorted(found) for variant in found[key][:PLACES])


def _labels(entity: Entity, reports: dict[str, Report]) -> tuple[Variant, ...]:
    """How the reports call an entity, pronouns left out."""
    first: dict[tuple[str, str], Variant] = {}
    if entity.unnamed or entity.kind == "person":
        return ()
    pronouns = words("function_words", "pronouns")
    for mention in entity.mentions:
        said = mention.span.of(reports[mention.report].text)
        if folded(said) not in pronouns:
            first.setdefault((mention.report, folded(said)), Variant(said, mention))
    return tuple(first[key] for key in sorted(first))


def _differ(variants: Iterable[Variant], way: Callable[[str], object]) -> bool:
    """At least two ways to put it, not all in one report."""
    used: defaultdict[object, set[str]] = defaultdict(set)
    for variant in variants:
        used[way(variant.text)].add(variant.evidence.report)
    return len(used) > 1 and len(set.union(*used.values())) > 1


def _plain(text: str) -> str:
    return re.sub(r"^(the|a|an)\s+", "", folded(text))


@cache
def families(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The families marked ``role`` or ``near``: referent, and the pattern of its words."""
    listed = [family for family in table("wording")["family"] if family.get(kind)]
    return tuple((family["referent"], _family(family).pattern) for family in listed)
