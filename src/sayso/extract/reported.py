"""Reported speech and stance: verbs of saying with their subject and the clause or object that they govern.

The verbs are in ``lexicon/cues.toml``. The frame is PolNeAR's: source, cue, content (Newell et al., 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.saying import MARKS, Saying, child, covered, phrase, sentence, without
from sayso.model import Polarity
from sayso.nlp import Passage
from sayso.span import Span

OBJECTS = ("dobj", "oprd", "attr", "dative")
CLAUSES = ("ccomp", "xcomp")
MODALS = frozenset(("could", "would", "should", "might", "may", "can", "to"))


@cache
def cues(frame: str) -> dict[str, Polarity]:
    """Lemma → polarity, of verbs that take a ``clause``, an ``object``, or stand beside a ``quotation``."""
    found: dict[str, Polarity] = {}
    for polarity, lemmas in table("cues")[frame].items():
        for lemma in lemmas:
            found.setdefault(lemma, polarity)
    return found


def listed(key: str) -> frozenset[str]:
    """A list of the lexicon of cues."""
    return words("cues", key)


def lemma_of(token: Token) -> str:
    """Lemma of a verb; also where a stray capital or a headline made the tagger take it for a name."""
    if token.pos_ in ("VERB", "AUX"):
        return token.lemma_.lower()
    return {"said": "say", "says": "say", "told": "tell", "tells": "tell"}.get(token.lower_, "")


def is_quoting(token: Token) -> bool:
    """Whether the token is a verb that can stand beside a quotation."""
    return lemma_of(token) in cues("clause") or lemma_of(token) in cues("quotation")


def find_reported(passage: Passage) -> Iterator[Saying]:
    """Every reported clause or stance of a passage."""
    for token in passage.doc:
        lemma = lemma_of(token)
        if (lemma in cues("clause") or lemma in cues("object")) and not _idle(token):
            yield from _governed(passage, token, lemma)


# ---- who ----


def source_of(verb: Token) -> Token | None:
    """Who says it: the verb's subject, its agent, or the subject of the verb it hangs on."""
    seen = resumed(verb) or verb
    for _ in range(4):
        passive = child(seen, "nsubjpass", "auxpass") is not None
        if passive and (agent := child(seen, "agent")) is not None:
            return child(agent, "pobj")
        subject = next(iter(_subjects(seen)[-1:]), None) or _coordinated_subject(seen)
        if subject is not None:
            return _antecedent(subject, seen) if subject.dep_ == "nsubj" else None
        if seen.dep_ in ("conj", "advcl", "xcomp", "pcomp", "dep"):
            seen = seen.head.head if seen.head.dep_ == "prep" else seen.head
        else:
            return seen.head if seen.dep_ == "acl" and seen.tag_ == "VBG" else None
    return None


