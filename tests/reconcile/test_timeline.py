from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Attribution, Event, Expression, Interval, Reading, Timex
from sayso.reconcile.timeline import find_timeline
from sayso.span import Span

Told = Callable[..., Reading]
BURST = "On Friday the Korrin dam burst."
AGAIN = "The Korrin dam in the hills burst on Friday evening, and nobody was warned."
WEEKDAY = Expression("weekday", weekday=5)
FIRST_OF_MAY = Interval(date(2031, 5, 1), date(2031, 5, 1), "stated")
MET = "On Friday the cabinet met in Port Avel."


def event(
    reading: Reading,
    words: str,
    first: str | None,
    last: str | None,
    said: str | None = None,
    expression: Expression = WEEKDAY,
    value: str = "",
    label: str | None = None,
) -> Reading:
    """The reading with one more event, dated from ``first`` to ``last`` by ``words``, told in ``label``."""
    name, number = reading.report.id, len(reading.events)
    start = reading.report.text.index(words)
    span = Span(start, start + len(words))
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    when = Interval(days[0], days[1], "stated")
    time = Timex(f"{name}-t{number}", name, span, "DATE", expression, value, when)
    start = reading.report.text.index(label or words)
    told_in = Span(start, start + len(label or words))
    made = Event(f"{name}-v{number}", name, told_in, time.id, said)
    return replace(reading, times=(*reading.times, time), events=(*reading.events, made))


def entries(*readings: Reading, said: dict[str, Attribution] | None = None) -> list[tuple[str, int, str]]:
    found = find_timeline(readings, said or {}, lambda name: name.upper())
    return [(entry.label, len(entry.evidence), entry.certainty) for entry in found]


def test_the_same_day_in_alike_words_is_one(told: Told) -> None:
    a = event(told("a", BURST), BURST, "2031-05-02", "2031-05-02")
    b = event(told("b", AGAIN), AGAIN, "2031-05-02", "2031-05-02")
    assert entries(a, b) == [(BURST, 2, "reported")]


def test_the_same_names_alone_are_two(told: Told) -> None:
    answer = "On Friday Korrin Vale fined the Avel Port Company 40 crowns over the ferry."
    a = event(
        told("a", text := "On Friday the Avel Port Company sued Korrin Vale."),
        text,
        "2031-05-02",
        "2031-05-02",
    )
    b = event(told("b", answer), answer, "2031-05-02", "2031-05-02")
    assert len(entries(a, b)) == 2


def test_other_words_or_another_day_are_two(told: Told) -> None:
    a = event(told("a", BURST), BURST, "2031-05-02", "2031-05-02")
    b = event(told("b", MET), MET, "2031-05-02", "2031-05-02")
    c = event(told("c", AGAIN), AGAIN, "2031-05-03", "2031-05-03")
    assert [label for label, _, _ in entries(b, c, a)] == [BURST, MET, AGAIN]


def test_what_nothing_dates_is_not_on_it(told: Told) -> None:
    assert entries(event(told("a", BURST), BURST, None, None)) == []


def test_who_states_it(told: Told) -> None:
    says = Attribution("a-a0", "a", None, "marrek", (), (Span(0, 5),), "indirect", "assert")
    a = event(told("a", BURST), BURST, "2031-05-02", "2031-05-02", said="a-a0")
    assert entries(a, said={"a-a0": says}) == [(BURST, 1, "stated by MARREK")]
    assert entries(a, said={"a-a0": replace(says, polarity="deny")}) == []


@pytest.mark.parametrize(("text", "kept"), [
    ("The town was founded in 1991.", True),
    ("1991 was the year of the flood.", True),
    ("The 1991 agreement is void.", False),
    ("The Ostrava Games 1991 are recalled.", False),
])  # fmt: skip
def test_a_year_that_says_which_one_dates_nothing(told: Told, text: str, kept: bool) -> None:
    year = Expression("date", year=1991)
    reading = event(told("a", text), text, "1991-01-01", "1991-12-31", expression=year, value="1991")
    time = replace(reading.times[0], span=Span(text.index("1991"), text.index("1991") + 4))
    assert bool(entries(replace(reading, times=(time,)))) is kept


def test_what_goes_on_stands_where_it_began(told: Told) -> None:
    text, since = (
        "The camp has stood since March 2031.",
        Expression("date", year=2031, month=3, bound="since"),
    )
    a = event(told("a", text), text, "2031-03-01", "2031-09-09", expression=since, value="2031-03")
    (entry,) = find_timeline([a], {}, str)
    assert (entry.interval.earliest, entry.interval.latest) == (date(2031, 3, 1), date(2031, 3, 31))


