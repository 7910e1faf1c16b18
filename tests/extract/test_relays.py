"""Who passes a say-so on: the relay, which begins with the speaker."""

from collections.abc import Callable
from typing import Any

import pytest

RELAYED = [
    ("Dana Hale said the dam was safe.", [("Dana Hale",)]),
    ("Dana Hale told Reuters that the dam was safe.", [("Dana Hale", "Reuters")]),
    ('"The dam is safe," Dana Hale told the Associated Press.', [("Dana Hale", "Associated Press")]),
    ('"The dam is safe," Dana Hale said in an interview with CNN.', [("Dana Hale", "CNN")]),
    ("Speaking to Reuters, Dana Hale said the dam was safe.", [("Dana Hale", "Reuters")]),
    ("The dam is safe, Dana Hale said, according to Reuters.", [("Dana Hale", "Reuters")]),
    ("Reuters quoted Dana Hale as saying that the dam was safe.", [("Dana Hale", "Reuters")]),
    ("Dana Hale was quoted by Reuters as saying the dam was safe.", [("Dana Hale", "Reuters")]),
    ("State media quoted a general as saying the road was open.", [("general", "State media")]),
    (
        "The daily Courier, quoting a port official, reported that the dam was safe.",
        [("port official", "daily Courier")],
    ),
    (
        "The dam is safe, the Kelmouth Post-Gazette reported on Monday, citing two officials.",
        [("two officials", "Kelmouth Post-Gazette")],
    ),
    # a relay goes on with the speaker
    (
        "Dana Hale told Reuters that the dam was safe. Hale said the gates were new.",
        [("Dana Hale", "Reuters")] * 2,
    ),
    (
        "Dana Hale told Reuters that the dam was safe. Mara Quill said it was not.",
        [("Dana Hale", "Reuters"), ("Mara Quill",)],
    ),
    # an outlet that nobody else speaks through is the speaker
    ("According to Reuters, the dam is safe.", [("Reuters",)]),
    ("Reuters reported that the dam was safe.", [("Reuters",)]),
    # being talked about is no relaying
    ("Dana Hale said Reuters had reported that the dam leaked.", [("Dana Hale",), ("Reuters",)]),
    ("Dana Hale told the council that the dam was safe.", [("Dana Hale",)]),
]


@pytest.mark.parametrize(("text", "relays"), RELAYED)
def test_relays(attributed: Callable[..., list[Any]], text: str, relays: list[tuple[str, ...]]) -> None:
    assert [a.relay for a in attributed(text)] == relays
