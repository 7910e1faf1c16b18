from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from sayso.model import EntityKind, Reading
from sayso.reconcile import reconcile
from sayso.story import Voice

Told = Callable[..., Reading]
WIRE = (
    "At least 12 people were killed when the Korrin dam above Ostrava Vale burst late on Friday evening, and"
    " rescue teams with boats searched the flooded streets of the town all night, the regional governor said."
)
RETOLD = (
    "When the Korrin dam above Ostrava Vale burst on Friday, at least 12 people were killed, according to {}."
)
GOVERNOR = "Governor Marrek"
TWELVE = {"words": "At least 12 people", "low": 12, "high": None, "value": 12}
LOWER = {**TWELVE, "words": "at least 12 people"}


def voices(readings: Sequence[Reading]) -> list[tuple[str, tuple[str, ...]]]:
    """Name and reports of each voice behind the figure of most members."""
    (story,) = reconcile(readings)
    figure = max(story.figures, key=lambda figure: len(figure.members))
    found: tuple[Voice, ...] = figure.origins
    assert all(voice.why for voice in found)
    return [(voice.name, voice.reports) for voice in found]


def test_a_copy_adds_no_origin(told: Told) -> None:
    first = told("a", WIRE, publisher="Vale Press", published="2031-05-03", counts=[TWELVE])
    copy = told("b", f"Dam!\n{WIRE}", publisher="Herald", published="2031-05-04", counts=[TWELVE])
    assert voices([first, copy]) == [("Vale Press", ("a", "b"))]


def test_a_copy_that_spells_in_its_own_way_adds_no_origin(told: Told) -> None:
    text = f"{WIRE} The water came {{}} and stayed for two days in the lower streets of the town."
    own = [
        told(name, text.format(f"9 {unit}{rest}"), publisher=outlet, published=day, counts=counts)
        for name, outlet, day, unit, rest in (
            ("b", "Vale Press", "2031-05-03", "kilometers", " (five miles)"),
            ("a", "Herald", "2031-05-04", "kilometres", ""),
        )
        for counts in [[{"words": f"9 {unit}", "low": 9, "unit": "kilometre", "category": "distance"}]]
    ]
    assert voices(own) == [("Vale Press", ("a", "b"))]


def test_a_copy_that_writes_percent_out_adds_no_origin(told: Told) -> None:
    text = f"{WIRE} First results said the mayor had won with {{}} of the vote, and counted on until noon."
    share = {"low": 0.507, "unit": "vote", "category": "share", "modifier": "share", "speaker": "results"}
    own = [
        told(name, text.format(said), unnamed=["results"], counts=[{**share, "words": said}])
        for name, said in (("a", "50.7%"), ("b", "50.7 per cent"))
    ]
    assert voices(own) == [("results", ("a", "b"))]


def test_two_who_are_set_beside_each_other_are_two_in_copies_too(told: Told) -> None:
    text = f"{WIRE} Police put the crowd that marched at 8,000. Clerks said 30,000 people marched. "
    counts = [
        {"words": "8,000", "low": 8_000, "category": "other", "speaker": "Police"},
        {"words": "30,000 people", "low": 30_000, "category": "other", "speaker": "Clerks"},
    ]
    own = [
        told(name, text + "It was over in two hours.", unnamed=["Police", "Clerks"], counts=counts)
        for name in "ab"
    ]
    assert voices(own) == [("Clerks", ("a", "b")), ("Police", ("a", "b"))]


def test_bodies_whom_one_report_sets_against_each_other_are_two(told: Told) -> None:
    text = f"{WIRE} Local police spoke of 20 people hurt, federal police of 35 people hurt."
    counts = [
        {"words": "20 people", "low": 20, "category": "injured", "speaker": "Local police"},
        {"words": "35 people", "low": 35, "category": "injured", "speaker": "federal police"},
    ]
    cast: dict[str, EntityKind] = dict.fromkeys(("Local police", "federal police"), "organisation")
    own = [told(name, text, cast=cast, unnamed=[*cast], counts=counts) for name in "ab"]
    assert voices(own) == [("Local police", ("a", "b")), ("federal police", ("a", "b"))]


def test_two_outlets_in_their_own_words_are_two(told: Told) -> None:
    other = told("b", RETOLD.format("nobody"), publisher="Herald", counts=[LOWER])
    assert [
        name for name, _ in voices([told("a", WIRE, publisher="Vale Press", counts=[TWELVE]), other])
    ] == [
        "Herald",
        "Vale Press",
    ]


