"""The packaged language model is the one that was measured: its files are held to recorded hashes.

All but ``meta.json`` (it carries the package's name) equal the record of the official en_core_web_sm 3.8.0.
"""

import hashlib
import importlib.util
import tomllib
from pathlib import Path

import pytest

from sayso import nlp

RECORDED: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("model_files.toml").read_text(encoding="utf-8")
)["sha256"]
PAPERS = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"}


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the packaged model lies, whatever else is installed or named."""
    monkeypatch.delenv("SAYSO_SPACY_MODEL", raising=False)
    monkeypatch.setattr(nlp, "OFFICIAL", "no_such_model")
    return nlp.model_path()


def test_the_files_are_those_recorded(packaged: Path) -> None:
    found = {path.relative_to(packaged).as_posix(): path for path in packaged.rglob("*") if path.is_file()}
    hashes = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in found.items()
        if name not in PAPERS
    }
    assert hashes == RECORDED


def test_an_official_model_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "some_official_model" / "some_official_model-3.8.0"
    inside.mkdir(parents=True)
    (inside / "config.cfg").touch()
    (inside.parent / "__init__.py").touch()
    monkeypatch.delenv("SAYSO_SPACY_MODEL", raising=False)
    monkeypatch.setattr(nlp, "OFFICIAL", "some_official_model")
    assert nlp.model_path().is_relative_to(_folder_of(nlp.PACKAGED))
    monkeypatch.syspath_prepend(tmp_path)
    assert nlp.model_path() == inside


def test_the_environment_names_a_folder_or_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_SPACY_MODEL", str(tmp_path))
    assert nlp.model_path() == tmp_path
    monkeypatch.setenv("SAYSO_SPACY_MODEL", nlp.PACKAGED)
    assert nlp.model_path().is_relative_to(_folder_of(nlp.PACKAGED))


@pytest.mark.parametrize(
    ("named", "said"), [("no_such_model", "no_such_model"), ("json", "no spaCy model inside")]
)
def test_a_wrong_name_is_an_error(named: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_SPACY_MODEL", named)
    with pytest.raises(ModuleNotFoundError, match=said):
        nlp.model_path()


def _folder_of(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent
