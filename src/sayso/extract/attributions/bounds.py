"""How far goes what the network spotted: from its word pieces to whole phrases of the parsed text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.extract.attributions.spotter import Spotted
from sayso.extract.entities.described import speakable
from sayso.extract.saying import EDGES, MARKS, sentence
from sayso.nlp import Passage
from sayso.span import Span, hull, subtract, trimmed

_ASIDE = re.compile(r",\s+(?:where|who|whose|amid)\b(?:[^,“”\"]|,(?! ))*$")
_JOINED = re.compile(r"\W*(?:(?:and|or|but)\b(?: that\b)?\W*)?")  # "would fail | and that | nobody knew"
_APART = re.compile(r"\s*,|\s+(?:while|as|with)\b")
_AND = re.compile(r"\W*(?:and|or|but)\b")
SUBJECTS = ("nsubj", "nsubjpass")
_STOPS = re.compile(r"[?!]|\.\W*$")  # a sentence has ended
HOLE = 30  # characters between two pieces that are one
_JOINING = frozenset(("SCONJ", "CCONJ", "ADP", "AUX", "DET", "PART"))  # these alone say nothing
_BARE = frozenset(("det", "predet", "amod", "nummod", "quantmod"))  # alone these name nobody
# these need the word behind them
LEANING = _BARE | frozenset(("compound", "poss", "aux", "auxpass", "neg", "nsubj", "nsubjpass"))
_OPENS = re.compile(rf"(?<!\w)[{MARKS}](?=\S)")
_NOT_SO = re.compile(r"(?:,(?: and| but)?| and) not\s+((?:[^,;.:!?]|[.,]\d){1,80}?),?\s*\Z")
_OPENED_BY = {"”": "“", "’": "‘"}


def beginnings(passage: Passage) -> list[int]:
    """The tokens with which sentences begin, but the first."""
    doc = passage.doc
    return [t.i for t in doc[1:] if t.is_sent_start and doc[t.i - 1].text in (".", "!", "?")]


def contents_of(passage: Passage, one: Spotted, begins: Sequence[int]) -> tuple[Span, ...]:
    """What is said; ``begins``: the tokens with which sentences begin."""
    reach = _reach(passage, one, begins)
    within = (span for span in one.content if span.overlaps(reach) and not _is_cut(passage, one.cue))
    cut = (Span(max(span.start, reach.start), min(span.end, reach.end)) for span in within)
    pieces = [kept for span in cut if (kept := _whole(passage, span, one.cue)) is not None]
    found: list[Span] = []
    for piece in pieces:
        found = [*found[:-1], *_mended(passage, one, found[-1], piece)] if found else [piece]
    return tuple(span for span in found if not _only_joins(passage, span, len(found) == 1))


def _is_cut(passage: Passage, cue: Span) -> bool:
    """Whether a cue ends within a phrase: "retaliated last | Thursday"."""
    last = (passage.tokens(cue) or [None])[-1]
    return last is not None and last.dep_ in ("amod", "det", "nummod", "poss") and last.head.i > last.i


def ruled_out(passage: Passage, verb: Token) -> tuple[Span, ...]:
    """ "12 drowned, not | 14 | as the port had said": where that is said, only what is not so."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "as"), None)
    begins = sentence(verb)[0].idx
    found = _NOT_SO.search(passage.text, begins, mark.idx) if mark is not None else None
    return (Span(*found.span(1)).shift(passage.start),) if found else ()


def _mended(passage: Passage, one: Spotted, piece: Span, behind: Span) -> list[Span]:
    """Two pieces as one, where the hole between them is small and holds neither cue nor source.

    What it sets apart is the outlet's: "vowed to pay, | renewing | hopes of a thaw".
    """
    if piece.end >= behind.start:
        return [hull([piece, behind])]
    hole = Span(piece.end, behind.start)
    words, named = passage.words(hole), one.source is not None and hole.overlaps(one.source)
    if hole.overlaps(one.cue) or named or _STOPS.search(words):
        return [piece, behind]
    if _JOINED.fullmatch(words):
        return [hull([piece, behind])]
    if not _APART.match(words):
        return [hull([piece, behind])] if len(hole) <= HOLE else [piece, behind]
    goes_on = any(t.dep_ in SUBJECTS for t in passage.tokens(behind) or ()) or _AND.match(words)
    quoted = words.strip()[-1] in MARKS
    return [piece, behind] if goes_on or quoted or piece.start < one.cue.end else [piece]


def _only_joins(passage: Passage, span: Span, alone: bool) -> bool:
    """Whether a piece says nothing: "| If | anything, she said, …"; where ``alone``, "said | that |, …"."""
    return all(t.dep_ == "mark" if alone else t.pos_ in _JOINING for t in passage.tokens(span) or ())


