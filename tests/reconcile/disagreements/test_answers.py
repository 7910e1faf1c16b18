"""Who answers whom, from the text on: each report, and the parties of what it shows to be in dispute."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.model import Report
from sayso.reconcile import reconcile

HALE_AND_QUILL = {"Dana Hale", "Mara Quill"}
ANSWERS = [
    # who is accused, and who speaks for him
    (
        "Prosecutors say Tor Brandt shot two men. It rained all day. Brandt has pleaded not guilty.",
        [("claim_denial", {"Prosecutors", "Tor Brandt"})],
    ),
    (
        "Police said Tor Brandt shot two men. Brandt's lawyer, Mara Quill, said he did nothing wrong.",
        [("claim_denial", {"Police", "Mara Quill"})],
    ),
    (
        "Police said Tor Brandt shot two men on Monday. Witnesses had called them at noon, and the road was "
        "closed for hours. The council accused the port of hiding a report. The port denied the allegations.",
        [("claim_denial", {"council", "port"})],
    ),
    # no crime, and nobody's lawyer
    ("Police said Tor Brandt lives in Kelmouth. Brandt said the mill was old.", []),
    (
        "Police said Tor Brandt shot two men. Mara Quill, a lawyer for the port, said it did nothing wrong.",
        [],
    ),
    # news, no answer; and what is denied to have been asked for is asked for by nobody
    ("The port accused Brandt Mill of fraud. Brandt Mill said it had sold 12 of its 40 boats.", []),
    (
        "Dana Hale denied that the port had demanded that the bridge close. The mill said the bridge stays.",
        [],
    ),
    # an accusation is answered, not the number that stands behind it
    (
        "Dana Hale said police pushed people down the stairs. The union said 30 people had been detained. "
        "A police spokesman, Tor Brandt, rejected the accusation.",
        [("claim_denial", {"Dana Hale", "Tor Brandt"})],
    ),
    (
        "Dana Hale said the bridge had been closed. The union said 30 people had been detained. "
        "Tor Brandt rejected the accusation.",
        [],
    ),
    # a denial is of what is claimed, not of a thing of which both speak
    (
        "The operator rejected reports that the ferry had sailed with a cracked hull. "
        "The coast guard said 14 of the dead had been on the ferry.",
        [],
    ),
    (
        "The mill denied that it had sprayed strong acid on orchards. "
        "The mayor said two orchards are for sale.",
        [],
    ),
    (
        "The Vale Brigade denied having any howitzers or fighters there. "
        "The army said it had hit a howitzer.",
        [("claim_denial", {"Vale Brigade", "army"})],
    ),
    (
        "The port denied the statement of the Peruvian side that trawlers had dumped oil on orchards. "
        "Peru said three orchards had burned on its side.",
        [],
    ),
    # what nobody has seen a sign of is not said
    (
        "Rescuers said 12 farmers had been killed. "
        "Inspectors had seen no evidence that fighters were killed.",
        [],
    ),
    # two who deny one thing in one breath; and a source in the police is not the police
    (
        "The police said the quay was safe. The mayor and the union deny it.",
        [("claim_denial", {"police", "mayor", "union"})],
    ),
    (
        "A source in the harbour police said the crane was sold. Residents accused the police of theft.",
        [],
    ),
    # nobody denies what another denies
    (
        "Mara Quill accused the port of selling the crane. The port denied the claim. The union denied this.",
        [("claim_denial", {"Mara Quill", "port"})],
    ),
    # what stands between, and that nobody says, may be meant: by "it" anything, by "the claim" a claim
    (
        "The police said the quay was safe. The mayor denied it.",
        [("claim_denial", {"police", "mayor"})],
    ),
    (
        "The police said the quay was safe. This could not be independently verified. The mayor denied it.",
        [("claim_denial", {"police", "mayor"})],
    ),
    (
        "The police said the quay was safe. The talks began in May. The mayor dismissed the claim.",
        [("claim_denial", {"police", "mayor"})],
    ),
    (
        "The police said the quay was safe. There is talk that the mayor will go. The mayor denied it.",
        [],
    ),
    (
        "The police said the quay was safe. Rumours that the mayor will go spread on Monday. The mayor "
        "dismissed the claim.",
        [],
    ),
    (
        "Dana Hale proposed to sell the port to the union. An offer for the mill came on Monday. Mara Quill "
        "rejected the offer.",
        [],
    ),
    # critics, and who answers in so many words
    (
        "The port hailed the vote as fair. But critics said it was a sham.",
        [("opposed_positions", {"port", "critics"})],
    ),
    (
        "Dana Hale said the bridge could open in May. Mara Quill shot back that nobody had paid for it.",
        [("opposed_positions", {"Dana Hale", "Mara Quill"})],
    ),
    ("Dana Hale said the bridge could open in May. Mara Quill said nobody had paid for it.", []),
    (
        'Dana Hale said the crew were thieves. Mara Quill called his remarks "a disgrace".',
        [("opposed_positions", {"Dana Hale", "Mara Quill"})],
    ),
    ("Dana Hale said it rained. Mara Quill criticised the mayor's remarks.", []),
    # nobody can do what somebody will do, or the law forbids it
    (
        "Dana Hale said he would sell the ferry terminal by decree. It rained on Monday and the town hall "
        "stayed closed. Mara Quill said nobody can close a bridge. Tor Brandt said the mayor cannot sell the "
        "ferry terminal by decree.",
        [("opposed_positions", {"Dana Hale", "Tor Brandt"})],
    ),
    (
        "Dana Hale said he would sell the lighthouse museum. It rained all day. Mara Quill said that to sell "
        "the lighthouse museum was illegal.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale said he would sell the lighthouse museum. It rained all day. Mara Quill said that illegal "
        "traders slept in the lighthouse museum.",
        [],
    ),
    # condemned by name for what one wants
    (
        "Dana Hale said the island would have a casino. It rained on Monday, and the road was closed "
        "for a fallen tree and a flooded cellar beside the school, where the council met to speak of "
        "the budget. Mara Quill accused Hale of gambling with the island for a casino.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    # each of the other
    (
        "Dana Hale accused Mara Quill of lying. It rained on Monday. Quill called Hale a coward.",
        [("mutual_accusation", {"Dana Hale", "Mara Quill"})],
    ),
    # told to stop
    (
        "The port said it would close the ferry terminal in May. Residents called on the port to scrap the "
        "closure of the terminal.",
        [("opposed_positions", {"port", "Residents"})],
    ),
    # somebody may be who was named before
    (
        "Senator Dana Hale said the bridge could open in May. The senator fired back that it was paid for.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_answers(text: str, expected: list[tuple[str, set[str]]]) -> None:
    (story,) = reconcile([extract(Report("r", text, "x", language="en"))])
    names = {e.id: e.name for e in story.entities}
    shown = [(d.type, {names.get(side.party or "", "") for side in d.sides}) for d in story.disagreements]
    assert shown == expected
