"""The grammar of numbers, as a table: text → what it says. To add a case, add a line."""

import pytest

from sayso.extract.quantities.numbers import find_numbers

VALUES = [
    # digits
    ("1,200 people", [1200]),
    ("12,34,567 voters", [1234567]),
    ("9 300 households", [9300]),
    ("61, 000 people", [61000]),
    ("a river 2.5 metres deep", [2.5]),
    ("1.3 million", [1_300_000]),
    # the dots of other languages, where the text leaves no doubt
    ("200.000 crowns (about 3.400 dollars), up 3.456 percent", [200_000, 3400, 0.03456]),
    ("9,4 percent of 1,5 million crowns, on pages 9,4", [0.094, 1_500_000]),
    ("1,10 metres, 2,5 km and 36,6 degrees; 49,9 percents; rooms 1,10 and 5,6", [1.1, 2.5, 36.6, 0.499]),
    ("500 thousands crowns, 1,9 mln euros, 2 mlrd euros", [500_000, 1_900_000, 2_000_000_000]),
    # what stands behind a month and counts
    ("On 12 May, 17 died; by 3 March, 12,400 had fled; on 9 June 30 left", [17, 12_400, 30]),
    ("On 12 May 89 it closed, on 3-May-21 at 12 noon it was 17.30 BST", []),
    ("In March 5.2 million voted, in May 12 percent, in June 30 people", [5_200_000, 0.12, 30]),
    ("On March 5 and on May 12, 300 people", [300]),
    ("a race of 3.400 metres in 12.345 seconds", [3.4, 12.345]),
    ("2.14 lakh people and 3 crore", [214_000, 30_000_000]),
    ("2 million 300 thousand", [2_300_000]),
    ("10 1/2 miles, 7½ miles, 1/4 mile, ½ mile", [10.5, 7.5, 0.25, 0.5]),
    # words
    ("Twenty-five sailors and thirty one miners", [25, 31]),
    ("one hundred and fifty, two hundred thousand", [150, 200_000]),
    ("a million, a dozen, two dozen, half a million, half-a-dozen", [1_000_000, 12, 24, 500_000, 6]),
    ("two and a half years, a million and a half", [2.5, 1_500_000]),
    ("one-and-a-half million, a quarter million", [1_500_000, 250_000]),
    ("two five", [2, 5]),
    ("five-day strike, 45-minute delay, six-month-old", [5, 45, 6]),
    # parts
    ("half the population, two-thirds of them, a third of it", [0.5, 2 / 3, 1 / 3]),
    ("one in five children, nine out of 10 voters", [0.2, 0.9]),
    ("27 %, 19 per cent, One hundred percent, 4.8pct", [0.27, 0.19, 1.0, 0.048]),
    # no numbers
    ("MH370, F-16, COVID-19, G7, #12, scp-173m, 24703L202", []),
    ("on October 7, 2023, on 7 October, on MAY 12, by Oct. 7", []),
    ("2024-03-29, 11:40 p.m., at 2 pm, 0815 GMT, 24/7, 9/11", []),
    ("see ostrypost.example/news/20310325/dam-12, https://ostrypost.example/2031/40", []),
    ("24.5/km, 30.Some/40", [24.5, 30, 40]),
    ("in the 1990s, the 20s, 5G, 3D, 1,5", []),
    ("won 3-1, in 2010-15, from 2010-2015, 555-0100", []),
    ("one trillion trillion, a million million million", []),
    ("the half-brother, in half, oneness, often", []),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == pytest.approx(values)


BOUNDS = [
    ("10-15 boats", 10, 15),
    ("10 to 15 boats", 10, 15),
    ("between 1,000 and 1,500 boats", 1000, 1500),
    ("two or three boats", 2, 3),
    ("2 to 3 million boats", 2_000_000, 3_000_000),
    ("10-15% of boats", 0.1, 0.15),
    ("dozens of boats", 24, 99),
    ("hundreds of boats", 200, 999),
    ("thousands of boats", 2000, 9999),
    ("tens of thousands of boats", 20_000, 99_999),
    ("hundreds of thousands of boats", 200_000, 999_999),
    ("several hundred boats", 200, 999),
    ("a few dozen boats", 24, 99),
    ("several boats", 2, None),
]


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_bounds_without_a_value(text: str, low: float, high: float | None) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.low, number.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 10 to 15", [10, 15]),
        ("fell 2% to $1.45 billion", [0.02, 1_450_000_000]),
        ("15 to 10", [15, 10]),
        ("three in 2020", [3, 2020]),
    ],
)
def test_what_is_no_range(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "span", "whole", "value", "currency"),
    [
        ("$1.5bn", "1.5bn", "$1.5bn", 1.5e9, "dollar"),
        ("€3m", "3m", "€3m", 3e6, "euro"),
        ("3m deep", "3", "3", 3, ""),
        ("US$ 150 million", "150 million", "US$ 150 million", 1.5e8, "US dollar"),
        ("500 USD", "500", "500 USD", 500, "US dollar"),
        ("75 USD million", "75", "75 USD million", 75e6, "US dollar"),
        ("30 MEUR", "30", "30 MEUR", 30e6, "euro"),
        ("Rs500 crore", "500 crore", "Rs500 crore", 5e9, "rupee"),
    ],
)
def test_money(text: str, span: str, whole: str, value: float, currency: str) -> None:
    (number,) = find_numbers(text)
    assert (number.span.of(text), number.whole.of(text)) == (span, whole)
    assert (number.value, number.currency) == (value, currency)


@pytest.mark.parametrize(
    ("text", "place"),
    [("250", 10), ("1,200", 100), ("1.3 million", 100_000), ("74,000", 1000), ("12", 1), ("half", 0.1)],
)
def test_last_place(text: str, place: float) -> None:
    (number,) = find_numbers(text)
    assert number.place == place


@pytest.mark.parametrize(("text", "rank"), [("the sixth visit", 6), ("the 21st", 21), ("twenty-first", 21)])
def test_ordinals_are_told_apart(text: str, rank: int) -> None:
    (number,) = find_numbers(text)
    assert (number.form, number.value) == ("ordinal", rank)
