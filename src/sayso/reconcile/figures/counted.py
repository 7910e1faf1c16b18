"""What each quantity counts, facet by facet: who, where, whether all of them, and what is told beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.data import table, words
from sayso.model import Category, Entity, Quantity, Report
from sayso.reconcile.figures.left_out import cause, fate, is_part, is_rest, is_subtotal, period
from sayso.reconcile.kinds import ABOARD, ARMED, CROWD, Kind, is_aboard, is_crowd, kind, side
from sayso.reconcile.terms import body, content_terms, sentence_at, tokens, vector
from sayso.span import Span

PEOPLE: Set[Category] = {
    "killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced",
}  # fmt: skip
LEAD = 500  # characters of the report's own words that tell first what it is about
NARROW = 10  # days: an interval as narrow as this dates an event
KIN = 4  # letters of a name that its derivations begin with
NEXT = 300  # characters within which one report sets two counts beside each other
LONG = timedelta(days=60)
BEFORE = 300  # characters in which a count of a crowd finds what the crowd is
_ONLY = re.compile(r"\b(?:only|just) [\w'-]+\Z", re.IGNORECASE)
_ITS = re.compile(r"\W+of (?:its|our) ", re.IGNORECASE)  # "five of its soldiers"
_LOST = re.compile(r"\b(?:(?:it|we) (?:ha(?:d|s|ve) )?lost|(?:its|our) (?:[a-z]+ ){1,2}to) $", re.IGNORECASE)
_BLOCK = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r"(?:\S+\s+){5,}\S*[.!?…][\"'”’»)]*\s*")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its facets.

    ``part``: some may be left out; ``rest``: others have been counted already. ``around`` are the words of
    its sentence. ``headline``, ``lead``: where in the report it stands. ``single``: one person without a
    number ("a man"), who that is in a word; ``rank``, if others were told of before ("another", "third");
    ``age``, in years, if that is said. ``dead``: how many its report says near it are killed; ``given``: the
    numbers that its voice gives in the report, of this category. ``since``: when a long time that it counts
    over began; ``aside``: whether its report is about another count, which is not over that time. ``then``:
    whether it happened long before any report of the story; ``per``: over what short time it counts.
    ``fate``: where they died, what became of things; ``cause``: of what they died, as "heat" apart from a
    "disaster"; ``subtotal``: whether others died; ``whole``: the bounds
    of what it is a part of, if it is of no kind of people itself; ``within``: its place, if a report counts
    those there as a part; ``either``: whether it is of soldiers of an unknown side; ``far``: whether its
    place is named neither at the head of its report nor in any other.
    """

    quantity: Quantity
    who: Kind
    part: bool
    rest: bool
    place: frozenset[str]
    sentence: Span
    around: Mapping[str, float]
    headline: bool
    lead: bool
    single: str
    rank: str
    age: float | None
    dead: Set[float] = frozenset()
    given: Set[float | None] = frozenset()
    since: date | None = None
    aside: bool = False
    then: bool = False
    per: str = ""
    fate: frozenset[str] = frozenset()
    cause: str = ""
    subtotal: bool = False
    whole: tuple[float | None, float | None] | None = None
    within: frozenset[str] = frozenset()
    either: bool = False
    far: bool = False


def all_counted(
    quantities: Sequence[Quantity], reports: Mapping[str, Report], entities: Mapping[str, Entity]
) -> list[Counted]:
    """The quantities of a story, which stand in the order of their reports, with their facets."""
    unnamed = {e.id for e in entities.values() if e.unnamed}
    first = min(filter(None, (report.published.earliest for report in reports.values())), default=None)
    begins = {name: _begins(report) for name, report in reports.items()}
    opens = {name: _opens(report.text, begins[name]) for name, report in reports.items()}
    told = Counter(term for report in reports.values() for term in {*content_terms(report.text)})
    counts = [_counted(q, reports[q.report], begins[q.report]) for q in quantities]
    counts = _voiced(counts, [q.span.end <= opens[q.report] for q in quantities], unnamed)
    counts = [replace(c, who=_of_those(c, counts, reports[c.quantity.report].text)) for c in counts]
    counts = _sided([_own(c, reports[c.quantity.report].text, entities) for c in counts])
    wholes = {q.id: q for q in quantities}
    parts = {(c.quantity.category, c.place) for c in counts if c.quantity.part_of}
    dead: defaultdict[str, list[Quantity]] = defaultdict(list)
    given: defaultdict[tuple[str, str, str | None], set[float | None]] = defaultdict(set)
    for q in quantities:
        given[q.report, q.category, q.speaker].add(None if q.denied else q.value)
        if q.category == "killed":
            dead[q.report].append(q)
    return [
        replace(
            c,
            rest=c.rest and not (before and _of_another_kind(before.quantity, c.quantity)),
            dead={d.value for d in dead[c.quantity.report] if d.value and gap(d, c.quantity) <= NEXT},
            given=given[c.quantity.report, c.quantity.category, c.quantity.speaker],
            since=(since := _since(c.quantity)),
            aside=since is not None and any(_is_of_now(other, c) for other in counts),
            whole=(whole.low, whole.high) if whole else None,
            within=c.place if (c.quantity.category, c.place) in parts else frozenset(),
            part=c.part or bool(whole and whole.category == c.quantity.category),
            far=_is_far(c, told, reports[c.quantity.report].text[: begins[c.quantity.report] + LEAD]),
            then=bool(first and when and when.latest and when.latest + LONG < first),
        )
        for before, c in zip((None, *counts), counts, strict=False)
        for when in (c.quantity.when,)
        for whole in (None if c.who.marks or c.who.names else wholes.get(c.quantity.part_of or ""),)
    ]


