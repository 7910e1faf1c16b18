"""Files, folders, lists and standard input: what is read, and what is said of what cannot be."""

from __future__ import annotations

import gzip
import io
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sayso.read import InputError, Problem, read

LEAD = "Five people were killed on Tuesday when the dam gave way, the mayor said."
STORY = f"Dam gives way in Ostry\r\n\r\n{LEAD}\r\n"
HEAD = "<html><head><title>Dam gives way</title></head>"
PAGE = f"{HEAD}<body><article><p>{STORY * 3}</p></article></body></html>"


def test_a_text_is_read_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode())
    (report,), problems = read([path])
    assert (report.text, problems) == (STORY, [])
    assert report.sha256 == sha256(STORY.encode()).hexdigest()
    assert (report.id, report.path) == (report.sha256[:16], str(path))


def test_folders_are_read_in_order_without_what_is_hidden_or_unknown(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.TXT", "c.htm", ".hidden/x.txt", "b/.x.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("htm") else STORY + name)
    reports, problems = read([tmp_path])
    assert [Path(report.path or "").name for report in reports] == ["one.TXT", "two.txt", "c.htm"]
    assert [str(problem) for problem in problems] == [f"{tmp_path}: 1 not read: 1 .md"]


def test_what_a_folder_holds_besides_is_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.PDF", "c.pdf", "in/d.pdf", "in/e.docx", "in/README", "in/x.tar-of-all-pages"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "more").symlink_to(tmp_path / "in")
    reports, problems = read([tmp_path])
    assert len(reports) == 1
    assert [problem.message for problem in problems] == ["8 not read: 3 .pdf, 1 .docx, 4 others"]


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert read([tmp_path]) == ([], [Problem(str(tmp_path), None, "an empty folder")])


def test_of_many_other_kinds_the_most_frequent_are_named(tmp_path: Path) -> None:
    for name in "abcdefgh":
        (tmp_path / f"x.{name}").touch()
    _, (problem,) = read([tmp_path])
    assert problem.message == "8 not read: 1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 2 others"


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.setattr("os.access", lambda path, mode: False)
    _, problems = read([tmp_path])
    assert [str(problem) for problem in problems] == [f"{tmp_path / 'in'}: the folder may not be read"]


def test_the_same_bytes_twice_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    reports, problems = read([tmp_path, tmp_path / "." / "a.txt"])
    assert len(reports) == 3
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'b.txt'}: the same bytes as {tmp_path / 'a.txt'}: counted once"
    ]


def test_gzip_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "b.txt.gz").write_bytes(STORY.encode())
    reports, problems = read([tmp_path])
    assert (len(reports), problems) == (2, [])
    assert reports[0].sha256 == sha256(PAGE.encode()).hexdigest()


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(InputError, match="nowhere"):
        read([tmp_path / "a.txt", tmp_path / "nowhere.txt"])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"word " * 2_000_000, "one line of 10,000,000 characters"),
        ("a.html", b"<html><body><script>var x = 1</script></body></html>", "no text"),
        ("a.html", b"<div>" * 100_000 + STORY.encode(), "no text"),
        ("a.html", b"<" * 100_000, "no text"),
        ("a.md", b"A note.", "neither text"),
        ("a.txt.gz", gzip.compress(b"x" * 40 * 2**20), "larger than"),
        ("a.html.gz", gzip.compress(PAGE.encode())[:-9], "broken gzip"),
        ("a.jsonl.gz", gzip.compress(b"\n" * 2**20), "hardly a report"),
        ("a.jsonl.gz", gzip.compress(b"x" * 2**26), "longer than"),
    ],
)
def test_what_gives_no_report_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text(STORY)
    reports, problems = read([tmp_path / name, tmp_path / "b.txt"])
    assert len(reports) == 1  # the rest goes on
    assert problems[0].file == str(tmp_path / name)
    assert message in str(problems[0])


