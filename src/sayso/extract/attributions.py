"""Who said what, through whom: finds sayings, resolves their speakers and relays, and makes them attributions.

1. `quotations`: marks are paired.  2. `quoted`: whole quotations find their cue.  3. `reported`: verbs with clause or object, "according to".
4. `headlines`.  5. `speakers`: source → character.  6. `relays`.  7. `polarity`.  Then doubles go: of two sayings with one content, the first stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.according import find_according
from sayso.extract.cast import Cast, Character
from sayso.extract.headlines import HEADLINE_CUES, find_headline, find_unattributed
from sayso.extract.polarity import polarity_of
from sayso.extract.quotations import find_quotations
from sayso.extract.quoted import find_quoted
from sayso.extract.relays import is_medium, phrase_text, relays_of
from sayso.extract.reported import find_reported
from sayso.extract.saying import EDGES, Saying, fitted, inside
from sayso.extract.speakers import Speakers, speakable
from sayso.model import Attribution, Kind, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span, hull, trimmed


def find_attributions(
    passages: Sequence[Passage], report: Report, cast: Cast, times: Sequence[Timex]
) -> list[tuple[Attribution, Character | None]]:
    """All attributions of a report in text order, each with its speaker; ``cast`` learns of the unnamed ones."""
    sayings = [saying for passage in passages for saying in _sayings(passage, cast)]
    sayings.sort(key=lambda s: (hull([*s.content, *s.cue]).start, -len(hull(s.content)), s.lemma))
    speakers, made = Speakers(cast), []
    quotes = {p.start: [q.outer.shift(p.start) for q in find_quotations(p.doc.text)] for p in passages}
    said: list[tuple[Saying, Character]] = []
    previous: tuple[Character | None, tuple[str, ...]] = (None, ())
    for saying in sayings:
        outer = next((c for s, c in reversed(said) if _encloses(s, saying)), None)
        voices: tuple[Character | None, ...] = speakers.resolve(saying, outer)
        if not voices and saying.source is not None:
            continue
        if is_medium(saying) and relayed(saying, sayings):
            continue
        relays = relays_of(saying, sayings)
        if (
            outer is not None
            and voices[:1] == (outer,)
            and saying.polarity not in ("assert", "deny", "concede")
        ):
            continue  # "he said he plans to …": one stance, not two
        for voice in voices or (None,):
            carried = relays or (previous[1] if voice is not None and voice is previous[0] else ())
            made.append(
                (_attribution(saying, report, voice, carried, quotes[saying.passage.start], times), voice)
            )
            if voice is not None:
                said.append((saying, voice))
                previous = (voice, carried)
    return _numbered(made, report)


def _sayings(passage: Passage, cast: Cast) -> list[Saying]:
    quoted, _, fragments = find_quoted(passage)
    headline = list(find_headline(passage, cast))
    found = [*headline, *quoted]
    for saying in (*find_reported(passage), *find_according(passage)):
        if not _double(saying, found) and _can_speak(saying, cast):
            found.append(saying)
    return [_without_others(s, found) for s in found] or list(find_unattributed(passage, fragments))


def _without_others(saying: Saying, found: Sequence[Saying]) -> Saying:
    """Takes out the end of a content that another source vouches for: "…, where prices doubled, according to the bank"."""
    for other in found:
        if (
            other.lemma == "according to"
            and other is not saying
            and len(saying.content) == 1
            and inside(other.content[0], saying.content)
        ):
            text = saying.passage.doc.text
            end = other.content[0].start - saying.passage.start
            kept = trimmed(
                text,
                saying.content[0].start - saying.passage.start,
                len(re.sub(r",?\s*(?:where|which|who|and)\s*$", "", text[:end])),
                EDGES,
            )
            if kept is not None:
                return replace(saying, content=(kept.shift(saying.passage.start),))
    return saying


def _double(saying: Saying, found: Iterable[Saying]) -> bool:
    """Whether this cue already has its quotation, or this content its cue."""
    for other in found:
        if saying.verb is not None and saying.verb == other.verb:
            return True
        if saying.cue == other.cue and saying.cue:
            return True
        if _shared(saying.content, other.content) > 0.7 and not (
            saying.cue and inside(saying.cue[0], other.content)
        ):
            return True
    return False


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * common / (sum(map(len, one)) + sum(map(len, other)))


def _can_speak(saying: Saying, cast: Cast) -> bool:
    if saying.source is None:
        return False
    if saying.source.pos_ == "PRON":
        return saying.source.lower_ in ("he", "she", "they", "it", "we", "i", "who")
    character = cast.at(saying.passage.span(saying.source))
    return speakable(saying.source) or (character is not None and character.kind != "facility")


def relayed(saying: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether somebody else's saying stands in the same sentence, so that this outlet only passes it on."""
    return any(
        other is not saying and other.verb is not None and saying.verb is not None
        and other.verb.doc is saying.verb.doc and other.verb.sent == saying.verb.sent and other.lemma != "according to"
        for other in sayings
    )  # fmt: skip


def _encloses(outer: Saying, inner: Saying) -> bool:
    return bool(inner.cue) and inside(inner.cue[0], outer.content)


def _attribution(
    saying: Saying,
    report: Report,
    voice: Character | None,
    relays: tuple[str, ...],
    quotes: Sequence[Span],
    times: Sequence[Timex],
) -> Attribution:
    content = tuple(dict.fromkeys(fitted(span, quotes, report.text) for span in saying.content))
    words = " ".join(span.of(report.text) for span in content)
    names = [voice.name] if voice else []
    source = phrase_text(saying.passage, saying.source)[0] if saying.source is not None else None
    return Attribution(
        id="",
        report=report.id,
        source=source,
        speaker=None,
        cue=saying.cue,
        content=content,
        kind=_first_person(saying, words) or kind_of(content, quotes, report.text),
        polarity=polarity_of(saying.polarity, saying.lemma, words, names),
        relay=(voice.name, *(r for r in relays if r != voice.name)) if voice else (),
        audience=phrase_text(saying.passage, saying.audience)[1] if saying.audience is not None else None,
        time=_time(saying, times),
    )


def _first_person(saying: Saying, words: str) -> Kind | None:
    """A headline's "We will reopen - Quill" is direct without marks; its quoted scraps alone are no whole quotation."""
    if saying.lemma in HEADLINE_CUES and re.match(r"(?:I|We|My|Our)\b", words):
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
