"""Dated events: the words that say what happened, the date, and who says so."""

import pytest

from sayso.extract import extract
from sayso.model import Report

EVENTS = [
    ("The ferry sank on March 3.", [("The ferry sank on March 3", "March 3", False)]),
    ("Mara Quill said the ferry sank on March 3.", [("the ferry sank on March 3", "March 3", True)]),
    ("The ferry sank.", []),
    ("March 3, 2024", []),
    ("The journey took three days.", []),
    # a date in a clause of its own dates that clause
    (
        "The ministers met for the first time since the strike began on March 3.",
        [
            ("the strike began on March 3", "since the strike began on March 3", False),
            ("the strike began on March 3", "March 3", False),
        ],
    ),
    (
        "The bridge was closed when a pillar cracked on March 3.",
        [("The bridge was closed when a pillar cracked on March 3", "March 3", False)],
    ),
    ("She defended a treaty signed on March 3.", [("a treaty signed on March 3", "March 3", True)]),
    ("She runs the mill, which her family bought in 1991.", []),
    # no date of what the sentence tells
    ("Travellers should check the timetable on March 3.", []),
    ("The ferry is barred from sailing until March 3.", []),
    ("Prices are up 4 percent from May 2031.", []),
    ("It had not rained since March 3.", []),
    ("The plant sold 14,000 cars in 2031.", []),
    ("Turnout was 71 percent, up from 64 percent in 2031.", []),
    ("Mara Quill is a teacher in Kelmouth.", []),
    ("According to figures of March 3, the ferry carries 90 people.", []),
    ("Two men died after the flood of March 3.", []),
    ("The ferry sank in 2031.", [("The ferry sank in 2031", "2031", False)]),
    ("The flood killed 40 people in 2031.", [("The flood killed 40 people in 2031", "2031", False)]),
    # the date of something else: of a noun, of another verb, of the document
    ("The report, dated Wednesday, calls the dam unsafe.", []),
    ("Traffic was stopped after being halted on Sunday.", []),
    ("He is accused of setting the barn on fire on Sunday.", []),
    ("He was charged following the fire at the mill on Sunday.", []),
    ("She spoke of 1968.", []),
    ("The war was started in response to the raids on March 3, 2031.", []),
    ("There were six arrests, compared to ten on Sunday.", []),
    # what might have been, what is asked for, what was only planned
    ("He had hoped to sail on Sunday.", []),
    ("The ferry would have sailed on Sunday.", []),
    ("The dam would not hold overnight.", []),
    ("Call the harbour office on Monday.", []),
    ("This year’s fairs were rowdy.", []),
    ("The ferry should have sailed on Sunday.", []),
    ("Before March 3, the ferry had sailed daily.", []),
    ("In the two years ending on March 3, the ferry broke down often.", []),
    ("Fires are at their lowest level since March 3.", []),
    ("It was the worst fire since March 3, when the mill burned down.", []),
    ("There have been 40 fires since March 3.", []),
    ("There were 40 fires in May 2031.", []),
    ("2031 was a wet year.", []),
    ("The 1990s actress died on March 3.", [("The 1990s actress died on March 3", "March 3", False)]),
    (
        "She opened the school in 2031, following fires in 1994.",
        [("She opened the school in 2031, following fires in 1994", "2031", False)],
    ),
    ("He asked what happened on March 3.", []),
    ("He asked how the talks went on March 3.", []),
    ("After this week, the harbour closes.", []),
    ("“I am very sad today,” he said.", []),
    ("It is now March 3.", []),
    # the page's own day
    ("The port is shut.\n\n(Published Thursday, March 3, 2031)", []),
    # each of two things that a sentence tells, one subject or two
    ("The ferry left the pier with 40 people and sank on March 3.", [("sank on March 3", "March 3", False)]),
    (
        "The man was shot and killed on March 3.",
        [("The man was shot and killed on March 3", "March 3", False)],
    ),
    (
        "The firm was founded by two brothers in 1976 and opened a mill in 2003.",
        [
            ("The firm was founded by two brothers in 1976", "1976", False),
            ("opened a mill in 2003", "2003", False),
        ],
    ),
    (
        "Mara Quill, who led the inquiry, has been ill since 2004 and has been on leave since May 2031.",
        [
            ("Mara Quill, who led the inquiry, has been ill since 2004", "2004", False),
            ("has been on leave since May 2031", "May 2031", False),
        ],
    ),
    # what hangs on no date close by
    (
        "The ferry sank on May 3. It rained. The crew sang. That night the port was closed.",
        [("The ferry sank on May 3", "May 3", False)],
    ),
    (
        "The ferry sank on May 3. That night the port was closed.",
        [
            ("The ferry sank on May 3", "May 3", False),
            ("That night the port was closed", "That night", False),
        ],
    ),
    # a clause beside it that has a date of its own
    (
        "Forty people died in May 2031, and sixty died in June in Kelmouth.",
        [
            ("Forty people died in May 2031", "May 2031", False),
            ("sixty died in June in Kelmouth", "June", False),
        ],
    ),
    # as of the report
    ("The port has closed for good.", [("The port has closed for good", None, False)]),
    ("The port closed for good.", []),
    ("The port looks closed for good.", []),
    (
        "It rained.\n\nMore than 40 people have died, Quill said.",
        [("More than 40 people have died", None, True)],
    ),
    ("It rained.\n\nThe port has closed for good.", []),
]


