"""What happened to those counted, asked of all that may say it, in order; and who it cannot be said of."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.extract.quantities.bounds import Bound
from sayso.extract.quantities.category import (
    Governor,
    before,
    beside,
    following,
    governor,
    labelled,
    qualified,
    standing,
)
from sayso.extract.quantities.counted import may_be_people
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.units import Measure
from sayso.extract.quantities.verbs import company, has, index, outcome, said_of, state
from sayso.model import Category

PEOPLE: tuple[Category, ...] = (
    "killed", "injured", "abducted", "released", "held", "detained", "missing", "displaced",
)  # fmt: skip
_NEED_PEOPLE = ("released", "held", "detained")  # papers are released, towns held, too
_NEAR = 30  # tokens before or behind a count in which it is taken back
_FEW = 10  # people who may just run away
_BREAKS = frozenset(",;:–—")
_ALIVE = re.compile(
    r"(?:\s(?:who|was|were|had|been|initially|earlier))*\s(?:reported|believed|feared|presumed|thought|listed|declared)\s(?:as\s)?"
    r"(?:(?!\b(?:after|when|while|as|and|but)\b)[^.;,])*\b(?:found|is|are|was|were|be)\s(?:\w+\s)?(?:safe|alive|unharmed)\b"
    r"|\s(?:(?:was|were|had|have|has|been)\s)+(?:counted|listed|registered|recorded)\stwice\b"
)
_NONE_OF = re.compile(  # "none of the | 48 | men and | 6 | women was hurt"
    r"\b(?:none|neither|nobody|any|(?:no|not)\sone)\s(?:of|among)\s(?:(?:the|its|their|some|those|these)\s)?"
    r"(?:[\w,]+\s(?:[\w-]+\s){1,3}?(?:and|or|nor)\s(?:the\s)?)?$", re.I
)  # fmt: skip
_ALL_BUT = re.compile(r"\ball\s(?:but|except|save)(?:\sfor)?\s(?:\S+\sof\s(?:\w+\s)?)?$", re.I)


def category_of(
    tokens: Tokens, noun: Token | None, unit: Measure | None, limits: Bound
) -> tuple[Category | None, Token | None]:
    """The category of a count (None: nothing says it), and the word that governs it."""
    start = noun if noun is not None else tokens.root
    above = governor(start)
    if noun is not None and noun.i < tokens.start and (above is None or above.category is None):
        above = governor(tokens.root)  # "the number of people detained rose to 12"
    verb = above.token if above else None
    if unit is not None:
        return unit.category, verb
    last = noun if noun is not None and noun.i >= tokens.end else tokens[-1]
    phrase = tokens.doc.char_span(limits.start, tokens.end_char, alignment_mode="expand") or tokens
    mixed = verb is not None and verb.i > start.i and verb.nbor(-1).like_num and state(verb)
    joined = noun is None or noun.dep_ == "conj" or mixed  # what governs it may be said of one of a list only
    told = above.category if above else None
    ahead = tokens.doc[max(0, tokens.start - _NEAR) : tokens.start].text_with_ws
    part = _is_whole(tokens, start) or _NONE_OF.search(ahead)  # of the others it is not said
    said = (
        qualified(tokens.root)
        or _what_became(tokens, above)
        or (outcome(noun) or _felled(tokens, noun) if noun is not None else None)
        or (beside(last) or following(start) if joined and not part else None)
        or (None if part else told or beside(last))
        or following(start)
        or following(tokens.root)
        or before(phrase[0])
        or (standing(noun) if noun is not None else labelled(tokens))
    )
    if told == "killed" and said == "injured" and has(start, "relcl") and not beside(last):
        said = told  # "killed a clerk and a boy who was hit by a bullet"
    if noun is not None and said == "population":
        said = _moved_on(noun)
    if noun is not None and said == standing(noun) and _exchanged(noun):
        said = "released"
    things = noun is not None and said in PEOPLE and not outcome(noun) and not _people(noun, said, verb)
    behind = last.whitespace_ + last.doc[last.i + 1 :][:_NEAR].text
    alive = said in ("killed", "missing") and _ALIVE.match(behind)
    whose = (*verb.lefts, *(verb.ancestors if verb.tag_ == "VBZ" else ())) if verb else ()
    room = said == "held" and any(c.lemma_ in listed("clause", "venues") for c in whose)
    fled = said == "displaced" and _only_gone(noun, verb, limits)
    other = noun is not None and noun.lower_ in listed("people", "fared")  # "10 dead, 37 sick"
    before_it = phrase.doc[max(0, phrase.start - _NEAR) : phrase.start].text_with_ws
    spared = _ALL_BUT.search(before_it)  # "all but 17 were released"
    of = tokens.root.head.head.lemma_.lower()
    issued = said == "released" and of in listed("clause", "issued")  # "the figure of 61 percent released"
    either = verb is not None and _is_either(verb)
    return None if things or alive or room or fled or other or spared or issued or either else said, verb


def is_fact(noun: Token | None, verb: Token | None) -> bool:
    """Whether what happened is told beside what is planned: "will mourn the 12 miners killed in May"."""
    if noun is None or verb is None:
        return False
    if any(c.dep_ == "acl" and c.lemma_ in listed("clause", "imposed") for c in noun.children):
        return True  # "will appeal against the fine imposed on it"
    if outcome(noun) or outcome(noun.head.head):  # "12 deaths", "the deaths of 12"
        return (verb if outcome(noun) else noun.head.head.head).lemma_ in listed("clause", "witnessing")
    return presupposed(noun, None)


def presupposed(noun: Token | None, verb: Token | None) -> bool:
    """Whether it only says who is meant: "denied that a man who was hurt on Monday had been forgotten"."""
    if verb is not None and verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBN"):
        return not has(verb, "mark")  # "it is a lie that 12 died"
    above = governor(noun) if noun is not None else None
    return noun is not None and (above is None or above.category is None) and following(noun) is not None


def _is_whole(tokens: Tokens, noun: Token) -> bool:
    """Whether only a part of those counted is told of: "12 of the | 95 | sailors died"."""
    of = noun.head
    part = of.head.pos_ == "NUM" or of.head.lemma_.lower() in listed("clause", "portions")
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    which = any(t.lemma_.lower() in index("object") and t.dep_ != "acl" for t in behind)
    ahead = of.lower_ in ("of", "among") and of.i < tokens.start
    apart = any(t.dep_ == "quantmod" and t.lower_ == "of" for t in tokens.root.lefts)  # "12 of 95", torn
    return ((noun.dep_ == "pobj" and ahead and part) or apart) and not which


def _felled(tokens: Tokens, noun: Token) -> Category | None:
    """ "The 17 shot", "about 50 hurt", where the parse takes what happened to them for a noun."""
    taken = noun.tag_ == "NN" and noun.i == tokens.end and noun.lower_ in listed("clause", "felled")
    of_age = tokens.start > 0 and tokens[0].nbor(-1).lower_ == "of"  # "under the age of 13 shot this year"
    if not taken or of_age or tokens.text.lower() in ("one", "1"):
        return None
    behind = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    if behind.startswith("at "):
        return None
    return "killed" if behind == "to death" or behind.startswith("dead") else "injured"


def _what_became(tokens: Tokens, above: Governor | None) -> Category | None:
    """ "Twelve of the injured died": what happened to them last."""
    of = tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "of"
    return "killed" if of and above is not None and above.category == "killed" else None


def _people(noun: Token, said: Category, verb: Token | None) -> bool:
    """Whether it can be said of what a noun names: of people, or of homes evacuated; not of tanks lost."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    home = lemma in ("evacuate", "evacuation") and noun.lemma_.lower() in listed("clause", "homes")
    return home or may_be_people(noun, strictly=lemma == "lose" or said in _NEED_PEOPLE)


