"""Pages: their text, what they state of themselves, and the way back to their bytes."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.html import report
from sayso.read.raw import raw_runs
from sayso.read.text import Given

PARAGRAPHS = [
    "Five people were killed on Tuesday when the dam above Lower Ostry gave way, the mayor said.",
    "Rescuers searched the valley through the night, and the road to Ostry stayed closed for the day.",
    "“We were warned,” said Mira Tolan, an engineer of Tolan &amp; Pell, which built the dam in 1931.",
]
PAGE = f"""<!doctype html><html><head><title>Dam gives way - The Ostry Post</title>
<meta property="og:title" content="Dam gives way in Ostry">
<meta property="og:site_name" content="The Ostry Post">
<meta property="article:published_time" content="2031-03-05T20:00:00Z">
<meta property="article:modified_time" content="2031-03-09T20:00:00Z">
<link rel="canonical" href="https://ostrypost.example/news/dam"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Dam gives way in Ostry</h1>
<p>{PARAGRAPHS[0].replace("killed", "<b>kil</b>led")}</p><p>{PARAGRAPHS[1]}</p><!-- <p>not shown</p> -->
<p>{PARAGRAPHS[2]}</p></article><footer>© 2031</footer></body></html>"""


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_a_page() -> None:
    found = report(PAGE, Given("0" * 64))
    assert found.title is not None
    assert found.title.of(found.text) == "Dam gives way in Ostry"
    for paragraph in PARAGRAPHS:
        assert html.unescape(paragraph) in found.text
    assert found.publisher is not None
    assert (found.publisher.name, found.url) == ("The Ostry Post", "https://ostrypost.example/news/dam")
    assert (str(found.published.earliest), found.published.basis) == (
        "2031-03-05",
        "page metadata (htmldate)",
    )


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("The Ostry Post", "Dam gives way in Ostry | The Ostry Post"),
        ("The Ostry Post | News from the valley", "Dam gives way in Ostry – the ostry post"),
        ("https://www.ostrypost.co.uk", "Dam gives way in Ostry | ostrypost.co.uk"),
        ("Copyright 2031", "Dam gives way in Ostry - OstryPost"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(site: str, title: str) -> None:
    page = PAGE.replace('content="Dam gives way in Ostry"', f'content="{title}"').replace(
        "<h1>Dam gives way in Ostry</h1>", ""
    )
    page = page.replace('content="The Ostry Post"', f'content="{site}"')
    found = report(page.replace("ostrypost.example", "ostrypost.co.uk"), Given("0" * 64))
    assert found.title is not None
    assert found.title.of(found.text) == "Dam gives way in Ostry"
    assert found.publisher is not None
    assert found.publisher.name == ("The Ostry Post" if "Ostry" in site else "ostrypost.co.uk")


def test_what_was_given_beside_a_page_holds() -> None:
    found = report(
        PAGE, Given("0" * 64, url="https://www.reuters.com/x", published="2031-03-06", publisher="Pell Radio")
    )
    assert found.publisher is not None
    assert (found.publisher.name, str(found.published.earliest)) == ("Pell Radio", "2031-03-06")


def test_a_page_that_states_no_date_has_none() -> None:
    page = re.sub(r'<meta property="article[^>]*>', "", PAGE).replace("© 2031", "")
    assert report(page, Given("0" * 64)).published.earliest is None


def test_every_word_leads_back_to_its_bytes() -> None:
    found = report(PAGE, Given("0" * 64))
    data = PAGE.encode()
    back = "".join(data[run.byte_start : run.byte_end].decode() for run in found.raw)
    assert re.sub(r"\s", "", html.unescape(back)) == re.sub(r"\s", "", found.text)
    assert "not shown" not in back


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
ENTITIES = st.sampled_from(
    ["&amp;", "&amp", "&nbsp;", "&#8220;", "&#x201d;", "&copy2031", "&", "&#0;", "&notit;", "&shy;"]
)
TAGS = st.sampled_from(
    ["<b>", "</b>", "<br>", "<p>", "<!-- x -->", "<script>a < b</script>", " ", "\n", "\u00ad", "<"]
)
MARKUP = st.lists(st.one_of(WORDS, ENTITIES, TAGS)).map("".join)


@given(MARKUP, MARKUP, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_the_bytes_of_a_run_read_as_its_text(page: str, other: str, codec: str) -> None:
    """Whatever the page, and whatever is looked for in it: its own text, and that of another page."""
    text = html.unescape(re.sub(r"<[^>]*>", "", page)) + "\n" + other
    data = page.encode(codec)
    last = 0
    for run in raw_runs(text, data, codec, skip=4):
        there = (b"mark" + data)[run.byte_start : run.byte_end]
        assert folded(html.unescape(there.decode(codec))) == folded(text[run.start : run.end])
        assert last <= run.start < run.end
        last = run.end


@given(
    st.lists(st.text("abcdefghij", min_size=3, max_size=9), min_size=6, max_size=40),
    st.sampled_from(["", "é", "“"]),
)
def test_a_paragraph_between_tags_is_found_whole(words: list[str], mark: str) -> None:
    text = mark + " ".join(words)
    data = f"<html><title>x</title><p>{text}</p></html>".encode()
    (run,) = raw_runs(text, data, "utf-8")
    assert data[run.byte_start : run.byte_end].decode() == text[run.start : run.end] == text


@pytest.mark.parametrize(
    ("page", "text", "back"),
    [
        (b"<p>Tolan &amp; Pell built the dam</p>", "Tolan & Pell built the dam",
         [b"Tolan &amp; Pell built the dam"]),
        (b"<p>the dam gave <b>way</b> at night</p>", "the dam gave way at night",
         [b"the dam gave", b"way", b"at night"]),
        (b"<p>the dam gave   way\n at night</p>", "the dam gave way at night",
         [b"the dam gave   way\n at night"]),
        (b"<p>broken \xff bytes in a page</p>", "broken \ufffd bytes in a page",
         [b"broken", b"bytes in a page"]),
        (b"<script>the dam gave way</script>", "the dam gave way", []),
    ],
)  # fmt: skip
def test_runs(page: bytes, text: str, back: list[bytes]) -> None:
    assert [page[run.byte_start : run.byte_end] for run in raw_runs(text, page, "utf-8")] == back
