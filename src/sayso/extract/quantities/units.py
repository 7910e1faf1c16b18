"""What a number measures where that is a unit: money, time, distance, weight …; one name for each unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.data import table
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.patterns import either, listed, values
from sayso.model import Category

_WORD = re.compile(r"(?P<gap>[\s-]*)[(\[{<]?(?P<word>[^\W\d_]+|°)\s?(?P<c>(?<=°)\s?[CFcf]\b)?")
_OF = re.compile(r"\s+of\s")
_ONE = re.compile(r"\s(?:of\s)?(?:an?|one)(?=\s)", re.I)
_NAMED = re.compile(r"-?[0-9]")
_ATTACHED = re.compile(r"[^\W\d_]+[23]?")
_DEGREES = re.compile(r"\s*(?:degrees?\s+)?(C|Celsius|F|Fahrenheit)\b", re.I)
_QUAKE = re.compile(
    r"\bmagnitude(?:\s+(?:of|at|was|is))?[\s-]+$", re.I
)  # "of magnitude 5", "a magnitude-5 quake"
_RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?Richter(?:\s+scale)?\b", re.I)
_OLD = re.compile(r"(?:[\s-]+old\b|\s+of\s+age\b)", re.I)
QUOTES = frozenset('"“”„«»‘')
_KINDS: tuple[Category, ...] = ("money", "duration", "distance", "other")
_SQUARE = {"sq": "square"} | {w: w for w in ("square", "cubic", "metric", "nautical", "percentage")}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: its name, its category, where its words end. ``age``: somebody or something is so old."""

    unit: str
    category: Category
    end: int
    age: bool = False


@cache
def _forms(key: str) -> dict[str, tuple[str, Category]]:
    units = table("quantities")["units"]
    return {
        form: (name, kind) for kind in reversed(_KINDS) for form, name in units[kind].get(key, {}).items()
    }


def measure(text: str, number: Number) -> Measure | None:
    """The unit that stands beside ``number``, None if what follows is no unit."""
    end = number.whole.end
    if number.currency:  # letters behind, as in "$140-150MM", are a scale that is not known
        return None if attached(text, number) else _per(text, Measure(number.currency, "money", end))
    richter = _RICHTER.match(text, end)
    if (richter or _QUAKE.search(text, 0, number.whole.start)) and not number.percent and number.low < 10:
        return Measure("magnitude", "other", richter.end() if richter else end)
    if (letters := _ATTACHED.match(text, end)) and number.form != "words":
        form = letters.group()
        found = _forms("glued").get(form) or _forms("words").get(_singular(form.lower()))
        return _per(text, Measure(*found, letters.end())) if found else None
    one = _ONE.match(text, end) if number.form == "part" else None  # "half an hour", "a quarter of a mile"
    return _worded(text, one.end(), sure=True) if one else _worded(text, end)


def of_money(text: str, at: int, number: Number) -> Measure | None:
    """The money of which a number is a part, with its unit at ``at``: "2 of the promised 9 million euros"."""
    part = number.form in ("digits", "words") and number.low > 1 and _OF.match(text, number.whole.end)
    unit = _worded(text, at) if part else None
    return unit if unit and unit.category == "money" else None


def attached(text: str, number: Number) -> bool:
    """Whether letters stand directly after the digits."""
    return number.form in ("digits", "range") and _ATTACHED.match(text, number.whole.end) is not None


def _worded(text: str, at: int, sure: bool = False) -> Measure | None:
    """A unit written as a word of its own, after "square" or the adjective of a currency if there is one."""
    match = _WORD.match(text, at)
    if not match or _NAMED.match(text, match.end()):
        return None
    word = match["word"].lower()
    sure = sure or word not in listed("clause", "doubtful")
    if sure and (found := _forms("words").get(_singular(word))):
        return _finished(text, Measure(*found, match.end("word")))
    second = _WORD.match(text, match.end("word"))
    if second is None or "-" in second["gap"]:
        return None
    found = _forms("words").get(_singular(second["word"].lower()))
    if not found or (found[1] != "money" and word not in _SQUARE):
        return None
    name = found[0] if word == "of" else f"{_SQUARE.get(word, match['word'])} {found[0]}"
    kind = "other" if word in ("square", "cubic", "sq") else found[1]
    return _finished(text, Measure(name, kind, second.end("word")))


def _singular(word: str) -> str:
    forms = _forms("words")
    endings = (("", ""), ("s", ""), ("ches", "ch"), ("ies", "y"))
    stems = (word.removesuffix(old) + new for old, new in endings if word.endswith(old))
    return next((stem for stem in stems if stem in forms), word)


def _finished(text: str, found: Measure) -> Measure:
    if found.category == "duration" and (old := _OLD.match(text, found.end)):
        return Measure(found.unit, "duration", old.end(), age=True)
    if found.unit == "degree" and (scale := _DEGREES.match(text, found.end)):
        name = "degree Celsius" if scale[1][0] in "cC" else "degree Fahrenheit"
        return Measure(name, "other", scale.end())
    return _per(text, found)


@cache
def _per_what() -> re.Pattern[str]:
    what = either(listed("clause", "per"))
    return re.compile(rf"(?:\s+per\s+|\s*/\s*|-?\s*\ban?\b-?\s*)({what})s?\b", re.I)


def _per(text: str, found: Measure) -> Measure:
    """With what it is counted by: "70 dollars a share", "188 miles per hour", "78 km/h"."""
    if not (match := _per_what().match(text, found.end)):
        return found
    what, _ = _forms("glued").get(match[1].lower(), (match[1].lower(), ""))
    return Measure(f"{found.unit} per {what}", "money" if found.category == "money" else "other", match.end())


def words_counted(text: str) -> str:
    """What is counted, of the words from behind a number to the noun: no inner numbers, no "of the"."""
    text = text.strip(" \n\t-,")
    opened = text[:1] in QUOTES and QUOTES.isdisjoint(text[1:])  # '90 "lost' of '90 "lost sheep"'
    words = text[opened:].split()
    if "and" in words[:-2]:  # "4,318 suspected and 266 confirmed cases"
        del words[words.index("and") : -1]
    inner = max((n for n, word in enumerate(words) if word[0].isdigit()), default=-1)
    aged = "old" in words
    del words[: 0 if aged else inner + 1]  # "11 of the country's 18 districts" are districts
    while len(words) > 1 and (
        words[0].lower() in listed("clause", "leading") or (words[0] in values() and not aged)
    ):
        del words[0]
    return " ".join(words)
