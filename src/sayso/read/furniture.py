"""What a page carries that is not the report: by the words of a line, then by position and neighbours.

Furniture is marked, never cut. A paragraph of the report that is lost weighs more than a label that stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from sayso.data import table, words
from sayso.model import Marked
from sayso.read.layout import Line, folded
from sayso.read.publisher import MASTHEAD, SPELT_OUT, agencies, named
from sayso.span import Span, trimmed

ANNOUNCING = frozenset({"nav_label", "widget_label"})  # headlines of other articles follow
ENDING = ANNOUNCING | {  # kinds that stand below a report: a headline after them is not of the report
    "comment_form", "cookie_notice", "copyright", "related_link", "share", "subscribe_box", "syndication_line"
}  # fmt: skip
ABOVE = frozenset({"date_line", "masthead", "metadata_header"})  # only above the first paragraph
DATED = frozenset({"date_line", "timestamp"})
LISTING = frozenset({"nav_link_title", "widget_label"})
LONGEST_LABEL = 2_000  # characters; no longer line is furniture by its words
STAMPED = 8  # lines at the head of a text, below some of which the day of the report may stand
STANDFIRST = 30  # words below a headline, below which the day may stand without its hour
LAST = 2  # lines at the end of a text of which one may be the day of the report
AFTER_COMMENTS = 0.5  # a comment form ends the report if at most this share of the text follows it
MOST_LABELS = 12  # in one line
FEWEST_ENTRIES = 3  # of a menu, one below the other or beside each other
LONGEST_ENTRY, LONGEST_BESIDE = 2, 3  # words
LONGEST_NAME, LONGEST_MOTTO = 5, 10  # words of an outlet above its menu
ABOVE_MENU = 4  # lines that begin with the name of the outlet and end with the menu
TELLING = 4  # letters of a word that tells what a line is about
FEWEST_TITLE_WORDS = 4  # a shorter title may begin a sentence by chance

_STAMP = re.compile(r"\d{4}.*\d[:.]\d\d|\d[:.]\d\d.*\d{4}|\d ?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_BARS = re.compile(r"\s*[|/•·∙]\s+|\s+[|/•·∙]\s*|\s{2,}|\t")
_STEPS = re.compile(r"\s+[>»›]\s+")
_DASHED = re.compile(r"\s+[–—-]\s+")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")


@cache
def _patterns(part: str) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (kind, re.compile(_expanded("|".join(f"(?:{each})" for each in listed[part])), re.IGNORECASE))
        for kind, listed in table("furniture").items()
        if part in listed  # "macros" and the like have neither part
    ]


def _expanded(pattern: str) -> str:
    for name, macro in reversed(table("furniture")["macros"].items()):  # a macro may use those above it
        pattern = pattern.replace(f"<{name}>", macro)
    return pattern


def labels(lines: Sequence[Line]) -> list[str | None]:
    """For each line the kind of furniture that its words make it, None for no kind."""
    kinds = [_label(line.text) for line in lines]
    top = [kind or _beside(line.text) for line, kind in zip(lines[:ABOVE_MENU], kinds, strict=False)]
    if _tops(0, lines, top) and len(lines) > 2 and is_menu(lines[2], top[2]):
        motto = lines[1].sentence or lines[1].text[0].islower()  # "a paper for the docks"
        short = motto and lines[1].words <= LONGEST_MOTTO
        kinds[1] = kinds[1] or ("navigation" if short else None)
    body = [i for i, line in enumerate(lines) if line.body and not kinds[i]][:2]
    told = (i for i in body if i < STAMPED and not lines[i].headline)  # not "Who let the dam fall?"
    below = next(told, body[0] if body else len(lines))
    for i, line in enumerate(lines[:below]):
        numbered = i and kinds[i - 1] in LISTING and _NUMBERED.match(line.text)
        kinds[i] = kinds[i] or ("nav_link_title" if numbered else _beside(line.text))
    [(dated, section)] = _patterns("above")
    sections = [i for i in range(below) if section.fullmatch(lines[i].text) and not kinds[i]]
    if len(sections) == 1:  # several list other articles
        kinds[sections[0]] = dated
    stamp = _stamp(lines, kinds)
    kinds = [None if i > below and kind in ABOVE and i != stamp else kind for i, kind in enumerate(kinds)]
    heads = [i for i in range(below) if kinds[i] is None and lines[i].headline]
    for i in range(below):  # the name of the paper stands above a title; without one below, it is the title
        if kinds[i] == "masthead" or (kinds[i] is None and named(lines[i].text)) or _tops(i, lines, kinds):
            between = i - 1 in heads and not DATED.isdisjoint(kinds[i + 1 : i + 2])
            if between and (named(lines[i].text) in agencies() or SPELT_OUT.fullmatch(lines[i].text)):
                kinds[i] = "byline"  # "Reuters", between headline and day
                continue
            below_it = "".join(line.text for line in lines[i + 1 : i + 2])
            filed = f"({lines[i].text.split()[0]})" in below_it  # "ONA - Ostry News Agency", "OSTRY (ONA) -"
            kinds[i] = "masthead" if between or filed or any(head > i for head in heads) else None
    return kinds


def _tops(i: int, lines: Sequence[Line], kinds: Sequence[str | None]) -> bool:
    """Whether a line is a name at the top of a page, above its menu, "Live | Shows | Traffic"."""
    below = range(i + 1, min(i + ABOVE_MENU, len(lines)) if i < 2 else 0)
    if not any(is_menu(lines[n], kinds[n]) for n in below):
        return False
    name = found[1] if (found := MASTHEAD.match(lines[i].text)) else ""
    told = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= TELLING or word.isupper()]
    capital = bool(told) and all(
        word[0].isupper() or word in words("function_words", "words") for word in told
    )
    again = lines[i + 1].text.startswith(name)  # "RTN", "RTN.no  News"
    section = re.fullmatch(_expanded("<Section>"), name, re.IGNORECASE)
    kicker = section or name.lower() in table("furniture")["never_dateline"]["words"]  # "ANALYSIS"
    alone = i == 0 and not (name.istitle() or kicker) and is_menu(lines[1], kinds[1])  # "DAYLIGHT", "SeaLine"
    short = (1 if alone else 2) <= len(name.split()) <= LONGEST_NAME or again
    return capital and short and _label(name) in (None, "masthead")


def _stamp(lines: Sequence[Line], kinds: Sequence[str | None]) -> int | None:
    """The line with day and hour of a report, below a standfirst, or its day at the end; of several, none."""
    end = max([len(lines) - LAST, *(i + 1 for i, line in enumerate(lines) if line.body)])
    dated = [i for i, kind in enumerate(kinds) if kind == "date_line"]
    told = accumulate(line.words * (line.body and not kinds[i]) for i, line in enumerate(lines))
    top = sum(words <= STANDFIRST for words in told)
    day = re.compile(_expanded(r"(?=.*\d{4})<Date>"), re.IGNORECASE)  # not "Ostry, 5 March 2031"
    found = [i for i in dated if (_STAMP if i < end else _YEAR).search(lines[i].text)]
    found = found or [i for i in dated if i < top and day.match(lines[i].text)]
    return found[0] if len(found) == 1 and (found[0] < STAMPED or found[0] >= end) else None


def _label(text: str) -> str | None:
    if len(text) > LONGEST_LABEL:
        return None
    found = next((kind for kind, pattern in _patterns("line") if pattern.fullmatch(text)), None)
    return found or _row(text)


def _row(text: str) -> str | None:
    """Labels beside each other: "Subscribe | Log in" is the first, "Live | Updated 4 March 2031" dates it."""
    parts = [part for part in _BARS.split(text) if part]
    kinds = [_label(part) for part in parts] if 1 < len(parts) <= MOST_LABELS else [None]
    if not all(kinds):
        return None
    above = not ABOVE.isdisjoint(kinds)
    return next((kind for kind in kinds if kind in DATED), None if above else kinds[0])


def is_menu(line: Line, kind: str | None) -> bool:
    """Whether it is a menu of some breadth: what stands above it is the page's, not the report's."""
    stepped = _STEPS.search(line.text) is not None
    rows = re.fullmatch(_expanded("(?:<Section>(?: |$))+"), line.text, re.I)  # "News Sport Culture"
    listed = stepped or rows or line.text.isupper() or _beside(line.text) is not None
    broad = line.words >= FEWEST_ENTRIES and bool(listed)
    account = kind == "subscribe_box" and len(_BARS.split(line.text)) > 1  # "Subscribe | Log in"
    tops = kind == "widget_label" and not stepped and _beside(line.text)  # "Top stories | Video | Live"
    return broad if kind == "navigation" else bool(tops) or account or kind == "language_selector"


def _beside(text: str) -> str | None:
    """Short labels beside each other, or the steps to a page: a menu, unless one of them dates the report."""
    steps, dashed = _STEPS.split(text), _DASHED.split(text)
    dashed = dashed if all(entry[:1].isupper() for entry in dashed) else []
    parted = steps if len(steps) > 1 else max(_BARS.split(text), dashed, key=len)
    entries = [entry for entry in parted if entry]
    dated = {entry: kind for entry in entries if (kind := _label(entry)) in DATED}
    words = [len(entry.split()) for entry in entries if entry not in dated]
    if dated and len(entries) >= FEWEST_ENTRIES and max(words, default=0) <= LONGEST_BESIDE:
        return next(iter(dated.values()))
    labels = " | " in text and text.isupper() and not re.search(r"\d", text)  # "ANALYSIS | COASTS"
    menu = len(entries) >= FEWEST_ENTRIES or len(steps) > 1 or labels
    return "navigation" if menu and max(words, default=0) <= LONGEST_BESIDE else None


def is_masthead(words: str) -> bool:
    """Whether ``words`` read like the name of a paper."""
    return any(kind == "masthead" and pattern.fullmatch(words) for kind, pattern in _patterns("line"))


def furniture(
    text: str, lines: Sequence[Line], kinds: Sequence[str | None], title: Span | None, heading: str | None
) -> tuple[Marked, ...]:
    """All furniture of a text, in order; ``kinds`` are the ``labels`` of its lines."""
    kinds = list(kinds)
    _menus(lines, kinds, title)
    _announced(lines, kinds)
    _after_the_report(lines, kinds)
    marks: list[Marked] = []
    wanted = folded(title.of(text) if title else heading or "")
    for line, kind in zip(lines, kinds, strict=True):
        if title and line.span.overlaps(title):
            rest = trimmed(text, title.end, line.span.end, " |–—·•»-")  # the outlet, after the title
            marks.extend([Marked(rest, "masthead")] if rest else [])
            continue
        if kind and kind != "photo_caption":
            marks.extend(_dated_apart(line, kind))
        else:
            whole = [Marked(line.span, kind)] if kind else _inside(line)
            marks.extend(_repeated(text, line, wanted) or whole)
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _dated_apart(line: Line, kind: str) -> list[Marked]:
    """A line of one kind; of "Ostry Herald | Tuesday, 4 March 2031 | 13°C" the name, and what dates it."""
    bar = _BARS.search(line.text) if kind == "masthead" else None
    if bar is None or not any(_label(part) in DATED for part in _BARS.split(line.text)[1:]):
        return [Marked(line.span, kind)]
    name, rest = Span(0, bar.start()), Span(bar.end(), len(line.text))
    return [Marked(name.shift(line.span.start), kind), Marked(rest.shift(line.span.start), "date_line")]


def _menus(lines: Sequence[Line], kinds: list[str | None], title: Span | None) -> None:
    """Marks the entries of a menu above the title: short lines, one below the other."""
    head = next((i for i, line in enumerate(lines) if title and line.span.overlaps(title)), 0)
    start = 0
    for i in range(head + 1):
        if i < head and kinds[i] is None and lines[i].words <= LONGEST_ENTRY and lines[i].headline:
            continue
        if i - start >= FEWEST_ENTRIES:
            kinds[start:i] = ["navigation"] * (i - start)
        start = i + 1


def _announced(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Marks the headlines that follow a label such as "Related posts", up to the next paragraph."""
    under = False
    for i, line in enumerate(lines):
        if kinds[i]:
            under = kinds[i] in ANNOUNCING or (under and kinds[i] != "dateline")
        elif under and line.headline and not _sentences(line.text):
            kinds[i] = "nav_link_title"
        else:
            under = False


