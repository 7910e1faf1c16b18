"""The outside world → reports.

    sources     files, folders, standard input; gzip
    decode      bytes → characters
    text        plain text → Report: furniture, titles, datelines, published, publisher, garbled, language
    html        a page → Report; raw is the way back from its words to the bytes of the page
    lists       a list (.jsonl) → Reports

No character is changed. Whatever cannot be read becomes a ``Problem``, and the rest goes on.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.model import Report
from sayso.read import lists, text
from sayso.read.problem import InputError, Problem, Unreadable
from sayso.read.sources import Form, Source, content, opened, sniffed, sources

__all__ = ["InputError", "Problem", "read"]


def read(paths: Iterable[Path | str]) -> tuple[list[Report], list[Problem]]:
    """All reports under ``paths``, in the order of the paths, then of the names; and what could not be read.

    Raises ``InputError``, before anything is read, if one of the paths does not exist.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    first: dict[str, Report] = {}
    for source in sources(paths):
        for item in [source] if isinstance(source, Problem) else _survived(source):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            reports.append(item)
            problems.extend(_again(item, first.setdefault(item.id, item)))
    return reports, problems


def _again(report: Report, first: Report) -> Iterator[Problem]:
    """Says that the same bytes were read before, from another file or under another id."""
    paths = [Path(each.path or "").resolve() for each in (report, first)]
    if report is not first and (paths[0] != paths[1] or report.source_id != first.source_id):
        other = " ".join(filter(None, [first.path, first.source_id]))
        yield Problem(report.path or "", None, f"the same bytes as {other}: counted once")


def _survived(source: Source) -> Iterator[Report | Problem]:
    try:
        yield from _items(source)
    except Unreadable as error:
        yield Problem(source.name, None, str(error))
    except OSError as error:
        yield Problem(source.name, None, error.strerror or str(error))


def _items(source: Source) -> Iterator[Report | Problem]:
    if source.form is None and source.path is not None and source.path.suffix:
        raise Unreadable("neither text (.txt), HTML (.html, .htm) nor a list (.jsonl)")
    if source.form == "list":
        with opened(source) as stream:
            yield from lists.reports(stream, source.name)
        return
    data = content(source)
    yield from _page(source.name, data, source.form or sniffed(data))


def _page(name: str, data: bytes, form: Form) -> Iterator[Report | Problem]:
    if not data.strip():
        raise Unreadable("empty")
    if form == "list":
        yield from lists.reports(io.BytesIO(data), name)
    elif form == "html":
        from sayso.read import html

        yield from html.reports(data, name)
    else:
        yield from text.reports(data, name)
