"""A user's own list of outlets: read before the packaged one, refused with a reason if it is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.outlets import OWN, OutletsError, outlets, use


@pytest.fixture(autouse=True)
def packaged_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(OWN, "")
    yield
    outlets.cache_clear()


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_comes_before_the_packaged_list(tmp_path: Path) -> None:
    use(written(tmp_path, '[[outlet]]\nname = "Harbour Radio"\naliases = ["HR"]\nagency = true\n'))
    first, *packaged = outlets()
    assert (first.names, first.domains, first.agency) == (("Harbour Radio", "HR"), (), True)
    assert "Reuters" in {outlet.name for outlet in packaged}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[outlet\n]]", "line 1"),
        ("outlet = 3", "outlet 1: not a table"),
        ("[[outlet]]\naliases = []", "outlet 1: no name"),
        ('[[outlet]]\nname = "A"\n[[outlet]]\nname = "B"\nalias = "C"', "outlet 2: unknown key 'alias'"),
        ('[[outlet]]\nname = "A"\naliases = "B"', "'aliases' is not a list of texts"),
        ('[[outlet]]\nname = "A"\ndomains = [""]', "'domains' is not a list of texts"),
        ('[[outlet]]\nname = "A"\nagency = "yes"', "'agency' is not true or false"),
        ("[[outlet]]\nname = 3", "'name' is not text"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(OutletsError, match=reason) as told:
        use(written(tmp_path, text))
    assert str(tmp_path) in str(told.value)


def test_a_list_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["tell", str(tmp_path), "--outlets", str(tmp_path / "none.toml")])
    assert (result.exit_code, "No such file" in result.output) == (2, True)
