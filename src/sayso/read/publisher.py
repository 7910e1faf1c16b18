"""Which outlet serves a report, and whom it credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from sayso.model import Marked, Publisher
from sayso.outlets import outlets
from sayso.read.layout import Line
from sayso.span import Span, trimmed

URL = re.compile(r"(?i)(?:https?://|(?<![\w@./])(?=(?:[a-z\d-]+\.)+[a-z]{2,}/))([^\s/|,\"'<>]+)[^\s|\"'<>]*")
DISCOVER = re.compile(r"discover more from (.{2,60})", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"\(?(?:©|copyright|\(c\))(?:[\s©,:–-]|\(c\)|copyright|\d{4})*(?:by\s+)?(?:the\s+)?"
    r"(?!all rights|riproduzione|tous droits|alle rechte|todos l?os)([A-Z][^.,()|;·]{1,40}?)"
    r"(?:\s+\d{4})?\s*(?:[.,()|;·]|\s-|\ball rights|$)",
    re.IGNORECASE,
)
MASTHEAD = re.compile(r"(.+?)(?= *[|•·]| [—–/-] | [\[(]| #\d|$)")
# A state above its body: "Republic of Morvania", then "Ministry of Ports".
STATE = re.compile(r"(?:\w+ )?(?:republic|kingdom|government|commonwealth|state) of \w+(?: \w+)?", re.I)
# A right that stays with the supplier, wherever its report is printed.
SUPPLIED = re.compile(r"\bwire\b|newsource|news ?service|syndicat|may not be published, broadcast", re.I)
# Where a page names itself, best first.
SHAPES = {
    "metadata_header": URL, "masthead": MASTHEAD, "subscribe_box": DISCOVER, "copyright": COPYRIGHT,
    "promo": re.compile(r"our standards: the (?:thomson )?(.{3,40}?) trust principles", re.IGNORECASE),
}  # fmt: skip
CREDITING = (
    r"(?:more|full story|full article|full report) (?:from|at|on) (?P<a>.{2,60})",
    r"\b(?:originally|first) (?:published|appeared|posted) (?:by|on|in|at) (?P<b>.{2,60})",
    r"appeared first on (?P<c>.{2,60})",
    r"^[(/|•·– -]*(?:source|sources|via|credit|courtesy|original source) ?: ?(?P<d>.{2,60})",
    r"\b(?:inputs?|information|material|permission|reporting) (?:from|of|by) (?P<e>.{2,60})",
    r"^(?:\((?:with|by)|with) (?P<f>[^()]{2,60}?)\)?\.?$",
    r"^(?P<who>.{2,60}?) contributed to (?:this|the) (?:report|story|article)",
    r"^by (?P<by>.{2,60})$",
    r"^text by:? .{2,60} with (?P<with>.{2,60})$",
    r"^\((?P<by_agency>[A-Za-z]{2,12})\)\.?$",
    r"(?:as published in|reprinted from|republished from) (?P<i>.{2,60})",
)
_CREDITS = [re.compile(pattern, re.IGNORECASE) for pattern in CREDITING]
_FREE = frozenset({"promo", "syndication_line"})  # lines whose name counts even if no list knows it
WRITER = re.compile(
    r"(?:(?P<who>[A-Z][\w.'’-]*(?: (?:and |[A-Z])[\w.'’-]*){1,7}), )?"
    r"(?:[Tt]he )?(?P<name>[A-Z][\w.'’& -]{2,40})"
)
BELOW_TITLE = 4  # lines
LONGEST_NAME = 6  # words of an outlet that no list knows
_OTHERS = re.compile(r"\b(?:and|with) (?:\w+ )?(?:agencies|wires)$", re.I)  # "the Post and news agencies"
_PARTS = re.compile(r"(?:\band\b|[,;&])?(?P<one>(?:(?!\band\b|[,;&]).)+)")
# An agency behind the last full stop: "(AFP)", "- Reuters", or its capitals alone.
_BEHIND = re.compile(r"[.!?]['\"”’)]?\s+(?=[(—–-]|[A-Z]{2,4}$)[(—–-]?\s?([A-Z][A-Za-z-]{1,11})\)?$")
_AGENCY = re.compile(r"(?:[A-Z][\w.-]* )+(?:Agency|Press|News(?: Service|wire)?)")  # in a dateline
SPELT_OUT = re.compile(r"(?:[A-Z][\w.-]* )+(?:(?:News|Press|Information) Agency|News Service)")
_SUPPLIERS = frozenset(("agency", "press", "news", "service", "wire"))
_EDGES = " .,:;!)(]['\"“”’|-–—"


@cache
def names() -> dict[str, str]:
    """Every name of an outlet, folded, → its usual name."""
    return {_plain(name): outlet.name for outlet in reversed(outlets()) for name in outlet.names}


@cache
def hosts() -> dict[str, str]:
    """Every host of an outlet → its usual name."""
    return {domain: outlet.name for outlet in reversed(outlets()) for domain in outlet.domains}


@cache
def agencies() -> frozenset[str]:
    """All names of news agencies, as they are written."""
    return frozenset(name for outlet in outlets() if outlet.agency for name in outlet.names)


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", name.strip(_EDGES)).lower())


def of_host(host: str) -> str | None:
    """The outlet that publishes on ``host``, by the list; else the registered domain; else None."""
    bare = host.lower().rsplit("@")[-1].split(":")[0].strip(".").removeprefix("www.")
    parts = bare.split(".")
    for i in range(len(parts) - 1):
        if name := hosts().get(".".join(parts[i:])):
            return name
    return _registered(bare)


@cache
def _suffixes() -> object:
    from tldextract import TLDExtract

    # The list of the package: no network.
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


@cache
def _registered(host: str) -> str | None:
    found = _suffixes()(host)  # type: ignore[operator]
    return f"{found.domain}.{found.suffix}" if found.domain and found.suffix else None


def of_url(url: str | None) -> str | None:
    """The outlet of an address; an archived copy is that of its original."""
    try:
        host = urlsplit(re.sub("^(?!https?:)", "//", original(url or ""))).netloc
    except ValueError:
        return None
    return of_host(host) if host else None


def original(url: str) -> str:
    """The address of which an archive's address is a copy; any other as it is."""
    return re.sub(r"^(?:https?://)?web\.archive\.org/web/[^/]+/", "", url)