def _sentences(text: str) -> bool:
    """Whether one sentence ends inside and another begins."""
    return re.search(r"[a-z]{2}[.!?]['\"”’]? +['\"“‘]?[A-Z]", text) is not None


def _after_the_report(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Marks what follows the last paragraph and a label, and everything after a comment form near the end."""
    total = sum(len(line.text) for line in lines)
    past = 0
    for i, line in enumerate(lines):
        past += len(line.text)
        if kinds[i] == "comment_form" and past >= total * (1 - AFTER_COMMENTS):
            kinds[i + 1 :] = [kind or "comments" for kind in kinds[i + 1 :]]
            break
    last = max((i for i, line in enumerate(lines) if line.body and not kinds[i]), default=len(lines))
    labelled = False
    for i in range(last + 1, len(lines)):
        labelled = labelled or kinds[i] in ENDING
        if labelled and not kinds[i] and lines[i].headline:
            kinds[i] = "nav_link_title"


def _repeated(text: str, line: Line, wanted: str) -> list[Marked]:
    """The title once more: alone on its line, or at the head of a photo caption."""
    if wanted.count(" ") + 1 < FEWEST_TITLE_WORDS:
        return []
    if folded(line.text) == wanted:
        return [Marked(line.span, "repeated_title")]
    cut = _prefix(line.text, wanted)
    credit = next((mark for mark in _inside(line) if mark.span.start >= line.span.start + cut), None)
    if not cut or not (credit or (not line.sentence and line.words < 40)):
        return []
    head = Span(line.span.start, line.span.start + cut)
    end = credit.span.start if credit else line.span.end
    caption = trimmed(text, head.end, max(head.end, end))
    rest = [Marked(caption, "photo_caption")] if caption else []
    return [Marked(head, "repeated_title"), *rest, *([credit] if credit else [])]


def _prefix(text: str, wanted: str) -> int:
    """How many characters of ``text`` read, once folded, as ``wanted``; 0 if it does not begin so."""
    if not folded(text[: 2 * len(wanted) + 40]).startswith(wanted):
        return 0
    cut = bisect_left(range(len(text)), len(wanted), key=lambda i: len(folded(text[:i])))
    return cut if folded(text[:cut]) == wanted else 0


def _inside(line: Line) -> list[Marked]:
    """Parts of a line that are furniture by their words. A line of nothing else was labelled before."""
    found: list[Marked] = []
    for kind, pattern in _patterns("inside"):
        name = "photo_credit" if kind == "photo_caption" else kind
        for match in pattern.finditer(line.text):
            span = trimmed(line.text, match.start(), match.end())
            if span and not any(mark.span.overlaps(span) for mark in found):
                found.append(Marked(span, name))
    return [Marked(mark.span.shift(line.span.start), mark.label) for mark in found]
