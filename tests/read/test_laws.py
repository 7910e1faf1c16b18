"""What holds for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Report
from sayso.read.decode import decoded
from sayso.read.problem import Unreadable
from sayso.read.text import Given, report
from sayso.span import Span

SNIPPETS = [
    "Leave a Reply", "Read Next", "Most Popular", "(photo: Mira Tolan)", "ua en ru", "OSTRY (AP) —",
    "Five people were killed on Tuesday, the mayor said.", "“Nobody listened.”", "Dam gives way in Ostry",
    "CLICK HERE TO READ MORE FROM OSTRY", "date 2031-03-05 https://ostry.example/x", "Source: AFP", "\n\n",
    "Copyright 2031", "\n", "\r\n", "\u2028", " ", "”",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6))).map("".join))


def spans(found: Report) -> list[Span]:
    marks = [*found.furniture, *found.credits, *found.warnings]
    rest = [found.title, found.publisher.span if found.publisher else None]
    return [mark.span for mark in marks] + [span for span in rest if span]


@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_any_text_is_survived_and_kept(text: str, title: str | None) -> None:
    try:
        found = report(text, Given("0" * 64, title=title))
    except Unreadable:
        assert not text.strip()
        return
    assert found.text == text
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans(found))


@given(TEXTS)
def test_furniture_is_in_order_and_apart_from_itself_and_the_title(text: str) -> None:
    if not text.strip():
        return
    found = report(text, Given("0" * 64))
    ends = [mark.span.end for mark in found.furniture]
    starts = [mark.span.start for mark in found.furniture]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert not any(found.title and found.title.overlaps(mark.span) for mark in found.furniture)


@given(st.binary(), st.booleans())
def test_any_bytes_are_decoded_or_refused(data: bytes, html: bool) -> None:
    try:
        found = decoded(data, html)
    except Unreadable:
        return
    assert data[found.skip :].decode(found.codec, "replace") == found.text


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_utf8_comes_back_as_it_was(text: str, codec: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        try:
            assert decoded(text.encode(codec)).text == text
        except Unreadable:
            assert any(ord(char) < 32 for char in text)
