"""What each quantity counts, facet by facet: who, where, whether all of them, and what is told beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sayso.data import table, words
from sayso.model import Category, Quantity, Report
from sayso.reconcile.kinds import CROWD, Kind, is_crowd, kind
from sayso.reconcile.terms import body, content_terms, sentence_at, tokens, vector
from sayso.span import Span

PEOPLE: Set[Category] = {
    "killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced",
}  # fmt: skip
LEAD = 500  # characters of the report's own words that tell first what it is about
NARROW = 10  # days: an interval as narrow as this dates an event
NEXT = 300  # characters within which one report sets two counts beside each other
LONG = timedelta(days=60)
BEFORE = 300  # characters in which a count of a crowd finds what the crowd is
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
    whether it happened long before any report of the story; ``daily``: whether it is what one day has added.
    ``subtotal``: whether others died elsewhere or later; ``whole``: the bounds of what it is told as a part
    of, if it is of no kind of people itself.
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
    daily: bool = False
    subtotal: bool = False
    whole: tuple[float | None, float | None] | None = None


def all_counted(
    quantities: Sequence[Quantity], reports: Mapping[str, Report], unnamed: Set[str] = frozenset()
) -> list[Counted]:
    """The quantities of a story, which stand in the order of their reports, with their facets.

    ``unnamed``: those of the speakers whom no report names.
    """
    first = min(filter(None, (report.published.earliest for report in reports.values())), default=None)
    begins = {name: _begins(report) for name, report in reports.items()}
    opens = {name: _opens(report.text, begins[name]) for name, report in reports.items()}
    counts = [_counted(q, reports[q.report], begins[q.report]) for q in quantities]
    counts = _voiced(counts, [q.span.end <= opens[q.report] for q in quantities], unnamed)
    wholes = {q.id: (q.low, q.high) for q in quantities}
    dead: defaultdict[str, list[Quantity]] = defaultdict(list)
    given: defaultdict[tuple[str, str, str | None], set[float | None]] = defaultdict(set)
    for q in quantities:
        given[q.report, q.category, q.speaker].add(q.value)
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
            whole=None if c.who.marks or c.who.names else wholes.get(c.quantity.part_of or ""),
            then=bool(first and when and when.latest and when.latest + LONG < first),
        )
        for before, c in zip((None, *counts), counts, strict=False)
        for when in (c.quantity.when,)
    ]


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
        news.daily or one.proposed or news.single or one.value == other.value
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
    around = f"{report.text[max(0, sentence.start - BEFORE) : sentence.start]} {said}"
    crowd = is_crowd(quantity, who, around, report.text)
    headline = bool(report.title and report.title.overlaps(quantity.span))
    single = _single(quantity, report)
    return Counted(
        quantity,
        replace(who, roles=frozenset((CROWD,)), marks=frozenset((CROWD,))) if crowd else who,
        _is_part(quantity, report),
        _is_rest(quantity, report),
        frozenset(content_terms(quantity.place or "")),
        sentence,
        vector(content_terms(around if crowd else said)),
        headline,
        headline or quantity.span.start - begins < LEAD,
        single,
        _rank(quantity, report) if single else "",
        _age(quantity, report) if single else None,
        daily=_is_daily(quantity, report.text, sentence),
        subtotal=_is_subtotal(quantity, report.text, sentence),
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


# ---- who is left out ----

_ALONE = re.compile(r"\b(?:in|at|on|from) [^,.;]{2,40} alone\b")  # "in the capital alone"
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere (?:are|were) (?:[a-z]+ ){0,3}\S+ of (?:them|us)\b", re.I)  # all of them
_TAKEN_IN = re.compile(  # "the hospital received 38", "she saw 30": not those that others did
    r"\b(?:(?:hospital|clinic|morgue|mortuary) (?:(?:ha[sd]|have|so far|already) )*"
    r"(?:received|took in|taken in)|saw|seen)\b[^.;:]{0,25}$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:in|over|within) (?:the (?:last|past|previous) (?:24|twenty-four) hours|(?:a|one) day)\b", re.I
)
_COMMA = re.compile(r"[,;:]\s")
_CLAUSE = re.compile(r"[.;:!?\n]|\d|,\s|\band\b")  # where what is said of a count ends
_BESIDES = re.compile(r"\b(?:an?|the|his|her)\s+[\w'’-]+(?:\s+[\w'’-]+)?\s+and\s+$", re.IGNORECASE)
_WORD = 20  # characters of a word before a number
_SENTENCE = re.compile(r"[^.;:!?\n]*")


def _is_part(quantity: Quantity, report: Report) -> bool:
    """Whether some may be left out: "two of the wounded", "two in critical condition", a list of people."""
    number, unit = quantity.number.of(report.text), set(tokens(quantity.unit))
    if _is_list(number) or number.lower() == "both" or unit & words("counting", "partitive"):
        return True
    exact = quantity.value is not None and quantity.modifier != "share"  # not "hundreds of people"
    everybody = _THERE.search(report.text[max(0, quantity.span.start - _WORD) : quantity.number.end + 8])
    if exact and _OF.match(report.text, quantity.number.end) and not everybody:
        return True
    before = report.text[max(0, quantity.span.start - 60) : quantity.span.start]
    if unit & words("counting", "rest") and _BESIDES.search(before):  # "a driver and two others"
        return True
    if quantity.category in ("killed", "injured") and _TAKEN_IN.search(before):
        return True
    after = report.text[quantity.span.end : quantity.span.end + 80]
    if _ALONE.search(_CLAUSE.split(before)[-1]) or _ALONE.search(_CLAUSE.split(after, maxsplit=1)[0]):
        return True
    said = set(tokens(_CLAUSE.split(after, maxsplit=1)[0]))
    if quantity.category == "injured":
        return bool(said & words("counting", "by_degree"))
    if quantity.category != "killed":
        return False
    then = _SENTENCE.match(after)
    if unit & words("counting", "bodies") and said & words("counting", "handled"):
        return True
    killer = then is not None and set(tokens(then[0])) & words("counting", "reflexive")
    return bool(killer or said & words("counting", "places"))


def _is_subtotal(quantity: Quantity, text: str, sentence: Span) -> bool:
    """Whether those who died there and then are set apart: "12 died on the spot and two died later"."""
    there, *others = _CLAUSE.split(text[quantity.span.end : sentence.end])
    told = {word for other in others for word in tokens(other)} & {*table("counting")["category"]["killed"]}
    limited = set(tokens(there)) & (words("counting", "places") | words("counting", "at_once"))
    return quantity.category == "killed" and bool(limited and told)


def _is_daily(quantity: Quantity, text: str, sentence: Span) -> bool:
    """Whether it is what one day has added: "three deaths in the past 24 hours", "new cases"."""
    before, after = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    clause = _COMMA.split(after, maxsplit=1)[0]
    opening = _COMMA.split(before, maxsplit=1)[0] if _COMMA.search(before) else ""
    return bool(_DAY.search(clause) or _DAY.search(opening))


def _is_rest(quantity: Quantity, report: Report) -> bool:
    """Whether somebody else has been counted already: "two others", "two more", "another two"."""
    before = tokens(report.text[max(0, quantity.number.start - _WORD) : quantity.number.start])[-1:]
    return bool({*tokens(quantity.unit), *before} & words("counting", "rest"))


def _is_list(number: str) -> bool:
    """Whether a count is a list of people: it may leave others out. "One hundred and five" is none."""
    return " and " in number and not set(tokens(number)) <= _number_words() | {"a", "and"}


@cache
def _number_words() -> frozenset[str]:
    known = table("quantities")["number"]
    return frozenset(word for key in ("units", "teens", "tens", "scales", "parts") for word in known[key])
