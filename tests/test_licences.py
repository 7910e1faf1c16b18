"""Every package that a user's environment gets may be shipped: said by its own metadata, checked here."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from importlib.util import find_spec

import pytest
from packaging.requirements import Requirement

# Permissive, or (MPL) copyleft by file and used unchanged. First as SPDX writes them, then as classifiers do.
MAY_BE_SHIPPED = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT",
    "MPL-1.1", "MPL-2.0", "PSF-2.0", "Zlib",
    "Apache Software License", "BSD License", "ISC License (ISCL)", "MIT License",
    "Mozilla Public License 2.0 (MPL 2.0)", "3-Clause BSD License",
}  # fmt: skip
LEFT_OUT = {"huggingface-hub"}  # [tool.uv] in pyproject.toml says why


def needed(root: str) -> dict[str, Distribution]:
    """The distributions that ``root`` needs at run time on this platform, itself left out."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        known = distribution(waiting.pop())
        name = known.metadata["Name"].lower()
        if name not in found:
            found[name] = known
            waiting += required(known)
    del found[root]
    return found


def required(known: Distribution) -> Iterator[str]:
    for line in known.requires or []:
        requirement = Requirement(line)
        if requirement.name in LEFT_OUT:
            continue
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def licences(known: Distribution) -> list[str]:
    """The licences to choose from; several joined by ``AND`` all hold."""
    if stated := known.metadata.get_all("License-Expression"):
        return re.split(r"\s+OR\s+", stated[0])
    classified = [
        c.split(" :: ")[-1] for c in known.metadata.get_all("Classifier") or [] if c.startswith("License ::")
    ]
    return classified or known.metadata.get_all("License") or ["nothing stated"]


def test_no_client_of_a_model_hub_is_installed() -> None:
    assert not any(find_spec(name.replace("-", "_")) for name in LEFT_OUT)


@pytest.mark.parametrize("name", sorted(needed("sayso")))
def test_may_be_shipped(name: str) -> None:
    choices = licences(distribution(name))
    assert any(set(re.split(r"\s+AND\s+", choice)) <= MAY_BE_SHIPPED for choice in choices), choices
