"""Who goes against whom by name, by a stance or in defence, from the text on: the parties in dispute."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.model import Report
from sayso.reconcile import reconcile

Shown = list[tuple[str, set[str]]]
HALE_AND_QUILL = {"Dana Hale", "Mara Quill"}
REPLIES: list[tuple[str, Shown]] = [
    # what somebody said, by its name and whose it is
    (
        "Dana Hale warned that the ferry could sink in a storm. It rained all week, and the harbour stayed "
        "closed. Mara Quill dismissed Hale's concerns as nonsense.",
        [("claim_denial", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale said the old bridge would carry the trucks. The council met on Monday. Mara Quill "
        "criticised Hale's assessment.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "President Dana Hale announced a plan to sell the port. Mara Quill has been critical of the "
        "president's plan.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale proposed to sell the port to the union. Mara Quill rejected the offer.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    # a number, and "that figure"; of others, or not right before
    (
        "Dana Hale said the storm had cost 40 bargemen their boats. Mara Quill rejected both figures.",
        [("claim_denial", HALE_AND_QUILL)],
    ),
    ("Dana Hale said the storm was over. Mara Quill rejected those numbers.", []),
    (
        "Dana Hale said the storm had cost 40 bargemen their boats. Mara Quill rejected the figures spread "
        "by the union.",
        [],
    ),
    # "her": whom the sentence names before
    (
        "Dana Hale said the crew were thieves. The council met on Monday in the old town hall. Mara Quill "
        'met Hale and called his remarks "a disgrace".',
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    # "rejected this, insisting that …" is one answer
    (
        "Dana Hale accused Mara Quill of hiding the letter. Quill rejected the claim, insisting that Hale "
        "had it.",
        [("claim_denial", HALE_AND_QUILL)],
    ),
    # nobody is named, or somebody else, or what stands there is no answer
    ("Dana Hale said the bridge could open in May. Mara Quill criticised Brandt's assessment.", []),
    ("Dana Hale said the bridge could open in May. Mara Quill criticised the attack in Kelmouth.", []),
    ("Dana Hale said the bridge could open in May. Mara Quill praised Hale's assessment.", []),
    # a sentence that says whom it answers
    (
        "Dana Hale said the bridge could open in May. The council met on Monday in the old town hall. "
        "Responding to Hale, Mara Quill said that nobody had paid for the steel.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale said the letters did not speak for all bargemen, but Mara Quill responded "
        "that the letters speak for all bargemen of the valley.",
        [("claim_denial", HALE_AND_QUILL)],
    ),
    # accused by name, and what is said next to it
    (
        "Mara Quill accused Dana Hale of hiding the ledger. Hale said that every page was in the archive.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale said that every page was in the archive. Mara Quill accused Hale of hiding the ledger.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    ("Dana Hale said that every page was in the archive. Mara Quill accused Brandt of lying.", []),
]
STANCES: list[tuple[str, Shown]] = [
    (
        "Dana Hale said she supports the ferry subsidy. It rained on Monday, and the quay was closed to all "
        "traffic. Mara Quill vowed to block the ferry subsidy.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale endorsed the bill. Mara Quill opposes the bill.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    (
        "Dana Hale praised the ferry bill. It rained on Monday. Mara Quill urged members to vote against the "
        "ferry bill.",
        [("opposed_positions", HALE_AND_QUILL)],
    ),
    # turned round twice, on two plans, or on one's own
    ("Dana Hale endorsed the bill. Mara Quill said she would vote to override the veto of the bill.", []),
    ("Dana Hale supports Brandt's plan. Mara Quill opposes Corvin's plan.", []),
    ("Dana Hale supports the bill. Mara Quill praised the bill.", []),
]
DEFENCES: list[tuple[str, Shown]] = [
    (
        "The Harbour Post reported that Tor Brandt took money from a builder. The town is small, and the "
        "mill has been closed for years. Brandt called the investigation a witch hunt.",
        [("claim_denial", {"Harbour Post", "Tor Brandt"})],
    ),
    (
        "The indictment alleges that Tor Brandt lied to the council about the mill. It rained on Monday. "
        "Brandt said he had been falsely accused.",
        [("claim_denial", {"indictment", "Tor Brandt"})],
    ),
    # of somebody else, of what is his, or of what he is to do
    (
        "The Harbour Post reported that Mara Quill took money. It rained. Tor Brandt called the "
        "investigation a witch hunt.",
        [],
    ),
    (
        "The Harbour Post reported that Tor Brandt's sister sold the mill. It rained. Brandt called the "
        "investigation a witch hunt.",
        [],
    ),
    (
        "The Harbour Post reported that Tor Brandt will speak on Monday. It rained. Brandt called the "
        "investigation a witch hunt.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPLIES + STANCES + DEFENCES)
def test_parties(text: str, expected: Shown) -> None:
    (story,) = reconcile([extract(Report("r", text, "x", language="en"))])
    names = {e.id: e.name for e in story.entities}
    shown = [(d.type, {names.get(side.party or "", "") for side in d.sides}) for d in story.disagreements]
    assert shown == expected
