"""What a match of the time grammar says, as an ``Expression``: each class that matched fills its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sayso.data import table
from sayso.extract.times.grammar import Found
from sayso.extract.times.tokens import Word
from sayso.model import Expression, TimexType

Parts = Mapping[str, Sequence[Word]]

_FIELDS = {
    "MONTH": "month", "WEEKDAY": "weekday", "WEEKDAYABBR": "weekday", "UNIT": "unit", "UNITS": "unit",
    "SEASON": "season", "DAYPART": "daypart", "PART": "part", "PARTOF": "part", "SHIFT": "shift",
    "CHAIN": "shift", "HALFYEAR": "season", "QCODE": "quarter", "DAYPARTS": "daypart", "WEEKDAYS": "weekday",
}  # fmt: skip
_LETTERS = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "E",
    "century": "C", "fortnight": "W", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
_HALVES = {"year": "6M", "hour": "T30M", "minute": "T30S"}
_MANY = {"decade": ("Y", 10), "century": ("Y", 100), "fortnight": ("W", 2)}


def express(found: Found, tokens: Sequence[Word]) -> tuple[TimexType, Expression] | None:
    """Type and meaning of a match; None where the words make no sense ("45 October", "13/13/2024")."""
    parts = {name: tokens[start:end] for name, (start, end) in found.parts.items()}
    words = {token.text for token in tokens[found.start : found.end]}
    form = found.rule.says["form"]
    expression = _BUILDERS[form](parts, words, found.rule.says)
    if expression is None:
        return None
    if form == "duration":
        return "DURATION", expression
    if form == "set":
        return "SET", expression
    return ("TIME" if expression.daypart else "DATE"), expression


def number(tokens: Sequence[Word]) -> float | None:
    """The number that some tokens say; None for one that is not said ("a few", "several")."""
    texts = [token.text for token in tokens]
    if any("SLASH" in token.classes for token in tokens):
        return _fraction(texts)
    if "half" in texts:
        whole = texts.index("and") if "and" in texts else 0
        return (number(tokens[:whole]) or 0) + 0.5
    total, seen = 0.0, False
    for token in tokens:
        worth = _worth(token)
        if worth is not None:
            total = total * worth if seen and "POWER" in token.classes else total + worth
            seen = True
    vague = any(token.classes & {"VAGUE", "number", "handful", "to", "or"} for token in tokens)
    return total if seen and not vague else None


def _worth(token: Word) -> float | None:
    if "DIGITS" in token.classes and token.text.isascii() and len(token.text) < 12:
        return float(token.text.replace(",", ""))
    if token.text == "couple":
        return 1.0  # with the "a" before it: two
    named = token.classes & {"ONE", "SMALL", "TENS", "POWER"}
    return float(table("times")["classes"][min(named)][token.text]) if named else None


def _fraction(texts: Sequence[str]) -> float | None:
    numbers = [int(word) for word in texts if word.isascii() and word.isdigit() and len(word) < 5]
    return numbers[0] + numbers[1] / numbers[2] if len(numbers) == 3 and numbers[2] else None


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; ``PXD`` for a count that is not said."""
    if count is not None and unit in _MANY:
        letter, times = _MANY[unit]
        return f"P{count * times:g}{letter}"
    letter = _LETTERS[unit]
    clock, letter = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if count is None:
        return f"P{clock}X{letter}"
    if count % 1 == 0.5 and unit in _HALVES:
        half = _HALVES[unit]
        if count < 1:
            return f"P{half}"
        return f"P{clock}{count - 0.5:g}{letter}{half.removeprefix('T') if clock else half}"
    return f"P{clock}{count:g}{letter}"


# ---- one builder a form ----


def _meaning(parts: Parts, *names: str) -> Any:
    """What the word means that the first of these classes took; None where none took one."""
    name = next((name for name in names if parts.get(name)), None)
    return table("times")["classes"][name][parts[name][0].text] if name else None


