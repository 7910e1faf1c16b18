"""Direct speech: whole quotations, joined over their interruptions and tied to the nearest cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from spacy.tokens import Token

from sayso.extract.attributions.according import quoting
from sayso.extract.attributions.cues import cues, is_quoting, lemma_of
from sayso.extract.attributions.governed import CLAUSES
from sayso.extract.attributions.quotations import Quotation
from sayso.extract.attributions.reported import audience_of, cue_of, source_of
from sayso.extract.saying import Saying
from sayso.nlp import Passage
from sayso.span import Span

FEWEST = 4  # words; a shorter quotation without a verb of its own is a fragment inside the outlet's clause
REACH = 25  # tokens between a quotation and its cue
NEAR = 160  # characters between a cue and a quotation that goes on behind it


def find_quoted(passage: Passage, found: Sequence[Quotation]) -> tuple[list[Saying], list[Quotation]]:
    """Direct speech of a passage among the quotations ``found``, in order; and the fragments."""
    quoted = [q.outer for q in found]
    whole = [q for q in found if _is_whole(passage, q)]
    sayings: list[Saying] = []
    for quotation in whole:
        verb = _cue_for(passage, quotation, quoted)
        again = verb is None and bool(sayings) and _continues(passage, sayings[-1], quotation)
        if sayings and (again or sayings[-1].verb == verb):
            sayings[-1] = replace(sayings[-1], content=(*sayings[-1].content, inner_of(passage, quotation)))
        elif verb is not None:
            sayings.append(_spoken(passage, [inner_of(passage, quotation)], verb, quoted))
        else:
            sayings += _signed(passage, quotation)
    return sayings, [q for q in found if q not in whole]


def _signed(passage: Passage, quotation: Quotation) -> Iterator[Saying]:
    """ "“The dam held”, | so | Quill": as translations sign a quotation."""
    first = bisect_left(passage.doc, quotation.outer.end, key=lambda t: t.idx)
    behind = dropwhile(lambda t: t.text == ",", passage.doc[first : first + REACH])
    so, *who = [*takewhile(lambda t: not t.is_punct, behind)] or [passage.doc[0]]
    source = next(filter(_heads, who), None)
    if so.lower_ in ("so", "thus") and source is not None and all(t.pos_ not in ("VERB", "AUX") for t in who):
        said, cue = inner_of(passage, quotation), passage.span(so)
        yield Saying(passage, (cue,), (said,), source, "according to", "assert", verb=so, quoted=True)


def spoken_before(passage: Passage, said: Sequence[Span], quoted: Sequence[Span]) -> Saying | None:
    """What the last words of a passage announce, ``said`` being what comes behind them."""
    verb = _nearest(passage, len(passage.text), -1, quoted)
    if verb is None or (verb.dep_ == "acl" and verb.tag_ == "VBN"):  # "a letter read by Hale:"
        return None
    return _spoken(passage, said, verb, quoted)


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether the quotation is speech of its own, not some quoted words within a clause of the outlet's."""
    text = passage.text
    inner = quotation.inner.of(text)
    words = re.findall(r"\w+", inner)
    before = text[: quotation.outer.start].rstrip()
    opens_sentence = not before or before[-1] in '.!?:,\n”"—–'
    if len(words) < FEWEST and not (opens_sentence and inner[-1:] in ".!?,"):
        return False
    begun = inner[0].isupper() or inner[0].isdigit() or inner[0] in "…." or before[-1:] in (",", ":", "")
    several = len(re.findall(r"[.!?](?:\s|$)", inner)) > 1 and inner[0].isupper()
    return (opens_sentence and begun) or several


def _cue_for(passage: Passage, quotation: Quotation, quoted: Sequence[Span]) -> Token | None:
    """The cue right behind the quotation, else the one before it in the same sentence."""
    behind = _nearest(passage, quotation.outer.end, +1, quoted)
    if not quotation.inner.of(passage.text).rstrip().endswith("."):
        return behind or _nearest(passage, quotation.outer.start, -1, quoted)
    if passage.text[: quotation.outer.start].rstrip().endswith(":"):
        behind = None  # announced before, so that what follows is the next sentence
    if behind is not None and any(c.dep_ in CLAUSES and c.i > behind.i for c in behind.children):
        behind = None  # the next sentence, which reports something else
    return _nearest(passage, quotation.outer.start, -1, quoted) or behind


