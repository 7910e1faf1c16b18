"""Different words for the same referent, by report.

Families of such words are data; there is no judgement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sayso.data import table, words
from sayso.model import Entity, Evidence, Report
from sayso.reconcile.terms import body, folded
from sayso.span import Span
from sayso.story import Variant, Wording

PLACES = 8


def find_wording(reports: Sequence[Report], entities: Iterable[Entity]) -> tuple[Wording, ...]:
    """Every family, and every entity, for which different reports use different words."""
    texts = {report.id: report for report in reports}
    found = [Wording(name, _variants(pattern, texts.values())) for name, pattern in _families()]
    found += [Wording(entity.name, _labels(entity, texts)) for entity in entities]
    return tuple(wording for wording in found if _differ(wording))


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (family["referent"], re.compile(rf"\b(?:{'|'.join(map(_regex, family['words']))})\b", re.IGNORECASE))
        for family in table("wording")["family"]
    )


def _regex(word: str) -> str:
    return word.replace("*", r"[a-z]*").replace(" ", r"\s+").replace("\\s+?", r"\s?")


def _variants(pattern: re.Pattern[str], reports: Iterable[Report]) -> tuple[Variant, ...]:
    """The first ``PLACES`` places of each word of a family in each report."""
    found: defaultdict[tuple[str, str], list[Variant]] = defaultdict(list)
    for report in reports:
        for span in body(report):
            for hit in pattern.finditer(report.text, span.start, span.end):
                at = Evidence(report.id, Span(*hit.span()))
                found[report.id, folded(hit[0])].append(Variant(hit[0], at))
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


def _differ(wording: Wording) -> bool:
    """At least two words, not all in one report."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for variant in wording.variants:
        used[_plain(variant.text)].add(variant.evidence.report)
    return len(used) > 1 and len(set.union(*used.values())) > 1


def _plain(text: str) -> str:
    return re.sub(r"^(the|a|an)\s+", "", folded(text))


def families(kind: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The families marked ``role`` or ``near``: referent, and the pattern of its words."""
    marked = {family["referent"] for family in table("wording")["family"] if family.get(kind)}
    return ((name, pattern) for name, pattern in _families() if name in marked)
