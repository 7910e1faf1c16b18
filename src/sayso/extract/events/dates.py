"""Which dates date no event.

No event is what is advised or only possible, what a date sets a limit to, what it is measured against ("up
from March"), and a measure over a month or more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.compared import set_against
from sayso.extract.events.moods import is_of_another, is_unreal
from sayso.extract.events.verbs import ASIDES, FINITE, SUBJECTS, helpers
from sayso.extract.saying import child, is_denied, is_negated, without
from sayso.model import Expression

PERIODS = frozenset(("month", "quarter", "year", "decade", "century"))


def dates_none(
    dated: Tokens, said: Expression, verb: Token, clause: Token | None, others: Sequence[Tokens]
) -> bool:
    """Whether a date in a clause, or else under the verb of the sentence, is of no event that it tells.

    ``others``: the further dates of the sentence.
    """
    return (
        said.bound == "until"
        or is_denied(dated)
        or _is_limit(dated, said)
        or _is_posted(dated)
        or any(_is_subject(one) for one in (dated, *others))
        or (
            dated.root.dep_ == "attr" and any(c.tag_ == "PRP" for c in dated.root.head.children)
        )  # "it is May"
        or _is_of_noun(dated, verb, others)
        or _is_earlier(dated)
        or _is_compared(dated, said)
        or is_of_another(dated, verb)
        or is_unreal(verb)
        or _is_only_possible(verb)
        or _is_felt(verb, dated)
        or _only_since(verb, dated)
        or _ends_a_span(dated)
        or (_is_period(said) and (_is_measure(verb, dated) or _is_aside(dated, verb, clause, said)))
    )


def _is_limit(dated: Tokens, said: Expression) -> bool:
    """ "Before 1997 she had run a mill", "after this week"; but "before dawn" is that day."""
    limit = dated.root.dep_ == "pobj" and dated.root.head.lower_ in ("before", "after")
    return limit and said.daypart is None


def _is_posted(dated: Tokens) -> bool:
    """ "(Published Thursday)", "Updated: May 3": the page's own day."""
    at = dated.start - 1
    while at > 0 and (dated.doc[at].is_punct or dated.doc[at].ent_type_ in ("DATE", "TIME")):
        at -= 1
    return at >= 0 and dated.doc[at].is_title and dated.doc[at].lower_ in words("events", "posted")


def _is_subject(dated: Tokens) -> bool:
    """ "2031 was a wet year"; and, misread, "the boy shot | on Monday night was named on Friday"."""
    told = dated.doc[dated.end : dated.end + 1]
    since = (
        dated.start > 0 and dated[0].nbor(-1).lower_ == "since"
    )  # "who was missing | since Monday was found"
    alone = since or sum(c.dep_ in SUBJECTS for c in dated.root.head.children) == 1
    return dated.root.dep_ in SUBJECTS and alone and any(t.tag_ in (*FINITE, "MD") for t in told)


def _ends_a_span(dated: Tokens) -> bool:
    """ "In the two years ending on May 3", "the quarter that began on May 3"."""
    verbs = (t for t in dated.root.ancestors if t.dep_ in ASIDES)
    return any(verb.head.lower_ in table("times")["classes"]["UNIT"] for verb in verbs)


def _is_of_noun(dated: Tokens, verb: Token, others: Sequence[Tokens]) -> bool:
    """ "On Friday he disputed the report of Thursday": where the verb has a day of its own."""
    noun = _bearer(dated)
    bearing = noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("dobj", "pobj")
    return bearing and any(_bearer(other) == verb for other in others)


def _bearer(dated: Tokens) -> Token:
    """What the parse hangs a date on; of "March and June", the same."""
    root = dated.root
    while root.dep_ == "conj":
        root = root.head
    return root.head.head if root.dep_ == "pobj" else root.head


def _is_only_possible(verb: Token) -> bool:
    """ "Buyers should come back tomorrow", "should have come yesterday"."""
    return any(a.lower_ in words("events", "possible") for a in helpers(verb))


def _is_felt(verb: Token, dated: Tokens) -> bool:
    """ "We want peace this year", "I will be back on Monday": how it is; "the aim today is peace"."""
    is_ = verb.lemma_ == "be"
    own = (is_ or verb.tag_ == "VBP") and any(c.lower_ in ("i", "we") for c in verb.children)
    return own or (is_ and dated.end == verb.i and child(verb, "attr") is not None)


