"""Reported speech and stance: verbs of saying with their subject and the clause or object they govern; "according to".

The words are in ``lexicon/cues.toml``. The frames follow PolNeAR: source, cue, content (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from sayso.data import table
from sayso.extract.saying import Saying, child, covered, phrase, without
from sayso.model import Polarity
from sayso.nlp import Passage
from sayso.span import Span

OBJECTS = ("dobj", "oprd", "attr", "dative")
CLAUSES = ("ccomp", "xcomp")


@cache
def cues(frame: str) -> dict[str, Polarity]:
    """Lemma → polarity, of the verbs that take a ``clause`` or an ``object``. The first list that has a verb decides."""
    found: dict[str, Polarity] = {}
    for polarity, lemmas in table("cues")[frame].items():
        for lemma in lemmas:
            found.setdefault(lemma, polarity)
    return found


def is_quoting(token: Token) -> bool:
    """Whether the token is a verb that can stand beside a quotation."""
    return lemma_of(token) in cues("clause") or lemma_of(token) in cues("quotation")


def lemma_of(token: Token) -> str:
    """Lemma of a verb; also where a stray capital or a headline made the tagger take it for a name."""
    if token.pos_ in ("VERB", "AUX"):
        return token.lemma_.lower()
    return {"said": "say", "says": "say", "told": "tell", "tells": "tell"}.get(token.lower_, "")


def find_reported(passage: Passage) -> Iterator[Saying]:
    """Every reported clause or stance of a passage."""
    for token in passage.doc:
        if token.lower_ == "according":
            yield from _according(passage, token)
        elif (lemma := lemma_of(token)) in ("quote", "cite") and token.dep_ != "amod":
            yield from _quoting(passage, token)
        elif (lemma in cues("clause") or lemma in cues("object")) and not _idle(token):
            yield from _governed(passage, token, lemma)


def source_of(verb: Token) -> Token | None:
    """Who says it: the verb's subject, its agent, or the subject of the verb it hangs on."""
    seen = verb
    for _ in range(4):
        passive = child(seen, "nsubjpass", "auxpass") is not None
        if passive and (agent := child(seen, "agent")) is not None:
            return child(agent, "pobj")
        subject = child(seen, "nsubj", "nsubjpass") or _coordinated_subject(seen)
        if subject is not None and subject.dep_ == "nsubj":
            return _antecedent(subject, seen)
        if subject is not None:
            return None
        if seen.dep_ in ("conj", "advcl", "xcomp", "pcomp", "dep") and seen.head is not seen:
            seen = seen.head if seen.head.pos_ in ("VERB", "AUX") or seen.head.dep_ != "prep" else seen.head.head
        elif seen.dep_ == "acl" and seen.tag_ == "VBG":
            return seen.head
        else:
            return None
    return None


def _coordinated_subject(verb: Token) -> Token | None:
    """`with Quill calling it a risk and saying …`: the subject of the verb of the same form to the left."""
    if verb.dep_ != "conj" or verb.tag_ != "VBG" or verb.head.tag_ == "VBG":
        return None
    left = (t for t in reversed(verb.sent) if t.i < verb.i and t.tag_ == "VBG")
    return next((subject for t in left if (subject := child(t, "nsubj")) is not None), None)


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return subject if subject.lower_ not in ("what", "this", "that", "there", "which") else None


def _idle(verb: Token) -> bool:
    """Not said: "to say", "did not say", "would have said", "asked whether they would say"."""
    if verb.tag_ == "VB" and child(verb, "aux") is not None:
        auxiliary = [c.lower_ for c in verb.children if c.dep_ == "aux"]
        if "to" in auxiliary or any(a in ("could", "would", "should", "might", "may", "can") for a in auxiliary):
            return verb.lemma_ in ("say", "tell", "add", "report") or "to" in auxiliary
    negated = any(c.dep_ == "neg" for c in verb.children)
    return negated and verb.lemma_.lower() not in ("support", "want", "accept", "rule", "believe", "think", "expect", "deny", "back", "recognize")


