"""The page: everything in it, every link leads somewhere, and no word of a report is more than a word."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.show import page
from sayso.story import Story

VOID = {"meta", "br", "img", "link", "input", "hr", "path", "circle"}


class Outline(HTMLParser):
    """Ids, links and elements of a page; fails where an element is not closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def all(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name))]


@pytest.fixture(scope="module")
def html(story: Story) -> str:
    return page.text([story])


@pytest.mark.parametrize("many", [0, 1, 3])
def test_ids_are_unique_and_every_link_leads_somewhere(many: int, story: Story) -> None:
    outline = Outline(page.text([story] * many))
    ids = outline.all("id")
    assert len(ids) == len(set(ids))
    for href in outline.all("href"):
        assert href[1:] in ids if href.startswith("#") else href.startswith("https://")
    for label in outline.all("aria-labelledby"):
        assert label in ids


def test_every_item_leads_to_its_words_and_back(html: str) -> None:
    links = Outline(html).all("href")
    for item in ("F1", "D1", "D2", "S1", "S5", "T1", "T2", "W1"):
        assert f"#s1-{item}" in links
        assert f'id="s1-{item}"' in html
    for target in re.findall(r'<mark class="[^"]*" id="([^"]*)"', html):
        assert f"#{target}" in links


@pytest.mark.parametrize(
    "words",
    ["12 or more", "in conflict", "2 independent voices", "copy of report 1", "left out: promo",
     "warning: garbled", "a later count, and higher", "claim and denial", "through <bdi>Vellmar Herald</bdi>",
     "from 2031-05-04", "cites the Vellmar Herald of 4 May", "stated by Ilse Marrek", "<svg", "sha256",
     "<q>We had no warning at all,</q> to reporters"],
)  # fmt: skip
def test_what_has_to_be_there(words: str, html: str) -> None:
    assert words in html


def test_every_report_is_there_in_full(html: str, story: Story) -> None:
    texts = re.findall(r'<div class="text"[^>]*>(.*?)</div>', html, re.S)
    bare = [
        re.sub(r'<a class="back".*?</a>|<span class="tag">.*?</span>|<[^>]*>', "", text) for text in texts
    ]
    assert [text.replace("&#34;", '"') for text in bare] == [report.text for report in story.reports]


def test_the_policy_allows_the_one_style_and_nothing_else(html: str) -> None:
    [style] = re.findall(r"<style>(.*?)</style>", html, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in html
    assert "style=" not in html
    assert not re.search(r"url\(|@import|<script|<link|<img|<iframe", html)


def test_it_is_made_for_more_than_eyes(html: str) -> None:
    outline = Outline(html)
    tags = [tag for tag, _ in outline.tags]
    assert {"main", "nav", "header", "footer"} - set(tags) == {"header"}
    assert tags.count("h1") == 1
    assert tags.count("caption") == tags.count("table")
    assert all(attrs.get("scope") for tag, attrs in outline.tags if tag == "th")
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_hostile_words_stay_words(hostile: Story) -> None:
    html = page.text([hostile])
    outline = Outline(html)
    assert not {"script", "img", "iframe"} & {tag for tag, _ in outline.tags}
    assert not [name for _, attrs in outline.tags for name in attrs if name.startswith("on")]
    assert [href.split("/")[:3] for href in outline.all("href") if href[0] != "#"] == [
        ["https:", "", "evening.example"]
    ]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "{{7*7}}" in html


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_words_are_survived(with_words: Callable[[str], Story], words: str) -> None:
    html = page.text([with_words(words)])
    assert html.encode().decode() == html
    Outline(html)


def test_same_stories_same_page(story: Story) -> None:
    other = dataclasses.replace(story, id="other", title="Another story")
    assert page.text([story, other]) == page.text([other, story])
