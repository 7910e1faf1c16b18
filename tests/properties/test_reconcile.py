"""The laws of reconciling, on readings of every shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import (
    UNKNOWN,
    Attribution,
    Category,
    Entity,
    Evidence,
    Interval,
    Modifier,
    Polarity,
    Publisher,
    Quantity,
    Reading,
    Report,
)
from sayso.reconcile import reconcile
from sayso.span import Span

WORDS = [
    "The",
    "dam",
    "above",
    "Ostrava",
    "Vale",
    "burst",
    "on",
    "Friday",
    "12",
    "people",
    ",",
    "killed",
    ".",
    "no",
]
DAYS = st.dates(date(2031, 5, 1), date(2031, 6, 30)) | st.dates()
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
NAMES = ["Ana Sorel", "Sorel", "Tamsel Hydro", "Kenya", "a senior official", "\u0130 \u00df", "?"]
NUMBERS = st.none() | st.integers(0, 50).map(float) | st.floats(allow_nan=False)
LAW = settings(max_examples=60, deadline=None)


def intervals() -> st.SearchStrategy[Interval]:
    def made(first: date | None, days: int | None) -> Interval:
        if first is None or days is None or days > (date.max - first).days:
            return Interval(first, None, "made")
        return Interval(first, first + timedelta(days), "made")

    return st.just(UNKNOWN) | st.builds(made, st.none() | DAYS, st.none() | st.integers(0, 400))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def quantities(draw: st.DrawFn, name: str, text: str, speakers: Sequence[str]) -> Quantity:
    report = name.split("-")[0]
    span, speaker = draw(spans(text)), draw(st.sampled_from([None, *speakers]))
    return Quantity(
        id=name,
        report=report,
        span=span,
        number=span,
        value=draw(NUMBERS),
        low=draw(NUMBERS),
        high=draw(NUMBERS),
        modifier=draw(st.sampled_from(get_args(Modifier))),
        unit=draw(st.sampled_from(["people", "them", "soldiers", "", "\x00"])),
        category=draw(st.sampled_from(get_args(Category))),
        place=draw(st.sampled_from([None, "Ostrava Vale", ""])),
        proposed=draw(st.booleans()),
        when=draw(st.none() | intervals()),
        speaker=speaker,
        relay=(speaker,) if speaker else (),
    )


@st.composite
def sayings(draw: st.DrawFn, name: str, text: str, speakers: Sequence[str]) -> Attribution:
    speaker = draw(st.sampled_from([None, *speakers]))
    content = tuple(sorted(draw(st.lists(spans(text), min_size=1, max_size=2))))
    polarity = draw(st.sampled_from(get_args(Polarity)))
    relay = (speaker,) if speaker else ()
    return Attribution(name, name.split("-")[0], None, speaker, (), content, "indirect", polarity, relay)


@st.composite
def readings(draw: st.DrawFn, name: str) -> Reading:
    text = draw(TEXTS)
    report = Report(
        name, text, "", published=draw(intervals()), publisher=draw(st.none() | st.just(Publisher("A")))
    )
    if not text:
        return Reading(report)
    entities = []
    for n, who in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))):
        kind: Any = draw(st.sampled_from(["person", "organisation", "place"]))
        mention = Evidence(name, draw(spans(text)))
        entities.append(Entity(f"{name}-e{n}", who, kind, (who,), (mention,), who.startswith("a ")))
    speakers = [entity.id for entity in entities]
    return Reading(
        report,
        entities=tuple(entities),
        quantities=tuple(
            draw(quantities(f"{name}-q{n}", text, speakers)) for n in range(draw(st.integers(0, 3)))
        ),
        attributions=tuple(
            draw(sayings(f"{name}-a{n}", text, speakers)) for n in range(draw(st.integers(0, 3)))
        ),
    )


@st.composite
def batches(draw: st.DrawFn) -> list[Reading]:
    return [draw(readings(f"r{n}")) for n in range(draw(st.integers(0, 4)))]


@LAW
@given(batches(), st.randoms())
def test_the_order_never_changes_the_result(batch: list[Reading], random: Any) -> None:
    other = list(batch)
    random.shuffle(other)
    assert reconcile(batch) == reconcile(other)


@LAW
@given(batches())
def test_the_same_reading_twice_changes_nothing(batch: list[Reading]) -> None:
    assert reconcile([*batch, *batch]) == reconcile(batch)


@LAW
@given(batches())
def test_nothing_is_lost_and_every_reference_resolves(batch: list[Reading]) -> None:
    stories = reconcile(batch)
    assert sorted(r.id for story in stories for r in story.reports) == sorted(r.report.id for r in batch)
    counted = sorted(m for story in stories for figure in story.figures for m in figure.members)
    assert counted == sorted(q.id for reading in batch for q in reading.quantities)
    said = sorted(m for story in stories for statement in story.statements for m in statement.members)
    assert said == sorted(a.id for reading in batch for a in reading.attributions)
    for story in stories:
        known = {entity.id for entity in story.entities}
        assert {q.speaker for q in story.quantities} | {a.speaker for a in story.attributions} <= known | {
            None
        }


@LAW
@given(readings("r0"))
def test_a_copy_adds_no_origin(reading: Reading) -> None:
    words = " ".join(f"word{n}" for n in range(40))  # long enough to be a text that somebody can copy
    report = replace(reading.report, text=f"{reading.report.text} {words}", published=UNKNOWN)
    first = replace(reading, report=report)
    alone, both = reconcile([first]), reconcile([first, _copy(first)])
    if len(both) == 1:
        for figure in both[0].figures:
            counts = {member.replace("r1", "r0") for member in figure.members}
            before = [f for f in alone[0].figures if counts & set(f.members)]
            assert len(figure.origins) <= sum(len(f.origins) for f in before)


def _copy(reading: Reading) -> Reading:
    """The same text under another id, by another outlet."""

    def renamed(name: str) -> str:
        return name.replace("r0", "r1")

    def moved(node: Any) -> Any:
        changes: dict[str, Any] = {"id": renamed(node.id), "report": "r1"}
        return replace(node, **changes, speaker=node.speaker and renamed(node.speaker))

    entities = (
        replace(e, id=renamed(e.id), mentions=tuple(replace(m, report="r1") for m in e.mentions))
        for e in reading.entities
    )
    return Reading(
        replace(reading.report, id="r1", publisher=Publisher("Another Outlet")),
        entities=tuple(entities),
        quantities=tuple(map(moved, reading.quantities)),
        attributions=tuple(map(moved, reading.attributions)),
    )


@LAW
@given(st.lists(st.sampled_from(["Vale Press", "Harbour Radio", "Courier"]), min_size=1, max_size=4))
def test_relaying_adds_no_origin(media: list[str]) -> None:
    text = "At least 12 people were killed when the dam above Ostrava Vale burst, Ana Sorel said. {}"
    batch = []
    for n, medium in enumerate(media):
        name = f"r{n}"
        speaker = Entity(f"{name}-e0", "Ana Sorel", "person", (), (Evidence(name, Span(0, 5)),))
        span = Span(0, 18)
        count = Quantity(
            f"{name}-q0", name, span, span, 12.0, 12.0, 12.0, "exact", "people", "killed",
            speaker=speaker.id, relay=("Ana Sorel", medium),
        )  # fmt: skip
        batch.append(Reading(Report(name, text.format(medium * n), ""), (speaker,), (), (count,)))
    (story,) = reconcile(batch)
    assert [[voice.name for voice in figure.origins] for figure in story.figures] == [["Ana Sorel"]]
