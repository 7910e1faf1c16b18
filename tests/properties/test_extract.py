"""Laws of extract: any text is survived, every span quotes the text, nothing comes from furniture."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract import extract
from sayso.extract.attributions.quotations import find_quotations
from sayso.model import Marked, Reading, Report
from sayso.span import Span

WORDS = [
    "Mara", "Quill", "said", "told", "Reuters", "that", "the", "dam", "was", "safe", "he", "she", "it",
    "according", "to", "quoted", "as", "saying", "denied", "called", "for", "on", "by", "both", "sides",
    "officials", "spokeswoman", "killed", "12", "Monday", "March", "3", "Peru", "Kelmouth", "-", "—", ":",
    ".", "?", "\"", "“", "”", "'", "‘", "’", "''", "«", "(", ")", "\n", "\u00a0", "\u200b", "\ufffd", "é",
    ",", "who", "they", "ق", "U.S.", "not", "and", "think", "a", "minister", "QUILL:", "0", "%",
]  # fmt: skip
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKS = "\"“”'‘’„«»` "

scrambled = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
texts = st.one_of(scrambled, st.text(max_size=120))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    furniture = tuple(Marked(Span(a, b), "menu") for a, b in pairs if a < b)
    title = Span(0, len(first)) if (first := text.split("\n")[0]) and draw(st.booleans()) else None
    return Report("r", text, "x", language="en", furniture=furniture, title=title)


def spans_of(reading: Reading) -> Iterator[Span]:
    for entity in reading.entities:
        yield from (mention.span for mention in entity.mentions)
    for attribution in reading.attributions:
        yield from (*attribution.cue, *attribution.content)
        yield from (attribution.source,) if attribution.source else ()
    yield from (event.span for event in reading.events)
    yield from (quantity.span for quantity in reading.quantities)


@SOME
@given(reports())
def test_any_text_is_survived_and_every_span_lies_in_the_report(report: Report) -> None:
    reading = extract(report)
    for span in spans_of(reading):
        assert span.end <= len(report.text)
        assert span.of(report.text).strip()


@SOME
@given(reports())
def test_nothing_comes_from_furniture(report: Report) -> None:
    for span in spans_of(extract(report)):
        assert not any(marked.span.overlaps(span) for marked in report.furniture)


@SOME
@given(reports())
def test_ids_are_unique_and_lead_to_something(report: Report) -> None:
    reading = extract(report)
    ids = [entity.id for entity in reading.entities]
    ids += [attribution.id for attribution in reading.attributions]
    ids += [event.id for event in reading.events]
    assert len(ids) == len(set(ids))
    entities = {entity.id for entity in reading.entities}
    attributions = {a.id: a for a in reading.attributions}
    for attribution in reading.attributions:
        assert attribution.speaker is None or attribution.speaker in entities
        assert attribution.nested_in is None or attribution.nested_in in attributions
        assert attribution.nested_in != attribution.id
        assert attribution.content
        assert bool(attribution.relay) == (attribution.speaker is not None)


@settings(SOME, max_examples=15)
@given(reports())
def test_the_same_text_gives_the_same_reading(report: Report) -> None:
    assert extract(report) == extract(report)


@given(texts)
def test_quotations_lie_in_the_text_apart_from_each_other(text: str) -> None:
    found = find_quotations(text)
    for quotation in found:
        assert quotation.outer.contains(quotation.inner)
        assert quotation.inner.of(text).strip()
        assert quotation.outer.of(text)[0] in MARKS
        assert not quotation.closed or quotation.outer.of(text)[-1] in MARKS
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))


@given(st.lists(st.from_regex(r"[A-Z][a-z ]{3,20}[a-z]\.", fullmatch=True), min_size=1, max_size=4))
def test_whole_quotations_are_read_back(sentences: list[str]) -> None:
    text = " ".join(f"“{sentence}” Then it rained." for sentence in sentences)
    assert [q.inner.of(text) for q in find_quotations(text)] == [re.sub(r"^ | $", "", s) for s in sentences]
