"""Finds every number of a text, in digits and in words, with its place.

``patterns`` matches; here the value is read, and neighbouring amounts join to a range ("10 to 15")
or a part ("one in five"). Counts without a number ("dozens") have bounds and no value. Whether a number
counts anything is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from sayso.data import table
from sayso.extract.quantities.patterns import NUMERAL, currencies, grammar, scales, values
from sayso.span import Span

Form = Literal["digits", "words", "part", "range", "vague", "ordinal", "single", "implied"]

_TOO_LARGE = 10**18  # nobody counts that far; "million million million" is no number
_BETWEEN = re.compile(r"between\s+(?:\S+\s+){0,2}$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:\S+\s+)?$", re.I)
_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s+(?:to|or)\s+(?:about\s+|around\s+)?", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_IN = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", re.I)
_MIXED = re.compile(r"[ -]([0-9]{1,2})/([0-9]{1,2})$")
_DOTTED = re.compile(r"(?<![\d.,])[1-9]\d{1,2}\.000(?![\d.,]*\d)")  # nobody measures to "200.000"
_THOUSANDS = re.compile(r"(?<=\b[1-9])\.(?=\d{3}$)|(?<=\b[1-9]\d)\.(?=\d{3}$)|(?<=\b[1-9]\d\d)\.(?=\d{3}$)")
_DECIMAL_COMMA = re.compile(r",(?=\d\d?$)")
_PIECE = re.compile(rf"\d+,\d\d?(?![\d,])|{NUMERAL}|[^\W\d_]+|\S")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: ``span`` holds its words (with "percent"), ``whole`` the currency sign as well.

    ``value`` is None where the text gives bounds only ("dozens", "10 to 15"); ``high`` None is open.
    ``place`` is the last non-zero decimal place ("250": 10). Percentages are shares of one.
    ``single`` is an article, ``implied`` a word or list that is no number ("both", "a man and his wife").
    """

    span: Span
    whole: Span
    value: float | None
    low: float
    high: float | None
    place: float
    form: Form
    percent: bool = False
    currency: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A Number while it may still join the next one: exact value and the factor of its scale words."""

    number: Number
    value: Decimal
    scale: Decimal


def find_numbers(text: str, dotted: bool = False) -> list[Number]:
    """All numbers of ``text``, in order, none overlapping.

    Digits inside a name ("MH370"), a date, a clock time or a score are none. ``dotted``: it is known that a
    stop stands between the thousands.
    """
    matches = (match for match in grammar().finditer(text) if not match["junk"])
    dotted = dotted or _DOTTED.search(text) is not None
    read = [found for match in matches if (found := _read(match, dotted)) is not None]
    return [found.number for found in _joined(text, read)]


def _read(match: re.Match[str], dotted: bool) -> _Read | None:
    whole = Span(*match.span())
    if match["many"] or match["alone"]:
        return _vague(match.group().casefold(), match["alone"] is not None, whole)
    if match["ordinal"]:
        rank = _ordinal(match["ordinal"])
        return _made(Number(whole, whole, None, 0, None, 1, "ordinal"), rank, Decimal(1))
    found = _part(match["part"]) if match["part"] else _cardinal(_undotted(match, dotted))
    if found is None:
        return None
    code, late = match["sign"] or match["code"] or "", match["late"] or ""
    currency, factor = _currency(code.strip(), late.strip())
    value, scale = found[0] * factor, found[1] * factor
    if value >= _TOO_LARGE:
        return None
    percent = match["percent"] is not None
    span = Span(match.start("amount"), match.end("percent") if percent else match.end("amount"))
    form: Form = "part" if match["part"] and value < 1 else "digits" if match["digits"] else "words"
    number = Number(span, whole, None, 0, None, 1, form, percent, currency)
    return _made(number, value / 100 if percent else value, scale)


def _undotted(match: re.Match[str], dotted: bool) -> str:
    """An amount without the dots between its thousands, in a passage that writes them so: "200.000"."""
    return _THOUSANDS.sub("", match["amount"]) if dotted and not match["percent"] else match["amount"]


def _currency(code: str, late: str) -> tuple[str, Decimal]:
    """The unit of a currency sign, and the factor in it ("MEUR") or behind it ("75 USD million")."""
    factor = scales()[late.casefold()] if late.casefold() in scales() else Decimal(1)
    if code not in currencies():
        code = code.removesuffix("$")
    if code not in currencies() and code.startswith("M"):
        code, factor = code[1:], factor * 10**6
    return currencies().get(code, ""), factor


def _made(number: Number, value: Decimal, scale: Decimal) -> _Read:
    """The number with its value and bounds filled in."""
    as_float = float(value)
    place = Decimal("0.1") if number.form == "part" else _place(value)
    filled = replace(number, value=as_float, low=as_float, high=as_float, place=float(place))
    return _Read(filled, value, scale)


def _place(value: Decimal) -> Decimal:
    """The last non-zero decimal place: 250 → 10, 1.3 million → 100,000; 1 for zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _vague(text: str, alone: bool, span: Span) -> _Read:
    """The bounds of "dozens", "tens of thousands", "several hundred", "several" (two and more)."""
    low, high = (2, None) if alone else _many(re.findall(r"[^\W\d_]+", text))
    return _Read(Number(span, span, None, low, high, 1, "vague"), Decimal(0), Decimal(1))


