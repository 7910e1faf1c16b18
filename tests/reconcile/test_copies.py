from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sayso.model import Marked, Reading
from sayso.reconcile.copies import find_copies, outlet
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
    assert not find_copies(marked).passages


def test_the_outlet_in_words(told: Told) -> None:
    assert outlet(told("a", WIRE, publisher="Vellmar Herald").report) == "Vellmar Herald"
    assert outlet(told("a", WIRE, path="in/dam.txt").report) == "unnamed outlet (dam.txt)"
    assert outlet(told("a", WIRE).report) == "unnamed outlet (a)"
