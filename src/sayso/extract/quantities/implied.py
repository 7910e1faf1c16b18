"""Numbers that a text says without a number word: one article, "both", "double", "a man and his wife".

Whether they count is for what is said of the people to decide: without an outcome they count nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.data import table, words
from sayso.extract.quantities.counted import may_be_people
from sayso.extract.quantities.numbers import Form, Number
from sayso.extract.quantities.patterns import listed, values
from sayso.extract.quantities.verbs import SUBJECTS, has, index, outcome
from sayso.span import Span

_ONE_BY_ONE = 12  # people of a kind up to which a list tells them one by one: "500 men and 20 women" is none
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")  # what a noun may be taken for
_BARE = ("nsubj", "nsubjpass", "dobj", "pobj")
_PLURAL = frozenset({"were", "are", "have", "'re"})


def implied(doc: Doc) -> list[Number]:
    """All of them, in no order."""
    tokens = list(doc)  # a document makes its tokens anew each time
    finders = (singles, pairs, multiples, enumerations)
    return [number for find in finders for number in find(tokens)]


def _number(first: Token, last: Token, value: float, form: Form) -> Number:
    span = Span(first.idx, last.idx + len(last))
    return Number(span, span, value, value, value, 1, form)


def singles(tokens: Iterable[Token]) -> Iterator[Number]:
    """The article of a single person ("a man was shot"), and the noun that needs none in a headline."""
    for noun in (token for token in tokens if token.pos_ in NOUNS):
        article = next((c for c in noun.lefts if c.dep_ == "det"), None) if noun.n_lefts else None
        if article is not None:
            called = article.nbor().lower_ in listed("clause", "totals")  # misread: "a figure Torva rejects"
            if article.lower_ in listed("people", "articles") and _one_person(noun) and not called:
                yield _number(article, article, 1.0, "single")
        elif noun.i == 0 and noun.lower_ in listed("people", "ages") and not noun.conjuncts:
            yield _number(noun, noun, 1.0, "single")


def _one_person(noun: Token) -> bool:
    """Whether a noun names one person: no plural, no name, nothing counted, no "dead one"."""
    if noun.lower_ == "old":  # "a 14-month-old was hurt"
        return has(noun, "npadvmod") and noun.dep_ in (*_BARE, "conj") and noun.nbor(-1).text == "-"
    other = noun.lower_ == "one" or (noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of")
    return noun.tag_ == "NN" and not (other or has(noun, "nummod", "quantmod")) and _is_person(noun)


def pairs(tokens: Iterable[Token]) -> Iterator[Number]:
    """ "Both": two, as "both were hurt", "both men"; not in "both the driver and the guard"."""
    for word in tokens:
        if word.lower_ != "both":
            continue
        described = word.dep_ in ("det", "predet") and word.head.tag_ == "NNS"
        if (described and not word.head.conjuncts) or (word.dep_ in _BARE and not word.conjuncts):
            yield _number(word, word, 2.0, "implied")


def multiples(tokens: Iterable[Token]) -> Iterator[Number]:
    """How many a deed was done to: "a double murder"."""
    known = table("quantities")["number"]["fold"]
    for word in tokens:
        if word.lower_ in known and word.dep_ in ("amod", "compound") and _deed(word.head):
            yield _number(word, word, float(known[word.lower_]), "implied")


def _deed(noun: Token) -> bool:
    hyphen = noun.i + 1 < len(noun.doc) and noun.nbor().text == "-"  # "a double murder-suicide"
    return not hyphen and noun.tag_ in ("NN", "NNP") and outcome(noun) is not None


# ---- lists of people ----


def enumerations(tokens: Iterable[Token]) -> Iterator[Number]:
    """Lists that say one by one who they are: "a man and two women", "Ann Marrow, 35, and her son".

    "Two men and five women" is none: that would only be a sum.
    """
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
        if first == 1 or first != sum(others):  # not "two sailors, a cook and a mate"
            yield _number(start, members[-1], float(first + sum(others)), "implied")


def _members(head: Token) -> list[Token]:
    """The heads of a list, also where the parse takes its second member for a name of the first."""
    if not head.conjuncts:
        for member in (c for c in head.children if c.dep_ == "appos" and c.tag_ in ("NN", "NNS")):
            other = _other_sex(head, member) or member.tag_ != head.tag_
            if other and (_with_article(member) or _how_many(member)):
                return [head, member, *member.conjuncts]
    return [head, *head.conjuncts]


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
    joints = {c.lower_ for member in row for c in member.children if c.dep_ == "cc"}
    if "and" not in joints or joints & {"or", "nor", "but"} or row[0].dep_ == "appos":
        return False
    for before, member in pairwise(row):
        comma = any(c.text == "," for c in before.rights) and member is not row[-1]
        if any(c.dep_ == "relcl" and c.i < member.i for c in before.rights):
            return False  # "a woman who had barricaded herself and a child"
        if _with_article(member) and not _with_article(before) and not _how_many(before) and comma:
            return False  # "Ann Marrow, a nurse, …"
    return not (any(map(_named, row)) and any(map(_with_article, row)))


def _size(member: Token, before: Token | None) -> int | None:
    """How many people a member of a list is; None where that is not said."""
    if _named(member):
        return 1
    if many := _how_many(member):
        return many
    if member.tag_ != "NN" or has(member, "nummod") or not _is_person(member):
        return None
    told = (c for c in member.children if c.dep_ in ("det", "poss"))
    if any(c.lower_ not in ("no", "any", "every") for c in told):
        return 1
    many = any(verb.lower_ in _PLURAL for verb in _verbs(member))
    aged = any(c.lower_ in ("old", "year") for c in member.children)
    joined = before is not None and (many or aged or _other_sex(before, member))
    return 1 if joined or member.i == 0 else None  # "Man and woman killed", in a headline


def _is_person(noun: Token) -> bool:
    """Whether a noun names a person: no group, no deed ("a murder")."""
    lemma = noun.lemma_.lower()
    other = lemma in listed("people", "groups") or lemma in index("nouns")
    return not other and may_be_people(noun, strictly=True)


def _named(member: Token) -> bool:
    """Whether a member is the name of a person."""
    return member.pos_ == "PROPN" and member.ent_type_ == "PERSON" and member.tag_ == "NNP"


def _with_article(member: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in listed("people", "articles") for c in member.children)


def _how_many(member: Token) -> int | None:
    """The plain number of people that a plural names: "two women"."""
    numbers = [c for c in member.children if c.dep_ == "nummod"]
    if member.tag_ != "NNS" or len(numbers) != 1 or not may_be_people(member, strictly=True):
        return None
    if next(numbers[0].children, None):  # "at least two women"
        return None
    word = numbers[0].lower_
    value = int(word) if word.isdigit() else int(values()[word]) if word in values() else 0
    return value if 0 < value <= _ONE_BY_ONE else None


def _other_sex(a: Token, b: Token) -> bool:
    """Whether one is a man and the other a woman: then "a father and daughter" are two."""
    return any(
        a.lemma_.lower() in words("counting", one) and b.lemma_.lower() in words("counting", other)
        for one, other in (("male", "female"), ("female", "male"))
    )


def _agreeing_with_one(head: Token) -> bool:
    """Whether the verb says that the list is one person: "a husband and father was killed"."""
    verbs = [head.head] if head.dep_ == "attr" else _verbs(head)
    return any(verb.lower_ == "was" or verb.tag_ == "VBZ" for verb in verbs)


def _verbs(member: Token) -> list[Token]:
    """The verb whose subject the list is, with its auxiliaries."""
    while member.dep_ == "conj":
        member = member.head
    if member.dep_ not in SUBJECTS:
        return []
    return [member.head, *(c for c in member.head.children if c.dep_ in ("aux", "auxpass"))]