def _many(words: list[str]) -> tuple[float, float | None]:
    """From two units up to just below ten: "hundreds", "tens of thousands"; the lexicon lists exceptions."""
    known = table("quantities")["vague"]
    unit = int(known["scales"].get(words[-1]) or scales()[words[-1]])
    times = known["multiples"].get(words[0], 1) if len(words) > 1 else 1
    if fixed := known["bounds"].get(words[-1]):
        return fixed[0], fixed[1]
    return 2 * times * unit, 10 * times * unit - 1


def _ordinal(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text[:-2])  # "21st"
    known = {**table("quantities")["number"]["tens"], **table("quantities")["number"]["ordinals"]}
    return Decimal(sum(known[word] for word in re.findall(r"[^\W\d_]+", text.casefold())))


def _part(text: str) -> tuple[Decimal, Decimal] | None:
    """The value of "two-thirds", "1/4", "half", "half a million", "half-dozen"."""
    if "/" in text:
        over, under = (int(side) for side in text.split("/"))
        return (Decimal(over) / under, Decimal(1)) if over < under else None
    names = table("quantities")["number"]["parts"]
    value, scale = Decimal(1), Decimal(1)
    for word in _PIECE.findall(text.casefold()):
        if word in scales():
            scale = scales()[word]
        elif (singular := word.removesuffix("s")) in names:
            value /= names[singular]
        elif word in values():
            value *= values()[word]
        elif word[0].isdigit():
            value *= Decimal(word)
        elif word not in ("a", "an", "of", "-"):
            return None
    return value * scale, scale


def _cardinal(text: str) -> tuple[Decimal, Decimal] | None:
    """The value of a cardinal, and the factor of its last scale word."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    for piece in _PIECE.findall(_MIXED.sub(_decimal, text)):
        word = piece if piece in scales() else piece.casefold()
        if word in ("a", "an", "and", "-", "‐"):
            continue
        if word == "half":  # "two and a half million", "a million and a half"
            current += (Decimal(1) if current else scale) / 2
        elif word == "hundred":
            current, scale = (current or Decimal(1)) * 100, Decimal(100)
        elif word in scales():
            scale = scales()[word]
            total = total + (current or 1) * scale if current or not total else total * scale
            current = Decimal(0)
        elif (value := _plain(word)) is not None:
            current += value
        else:
            return None
    return total + current, scale


def _plain(word: str) -> Decimal | None:
    """The value of one numeral or number word."""
    if word[0].isdigit() or word[0] == ".":
        return Decimal(re.sub(r"[,\s]", "", _DECIMAL_COMMA.sub(".", word)))
    return values().get(word)


def _decimal(match: re.Match[str]) -> str:
    """The "1/2" of "10 1/2" as a decimal."""
    return f" {Decimal(match[1]) / int(match[2]):f}"


# ---- amounts that belong together ----


def _joined(text: str, read: list[_Read]) -> list[_Read]:
    """Neighbours joined to ranges and parts; scores and spans of years ("3-1", "2010-15") left out."""
    kept: list[_Read] = []
    i = 0
    while i < len(read):
        join = _join(text, *read[i : i + 2]) if i + 1 < len(read) else ""
        if join == "range":
            kept.append(_range(*read[i : i + 2]))
        elif join == "share":
            kept.append(_share(*read[i : i + 2]))
        elif not join:
            kept.append(read[i])
        i += 2 if join else 1
    return kept


def _join(text: str, a: _Read, b: _Read) -> Literal["range", "share", "drop", ""]:
    """How two neighbours belong together; "drop": neither is a number, "": not at all."""
    gap = text[a.number.whole.end : b.number.whole.start]
    before = text[max(0, a.number.whole.start - 40) : a.number.whole.start]
    if len(gap) > 30 or not _alike(a.number, b.number):
        return ""
    rising = _spread(a, b) < b.value and not (_year(a) and _year(b))
    if _DASH.fullmatch(gap):
        return "range" if rising else "drop" if len(gap) == 1 else ""
    if _TO.fullmatch(gap) and rising and not _FROM.search(before):
        return "range"
    if _AND.fullmatch(gap) and rising and _BETWEEN.search(before):
        return "range"
    wholes = table("quantities")["number"]["wholes"]
    return "share" if _IN.fullmatch(gap) and 0 < a.value < b.value in wholes else ""


def _alike(a: Number, b: Number) -> bool:
    """Whether both may measure the same: not a percentage and an amount of money."""
    if a.value is None or b.value is None or "ordinal" in (a.form, b.form):
        return False
    return not (a.percent and not b.percent) and not (b.percent and a.currency)


def _year(read: _Read) -> bool:
    return read.number.form == "digits" and 1900 <= read.value <= 2099 and len(read.number.span) == 4


def _spread(a: _Read, b: _Read) -> Decimal:
    """The value of ``a`` with the scale or percent that it shares with ``b``: "2 to 3 million", "10-15%"."""
    if b.number.percent and not a.number.percent:
        return a.value / 100
    if a.scale == 1 < b.scale and a.value < b.value / b.scale:
        return a.value * b.scale
    return a.value


def _range(a: _Read, b: _Read) -> _Read:
    span = Span(a.number.span.start, b.number.span.end)
    whole = Span(a.number.whole.start, b.number.whole.end)
    currency = a.number.currency or b.number.currency
    low, high = float(_spread(a, b)), float(b.value)
    number = Number(span, whole, None, low, high, b.number.place, "range", b.number.percent, currency)
    return _Read(number, b.value, b.scale)


def _share(a: _Read, b: _Read) -> _Read:
    span = Span(a.number.span.start, b.number.span.end)
    value = a.value / b.value
    return _made(Number(span, span, None, 0, None, 1, "part"), value, Decimal(1))
