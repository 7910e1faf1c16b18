"""The patterns of numbers, built one on the other from the words of ``lexicon/quantities.toml``.

Numeral or number words → cardinal ("1.3 million", "two hundred and five") or part ("two-thirds") → amount
(with percent or currency). ``grammar`` holds all of them; ``numbers.py`` reads what it matches.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from sayso.data import table

_COMMA = (  # "9,4 percent", translated
    r"[0-9]{1,3},[0-9]{1,2}(?=\s?(?:%|per\s?cent|(?:thousand|million|billion|trillion|mln|mlrd|mrd|bln|bn"
    r"|km|kg|cm|mm|(?:centi|kilo|milli)?met(?:er|re)|litre|liter|tonne|degree)s?(?![^\W_])))"
)
NUMERAL = (
    rf"(?:{_COMMA}|"
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}(?:,\ 000)+"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9,])|[0-9]{1,15}(?![0-9]))(?:\.[0-9]+)?|\.[0-9]+)"
)
_NO_YEAR = r"(?!(?<=\b[12][0-9]{3})\s[a-z]+s\b)"  # "in 2015 thousands fled"
SLASH = r"(?:[1-9]|1[0-5])/(?:2|3|4|5|6|8|10|16)(?![0-9/])"
END = r"(?![^\W_])"
_MONTH_NAMES = tuple(calendar.month_name)[1:]


def either(words: Iterable[str]) -> str:
    """Any of ``words``, the longest first; a blank in one stands for any white space."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) + ")"


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """One word list of the lexicon."""
    return frozenset(table("quantities")[section][key])


