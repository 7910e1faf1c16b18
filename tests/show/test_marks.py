"""Highlights that overlap as they like come out as elements that nest, and no character is lost."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sayso.show.marks import Mark, marked
from sayso.show.plain import inert
from sayso.span import Span

TEXT = "abcdefghij"


def m(start: int, end: int, role: str, code: str = "", label: str = "") -> Mark:
    return Mark(Span(start, end), role, code, label)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdefghij"),
        ([m(2, 4, "x")], 'ab<mark class="x">cd</mark>efghij'),
        ([m(0, 6, "x"), m(2, 4, "y")], '<mark class="x">ab<mark class="y">cd</mark>ef</mark>ghij'),
        ([m(0, 4, "x"), m(2, 6, "y")],
         '<mark class="x">ab<mark class="y">cd</mark></mark><mark class="y">ef</mark>ghij'),
        ([m(2, 4, "x"), m(4, 6, "y")], 'ab<mark class="x">cd</mark><mark class="y">ef</mark>ghij'),
        ([m(2, 4, "y"), m(2, 4, "x")], 'ab<mark class="x y">cd</mark>efghij'),
        ([m(8, 99, "x")], "abcdefghij"),
        ([m(2, 4, "x", label="warning: odd")],
         'ab<mark class="x"><span class="tag">warning: odd</span>cd</mark>efghij'),
        ([m(2, 4, "x", "F1"), m(2, 4, "x", "D2")], 'ab<mark class="x" id="s1-r2-2-4">cd</mark>'
         '<a class="back" href="#s1-F1" aria-label="back to F1">F1</a>'
         '<a class="back" href="#s1-D2" aria-label="back to D2">D2</a>efghij'),
    ],
)  # fmt: skip
def test_marked(marks: list[Mark], expected: str) -> None:
    assert marked(TEXT, marks, "s1-r2") == expected


def test_words_and_labels_are_escaped() -> None:
    html = marked("<script>\x1b</script>", [m(0, 8, "x", label="<b>")], "p")
    assert html == (
        '<mark class="x"><span class="tag">&lt;b&gt;</span>&lt;script&gt;</mark>\ufffd&lt;/script&gt;'
    )


class Nesting(HTMLParser):
    """Fails on an end tag that does not close the element opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


MARKS = st.builds(
    lambda start, length, role, code: Mark(Span(start, start + length), role, code),
    st.integers(0, 20),
    st.integers(1, 20),
    st.sampled_from("xyz"),
    st.sampled_from(["", "F1", "S2"]),
)


@given(st.text(max_size=30), st.lists(MARKS, max_size=8))
def test_any_marks_nest_and_keep_every_character(text: str, marks: list[Mark]) -> None:
    html = marked(text, marks, "p")
    nesting = Nesting()
    nesting.feed(html)
    assert nesting.open == []
    without = re.sub(r'<a class="back".*?</a>|</?mark[^>]*>', "", html)
    assert unescape(without) == unescape(escape(inert(text)))
    assert without == str(marked(text, [], "p"))
    assert len(re.findall(r"<mark[^>]* id=", html)) == len(set(re.findall(r' id="([^"]*)"', html)))
