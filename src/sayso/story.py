"""What the reports say together: the nouns of a story, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Attribution, Entity, Evidence, Interval, Quantity, Report, Timex

Agreement = Literal["single", "agree", "compatible", "progresses", "conflicts"]
Dispute = Literal["claim_denial", "opposed_positions", "figure_conflict", "mutual_accusation", "correction"]


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin: an independent voice behind a figure or a statement, and the reports that carry it."""

    name: str
    entity: str | None
    reports: tuple[str, ...]
    why: str
    others: tuple[str, ...] = ()  # entities that are probably the same


@dataclass(frozen=True, slots=True)
class Pair:
    """How two members of a figure compare, and why."""

    a: str
    b: str
    agreement: Agreement
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Quantities that count the same thing. The range runs over what was said; nothing is recommended.

    ``beside``: those of the members that do not count the same, but that a report sets beside it, such as a
    part of it. Range, agreement and origins are those of the others; a pair gives the reason.
    """

    id: str
    label: str
    members: tuple[str, ...]
    agreement: Agreement
    pairs: tuple[Pair, ...]
    low: float | None
    high: float | None
    origins: tuple[Voice, ...]
    beside: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The members that count the same thing."""
        return tuple(member for member in self.members if member not in self.beside)


@dataclass(frozen=True, slots=True)
class Statement:
    """Attributions of one speaker that say the same."""

    id: str
    speaker: str | None
    members: tuple[str, ...]
    origins: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One party to a disagreement: its attributions or quantities."""

    party: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sides that cannot both stand as said. sayso does not say which does."""

    id: str
    topic: str
    type: Dispute
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event on the timeline, labelled in a report's own words."""

    id: str
    interval: Interval
    label: str
    evidence: tuple[Evidence, ...]
    certainty: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of putting it, and where."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Wording:
    """Different words for the same referent. No judgement."""

    referent: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One event thread as its reports tell it, side by side."""

    id: str
    title: str
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    wording: tuple[Wording, ...] = ()