def _governed(passage: Passage, verb: Token, lemma: str) -> Iterator[Saying]:
    source = source_of(verb)
    polarity = cues("clause").get(lemma) or cues("object")[lemma]
    if source is None:
        return
    if child(verb, "neg") is not None:
        polarity = _NEGATED.get(lemma, "deny")
    words = _stated_noun(verb) or _clause_words(verb, lemma) or _object_words(verb, lemma) or _prepositional(verb, lemma)
    own = [verb, *(t for t in source.subtree if t.i < verb.i or source.i > verb.i)] if source.head == verb else [verb]
    words = without(words, own)
    if words and words[0].text.istitle() and lemma_of(words[0]) in ("say", "tell"):
        return  # two cues and no subject between: the sentence is scrambled
    if content := covered(passage, words):
        yield Saying(passage, _cue(passage, verb), content, source, lemma, polarity, audience=_audience(verb, lemma), verb=verb)


_NEGATED: dict[str, Polarity] = {"support": "oppose", "back": "oppose", "want": "refuse", "accept": "refuse"}
_SAID_NOUNS = frozenset("stance position claim belief view warning statement promise pledge vow threat demand opinion assessment".split())


def _stated_noun(verb: Token) -> list[Token]:
    """"reiterated their stance that …": the clause on the noun."""
    noun = child(verb, "dobj")
    clause = child(noun, "acl", "ccomp", "relcl") if noun is not None and noun.lemma_ in _SAID_NOUNS else None
    if clause is None or not (mark := _introducing(clause)):
        return []
    return without(clause.subtree, mark)


def _clause_words(verb: Token, lemma: str) -> list[Token]:
    """The clause that a verb of saying governs, without "that", and what the parse cut off its end."""
    if lemma not in cues("clause"):
        return []
    clauses = [c for c in verb.children if c.dep_ in CLAUSES]
    words = [t for c in clauses for t in without(c.subtree, _introducing(c), _according_parts(c))]
    if not words:
        return []
    if verb.dep_ == "relcl" and (relative := [t for t in words if t.tag_ in ("WDT", "WP")]):
        words = [*(t for t in phrase(verb.head) if t.i < verb.i), *without(words, relative)]
    return sorted([*words, *_cut_off(verb, max(words, key=lambda t: t.i))], key=lambda t: t.i)


def _cut_off(verb: Token, last: Token) -> list[Token]:
    """A predicate right behind the clause, without subject or conjunction of its own: "that three of ten freed | were released"."""
    for c in verb.children:
        first = min(t.i for t in c.subtree)
        if c.dep_ in ("advcl", "conj", "dep") and first == last.i + 1 and c.doc[first].dep_ in ("aux", "auxpass") and child(c, "nsubj", "mark") is None:
            return list(c.subtree)
    return []


def _object_words(verb: Token, lemma: str) -> list[Token]:
    """What an object verb is about, to the next clause: "denied the claim", "called the plan a mistake", "blamed the other for the delay"."""
    if lemma not in cues("object"):
        return []
    right = [c for c in verb.children if c.i > verb.i]
    start = next((n for n, c in enumerate(right) if c.dep_ in (*OBJECTS, *CLAUSES) or (lemma == "refer" and c.lower_ == "to")), None)
    if start is None:
        return []
    stop = next((n for n, c in enumerate(right) if n > start and _ends_object(c)), len(right))
    words = [t for c in right[start:stop] for t in c.subtree if not (c.lower_ == "to" and t == c)]
    return without(words, *(_according_parts(c) for c in right[start:stop]))


def _ends_object(part: Token) -> bool:
    return part.dep_ in ("cc", "conj", "advcl") or (part.is_punct and part.text in (",", ";", ":", "–", "—")) or part.lower_ == "according"


_GOVERNED_BY_PREPOSITION = {
    "warn": ("of", "against", "about"), "call": ("for", "on"), "accuse": ("of",), "blame": ("for",), "complain": ("about", "of"),
    "insist": ("on",), "appeal": ("for", "to"), "object": ("to",), "protest": ("against",), "speak": ("of", "about"),
    "talk": ("about", "of"), "commit": ("to",), "complain of": (), "thank": ("for",), "hint": ("at",), "boast": ("of", "about"),
}  # fmt: skip


def _prepositional(verb: Token, lemma: str) -> list[Token]:
    wanted = _GOVERNED_BY_PREPOSITION.get(lemma, ())
    parts = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in wanted and c.i > verb.i]
    governed = [g for p in parts for g in p.children if g.dep_ in ("pobj", "pcomp")]
    return [t for g in governed for t in g.subtree]