@cache
def values() -> dict[str, Decimal]:
    """Number words and vulgar fractions → value."""
    known = table("quantities")["number"]
    return {w: Decimal(str(v)) for key in ("units", "teens", "tens", "signs") for w, v in known[key].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Scale words ("million", "bn") → factor."""
    known = table("quantities")["number"]
    return {
        word: Decimal(value) for key in ("scales", "short", "money") for word, value in known[key].items()
    }


@cache
def currencies() -> dict[str, str]:
    """Currency symbols and codes → name of the unit."""
    known = table("quantities")["currency"]
    return {**known["letters"], **known["symbols"], **known["codes"]}


@cache
def _coded() -> str:
    """A currency before or behind a number; a bare letter only before millions."""
    known = table("quantities")["currency"]
    letter = rf"{either(known['letters'])}(?=[0-9][0-9.,]*\s?(?:million|billion|trillion|bn|m)\b)"
    return f"(?-i:M?{either([*known['symbols'], *known['codes']])}|{letter})"


@cache
def grammar() -> re.Pattern[str]:
    """One pattern for all levels.

    Groups: ``junk`` (digits that are no number), ``many`` and ``alone`` (counts without a number),
    ``ordinal``; ``amount``, which is ``part``, ``digits`` or words, with ``sign``, ``percent``, ``code`` and
    ``late`` (a scale word behind the currency).
    """
    scale, code = _scale(), _coded()
    return re.compile(
        rf"(?<!\w)(?:(?P<junk>{_junk()})|(?P<many>{_many()})"
        rf"|(?P<alone>(?:a\s)?{either(table('quantities')['vague']['alone'])}{END})|(?P<ordinal>{_ordinal()})"
        rf"|(?:(?P<sign>{code}\$?)\s?(?=[0-9.]))?(?P<amount>(?P<part>{_part()})|(?P<digits>{_digits()})|{_words()})"
        rf"(?P<percent>\s?%|[\s-]?(?:per\s?cents?|pct){END})?(?:(?P<code>\s?{code}){END}(?P<late>\s{scale})?)?)",
        re.I,
    )


def _scale() -> str:
    return either(table("quantities")["number"]["scales"]) + END


def _small() -> str:
    """Number words below one hundred."""
    known = table("quantities")["number"]
    units, teens, tens = (either(known[key]) for key in ("units", "teens", "tens"))
    return rf"(?:(?:{tens}(?:(?:\s|\s?-\s?){units})?|{teens}|{units}){END})"


_HALF = rf"(?:[\s-]and[\s-]a[\s-]half{END})?"


def _words() -> str:
    small, scale = _small(), _scale()
    below_thousand = rf"(?:(?:{small}|an?)[\s-]hundred{END}(?:\s(?:and\s)?{small})?|{small})"
    scaled = rf"(?:{below_thousand}{_HALF}|an?(?=[\s-]{scale}))(?:[\s-]{scale}){{1,3}}{_HALF}"
    sums = rf"{scaled}(?:\s(?:and\s)?{scaled}){{,3}}(?:\s(?:and\s)?{below_thousand})?"
    return rf"(?:{sums}|{below_thousand}{_HALF})"


def _digits() -> str:
    known, scale = table("quantities")["number"], _scale()
    sign = either(known["signs"])
    numeral = rf"(?:{NUMERAL}(?:\s?{sign}|[ -]{SLASH})?|{sign})"
    moneys = table("quantities")["units"]["money"]["words"].keys() - listed("clause", "doubtful")
    millions = either([*known["in_millions"], *moneys])  # "1.2m people", "18m to 20m euros"
    counted = rf"(?=(?:\s?(?:and|or|to|[-–])\s?[0-9.]+m)?\s(?:(?:more|other|new)\s)?{millions}s?\b)"
    money = rf"(?(sign)\s?(?-i:{either(known['money'])})|(?-i:m){counted})"
    short = rf"(?:\s?(?-i:{either(known['short'])})|{money}){END}"
    scaled = rf"{_NO_YEAR}(?:(?:[\s-]|\s-\s)?{scale}){{1,3}}(?:\s{NUMERAL}\s{scale}){{,3}}"
    return rf"{numeral}{_HALF}(?:{scaled}|{short}|)"


def _part() -> str:
    """Parts of a whole. "half" and "quarter" of a scale word are numbers ("half a million")."""
    small, scale = _small(), _scale()
    names = either(word for word in table("quantities")["number"]["parts"] if word != "half")
    not_half = "".join(rf"(?<!{word}\s)" for word in ("first", "second", "other", "latter", "last", "in"))
    return (
        rf"(?:(?:{small}|an?|[0-9]{{1,2}})(?:\s(?={names}s?\sof\s)|\s?-\s?){names}s?{END}"
        rf"|{small}\s(?!quarter){names}s{END}|{SLASH}"
        rf"|(?:(?:three|an?)[\s-])?quarters?\s(?:of\s)?(?:an?\s)?(?:million|billion|trillion){END}"
        rf"|{not_half}(?:(?:one|an?)[\s-])?half"
        rf"(?:[\s-](?:of\s)?(?:an?[\s-])?{scale}|{END}(?!-|\s(?:brother|sister|time)\b)))"
    )


def _many() -> str:
    """Counts without a number: "dozens", "tens of thousands", "several hundred"."""
    vague = table("quantities")["vague"]
    lead, few = either(vague["multiples"]), either(vague["few"])
    return rf"(?:{lead}\sof\s)?{either(vague['scales'])}{END}|(?:a\s)?{few}[\s-]{_scale()}"


def _ordinal() -> str:
    known = table("quantities")["number"]
    words = rf"(?:{either(known['tens'])}[\s-])?{either(known['ordinals'])}{END}"
    return rf"[0-9]{{1,9}}(?:st|nd|rd|th)\b|{words}"


def _junk() -> str:
    """Digits that are no number: dates, hours, decades, identifiers, addresses, notes, decimal commas."""
    names = [form for month in _MONTH_NAMES for form in (month, month[:3], month.upper(), month[:3].upper())]
    month = rf"(?-i:{either([*names, 'Sept', 'SEPT'])})(?:\.|{END})"
    year = r"[0-9]{4}(?!,?[0-9]|-[0-9])"
    late = r"(?:-[0-9]{2}|\s?(?:0[0-9]|[6-9][0-9]))(?![0-9-]|,[0-9]|[^\W_])"  # not "on 12 May, 17 died"
    return (
        rf"{_small()}\s?-\s?by\s?-\s?{_small()}|[0-9]+\s?[×⁄]\s?[0-9]+"
        rf"|no\s+one{END}|one\s+another{END}|(?:zero|0)[\s-]day{END}|(?<=\[)[0-9]+\]|nos?\.\s?[0-9]+"
        r"|[a-z](?:[a-z\d-]{0,60}\.){1,6}[a-z]{2,24}/\S{1,500}"
        rf"|(?<=\bin\s){month}(?=\s[0-9]{{1,2}}\s[a-z])"  # "in June 30 people died"
        rf"|{month}(?:\s?[0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9]|[.,][0-9]|\s(?:%|per\s?cent)))?(?:,?\s{year})?"
        rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s|-|\sof\s){month}(?:[,-]?\s?{year}|{late})?"
        rf"|(?!{_coded()}[0-9]|magnitude-)[^\W\d_]+-?[0-9][\w./-]*|[#№@\\_][\w-]+"
        r"|[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m\b|[ap]\.\s?m\.|(?:o['’]clock|noon|GMT|UTC|BST|CET|CEST|EST|EDT)\b)"
        r"|[0-9]{4}\s(?:GMT|UTC)\b"
        r"|\([0-9]{3}\)\s?[0-9]{3}[-.\s][0-9]{4}\b|[0-9]{3}-[0-9]{3}[1-9]\b"  # telephones
        rf"|[0-9]+(?:[-–/.:][0-9]+){{2,}}|[0-9]+:[0-9]+|(?!{SLASH})[0-9]+/[0-9]+|[0-9]{{16,}}"
        r"|[0-9]+['’]?s\b|[0-9]+(?-i:[DG])\b|[0-9]+-(?-i:[A-Z])|0[0-9]{3}\b|[0-9]+[-–]0[0-9]*"
        rf"|[0-9]+(?!(?:[ckm]?m)[23]\b)[^\W\d_]+-?[0-9]\w*|(?!{_COMMA})[0-9]+,[0-9]{{1,2}}(?![0-9,])"
    )
