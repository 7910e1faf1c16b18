"""What a number counts: the noun that the parse or the word order gives, and whether it counts at all."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.numbers import Number
from sayso.extract.places import demonyms
from sayso.extract.quantity_category import standing
from sayso.extract.quantity_patterns import listed
from sayso.extract.quantity_verbs import outcome

_MODIFYING = frozenset(
    {"nummod", "compound", "amod", "quantmod", "predet", "det", "nmod", "advmod", "npadvmod", "dep"}
)
_NOUNS = ("NOUN", "PROPN")
_AGES_REACH = 8  # tokens before a number in which "ages" makes it one
_AGES = re.compile(r"\b(?:ages?|aged)\s(?:(?:of|between|from)\s)*(?:\d+\s?(?:,|and|to|or|,\sand)\s?)*$", re.I)
_OLD = re.compile(r"\byears?[\s-]old\b", re.IGNORECASE)
_AND_OLD = re.compile(r"\s?(?:,|\sand|\sor|\sto)\s\d{1,2}[\s-]years?(?:[\s-]olds?|\s+of\s+age)\b", re.I)
_SEVERAL = re.compile(r",\s(?:\d{1,2},\s)*\d{1,2},?\sand\s\d{1,2}(?=\s?[,.;:)]|\s*$)")
_MORE_THAN = re.compile(r"\s+(?:more|fewer|less|higher|lower)\s+than\b", re.IGNORECASE)
_KNOWN_PARTIES = 12  # "the two sides", "the five countries": a definite number up to this one refers back


def is_each_other(tokens: Tokens) -> bool:
    """Whether "one" only begins "one another"."""
    behind = tokens.doc[tokens.end : tokens.end + 1].text.lower()
    return tokens.text.lower() == "one" and behind == "another"


def noun_of(doc: Doc, tokens: Tokens) -> Token | None:
    """The noun that the number ``tokens`` counts; None where none stands with it ("killed 12")."""
    noun = _behind_hyphen(_beside(doc, tokens))
    if noun is not None and noun.tag_ == "NN" and noun.lemma_.lower() in listed("clause", "numerals"):
        return None  # "the 1,900 figure" is one figure
    return noun if noun is not None else _numbered(tokens.root)


def _behind_hyphen(noun: Token | None) -> Token | None:
    """The whole of "co-workers", which the parser takes apart."""
    if noun is None or noun.lower_ not in listed("clause", "prefixes") or noun.i + 2 >= len(noun.doc):
        return noun
    whole = noun.nbor(2)
    return whole if noun.nbor().text in "-‐–" and whole.pos_ in _NOUNS else noun


def _numbered(number: Token) -> Token | None:
    """ "Put the number of passengers at 247", "the number of passengers rose to 247": the passengers."""
    if number.dep_ != "pobj" or number.head.lower_ not in ("at", "to"):
        return None
    verb = number.head.head
    for noun in verb.children if verb.lemma_.lower() in listed("clause", "counting") else ():
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass") and noun.lemma_ in ("number", "total", "count"):
            of = next((c for c in noun.children if c.lower_ == "of"), None)
            whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            return whose if whose is not None and whose.tag_ == "NNS" else None
    return None


def _beside(doc: Doc, tokens: Tokens) -> Token | None:
    end = tokens.end
    if end < len(doc) and doc[end].lower_ == "of":
        objects = [child for child in doc[end].children if child.dep_ == "pobj"]
        if objects and (objects[0].pos_ in (*_NOUNS, "PRON") or outcome(objects[0])):
            return objects[0]
        return _run(doc, end + 1)
    root = tokens.root
    head = root.head
    if root.dep_ == "det" and head.i >= end:
        return head
    if (
        root.dep_ in _MODIFYING
        and end <= head.i < end + 7
        and head.pos_ in _NOUNS
        and (_joined(doc, end, head.i) or _shared(doc, end, head))
    ):
        return head
    return _run(doc, end)


def _joined(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but words and hyphens stands between: no new phrase begins."""
    return all(
        t.pos_ not in ("CCONJ", "NUM") and (not t.is_punct or t.text in "-–,'’\"") for t in doc[start:end]
    )


def _shared(doc: Doc, start: int, noun: Token) -> bool:
    """ "4,318 suspected and 266 confirmed cases": two numbers of one noun, told apart by participles."""
    between = doc[start : noun.i]
    joint = [n for n, t in enumerate(between) if t.dep_ == "cc"]
    if len(joint) != 1 or not 0 < joint[0] < len(between) - 2 or between[joint[0] + 1].pos_ != "NUM":
        return False
    told = [*between[: joint[0]], *between[joint[0] + 2 :]]
    return all(t.pos_ == "ADJ" or t.tag_ in ("VBN", "VBD") for t in told)


def _run(doc: Doc, start: int) -> Token | None:
    """The last noun of the unbroken run of nouns and their adjectives from token ``start`` on."""
    found = None
    for token in doc[start : start + 7]:
        if token.text in "|¦•·" or _calendar(token):
            break  # the line of a table; "from 4,318 last Tuesday"
        described = token.dep_ in ("amod", "advmod") and token.head.i > token.i
        if token.pos_ in _NOUNS:
            found = token
        elif not (token.pos_ == "ADJ" or described or token.text == "-" or token.is_space):
            break
    return found


def _calendar(token: Token) -> bool:
    """Whether a day or a span of time begins behind the number, no noun that it counts."""
    part = token.ent_type_ in ("DATE", "TIME")
    return part and (token.pos_ in ("DET", "ADJ") or token.is_title) and token.ent_iob_ == "B"


def is_severe(number: Token) -> bool:
    """Whether an adverb with a number says how badly they are hurt: "190 of them seriously"."""
    return any(c.dep_ == "advmod" and c.lower_ in listed("clause", "badly") for c in number.children)


