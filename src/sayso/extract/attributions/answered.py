"""What somebody answers to a claim in the sentence that tells it: "…, which the ministry denied"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.data import table
from sayso.extract.attributions.cues import cues, lemma_of, polarity_of_cue
from sayso.extract.attributions.governed import introducing
from sayso.extract.attributions.polarity import EVALUATING
from sayso.extract.attributions.reported import cue_of, is_unsaid
from sayso.extract.saying import Saying, agent_of, child, covered, subjects, without
from sayso.nlp import Passage

ANSWERS = frozenset(("deny", "refuse", "oppose", "concede"))


def find_answered(passage: Passage) -> Iterator[Saying]:
    """Every answer to the clause that ends before it, with that clause as its content."""
    for verb in passage.doc:
        lemma = lemma_of(verb)
        untrue = lemma in EVALUATING and _calls_untrue(verb)
        answers = untrue or lemma == "confirm" or cues("object").get(lemma) in ANSWERS
        if not answers or is_unsaid(verb):
            continue
        source, comma = child(verb, "nsubj") or agent_of(verb), _comma(verb)
        if source is None or comma is None or source.i < comma.i:
            continue
        if content := covered(passage, _clause_before(comma)):
            cue, polarity = cue_of(passage, verb), "deny" if untrue else polarity_of_cue(verb, lemma)
            if untrue:  # "called … a lie"
                cue = (*cue, *covered(passage, [t for t in verb.subtree if t.i > verb.i]))
            yield Saying(passage, cue, content, source, lemma, polarity, verb=verb, answers=True)


def _calls_untrue(verb: Token) -> bool:
    """ "A claim that the ministry called | a lie": as good as a denial."""
    judged = {t.lower_ for t in verb.subtree if t.i > verb.i}
    return not judged.isdisjoint(table("cues")["other"]["untrue"])


def _comma(verb: Token) -> Token | None:
    """The comma before "which" or "a claim", where that is what the verb answers to."""
    which = child(verb, "dobj", "nsubjpass")  # "which the ministry denied", "which was denied by …"
    if verb.head.tag_ == "NNS" and {"had", "been"} <= {c.lower_ for c in verb.children}:
        which = None  # "the results, which had been confirmed by …"
    firsts = (which if which is not None and which.lower_ == "which" else None, _claim(verb))
    before = (first.nbor(-1) for first in firsts if first is not None and first.i > 0)
    return next((mark for mark in before if mark.text in (",", "–", "—")), None)


def _claim(verb: Token) -> Token | None:
    """The first word of "a claim", "an old accusation", which the verb says more of."""
    noun, own = verb.head, child(verb, "dobj")
    if verb.dep_ not in ("relcl", "acl") or noun.lemma_.lower() not in table("cues")["other"]["claims"]:
        return None
    if any(t.tag_ in ("JJR", "PDT") for t in noun.subtree if t.i < noun.i):  # "twice the number given by …"
        return None
    return noun.left_edge if noun.i < verb.i and (own is None or own.lower_ in ("that", "which")) else None


def _clause_before(comma: Token) -> Sequence[Token]:
    """The innermost clause that ends at the comma."""
    token = comma.nbor(-1) if comma.i > 0 else comma
    while token.pos_ not in ("VERB", "AUX") or not subjects(token):
        if token.head == token:
            return ()
        token = token.head
    told = [t for t in token.subtree if t.i < comma.i]
    return without(told, introducing(token))
