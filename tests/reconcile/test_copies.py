from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Marked, Publisher, Reading, Report
from sayso.reconcile.copies import Copying, find_copies, outlet
from sayso.span import Span

Told = Callable[..., Reading]
WIRE = (
    "The Korrin dam above Ostrava Vale burst late on Friday evening, and at least twelve people were killed,"
    " the regional governor said. Rescue teams with boats searched the flooded streets through the night."
    " Engineers had found a crack in the eastern wall of the dam in January, said two people who saw it."
)
OTHER = "A quite different text about a quite different thing, written by somebody else for another paper."
BACKGROUND = (
    "The dam was built in 1962 and is run by a company in which the state holds two fifths of the shares."
)


def test_a_copy_points_to_the_earlier_report(told: Told) -> None:
    first = told("b", WIRE, published="2031-05-03").report
    copy = told("a", f"New headline\n{WIRE}", published="2031-05-04").report
    found = find_copies([copy, first])
    assert {name: origin.name for name, origin in found.origins.items()} == {"a": "b"}
    assert "published" in found.origins["a"].basis


def test_who_credits_is_the_copy(told: Told) -> None:
    credit = Marked(Span(0, 10), "Vale Press")
    copy = replace(told("a", f"Vale Press\n{WIRE}").report, credits=(credit,))
    found = find_copies([copy, told("b", WIRE).report])
    assert found.origins["a"].name == "b"
    alone = find_copies([copy])
    assert alone.origins["a"].name == "Vale Press"


def test_where_an_agency_is_credited_who_does_not_is_a_copy_too(told: Told) -> None:
    line = "By Reuters\n"
    silent = told("a", f"{WIRE} {WIRE[:9]}", publisher="vale.example").report
    credited = replace(
        told("b", line + WIRE, publisher="lorne.example").report, credits=(Marked(Span(3, 10), "Reuters"),)
    )
    found = find_copies([silent, credited])
    assert {name: origin.name for name, origin in found.origins.items()} == {"a": "b", "b": "Reuters"}
    assert found.first("a", Span(10, 20)) == "Reuters"
    assert "credits Reuters for it" in found.origins["a"].basis


def test_whose_dateline_names_the_agency_is_nearer_to_it(told: Told) -> None:
    wire = told("a", f"(Reuters) - {WIRE}").report
    line = Marked(Span(0, 11), "dateline")
    wire = replace(wire, furniture=(line,), credits=(Marked(Span(1, 8), "Reuters"),))
    paper = told("b", f"With Reuters\n{WIRE}", published="2031-05-03").report
    paper = replace(paper, credits=(Marked(Span(5, 12), "Reuters"),))
    found = find_copies([wire, paper])
    assert {name: origin.name for name, origin in found.origins.items()} == {"a": "Reuters", "b": "a"}


@pytest.mark.parametrize("agency", ["Reuters", "Velmora Press Agency"])
@pytest.mark.parametrize("paper", ["Vale Courier", None])
def test_an_agencys_own_page_is_the_original(told: Told, agency: str, paper: str | None) -> None:
    line = Marked(Span(0, 2 + len(agency)), "dateline")
    wire = told("a", f"({agency}) - {WIRE}", publisher=agency, published="2031-05-04").report
    wire = replace(wire, furniture=(line,), credits=(Marked(Span(1, 1 + len(agency)), agency),))
    found = find_copies([wire, told("b", f"{WIRE} {WIRE[:90]}", publisher=paper).report])
    assert {name: origin.name for name, origin in found.origins.items()} == {"b": "a"}
    assert f"a bears the dateline of its own outlet, {agency}" in found.origins["b"].basis


@pytest.mark.parametrize(("publisher", "first"), [(None, "a"), ("Velmora Press Agency", "b")])
def test_an_agencys_text_without_a_page_is_nearer_to_it_than_a_silent_reprint(
    told: Told, publisher: str | None, first: str
) -> None:
    agency = "Velmora Press Agency"
    wire = told("a", f"({agency}) - {WIRE}", published="2031-05-04").report
    line = Marked(Span(0, 2 + len(agency)), "dateline")
    wire = replace(wire, furniture=(line,), credits=(Marked(Span(1, 1 + len(agency)), agency),))
    found = find_copies([wire, told("b", WIRE, publisher=publisher, published="2031-05-04").report])
    assert found.first("a" if first == "b" else "b", Span(60, 70)) == (agency if first == "a" else "b")


def test_initials_in_a_dateline_are_those_that_the_page_credits(told: Told) -> None:
    wire = told("b", f"Source: ONA\n(ONA) {WIRE}", published="2031-05-03").report
    wire = replace(wire, furniture=(Marked(Span(12, 17), "dateline"),), credits=(Marked(Span(8, 11), "ONA"),))
    page = told("a", WIRE, publisher="Herald", published="2031-05-03").report
    for publisher in (None, Publisher("Vale Post")):
        found = find_copies([page, replace(wire, publisher=publisher)]).origins
        assert {name: origin.name for name, origin in found.items()} == {"a": "b", "b": "ONA"}


def test_who_is_credited_is_the_original(told: Told) -> None:
    credit = (Marked(Span(5, 17), "Vale Courier"),)
    copy = replace(told("a", f"From Vale Courier\n{WIRE}", published="2031-05-03").report, credits=credit)
    found = find_copies([copy, told("b", WIRE, publisher="Vale Courier", published="2031-05-04").report])
    assert {name: origin.name for name, origin in found.origins.items()} == {"a": "b"}


