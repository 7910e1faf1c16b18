"""What happens to those who are counted: the category, from the verb, the noun and the words with them.

In this order: the noun that is the outcome itself ("12 deaths"); what stands directly with a bare number
("11 wounded"); what governs the counted noun in the parse ("killed 12", "the release of 12", "the toll rose
to 12"); what follows or describes it ("12 people displaced by …"); the word beside it, where the parse
failed; the state that the noun names ("12 hostages"). Where nothing says it there is no category.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.verbs import (
    SUBJECTS,
    at_somebody,
    company,
    denied,
    has,
    index,
    is_toll,
    outcome,
    role_of,
    said_of,
    said_to,
    state,
    told,
    topic,
    tried,
    unsaid,
)
from sayso.model import Category

_LABEL = 9  # tokens of a line that may be a label with its number
_ASIDE = 14  # tokens that an aside between commas may have
_TOTAL = 6  # tokens before "at" in which "the number of confirmed cases" stands
_SEE_THROUGH = frozenset({"of", "including", "among", "like"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb or noun that governs a counted noun, and the category it gives (None: it says nothing)."""

    token: Token
    category: Category | None


def qualified(number: Token) -> Category | None:
    """What an adverb says of the number itself: "three of them fatally"."""
    adverbs = (child for child in number.children if child.dep_ == "advmod")
    return next((found for adverb in adverbs if (found := state(adverb))), None)


def standing(noun: Token) -> Category | None:
    """The category of a counted noun where no verb says more: "12 hostages"."""
    return index("weak").get(noun.lemma_.lower())


# ---- above the counted noun ----


def governor(start: Token) -> Governor | None:
    """What governs the counted noun or bare number ``start``: a verb, or a noun that says an outcome."""
    token = start
    for _ in range(8):
        head, dep = token.head, token.dep_
        if dep == "conj" and any(c.dep_ == "relcl" and c.i < token.i for c in head.rights):
            break  # "shot a woman who had barricaded herself and a child"
        if dep == "npadvmod" and token.pos_ != "NUM":  # "found shot five blocks away"
            break
        before, behind = token.doc[token.i - 1], token.doc[token.i + 1 : token.i + 2].text.lower()
        if dep == "quantmod" and behind == "to":  # "from | four | to six"
            return None
        if dep == "pobj" or (dep == "quantmod" and behind == "after" and before.dep_ == "prep"):
            step = _through(
                head if dep == "pobj" else before, before.lower_
            )  # "rose to | 6 | after two died"
            if not isinstance(step, Token):
                return step
            token = step
        elif head.pos_ in ("VERB", "AUX"):
            alone = dep == "nsubj" and token.pos_ == "NUM"
            if alone and any(c.dep_ == dep and c.i > token.i for c in head.lefts):
                return None  # "Eight dead, and nobody can say why"
            verb = _finite(head.head if head.dep_ == "auxpass" else head, token)  # "remained displaced"
            return Governor(verb, said_to(verb, token))
        elif head.pos_ == "ADJ" and (found := state(head)):
            return Governor(head, found)
        elif dep in ("prep", "acl", "relcl", "advcl", "compound", "amod", "poss"):
            return _named(head)
        else:
            token = head
    return None


def _named(noun: Token) -> Governor | None:
    category = index("nouns").get(noun.lemma_.lower())
    return Governor(noun, category) if category and not tried(noun) else None


def _named_of(noun: Token, preposition: Token) -> Governor | None:
    """What a noun says of those behind "of" only: "the shooting of two men", "the bodies of two men".

    One body is that of one person: "a body of 12 members" is no corpse.
    """
    whose = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    category = index("of").get(noun.lemma_.lower())
    if not category or whose is None:
        return None
    if any(child.lower_ in listed("clause", "fatal") for child in noun.children):
        category = "killed"  # "the fatal shooting of two men"
    differs = (noun.tag_ == "NNS") != (whose.tag_ in ("NNS", "CD"))
    return None if differs and noun.lemma_.lower() in listed("clause", "bare") else Governor(noun, category)


