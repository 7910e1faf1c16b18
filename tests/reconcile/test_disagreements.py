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
    text = " ".join(f"{g.get('lead', '')}{g.get('speaker')} said: {g['words']}." for g in says)
    says = tuple({key: value for key, value in g.items() if key != "lead"} for g in says)
    (story,) = reconcile([told("a", text, cast=CAST, says=says)])
    return story.disagreements


def say(speaker: str, words: str, polarity: str = "assert", **more: Any) -> dict[str, Any]:
    return {"speaker": speaker, "words": words, "polarity": polarity, **more}


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
    (
        "correction",
        say("Nils Corvin", "the siren at the weir was triggered at five"),
        say("Nils Corvin", "he had misspoken about the siren at the weir"),
    ),
    # different words for one thing
    (
        "opposed_positions",
        say("Nils Corvin", "Marrek to resign", "appeal"),
        say("Ilse Marrek", "to step down", "refuse"),
    ),
    (
        "claim_denial",
        say("Nils Corvin", "the operator had neglected the dam wall"),
        say("Tamsel Hydro", "this", "deny"),
    ),
    (
        "claim_denial",
        say("Nils Corvin", "Marrek took a bribe", "accuse"),
        say("Ilse Marrek", "any wrongdoing", "deny"),
    ),
    # one says it, the other says that it is not so
    (
        "claim_denial",
        say("Ilse Marrek", "the gates of the dam were opened before the flood"),
        say("Nils Corvin", "the gates of the dam were never opened before the flood"),
    ),
    (
        "claim_denial",
        say("Ilse Marrek", "the security forces killed nine gunmen in the valley raid"),
        say("Nils Corvin", "those killed in the valley raid were farmers and a nurse"),
    ),
    # right behind it, with a "but"
    (
        "claim_denial",
        say("Tamsel Hydro", "the wall would have failed"),
        say("Nils Corvin", "the wall was never in danger of failing", lead="But "),
    ),
    # a prefix that negates
    (
        "claim_denial",
        say("Tamsel Hydro", "armed poachers had cut the fence at the weir"),
        say("Nils Corvin", "the men at the weir were unarmed anglers"),
    ),
    (
        "claim_denial",
        say("Nils Corvin", "the operator had hired actors for the inquest"),
        say("Tamsel Hydro", "that claim as nonsense", "deny"),
    ),
    # one of them is there without a name
    (
        "mutual_accusation",
        say("Nils Corvin", "the utility of lying to the villagers", "accuse"),
        say("Tamsel Hydro", "Corvin of stirring up the valley", "accuse"),
    ),
    # called on, and says no in the next breath
    (
        "opposed_positions",
        say("Nils Corvin", "Marrek to open the archive", "appeal"),
        say("Ilse Marrek", "she would do nothing before the inquest"),
    ),
    # a demand, and "the idea" right behind it
    (
        "opposed_positions",
        say("Nils Corvin", "the army guard the weir", "demand"),
        say("Ilse Marrek", "the idea as absurd", "refuse"),
    ),
    # a short answer has the head of what is asked for
    (
        "opposed_positions",
        say("Nils Corvin", "a recount of the ballots in the valley", "demand"),
        say("Ilse Marrek", "the council will not order a recount"),
    ),
    # what is planned
    (
        "opposed_positions",
        say("Tamsel Hydro", "it will close the dam road"),
        say("Ilse Marrek", "the closure of the dam road", "oppose"),
    ),
    (
        "opposed_positions",
        say("Ilse Marrek", "an end to the strike at the dam", "demand"),
        say("Nils Corvin", "the strike at the dam will not end", "vow"),
    ),
    (
        "opposed_positions",
        say("Nils Corvin", "the company suspend the closure of the mill", "demand"),
        say("Tamsel Hydro", "to suspend the closure of the mill", "refuse"),
    ),
    # what a story has one of, judged without another word in common
    (
        "opposed_positions",
        say("Ilse Marrek", "these negotiations were constructive", "praise"),
        say("Nils Corvin", "there are still major obstacles to a deal"),
    ),
    (
        "opposed_positions",
        say("Ilse Marrek", "only military pressure will bring our captives home", "vow"),
        say("Nils Corvin", "a raid would endanger every hostage", "warn"),
    ),
]
PEACE = [
    # who made the claim that is denied is said
    (
        say("Nils Corvin", "a hundred lorries cross the dam by the gate every day"),
        say("Tamsel Hydro", "a claim by the dockers that two lorries fell off the dam by the gate", "deny"),
    ),
    # a denied act answers only who speaks of that act
    (say("Ilse Marrek", "food is short"), say("Tamsel Hydro", "withholding food", "deny")),
    # a number of people is of anybody
    (
        say("Nils Corvin", "the number of people who have joined the march has risen to 86,000"),
        say("Tamsel Hydro", "the number of people affected, which it puts at 2.8 million", "deny"),
    ),
    # … and says that somebody did it
    (say("Ilse Marrek", "withholding food is a crime"), say("Tamsel Hydro", "withholding food", "deny")),
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
    # what one never does says nothing of what was done
    (say("Ilse Marrek", "people were killed"), say("Nils Corvin", "we do not kill our own people")),
    (say("Ilse Marrek", "the crack was known"), say("Nils Corvin", "the funerals are on Tuesday", "deny")),
    # both are against it
    (
        say("Ilse Marrek", "to fight the closure of the mill", "vow"),
        say("Nils Corvin", "the closure of the mill would not be accepted", "refuse"),
    ),
    # nobody denies what is only to be done
    (say("Ilse Marrek", "a commission will begin its work on Monday"), say("Tamsel Hydro", "this", "deny")),
    # what is denied is the warning, not that the dam burst
    (
        say("Ilse Marrek", "twelve people died when the dam burst"),
        say("Tamsel Hydro", "it was warned of a crack before the dam burst", "deny"),
    ),
    # no position
    (
        say("Nils Corvin", "Marrek to resign", "appeal"),
        say("Ilse Marrek", "whether she would resign", "refuse"),
    ),
    (say("Nils Corvin", "Marrek to resign", "appeal"), say("Ilse Marrek", "to comment", "refuse")),
    # "not … without" is for it
    (
        say("Ilse Marrek", "to find money for the dam wall", "vow"),
        say("Nils Corvin", "he would not sign anything without money for the dam wall", "refuse"),
    ),
    # the bare name of something claims nothing
    (
        say("Ilse Marrek", "his service at the dam"),
        say("Nils Corvin", "a report on his service at the dam", "deny"),
    ),
    # what both say, one of them of what may be
    (
        say("Ilse Marrek", "the state was warned of the crack in the wall"),
        say("Nils Corvin", "he did not know whether the state was warned of the crack in the wall"),
    ),
    # two terms in different clauses
    (
        say("Nils Corvin", "the leaders in the capital listen, and now is the time to mend the gate"),
        say("Tamsel Hydro", "the gate was ever sold to anybody, or that leaders had called", "deny"),
    ),
    # both are against a third
    (
        say("Nils Corvin", "Sorel to resign over the letters on the dam", "demand"),
        say("Ilse Marrek", "Sorel for the letters on the dam", "criticise"),
    ),
    (
        say("Nils Corvin", "members to vote against the bill on the dam", "appeal"),
        say("Ilse Marrek", "the bill on the dam would ruin the valley", "warn"),
    ),
    # what is denied is not granted
    (
        say("Nils Corvin", "the state had declined a request for the letters on the dam"),
        say("Ilse Marrek", "a request for the letters on the dam", "deny"),
    ),
    # "No. 1" is no "not"
    (
        say("Nils Corvin", "the repair of the dam come first", "demand"),
        say("Ilse Marrek", "the repair of the dam would be her No. 1 aim"),
    ),
    # both say that it was not
    (
        say("Nils Corvin", "there was no way that the trial in Ostrava was fair"),
        say("Ilse Marrek", "the trial in Ostrava was unfair"),
    ),
    # light words make no topic
    (
        say("Nils Corvin", "a higher wage", "oppose"),
        say("Ilse Marrek", "to pay what he owes", "vow"),
    ),
    # each counts its own
    (
        say("Ilse Marrek", "22 fighters were killed in the valley raid at the weir"),
        say("Nils Corvin", "37 residents were killed in the valley raid at the weir"),
    ),
    # what is judged is not one thing
    (say("Ilse Marrek", "the repair was constructive"), say("Nils Corvin", "the gap in the wall is wide")),
    (say("Ilse Marrek", "the talks made progress"), say("Nils Corvin", "the talks were constructive")),
    # both words for it, neither excludes the other
    (say("Ilse Marrek", "the march was peaceful"), say("Nils Corvin", "the talks were a failure")),
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


def test_an_earlier_claim_taken_back_in_a_later_report(told: Told) -> None:
    claim, number = "the grid was not attacked", "the dam cost 40 million crowns"
    first = told(
        "a",
        f"Marrek said: {claim}. Hydro said: {number}.",
        published="2031-05-03",
        cast=CAST,
        says=[say("Ilse Marrek", claim), say("Tamsel Hydro", number)],
    )
    later = told(
        "b",
        "Marrek said: the grid was attacked. Hydro said: the dam cost 14 million crowns, not 40 million.",
        published="2031-05-09",
        cast=CAST,
        says=[
            say("Ilse Marrek", "the grid was attacked", "concede"),
            say("Tamsel Hydro", "the dam cost 14 million crowns, not 40 million", "concede"),
        ],
    )
    disputes = [d for story in reconcile([first, later]) for d in story.disagreements]
    assert sorted((d.type, len(d.sides)) for d in disputes) == [("correction", 2), ("correction", 2)]


def test_nobody_takes_back_what_a_document_says(told: Told) -> None:
    cast: dict[str, EntityKind] = {**CAST, "review": "other"}
    first, later = "the crew took 19 minutes to the dam", "the crew took 14 minutes to the dam, not 12"
    readings = [
        told(name, f"It was said: {words}.", published=day, cast=cast, says=[say(who, words, how)])
        for name, who, words, day, how in (
            ("a", "review", first, "2031-05-03", "assert"),
            ("b", "Nils Corvin", later, "2031-05-09", "concede"),
        )
    ]
    assert [d.type for story in reconcile(readings) for d in story.disagreements] == []


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("12 divers were killed at the dam", "35 divers were killed at the dam"),  # a toll that grows
        ("her utility had 17 reports", "the utility could not name three"),  # of other things
    ],
)
def test_another_number_may_take_nothing_back(told: Told, first: str, later: str) -> None:
    readings = [
        told(name, f"Marrek said: {words}.", published=day, cast=CAST, says=[say("Ilse Marrek", words, how)])
        for name, words, day, how in (
            ("a", first, "2031-05-03", "assert"), ("b", later, "2031-05-09", "concede"),
        )
    ]  # fmt: skip
    assert [d for story in reconcile(readings) for d in story.disagreements] == []


