"""Bodies in whose name nobody speaks are mentions as well."""

import pytest

from sayso.extract import extract
from sayso.model import Report

MENTIONED = [  # (text, the mentions of bodies in it)
    ("Twelve Ecuadorian soldiers left the valley.", ["Ecuadorian soldiers"]),
    ("The road was closed by Peru's armed forces.", ["Peru's armed forces"]),
    ("Troops left the valley.", []),
    ("Peruvian troops", ["Peruvian troops"]),
    ("Two Peruvian army trucks burned.", []),
    ("Pro-Peruvian forces and former Peruvian soldiers left.", []),
    (
        "Dana Hale, head of the Ecuadorian border police, left the valley.",
        ["the Ecuadorian border police"],
    ),
    ("Dana Hale, head of the company, left the valley.", []),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONED)
def test_bodies(text: str, expected: list[str]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    bodies = [e for e in reading.entities if e.kind == "organisation"]
    assert [m.span.of(text) for e in bodies for m in e.mentions] == expected
