from __future__ import annotations

from collections.abc import Callable

from sayso.model import Entity, Evidence, Marked, Reading
from sayso.reconcile.wording import find_wording
from sayso.span import Span
from sayso.story import Voice

Told = Callable[..., Reading]


def words(*readings: Reading) -> dict[str, list[str]]:
    found = find_wording([reading.report for reading in readings], ())
    return {wording.referent: [variant.text for variant in wording.variants] for wording in found}


def test_two_outlets_two_words(told: Told) -> None:
    found = words(told("a", "Twelve people were killed."), told("b", "Twelve of us were martyred."))
    assert found["the dead"] == ["killed", "martyred"]


def test_one_word_or_one_report_is_no_difference(told: Told) -> None:
    assert words(told("a", "Twelve were killed."), told("b", "Many were killed.")) == {}
    assert words(told("a", "Twelve were killed, or martyred.")) == {}


def test_a_word_within_a_name_means_nothing_else(told: Told) -> None:
    a, b = told("a", "The Kelm Review saw the inquiry."), told("b", "An inquiry began.")
    paper = Entity("e1", "Kelm Review", "organisation", (), (Evidence("a", Span(4, 15)),))
    assert "the inquiry" not in {wording.referent for wording in find_wording([a.report, b.report], [paper])}


def test_furniture_says_nothing(told: Told) -> None:
    a, b = (
        told("a", "Twelve were killed."),
        told("b", "Martyred: read more", furniture=(Marked(Span(0, 19), "promo"),)),
    )
    assert words(a, b) == {}


def test_every_variant_is_a_place_in_a_text(told: Told) -> None:
    a, b = told("a", "The ceasefire held."), told("b", "The truce did not, the truce broke.")
    (wording,) = find_wording([a.report, b.report], ())
    texts = {"a": a.report.text, "b": b.report.text}
    assert [v.evidence.span.of(texts[v.evidence.report]) for v in wording.variants] == [
        "ceasefire",
        "truce",
        "truce",
    ]


def test_words_for_people_before_one_noun(told: Told) -> None:
    a, b = (
        told("a", "The captives wait for a captive swap."),
        told("b", "Prisoners wait for a prisoner swap."),
    )
    found = words(a, b)
    assert found["people held: swap"] == ["captive swap", "prisoner swap"]
    assert words(told("a", "A captive swap."), told("b", "Another captive swap.")) == {}


def test_words_of_one_family_beside_one_name(told: Told) -> None:
    a, b = (
        told("a", "The raid in the port of Rovan ended."),
        told("b", "The Rovan assault is over, Rovan is quiet."),
    )
    places = (Evidence("a", Span(24, 29)), Evidence("b", Span(4, 9)), Evidence("b", Span(27, 32)))
    rovan = Entity("e1", "Rovan", "place", (), places)
    found = {w.referent: [v.text for v in w.variants] for w in find_wording([a.report, b.report], [rovan])}
    assert found["the attack: Rovan"] == ["raid in the port of Rovan", "Rovan assault"]


def test_a_verb_between_joins_no_name_and_word(told: Told) -> None:
    a, b = told("a", "Rovan was a raid away."), told("b", "The Rovan assault is over.")
    rovan = Entity("e1", "Rovan", "place", (), (Evidence("a", Span(0, 5)), Evidence("b", Span(4, 9))))
    found = {w.referent for w in find_wording([a.report, b.report], [rovan])}
    assert found == {"the attack"}


def test_labels_of_one_group(told: Told) -> None:
    a, b = told("a", "The Rovan Front spoke."), told("b", "The terror gang spoke.")
    mentions = (Evidence("a", Span(0, 15)), Evidence("b", Span(0, 15)))
    group = Entity("e1", "Rovan Front", "organisation", (), mentions)
    found = {w.referent: [v.text for v in w.variants] for w in find_wording([a.report, b.report], [group])}
    assert found["Rovan Front"] == ["The Rovan Front", "The terror gang"]


def test_a_pronoun_is_no_other_word(told: Told) -> None:
    a, b = told("a", "Korrin Power spoke."), told("b", "Then it spoke.")
    places = (Evidence("a", Span(0, 12)), Evidence("b", Span(5, 7)))
    assert (
        find_wording([a.report, b.report], [Entity("e1", "Korrin Power", "organisation", (), places)]) == ()
    )


def test_one_way_of_putting_it_is_no_difference(told: Told) -> None:
    assert words(told("a", "Twelve have died."), told("b", "There were twelve deaths.")) == {}


def test_a_phrase_is_not_the_word_within_it(told: Told) -> None:
    found = words(told("a", "A hunger strike began."), told("b", "A walkout began amid famine."))
    assert found == {"stopping work": ["hunger strike", "walkout"]}


def test_words_whose_choice_tells_nothing_are_not_shown(told: Told) -> None:
    assert words(told("a", "The mill will close."), told("b", "The mill will shut.")) == {}


def test_a_word_of_many_meanings_needs_company(told: Told) -> None:
    a, b = told("a", "The campaign is over."), told("b", "The air strikes go on.")
    assert words(a, b) == {}
    c = told("c", "The campaign goes on, with bombings.")
    assert words(b, c) == {"the military action": ["air strikes", "bombings", "campaign"]}


def test_what_the_voice_behind_a_figure_is_called(told: Told) -> None:
    a, b = (
        told("a", "Local authorities said so."),
        told("b", "Health officials said so. Officials were sure."),
    )
    cast = [
        Entity("e1", "local authorities", "organisation", (), (Evidence("a", Span(0, 17)),), unnamed=True),
        Entity(
            "e2",
            "health officials",
            "person",
            (),
            (Evidence("b", Span(0, 16)), Evidence("b", Span(26, 35))),
            unnamed=True,
        ),
    ]
    voice = Voice("health officials", "e2", ("a", "b"), "named as the source", ("e1",))
    (found,) = find_wording([a.report, b.report], cast, [voice])
    assert found.referent == "health officials (probably one)"
    assert [variant.text for variant in found.variants] == ["Local authorities", "Health officials"]
    assert find_wording([a.report, b.report], cast, [Voice("x", "e2", ("b",), "named as the source")]) == ()