def _introducing(part: Token) -> list[Token]:
    """The "that" before a reported clause."""
    return [c for c in part.children if c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") and c.i < part.i]


def _according_parts(part: Token) -> list[Token]:
    return [t for c in part.children if c.lower_ == "according" for t in c.subtree]


def _cue(passage: Passage, verb: Token) -> tuple[Span, ...]:
    """The verb with its auxiliaries, negation and the adverbs between: "has repeatedly denied"."""
    group = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i)]
    first = min(t.i for t in group)
    between = [t for t in verb.doc[first : verb.i] if t not in group]
    words = group if not all(t.dep_ == "advmod" for t in between) else [*group, *between]
    return tuple(passage.span(t) for t in words) if len(covered(passage, words)) != 1 else covered(passage, words)


def _audience(verb: Token, lemma: str) -> Token | None:
    if lemma not in ("tell", "inform", "assure", "remind", "notify", "brief", "warn", "ask", "urge"):
        return None
    return child(verb, "dobj", "dative")


# ---- "according to" ----


def _according(passage: Passage, token: Token) -> Iterator[Saying]:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source = child(to, "pobj") if to is not None else None
    if to is None or source is None:
        return
    clause = _clause(token)
    cue = covered(passage, [token, to])
    if clause is None or not cue:
        return
    clause = _innermost(clause, token)
    words = without(clause.subtree, token.subtree, _own_clauses(clause, token), _relative(clause))
    words = [t for t in words if t.sent == token.sent]
    if content := covered(passage, words):
        yield Saying(passage, cue, (_longest(content),), source, "according to", "assert", verb=token)


def _longest(content: Iterable[Span]) -> Span:
    return max(content, key=len)


def _clause(token: Token) -> Token | None:
    """The clause that "according to" qualifies, with the clauses it is joined to by "and"."""
    head = token.head
    for _ in range(6):
        if head.pos_ in ("VERB", "AUX") or head.dep_ == "ROOT":
            break
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX") and head.head is not head:
        head = head.head
    return head if head.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "NUM", "ADJ") else None


def _innermost(clause: Token, token: Token) -> Token:
    """Behind somebody's saying, "according to" qualifies the clause that ends right before it, not the saying."""
    if lemma_of(clause) not in cues("clause") or child(clause, "nsubj") is None:
        return clause
    before = [t for t in clause.subtree if t.dep_ in ("relcl", "advcl", "conj", "acl") and t.i < token.i]
    ending = [t for t in before if max(w.i for w in t.subtree if w.i < token.i) >= token.i - 2 and child(t, "nsubj", "nsubjpass") is not None]
    return ending[-1] if ending else clause


def _own_clauses(clause: Token, token: Token) -> list[Token]:
    """Clauses that begin behind the qualification are the outlet's: "…, according to Hale, though it is unclear …"."""
    after = max(t.i for t in token.subtree)
    return [t for t in clause.subtree if t.i > after] if any(c.i > after and c.dep_ in ("advcl", "conj", "ccomp") for c in clause.children) else []


def _relative(clause: Token) -> list[Token]:
    if clause.dep_ != "relcl":
        return []
    return [c for c in clause.children if c.tag_ in ("WRB", "WDT", "WP")]


# ---- "quoted an official as saying" ----


def _quoting(passage: Passage, verb: Token) -> Iterator[Saying]:
    """"Harbour Radio quoted an official as saying that …": the official speaks, the radio relays."""
    quoted, medium = child(verb, "dobj", "nsubjpass"), source_of(verb)
    saying = next((t for t in verb.subtree if t.lower_ in ("saying", "telling", "stating", "talking", "confirming", "announcing") and t.i > verb.i), None)
    if quoted is None or saying is None or quoted.i > saying.i:
        return
    parts = [c for c in saying.children if c.dep_ in (*CLAUSES, "dobj", "prep") and c.i > saying.i]
    if saying.lower_ == "talking":
        parts = [g for p in parts for g in p.children if g.dep_ in ("pobj", "pcomp")] or parts
    words = [t for part in parts for t in without(part.subtree, _introducing(part))]
    if content := covered(passage, words):
        cue = covered(passage, [verb, *(t for t in verb.doc[verb.i : saying.i + 1] if t.dep_ in ("prep", "pcomp") and t.head in (verb, saying) or t is saying)])
        relays = tuple(covered(passage, phrase(medium))) if medium is not None and medium is not quoted else ()
        agent = child(verb, "agent")
        if agent is not None and (by := child(agent, "pobj")) is not None:
            relays = covered(passage, phrase(by))
        yield Saying(passage, cue, content, quoted, "quote", "assert", relays[:1], verb=saying)
