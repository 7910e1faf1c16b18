"""A page → Report. trafilatura finds the main text; ``raw`` leads from its words back to the bytes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from trafilatura import bare_extraction
from trafilatura.settings import Document

from sayso.model import Interval, Publisher, Report
from sayso.read import publisher, text, titles
from sayso.read.decode import decoded
from sayso.read.layout import folded, lines
from sayso.read.problem import Problem, Unreadable
from sayso.read.raw import raw_runs
from sayso.read.text import Given

NEAR_TOP = 5  # lines of the extracted text in which its title is looked for
DATES = {  # only what the page states; without the last bound the result depends on the day of the run
    "original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-01-01",
}  # fmt: skip

_NO_NAME = re.compile(r"copyright|©|\(c\)|home$", re.IGNORECASE)

for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what matters of it is told as a Problem


def reports(data: bytes, name: str) -> Iterator[Report | Problem]:
    """The report in the bytes of a page, and a ``Problem`` if they had to be read with doubts."""
    found = decoded(data, html=True)
    if found.note:
        yield Problem(name, None, found.note)
    yield _report(found.text, Given(sha256(data).hexdigest(), name), data, found.codec, found.skip)


def report(page: str, given: Given) -> Report:
    """The report in a page that came as characters; its bytes are those of UTF-8. Raises ``Unreadable``."""
    return _report(page, given, page.encode(), "utf-8", 0)


def _report(page: str, given: Given, data: bytes, codec: str, skip: int) -> Report:
    document = _extracted(page, given.url)
    body = (document.text or "").strip()
    if not body:
        raise Unreadable("no text found in the page")
    url = given.url or _address(document)
    names = filter(None, [_site(document), (publisher.of_url(url) or "").split(".")[0]])
    title = titles.without_site(document.title, [*names]) if document.title else None
    if title and not _holds(body, title):
        body = f"{title}\n\n{body}"
    made = text.report(body, replace(given, title=given.title or title, url=url))
    return replace(
        made,
        publisher=made.publisher if given.publisher else _publisher(document, url) or made.publisher,
        published=made.published if given.published else _published(document) or made.published,
        raw=raw_runs(made.text, data[skip:], codec, skip),
    )


def _extracted(page: str, url: str | None) -> Document:
    """What trafilatura finds. Hostile pages break its parts in many ways: such a page cannot be read."""
    try:
        found = bare_extraction(
            page,
            url=url,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(DATES),
        )
    except Exception as error:
        raise Unreadable(f"the page cannot be parsed ({type(error).__name__})") from error
    if not isinstance(found, Document):
        raise Unreadable("no text found in the page")
    return found


def _holds(body: str, title: str) -> bool:
    return any(folded(line.text) == folded(title) for line in lines(body[:4000])[:NEAR_TOP])


def _address(document: Document) -> str | None:
    """The page's own address, if it states a whole one."""
    parts = urlsplit(document.url or "")
    return document.url if parts.scheme in ("http", "https") and parts.netloc else None


def _publisher(document: Document, url: str | None) -> Publisher | None:
    """An outlet that the list knows by its host, else the name that the page gives its site."""
    by_host = publisher.of_url(url)
    if by_host and "." not in by_host:
        return Publisher(by_host)
    name = _site(document)
    return Publisher(name) if name else None


def _site(document: Document) -> str | None:
    """What the page calls its site, without a motto; neither an address nor a copyright is a name."""
    name = (document.sitename or "").split(" | ")[0].strip()
    if "://" in name:
        return publisher.of_url(name)
    return name if name and not _NO_NAME.match(name) else None


def _published(document: Document) -> Interval | None:
    try:
        day = date.fromisoformat(document.date or "")
    except ValueError:
        return None
    return Interval(day, day, "page metadata (htmldate)")
