"""What a date in a clause cannot date: what only might have been, what is asked for, what another verb did.

"Has denied arson after the fire on Sunday": a present perfect takes no day of the past, so the day is that of
the fire. Whether a day is past takes the day of the report, so the event keeps how it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.cues import cues, lemma_of
from sayso.extract.compared import is_given
from sayso.extract.events.verbs import FINITE, SUBJECTS, helpers
from sayso.extract.saying import child, stands_behind

Mood = Literal["told", "said", "now", "would"]


def mood(clause: Token, dated: Tokens, said: bool) -> Mood:
    """How the verb that a date belongs to is told.

    ``now``: in the present, or in the present perfect with more between than an object ("has died yesterday",
    "has arrested a man on Friday" are dated). A date in front may head a chronology ("In 1991 it opens").
    """
    verb = next((t for t in dated.root.ancestors if t == clause or _goes_on(t)), clause)
    auxiliaries = helpers(verb)
    if any(a.lower_ in words("events", "would") for a in auxiliaries):
        return "would"
    if any(a.lower_ in words("events", "will") for a in auxiliaries):
        return "now"
    if dated.start < verb.i:
        return "said" if said else "told"
    first = next((a for a in auxiliaries if a.tag_ in FINITE), verb)
    perfect = verb.tag_ == "VBN" and any(a.lower_ in words("events", "have") for a in auxiliaries)
    if first.tag_ == "VBD" or first.tag_ not in FINITE or (perfect and _is_close(verb, dated)):
        return "said" if said else "told"
    return "now"


def _goes_on(token: Token) -> bool:
    """ "Is the owner and | launched it in May": a verb with the subject of the clause."""
    if token.dep_ != "conj":
        return False
    return token.tag_ in FINITE or any(a.tag_ in (*FINITE, "MD") for a in helpers(token))


def _is_close(verb: Token, dated: Tokens) -> bool:
    """Whether nothing but an object stands between a verb and its date."""
    between = (t for t in verb.doc[verb.i + 1 : dated.start] if t != dated.root.head)
    return not any(t.pos_ in ("ADP", "SCONJ", "VERB") for t in between)


def is_unreal(verb: Token) -> bool:
    """ "Would have sunk", "would not sink", "would sink if it rained"; "call the port" asks for something."""
    helping = helpers(verb)
    if verb.tag_ == "VB" and not helping and child(verb, *SUBJECTS) is None:
        return verb.dep_ == "ROOT"
    hopes = (t.head for t in verb.ancestors if t.dep_ == "xcomp" and verb.dep_ == "ccomp")
    if any(t.lemma_.lower() in words("events", "dropped") for t in hopes):
        return True  # "they want to be able to say that 40 have left"
    if not any(a.lower_ in words("events", "would") for a in helping):
        return False
    have = any(a.lower_ in ("have", "'ve", "’ve") for a in helping)
    conditional = any(c.lower_ in words("events", "if") for part in verb.children for c in part.children)
    return have or child(verb, "neg") is not None or conditional


def is_of_another(dated: Tokens, clause: Token) -> bool:
    """Whether what lies between a date and its clause has the date for its own.

    "Resumed after being halted on Sunday", "accused of setting it on Sunday", "had hoped to sail on Sunday",
    "spoke of 1968".
    """
    between = [*_between(dated.root, clause)]
    of_noun = any(
        t.dep_ == "pobj" and t.head.lower_ in words("events", "around" if clause.i < t.i else "onward")
        for t in between[1:]
    )
    if of_noun or _is_behind(dated, clause) or _is_set_beside(dated):
        return True
    return any(_takes(token) for token in between)


def _is_behind(dated: Tokens, clause: Token) -> bool:
    """ "Was charged following the fire at the weekend"; not "has been ill since 2004 and away since May"."""
    for part in clause.children:
        noun = child(part, "pobj")
        if clause.i < part.i and part.lower_ in words("events", "behind") and noun is not None:
            return noun.i + 1 < dated.start and not noun.like_num
    return False


def _is_set_beside(dated: Tokens) -> bool:
    """ "Six arrests, compared to ten the night before", "in response to the raid on Sunday"."""
    for at in range(dated.start - 1, -1, -1):
        token = dated.doc[at]
        recalled = token.lower_ in words("events", "recalling") and token.nbor().lower_ in ("to", "of", "for")
        if recalled or token.lower_ in ("compared", "versus"):
            return True
        if token.tag_ in FINITE or token.is_sent_start:
            return False
    return False


def said_then(dated: Tokens) -> Token | None:
    """The verb that a day stands right behind, if it is one of saying: "Quill said on Monday the dam held".

    Not "Quill said on May 3, the dam held".
    """
    doc, verb = dated.doc, stands_behind(dated)
    spoken = verb.tag_ in FINITE and verb.lemma_.lower() in words("events", "saying")
    apart = dated.end < len(doc) and doc[dated.end].text == ","
    return verb if spoken and not apart else None


def is_said(dated: Tokens, clause: Token) -> bool:
    """ "Quill said on Monday that …": that day is of the saying, not of what is told."""
    verb = said_then(dated) or next((t for t in dated.root.ancestors if t.pos_ in ("VERB", "AUX")), clause)
    claims = verb.lemma_.lower() in words("events", "claiming") and child(verb, "ccomp", "xcomp") is not None
    says = claims or verb.lemma_.lower() in words("events", "saying") or only_says(verb)
    return says and child(verb, *SUBJECTS) is not None


def only_says(verb: Token) -> bool:
    """ "The dam burst, | the mayor reported on Friday": what is said stands before it, no clause of it."""
    subject = child(verb, *SUBJECTS)
    behind = subject is not None and verb.doc[max(0, subject.left_edge.i - 1)].text == ","
    own = child(verb, "ccomp", "xcomp", "dobj", "nsubjpass")
    joined = verb.dep_ in ("conj", "parataxis") and verb.head.i < verb.i
    return joined and behind and lemma_of(verb) in cues("clause") and own is None


def _between(token: Token, clause: Token) -> Iterator[Token]:
    while token != clause and token.head != token:
        yield token
        token = token.head


def _takes(token: Token) -> bool:
    above = token.head
    if token.dep_ == "appos":
        return token.ent_type_ not in ("DATE", "TIME")  # "the raid, the third of this month, was …"
    if is_given(token):
        return True
    if token.dep_ == "pcomp":
        return above.lower_ in words("events", "apart")
    if token.dep_ == "pobj":
        blamed = above.lower_ == "for" and above.head.lemma_.lower() in words("times", "blaming")
        return blamed or (above.lower_ in words("events", "about") and above.head.pos_ == "VERB")
    return token.dep_ == "xcomp" and _is_dropped_plan(above)


def _is_dropped_plan(verb: Token) -> bool:
    """ "Had hoped to", "was planning to": told of what may not have come."""
    tags = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    planned = bool({verb.lemma_.lower(), verb.lower_} & words("events", "dropped"))
    return planned and ("had" in tags or (verb.tag_ == "VBG" and bool(tags & {"was", "were"})))
