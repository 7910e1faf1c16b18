"""What could not be read, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One input that was skipped or read with doubts. ``line`` counts from 1; None is the whole file."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.message}"


class InputError(FileNotFoundError):
    """A named path does not exist. Raised before anything is read."""


class Unreadable(Exception):
    """Why one input gives no report; ``read`` turns it into a ``Problem``."""
