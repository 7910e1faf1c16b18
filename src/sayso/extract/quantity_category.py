"""What happens to those who are counted: the category, from the verb, the noun and the words with them.

In this order: the noun that is the outcome itself ("12 deaths"); what stands directly with a bare number
("11 wounded"); what governs the counted noun in the parse ("killed 12", "the release of 12", "the toll rose
to 12"); what follows or describes it ("12 people displaced by …"); the word beside it, where the parse
failed; the state that the noun names ("12 hostages"). Where nothing says it there is no category.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import table
from sayso.extract.quantity_patterns import listed
from sayso.model import Category

Role = Literal["object", "subject"]

_LABEL = 9  # tokens of a line that may be a label with its number
_APART = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "nsubj", "nsubjpass", "dep", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SEE_THROUGH = frozenset({"of", "including", "among", "like"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb or noun that governs a counted noun, and the category it gives (None: it says nothing)."""

    token: Token
    category: Category | None


@cache
def _index(kind: str) -> dict[Any, Category]:
    """Word, or verb and companion, → category, for one list of the lexicon."""
    found: dict[Any, Category] = {}
    for category, lists in table("quantities")["category"].items():
        for entry in lists[kind]:
            found[tuple(entry) if isinstance(entry, list) else entry] = category
    return found


def outcome(noun: Token) -> Category | None:
    """The category of a counted noun that is the outcome itself: "12 deaths"."""
    if noun.lemma_.lower() in listed("clause", "bare") and (noun.i == 0 or noun.nbor(-1).pos_ != "NUM"):
        return None
    return _index("counted").get(noun.lemma_.lower()) or _index("counted").get(noun.lower_)


def qualified(number: Token) -> Category | None:
    """What an adverb says of the number itself: "three of them fatally"."""
    adverbs = (child for child in number.children if child.dep_ == "advmod")
    return next((found for adverb in adverbs if (found := state(adverb))), None)


def standing(noun: Token) -> Category | None:
    """The category of a counted noun where no verb says more: "12 hostages"."""
    return _index("weak").get(noun.lemma_.lower())


# ---- above the counted noun ----


def governor(start: Token) -> Governor | None:
    """What governs the counted noun or bare number ``start``: a verb, or a noun that says an outcome."""
    token = start
    for _ in range(8):
        head, dep = token.head, token.dep_
        if head is token:
            break
        if dep == "pobj":
            step = _through(head)
            if not isinstance(step, Token):
                return step
            token = step
        elif head.pos_ in ("VERB", "AUX"):
            verb = _finite(head, token)
            return Governor(verb, said_to(verb, token))
        elif head.pos_ == "ADJ" and (found := state(head)):
            return Governor(head, found)
        elif dep in ("prep", "acl", "relcl", "advcl", "compound", "amod", "poss"):
            return _named(head) if dep in ("compound", "amod", "poss") else None
        else:
            token = head
    return None


def _named(noun: Token) -> Governor | None:
    category = _index("nouns").get(noun.lemma_.lower())
    return Governor(noun, category) if category else None


def _through(preposition: Token) -> Token | Governor | None:
    """Where the climb goes on above a preposition: a token, the answer, or nowhere."""
    word, head = preposition.lower_, preposition.head
    if head.pos_ == "ADP" and preposition.dep_ == "prep":  # "out of"
        head = head.head
    if preposition.dep_ == "agent":
        return None
    if head.pos_ in ("VERB", "AUX"):
        if word in ("with", "including", "among"):
            return Governor(head, said_of(head, "subject" if word == "with" else "object"))
        return Governor(head, topic(head) if word in ("to", "at") else None)
    if word in ("of", "for", "among", "to", "at") and (found := _named(head)):
        return found
    if word == "to" and head.lemma_ == "home":
        return Governor(head, "population")
    if word == "for" and head.lemma_ in listed("clause", "exchanges"):
        verb = head.head.head if head.dep_ == "pobj" else head.head
        return Governor(verb, said_of(verb, "object"))
    passes = word != "of" or head.pos_ == "NUM" or head.lemma_.lower() in listed("clause", "containers")
    return head if passes and word in _SEE_THROUGH else None


def _finite(verb: Token, subject: Token) -> Token:
    """The verb of a subject: "those abducted in May have been released".

    A participle that was taken for it, with a finite verb without a subject behind, only describes.
    """
    if subject.dep_ != "nsubj" or verb.tag_ != "VBN" or _helped(verb):
        return verb
    for child in (*verb.children, *verb.head.children):
        if child.i > verb.i and _helped(child) and not any(c.dep_ in _SUBJECTS for c in child.children):
            return child
    return verb