def _meanings(parts: Parts, says: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the words of a match fill."""
    fields: dict[str, Any] = {_FIELDS[name]: _meaning(parts, name) for name in parts if name in _FIELDS}
    if "TIMEOFDAY" in parts:
        fields["daypart"] = _clock(parts["TIMEOFDAY"])
    if "YEAR" in parts:
        fields["year"] = int(parts["YEAR"][0].text)
    if "YEARWORDS" in parts:
        said = number(parts["YEARWORDS"]) or 0
        fields["year"] = int(said) if said >= 1000 else int(1900 + said - 19)
    for key in ("unit", "shift", "part", "daypart", "anchor", "exact", "value", "bound"):
        if key in says:
            fields[key] = says[key]
    return fields


def _clock(tokens: Sequence[Word]) -> str | None:
    """TIMEX3 of a time of day: "10 p.m." is T22:00."""
    first = tokens[0].text
    if named := table("times")["classes"]["DAYPART"].get(first):
        return str(named)
    digits = [int(piece) for piece in re.split(r"[:.]|(?<=^\d\d)(?=\d\d$)", first)][:2]  # or "1430 GMT"
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    halves = table("times")["classes"]["HALF"]
    half = next((token.text[0] for token in tokens if "AMPM" in token.classes), "")
    half = half or next((halves[token.text] for token in tokens if token.text in halves), "")
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"T{hour:02}:{minute:02}"


def _ordinal(tokens: Sequence[Word]) -> int:
    word = tokens[0].text
    digits = re.match(r"\d+", word, re.ASCII)
    return int(digits.group()) if digits else int(table("times")["classes"]["ORDINAL"][word])


def _date(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    if "ISO" in parts:
        return _numeric(*(int(piece) for piece in parts["ISO"][0].text[:10].split("-")))
    if "NUMERIC" in parts:
        return _written(parts["NUMERIC"][0].text)
    fields = _meanings(parts, says)
    take = says.get("take")
    if take == "yearshift":
        fields["unit"] = "year"
    if take == "half" and "YEAR" not in parts:
        fields = {"shift": 0, **fields, "unit": "year"}
    counted = parts.get("DATEDAY") or parts.get("DAY") or parts.get("ORDINAL") or parts.get("DAYTH")
    if counted:
        fields[{"quarter": "quarter", "century": "year"}.get(str(take), "day")] = _ordinal(counted)
    if "DECADE" in parts or "TWENTIES" in parts:
        fields["year"] = _decade((parts.get("DECADE") or parts["TWENTIES"])[0].text)
    if take == "century":
        fields["year"] = (fields["year"] - 1) * 100
    if take == "bc":
        fields["year"] = -int(number(parts.get("YEAR") or parts["DIGITS"]) or 0)
    if fields.get("day", 1) > 31 or fields.get("quarter", 1) > 4:
        return None
    if "day" not in fields:
        fields.pop("weekday", None)
    start = Expression(form="date", **fields)
    if "DAYEND" not in parts:
        return start
    far = Expression(form="date", year=start.year, month=start.month, day=_ordinal(parts["DAYEND"]))
    return Expression(form="date", **{**fields, "until": far})


def _decade(word: str) -> int:
    """The first year of "1990s", "'80s", "nineties" (of the twentieth century)."""
    digits = re.search(r"\d+", word, re.ASCII)
    if not digits:
        return 1900 + int(table("times")["classes"]["TWENTIES"][word])
    return int(digits.group()) + (1900 if len(digits.group()) == 2 else 0)


def _numeric(year: int, month: int, day: int) -> Expression | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Expression(form="date", year=year, month=month, day=day)


def _written(text: str) -> Expression | None:
    """3/29/2024, 29/3/2024, 29.3.2024 (day first); of 3/4/2024 only the year is sure."""
    first, second, year = (int(piece) for piece in re.split(r"[./]", text))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if "/" in text and first != second and max(first, second) <= 12:
        return Expression(form="date", year=year)
    if "/" in text and first <= 12:
        return _numeric(year, first, second)
    return _numeric(year, second, first)


def _weekday(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    fields = _meanings(parts, says)
    if "later" in words or "earlier" in words:
        fields["bound"] = "after" if "later" in words else "before"
    if direction := says.get("direction"):  # "two weeks ago Monday"
        fields["shift"] = direction * int(number(parts["NUM"]) or 1)
    return Expression(form="weekday", **{"shift": says.get("shift"), **fields})


def _offset(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    fields = {"unit": "day", **_meanings(parts, says)}
    if direction := says.get("direction"):
        counted = parts.get("COUPLE") or parts.get("NUM")
        count = number(counted) if counted else None if "UNITS" in parts else 1.0
        fields["exact"] = count is not None and count % 1 == 0 and fields.get("exact", True)
        fields["shift"] = direction * int(count or 1)
    elif words & {"later", "earlier"}:
        fields["bound"] = "after" if "later" in words else "before"
    if fields["unit"] == "fortnight":
        fields["unit"], fields["shift"] = "week", 2 * fields.get("shift", 0)
    if fields["unit"] != "weekend":
        fields.setdefault("shift", 0)
    return Expression(form="offset", **fields)


def _duration(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    unit = str(_meaning(parts, "UNIT", "CLOCKUNIT", "UNITS", "CLOCKUNITS"))
    counted = parts.get("COUPLE") or parts.get("NUM")
    vague = words & {*table("times")["classes"]["UNITS"], *table("times")["classes"]["CLOCKUNITS"]}
    count = number(counted) if counted else None if vague else 1.0
    if count is not None and "half" in words and "half" not in {token.text for token in counted or ()}:
        count += 0.5  # "a year and a half"
    fields = {"value": duration(count, unit), "exact": count is not None, **_meanings({}, says)}
    return Expression(form="duration", shift=says.get("direction"), **fields)


def _set(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    night = _meaning(parts, "DAYPARTS", "DAYPART")
    if "PERIODIC" in parts:
        value = _meaning(parts, "PERIODIC")
    elif "MONTH" in parts:
        value = f"XXXX-{_meaning(parts, 'MONTH'):02}"
    elif "SEASON" in parts:
        value = f"XXXX-{_meaning(parts, 'SEASON')}"
    elif day := _meaning(parts, "WEEKDAY", "WEEKDAYS"):
        value = f"XXXX-WXX-{day}" + (f"T{night}" if night else "")
    elif night:
        value = "P1D"
    else:
        counted = "NUM" in parts and not says.get("rate")  # "24 hours a day": every day
        count = 2.0 if "other" in words else number(parts["NUM"]) if counted else 1.0
        value = duration(count, _meaning(parts, "UNIT", "CLOCKUNIT"))
    return Expression(form="set", value=value)


def _ref(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    return Expression(form="ref", **_meanings({}, says))


def _named(parts: Parts, words: set[str], says: Mapping[str, Any]) -> Expression | None:
    around = next((unit for unit in ("week", "weekend") if unit in words), None)  # "Easter week"
    return Expression(form="named", **{"unit": around, **_meanings(parts, says), "name": str(says["name"])})


_BUILDERS: dict[str, Callable[[Parts, set[str], Mapping[str, Any]], Expression | None]] = {
    "date": _date,
    "weekday": _weekday,
    "offset": _offset,
    "duration": _duration,
    "set": _set,
    "ref": _ref,
    "named": _named,
}