def _only_gone(noun: Token | None, verb: Token | None, limits: Bound) -> bool:
    """Whether those who fled are no displaced: a suspect, or a few who are not said to flee from home."""
    if noun is not None and noun.lemma_.lower() in listed("people", "fugitives"):
        return True
    if verb is None or verb.lemma_ != "flee" or (limits.high or limits.low or 0) >= _FEW:
        return False
    return not company(verb) & listed("clause", "uprooting")


def _is_either(verb: Token) -> bool:
    """Whether it is said of an unknown part of them only: "are either homeless or have lost belongings"."""
    others = [c for c in verb.children if c.dep_ == "conj" and any(t.lower_ == "or" for t in verb.children)]
    told = {c: state(c) or said_of(c, "object") or said_of(c, "subject") for c in others}
    return None in told.values() and any(t.lower_ == "either" for t in verb.subtree if t.i < others[0].i)


def _exchanged(noun: Token) -> bool:
    """ "Exchanged 60 prisoners", "the handover of 60 captives"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun.head
    return noun.dep_ in ("dobj", "nsubjpass", "pobj") and above.lemma_.lower() in listed("clause", "swaps")


def _moved_on(noun: Token) -> Category | None:
    """What became of those "living in the valley", who "had moved", though the parse lost it."""
    if any(c.dep_ == "acl" and c.tag_ == "VBG" and c.i == noun.i + 1 for c in noun.children):
        for token in noun.doc[noun.i + 2 : noun.sent.end]:
            if token.text in _BREAKS or token.tag_ in ("WP", "WDT", "WRB"):
                break
            if token.pos_ == "VERB" and has(token, "aux", "auxpass"):
                done = has(token, "auxpass")
                return said_of(token, "object" if done else "subject") or (None if done else "population")
    return "population"


# ---- one of two things ----


def alternatives(phrase: Tokens, category: Category) -> tuple[Category, ...]:
    """What else may have happened: "killed or captured 12", "12 people were killed or wounded"."""
    doc = phrase.doc
    after = _behind(doc, phrase.end)
    for at in (phrase.start - 2, after + 1):
        if 0 < at < len(doc) - 1 and doc[at].lower_ == "or":
            other = _behind(doc, at + 1)
            named = [_happening(t) for t in (doc[at - 1], *doc[other : other + 1])]
            if category in named:
                return tuple(found for found in named if found not in (None, category))
    return ()


def _behind(doc: Doc, at: int) -> int:
    """The place behind words that say nothing of what happened: "| were | killed"."""
    while at < len(doc) and doc[at].lower_ in listed("clause", "between"):
        at += 1
    return at


def _happening(token: Token) -> Category | None:
    lemma = token.lemma_.lower()
    return index("object").get(lemma) or state(token) or index("subject").get(lemma)
