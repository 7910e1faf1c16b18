"""Which public bodies are probably one, and which are not."""

import pytest

from sayso.model import Entity, EntityKind
from sayso.reconcile.origins import institution, unowned

PLACES = {"kelmouth": "kelmouth", "peruvian": "peru", "peru": "peru", "lima": "lima"}
ONE = [  # the first is the second, or is it described in fewer words
    ("police", "police"),
    ("local police", "police"),
    ("police", "Police in Kelmouth"),
    ("health officials", "country's health ministry"),
    ("health authorities", "Ministry of Health"),
    ("operator", "grid operator"),
    ("government's disaster agency", "Disaster Management Authority"),
    ("officials", "health ministry"),
    ("police", "police spokeswoman"),
    ("union", "Kelmouth Ferry Union"),
    ("health ministry", "Ministry of Health and Social Welfare"),
    ("prosecutors", "prosecutor's office"),
    ("health ministry run by the rebels", "northern health ministry"),
    ("health officials in the north", "northern health ministry"),
    ("rescuers", "rescue workers"),
    ("coast guard", "Peruvian Coast Guard"),
    ("civil defence", "Lima civil defense agency"),
    ("weather centre", "Kelmouth Weather Centre"),
    ("prefecture of Kelmouth", "Kelmouth Prefecture"),
    ("health ministry of Peru", "Peruvian health ministry"),
]
TWO = [
    ("police", "health officials"),
    ("federal police", "state police"),
    ("northern health ministry", "health ministry in the south"),
    ("Lima police", "police in Kelmouth"),
    ("senior official", "officials"),
    ("two officials", "officials"),
    ("health ministry", "fire department"),
    ("residents", "residents"),
    ("police officer", "police"),
    ("government", "health ministry"),
    ("civil defence", "defence ministry"),
    ("his office", "authorities"),
    ("its foreign ministry", "foreign ministry"),
    ("their office", "their office"),
    ("foreign ministry of Peru", "foreign ministry of Lima"),
]


def body(name: str):  # type: ignore[no-untyped-def]
    single = name.endswith(("official", "officer", "spokeswoman"))
    kind: EntityKind = "person" if single else "organisation"
    return institution(Entity(name, name, kind, (), (), unnamed=name[0].islower()), PLACES)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_probably_one(one: str, other: str) -> None:
    a, b = body(one), body(other)
    assert a.is_less_than(b) or (a.sector == b.sector and a.may_be(b))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two(one: str, other: str) -> None:
    a, b = body(one), body(other)
    assert a is None or b is None or not (a.is_less_than(b) or (a.sector == b.sector and a.may_be(b)))


@pytest.mark.parametrize(
    ("names", "bare"),
    [
        (["ministry", "Peru's defence ministry", "Ministry of Defence of Torva"], {"ministry"}),
        (["officials", "Torvan Ministry of Defence", "Orrin’s defence ministry"], set()),  # Torva is not told
        (["officials", "police", "Torva's Health Ministry", "Orrin’s health ministry"], {"officials"}),
        (["ministry", "Peru's defence ministry", "Torva's health ministry"], set()),
        (["health ministry", "Peru's defence ministry", "Torva's defence ministry"], set()),
    ],
)
def test_whose_ministry_it_is_no_other_report_tells_where_those_of_two_states_speak(
    names: list[str], bare: set[str]
) -> None:
    known = {name: Entity(name, name, "organisation", (), (), unnamed=name[0].islower()) for name in names}
    assert unowned(known) == bare
