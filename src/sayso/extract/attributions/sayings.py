"""All sayings of a passage, each once: of two with one cue or one content the first finder's stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.according import find_according, find_quoting
from sayso.extract.attributions.addressed import without_addressee
from sayso.extract.attributions.answered import find_answered
from sayso.extract.attributions.cues import cues
from sayso.extract.attributions.governed import judged
from sayso.extract.attributions.headlines import (
    HEADLINE_CUES,
    find_headline,
    find_signed,
    find_transcribed,
    find_unattributed,
    is_headline,
)
from sayso.extract.attributions.quotations import Quotation
from sayso.extract.attributions.quoted import find_quoted, inner_of, is_signed
from sayso.extract.attributions.relays import is_behind, passes_on
from sayso.extract.attributions.reported import find_reported, unsaid
from sayso.extract.attributions.spotted import SURE, agreed, spotted_in
from sayso.extract.attributions.spotter import Spotted
from sayso.extract.entities.cast import Cast
from sayso.extract.entities.described import OPEN_KINDS, speakable
from sayso.extract.saying import EDGES, MARKS, SAME, Saying, inside, sentence, shared
from sayso.nlp import Passage
from sayso.span import Span, hull, trimmed

NOBODY = frozenset(("no", "nobody", "none", "neither"))
PRONOUNS = frozenset(("it", "we", "i", "who"))
_REMARK = re.compile(r"(?:as|while|whereas)\s+(?!(?:if|though|long|soon|well|far|much|many)\b)")
_MARK = re.compile(f"[{MARKS}]")
_POINTED = re.compile(r"\s+(that|this|it):\s")
_RUMOUR = re.compile(
    r"\b(?:comment\w* on|respon\w+ to|aware of|(?:not|cannot|unable to|n['’]t) (?:\w+ )?(?:confirm|verify)) "
    r"(?:[\w'’-]+ ){0,3}(?:report|claim|allegation|accusation|rumou?r|figure|number)s?\b"
)
_AGAINST = frozenset(("deny", "refuse", "oppose"))
_BETWEEN = re.compile(rf"[{MARKS},]*[.!?][{MARKS}]*\s+[{MARKS}]+")  # two sentences
_JOINT = re.compile(r",?\s*(?:where|which|who|and)\s*$")


def find_sayings(
    passage: Passage, cast: Cast, quotations: Sequence[Quotation], spotted: Sequence[Spotted] | None
) -> list[Saying]:
    """The sayings of a passage in text order, the wider first.

    ``quotations``: those of the passage; ``spotted``: what the network spotted in the report, None if it was
    not asked.
    """
    quoted, fragments = find_quoted(passage, quotations)
    found = _by_rule(passage, cast, quoted)
    if spotted is not None:
        read = list(spotted_in(passage, spotted))
        within = [any(encloses(o, saying) and not passes_on(o, saying) for o in found) for saying in found]
        heard = (agreed(saying, read, nested) for saying, nested in zip(found, within, strict=True))
        found = [saying for saying in heard if saying is not None]
        for saying in read:
            # "Q: …" is nobody's; in a headline it is for `headlines` to say whose it is
            unsigned = saying.lemma in HEADLINE_CUES and saying.source is None
            colon = unsigned or (passage.title and not saying.lemma.isalpha())
            likely = saying.chance >= SURE and not colon and not _is_tally(saying.source, saying.lemma)
            if likely and not unsaid(saying) and not _double(saying, found):
                found.append(saying)
    for quotation in quotations:
        found = found if quotation in fragments else _followed(passage, found, quotation)
    found = [without_addressee(s) for s in found]
    found = [s for s in map(_without_rumour, found) if s.content]
    found = [_without_others(_without_remark(s), found) for s in found]
    found = found or list(find_unattributed(passage, fragments))
    quotes = [q.outer.shift(passage.start) for q in quotations]
    found = [_disbelieved(s) for s in found]
    said = [s for s in found if not _by_nobody(s) and not _only_thought(s, found, quotes)]
    kept = (_relayed(s, said) for s in said if not any(passes_on(s, o) for o in said))  # no more than that
    return sorted(kept, key=lambda s: (hull([*s.content, *s.cue]).start, -len(hull(s.content)), s.lemma))


def _followed(passage: Passage, found: list[Saying], quotation: Quotation) -> list[Saying]:
    """`Quill fears for the dam. “It may not hold.”`: what nobody else says, who spoke right before says."""
    inner = inner_of(passage, quotation)
    if is_signed(passage, quotation) or any(s.overlaps(inner) for saying in found for s in saying.content):
        return found
    before = [s for s in found if s.cue and _end(s) < inner.start]
    last = max(before, key=_end, default=None)
    if last is None or not _BETWEEN.fullmatch(passage.words(Span(_end(last), inner.start))):
        return found
    return [replace(s, content=(*s.content, inner)) if s is last else s for s in found]


def _end(saying: Saying) -> int:
    named = [saying.named] if saying.named is not None else []
    return max(span.end for span in (*saying.content, *saying.cue, *named))


def _by_rule(passage: Passage, cast: Cast, quoted: Sequence[Saying]) -> list[Saying]:
    named = [*find_signed(passage, cast)] or [*find_headline(passage, cast), *find_transcribed(passage, cast)]
    found = [*named, *(saying for saying in quoted if not _double(saying, named))]
    answers = [a for a in find_answered(passage) if a.source is not None and _can_speak(a, cast)]
    for saying in (*find_quoting(passage), *find_reported(passage), *find_according(passage)):
        if not _double(saying, found) and saying.source is not None and _can_speak(saying, cast):
            found.append(saying)
    return [*(s for s in found if all(s.verb != a.verb for a in answers)), *answers]


def encloses(outer: Saying, inner: Saying) -> bool:
    """Whether ``inner`` is said within what ``outer`` says."""
    return outer.passage is inner.passage and bool(inner.cue) and inside(inner.cue[0], outer.content)


def _double(saying: Saying, found: Iterable[Saying]) -> bool:
    """Whether this cue has its content already, or this content its cue; nested speech is no double."""
    for other in found:
        claim = other.answers and other.verb is not None and saying.verb == other.verb.head  # "a | claim |"
        if claim or saying.verb == other.verb or any(a.overlaps(b) for a in saying.cue for b in other.cue):
            return True
        clause = saying.verb.head if saying.verb is not None and saying.lemma == "according to" else None
        if clause is not None and other.verb in [*clause.ancestors]:
            continue  # "Hale said that, | according to | the port, it sank"
        ahead = encloses(saying, other) and saying.cue[0].end < hull(saying.content).start
        whole = encloses(saying, other) and other.source is not None and other.source.lower_ in ("i", "we")
        apart = (
            ahead or whole or other.answers or encloses(other, saying)
        )  # who answers says what another said
        if shared(saying.content, other.content) > SAME and not apart:
            return True
    return False


def _can_speak(saying: Saying, cast: Cast) -> bool:
    """Anything is said to say something; only people and bodies want or believe it."""
    source = saying.source
    if source is None:  # "It is said that …"
        return True
    if _is_tally(source, saying.lemma):  # what stands there was turned round
        return False
    if source.pos_ == "PRON" or source.lower_ in OPEN_KINDS:
        return source.lower_ in PRONOUNS or source.lower_ in OPEN_KINDS
    done = saying.lemma in cues("object") and saying.lemma not in cues("clause")  # "slam": done to ships, too
    if saying.lemma not in words("cues", "attitudes") and not done:
        return source.pos_ in ("NOUN", "PROPN")
    character = cast.at(saying.passage.span(source))
    return speakable(source) or (character is not None and character.kind != "facility")


def _is_tally(source: Token | None, lemma: str) -> bool:
    """A toll says nothing, though it may show it; nor a number: "and according to other sources | 13"."""
    if source is not None and source.tag_ == "CD" and source.dep_ == "pobj" and source.text[0].isdigit():
        return True
    tally = source is not None and source.lemma_.lower() in words("cues", "tallies")
    return tally and lemma != "according to" and lemma not in words("cues", "showing")


def _without_others(saying: Saying, found: Sequence[Saying]) -> Saying:
    """Less the end that is another's: "…, where it rained, according to Hale", "…, which the port denied"."""
    at = saying.cue[-1].end - saying.passage.start if saying.cue else 0
    pointed = _POINTED.match(saying.passage.text, at) if saying.polarity in _AGAINST else None
    if pointed:  # "Hale disputes that: Quill said …"
        return replace(saying, content=(Span(*pointed.span(1)).shift(saying.passage.start),))
    if len(saying.content) > 1:  # "“It leaked,” so Hale. It held, said Quill": each what he signs
        signed = [
            s for o in found if o.quoted and o is not saying and not encloses(saying, o) for s in o.content
        ]
        own = tuple(s for s in saying.content if saying.quoted or not inside(s, signed))
        return replace(saying, content=own or saying.content)
    for other in found:
        answered = other.content[-1].end
        if other.answers and saying.content[0].start < answered < saying.content[0].end:
            return replace(saying, content=(Span(saying.content[0].start, answered),))
        start, end = saying.content[0].start, other.content[0].start
        vouched = other.lemma == "according to" and other is not saying and end <= other.cue[0].start
        if vouched and start < end and inside(other.content[0], saying.content):
            left = _JOINT.sub("", saying.passage.words(Span(start, end)))
            if kept := trimmed(left, 0, len(left), EDGES):
                return replace(saying, content=(kept.shift(start),))
    return saying