def _only_since(verb: Token, dated: Tokens) -> bool:
    """ "Has not rained since May", "was the worst since May", "has seen the loss of 40 boats since May"."""
    if not dated[0].i or dated[0].nbor(-1).lower_ != "since":
        return False
    counted = child(verb, "expl") is not None or any(_is_count(t, verb) for t in without(verb.subtree, dated))
    rated = (t for c in verb.children for t in (c, *c.children))
    foremost = any(t.tag_ == "JJS" or t.lower_ in ("first", "only") for t in rated)
    return is_negated(verb) or counted or verb.tag_ in ("VBZ", "VBP") or foremost


def _is_count(token: Token, verb: Token) -> bool:
    """Whether a verb counts something: not where a clause between has the number, nor in a date or an age."""
    above = [*takewhile(lambda t: t != verb, token.ancestors)]
    own = verb in token.ancestors and not any(t.pos_ in ("VERB", "AUX") for t in above)
    number = token.tag_ == "CD" or token.lower_ in words("function_words", "numbers")
    return own and number and token.ent_type_ not in ("DATE", "TIME")


def _is_period(said: Expression) -> bool:
    """Whether an expression names a month or more, not a day or a week."""
    if said.form == "date":
        return said.day is None
    return said.unit in PERIODS


def _is_compared(dated: Tokens, said: Expression) -> bool:
    """ "Up from March", "since Wednesday's close", "this year's fairs": no date of an event."""
    token = dated[-1] if dated.root.dep_ == "det" else dated.root  # "the 1940s | actress"
    noun, named = _dated_noun(token), said.form == "named"
    if token.dep_ == "poss" and _is_period(said) and said.shift == 0:
        return True
    if noun is not None and token.dep_ != "pobj" and said.unit in ("decade", "century"):
        return True
    if noun is None and set_against(token) is not None:
        return True
    if noun is None:
        before = dated[0].nbor(-1).lower_ if dated[0].i else ""
        return before in words("events", "against") and token.head.dep_ != "ROOT"
    if named and token.dep_ in ("compound", "nmod"):
        return True  # "the Christmas sales"
    if noun.dep_ in SUBJECTS:
        return False
    return noun.dep_ != "pobj" or noun.head.lower_ not in words("events", "at")


def _dated_noun(token: Token) -> Token | None:
    """The noun that a date belongs to: "Wednesday's close", "the blackout of Tuesday"."""
    if token.dep_ in ("poss", "compound", "nmod", "amod", "nummod"):
        return token.head
    owner = token.head.head
    return owner if token.dep_ == "pobj" and token.head.lower_ == "of" and owner.pos_ == "NOUN" else None


def _is_measure(verb: Token, dated: Tokens) -> bool:
    """ "Sold 14 million cars last year", "there were 40 fires last year": a number for a period."""
    inside = {t.i for t in dated}
    near = [t for t in verb.subtree if t.i not in inside]
    there = child(verb, "expl") is not None
    told = there or any(t.lemma_.lower() in words("events", "measures") for t in near)
    if verb.lemma_.lower() in words("events", "multiplying"):
        return True
    return told and any(t.like_num for t in near)


def _is_aside(dated: Tokens, verb: Token, clause: Token | None, said: Expression) -> bool:
    """ "Sold in 2009, the mill makes rope", "the mill, which was sold in 2009", "her rival in 2009 said"."""
    long = said.unit in ("year", "decade", "century") or (
        said.form == "date" and not (said.month or said.season)
    )
    above = takewhile(lambda t: t != clause, dated.root.ancestors)
    beside = verb.tag_ in ("VBZ", "VBP") and any(t.tag_ == "VBN" and t.dep_ == "advcl" for t in above)
    beside = beside or (_bearer(dated).dep_ in SUBJECTS and verb.lemma_.lower() in words("events", "saying"))
    return clause is not None and long and (beside or clause.dep_ in (*ASIDES, "advcl"))


def _is_earlier(dated: Tokens) -> bool:
    """ "Having denied it on Monday": an earlier day than that of the sentence."""
    return any(t.lower_ == "having" for above in dated.root.ancestors for t in above.children)
