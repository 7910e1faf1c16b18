"""Whether two names are of one: surname and full name, acronym and long form, a name and its endings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from sayso.data import table
from sayso.extract.entities.places import country, folded
from sayso.model import EntityKind

SAME_SURNAME = 90  # of 100, rapidfuzz.ratio: one letter of ten may differ
SAME_NAME = 94  # the same for a first name and a surname together


def same_name(kind: EntityKind, one: str, other: str) -> bool:
    """Whether two names of one kind are of one entity, whoever else there is; surnames: ``fits_person``."""
    a, b = folded(one), folded(other)
    if a == b:
        return True
    if kind == "place":
        return (bool(country(one)) and country(one) == country(other)) or _loose(a, b, "loose_place")
    if kind in ("organisation", "facility"):
        loose = _loose(a, b, "loose_organisation") or _loose(a, b, "companies")
        return loose or _acronym(one, other) or _acronym(other, one)
    return False


def keys(kind: EntityKind, text: str) -> list[str]:
    """Names that are of one share one of these keys, so that only few names need to be compared."""
    words = folded(text).split() or [""]
    if kind == "person":
        words = list(_without_suffix(words))
        return sorted({words[0][:1], words[-1][:1]})
    if kind == "place":
        return sorted({words[0], country(text) or words[0]})
    return sorted({words[0], text.replace(".", ""), _initials(text)})


def fits_person(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``words`` can name the person of the name ``full``; both folded. Misspellings pass."""
    if len(words) == 2 and is_suffixed(" ".join(words)):  # "Hale Jr." is "Dana Hale Jr."
        return len(full) > 2 and [w.rstrip(".") for w in full[-2:]] == [w.rstrip(".") for w in words]
    if len(words) == 1:
        full = _without_suffix(full)
        one, last = words[0], full[-1]
        alike = len(one) > 6 and one[0] == last[0] and ratio(one, last) >= SAME_SURNAME
        return one in (last, full[0]) or alike
    if len(full) == 1 or words[0][0] != full[0][0]:
        return False
    if words[-1] == full[-1] and 1 in (len(words[0].rstrip(".")), len(full[0].rstrip("."))):
        return True
    one, other = " ".join(words), " ".join(full)
    return min(len(one), len(other)) > 8 and ratio(one, other) >= SAME_NAME


def is_suffixed(name: str) -> bool:
    """ "Dana Hale Jr."."""
    words = folded(name).split()
    return len(words) > 1 and words[-1].rstrip(".") in table("names")["suffixes"]


def _without_suffix(words: Sequence[str]) -> Sequence[str]:
    """A folded name without "jr", "iii"."""
    return words[:-1] if is_suffixed(" ".join(words)) else words


def proper(kind: EntityKind, text: str) -> str:
    """A name as it is shown: a person's without titles, and with capitals."""
    words = text.split()
    if kind == "person":
        while len(words) > 1 and words[0].lower() in table("names")["titles"]:
            words = words[1:]
        words = [w.capitalize() if w.islower() and len(w) > 3 and "-" not in w else w for w in words]
    return " ".join(words)


def _loose(a: str, b: str, key: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short + " ") and long[len(short) + 1 :] in table("names")[key]


def _acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")  # which do not stand for "UN News"
    spelt = letters == _initials(long) and letters not in long.split()
    return len(letters) > 1 and letters.isupper() and spelt


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", text) if word[0].isupper())
