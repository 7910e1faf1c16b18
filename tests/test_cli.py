"""The command line: what it writes, what it says when something is wrong, that its reference is complete."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from sayso import __version__
from sayso.cli import app
from sayso.show import page, storyfile

HERALD = "Dam bursts above Ostrava\n\nTwelve people were killed in Ostrava on Sunday, the mayor said.\n"
COURIER = (
    "Dam disaster\n\nNineteen people were killed in Ostrava, a rescue official told the Vellmar Herald.\n"
)
REFERENCE = Path(__file__).parent.parent / "docs" / "cli.md"
run = CliRunner()


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, which is where the command runs."""
    (tmp_path / "herald.txt").write_text(HERALD)
    (tmp_path / "courier.txt").write_text(COURIER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.suffix != ".txt")


# ---- the reference ----


def test_the_reference_has_every_command_and_option() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    root = typer.main.get_command(app)
    commands = {"sayso": root} | {f"sayso {name}": c for name, c in getattr(root, "commands", {}).items()}
    sections = {part.splitlines()[0]: part for part in text.split("\n## ")[1:]}
    assert sections.keys() == commands.keys()
    for name, command in commands.items():
        for param in command.params:
            named = f"`{param.metavar}…`" if param.param_type_name == "argument" else f"`{param.opts[0]}"
            assert named in sections[name]
            assert f"| {getattr(param, 'help', '')} |" in sections[name]


def test_help_and_version() -> None:
    assert run.invoke(app, ["--version"]).stdout == f"sayso {__version__}\n"
    for arguments in (["--help"], ["tell", "--help"]):
        result = run.invoke(app, arguments)
        assert result.exit_code == 0
        assert "Usage:" in result.stdout


def test_help_imports_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'trafilatura', 'lxml', 'jinja2', 'rich.table', 'sayso.model'}"
    code = f"import sys, sayso.cli; print(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# ---- what it writes ----


def test_tells_in_the_terminal_and_in_files(pages: Path) -> None:
    result = run.invoke(app, ["tell", ".", "--json", "s.json", "--html", "s.html"])
    assert result.exit_code == 0
    assert "Dam bursts above Ostrava" in result.stdout
    assert result.stderr == ""
    stories = storyfile.load(json.loads((pages / "s.json").read_bytes()))
    assert sorted(r.text for story in stories for r in story.reports) == [HERALD, COURIER]
    assert (pages / "s.html").read_text(encoding="utf-8") == page.text(stories)
    assert written(pages) == ["s.html", "s.json"]


def test_the_order_of_paths_does_not_matter(pages: Path) -> None:
    for name, paths in (
        ("a.json", ["herald.txt", "courier.txt"]),
        ("b.json", ["courier.txt", "herald.txt", "."]),
    ):
        assert run.invoke(app, ["tell", *paths, "--json", name]).exit_code == 0
    assert (pages / "a.json").read_bytes() == (pages / "b.json").read_bytes()


def test_standard_input_and_output() -> None:
    result = run.invoke(app, ["tell", "-", "--json", "-"], input=HERALD)
    assert result.exit_code == 0
    [story] = json.loads(result.stdout)["stories"]
    assert story["reports"][0]["text"] == HERALD


def test_page_on_standard_output(pages: Path) -> None:
    result = run.invoke(app, ["tell", "herald.txt", "--html", "-"])
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.endswith("</html>\n")


# ---- when something is wrong ----


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["herald.txt", "missing.txt", "--json", "s.json"], "missing.txt: no such file or folder"),
        (["herald.txt", "--json", "s.json", "--html", "missing/s.html"], "cannot write a file at"),
        (["herald.txt", "--html", "s.html", "--json", "."], "cannot write a file at"),
        (["herald.txt", "--json", "-", "--html", "-"], "only one output fits standard output"),
        (["herald.txt", "--xml", "s.xml"], "No such option"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_asked_for(arguments: list[str], complaint: str, pages: Path) -> None:
    result = run.invoke(app, ["tell", *arguments])
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert result.stdout == ""
    assert written(pages) == []


def test_no_report_at_all(pages: Path) -> None:
    (pages / "empty.txt").write_text(" \n")
    result = run.invoke(app, ["tell", "empty.txt", "--json", "s.json"])
    assert result.exit_code == 1
    assert result.stderr == "sayso: empty.txt: empty\nsayso: no report could be read\n"
    assert written(pages) == []


def test_what_is_wrong_in_one_place_is_named_and_the_rest_goes_on(pages: Path) -> None:
    (pages / "list.jsonl").write_text(json.dumps({"id": "a", "text": HERALD}) + "\n[1, 2]\n")
    (pages / "binary.txt").write_bytes(bytes(range(256)) * 4)
    result = run.invoke(app, ["tell", "list.jsonl", "binary.txt", "courier.txt", "--json", "s.json"])
    assert result.exit_code == 0
    assert "sayso: list.jsonl:2: " in result.stderr
    assert "sayso: binary.txt: " in result.stderr
    stories = storyfile.load(json.loads((pages / "s.json").read_bytes()))
    assert len([r for story in stories for r in story.reports]) == 2


def test_a_name_cannot_steer_the_terminal(pages: Path) -> None:
    (pages / "\x1b[31m\u202etxt.txt").write_text("")
    result = run.invoke(app, ["tell", "."])
    assert result.exit_code == 0
    assert "\x1b" not in result.stderr
    assert "sayso: \ufffd[31m\ufffdtxt.txt: empty" in result.stderr


def test_one_output_failing_leaves_no_other_behind(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> str:
        raise RuntimeError("no page today")

    monkeypatch.setattr(page, "text", fail)
    result = run.invoke(app, ["tell", "herald.txt", "--json", "s.json", "--html", "s.html"])
    assert result.exit_code == 1
    assert written(pages) == []
