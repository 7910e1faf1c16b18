"""A story as it is read: what comes first, what is called what, and where the words of each item stand.

Terminal and page lay out what they find here. Nothing is dropped on the way: a quantity that stands in
no figure is shown as a figure of one, an attribution in no statement as a statement of one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Literal, get_args
from urllib.parse import urlsplit

from sayso.model import Attribution, Category, Entity, Evidence, Interval, Quantity, Report
from sayso.show.plain import printable
from sayso.show.words import AGREEMENT, PLAIN, REPEATED, VERB, bounds
from sayso.span import Span, subtract
from sayso.story import Figure, Side, Statement, Story, Voice, Wording

Role = Literal["amount", "content", "source", "cue", "event", "wording"]
Mention = Quantity | Attribution
FIRST = ("conflicts", "progresses", "compatible", "agree", "single")
CATEGORIES = get_args(Category)
NOBODY = "not attributed"
NO_OUTLET = "unnamed outlet"


@dataclass(frozen=True, slots=True)
class Page:
    """A report under its number. ``left_out`` is the share of its text that is furniture, 0 to 1."""

    number: int
    report: Report
    outlet: str
    title: str
    left_out: float

    def line(self, span: Span) -> int:
        """The line on which ``span`` begins, from 1."""
        return self.report.text.count("\n", 0, span.start) + 1

    def words(self, span: Span) -> str:
        """The words at ``span``."""
        return span.of(self.report.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of an item stand. ``marks`` are the spans that belong to it, its anchor first."""

    page: Page
    quote: str
    marks: tuple[tuple[Span, Role], ...]

    @property
    def span(self) -> Span:
        """The span to go to."""
        return self.marks[0][0]

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.page.line(self.span)


