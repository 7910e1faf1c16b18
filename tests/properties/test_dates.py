"""Laws of time expressions, for any text and any day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dates import resolve
from sayso.extract.times import find_times
from sayso.extract.times.expression import express
from sayso.extract.times.grammar import matches
from sayso.extract.times.tokens import tokens_of
from sayso.model import Expression, Interval, Report
from sayso.nlp import parse

DAYS = st.dates(date(1950, 1, 8), date(2090, 12, 24))
WEEK = timedelta(days=7)
TENSES = st.sampled_from(["past", "future", "unknown"])
SHIFTS = st.sampled_from([-2, -1, 0, 1, 2])
BY_DAY = st.one_of(
    st.builds(
        Expression, st.just("weekday"), weekday=st.integers(1, 7), tense=TENSES,
        shift=st.sampled_from([None, -1, 0, 1]),
    ),
    st.builds(Expression, st.just("offset"), unit=st.sampled_from(["day", "week", "weekend"]), shift=SHIFTS),
    st.builds(
        Expression, st.just("date"), year=st.integers(1900, 2100), month=st.integers(1, 12),
        day=st.integers(1, 28),
    ),
)  # fmt: skip
ANY = st.one_of(
    BY_DAY,
    st.builds(
        Expression, st.just("date"), year=st.none() | st.integers(-500, 9999), tense=TENSES,
        month=st.none() | st.integers(1, 12), day=st.none() | st.integers(1, 31),
        part=st.sampled_from([None, "early", "late"]),
    ),
    st.builds(
        Expression, st.just("offset"),
        unit=st.sampled_from(["month", "quarter", "year", "decade", "century"]),
        shift=st.integers(-9999, 9999),
    ),
)  # fmt: skip
WORDS = [
    "late", "early", "7", "31", "1990", "1990s", "May", "March", "3-5", "-", ",", "the", "of", "Sunday",
    "last", "next", "two", "weeks", "ago", "Q3", "12:30", "p.m.", "noon", "½", "第", "à", "٣", "'90s",
    "30.2.2024", "\n",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))


@given(BY_DAY, DAYS)
def test_a_week_later_it_is_a_week_later_or_the_same(expression: Expression, day: date) -> None:
    now, then = (resolve(expression, Interval(d, d)).interval for d in (day, day + WEEK))
    assert now is not None
    assert now.earliest is not None
    assert now.latest is not None
    assert then in (now, Interval(now.earliest + WEEK, now.latest + WEEK))


@given(ANY, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_an_interval_holds_what_each_of_its_days_gives(
    expression: Expression, start: date, inside: int, more: int
) -> None:
    day, end = start + timedelta(inside), start + timedelta(inside + more)
    one, all_ = (
        resolve(expression, Interval(day, day)).interval,
        resolve(expression, Interval(start, end)).interval,
    )
    if one and all_:
        assert one.earliest is None or all_.earliest is None or all_.earliest <= one.earliest
        assert one.latest is None or all_.latest is None or all_.latest >= one.latest


@given(ANY, st.none() | DAYS, st.none() | DAYS)
def test_any_expression_is_survived(
    expression: Expression, earliest: date | None, latest: date | None
) -> None:
    told = resolve(expression, Interval(earliest, latest))
    assert told.value
    if told.interval and told.interval.earliest and told.interval.latest:
        assert told.interval.earliest <= told.interval.latest


@given(TEXTS)
def test_any_text_is_survived_and_tokens_quote_it(text: str) -> None:
    tokens = tokens_of(text)
    assert all(token.text == text[token.start : token.end].lower().replace("’", "'") for token in tokens)
    for match in matches(tokens):
        assert 0 <= match.start < match.end <= len(tokens)
        express(match, tokens)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_times_lie_in_the_text_in_order(text: str) -> None:
    report = Report("r", text, "0" * 64, language="en")
    times = find_times(parse(report), report)
    assert [t.id for t in times] == [f"r-t{n}" for n in range(1, len(times) + 1)]
    assert all(t.span.end <= len(text) and t.span.of(text).strip() for t in times)
    assert [t.span.start for t in times] == sorted(t.span.start for t in times)
