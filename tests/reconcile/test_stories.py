from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.model import Reading
from sayso.reconcile import reconcile
from sayso.reconcile.stories import Grouping, group, story_id, title
from sayso.reconcile.terms import spelling

DAM = (
    "The Korrin dam above Ostrava Vale burst late on Friday and killed 12 people, Governor Ilse Marrek said."
)
LATER = (
    "Ostrava Vale mourns. Governor Ilse Marrek said that the Korrin dam had been inspected before it burst."
)
FERRY = "A ferry sank off Cape Lorne in a storm. The harbour master of Port Sollen blamed the captain."
Told = Callable[..., Reading]


def ids(groups: list[list[Reading]]) -> set[frozenset[str]]:
    return {frozenset(reading.report.id for reading in readings) for readings in groups}


def test_reports_of_one_thread_are_one_story(told: Told) -> None:
    readings = [told("a", DAM), told("b", FERRY), told("c", LATER)]
    assert ids(group(readings)) == {frozenset({"a", "c"}), frozenset({"b"})}


def test_reports_may_come_later(told: Told) -> None:
    readings = [told("a", DAM), told("b", FERRY), told("c", LATER), told("d", FERRY + " Rain.")]
    grouping = Grouping(readings[1:2])
    assert ids(grouping.add(readings[:1])) == {frozenset({"a"})}
    assert ids(grouping.add([*readings[1:], *readings])) == {frozenset({"a", "c"}), frozenset({"b", "d"})}
    assert grouping.add(readings) == []
    assert grouping.stories() == group(readings[::-1])


def test_the_same_words_of_other_people_and_places_are_another_story(told: Told) -> None:
    shot = (
        "{1} was shot in {0} on {2}, the police of {0} said. {1} was taken to a hospital, and a man was held."
    )
    texts = [
        shot.format(*names)
        for names in (("Port Sollen", "Mira Tolan", "Friday"), ("Cape Lorne", "Jon Asper", "Monday"))
    ]
    later = "Mira Tolan, whom a man had shot in Port Sollen, left the hospital."
    readings = [told(name, text) for name, text in zip("abc", (*texts, later), strict=True)]
    assert ids(group(readings)) == {frozenset({"a", "c"}), frozenset({"b"})}


def test_names_may_be_spelt_in_two_ways(told: Told) -> None:
    one = told("a", "Shells hit the market of Al-Nahrein. Hamid Osrany spoke of 12 killed.")
    other = told("b", "Governor Hamid Osrani mourned the dead of Al Nahrein on Sunday.")
    assert ids(group([one, other, told("c", FERRY)])) == {frozenset({"a", "b"}), frozenset({"c"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-nahra", "nahra"), ("zelenskyy", "zelenskiy"), ("rabbah", "raba"), ("tarouq", "taruk")],
)
def test_spelling(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


def test_another_language_is_grouped_by_names_and_numbers(told: Told) -> None:
    spanish = (
        "La presa de Korrin, en Ostrava Vale, se rompió el viernes y murieron 12 personas, dijo Ilse Marrek."
    )
    ferry = "Un barco se hundió el viernes frente a Cape Lorne. La tormenta duró dos días, dijo el capitán."
    other = [
        replace(r, report=replace(r.report, language="es")) for r in (told("b", spanish), told("c", ferry))
    ]
    assert ids(group([told("a", DAM), *other])) == {frozenset({"a", "b"}), frozenset({"c"})}


def test_years_apart_likeness_fades(told: Told) -> None:
    one = told("a", DAM, published="2021-03-01")
    assert ids(group([one, told("b", DAM, published="2021-03-02")])) == {frozenset({"a", "b"})}
    assert len(group([one, told("b", LATER, published="2029-03-02")])) == 2


@pytest.mark.parametrize(
    "text", ["", " \n\t", "١٢٣", "Der Damm brach.", "the of and", "\ud800 \x00", "a" * 5000]
)
def test_any_text_is_a_story(told: Told, text: str) -> None:
    (story,) = reconcile([told("a", text)])
    assert [report.id for report in story.reports] == ["a"]
    assert story.title


def test_the_title_is_a_reports_own(told: Told) -> None:
    readings = [told("a", DAM), told("b", f"Dam bursts\n{DAM}", title="Dam bursts")]
    assert title(readings) == "Dam bursts"
    assert title([told("a", DAM)]) == DAM


def test_the_id_hangs_on_the_reports_alone(told: Told) -> None:
    readings = [told("a", DAM), told("b", LATER)]
    assert story_id(readings) == story_id(readings[::-1]) != story_id(readings[:1])
