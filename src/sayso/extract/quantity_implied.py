"""Numbers that a text says without a number word: one article, "both", "double", "a man and his wife".

Whether they count is for what is said of the people to decide: without an outcome they count nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.data import table, words
from sayso.extract.numbers import Form, Number
from sayso.extract.places import demonyms
from sayso.extract.quantity_counted import may_be_people
from sayso.extract.quantity_patterns import listed, values
from sayso.extract.quantity_verbs import SUBJECTS, index, outcome
from sayso.span import Span

_ONE_BY_ONE = 12  # people of a kind up to which a list tells them one by one: "500 men and 20 women" is none
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")  # what a noun may be taken for
_BARE = ("nsubj", "nsubjpass", "dobj", "pobj")
_SINGULAR = frozenset({"was", "is", "has", "'s"})
_PLURAL = frozenset({"were", "are", "have", "'re"})


def implied(doc: Doc) -> list[Number]:
    """All of them, in no order."""
    tokens = list(doc)  # a document makes its tokens anew each time
    found = (find(tokens) for find in (universals, singles, pairs, multiples, enumerations))
    return [number for numbers in found for number in numbers]


def _number(span: Span, value: float, form: Form) -> Number:
    return Number(span, span, value, value, value, 1, form)


def _word(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def universals(tokens: Iterable[Token]) -> list[Number]:
    """The "all" of a nation where somebody found it of them: "found that all Peruvians were …"."""
    found = []
    for word in tokens:
        if word.lower_ == "all" and word.dep_ == "det" and word.head.dep_ == "nsubj" and _nation(word.head):
            verb = word.head.head
            modal = any(child.tag_ == "MD" for child in verb.children)
            if verb.dep_ == "ccomp" and verb.head.lemma_ in listed("clause", "finding") and not modal:
                span = _word(word)
                found.append(Number(span, span, 1.0, 1.0, 1.0, 0.1, "part"))
    return found


def _nation(noun: Token) -> bool:
    """Whether a noun names the people of a place: "Peruvians"."""
    return noun.text in demonyms() or (noun.pos_ == "PROPN" and noun.lower_.endswith(("ans", "is", "ers")))


def singles(tokens: Iterable[Token]) -> list[Number]:
    """The article of a single person ("a man was shot"), and the noun that needs none in a headline."""
    found = []
    for noun in (token for token in tokens if token.pos_ in NOUNS):
        article = next((c for c in noun.lefts if c.dep_ == "det"), None) if noun.n_lefts else None
        if article is not None and article.lower_ in listed("people", "articles"):
            word = article if _one_person(noun) else None
        else:
            headed = article is None and noun.i == 0 and noun.lemma_.lower() in listed("people", "ages")
            word = noun if headed and noun.tag_ in ("NN", "NNP") else None
        if word is not None:
            found.append(_number(_word(word), 1.0, "single"))
    return found


def _one_person(noun: Token) -> bool:
    """Whether a noun names one person: no plural, no group, no name, no deed ("a murder")."""
    if noun.lower_ == "old":  # "a 14-month-old was hurt"
        aged = any(c.dep_ == "npadvmod" for c in noun.children)
        return aged and noun.dep_ in (*_BARE, "conj") and noun.nbor(-1).text == "-"
    lemma = noun.lemma_.lower()
    other = lemma in listed("people", "groups") or lemma in index("nouns")
    counted = any(c.dep_ in ("nummod", "quantmod") for c in noun.children)
    of_many = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of"
    return noun.tag_ == "NN" and not (other or counted or of_many) and may_be_people(noun, strictly=True)


def pairs(tokens: Iterable[Token]) -> list[Number]:
    """ "Both": two, as "both were hurt", "both men"; not in "both the driver and the guard"."""
    found = []
    for word in tokens:
        if word.lower_ != "both":
            continue
        described = word.dep_ in ("det", "predet") and word.head.tag_ == "NNS" and word.head.i > word.i
        if (described and not list(word.head.conjuncts)) or (word.dep_ in _BARE and not list(word.conjuncts)):
            found.append(_number(_word(word), 2.0, "implied"))
    return found


def multiples(tokens: Iterable[Token]) -> list[Number]:
    """How many a deed was done to: "a double murder"."""
    known = table("quantities")["number"]["fold"]
    return [
        _number(_word(word), float(known[word.lower_]), "implied")
        for word in tokens
        if word.lower_ in known and word.dep_ in ("amod", "compound") and _deed(word.head)
    ]


def _deed(noun: Token) -> bool:
    hyphen = noun.i + 1 < len(noun.doc) and noun.nbor().text == "-"  # "a double murder-suicide"
    return not hyphen and noun.tag_ in ("NN", "NNP") and outcome(noun) is not None


# ---- lists of people ----


def enumerations(tokens: Iterable[Token]) -> list[Number]:
    """Lists that say one by one who they are: "a man and two women", "Ann Marrow, 35, and her son".

    "Two men and five women" is none: that would only be a sum.
    """
    found = []
    for head in (token for token in tokens if token.pos_ in NOUNS):
        if not head.n_rights or head.dep_ == "conj":
            continue
        members = _members(head)
        if len(members) < 2 or not _distinct(members):
            continue
        sizes = [_size(member, before) for before, member in zip([None, *members], members, strict=False)]
        start = head.doc[min(t.i for t in (head, *(t for left in head.lefts for t in left.subtree)))]
        if None in sizes or 1 not in sizes or _agreeing_with_one(head) or _goes_on_before(start):
            continue
        first, *others = (size or 0 for size in sizes)
        if first == 1 or first != sum(others) or len(others) == 1:  # not "two sailors, a cook and a mate"
            span = Span(start.idx, members[-1].idx + len(members[-1]))
            found.append(_number(span, float(first + sum(others)), "implied"))
    return found


def _members(head: Token) -> list[Token]:
    """The heads of a list, also where the parse takes its second member for a name of the first."""
    if not head.conjuncts:
        for member in head.children:
            other = _other_sex(head, member) or member.tag_ != head.tag_
            if member.dep_ == "appos" and other and member.tag_ in ("NN", "NNS") and _with_number(member):
                return [head, member, *member.conjuncts]
    return [head, *head.conjuncts]


def _with_number(member: Token) -> bool:
    return _with_article(member) or _how_many(member) is not None


def _goes_on_before(start: Token) -> bool:
    """Whether the list may have begun before, where the parse lost it: "Marrow, [Tarn and Lund]"."""
    if start.i < 2 or start.nbor(-1).text not in (",", ";"):
        return False
    last = start.nbor(-2)
    told = any(c.dep_ in ("det", "poss") for c in last.children) and may_be_people(last, strictly=True)
    return last.ent_type_ == "PERSON" or last.tag_ == "CD" or (told and last.tag_ == "NN")


def _distinct(members: Iterable[Token]) -> bool:
    """Whether the members are joined by "and", and none may only say who another one is."""
    row = list(members)
    joined = any(c.lower_ == "and" for member in row for c in member.children if c.dep_ == "cc")
    if not joined or any(c.lower_ in ("or", "nor", "but") for m in row for c in m.children if c.dep_ == "cc"):
        return False
    for before, member in pairwise(row):
        comma = any(c.text == "," for c in before.rights) and member is not row[-1]
        if any(c.dep_ == "relcl" and c.i < member.i for c in before.rights):
            return False  # "a woman who had barricaded herself and a child"
        if _with_article(member) and not _with_article(before) and not _how_many(before) and comma:
            return False  # "Ann Marrow, a nurse, …"
    if row[0].dep_ == "appos":
        return False
    return not (any(map(_named, row)) and any(map(_with_article, row)))


def _size(member: Token, before: Token | None) -> int | None:
    """How many people a member of a list is; None where that is not said."""
    if _named(member):
        return 1
    if many := _how_many(member):
        return many
    if member.tag_ != "NN" or not may_be_people(member, strictly=True):
        return None
    if member.lemma_.lower() in listed("people", "groups") or member.lemma_.lower() in index("nouns"):
        return None
    many = any(verb.lower_ in _PLURAL for verb in _verbs(member))
    told_apart = any(
        c.dep_ in ("det", "poss") and c.lower_ not in ("no", "any", "every") for c in member.children
    )
    aged = any(c.lower_ in ("old", "year") for c in member.children)
    other = before is not None and (many or aged or _other_sex(before, member))
    return 1 if told_apart or other else None


def _named(member: Token) -> bool:
    """Whether a member is the name of a person."""
    return member.pos_ == "PROPN" and member.ent_type_ == "PERSON" and member.tag_ == "NNP"


def _with_article(member: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in listed("people", "articles") for c in member.children)


def _how_many(member: Token) -> int | None:
    """The plain number of people that a plural names: "two women"."""
    numbers = [c for c in member.children if c.dep_ == "nummod"]
    if member.tag_ != "NNS" or len(numbers) != 1 or not _people(member):
        return None
    if any(True for _ in numbers[0].children):  # "at least two women"
        return None
    word = numbers[0].lower_
    value = int(word) if word.isdigit() else int(values()[word]) if word in values() else 0
    return value if 0 < value <= _ONE_BY_ONE else None


def _people(noun: Token) -> bool:
    return may_be_people(noun, strictly=True) or noun.lower_ in listed("people", "generic")


def _other_sex(a: Token, b: Token) -> bool:
    """Whether one is a man and the other a woman: then "a father and daughter" are two."""
    return any(
        a.lemma_.lower() in words("counting", one) and b.lemma_.lower() in words("counting", other)
        for one, other in (("male", "female"), ("female", "male"))
    )


def _agreeing_with_one(head: Token) -> bool:
    """Whether the verb says that the list is one person: "a husband and father was killed"."""
    verbs = [head.head] if head.dep_ == "attr" else _verbs(head)
    return any(verb.lower_ in _SINGULAR or verb.tag_ == "VBZ" for verb in verbs)


def _verbs(member: Token) -> list[Token]:
    """The verb whose subject the list is, with its auxiliaries."""
    while member.dep_ == "conj":
        member = member.head
    if member.dep_ not in SUBJECTS:
        return []
    return [member.head, *(c for c in member.head.children if c.dep_ in ("aux", "auxpass"))]
