"""What a verb of saying governs: the clause, the object, or what follows its preposition."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.data import table
from sayso.extract.cues import cues, is_quoting, lemma_of, listed, number_given, particle_of
from sayso.extract.saying import agent_of, child, of_the_verb, phrase, subjects, without

OBJECTS = ("dobj", "oprd", "attr", "dative")
CLAUSES = ("ccomp", "xcomp")
CONDITIONS = frozenset(("if", "unless", "once", "until", "when", "though", "although", "because"))


def governed(verb: Token, lemma: str) -> list[Token]:
    """The words that say what is said; none where the verb governs nothing."""
    return (
        number_given(verb)
        or _stated_noun(verb)
        or _plea(verb)
        or _clause_words(verb, lemma)
        or _object_words(verb, lemma)
        or _passive_words(verb, lemma)
        or _prepositional(verb)
    )


def introducing(clause: Token) -> list[Token]:
    """The "that" before a reported clause."""
    marks = (c for c in clause.children if c.i < clause.i and (c.dep_ == "mark" or c.tag_ == "IN"))
    return [c for c in marks if c.lower_ in ("that", "whether", "if")]


def resumed(verb: Token) -> Token | None:
    """The verb of saying from which this one goes on, where the parse hangs it on what was said.

    "said the ferry was late, adding that …"; "said the ferry was late and warned that …".
    """
    if _comments(verb):
        return next((s for a in verb.ancestors if (s := _said_by(a)) is not None), None)
    clause, saying = verb.head, verb.head.head
    joined = verb.dep_ == "conj" and clause.dep_ in CLAUSES and verb.tag_ == saying.tag_
    own = subjects(verb) or introducing(verb) or child(verb, "aux", "auxpass")
    speech = lemma_of(verb) in cues("clause") and lemma_of(verb) not in listed("attitudes")
    return saying if joined and speech and not own and is_quoting(saying) else None


def _said_by(clause: Token) -> Token | None:
    """The verb of saying that governs a clause: "said the ferry was late", "denied claims that it was"."""
    saying = clause.head.head if clause.dep_ == "acl" and clause.head.dep_ == "dobj" else clause.head
    return saying if clause.dep_ in (*CLAUSES, "acl") and is_quoting(saying) else None


def _comments(verb: Token) -> bool:
    """"…, adding that …"."""  # fmt: skip
    start = verb.left_edge.i
    comma = start > 0 and verb.doc[start - 1].text == ","
    return verb.tag_ == "VBG" and comma and lemma_of(verb).split(" ")[0] in listed("resuming")


def _stated_noun(verb: Token) -> list[Token]:
    """"reiterated their stance that …": the clause on the noun."""  # fmt: skip
    noun = child(verb, "dobj")
    if noun is None or noun.lemma_ not in table("cues")["other"]["nouns"]:
        return []
    clause = child(noun, "acl", "ccomp", "relcl")
    that = introducing(clause) if clause is not None else []
    return without(clause.subtree, that) if clause is not None and that else []


# ---- clauses ----


def _clause_words(verb: Token, lemma: str) -> list[Token]:
    """The clause that a verb of saying governs, without "that", and what the parse cut off its end."""
    if lemma not in cues("clause") or " " in lemma:
        return []
    clauses = [c for c in verb.children if c.dep_ in CLAUSES] or _misplaced(verb, lemma)
    if not clauses and verb.dep_ == "parataxis":  # "The ferry, Quill said, will sail"
        stray = [t for c in subjects(verb)[:-1] for t in c.subtree]
        return [*stray, *without(verb.head.subtree, verb.subtree, according(verb.head))]
    found = [t for c in clauses for t in without(c.subtree, introducing(c), according(c), _aside(c, verb))]
    if verb.dep_ == "relcl" and (relative := [t for t in found if t.tag_ in ("WDT", "WP")]):
        found = [*(t for t in phrase(verb.head) if t.i < verb.i), *without(found, relative)]
    if not found:
        return []
    return [*_condition(verb), *_asked(verb, lemma, found), *found, *_cut_off(verb, max(found, key=_place))]


def _place(token: Token) -> int:
    return token.i


def _misplaced(verb: Token, lemma: str) -> list[Token]:
    """The clause where the parse hung it elsewhere: "said after the vote he would go"."""  # fmt: skip
    if lemma in listed("attitudes"):
        return []
    adverbial = ("advcl", "acl", "relcl")
    behind = [t for t in verb.subtree if t.i > verb.i and t.dep_ in adverbial and subjects(t)]
    return [t for t in behind if _that(t) or (t.dep_ == "advcl" and t.head == verb and _bare(t))][:1]


def _that(clause: Token) -> bool:
    return any(t.lower_ == "that" for t in introducing(clause))


def _bare(clause: Token) -> bool:
    return not any(t.dep_ == "mark" or t.tag_ == "WRB" for t in clause.children)


def _is_parenthetical(verb: Token) -> bool:
    """"If it rains, Quill said, the dam will break"."""  # fmt: skip
    return any(t.is_punct for t in verb.doc[verb.i + 1 : verb.i + 2])


def _condition(verb: Token) -> list[Token]:
    fronted = (c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i and _is_parenthetical(verb))
    return [t for c in fronted if any(m.lower_ in CONDITIONS for m in c.children) for t in c.subtree]


def _aside(clause: Token, verb: Token) -> list[Token]:
    """What the parse hangs on the clause, but is the outlet's or a further saying.

    "While he praised the crew, Quill said the ferry …"; "… said the ferry was late, adding that …".
    """
    behind = (c for c in clause.subtree if c.i > max(verb.i, clause.i))
    aside = (c for c in behind if resumed(c) == verb or _remarks(c, clause))
    further = [t for c in aside for t in (*_joint(c), *c.subtree)]
    if clause.i < verb.i or verb.dep_ == "relcl" or _is_parenthetical(verb):
        return further
    return [*further, *(t for t in clause.subtree if t.i < verb.i)]


def _joint(part: Token) -> list[Token]:
    """The "and" before it."""
    return [t for t in part.head.children if t.dep_ == "cc" and part.dep_ == "conj" and t.i < part.i]


def _remarks(part: Token, clause: Token) -> bool:
    """"…, which is the capital": the outlet explains, at the end of what is said."""  # fmt: skip
    first = part.left_edge
    set_off = first.i > 0 and part.doc[first.i - 1].text == "," and first.tag_ in ("WDT", "WP", "WRB")
    if part.dep_ != "relcl" or not set_off:
        return False
    return [t for t in clause.subtree if not t.is_punct][-1] in part.subtree


def _asked(verb: Token, lemma: str, found: Sequence[Token]) -> list[Token]:
    """Who is to do it: "asked | the crew to wait"."""
    whom = child(verb, "dobj")
    if lemma not in listed("asking") or whom is None or found[0].tag_ != "TO":
        return []
    return list(whom.subtree) if verb.i < whom.i < found[0].i else []


def _cut_off(verb: Token, last: Token) -> list[Token]:
    """A predicate right behind the clause, without a subject: "that three of ten freed | were released"."""
    for part in verb.children:
        first = min(part.subtree, key=_place)
        follows = part.dep_ in ("advcl", "conj", "dep") and first.i == last.i + 1
        if follows and first.dep_ in ("aux", "auxpass") and child(part, "nsubj", "mark") is None:
            return list(part.subtree)
    return []


# ---- objects ----


def _object_words(verb: Token, lemma: str) -> list[Token]:
    """To the next clause: "denied the claim", "called the plan a mistake", "blamed the other for it"."""
    if lemma not in cues("object"):
        return []
    right = [c for c in verb.children if c.i > verb.i]
    starts = [n for n, c in enumerate(right) if c.dep_ in (*OBJECTS, *CLAUSES)]
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
