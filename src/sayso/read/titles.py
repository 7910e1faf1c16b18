"""Which words are the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.data import table, words
from sayso.read import datelines
from sayso.read.furniture import DATED, TELLING, is_masthead, is_menu
from sayso.read.layout import Line, folded
from sayso.read.publisher import MASTHEAD, agencies, named
from sayso.span import Span

FEWEST_WORDS = 3  # of a headline
NEAR_TOP = 12  # lines in which a title given beside the text is looked for
BEFORE_TITLE = frozenset({
    "advertisement", "byline", "comment_form", "cookie_notice", "date_line", "follow", "language_selector",
    "masthead", "metadata_header", "nav_link_title", "navigation", "photo_caption", "player", "promo",
    "related_link", "separator", "share", "subscribe_box", "syndication_line", "timestamp", "widget_label",
})  # fmt: skip
# "dailypost.example » World", "GlobNews > world > accident"
_SECTION = re.compile(r"[\w-]+\.[a-z]{2,9}(?:/\S*)?\s+[|·•»>–—-]\s+.{1,40}|[\w.]+(?: [>»›] [\w ]{1,30})+")
_SITE = re.compile(r"(.*\S)\s+(?P<sign>[|–—·•»-])\s+(\S.*)", re.DOTALL)
_MOTTO = re.compile(r"(?:[A-Z][a-z]+[.!] ?){2,4}")  # of the page, above its title: "Truth. Faith. Home."
_EMBEDDED = re.compile(r"https?://|pic\.twitter\.com/")


def title(lines: Sequence[Line], kinds: Sequence[str | None], given: str | None, text: str) -> Span | None:
    """The given title where the text holds it; with none given, the first line if it is a headline.

    A name or a section in a line of its own is no headline, and may stand above it, as may what is the
    outlet's own.
    """
    if given:
        wanted = folded(given)
        return next((line.span for line in lines[:NEAR_TOP] if folded(line.text) == wanted), None)
    found: list[Line] = []
    above, told = 0, False  # how many stand above the menu of the page; whether its day or its writer is told
    for i, line in enumerate(lines):
        told = told or kinds[i] in DATED or kinds[i] == "byline"
        page = is_menu(line, kinds[i]) or (kinds[i] == "navigation" and "release" in line.text.lower())
        above = len(found) if page and not told else above
        small = line.words < FEWEST_WORDS or _SECTION.fullmatch(line.text)
        if kinds[i] is None and not (line.headline and small) and not _MOTTO.fullmatch(line.text):
            if not _is_title(i, lines, kinds, text):
                break
            found.append(line)
        if kinds[i] and kinds[i] not in BEFORE_TITLE:
            break
    found = found[above:] or found
    body = text[found[-1].span.end :] if found else ""
    while (
        len(found) > 1 and any(_shares(line, body) for line in found[1:]) and _is_outlets_own(found[0], body)
    ):
        found.pop(0)
    return _cut(found[0]) if found else None


def with_masthead(
    lines: Sequence[Line], kinds: Sequence[str | None], title: Span | None, text: str
) -> list[str | None]:
    """The kinds of the lines: a name above the title that the report uses is who publishes it.

    What else stands above the title and the menu is the page's: "Serving the coast since 1921".
    """
    head = next((n for n, line in enumerate(lines) if title and line.span.end > title.start), 0)
    menu = max((n for n in range(head) if is_menu(lines[n], kinds[n])), default=0)
    body = text[title.end :] if title else ""
    named = [line.words >= FEWEST_WORDS and _is_name(line, body) for line in lines[:head]]
    pages = [n < menu or _MOTTO.fullmatch(line.text) for n, line in enumerate(lines[:head])]
    own = ["masthead" if a else "navigation" if b else None for a, b in zip(named, pages, strict=True)]
    return [kind or new for kind, new in zip(kinds, own + [None] * len(kinds), strict=False)]


def _is_outlets_own(line: Line, body: str) -> bool:
    """Of a line above a headline: "Human Rights League of Morvania", "Local news since 1921"."""
    return _is_name(line, body) or not _shares(line, body)


def _is_name(line: Line, body: str) -> bool:
    """Whether it is a name, by its capitals: one that the report uses as it stands, or that of a body."""
    name = found[1] if (found := MASTHEAD.match(line.text)) else line.text  # without "(DWA)"
    said = re.findall(r"[^\W\d_]+", name)
    small = words("function_words", "words")
    capital = all(word.istitle() or word in small for word in said if len(word) >= TELLING)
    heads = (n for n, word in enumerate(said) if word.lower() in words("names", "organisation_heads"))
    titled = any(said[n + 1 : n + 2] in ([], ["of"], ["for"]) for n in heads)  # "Dock Workers' Association"
    return capital and len(said) > 1 and (name in body or (titled and ":" not in line.text))


def _shares(line: Line, body: str) -> bool:
    """Whether the report uses a word of the line."""
    told = {word for word in folded(line.text).split() if len(word) >= TELLING}
    return not told.isdisjoint(folded(body).split())


def _is_title(i: int, lines: Sequence[Line], kinds: Sequence[str | None], text: str) -> bool:
    line = lines[i]
    return (
        line.headline
        and any(other.body for other in lines[i + 1 :])
        and not datelines.begins(line.text)
        and not _EMBEDDED.search(line.text)
        and (kinds[i + 1] is not None or not _goes_on(line, lines[i + 1], text))
    )


def _goes_on(line: Line, after: Line, text: str) -> bool:
    """Whether the line below is the same paragraph, broken at a width: in mid-sentence, without a gap."""
    close = text.count("\n", line.span.end, after.span.start) == 1
    last = line.text.rsplit(maxsplit=1)[-1].lower()
    return close and (after.text[0].islower() or last in table("furniture")["never_last"]["words"])


def _cut(line: Line) -> Span:
    return Span(line.span.start, line.span.start + len(without_site(line.text)))


def without_site(words: str, names: Collection[str] = ()) -> str:
    """A title without the name of the outlet at its end: one of ``names``, or one that the list knows.

    After a dash the name of an agency stays: "Port on fire - Reuters" says whose word it is.
    """
    match = _SITE.fullmatch(words)
    if not match:
        return words
    bar = match["sign"] == "|"
    known = (named(match[3]) and (bar or match[3] not in agencies())) or (bar and is_masthead(match[3]))
    own = _squeezed(match[3]) in {_squeezed(name) for name in names}
    return match[1] if known or own else words


def _squeezed(name: str) -> str:
    return folded(name).replace(" ", "")
