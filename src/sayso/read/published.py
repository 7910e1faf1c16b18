"""When a report was published, where that is stated. What is not stated stays unknown here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.model import EITHER, UNKNOWN, Interval, Marked
from sayso.read.publisher import URL, original

DATED = ("timestamp", "date_line", "byline")
FIRST_YEAR = 1800
PIVOT, FAR = 69, 40  # of years of two digits
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_GIVEN = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)? ?(?:[Zz]|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_WIRE = re.compile(rf"\b(\d\d?) {_MONTH} (\d\d)(?!\d)", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/-])(\d\d?)[/-](\d\d?)[/-](\d{4}|(?<=/)\d\d)(?![\d/-])")
_SHAPES = (
    (_ISO, "ymd"),
    (re.compile(rf"\b{_MONTH} (\d\d?)(?:st|nd|rd|th)?,?(?: -)? (\d{{4}})\b", re.IGNORECASE), "bdy"),
    (re.compile(rf"\b(\d\d?)(?:st|nd|rd|th)?(?: of)? {_MONTH},? (\d{{4}})\b", re.IGNORECASE), "dby"),
    (re.compile(r"(?<![\d.])(\d\d?)\. ?(\d\d?)\. ?(\d{4})\b"), "dmy"),
    (_SLASHED, "??y"),
)
_NAMED = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_FIRST = re.compile(rf"\b(?:on|by|until|from|since|[A-Z]\w+day),? \d\d?(?:st|nd|rd|th)? {_NAMED}\b")
_MONTH_FIRST = re.compile(rf"\b(?:{'|'.join(_MONTHS).title()})[a-z]*\.? \d\d?(?!\d)")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b", re.IGNORECASE)
_ADDRESS = (
    (re.compile(r"/(\d{4})[/-](\d\d?)[/-](\d\d?)(?!\d)"), "ymd"),
    (re.compile(rf"/(\d{{4}})/{_MONTH}/(\d\d?)/", re.IGNORECASE), "ybd"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"), "ymd"),
    (re.compile(r"[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"), "ymd"),
)


def published(text: str, furniture: Sequence[Marked], given: str | None, url: str | None) -> Interval:
    """The day stated for a report: given with it, in a header line, its address, another line, a dateline.

    "03/05/2031" alone states two days, the ends of the interval, unless the page shows which it puts first.
    """
    for day, basis in _stated(text, furniture, given, url):
        if day:
            return Interval(day, day, basis)
    lines = (m.span.of(text) for m in furniture if m.label in ("metadata_header", "timestamp", "date_line"))
    two = next((days for words in lines if (days := either_day(words))), None)
    return Interval(*two, EITHER) if two else UNKNOWN


def _stated(
    text: str, furniture: Sequence[Marked], given: str | None, url: str | None
) -> Iterator[tuple[date | None, str]]:
    def found(*kinds: str) -> list[str]:
        return [mark.span.of(text) for mark in furniture if mark.label in kinds]

    yield given_day(given), "given with the report"
    yield from ((stated_day(URL.sub(" ", words)), "header line") for words in found("metadata_header"))
    yield address_day(url), "address"
    order = _order(text)
    for words in found(*DATED):
        yield stated_day(words), "date line of the page"
        if order and (slashed := _SLASHED.search(words)):
            yield _day(slashed.groups(), order), f"{EITHER}; its other dates tell which"
    yield from ((stated_day(words) or wire_day(words), "dateline") for words in found("dateline"))


def given_day(value: str | None) -> date | None:
    """The day of ``YYYY-MM-DD`` or of an RFC 3339 time, as its own clock has it; None if it is neither."""
    found = _GIVEN.fullmatch((value or "").strip())
    return _date(*map(int, found.groups())) if found else None


def stated_day(words: str) -> date | None:
    """The first full date in ``words``; None without one, or where day and month could change places.

    A weekday beside it tells which is which: "Saturday 12/04/2031".
    """
    matches = ((shape.search(words), order) for shape, order in _SHAPES)
    found = sorted((match.start(), match.groups(), order) for match, order in matches if match)
    full = (_day(groups, order) for _, groups, order in found)
    if day := next((day for day in full if day), None):
        return day
    weekday = _WEEKDAY.search(words)
    days = [day for day in either_day(words) or () if weekday and f"{day:%a}" == weekday[1].title()]
    return days[0] if len(days) == 1 else None


def either_day(words: str) -> tuple[date, date] | None:
    """The two days that the first "03/05/2031" in ``words`` may mean, the earlier one first."""
    found = _SLASHED.search(words)
    stated = [day for order in ("dmy", "mdy") if found and (day := _day(found.groups(), order))]
    return (min(stated), max(stated)) if len(stated) == 2 else None


def _order(text: str) -> str | None:
    """Day or month first, as "25/03/2031" shows, or "on 9 March"; "March 9" also stands beside 25/03/2031."""
    read = ([o for o in ("dmy", "mdy") if _day(m.groups(), o)] for m in _SLASHED.finditer(text))
    told = {orders[0] for orders in read if len(orders) == 1}
    if not told and _DAY_FIRST.search(text) and not _MONTH_FIRST.search(text):
        return "dmy"
    return told.pop() if len(told) == 1 else None


def wire_day(words: str) -> date | None:
    """The day of "7 JUL 89", as wires write it."""
    found = _WIRE.search(words)
    return _day(found.groups(), "dby") if found else None


def _year(digits: str) -> int | None:
    """Of two digits POSIX takes 69 as 1969, 68 as 2068; no far year is taken."""
    short = int(digits)
    if len(digits) > 2:
        return short
    return None if FAR <= short < PIVOT else short + (1900 if short >= PIVOT else 2000)


def _day(groups: tuple[str, ...], order: str) -> date | None:
    if order == "??y":
        first, second = int(groups[0]), int(groups[1])
        if first != second and first <= 12 and second <= 12:
            return None
        order = "mdy" if second > 12 else "dmy"
    part = dict(zip(order, groups, strict=True))
    month = _MONTHS.index(part["b"].lower()) + 1 if "b" in part else int(part["m"])
    year = _year(part["y"])
    return _date(year, month, int(part["d"])) if year else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def address_day(url: str | None) -> date | None:
    """The day that the path of an address states, as in ``/2024/03/29/`` or ``/20240329/``."""
    path = re.sub(r"^(?:https?://)?[^/]*", "", original(url or "")).split("?")[0]
    matches = ((shape.search(path), order) for shape, order in _ADDRESS)
    days = (_day(match.groups(), order) for match, order in matches if match)
    return next((day for day in days if day), None)
