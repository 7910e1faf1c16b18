"""The time grammar: compiles the rules of ``lexicon/times.toml`` and finds where they match.

A text becomes a row of letters, one a token; a letter stands for a set of classes. Each rule is a regular
expression over these letters, in which every class has a named group. So the rules read as rows of tokens,
and run at the speed of ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.data import table
from sayso.extract.times.tokens import Word, shapes, word_classes
from sayso.periods import feast_names

_ELEMENT = re.compile(r"[A-Z]+|[a-z']+")
OTHER = "."
BREAK_LETTER = "|"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the lexicon: its place, its pattern over letters, and what it says besides."""

    number: int
    pattern: re.Pattern[str]
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matched: tokens ``start`` to ``end``, and which tokens each class of the rule took."""

    start: int
    end: int
    rule: Rule
    parts: Mapping[str, tuple[int, int]]


@cache
def _listed() -> list[dict[str, Any]]:
    """The rules of the lexicon, and one for each day that has a name."""
    around = "(week|weekend)? (COMMA? YEAR|(in|of) YEAR)?"
    named = [
        {"say": f"SHIFT? {_words(name)} {around}", "form": "named", "name": name, "guard": "capital"}
        for name in feast_names()
    ]
    return [*table("times")["grammar"]["rules"], *named]


def _words(name: str) -> str:
    """A name as tokens: "new year's eve" is new year POSS eve."""
    return name.replace("st.", "st STOP").replace("'s", " POSS").replace("'", " QUOTE").replace("-", " DASH ")


@cache
def _elements() -> frozenset[str]:
    """Every class and every word that a rule or a macro names."""
    macros = table("times")["macros"]
    sources = [rule["say"] for rule in _listed()] + list(macros.values())
    return frozenset(name for source in sources for name in _ELEMENT.findall(source)) - set(macros)


@cache
def alphabet() -> dict[frozenset[str], str]:
    """A letter for each set of classes that the rules can tell apart."""
    grammar = table("times")
    listed = {word for words in grammar["classes"].values() for word in words}
    listed |= {name for name in _elements() if name.islower()}
    sets = {word_classes(word, capital) for word in listed for capital in (True, False)}
    known = sorted({classes & _elements() for classes in sets | shapes()}, key=sorted)
    return {classes: chr(0xE000 + n) for n, classes in enumerate(c for c in known if c)}


@cache
def _letter(classes: frozenset[str]) -> str:
    return BREAK_LETTER if "BREAK" in classes else alphabet().get(classes & _elements(), OTHER)


def _compile(say: str) -> re.Pattern[str]:
    """The pattern of a rule. Groups of one class are numbered: in ``re`` a name may not repeat."""
    macros, seen = table("times")["macros"], dict[str, int]()

    def group(name: str, inner: str) -> str:
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}_{seen[name]}>{inner})"

    def expand(element: re.Match[str]) -> str:
        name = element.group()
        if name in macros:
            return group(name, _ELEMENT.sub(expand, macros[name]))
        if name == "ANY":
            return f"[^{BREAK_LETTER}]"
        letters = "".join(letter for classes, letter in alphabet().items() if name in classes)
        if not letters:
            raise ValueError(f"times.toml: no word is of the class {name}")
        return group(name, f"[{letters}]") if name.isupper() else f"[{letters}]"

    return re.compile(_ELEMENT.sub(expand, say).replace(" ", ""))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the lexicon, in order."""
    return tuple(Rule(n, _compile(rule["say"]), rule) for n, rule in enumerate(_listed()))


@cache
def _islands() -> re.Pattern[str]:
    """Tokens that some rule names, around one without which no rule matches, and the token after."""
    triggers = {*table("times")["triggers"], *(_words(name).split()[0] for name in feast_names())}
    letters = "".join(letter for classes, letter in alphabet().items() if classes & triggers)
    return re.compile(f"[^{OTHER}{BREAK_LETTER}]*[{letters}][^{OTHER}{BREAK_LETTER}]*{re.escape(OTHER)}?")


def matches(tokens: Sequence[Word]) -> list[Found]:
    """Every match of every rule, the longest first; of two as long, that of the earlier rule."""
    row = "".join(_letter(token.classes) for token in tokens)
    places: list[int] = []
    pieces: list[str] = []
    for island in _islands().finditer(row):
        pieces.append(island.group() + BREAK_LETTER)
        places.extend(range(island.start(), island.end() + 1))
    row = "".join(pieces)
    found = [_found(rule, match, places) for rule in rules() for match in rule.pattern.finditer(row)]
    return sorted(found, key=lambda f: (f.start - f.end, f.rule.number, f.start))


def _found(rule: Rule, match: re.Match[str], places: Sequence[int]) -> Found:
    parts = {name: (places[start], places[end]) for name, (start, end) in _parts(match).items()}
    return Found(places[match.start()], places[match.end()], rule, parts)


def _parts(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The tokens of each class; of a class that stands twice in a rule, the first that matched."""
    parts: dict[str, tuple[int, int]] = {}
    for name, letters in match.groupdict().items():
        if letters is not None:
            parts.setdefault(name.rpartition("_")[0], match.span(name))
    return parts
