"""Imports spaCy without its command line, which would load two HTTP clients and take half a second.

sayso never uses either. Who asks for ``spacy.cli`` later gets the real one.
"""

from __future__ import annotations

import sys
from types import ModuleType


def _import() -> None:
    if "spacy" in sys.modules:
        return
    package, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    info.info = None  # type: ignore[attr-defined]  # all that ``spacy/__init__.py`` takes from it
    sys.modules |= {"spacy.cli": package, "spacy.cli.info": info}
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


_import()