def test_a_speaker_who_says_to_have_been_wrong(told: Told) -> None:
    first = told(
        "a",
        "Marrek said: the pumps had never been tested.",
        published="2031-05-03",
        cast=CAST,
        says=[say("Ilse Marrek", "the pumps had never been tested")],
    )
    words = "the pumps had been tested in May. What I said on Friday was not correct"
    later = told(
        "b", f"Marrek said: {words}.", published="2031-05-09", cast=CAST, says=[say("Ilse Marrek", words)]
    )
    (dispute,) = [d for story in reconcile([first, later]) for d in story.disagreements]
    assert dispute.type == "correction"
    assert [side.members for side in dispute.sides] == [("a-a0",), ("b-a0",)]


def test_a_denial_alone_invents_no_accuser(told: Told) -> None:
    assert found(told, say("Tamsel Hydro", "withholding the letter", "deny")) == ()


def test_answers_on_one_topic_are_one_disagreement(told: Told) -> None:
    claim = say("Ilse Marrek", "the operator ignored a written warning about the crack")
    denial = say("Tamsel Hydro", "a warning about the crack had reached it", "deny")
    other = say("Nils Corvin", "a warning about the crack in the wall was ever written", "deny")
    (dispute,) = found(told, claim, denial, other)
    assert {len(side.members) for side in dispute.sides} == {1}
    assert len(dispute.sides) == 3


def test_who_is_probably_one_voice_is_one_side(told: Told) -> None:
    claim = say("engineers' union", "the operator ignored a written warning about the crack in the dam")
    denial = say("Tamsel Hydro", "a warning about the crack in the dam had reached it", "deny")
    cast: dict[str, EntityKind] = {**CAST, "engineers' union": "organisation"}
    text = " ".join(f"{g['speaker']} said: {g['words']}." for g in (claim, denial))
    (story,) = reconcile(
        [
            told(name, text, cast=cast, unnamed=["engineers' union"], says=[claim, denial])
            for name in ("a", "b")
        ]
    )
    (dispute,) = story.disagreements
    assert [side.members for side in dispute.sides] == [("a-a1", "b-a1"), ("a-a0", "b-a0")]


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
