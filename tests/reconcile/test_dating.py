"""Undated reports: what bounds their publication, and why. The times are written by hand: no parser here."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from sayso.model import (
    EITHER,
    UNKNOWN,
    Attribution,
    Entity,
    Expression,
    Interval,
    Marked,
    Quantity,
    Reading,
    Report,
    Timex,
)
from sayso.reconcile.copies import find_copies
from sayso.reconcile.dating import as_first_told, date_story
from sayso.reconcile.dating.tolls import rests_on_toll
from sayso.span import Span

STATED = date(2024, 3, 29)
DAY = Interval(STATED, STATED, "given")
MAY = {"form": "date", "month": 5, "day": 3, "tense": "past"}
NOVEMBER = {"form": "date", "month": 11, "day": 20, "tense": "past"}
SEPTEMBER = {"form": "date", "month": 9, "day": 14, "tense": "past"}


def reading(name: str, *said: tuple[str, dict[str, Any]], published: Interval = UNKNOWN) -> Reading:
    """A report whose text is the words of its times."""
    text, times = "", []
    for n, (words, fields) in enumerate(said, start=1):
        kind: Any = {"duration": "DURATION", "set": "SET"}.get(fields["form"], "DATE")
        times.append(
            Timex(f"{name}-t{n}", name, Span(len(text), len(text) + len(words)), kind, Expression(**fields))
        )
        text += words + " "
    return Reading(Report(name, text or " ", "0" * 64, published=published), times=tuple(times))


def toll(of: Reading, low: float, **fields: Any) -> Reading:
    """The same report with a toll of more than ``low`` killed."""
    count = Quantity(
        f"{of.report.id}-q1", of.report.id, Span(0, 1), Span(0, 1), low, low, None, "more_than",
        **{"unit": "people", "category": "killed", **fields},
    )  # fmt: skip
    return replace(of, quantities=(count,))


def published(*story: Reading) -> tuple[str | None, str | None]:
    """The publication of the first report, as two days."""
    interval = date_story(story)[0].report.published
    return _iso(interval.earliest), _iso(interval.latest)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


FULL = ("May 3, 2023", {**MAY, "year": 2023})
AHEAD = {"year": 2023, "tense": "future"}
SUNDAY = ("Sunday", {"form": "weekday", "weekday": 7, "tense": "past"})

CASES = [
    # what an undated report says; from, to
    ([], None, None),
    ([FULL], "2023-05-03", None),
    ([("May 3, 2023", {**MAY, "year": 2023, "tense": "future"})], None, None),
    ([("May 3", MAY)], None, None),  # of which year?
    ([FULL, ("November 20", NOVEMBER)], "2023-05-03", None),  # may be that of 2022
    ([FULL, ("September 14", SEPTEMBER)], "2023-09-14", None),  # that of 2022 was too long ago
    ([FULL, ("September 14", SEPTEMBER), SUNDAY], "2023-09-17", None),
    ([FULL, ("September 14", SEPTEMBER), ("the Sunday", {**SUNDAY[1], "exact": False})], "2023-09-14", None),
    ([("May 3, 2023", {**MAY, "year": 2023, "bound": "since"})], "2023-05-04", None),
    (
        [
            ("May 3, 2023", {**MAY, "year": 2023, "bound": "since"}),
            ("six-month-old", {"form": "duration", "value": "P6M"}),
        ],
        "2023-10-18", "2023-11-19",
    ),
    ([("November 2023", {"form": "date", "year": 2023, "month": 11, "tense": "past"})], "2023-11-01", None),
    # "will", "would" is no time: a name of this report's text only
    ([("we will meet on", {"form": "set"}), ("May 3, 2023", {**MAY, **AHEAD})], None, "2023-05-03"),
    ([("it would open on", {"form": "set"}), ("May 3, 2023", {**MAY, **AHEAD})], None, None),
    ([("it will end.", {"form": "set"}), ("May 3, 2023", {**MAY, **AHEAD})], None, None),
    ([FULL, ("we will meet in", {"form": "set"}), ("May 2024", {**MAY, **AHEAD, "year": 2024, "day": None})],
     "2023-05-03", "2024-05-31"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "earliest", "latest"), CASES)
def test_the_text_alone(
    said: list[tuple[str, dict[str, Any]]], earliest: str | None, latest: str | None
) -> None:
    assert published(reading("a", *said)) == (earliest, latest)


def test_a_stated_day_stays() -> None:
    story = date_story([reading("a", FULL, published=DAY)])
    assert story[0].report.published == DAY


def test_every_bound_gives_its_words() -> None:
    basis = date_story([reading("a", FULL, ("September 14", SEPTEMBER))])[0].report.published.basis
    assert basis.startswith("not before 2023-09-14: “September 14” is past")


def test_another_report_gives_the_year() -> None:
    assert published(reading("a", ("May 3", MAY)), reading("b", FULL, published=DAY)) == (
        "2023-05-03",
        "2024-05-02",
    )


def test_two_years_for_a_day_give_none() -> None:
    other = reading("c", ("May 3, 2021", {**MAY, "year": 2021}), published=DAY)
    assert published(reading("a", ("May 3", MAY)), reading("b", FULL, published=DAY), other) == (None, None)


FILED = ("May 3", {"form": "date", "month": 5, "day": 3})


MAY_DAY = date(2024, 5, 10)


def filed(*said: tuple[str, dict[str, Any]]) -> Reading:
    """A report with a dateline of May 3."""
    told = reading("a", FILED, *said)
    return replace(told, report=replace(told.report, furniture=(Marked(Span(0, 6), "dateline"),)))


@pytest.mark.parametrize(
    ("mine", "others", "days"),
    [
        (filed(), [], (None, None)),
        (filed(), [reading("b", published=DAY)], (None, None)),  # that of 2023 or of 2024
        (filed(), [reading("b", FULL, published=DAY)], ("2023-05-03", "2023-05-04")),
        # 3 May is a Wednesday in 2023, a Friday in 2024
        (filed(("Thursday", {**SUNDAY[1], "weekday": 4})), [reading("b", published=DAY)],
         ("2024-05-03", "2024-05-04")),
        (filed(("June 2023", {**MAY, "month": 6, "day": None, "year": 2023})), [reading("b", published=DAY)],
         ("2024-05-03", "2024-05-04")),
        # beside the dated reports in one year only
        (filed(), [reading("b", published=Interval(MAY_DAY, MAY_DAY))], ("2024-05-03", "2024-05-04")),
        # no dateline
        (reading("a", FILED), [reading("b", FULL, published=DAY)], (None, None)),
    ],
)  # fmt: skip
def test_a_dateline_without_a_year(
    mine: Reading, others: list[Reading], days: tuple[str | None, str | None]
) -> None:
    assert published(mine, *others) == days


def test_a_date_line_without_a_year_is_the_day_itself() -> None:
    mine = filed()
    mine = replace(mine, report=replace(mine.report, furniture=(Marked(Span(0, 6), "date_line"),)))
    assert published(mine, reading("b", FULL, published=DAY)) == ("2023-05-03", "2023-05-03")


def test_since_a_weekday_says_how_long() -> None:
    since = (SUNDAY[0], {**SUNDAY[1], "bound": "since"})
    around = reading("b", FULL, published=DAY)
    assert published(filed(since), around) == published(filed(), around)
    assert published(filed(SUNDAY), around) != published(filed(), around)


def test_a_dateline_that_a_toll_would_date_stays_open() -> None:
    lower, higher = toll(filed(), 200), toll(reading("b", published=DAY), 300)
    assert published(lower, higher) == (None, "2024-03-29")


def test_a_weekday_gives_the_year_of_its_date() -> None:
    said = ("Sunday, March 3", {"form": "date", "month": 3, "day": 3, "weekday": 7, "tense": "past"})
    assert published(reading("a", said)) == (None, None)
    assert published(reading("a", said), reading("b", published=DAY)) == ("2024-03-03", "2025-03-03")


def test_a_lower_toll_is_no_later_and_says_that_it_rests_on_it() -> None:
    mine, theirs = toll(reading("a"), 200), toll(reading("b", published=DAY), 300)
    interval = date_story([mine, theirs])[0].report.published
    assert (interval.earliest, interval.latest) == (None, STATED)
    assert rests_on_toll(interval)
    assert not rests_on_toll(date_story([mine, theirs])[1].report.published)


FRIDAY = ("Friday", {"form": "weekday", "weekday": 5, "tense": "past"})  # the day of the report
THURSDAY = ("Thursday", {"form": "weekday", "weekday": 4, "tense": "past"})
NIGHT = (THURSDAY[0], {**THURSDAY[1], "daypart": "NI"})
BREAK = ("the river rose\n\n", {"form": "set"})
LATE, EARLY = (
    (
        words,
        {"form": "offset", "unit": "day", "shift": 0, "anchor": "previous", "tense": "past", "daypart": at},
    )
    for words, at in (("8 p.m.", "T20:00"), ("3 a.m.", "T03:00"))
)
PLANNED = ("Sunday", {"form": "weekday", "weekday": 7, "tense": "future"})
GAP = ("and the water came", {"form": "set"})


@pytest.mark.parametrize(
    ("said", "value", "days"),
    [
        ([THURSDAY, GAP, LATE], "2024-03-28T20:00", ("2024-03-28", "2024-03-28")),
        ([THURSDAY, BREAK, LATE], "2024-03-28T20:00", ("2024-03-28", "2024-03-28")),
        ([THURSDAY, BREAK, BREAK, LATE], "T20:00", (None, "2024-03-29")),  # of any day
        ([THURSDAY, BREAK, LATE, BREAK, LATE], "2024-03-28T20:00", ("2024-03-28", "2024-03-28")),
        ([NIGHT, GAP, LATE, GAP, EARLY], "T03:00", ("2024-03-28", "2024-03-29")),
        ([LATE], "T20:00", (None, "2024-03-29")),
        ([PLANNED, GAP, LATE], "T20:00", (None, "2024-03-29")),
        ([THURSDAY, GAP, FRIDAY, GAP, LATE], "2024-03-28T20:00", ("2024-03-28", "2024-03-28")),
        ([FRIDAY, GAP, LATE], "T20:00", (None, "2024-03-29")),
        ([SUNDAY, GAP, THURSDAY, GAP, LATE], "2024-03-28T20:00", ("2024-03-28", "2024-03-28")),
        ([SUNDAY, GAP, THURSDAY, BREAK, LATE], "T20:00", (None, "2024-03-29")),  # of either day
        ([("up from 650 on", {"form": "set"}), THURSDAY, GAP, LATE], "T20:00", (None, "2024-03-29")),
        ([FRIDAY, LATE], "2024-03-29T20:00", ("2024-03-29", "2024-03-29")),  # "said on Friday at 8 p.m."
    ],
)
def test_an_hour_is_of_the_last_day_told_of_not_of_a_saying(
    said: list[tuple[str, dict[str, Any]]], value: str, days: tuple[str | None, str | None]
) -> None:
    found = reading("a", *said, published=DAY)
    fridays = [t.id for t in found.times if t.expression.weekday == 5]
    spoken = (
        Attribution(f"a-a{n}", "a", None, None, (), (), "indirect", "assert", time=t)
        for n, t in enumerate(fridays)
    )
    hour = date_story([replace(found, attributions=tuple(spoken))])[0].times[-1]
    assert hour.interval is not None
    assert (hour.value, (_iso(hour.interval.earliest), _iso(hour.interval.latest))) == (value, days)


@pytest.mark.parametrize(
    "mine",
    [
        toll(reading("a"), 300),  # the same
        toll(reading("a"), 20),  # hardly the same count
        toll(reading("a"), 200, place="Elsewhere"),
        toll(reading("a"), 200, party="soldiers"),
        toll(reading("a"), 200, unit="soldiers"),
    ],
)
def test_other_tolls_bound_nothing(mine: Reading) -> None:
    theirs = toll(reading("b", published=DAY), 300, place="Here", party="farmers")
    assert published(mine, theirs) == (None, None)


@pytest.mark.parametrize(
    ("words", "bounded"),
    [
        ("40 injured, the ministry said", True),
        ("40 injured are still treated", False),
        ("The 40 injured remain on the ward", False),
        ("40 people, hurt in the fire, are in hospital", True),  # may be some of them
        ("Of 50 hurt, 40 are in hospital", False),
    ],
)
def test_a_number_that_falls_is_no_toll(words: str, bounded: bool) -> None:
    mine = toll(reading("a", (words, {"form": "set"})), 40, category="injured")
    span = Span(words.index("40"), words.index("40") + 2)
    mine = replace(mine, quantities=(replace(mine.quantities[0], span=span),))
    theirs = toll(reading("b", published=DAY), 50, category="injured")
    assert published(mine, theirs) == (None, STATED.isoformat() if bounded else None)


def test_a_toll_bounds_that_of_its_voice_and_an_outlets_own_if_nobody_rivals_it() -> None:
    names = ("Rivermen's Union", "Water Board")
    union, board = (Entity(f"b-e{n}", name, "organisation", (), ()) for n, name in enumerate(names))
    theirs = replace(toll(reading("b", published=DAY), 300, speaker="b-e0"), entities=(union, board))
    rivals = replace(theirs, quantities=(*theirs.quantities, toll(theirs, 120, speaker="b-e1").quantities[0]))
    assert published(toll(reading("a"), 200), theirs) == (None, STATED.isoformat())
    assert published(toll(reading("a"), 200), rivals) == (None, None)
    mine = toll(reading("a"), 200, speaker="a-e1")
    for name, latest in (("Rivermen's Union", STATED.isoformat()), ("Water Board", None)):
        mine = replace(mine, entities=(Entity("a-e1", name, "organisation", (), ()),))
        assert published(mine, rivals) == (None, latest)


@pytest.mark.parametrize(("mine", "low", "days"), [(200, 300, 1), (200, 300, 0), (300, 200, -1)])
def test_a_toll_that_does_not_grow_bounds_nothing(mine: int, low: int, days: int) -> None:
    """Another dated report gives no more after the higher one, or no less before the lower one."""
    other, day = toll(reading("b", published=DAY), low), STATED + timedelta(days)
    level = toll(reading("c", published=Interval(day, day, "given")), mine)
    assert published(toll(reading("a"), mine), other) != (None, None)
    assert published(toll(reading("a"), mine), other, level) == (None, None)


def test_bodies_found_are_no_toll_of_the_dead() -> None:
    theirs = toll(reading("b", published=DAY), 300)
    assert published(toll(reading("a"), 200, unit="bodies"), theirs) == (None, None)


def test_a_toll_of_long_ago_bounds_nothing() -> None:
    year = ("2010", {"form": "date", "year": 2010, "tense": "past"})
    past = toll(reading("b", year, published=DAY), 300, time="b-t1")
    assert published(toll(reading("a"), 200), past) == (None, None)
    since = toll(reading("b", (year[0], {**year[1], "bound": "since"}), published=DAY), 300, time="b-t1")
    assert published(toll(reading("a"), 200), since) == (None, STATED.isoformat())


def test_a_toll_of_last_year_bounds_nothing() -> None:
    year = ("last August", {"form": "date", "month": 8, "shift": -1, "tense": "past"})
    past = toll(reading("b", year, published=DAY), 300, time="b-t1")
    assert published(toll(reading("a"), 200), past) == (None, None)


def test_a_named_day_on_a_weekday_within_a_year_of_the_story() -> None:
    feast = ("Holocaust Memorial Day", {"form": "named", "name": "holocaust memorial day"})
    assert published(reading("a", SUNDAY, feast), reading("b", published=DAY)) == ("2024-05-05", "2024-05-08")
    assert published(reading("a", SUNDAY, feast)) == (None, None)


def test_bounds_that_contradict_leave_the_wider_interval() -> None:
    story = [reading("a", FULL, published=Interval(None, date(2020, 1, 1), "given"))]
    assert published(*story) == (None, "2020-01-01")


def test_times_are_resolved_and_what_hangs_on_them() -> None:
    said = reading("a", SUNDAY, ("Sunday", {**SUNDAY[1], "tense": "future"}), published=DAY)
    spoken = Attribution("a-a1", "a", None, None, (), (Span(0, 3),), "indirect", "assert", time="a-t1")
    counted = replace(toll(said, 10).quantities[0], time="a-t1", attribution="a-a1")
    alone = replace(counted, id="a-q2", time=None, attribution=None)
    ahead = replace(alone, id="a-q3", counted="a-t2")  # "stands until Sunday"
    counts = (counted, alone, ahead)
    [done] = date_story([replace(said, attributions=(spoken,), quantities=counts)])
    sunday = Interval(date(2024, 3, 24), date(2024, 3, 24))
    assert done.times[0].value == "2024-03-24"
    assert done.attributions[0].said == sunday
    assert (done.quantities[0].when, done.quantities[0].as_of) == (sunday, sunday)
    assert (done.quantities[1].when, done.quantities[1].as_of) == (Interval(None, STATED, TOLD), DAY)
    assert done.quantities[2].as_of == DAY


def test_what_stands_above_the_title_dates_no_report() -> None:
    since = reading("a", ("1921", {"form": "date", "year": 1921, "bound": "since"}))
    assert published(since) == ("1921-01-01", None)
    assert published(replace(since, report=replace(since.report, title=Span(4, 5)))) == (None, None)


def test_what_a_report_copies_is_as_of_the_day_of_the_first() -> None:
    body = "The dam above the town burst late and twelve people were killed, the governor said yesterday."
    fields = Expression(form="offset", unit="day", shift=-1, tense="past")
    at = Span(body.index("yesterday"), len(body) - 1)
    told = [
        Reading(
            Report(name, text, "0" * 64, language="en", published=Interval(day, day, "stated")),
            times=tuple(Timex(f"{name}-t{n}", name, span, "DATE", fields) for n, span in enumerate(spans)),
        )
        for name, text, day, spans in (
            ("a", body, date(2031, 3, 5), [at]),
            (
                "b",
                f"{body}\n\nIt rained yesterday.",
                date(2031, 3, 7),
                [at, Span(len(body) + 12, len(body) + 21)],
            ),
        )
    ]
    dated = date_story(told)
    copies = find_copies(reading.report for reading in dated)
    first, copy = as_first_told(told, dated, copies)
    assert [time.value for time in first.times] == ["2031-03-04"]
    assert [time.value for time in copy.times] == ["2031-03-04", "2031-03-06"]
    headed = [
        replace(each, report=replace(each.report, title=at)) for each in dated
    ]  # its headline is its own
    assert as_first_told(told, headed, copies)[1].times[0].value == "2031-03-06"


def test_nothing_was_said_after_the_report() -> None:
    said = reading("a", ("Sunday", {"form": "weekday", "weekday": 7, "tense": "future"}), published=DAY)
    spoken = Attribution("a-a1", "a", None, None, (), (Span(0, 3),), "indirect", "assert", time="a-t1")
    [done] = date_story([replace(said, attributions=(spoken,))])
    assert (done.times[0].value, done.attributions[0].said) == ("2024-03-31", None)


EARLIER = {"form": "offset", "unit": "day", "shift": -2, "anchor": "previous", "tense": "past"}


@pytest.mark.parametrize(
    ("between", "value"),
    [
        (" it rained. ", "2024-05-01"),
        (",", "2024-05-03"),  # "on May 3, two days earlier": how far it is from another day
        (" and", "2024-05-01"),
        (" it rained.\n\n", "2024-05-01"),
        (" it rained. The dam held.\n\n", "XXXX-XX-XX"),
        (" it rained.\n\nThe dam held more than the town had feared ", "XXXX-XX-XX"),
    ],
)
def test_a_day_counted_from_another_hangs_on_one_close_by(between: str, value: str) -> None:
    day = {"form": "date", "year": 2024, "month": 5, "day": 3}
    one = reading("a", ("May 3, 2024" + between, day), ("two days earlier", EARLIER), published=DAY)
    times = (replace(one.times[0], span=Span(0, 11)), one.times[1])
    (done,) = date_story([replace(one, times=times)])
    assert done.times[1].value == value


def test_months_later_are_no_past_after_the_report() -> None:
    later = {"form": "offset", "unit": "month", "shift": 8, "anchor": "previous", "tense": "past"}
    (done,) = date_story([reading("a", SUNDAY, ("eight months later", later), published=DAY)])
    assert (done.times[1].value, done.times[1].interval) == ("XXXX-XX", None)


TOLD = "told as having happened"


@pytest.mark.parametrize(
    ("fields", "given", "when"),
    [
        ({}, DAY, Interval(None, STATED, TOLD)),
        ({"proposed": True}, DAY, None),
        ({"category": "displaced"}, DAY, None),
        ({}, UNKNOWN, None),
    ],
)
def test_who_is_counted_as_killed_was_killed_by_then(
    fields: dict[str, Any], given: Interval, when: Interval | None
) -> None:
    said = toll(reading("a", published=given), 10)
    [done] = date_story([replace(said, quantities=(replace(said.quantities[0], **fields),))])
    assert done.quantities[0].when == when


def test_an_open_publication_dates_nothing() -> None:
    [done] = date_story([toll(reading("a", SUNDAY), 10)])
    assert (done.times[0].value, done.times[0].interval) == ("XXXX-WXX-7", None)
    assert done.quantities[0].as_of is None


def test_an_undated_report_goes_on_from_a_day_for_a_season_only() -> None:
    june = ("June", {"form": "date", "month": 6, "tense": "past"})
    [told] = date_story([reading("a", FULL, june, ("November 20", NOVEMBER))])
    assert [t.value for t in told.times] == ["2023-05-03", "2023-06", "XXXX-11-20"]
    [year_only] = date_story([reading("a", ("2023", {"form": "date", "year": 2023, "tense": "past"}), june)])
    assert year_only.times[1].value == "XXXX-06"


def test_a_history_hangs_on_its_own_years() -> None:
    years = [
        (str(y), {"form": "date", "year": y, "tense": "past"}) for y in (1931, 1932, 1933, 1934, 1935, 1936)
    ]
    [told] = date_story([reading("a", *years, ("November 20", NOVEMBER), published=DAY)])
    assert told.times[-1].value == "1936-11-20"
    [news] = date_story([reading("a", years[0], ("November 20", NOVEMBER), published=DAY)])
    assert news.times[-1].value == "2023-11-20"


def test_the_order_of_the_reports_does_not_show() -> None:
    story = [
        toll(reading("a", ("May 3", MAY), SUNDAY), 200),
        toll(reading("b", FULL, published=DAY), 300),
        toll(reading("c"), 250),
    ]
    results = [sorted(date_story(order), key=lambda r: r.report.id) for order in permutations(story)]
    assert all(result == results[0] for result in results)


def test_a_month_has_the_year_of_the_one_it_goes_to() -> None:
    june, july = {"form": "date", "month": 6}, {"form": "date", "month": 7, "year": 2016}
    told = reading("a", ("June", june), ("July 2016", july), published=DAY)
    text = "June and July 2016 "
    times = (told.times[0], replace(told.times[1], span=Span(9, 18)))
    (dated,) = date_story([replace(told, report=replace(told.report, text=text), times=times)])
    assert [time.value for time in dated.times] == ["2016-06", "2016-07"]
    text = "June. In July 2016 "
    times = (told.times[0], replace(told.times[1], span=Span(9, 18)))
    (dated,) = date_story([replace(told, report=replace(told.report, text=text), times=times)])
    assert [time.value for time in dated.times] == ["2024-06", "2016-07"]


def test_a_day_lies_in_the_month_told_of_as_past() -> None:
    july, day = {"form": "date", "month": 7, "tense": "past"}, {"form": "date", "month": 7, "day": 22}
    (dated,) = date_story([reading("a", ("July", july), ("July 22", day), published=DAY)])
    assert [time.value for time in dated.times] == ["2023-07", "2023-07-22"]
    (dated,) = date_story([reading("a", ("July 22", day), published=DAY)])
    assert dated.times[0].value == "2024-07-22"
    april, day = {**july, "month": 4}, {**day, "month": 4}  # too long ago: the day is rather to come
    (dated,) = date_story([reading("a", ("April", april), ("April 22", day), published=DAY)])
    assert [time.value for time in dated.times] == ["2023-04", "2024-04-22"]


def test_that_year_is_the_year_named_before() -> None:
    that_year = {"form": "offset", "unit": "year", "shift": 0, "anchor": "previous"}
    october, day = {"form": "date", "month": 10, "year": 2016}, {"form": "date", "month": 7, "day": 22}
    (dated,) = date_story(
        [reading("a", ("October 2016", october), ("July 22", day), ("that year", that_year), published=DAY)]
    )
    assert dated.times[1].value == "2016-07-22"


def test_of_two_days_a_weekday_or_the_story_leaves_one() -> None:
    either = Interval(date(2024, 3, 4), date(2024, 4, 3), EITHER)  # "03/04/2024"
    friday = ("Friday", {"form": "weekday", "weekday": 5, "tense": "past"})
    day = date(2024, 4, 5)
    beside = reading("b", published=Interval(day, day, "given"))
    assert published(reading("a", published=either)) == ("2024-03-04", "2024-04-03")
    assert published(reading("a", friday, published=either)) == ("2024-03-04", "2024-03-04")
    assert published(reading("a", published=either), beside) == ("2024-04-03", "2024-04-03")
    told = reading("a", ("March 20, 2024", {**MAY, "month": 3, "day": 20, "year": 2024}), published=either)
    assert published(told) == ("2024-04-03", "2024-04-03")
    assert "March 20, 2024" in date_story([told])[0].report.published.basis


def test_a_year_of_the_background_is_not_that_of_a_day_without_one() -> None:
    year = {"form": "date", "year": 2016, "tense": "past"}
    assert published(reading("a", ("2016", year), ("May 3", MAY))) == ("2016-01-01", None)
    dated = {**year, "month": 2, "day": 1}
    assert published(reading("a", ("February 1, 2016", dated), ("May 3", MAY))) == ("2016-05-03", None)
