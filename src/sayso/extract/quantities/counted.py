"""What a number counts: the noun that the parse or the word order gives, and whether it counts at all."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.entities.places import demonyms
from sayso.extract.quantities.category import second_total, standing
from sayso.extract.quantities.numbers import Number
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.verbs import has, outcome, state

_MODIFYING = ("nummod", "compound", "amod", "quantmod", "predet", "det", "nmod", "advmod", "npadvmod", "dep")
_NOUNS = ("NOUN", "PROPN")
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}(?P<number>-?\d+[A-Z]?)?")
_RUN = 7  # tokens behind a number in which its noun stands


def noun_of(doc: Doc, tokens: Tokens) -> Token | None:
    """The noun that the number ``tokens`` counts; None where none stands with it ("killed 12")."""
    noun = _behind_hyphen(_beside(doc, tokens))
    if noun is not None and noun.tag_ == "NN" and noun.lemma_.lower() in listed("clause", "numerals"):
        return None  # "the 1,900 figure" is one figure
    if noun is not None and noun.dep_ == "poss" and noun.head.lemma_ in listed("people", "one_each"):
        return noun.head  # "two soldiers' wives"
    return noun if noun is not None else _numbered(tokens.root)


def _behind_hyphen(noun: Token | None) -> Token | None:
    """The whole of "co-workers", which the parser takes apart."""
    if noun is None or noun.lower_ not in listed("clause", "prefixes") or noun.i + 2 >= len(noun.doc):
        return noun
    whole = noun.nbor(2)
    return whole if noun.nbor().text in "-‐–" and whole.pos_ in _NOUNS else noun


def _numbered(number: Token) -> Token | None:
    """ "Put the number of passengers at 247", "the number of passengers is 247": the passengers."""
    behind = {number.head.lower_, number.doc[number.i - 1].lower_}  # "put at 7", "cut from 9 to 7"
    to = number.dep_ == "pobj" and not behind.isdisjoint(("at", "to"))
    votes = number.head.i > 0 and number.head.lower_ in ("to", "against") and number.head.nbor(-1)
    if votes and votes.lower_ == "votes" and number.i == votes.i + 2:
        return votes  # "by 70 votes to 54"
    if not to and number.dep_ not in ("dobj", "attr"):
        return None
    verb = number.head.head if to else number.head
    second = second_total(number.head)
    if to and verb.dep_ == "acl":  # "put the number of people killed | at 40"
        verb = next((t for t in verb.ancestors if t.pos_ == "VERB"), verb)
    if second is None and verb.lemma_.lower() not in listed("clause", "counting") | {"be", "go"}:
        return None
    shared = verb.dep_ == "conj" and not has(verb, "nsubj", "nsubjpass")  # "fell in May and rose to 7"
    above = [second] if second is not None else (*verb.children, *(verb.head.lefts if shared else ()))
    totals = (c for c in above if c.lemma_ in ("number", "total", "count", "estimate"))
    whose = (below for total in totals for of in total.children if of.lower_ == "of" for below in of.children)
    named = (noun for noun in whose if noun.dep_ == "pobj" and (noun.tag_ == "NNS" or has(noun, "det")))
    own = (
        c for c in verb.children if to and c.dep_ == "nsubj" and c.lower_ in listed("overtaking", "counted")
    )
    return next(named, None) or next(own, None)


def _beside(doc: Doc, tokens: Tokens) -> Token | None:
    end = tokens.end
    if end < len(doc) and doc[end].lower_ == "of":
        objects = [child for child in doc[end].children if child.dep_ == "pobj"]
        if objects and (objects[0].pos_ in (*_NOUNS, "PRON", "ADJ") or outcome(objects[0])):
            return None if state(objects[0]) and not outcome(objects[0]) else objects[0]
        return run(doc, end + 1 + any(t.pos_ == "NUM" for t in doc[end + 1 : end + 2]))  # "64 of 71 sailings"
    root = tokens.root
    head = root.head
    if root.dep_ == "det" and head.i >= end:
        return head
    near = root.dep_ in _MODIFYING and end <= head.i < end + _RUN and head.pos_ in _NOUNS
    return head if near and (_joined(doc, end, head.i) or _shared(doc, end, head)) else run(doc, end)


def _joined(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but words and hyphens stands between: no new phrase begins."""
    words = (t for t in doc[start:end] if t.text not in "-–,'’\"" or is_dash(t))
    words = (t for t in words if not designates(t))
    return not any(t.is_punct or t.pos_ == "NUM" or (t.pos_ == "CCONJ" and not _of_two(t)) for t in words)


