"""What the attribution network spotted, beside what the rules found.

Where both find one attribution the rule says who and how, and mostly the network how far source and
content go. What only the network finds, and stances that only a rule finds, stay if the network thinks them
likely enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.extract.cues import cues, lemma_of, listed, number_given
from sayso.extract.described import speakable
from sayso.extract.governed import judged
from sayso.extract.reported import audience_of, is_addressed, is_unsaid, polarity_of_cue
from sayso.extract.saying import (
    EDGES,
    MARKS,
    SAME,
    Saying,
    agent_of,
    covered,
    inside,
    phrase,
    phrase_span,
    shared,
)
from sayso.extract.spotter import Spotted
from sayso.nlp import Passage
from sayso.span import Span, hull, subtract, trimmed

SURE = 0.65  # the least chance of a cue that only the network finds
SUPPORT = 0.3  # … of one that a rule finds as well
_REMARK = re.compile(r"(?i)\W*(?:which|where|who|whose|when)\b|\s*, (?!and |but |or |with |as |if )")
_BARE = frozenset(("det", "predet", "amod", "nummod", "quantmod"))  # alone these name nobody
_LEANING = _BARE | frozenset(("compound", "poss", "aux", "auxpass", "neg", "nsubj", "nsubjpass"))
_GOES_ON = re.compile(
    r"(?i)\s+(?!(?:and|but|or|nor|while|in|on|at|by|for|from|to|during|as|after|before|since|with|when|if)\b)\w"
)
_ASIDE = re.compile(r",\s+(?:where|who|whose|amid)\b[^“”\"]*$")
_OPENS = re.compile(rf"(?<!\w)[{MARKS}](?=\S)")
_OPENED_BY = {"”": "“", "’": "‘"}


def spotted_in(passage: Passage, spotted: Iterable[Spotted]) -> Iterator[Saying]:
    """Those of ``spotted`` whose cue stands in the passage, as sayings."""
    begins = [t.i for t in passage.doc if t.i > 0 and _begins(t)]
    for one in spotted:
        saying = _saying(passage, one, begins) if passage.whole.contains(one.cue) else None
        if saying is not None and saying.verb is not None and not is_unsaid(saying.verb):
            yield saying


def _begins(token: Token) -> bool:
    """Whether a sentence begins."""
    return (token.is_sent_start and token.nbor(-1).text in (".", "!", "?")) or begins_unseen(token)


def begins_unseen(token: Token) -> bool:
    """Whether a sentence begins behind "€4.5m.", where the parse takes the full stop for the unit's."""
    before = token.nbor(-1)
    unit = before.text[-1] == "." and before.i > 0 and before.nbor(-1).like_num and before.text[:-1].isalpha()
    return unit and token.is_title and token.pos_ in ("DET", "PRON")


def agreed(saying: Saying, read: Sequence[Saying], quoted: bool) -> Saying | None:
    """A rule's saying with the bounds that fit best; None if the network thinks there is none.

    ``quoted``: whether it stands within the words of somebody else.
    """
    same = next((r for r in read if _one_cue(r, saying)), None)
    if same is None:
        likely = _certain(saying, quoted) or any(shared(r.content, saying.content) > SAME for r in read)
        return saying if likely else None
    content = saying.content if _better(saying, same) else same.content
    saying = replace(saying, content=content, chance=same.chance)
    if same.named is None or saying.source is None or saying.verb is None or saying.lemma == "quote":
        return saying
    if judged(saying.verb):
        return saying
    if same.source == saying.audience or same.named.contains(saying.passage.span(saying.source)):
        return replace(saying, named=None if same.source == saying.audience else same.named)
    return replace(saying, source=same.source, named=same.named)


def _better(rule: Saying, network: Saying) -> bool:
    """Whether the rule's content is to be preferred: quotation marks or a clause of the outlet's bound it."""
    mine, other = hull(rule.content), hull(network.content)
    if rule.quoted:
        return not all(inside(span, network.content) for span in rule.content)
    if rule.verb is None or rule.answers or number_given(rule.verb) or _ruled(rule):
        return True
    if not rule.passage.whole.contains(other):
        return False
    if mine.start == other.start and other.end < mine.end:  # "denies it ignored | warning": cut off
        return _GOES_ON.match(rule.passage.words(Span(other.end, mine.end))) is not None
    if mine.end == other.end and mine.start < other.start:  # "a ferry carrying | 200 people sank"
        return _is_torn(rule.passage, other)
    if not other.contains(mine) or mine == other:
        return False
    if mine.end == other.end:  # "reiterated his demand that | the port close"
        return rule.passage.words(Span(other.start, mine.start)).endswith(" that ")
    return mine.start == other.start and bool(_REMARK.match(rule.passage.words(Span(mine.end, other.end))))


def _ruled(saying: Saying) -> bool:
    """Whether the words around the cue leave no doubt who says what: "pleaded | not guilty", "hailed as"."""
    sure = saying.lemma in ("quote", "according to", "plead")
    return sure or (saying.verb is not None and bool(judged(saying.verb)))


def _is_torn(passage: Passage, content: Span) -> bool:
    """Whether a content begins with the object of a verb that stands before it."""
    tokens = passage.tokens(content)
    first = tokens[0] if tokens else None
    while first is not None and first.head.i > first.i and first.dep_ in _LEANING:
        first = first.head
    return first is not None and first.dep_ in ("dobj", "pobj") and passage.span(first.head) < content


