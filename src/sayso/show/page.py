"""Stories → one self-contained page: no script, no network, no other file. Every word of a report is hostile.

Safe by construction: the template makes every string inert (``finalize``) and escapes it; only what
``marks`` and ``plot`` have built, which escape themselves, passes as markup. The content security policy
allows nothing but the one style sheet, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model import Attribution, Quantity
from sayso.show import plot, words
from sayso.show.marks import Mark, anchor, marked
from sayso.show.plain import inert
from sayso.show.view import FIRST, Mention, Page, Place, View, site
from sayso.story import Figure, Pair, Story

PAIRS = 200  # comparisons that the page has of one figure
WORDS = ["AGREEMENT", "DISPUTE", "REPEATED", "SILENT", "amount", "count", "days"]


def text(stories: Iterable[Story]) -> str:
    """The page as HTML, the story with most reports first."""
    ranked = sorted(stories, key=lambda story: (-len(story.reports), story.id))
    leaves = [Leaf(story, number) for number, story in enumerate(ranked, start=1)]
    style = files("sayso.show").joinpath("assets", "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _environment().get_template("page.html")
    return page.render(leaves=leaves, style=Markup(style), digest=Markup(digest)) + "\n"


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("sayso.show", "assets"), autoescape=True, finalize=_finalize,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.globals |= {name: getattr(words, name) for name in WORDS}
    found.globals |= {"letter": plot.letter, "site": site, "PAIRS": PAIRS}
    return found


def _finalize(value: Any) -> Any:
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class Leaf(View):
    """A story on the page: its ids begin with ``s`` and its number."""

    def __init__(self, story: Story, number: int) -> None:
        super().__init__(story)
        self.number = number
        self.statements = [s for _, statements in self.speakers for s in statements]
        self.statement_code = {s.id: f"S{n}" for n, s in enumerate(self.statements, start=1)}

    def prefix(self, page: Page) -> str:
        """What the ids in a report begin with."""
        return f"s{self.number}-r{page.number}"

    def href(self, place: Place) -> str:
        """The way to the words."""
        return "#" + anchor(self.prefix(place.page), place.span)

    def is_said(self, mention: Mention) -> bool:
        """Whether a member of a dispute is an attribution, not a quantity."""
        return isinstance(mention, Attribution)

    def in_order(self, members: Iterable[str]) -> list[Quantity]:
        """Members of a figure, by day, then by place."""
        quantities = (self.quantities[member] for member in members)
        return sorted(quantities, key=lambda q: (self.page[q.report].number, q.span.start, q.id))

    def voice_number(self, figure: Figure, quantity: Quantity) -> int | None:
        """Which of the figure's origins the quantity comes from, from 0."""
        voice = self.voice(figure.origins, quantity)
        return None if voice is None else figure.origins.index(voice)

    def pairs(self, figure: Figure) -> list[Pair]:
        """How its mentions compare, conflicts first; of very many the first ``PAIRS``."""
        return sorted(figure.pairs, key=lambda pair: FIRST.index(pair.agreement))[:PAIRS]

    def drawn(self, figure: Figure) -> Markup:
        """The figure over time."""
        points = [self._point(figure, quantity) for quantity in self.in_order(figure.own)]
        return plot.svg(points, figure.label, self.is_share(figure))

    def _point(self, figure: Figure, quantity: Quantity) -> plot.Point:
        place = self.place(quantity)
        said = [words.amount(quantity), self.speaker(quantity), words.days(self.as_of(quantity)), place.quote]
        title = ", ".join(said)
        voice = self.voice_number(figure, quantity)
        return plot.Point(quantity, self.as_of(quantity), voice, self.href(place), title)

    # ---- the reports in full ----

    def full(self, page: Page) -> Markup:
        """The text of a report with everything marked that an item leads to, and the ways back."""
        report = page.report
        kinds = (("furniture", "left out", report.furniture), ("warning", "warning", report.warnings))
        marks = [
            Mark(one.span, role, label=f"{why}: {words.plain(one.label)}")
            for role, why, listed in kinds
            for one in listed
        ]
        return marked(report.text, [*marks, *self._marks.get(page.number, [])], self.prefix(page))

    @cached_property
    def _marks(self) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = {}
        for code, place in self._places():
            first, *rest = place.marks
            marks = found.setdefault(place.page.number, [])
            marks.append(Mark(first[0], first[1], code))
            marks += [Mark(span, role) for span, role in rest]
        return found

    def _places(self) -> Iterable[tuple[str, Place]]:
        for n, figure in enumerate(self.figures, start=1):
            yield from ((f"F{n}", self.place(self.quantities[member])) for member in figure.members)
        for n, dispute in enumerate(self.story.disagreements, start=1):
            yield from (
                (f"D{n}", self.place(self.mention[m])) for side in dispute.sides for m in side.members
            )
        for statement in self.statements:
            code = self.statement_code[statement.id]
            yield from ((code, self.place(self.attributions[member])) for member in statement.members)
        for n, entry in enumerate(self.story.timeline, start=1):
            yield from ((f"T{n}", self.place(evidence)) for evidence in entry.evidence)
        for n, wording in enumerate(self.story.wording, start=1):
            yield from ((f"W{n}", self.place(variant.evidence, "wording")) for variant in wording.variants)