def designates(token: Token) -> bool:
    """Whether it names a model, which is counted: "six | AK-47 | rifles", "two F | 16 | jets"."""
    model = _MODEL.fullmatch(token.text)
    if model is not None and model["number"]:
        return bool(token.i) and token.nbor(-1).like_num
    before = [t for t in token.doc[max(0, token.i - 3) : token.i] if t.text != "-"][-2:]
    named = len(before) == 2 and before[0].like_num and before[1].pos_ == "PROPN"
    if not named or not token.text.isdigit() or before[1].ent_type_ in ("DATE", "GPE"):
        return False  # "on 3 May 12 people died"
    return _MODEL.fullmatch(before[1].text) is not None


def _of_two(joint: Token) -> bool:
    """Whether "and" joins what describes one noun: "60 sick and wounded prisoners"."""
    return all(t.pos_ == "ADJ" or t.tag_ == "VBN" for t in (joint.nbor(-1), joint.nbor()))


def is_dash(token: Token) -> bool:
    """Whether a hyphen stands for a dash: "Raiders abduct scores - residents"."""
    return token.text in "-–" and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _shared(doc: Doc, start: int, noun: Token) -> bool:
    """ "4,318 suspected and 266 confirmed cases": two numbers of one noun, told apart by participles."""
    between = doc[start : noun.i]
    joint = [n for n, t in enumerate(between) if t.dep_ == "cc"]
    if len(joint) != 1 or not 0 < joint[0] < len(between) - 2 or between[joint[0] + 1].pos_ != "NUM":
        return False
    told = [*between[: joint[0]], *between[joint[0] + 2 :]]
    return all(t.pos_ == "ADJ" or t.tag_ in ("VBN", "VBD") for t in told)


def run(doc: Doc, start: int) -> Token | None:
    """The last noun of the unbroken run of nouns and their adjectives from token ``start`` on; "37 sick"."""
    found = None
    for token in doc[start : start + _RUN]:
        if token.text in "|¦•·" or is_dash(token) or _calendar(token):
            break  # the line of a table; "from 4,318 last Tuesday"
        described = token.dep_ in ("amod", "advmod") and token.head.i > token.i
        if designates(token):
            continue
        fared = found is None and token.lower_ in listed("people", "fared") and not has(token, "dobj")
        if token.pos_ in _NOUNS or fared:
            found = token
        elif not (token.pos_ == "ADJ" or described or token.text == "-" or token.is_space):
            break
    return found


def _calendar(token: Token) -> bool:
    """Whether a day or a span of time begins behind the number, no noun that it counts."""
    part = token.ent_type_ in ("DATE", "TIME")
    return part and (token.pos_ in ("DET", "ADJ") or token.is_title) and token.ent_iob_ == "B"


def with_stops(doc: Doc) -> bool:
    """Whether people are counted with a stop between the thousands: "2.900 of 3.300 carers", no average."""
    for token in (t for t in doc if t.shape_ in ("d.ddd", "dd.ddd", "ddd.ddd") and t.text[0] != "0"):
        noun = noun_of(doc, doc[token.i : token.i + 1])
        people = noun is not None and noun.tag_ == "NNS" and may_be_people(noun, strictly=True)
        if people and not any(t.lower_ in listed("clause", "averaging") for t in doc):
            return True
    return False


