"""Stories on the terminal: conflicts first, every item with the way to its words, every gap counted.

``[2:14]`` is line 14 of report 2. Long lists are cut at ``LONGEST``, and every cut says how much it hides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.model import Attribution, Marked, Quantity
from sayso.show.layout import FAINT, cut, item, line, rows
from sayso.show.plain import printable
from sayso.show.view import Mention, Page, Place, View
from sayso.show.words import DISPUTE, SILENT, amount, count, days, plain
from sayso.story import Disagreement, Figure, Side, Statement, Story, TimelineEntry, Voice, Wording

LONGEST = {
    "stories": 10, "reports": 30, "figures": 15, "figures given once": 15, "disputes": 12, "speakers": 15,
    "timeline": 30, "wording": 12, "amounts": 12, "beside": 6, "conflicts": 6, "statements": 6, "places": 6,
    "warnings": 3,
}  # fmt: skip
QUOTE = 150  # characters of a quotation before it is cut with "…"
NARROW = 70  # columns under which the sides of a dispute stand below each other
HOT, WAY = "bold red", "cyan"


def show(stories: Iterable[Story], console: Console | None = None) -> None:
    """Prints the stories, the one with most reports first."""
    console = console or Console(highlight=False)
    ranked = sorted(stories, key=lambda story: (-len(story.reports), story.id))
    for story in ranked[: LONGEST["stories"]]:
        console.print(*_story(View(story), console.width), sep="\n")
    console.print(*_more("stories", ranked), sep="\n", end="")


def _story(view: View, width: int) -> Iterator[RenderableType]:
    several, single = enumerate(view.several, start=1), enumerate(view.single, start=len(view.several) + 1)
    yield from (Rule(style=FAINT), line((view.story.title, "bold")), line((_summary(view), FAINT)))
    yield from _section("reports", [_report(view, page) for page in view.pages])
    yield from _section("figures", [_figure(view, n, figure) for n, figure in several])
    yield from _section("figures given once", [_single(view, n, figure) for n, figure in single])
    disputes = enumerate(view.story.disagreements, start=1)
    yield from _section("disputes", [_dispute(view, n, dispute, width) for n, dispute in disputes])
    yield from _section("speakers", [_speaker(view, *speaker) for speaker in view.speakers])
    yield from _section("timeline", [_entry(view, entry) for entry in view.story.timeline])
    yield from _section("wording", [_wording(view, wording) for wording in view.story.wording])


def _summary(view: View) -> str:
    copies = sum(page.report.origin is not None for page in view.pages)
    parts = [
        count(len(view.pages), "report") + (f" ({count(copies, 'copy', 'copies')})" if copies else ""),
        count(len(view.figures), "figure") + (f" ({view.conflicts} in conflict)" if view.conflicts else ""),
        count(len(view.story.disagreements), "dispute"),
        count(sum(len(statements) for _, statements in view.speakers), "statement"),
    ]
    return " · ".join(parts) + "; [2:14] is report 2, line 14"


# ---- reports ----


def _report(view: View, page: Page) -> RenderableType:
    report = page.report
    dated = days(report.published) + (f" ({report.published.basis})" if report.published.basis else "")
    places = [report.path, report.url, report.source_id, f"language {report.language}"]
    lines: list[RenderableType] = [
        line((page.title, "italic")),
        line((" · ".join(filter(None, places)), FAINT)),
    ]
    if view.silent(report):
        lines.append(line((SILENT, HOT)))
    if report.origin:
        lines.append(line((f"copy of {view.origin(report)}: {view.copied(report)}", "bold")))
    if credits := view.credits(report):
        lines.append(line(("credits " + ", ".join(credits), "")))
    if report.furniture:
        lines.append(line((_left_out(page), FAINT)))
    lines += [_warning(page, mark) for mark in report.warnings[: LONGEST["warnings"]]]
    lines += _more("warnings", report.warnings)
    return item(f"[{page.number}]", line((page.outlet, "bold"), (f" · {dated}", "")), *lines)


def _left_out(page: Page) -> str:
    kinds = Counter(mark.label for mark in page.report.furniture)
    named = ", ".join(f"{many} {plain(kind)}" for kind, many in sorted(kinds.items()))
    return f"left out as page furniture: {page.left_out:.0%} of the text ({named})"


def _warning(page: Page, mark: Marked) -> Text:
    said, where = cut(page.words(mark.span), 60), f"[{page.number}:{page.line(mark.span)}]"
    return line((f"warning: {plain(mark.label)} ", HOT), (f"“{said}” ", ""), (where, WAY))


# ---- figures ----


def _figure(view: View, number: int, figure: Figure) -> RenderableType:
    voices, whole = count(len(figure.origins), "independent voice"), view.range(figure)
    head = line((figure.label, "bold"), (f": {whole} · ", ""), _agreement(view, figure), (f" · {voices}", ""))
    said = _same_words(view, [view.quantities[member] for member in figure.own])
    lines: list[RenderableType] = [rows(_amount(view, *row) for row in said[: LONGEST["amounts"]])]
    lines += _more("amounts", said)
    lines += _beside(view, figure)
    lines += [_voice(view, voice) for voice in figure.origins]
    return item(f"F{number}", head, *lines, *_conflicts(view, figure))


def _beside(view: View, figure: Figure) -> list[RenderableType]:
    """What is set beside it, each with its reason."""
    lines: list[RenderableType] = []
    for member in figure.beside[: LONGEST["beside"]]:
        quantity = view.quantities[member]
        place, who = view.place(quantity), f"{_who(view, quantity)} "
        said = f"{amount(quantity)} “{cut(place.quote, 70)}” {who}"
        why = f" {view.why_beside(figure, member)}"
        lines.append(line(("beside it: ", FAINT), (said, ""), (_at(place), WAY), (why, FAINT)))
    return [*lines, *_more("beside", figure.beside)]


def _agreement(view: View, figure: Figure) -> tuple[str, str]:
    words = view.verdict(figure)
    return (words.upper(), HOT) if figure.agreement == "conflicts" else (words, "bold")


def _conflicts(view: View, figure: Figure) -> list[RenderableType]:
    """Each reason for a conflict once, with the first two places that it is about."""
    by_why = {pair.why: pair for pair in reversed(figure.pairs) if pair.agreement == "conflicts"}
    pairs = list(reversed(by_why.values()))
    lines: list[RenderableType] = []
    for pair in pairs[: LONGEST["conflicts"]]:
        a, b = view.place(view.quantities[pair.a]), view.place(view.quantities[pair.b])
        lines.append(line(("conflict: ", HOT), (f"{pair.why} ", ""), (f"{_at(a)} {_at(b)}", WAY)))
    return [*lines, *_more("conflicts", pairs)]


def _same_words(view: View, quantities: Iterable[Quantity]) -> list[tuple[Quantity, list[Place]]]:
    """What reports say in the same words of the same speaker, as of the same day, is one row."""
    rows: dict[tuple[object, ...], tuple[Quantity, list[Place]]] = {}
    for quantity in sorted(quantities, key=lambda q: (q.low or 0, q.high or 0, q.id)):
        place = view.place(quantity)
        said = printable(place.quote).casefold()
        key = said, view.speaker(quantity), quantity.relay, days(view.as_of(quantity))
        rows.setdefault(key, (quantity, []))[1].append(place)
    return list(rows.values())


def _amount(view: View, quantity: Quantity, places: Sequence[Place]) -> tuple[Text, Text]:
    said = (f"“{cut(places[0].quote, 70)}” ", "")
    who = (f"{_who(view, quantity)}, {days(view.as_of(quantity))} ", "")
    return line((amount(quantity), "bold")), line(said, who, _ways(places))


def _single(view: View, number: int, figure: Figure) -> RenderableType:
    quantity = view.quantities[figure.members[0]]
    place = view.place(quantity)
    who = f" “{cut(place.quote, 70)}” {_who(view, quantity)} "
    said = line((f"{figure.label}: {amount(quantity)}", "bold"), (who, ""), _ways([place]))
    return item(f"F{number}", said)


def _voice(view: View, voice: Voice) -> Text:
    numbers = "".join(f"[{number}]" for number in view.numbers(voice.reports))
    return line(("voice: ", FAINT), (f"{voice.name} ", ""), (numbers, WAY), (f" {voice.why}", FAINT))


# ---- statements, disputes ----


def _speaker(view: View, speaker: str | None, statements: Sequence[Statement]) -> RenderableType:
    known_as = ", ".join(view.aliases(speaker)[:4])
    head = line((view.name(speaker), "bold"), (f" ({known_as})" if known_as else "", FAINT))
    said = [_statement(view, statement) for statement in statements[: LONGEST["statements"]]]
    return item("·", head, rows(said), *_more("statements", statements))


def _statement(view: View, statement: Statement) -> tuple[Text, Text]:
    (said, places), *others = view.put(statement)
    verb, words = _said(view, said, [*places, *(place for _, more in others for place in more)])
    return verb, words.append(f" in {len(others) + 1} wordings", FAINT) if others else words


def _said(view: View, said: Attribution, places: Sequence[Place]) -> tuple[Text, Text]:
    """In quotation marks the speaker's own words; without, the report's words for them."""
    words = cut(places[0].quote, QUOTE)
    quoted = f"“{words}”" if said.kind == "direct" else words
    told = f" to {said.audience}" if said.audience else ""
    return line((view.did(said), "")), line((f"{quoted}{told}{_through(view, said)} ", ""), _ways(places))


def _who(view: View, quantity: Quantity) -> str:
    return f"{view.speaker(quantity)}{_through(view, quantity)}"


def _through(view: View, mention: Mention) -> str:
    return f" through {' and '.join(mention.relay[1:])}" if mention.relay[1:] else ""


def _dispute(view: View, number: int, dispute: Disagreement, width: int) -> RenderableType:
    head = line((dispute.topic, "bold"), (f" · {DISPUTE[dispute.type]}", ""))
    sides = [_side(view, side) for side in dispute.sides]
    if width < NARROW or len(sides) > 3:
        return item(f"D{number}", head, *sides)
    beside = Table.grid(padding=(0, 2), expand=True)
    for _ in sides:
        beside.add_column(ratio=1)
    beside.add_row(*sides)
    return item(f"D{number}", head, beside)


def _side(view: View, side: Side) -> Table:
    table = Table.grid()
    table.add_row(line((view.party(side), "bold")))
    for member in side.members[: LONGEST["statements"]]:
        mention = view.mention[member]
        places = [view.place(mention)]
        if isinstance(mention, Attribution):
            table.add_row(Text(" ").join(_said(view, mention, places)))
        else:
            table.add_row(Text(" ").join(_amount(view, mention, places)))
    for more in _more("statements", side.members):
        table.add_row(more)
    return table


# ---- timeline, wording ----


def _entry(view: View, entry: TimelineEntry) -> RenderableType:
    certainty = "" if entry.certainty == "reported" else f" ({entry.certainty})"
    label, ways = f"{cut(entry.label, QUOTE)}{certainty} ", _ways(view.places(entry.evidence))
    return item("·", line((f"{days(entry.interval)} ", "bold"), (label, ""), ways))


def _wording(view: View, wording: Wording) -> RenderableType:
    variants = [
        part
        for text, evidence in view.variants(wording)
        for part in ((f"{cut(text, 60)} ", ""), _ways(view.places(evidence)), ("  ", ""))
    ]
    return item("·", line((f"{wording.referent}: ", "bold"), *variants))


# ---- laying out ----


def _section(title: str, items: Sequence[RenderableType]) -> Iterator[RenderableType]:
    if items:
        yield line((f"\n{title.upper()}", "bold"))
        yield from items[: LONGEST[title]]
        yield from _more(title, items)


def _more(title: str, items: Sequence[object]) -> list[RenderableType]:
    hidden = len(items) - LONGEST[title]
    said = f"… and {hidden} more ({title}) not shown here; --html and --json have all"
    return [line((said, HOT))] if hidden > 0 else []


def _at(place: Place) -> str:
    return f"[{place.page.number}:{place.line}]"


def _ways(places: Sequence[Place]) -> tuple[str, str]:
    shown = " ".join(_at(place) for place in places[: LONGEST["places"]])
    hidden = len(places) - LONGEST["places"]
    return shown + (f" and {hidden} more" if hidden > 0 else ""), WAY
