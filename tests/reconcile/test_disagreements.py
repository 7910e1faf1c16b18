from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import EntityKind, Reading
from sayso.reconcile import reconcile
from sayso.story import Disagreement

Told = Callable[..., Reading]
CAST: dict[str, EntityKind] = {
    "Tamsel Hydro": "organisation",
    "Ilse Marrek": "person",
    "Nils Corvin": "person",
    "Kenya": "place",
    "Kenyan Prime Minister Ana Sorel": "person",
}


def found(told: Told, *says: dict[str, Any]) -> tuple[Disagreement, ...]:
    text = " ".join(f"{given.get('speaker')} said: {given['words']}." for given in says)
    (story,) = reconcile([told("a", text, cast=CAST, says=says)])
    return story.disagreements


def say(speaker: str, words: str, polarity: str = "assert") -> dict[str, Any]:
    return {"speaker": speaker, "words": words, "polarity": polarity}


CLASHES = [
    (
        "claim_denial",
        say("Ilse Marrek", "the operator ignored a written warning about the crack"),
        say("Tamsel Hydro", "a warning about the crack had reached it", "deny"),
    ),
    (
        "opposed_positions",
        say("Nils Corvin", "the dam must be rebuilt before winter", "demand"),
        say("Tamsel Hydro", "it will not pay for the dam to be rebuilt", "refuse"),
    ),
    (
        "opposed_positions",
        say("Ilse Marrek", "the state will reopen the dam next year", "vow"),
        say("Nils Corvin", "reopening the dam would cost more lives", "warn"),
    ),
    (
        "mutual_accusation",
        say("Nils Corvin", "Marrek hid the letter", "accuse"),
        say("Ilse Marrek", "Corvin invented the letter", "accuse"),
    ),
    (
        "correction",
        say("Tamsel Hydro", "the siren was triggered at five"),
        say("Tamsel Hydro", "it had not worked in the lower town", "concede"),
    ),
]
PEACE = [
    # a denied act answers only who speaks of that act
    (say("Ilse Marrek", "food is short"), say("Tamsel Hydro", "withholding food", "deny")),
    # both say that there was none
    (
        say("Ilse Marrek", "the flood siren on the town hall never sounded"),
        say("Nils Corvin", "there was no siren on the town hall", "deny"),
    ),
    # a warning may be a threat of one's own
    (
        say("Ilse Marrek", "the siege of the dam goes on", "vow"),
        say("Nils Corvin", "a powerful siege of the dam", "warn"),
    ),
    # who speaks for a country does not disagree with it
    (
        say("Kenya", "it will reopen the dam next year", "vow"),
        say("Kenyan Prime Minister Ana Sorel", "the dam cannot be reopened next year", "refuse"),
    ),
    (say("Ilse Marrek", "the crack was known"), say("Ilse Marrek", "the crack was known", "deny")),
    (say("Ilse Marrek", "the crack was known"), say("Nils Corvin", "the funerals are on Tuesday", "deny")),
]


@pytest.mark.parametrize(("kind", "a", "b"), CLASHES)
def test_a_clash(told: Told, kind: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    (dispute,) = found(told, a, b)
    assert dispute.type == kind
    assert sorted(member for side in dispute.sides for member in side.members) == ["a-a0", "a-a1"]
    assert len(dispute.sides) == 2


@pytest.mark.parametrize(("a", "b"), PEACE)
def test_no_clash(told: Told, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert found(told, a, b) == ()


def test_a_denial_alone_invents_no_accuser(told: Told) -> None:
    assert found(told, say("Tamsel Hydro", "withholding the letter", "deny")) == ()


def test_answers_on_one_topic_are_one_disagreement(told: Told) -> None:
    claim = say("Ilse Marrek", "the operator ignored a written warning about the crack")
    denial = say("Tamsel Hydro", "a warning about the crack had reached it", "deny")
    other = say("Nils Corvin", "a warning about the crack in the wall was ever written", "deny")
    (dispute,) = found(told, claim, denial, other)
    assert {len(side.members) for side in dispute.sides} == {1}
    assert len(dispute.sides) == 3


def test_figures_that_conflict(told: Told) -> None:
    text = (
        "{} people were killed when the Korrin dam above Ostrava Vale burst, officials in Ostrava Vale said."
    )
    readings = [
        told(n, text.format(k), published=day, counts=[{"words": f"{k} people", "low": int(k)}])
        for n, k, day in (("a", "19", "2031-05-03"), ("b", "12", "2031-05-09"))
    ]
    (story,) = reconcile(readings)
    (dispute,) = story.disagreements
    assert (dispute.type, [side.members for side in dispute.sides]) == (
        "figure_conflict",
        [("b-q0",), ("a-q0",)],
    )
