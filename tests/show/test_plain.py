"""What steers a terminal or the reading direction comes out inert."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.plain import inert, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\nlines\there", "plain\nlines\there"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("a\r\nb\rc", "a \nb c"),
        ("photo\u202egnp.exe", "photo\ufffdgnp.exe"),
        ("\u2066isolated\u2069", "\ufffdisolated\ufffd"),
        ("\ud800", "\ufffd"),
        ("bell\x07 null\x00", "bell\ufffd null\ufffd"),
        ("السلام", "السلام"),
        ("family 👨\u200d👩", "family 👨\u200d👩"),
    ],
)
def test_inert(text: str, expected: str) -> None:
    assert inert(text) == expected


@given(st.text(st.characters(), max_size=60))
def test_inert_keeps_every_position(text: str) -> None:
    safe = inert(text)
    assert len(safe) == len(text)
    assert safe.isprintable() or all(c in "\n\t" or ord(c) >= 0x20 for c in safe)
    assert inert(safe) == safe
    safe.encode()


def test_printable_is_one_line() -> None:
    assert printable(" two \n\n lines\u2028here ") == "two lines here"
