from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Entity, EntityKind, Evidence, Quantity, Reading, Report
from sayso.reconcile.entities import join_entities
from sayso.span import Span

Cast = list[tuple[str, str, EntityKind]]  # report, name, kind

JOINED: list[Cast] = [
    [("a", "Ana Sorel", "person"), ("b", "Ana Sorel", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Sorel", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Prime Minister Ana Sorel", "person")],
    [("a", "Ismail Thawabta", "person"), ("b", "Ismael Thawabta", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Ana R. Sorel", "person")],
    [("a", "William Sorel", "person"), ("b", "Bill Sorel", "person")],
    [("a", "Joseph R. Sorel Jr.", "person"), ("b", "Joe Sorel", "person")],
    [("a", "Joseph R. Sorel Jr.", "person"), ("b", "Sorel", "person")],
    [("a", "Renata Brückner", "person"), ("b", "Renata Bruckner", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Sorel Ana", "person")],
    [("a", "Tesfay Moulatou", "person"), ("b", "Tesfay Mulatu", "person")],
    [("a", "United States", "place"), ("b", "U.S.", "place")],
    [("a", "the Orrin Relief Fund", "organisation"), ("b", "Orrin Relief Fund", "organisation")],
    [("a", "ORRIN LINES A/S", "organisation"), ("b", "Orrin Lines", "organisation")],
    [("a", "Orrin Relief Fund", "organisation"), ("b", "ORF", "organisation")],
    [("a", "Orrin Relief Fund (ORF)", "organisation"), ("b", "ORF", "organisation")],
    [("a", "Rovan", "organisation"), ("b", "Rovan Movement", "organisation")],
    [("a", "Orrin Telecom", "organisation"), ("b", "Orrin Telecom SA", "organisation")],
    [("a", "Rovan", "organisation"), ("b", "Rovan", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Sorel", "organisation")],
    [("a", "Ana Sorel", "person"), ("b", "Ana Sorel", "organisation")],
    [("a", "the KFU union", "organisation"), ("b", "KFU", "organisation")],
    [("a", "Al-Rovan", "place"), ("b", "Al Rovan", "place")],
    [("a", "Health Ministry", "organisation"), ("b", "Ministry of the Health", "organisation")],
    [("a", "Rovan's Health Ministry", "organisation"), ("b", "Ministry of Health in Rovan", "organisation")],
    [("a", "Foreign Ministry", "organisation"), ("b", "Ministry of Foreign Affairs", "organisation")],
    [("a", "Foreign Ministry of Peru", "organisation"), ("b", "Peruvian Foreign Ministry", "organisation")],
    [("a", "Peruvian Ministry of Health", "organisation"), ("b", "Peru's Health Ministry", "organisation")],
    [("a", "The", "organisation"), ("b", "The", "organisation")],
    [("a", "Peruvian army", "organisation"), ("b", "Peru's military", "organisation")],
    [("a", "Armed Forces of Peru", "organisation"), ("b", "Peruvian troops", "organisation")],
]
APART: list[Cast] = [
    [("a", "Ana Sorel", "person"), ("b", "Ivan Sorel", "person")],
    [("a", "Ana Sorel", "person"), ("a", "Ivan Sorel", "person"), ("b", "Sorel", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Anka Sorel", "person")],
    [("a", "Ana R. Sorel", "person"), ("b", "Ana B. Sorel", "person"), ("c", "Ana Sorel", "person")],
    [("a", "William Sorel", "person"), ("a", "Bill Sorel", "person")],
    [("a", "Joe Sorel", "person"), ("a", "Joe Sorel Jr.", "person")],
    [("a", "Ana Sorel", "person"), ("b", "Anna Sorel Jr.", "person"), ("c", "Anton Sorel", "person")],
    [("a", "Ismail Thawabta", "person"), ("a", "Ismael Thawabta", "person")],
    [("a", "Orrin Relief Fund", "organisation"), ("b", "Orrin Rescue Force", "organisation"),
     ("c", "ORF", "organisation")],
    [("a", "Ministry of Defence", "organisation"), ("b", "Defence Ministry", "organisation"),
     ("c", "Torva's Defence Ministry", "organisation"), ("c", "Orrin's Defence Ministry", "organisation")],
    [("a", "Sorel", "place"), ("b", "Ana Sorel", "person")],
    [("a", "Ana Sorel", "person"), ("a", "Sorel", "organisation")],
    [("a", "Ana Sorel", "person"), ("a", "Ana Sorel", "organisation")],
    [("a", "Rovan Union", "organisation"), ("b", "Rovan", "organisation")],
    [("a", "Peruvian military", "organisation"), ("b", "Ecuadorian military", "organisation")],
    [("a", "Peruvian Army", "organisation"), ("b", "Peruvian military", "organisation")],
    [("a", "Ministry of Health", "organisation"), ("b", "Ministry of Defence", "organisation")],
    [("a", "Foreign Ministry of Peru", "organisation"), ("b", "Foreign Ministry of Chile", "organisation")],
]  # fmt: skip


def test_a_bare_surname_is_no_place_of_that_name() -> None:
    cast: Cast = [("a", "Ana Sorel", "person"), ("b", "Sorel", "person"), ("c", "Sorel", "place")]
    assert joined(cast) == [{"a", "b"}, {"c"}]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Human Rights League", "Human Rights League of Sorel"], [{"a", "b"}, {"c"}, {"d"}]),
        (["Dockers' Union", "Sorel Dockers' Union"], [{"a", "b"}, {"c"}, {"d"}]),
        (["Dockers' Union", "Peruvian Dockers' Union"], [{"a", "b"}, {"c"}, {"d"}]),
        (["Foreign Ministry", "Foreign Ministry of Sorel"], [{"a"}, {"b"}, {"c"}, {"d"}]),
        (["Rovan Relief", "Rovan Relief of Orrin"], [{"a"}, {"b"}, {"c"}, {"d"}]),  # no place of the story
    ],
)
def test_a_body_with_and_without_its_place(names: list[str], expected: list[set[str]]) -> None:
    cast: Cast = [(report, name, "organisation") for report, name in zip("ab", names, strict=True)]
    assert sorted(joined([*cast, ("c", "Sorel", "place"), ("d", "Peru", "place")]), key=min) == expected


def joined(cast: Cast, unnamed: bool = False) -> list[set[str]]:
    """The reports that each entity of the story stands in."""
    readings = []
    for report in sorted({report for report, _, _ in cast}):
        entities = tuple(
            Entity(f"{report}-e{n}", name, kind, (), (Evidence(report, Span(n, n + 1)),), unnamed)
            for n, (where, name, kind) in enumerate(cast)
            if where == report
        )
        readings.append(Reading(Report(id=report, text="x" * 20, sha256=""), entities))
    return [{mention.report for mention in e.mentions} for e in join_entities(readings).entities]


@pytest.mark.parametrize("cast", JOINED)
def test_one(cast: Cast) -> None:
    assert joined(cast) == [{"a", "b"}]


@pytest.mark.parametrize("cast", APART)
def test_apart(cast: Cast) -> None:
    assert len(joined(cast)) == len(cast)


def test_unnamed_sources_are_never_one() -> None:
    assert joined([("a", "a senior official", "person"), ("b", "a senior official", "person")], True) == [
        {"a"},
        {"b"},
    ]


PROPER = [
    ("Sorel’s campaign", "organisation", "Then Sorel’s campaign spoke.", 1),
    ("port authority", "organisation", "Then the port authority spoke.", 2),
    ("Peruvian health ministry", "organisation", "Then the Peruvian health ministry spoke.", 1),
    ("Peruvian authorities", "organisation", "Then Peruvian authorities spoke.", 2),
    ("Greens", "group", "Then the Greens spoke.", 1),
    ("Officials", "group", "Nobody came. Officials spoke.", 2),
    ("senior Greens", "group", "Then senior Greens spoke.", 2),
]


@pytest.mark.parametrize(("name", "kind", "text", "count"), PROPER)
def test_a_body_or_a_group_by_a_name(name: str, kind: EntityKind, text: str, count: int) -> None:
    span = Span(text.index(name), text.index(name) + len(name))
    readings = [
        Reading(Report(id=r, text=text, sha256=""), (Entity(r, name, kind, (), (Evidence(r, span),), True),))
        for r in "ab"
    ]
    assert len(join_entities(readings).entities) == count


@pytest.mark.parametrize(("kind", "count"), [("organisation", 1), ("place", 2)])
def test_a_further_name_is_that_of_a_body_not_of_a_place(kind: EntityKind, count: int) -> None:
    readings = [
        Reading(
            Report(id=name, text="x", sha256=""),
            (Entity(f"{name}-e0", called, kind, aliases, (Evidence(name, Span(0, 1)),)),),
        )
        for name, called, aliases in (("a", "Morvania", ("Avel",)), ("b", "Avel", ()))
    ]
    assert len(join_entities(readings).entities) == count


def test_nothing_happens_in_a_person() -> None:
    person = Entity("a-e0", "Ana Sorel", "person", ("Sorel",), (Evidence("a", Span(0, 5)),))
    cast = join_entities([Reading(Report(id="a", text="x" * 20, sha256=""), (person,))])
    count = Quantity(
        "a-q0", "a", Span(0, 9), Span(0, 2), 12, 12, 12, "exact", "people", "killed", place="Sorel"
    )
    assert [cast.recast(replace(count, place=place)).place for place in ("Sorel", "Korrin")] == [
        None,
        "Korrin",
    ]


BARE = [
    ("Mr Sorel", [{"a", "b"}]),
    ("Sorel", [{"a", "b"}]),  # no more than the surname of one in the story
    ("chief of harbour police Ana Sorel", [{"a", "b"}]),
    ("lawyer of police officer Ana Sorel", [{"a"}, {"a"}, {"b"}]),
    ("Orrin", [{"a"}, {"a"}, {"b"}]),  # not the whole name of the body
    ("the Sorel", [{"a"}, {"a"}, {"b"}]),
]


@pytest.mark.parametrize(("source", "expected"), BARE)
def test_a_source_that_is_a_bare_name(source: str, expected: list[set[str]]) -> None:
    def entity(report: str, number: int, name: str, kind: EntityKind, unnamed: bool) -> Entity:
        place = Evidence(report, Span(number, number + 1))
        return Entity(f"{report}-e{number}", name, kind, (), (place,), unnamed)

    first = (
        entity("a", 0, "Ana Sorel", "person", False),
        entity("a", 1, "Orrin Fund", "organisation", False),
    )
    readings = [
        Reading(Report(id="a", text="x" * 20, sha256=""), first),
        Reading(Report(id="b", text="x" * 20, sha256=""), (entity("b", 0, source, "person", unnamed=True),)),
    ]
    found = [{mention.report for mention in e.mentions} for e in join_entities(readings).entities]
    assert sorted(map(sorted, found)) == sorted(
        map(sorted, [*expected, {"a"}] if len(expected) == 1 else expected)
    )


def test_a_body_that_one_report_names_and_another_only_describes_by_that_name() -> None:
    def told(report: str, unnamed: bool) -> Reading:
        place = (Evidence(report, Span(0, 1)),)
        body = Entity(f"{report}-e0", "Sorel Anti-Flood Agency", "organisation", (), place, unnamed)
        return Reading(Report(id=report, text="x" * 20, sha256=""), (body,))

    assert len(join_entities([told("a", unnamed=False), told("b", unnamed=True)]).entities) == 1
