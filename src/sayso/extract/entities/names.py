"""Proper names: what the recogniser finds, checked against the gazetteer and against the report itself.

The small model tags towns as persons, swallows neighbours ("Rovan Alone") and is lost in headlines. A report
repeats its names, so it corrects itself: a kind is decided by all occurrences together, a run of names that
stand alone elsewhere is cut, and what was missed is found again wherever the same name stands.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Tokens

from sayso.data import table, words
from sayso.extract.entities.described import is_body, is_trade
from sayso.extract.entities.kinds import Name, holding, kinds_of
from sayso.extract.entities.persons import incumbent, is_apposed
from sayso.extract.entities.places import countries, demonyms, folded, is_place
from sayso.model import EntityKind
from sayso.nlp import Passage
from sayso.outlets import outlets
from sayso.span import Span, hull

KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility",
}  # fmt: skip
LONGEST = 120  # characters of a name that is spelt out before its acronym
_SHORT = re.compile(r" \(([A-Z]{2,8})\)")
_RUN = re.compile(
    r"\b[A-Z][^\s(),.;:]*(?: (?:(?:of|for|the|and|on|in|to|de|du|des|la|&) ){0,3}[A-Z][^\s(),.;:]*)+$"
)
_MEMBERS = re.compile(r"\b[A-Z][a-z]+s [Ww]ithout (?:Borders|Frontiers)\b")
_OF = re.compile(r"^(\S+ \S.*?) (?:of|for) [A-Z].*$")
SENTENCE = 6  # tokens; a shorter line is a heading, where the recogniser guesses


def find_names(passages: Sequence[Passage]) -> list[Name]:
    """All proper names of a report, in order, none overlapping another."""
    raw = [name for passage in passages for name in _corrected(passage)]
    known = Counter(name.text for name in raw)
    names = [piece for name in raw for piece in _pieces(name, known)]
    names = [replace(name, kind=kind) for name, kind in zip(names, kinds_of(names, passages), strict=True)]
    surnames = _surnames(names)
    names = [_with_surname(name, surnames, passages) for name in names]
    return sorted({*names, *_missed(names, passages)})


def headline_case(text: str) -> bool:
    """Whether capitals say nothing here: the longer words have one, as in a headline."""
    found = re.findall(r"[^\W\d_]+", text)
    longer = [word for word in found if len(word) > 3]
    small = [word for word in found if len(word) > 2 and not word[0].isupper()]
    most = len(longer) > 2 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)
    most = most and not re.search(r",.*:$", text)  # not "The mayor of Orrin, Tor Quill, says:"
    return most and words("function_words", "words").issuperset(small)


def _corrected(passage: Passage) -> list[Name]:
    """What the recogniser finds, less what an acronym or a role shows to be another name."""
    found = list(_recognised(passage))
    bodies = list(_spelt_out(passage, found))
    found = [*(n for n in found if not _touches(n, bodies)), *bodies]
    introduced = [n for n in _introduced(passage) if not any(_outdoes(other, n) for other in found)]
    holding = [*_incumbents(passage)]
    introduced = [*(n for n in introduced if not _touches(n, holding)), *holding]
    return [n for n in found if not _touches(n, introduced)] + introduced


def _incumbents(passage: Passage) -> Iterator[Name]:
    """ "Minister of Finance of Peru Ana Quill": without what she is minister of."""
    people, short = words("sources", "people"), len(passage.doc) < SENTENCE
    for token in () if short or headline_case(passage.text) else passage.doc:
        if token.lower_ in people and (name := incumbent(token)):
            said = passage.span(passage.doc[name[0].i : name[-1].i + 1])
            yield Name(said, passage.words(said), "person")


def _touches(name: Name, others: Sequence[Name]) -> bool:
    return any(name.span.overlaps(other.span) for other in others)


def _spelt_out(passage: Passage, found: Sequence[Name]) -> Iterator[Name]:
    """ "The Office for the Relief of Harbours (ORH)": all of the name for which an acronym stands.

    Also the name that the recogniser never reads whole: "Sailors Without Borders".
    """
    for members in _MEMBERS.finditer(passage.text):
        yield Name(Span(*members.span()).shift(passage.start), members[0], "organisation")
    for short in _SHORT.finditer(passage.text):
        run = _RUN.search(passage.text, max(0, short.start() - LONGEST), short.start())
        parts = list(re.finditer(r"\b[A-Z]", run[0])) if run else []  # of "Anti-Flood" both
        at = "".join(part[0] for part in parts).rfind(short[1])
        if run is None or at < 0:
            continue
        first = Span(run.start() + parts[at].start(), run.end()).shift(passage.start)
        if any(n.kind == "person" and n.span.contains(first) for n in found):
            continue
        begun = [n.span.start for n in found if n.kind == "organisation" and n.span.overlaps(first)]
        span = Span(min([first.start, *begun]), first.end)
        yield Name(span, passage.words(span), "organisation")
        yield Name(Span(*short.span(1)).shift(passage.start), short[1], "organisation")


def _outdoes(found: Name, introduced: Name) -> bool:
    """A place stays one, and a longer name that does not begin with the role."""
    if found.kind == "person" or not found.span.overlaps(introduced.span):
        return False
    longer = len(found.span) > len(introduced.span)
    people, said = words("sources", "people"), found.text.split()
    described = said[0].lower() in people or not people.isdisjoint(said)  # "FAO chief Ana Quill" is no name
    return found.kind == "place" or (longer and not described)


def _introduced(passage: Passage) -> Iterator[Name]:
    """Whom a role tells: "spokeswoman Kesa Lomster", "the mayor, Ana Quill"; "the broadcaster Halk TV"."""
    people, doc = words("sources", "people"), passage.doc
    if headline_case(passage.text) or len(doc) < SENTENCE:
        return
    for token in doc:
        people_of = token.dep_ != "appos" or any(c.dep_ == "det" for c in token.lefts)
        other = token.ent_type_ in ("DATE", "TIME") or (token.ent_type_ == "NORP" and people_of)
        if token.pos_ != "PROPN" or token.dep_ == "compound" or other:
            continue  # "the mayor, a Roman Catholic"
        start = token.i
        while (
            start
            and doc[start - 1].pos_ == "PROPN"
            and doc[start - 1].lower_ not in people | words("names", "titles")
        ):
            if doc[start - 1].is_sent_start and doc[start - 1].lower_ in words("sources", "trades"):
                break  # "Airline | Nordwing"
            start -= 1
        role = doc[start - 1] if start else token
        by_role = role.head == token and role.lower_ in people
        titled = role.head == token and role.lower_ in words("names", "sure_titles")
        said = passage.span(doc[start : token.i + 1])
        if (titled or (start < token.i and (by_role or is_apposed(token)))) and token.lower_ not in people:
            yield Name(said, passage.words(said), "person")
        elif (role.head == token and is_trade(role) and len(said) > 2) or (
            start == token.head.i + 1 and is_body(token.head, token) and token.dep_ == "appos"
        ):
            yield Name(said, passage.words(said), "organisation")


def _recognised(passage: Passage) -> Iterator[Name]:
    if headline_case(passage.text) or len(passage.doc) < SENTENCE:
        return
    for found in passage.doc.ents:
        kind = KINDS.get(found.label_)
        if kind and (span := _cleaned(_with_given(found) if kind == "person" else found)) is not None:
            text = passage.text[span.start : span.end]
            if text not in demonyms() and any(c.isupper() for c in text) and not _generic(found, text):
                yield Name(span.shift(passage.start), text, kind)


def _with_given(found: Tokens) -> Tokens:
    """A surname with the given name that the recogniser left out: "| Irena | Lansa", not "Mayor Lansa"."""
    before = found[0].nbor(-1) if len(found) == 1 and found.start else None
    if before is None or before.head != found.root or before.pos_ != "PROPN" or not before.text.istitle():
        return found
    known = words("given_names", "female") | words("given_names", "male")
    roles = words("sources", "people") | words("sources", "bodies") | words("names", "titles")
    other = before.lower_ in roles or before.ent_type_ in ("NORP", "GPE", "LOC", "ORG", "DATE")
    begins = before.is_sent_start and before.lower_ not in known  # "Neighbouring Brenvane"
    return found if other or begins else found.doc[before.i : found.end]


def _generic(found: Tokens, text: str) -> bool:
    """ "Media sources", "Defense Minister", "the UN Coordinator": of a description, no name."""
    root = found.root
    role = found.label_ == "ORG" and root.tag_ in ("NN", "NNP") and root.lower_ in words("sources", "people")
    part = text.lower() in table("names")["not_alone"]
    return role or (part and root.dep_ in ("compound", "amod", "nmod", "poss"))


def _cleaned(found: Tokens) -> Span | None:
    """The name without article, possessive and what stands behind a dash or a colon."""
    text = re.split(r"\s[-–—]\s|:\s|\n|\s\((?=[A-Z]{2,8}\)$)", found.text)[0]
    text = _OF.sub(r"\1", text) if found.label_ == "PERSON" else text  # "Ana Quill | of Nurses | for Peace"
    start, end = 0, len(text)
    if match := re.match(r"(?:\S+['’]s\s+(?=\S)|(?:the|an?)\s+|\W)+", text, re.IGNORECASE):
        start = match.end()
    if match := re.search(r"(?:['’]s?|\s(?:of|for)\b|\s|[^\w.)])+$", text[start:]):
        end = start + match.start()
    if "(" not in text[start:end]:
        end = start + len(text[start:end].rstrip(")"))
    return Span(found.start_char + start, found.start_char + end) if start < end else None


def _pieces(name: Name, known: Counter[str]) -> list[Name]:
    """The names that a run consists of, if they also stand alone: else the run itself."""
    words = name.text.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        abroad = folded(right) in countries()
        if left.endswith(" of"):  # "Interior Ministry of Peru"
            continue
        before, behind = (known[part] > known[name.text] for part in (left, right))
        if (before and (known[right] or abroad)) or (behind and abroad):
            first = Name(Span(name.span.start, name.span.start + len(left)), left, name.kind)
            return [first, Name(Span(first.span.end + 1, name.span.end), right, name.kind)]
        if known[left] > 2 * known[name.text] and right.lower() in table("names")["not_names"]:
            return [Name(Span(name.span.start, name.span.start + len(left)), left, name.kind)]
    return [name]


def _with_surname(name: Name, surnames: Set[str], passages: Sequence[Passage]) -> Name:
    """ "Maria" before a surname in lower case that the report elsewhere writes with a capital: one name."""
    if " " in name.text or name.kind == "place":
        return name
    passage = holding(passages, name.span)
    match = re.compile(r" ([a-z]{4,})\b").match(passage.text, name.span.end - passage.start)
    if match is None or match[1].capitalize() not in surnames:
        return name
    return Name(Span(name.span.start, match.end() + passage.start), f"{name.text} {match[1]}", "person")


def _missed(names: Sequence[Name], passages: Sequence[Passage]) -> Iterator[Name]:
    """Further occurrences of the names found, of countries, and of outlets."""
    kinds: dict[str, EntityKind] = {name.text: name.kind for name in names if len(name.text) > 1}
    surnames = sorted(_surnames(names))
    kinds.update({s: "person" for s in surnames if len(s) > 3 and s[0].isupper() and s not in kinds})
    for first, *rest in (text.split() for text, kind in [*kinds.items()] if kind == "organisation"):
        if len(rest) == 1 and rest[0].lower() in words("names", "companies") and not is_place(first):
            kinds.setdefault(first, "organisation")  # "Quillex Laboratories" is "Quillex"
    known = _by_first_word(kinds)
    people = {folded(text) for text, kind in kinds.items() if kind == "person"}
    taken = bytearray(passages[-1].whole.end if passages else 0)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * len(name.span)
    for passage in passages:
        for name in (*_known(passage, known), *_countries(passage), *_speaking(passage, people)):
            if not any(taken[name.span.start : name.span.end]):
                tokens = passage.tokens(name.span) if name.kind == "person" else None
                whole = hull([name.span, passage.span(_with_given(tokens))]) if tokens else name.span
                if not any(taken[whole.start : whole.end]):
                    name = replace(name, span=whole, text=passage.words(whole))
                taken[name.span.start : name.span.end] = b"\1" * len(name.span)
                yield name


def _surnames(names: Sequence[Name]) -> set[str]:
    return {name.text.split()[-1] for name in names if name.kind == "person"}


Known = Mapping[str, Mapping[str, EntityKind]]  # first word of a name → the names, each with its kind


def _by_first_word(kinds: Mapping[str, EntityKind]) -> Known:
    """The names by their first word, so that a text is looked through once."""
    known: defaultdict[str, dict[str, EntityKind]] = defaultdict(dict)
    for text, kind in kinds.items():
        if first := re.match(r"\w+", text):
            known[first[0]][text] = kind
    return dict(known)


def _known(passage: Passage, known: Known) -> Iterator[Name]:
    """Where the passage has names that are ``known``, or those of outlets; the longest first."""
    text, done = passage.text, 0
    for word in re.finditer(r"(?<![\w-])\w+", text):
        here = {**_media().get(word[0], {}), **known.get(word[0], {})}
        for name in sorted(here, key=lambda name: (-len(name), name)) if word.start() >= done else ():
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not re.match(r"[\w-]", text[end : end + 1]):
                yield Name(Span(word.start(), end).shift(passage.start), name, here[name])
                done = end
                break


def _speaking(passage: Passage, people: Set[str]) -> Iterator[Name]:
    """ "QUILL: We will reopen it": a person who speaks in a transcript."""
    if (match := re.match(r"([A-Z][A-Z.'’ -]+):\s", passage.text)) and folded(match[1]) in people:
        yield Name(Span(match.start(1), match.end(1)).shift(passage.start), match[1], "person")


def _countries(passage: Passage) -> Iterator[Name]:
    for match in re.finditer(r"\b[A-Z][\w.]*(?: [A-Z][\w.]*)?", passage.text):
        for text in dict.fromkeys((match.group(), match.group().split()[0])):
            bare = text.rstrip(".") if text.count(".") == 1 else text
            if folded(bare) in countries() and bare not in ("Us",):
                span = Span(match.start(), match.start() + len(bare))
                yield Name(span.shift(passage.start), bare, "place")
                break


@cache
def _media() -> Known:
    names = {name for outlet in outlets() for name in outlet.names}
    return _by_first_word({n: "organisation" for n in names if n[0].isupper() and len(n) > 2})
