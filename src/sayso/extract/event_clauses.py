"""Which words tell the event that a date dates, and which dates date none.

A date in a clause of its own dates that clause, not the sentence around it: "met for the first time since the
war began on May 3" is no meeting of May 3. No event is what is advised or only possible, what a date sets a
limit to, what it is measured against ("up from March"), and a measure over a month or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.compared import set_against
from sayso.extract.event_moods import Mood, is_of_another, is_said, is_unreal, mood
from sayso.extract.governed import introducing
from sayso.extract.saying import child, phrase, without
from sayso.model import Expression, Timex
from sayso.nlp import Passage

CLAUSES = frozenset(("conj", "ccomp", "parataxis"))  # those that can be read alone
ASIDES = frozenset(("relcl", "acl"))
SUBJECTS = ("nsubj", "nsubjpass")
PERIODS = frozenset(("month", "quarter", "year", "decade", "century"))


def event_of(
    passage: Passage, date: Timex, sentence: Tokens, others: Iterable[Timex] = ()
) -> tuple[Iterable[Token], bool, Mood]:
    """The words that tell what ``date`` dates, whether on the side, and how; none if it dates no event.

    ``others``: the further dates of the sentence. A clause beside it that has one of its own is left out.
    """
    dated = passage.tokens(date.span)
    if dated is None:
        return (), False, "told"
    clause = next(_clauses(dated.root), None)
    verb = clause if clause is not None else sentence.root
    aside = is_said(dated, verb) or (clause is not None and (clause.dep_ in ASIDES or _is_clipped(clause)))
    told = _words(dated, clause, date, sentence)
    beside = [t for other in others if (t := passage.tokens(other.span)) is not None]
    return without(told, *_beside(verb, dated, beside)), aside, mood(verb, dated, helpers)


def _beside(verb: Token, dated: Tokens, others: Iterable[Tokens]) -> Iterator[list[Token]]:
    """ "Forty died in 2031, | and two in May were hurt": a clause joined to that of the date."""
    for part in verb.children:
        own = set(part.subtree) if part.dep_ == "conj" and child(part, *SUBJECTS) is not None else set()
        if own and dated.root not in own and any(other.root in own for other in others):
            yield [*own, *(c for c in verb.children if c.dep_ == "cc" and c.i == part.left_edge.i - 1)]


def _words(dated: Tokens, clause: Token | None, date: Timex, sentence: Tokens) -> Iterable[Token]:
    if date.expression.bound == "until":
        return ()
    if any(t.lower_ == "having" for a in dated.root.ancestors for t in a.children):
        return ()  # "having denied it on Monday": an earlier day than that of the sentence
    verb = clause if clause is not None else sentence.root
    if (
        _is_compared(dated, date.expression)
        or is_of_another(dated, verb)
        or is_unreal(verb, helpers(verb))
        or _is_only_possible(verb)
        or _since_then_not(verb, date.expression)
    ):
        return ()
    if is_period(date.expression) and (_is_measure(verb, dated) or _is_aside(clause, date.expression)):
        return ()
    return sentence if clause is None else _told(clause, sentence)


def toll_verb(token: Token) -> Token | None:
    """The verb of a count of people so far ("more than 40 people have died"); None if it is none."""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or not is_perfect(verb) or is_negated(verb):
        return None
    where = any(t.tag_ == "WRB" for t in verb.children)  # "the camp where 40 people have died"
    return None if where else verb


def toll_clause(verb: Token, sentence: Tokens) -> Iterable[Token]:
    """The words around that verb."""
    clause = next(_clauses(verb), None)
    return sentence if clause is None else _told(clause, sentence)


def _clauses(token: Token) -> Iterator[Token]:
    """The verbs above a date that have a subject of their own, or hang on a noun, innermost first."""
    for verb in (token, *token.ancestors):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if child(verb, *SUBJECTS) is not None or (verb.dep_ in ASIDES and not _adverbial(verb.head)):
            yield verb


def _is_clipped(verb: Token) -> bool:
    """ "Said that 40 boats lost on May 3 were found", where the parse makes "lost" what was said."""
    return verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not helpers(verb)


def _adverbial(noun: Token) -> bool:
    """ "In a statement released on Friday he said": what a verb does *in* something dated is of that date."""
    return (
        noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and noun.head.head.pos_ == "VERB"
    )


def _is_aside(clause: Token | None, said: Expression) -> bool:
    """ "Fenwick Mills, which was sold in 2009": of a clause on the side a year is too little."""
    long = said.unit in ("year", "decade", "century") or (
        said.form == "date" and not (said.month or said.season)
    )
    return clause is not None and long and clause.dep_ in (*ASIDES, "advcl")


def _told(clause: Token, sentence: Tokens) -> Iterable[Token]:
    """The words of a clause, such as can be read alone; none where they cannot."""
    if clause.dep_ in CLAUSES:
        return without(clause.subtree, introducing(clause))
    if clause.dep_ in ASIDES:
        span_of_time = (
            clause.head.lower_ in table("times")["classes"]["UNIT"]
        )  # "the quarter which ended May 3"
        document = clause.lemma_.lower() in words("events", "dating")  # "a report dated May 3"
        readable = is_past(clause) and not span_of_time and not document
        return [*phrase(clause.head), *clause.subtree] if readable else ()
    if clause.dep_ != "advcl":
        return sentence
    opening = [c for c in clause.children if c.i < clause.i and (c.dep_ == "mark" or c.tag_ == "WRB")]
    if any(c.lower_ in words("events", "meanwhile") for c in opening):
        return sentence  # "was closed when a pillar cracked on Friday"
    subject = child(clause, *SUBJECTS)
    readable = subject is not None and subject.pos_ != "PRON" and is_past(clause)
    conditional = any(c.lower_ in words("events", "if") for c in opening)
    return without(clause.subtree, opening) if readable and not conditional else ()


# ---- verbs ----


def helpers(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; those of the one it is joined to, where it has none."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return own if own or verb.dep_ != "conj" or child(verb, *SUBJECTS) else helpers(verb.head)


def is_past(verb: Token) -> bool:
    """ "Sank", "has sunk", "was sunk", "sunk"; not "would have sunk"."""
    auxiliaries = helpers(verb)
    if any(a.tag_ == "MD" for a in auxiliaries):
        return False
    return verb.tag_ in ("VBD", "VBN") or any(a.tag_ == "VBD" for a in auxiliaries)


def is_perfect(verb: Token) -> bool:
    """ "Has sunk": told as something new."""
    auxiliaries = helpers(verb)
    has = any(a.lower_ in words("events", "have") for a in auxiliaries)
    return has and verb.tag_ == "VBN" and not any(a.tag_ == "MD" for a in auxiliaries)


def is_news(verb: Token) -> bool:
    """ "Has sunk", "is sinking", "sinks": told as of the report."""
    auxiliaries = helpers(verb)
    if is_negated(verb) or any(a.tag_ == "MD" for a in auxiliaries):
        return False
    stands = child(verb, "attr", "expl") is not None
    if (verb.pos_ == "AUX" or verb.lemma_ == "be") and stands and not is_perfect(verb):
        return False  # "Ana Quill is a teacher", "there are laws": how things are
    if verb.tag_ == "VBN" and {a.lower_ for a in auxiliaries} <= {"is", "are", "'s", "’s", "'re", "’re"}:
        return False  # "is thought the best": as ever
    if any(c.tag_ == "PRP" and c.lower_ != "it" and c.dep_ in SUBJECTS for c in verb.children):
        return False  # "you have seen it", at the head of a column
    return is_perfect(verb) or any(t.tag_ in ("VBZ", "VBP") for t in (verb, *auxiliaries))


def is_negated(verb: Token) -> bool:
    """ "Has not sunk"."""
    return child(verb, "neg") is not None


def _is_only_possible(verb: Token) -> bool:
    """ "Buyers should come back tomorrow"; but "should have" is of the past."""
    auxiliaries = helpers(verb)
    modal = any(a.lower_ in words("events", "possible") for a in auxiliaries)
    return modal and not any(a.lower_ == "have" for a in auxiliaries)


def _since_then_not(verb: Token, said: Expression) -> bool:
    """ "Has not rained since May"."""
    return said.bound == "since" and is_negated(verb)


# ---- measures ----


def is_period(said: Expression) -> bool:
    """Whether an expression names a month or more, not a day or a week."""
    if said.form == "date":
        return said.day is None
    return said.form == "offset" and said.unit in PERIODS


def _is_compared(dated: Tokens, said: Expression) -> bool:
    """ "Up from March", "since Wednesday's close", "this year's fairs": no date of an event."""
    token = dated.root
    noun, named = _dated_noun(token), said.form == "named"
    if token.dep_ == "poss" and is_period(said) and said.shift == 0:
        return True
    if noun is None and set_against(token) is not None:
        return True
    if noun is None:
        before = dated[0].nbor(-1).lower_ if dated[0].i else ""
        return before in words("events", "against") and token.head.dep_ != "ROOT"
    if named and token.dep_ == "compound":
        return True  # "the Christmas sales"
    if noun.dep_ in SUBJECTS:
        return False
    return noun.dep_ != "pobj" or noun.head.lower_ not in words("events", "at")


def _dated_noun(token: Token) -> Token | None:
    """The noun that a date belongs to: "Wednesday's close", "the blackout of Tuesday"."""
    if token.dep_ in ("poss", "compound", "nmod", "amod"):
        return token.head
    owner = token.head.head
    return owner if token.dep_ == "pobj" and token.head.lower_ == "of" and owner.pos_ == "NOUN" else None


def _is_measure(verb: Token, dated: Tokens) -> bool:
    """ "Sold 14 million cars last year": a number for a period."""
    inside = {t.i for t in dated}
    near = [t for t in verb.subtree if t.i not in inside]
    told = any(t.lemma_.lower() in words("events", "measures") for t in near)
    if verb.lemma_.lower() in words("events", "multiplying"):
        return True
    return told and any(t.like_num or t.text == "%" for t in near)