def _subjects(verb: Token) -> list[Token]:
    """The subjects; of two, the last one is the verb's: "The ferry, Quill said, will sail"."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


def resumed(verb: Token) -> Token | None:
    """The verb of saying that "…, adding that …" goes on from, where the parse hangs it on what was said."""
    if verb.tag_ != "VBG" or lemma_of(verb) not in listed("resuming"):
        return None
    start = verb.left_edge.i
    if start == 0 or verb.doc[start - 1].text != ",":
        return None
    return next((a.head for a in verb.ancestors if a.dep_ in CLAUSES and is_quoting(a.head)), None)


def _coordinated_subject(verb: Token) -> Token | None:
    """`with Quill calling it a risk and saying …`: the subject of the verb of the same form to the left."""
    if verb.dep_ != "conj" or verb.tag_ != "VBG" or verb.head.tag_ == "VBG":
        return None
    left = (t for t in reversed(sentence(verb)) if t.i < verb.i and t.tag_ == "VBG")
    return next((subject for t in left if (subject := child(t, "nsubj")) is not None), None)


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return subject if subject.lower_ not in ("what", "this", "that", "there", "which") else None


def _idle(verb: Token) -> bool:
    """Nothing is said yet, or not at all: "to say", "could say", "did not say"."""
    if verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.children):
        return True
    return child(verb, "neg") is not None and lemma_of(verb) not in _NEGATED


_NEGATED: dict[str, Polarity] = {
    "support": "oppose", "back": "oppose", "endorse": "oppose", "want": "refuse", "believe": "deny",
    "think": "deny", "expect": "deny", "recognize": "refuse", "recognise": "refuse", "deny": "concede",
}  # fmt: skip


# ---- what ----


def _governed(passage: Passage, verb: Token, lemma: str) -> Iterator[Saying]:
    source = source_of(verb)
    if source is None:
        return
    polarity = cues("clause").get(lemma) or cues("object")[lemma]
    if child(verb, "neg") is not None:
        polarity = _NEGATED[lemma]
    words = (
        _stated_noun(verb) or _clause_words(verb, lemma) or _object_words(verb, lemma) or _prepositional(verb)
    )
    words = without(words, [verb], source.subtree if source.head == verb else [])
    if words and words[0].text.istitle() and lemma_of(words[0]) in ("say", "tell"):
        return  # two cues and no subject between: the sentence is scrambled
    if content := covered(passage, words):
        cue, audience = cue_of(passage, verb), audience_of(verb)
        yield Saying(passage, cue, content, source, lemma, polarity, audience=audience, verb=verb)


def _stated_noun(verb: Token) -> list[Token]:
    """"reiterated their stance that …": the clause on the noun."""  # fmt: skip
    noun = child(verb, "dobj")
    clause = (
        child(noun, "acl", "ccomp", "relcl")
        if noun is not None and noun.lemma_ in table("cues")["other"]["nouns"]
        else None
    )
    if clause is None or not (that := introducing(clause)):
        return []
    return without(clause.subtree, that)


def _clause_words(verb: Token, lemma: str) -> list[Token]:
    """The clause that a verb of saying governs, without "that", and what the parse cut off its end."""
    if lemma not in cues("clause"):
        return []
    clauses = [c for c in verb.children if c.dep_ in CLAUSES] or _misplaced(verb, lemma)
    if not clauses and verb.dep_ == "parataxis":  # "The ferry, Quill said, will sail"
        stray = [t for c in _subjects(verb)[:-1] for t in c.subtree]
        return [*stray, *without(verb.head.subtree, verb.subtree, _according(verb.head))]
    words = [t for c in clauses for t in without(c.subtree, introducing(c), _according(c), _aside(c, verb))]
    if verb.dep_ == "relcl" and (relative := [t for t in words if t.tag_ in ("WDT", "WP")]):
        words = [*(t for t in phrase(verb.head) if t.i < verb.i), *without(words, relative)]
    return (
        [*_asked(verb, lemma, words), *words, *_cut_off(verb, max(words, key=lambda t: t.i))] if words else []
    )


def _misplaced(verb: Token, lemma: str) -> list[Token]:
    """The clause where the parse hung it elsewhere: "said after the vote he would go"."""  # fmt: skip
    if lemma in listed("attitudes"):
        return []
    behind = (
        t for t in verb.subtree if t.i > verb.i and t.dep_ in ("advcl", "acl", "relcl") and _subjects(t)
    )
    return [t for t in behind if _that(t) or (t.dep_ == "advcl" and t.head == verb and _bare(t))][:1]


def _that(clause: Token) -> bool:
    return any(t.lower_ == "that" for t in introducing(clause))


def _bare(clause: Token) -> bool:
    return not any(t.dep_ == "mark" or t.tag_ == "WRB" for t in clause.children)


def _aside(clause: Token, verb: Token) -> list[Token]:
    """What the parse hangs on the clause, but is the outlet's or a further saying.

    "While he praised the crew, Quill said the ferry …" (but not "If it rains, Quill said, the ferry …");
    "… said the ferry was late, adding that …".
    """
    further = [t for c in clause.subtree if c.i > verb.i and resumed(c) == verb for t in c.subtree]
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    parenthetical = clause.i < verb.i or any(t.is_punct for t in behind) or verb.dep_ == "relcl"
    return further if parenthetical else [*further, *(t for t in clause.subtree if t.i < verb.i)]


def _asked(verb: Token, lemma: str, words: Sequence[Token]) -> list[Token]:
    """Who is to do it: "asked | the crew to wait", "called on | the port to pay"."""
    asked = [
        c for c in verb.children if verb.i < c.i < min(t.i for t in words) and c.dep_ in ("dobj", "prep")
    ]
    if lemma not in listed("asking") or not asked or words[0].tag_ != "TO":
        return []
    whom = asked[-1] if asked[-1].dep_ == "dobj" else child(asked[-1], "pobj")
    return list(whom.subtree) if whom is not None else []


def _cut_off(verb: Token, last: Token) -> list[Token]:
    """A predicate right behind the clause, without a subject: "that three of ten freed | were released"."""
    for part in verb.children:
        first = min(part.subtree, key=lambda t: t.i)
        follows = part.dep_ in ("advcl", "conj", "dep") and first.i == last.i + 1
        if follows and first.dep_ in ("aux", "auxpass") and child(part, "nsubj", "mark") is None:
            return list(part.subtree)
    return []


def _object_words(verb: Token, lemma: str) -> list[Token]:
    """To the next clause: "denied the claim", "called the plan a mistake", "blamed the other for it"."""
    if lemma not in cues("object"):
        return []
    right = [c for c in verb.children if c.i > verb.i]
    starts = [
        n
        for n, c in enumerate(right)
        if c.dep_ in (*OBJECTS, *CLAUSES) or (lemma == "refer" and c.lower_ == "to")
    ]
    if not starts:
        return []
    stop = next((n for n, c in enumerate(right) if n > starts[0] and _ends_object(c)), len(right))
    parts = right[starts[0] : stop]
    return [t for c in parts for t in without(c.subtree, _according(c), [c] if c.lower_ == "to" else [])]


def _ends_object(part: Token) -> bool:
    stop = part.is_punct and part.text in (",", ";", ":", "–", "—")
    return stop or part.dep_ in ("cc", "conj", "advcl") or part.lower_ == "according"


_GOVERNED_BY: dict[str, tuple[str, ...]] = {
    "warn": ("of", "against", "about"), "call": ("for", "on"), "complain": ("about", "of"), "insist": ("on",),
    "appeal": ("for", "to"), "object": ("to",), "protest": ("against",), "commit": ("to",),
    "hint": ("at",), "boast": ("of", "about"),
}  # fmt: skip


def _governed_by(verb: Token) -> tuple[str, ...]:
    return _GOVERNED_BY.get(lemma_of(verb), ())


def _prepositional(verb: Token) -> list[Token]:
    wanted = _governed_by(verb)
    prepositions = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in wanted and c.i > verb.i]
    return [t for p in prepositions for g in p.children if g.dep_ in ("pobj", "pcomp") for t in g.subtree]


def introducing(clause: Token) -> list[Token]:
    """The "that" before a reported clause."""
    return [
        c
        for c in clause.children
        if c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") and c.i < clause.i
    ]


def _according(part: Token) -> list[Token]:
    return [t for c in part.children if c.lower_ == "according" for t in c.subtree]


# ---- how, and to whom ----


def cue_of(passage: Passage, verb: Token) -> tuple[Span, ...]:
    """The verb with its particle, its auxiliaries and the adverbs before it: "has repeatedly denied"."""
    group = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = verb.i
    while first > 0 and verb.doc[first - 1] in group and verb.doc[first - 1].text[0] not in MARKS:
        first -= 1
    after = [c for c in verb.children if c.i > verb.i and (c.dep_ == "prt" or c.lower_ in _governed_by(verb))]
    last = verb.i + 1 if any(c.i == verb.i + 1 for c in after) else verb.i
    return covered(passage, verb.doc[first : last + 1])


def audience_of(verb: Token) -> Token | None:
    """Whom somebody told."""
    addressed = ("tell", "inform", "assure", "remind", "notify", "brief", "warn", "ask", "urge")
    return child(verb, "dobj", "dative") if lemma_of(verb) in addressed else None
