"""The example, told once by the command that a user has: for the tests that look at what comes out."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 100  # columns of the output that the README shows

# No test asserts a time, so that a busy machine fails none.
settings.register_profile("sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sayso")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write", action="store_true", help="write the README's output anew instead of checking it"
    )


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, Any]]]:
    """What ``sayso tell examples/dam`` prints, and the stories of the story file that it writes."""
    out = tmp_path_factory.mktemp("told") / "dam.json"
    command = [str(Path(sys.executable).with_name("sayso")), "tell", "examples/dam", "--json", str(out)]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout, json.loads(out.read_text(encoding="utf-8"))["stories"]
