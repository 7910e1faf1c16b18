"""Tokens for the time grammar: words, numbers by their shape, marks, each with its classes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.data import table, words

_TOKEN = re.compile(
    r"""
      (?P<ISO>(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}
          (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
    | (?P<NUMERIC>(?<![\w./])[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)(?:[0-9]{4}|[0-9][0-9])(?![\w/])
        |(?<![\w./])[0-9]{1,2}\.\ [0-9]{1,2}\.\ [0-9]{4}(?![\w/]))
    | (?P<CLOCK>(?<![\w:.])[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![\w:])
        | (?<![\w:.])[0-9]{1,2}[:.][0-9][0-9](?=\s?[ap]\.?m\b)
        | (?<![\w:.,-])(?<!\bin\ )(?:[01][0-9]|2[0-3])\.?[0-5][0-9](?=\s?(?:hrs|gmt|utc|local\ time)\b)
        | (?:(?<=\bat\ )|(?<=\bat\ about\ )|(?<=\bat\ around\ ))
          (?:[01][0-9]|2[0-3])\.?[0-5][0-9](?=\ hours\b(?!\ of)))
    | (?P<DECADE>(?<!\w)(?:1[0-9]|20)[0-9]0s\b|['’][0-9]0s\b
        |(?:(?<=\bthe\ )|(?<=\blate\ )|(?<=\bearly\ )|(?<=\bmid-))(?:1[0-9]|20)[0-9]0['’]s\b)
    | (?P<DAYTH>(?<![\w.])[0-9]{1,2}(?:st|nd|rd|th)\b)
    | (?P<DIGITS>(?<![\w.])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+|,[0-9]{1,2}(?![0-9,]))?(?=[ap]\.?m\b|\b))
    | (?P<AMPM>\b[ap]\.m\.?|\b[ap]m\b|(?<=[0-9])[ap]\.?m\b\.?)
    | (?P<POSS>['’]s\b)
    | (?P<WORD>\bo['’]clock\b
        | \b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?!\w)
        | \w+(?:(?!(?-i:(?<=[a-z]{2})\.[A-Z]))\.\w+)*)  # not "Tuesday.Police", a space left out
    | (?P<MARK>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLASSED = ("DIGITS", "WORD", "MARK")  # tokens whose class is not their shape alone
_MARKS = {"COMMA": ",", "DASH": "-–‑", "SLASH": "/", "STOP": ".", "QUOTE": "'’", "OPEN": "(", "SHUT": ")"}
_NAMES = {mark: name for name, marks in _MARKS.items() for mark in marks}


class Word(NamedTuple):
    """A token: characters ``start`` to ``end`` of the report, its words in lower case, and its classes."""

    start: int
    end: int
    text: str
    classes: frozenset[str]


BREAK = Word(0, 0, "", frozenset({"BREAK"}))  # between passages: no rule names it


def tokens_of(text: str, start: int = 0) -> list[Word]:
    """The tokens of ``text``, which begins at ``start`` of the report, in order."""
    return [
        Word(
            start + match.start(), start + match.end(), *_classified(match.group(), match.lastgroup or "MARK")
        )
        for match in _TOKEN.finditer(text)
    ]


@lru_cache(maxsize=1 << 16)
def _classified(word: str, shape: str) -> tuple[str, frozenset[str]]:
    """A token in lower case, and its classes."""
    lower = word.lower().replace("’", "'")
    if shape == "WORD":
        return lower, word_classes(lower, word[0].isupper())
    if shape == "DIGITS":
        return lower, number_classes(word)
    return lower, frozenset({_NAMES.get(word, word) if shape == "MARK" else shape})


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    """The classes of every word of the lexicon."""
    classes: dict[str, set[str]] = {}
    for name, listed in table("times")["classes"].items():
        for word in listed:
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}


def word_classes(word: str, capital: bool) -> frozenset[str]:
    """The classes of a lower-case word, and the word itself. Some names need a capital: "may", "sun"."""
    names = _lexicon().get(word, frozenset())
    if not capital and word in words("times", "capitals"):
        names -= {"MONTH", "WEEKDAY", "WEEKDAYABBR"}
    return names | {word}


def number_classes(digits: str) -> frozenset[str]:
    """What a number in digits may be by its shape: a day of a month, an hour, a year."""
    plain = digits.isascii() and digits.isdigit() and len(digits) in (1, 2, 4)
    number = int(digits) if plain else -1
    long = len(digits) == 4
    may_be = {"HOUR": not long and 0 <= number <= 24, "DAY": not long and 1 <= number <= 31,
              "YEAR": long and 1000 <= number <= 2100}  # fmt: skip
    return frozenset({"DIGITS", *(name for name, it_may in may_be.items() if it_may)})


def shapes() -> set[frozenset[str]]:
    """The classes of all tokens that are no words."""
    names = {*_TOKEN.groupindex, *_MARKS} - {*_CLASSED}
    return {
        *(frozenset({name}) for name in names),
        *(number_classes(n) for n in ("0", "1", "25", "32", "1999")),
    }
