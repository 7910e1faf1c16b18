"""Plain text → Report. The text stays as it is, to the character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate
from typing import Any

from sayso.model import Report
from sayso.read import datelines, furniture, garbled, layout, published, publisher, titles
from sayso.read.decode import decoded
from sayso.read.language import language
from sayso.read.problem import Problem, Unreadable

LONGEST = 1_000_000  # characters; the longest of reports are a tenth of that
ID_DIGITS = 16
TOP = 8  # lines at the head of a text in which a dateline may stand alone


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with a report beside its words: stated by whoever handed it over, so taken as stated.

    ``sha256`` is that of the input bytes; the rest as in ``Report``, each None where nothing was given.
    """

    sha256: str
    path: str | None = None
    url: str | None = None
    source_id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def reports(data: bytes, name: str) -> Iterator[Report | Problem]:
    """The report in the bytes of a text file, and a ``Problem`` if they had to be read with doubts."""
    found = decoded(data)
    if found.note:
        yield Problem(name, None, found.note)
    yield report(found.text, Given(sha256(data).hexdigest(), name))


def report(text: str, given: Given) -> Report:
    """The report that ``text`` is, with what was given beside it. Raises ``Unreadable``."""
    if len(text) > LONGEST:
        shape = "one line of " if len(text.splitlines()) == 1 else ""
        raise Unreadable(f"{shape}{len(text):,} characters: not one report")
    lines = layout.lines(text)
    if not lines:
        raise Unreadable("no text in it")
    above = accumulate((line.words > furniture.LONGEST_ENTRY for line in lines), initial=0)  # not of a menu
    kinds = [
        kind or ("dateline" if n < TOP and datelines.alone(line.text) else None)
        for line, kind, n in zip(lines, furniture.labels(lines), above, strict=False)
    ]
    title = titles.title(lines, kinds, given.title, text)
    kinds = titles.with_masthead(lines, kinds, title, text)
    marks = furniture.furniture(text, lines, kinds, title, given.title)
    if found := datelines.dateline(lines, kinds, title, text):
        marks = tuple(sorted((*marks, found), key=lambda mark: mark.span))
    address = publisher.header_address(text, marks)
    url = given.url or (address.of(text) if address else None)
    return Report(
        id=given.sha256[:ID_DIGITS],
        text=text,
        sha256=given.sha256,
        path=given.path,
        url=url,
        source_id=given.source_id,
        title=title,
        heading=given.title if given.title and not title else None,
        publisher=publisher.publisher(text, marks, given.publisher, given.url),
        language=language(text, marks, given.language),
        published=published.published(text, marks, given.published, url),
        furniture=marks,
        credits=publisher.credits(lines, kinds, marks, text),
        warnings=garbled.warnings(text, marks),
        extra=given.extra,
    )
