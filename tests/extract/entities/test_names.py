"""Proper names and their kinds, and which of them are of one: tables."""

import pytest

from sayso.extract.entities.cast import Cast
from sayso.extract.entities.names import find_names, headline_case
from sayso.extract.entities.places import country, folded, is_place
from sayso.extract.entities.same_name import fits_person, keys, proper, same_name
from sayso.model import EntityKind, Report
from sayso.nlp import parse

FOUND = [
    ("Mara Quill met Dana Hale in Vesberg.", "Mara Quill person, Dana Hale person, Vesberg place"),
    # titles and possessives are no part of a name
    ("Fans of Mara Quill's boat met the crew.", "Mara Quill person"),
    # a lone surname has the kind of the full name
    (
        "Mara Quill met the crew on Monday. Quill thanked it.",
        "Mara Quill person, Quill person",
    ),
    # … even where there is a town of that name; "in" may stand before anybody
    (
        "Dana Griffin met the crew on Monday. Fans lost their faith in Griffin. Griffin thanked them. "
        "They voted for Griffin, as Griffin had hoped.",
        "Dana Griffin person" + ", Griffin person" * 4,
    ),
    # a role tells a person
    ("The spokeswoman, Kesa Lomster, was late again on Monday.", "Kesa Lomster person"),
    ("Mr Alvashandi told the crew about it on Monday.", "Alvashandi person"),
    (
        "Heydar Alvashandi, Governor of Peru, said the bridge had been hit.",
        "Heydar Alvashandi person, Peru place",
    ),
    ("Dow Quillex, publisher of the book, said the paper had been late.", "Dow Quillex organisation"),
    # … and so does a given name; what one is, is no name
    ("Agnes Perrault has just spoken outside the ministry.", "Agnes Perrault person"),
    ("The UN Relief Coordinator in Peru spoke on Monday.", "Peru place"),
    # what a body does, before its name, is no part of it
    ("State-owned operator VelRail ran no trains on Monday.", "VelRail organisation"),
    ("Carmaker Veld sold 4,000 cars in the port.", "Veld organisation"),
    # countries, also where the recogniser misses them
    ("Peru and the U.S. signed it on Monday.", "Peru place, U.S. place"),
    # what is said of nothing but places; companies by their endings
    ("Neighbouring Brenvane sent boats to the residents of Dorvan.", "Brenvane place, Dorvan place"),
    ("The boats of Rovan Pharma left northern Orrin.", "Rovan Pharma organisation, Orrin place"),
    # outlets and agencies
    ("The report by Reuters was read on Monday.", "Reuters organisation"),
    # an acronym tells how far the name goes for which it stands
    (
        "The Orrin Office for the Coordination of Harbour Relief (OCHR) met on Monday.",
        "Orrin Office for the Coordination of Harbour Relief organisation, OCHR organisation",
    ),
    # all occurrences, not within other words
    (
        "Mara Quill went on board. Nobody but Mara Quill saw it, said Quillfish.",
        "Mara Quill person, Mara Quill person",
    ),
    # no names: adjectives, days, descriptions
    ("The Peruvian minister spoke to German reporters on Monday.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names(text: str, expected: str) -> None:
    found = find_names(parse(Report("r", text, "x", language="en")))
    assert ", ".join(f"{name.text} {name.kind}" for name in found) == expected
    assert all(name.span.of(text) == name.text for name in found)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Ferry Sinks Off Kelmouth With Twelve Aboard", True),
        ("FERRY SINKS OFF KELMOUTH", True),
        ("Ferry sinks off Kelmouth with twelve aboard", False),
        ("The Harbour Authority of Kelmouth fined Rovan Ferries.", False),
        ("Ferry Sinks", False),
        ("", False),
    ],
)
def test_headline_case(text: str, yes: bool) -> None:
    assert headline_case(text) == yes


SAME: list[tuple[EntityKind, str, str, bool]] = [
    ("organisation", "Kelmouth Ferry Union", "KFU", True),
    ("organisation", "K.F.U.", "Kelmouth Ferry Union", True),
    ("organisation", "Kelmouth Movement", "Kelmouth", True),
    ("organisation", "Quillex Laboratories", "Quillex", True),
    ("organisation", "Kelmouth Ferry Union", "Kelmouth Ferries", False),
    ("organisation", "Kelmouth Ferry Union", "Kelmouth", False),
    ("place", "U.S.", "United States", True),
    ("place", "Vesberg", "Vesberg Province", True),
    ("place", "Vesberg", "Tolberg", False),
    ("facility", "Kelmouth Hospital", "Kelmouth hospital", True),
    ("person", "Mara Quill", "mara quill", True),
    ("person", "Mara Quill", "Quill", False),  # whether she is meant depends on who else there is
]


@pytest.mark.parametrize(("kind", "one", "other", "same"), SAME)
def test_same_name(kind: EntityKind, one: str, other: str, same: bool) -> None:
    assert same_name(kind, one, other) == same_name(kind, other, one) == same
    if same:
        assert set(keys(kind, one)) & set(keys(kind, other))


FITS = [
    ("quill", "mara quill", True),
    ("mara", "mara quill", True),
    ("m. quill", "mara quill", True),
    ("mara quil", "mara quill", True),
    ("brenvane", "tor brenvanne", True),
    ("dana quill", "mara quill", False),
    ("mara quill", "quill", False),
    ("quell", "mara quill", False),
    ("quill jr.", "mara quill jr", True),
    ("quill jr.", "mara quill", False),
]


@pytest.mark.parametrize(("words", "full", "fits"), FITS)
def test_fits_person(words: str, full: str, fits: bool) -> None:
    assert fits_person(words.split(), full.split()) == fits


def test_proper() -> None:
    assert proper("person", "Prime Minister Mara quill") == "Mara Quill"
    assert proper("organisation", "President Hotels") == "President Hotels"


def test_places() -> None:
    assert folded("  Al-Ḥaṣakah’s ") == "al hasakahs"
    assert (country("the U.S."), country("us"), country("Kelmouth")) == ("United States", None, None)
    assert is_place("Lisbon")
    assert not is_place("Kelmouth")


CAST = [
    # two persons of one surname: the lone surname is the one's named last
    (
        "Mara Quill left. Quill was late. Then Tor Quill left. Quill was late too.",
        {"Mara Quill": ["Mara Quill", "Quill"], "Tor Quill": ["Tor Quill", "Quill"]},
    ),
    (
        "The Kelmouth Ferry Union (KFU) met the crews on Monday. The KFU was late.",
        {"Kelmouth Ferry Union": ["Kelmouth Ferry Union", "KFU", "KFU"]},
    ),
    (
        "The U.S. signed it on Monday. America was late, the United States said.",
        {"United States": ["U.S.", "America", "United States"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAST)
def test_cast(text: str, expected: dict[str, list[str]]) -> None:
    passages = parse(Report("r", text, "x", language="en"))
    entities, _ = Cast(find_names(passages), passages).entities("r")
    found = {e.name: [m.span.of(text) for m in e.mentions] for e in entities}
    assert sorted(found.values()) == sorted(expected.values())
