"""Which names of persons are of one: "Dana Hale" and "Dana R. Hale", "Bill Quill" and "William Quill".

Only where nothing in the story tells them apart: no report speaks of both, and no third name fits one but not
the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA

from sayso.data import table, words
from sayso.model import Entity
from sayso.reconcile.terms import spelling

Key = tuple[str, ...]
Group = Sequence[Entity]
Join = tuple[Entity, Entity]
Step = Callable[[Sequence[tuple[Group, Key]]], Iterable[Join]]


@dataclass(frozen=True, slots=True)
class FullName:
    """The parts of a name in full, folded, without titles."""

    first: str
    middle: Key
    last: str
    suffix: str

    def plain(self, other: FullName) -> bool:
        """Whether the two differ only in a middle name that one of them lacks, or has as an initial."""
        return (self.first, self.last, self.suffix) == (other.first, other.last, other.suffix)

    def fits(self, other: FullName) -> bool:
        """Whether both can be names of one person."""
        firsts = self.first == other.first or _shortened(self.first, other.first)
        middles = all(_initial(a, b) for a, b in zip(self.middle, other.middle, strict=False))
        suffixes = self.suffix == other.suffix or not (self.suffix and other.suffix)
        return self.last == other.last and firsts and middles and suffixes


def full_name(key: Key) -> FullName | None:
    """The parts of a name of two words or more."""
    suffix = key[-1] if key and key[-1].rstrip(".") in words("names", "suffixes") else ""
    bare = key[:-1] if suffix else key
    return FullName(bare[0], bare[1:-1], bare[-1], suffix.rstrip(".")) if len(bare) > 1 else None


def _initial(one: str, other: str) -> bool:
    """The same, or one the first letter of the other."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _shortened(one: str, other: str) -> bool:
    """"Bill" for "William", "J." for "John"."""  # fmt: skip
    return _initial(one, other) or any({one, other} <= listed for listed in _short_names())


@cache
def _short_names() -> tuple[frozenset[str], ...]:
    """The lists of first names that are one in short and in full."""
    return tuple(frozenset(listed.split()) for listed in table("names")["short_names"])


# ---- joining ----


def _one_person(listed: Sequence[tuple[Group, Key]]) -> Iterator[Join]:
    """Full names that fit each other, and no other name that does not fit both."""
    for family in _by_last(listed).values():
        for (one, a), (other, b) in combinations(family, 2):
            rest = [name for group, name in family if group is not one and group is not other]
            unsure = any(a.fits(name) != b.fits(name) for name in rest)
            if a.suffix != b.suffix:  # "Hale" beside "Dana Hale Jr." is the father
                bare = [group for group, key in listed if key == (a.last,)]
                unsure = unsure or any(told_apart(one if a.suffix else other, group) for group in bare)
            if a.fits(b) and not unsure and (a.plain(b) or not told_apart(one, other)):
                yield one[0], other[0]


def _surnames(listed: Sequence[tuple[Group, Key]]) -> Iterator[Join]:
    """A bare surname joins the one full name that ends with it, or of several the one so called elsewhere."""
    by_last = _by_last(listed)
    for group, key in listed:
        full = [named for named, _ in by_last[key[0]]] if len(key) == 1 else []
        called = [named for named in full if any(a.casefold() == key[0] for e in named for a in e.aliases)]
        if len(full) == 1 or len(called) == 1:
            yield (called if len(full) > 1 else full)[0][0], group[0]


def _by_last(listed: Sequence[tuple[Group, Key]]) -> Mapping[str, list[tuple[Group, FullName]]]:
    """The persons with full names, by their last name."""
    found: defaultdict[str, list[tuple[Group, FullName]]] = defaultdict(list)
    for group, key in listed:
        if name := full_name(key):
            found[name.last].append((group, name))
    return found


def _misspelt(listed: Sequence[tuple[Group, Key]]) -> Iterator[Join]:
    """Full names that differ by a letter or two, and that no report tells apart."""
    for (one, a), (other, b) in combinations([pair for pair in listed if len(pair[1]) > 1], 2):
        if not told_apart(one, other) and _alike(a, b):
            yield one[0], other[0]


def told_apart(one: Group, other: Group) -> bool:
    """Whether some report speaks of both."""
    return bool({e.id.rsplit("-", 1)[0] for e in one} & {e.id.rsplit("-", 1)[0] for e in other})


def _alike(a: Key, b: Key) -> bool:
    """The same letters, or words; or word by word, but for one letter in words of five, two in words of nine.

    "Moulatou" is "Mulatu"; "Quill Mara" has the surname first.
    """

    def close(x: str, y: str) -> bool:
        shorter = min(len(x), len(y))
        return spelling(x) == spelling(y) or OSA.distance(x, y) <= (shorter >= 5) + (shorter >= 9)

    same = "".join(a) == "".join(b) or sorted(a) == sorted(b)
    return same or (len(a) == len(b) and all(map(close, a, b)))


STEPS: Sequence[Step] = (_one_person, _surnames, _misspelt)