def with_second(noun: Token) -> Token:
    """The last of those whom one number counts: "nine children and | teachers"; mostly the noun itself."""
    for second in noun.doc[noun.i + 2 : noun.i + 3]:
        torn = "between" in (noun.head.lower_, noun.left_edge.lower_)
        joined = noun.nbor().lower_ == "and" and second.head == noun and second.dep_ == "conj" and not torn
        apart = listed("people", "groups") | listed("people", "generic")  # "40 students and police"
        many = second.tag_ == "NNS" and second.lower_ not in apart
        people = all(may_be_people(word, strictly=True) for word in (noun, second))
        if joined and noun.tag_ == "NNS" and people and (many or second.lower_ in ("crew", "staff")):
            return second
    return noun


def is_large(number: Number, words: str) -> bool:
    """Whether a scale word makes a bare number an amount: "a deficit of 1.6 billion"."""
    return number.form in ("digits", "words") and number.low >= 1e6 and words[-1:].isalpha()


def is_estimate(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number is the speaker's own count of what was counted before: "they spoke of 10,000"."""
    root, verb = tokens.root, _above(tokens)
    asked = root.dep_ in ("dobj", "pobj", "npadvmod") and verb.lemma_ in listed("clause", "estimating")
    it = root.head.lower_ == "to" and any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in verb.children)
    asked = asked or (it and verb.lemma_ in listed("clause", "counting"))  # "raised it to 60"
    there = root.dep_ == "attr" and has(root.head, "expl")
    vouched = tokens.doc[tokens.end : tokens.end + 2].text.lower().lstrip(", ").startswith("according")
    done = root.dep_ == "dobj" and verb.lemma_ not in listed("clause", "topic_verbs")
    vouched = vouched and not done and root.head.lower_ != "of"  # "infected 13, …", "at the age of 13, …"
    told = asked or there or vouched or attends(tokens) or is_given(tokens)
    few = 10 if root.head != verb or verb.lemma_ != "say" else 2  # "…; the port says six"
    return told and number.form in ("digits", "words", "part") and number.low >= few  # "half a million"


def is_given(tokens: Tokens) -> bool:
    """Whether a bare number is called one: "a total of 900", "its number, 43", "900 claimed by the port"."""
    root, totals = tokens.root, listed("clause", "totals")
    above = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
    if root.dep_ in ("pobj", "appos") and above.i < tokens.start and above.lemma_.lower() in totals:
        return not has(above, "compound")  # "case number: 4,210"
    if has(root, "det") and claimant(tokens) is not None:
        return True
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), root)
    role = {"be": ["nsubj"], "put": ["dobj"]}.get(verb.lemma_, [])
    to = root.head.lower_ == "to" and root.head.head.pos_ != "NOUN"
    if to and verb.lemma_ in listed("clause", "counting"):
        role = ["nsubj", "dobj"]  # "the number rose to 60", "raised the number to 60"
    told = root.dep_ in ("attr", "pobj", "acomp")
    called = (c for c in verb.children if told and c.dep_ in role and c.lemma_.lower() in totals)
    return any(not has(total, "compound") for total in called)


def claimant(tokens: Tokens) -> Token | None:
    """Who gives a number, where that is said behind it: "the 900 (people) claimed by the port"."""
    root, head = tokens.root, tokens.root.head
    above = (t for t in (head, head.head, head.head.head) if t.lemma_.lower() in listed("clause", "numerals"))
    total = next(above, None)  # "the figure of 26 dead published by the port"
    behind = (c for t in (root, head, total or root) for c in t.children if c.i >= tokens.end)
    known = listed("clause", "publishing" if total else "claiming")
    claims = (c for c in behind if c.dep_ == "acl" and c.lemma_ in known)
    agents = (c for claim in claims for by in claim.children if by.dep_ == "agent" for c in by.children)
    return next((word for word in agents if word.dep_ == "pobj"), None)


