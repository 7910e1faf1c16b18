"""Sources named in the middle of a sentence, which the parser takes for words of the clause around them.

Of "It killed, according to the ministry, 14 people" it makes people beside the ministry, of "and, according
to doctors, wounded 40" such doctors. So the clause is parsed without the aside, which is then put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.data import words

_TOLD = r"(?:account|count|data|estimates?|figures)"
_ASIDE = re.compile(rf", (?:according to [^,;:()“”\"]{{2,90}}|by [^,;:()“”\"]{{2,60}} {_TOLD}),(?= )")
ASIDES = "asides"  # the group of spans of a document under which they are found again
_FINITE = ("VBD", "VBZ", "VBP", "MD")


@cache
def wider() -> re.Pattern[str]:
    """ "Police in Lyon|, France,| said": the wider place, which parser and network take for who speaks.

    One word, as people seldom are: "the envoy in Lyon, Anna Roux, said".
    """
    parts = "(?:(?:New|Saudi|(?:(?:Nor|Sou)th|West|East)(?:ern)?|Central) )?"
    return re.compile(
        rf"( (?:in|of|from|near|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
        rf"(, {parts}[A-Z](?:[\w-]{{2,}}\.?|\.[A-Z]\.),)(?= (?:told|{_signing()})\b)"
    )


def _signing() -> str:
    return "|".join(words("cues", "signing"))


@cache
def signed() -> re.Pattern[str]:
    """ "Ten died, | police said, | and nine swam, the port said": the end of a clause, where two speak."""
    joint, says = "and|but|while|whereas|though", _signing()
    name = rf"(?!(?:who|which|that|where|when|{joint})\b)[^.,;:()“”\"]{{2,80}}"
    when = r"(?: (?:on|in|late|early|to) [^.,;:()“”\"]{2,30}| \w+day)?"
    sign = rf", (?:(?:according to|said) {name}|{name} (?:(?:{says}){when}|told {name}))"
    clause = r"(?:[^.;:()“”\"]|(?<=\d)\.(?=\d)){8,250}?"
    behind = rf"{clause}{sign}(?:[.;]|$|, (?:{joint}|\w+ing)\b)"
    return re.compile(rf"({sign})(?:;|,(?= (?:{joint})))(?={behind})")


def parted(doc: Doc) -> Doc:
    """The unparsed document, with another sentence behind each such clause: to each speaker their own."""
    for match in signed().finditer(doc.text):
        if comma := doc.char_span(match.end() - 1, match.end()):
            comma[0].nbor().is_sent_start = True
    return doc


def seen_through(doc: Doc, language: Language) -> Doc:
    """The document as parsed without its asides; the same document where none stands within a clause."""
    asides, places = list(_asides(doc)), list(_places(doc))
    if not asides and not places:
        return doc
    inside = {token.i for aside in (*asides, *places) for token in aside}
    kept = [token for token in doc if token.i not in inside]
    spaces = [bool(t.whitespace_) or (t.i + 1 in inside) for t in kept]
    clean = language(parted(Doc(doc.vocab, words=[t.text for t in kept], spaces=spaces)))
    read: list[Token] = list(doc)
    heads = [token.head.i for token in doc]
    for old, new in zip(kept, clean, strict=True):
        read[old.i], heads[old.i] = new, kept[new.head.i].i
    for aside in asides:
        above = _clause(aside, read)
        for token in aside:
            if token.head.i not in range(aside.start, aside.end - 1):
                heads[token.i] = kept[above.i].i
    for place in places:
        heads[place.start : place.end] = [place.start - 1] * len(place)
    mended = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in read],
        pos=[t.pos_ for t in read],
        morphs=[str(t.morph) for t in read],
        lemmas=[t.lemma_ for t in read],
        heads=heads,
        deps=[t.dep_ for t in read],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )
    mended.spans[ASIDES] = [mended[aside.start : aside.end] for aside in asides]
    return mended


def _asides(doc: Doc) -> Iterator[Tokens]:
    """From comma to comma of one sentence, where no clause can end before it and its own goes on behind."""
    for match in _ASIDE.finditer(doc.text):
        aside = doc.char_span(*match.span())
        within = aside is not None and 0 < aside.start < aside.end < len(doc) - 1
        if aside is None or not within or any(t.is_sent_start for t in doc[aside.start : aside.end + 1]):
            continue
        before, after = aside[0].nbor(-1), doc[aside.end]
        open_ended = before.tag_[:2] == "VB" or before.tag_ in ("IN", "RP")
        helping = before.tag_ == "MD" or before.lemma_ in ("be", "have") or after.tag_ in _FINITE
        if helping or (_joins(before) and _goes_on(doc, aside.end)) or (open_ended and _counted(after)):
            yield aside


def _places(doc: Doc) -> Iterator[Tokens]:
    """The wider places that stand between a source and its verb."""
    spans = (doc.char_span(*match.span(2)) for match in wider().finditer(doc.text))
    yield from (span for span in spans if span is not None)


def _counted(first: Token) -> bool:
    """Whether a count begins: "| more than 14 | people"; not an age, "according to Ruva Hale, | 45 |, …"."""
    named = ("NOUN", "PROPN", "PRON", "PUNCT")
    bound = [*takewhile(lambda t: not t.like_num and t.pos_ not in named, first.doc[first.i :])]
    behind = first.doc[first.i + len(bound) :][:2]
    return len(behind) == 2 and behind[0].like_num and behind[1].text not in ",-–"


def _joins(before: Token) -> bool:
    """Whether a clause begins: "and, according to …", "who, according to …"."""
    return before.tag_ in ("CC", "WDT", "WP") or before.dep_ == "mark"


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether no apposition follows, which the comma would only begin: "Ruva Hale, | a former minister,"."""
    behind = next((t.i for t in doc[start:] if t.text in ",.;"), len(doc))
    return any(t.pos_ in ("VERB", "AUX") or t.like_num for t in doc[start:behind])


def _clause(aside: Tokens, read: list[Token]) -> Token:
    """The head of what it vouches for: of the clause that begins before it or goes on behind it."""
    before, after = read[aside.start - 1], read[aside.end]
    begins = _joins(before)
    for token in (start := after if begins or after.tag_ in _FINITE else before, *start.ancestors):
        if token.pos_ in ("VERB", "AUX") or (begins and token.dep_ == "conj"):
            return token if token.dep_ not in ("aux", "auxpass") else token.head
    return start.sent.root
