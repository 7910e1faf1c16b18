"""Who said what, through whom.

1. `quotations` pairs the marks.  2. `sayings` gathers what `headlines`, `quoted` (direct speech), `according`
and `reported` find.  3. `speakers` finds who is meant, 4. `relays` who passes it on, 5. `polarity` what is
done in saying it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Token

from sayso.extract.attributions.blocks import announced, block, closing, goes_on
from sayso.extract.attributions.headlines import HEADLINE_CUES, TRANSCRIPT
from sayso.extract.attributions.interviews import lines_below
from sayso.extract.attributions.media import is_same_outlet
from sayso.extract.attributions.polarity import polarity_of
from sayso.extract.attributions.quotations import find_all
from sayso.extract.attributions.quoted import FEWEST
from sayso.extract.attributions.relays import has_occasion, relays_of
from sayso.extract.attributions.sayings import encloses, find_sayings
from sayso.extract.attributions.speakers import Speakers
from sayso.extract.attributions.spotter import Spotted
from sayso.extract.compared import set_against
from sayso.extract.entities.cast import Cast, Character
from sayso.extract.saying import (
    EDGES,
    Saying,
    child,
    fitted,
    in_modifier,
    inside,
    introduced,
    phrase_span,
    sentence,
    source_span,
    stands_behind,
)
from sayso.model import Attribution, Kind, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span, starting_in, subtract, trimmed

# what happened behind these is not when it was said
_APART = frozenset(("after", "before", "following", "since", "about", "concerning", "regarding"))
_FURTHER = re.compile(r"[.!?;:]\W+\w|[\"“”«»]")  # not what stands behind the cue: "he said, visibly upset."
NEAR = 80  # characters between a cue and the time expression that dates it


@dataclass(frozen=True, slots=True)
class Spoken:
    """A saying whose speaker is known, or known to be left out."""

    saying: Saying
    voice: Character | None
    relays: tuple[str, ...]


def find_attributions(
    passages: Sequence[Passage],
    report: Report,
    cast: Cast,
    times: Sequence[Timex],
    spotted: Sequence[Spotted] | None = None,
) -> list[tuple[Attribution, Character | None]]:
    """All attributions in text order, each with its speaker; ``cast`` learns of the unnamed ones.

    ``times``: the time expressions of the report in text order; ``spotted``: what the network spotted in it,
    None to go by the rules alone.
    """
    speakers, made = Speakers(cast), list[tuple[Attribution, Character | None]]()
    marked = find_all([passage.text for passage in passages])
    below, labelled = lines_below(passages), dict[int, int]()  # lines of transcripts
    last: Spoken | None = None
    turn: int | None = None  # whose words may go on in the next passage, by place in ``made``
    left_open = False
    begun: tuple[Span, ...] = ()  # words of an open quotation whose speaker is not told yet
    for n, (passage, quotations) in enumerate(zip(passages, marked, strict=True)):
        quotes = [q.outer.shift(passage.start) for q in quotations]
        sayings = find_sayings(passage, cast, quotations, spotted)
        said = goes_on(passage, quotations, sayings, left_open) if turn is not None else ()
        if below.get(n) in labelled:
            turn, said = labelled[below[n]], (passage.whole,)
        around = None
        if turn is not None and said:
            attribution, voice = made[turn]
            made[turn] = replace(attribution, content=(*dict.fromkeys((*attribution.content, *said)),)), voice
            around = (*made[turn], said)
        ahead = block(passages[n + 1], marked[n + 1]) if n + 1 < len(passages) else ()
        spoken = _spoken(announced(passage, quotations, ahead, sayings), speakers, quotes, last, around)
        first = len(made)
        here = [
            (_attribution(s, f"{report.id}-a{k}", report, [*quotes, *ahead], times), s.voice)
            for k, s in enumerate(spoken, start=first)
        ]
        outer = [*([around[0]] if around is not None else []), *(a for a, _ in here)]
        made += [(replace(a, nested_in=_outer(a, outer)), voice) for a, voice in here]
        if begun and (spot := closing(quotations, passage, [a for a, _ in made[first:]])) is not None:
            attribution, voice = made[first + spot]
            made[first + spot] = replace(attribution, content=(*begun, *attribution.content)), voice
        labelled.update((n, first + k) for k, s in enumerate(spoken) if s.saying.lemma == TRANSCRIPT)
        last = spoken[-1] if spoken else last
        left_open = bool(quotations) and not quotations[-1].closed
        own = _turn(report, passage, [a for a, _ in made[first:]], left_open, ahead)
        turn = first + own if own is not None else turn if said else None
        open_here = (quotations[-1].inner.shift(passage.start),) if left_open and turn is None else ()
        begun = (*begun, *open_here) if open_here else ()
    return made


def _turn(
    report: Report, passage: Passage, here: Sequence[Attribution], left_open: bool, ahead: Sequence[Span]
) -> int | None:
    """Which of the attributions of a passage may go on in the next: the one with whose quotation it ends.

    ``left_open``: whether that is not closed; ``ahead``: the next passage if it is nothing but quotations.
    """
    outer = [n for n, a in enumerate(here) if a.nested_in is None]
    ending = max(outer, key=lambda n: _end(here[n]), default=None)
    if ending is None or left_open or {*ahead} & {*here[ending].content}:
        return ending
    last = here[ending]
    left = passage.text[_end(last) - passage.start :]
    speech = last.kind != "indirect" and len(last.content[-1].of(report.text).split()) >= FEWEST
    return ending if speech and not _FURTHER.search(left) else None


def _end(attribution: Attribution) -> int:
    source = [attribution.source] if attribution.source is not None else []
    return max(span.end for span in (*attribution.content, *attribution.cue, *source))


def _spoken(
    sayings: Sequence[Saying],
    speakers: Speakers,
    quotes: Sequence[Span],
    last: Spoken | None,
    around: tuple[Attribution, Character | None, Sequence[Span]] | None,
) -> list[Spoken]:
    """The sayings of a passage, which has ``quotes``, with their speakers.

    ``last``: who spoke before it; ``around``: whose words go on in it, and which these are.
    """
    spoken: list[Spoken] = []
    for saying in sayings:
        outer = next((s.voice for s in reversed(spoken) if encloses(s.saying, saying)), None)
        if outer is None and around is not None and saying.cue and inside(saying.cue[0], around[2]):
            outer = around[1]
        quoted = saying.source is not None and inside(saying.passage.span(saying.source), quotes)
        voices = speakers.resolve(saying, outer, quoted)
        if (saying.source is not None and not voices) or _restated(saying, voices, outer):
            continue
        for voice in voices or (None,):
            told = tuple(name or speakers.outlet for name in relays_of(saying))
            speakers.outlet = next(reversed(told), speakers.outlet)
            relays = tuple(filter(None, told)) or (() if has_occasion(saying) else _carried(voice, last))
            spoken.append(last := Spoken(saying, voice, relays))
    return spoken


def _restated(saying: Saying, voices: Sequence[Character | None], outer: Character | None) -> bool:
    """"He said he plans to …": one stance, not two."""  # fmt: skip
    same = outer is not None and voices[:1] == (outer,)
    return same and saying.polarity not in ("assert", "deny", "concede")


def _carried(voice: Character | None, last: Spoken | None) -> tuple[str, ...]:
    """A relay goes on while the same speaker does."""
    return last.relays if last is not None and voice is not None and last.voice is voice else ()


def _attribution(
    spoken: Spoken, id_: str, report: Report, quotes: Sequence[Span], times: Sequence[Timex]
) -> Attribution:
    saying, voice = spoken.saying, spoken.voice
    content = tuple(dict.fromkeys(fitted(span, quotes, report.text, saying.cue) for span in saying.content))
    source = _source(saying, content)
    content = tuple(_without(source, content, report.text)) or content
    said = " ".join(span.of(report.text) for span in content)
    own = report.publisher.name if report.publisher else ""
    passed = [name for name in spoken.relays if not is_same_outlet(name, own)]
    relays = [name for name in passed if voice is not None and name != voice.name]
    kind = _unmarked(saying, said) or kind_of(content, quotes, report.text)
    names = [voice.name] if voice is not None and not voice.unnamed else []
    stated = "; ".join(span.of(report.text) for span in content)
    content = tuple(introduced(span, report.text, saying.cue) for span in content)
    return Attribution(
        id=id_,
        report=report.id,
        source=source,
        speaker=None,
        cue=saying.cue,
        content=content,
        kind=kind,
        polarity=polarity_of(saying.polarity, saying.lemma, stated, names, kind == "direct"),
        relay=(voice.name, *relays) if voice else (),
        audience=_audience(saying),
        time=_time(saying, times),
    )


def _source(saying: Saying, content: Sequence[Span]) -> Span | None:
    if saying.named is not None or saying.source is None:
        return saying.named
    return source_span(saying.passage, saying.source, (*saying.cue, *content))


def _without(source: Span | None, content: Sequence[Span], text: str) -> Iterator[Span]:
    """What is said, without who says it: "the dam held, | the mayor | said"."""
    for span in content:
        for part in subtract(span, [source]) if source is not None and source.overlaps(span) else [span]:
            if kept := trimmed(text, part.start, part.end, EDGES) if part != span else span:
                yield kept


def _audience(saying: Saying) -> str | None:
    if saying.audience is None:
        return None
    return saying.passage.words(phrase_span(saying.passage, saying.audience))


def _unmarked(saying: Saying, said: str) -> Kind | None:
    """A headline's "We will reopen - Quill" is direct without marks; quoted scraps are no whole speech."""
    if saying.lemma == TRANSCRIPT:
        return "direct"
    if saying.lemma in HEADLINE_CUES and re.match(r"(?:I|We|My|Our)\b", said):
        return "direct"
    return None if saying.cue else "mixed"