def speaks(tokens: Tokens) -> bool:
    """Whether a bare number does what only people do: "forty-one said", "2,300 went home"."""
    root = tokens.root
    verb = root.head
    only = verb.lemma_ in listed("people", "acting") or any(c.lower_ == "home" for c in verb.children)
    return root.dep_ == "nsubj" and only


def gathering(tokens: Tokens) -> Token | None:
    """What the verb behind a bare number is about, if that is a crowd: "put the turnout at 10,000"."""
    objects = (c for c in _above(tokens).children if c.dep_ == "dobj" and c.i < tokens.start)
    inside = (t for child in objects for t in child.subtree)
    return next((t for t in inside if t.lemma_.lower() in listed("people", "gatherings")), None)


def _above(tokens: Tokens) -> Token:
    """The verb above a number, or above its "of", "at" or "to"; "(put it at 5,) the port | at 9"."""
    head = tokens.root.head
    above = head.head if head.pos_ == "ADP" else head
    verbs = (t for t in above.ancestors if t.pos_ == "VERB")
    return next(verbs, above) if head.lower_ == "at" and above.pos_ != "VERB" else above


def attends(tokens: Tokens) -> bool:
    """Whether a bare number is the subject of a verb of coming to something: "30,000 attended"."""
    root = tokens.root
    verb = root.head
    return root.dep_ == "nsubj" and verb.i >= tokens.end and verb.lemma_ in listed("people", "attending")


def of_those(tokens: Tokens) -> bool:
    """Whether a bare number is a part of those counted before: "of the 40 sailors, | nine | complained"."""
    root, those = tokens.root, ("these", "those", "them", "whom", "which")
    before = (c for t in (root, root.head) for c in t.children if c.lower_ == "of" and c.i < tokens.start)
    whole = (below for of in before if root.dep_ in ("nsubj", "nsubjpass") for below in of.children)
    return any(has(n, "nummod") or n.lower_ in those or n.like_num for n in whole)


def called(tokens: Tokens, noun: Token | None) -> Token | None:
    """What those are of whom a number tells: "nine of the dead were | children", "14 were | women"."""
    free = noun is None or noun.lower_ in listed("people", "generic") or outcome(noun) or state(noun)
    behind, dep = tokens.doc[tokens.end : tokens.end + 5], tokens.root.dep_
    be = next((t for t in behind if t.lemma_ == "be"), None)
    if not free or be is None or dep not in ("nsubj", "conj") or (behind[0].lower_ not in (be.lower_, "of")):
        return None
    return next(
        (c for c in be.rights if c.dep_ == "attr" and c.tag_ == "NNS" and may_be_people(c, True)), None
    )


def comes_together(noun: Token) -> bool:
    """Whether the parse takes for a noun what those who are counted do."""
    known = listed("people", "gatherings") | listed("people", "attending") | {"flee"}
    return noun.tag_ in ("NN", "NNP") and noun.lower_ in known


def acts(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number does something, or something is done to it: "20 survived", "infected 480"."""
    root = tokens.root
    does = root.dep_ in ("nsubj", "nsubjpass", "dobj") and root.head.pos_ in ("VERB", "AUX")
    return (does or called(tokens, None) is not None) and number.form in ("digits", "words")


def may_be_people(noun: Token, strictly: bool = False) -> bool:
    """Whether a noun may name people: it is no known thing; ``strictly``: it is known to name people."""
    lemma = noun.lemma_.lower()
    if {lemma, noun.lower_} & listed("people", "not"):
        return False
    if not strictly or noun.pos_ == "PROPN" or noun.text in demonyms() or standing(noun):
        return True
    known = noun.lower_ in listed("people", "generic") or lemma in listed("people", "ages") or state(noun)
    return (
        bool(known)
        or lemma in listed("people", "known")
        or lemma.endswith(tuple(listed("people", "endings")))
    )