class View:
    """One story with everything looked up by its id."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.pages = [_page(n, report) for n, report in enumerate(sorted(story.reports, key=_when), start=1)]
        self.page = {page.report.id: page for page in self.pages}
        self.entity = {entity.id: entity for entity in story.entities}
        self.quantities = {quantity.id: quantity for quantity in story.quantities}
        self.attributions = {attribution.id: attribution for attribution in story.attributions}
        self.mention: dict[str, Mention] = {**self.quantities, **self.attributions}

    @cached_property
    def figures(self) -> list[Figure]:
        """Conflicts first, people before things, most voices first; last what only one mention counts."""
        inside = {member for figure in self.story.figures for member in figure.members}
        alone = [_figure_of_one(q) for q in self.story.quantities if q.id not in inside]
        return sorted((*self.story.figures, *alone), key=self._figure_rank)

    def _figure_rank(self, figure: Figure) -> tuple[object, ...]:
        said = len(figure.origins), len(figure.members)
        alone, verdict = len(figure.members) == 1, FIRST.index(figure.agreement)
        what = min(CATEGORIES.index(self.quantities[member].category) for member in figure.own)
        return alone, verdict, what, *(-n for n in said), *self._first(figure.members), figure.id

    @property
    def several(self) -> list[Figure]:
        """The figures of more than one mention: the first of ``figures``."""
        return [figure for figure in self.figures if len(figure.members) > 1]

    @property
    def single(self) -> list[Figure]:
        """The figures of one mention: the rest of ``figures``."""
        return self.figures[len(self.several) :]

    def _first(self, members: Iterable[str]) -> tuple[int, int]:
        places = [self.place(self.mention[member]) for member in members]
        return min((place.page.number, place.span.start) for place in places)

    @cached_property
    def speakers(self) -> list[tuple[str | None, list[Statement]]]:
        """Entity ids (None: nobody is named) with their statements, who says most first."""
        inside = {member for statement in self.story.statements for member in statement.members}
        alone = [
            Statement(a.id, a.speaker, (a.id,), ()) for a in self.attributions.values() if a.id not in inside
        ]
        ranked = sorted((*self.story.statements, *alone), key=lambda s: (self._first(s.members), s.id))
        by_speaker: dict[str | None, list[Statement]] = defaultdict(list)
        for statement in ranked:
            by_speaker[statement.speaker].append(statement)
        return sorted(by_speaker.items(), key=lambda it: (it[0] is None, -len(it[1]), self.name(it[0])))

    @property
    def conflicts(self) -> int:
        """How many figures are in conflict."""
        return sum(figure.agreement == "conflicts" for figure in self.figures)

    def range(self, figure: Figure) -> str:
        """From the lowest to the highest number that is said, in words."""
        return bounds(figure.low, figure.high, self.is_share(figure))

    def is_share(self, figure: Figure) -> bool:
        """Whether it counts shares of a whole."""
        return all(self.quantities[member].is_share for member in figure.own)

    def why_beside(self, figure: Figure, member: str) -> str:
        """Why a quantity that does not count the same is set beside those that do."""
        return next((pair.why for pair in figure.pairs if member == pair.b), "")

    def verdict(self, figure: Figure) -> str:
        """How its mentions compare, in words. That a voice agrees with itself is no agreement."""
        repeated = figure.agreement == "agree" and len(figure.origins) == 1
        return REPEATED if repeated else AGREEMENT[figure.agreement]

    def silent(self, report: Report) -> bool:
        """Whether nothing was found in the report, as in one that is not in English."""
        return all(mention.report != report.id for mention in self.mention.values())

    # ---- names ----

    def name(self, entity: str | None) -> str:
        """What the entity is called."""
        return NOBODY if entity is None else self.entity[entity].name if entity in self.entity else entity

    def party(self, side: Side) -> str:
        """Who stands on a side of a dispute: the party, or all who say what is said there."""
        if side.party is not None:
            return self.name(side.party)
        named = {self.mention[member].speaker for member in side.members} - {None}
        return ", ".join(sorted(set(map(self.name, named)))) or NOBODY

    def aliases(self, entity: str | None) -> list[str]:
        """What else it is called in the reports."""
        known: Entity | None = self.entity.get(entity or "")
        if known is None:
            return []
        by_key = {_key(alias): alias for alias in reversed(known.aliases)}
        return [alias for key, alias in reversed(by_key.items()) if key != _key(known.name)]

    def speaker(self, mention: Mention) -> str:
        """Who says it; for what a report says in its own words, the outlet."""
        if isinstance(mention, Attribution) or mention.speaker is not None:
            return self.name(mention.speaker)
        page = self.page[mention.report]
        return f"report {page.number} itself" if page.outlet == NO_OUTLET else f"{page.outlet} itself"

    def voice(self, origins: Sequence[Voice], mention: Mention) -> Voice | None:
        """The one of ``origins`` that this mention comes from, as far as the origins tell."""
        near = [voice for voice in origins if mention.report in voice.reports]
        own = [voice for voice in near if voice.entity == mention.speaker]
        return next(iter(own or near), None)

    def numbers(self, reports: Iterable[str]) -> list[int]:
        """The numbers of reports given by id."""
        return sorted(self.page[report].number for report in reports if report in self.page)

    def origin(self, report: Report) -> str | None:
        """What a report copies: the number of a report of this story, or a name."""
        if report.origin is None:
            return None
        here = self.page.get(report.origin.name)
        return f"report {here.number}" if here else report.origin.name

    def credits(self, report: Report) -> list[str]:
        """Whom a report credits, besides its own outlet and who is told of with what it copies."""
        own = report.publisher.name if report.publisher else None
        told = report.origin.basis if report.origin else ""
        credited = {mark.label for mark in report.credits if mark.label not in told}
        return sorted(credited - {self.origin(report), own})

    def did(self, said: Attribution) -> str:
        """What a speaker did: the report's own word for it; "said" where that only says so.

        Not what is done in saying it, though that is known: "denied he was innocent" would turn it round.
        """
        cue = " ".join(span.of(self.page[said.report].report.text) for span in said.cue)
        telling = len(said.cue) == 1 and all(word.isalpha() for word in cue.split())
        if PLAIN.fullmatch(cue.lower()):
            return VERB["assert"]
        if not telling:
            return VERB[said.polarity]
        return cue.lower() if cue.isupper() else cue[:1].lower() + cue[1:]

    def copied(self, report: Report) -> str:
        """Why a report is called a copy; reports of this story by their numbers."""
        basis = report.origin.basis if report.origin else ""
        for page in self.pages:
            basis = basis.replace(page.report.id, f"report {page.number}")
        return basis

    # ---- places ----

    def place(self, item: Mention | Evidence, role: Role = "event") -> Place:
        """Where the words of a mention stand, or those at a piece of evidence, which has a ``role``."""
        page = self.page[item.report]
        marks = ((item.span, role),) if isinstance(item, Evidence) else _marks(item)
        words = " … ".join(page.words(span) for span, role in marks if role not in ("source", "cue"))
        return Place(page, words, marks)

    def places(self, evidence: Iterable[Evidence]) -> list[Place]:
        """Where the words of several pieces of evidence stand."""
        return [self.place(one) for one in evidence]

    def put(self, statement: Statement) -> list[tuple[Attribution, list[Place]]]:
        """The ways a statement is put, each with its places: the same words by the same way are one."""
        ways: dict[tuple[object, ...], tuple[Attribution, list[Place]]] = {}
        for member in sorted(statement.members, key=lambda member: self._first([member])):
            said = self.attributions[member]
            place = self.place(said)
            key = printable(place.quote).casefold(), said.kind, said.polarity, said.relay[1:]
            ways.setdefault(key, (said, []))[1].append(place)
        return list(ways.values())

    def variants(self, wording: Wording) -> list[tuple[str, list[Evidence]]]:
        """The words of an entry, each once, with all the evidence for it."""
        found: dict[str, list[Evidence]] = defaultdict(list)
        for variant in wording.variants:
            found[variant.text].append(variant.evidence)
        return list(found.items())

    def as_of(self, quantity: Quantity) -> Interval:
        """For what day the count stands: as said, else when it was published."""
        return quantity.as_of or self.page[quantity.report].report.published


def _marks(item: Mention) -> tuple[tuple[Span, Role], ...]:
    if isinstance(item, Quantity):
        return ((item.span, "amount"),)
    contents: list[tuple[Span, Role]] = [(span, "content") for span in item.content]
    cues: list[tuple[Span, Role]] = [(span, "cue") for span in item.cue]
    return (*contents, *cues, *([(item.source, "source")] if item.source else ()))


def _key(name: str) -> str:
    """A name without its article and its capitals."""
    return printable(name).casefold().removeprefix("the ").removeprefix("a ")


def _page(number: int, report: Report) -> Page:
    kept = subtract(Span(0, len(report.text)), [m.span for m in report.furniture]) if report.text else []
    left_out = 1 - sum(map(len, kept)) / len(report.text) if report.text else 0.0
    opening = shorten(" ".join(part.of(report.text) for part in kept), 80, placeholder=" …")
    title = report.title.of(report.text) if report.title else report.heading or opening
    return Page(number, report, _outlet(report), " ".join(title.split()) or "(no words)", left_out)


def _outlet(report: Report) -> str:
    return report.publisher.name if report.publisher else site(report.url) or NO_OUTLET


def site(url: str | None) -> str | None:
    """The host of a web address; None if it is not one, or no sound one."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _when(report: Report) -> tuple[float, str]:
    """By the middle of the interval, an open one by the end that is known, the undated last."""
    ends = [end.toordinal() for end in (report.published.earliest, report.published.latest) if end]
    return sum(ends) / len(ends) if ends else math.inf, report.id


def _figure_of_one(quantity: Quantity) -> Figure:
    label = " ".join(filter(None, [quantity.unit, quantity.category if quantity.category != "other" else ""]))
    return Figure(quantity.id, label, (quantity.id,), "single", (), quantity.low, quantity.high, ())
