from __future__ import annotations

import pytest

from sayso.model import Entity
from sayso.reconcile.disagreements.parties import allies

WHOLES = (
    Entity("e1", "Korrin Power", "organisation", ("the company",), ()),
    Entity("e2", "Kenya", "place", (), ()),
    Entity("e4", "electoral commission", "organisation", (), (), unnamed=True),
    Entity("e3", "Movement for Water", "group", ("Water",), ()),
)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("the company's spokesman", {"e1"}),
        ("Korrin Power director Ada Corvel", {"e1"}),
        ("Kenyan Prime Minister Ana Sorel", {"e2"}),
        ("Kenyan opposition leader Nils Brusk", set()),
        ("head of the National Electoral Commission", {"e4"}),
        ("Power", set()),
        ("Ada Corvel", set()),
        ("Movement for Water spokeswoman", {"e3"}),
    ],
)
def test_who_speaks_for_whom(name: str, whole: set[str]) -> None:
    speaker = Entity("e9", name, "person", (), ())
    assert allies([*WHOLES, speaker], {})["e9"] == whole


def test_what_brings_a_source_in_tells_too() -> None:
    speaker = Entity("e9", "Ada Corvel", "person", (), ())
    assert allies([*WHOLES, speaker], {"e9": ["the company's spokeswoman, Ada Corvel"]})["e9"] == {"e1"}


def test_who_speaks_for_a_person() -> None:
    hale = Entity("e8", "Dana Hale", "person", (), ())
    speaker, rival = (
        Entity(f"e{n}", name, "person", (), ()) for n, name in ((9, "Ada Corvel"), (10, "Tor Brandt"))
    )
    called = {"e9": ["Hale's spokeswoman, Ada Corvel"], "e10": ["Tor Brandt, Hale's former lawyer"]}
    told = allies([hale, speaker, rival], called)
    assert told["e9"] == {"e8"}
    assert not told["e10"]