def header_address(text: str, furniture: Sequence[Marked]) -> Span | None:
    """The address in a header line, or behind the name of the paper."""
    for mark in furniture:
        if mark.label in ("metadata_header", "masthead") and (found := URL.search(mark.span.of(text))):
            return Span(*found.span()).shift(mark.span.start)
    return None


def publisher(text: str, furniture: Sequence[Marked], given: str | None, url: str | None) -> Publisher | None:
    """As given; else by the report's address, which a header may state; a subscribe box; a copyright line."""
    if given:
        return Publisher(given)
    if name := of_url(url):
        return Publisher(name)
    if _supplied(text, furniture):
        furniture = [mark for mark in furniture if mark.label != "copyright"]
    best = {label: rank for rank, label in enumerate(SHAPES)}
    names = [mark for mark in furniture if mark.label == "masthead"]
    above = [mark for mark in names[:-1] if STATE.fullmatch(mark.span.of(text))]
    furniture = [mark for mark in furniture if mark not in above]
    for mark in sorted(furniture, key=lambda mark: best.get(mark.label, len(best))):
        if found := _own_name(mark.label, mark.span.of(text)):
            return Publisher(found[0], found[1].shift(mark.span.start))
    return None


def _supplied(text: str, furniture: Sequence[Marked]) -> bool:
    """Whether the copyright lines are those of a supplier: what it says is no name of the page."""
    lines = (mark.span.of(text) for mark in furniture if mark.label == "copyright")
    return any(SUPPLIED.search(line) for line in lines)


def _own_name(label: str, words: str) -> tuple[str, Span] | None:
    """The outlet that a header line, a masthead, a subscribe box or a copyright line gives, and where."""
    shape = SHAPES.get(label)
    found = shape.search(words) if shape else None
    if not found:
        return None
    name = of_url(found[0]) if shape is URL else named(found[1]) or found[1]
    credited = label == "copyright" and name in agencies()  # an agency keeps its right wherever it is printed
    return (name, Span(*found.span(1))) if name and not credited else None


def named(words: str) -> str | None:
    """The usual name of the outlet that ``words`` name, by name or by address; None if no list knows it."""
    return names().get(_plain(words)) or hosts().get(_plain(words).removeprefix("www."))