@pytest.mark.parametrize("agency", ["Reuters", "Velmora Press Agency"])
def test_who_carries_an_agencys_text_on_a_later_day_is_the_copy(told: Told, agency: str) -> None:
    credit = (Marked(Span(3, 3 + len(agency)), agency),)
    early = replace(told("a", f"By {agency}\n{WIRE}", published="2031-05-03").report, credits=credit)
    found = find_copies([early, told("b", WIRE, published="2031-05-04").report])
    assert {name: origin.name for name, origin in found.origins.items()} == {"a": agency, "b": "a"}


def test_an_outlet_does_not_credit_itself(told: Told) -> None:
    text = f"By Mira Tolan, CNN\n{WIRE}"
    report = replace(
        told("a", text, publisher="cnn.com").report,
        credits=(Marked(Span(15, 18), "CNN"), Marked(Span(15, 18), "CNN Wire")),
    )
    assert not find_copies([report]).origins
    other = replace(report, publisher=Publisher("vale.example"))
    assert find_copies([other]).origins["a"].name == "CNN"


def test_who_quotes_the_same_statement_has_not_copied(told: Told) -> None:
    texts = f"{OTHER} It said: “{WIRE}”", f"{BACKGROUND} The company wrote: “{WIRE}”"
    found = find_copies(told(name, text).report for name, text in zip("ab", texts, strict=True))
    assert found.pairs
    assert not found.origins


def test_what_a_report_says_twice_counts_once(told: Told) -> None:
    captions = "\n".join([BACKGROUND] * 4)
    reports = [
        told(n, f"{captions}\n{text}").report for n, text in (("a", WIRE), ("b", f"{OTHER} {WIRE[::-1]}"))
    ]
    assert not find_copies(reports).origins
    whole = find_copies([reports[0], told("c", f"{captions}\n{WIRE}").report])
    assert whole.origins["c"].basis.startswith("100%")


def test_a_photo_credit_is_none(told: Told) -> None:
    text = f"Photo: Vale Press\n{WIRE}"
    report = replace(told("a", text).report, credits=(Marked(Span(7, 17), "Vale Press"),))
    assert not find_copies([report]).origins


def test_where_nothing_tells_which_was_first_the_basis_says_so(told: Told) -> None:
    found = find_copies([told("a", WIRE).report, told("b", WIRE).report])
    assert "which of the two came first is not stated" in found.origins["b"].basis


def test_background_alone_is_a_shared_passage_but_no_copy(told: Told) -> None:
    one, other = f"{WIRE} {BACKGROUND}", f"{OTHER} {OTHER} {BACKGROUND}"
    found = find_copies([told("a", one).report, told("b", other).report])
    assert not found.origins
    here, there = (Span(text.index("1962"), text.index("1962") + 4) for text in (one, other))
    assert found.shared(("a", here), ("b", there))
    assert found.shared(("b", there), ("a", here))
    assert not found.shared(("a", Span(0, 5)), ("b", Span(0, 5)))


def test_furniture_is_no_shared_text(told: Told) -> None:
    reports = [told(name, f"{text}\n{WIRE}").report for name, text in (("a", OTHER), ("b", BACKGROUND))]
    marked = [
        replace(r, furniture=(Marked(Span(r.text.index("\n"), len(r.text)), "promo"),)) for r in reports
    ]
    assert not find_copies(marked).pairs


def test_furniture_within_a_passage_moves_nothing(told: Told) -> None:
    byline = (
        "By Mara Quill and Dana Hale of this paper in Ostrava Vale, and by two others who are not named. " * 3
    )
    first, _, rest = WIRE.partition(". ")
    one, other = told("a", f"{first}. {byline}{rest}").report, told("b", f"{first}. {rest}").report
    at = one.text.index("By Mara")
    one = replace(one, furniture=(Marked(Span(at, at + len(byline)), "byline"),))
    here, there = (Span(r.text.index("crack"), r.text.index("crack") + 5) for r in (one, other))
    assert find_copies([one, other]).shared(("a", here), ("b", there))


def test_the_outlet_in_words(told: Told) -> None:
    assert outlet(told("a", WIRE, publisher="Vellmar Herald").report) == "Vellmar Herald"
    assert outlet(told("a", WIRE, path="in/dam.txt").report) == "unnamed outlet (dam.txt)"
    assert outlet(told("a", WIRE).report) == "unnamed outlet (a)"
    listed = replace(told("a", WIRE, path="in/all.jsonl").report, source_id="7")
    assert outlet(listed) == "unnamed outlet (7)"


SENTENCES = (*WIRE.split(". "), OTHER, BACKGROUND, f"“{BACKGROUND}”")
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), max_size=5).map(" ".join), min_size=1, max_size=6)


@given(TEXTS, st.lists(st.sets(st.integers(0, 5), min_size=1), max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_was_found_before_does_not_show(texts: list[str], stories: list[set[int]]) -> None:
    reports = [Report(str(n), text, "") for n, text in enumerate(texts)]
    copying = Copying()
    for story in [*stories, set(range(len(reports)))]:
        told = [reports[n] for n in story if n < len(reports)]
        now, anew = copying.of(told), find_copies(told)
        assert now.origins == anew.origins
        assert {p: (s.share, s.passages) for p, s in now.pairs.items()} == {
            p: (s.share, s.passages) for p, s in anew.pairs.items()
        }
