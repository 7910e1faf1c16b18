"""Makes ``src/sayso/lexicon/feasts.txt`` with the ``holidays`` library: ``./run python training/feasts.py``.

One name may be kept on several days: "Holocaust Memorial Day" is 27 January, and Yom HaShoah in Israel. A
day of the Jewish or the Muslim calendar begins on the evening before, so it spans two days of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "lexicon" / "feasts.txt"
YEARS = range(1950, 2071)  # those for which the library has data of all calendars


@dataclass(frozen=True, slots=True)
class Feast:
    """``later`` days after the ``entry`` that ``holidays`` lists for ``country``; or month and day."""

    country: str = ""
    entry: str = ""
    later: int = 0
    eve: bool = False
    avoids: bool = False  # moved off Friday and Sunday, as Yom HaShoah is
    month: int = 0
    day: int = 0


def _on(month: int, day: int) -> Feast:
    return Feast(month=month, day=day)


_SHOAH = Feast("IL", "Pesach", later=12, eve=True, avoids=True)
_INDEPENDENCE = tuple(
    Feast(country, "Independence Day") for country in ("US", "IN", "PK", "UA", "ID", "PH", "MX", "BR")
)

FEASTS: dict[str, tuple[Feast, ...]] = {
    "all saints' day": (_on(11, 1),),
    "armistice day": (_on(11, 11),),
    "bastille day": (_on(7, 14),),
    "boxing day": (_on(12, 26),),
    "chinese new year": (Feast("CN", "Chinese New Year"),),
    "christmas": (_on(12, 25),),
    "christmas day": (_on(12, 25),),
    "christmas eve": (_on(12, 24),),
    "columbus day": (Feast("US", "Columbus Day"),),
    "diwali": (Feast("IN", "Diwali"),),
    "easter": (Feast("US", "Easter Sunday"),),
    "easter monday": (Feast("US", "Easter Sunday", later=1),),
    "easter sunday": (Feast("US", "Easter Sunday"),),
    "eid al-adha": (Feast("SA", "Eid al-Adha", eve=True),),
    "eid al-fitr": (Feast("SA", "Eid al-Fitr", eve=True),),
    "good friday": (Feast("US", "Easter Sunday", later=-2),),
    "halloween": (_on(10, 31),),
    "hanukkah": (Feast("IL", "Hanukkah", eve=True),),
    "holi": (Feast("IN", "Holi"),),
    "holocaust memorial day": (_on(1, 27), _SHOAH),
    "holocaust remembrance day": (_on(1, 27), _SHOAH),
    "independence day": _INDEPENDENCE,
    "international women's day": (_on(3, 8),),
    "juneteenth": (_on(6, 19),),
    "labor day": (Feast("US", "Labor Day"), _on(5, 1)),
    "lunar new year": (Feast("CN", "Chinese New Year"),),
    "martin luther king day": (Feast("US", "Martin Luther King"),),
    "may day": (_on(5, 1),),
    "memorial day": (Feast("US", "Memorial Day"),),
    "new year's day": (_on(1, 1),),
    "new year's eve": (_on(12, 31),),
    "palm sunday": (Feast("US", "Easter Sunday", later=-7),),
    "passover": (Feast("IL", "Pesach", eve=True),),
    "rosh hashanah": (Feast("IL", "Rosh Hashanah", eve=True),),
    "st. patrick's day": (_on(3, 17),),
    "thanksgiving": (Feast("US", "Thanksgiving"),),
    "thanksgiving day": (Feast("US", "Thanksgiving"),),
    "valentine's day": (_on(2, 14),),
    "veterans day": (_on(11, 11),),
    "yom hashoah": (_SHOAH,),
    "yom kippur": (Feast("IL", "Yom Kippur", eve=True),),
}


def _days(feast: Feast, year: int) -> tuple[date, date] | None:
    if feast.month:
        return date(year, feast.month, feast.day), date(year, feast.month, feast.day)
    listed = [day for day, names in _listed(feast.country, year) if _names(feast.entry, names)]
    if not listed:
        return None
    day = min(listed) + timedelta(feast.later)
    if feast.avoids:
        day += timedelta({5: -1, 7: 1}.get(day.isoweekday(), 0))
    return (day - timedelta(1) if feast.eve else day), day


def _names(entry: str, names: str) -> bool:
    return any(name.startswith(entry) for name in names.split("; "))


@cache
def _listed(country: str, year: int) -> Sequence[tuple[date, str]]:
    """The days that ``holidays`` lists for a country; none outside the years for which it has data."""
    if not 1950 <= year <= 2070:
        return ()
    kinds = {
        "US": ("public", "unofficial"),
        "IL": ("public", "school", "optional"),
        "IN": ("public", "optional"),
    }
    days = holidays.country_holidays(
        country, years=year, language="en_US", categories=kinds.get(country, ("public",)), observed=False
    )
    return tuple(sorted(days.items()))


def main() -> None:
    """One line a feast and year: name, first day, last day."""
    lines = []
    for name, feasts in FEASTS.items():
        for year in YEARS:
            days = {found for feast in feasts if (found := _days(feast, year))}
            lines += [f"{name}\t{first}\t{last}" for first, last in sorted(days)]
    TARGET.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
