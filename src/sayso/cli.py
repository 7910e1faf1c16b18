"""The command line: arguments → pipeline → show. Whatever is slow to import is imported where it is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import __version__

if TYPE_CHECKING:
    from sayso.pipeline import Progress
    from sayso.story import Story

app = typer.Typer(
    help="Lays many reports of one story side by side: who said what, through whom, on how many say-sos.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
STDIO = Path("-")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Holds the options that belong to no command; with it `tell` stays a command of its own."""


@app.command()
def tell(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Text, HTML, .jsonl (also .gz), or folders of these; - is standard input.",
        ),
    ],
    json: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the story file; - is standard output."),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write one self-contained page; - is standard output."),
    ] = None,
    outlets: Annotated[
        Path | None,
        typer.Option("--outlets", metavar="FILE", help="Outlets and agencies of your own, as TOML."),
    ] = None,
) -> None:
    """Read reports and tell their stories, in the terminal and in the files asked for."""
    _check_targets(json, html)
    from sayso import pipeline
    from sayso.outlets import OutletsError, use
    from sayso.read import InputError

    try:
        if outlets:
            use(outlets)
        with _watched() as progress:
            stories, problems = pipeline.tell(paths, progress)
    except (InputError, OutletsError) as error:
        _complain(str(error))
        raise typer.Exit(2) from None
    for problem in problems:
        _complain(problem)
    if not stories:
        _complain("no report could be read")
        raise typer.Exit(1)
    _write(stories, json, html)
    if STDIO not in (json, html):
        from sayso.show import terminal

        terminal.show(stories)


def _check_targets(*targets: Path | None) -> None:
    """Refuses what could not be written, before any work is done and before anything else is written."""
    if targets.count(STDIO) > 1:
        raise typer.BadParameter("only one output fits standard output")
    for target in targets:
        if target and target != STDIO and (target.is_dir() or not target.parent.is_dir()):
            raise typer.BadParameter(f"cannot write a file at {str(target)!r}")


def _write(stories: list[Story], json: Path | None, html: Path | None) -> None:
    """Makes every output before the first is written, so that an error in one leaves nothing of the other."""
    made: list[tuple[Path, str]] = []
    if json:
        from sayso.show import storyfile

        made.append((json, storyfile.text(stories)))
    if html:
        from sayso.show import page

        made.append((html, page.text(stories)))
    for target, content in made:
        _put(target, content.encode())


def _put(target: Path, content: bytes) -> None:
    from sayso.show.files import replace

    if target == STDIO:
        sys.stdout.buffer.write(content)
        return
    try:
        replace(target, content)
    except OSError as error:
        _complain(f"{target}: {error.strerror}")
        raise typer.Exit(2) from None


@contextmanager
def _watched() -> Iterator[Progress]:
    """A progress bar on standard error, if somebody sits before it."""
    if not sys.stderr.isatty():
        from sayso.pipeline import silent

        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total)


def _complain(line: str) -> None:
    from sayso.show.plain import printable

    typer.echo(f"sayso: {printable(line)}", err=True)


def main() -> None:
    """The entry point of the ``sayso`` command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app()