def _reach(passage: Passage, one: Spotted, begins: Sequence[int]) -> Span:
    """How far what is said can go. ``begins``: the tokens with which sentences begin.

    Without quotation marks it stays in the cue's sentence: "It rained. The road is closed, | police said".
    Where it stands before the cue, it does not go on behind a semicolon.
    """
    said = (passage.words(span) for span in one.content if passage.whole.contains(span))
    quoted = any(_OPENS.search(words) for words in said)
    cue = passage.tokens(one.cue)
    if cue is None or not len(cue):
        return passage.whole
    first = max((n for n in begins if n <= cue.start and not quoted), default=0)
    last = min((n for n in begins if n >= cue.end and not quoted), default=len(passage.doc))
    verb = cue.root.head
    if cue.root.dep_ in SUBJECTS and cue.end < verb.i:
        last = min(
            last, verb.i, *(t.i for t in verb.lefts if t.i > cue.end)
        )  # "Claims that it sank | are false"
    if any(span.end <= one.cue.start for span in one.content):
        last = next((t.i for t in passage.doc[cue.end : last] if t.text == ";"), last)
    return passage.span(passage.doc[first:last])


def _whole(passage: Passage, span: Span, cue: Span) -> Span | None:
    """Whole phrases, no "that" in front, no full stop behind: word pieces end where they like."""
    tokens = passage.tokens(span)
    if tokens is None or not len(tokens):
        return None
    first, last = tokens[0], tokens[-1]
    if first.lower_ == "that" and first.tag_ == "IN" and first != last:  # not "that dam"
        first = first.nbor()
    while first.i > 0 and _leans(first.nbor(-1)) and first.i <= first.nbor(-1).head.i <= last.i:
        first = first.nbor(-1)
    while _leans(last) and last.i < last.head.i <= last.i + 4:
        last = last.head
    if last.dep_ == "prep" and last.i < last.right_edge.i <= last.i + 6:  # "the captain of | a ferry"
        last = last.right_edge
    clause = ("WDT", "WP", "WRB")  # "the dam, | which"
    while last != first and (
        last.text == "." or last.pos_ in ("CCONJ", "SCONJ") or (last.tag_ in clause and last.head.i > last.i)
    ):
        last = last.nbor(-1)
    whole = hull([passage.span(first), passage.span(last)])
    if whole.overlaps(cue) and not span.overlaps(cue):
        whole = span
    words = passage.words(whole)
    aside = _ASIDE.search(words)  # where the outlet begins to explain
    kept = trimmed(words, 0, aside.start() if aside else len(words), EDGES)
    return kept.shift(whole.start) if kept is not None else None


def _leans(token: Token) -> bool:
    """Whether a word needs the one behind it: "the | night", "will | sail"."""
    return token.dep_ in LEANING and token.head.i > token.i


def _who(passage: Passage, source: Span, cue: Span) -> Span | None:
    """A source without its cue and what stands before who speaks: "| After the vote, | Hale"; no clause."""
    apart = subtract(source, [cue])  # the cue may stand in its middle
    tokens = [*(passage.tokens(apart[0]) or ())] if apart else []
    while tokens and (tokens[0].dep_ in ("cc", "prep", "mark") or tokens[0].tag_ == "WRB"):
        comma = next((n for n, t in enumerate(tokens) if t.text == ","), len(tokens) - 1)
        tokens = tokens[1:] if tokens[0].dep_ == "cc" else tokens[comma + 1 :]
    clauses = (t.head for t in tokens if t.dep_ in SUBJECTS and t.head in tokens)
    if not tokens or any(verb.dep_ not in ("relcl", "pcomp") for verb in clauses):
        return None
    return hull([passage.span(tokens[0]), passage.span(tokens[-1])])


def whole_source(passage: Passage, one: Spotted) -> Span | None:
    """The source, a whole phrase without marks at its edges but the one that closes an apposition."""
    span = one.source if one.source is not None and passage.whole.contains(one.source) else None
    span = _who(passage, span, one.cue) if span is not None else None
    tokens = passage.tokens(span) if span is not None else None
    if span is None or tokens is None or not len(tokens):
        return None
    if tokens[0].lower_ in ("him", "her", "them") and tokens[-1].i > tokens[0].i and tokens[1].tag_ == "DT":
        return passage.span(tokens[0])  # "according to | her | the dam held"
    last = tokens[-1]
    while (
        (last.dep_ in _BARE or _begins_name(last))
        and last.i < last.head.i <= last.i + 4  # "the | union"
        and not hull([passage.span(last), passage.span(last.head)]).overlaps(one.cue)  # "Lo | Slams | Hale"
    ):
        last = last.head
    owner = last.nbor(-1) if last.tag_ == "POS" and last.i > 0 else last
    if owner.dep_ == "poss" and owner.head.i <= owner.i + 4:
        owned = reversed(last.doc[owner.i + 1 : owner.head.i + 1])
        last = next(filter(speakable, owned), last)  # "the union | 's chair"; not "the union's claim"
    first = tokens[0]
    while first.i > 0 and first.nbor(-1).tag_ in ("DT", "PRP$") and first.nbor(-1).head in tokens:
        first = first.nbor(-1)  # "their | union"
    span = hull([span, passage.span(first), passage.span(last)])
    words = passage.words(span)
    kept = trimmed(words, 0, len(words), EDGES)
    if kept is None:
        return None
    closing = words[kept.end :].strip()[:1]
    closes = closing and _OPENED_BY.get(closing, closing) in kept.of(words)
    end = words.index(closing, kept.end) + 1 if closes else kept.end
    return Span(kept.start, end).shift(span.start)


def _begins_name(token: Token) -> bool:
    """ "Mara | Quill"; "Hale's security | adviser"."""
    name = token.pos_ == token.head.pos_ == "PROPN"
    return token.dep_ == "compound" and (name or speakable(token.head))
