"""sayso: many news reports of one story, side by side. On whose say-so?"""

__version__ = "0.1.0"
