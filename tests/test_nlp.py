"""What is parsed: passages without furniture, their positions, and words that dirty pages glue together."""

import subprocess
import sys

import pytest

from sayso.model import Marked, Report
from sayso.nlp import LONGEST, parse, passages
from sayso.span import Span

TEXT = (
    "Share this page\nThe ferry sank. | Advertisement | Two people are missing.\n\n  The port is closed.  \n"
)


def report(text: str, *furniture: str, language: str = "en", title: str = "") -> Report:
    holes = tuple(Marked(Span(text.index(f), text.index(f) + len(f)), "menu") for f in furniture)
    at = text.index(title)
    return Report(
        "r", text, "x", language=language, furniture=holes, title=Span(at, at + len(title)) if title else None
    )


def test_passages_are_the_lines_without_furniture() -> None:
    read = report(TEXT, "Share this page", "| Advertisement |")
    assert [span.of(TEXT) for span in passages(read)] == [
        "The ferry sank.",
        "Two people are missing.",
        "The port is closed.",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("29 people lost\ntheir homes\n(ORAS)", ["29 people lost\ntheir homes", "(ORAS)"]),
        ("They fled.\nhome at last", ["They fled.", "home at last"]),
        ("Floods\nThey fled.", ["Floods", "They fled."]),
        ("They lost\n\ntheir homes", ["They lost", "their homes"]),
    ],
)
def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before(text: str, lines: list[str]) -> None:
    assert [span.of(text) for span in passages(Report("r", text, "", language="en"))] == lines


def test_a_long_line_is_parsed_in_pieces_cut_at_spaces() -> None:
    text = "word " * LONGEST
    pieces = passages(report(text))
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(piece.of(text) for piece in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(text[piece.start - 1 : piece.start] in ("", " ") for piece in pieces)


def test_a_line_without_spaces_is_cut_anywhere() -> None:
    text = "x" * (2 * LONGEST + 1)
    assert [len(piece) for piece in passages(report(text))] == [LONGEST, LONGEST, 1]


@pytest.mark.parametrize("language", ["en", "und"])
def test_tokens_point_at_the_text(language: str) -> None:
    for passage in parse(report(TEXT, language=language)):
        assert passage.text == passage.whole.of(TEXT)
        for token in passage.doc:
            assert passage.span(token).of(TEXT) == token.text == passage.words(passage.span(token))
            tokens = passage.tokens(passage.span(token))
            assert tokens is not None
            assert [t.text for t in tokens] == [token.text]
        assert passage.tokens(Span(len(TEXT) + 5, len(TEXT) + 9)) is None


def test_other_languages_are_not_parsed() -> None:
    assert parse(report("La nave è affondata.", language="it")) == []


@pytest.mark.parametrize("text", ["", "\n", " \t\u00a0\n"])
def test_nothing_to_parse(text: str) -> None:
    assert parse(report(text)) == []


def test_the_title_is_marked() -> None:
    text = "Ferry sinks\nThe ferry sank."
    assert [p.title for p in parse(report(text, title="Ferry sinks"))] == [True, False]


GLUED = [
    ("Quill said,“We go,”and left.", ["said", ",", "“", "We"]),
    ('Quill said:"We go".She left.', ["said", ":", '"', "We"]),
    ("She left.“We go.”", ["left", ".", "“", "We"]),
    ("She called 911.Nobody came.", ["911", ".", "Nobody"]),
    ("the 6\"2 man and the workers'union", ['6"2']),
]


@pytest.mark.parametrize(("text", "tokens"), GLUED)
def test_signs_stand_alone_where_a_space_was_lost(text: str, tokens: list[str]) -> None:
    (passage,) = parse(report(text))
    found = [token.text for token in passage.doc]
    assert any(found[n : n + len(tokens)] == tokens for n in range(len(found)))


def test_no_http_client_is_loaded_and_spacy_stays_whole() -> None:
    script = """
import sys
import sayso.extract.attributions
print(sorted({"httpx", "requests", "spacy.cli"} & sys.modules.keys()))
import spacy.cli
print(spacy.cli.download.__name__)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "download"]
