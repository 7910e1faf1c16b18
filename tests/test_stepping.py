"""The stepwise components decide as spaCy's own do."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.nlp import model_path
from sayso.stepping import stepwise

LINES = (
    "Mayor Ana Ruiz of Port Tarn said on 3 May that 12 workers of Velmar Steel were hurt , the Herald said .",
    'The U.N. and the European Union " did not " pay $ 4 million to Kenya ; police in New York denied it',
)
WORDS = ["\n", " ", *(word for line in LINES for word in line.split())]
OWN = spacy.load(model_path(), exclude=["senter"])
STEPWISE = spacy.load(model_path(), exclude=["senter"])
stepwise(STEPWISE)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=6))
def test_same_as_spacys_own(texts: list[str]) -> None:
    own, steps = (list(map(said, pipeline.pipe(texts))) for pipeline in (OWN, STEPWISE))
    assert steps == own


def test_a_beam_is_left_to_spacy() -> None:
    beam = spacy.blank("en")
    beam.add_pipe("beam_ner", name="ner")
    stepwise(beam)
    assert beam.pipe_names == ["ner"]


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.tag_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_, t.lemma_) for t in doc]
