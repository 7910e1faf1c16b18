"""Speech in paragraphs of its own."""

from collections.abc import Callable
from typing import Any

import pytest

# Paragraphs → "source | cue | content".
PARAGRAPHS = [
    # announced
    (["Dana Hale was pleased. He wrote:", "“It held.", "“Nobody can say that it is old.”", "It rained."],
     ["He | wrote | It held. … Nobody can say that it is old."]),
    (["In a statement, the port union said:", '"Our members were not told. We want to know."',
      '"We will strike."', "The company did not reply."],
     ["the port union | said | Our members were not told. We want to know. … We will strike."]),
    # … along with what the sentence says before the colon
    (["Hale told the council that the dam held:", "“We saw no crack. We looked twice.”"],
     ["Hale | told | that the dam held … We saw no crack. We looked twice."]),
    # a letter is read by one, and another's
    (["Hale sent a letter read by Mara Quill:", "“You saved forty people.”"], []),
    # going on behind a quotation that was closed
    (["“The gates failed at noon,” Lida Fenmont said.", "“Then the water came. We ran.”", "It rained."],
     ["Lida Fenmont | said | The gates failed at noon … Then the water came. We ran."]),
    (["“The gates failed at noon,” Lida Fenmont said, visibly tired.", "“Then the water came. We ran.”"],
     ["Lida Fenmont | said | The gates failed at noon … Then the water came. We ran."]),
    # each sentence on a line of its own
    (['"The gates failed.', "We ran.", 'It was dark," Lida Fenmont said.', "It rained."],
     ["Lida Fenmont | said | The gates failed. … We ran. … It was dark"]),
    # … not behind something else that the outlet tells, or behind a scrap, or as a heading
    (["“The dam held,” said Hale. The crew left at noon.", "“We were lucky this time.”"],
     ["Hale | said | The dam held"]),
    (["“The gates failed at noon,” Lida Fenmont said.", "“A night of water”", "It rained."],
     ["Lida Fenmont | said | The gates failed at noon"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), PARAGRAPHS)
def test_paragraphs(attributed: Callable[..., list[Any]], paragraphs: list[str], expected: list[str]) -> None:
    assert [a.words for a in attributed("\n\n".join(paragraphs))] == expected


def test_what_is_said_within_the_next_paragraph_is_nested(attributed: Callable[..., list[Any]]) -> None:
    text = "“The gates failed at noon,” Lida Fenmont said.\n\n“I saw it. Mara Quill told me that it broke.”"
    found = [a for a in attributed(text) if a.speaker == "Mara Quill"]
    assert [a.within for a in found] == [
        "The gates failed at noon … I saw it. Mara Quill told me that it broke."
    ]
