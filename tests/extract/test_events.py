"""Dated events, as a table: a sentence → "its words @ the date", and how it is told, if not plainly.

``all``: the sentence without its full stop. ``-``: as of the report. To add a case, add a line.
"""

import pytest

from sayso.extract import extract
from sayso.model import Event, Report

CASES: list[tuple[str, ...]] = [
    ("The ferry sank on March 3.", "all @ March 3"),
    ("Mara Quill said the ferry sank on March 3.", "the ferry sank on March 3 @ March 3, quoted"),
    ("The ferry sank.",),
    ("What happened in Kelmouth on March 3",),
    ("Nine sailors were killed and 34 others injured when a boiler burst on March 3.", "all @ March 3"),
    ("March 3, 2024",),
    ("The journey took three days.",),
    ("A jury blamed the owner for an explosion at a mill in March.",),  # of the explosion
    # a date in a clause of its own dates that clause
    ("The ministers met for the first time since the strike began on March 3.",
     "the strike began on March 3 @ since the strike began on March 3",
     "the strike began on March 3 @ March 3"),
    ("The bridge was closed when a pillar cracked on March 3.", "all @ March 3"),
    ("She defended a treaty signed on March 3.", "a treaty signed on March 3 @ March 3, aside, quoted"),
    ("She runs the mill, which her family bought in 1991.",),
    # no date of what the sentence tells
    ("Travellers should check the timetable on March 3.",),
    ("The ferry sank on March 3, not on March 9.", "all @ March 3"),
    ("The ferry sank not on March 3 but on March 9.", "all @ March 9"),
    ("The ferry sank in 2031 rather than in 2029.", "all @ 2031"),
    ("The ferry is barred from sailing until March 3.",),
    ("Prices are up 4 percent from May 2031.",),
    ("It had not rained since March 3.",),
    ("The plant sold 14,000 cars in 2031.",),
    ("Turnout was 71 percent, up from 64 percent in 2031.",),
    ("Mara Quill is a teacher in Kelmouth.",),
    ("According to figures of March 3, the ferry carries 90 people.",),
    ("Two men died after the flood of March 3.",),
    ("The ferry sank in 2031.", "all @ 2031"),
    ("The flood killed 40 people in 2031.", "all @ 2031"),
    # the date of something else: of a noun, of another verb, of the document
    ("The report, dated Wednesday, calls the dam unsafe.",),
    ("Traffic was stopped after being halted on Sunday.",),
    ("He is accused of setting the barn on fire on Sunday.",),
    ("He was charged following the fire at the mill on Sunday.",),
    ("She spoke of 1968.",),
    ("The war was started in response to the raids on March 3, 2031.",),
    ("There were six arrests, compared to ten on Sunday.",),
    # what might have been, what is asked for, what was only planned
    ("He had hoped to sail on Sunday.",),
    ("The ferry would have sailed on Sunday.",),
    ("The dam would not hold overnight.",),
    ("Call the harbour office on Monday.",),
    ("This year’s fairs were rowdy.",),
    ("The ferry should have sailed on Sunday.",),
    ("Before March 3, the ferry had sailed daily.",),
    ("In the two years ending on March 3, the ferry broke down often.",),
    ("Fires are at their lowest level since March 3.",),
    ("It was the worst fire since March 3, when the mill burned down.",),
    ("There have been 40 fires since March 3.",),
    ("The port has fined 40 boats since March 3.",),
    ("The port has counted the loss of 40 boats since March 3.",),
    ("The 40 boats have all been in the port, which has been closed since March 3.",
     "the port, which has been closed since March 3 @ March 3, aside"),
    ("They hope to be able to say that the boats have sailed by March 3.",),
    ("The head of a mill searched by the police last month said it was safe.",),
    ("There were 40 fires in May 2031.",),
    ("2031 was a wet year.",),
    ("The 1990s actress died on March 3.", "all @ March 3"),
    ("She opened the school in 2031, following fires in 1994.", "all @ 2031"),
    ("Built in 1994, the mill employs 40 people.",),
    ("The mayor in 1994, Mara Quill, said she was glad.",),
    ("He asked what happened on March 3.",),
    ("He asked how the talks went on March 3.",),
    ("After this week, the harbour closes.",),
    ("“I am very sad today,” he said.",),
    ("It is now March 3.",),
    # the page's own day
    ("The port is shut.\n\n(Published Thursday, March 3, 2031)",),
    # each of two things that a sentence tells, one subject or two
    ("The ferry left the pier with 40 people and sank on March 3.",
     "sank on March 3 @ March 3, by The ferry"),
    ("The man was shot and killed on March 3.", "all @ March 3"),
    ("The firm was founded by two brothers in 1976 and opened a mill in 2003.",
     "The firm was founded by two brothers in 1976 @ 1976", "opened a mill in 2003 @ 2003, by The firm"),
    ("Mara Quill, who led the inquiry, has been ill since 2004 and has been on leave since May 2031.",
     "Mara Quill, who led the inquiry, has been ill since 2004 @ 2004",
     "has been on leave since May 2031 @ May 2031, now, by Mara Quill, who led the inquiry"),
    # what hangs on no date close by
    ("The ferry sank on May 3. It rained. The crew sang. That night the port was closed.",
     "The ferry sank on May 3 @ May 3"),
    ("The ferry sank on May 3. That night the port was closed.",
     "The ferry sank on May 3 @ May 3", "That night the port was closed @ That night"),
    # a clause beside it that has a date of its own
    ("Forty people died in May 2031, and sixty died in June in Kelmouth.",
     "Forty people died in May 2031 @ May 2031", "sixty died in June in Kelmouth @ June"),
    # as of the report
    ("The port has closed for good.", "all @ -"),
    ("The port closed for good.",),
    ("The port looks closed for good.",),
    ("It rained.\n\nMore than 40 people have died, Quill said.", "More than 40 people have died @ -, quoted"),
    ("It rained.\n\nThe port has closed for good.",),
    # how it is told: of now, no day that is past is its date
    ("Police have arrested a man in connection with the raid on Monday.", "all @ Monday, now"),
    ("He is being held over the raid on Monday.", "all @ Monday, now"),
    ("Police have arrested a man on Monday.", "all @ Monday"),
    ("Police arrested a man on Monday.", "all @ Monday"),
    ("In 1991 the mill opens.", "all @ 1991"),
    ("She runs the mill and opened a second one in May 2031.",
     "opened a second one in May 2031 @ May 2031, by She"),
    ("She said the ferry would sail on Monday.", "the ferry would sail on Monday @ Monday, would, quoted"),
    ("The ferry will sail on Monday.", "all @ Monday, now"),
    ("Mara Quill said on Monday that the ferry was old.", "all @ Monday, said, aside"),
    ("Mara Quill said Monday the ferry was old.", "all @ Monday, said, aside"),
    ("The crews have named Mara Quill as the head of a council, state television OTV reported on Monday.",
     "all @ Monday, said, aside"),
    ("Papers on Monday quoted Mara Quill as saying the ferry was old.", "all @ Monday, said, aside"),
    ("The mayor claimed on Monday to hold the port.", "all @ Monday, said, aside"),
    ("The fire claimed the mill on Monday.", "all @ Monday"),
    # the day says which one; both ends of a range
    ("Friday’s fire shows how unsafe the mill is.", "all @ Friday, aside"),
    ("The shots were fired between May 3 and May 5.", "all @ May 3 to May 5"),
    ("In the week of 3 to 9 May 40 boats were sunk.", "all @ 3 to 9 May"),
    # a semicolon parts what two dates date
    ("On May 3 a shell sank 3 boats; on June 4 a storm broke the pier.",
     "On May 3 a shell sank 3 boats @ May 3", "on June 4 a storm broke the pier @ June 4"),
    # who speaks, what is aimed at, what was said before, what something is set against
    ("I will be back on Monday.",),
    ("The aim tonight is speed, not beauty.",),
    ("The port admitted the loss of 17 boats, and not seven, as was reported on Tuesday.",),
    ("A sailor who was missing since Thursday was found under the pier.",),
    ("The port sank 400 boats last year, twice as many as in 2022.", "all @ last year"),
]  # fmt: skip


def said(event: Event, text: str, times: dict[str | None, str]) -> str:
    """An event as the table has it."""
    words = event.span.of(text)
    days = " to ".join(times[time] for time in (event.time, event.until) if time) or "-"
    how: list[str] = [event.mood] if event.mood != "told" else []
    how += ["aside"] * event.aside + ["quoted"] * (event.attribution is not None)
    how += [f"by {event.subject.of(text)}"] if event.subject else []
    return ", ".join([f"{'all' if words == text.rstrip('.') else words} @ {days}", *how])


@pytest.mark.parametrize(("text", "expected"), [(case[0], list(case[1:])) for case in CASES])
def test_events(text: str, expected: list[str]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    times: dict[str | None, str] = {time.id: time.span.of(text) for time in reading.times}
    assert [said(event, text, times) for event in reading.events] == expected
    assert {e.attribution for e in reading.events} <= {None, *(a.id for a in reading.attributions)}