def _through(preposition: Token, last: str) -> Token | Governor | None:
    """Where the climb goes on above a preposition: a token, the answer, or nowhere."""
    word, head = "to" if last == "to" else preposition.lower_, preposition.head  # "from four | to | six"
    if preposition.dep_ == "prep" and (head.pos_ == "ADP" or head.lower_ in ("up", "down")):  # "out of"
        head = head.head
    if preposition.dep_ == "agent":
        return None
    the, those = preposition.doc[max(0, preposition.i - 2) :][:2]
    if word in ("to", "at") and the.lower_ == "the" and (felled := state(those)):
        return Governor(head, felled)  # "brought the injured to 12 and the dead to four"
    if (second := second_total(preposition)) is not None:
        return Governor(second.head.head, _first_outcome(t for t in second.subtree if t.i < preposition.i))
    if head.pos_ in ("VERB", "AUX"):
        if word in ("with", "including", "among"):
            if word != "with":
                return Governor(head, said_of(head, "object"))
            first = next((child for child in head.children if child.dep_ in SUBJECTS), None)
            alike = first is not None and preposition.head != head  # "was shot along with two others"
            said = said_of(head, role_of(head, first) if first and alike else "subject")
            return Governor(head, None if said == "population" else said)  # "could live with 40"
        gapped = state(head) if head.dep_ == "conj" else None  # "the dead at 12 and the | injured | at 40"
        return Governor(head, (topic(head) or gapped) if word in ("to", "at") else None)
    if word in ("of", "for", "among", "to", "at") and (found := _named(head)):
        return found
    if word == "of" and (found := _named_of(head, preposition)):
        return found
    if word == "of" and is_toll(head):  # "a toll of 12"
        return Governor(head, "killed")
    if word == "for" and head.lemma_ in listed("clause", "exchanges"):
        verb = head.head.head if head.dep_ == "pobj" else head.head
        return Governor(verb, said_of(verb, "object"))
    counts = head.pos_ == "NUM" or head.lower_ in ("both", "all")  # not "some of the 40 people"
    passes = word != "of" or counts or head.lemma_.lower() in listed("clause", "containers")
    return head if passes and word in _SEE_THROUGH else None


def second_total(preposition: Token) -> Token | None:
    """ "Put the number of wounded at 50 and | the number | of dead at 12": what a second "at" gives."""
    near = preposition.doc[max(0, preposition.i - _TOTAL) : preposition.i]
    found = (t for t in near if t.lower_ == "number" and t.dep_ == "conj" and t.nbor().lower_ == "of")
    return next(found, None) if preposition.lower_ in ("at", "to") else None


def _first_outcome(words: Iterable[Token]) -> Category | None:
    """The category of the first word that is an outcome: "the number of | dead"."""
    found = (outcome(t) or state(t) or index("nouns").get(t.lemma_.lower()) for t in words)
    return next(filter(None, found), None)


def _finite(verb: Token, subject: Token) -> Token:
    """The verb of a subject: "those abducted in May have been released".

    A participle that was taken for it, with a finite verb without a subject behind, only describes.
    """
    past = verb.tag_ == "VBD" and not has(verb, "cc", "dobj")  # as which "abducted" may be read, too
    if subject.dep_ != "nsubj" or not (verb.tag_ == "VBN" or past) or has(verb, "aux", "auxpass"):
        return verb
    further = (child for child in (*verb.children, *verb.head.children) if child.i > verb.i)
    finite = (child for child in further if has(child, "auxpass") or (has(child, "aux") and not past))
    return next((child for child in finite if not has(child, *SUBJECTS)), verb)


# ---- after and beside the counted noun ----


def following(noun: Token) -> Category | None:
    """What describes the counted noun: "people displaced by …", "victims with injuries"."""
    return next((found for child in noun.children if (found := _describing(child, noun))), None)