def credits(
    lines: Sequence[Line], kinds: Sequence[str | None], furniture: Sequence[Marked], text: str
) -> tuple[Marked, ...]:
    """The agencies and outlets that a text credits: in credit lines, bylines, datelines, after paragraphs."""
    found = {mark.span: mark for mark in (*_credited(furniture, text), *_below_title(lines, kinds))}
    for line, kind in zip(lines, kinds, strict=True):
        match = None if kind else _BEHIND.search(line.text)
        if match and match[1] in agencies():
            credit = _credit(match, line.span)
            found[credit.span] = credit
    return tuple(_spelt_out(found[span], text) for span in sorted(found))


def _spelt_out(mark: Marked, text: str) -> Marked:
    """A credit by initials as the page spells it out: "SPA" as "Sarn Press Agency", if so named there."""
    short = mark.span.of(text)
    pattern = r"\b" + " (?:of |the )?".join(f"{letter}[a-z]+" for letter in short) + r"\b"
    said = re.findall(pattern, text) if short.isalpha() and short.isupper() else ()
    called = [name for name in said if _SUPPLIERS & set(name.lower().split())]
    known = not called or mark.label in map(named, called)
    return mark if known else Marked(mark.span, called[0])


def _credited(furniture: Sequence[Marked], text: str) -> Iterator[Marked]:
    supplied = _supplied(text, furniture)
    for mark in furniture:
        words = mark.span.of(text)
        if mark.label == "dateline":
            yield from _in_dateline(mark.span, words)
        elif mark.label == "byline" and ((name := named(words)) in agencies() or SPELT_OUT.fullmatch(words)):
            yield Marked(mark.span, name or words)
        elif mark.label in ("promo", "syndication_line", "byline"):
            yield from _in_line(mark, words)
        elif mark.label == "copyright" and (match := COPYRIGHT.search(words)):
            if not supplied and named(match[1]) not in agencies():
                continue
            yield _credit(match, mark.span)


def _credit(match: re.Match[str], where: Span, group: str | int = 1) -> Marked:
    """The name that a group of a match gives, ``where`` being what was searched."""
    return Marked(Span(*match.span(group)).shift(where.start), named(match[group]) or match[group])


def _below_title(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[Marked]:
    """A line right below the title that is an agency's name, or a writer's and then an agency's."""
    plain = [line for line, kind in zip(lines, kinds, strict=True) if not kind]
    for line in dict.fromkeys((*lines[1:BELOW_TITLE], *plain[1:BELOW_TITLE])):
        match = WRITER.fullmatch(line.text)
        known = match and (named(match["name"]) in agencies() or SPELT_OUT.fullmatch(match["name"]))
        if match and known and (match["who"] or " " in match["name"]):  # a lone "AP": of a photo
            yield _credit(match, line.span, "name")


def is_initials(short: str, words: str) -> bool:
    """Whether ``short`` are the initials of ``words``: "Ostry Aid Network (OAN)" is no agency's credit."""
    said = re.findall(r"[^\W\d_][\w.'’-]*", words)
    return "," not in words and len(short) > 2 and short == "".join(word[0] for word in said).upper()


def _in_dateline(where: Span, words: str) -> Iterator[Marked]:
    for match in re.finditer(r"[(/] ?([A-Z][A-Za-z. -]{0,29}[A-Za-z.]) ?[)/]", words):
        if match[1] in agencies() or named(match[1]) or _AGENCY.fullmatch(match[1]):
            yield _credit(match, where)


def _in_line(mark: Marked, words: str) -> Iterator[Marked]:
    """The names after the first wording of credit; of several joined by "and" those that are outlets."""
    match = next((found for pattern in _CREDITS if (found := pattern.search(words))), None)
    if not match:
        return
    whole = match[match.lastgroup or 0]
    start = mark.span.start + match.start(match.lastgroup or 0)
    parts = list(_PARTS.finditer(whole))
    known = [(part, name) for part in parts if (name := named(part["one"]))]
    for part, name in known:
        if span := trimmed(part["one"], 0, len(part["one"]), _EDGES):
            yield Marked(span.shift(start + part.start("one")), name)
    span = trimmed(whole, 0, len(whole), _EDGES)
    free = mark.label in _FREE and match.lastgroup not in ("by", "who") and not _OTHERS.search(whole)
    if span and free and not known and whole[span.start].isupper() and len(whole.split()) <= LONGEST_NAME:
        yield Marked(span.shift(start), re.sub(r"(?i)^the ", "", span.of(whole)))
