"""Made-up stories on other topics than the example: what the reports say together."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import pipeline
from sayso.story import Story

STORIES = Path(__file__).parent / "stories"

DISPUTES = {
    "foundry": [
        ("claim_denial", {"Petra Olsen", "Velmar Steel"}),
        ("correction", {"Jonas Brandt", "Velmar Steel"}),
        ("figure_conflict", {"Metalworkers' Union", "Police", "company"}),  # how many walked out
        (  # the closure: announced, refused to be put off, and demanded to be
            "opposed_positions",
            {"Jonas Brandt", "Metalworkers' Union", "Velmar Steel"},  # whose leader is Petra Olsen
        ),
    ],
    "blackout": [
        ("claim_denial", {"Lev Tomasz", "Norgrid"}),
        ("correction", {"Anton Sayer"}),
        ("mutual_accusation", {"Anton Sayer", "Ruta Vane"}),
        ("opposed_positions", {"Anton Sayer", "Ruta Vane"}),
    ],
}
REPEATED = {
    "foundry": [
        ("Jonas Brandt", "that the foundry lost 40 million crowns"),
        ("Petra Olsen", "Velmar Steel had not looked for a buyer"),
        ("Petra Olsen", "that Velmar Steel open its books and suspend the closure"),
        ("Metalworkers' Union", "to fight closure of Tarvik foundry"),
    ],
    "blackout": [
        ("Anton Sayer", "there had been no cyberattack"),
    ],
}
EVENTS = {
    "foundry": {
        "1968-01-01": ["The foundry opened in 1968 and once employed more than 3,000 people"],
        "2030-11-01": ["They promised us in November that nobody would lose a job"],
        "2031-03-12": [
            "The Metalworkers' Union vowed on Wednesday to keep the Tarvik foundry open, a day after "
            "Velmar Steel said it would shut the plant and lay off 640 workers"
        ],
    },
    "blackout": {
        "2032-03-01": ["The line was inspected in March"],
        "2032-05-01": ["The hospital's generator was last tested in May"],
        "2032-08-06": [
            "Energy Minister Anton Sayer acknowledged on Friday that investigators were looking into a "
            "cyberattack on the grid, having ruled one out earlier in the week",
            "Seven people have died as a result of the blackout",
        ],
        "2032-08-16": ["A parliamentary inquiry is to open on 16 August"],
    },
}
WORDING = {
    "foundry": {"jobs cut": {"lay off", "dismissals"}},
    "blackout": {"the outage": {"blackout", "outage", "power failure"}},
}


@pytest.fixture(scope="module", params=["foundry", "blackout"])
def made_up(request: pytest.FixtureRequest) -> tuple[str, Story]:
    ((story,), problems) = pipeline.tell([STORIES / request.param])
    assert problems == []
    return request.param, story


def test_what_they_do_not_agree_on(made_up: tuple[str, Story]) -> None:
    name, story = made_up
    called = {entity.id: entity.name for entity in story.entities}
    found = [
        (d.type, sorted({called[side.party] for side in d.sides if side.party})) for d in story.disagreements
    ]
    assert sorted(found) == sorted((kind, sorted(parties)) for kind, parties in DISPUTES[name])


def test_what_is_said_twice(made_up: tuple[str, Story]) -> None:
    name, story = made_up
    called = {entity.id: entity.name for entity in story.entities}
    texts = {report.id: report.text for report in story.reports}
    said = {a.id: " … ".join(s.of(texts[a.report]) for s in a.content) for a in story.attributions}
    twice = [s for s in story.statements if len(s.members) > 1]
    for speaker, words in REPEATED[name]:
        assert any(called[s.speaker or ""] == speaker and words in map(said.get, s.members) for s in twice)
    assert len(twice) == len(REPEATED[name])


def test_when_it_happened(made_up: tuple[str, Story]) -> None:
    name, story = made_up
    days = [entry.interval.earliest for entry in story.timeline]
    assert days == sorted(days, key=str)
    for day, labels in EVENTS[name].items():
        assert [e.label for e in story.timeline if str(e.interval.earliest) == day] == labels


def test_in_which_words(made_up: tuple[str, Story]) -> None:
    name, story = made_up
    found = {w.referent: {variant.text for variant in w.variants} for w in story.wording}
    for referent, variants in WORDING[name].items():
        assert variants <= found[referent]
