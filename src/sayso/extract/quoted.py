"""Direct speech: whole quotations, joined over their interruptions and tied to the nearest cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.extract.quotations import Quotation, find_quotations
from sayso.extract.reported import cue_of, cues, is_quoting, lemma_of, source_of
from sayso.extract.saying import Saying, child
from sayso.nlp import Passage
from sayso.span import Span

FEWEST = 4  # words; a shorter quotation without a verb of its own is a fragment inside the outlet's clause
REACH = 25  # tokens between a quotation and its cue


@dataclass(frozen=True, slots=True)
class Speech:
    """Quotations that one cue governs, or none."""

    quotations: tuple[Quotation, ...]
    saying: Saying | None


def find_quoted(passage: Passage) -> tuple[list[Saying], list[Quotation], list[Quotation]]:
    """Direct speech of a passage; the whole quotations left without a cue; the fragments."""
    found = find_quotations(passage.doc.text)
    whole = [q for q in found if _is_whole(passage, q)]
    fragments = [q for q in found if q not in whole]
    sayings: list[Saying] = []
    orphans: list[Quotation] = []
    for quotation in whole:
        verb = _cue_for(passage, quotation, found)
        if verb is not None and sayings and sayings[-1].verb == verb:
            sayings[-1] = _joined(sayings[-1], passage, quotation)
        elif verb is not None:
            sayings.append(_spoken(passage, quotation, verb))
        elif sayings and _continues(passage, sayings[-1], quotation):
            sayings[-1] = _joined(sayings[-1], passage, quotation)
        else:
            orphans.append(quotation)
    return sayings, orphans, fragments


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether the quotation is speech of its own, not some quoted words within a clause of the outlet's."""
    text = passage.doc.text
    inner = quotation.inner.of(text)
    words = re.findall(r"\w+", inner)
    before = text[: quotation.outer.start].rstrip()
    opens_sentence = (
        not before
        or before[-1] in '.!?:,\n”"'
        or (before.endswith((" that",)) is False and before[-1] in "—–")
    )
    if len(words) < FEWEST and not (opens_sentence and inner[-1:] in ".!?,"):
        return False
    return (
        opens_sentence
        and (inner[0].isupper() or inner[0].isdigit() or inner[0] in "…." or before[-1:] in (",", ":", ""))
    ) or (len(re.findall(r"[.!?](?:\s|$)", inner)) > 1 and inner[0].isupper())


def _cue_for(passage: Passage, quotation: Quotation, all_found: Sequence[Quotation]) -> Token | None:
    """The cue right behind the quotation, else the one before it in the same sentence."""
    quoted = [q.outer for q in all_found]
    behind = _nearest(passage, quotation.outer.end, +1, quoted)
    ends_open = (
        quotation.inner.of(passage.doc.text)[-1:] not in ".!?"
        or quotation.inner.of(passage.doc.text)[-1:] in "?!"
    )
    before = _nearest(passage, quotation.outer.start, -1, quoted)
    if behind is not None and (ends_open or before is None):
        return behind
    return before if before is not None else behind


def _nearest(passage: Passage, at: int, step: int, quoted: Sequence[Span]) -> Token | None:
    doc = passage.doc
    away = [t for t in doc if t.idx >= at] if step > 0 else [t for t in reversed(doc) if t.idx + len(t) <= at]
    for token in away[:REACH]:
        if token.text in (".", "!", "?", ";") or any(q.start <= token.idx < q.end for q in quoted):
            return None
        if is_quoting(token) and (source_of(token) is not None or _inverted(token)):
            return token
    return None


def _inverted(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ in ("PROPN", "PRON", "DET", "NOUN")


def _spoken(passage: Passage, quotation: Quotation, verb: Token) -> Saying:
    lemma = lemma_of(verb)
    source = source_of(verb) or _subject_by_place(verb)
    audience = (
        child(verb, "dobj", "dative")
        if lemma in ("tell", "inform", "assure", "remind", "ask", "warn")
        else None
    )
    return Saying(
        passage, cue_of(passage, verb), (_inner(passage, quotation),), source, lemma,
        cues("clause").get(lemma, "assert"), audience=audience, verb=verb, quoted=True,
    )  # fmt: skip


def _subject_by_place(verb: Token) -> Token | None:
    """`“…,” said Mara Quill`, where the parse lost the subject: the noun that follows."""
    for token in verb.doc[verb.i + 1 : verb.i + 6]:
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("compound", "poss", "amod"):
            return token
    return None


def _continues(passage: Passage, saying: Saying, quotation: Quotation) -> bool:
    """`“One,” she said. “Two.”`: the next quotation, with nothing but the end of a sentence between."""
    gap = passage.doc.text[
        max(s.end for s in (*saying.content, *saying.cue)) - passage.start : quotation.outer.start
    ]
    return len(re.findall(r"[.!?](?:\s|$)", gap.strip(" \"”’'"))) <= 1 and len(gap) < 160


def _joined(saying: Saying, passage: Passage, quotation: Quotation) -> Saying:
    return replace(saying, content=(*saying.content, _inner(passage, quotation)))


def _inner(passage: Passage, quotation: Quotation) -> Span:
    """The words between the marks, without the comma that belongs to the outlet's sentence."""
    inner = quotation.inner
    text = inner.of(passage.doc.text)
    end = inner.end - (1 if text.endswith(",") and len(text) > 1 else 0)
    return Span(inner.start, end).shift(passage.start)