def _describing(child: Token, noun: Token) -> Category | None:
    if child.dep_ in ("conj", "appos") and any(c.lower_ == "or" for c in noun.children):
        return standing(child)
    if child.i > noun.i + 1 and (has(child, "nummod") or child.nbor(-1).like_num):
        return None  # "12 victims: two | dead |, ten wounded": a part
    if child.dep_ == "acl":
        bare = child.tag_ == "VBD" and not has(child, "dobj")
        last = child.nbor(-1)
        if last != noun and last.dep_ == "dobj" and last.head.lemma_ == "leave":
            return None  # "one of the gunmen in the shooting that left 17 people wounded"
        return told(child, noun, "object" if child.tag_ == "VBN" or bare else "subject") or state(child)
    if child.dep_ == "relcl":
        return _relative(child)
    if child.dep_ == "prep" and child.lower_ == "with":
        return next((found for c in child.children if (found := index("nouns").get(c.lemma_))), None)
    if child.dep_ == "prep" and child.lower_ == "in":
        return _placed(child, noun)
    return state(child) if child.dep_ in ("amod", "acomp", "appos", "oprd") else None


def _relative(verb: Token) -> Category | None:
    """What a relative clause says: "people who fled", "people that they shot"; not "whose car was hit"."""
    if any(c.tag_ == "WRB" for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return said_to(verb, subject) if subject is not None else None
    others = any(below.tag_ in ("WP", "WP$") for below in subject.subtree)  # "two of whom were hurt"
    return None if others and subject.lower_ not in ("all", "both") else said_of(verb, "object")


def _placed(preposition: Token, noun: Token) -> Category | None:
    """ "12 people in critical condition"; behind "and" also "and two in hospital": others may work there."""
    with_it = company(preposition)
    if noun.dep_ != "conj" and "condition" not in with_it:
        return None
    found = (index("subject_phrases").get(("be", word)) for word in sorted(with_it))
    return next(filter(None, found), None)


def beside(last: Token) -> Category | None:
    """What the words directly behind a number or its noun say: "11 wounded", "20 of them were injured"."""
    token = last
    for _ in range(4):
        ahead = _onward(token)
        if ahead is None or has(ahead, "dobj") or at_somebody(ahead):
            return None  # "gunmen killed 12": the doers
        token = ahead
        telling = token.tag_ in ("VBN", "VBD", "VBG", "JJ") and not denied(token)
        doing = token.tag_ in ("VBG", "JJ")  # "were shooting", "holding candles"; "50 free"
        if telling and (found := state(token) or (None if doing else told(token, last, "object"))):
            return found
        goes_on = token.lower_ == "and" and last.dep_ in ("pobj", "dobj")  # "took a child and was held"
        if goes_on or token.lower_ not in listed("clause", "between"):
            return None
    return None


def _onward(token: Token) -> Token | None:
    """The next word of the sentence, behind an aside: "12 people, including two nuns, were …"."""
    doc, at = token.doc, token.i + 1
    if at < len(doc) and doc[at].text in (",", "–", "—", "--"):
        if at + 1 >= len(doc) or doc[at + 1].lower_ not in listed("clause", "aside"):
            return None
        ends = (t.i for t in doc[at + 1 : at + _ASIDE] if t.text == doc[at].text)
        at = next(ends, len(doc)) + 1
    return None if at >= len(doc) or doc[at].is_sent_start else doc[at]


def before(first: Token) -> Category | None:
    """What the verb directly before the phrase says: "killing 12", "shot four people"."""
    if first.i == 0:
        return None
    verb = first.nbor(-1)
    if verb.pos_ != "VERB" or verb.tag_ == "VBN" or unsaid(verb):
        return None
    return index("object").get(verb.lemma_.lower())


def labelled(tokens: Tokens) -> Category | None:
    """What a label says of the number that ends it: "Number of displaced: 452"."""
    doc, above = tokens.doc, tokens.root.head
    if len(doc) > _LABEL or (above.dep_ == "conj" and above.i < tokens.start):
        return None  # "killed 12 and sickened 40"
    if any(t.pos_ == "AUX" for t in doc[: tokens.start]) or any(t.is_alpha for t in doc[tokens.end :]):
        return None  # a sentence
    return _first_outcome(t for t in doc[: tokens.start] if t.is_alpha)
