"""Marks passages in a text that overlap as they like, as HTML whose elements nest as they must."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sayso.show.plain import inert
from sayso.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to mark: ``role`` is its class, ``code`` the item to go back to; ``label`` stands before."""

    span: Span
    role: str
    code: str = ""
    label: str = ""


@dataclass(slots=True)
class _Passage:
    """All marks of one span: one element, or several where another passage crosses its edges."""

    span: Span
    roles: set[str] = field(default_factory=set)
    codes: dict[str, None] = field(default_factory=dict)
    labels: dict[str, None] = field(default_factory=dict)


def marked(text: str, marks: Iterable[Mark], prefix: str) -> Markup:
    """``text`` as HTML. What items lead to has the id ``anchor(prefix, span)`` and links back to them.

    One sweep over the edges: an element that has to close because one around it ends is opened again at once.
    """
    passages = _passages(marks, len(text))
    starts: dict[int, list[_Passage]] = {}
    for passage in passages:
        starts.setdefault(passage.span.start, []).append(passage)
    out: list[Markup] = []
    stack: list[_Passage] = []
    at = 0
    for edge in sorted({e for passage in passages for e in (passage.span.start, passage.span.end)}):
        out.append(_words(text[at:edge]))
        at = edge
        _close(stack, edge, out, prefix)
        for passage in starts.get(edge, ()):
            stack.append(passage)
            out.append(_opening(passage, prefix))
    return Markup("").join([*out, _words(text[at:])])


def anchor(prefix: str, span: Span) -> str:
    """The id of the passage at ``span``."""
    return f"{prefix}-{span.start}-{span.end}"


def _passages(marks: Iterable[Mark], longest: int) -> list[_Passage]:
    """One passage a span, outer ones before those they contain."""
    found: dict[Span, _Passage] = {}
    for mark in marks:
        if mark.span.end <= longest:
            passage = found.setdefault(mark.span, _Passage(mark.span))
            passage.roles.add(mark.role)
            passage.codes |= {mark.code: None} if mark.code else {}
            passage.labels |= {mark.label: None} if mark.label else {}
    return sorted(found.values(), key=lambda p: (p.span.start, -p.span.end))


def _close(stack: list[_Passage], edge: int, out: list[Markup], prefix: str) -> None:
    """Ends what ends at ``edge``; what closes only because it was opened inside goes on in a new piece."""
    ending = [n for n, passage in enumerate(stack) if passage.span.end == edge]
    if not ending:
        return
    inner = stack[ending[0] :]
    del stack[ending[0] :]
    for passage in reversed(inner):
        out.append(Markup("</mark>"))
        if passage.span.end == edge:
            out.append(_back(passage, prefix))
    for passage in inner:
        if passage.span.end > edge:
            stack.append(passage)
            out.append(Markup('<mark class="{}">').format(_classes(passage)))


def _opening(passage: _Passage, prefix: str) -> Markup:
    tags = [Markup('<span class="tag">{}</span>').format(inert(label)) for label in passage.labels]
    name = Markup(' id="{}"').format(anchor(prefix, passage.span)) if passage.codes else ""
    return Markup('<mark class="{}"{}>{}').format(_classes(passage), name, Markup("").join(tags))


def _classes(passage: _Passage) -> str:
    return " ".join(sorted(passage.roles))


def _back(passage: _Passage, prefix: str) -> Markup:
    story = prefix.split("-")[0]
    link = Markup('<a class="back" href="#{}-{}" aria-label="back to {}">{}</a>')
    return Markup("").join(link.format(story, code, code, code) for code in passage.codes)


def _words(text: str) -> Markup:
    return escape(inert(text))
