"""The remembering ruler says of every token what spaCy's own says."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from sayso.nlp import model_path
from sayso.tagging import Ruler

LINES = (
    "I you it he they who that 's 'll 'd 're n't do does did have had has been is are was were let gon na",
    "got ta ai doin' goin' nothin' ol' 'em y' all but a the an there this less more most to not no , . \"",
    "- 3 workers closed the plant said Tuesday because of",
)
WORDS = ["\n", *(word for line in LINES for word in line.split())]
PARSED = spacy.load(model_path(), exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])
OWN = spacy.load(model_path(), exclude=["tok2vec", "tagger", "parser", "ner", "senter", "lemmatizer"])


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_same_as_spacys_own(text: str) -> None:
    own = OWN.get_pipe("attribute_ruler")
    assert isinstance(own, AttributeRuler)
    parsed = PARSED(text)
    assert said(Ruler(own)(again(parsed))) == said(own(again(parsed)))


def again(doc: Doc) -> Doc:
    return Doc(OWN.vocab).from_bytes(doc.to_bytes())


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]
