"""The grammar of numbers: finds every number of a text, in digits and in words, with its place.

Patterns built one on the other from the words of ``lexicon/quantities.toml``: numeral and number words → cardinal
("1.3 million", "two hundred and five", "a dozen") or part ("two-thirds") → amount (with percent or currency).
Neighbouring amounts then join to a range ("10 to 15") or a part ("one in five"). Counts without a number ("dozens")
have bounds and no value. Whether a number counts anything is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from sayso.data import table
from sayso.span import Span

Form = Literal["digits", "words", "part", "range", "vague", "ordinal"]

MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"  # fmt: skip
_NUMERAL = (
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}(?:,\ 000)+"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9,])|[0-9]{1,15}(?![0-9]))(?:\.[0-9]+)?|\.[0-9]+)"
)
_SLASH = r"(?:[1-9]|1[0-5])/(?:2|3|4|5|6|8|10|16)(?![0-9/])"
_END = r"(?![^\W_])"
_BETWEEN = re.compile(r"between\s+(?:\S+\s+){0,2}$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:\S+\s+)?$", re.I)
_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s+(?:to|or)\s+(?:about\s+|around\s+)?", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_IN = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", re.I)
_MIXED = re.compile(r"[ -]([0-9]{1,2})/([0-9]{1,2})$")
_PIECE = re.compile(rf"{_NUMERAL}|[^\W\d_]+|\S")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: ``span`` holds its words (with "percent"), ``whole`` the currency sign as well.

    ``value`` is None where the text gives bounds only ("dozens", "10 to 15"); ``high`` None is open. ``place`` is the last
    non-zero decimal place ("250": 10), half of which is how far "about" reaches. Percentages are shares of one.
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


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


@cache
def _values() -> dict[str, Decimal]:
    known = table("quantities")["number"]
    return {w: Decimal(str(v)) for key in ("units", "teens", "tens", "signs") for w, v in known[key].items()}


@cache
def _scales() -> dict[str, Decimal]:
    known = table("quantities")["number"]
    return {
        word: Decimal(value) for key in ("scales", "short", "money") for word, value in known[key].items()
    }


@cache
def _currencies() -> dict[str, str]:
    known = table("quantities")["currency"]
    return {**known["symbols"], **known["codes"]}


@cache
def _grammar() -> re.Pattern[str]:
    """All levels in one pattern; its named groups say what was found."""
    known, vague = table("quantities")["number"], table("quantities")["vague"]
    units, teens, tens = (_any(known[key]) for key in ("units", "teens", "tens"))
    scale, sign = _any(known["scales"]) + _END, _any(known["signs"])
    small = rf"(?:(?:{tens}(?:(?:\s|\s?-\s?){units})?|{teens}|{units}){_END})"
    words = rf"(?:(?:{small}|an?)[\s-]hundred{_END}(?:\s(?:and\s)?{small})?|{small})"
    half = r"(?:[\s-]and[\s-]a[\s-]half(?![^\W_]))?"
    piece = rf"(?:{words}{half}|an?(?=[\s-]{scale}))(?:[\s-]{scale})+{half}"
    in_words = rf"(?:{piece}(?:\s(?:and\s)?{piece})*(?:\s(?:and\s)?{words})?|{words}{half})"
    numeral = rf"(?:{_NUMERAL}(?:\s?{sign}|[ -]{_SLASH})?|{sign})"
    short = rf"(?:\s?(?-i:{_any(known['short'])})|(?(sign)\s?(?-i:{_any(known['money'])}))){_END}"
    in_digits = rf"{numeral}{half}(?:(?:[\s-]?{scale})+(?:\s{_NUMERAL}\s{scale})*|{short}|)"
    part_names = _any(word for word in known["parts"] if word != "half")
    part = (
        rf"(?:(?:{small}|an?|[0-9]{{1,2}})(?:\s(?={part_names}s?\sof\s)|\s?-\s?){part_names}s?{_END}"
        rf"|{small}\s(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s{_END}"
        rf"|{_SLASH}"
        rf"|(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!last\s)(?<!in\s)(?:(?:one|an?)[\s-])?half"
        rf"(?:[\s-](?:of\s)?(?:an?\s)?{scale}|{_END}(?!-|\s(?:brother|sister|time)\b)))"
    )
    lead, few = _any(vague["multiples"]), _any(vague["few"])
    many = rf"(?:{lead}\sof\s)?{_any(vague['scales'])}{_END}|(?:a\s)?{few}[\s-]{scale}"
    code = _any([*table("quantities")["currency"]["symbols"], *table("quantities")["currency"]["codes"]])
    junk = (
        rf"(?-i:{MONTHS}|{MONTHS.upper()})(?:\.|{_END})(?:\s?[0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9]|,[0-9]{{3}}))?(?:,?\s[0-9]{{4}}(?!,?[0-9]))?"
        rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s|-|\sof\s)(?-i:{MONTHS}|{MONTHS.upper()}){_END}(?:[,-]?\s?[0-9]{{2,4}}(?![0-9-]|[^\W_]))?"
        rf"|(?!(?-i:{code})[0-9])[^\W\d_]+-?[0-9][\w./-]*|[#№@\\_][\w-]+"
        r"|[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m\b|[ap]\.\s?m\.|o['’]clock\b|GMT\b|UTC\b)"
        r"|[0-9]+(?:[-–/.:][0-9]+){2,}|[0-9]+:[0-9]+|[0-9]{16,}|[0-9]+['’]?s\b|[0-9]+(?-i:[DG])\b"
        r"|[0-9]+(?!(?:[ckm]?m)[23]\b)[^\W\d_]+[0-9]\w*|[0-9]+,[0-9]{1,2}(?![0-9,])"
    )
    return re.compile(
        rf"(?<![\w])(?:(?P<junk>{junk})|(?P<many>{many})|(?P<alone>(?:a\s)?{_any(vague['alone'])}{_END})"
        rf"|(?P<ordinal>[0-9]+(?:st|nd|rd|th)\b|(?:{tens}[\s-])?{_any(known['ordinals'])}{_END}(?![\s-]of\s(?!the\s)))"
        rf"|(?:(?P<sign>(?-i:{code}))\s?(?=[0-9.]))?(?P<amount>(?P<part>{part})|(?P<digits>{in_digits})|{in_words})"
        rf"(?P<percent>\s?%|[\s-](?:per\s?cent|pct){_END})?(?P<code>\s?(?-i:M?{code}){_END})?)",
        re.I,
    )


def find_numbers(text: str) -> list[Number]:
    """All numbers of ``text``, in order, none overlapping. Digits inside a name ("MH370"), a date, a clock time or a
    score are none."""
    read: list[_Read | None] = []
    for match in _grammar().finditer(text):
        read.append(None if match["junk"] else _read(match))
    return [found.number for found in _joined(text, [r for r in read if r])]


def _read(match: re.Match[str]) -> _Read | None:
    span, whole = Span(*match.span()), Span(*match.span())
    if match["many"] or match["alone"]:
        return _vague(match, span)
    if match["ordinal"]:
        value = _ordinal(match["ordinal"])
        return value and _made(Number(span, whole, None, 0, None, 1, "ordinal"), value, Decimal(1))
    found = _part(match["part"]) if match["part"] else _cardinal(match["amount"])
    if found is None:
        return None
    value, scale = found
    code = (match["code"] or "").strip()
    if code.startswith("M") and code not in _currencies():
        code, value, scale = code[1:], value * 10**6, scale * 10**6
    percent = match["percent"] is not None
    span = Span(match.start("amount"), match.end("percent") if percent else match.end("amount"))
    currency = _currencies().get((match["sign"] or "").strip() or code, "")
    form: Form = "part" if match["part"] and value < 1 else "digits" if match["digits"] else "words"
    number = Number(span, whole, None, 0, None, 1, form, percent, currency)
    return _made(number, value / 100 if percent else value, scale)


def _made(number: Number, value: Decimal, scale: Decimal) -> _Read:
    """The number with its value and bounds filled in."""
    as_float = float(value)
    place = Decimal("0.1") if number.form == "part" else _place(value)
    filled = replace(number, value=as_float, low=as_float, high=as_float, place=float(place))
    return _Read(filled, value, scale)


def _place(value: Decimal) -> Decimal:
    """The last non-zero decimal place: 250 → 10, 1.3 million → 100,000; 1 for zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _vague(match: re.Match[str], span: Span) -> _Read | None:
    known = table("quantities")["vague"]
    words = re.findall(r"[^\W\d_]+", match.group().casefold())
    if match["alone"]:
        low, high = 2, None
    elif words[-1] in known["scales"]:
        unit = known["scales"][words[-1]]
        times = known["multiples"].get(words[0], 1) if len(words) > 1 else 1
        low, high = known["bounds"].get(words[-1], (2 * unit, 10 * unit - 1)) if times == 1 else (
            2 * times * unit, 10 * times * unit - 1)  # fmt: skip
    elif unit := _scales().get(words[-1]):
        low, high = (24, 99) if words[-1] == "dozen" else (int(2 * unit), int(10 * unit - 1))
    else:
        return None
    return _Read(Number(span, span, None, low, high, 1, "vague"), Decimal(0), Decimal(1))