def _one_cue(one: Saying, other: Saying) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _certain(saying: Saying, quoted: bool) -> bool:
    """Direct speech, a headline's "- Name" and verbs of saying need no second opinion; stances do."""
    named = not quoted or (saying.source is not None and saying.source.pos_ == "PROPN")
    speech = named and saying.lemma in cues("clause") and saying.lemma not in listed("attitudes")
    sure = saying.quoted or saying.answers or saying.verb is None
    return sure or speech or _ruled(saying)


def _saying(passage: Passage, one: Spotted, begins: Sequence[int]) -> Saying | None:
    verb = _head(passage, one.cue)
    content = _contents(passage, one, _reach(passage, one, begins))
    if verb is None or not content:
        return None
    named = _source(passage, one.source)
    source = _head(passage, named) if named is not None else None
    if source is not None and is_addressed(source, verb):
        source = agent_of(verb)
        named = phrase_span(passage, source) if source is not None else None
    content = _without_agent(content, passage, verb) or content
    if source is None and verb.lemma_.lower() == "ask":
        return None  # a question of nobody's
    lemma = "according to" if verb.lower_ == "according" else lemma_of(verb) or verb.lemma_.lower()
    return Saying(
        passage, (one.cue,), content, source, lemma, polarity_of_cue(verb, lemma),
        audience=audience_of(verb), verb=verb, named=named, chance=one.sure, spotted=True,
    )  # fmt: skip


def _is_first_name(token: Token) -> bool:
    """ "Mara | Quill"."""
    return token.dep_ == "compound" and token.pos_ == token.head.pos_ == "PROPN"


def _head(passage: Passage, span: Span) -> Token | None:
    tokens = passage.tokens(span)
    return tokens.root if tokens is not None else None


def _without_agent(content: Sequence[Span], passage: Passage, verb: Token) -> tuple[Span, ...]:
    """ "Was urged | by residents | to step down": who urges is no part of what is said."""
    agent = agent_of(verb)
    spans = covered(passage, [agent.head, *phrase(agent)]) if agent is not None else ()
    left = [part for span in content for part in subtract(span, spans)]
    kept = ((part, trimmed(passage.words(part), 0, len(part), EDGES)) for part in left)
    return tuple(words.shift(part.start) for part, words in kept if words is not None)


# ---- bounds ----


def _contents(passage: Passage, one: Spotted, reach: Span) -> tuple[Span, ...]:
    """What is said, within ``reach``; pieces with nothing but marks between them are one."""
    found: list[Span] = []
    for span in one.content:
        within = (
            Span(max(span.start, reach.start), min(span.end, reach.end)) if span.overlaps(reach) else None
        )
        if within is None or (kept := _whole(passage, within, one.cue)) is None:
            continue
        if found and (found[-1].end >= kept.start or _only_marks(passage, found[-1].end, kept.start)):
            found[-1] = hull([found[-1], kept])
        else:
            found.append(kept)
    return tuple(found)


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
    if any(span.end <= one.cue.start for span in one.content):
        last = next((t.i for t in passage.doc[cue.end : last] if t.text == ";"), last)
    return passage.span(passage.doc[first:last])


def _only_marks(passage: Passage, start: int, end: int) -> bool:
    return not any(c.isalnum() for c in passage.words(Span(start, end)))


def _whole(passage: Passage, span: Span, cue: Span) -> Span | None:
    """Whole phrases, no "that" in front, no full stop behind: word pieces end where they like."""
    if not passage.whole.overlaps(span):
        return None
    span = Span(max(span.start, passage.start), min(span.end, passage.whole.end))
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
    if last.text == "." and last != first:
        last = last.nbor(-1)
    whole = hull([passage.span(first), passage.span(last)])
    if whole.overlaps(cue) and not span.overlaps(cue):
        whole = span
    words = passage.words(whole)
    kept = trimmed(words, 0, _before_aside(words), EDGES)
    return kept.shift(whole.start) if kept is not None else None


def _before_aside(words: str) -> int:
    """Where the outlet begins to explain, at the end of what is said; else the end of ``words``."""
    aside = _ASIDE.search(words)
    return aside.start() if aside else len(words)


def _leans(token: Token) -> bool:
    """Whether a word needs the one behind it: "the | night", "will | sail"."""
    return token.dep_ in _LEANING and token.head.i > token.i


def _source(passage: Passage, span: Span | None) -> Span | None:
    """The source, a whole phrase without marks at its edges but the one that closes an apposition."""
    tokens = passage.tokens(span) if span is not None and passage.whole.contains(span) else None
    if span is None or tokens is None or not len(tokens):
        return None
    last = tokens[-1]
    while (
        last.dep_ in _BARE or _is_first_name(last)
    ) and last.i < last.head.i <= last.i + 4:  # "the | union"
        last = last.head
    owner = last.nbor(-1) if last.tag_ == "POS" and last.i > 0 else last
    if owner.dep_ == "poss" and owner.head.i <= owner.i + 4 and speakable(owner.head):
        last = owner.head  # "the union | 's chair"; not "the union's claim"
    span = hull([span, passage.span(last)])
    words = passage.words(span)
    kept = trimmed(words, 0, len(words), EDGES)
    if kept is None:
        return None
    closing = words[kept.end :].strip()[:1]
    closes = closing and _OPENED_BY.get(closing, closing) in kept.of(words)
    end = words.index(closing, kept.end) + 1 if closes else kept.end
    return Span(kept.start, end).shift(span.start)
