"""The reference reports, read without a mistake: what ``reconcile`` makes of perfect readings.

``python -m bench.gold_readings OUT.json`` writes the story file; the scorer of the reference set then
measures ``reconcile`` alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.sets import SEEDS, SHARED

import sayso.reconcile
from sayso.model import (
    Attribution,
    Category,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Expression,
    Interval,
    Marked,
    Quantity,
    Reading,
    Report,
    Timex,
)
from sayso.reconcile import reconcile
from sayso.show.storyfile import write
from sayso.span import Span

GOLD = SHARED / "gold" / "seeds.json"
KINDS: Mapping[str, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "media": "organisation",
    "state": "place",
    "place": "place",
    "group": "group",
}
CATEGORIES: Mapping[str, Category] = {"aid/food": "aid", "population": "displaced"}
TITLES = re.compile(r"\b(The|Israeli|US|Prime|Minister|President|Defense|CIA|Director|Colonel|Mourner)\b")
NOTHING = Expression("ref", value="PAST_REF")
Json = Mapping[str, Any]


def span(node: Json) -> Span:
    """A span of the gold."""
    return Span(node["start"], node["end"])


def interval(value: Any) -> Interval | None:
    """``A``, ``A/B``, ``../B`` or ``A/..``, each a day, a month or a year."""
    if isinstance(value, dict):
        value = f"{value.get('from') or '..'}/{value.get('to') or '..'}"
    if not value:
        return None
    parts = str(value).split("/")
    first, last = _day(parts[0], "01-01"), _day(parts[-1], "12-31")
    return Interval(first, last, "gold") if first or last else None


def _day(text: str, filler: str) -> date | None:
    if text == "..":
        return None
    text = text[:10]
    if len(text) == 7:
        filler = "-01" if filler == "01-01" else "-28"
        return date.fromisoformat(text + filler)
    return date.fromisoformat(text if len(text) == 10 else f"{text}-{filler}")


def readings() -> Iterator[Reading]:
    """One perfect reading for each reference report."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for name, entry in gold["documents"].items():
        text = (SEEDS / entry["file"]).read_bytes().decode("utf-8")
        yield Maker(name, entry, gold["entities"], text).reading()


class Maker:
    """Makes the reading of one report from its gold."""

    def __init__(self, name: str, entry: Json, entities: list[Json], text: str) -> None:
        self.name, self.entry, self.text = name, entry, text
        self.entities = [e for e in entities if e["mentions"].get(name)]
        self.times: list[Timex] = []

    def reading(self) -> Reading:
        """The whole reading."""
        events = tuple(self._events())
        return Reading(
            report=self._report(),
            entities=tuple(self._entity(e) for e in self.entities),
            times=tuple(self.times),
            quantities=tuple(self._quantity(f) for f in self.entry["figures"] if f["priority"] != "vague"),
            attributions=tuple(self._attribution(s) for s in self.entry["statements"]),
            events=events,
        )

    def _report(self) -> Report:
        dates = interval(self.entry["publication"]["with_corpus"]) or Interval(None, None)
        dropped = (f for f in self.entry["furniture"] if "drop" in f["action"])
        return Report(
            id=self.name,
            text=self.text,
            sha256=self.entry["sha256_utf8"],
            path=self.entry["file"],
            title=span(self.entry["title"]) if self.entry.get("title") else None,
            language="en",
            published=dates,
            furniture=tuple(Marked(span(f), "furniture") for f in dropped),
        )

    def _entity(self, e: Json) -> Entity:
        quotes = sorted({m["quote"] for m in e["mentions"][self.name]})
        kind = KINDS.get(e["type"].split("_")[0], "other")
        places = tuple(Evidence(self.name, span(m)) for m in e["mentions"][self.name])
        unnamed = e["type"].endswith("unnamed")
        own = quotes[0] if unnamed else self._own_name(quotes, kind)
        return Entity(f"{self.name}-{e['id']}", own, kind, tuple(quotes), places, unnamed)

    def _own_name(self, quotes: list[str], kind: str) -> str:
        """The name as a report gives it: only its capitals, without titles; a person's longest one."""
        bare = [" ".join(re.findall(r"\b[A-Z][\w.'’-]*", TITLES.sub("", quote))) or quote for quote in quotes]
        return (max if kind == "person" else min)(bare, key=lambda name: (len(name), name))

    def _speaker(self, gold_ids: list[str]) -> str | None:
        known = {e["id"] for e in self.entities}
        return next((f"{self.name}-{i}" for i in gold_ids if i in known), None)

    def _quantity(self, f: Json) -> Quantity:
        statement = next((s for s in self.entry["statements"] if s["source_name"] == f["attributed_to"]
                          and s["source_name"]), None)  # fmt: skip
        words = f["quote"].replace(f["number"]["quote"], "")
        party = re.sub(
            r"^\W*(more than|about|around|some|over|nearly|approximately|of)\W+",
            "",
            words.strip(),
            flags=re.I,
        )
        return Quantity(
            id=f["id"],
            report=self.name,
            span=span(f),
            number=span(f["number"]),
            value=f["value"],
            low=f["low"],
            high=f["high"],
            modifier=f["modifier"],
            unit=party.strip(),
            category=CATEGORIES.get(str(f["category"])) or f["category"],
            place=f["place"].split("->")[0].split(",")[0].strip() if f["place"] else None,
            proposed=f["status"] == "proposed",
            when=interval(f["event_date"]),
            as_of=interval(f["as_of"]),
            speaker=self._speaker(statement["source_entity"]) if statement else None,
            relay=tuple(statement["relay"]) if statement else (),
        )

    def _attribution(self, s: Json) -> Attribution:
        return Attribution(
            id=s["id"],
            report=self.name,
            source=span(s["source"]) if s["source"] else None,
            speaker=self._speaker(s["source_entity"]),
            cue=tuple(span(c) for c in s["cue"]),
            content=tuple(span(c) for c in s["content"]),
            kind=s["kind"],
            polarity="assert" if s["polarity"] == "belief" else s["polarity"],
            relay=tuple(s["relay"]),
            said=interval(s["said"]["value"]),
            nested_in=s["nested_in"],
        )

    def _events(self) -> Iterator[Event]:
        for e in self.entry["events"]:
            for number, evidence in enumerate(e["evidence"]):
                time = f"{e['id']}-t{number}"
                at = span(evidence)
                self.times.append(Timex(time, self.name, at, "DATE", NOTHING, e["date"], interval(e["date"])))
                yield Event(f"{e['id']}-v{number}", self.name, at, time)


def main() -> int:
    """Writes the story file that perfect readings give. Their dates stand: nothing is left to resolve."""
    setattr(sayso.reconcile, "date_story", list)  # noqa: B010
    write(reconcile(list(readings())), Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
