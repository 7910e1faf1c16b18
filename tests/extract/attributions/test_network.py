"""The shipped network: whole, the same on every run, and able to read a plain sentence."""

import pytest

from sayso.extract.attributions.network import DamagedWeights, _checked, find_spotted
from sayso.extract.attributions.spotter import Spotted
from sayso.model import Marked, Report
from sayso.span import Span

SENTENCE = "The dam has held, a port official told Harbour Radio on Friday."


def spotted(text: str, furniture: tuple[Marked, ...] = ()) -> list[Spotted]:
    report = Report("r", text, "", language="en", furniture=furniture)
    return find_spotted(report, 0.5)


def test_a_plain_sentence() -> None:
    (one,) = spotted(SENTENCE)
    assert one.source is not None
    assert one.source.of(SENTENCE) == "a port official"
    assert one.cue.of(SENTENCE) == "told"
    assert [span.of(SENTENCE) for span in one.content] == ["The dam has held"]


def test_what_is_furniture_is_not_read() -> None:
    text = f"{SENTENCE}\n{SENTENCE}"
    first = Marked(Span(0, len(SENTENCE)), "promo")
    assert [one.cue.start > len(SENTENCE) for one in spotted(text, (first,))] == [True]


def test_the_same_on_every_run() -> None:
    text = " ".join([SENTENCE, "“We will rebuild,” Ana Quill said. She denied that the wall was weak."] * 30)
    assert spotted(text) == spotted(text)


def test_nothing_in_nothing_out() -> None:
    assert spotted("") == []


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(DamagedWeights, match="tokenizer"):
        _checked("tokenizer.json", "0" * 64)