def _without_remark(saying: Saying) -> Saying:
    """Less what the outlet goes on to tell: "The captain was charged, the court said, as the toll rose"."""
    if saying.cue and len(saying.content) == 1 and is_headline(saying.passage):
        return _before_news(saying)
    if len(saying.content) < 2 or not saying.cue or saying.quoted or (saying.verb and judged(saying.verb)):
        return saying
    *before, last = saying.content
    ahead = saying.passage.text[: last.start - saying.passage.start]
    remark = _REMARK.match(saying.passage.words(last)) or ahead.endswith((" while ", " whereas "))
    remark = remark and not _MARK.search(saying.passage.words(last))
    behind = max(span.end for span in before) <= saying.cue[0].start < last.start
    return replace(saying, content=tuple(before)) if remark and behind else saying


def _without_rumour(saying: Saying) -> Saying:
    """Less what somebody only does not comment on: "said it was aware of reports | that 12 had drowned"."""
    whole = hull([*saying.cue, *saying.content])
    rumour = None if saying.quoted else _RUMOUR.search(saying.passage.words(whole))
    end = whole.start + rumour.end() if rumour else whole.end
    kept = (Span(s.start, min(s.end, end)) for s in saying.content if s.start < end)
    return replace(saying, content=tuple(kept))


def _before_news(saying: Saying) -> Saying:
    """Less what a headline joins to it: "Port denies it was warned | as toll reaches nine"."""
    span, passage = saying.content[0], saying.passage
    behind = iter(passage.tokens(span) or ())
    joint = next((t for t in behind if t.lower_ in ("as", "amid")), None)
    if joint is None or _MARK.search(passage.words(span)) or passage.span(joint).start <= span.start:
        return saying
    told = [*behind]
    verb = next((n for n, t in enumerate(told) if t.tag_ in ("VBZ", "VBP", "VBD")), 0)
    if joint.lower_ == "as" and not any(t.pos_ in ("NOUN", "PROPN") for t in told[:verb]):
        return saying
    words = passage.words(Span(span.start, passage.span(joint).start))
    kept = trimmed(words, 0, len(words), EDGES)
    return replace(saying, content=(kept.shift(span.start),)) if kept else saying


