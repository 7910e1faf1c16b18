"""Parts of a report that each begin with a day of their own: bulletins one below the other, a live page.

What is said of "Thursday" in one of them is said on its day, not on that of the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.model import Interval, Reading
from sayso.periods import named_period

NAME = r"[^\W\d_a-z][\w.'’-]*"
HEAD = re.compile(rf"(?:{NAME}(?:,? {NAME}){{0,4}}(?:,| [—–-]+)? )?\Z")  # a place, or nothing
TAIL = re.compile(r",?(?: \d{1,2}[:.]\d\d[^\n]{0,12}?)?(?: \([^()\n]{2,40}\))?\s*(?:--+|[—–:-](?=\s)|\n)")
HEADED = "its parts are headed"
BASIS = "the day at the head of this part of the report"


@dataclass(frozen=True, slots=True)
class Parts:
    """Where each part begins, and its day."""

    starts: tuple[int, ...]
    days: tuple[Interval, ...]

    def day(self, at: int, report: Interval) -> Interval:
        """When what stands at ``at`` was said; before the first part, that of the whole ``report``."""
        number = bisect_right(self.starts, at) - 1
        return self.days[number] if number >= 0 else report


def parts(reading: Reading) -> Parts:
    """The parts, where two days or more with their years head one; else none.

    They follow each other in time, forward or back.
    """
    found = []
    for timex in reading.times:
        said, text = timex.expression, reading.report.text
        line = text.rfind("\n", 0, timex.span.start) + 1
        whole = said.form == "date" and said.year and said.month and said.day and said.until is None
        headed = HEAD.fullmatch(text, line, timex.span.start) and TAIL.match(text, timex.span.end)
        if whole and headed and (day := named_period(said, said.year or 0)):
            found.append((line, day.first))
    days = [day for _, day in found]
    if len(set(days)) < 2 or sorted(days) not in (days, days[::-1]):
        return Parts((), ())
    return Parts(tuple(start for start, _ in found), tuple(Interval(day, day, BASIS) for day in days))


def dated_by_parts(reading: Reading) -> Interval:
    """When a report of several parts was published: with the last of them, unless it says otherwise."""
    given, days = reading.report.published, [day.earliest for day in parts(reading).days if day.earliest]
    if not days or not (given.earliest is None or given.basis == "dateline"):
        return given
    return Interval(min(days), max(days), f"{HEADED} {min(days)} to {max(days)}")
