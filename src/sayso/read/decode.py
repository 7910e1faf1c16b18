"""Bytes → text. The words stay as they are; where the encoding is a guess, that is said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.read.language import likeness
from sayso.read.problem import Unreadable

MARKS = (  # the longer mark first: the UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
SAMPLE = 4096
GUESSES = (  # most frequent first
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1256", "cp1255", "koi8_r", "gb18030", "shift_jis",
    "euc_kr", "big5",
)  # fmt: skip
CLEARLY = 0.015
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the codec that gives it from ``data[skip:]``, and what to tell the user, if anything."""

    text: str
    codec: str
    skip: int = 0
    note: str | None = None


def decoded(data: bytes, html: bool = False) -> Decoded:
    """The text of ``data``: by its mark, as UTF-8, as the page says, by guess. Raises ``Unreadable``."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _by_mark(data, codec, len(mark))
    if unmarked := _utf16(data):
        return _by_mark(data, unmarked, 0)
    _refuse_binary(data, 0.05)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data, 0.005)
        return (_declared(data) if html else None) or _broken(data)


def _by_mark(data: bytes, codec: str, skip: int) -> Decoded:
    text = data[skip:].decode(codec, "replace")
    if codec == "utf-8":
        return Decoded(text, codec, skip, _loss(text))
    return Decoded(text, codec, skip, f"not UTF-8: read as {codec[:6].upper()}")


def _utf16(data: bytes) -> str | None:
    """Text in UTF-16 without a mark has a zero in every other byte, all on one side."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half < 4 or max(even, odd) < half // 2 or min(even, odd) > half // 20:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes, limit: float) -> None:
    sample = data[:SAMPLE]
    if len(BINARY.findall(sample)) > limit * len(sample):
        raise Unreadable("a binary file, not text")


def _declared(data: bytes) -> Decoded | None:
    found = CHARSET.search(data[:SAMPLE])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        # Browsers read both declarations as Windows-1252 (WHATWG Encoding Standard, section 4.2).
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return None if name.startswith("utf-8") else Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return None


def _broken(data: bytes) -> Decoded:
    """UTF-8 with some broken bytes stays UTF-8; bytes that were never UTF-8 are guessed."""
    text = data.decode("utf-8", "replace")
    if len(MULTIBYTE.findall(data)) >= text.count("\ufffd"):
        return Decoded(text, "utf-8", 0, _loss(text))
    codec = _guess(data)
    return Decoded(data.decode(codec, "replace"), codec, 0, f"not UTF-8: read as {codec}, a guess")


def _guess(data: bytes) -> str:
    """The encoding in which the bytes look most like a language: the first, unless another clearly does."""
    best, sureness = GUESSES[0], 0.0
    sample = data[: data.rfind(b" ", 0, SAMPLE)] if len(data) > SAMPLE else data
    for codec in GUESSES:
        try:
            found = likeness(sample.decode(codec))
        except UnicodeDecodeError:
            continue
        if found > sureness + CLEARLY:
            best, sureness = codec, found
    return best


def _loss(text: str) -> str | None:
    lost = text.count("\ufffd")
    return f"broken UTF-8: {lost} character(s) could not be decoded" if lost else None