def test_relaying_adds_no_origin(told: Told) -> None:
    readings = [
        told(
            name,
            RETOLD.format(GOVERNOR) + f" This is what {name} makes of it.",
            cast={GOVERNOR: "person"},
            counts=[{**LOWER, "speaker": GOVERNOR, "relay": (GOVERNOR, medium)}],
        )
        for name, medium in (("a", "Vale Press"), ("b", "Harbour Radio"), ("c", "Courier"))
    ]
    assert voices(readings) == [(GOVERNOR, ("a", "b", "c"))]


def test_who_is_quoted_is_one_voice_with_its_own_report(told: Told) -> None:
    union, text = "Korrin Dockers' Union", RETOLD.format("Korrin Dockers' Union")
    quoted = {**LOWER, "speaker": union, "relay": (union,)}
    own = told("a", WIRE, publisher=union, counts=[TWELVE])
    assert voices([own, told("b", text, cast={union: "organisation"}, counts=[quoted])]) == [
        (union, ("a", "b"))
    ]


@pytest.mark.parametrize(
    ("body", "publisher", "count"),
    [
        ("health ministry", "Ministry of Health and Care", 1),
        ("health ministry", "Department Store Times", 2),
        ("commission", "DAM SAFETY COMMISSION", 1),
    ],
)
def test_an_unnamed_body_is_one_voice_with_its_press_release(
    told: Told, body: str, publisher: str, count: int
) -> None:
    quoted = {**LOWER, "speaker": body, "relay": (body,)}
    cast: dict[str, EntityKind] = {body: "organisation"}
    text = RETOLD.format(f"The {body}")
    relayed = told("b", text, publisher="Vale Press", cast=cast, unnamed=[body], counts=[quoted])
    own = told("a", WIRE, publisher=publisher, counts=[TWELVE])
    assert len(voices([own, relayed])) == count


@pytest.mark.parametrize(
    ("name", "kind", "publisher", "count"),
    [
        ("Korrin Water", "person", "Korrin Water", 1),
        ("Dana Hale", "person", "Hale", 2),
        ("Hale", "person", "Hale", 2),
        ("Second Harbour", "facility", "SECOND HARBOUR", 1),
    ],
)
def test_who_was_taken_for_a_person_is_one_voice_with_the_outlet_of_that_name(
    told: Told, name: str, kind: EntityKind, publisher: str, count: int
) -> None:
    quoted = {**LOWER, "speaker": name, "relay": (name,)}
    cast = {name: kind}
    relayed = told("b", RETOLD.format(name), publisher="Vale Press", cast=cast, counts=[quoted])
    own = told("a", WIRE, publisher=publisher, counts=[TWELVE])
    assert len(voices([own, relayed])) == count


@pytest.mark.parametrize(
    ("head", "body", "count"),
    [
        ("Orrin Relief deputy director Dana Hale", "Orrin Relief", 1),
        ("Orrin Relief officials", "Orrin Relief", 1),
        ("Orrin Relief nurse Dana Hale", "Orrin Relief", 2),
        ("former Orrin Relief director Dana Hale", "Orrin Relief", 2),
        ("Orrin Relief director Dana Hale", "Korrin Water", 2),
    ],
)
def test_who_leads_a_body_is_one_voice_with_it(told: Told, head: str, body: str, count: int) -> None:
    cast: dict[str, EntityKind] = {head: "person", body: "organisation"}
    own = [
        told(name, RETOLD.format(who), cast=cast, counts=[{**LOWER, "speaker": who}])
        for name, who in (("a", head), ("b", body))
    ]
    assert len(voices(own)) == count


def test_a_head_whom_one_report_sets_against_the_body_is_another_voice(told: Told) -> None:
    head, body = "Orrin Relief director Dana Hale", "Orrin Relief"
    text = f"{WIRE} {body} spoke of 20 people hurt. The {head} spoke of 35 people hurt."
    counts = [
        {"words": "20 people", "low": 20, "category": "injured", "speaker": body},
        {"words": "35 people", "low": 35, "category": "injured", "speaker": head},
    ]
    cast: dict[str, EntityKind] = {head: "person", body: "organisation"}
    own = [told(name, text, cast=cast, counts=counts) for name in "ab"]
    assert len(voices(own)) == 2


def test_an_unnamed_source_of_one_medium_is_one_voice(told: Told) -> None:
    official = "a senior official"
    readings = [
        told(
            name,
            text,
            unnamed=[official],
            counts=[{**LOWER, "speaker": official, "relay": (official, medium)}],
        )
        for name, text, medium in (
            ("a", RETOLD.format(official), "Vale Press"),
            (
                "b",
                f"The Korrin dam is gone and Ostrava Vale mourns at least 12 people, {official} said.",
                "Vale Press",
            ),
            (
                "c",
                f"It was {official} who counted: at least 12 people of Ostrava Vale died.",
                "Harbour Radio",
            ),
        )
    ]
    assert [reports for _, reports in voices(readings)] == [("a", "b"), ("c",)]


