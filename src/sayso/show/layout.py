"""How lines stand on the terminal. Whatever is printed goes through ``line``, which makes it harmless."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.show.plain import inert, printable

FAINT = "dim"


def item(code: str, head: Text, *lines: RenderableType) -> RenderableType:
    """A code in the margin, then a first line and whatever follows it."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(min_width=3, style=FAINT)
    table.add_column()
    table.add_row(code, Group(head, *lines))
    return table


def rows(pairs: Iterable[tuple[Text, Text]]) -> Table:
    """A short column and a wide one."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=22)
    table.add_column()
    for pair in pairs:
        table.add_row(*pair)
    return table


def line(*parts: tuple[str, str]) -> Text:
    """Words with their styles, made inert and never read as markup."""
    return Text.assemble(*((inert(words).replace("\t", " "), style) for words, style in parts))


def cut(words: str, longest: int) -> str:
    """The words on one line, with ``…`` where they are longer."""
    plain = printable(words)
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