def kind_of(content: Sequence[Span], quotes: Sequence[Span], text: str) -> Kind:
    """direct: every word quoted; mixed: some; indirect: none."""
    near = [q for q in quotes if any(q.overlaps(span) for span in content)]
    letters = [i for span in content for i in range(span.start, span.end) if text[i].isalnum()]
    quoted = sum(any(q.start <= i < q.end for q in near) for i in letters)
    return "direct" if quoted == len(letters) else "mixed" if quoted else "indirect"


def _time(saying: Saying, times: Sequence[Timex]) -> str | None:
    """The time expression in the cue's sentence, outside the content, nearest the cue: when it was said."""
    if saying.verb is None:
        return None
    near = list(_dates(saying, starting_in(saying.passage.span(sentence(saying.verb)), times, _start)))
    return min(near, key=lambda t: abs(t.span.start - saying.cue[0].end)).id if near else None


def _dates(saying: Saying, times: Sequence[Timex]) -> Iterator[Timex]:
    for time in times:
        ends = sorted((time.span.start, saying.cue[0].end))
        first, last = (end - saying.passage.start for end in ends)
        near = last - first < NEAR and ";" not in saying.passage.text[first:last]
        if near and time.type in ("DATE", "TIME") and not inside(time.span, saying.content):
            tokens = saying.passage.tokens(time.span)
            if tokens is None or not len(tokens):
                yield time
                continue
            verb = next((t for t in tokens.root.ancestors if t.pos_ == "VERB"), None)
            told = verb is not None and inside(saying.passage.span(verb), saying.content)
            behind = stands_behind(tokens) == saying.verb  # "said on Friday | the port would close"
            own = not told and _dates_cue(tokens.root, saying.verb)  # not "than the sum announced in May"
            if behind or own:
                yield time