def _ordinal(text: str) -> Decimal | None:
    known = table("quantities")["number"]
    if text[0].isdigit():
        return Decimal(re.match(r"[0-9]{1,15}", text).group())  # type: ignore[union-attr]
    words = re.findall(r"[^\W\d_]+", text.casefold())
    values = [known["tens"].get(word, known["ordinals"].get(word)) for word in words]
    return None if None in values else Decimal(sum(values))


def _part(text: str) -> tuple[Decimal, Decimal] | None:
    """The value of "two-thirds", "1/4", "half", "half a million", "half-dozen"."""
    if "/" in text:
        over, under = (int(side) for side in text.split("/"))
        return (Decimal(over) / under, Decimal(1)) if over < under else None
    names = table("quantities")["number"]["parts"]
    value, scale = Decimal(1), Decimal(1)
    for word in _PIECE.findall(text.casefold()):
        singular = "half" if word == "halves" else word.removesuffix("s")
        if word in _scales():
            scale = _scales()[word]
        elif singular in names:
            value /= names[singular]
        elif word in _values():
            value *= _values()[word]
        elif word[0].isdigit():
            value *= Decimal(word)
        elif word not in ("a", "an", "of", "-"):
            return None
    return value * scale, scale


def _cardinal(text: str) -> tuple[Decimal, Decimal] | None:
    """The value of a cardinal, and the factor of its last scale word."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    text = _MIXED.sub(lambda m: f" {Decimal(m[1]) / int(m[2]):f}", text)
    for piece in _PIECE.findall(text):
        word = piece if piece in _scales() else piece.casefold()
        if piece[0].isdigit() or piece[0] == ".":
            current += Decimal(re.sub(r"[,\s]", "", piece))
        elif word in ("a", "an", "and", "-", "‐", ",", "/"):
            continue
        elif word == "half":
            total, current = (
                (total + scale / 2, current)
                if scale > 1 and not current
                else (total, current + Decimal("0.5"))
            )
        elif word == "hundred":
            current, scale = (current or 1) * 100, Decimal(100)
        elif word in _scales():
            scale = _scales()[word]
            total, current = (
                (total + (current or 1) * scale, Decimal(0))
                if current or not total
                else (total * scale, current)
            )
        elif word in _values():
            current += _values()[word]
        else:
            return None
    return total + current, scale


# ---- amounts that belong together ----


def _joined(text: str, read: list[_Read]) -> list[_Read]:
    """Neighbours joined to ranges and parts; scores and spans of years ("3-1", "2010-15") left out."""
    kept: list[_Read] = []
    i = 0
    while i < len(read):
        pair = read[i : i + 2]
        join = (
            _join(text, *pair)
            if len(pair) == 2 and None not in (pair[0].number.value, pair[1].number.value)
            else ""
        )
        if join in ("", "from"):
            kept.append(read[i])
        elif join != "drop":
            kept.append(_range(*pair) if join == "range" else _share(*pair))
        i += 1 if join in ("", "from") else 2
    return kept


def _join(text: str, a: _Read, b: _Read) -> str:
    """How two neighbours belong together: "range", "share", "drop" (neither is a number), "" (not at all)."""
    gap, before = (
        text[a.number.whole.end : b.number.whole.start],
        text[max(0, a.number.span.start - 40) : a.number.span.start],
    )
    if "ordinal" in (a.number.form, b.number.form) or len(gap) > 30:
        return ""
    rising = (
        _spread(a, b) < b.value
        and not (_year(a) and _year(b))
        and not text.startswith("0", b.number.span.start)
    )
    if _DASH.fullmatch(gap):
        glued = len(gap) == 1 and {a.number.form, b.number.form} == {"digits"}
        return "range" if rising else "drop" if glued else ""
    if _TO.fullmatch(gap) and rising:
        return "" if _FROM.search(before) else "range"
    if _AND.fullmatch(gap) and rising and _BETWEEN.search(before):
        return "range"
    if _IN.fullmatch(gap) and 0 < a.value < b.value and b.value in table("quantities")["number"]["wholes"]:
        return "share" if not a.number.percent and not a.number.currency else ""
    return ""


def _year(read: _Read) -> bool:
    return read.number.form == "digits" and 1900 <= read.value <= 2099 and len(read.number.span) == 4


def _spread(a: _Read, b: _Read) -> Decimal:
    """The value of ``a`` with the scale or percent sign that it shares with ``b``: "2 to 3 million", "10-15%"."""
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
