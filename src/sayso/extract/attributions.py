"""Who said what, through whom.

1. `quotations` pairs the marks.  2. `headlines`, `quoted` (direct speech), `according` and `reported` find
sayings; of two with one cue or one content the first stays.  3. `speakers` finds who is meant, 4. `relays`
who passes it on, 5. `polarity` what is done in saying it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.data import words
from sayso.extract.according import find_according, find_quoting
from sayso.extract.cast import Cast, Character
from sayso.extract.headlines import (
    HEADLINE_CUES,
    TRANSCRIPT,
    find_headline,
    find_transcribed,
    find_unattributed,
)
from sayso.extract.polarity import polarity_of
from sayso.extract.quotations import find_quotations
from sayso.extract.quoted import find_quoted
from sayso.extract.relays import is_medium, relays_of, same_sentence
from sayso.extract.reported import cues, find_reported
from sayso.extract.saying import EDGES, Saying, fitted, inside, phrase_span, source_span
from sayso.extract.speakers import OPEN_KINDS, Speakers, speakable
from sayso.model import Attribution, Kind, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span, hull, trimmed


@dataclass(frozen=True, slots=True)
class Spoken:
    """A saying whose speaker is known, or known to be left out."""

    saying: Saying
    voice: Character | None
    relays: tuple[str, ...]


def find_attributions(
    passages: Sequence[Passage], report: Report, cast: Cast, times: Sequence[Timex]
) -> list[tuple[Attribution, Character | None]]:
    """All attributions in text order, each with its speaker; ``cast`` learns of the unnamed ones."""
    sayings = [saying for passage in passages for saying in _sayings(passage, cast)]
    sayings.sort(key=lambda s: (hull([*s.content, *s.cue]).start, -len(hull(s.content)), s.lemma))
    quotes = {p.start: [q.outer.shift(p.start) for q in find_quotations(p.doc.text)] for p in passages}
    speakers, spoken = Speakers(cast), list[Spoken]()
    for saying in sayings:
        within = _enclosed(saying, sayings, quotes[saying.passage.start])
        if _only_thought(saying, within) or _only_relays(saying, sayings):
            continue
        outer = next((s.voice for s in reversed(spoken) if _encloses(s.saying, saying)), None)
        voices: tuple[Character | None, ...] = speakers.resolve(saying, outer)
        if (saying.source is not None and not voices) or _restated(saying, voices, outer):
            continue
        relays = relays_of(saying, sayings)
        spoken += [Spoken(saying, voice, relays or _carried(voice, spoken)) for voice in voices or (None,)]
    made = [(_attribution(s, report, quotes[s.saying.passage.start], times), s.voice) for s in spoken]
    return _numbered(made, report)


def _restated(saying: Saying, voices: Sequence[Character | None], outer: Character | None) -> bool:
    """"He said he plans to …": one stance, not two."""  # fmt: skip
    same = outer is not None and voices[:1] == (outer,)
    return same and saying.polarity not in ("assert", "deny", "concede")


def _carried(voice: Character | None, spoken: Sequence[Spoken]) -> tuple[str, ...]:
    """A relay goes on while the same speaker does."""
    return spoken[-1].relays if spoken and voice is not None and spoken[-1].voice is voice else ()


def _sayings(passage: Passage, cast: Cast) -> list[Saying]:
    quoted, _, fragments = find_quoted(passage)
    found = [*find_headline(passage, cast), *find_transcribed(passage, cast), *quoted]
    for saying in (*find_quoting(passage), *find_reported(passage), *find_according(passage)):
        if not _double(saying, found) and _can_speak(saying, cast):
            found.append(saying)
    return [_without_others(s, found) for s in found] or list(find_unattributed(passage, fragments))


def _without_others(saying: Saying, found: Sequence[Saying]) -> Saying:
    """Less the end that another source vouches for: "…, where prices doubled, according to the bank"."""
    vouched = (o.content[0] for o in found if o.lemma == "according to" and o is not saying)
    for other in vouched:
        start = saying.content[0].start
        if len(saying.content) == 1 and start < other.start and inside(other, saying.content):
            left = re.sub(
                r",?\s*(?:where|which|who|and)\s*$", "", saying.passage.words(Span(start, other.start))
            )
            if kept := trimmed(left, 0, len(left), EDGES):
                return replace(saying, content=(kept.shift(start),))
    return saying


def _double(saying: Saying, found: Iterable[Saying]) -> bool:
    """Whether this cue has its content already, or this content its cue; nested speech is no double."""
    for other in found:
        if saying.verb == other.verb or (saying.cue and saying.cue == other.cue):
            return True
        if _shared(saying.content, other.content) > 0.7 and not _encloses(other, saying):
            return True
    return False


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * common / (sum(map(len, one)) + sum(map(len, other)))


def _can_speak(saying: Saying, cast: Cast) -> bool:
    """Anything is said to say something; only people and bodies want or believe it."""
    source = saying.source
    if source is None:
        return False
    if source.pos_ == "PRON" or source.lower_ in OPEN_KINDS:
        return source.lower_ in ("it", "we", "i", "who") or source.lower_ in OPEN_KINDS
    if saying.lemma in {"according to", "quote", *cues("quotation"), *cues("clause")} - words("cues", "attitudes"):
        return source.pos_ in ("NOUN", "PROPN")
    character = cast.at(saying.passage.span(source))
    return speakable(source) or (character is not None and character.kind != "facility")


def _only_thought(saying: Saying, within: bool) -> bool:
    """What people think or want within the words of somebody is part of these words."""
    first_person = saying.source is not None and saying.source.lower_ in ("i", "we")
    return saying.lemma in words("cues", "attitudes") and (within or first_person)


def _only_relays(saying: Saying, sayings: Sequence[Saying]) -> bool:
    """An outlet's "according to" in the sentence of somebody else's saying: it only passes that on."""
    others = (o for o in sayings if o.lemma != "according to" and same_sentence(o, saying))
    return is_medium(saying) and any(others)


def _encloses(outer: Saying, inner: Saying) -> bool:
    return bool(inner.cue) and inside(inner.cue[0], outer.content)


def _enclosed(saying: Saying, sayings: Sequence[Saying], quotes: Sequence[Span]) -> bool:
    """Whether the cue stands within what somebody says."""
    quoted = bool(saying.cue) and inside(saying.cue[0], quotes)
    return quoted or any(_encloses(other, saying) for other in sayings if other.passage is saying.passage)


def _attribution(
    spoken: Spoken, report: Report, quotes: Sequence[Span], times: Sequence[Timex]
) -> Attribution:
    saying, voice = spoken.saying, spoken.voice
    content = tuple(dict.fromkeys(fitted(span, quotes, report.text) for span in saying.content))
    said = " ".join(span.of(report.text) for span in content)
    relays = [name for name in spoken.relays if voice is not None and name != voice.name]
    kind = _first_person(saying, said) or kind_of(content, quotes, report.text)
    names = [voice.name] if voice is not None and not voice.unnamed else []
    return Attribution(
        id="",
        report=report.id,
        source=_source(saying, content),
        speaker=None,
        cue=saying.cue,
        content=content,
        kind=kind,
        polarity=polarity_of(saying.polarity, saying.lemma, said, names, kind == "direct"),
        relay=(voice.name, *relays) if voice else (),
        audience=_audience(saying),
        time=_time(saying, times),
    )


def _source(saying: Saying, content: Sequence[Span]) -> Span | None:
    if saying.source is None:
        return None
    return source_span(saying.passage, saying.source, (*saying.cue, *content))


def _audience(saying: Saying) -> str | None:
    if saying.audience is None:
        return None
    return saying.passage.words(phrase_span(saying.passage, saying.audience))


def _first_person(saying: Saying, said: str) -> Kind | None:
    """A headline's "We will reopen - Quill" is direct without marks; quoted scraps are no whole speech."""
    if saying.lemma == TRANSCRIPT:
        return "direct"
    if saying.lemma in HEADLINE_CUES and re.match(r"(?:I|We|My|Our)\b", said):
        return "direct"
    return "mixed" if not saying.cue else None


