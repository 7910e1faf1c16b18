"""What a pronoun that speaks may stand for, by the grammar of the sentences around it."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.described import IT, OPEN_KINDS, is_trade, speakable
from sayso.extract.saying import Saying, child, sentence, subjects

SUBORDINATE = frozenset({"ccomp", "relcl", "advcl", "acl", "pcomp"})
_MET = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj"})  # what "who" behind a date may mean
_ABOVE = frozenset({"relcl", "pcomp"})
_THAT = frozenset(("it", "this", "that"))
_ACCUSING = frozenset(("accuse", "arrest", "charge", "indict", "prosecute", "sue", "suspect"))
FEW = 2  # words of what is denied where it was told just before: "the charges"


def is_contradicted(saying: Saying) -> bool:
    """Whether it denies what was said just before, so that somebody else said that: "They deny it"."""
    if saying.lemma != "deny" or saying.source is None:
        return False
    denied = " ".join(map(saying.passage.words, saying.content)).lower().split()
    they = saying.source.lower_ == "they" or accused_before(saying.source) is not None
    return {*denied} <= _THAT or (they and len(denied) <= FEW)


def sentence_before(head: Token) -> int:
    """How many characters before a word the sentence before its own begins; 0 if none is in the passage."""
    start = sentence(head).start
    return head.idx - sentence(head.doc[start - 1])[0].idx if start else 0


def accused_before(head: Token) -> Token | None:
    """Whom the sentence before says to be accused: "A driver was charged, Quill said. | He | denies it"."""
    start = sentence(head).start
    before = sentence(head.doc[start - 1]) if start and head.lower_ in ("he", "she") else ()
    return next((t for t in before if t.dep_ == "nsubjpass" and t.head.lemma_ in _ACCUSING), None)


def plural_before(head: Token, denied: bool, alone: bool) -> Token | None:
    """The plural subject of the same sentence: "troops entered the site, which they say …".

    Where what was said before is ``denied``, who was done something: "Two sailors were held. They deny it".
    That of the sentence before where who spoke last is no more than one: "Sailors came. They said …".
    """
    if (body := _body_around(head)) is not None:
        return body
    own, they = sentence(head), head.lower_ == "they"
    denied = denied and own.start > 0
    before = sentence(head.doc[own.start - 1]) if own.start > 0 and (denied or alone) else own
    as_what = ("nsubjpass", "dobj") if denied else ("nsubj",)
    told = (t for part in ((before,) if denied else (own, before)) for t in part if they and t.i < head.i)
    return next((t for t in told if t.dep_ in as_what and t.tag_ == "NNS" and speakable(t)), None)


def _body_around(head: Token) -> Token | None:
    """The body as whose people they speak: "At the ministry | they | said"; not "in the town"."""
    places = (c for c in head.head.lefts if c.lower_ in ("in", "at") and c.is_sent_start)
    there = child(next(places, head), "pobj")
    if there is None or any(t.text != "," for t in there.doc[there.i + 1 : head.i]):
        return None
    issuing = words("sources", "issuers") - words("sources", "places")
    the = there.lower_ in issuing and there.left_edge.lower_ == "the"
    return there if the or (there.pos_ == "PROPN" and there.ent_type_ == "ORG") else None


def antecedent(subject: Token, verb: Token) -> Token | None:
    """Whom the subject of a verb of saying stands for, where it is "who" or doubled; None if it is nobody."""
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        noun = verb.head
        if noun.dep_ != "pobj" or subject.lower_ != "who":
            return noun
        of, bodies = noun.head, words("sources", "bodies")  # "a man of Orrin, who", "… at the port, who"
        within = of.i > 0 and (of.lower_ == "at" or noun.ent_type_ == "ORG" or noun.lower_ in bodies)
        whose = of.nbor(-1) if within else noun
        known = whose.lower_ in words("sources", "people") | OPEN_KINDS.keys()
        if noun.lower_ == "time" or noun.ent_type_ in ("DATE", "TIME"):  # "two men called at the time | who"
            others = (t for t in reversed(of.doc[: of.i]) if t.dep_ in _MET)
            return next(filter(speakable, others), None)
        return whose if known else of.head if noun.ent_type_ in ("GPE", "LOC") else noun
    before = subject.nbor(-1) if subject.i else subject
    if subject.tag_ == "PRP" and before.pos_ == "PROPN" and before.head == verb:
        return before  # machine-made: "The mayor Ana Quill | she | said"
    return subject if subject.lower_ not in ("what", "this", "that", "there", "which") else None


def subject_above(head: Token) -> Token | None:
    """The body that does that on which a clause hangs: "The navy took a boat that | it | said sank"."""
    below = next((t for t in (head.head, *head.head.ancestors) if t.dep_ in _ABOVE), None)
    above = next((t for t in below.ancestors if subjects(t)), None) if below is not None else None
    subject = subjects(above)[-1] if above is not None and head.lower_ in IT else None
    if subject is None or subject.i > head.i:
        return None
    return subject if subject.tag_ == "NNP" or subject.lower_ in words("sources", "bodies") else None


def introduced_by(head: Token) -> Token | None:
    """Whom what is said introduces: "The airline Nordwing shut, | it | said"; not the group that acts."""
    told = child(head.head, "ccomp") if head.lower_ in IT else None
    named = (t for t in (subjects(told) if told is not None else ()) if t.i < head.i and t.pos_ == "PROPN")
    return next((t for t in named if any(is_trade(c) and c.lower_ != "group" for c in t.lefts)), None)


def subject_after(head: Token) -> Token | None:
    """The subject that "While he praised the crew, Hale said …" announces."""
    clause = head.head
    if clause.dep_ != "advcl" or clause.i > clause.head.i:
        return None
    return next((c for c in clause.head.children if c.dep_ == "nsubj" and c.i > clause.i), head)


def subject_before(head: Token) -> Token | None:
    """The subject of the clause or sentence that comes before, in the same passage.

    Where that is "we", whom we asked: "We spoke to the engineer Tor Hale. He said …".
    """
    start = sentence(head).start
    for token in reversed(head.doc[: head.i]):
        if token.i < start and token.dep_ == "nsubj" and token.lower_ in ("we", "i"):
            objects = (t for t in token.head.subtree if t.dep_ in ("dobj", "pobj") and t.pos_ == "PROPN")
            if met := next((t for t in objects if token.head in (t.head, t.head.head)), None):
                return met
        within = token.i < start and token.head.dep_ in SUBORDINATE  # "Quill said Hale had left. He …"
        told = token.head.dep_ == "ccomp" or head.head.dep_ == "parataxis"
        within |= head.lower_ in IT and token.i >= start and told  # "two roads are shut, it said"
        behind = token.dep_ in ("dobj", "attr") and token.head.dep_ == "ROOT" and not subjects(token.head)
        behind = behind and any(
            t.dep_ in ("prep", "advmod") for t in token.head.lefts
        )  # "There stood | Hale"
        subject = behind or token.dep_ in ("nsubj", "nsubjpass")
        if subject and token.pos_ in ("PROPN", "NOUN") and not within:
            return token
    return None


def told_of(head: Token, denied: bool) -> Token | None:
    """Of whom a clause tells: "A guard | who fled because | he | was afraid"; the accused, if ``denied``."""
    if denied:
        return accused_before(head)
    clause = next((t for t in head.head.ancestors if t.dep_ == "relcl"), None)
    who = clause is not None and clause.head.tag_ == "NN" and "who" in [t.lower_ for t in subjects(clause)]
    return clause.head if clause is not None and who else None
