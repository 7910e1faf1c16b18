"""Days that have a name, year by year, from ``lexicon/feasts.txt`` (made by ``training/feasts.py``).

One name may be kept on several days: "Holocaust Memorial Day" is 27 January, and Yom HaShoah in Israel. A
day of the Jewish or the Muslim calendar begins on the evening before, so it spans two days of ours.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache

from sayso.data import lines

Days = tuple[date, date]


@cache
def _all() -> dict[str, dict[int, tuple[Days, ...]]]:
    found: dict[str, dict[int, tuple[Days, ...]]] = defaultdict(dict)
    for line in sorted(lines("feasts")):
        name, first, last = line.split("\t")
        days = (date.fromisoformat(first), date.fromisoformat(last))
        found[name][days[1].year] = (*found[name].get(days[1].year, ()), days)
    return dict(found)


def feast_names() -> list[str]:
    """All names, in lower case, in order."""
    return sorted(_all())


def feast_days(name: str, year: int) -> tuple[Days, ...]:
    """First and last day of each day of that name in ``year``, in order; none for an unknown name or year."""
    return _all().get(name, {}).get(year, ())
