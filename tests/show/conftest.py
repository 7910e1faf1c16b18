# ruff: noqa: E501
"""A story written by hand, with everything in it that show has to show. All of it is fictional."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sayso.model import (
    Attribution,
    Entity,
    Event,
    Evidence,
    Expression,
    Interval,
    Marked,
    Origin,
    Publisher,
    Quantity,
    RawRun,
    Report,
    Timex,
)
from sayso.span import Span
from sayso.story import (
    Disagreement,
    Figure,
    Pair,
    Side,
    Statement,
    Story,
    TimelineEntry,
    Variant,
    Voice,
    Wording,
)

HERALD = """Vellmar Herald | 4 May 2031
Dam bursts above Ostrava Vale
At least 12 people were killed when the Korrin dam burst late on Friday, the regional governor, Ilse Marrek, said.
"We had no warning at all," Marrek told reporters.
Photo: Jon Addo
Read also: Ferry sinks, 300 dead
"""
COURIER = """Toll in dam disaster rises to 19
Nineteen people were killed, a rescue official told the Vellmar Herald.
The operator, Korrin Water, denied that there had been no warning. "Sirens sounded at nine," it said.
Flood victims were martyred by negligence, a survivor said.
"""
EVENING = """Dam bursts above Ostrava Vale
At least 12 people were killed when the Korrin dam burst late on Friday, the regional governor, Ilse Marrek, said.
asdf kjh water the was people
"""
TEXTS = {"aaaa": HERALD, "bbbb": COURIER, "cccc": EVENING}


def at(report: str, words: str) -> Span:
    """Where ``words`` stand in a report of the sample."""
    start = TEXTS[report].index(words)
    return Span(start, start + len(words))


def marked(report: str, words: str, label: str) -> Marked:
    return Marked(at(report, words), label)


def quantity(number: int, report: str, words: str, value: float, digits: str, **more: object) -> Quantity:
    plain = {
        "low": value,
        "high": value,
        "modifier": "exact",
        "unit": "people",
        "category": "killed",
        "speaker": "s-e1",
    }
    return Quantity(
        id=f"{report}-q{number}", report=report, span=at(report, words), number=at(report, digits), value=value,
        **{**plain, **more},  # type: ignore[arg-type]
    )  # fmt: skip


def attribution(number: int, report: str, source: str, cue: str, content: str, **more: object) -> Attribution:
    plain = {"speaker": "s-e1", "kind": "indirect", "polarity": "assert", "relay": ("Ilse Marrek",)}
    return Attribution(
        id=f"{report}-a{number}", report=report, source=at(report, source), cue=(at(report, cue),),
        content=(at(report, content),), **{**plain, **more},  # type: ignore[arg-type]
    )  # fmt: skip


REPORTS = (
    Report(
        id="aaaa", text=HERALD, sha256="aaaa" * 16, path="pages/herald.txt", url="https://herald.example/dam",
        title=at("aaaa", "Dam bursts above Ostrava Vale"), language="en",
        publisher=Publisher("Vellmar Herald", at("aaaa", "Vellmar Herald")),
        published=Interval(date(2031, 5, 4), date(2031, 5, 4), "stated in the header line"),
        furniture=(marked("aaaa", "Photo: Jon Addo", "credit"),
                   marked("aaaa", "Read also: Ferry sinks, 300 dead", "promo")),
    ),
    Report(
        id="bbbb", text=COURIER, sha256="bbbb" * 16, path="pages/courier.html", source_id="c-17",
        title=at("bbbb", "Toll in dam disaster rises to 19"), language="en", publisher=Publisher("Night Courier"),
        published=Interval(date(2031, 5, 4), None, "cites the Vellmar Herald of 4 May; nothing bounds it above"),
        credits=(marked("bbbb", "Vellmar Herald", "Vellmar Herald"),),
        raw=(RawRun(0, 32, 120, 152), RawRun(33, 60, 160, 187)), extra={"section": "World", "tags": ["dam"]},
    ),
    Report(
        id="cccc", text=EVENING, sha256="cccc" * 16, url="https://evening.example/1", language="en",
        heading="Dam bursts (evening edition)", published=Interval(None, date(2031, 5, 9), "before the last report"),
        warnings=(marked("cccc", "asdf kjh water the was people", "garbled"),),
        origin=Origin("aaaa", "repeats 100 % of its words"),
    ),
)  # fmt: skip

MARREK = Voice(
    "Ilse Marrek", "s-e1", ("aaaa", "cccc"), "both reports name her; the second is a copy of the first"
)
RESCUE = Voice("a rescue official", "s-e2", ("bbbb",), "relayed by the Vellmar Herald")

STORY = Story(
    id="5701e", title="Dam bursts above Ostrava Vale", reports=REPORTS,
    entities=(
        Entity("s-e1", "Ilse Marrek", "person", ("Marrek", "the regional governor"),
               (Evidence("aaaa", at("aaaa", "Ilse Marrek")), Evidence("cccc", at("cccc", "Ilse Marrek")))),
        Entity("s-e2", "a rescue official", "person", (), (Evidence("bbbb", at("bbbb", "a rescue official")),), True),
        Entity("s-e3", "Korrin Water", "organisation", (), (Evidence("bbbb", at("bbbb", "Korrin Water")),)),
    ),
    times=(
        Timex("aaaa-t1", "aaaa", at("aaaa", "4 May 2031"), "DATE", Expression("date", 2031, 5, 4), "2031-05-04",
              Interval(date(2031, 5, 4), date(2031, 5, 4), "")),
        Timex("aaaa-t2", "aaaa", at("aaaa", "late on Friday"), "DATE",
              Expression("weekday", weekday=5, daypart="EV", tense="past", until=Expression("ref", value="PRESENT_REF")),
              "2031-05-02TEV", Interval(date(2031, 5, 2), date(2031, 5, 2), "the Friday before it was published"),
              "published"),
    ),
    quantities=(
        quantity(1, "aaaa", "At least 12 people", 12, "12", high=None, modifier="at_least", attribution="aaaa-a1",
                 relay=("Ilse Marrek",), place="Ostrava Vale", time="aaaa-t2",
                 as_of=Interval(date(2031, 5, 4), date(2031, 5, 4), "published")),
        quantity(1, "bbbb", "Nineteen people", 19, "Nineteen", speaker="s-e2", attribution="bbbb-a1",
                 relay=("a rescue official", "Vellmar Herald"), as_of=Interval(date(2031, 5, 4), None, "published")),
        quantity(1, "cccc", "At least 12 people", 12, "12", high=None, modifier="at_least",
                 relay=("Ilse Marrek",), as_of=Interval(None, date(2031, 5, 9), "published")),
    ),
    attributions=(
        attribution(1, "aaaa", "the regional governor, Ilse Marrek", "said.",
                    "At least 12 people were killed when the Korrin dam burst late on Friday"),
        attribution(2, "aaaa", "Marrek told", "told", "We had no warning at all,", kind="direct", audience="reporters"),
        attribution(1, "bbbb", "a rescue official", "told", "Nineteen people were killed", speaker="s-e2",
                    relay=("a rescue official", "Vellmar Herald")),
        attribution(2, "bbbb", "Korrin Water", "denied", "that there had been no warning", speaker="s-e3",
                    polarity="deny", relay=("Korrin Water",)),
        attribution(3, "bbbb", "it said", "said", "Sirens sounded at nine", speaker="s-e3", kind="direct",
                    relay=("Korrin Water",), nested_in="bbbb-a2"),
        attribution(1, "cccc", "the regional governor, Ilse Marrek", "said.",
                    "At least 12 people were killed when the Korrin dam burst late on Friday"),
    ),
    figures=(
        Figure("s-f1", "people killed", ("aaaa-q1", "bbbb-q1", "cccc-q1"), "conflicts",
               (Pair("aaaa-q1", "bbbb-q1", "progresses", "a later count, and higher"),
                Pair("aaaa-q1", "cccc-q1", "agree", "the same words"),
                Pair("bbbb-q1", "cccc-q1", "conflicts", "19 is said to be exact")), 12, None, (MARREK, RESCUE)),
    ),
    statements=(
        Statement("s-s1", "s-e1", ("aaaa-a1", "cccc-a1"), (MARREK,)),
        Statement("s-s2", "s-e1", ("aaaa-a2",), (MARREK,)),
        Statement("s-s3", "s-e2", ("bbbb-a1",), (RESCUE,)),
        Statement("s-s4", "s-e3", ("bbbb-a2",), (Voice("Korrin Water", "s-e3", ("bbbb",), "its own words"),)),
        Statement("s-s5", "s-e3", ("bbbb-a3",), (Voice("Korrin Water", "s-e3", ("bbbb",), "its own words"),)),
    ),
    disagreements=(
        Disagreement("s-d1", "a warning before the burst", "claim_denial",
                     (Side("s-e1", ("aaaa-a2",)), Side("s-e3", ("bbbb-a2", "bbbb-a3")))),
        Disagreement("s-d2", "people killed", "figure_conflict", (Side("s-e1", ("cccc-q1",)), Side("s-e2", ("bbbb-q1",)))),
    ),
    timeline=(
        TimelineEntry("s-t1", Interval(date(2031, 5, 2), date(2031, 5, 2), "Friday"), "the Korrin dam burst",
                      (Evidence("aaaa", at("aaaa", "the Korrin dam burst")),
                       Evidence("cccc", at("cccc", "the Korrin dam burst"))), "stated by Ilse Marrek"),
        TimelineEntry("s-t2", Interval(None, date(2031, 5, 4), "no later than the report"), "Sirens sounded",
                      (Evidence("bbbb", at("bbbb", "Sirens sounded")),), "reported"),
    ),
    wording=(
        Wording("those who died", (Variant("killed", Evidence("aaaa", at("aaaa", "killed"))),
                                   Variant("martyred", Evidence("bbbb", at("bbbb", "martyred"))))),
    ),
)  # fmt: skip

EVENT = Event("aaaa-v1", "aaaa", at("aaaa", "burst late"), "aaaa-t2")


@pytest.fixture(scope="session")
def story() -> Story:
    """The dam story: three reports, a copy, a relay, a conflict, a denial, a garbled line, an undated report."""
    return STORY


# ---- the same story as a hostile page would have it ----

HOSTILE = (
    "<script>document.title='ran'</script><img src=http://tracker.example/x onerror=\"document.title='ran'\">"
    "</style></title><a href='javascript:document.title=1'>x</a>'\"{{7*7}}[bold red]markup[/] \x1b[31m\x07 \u202egnp.exe"
)
WORDS = {
    "title", "heading", "name", "names", "basis", "label", "why", "topic", "certainty", "referent", "audience", "unit",
    "place", "party", "aliases", "relay", "path", "source_id", "language", "text",
}  # fmt: skip


def poisoned(node: Any, words: str = HOSTILE) -> Any:
    """``node`` with ``words`` added in every field that words can reach; what ids and spans point at stays."""
    if isinstance(node, tuple):
        return tuple(poisoned(part, words) for part in node)
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    changed = {}
    for field in dataclasses.fields(node):
        value = getattr(node, field.name)
        reached = field.name in WORDS and not isinstance(node, (Side, Origin))
        changed[field.name] = worse(value, words) if reached else poisoned(value, words)
    return dataclasses.replace(node, **changed)


def worse(value: Any, words: str) -> Any:
    if isinstance(value, str):
        return value + words
    return tuple(worse(part, words) for part in value) if isinstance(value, tuple) else poisoned(value, words)


@pytest.fixture(scope="session")
def with_words() -> Callable[[str], Story]:
    """The dam story with any words wherever a page could put them."""
    return lambda words: poisoned(STORY, words)


@pytest.fixture(scope="session")
def hostile() -> Story:
    """The dam story with script, links and control characters wherever a page could put them."""
    story: Story = poisoned(STORY)
    first, second, third = story.reports
    inside = marked_at(first.text, "<script>", "</script>", "promo" + HOSTILE)
    first = dataclasses.replace(
        first, url="javascript:document.title='ran'", furniture=(*first.furniture, inside)
    )
    second = dataclasses.replace(second, url="http://[not an address", extra={HOSTILE: HOSTILE})
    third = dataclasses.replace(third, url="https://evening.example/\"onclick='document.title=1'" + HOSTILE)
    return dataclasses.replace(story, reports=(first, second, third))


def marked_at(text: str, first: str, last: str, label: str) -> Marked:
    return Marked(Span(text.index(first), text.index(last) + len(last)), label)