def _dates_cue(date: Token, cue: Token | None) -> bool:
    """Whether a date may be that of the cue: not one of another clause, nor what something is set against."""
    clause = next((t for t in date.ancestors if child(t, "nsubj", "nsubjpass") is not None), cue)
    own = clause is None or cue is None or cue in clause.subtree
    if clause is not None and cue is not None and clause.i < date.i < cue.i and clause in cue.ancestors:
        own = cue.dep_ != "conj" or child(cue, "nsubj") is None  # "opened on Friday, but Hale said"
    above = takewhile(lambda t: t.pos_ != "VERB", date.ancestors)
    if any(t.lower_ in _APART or _opens_topic(t, date) for t in above):
        return False  # "a day after the vote on Monday", "Concerning the vote on Monday, …"
    own = own and not (cue is not None and in_modifier(date, cue))
    return own and date.head.lower_ not in ("by", "until") and set_against(date) is None


def _opens_topic(word: Token, date: Token) -> bool:
    """ "As | to | the vote on Monday, Hale said", "| On | the crash of May 2019, Hale said"."""
    as_to = word.lower_ in ("to", "for") and word.head.lower_ == "as"
    return as_to or (bool(word.is_sent_start) and word.lower_ == "on" and word != date.head)


def _start(time: Timex) -> int:
    return time.span.start


def _outer(inner: Attribution, here: Sequence[Attribution]) -> str | None:
    """The narrowest attribution of the passage whose content holds this one's cue."""
    holding = [a for a in here if a.id != inner.id and inner.cue and inside(inner.cue[0], a.content)]
    return min(holding, key=lambda a: (sum(map(len, a.content)), a.id)).id if holding else None
