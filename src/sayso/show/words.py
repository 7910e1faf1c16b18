"""How amounts, days and kinds are put into words, the same on the terminal and on the page."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sayso.model import Interval, Polarity, Quantity
from sayso.reconcile.when import NEWS
from sayso.story import Agreement, Dispute

AGREEMENT: dict[Agreement, str] = {
    "conflicts": "in conflict",
    "progresses": "changes over time",
    "compatible": "compatible",
    "agree": "agree",
    "single": "one say-so",
}
DISPUTE: dict[Dispute, str] = {
    "claim_denial": "claim and denial",
    "opposed_positions": "opposed positions",
    "figure_conflict": "figures in conflict",
    "mutual_accusation": "mutual accusation",
    "correction": "corrected by its own speaker",
}
VERB: dict[Polarity, str] = {
    "assert": "said",
    "deny": "denied",
    "vow": "vowed",
    "refuse": "refused",
    "oppose": "opposed",
    "warn": "warned",
    "accuse": "accused",
    "criticise": "criticised",
    "demand": "demanded",
    "appeal": "appealed",
    "concede": "conceded",
    "praise": "praised",
}
# What only says that something was said.
PLAIN = re.compile(r"(?:\w+ )?(?:(?:say|tell|add)(?:s|ing)?|said|told|added|according to)|.*\bas saying")
WORDLESS = ("exact", "range", "share", "vague")  # modifiers that the numbers show
REPEATED = "one voice, repeated"
SILENT = "no figure and no statement was found in it"


def number(value: float, share: bool = False) -> str:
    """``1300000.0`` → ``1,300,000``; as a share ``0.25`` → ``25 %``."""
    if share:
        return f"{value * 100:.6g} %"
    whole = abs(value) < 1e15 and value == int(value)  # trillions are written out, as the reports do
    return f"{int(value):,}" if whole else f"{value:,.10g}"


def bounds(low: float | None, high: float | None, share: bool = False) -> str:
    """A range in words; None is open."""
    if low is None:
        return "no number" if high is None else f"up to {number(high, share)}"
    if high is None:
        return f"{number(low, share)} or more"
    return number(low, share) if low == high else f"{number(low, share)} to {number(high, share)}"


def plain(label: str) -> str:
    """``mt_residue`` → ``mt residue``."""
    return label.replace("_", " ")


def amount(quantity: Quantity) -> str:
    """What a quantity says: ``at least 12``, ``about 250 (245 to 255)``, ``200 to 999`` for "hundreds"."""
    whole = bounds(quantity.low, quantity.high, quantity.is_share)
    if quantity.value is None:
        return whole
    said = number(quantity.value, quantity.is_share)
    if quantity.modifier not in WORDLESS:
        said = f"{plain(quantity.modifier)} {said}"
    closed = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return f"{said} ({whole})" if closed else said


def days(interval: Interval | None) -> str:
    """An interval in ISO 8601: ``2031-05-04``, ``2031-05``, ``2031``, ``… to …``, ``from …``, ``by …``."""
    if interval is None or not interval.is_known:
        return "undated"
    if interval.earliest is None or interval.basis == NEWS:  # "12 have died"
        return f"by {interval.latest}"
    if interval.latest is None:
        return f"from {interval.earliest}"
    return _closed(interval.earliest, interval.latest)


def _closed(first: date, last: date) -> str:
    if first == last:
        return str(first)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year
    if whole and first.month == last.month:
        return str(first)[:7]
    return str(first)[:4] if whole and (first.month, last.month) == (1, 12) else f"{first} to {last}"


def count(many: int, one: str, more: str | None = None) -> str:
    """``1 report``, ``2 reports``."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"