@pytest.mark.parametrize("speaker", [None, "rescuers"])
def test_a_headline_is_no_voice_of_its_own(told: Told, speaker: str | None) -> None:
    title = "Twelve dead in Ostrava Vale, rescuers say"
    counts = [{"words": "Twelve", "low": 12, "speaker": speaker}, {**LOWER, "speaker": GOVERNOR}]
    cast = {GOVERNOR: "person"}
    text = f"{title}\n{RETOLD.format(GOVERNOR)}"
    reading = told("a", text, title=title, cast=cast, unnamed=["rescuers"], counts=counts)
    assert voices([reading]) == [(GOVERNOR, ("a",))]


@pytest.mark.parametrize(("stop", "found"), [("", [GOVERNOR]), (".", [GOVERNOR, "Vale Press"])])
def test_a_point_above_the_text_is_no_voice_of_its_own(told: Told, stop: str, found: list[str]) -> None:
    title, point = (
        "Dam above Ostrava Vale bursts",
        f"Twelve people of the town of Ostrava Vale are dead{stop}",
    )
    counts = [{"words": "Twelve people", "low": 12}, {**LOWER, "speaker": GOVERNOR}]
    text = f"{title}\n\nSummary\n{point}\n\n{RETOLD.format(GOVERNOR)}"
    reading = told("a", text, title=title, cast={GOVERNOR: "person"}, counts=counts, publisher="Vale Press")
    assert [name for name, _ in voices([reading])] == found


def test_an_outlet_without_a_name_goes_by_its_host(told: Told) -> None:
    report = told("a", WIRE, counts=[TWELVE], url="https://www.valepress.example/flood?x=1", path="a.html")
    assert voices([report]) == [("www.valepress.example", ("a",))]


RADIO, SHORT = "Harbour Radio 98.4", "official"
ENERGY, INTERIOR = "official at the energy ministry", "official at the interior ministry"


def described(told: Told, *officials: str) -> list[tuple[str, tuple[str, ...]]]:
    """The voices where the radio's own report has these officials, and another outlet relays one from it."""
    own = " ".join(RETOLD.format(who) for who in officials)
    counts = [{**LOWER, "speaker": who, "relay": (who,)} for who in officials]
    relayed = told(
        "b",
        f"Ostrava Vale mourns at least 12 people after the Korrin dam broke, an {SHORT} told the radio.",
        unnamed=[SHORT],
        counts=[{**LOWER, "speaker": SHORT, "relay": (SHORT, "Harbour Radio")}],
    )
    return voices([told("a", own, publisher=RADIO, unnamed=officials, counts=counts), relayed])


def test_an_unnamed_source_is_the_one_whom_the_relaying_outlet_describes(told: Told) -> None:
    assert described(told, ENERGY) == [(ENERGY, ("a", "b"))]


def test_of_two_who_fit_it_may_be_either(told: Told) -> None:
    assert {name for name, _ in described(told, ENERGY, INTERIOR)} >= {SHORT}


OWN_WORDS = (
    "The Korrin dam burst on Friday and killed at least 12 people in Ostrava Vale, {} said.",
    "In Ostrava Vale {} counted at least 12 people dead when the Korrin dam went.",
    "According to {}, the flood below the Korrin dam took at least 12 people of Ostrava Vale.",
    "It was {} who told the town: at least 12 people of Ostrava Vale died, the Korrin dam is gone.",
)


def of_bodies(told: Told, *bodies: str) -> list[tuple[str, tuple[str, ...]]]:
    """The voices where each of several reports has the toll from a body that it does not name."""
    return voices(
        [
            told(
                name,
                words.format(who),
                cast={who: "organisation"},
                unnamed=[who],
                counts=[{**LOWER, "speaker": who, "relay": (who,)}],
            )
            for name, words, who in zip("abcd", OWN_WORDS, bodies, strict=False)
        ]
    )


def test_public_bodies_of_one_sector_are_probably_one_voice(told: Told) -> None:
    found = of_bodies(told, "police", "local police", "health officials", "the health ministry")
    assert sorted(reports for _, reports in found) == [("a", "b"), ("c", "d")]


def test_any_authority_is_the_only_body_that_fits_else_open(told: Told) -> None:
    assert len(of_bodies(told, "officials", "health officials")) == 1
    assert len(of_bodies(told, "officials", "health officials", "police")) == 3
    assert len(of_bodies(told, "officials", "the hospital")) == 2