@pytest.mark.parametrize(("mood", "last"), [("said", date(2031, 5, 1)), ("told", date(2031, 12, 31))])
def test_what_was_said_was_so_before_the_report(told: Told, mood: str, last: date) -> None:
    text = "This year the mayor wrote that the dam was safe."
    out = replace(told("a", text), report=replace(told("a", text).report, published=FIRST_OF_MAY))
    year = Expression("offset", unit="year", shift=0)
    a = event(out, text, "2031-01-01", "2031-12-31", expression=year, value="2031")
    (entry,) = find_timeline([replace(a, events=(replace(a.events[0], mood=mood),))], {}, str)  # type: ignore[arg-type]
    assert entry.interval.latest == last


def test_the_last_decades_are_no_date(told: Told) -> None:
    text, decades = "It rained in the past decade.", Expression("offset", unit="decade", shift=-1)
    a = event(told("a", text), text, "2021-01-01", "2030-12-31", expression=decades, value="202")
    assert entries(a) == []


def test_what_is_planned_needs_its_day(told: Told) -> None:
    out = replace(told("a", MET), report=replace(told("a", MET).report, published=FIRST_OF_MAY))
    assert len(entries(event(out, MET, "2031-05-09", "2031-05-09"))) == 1
    assert entries(event(out, MET, "2031-06-01", "2031-06-30")) == []


def test_the_narrower_of_two_dates_of_the_same_words(told: Told) -> None:
    a = event(event(told("a", BURST), BURST, "2031-05-01", "2031-05-31"), BURST, "2031-05-02", "2031-05-02")
    (entry,) = find_timeline([a], {}, str)
    assert entry.interval.earliest == entry.interval.latest == date(2031, 5, 2)


def test_a_wider_date_of_another_report_joins_the_day(told: Told) -> None:
    month = "In May the Korrin dam burst."
    a = event(told("a", BURST), "On Friday", "2031-05-02", "2031-05-02", label=BURST)
    b = event(told("b", month), "In May", "2031-05-01", "2031-05-31", label=month)
    assert entries(a, b) == [(BURST, 2, "reported")]  # whose words date it so narrowly
    same = event(
        event(told("c", f"{BURST} {month}"), "On Friday", "2031-05-02", "2031-05-02", label=BURST),
        "In May",
        "2031-05-01",
        "2031-05-31",
        label=month,
    )
    assert len(entries(same)) == 2  # one report tells two things


def test_an_end_that_nothing_bounds_needs_another_report(told: Told) -> None:
    a = event(told("a", BURST), BURST, "2031-05-02", None)
    b = event(told("b", AGAIN), "on Friday evening", "2031-05-02", "2031-05-02", label=AGAIN)
    late = event(told("c", AGAIN), "on Friday evening", "2031-05-03", "2031-05-03", label=AGAIN)
    assert entries(a) == []
    assert entries(a, b) == [(AGAIN, 2, "reported")]
    assert entries(a, late) == [(AGAIN, 1, "reported")]  # a Saturday


def test_the_narrowest_joins_first(told: Told) -> None:
    year, month = "In 2031 the Korrin dam burst.", "In May the Korrin dam burst."
    a = event(told("a", BURST), "On Friday", "2031-05-02", "2031-05-02", label=BURST)
    b = event(told("b", month), "In May", "2031-05-01", "2031-05-31", label=month)
    c = event(told("c", year), "In 2031", "2031-01-01", "2031-12-31", label=year)
    assert [count for _, count, _ in entries(a, b, c)] == [3]


@pytest.mark.parametrize(
    ("mood", "day", "kept"),
    [
        ("told", "2031-04-28", True),
        ("now", "2031-04-28", False),
        ("now", "2031-05-01", True),
        ("said", "2031-04-28", True),
        ("said", "2031-05-04", False),  # nothing that was said lies ahead
        ("would", "2031-05-01", False),
        ("would", "2031-05-04", True),
    ],
)
def test_what_is_told_of_now_has_no_day_that_is_past(told: Told, mood: str, day: str, kept: bool) -> None:
    out = replace(told("a", MET), report=replace(told("a", MET).report, published=FIRST_OF_MAY))
    made = event(out, MET, day, day)
    made = replace(made, events=(replace(made.events[0], mood=mood),))  # type: ignore[arg-type]
    assert bool(entries(made)) is kept


@pytest.mark.parametrize(("text", "kept"), [
    ("He pleaded guilty to the May 9 raid.", False),
    ("He was held to appear in court on May 9.", True),
])  # fmt: skip
def test_a_day_before_a_noun_is_of_no_year_to_come(told: Told, text: str, kept: bool) -> None:
    out = replace(told("a", text), report=replace(told("a", text).report, published=FIRST_OF_MAY))
    day = Expression("date", month=5, day=9)
    made = event(out, "May 9", "2031-05-09", "2031-05-09", expression=day, label=text)
    assert bool(entries(made)) is kept