# how it is told: of now, no day that is past is its date
MOODS = [
    ("Police have arrested a man in connection with the raid on Monday.", "now"),
    ("He is being held over the raid on Monday.", "now"),
    ("Police have arrested a man on Monday.", "told"),
    ("Police arrested a man on Monday.", "told"),
    ("In 1991 the mill opens.", "told"),
    ("She runs the mill and opened a second one in May 2031.", "told"),
    ("She said the ferry would sail on Monday.", "would"),
    ("The ferry will sail on Monday.", "now"),
    ("Mara Quill said on Monday that the ferry was old.", "said"),
    ("Mara Quill said Monday the ferry was old.", "said"),
    ("Papers on Monday quoted Mara Quill as saying the ferry was old.", "said"),
    ("The mayor claimed on Monday to hold the port.", "said"),
    ("The flood claimed 40 lives on Monday.", "told"),
]


@pytest.mark.parametrize(("text", "mood"), MOODS)
def test_how_it_is_told(text: str, mood: str) -> None:
    assert [event.mood for event in extract(Report("r", text, "x", language="en")).events] == [mood]


def test_a_statement_is_told_on_the_side() -> None:
    told, said = (
        extract(Report("r", text, "x", language="en")).events[0]
        for text in ("The ferry sank on Monday.", "Mara Quill said on Monday that the ferry was old.")
    )
    assert (told.aside, said.aside) == (False, True)


def test_a_day_that_says_which_one_is_on_the_side() -> None:
    text = "Friday’s fire shows how unsafe the mill is."
    (event,) = extract(Report("r", text, "x", language="en")).events
    assert event.aside


def test_who_does_the_second_of_two_things() -> None:
    text = "The old ferry left the pier with 40 people and sank on March 3."
    (event,) = extract(Report("r", text, "x", language="en")).events
    assert event.subject is not None
    assert event.subject.of(text) == "The old ferry"


def test_both_ends_of_a_range() -> None:
    reading = extract(Report("r", "The shots were fired between May 3 and May 5.", "x", language="en"))
    (event,) = reading.events
    assert [t.id for t in reading.times] == [event.time, event.until]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    times: dict[str | None, str] = {time.id: time.span.of(text) for time in reading.times}
    found = [(e.span.of(text), times.get(e.time), e.attribution is not None) for e in reading.events]
    assert found == expected
    assert {e.attribution for e in reading.events} <= {None, *(a.id for a in reading.attributions)}