def is_difference(text: str, number: Number) -> bool:
    """Whether a number says by how much another is higher: "four were hurt, one more than first said"."""
    return _MORE_THAN.match(text, number.whole.end) is not None


def is_note(text: str, number: Number) -> bool:
    """Whether digits in square brackets are the mark of a note: "was killed.[12]"."""
    return text[number.whole.start - 1 : number.whole.start] == "[" and text[number.whole.end :][:1] == "]"


def is_year(number: Number, text: str) -> bool:
    """Whether four digits without a comma may be a year."""
    digits = number.span.of(text)
    return number.form == "digits" and len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100


def refers_back(tokens: Tokens, noun: Token, number: Number) -> bool:
    """Whether a small definite number names parties already known: "the two sides"."""
    if number.value is None or number.value > _KNOWN_PARTIES or number.form == "part":
        return False
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "of":
        return False
    left = [child.lower_ for child in noun.lefts] + (
        [tokens.doc[tokens.start - 1].lower_] if tokens.start else []
    )
    return any(word in listed("clause", "definite") for word in left)


def is_bare_age(tokens: Tokens, number: Number) -> bool:
    """Whether a number is an age: "Ann Marrow, 35, of …", "another woman, also 22,", "ages 11 and 15"."""
    start, end, doc = tokens.start, tokens.end, tokens.doc
    if _AGES.search(doc[max(0, start - _AGES_REACH) : start].text_with_ws):
        return True
    if _of_several(tokens) or _AND_OLD.match(doc.text, tokens.end_char):
        return True
    each = (
        start > 0
        and doc[start - 1].lower_ in ("another", "others")
        and (end == len(doc) or doc[end].is_punct)
    )
    if each and _OLD.search(doc[doc[start].sent.start : start].text):  # "one 29 years old, another 52,"
        return True
    also = start > 0 and doc[start - 1].lower_ in listed("clause", "also")
    start -= also
    if (
        start < 2
        or doc[start - 1].text not in (",", "(")
        or number.value is None
        or not 0 < number.value < 120
    ):
        return False
    closed = (
        end >= len(doc) or doc[end].is_punct or doc[end].is_space or doc[end].lower_ in ("of", "and", "from")
    )
    return closed and doc[start - 2].tag_ in ("NN", "NNP", *(("NNS", "NNPS") if also else ()))


def _of_several(tokens: Tokens) -> bool:
    """Whether a number is one of the ages behind several people: "two men, 18 and 20, were hurt"."""
    doc = tokens.doc
    for ages in _SEVERAL.finditer(doc.text, max(0, tokens.start_char - 24), tokens.end_char + 24):
        if ages.start() < tokens.start_char and tokens.end_char <= ages.end():
            first = doc.char_span(ages.start(), ages.start() + 1)
            return first is not None and first.start > 0 and doc[first.start - 1].tag_ in ("NNS", "NNPS")
    return False


def is_attribute_of_person(tokens: Tokens, end: int) -> bool:
    """Whether an age is that of a person: "a 26-year-old driver", "the 26-year-old was …"."""
    doc = tokens.doc
    if "-" not in doc.text[tokens.end_char : end]:
        return False
    after = doc.char_span(end - 1, end, alignment_mode="expand")
    if after is None:
        return False
    noun = _run(doc, after.end)
    return noun is None or noun.pos_ == "PROPN" or noun.lemma_.lower() in listed("people", "ages")


def is_large(number: Number, words: str) -> bool:
    """Whether a scale word makes a bare number an amount: "a deficit of 1.6 billion"."""
    return number.form in ("digits", "words") and number.low >= 1e6 and words[-1:].isalpha()


def is_estimate(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number is the speaker's own count of what was counted before: "they spoke of 10,000"."""
    above = tokens.root.head
    verb = above.head if above.pos_ == "ADP" else above
    asked = tokens.root.dep_ in ("dobj", "pobj", "npadvmod") and verb.lemma_ in listed("clause", "estimating")
    there = tokens.root.dep_ == "attr" and any(child.dep_ == "expl" for child in above.children)
    told = asked or there or attends(tokens)
    return told and number.form in ("digits", "words") and number.low >= 10


def gathering(tokens: Tokens) -> Token | None:
    """What the verb behind a bare number is about, if that is a crowd: "put the turnout at 10,000"."""
    above = tokens.root.head
    verb = above.head if above.pos_ == "ADP" else above
    verb = verb.head if verb.pos_ == "NOUN" else verb  # "gave a turnout of 10,000"
    for child in (*verb.children, above):
        inside = child.subtree if child.dep_ == "dobj" and child.i < tokens.start else ()
        found = next((t for t in inside if t.lemma_.lower() in listed("people", "gatherings")), None)
        if found is not None:
            return found
    return None


def attends(tokens: Tokens) -> bool:
    """Whether a bare number is the subject of a verb of coming to something: "30,000 attended"."""
    root = tokens.root
    verb = root.head
    return root.dep_ == "nsubj" and verb.i >= tokens.end and verb.lemma_ in listed("people", "attending")


def may_be_people(noun: Token, strictly: bool = False) -> bool:
    """Whether a noun may name people: it is no known thing; ``strictly``: it is known to name people."""
    lemma = noun.lemma_.lower()
    if lemma in listed("people", "not") or noun.lower_ in listed("people", "not"):
        return False
    if not strictly or noun.pos_ == "PROPN" or noun.text in demonyms() or standing(noun):
        return True
    known = lemma in listed("people", "ages") or noun.lower_ in listed("people", "generic")
    return known or lemma in listed("people", "known") or lemma.endswith(tuple(listed("people", "endings")))