def _nearest(passage: Passage, at: int, step: int, quoted: Sequence[Span]) -> Token | None:
    """The next verb of saying from character ``at`` on, or before it, in the same sentence."""
    doc = passage.doc
    first = bisect_left(doc, at, key=lambda t: t.idx)
    away = doc[first : first + REACH] if step > 0 else reversed(doc[max(0, first - REACH) : first])
    for token in away:
        if token.text in (".", "!", "?", ";") or _among(token, quoted):
            return None
        if is_quoting(token) and _speaker(token, quoted) is not None:
            return token
    return None


def _among(token: Token, quoted: Sequence[Span]) -> bool:
    """Whether the token stands in one of the quotations, which are in order."""
    n = bisect_right(quoted, token.idx, key=lambda q: q.start)
    return n > 0 and token.idx < quoted[n - 1].end


def _speaker(verb: Token, quoted: Sequence[Span]) -> Token | None:
    """The subject; where the parse lost it in the quotation, the noun beside the verb and outside."""
    source = source_of(verb)
    if source is not None and not _among(source, quoted):
        return source
    behind = verb.doc[verb.i + 1 : verb.i + 6]
    if behind and behind[0].pos_ in ("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM") and not _dates(behind[0]):
        return next((t for t in takewhile(lambda t: not t.is_punct, behind) if _heads(t)), None)
    before = takewhile(lambda t: not _among(t, quoted), reversed(verb.doc[max(0, verb.i - REACH) : verb.i]))
    return next((t for t in reversed([*before]) if _heads(t)), None)


def _heads(token: Token) -> bool:
    noun = token.pos_ in ("PROPN", "PRON", "NOUN", "NUM") and not _dates(token)
    aged = token.lower_ == "old" and token.head.pos_ == "VERB"  # "the 31-year-old | said"
    return aged or (noun and token.dep_ not in ("compound", "poss", "amod", "nmod", "nummod"))


def _dates(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _spoken(passage: Passage, said: Sequence[Span], verb: Token, quoted: Sequence[Span]) -> Saying:
    lemma = lemma_of(verb)
    if lemma == "quote" and (cited := quoting(passage, verb, said)) is not None:
        return replace(cited, quoted=True)
    return Saying(
        passage, cue_of(passage, verb), tuple(said), _speaker(verb, quoted), lemma,
        cues("clause").get(lemma, "assert"), audience=audience_of(verb), verb=verb, quoted=True,
    )  # fmt: skip


def _continues(passage: Passage, saying: Saying, quotation: Quotation) -> bool:
    """`“One,” she said. “Two.”`: the next quotation, with nothing but the end of a sentence between."""
    start = max(s.end for s in (*saying.content, *saying.cue))
    end = quotation.outer.start + passage.start
    between = passage.tokens(Span(start, end)) if start < end else None
    ends = sum(token.text in (".", "!", "?") for token in between or ())
    return end - start < NEAR and ends < 2 and not is_signed(passage, quotation)


def is_signed(passage: Passage, quotation: Quotation) -> bool:
    """Whether the sentence goes on behind it, with who says it: "“It held,” shrugs the mayor"."""
    left = passage.text[quotation.outer.end :].lstrip()
    return quotation.inner.of(passage.text).endswith(",") or left[:1] == "," or left[:1].islower()


def inner_of(passage: Passage, quotation: Quotation) -> Span:
    """The words between the marks, without the comma that belongs to the outlet's sentence."""
    inner = quotation.inner
    text = inner.of(passage.text)
    end = inner.end - (1 if text.endswith(",") and len(text) > 1 else 0)
    return Span(inner.start, end).shift(passage.start)