def _is_far(c: Counted, told: Mapping[str, int], head: str) -> bool:
    """Whether its place is named in no other report; ``told``: how many reports name a term."""
    alone = bool(c.place) and not c.lead and all(told[term] < 2 for term in c.place)
    return alone and c.place.isdisjoint(content_terms(head))


def _own(c: Counted, text: str, entities: Mapping[str, Entity]) -> Counted:
    """ "Torva said five of its soldiers had died": soldiers of Torva, as no other name stands before them."""
    voice = entities.get(c.quantity.speaker or "")
    before = text[c.sentence.start : c.quantity.span.start]
    own = _LOST.search(before) or _ITS.match(text, c.quantity.number.end)
    said = voice.name if voice and own and c.who.roles & ARMED and voice.kind != "person" else ""
    return replace(c, who=replace(c.who, names=c.who.names or side(said, before)))


def _sided(counts: Sequence[Counted]) -> list[Counted]:
    """The counts; where soldiers of two sides are counted, others may be of either or of both."""
    armed = [c.who for c in counts if c.who.roles & ARMED]
    sides = {min(who.names).removeprefix("nation:")[:KIN] for who in armed if who.names}
    return [replace(c, either=len(sides) > 1 and c.who in armed and not c.who.names) for c in counts]


def _of_those(c: Counted, counts: Sequence[Counted], text: str) -> Kind:
    """ "The rebels killed nine soldiers. The army spoke of only one dead": of those that the other counts."""
    q = c.quantity
    if q.unit in q.span.of(text) or not _ONLY.search(text, max(0, q.span.start - BEFORE), q.span.end):
        return c.who
    near = [o for o in counts if (o.quantity.report, o.quantity.category) == (q.report, q.category)]
    near = [o for o in near if o.quantity.span.end <= q.span.start and gap(o.quantity, q) <= NEXT]
    other = bool(near) and near[-1].quantity.speaker != q.speaker
    return near[-1].who if other and not (c.who.marks or c.who.names) else c.who


def _voiced(counts: Sequence[Counted], atop: Sequence[bool], unnamed: Set[str]) -> list[Counted]:
    """The counts, a headline's on the say-so of the text below it: its "unions" are the one that is named.

    ``atop``: which stand above the first paragraph, in the headline or in the points that sum up the text.
    """
    below: dict[tuple[str, str, float | None], Quantity] = {}
    for c, high in zip(counts, atop, strict=True):
        if not high:
            below.setdefault((c.quantity.report, c.quantity.category, c.quantity.value), c.quantity)
    voiced = []
    for c, high in zip(counts, atop, strict=True):
        q, said = c.quantity, below.get((c.quantity.report, c.quantity.category, c.quantity.value))
        if high and said is not None and (q.speaker is None or (q.speaker in unnamed and said.speaker)):
            c = replace(c, quantity=replace(q, speaker=said.speaker, relay=said.relay))
        voiced.append(c)
    return voiced


def _since(q: Quantity) -> date | None:
    """Since when it counts, over more than a few days: "killed since May"."""
    when = q.when
    long = when and when.earliest and when.latest and (when.latest - when.earliest).days > NARROW
    return when.earliest if when and long and q.category in PEOPLE and not q.proposed else None


