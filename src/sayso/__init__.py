"""sayso: many news reports of one story, side by side, and on whose say-so."""

__version__ = "0.1.0"
