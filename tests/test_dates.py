"""What an expression means, against a day, against an interval, and without any."""

from datetime import date

import pytest

from sayso.dates import resolve
from sayso.model import UNKNOWN, Expression, Interval
from sayso.periods import Period, feast_days, feast_names, plus, week_of

FRIDAY = date(2024, 3, 29)
ON = Interval(FRIDAY, FRIDAY)
MARCH = Interval(date(2024, 3, 1), date(2024, 3, 31))
OPEN = Interval(date(2024, 3, 1), None)


def say(form: str, **fields: object) -> Expression:
    return Expression(form=form, **fields)  # type: ignore[arg-type]


AGAINST = [
    # expression, publication, value, earliest, latest
    (say("weekday", weekday=4), ON, "2024-03-28", "2024-03-28", "2024-03-28"),
    (say("weekday", weekday=4), MARCH, "XXXX-WXX-4", "2024-02-29", "2024-03-28"),
    (say("weekday", weekday=4), OPEN, "XXXX-WXX-4", "2024-02-29", None),
    (say("weekday", weekday=4), UNKNOWN, "XXXX-WXX-4", None, None),
    (say("weekday", weekday=6), ON, "2024-03-23", "2024-03-23", "2024-03-30"),  # or the page was changed
    (say("weekday", weekday=6, shift=-1), ON, "2024-03-23", "2024-03-23", "2024-03-23"),
    (say("weekday", weekday=4, exact=False), ON, "XXXX-WXX-4", None, None),  # "a Thursday"
    (say("weekday", weekday=5, shift=-1), ON, "2024-03-22", "2024-03-22", "2024-03-22"),
    (say("weekday", weekday=5, tense="future"), ON, "2024-03-29", "2024-03-29", "2024-03-29"),
    (say("weekday", weekday=7, daypart="NI"), ON, "2024-03-24TNI", "2024-03-24", "2024-03-24"),
    (say("offset", unit="week", shift=-1), ON, "2024-W12", "2024-03-18", "2024-03-24"),
    (say("offset", unit="week", shift=0, bound="before"), ON, "2024-W13", "2024-03-25", "2024-03-28"),
    (say("offset", unit="month", shift=1), ON, "2024-04", "2024-04-01", "2024-04-30"),
    (say("offset", unit="month", shift=-1), MARCH, "2024-02", "2024-02-01", "2024-02-29"),
    (say("offset", unit="day", shift=-1, exact=False), ON, "PXD", "2024-03-22", "2024-03-29"),
    (say("date", year=2023, month=10, day=7), UNKNOWN, "2023-10-07", "2023-10-07", "2023-10-07"),
    (say("date", year=2023, month=10, day=7, bound="since"), ON, "2023-10-07", "2023-10-07", "2024-03-29"),
    (say("date", year=2023, month=10, part="late"), ON, "2023-10", "2023-10-21", "2023-10-31"),
    (say("date", month=2, day=30), ON, "XXXX-02-30", None, None),
    (say("date", month=11, tense="past"), ON, "2023-11", "2023-11-01", "2023-11-30"),
    (say("date", month=4, tense="future"), ON, "2024-04", "2024-04-01", "2024-04-30"),
    (say("date", month=1, day=25), UNKNOWN, "XXXX-01-25", None, None),
    (say("date", year=-241), ON, "BC0241", None, None),
    (say("named", name="christmas day", tense="past"), ON, "2023-12-25", "2023-12-25", "2023-12-25"),
    (say("named", name="labor day"), ON, "XXXX-XX-XX", None, None),
    (say("ref", value="FUTURE_REF"), ON, "FUTURE_REF", "2024-03-29", None),
    (say("duration", value="P2W", shift=-1), ON, "P2W", "2024-03-15", "2024-03-29"),
    (say("duration", value="P2W"), ON, "P2W", None, None),
    (say("set", value="P1D"), ON, "P1D", None, None),
]


@pytest.mark.parametrize(("expression", "published", "value", "earliest", "latest"), AGAINST)
def test_against_publication(
    expression: Expression, published: Interval, value: str, earliest: str | None, latest: str | None
) -> None:
    told = resolve(expression, published)
    days = told.interval or Interval(None, None)
    assert (told.value, _iso(days.earliest), _iso(days.latest)) == (value, earliest, latest)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def test_a_year_said_elsewhere_in_the_story() -> None:
    said = say("date", month=10, day=7)
    assert resolve(said, UNKNOWN, years={(10, 7): 2023}).value == "2023-10-07"
    assert resolve(said, UNKNOWN).value == "XXXX-10-07"


def test_a_narrative_goes_on_from_the_date_before() -> None:
    november = Period("1936-11", date(1936, 11, 1), date(1936, 11, 30))
    assert resolve(say("date", month=1), ON, november, narrative=True).value == "1937-01"
    assert resolve(say("date", month=1), ON, november).value == "2024-01"


def test_a_year_earlier_of_a_quarter_is_a_quarter() -> None:
    third = Period("2023-Q3", date(2023, 7, 1), date(2023, 9, 30))
    said = say("offset", unit="year", shift=-1, anchor="previous")
    assert resolve(said, ON, third).value == "2022-Q3"


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        ("2024-01-31", "month", 1, "2024-02-29"),
        ("2024-02-29", "year", -1, "2023-02-28"),
        ("2024-03-29", "week", -2, "2024-03-15"),
        ("0001-01-01", "century", -9, "0001-01-01"),
        ("9999-12-31", "day", 1, "9999-12-31"),
    ],
)
def test_plus_stays_in_the_calendar(day: str, unit: str, count: int, expected: str) -> None:
    assert plus(date.fromisoformat(day), unit, count) == date.fromisoformat(expected)


def test_the_week_of_the_turn_of_the_year_belongs_to_the_iso_year() -> None:
    assert week_of(date(2024, 12, 31)).value == "2025-W01"


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("easter", 2024, [("2024-03-31", "2024-03-31")]),
        ("thanksgiving", 2023, [("2023-11-23", "2023-11-23")]),
        ("passover", 2024, [("2024-04-22", "2024-04-23")]),
        # 27 Nisan, off Friday and Sunday, from the evening before; and the day of the United Nations
        ("holocaust memorial day", 2024, [("2024-01-27", "2024-01-27"), ("2024-05-05", "2024-05-06")]),
        ("holocaust memorial day", 2021, [("2021-01-27", "2021-01-27"), ("2021-04-07", "2021-04-08")]),
        ("no such day", 2024, []),
        ("easter", 1066, []),
    ],
)
def test_named_days(name: str, year: int, days: list[tuple[str, str]]) -> None:
    assert [(str(first), str(last)) for first, last in feast_days(name, year)] == days


def test_every_named_day_is_on_the_calendar() -> None:
    assert [name for name in feast_names() if not feast_days(name, 2024)] == []
