"""The story file keeps everything (law 4), quotes exactly (law 1), and is never half-written."""

from __future__ import annotations

import dataclasses
import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Entity, Evidence, Expression, Marked, Quantity, RawRun, Report, Timex
from sayso.show import files, storyfile
from sayso.span import Span
from sayso.story import Disagreement, Figure, Side, Statement, Story, TimelineEntry, Variant, Wording

REPORT = (
    "id source_id path url sha256 title publisher language published text furniture credits origin warnings "
    "raw extra heading"
)
QUANTITY = (
    "id report start end quote number value low high modifier unit category party place when as_of speaker "
    "relay attribution"
)
ATTRIBUTION = "id report source speaker cue content kind polarity relay audience said nested_in"
CONTRACT = {
    "reports": REPORT,
    "entities": "id name kind aliases mentions",
    "times": "id report start end quote type value interval anchor",
    "quantities": QUANTITY,
    "attributions": ATTRIBUTION,
    "figures": "id label members agreement pairs range origins",
    "statements": "id speaker members origins",
    "disagreements": "id topic type sides",
    "timeline": "id earliest latest basis label evidence certainty",
    "wording": "referent variants",
}


# ---- any story at all ----

IDS = st.sampled_from(["r1", "r2"])
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers() | NUMBERS | st.text(max_size=5),
    lambda part: st.lists(part, max_size=2) | st.dictionaries(st.text(max_size=3), part, max_size=2),
    max_leaves=4,
)


def few(part: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(part, max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 40))
    return Span(start, start + draw(st.integers(1, 40)))


def of(kind: Any, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass: what is not given follows from its types."""
    named = {f.name for f in dataclasses.fields(kind)}
    usual = {
        "report": IDS,
        "span": spans(),
        "relay": few(st.text(max_size=5)),
        "low": NUMBERS,
        "high": NUMBERS,
    }
    return st.builds(kind, **{key: part for key, part in usual.items() if key in named} | given)


def reports(name: str) -> st.SearchStrategy[Any]:
    marks = few(of(Marked))
    return of(
        Report, id=st.just(name), text=st.text(max_size=90), title=st.none() | spans(), extra=st.dictionaries(
            st.text(max_size=3), JSON, max_size=2), furniture=marks, credits=marks, warnings=marks,
        raw=few(st.builds(RawRun)),
    )  # fmt: skip


EXPRESSIONS = of(Expression, until=st.none() | of(Expression, until=st.none()))
STORIES = st.builds(
    Story,
    reports=st.tuples(reports("r1"), reports("r2")),
    entities=few(of(Entity, mentions=few(of(Evidence)))),
    times=few(of(Timex, expression=EXPRESSIONS)),
    quantities=few(of(Quantity, number=spans(), value=NUMBERS)),
    attributions=few(of(Attribution, source=st.none() | spans(), cue=few(spans()), content=few(spans()))),
    figures=few(of(Figure)),
    statements=few(of(Statement)),
    disagreements=few(of(Disagreement, sides=few(of(Side)))),
    timeline=few(of(TimelineEntry, evidence=few(of(Evidence)))),
    wording=few(of(Wording, variants=few(of(Variant, evidence=of(Evidence))))),
)
st.register_type_strategy(Span, spans())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STORIES, max_size=2))
def test_any_story_comes_back_exactly(stories: list[Story]) -> None:
    data = storyfile.dump(stories)
    assert storyfile.load(data) == stories
    assert storyfile.load(json.loads(storyfile.text(stories))) == stories
    assert json.loads(storyfile.text(stories)) == data


# ---- the contract ----


@pytest.mark.parametrize("part", sorted(CONTRACT))
def test_every_key_of_the_contract_is_there(part: str, story: Story) -> None:
    [written] = storyfile.dump([story])["stories"]
    assert written[part]
    for node in written[part]:
        assert set(CONTRACT[part].split()) <= node.keys()


def test_every_quote_is_the_slice_of_its_report(story: Story) -> None:
    [written] = storyfile.dump([story])["stories"]
    texts = {report["id"]: report["text"] for report in written["reports"]}
    found = list(quotes(written, None))
    assert len(found) > 40
    for report, node in found:
        assert node["quote"] == texts[report][node["start"] : node["end"]] != ""


def quotes(node: Any, report: Any) -> Any:
    if isinstance(node, dict):
        report = node.get("report") or (node["id"] if "sha256" in node else report)
        if "quote" in node:
            yield report, node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from quotes(child, report)


def test_shapes_of_the_contract(story: Story) -> None:
    [written] = storyfile.dump([story])["stories"]
    herald, courier, evening = written["reports"]
    assert herald["published"] == {
        "earliest": "2031-05-04", "latest": "2031-05-04", "basis": "stated in the header line"
    }  # fmt: skip
    assert herald["furniture"][0]["kind"] == "credit"
    assert courier["credits"][0]["name"] == "Vellmar Herald"
    assert courier["raw"]["runs"] == [[0, 32, 120, 152], [33, 60, 160, 187]]
    assert herald["raw"] is None
    assert evening["origin"] == {"name": "aaaa", "basis": "repeats 100 % of its words"}
    assert evening["warnings"][0]["kind"] == "garbled"
    assert written["figures"][0]["range"] == {"low": 12, "high": None}
    assert written["timeline"][0]["latest"] == "2031-05-02"
    assert written["wording"][0]["variants"][1]["quote"] == "martyred"
    assert written["quantities"][0]["number"]["quote"] == "12"


def test_times_keep_what_they_say_and_nothing_else(story: Story) -> None:
    [written] = storyfile.dump([story])["stories"]
    assert written["times"][0]["expression"] == {"form": "date", "year": 2031, "month": 5, "day": 4}


@pytest.mark.parametrize(
    "text", ["\ud800 lone", "\x00\x1b[31m", "\u202egnp.exe", "\u2028\u2029", "</script>"]
)
def test_any_text_is_survived(text: str) -> None:
    kept = [Story("s", text, (Report("r", text, "0" * 64, extra={text: text}),))]
    assert storyfile.load(json.loads(storyfile.text(kept).encode())) == kept


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_what_json_has_no_word_for_is_kept_as_a_word(number: float) -> None:
    [story] = storyfile.dump([Story("s", "", (Report("r", "", "0" * 64, extra={"n": number}),))])["stories"]
    assert story["reports"][0]["extra"] == {"n": str(number)}


@pytest.mark.parametrize("data", [{}, {"version": 2, "stories": []}, {"version": None}])
def test_other_versions_are_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a story file of version 1"):
        storyfile.load(data)


def test_a_key_that_is_missing_takes_its_default(story: Story) -> None:
    data = storyfile.dump([story])
    for report in data["stories"][0]["reports"]:
        del report["heading"], report["raw"]
    assert storyfile.load(data)[0].reports[1].raw == ()


# ---- writing ----


def test_nothing_half_written_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "s.json").write_text("before")

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        files.replace(tmp_path / "s.json", b"after")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("s.json", "before")]


def test_a_written_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    files.replace(tmp_path / "s.json", b"{}")
    assert (tmp_path / "s.json").stat().st_mode == (tmp_path / "plain").stat().st_mode