def _helped(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def topic(verb: Token) -> Category | None:
    """The outcome that a subject or object names: "the death toll rose to 12"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            for word in [child, *companions(child)]:
                lemma = word.lemma_.lower()
                if category := _index("nouns").get(lemma) or outcome(word) or state(word):
                    return category
    return None


# ---- verbs ----


def said_to(verb: Token, argument: Token) -> Category | None:
    """What a verb says of an argument: itself, through the verb below it, or through one beside it."""
    role = role_of(verb, argument)
    found = said_of(verb, role) or _below(verb, argument)
    if not found and argument.dep_ in ("dobj", "attr") and verb.lemma_ in listed("clause", "topic_verbs"):
        above = verb.head if verb.dep_ == "xcomp" else verb
        found = topic(verb) or topic(above)
    if argument.dep_ not in _SUBJECTS or found not in (None, "injured"):
        return found
    told = [further for other in _joint(verb, argument) if (further := said_of(other, _voice(other, role)))]
    return "killed" if found and "killed" in told else found or next(iter(told), None)


def _joint(verb: Token, argument: Token) -> list[Token]:
    """The verbs behind that share the subject: "was shot and died"."""
    later = (other for other in verb.conjuncts if other.i > argument.i and other.pos_ == "VERB")
    return [other for other in later if not any(child.dep_ in _SUBJECTS for child in other.children)]


def _voice(verb: Token, role: Role) -> Role:
    """The role of a subject that the verb shares: that of the first verb, unless this one says its own."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return "object"
    return "subject" if verb.tag_ != "VBN" else role


def role_of(verb: Token, argument: Token) -> Role:
    """Whether something is done to the argument or by it. Headlines leave out "were": "12 killed in …"."""
    if argument.dep_ == "nsubj":
        has_object = any(
            c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN", "NUM", "PRON") for c in verb.children
        )
        active = any(c.dep_ == "aux" and c.lemma_ != "be" for c in verb.children)
        passive = any(c.dep_ == "auxpass" for c in verb.children) or (verb.tag_ == "VBN" and not active)
        bare = verb.tag_ in ("VBN", "VBD") and not active and not has_object
        return "object" if passive or (bare and verb.lemma_.lower() in _index("object")) else "subject"
    return "subject" if argument.dep_ in ("csubj", "agent") else "object"


def said_of(verb: Token, role: Role) -> Category | None:
    """The category that a verb with its companions gives to its object or its subject."""
    lemma = verb.lemma_.lower()
    with_it = {form for token in companions(verb) for form in (token.lemma_.lower(), token.lower_)}
    for (first, second), category in _index(f"{role}_phrases").items():
        if first == lemma and second in with_it:
            return category
    return _index(role).get(lemma) or _predicate(verb, role)


def _predicate(verb: Token, role: Role) -> Category | None:
    """The state that a verb puts its subject or object in: "12 are missing", "left 12 homeless"."""
    if role == "object" and verb.lemma_ not in ("leave", "render", "fear", "report", "make"):
        return state(verb) if verb.tag_ == "VBN" else None
    wanted = ("acomp", "attr", "oprd", "ccomp")
    return next((found for c in verb.children if c.dep_ in wanted and (found := state(c))), None)


def state(token: Token) -> Category | None:
    """The category of a predicate word: "dead", "missing"."""
    return _index("states").get(token.lower_)


def _below(verb: Token, argument: Token) -> Category | None:
    """Through "are believed to be held", "had to flee", "were forced to leave their homes"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and not any(c.dep_ in _SUBJECTS for c in child.children):
            passive = any(c.dep_ == "auxpass" for c in child.children)
            return said_of(child, "object" if passive else "subject") or _below(child, argument)
    return None


def companions(head: Token) -> Iterator[Token]:
    """The words that go with a verb or noun: children, grandchildren, objects of prepositions below."""
    for child in head.children:
        if child.dep_ in _APART or child.pos_ == "NUM":
            continue
        yield child
        for below in child.children:
            if below.dep_ not in ("conj", "relcl", "acl", "advcl"):
                yield below
                yield from (token for token in below.children if token.dep_ in ("pobj", "compound", "amod"))


# ---- after and beside the counted noun ----


def following(noun: Token) -> Category | None:
    """What describes the counted noun: "people displaced by …", "victims with injuries"."""
    for child in noun.children:
        if found := _describing(child, noun):
            return found
    return None


def _describing(child: Token, noun: Token) -> Category | None:
    if child.dep_ == "acl" and child.i > noun.i:
        return said_of(child, "object" if child.tag_ == "VBN" else "subject") or state(child)
    if child.dep_ == "relcl":
        subjects = [c for c in child.children if c.dep_ in _SUBJECTS]
        return next((found for c in subjects if (found := said_to(child, c))), None)
    if child.dep_ == "prep" and child.lower_ == "with":
        return next(
            (found for c in child.children if c.dep_ == "pobj" and (found := _index("nouns").get(c.lemma_))),
            None,
        )
    if child.dep_ in ("conj", "appos") and any(c.lower_ == "or" for c in noun.children):
        return standing(child)
    return state(child) if child.dep_ in ("amod", "acomp", "appos", "oprd") else None


def beside(last: Token) -> Category | None:
    """What the words directly behind a number or its noun say: "11 wounded", "20 of them were injured"."""
    token = last
    for _ in range(4):
        if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
            return None
        token = token.nbor()
        if any(child.dep_ == "dobj" for child in token.children):  # "gunmen killed 12": the doers
            return None
        if token.tag_ in ("VBN", "VBD", "VBG", "JJ") and (found := state(token) or said_of(token, "object")):
            return found
        if token.lower_ not in listed("clause", "between"):
            return None
    return None


def before(first: Token) -> Category | None:
    """What the verb directly before the phrase says: "killing 12", "shot four people"."""
    if first.i == 0:
        return None
    verb = first.nbor(-1)
    return _index("object").get(verb.lemma_.lower()) if verb.pos_ == "VERB" and verb.tag_ != "VBN" else None


def labelled(tokens: Tokens) -> Category | None:
    """What a label says of the number that ends it: "Number of displaced: 452"."""
    doc = tokens.doc
    if len(doc) > _LABEL or any(token.is_alpha for token in doc[tokens.end :]):
        return None
    words = (token for token in doc[: tokens.start] if token.is_alpha)
    return next(
        (found for t in words if (found := outcome(t) or state(t) or _index("nouns").get(t.lemma_.lower()))),
        None,
    )
