"""What one report is and says, as frozen dataclasses. What reports say together stands in ``story``.

The words are those of ``docs/vocabulary.md``, the fields those of the story file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sayso.span import Span

Modifier = Literal[
    "exact", "about", "more_than", "at_least", "less_than", "at_most", "nearly", "up_to", "range", "share",
    "vague",
]  # fmt: skip
Category = Literal[
    "killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced", "population",
    "aid", "money", "share", "duration", "distance", "other",
]  # fmt: skip
MEASURED: tuple[Category, ...] = (
    "money",
    "duration",
    "distance",
)  # of which a fraction is no share of a whole
Kind = Literal["direct", "mixed", "indirect"]
Polarity = Literal[
    "assert", "deny", "vow", "refuse", "oppose", "warn", "accuse", "criticise", "demand", "appeal",
    "concede", "praise",
]  # fmt: skip
EntityKind = Literal["person", "organisation", "place", "group", "facility", "other"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


# ---- a report ----


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``earliest`` to ``latest``, both included; None is open. ``basis`` says in words why."""

    earliest: date | None
    latest: date | None
    basis: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_known(self) -> bool:
        """Whether one of the ends is known."""
        return self.earliest is not None or self.latest is not None


UNKNOWN = Interval(None, None, "nothing in the text dates it")
EITHER = "date line of the page, where day and month may change places"  # the day is one of the two ends


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage with a label: furniture (its kind), a warning (its kind), a credit (the name credited)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """The outlet that serves the report. ``span`` is where the text says so; None if the metadata does."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RawRun:
    """``text[start:end]`` stands in the page at bytes ``byte_start`` to ``byte_end``, entities undecoded."""

    start: int
    end: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report copies: ``name`` is the id of another report of the story, or the name of an outlet."""

    name: str
    basis: str


@dataclass(frozen=True, slots=True)
class Report:
    """One page as it was read. Its text is never changed; what is not the report is marked as furniture."""

    id: str
    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    source_id: str | None = None
    title: Span | None = None
    heading: str | None = None  # a title given beside the text, where the text itself does not hold it
    publisher: Publisher | None = None
    language: str = "und"
    published: Interval = UNKNOWN
    furniture: tuple[Marked, ...] = ()
    credits: tuple[Marked, ...] = ()
    warnings: tuple[Marked, ...] = ()
    origin: Origin | None = None
    raw: tuple[RawRun, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


# ---- what one report says ----


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A place in a report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named, and where reports speak of it. Local to a report until reconciled."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    mentions: tuple[Evidence, ...]
    unnamed: bool = False  # "a senior official": distinct from every other unnamed source


@dataclass(frozen=True, slots=True)
class Expression:
    """What a time expression says, before any calendar is known. Which fields count depends on ``form``.

    ========== =================================================================================
    form       fields
    ========== =================================================================================
    date       year (negative: BC), month, day, part (``early mid late`` of the finest unit), season
               (``SP SU FA WI``; ``H1 H2``: half a year), quarter, unit (decade, century: ``year``
               begins it); what is None was not said; unit year with shift: "July last year"
    weekday    weekday (Monday = 1), shift (-1 last, 0 this, 1 next, None bare); unit week with shift: "two
               weeks ago Monday"; value W: of that week, "Tuesday last week"; exact False: "a Thursday", any
    offset     unit, shift: calendar unit counted from the anchor ("last week" = week, -1);
               ``anchor`` says from what; exact False: "a few days ago", "recent days"; bound before: "ago",
               "earlier this week", after: "later this week"
    named      name of a day of a calendar, year if said; unit week, weekend: "Easter week"
    ref        value ``PRESENT_REF``, ``PAST_REF`` or ``FUTURE_REF``
    duration   value (TIMEX3)
    set        value (TIMEX3)
    ========== =================================================================================
    """

    form: Literal["date", "weekday", "offset", "named", "ref", "duration", "set"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    part: str | None = None
    daypart: str | None = None  # TIMEX3: MO MI AF EV NI, or a clock time "T14:30"
    unit: Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"] | None = None
    shift: int | None = None
    exact: bool = True
    anchor: Literal["document", "previous"] = "document"
    bound: Literal["on", "since", "until", "before", "after"] = "on"
    tense: Literal["past", "future", "unknown"] = "unknown"
    name: str | None = None
    value: str | None = None
    until: Expression | None = None  # the far end of "from March 3 to March 5"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, TIMEX3. ``value`` and ``interval`` are filled when a calendar resolves it."""

    id: str
    report: str
    span: Span
    type: TimexType
    expression: Expression
    value: str = ""
    interval: Interval | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or an amount in running text. ``value`` None: "hundreds". ``high`` None: open."""

    id: str
    report: str
    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str
    category: Category
    party: str | None = None
    place: str | None = None
    proposed: bool = False  # "would be released": no fact yet
    denied: bool = False  # "not 40", "an earlier estimate of 40"; then ``proposed``, too
    part_of: str | None = None  # the quantity of which the text says that this is a part
    also: tuple[Category, ...] = ()  # what else may have happened to those counted: "killed or captured 12"
    time: str | None = None  # the Timex that dates the event
    counted: str | None = None  # the Timex that dates the count: "as of Monday", "rose to 12 on Monday"
    when: Interval | None = None
    as_of: Interval | None = None
    speaker: str | None = None
    relay: tuple[str, ...] = ()
    attribution: str | None = None

    @property
    def is_share(self) -> bool:
        """Whether its numbers are parts of one whole, from 0 to 1."""
        fraction = self.value is not None and 0 < self.value < 1 and self.category not in (*MEASURED, "other")
        return self.modifier == "share" or self.category == "share" or fraction


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone is said to say something. ``relay``: the speaker, then each relaying medium."""

    id: str
    report: str
    source: Span | None
    speaker: str | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    polarity: Polarity
    relay: tuple[str, ...] = ()
    audience: str | None = None
    time: str | None = None  # the Timex that dates the saying
    said: Interval | None = None
    nested_in: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something a report says happened, or is to happen, with the time expression that dates it.

    ``time`` None: told as new, without a date; then it is as of the report. ``aside``: told to say which is
    meant ("the rules issued on Friday"), or no more than said then. ``mood``: ``said`` where the date is that
    of the saying; ``now`` where it is told in the present or the present perfect, of which no day of the past
    is the date; ``would`` where only a day still to come is.
    """

    id: str
    report: str
    span: Span
    time: str | None
    attribution: str | None = None
    aside: bool = False
    mood: Literal["told", "said", "now", "would"] = "told"
    verb: str = ""  # of what is told without a date
    until: str | None = None  # the Timex at the far end of "between May 3 and May 5"
    subject: Span | None = None  # where the words lack it: "the ferry" of "left the pier and | sank on May 3"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report says: a pure function of the report. Dates are not resolved yet."""

    report: Report
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
