"""Who passes a say-so on: the relay, which begins with the speaker."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract import extract
from sayso.extract.attributions.media import is_same_outlet
from sayso.model import Publisher, Report

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
    # not the day before its name
    ("Last week Corin, citing a source, reported that two had left.", [("source", "Corin")]),
    ("Earlier Reuters, citing a diplomat, reported that two ships had sunk.", [("diplomat", "Reuters")]),
    ("On Tuesday AFP, citing a diplomat, reported that two ships had sunk.", [("diplomat", "AFP")]),
    ("Reuters quoted a general, who said that the road was open.", [("general", "Reuters")]),
    ("Reuters quoted a general with the words: 'The road is open.'", [("general", "Reuters")]),
    (
        "The Ministry of Transport, citing the hospital, said the dam was safe.",
        [("hospital", "Ministry of Transport")],
    ),
    (
        "Dana Hale told Reuters the dam was safe. The state broadcaster, citing the army, said it was not.",
        [("Dana Hale", "Reuters"), ("army", "state broadcaster")],
    ),
    # as agencies in some languages cite; others only mean the ministry
    ("The dam is safe, reports Reuters with reference to the ministry.", [("ministry", "Reuters")]),
    ("The dam is safe, TASS reported, referring to the ministry.", [("ministry", "TASS")]),
    ("The dam is a shame, Dana Hale said, referring to the ministry.", [("Dana Hale",)]),
    (
        "Reuters quoted a port official as saying it held. AFP, citing the same official, said it did.",
        [("port official", "Reuters"), ("port official", "AFP")],
    ),
    (
        "Reuters, citing a person close to the port, reported that the road was open.",
        [("person close to the port", "Reuters")],
    ),
    (
        "The daily Courier, quoting a port official, reported that the dam was safe.",
        [("port official", "daily Courier")],
    ),
    (
        "The dam is safe, the Kelmouth Post-Gazette reported on Monday, citing two officials.",
        [("two officials", "Kelmouth Post-Gazette")],
    ),
    # … also beside "according to"; what is no voice is a document of who cites it
    (
        "According to the Kelmouth Courier, citing a port official, four sailors were killed.",
        [("port official", "Kelmouth Courier")],
    ),
    (
        "According to the Kelmouth Courier, citing two port officials, acid was found in three of the tanks.",
        [("two port officials", "Kelmouth Courier")],
    ),
    (
        "The road, according to AFP, which quoted two doctors, is closed.",
        [("two doctors", "AFP")],
    ),
    (
        "Four were killed, according to the Kelmouth Courier, citing police data, and the road is closed.",
        [("police", "Kelmouth Courier")],
    ),
    ("According to the union KRU, citing lists from its crews, 1,400 walked out.", [("KRU",)]),
    ("The road was old, according to the Kelmouth Courier, which cited a report.", [("Kelmouth Courier",)]),
    ('"The dam is safe," Reuters quoted Dana Hale as saying.', [("Dana Hale", "Reuters")]),
    (
        'Dana Hale told Reuters the dam was safe. "It held in May," the agency quoted Mara Quill as saying.',
        [("Dana Hale", "Reuters"), ("Mara Quill", "Reuters")],
    ),
    # … behind the sentence, in a translation's order
    (
        'The port head, Dana Hale, he has declared that it could last "two months", reported the agency AFP.',
        [("Dana Hale", "AFP")],
    ),
    # an outlet that reports all of it
    (
        "The dam chief, however, gave a toll of 15, Reuters reported.",
        [("dam chief", "Reuters")],
    ),
    # the outlet that was named last
    (
        "Dana Hale told Reuters the dam was safe. Mara Quill told the same agency it was not.",
        [("Dana Hale", "Reuters"), ("Mara Quill", "Reuters")],
    ),
    ("The dam held, Dana Hale said in a statement carried by the Tass news agency.", [("Dana Hale", "Tass")]),
    # all that an outlet says is what somebody else says
    ("Reuters reported that Dana Hale said the dam was safe.", [("Dana Hale", "Reuters")]),
    ("Dana Hale denied that it leaked, the Kelmouth Post reported.", [("Dana Hale", "Kelmouth Post")]),
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
    # an outlet that no list knows
    ("Dana Hale told the newspaper Vedomosti that the dam was safe.", [("Dana Hale", "Vedomosti")]),
    ("Dana Hale told broadcaster KTV that the dam was safe.", [("Dana Hale", "KTV")]),
    ("Dana Hale told Sky News Arabia that the dam was safe.", [("Dana Hale", "Sky News Arabia")]),
    ("Dana Hale told Time Warner that the dam was safe.", [("Dana Hale",)]),
    ("Dana Hale told KTRK-TV that the dam was safe.", [("Dana Hale", "KTRK-TV")]),
    ("Dana Hale told the Kelmouth Herald newspaper it was safe.", [("Dana Hale", "Kelmouth Herald")]),
    ("Dana Hale told the state news agency KPA the dam was safe.", [("Dana Hale", "KPA")]),
    ("Dana Hale told a Reuters correspondent that the dam was safe.", [("Dana Hale", "Reuters")]),
    ("Dana Hale told Russian Interfax that the dam was safe.", [("Dana Hale", "Interfax")]),
    ("Dana Hale told AFP and Radio Kelmouth it was safe.", [("Dana Hale", "AFP", "Radio Kelmouth")]),
    ("Dana Hale told the official news agency ORNA that it was safe.", [("Dana Hale", "ORNA")]),
    ("“It is safe,” Dana Hale said, according to the Peruvian agency ORNA.", [("Dana Hale", "ORNA")]),
    ("Prices rose 9 percent, Dana Hale said, more than those polled by Reuters feared.", [("Dana Hale",)]),
    ("In a statement carried by ORNA, Dana Hale said it was safe.", [("Dana Hale", "ORNA")]),
    ("Dana Hale, speaking to France 24, said the dam was safe.", [("Dana Hale", "France 24")]),
    ("Dana Hale told Peruvian state television it was safe.", [("Dana Hale", "Peruvian state television")]),
    # the one that was named last
    (
        "Mara Quill told KTRK-TV that the dam leaked. Dana Hale told the same channel that it was safe.",
        [("Mara Quill", "KTRK-TV"), ("Dana Hale", "KTRK-TV")],
    ),
    ("Dana Hale told the newspaper that the dam was safe.", [("Dana Hale",)]),
    # no outlet: a time, a network of another kind, an agency of another kind
    ("For the first time, Dana Hale said the dam was safe.", [("Dana Hale",)]),
    ("For The First Time, Dana Hale Says Dam Is Safe", [("Dana Hale",)]),
    ("Dana Hale told the Kelmouth network that the dam was safe.", [("Dana Hale",)]),
    ("Dana Hale told the Water Agency that the dam was safe.", [("Dana Hale",)]),
    ("Dana Hale told a newspaper that the dam was safe.", [("Dana Hale",)]),
    ("Dana Hale told a local Kelmouth TV station that the dam was safe.", [("Dana Hale",)]),
    ("On Fox News, Dana Hale said the dam was safe.", [("Dana Hale", "Fox News")]),
    # a name behind a noun however it is parsed: never the outlet named last
    ("Dana Hale told the news portal Infoline that the dam was safe.", [("Dana Hale", "Infoline")]),
    (
        "Dana Hale told Reuters it was safe. Tor Hale told the agency Orrinform that the dam leaked.",
        [("Dana Hale", "Reuters"), ("Tor Hale",)],
    ),
    # a semicolon parts what was told to one from what was told to another
    (
        "Dana Hale said two sailors were missing; Tor Hale, speaking to the BBC, said nine were.",
        [("Dana Hale",), ("Tor Hale", "BBC")],
    ),
    # being talked about is no relaying
    ("Dana Hale said Reuters had reported that the dam leaked.", [("Dana Hale",), ("Reuters",)]),
    ("Dana Hale told the council that the dam was safe.", [("Dana Hale",)]),
    # what is said anew, to others, did not go through who was told before
    (
        "Mara Quill told Reuters that the dam was safe. She later told reporters that it was not.",
        [("Mara Quill", "Reuters"), ("Mara Quill",)],
    ),
    (
        "Mara Quill told Reuters that the dam was safe. She said in a statement that it would be shut.",
        [("Mara Quill", "Reuters"), ("Mara Quill",)],
    ),
    ("The harbour office, according to AFP, has counted 30 dead.", [("harbour office", "AFP")]),
    (
        "According to a source in the port quoted by Reuters, nine sailors died.",
        [("source in the port", "Reuters")],
    ),
]


@pytest.mark.parametrize(("text", "relays"), RELAYED)
def test_relays(attributed: Callable[..., list[Any]], text: str, relays: list[tuple[str, ...]]) -> None:
    assert [a.relay for a in attributed(text)] == relays


OWN = [
    ("Harbour Radio", "Harbour Radio 98.4 FM", True),
    ("Associated Press", "AP", True),
    ("The Kelmouth Post", "kelmouthpost.example", True),
    ("Reuters", "Kelmouth Post", False),
    ("Reuters", "", False),
]


@pytest.mark.parametrize(("name", "publisher", "same"), OWN)
def test_own_outlet(name: str, publisher: str, same: bool) -> None:
    assert is_same_outlet(name, publisher) is same


def test_the_publisher_relays_nothing_to_itself() -> None:
    text = "Dana Hale told Reuters and Harbour Radio that the dam was safe."
    report = Report("r", text, "x", language="en", publisher=Publisher("Harbour Radio 98.4 FM", None))
    (attribution,) = extract(report).attributions
    assert attribution.relay == ("Dana Hale", "Reuters")
