"""What a verb of saying governs: the clause, the object, or what follows its preposition."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.extract.attributions.cues import cues, lemma_of, listed, number_given, particle_of
from sayso.extract.saying import agent_of, child, of_the_verb, phrase, subjects, without

OBJECTS = ("dobj", "oprd", "attr", "dative")
CLAUSES = ("ccomp", "xcomp")


def governed(verb: Token, lemma: str) -> list[Token]:
    """The words that say what is said; none where the verb governs nothing."""
    return (
        number_given(verb)
        or _plea(verb)
        or count_alone(verb)
        or _clause_words(verb, lemma)
        or _object_words(verb, lemma)
        or _passive_words(verb, lemma)
        or _prepositional(verb)
    )


def taken_in(verb: Token) -> list[Token]:
    """ "Said four had died and | accused the port": what the speaker does. Not "had confessed but denied"."""
    said = (c for c in verb.children if c.dep_ == "ccomp" and verb.tag_ == "VBD")
    past = (c for c in said if "had" in map(str, c.children) and lemma_of(c) not in cues("clause"))
    deeds = (t for c in past for t in c.children if t.dep_ == "conj" and t.tag_ == "VBD" and not subjects(t))
    return [t for t in deeds if cues("object").get(lemma_of(t), "assert") != "assert"]


def introducing(clause: Token) -> list[Token]:
    """The "that" before a reported clause."""
    marks = (c for c in clause.children if c.i < clause.i and (c.dep_ == "mark" or c.tag_ == "IN"))
    return [c for c in marks if c.lower_ in ("that", "whether", "if")]


# ---- clauses ----


def _clause_words(verb: Token, lemma: str) -> list[Token]:
    """The clause that a verb of saying governs, without "that"."""
    if lemma not in cues("clause") or " " in lemma:
        return []
    clauses = [c for c in verb.children if c.dep_ in CLAUSES and not _apart(c, verb)] or _finite(verb)
    if not clauses and verb.dep_ == "parataxis":  # "The ferry, Quill said, will sail"
        stray = [t for c in subjects(verb)[:-1] for t in c.subtree]
        return [*stray, *without(verb.head.subtree, verb.subtree, according(verb.head))]
    more = [t for deed in taken_in(verb) for t in deed.subtree]
    found = [t for c in clauses for t in without(c.subtree, introducing(c), according(c), more)]
    if verb.dep_ == "relcl" and (relative := [t for t in found if t.tag_ in ("WDT", "WP")]):
        found = [*(t for t in phrase(verb.head) if t.i < verb.i), *without(found, relative)]
    return [*_asked(verb, lemma, found), *found]


def _finite(verb: Token) -> list[Token]:
    """ "Men it said | were hired guards": an object for the parse, but a verb begins it."""
    behind = [c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1]
    return [c for c in behind if c.left_edge.pos_ == "AUX" and verb.dep_ == "relcl"]


def _apart(clause: Token, verb: Token) -> bool:
    """ "It rained; Quill denied sailing": not that it rained; "asked for 2 million, of which …"."""
    stops = ";:" if child(verb, "dobj") is not None else ";"
    ahead = (t for child in clause.lefts for t in child.subtree)
    remark = any(t.tag_ == "WDT" and t.dep_ == "pobj" for t in ahead)
    return remark or any(t.text in stops for t in verb.doc[clause.i : verb.i])


def _asked(verb: Token, lemma: str, found: Sequence[Token]) -> list[Token]:
    """Who is to do it: "asked | the crew to wait"."""
    whom = child(verb, "dobj")
    if lemma not in listed("asking") or whom is None or not found or found[0].tag_ != "TO":
        return []
    return list(whom.subtree) if verb.i < whom.i < found[0].i else []


# ---- objects ----


def _object_words(verb: Token, lemma: str) -> list[Token]:
    """To the next clause: "denied the claim", "called the plan a mistake", "blamed the other for it"."""
    if lemma not in cues("object"):
        return []
    right = [c for c in verb.children if c.i > verb.i]
    shifted = verb.dep_ == "ROOT" and verb.doc[verb.i + 1 : verb.i + 2].text == "as"  # "as a lie | the claim"
    objects = (*OBJECTS, *CLAUSES, "prep") if shifted else (*OBJECTS, *CLAUSES)
    starts = [n for n, c in enumerate(right) if c.dep_ in objects]
    if not starts:
        return []
    stop = next((n for n, c in enumerate(right) if n > starts[0] and _ends_object(c)), len(right))
    return [t for c in right[starts[0] : stop] for t in without(c.subtree, according(c))]


def _ends_object(part: Token) -> bool:
    stop = part.is_punct and part.text in (",", ";", ":", "–", "—")
    return stop or part.dep_ in ("cc", "conj", "advcl") or part.lower_ == "according"


def judged(verb: Token) -> list[Token]:
    """ "The plan was condemned by Quill | as a betrayal": what somebody is said to call it."""
    agent = agent_of(verb)
    if agent is None or lemma_of(verb) not in cues("object"):
        return []
    own = (c for c in verb.children if c.i > agent.i and c.dep_ == "prep")
    return [t for c in (*of_the_verb(agent), *own) if c.lower_ == "as" for t in c.subtree]


def _passive_words(verb: Token, lemma: str) -> list[Token]:
    """"The port was accused by Quill of hiding it": the port, and of what."""  # fmt: skip
    agent, whom = agent_of(verb), _done_to(verb)
    if lemma not in cues("object") or agent is None or not whom:
        return []
    if called := judged(verb):
        return [*whom, *called]
    own = (c for c in verb.children if c.i > agent.i and c.dep_ in ("prep", "oprd", "xcomp"))
    behind = [c for c in (*of_the_verb(agent), *own) if c.lower_ in ("of", "for")]
    return [*whom, *(t for c in behind for t in c.subtree)] if cues("object")[lemma] != "assert" else []


def _done_to(verb: Token) -> list[Token]:
    """Whom a passive is about: its subject, or the noun that it hangs on."""
    while verb.dep_ == "conj" and child(verb, "nsubjpass") is None and verb.head.tag_ == "VBN":
        verb = verb.head
    subject = child(verb, "nsubjpass")
    if subject is not None and subject.tag_ not in ("WDT", "WP"):
        return without(subject.subtree, *([*c.subtree] for c in subject.children if c.dep_ == "relcl"))
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return [t for t in phrase(verb.head) if t.i < verb.i]
    return []


def _plea(verb: Token) -> list[Token]:
    """"pleaded | not guilty to two counts"."""  # fmt: skip
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    plea = next((t for t in behind if t.lower_ in ("guilty", "innocent")), None)
    if verb.lemma_.lower() != "plead" or plea is None:
        return []
    to = [t for c in verb.subtree if c.lower_ == "to" and c.i == plea.i + 1 for t in c.subtree]
    return [*behind[: plea.i - verb.i], *to]


def count_alone(verb: Token) -> list[Token]:
    """ "Hale said 20 boats sank; Quill said | 35"."""
    counts = [c for c in verb.children if c.i == verb.i + 1 and c.tag_ == "CD" and c.ent_type_ != "DATE"]
    alone = verb.lemma_ == "say" and verb.doc[verb.i + 2 : verb.i + 3].text in (".", ",", ";")
    return counts if alone else []


def _prepositional(verb: Token) -> list[Token]:
    """"warned of floods", "called on the port to pay", "referred to it as a shame"."""  # fmt: skip
    particle = particle_of(verb)
    if particle is None:
        return []
    whom = [g for g in particle.children if g.dep_ in ("pobj", "pcomp")]
    behind = (c for c in verb.children if whom and c.i > particle.i)
    what = [c for c in behind if c.dep_ == "xcomp" or c.lower_ == "as"]
    return [t for part in (*whom, *what) for t in part.subtree]


def according(part: Token) -> list[Token]:
    """An "according to" that hangs on a clause: no part of it."""
    return [t for c in part.children if c.lower_ == "according" for t in c.subtree]
