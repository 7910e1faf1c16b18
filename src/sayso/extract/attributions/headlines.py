"""Names before or behind a colon or a dash.

Headlines: "Harbour will reopen - Quill", "Quill: harbour will reopen", quoted words without a speaker.
Transcripts: "QUILL: We will reopen it. I promise."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.quotations import Quotation
from sayso.extract.entities.cast import Cast
from sayso.extract.entities.described import speakable
from sayso.extract.entities.kinds import media
from sayso.extract.entities.places import folded
from sayso.extract.saying import Saying
from sayso.nlp import Passage
from sayso.span import Span, trimmed

_TRAILING = re.compile(r"^(?P<content>.{12,}?)\s+(?P<cue>[-–—:])\s+(?P<name>[^-–—:.!?]{2,40})$")
_LEADING = re.compile(r"^(?P<name>[^-–—:.!?\"“]{1,40})(?P<cue>:)\s+(?P<content>\S.{12,})$")
_LABELLED = re.compile(r"^[\"“]?" + _LEADING.pattern[1:], re.DOTALL)
_SIGNED = re.compile(
    r"^[“\"„«](?P<content>.{12,}?)[”\"»]\s*(?P<cue>[—–-]{1,2})\s*(?P<name>[^-–—:.!?,\"“]{2,40})(?:,[^.!?:\"“]{2,60})?$"
)
_MOST_WORDS = 25
HEADLINE_CUES = frozenset("-–—:")
TRANSCRIPT = "transcript"


def is_headline(passage: Passage) -> bool:
    """A title, or a short line that is no sentence."""
    text = passage.text
    return passage.title or (len(text.split()) <= _MOST_WORDS and text[-1:] not in '.!?"”:;,')


def find_headline(passage: Passage, cast: Cast) -> Iterator[Saying]:
    """What a headline attributes by a dash or a colon."""
    for pattern in (_TRAILING, _LEADING):
        match = pattern.match(passage.text) if is_headline(passage) else None
        name = _name(passage, match, cast) if match else None
        if match and name is None and pattern is _TRAILING and _speaks(passage, match):
            return  # "Ardenia: 9,000 return - UN agencies": said by them, whoever they are
        if match and name is not None:
            content = trimmed(passage.text, *match.span("content"), " \"“”'‘’")
            if content is not None:
                cue = Span(*match.span("cue")).shift(passage.start)
                yield Saying(passage, (cue,), (content.shift(passage.start),), name, match["cue"], "assert")
                return


def find_transcribed(passage: Passage, cast: Cast) -> Iterator[Saying]:
    """What a line of a transcript gives behind the name of the person who speaks."""
    match = None if is_headline(passage) else _LABELLED.match(passage.text)
    name = _name(passage, match, cast) if match else None
    if match is None or name is None:
        return
    person, content = cast.at(passage.span(name)), trimmed(passage.text, *match.span("content"))
    if person is not None and person.kind == "person" and content is not None:
        cue = Span(*match.span("cue")).shift(passage.start)
        yield Saying(passage, (cue,), (content.shift(passage.start),), name, TRANSCRIPT, "assert")


def find_signed(passage: Passage, cast: Cast) -> Iterator[Saying]:
    """Quoted words with the name of the speaker behind a dash, as they are set out of a text."""
    match = _SIGNED.match(passage.text)
    name = _name(passage, match, cast) if match else None
    if match is not None and name is not None:
        cue, content = (Span(*match.span(part)).shift(passage.start) for part in ("cue", "content"))
        yield Saying(passage, (cue,), (content,), name, TRANSCRIPT, "assert", quoted=True)


def _name(passage: Passage, match: re.Match[str], cast: Cast) -> Token | None:
    """The last token of the name, if all of it is the name of someone who can speak."""
    span = Span(*match.span("name"))
    character = cast.at(span.shift(passage.start))
    tokens = passage.doc.char_span(*match.span("name"), alignment_mode="expand")
    if character is None or tokens is None or character.kind in ("facility", "place"):
        return None
    last = tokens[-1]
    known = last.is_upper or last.lower_ in words("sources", "people") | words("sources", "bodies")
    alone = " " not in character.name and not known and folded(character.name) not in media()
    if (alone and match["cue"] == ":" and match["content"][0].isdigit()) or re.search(r"\d{3}", last.text):
        return None  # "Cholera: 57 dead", "KD417: what we know"
    if last.like_num or (last.text[0].islower() and not speakable(last)):  # "Photo 3: …", "Ardenia votes: …"
        return None
    named = [s for s in character.mentions if s.overlaps(span.shift(passage.start))]
    covers = sum(len(s) for s in named) >= 0.5 * len(span)
    return tokens[-1] if covers else None


def _speaks(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a name that is none ends with one who can speak."""
    tokens = passage.doc.char_span(*match.span("name"), alignment_mode="expand")
    return tokens is not None and speakable(tokens[-1])


def _is_name(words: str) -> bool:
    """Whether quoted words are a name, as that of a ship is written."""
    return all(word[0].isupper() or word[0].isdigit() for word in re.findall(r"\w+", words))


def find_unattributed(passage: Passage, fragments: Sequence[Quotation]) -> Iterator[Saying]:
    """Quoted words in a headline that names no speaker: somebody's words, nobody's named."""
    fragments = [q for q in fragments if not _is_name(q.inner.of(passage.text))]
    if passage.title and fragments:
        content = tuple(q.inner.shift(passage.start) for q in fragments)
        yield Saying(passage, (), content, None, "", "assert")