def test_a_name_in_common_is_too_little(told: Told) -> None:
    texts = (
        "On Friday Marrek resigned.",
        "On Friday Marrek met the crews.",
        "He resigned on Friday, Marrek said.",
    )
    a, b, c = (
        event(
            told(name, text),
            "on Friday" if name == "c" else "On Friday",
            "2031-05-02",
            "2031-05-02",
            label=text,
        )
        for name, text in zip("abc", texts, strict=True)
    )
    assert entries(a, b, c) == [
        (texts[0], 2, "reported"),
        (texts[1], 1, "reported"),
    ]  # he is named in a label


def test_which_of_two_things_of_one_day(told: Told) -> None:
    month = "In May the Korrin dam burst."
    a = event(told("a", BURST), "On Friday", "2031-05-02", "2031-05-02", label=BURST)
    b = event(told("b", MET), "On Friday", "2031-05-02", "2031-05-02", label=MET)
    c = event(told("c", month), "In May", "2031-05-01", "2031-05-31", label=month)
    assert entries(a, b, c) == [(BURST, 2, "reported"), (MET, 1, "reported")]


def test_what_was_only_said_of_another_day(told: Told) -> None:
    text = "The Korrin dam burst on Thursday, crews said on Friday."
    happened = event(told("a", text), "on Thursday", "2031-05-01", "2031-05-01", label=text[:33])
    both = event(happened, "on Friday", "2031-05-02", "2031-05-02", label=text)
    both = replace(both, events=(both.events[0], replace(both.events[1], aside=True, mood="said")))
    assert entries(both) == [(text[:33], 1, "reported")]


def test_words_that_name_nobody_are_no_label(told: Told) -> None:
    text = "A truce was agreed on Friday after a week of shelling in which ten died."
    a = event(told("a", text), "on Friday", "2031-05-02", "2031-05-02", label=text)
    a = event(a, "on Friday", "2031-05-02", "2031-05-02", label="in which ten died")
    assert entries(a) == [(text, 2, "reported")]


def test_the_subject_stands_before_the_words(told: Told) -> None:
    text = "The ferry left the pier and sank on Friday."
    a = event(told("a", text), "on Friday", "2031-05-02", "2031-05-02", label="sank on Friday")
    a = replace(a, events=(replace(a.events[0], subject=Span(0, 9)),))
    assert entries(a) == [("The ferry … sank on Friday", 1, "reported")]


def test_what_is_new_joins_what_dates_it_by_its_verb(told: Told) -> None:
    fresh, other = "The Korrin dam has burst.", "A man has been charged after the Korrin dam burst."
    b = event(told("b", BURST), BURST, "2031-04-30", "2031-04-30")

    def new(words: str, verb: str) -> Reading:
        out = replace(told("a", words), report=replace(told("a", words).report, published=FIRST_OF_MAY))
        return replace(out, events=(Event("a-v0", "a", Span(0, len(words)), None, verb=verb),))

    assert [count for _, count, _ in entries(new(fresh, "burst"), b)] == [2]
    assert [count for _, count, _ in entries(new(other, "charged"), b)] == [1, 1]


def test_the_words_that_say_on_which_day_it_was_said(told: Told) -> None:
    text = "On Friday the mayor admitted that nine have died."
    a = event(told("a", text), "On Friday", "2031-05-02", "2031-05-02", label=text)
    day = Interval(date(2031, 5, 2), date(2031, 5, 2))
    by = Attribution("a-a0", "a", None, "marrek", (), (Span(0, 5),), "indirect", "assert", said=day)
    toll = Event("a-v9", "a", Span(text.index("nine"), len(text) - 1), None, by.id, verb="died")
    a = replace(a, events=(*a.events, toll), attributions=(by,))
    assert entries(a, said={by.id: by}) == [(text, 2, "reported")]


def test_the_words_of_who_could_know(told: Told) -> None:
    plan, done = (
        "The cabinet is to meet on Friday.",
        "The cabinet met for hours in Port Avel on Friday, an aide said.",
    )
    a, b = (
        event(told(name, text), "on Friday", "2031-05-02", "2031-05-02", label=text)
        for name, text in (("a", plan), ("b", done))
    )
    before = replace(a, report=replace(a.report, published=FIRST_OF_MAY))
    assert entries(a, b)[0][0] == plan
    assert entries(before, b)[0][0] == done


@pytest.mark.parametrize(
    ("first", "last", "count"), [("2031-05-02", "2031-05-02", 1), ("2031-05-02", None, 0)]
)
def test_news_without_a_date_is_as_of_the_report(
    told: Told, first: str, last: str | None, count: int
) -> None:
    days = Interval(date.fromisoformat(first), date.fromisoformat(last) if last else None, "stated")
    reading = told("a", "The dam has burst.")
    reading = replace(
        reading,
        report=replace(reading.report, published=days),
        events=(Event("a-v0", "a", Span(0, 17), None),),
    )
    assert len(entries(reading)) == count
