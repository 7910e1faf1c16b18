"""Direct speech: "source | cue | content", and who speaks."""

from collections.abc import Callable
from typing import Any

import pytest

SPOKEN = [
    # the cue behind, before, between
    ('"The dam will hold," said Mara Quill.', ["Mara Quill | said | The dam will hold"]),
    ('"The dam will hold," Mara Quill said.', ["Mara Quill | said | The dam will hold"]),
    ('Mara Quill said: "The dam will hold."', ["Mara Quill | said | The dam will hold."]),
    ('Mara Quill told the council, "It will hold."', ["Mara Quill | told | It will hold."]),
    ('"The dam," Mara Quill said, "will hold."', ["Mara Quill | said | The dam … will hold."]),
    ('"Who pays for the ferry?" she asked.', ["she | asked | Who pays for the ferry?"]),
    ('"No," said Dana Hale.', ["Dana Hale | said | No"]),
    # announced by a colon: what follows is the next sentence
    (
        "The mayor spoke at noon: « It will hold for now. » The union head, Dana Hale, has said it will not.",
        ["The union head, Dana Hale | has said | it will not"],
    ),
    # over several sentences and quotations
    (
        '"The dam will hold," Mara Quill said. "We tested every gate. It is new."',
        ["Mara Quill | said | The dam will hold … We tested every gate. It is new."],
    ),
    (
        '"The dam will hold," said Mara B. Quill of the U.S. Dam Office. "It is new."',
        ["Mara B. Quill of the U.S. Dam Office | said | The dam will hold … It is new."],
    ),
    (
        '"It is old. It is rusty. It leaks," Mara Quill said.',
        ["Mara Quill | said | It is old. It is rusty. It leaks"],
    ),
    (
        '"The gates failed at noon," said a guard who saw it. "Then the water came," said another.',
        ["a guard who saw it | said | The gates failed at noon", "another | said | Then the water came"],
    ),
    (
        '"I was on the ferry," he said. "It was dark," Lida Fenmont said.',
        ["he | said | I was on the ferry", "Lida Fenmont | said | It was dark"],
    ),
    # sources in full, where the parse looks for them in the quotation too
    (
        "“The port is in panic. Full panic,” said Lida Fenmont, a Kelmouth-based owner of two ferries.",
        [
            "Lida Fenmont, a Kelmouth-based owner of two ferries | said | The port is in panic. Full panic",
        ],
    ),
    (
        '"He would be a great mayor. One of the best in the land," Sen. Tor Brenvane said in an interview.',
        ["Sen. Tor Brenvane | said | He would be a great mayor. One of the best in the land"],
    ),
    (
        '"The vote was fair," said the union, which represents dockers.',
        ["the union, which represents dockers | said | The vote was fair"],
    ),
    ('"A state may not ban it," said the ruling.', ["the ruling | said | A state may not ban it"]),
    ('"It broke!" shouted one of the fishermen.', ["one of the fishermen | shouted | It broke!"]),
    # marks of all kinds
    ("‘The dam will hold,’ said Mara Quill.", ["Mara Quill | said | The dam will hold"]),
    ("''It will hold,'' said Mara Quill.", ["Mara Quill | said | It will hold"]),
    ("“The dam will hold\" , said Mara Quill.", ["Mara Quill | said | The dam will hold"]),
    ("Mara Quill said,“We lost a boat. It sank.”", ["Mara Quill | said | We lost a boat. It sank."]),
    # the next sentence is not its cue
    (
        '"The bridge is safe." Mara Quill said later that the road was closed.',
        ["Mara Quill | said | that the road was closed"],
    ),
    # behind what somebody said, by another: with a verb that is no cue, too
    (
        'Mara Quill said nine boats were lost. "There were only six", corrects mayor Tor Hale.',
        ["Mara Quill | said | nine boats were lost", "mayor Tor Hale | corrects | There were only six"],
    ),
    (
        'Mara Quill said nine boats were lost. "There were only six", shrugs the director Tor Hale.',
        ["Mara Quill | said | nine boats were lost"],
    ),
    # signed as translations do, and the next one by another
    ('"The gate was shut at ten", so Quill.', ["Quill | so | The gate was shut at ten"]),
    ('"The gate was shut at ten", so the mayor.', ["the mayor | so | The gate was shut at ten"]),
    ('"The gate was shut at ten", so Quill went home.', []),
    (
        '"The gate was shut at ten", so Quill. The union rejected this: It was open all day, said Tor Hale.',
        [
            "Quill | so | The gate was shut at ten",
            "Tor Hale | said | The union rejected this: It was open all day",
            "The union | rejected | this",
        ],
    ),
    # names of things
    ('The report, titled "Safe Harbours", was published on Monday.', []),
    ('The boat is called "Sea Rose".', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_direct_speech(attributed: Callable[..., list[Any]], text: str, expected: list[str]) -> None:
    assert [a.words for a in attributed(text)] == expected


KINDS = [
    ('"The dam will hold," said Mara Quill.', "direct"),
    ('Mara Quill said the dam "will hold".', "mixed"),
    ('Mara Quill called the dam "a disgrace".', "mixed"),
    ("Mara Quill said the dam would hold.", "indirect"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(attributed: Callable[..., list[Any]], text: str, kind: str) -> None:
    assert [a.kind for a in attributed(text)] == [kind]


def test_a_paragraph_that_goes_on(attributed: Callable[..., list[Any]]) -> None:
    text = (
        "“We left at dawn,” said Mara Quill. “The road was open.\n“At noon it was closed.”\n“Why?” he said."
    )
    first, second = attributed(text)
    assert first.words == (
        "Mara Quill | said | We left at dawn … The road was open. … At noon it was closed."
    )
    assert (first.speaker, first.kind) == ("Mara Quill", "direct")
    assert second.words == "he | said | Why?"
