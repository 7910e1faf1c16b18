"""What the documents say holds: links, commands, the output that the README shows, the vocabulary.

``./run pytest tests/test_docs.py --write`` writes the README's output anew.
"""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from sayso import model, story

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCUMENTS = sorted(
    path for folder in (".", "docs", "bench", "examples") for path in (ROOT / folder).glob("*.md")
)
BLOCK = re.compile(r"(?<=--write -->\n```\n)(.*?)(?=```\n)", re.DOTALL)
SHOWN = {"REPORTS": 3, "FIGURES": 3, "DISPUTES": 2}  # section → how many of its items the README shows
NAMES = {**vars(model), **vars(story)}
LITERALS = {name: value for name, value in NAMES.items() if get_args(value) and "Literal" in str(value)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_commands_exist() -> None:
    text = README.read_text(encoding="utf-8")
    tell, test = (line.split() for line in re.findall(r"^    (\./run .*)$", text, re.MULTILINE))
    assert tell[:3] == ["./run", "sayso", "tell"]
    assert test == ["./run", "pytest"]
    assert [path for path in tell[3:] if not (ROOT / path).is_dir()] == []


def test_the_readme_shows_what_comes_out(told: tuple[str, Any], request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    true = BLOCK.sub(lambda _: excerpt(told[0]), text)
    if request.config.getoption("--write"):
        README.write_text(true, encoding="utf-8")
    assert true == README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(LITERALS))
def test_the_vocabulary_has_every_word(name: str) -> None:
    text = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert [word for word in get_args(LITERALS[name]) if f"`{word}`" not in text] == []


def excerpt(printed: str) -> str:
    """The title and the first items of the sections in ``SHOWN``; what is left out is marked."""
    title, *sections = printed.strip("\n").split("\n\n")
    parts = [title]
    for section in sections:
        heading, *items = re.split(r"\n(?=\S)", section)
        if heading in SHOWN:
            shown = [heading, *items[: SHOWN[heading]]]
            parts.append("\n".join([*shown, "[…]"] if len(shown) <= len(items) else shown))
    return re.sub(r" +$", "", "\n\n".join(parts), flags=re.MULTILINE) + "\n"