def _only_thought(saying: Saying, found: Sequence[Saying], quotes: Sequence[Span]) -> bool:
    """What people think or want within the words of somebody is part of these words."""
    if saying.lemma not in words("cues", "attitudes"):
        return False
    if saying.source is not None and saying.source.lower_ in ("i", "we"):
        return True
    quoted = bool(saying.cue) and inside(saying.cue[0], quotes)
    return quoted or any(encloses(other, saying) for other in found)


def _by_nobody(saying: Saying) -> bool:
    """ "No group has claimed it", "neither side commented", "Who says so?"."""
    source = saying.source
    if source is None:
        return False
    if source.lower_ == "who" and not any(t.is_alpha for t in sentence(source) if t.i < source.i):
        return True
    return bool({source.lower_, *(c.lower_ for c in source.children if c.dep_ == "det")} & NOBODY)


def _disbelieved(saying: Saying) -> Saying:
    """ "Few believe that 12 drowned": the number is denied, but by nobody."""
    numbered = any(c.isdigit() for span in saying.content for c in saying.passage.words(span))
    doubted = numbered and saying.lemma in ("believe", "think") and saying.polarity == "assert"
    if not doubted or saying.source is None:
        return saying
    hardly = saying.source.left_edge.lower_ in ("few", "hardly", "scarcely") or _by_nobody(saying)
    return replace(saying, source=None, named=None, polarity="deny") if hardly else saying


def _relayed(saying: Saying, found: Sequence[Saying]) -> Saying:
    """With the outlet that its sentence names behind it."""
    behind = [o.source for o in found if is_behind(o, saying) and passes_on(o, saying) and o.source]
    spans = (*saying.relays, *map(saying.passage.span, behind))
    return replace(saying, relays=spans) if behind else saying
