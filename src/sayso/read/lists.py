"""A list of reports, one JSON object a line: the shape that news crawlers write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from math import isfinite
from typing import Any, BinaryIO

from sayso.model import Report
from sayso.read import text
from sayso.read.language import given_code
from sayso.read.problem import Problem, Unreadable
from sayso.read.published import given_day
from sayso.read.sources import lines
from sayso.read.text import Given

PATIENCE = 1_000  # lines without a report before a list is given up
SHOWN = 40  # characters of a value that is told
KNOWN = {"id", "text", "html", "url", "title", "published", "publisher", "authors", "language"}
# What crawlers call a day, which may be that of the crawl.
DATES = ("date", "date_publish", "date_published", "datePublished", "published_at", "publish_date", "pubDate")


def reports(stream: BinaryIO, name: str) -> Iterator[Report | Problem]:
    """One report a line; a line that is none gives a ``Problem`` with its number; blank ones give nothing."""
    wasted = -PATIENCE  # lines without a report, less those with one
    for number, line in lines(stream):
        wasted += 1
        if wasted > 0:
            raise Unreadable(f"hardly a report in it: not read beyond line {number}")
        if not line.strip():
            continue
        try:
            item = _object(line)
            yield _report(item, line, name)
            wasted -= 2
        except Unreadable as error:
            yield Problem(name, number, f"{error}: line skipped")
        else:
            yield from (Problem(name, number, doubt) for doubt in _doubts(item))


def _doubts(item: dict[str, Any]) -> Iterator[str]:
    """What is stated beside a report and cannot be taken as stated."""
    day, language = _string(item, "published"), _string(item, "language")
    if _string(item, "html") and _string(item, "text"):
        yield 'both "html" and "text" in it: the text is not read'
    if not day and (key := next((k for k in DATES if given_day(_plain(item.get(k)))), None)):
        yield f'"{key}" {_short(str(item[key]))} is not read: the day of publication is called "published"'
    if day and not given_day(day):
        yield f'"published" {_short(day)} is not a date: the report is kept without it'
    if language and not given_code(language):
        yield f'"language" {_short(language)} is not a two-letter code: told from the text'


def _plain(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _short(value: str) -> str:
    return json.dumps(value if len(value) <= SHOWN else f"{value[:SHOWN]}…", ensure_ascii=False)


def _report(item: dict[str, Any], line: bytes, name: str) -> Report:
    digest, day = sha256(line).hexdigest(), _string(item, "published")
    given = Given(
        sha256=digest,
        path=name,
        url=_string(item, "url"),
        source_id=_string(item, "id"),
        title=_string(item, "title"),
        published=day if given_day(day) else None,
        publisher=_string(item, "publisher"),
        language=_string(item, "language"),
        extra={key: value for key, value in item.items() if key not in KNOWN or (key == "authors" and value)},
    )
    if page := _string(item, "html"):
        from sayso.read import html

        return html.report(page, given)
    if body := _string(item, "text"):
        return text.report(body, given)
    raise Unreadable('neither "text" nor "html" in it')


def _object(line: bytes) -> dict[str, Any]:
    try:
        item = _sound(json.loads(line.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite))
    except (ValueError, RecursionError) as error:
        raise Unreadable("not JSON in UTF-8") from error
    if not isinstance(item, dict):
        raise Unreadable("not a JSON object")
    return item


def _sound(value: Any) -> Any:
    """The same without halves of surrogate pairs, which JSON can escape and no encoding can write."""
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, list):
        return [_sound(item) for item in value]
    if isinstance(value, dict):
        return {_sound(key): _sound(item) for key, item in value.items()}
    return value


def _finite(digits: str) -> float:
    if isfinite(number := float(digits)):
        return number
    raise ValueError(digits)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _string(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    if value is None:
        return None
    if isinstance(value, int) and key == "id":
        return str(value)
    if not isinstance(value, str):
        raise Unreadable(f'"{key}" is not a string')
    return value if value.strip() else None
