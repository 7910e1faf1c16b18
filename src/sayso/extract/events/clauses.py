"""Which words tell the event that a date dates.

A date in a clause of its own dates that clause, not the sentence around it: "met for the first time since the
war began on May 3" is no meeting of May 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.governed import introducing
from sayso.extract.events.dates import dates_none
from sayso.extract.events.moods import Mood, is_said, mood, only_says, said_then
from sayso.extract.events.verbs import ASIDES, FINITE, SUBJECTS, helpers, is_past, is_perfect
from sayso.extract.saying import child, in_modifier, is_negated, without
from sayso.model import Timex
from sayso.nlp import Passage

CLAUSES = frozenset(("conj", "ccomp", "parataxis"))  # those that can be read alone


def event_of(
    passage: Passage, date: Timex, sentence: Tokens, others: Iterable[Timex] = ()
) -> tuple[Iterable[Token], bool, Mood, Token | None]:
    """The words that tell what ``date`` dates, whether on the side, and how; none if it dates no event.

    ``others``: the further dates of the sentence. A clause beside it that has one of its own is left out.
    Last comes the subject, where it is not among the words: of "the ferry left the pier and | sank on May 3".
    """
    dated = passage.tokens(date.span)
    if dated is None:
        return (), False, "told", None
    clause = next(_clauses(said_then(dated) or dated.root), None)
    verb = clause if clause is not None else sentence.root
    said = is_said(dated, verb)
    aside = said or _only_names(dated, verb)
    aside = aside or (clause is not None and (clause.dep_ in ASIDES or _is_clipped(clause)))
    beside = [t for other in others if (t := passage.tokens(other.span)) is not None]
    of_a_day = clause is not None and clause.dep_ in ASIDES and clause.head.ent_type_ == "DATE"
    of_a_day = of_a_day or (said and in_modifier(dated.root, verb))
    if of_a_day or dates_none(dated, date.expression, verb, clause, beside):
        return (), aside, "told", None
    told, how = [*(sentence if clause is None else _told(clause, sentence))], mood(verb, dated, said)
    second = _second(dated, verb) if told and clause is not None and not aside else None
    if second is None:
        return without(told, *_beside(verb, dated, beside)), aside, how, None
    return without(second.subtree, *_beside(second, dated, beside)), aside, how, child(verb, *SUBJECTS)


def _only_names(dated: Tokens, verb: Token) -> bool:
    """ "Friday's raid shows how unsafe it is": the day says which raid."""
    return dated.root.dep_ == "poss" and verb.tag_ in ("VBZ", "VBP")


def _second(dated: Tokens, verb: Token) -> Token | None:
    """The verb joined to that of the clause which has the date: "left the pier and | sank on May 3"."""
    joined = next((t for t in dated.root.ancestors if t == verb or _tells_on(t)), verb)
    above = joined
    while above.dep_ == "conj":
        above = above.head
    return joined if joined != verb and above == verb else None


def _tells_on(verb: Token) -> bool:
    """Whether a verb surely joined to another tells one more thing: not in "was shot and killed".

    Where a quotation or a further verb stands between, the parse may well have joined it to the wrong one.
    """
    joint = next((c for c in verb.head.children if c.dep_ == "cc" and c.i == verb.left_edge.i - 1), None)
    if verb.dep_ != "conj" or joint is None:
        return False
    finite = any(t.tag_ in FINITE for t in (verb, *verb.children))
    between = verb.doc[verb.head.i + 1 : joint.i]
    torn = any(t.tag_ in (*FINITE, "MD") for t in between)
    return finite and not torn and any(t.dep_ not in ("punct", "prt") for t in between)


def _beside(verb: Token, dated: Tokens, others: Iterable[Tokens]) -> Iterator[list[Token]]:
    """ "Forty died in 2031, | and two in May were hurt": a clause with a date of its own, beside."""
    for part in verb.children:
        alone = child(part, *SUBJECTS) is not None or _tells_on(part)
        own = set(part.subtree) if part.dep_ == "conj" and alone else set()
        if dated.root not in own and any(other.root in own for other in others):
            yield [*own, *(c for c in verb.children if c.dep_ == "cc" and c.i == part.left_edge.i - 1)]
    for stop in (t for t in dated.root.sent if t.text == ";"):
        if any((other.start > stop.i) != (dated.start > stop.i) for other in others):
            yield [t for t in stop.sent if t == stop or (t.i > stop.i) != (dated.start > stop.i)]


def toll_verb(token: Token) -> Token | None:
    """The verb of a count of people so far ("more than 40 people have died"); None if it is none."""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return None if verb is None or not is_perfect(verb) or is_negated(verb) else verb


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
    return noun.head.lower_ in ("in", "at", "during") and noun.head.head.pos_ == "VERB"


def _told(clause: Token, sentence: Tokens) -> Iterable[Token]:
    """The words of a clause, such as can be read alone; none where they cannot."""
    subject = child(clause, *SUBJECTS)
    if clause.dep_ == "ROOT" and subject is not None and subject.tag_ == "WP":
        return ()  # "What happened on Friday", as a heading
    if only_says(clause):
        return sentence
    shared = clause.dep_ == "conj" and clause.tag_ == clause.head.tag_ == "VBN" and helpers(clause.head)
    if shared and not helpers(clause):
        return _told(clause.head, sentence)  # "Nine were killed and | 34 injured when it burst on Friday"
    if clause.dep_ in CLAUSES:
        first, that = clause.left_edge, introducing(clause)
        asked = first.tag_ == "WDT" or first.lower_ in words("events", "asked")  # "what happened on Friday"
        if any(c.dep_ == "mark" and c not in that and c != first for c in clause.children):
            return sentence  # "On Friday, a day | after the dam burst, crews …"
        return () if asked else without(clause.subtree, that)
    if clause.dep_ in ASIDES:
        document = clause.lemma_.lower() in words("events", "dating")  # "a report dated May 3"
        readable = is_past(clause) and not document
        return clause.doc[clause.head.left_edge.i : clause.right_edge.i + 1] if readable else ()
    if clause.dep_ != "advcl":
        return sentence
    opening = [c for c in clause.children if c.dep_ == "mark" or c.tag_ == "WRB"]
    if any(c.lower_ in words("events", "meanwhile") for c in opening):
        above = next(_clauses(clause.head), None)  # "was closed when a pillar cracked on Friday"
        return sentence if above is None else _told(above, sentence)
    readable = subject is not None and subject.pos_ != "PRON" and is_past(clause)
    conditional = any(c.lower_ in words("events", "if") for c in opening)
    return without(clause.subtree, opening) if readable and not conditional else ()