@pytest.mark.parametrize(
    ("data", "text", "message"),
    [
        (b"\xef\xbb\xbf" + STORY.encode(), STORY, None),
        (STORY.encode("utf-16"), STORY, "UTF-16"),
        (STORY.encode("utf-16-be"), STORY, "UTF-16"),
        (STORY.encode("utf-32"), STORY, "UTF-32"),
        ("Die Behörden bestätigten fünf Tote.".encode("cp1252"), "Die Behörden bestätigten fünf Tote.",
         "cp1252, a guess"),
        ("Пять человек погибли во вторник.".encode("cp1251"), "Пять человек погибли во вторник.",
         "cp1251, a guess"),
        ("Café fünf".encode() + b"\xff!", "Café fünf\ufffd!", "1 character(s)"),
        (b"It ended\x07 here, the mayor of the lower town said.", None, None),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, data: bytes, text: str | None, message: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (report,), problems = read([tmp_path / "a.txt"])
    assert report.text == (data.decode() if text is None else text)
    assert [(message or "-") in str(problem) for problem in problems] == [True] * bool(message)


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace(
        "mayor", "“mayor” of Überlingen"
    )
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    (report,), problems = read([tmp_path])
    assert "“mayor” of Überlingen" in report.text
    assert problems == []


def line(**item: Any) -> str:
    return json.dumps(item)


def test_a_list(tmp_path: Path) -> None:
    first = line(
        id="o-1", text=STORY, url="https://ostrypost.example/2030/01/01/x", title="Dam gives way in Ostry",
        published="2031-03-05T20:00:00Z", publisher="The Ostry Post", authors=["Mira Tolan"], language="en",
        section="News",
    )  # fmt: skip
    bad = [
        "[1]",
        "no json",
        line(id="x"),
        line(text=5),
        '{"text": "a", "n": NaN}',
        '{"text": "a", "n": 1e999}',
        "[" * 99_999,
    ]
    last = line(id=7, html=PAGE)
    (tmp_path / "a.jsonl").write_text("\n".join([first, "", *bad, last]))
    (one, two), problems = read([tmp_path])
    assert (one.source_id, one.text, one.sha256) == ("o-1", STORY, sha256(first.encode()).hexdigest())
    assert one.title is not None
    assert one.publisher is not None
    assert (one.publisher.name, one.published.basis) == ("The Ostry Post", "given with the report")
    assert str(one.published.earliest) == "2031-03-05"
    assert dict(one.extra) == {"authors": ["Mira Tolan"], "section": "News"}
    assert (two.source_id, bool(two.raw)) == ("7", True)
    assert [problem.line for problem in problems] == list(range(3, 3 + len(bad)))
    assert str(problems[0]) == f"{tmp_path / 'a.jsonl'}:3: not a JSON object: line skipped"


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"published": "2031-13-45"},
         '"published" "2031-13-45" is not a date: the report is kept without it'),
        ({"published": "0001-01-01T00:00:00Z"}, "is not a date"),
        ({"published": "last week"}, "is not a date"),
        ({"published": "x" * 99}, f'"published" "{"x" * 40}…" is not a date'),
        ({"html": PAGE}, 'both "html" and "text" in it: the text is not read'),
        ({"language": "Ostrian"}, '"language" "Ostrian" is not a two-letter code: told from the text'),
        ({"language": "en_GB", "published": "2031-03-05"}, None),
        ({"language": "", "published": ""}, None),
    ],
)  # fmt: skip
def test_what_is_stated_and_cannot_be_is_said(
    tmp_path: Path, stated: dict[str, str], message: str | None
) -> None:
    (tmp_path / "a.jsonl").write_text("\n" + line(text=LEAD, **stated))
    (report,), problems = read([tmp_path])
    assert report.language == "en"
    assert [problem.line for problem in problems] == ([2] if message else [])
    assert all((message or "") in problem.message for problem in problems)


def test_half_a_surrogate_pair_cannot_be_written_and_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The mayor \\ud800 said so.", "note": ["\\udc00"]}')
    (report,), _ = read([tmp_path])
    assert (report.text, report.extra["note"]) == ("The mayor \ufffd said so.", ["\ufffd"])


@pytest.mark.parametrize(
    ("data", "texts"),
    [(STORY, 1), (PAGE, 1), (line(text=STORY) + "\n" + line(text=PAGE), 2), (" \n" + PAGE, 1)],
)
def test_standard_input_is_told_by_its_content(
    monkeypatch: pytest.MonkeyPatch, data: str, texts: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    reports, problems = read(["-"])
    assert (len(reports), problems) == (texts, [])
    assert {report.path for report in reports} == {"-"}