def kind_of(content: Sequence[Span], quotes: Sequence[Span], text: str) -> Kind:
    """direct: every word quoted; mixed: some; indirect: none."""
    letters = [i for span in content for i in range(span.start, span.end) if text[i].isalnum()]
    quoted = sum(any(q.start <= i < q.end for q in quotes) for i in letters)
    return "direct" if quoted == len(letters) else "mixed" if quoted else "indirect"


def _time(saying: Saying, times: Sequence[Timex]) -> str | None:
    """The time expression in the cue's sentence, outside the content, nearest the cue: when it was said."""
    if saying.verb is None or not saying.cue:
        return None
    sentence = saying.passage.span(saying.verb.sent)
    near = [
        t for t in times
        if sentence.contains(t.span) and t.type in ("DATE", "TIME") and not inside(t.span, saying.content)
        and abs(t.span.start - saying.cue[0].end) < 80
    ]  # fmt: skip
    return min(near, key=lambda t: abs(t.span.start - saying.cue[0].end)).id if near else None


def _numbered(
    made: Sequence[tuple[Attribution, Character | None]], report: Report
) -> list[tuple[Attribution, Character | None]]:
    numbered = [(replace(a, id=f"{report.id}-a{n}"), voice) for n, (a, voice) in enumerate(made)]
    return [(replace(a, nested_in=_outer(a, numbered)), voice) for a, voice in numbered]


def _outer(inner: Attribution, all_: Sequence[tuple[Attribution, Character | None]]) -> str | None:
    """The narrowest attribution whose content holds this one's cue."""
    holding = [a for a, _ in all_ if a.id != inner.id and inner.cue and inside(inner.cue[0], a.content)]
    return min(holding, key=lambda a: (sum(map(len, a.content)), a.id)).id if holding else None
