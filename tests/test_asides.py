"""Asides in the middle of a clause: what the clause is, and where none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.asides import ASIDES, seen_through, signed, wider
from sayso.nlp import pipeline

# text, and the aside with the head of what it vouches for
CASES = [
    ("The storm killed, according to the port, 14 sailors.", "killed"),
    ("The storm has displaced, according to the union, an estimated 4,000 families.", "displaced"),
    ("The storm forced the evacuation of, according to the latest data, 17,631 people.", "forced"),
    ("The storm sank 12 boats and, according to the port, damaged 40.", "damaged"),
    ("The storm sank 12 boats and, according to the port, 40 rafts.", "rafts"),
    ("The mayor said that, according to the port, 30 boats had sunk.", "sunk"),
    ("The union has, according to the port, recruited 300 sailors.", "recruited"),
    ("The blast injured, by the ministry's count, more than 20 sailors.", "injured"),
    ("The boats, according to the port, were old.", "were"),
    # a clause ends before it, or its own comma comes later
    ("The storm killed 14 sailors, according to the port, on Monday.", None),
    ("He was hurt, according to Ruva Hale, 45, a sailor.", None),
    ("He left and, according to Ruva Hale, a former sailor, went home.", None),
    ("He died, according to Ruva Hale, a sailor of 30 years.", None),
    ("He was hurt, by all accounts, on Monday.", None),
    # nor does one end at a comma of the next sentence
    ("The count stands at 30, according to the port this morning. It was two on Monday, four later.", None),
]


@pytest.mark.parametrize(("text", "head"), CASES)
def test_what_an_aside_belongs_to(text: str, head: str | None) -> None:
    doc = seen_through(pipeline()(text), pipeline())
    heads = [aside[1].head.text for aside in doc.spans.get(ASIDES, ())]
    assert heads == ([] if head is None else [head])


def test_the_clause_is_parsed_without_it() -> None:
    doc = seen_through(pipeline()("Police detained, according to the union, 45 students."), pipeline())
    assert [(t.text, t.dep_) for t in doc if t.head.text == "detained" and not t.is_punct] == [
        ("Police", "nsubj"),
        ("detained", "ROOT"),
        ("according", "prep"),
        ("students", "dobj"),
    ]


# a sentence, and of what begins where a clause with its own source ends
PARTED = [
    ("Nine drowned, the port said, and two are missing, Hale said.", [", and tw"]),
    ("Nine drowned, according to the port, and two swam, according to Hale.", [", and tw"]),
    ("Nine drowned, said the port; two are missing, Hale told Harbour Radio.", ["; two ar"]),
    (
        "It sank, Hale said, but it was old, the port said, while the dam held, it added.",
        [", but it", ", while "],
    ),
    # one clause, or no source of the other
    ("The ferry, Quill said, and the harbour, the mayor said, will close.", []),
    ("Nine drowned, the port said, and two are missing.", []),
    ("Nine drowned, the port said. It rained, and two are missing, Hale said.", []),
]


@pytest.mark.parametrize(("text", "behind"), PARTED)
def test_where_a_clause_ends_that_somebody_signs(text: str, behind: list[str]) -> None:
    assert [text[m.end() - 1 :][:8] for m in signed().finditer(text)] == behind


# a sentence, and the wider place between who speaks and the verb
WIDER = [
    ("Two drowned, police in Lund, Tavia, said.", ", Tavia,"),
    ("Two drowned, police in Lund, N.T., said on Monday.", ", N.T.,"),
    ("Two drowned, officials in Old Lund, South Tavia, reported.", ", South Tavia,"),
    # somebody; no source
    ("Two drowned, the envoy in Lund, Mara Quill, said.", None),
    ("In Lund, Tavia, two drowned.", None),
]


@pytest.mark.parametrize(("text", "place"), WIDER)
def test_a_wider_place_is_not_who_speaks(text: str, place: str | None) -> None:
    found = wider().search(text)
    assert (found[2] if found else None) == place
    if place is not None:
        doc = seen_through(pipeline()(text), pipeline())
        subject = next(t for t in doc if t.dep_ == "nsubj" and t.head.lemma_ in ("say", "report"))
        assert subject.text in ("police", "officials")


LINE = "in Lund, Tavia, said killed , according to the port , 14 and that of were “ ” . Hale more than by"


@given(st.lists(st.sampled_from(LINE.split()), max_size=30).map(" ".join))
def test_no_word_is_lost(text: str) -> None:
    text = text.replace(" ,", ",")
    doc = pipeline()(text)
    assert [(t.text, t.idx) for t in seen_through(doc, pipeline())] == [(t.text, t.idx) for t in doc]