def _is_of_now(news: Counted, c: Counted) -> bool:
    """Whether a count at the head of the report is of the same kind, but of no long time."""
    one, other = news.quantity, c.quantity
    same = (one.report, one.category, one.is_share) == (other.report, other.category, other.is_share)
    kept = news.who.names == c.who.names and not (
        news.per or one.proposed or news.single or one.value == other.value
    )
    return same and kept and news.lead and _since(one) is None


def gap(a: Quantity, b: Quantity) -> int:
    """The characters between two counts of one report."""
    return max(a.span.start, b.span.start) - min(a.span.end, b.span.end)


def _of_another_kind(before: Quantity, q: Quantity) -> bool:
    """ "One was killed and four others hurt": others than those of another kind, so nobody is left out."""
    told = before.report == q.report and gap(before, q) <= NEXT
    return told and before.category in PEOPLE - {q.category}


def _begins(report: Report) -> int:
    """Where the text of a report begins, after its furniture and title."""
    spans = [span for span in body(report) if span.of(report.text).strip()]
    starts = [span.start for span in spans if not (report.title and report.title.contains(span))]
    title = report.title.end if report.title else 0
    return max(title, min(starts, default=0))


def _opens(text: str, begins: int) -> int:
    """Where the first paragraph begins, which ends as a sentence; lines of points above it do not."""
    blocks = _BLOCK.finditer(text, begins)
    return next((block.start() for block in blocks if _PARAGRAPH.fullmatch(block[0])), begins)


def _counted(quantity: Quantity, report: Report, begins: int) -> Counted:
    """The facets that the count and its sentence give, in a report whose own words begin at ``begins``."""
    sentence = sentence_at(report.text, quantity.span)
    said = sentence.of(report.text)
    who = kind(quantity, said)
    who = replace(who, roles=who.roles | {ABOARD}) if is_aboard(quantity, report.text) else who
    around = f"{report.text[max(0, sentence.start - BEFORE) : sentence.start]} {said}"
    crowd = is_crowd(quantity, who, around, report.text)
    headline = bool(report.title and report.title.overlaps(quantity.span))
    single = _single(quantity, report)
    return Counted(
        quantity,
        replace(who, roles=frozenset((CROWD,)), marks=frozenset((CROWD,))) if crowd else who,
        is_part(quantity, report),
        is_rest(quantity, report),
        frozenset(content_terms(quantity.place or "")),
        sentence,
        vector(content_terms(around if crowd else said)),
        headline,
        headline or quantity.span.start - begins < LEAD,
        single,
        _rank(quantity, report) if single else "",
        _age(quantity, report) if single else None,
        per=period(quantity, report.text, sentence),
        fate=fate(quantity, report.text),
        cause=cause(quantity, report.text, sentence, report.text[: begins + LEAD]),
        subtotal=is_subtotal(quantity, report.text, sentence),
    )


# ---- one person ----


def _single(quantity: Quantity, report: Report) -> str:
    """What one person told of without a number is: "man"; empty for a count.

    It may be one of several, so it is set beside others of its kind only, not beside a count of all.
    """
    number = quantity.number.of(report.text).lower()
    counts = number[0].isdigit() or number in words("counting", "one")
    if counts or quantity.value != 1 or quantity.modifier == "share":
        return ""
    said = [word for word in tokens(quantity.unit) if word[0].isalpha()]
    return said[-1] if said and not said[-1].endswith("old") else "person"


def _rank(quantity: Quantity, report: Report) -> str:
    known = (*table("quantities")["number"]["ordinals"], "another")
    said = tokens(f"{quantity.number.of(report.text)} {quantity.unit}")
    return next((word for word in said if word in known), "")


_AGE = re.compile(
    r"\b(\d{1,3}|[a-z]{3,9})[\s-](year|month|week|day)s?[\s-]old\b|^\s*[,(]\s*(\d{1,2})\s*[,;)]",
    re.IGNORECASE,
)
_YEARS = {"year": 1, "month": 12, "week": 52, "day": 365}


def _age(quantity: Quantity, report: Report) -> float | None:
    """The age of one person: "a 27-year-old man", "a man, 27, …"."""
    span, text = quantity.span, report.text
    found = _AGE.search(span.of(text)) or _AGE.match(text[span.end : span.end + 12])
    if not found or found[3]:
        return float(found[3]) if found else None
    known = table("quantities")["number"]
    said = found[1].lower()
    value: float | None = int(said) if said.isdigit() else {**known["units"], **known["teens"]}.get(said)
    return None if value is None else value / _YEARS[found[2].lower()]
