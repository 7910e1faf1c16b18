"""Laws of numbers: what is written is read back, bounds hold the value, any text is survived."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.quantities.bounds import bound
from sayso.extract.quantities.numbers import find_numbers

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
PIECES = [
    "1", "12,000", "2.5", "half", "two", "hundred", "million", "and", "a", "-", "to", "%", "$", "€", "dozen",
    "third", "of", "in", "October", "1/2", "0", ":", "10-15", "bn", "\n", "between", "dozens",
    "ſix", "½", "٣",
]  # fmt: skip


def spelled(number: int) -> str:
    """An English cardinal."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {spelled(number % scale)}" if number % scale else ""
            return f"{spelled(number // scale)} {name}{rest}"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**12 - 1))
def test_digits_are_read_back(number: int) -> None:
    for text in (f"{number:,}", f"{number:,} boats", f"${number:,}."):
        assert [found.value for found in find_numbers(text)] == [number]


@given(st.integers(0, 10**12 - 1))
def test_words_are_read_back(number: int) -> None:
    for text in (spelled(number), spelled(number).upper(), f"some {spelled(number)} boats"):
        assert [found.value for found in find_numbers(text)] == [number]


@given(st.integers(1, 9999), st.sampled_from(["million", "billion", "thousand"]))
def test_decimals_with_a_scale_are_read_back(tenths: int, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    (found,) = find_numbers(f"{tenths / 10:.1f} {scale}")
    assert found.value == tenths * factor / 10


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_ranges_are_read_back(a: int, b: int) -> None:
    low, high = min(a, b), max(a, b) + 1
    (found,) = find_numbers(f"between {low:,} and {high:,} boats")
    assert (found.low, found.high) == (low, high)


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
        st.lists(st.sampled_from(PIECES)).map("".join),
    )
)
def test_any_text_is_survived_and_bounds_hold_the_value(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert (
            end <= number.whole.start <= number.span.start < number.span.end <= number.whole.end <= len(text)
        )
        assert number.high is None or number.low <= number.high
        assert number.value is None or number.low <= number.value <= (number.high or number.value)
        end = number.whole.end


@given(
    st.sampled_from(["", "about", "more than", "at least", "fewer than", "up to", "nearly", "no more than"]),
    st.integers(0, 10**9),
)
def test_bounds_of_a_modified_number_hold_it(modifier: str, value: int) -> None:
    text = f"{modifier} {value:,} boats"
    (number,) = find_numbers(text)
    found = bound(text, number)
    assert found.low is None or found.low <= value
    assert found.high is None or value <= found.high
    assert found.start <= number.span.start < number.span.end <= found.end
