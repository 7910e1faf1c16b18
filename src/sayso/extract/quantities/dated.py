"""Which time expressions date what is counted: an event ("killed on Monday"), a count ("12 by Monday")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.compared import is_given, set_against
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.verbs import clauses_of, has, role_of, said_of
from sayso.extract.saying import is_denied, sentence
from sayso.extract.times import ranges
from sayso.model import Category, Timex
from sayso.nlp import Passage
from sayso.span import Span

_OPENS = 12  # characters of a sentence within which a time opens it
_OWN = ("mark", "nsubj", "nsubjpass", "prep")  # what begins a clause of its own
# "since 1992, when | 40 died", "in a war in 1992 in which | 40 died", "when a dam burst, killing | 40"
_WHEN = re.compile(r",?\s+(?:when|(?:in|during) which)\b[^,;.]*(?:,\s+\w+ing\b[^,;.]*)?\s")
_THEN = re.compile(
    r"\. Then, |[^.;]*[.;]\s(?:at\s)?that time,?\s", re.I
)  # "in 2004 it burned. That time | 40 died"
_NEXT = re.compile(r",\s(?:and|but|while)\s(?:in|on)\s$")  # "40 died, and in | 2012 | a fire killed 12"
_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,3}\d[\d,.]*\s(?:[\w-]+\s){0,4}$")  # "from 30 on Monday to | 40"
_ON = re.compile(r"\s(?:(?:on|in|by)\s)?")  # "to 40 on Monday and | 55 on Tuesday"
_AS_OF = re.compile(
    r"\b(?:as of|as at|by|until|till|up to|(?:hours|days|weeks|months|years) to)\s+(?:late\s+|early\s+)?$",
    re.IGNORECASE,
)


def dating(
    passage: Passage, span: Span, verb: Token | None, category: Category | None,
    times: Sequence[Timex], saying: set[str],
) -> tuple[str | None, str | None]:  # fmt: skip
    """The time expressions that date the event and the count: "killed on Monday", "rose to 12 on Monday".

    In the clause of the verb, else the one that opens the sentence. ``saying``: those that date a speech.
    """
    count = passage.tokens(span)
    whole = passage.span(sentence(count[0])) if count else passage.whole
    here = [
        t for t in times
        if t.type in ("DATE", "TIME") and t.id not in saying and t.expression.form != "ref"
        and whole.contains(t.span) and not t.span.overlaps(span)
    ]  # fmt: skip
    ends = ranges(passage, here)  # of "from Monday to Friday" neither end is the day, nor does it give all
    here = [
        t for t in here if t.id not in ends.values()
        and (t.expression.until if t.id in ends else _alike(passage, t.span, span))
    ]  # fmt: skip
    here = [t for t in here if not any(o is not t and o.span.contains(t.span) for o in here)]
    spent = {*saying, *ends, *ends.values()}
    ahead = [t for t in times if t.type == "DATE" and t.span.end < span.start and t.id not in spent]
    gaps = [(t, passage.words(Span(t.span.end, span.start))) for t in ahead]
    told = [t for t, gap in gaps if _WHEN.fullmatch(gap) or (_THEN.fullmatch(gap) and not _is_day(t))]
    if told:
        return told[-1].id, None
    here = [t for t in here if (t, " to ") not in gaps or not _FROM.search(_before(passage, t))]
    clause: list[Timex] = []
    for word, at in clauses_of(verb) if verb is not None else ():
        end = passage.span(passage.doc[at]).start if at < len(passage.doc) else passage.whole.end
        hang = [t for t in here if t.span.end <= end and _under(passage, t.span, word)]
        hang = [t for t in hang if not _of_another(passage.tokens(t.span), count, word, category)]
        clause = clause or hang
    opening = [t for t in here if t.span.start - whole.start < _OPENS]
    own = [t for t in here if count and (set_against(count.root) or _is_within(passage, t.span, count, verb))]
    begun = [t for t, gap in gaps if {*gap}.isdisjoint(",;.") and _NEXT.search(_before(passage, t))]
    near = own or clause or begun or opening or _only_day(passage, here, verb)
    after = span.end - passage.start
    behind = [t for t in near if _ON.fullmatch(passage.text[after : t.span.start - passage.start])]
    near = sorted(near, key=lambda t: (t not in behind, abs(t.span.start - span.start), t.span.start))
    counting = not own and verb is not None and verb.lemma_.lower() in listed("clause", "counting")
    of_count = [
        t
        for t in near
        if _AS_OF.search(_before(passage, t)) or (counting and not _in_subject(passage, t.span))
    ]
    return next((t.id for t in near if t not in of_count), None), next((t.id for t in of_count), None)


def _before(passage: Passage, time: Timex) -> str:
    return passage.text[: time.span.start - passage.start]


def _alike(passage: Passage, time: Span, count: Span) -> bool:
    """Whether a time and a count stand both in what something is set against, or neither; "not on May 5"."""
    one, other = passage.tokens(time), passage.tokens(count)
    alike = not one or not other or set_against(one.root) == set_against(other.root)
    return alike and not (one and is_denied(one))


def _under(passage: Passage, span: Span, verb: Token) -> bool:
    """Whether a time hangs on the verb itself, not on another clause below it."""
    tokens = passage.tokens(span)
    for token in (tokens.root, *tokens.root.ancestors) if tokens is not None else ():
        if token == verb:
            return True
        if token.dep_ in ("conj", "ccomp", "parataxis") and has(token, "nsubj", "nsubjpass"):
            return False
        if token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_ in listed("clause", "upward"):
            return False  # "killed 3, bringing the toll since May to 40"
        if _compares(token) or is_given(token):
            return False
    return False


def _compares(token: Token) -> bool:
    """Whether what is under ``token`` is compared with: "the most since 2016", "twice as many as it said"."""
    head = token.head
    if token.lower_ == "since":
        return any(t.tag_ == "JJS" for t in (head, *head.children, *token.children))
    joint = (c.lower_ for c in token.children if c.dep_ == "mark")
    return token.dep_ == "advcl" and head.pos_ in ("ADV", "ADJ") and not {"as", "than"}.isdisjoint(joint)


def _of_another(dated: Tokens | None, count: Tokens | None, verb: Token | None, of: Category | None) -> bool:
    """ "Freed thirty-eight (38) of the miners | seized in May", "killed 12 in a mill | opened in May"."""
    if dated is None or count is None:
        return False
    for clause in (t for t in dated.root.ancestors if t.dep_ in ("acl", "relcl")):
        between = count.doc[count.end : clause.head.i]
        torn = any(t.pos_ in ("VERB", "AUX", "ADP", "SCONJ") and t.lower_ != "of" for t in between)
        if clause.head.i >= count.start and not torn:  # what was done to them before
            who = next((t for t in clause.children if t.tag_ in ("WP", "WDT")), clause.head)
            return said_of(clause, role_of(clause, who)) != of
        if any(t == verb for t in clause.ancestors) and not _happened(clause, of):
            return True
    return False


def _is_within(passage: Passage, time: Span, count: Tokens, verb: Token | None) -> bool:
    """ "12 deaths of | 2015", "12 degrees measured in | 2015", "the fire of | 2015 | that killed 12"."""
    of = next((t.root.head for t in (passage.tokens(time),) if t), count.root)
    above = of.head if of.pos_ == "ADP" else of
    told = (word.head for word, _ in (clauses_of(verb) if verb is not None else ()) if word.dep_ == "relcl")
    found = above.dep_ == "acl" and above.lemma_ in listed("clause", "recorded")
    return above in told or (of.lower_ == "of" and above in [*count]) or (found and above.head in [*count])


def _happened(clause: Token, category: Category | None) -> bool:
    """Whether a clause about a thing says that it happened: "a fire that began in May", "… that hurt 3"."""
    said = {clause.lemma_.lower(), *(c.lower_ for c in clause.children if c.dep_ == "dobj")}
    hurt = {category, said_of(clause, "object")} <= {"killed", "injured"}
    return hurt or not said.isdisjoint(listed("clause", "happening"))


def _in_subject(passage: Passage, span: Span) -> bool:
    """ "The toll of Monday's blast rose to 12": the day of the blast, not of the count."""
    tokens = passage.tokens(span)
    return tokens is not None and any(t.dep_ == "nsubj" for t in (tokens.root, *tokens.root.ancestors))


def _only_day(passage: Passage, here: Sequence[Timex], verb: Token | None) -> list[Timex]:
    """The one day that a sentence names, where what it dates brought the count about.

    "A blast on Monday that killed 3", "gunmen opened fire on Monday, killing 3"; not "the man accused of the
    blast that killed 3 was tried on Monday", not "shares fell on Monday after a blast killed 3".
    """
    days = [t for t in here if _is_day(t)]
    tokens = passage.tokens(days[0].span) if len(days) == 1 else None
    if tokens is None or days[0].expression.bound != "on" or days[0].expression.tense == "future":
        return []
    dated = list(tokens.root.ancestors)
    end = next((n for n, token in enumerate(dated) if token.pos_ in ("VERB", "AUX")), len(dated))
    for token in (verb, *verb.ancestors) if verb is not None else ():
        if token.dep_ in ("relcl", "acl"):
            return days if token.head in dated[:end] else []
        if has(token, *_OWN):
            return []
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            return days if token.head in dated[: end + 1] else []
        if token.dep_ != "conj":
            return []
    return []


def _is_day(time: Timex) -> bool:
    said = time.expression
    counted = said.form == "offset" and said.unit == "day"
    return said.form in ("weekday", "named") or bool(said.day) or counted or time.type == "TIME"
