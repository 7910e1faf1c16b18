"""What stands around a quantity: whose people, where, whether only planned, part of what, who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import table
from sayso.extract.entities.places import is_place
from sayso.extract.quantities.bounds import Bound
from sayso.extract.quantities.counted import claimant, may_be_people
from sayso.extract.quantities.elsewhere import is_of_number, place_of, unnamed
from sayso.extract.quantities.parts import PARTS
from sayso.extract.quantities.patterns import either, listed
from sayso.extract.quantities.verbs import clauses_of, has, state
from sayso.model import Attribution, Entity, Quantity
from sayso.nlp import Passage
from sayso.span import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LISTED = re.compile(rf"{PARTS})[^.;]*$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+(?:the\s+)?$", re.IGNORECASE)
_ROUGHLY = r"(?:(?:the|about|around|some|nearly|almost|at\s+least|more\s+than)\s+)?"
_OLD = r"(?:earlier|previous|initial|preliminary|first|original)"
_COUNT = r"\s+(?:official\s+)?(?:estimate|figure|count|toll|number|tally|total)s?"
_EARLIER = re.compile(
    rf"\b(?:{_OLD}{_COUNT}\s+(?:of|was|were|had\s+been)\s+|(?:earlier|previous){_COUNT}\s"
    r"(?:(?:by|from|of)\s[^.;,]{,30}?)?(?:had\s+)?(?:put|gave|given|listed|stood|counted|spoken?|said)\s"
    rf"(?:(?!\b(?:and|before|but|now|raised|revised|rose|corrected)\b)[^.;,]){{,40}}?){_ROUGHLY}$",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(r"\b(?:(?<!the )(?<!its )first|initially|originally)\b[^.;]*$", re.I)
_REVISED = re.compile(
    rf"[^.;\d]*\b(?:corrected|lowered|raised|revised)\s(?:it|that|this|(?:the|its)(?:\sdeath)?{_COUNT})\sto\b"
)
_DOWN = re.compile(r"\bdown\s+from\s+$", re.IGNORECASE)  # of people: fewer were found; a rate just falls
_NEAR = 90  # characters before a number in which it is ruled out
_DEAD = re.compile(  # "40 dead is a lie", "40 killed, a number it later corrected"
    r"\s?(?:dead|deaths|killed|injured|wounded|missing)\sis\b|[^.;:,]{,30},\sa\s\w+\s(?:it|he|she|they)\b"
)
_CLAIM = 160  # characters around a number in which its claim is called untrue


def party(noun: Token | None, words: str) -> str | None:
    """The people counted, in the report's words without the number; None where they are just "people"."""
    if noun is None or state(noun) or {words, noun.lemma_.lower()} & listed("people", "generic"):
        return None
    return words or None if may_be_people(noun, strictly=True) else None


def place(tokens: Tokens, verb: Token | None, sentence: Tokens, entities: Sequence[Entity]) -> str | None:
    """The nearest named place of the clause, behind a word such as "in"; None if none is named there.

    Behind "of" or "to" the name of a person of the report is none ("the sites of Haran"), nor his home.
    """
    if (own := place_of(tokens)) is not None:
        return _name(own)
    if unnamed(tokens):
        return None
    people = {name for e in entities if e.kind == "person" for name in (e.name, e.name.split()[-1])}
    after = [t for t in sentence if t.dep_ == "pobj" and t.head.lower_ in listed("clause", "locative")]
    after += [t for t in sentence if t.dep_ == "dobj" and t.head.lemma_ in listed("clause", "happening")]
    sure = [t for t in after if t.head.lower_ in ("in", "at", "near") or _name(t) not in people]
    near = [t for t in sure if _is_place(t) and not _is_home(t.head) and not is_of_number(t)]
    verb = verb or next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    inside = near if verb is None else []
    for word, at in _scenes(verb) if verb is not None else ():
        inside = inside or [
            t for t in near if t.i < at and word in (t, *t.ancestors) and not _elsewhere(t, word)
        ]
    ranked = sorted(inside, key=lambda t: (abs(t.i - tokens.root.i), t.i))
    return _name(ranked[0]) if ranked else None


def _scenes(verb: Token) -> Iterator[tuple[Token, int]]:
    """``clauses_of`` a verb, and what came of which it tells: "a bomb exploded in Orla, | killing | 12"."""
    last = verb
    for last, at in clauses_of(verb):
        yield last, at
    cause = last.head.head if last.head.dep_ in ("nsubj", "nsubjpass") else last.head
    if last.tag_ == "VBG" and last.dep_ in ("advcl", "acl") and cause.pos_ == "VERB":
        yield cause, last.i


def placed(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """The counts; a place that is told of a part alone is not that of all: "23 died, 14 of them in Orla"."""
    parts = {q.part_of: q for q in reversed(found)}
    for q in found:
        part = parts.get(q.id)
        its = part and q.place and (part.unit, part.place) == (q.unit, q.place)
        before = text[max(0, q.span.start - _CLAIM) : part.span.start] if part else ""
        yield replace(q, place=None) if its and str(q.place) not in before else q


def _elsewhere(place: Token, verb: Token) -> bool:
    """Whether a place is that of a thing of which another verb tells: "cut 40 jobs and shut works in …"."""
    thing = place.head.head
    between = (t for t in takewhile(lambda t: t != verb, place.ancestors) if t.dep_ == "conj")
    if any(t.head.pos_ == "VERB" and (t.pos_ == "NOUN" or place.i < t.i) for t in between):
        return True  # "nine died, and in 2012 a fire in Orla killed 12": where the next clause begins
    return thing.dep_ == "dobj" and thing.head.dep_ == "conj" and thing.head != verb


def _is_home(preposition: Token) -> bool:
    """Whether it says where one person is from: "Rusk, 20, of Kiln Street", "a man from Lima"."""
    who = preposition.head.head if preposition.head.pos_ == "NUM" else preposition.head
    one = preposition.lower_ == "from" and who.tag_ == "NN" and may_be_people(who, strictly=True)
    return one or (preposition.lower_ in ("of", "from") and who.ent_type_ == "PERSON")


def _is_place(token: Token) -> bool:
    if token.pos_ != "PROPN":
        return False
    doubtful = token.ent_type_ in ("", "PERSON", "ORG", "NORP")
    return token.ent_type_ in _PLACES or (doubtful and is_place(_name(token)))


def _name(token: Token) -> str:
    """The name whose last word is ``token``."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head in (token, doc[start]):
        start -= 1
    return str(doc[start : token.i + 1].text)


def giver(passage: Passage, tokens: Tokens, entities: Sequence[Entity]) -> Entity | None:
    """Whose count it is, where that is said behind it and he is known."""
    if (named := claimant(tokens)) is None:
        return None
    here = passage.span(named)
    return next((e for e in entities if any(mention.span.contains(here) for mention in e.mentions)), None)


def proposed(governor: Token | None) -> bool:
    """Whether what happens to the counted is only planned or possible: "would be released", "feared dead"."""
    token, fearing = governor, listed("clause", "fearing")
    if token is not None and token.lemma_.lower() in fearing and has(token, "acomp", "amod", "oprd", "xcomp"):
        return True
    for _ in range(6):
        if token is None:
            return False
        modal = (c for c in token.children if c.dep_ == "aux" and c.lower_ in listed("clause", "modal"))
        asked = any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children) or _is_wished(token)
        if any(modal) or asked:
            return True
        head = token.head
        if token.dep_ in ("acl", "ccomp", "xcomp") and head.lemma_.lower() in fearing:
            return True  # "fears that 30 have died"
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
        if infinitive and head.lemma_.lower() in listed("clause", "planning"):
            return True
        if token.dep_ in ("relcl", "acl") and token.tag_ in ("VBD", "VBN"):
            return False  # "planning to discuss a blast that left 12 hurt"
        if token.dep_ == "conj" and token.lower_.endswith("ed") and (token.tag_, head.tag_) == ("VBD", "VB"):
            return False  # "we will recall, in May died 12"; not "will call the guard and lay out 12 rules"
        reason = token.dep_ == "advcl" and any(c.lower_ in listed("clause", "reasons") for c in token.lefts)
        if reason or token.dep_ in ("ccomp", "parataxis") or head.pos_ not in ("VERB", "AUX", "NOUN"):
            return False
        token = head
    return False


def _is_wished(deed: Token) -> bool:
    """Whether a deed is asked for: "demanded the release of 12", "the demand was a van and the release"."""
    above = deed.head if deed.dep_ == "conj" else deed
    verb = above.head.head if above.head.lower_ == "for" else above.head
    told = [verb] if above.dep_ in ("dobj", "pobj") else [c for c in verb.children if c.dep_ == "nsubj"]
    wished = above.dep_ in ("dobj", "pobj", "attr") and deed.lemma_.lower() in listed("clause", "wished")
    return wished and any(t.lemma_.lower() in listed("clause", "planning") for t in told)


def is_denied(passage: Passage, holder: Attribution, counted: Token | None) -> bool:
    """Whether its speaker denies a number: "denied that 30 had died"; not "rejected 30 (complaints)"."""
    cue = [token for span in holder.cue for token in passage.tokens(span) or ()]
    if counted is not None and counted.dep_ in ("dobj", "nsubjpass") and counted.head in cue:
        return False
    cues = listed("clause", "denying") | (
        listed("clause", "doubting") if holder.polarity == "deny" else set()
    )
    return any(token.lemma_.lower() in cues for token in cue)


def is_ruled_out(text: str, at: int, people: bool) -> bool:
    """Whether it is said that a number is not the one, or no more: "12 were killed, not 40"."""
    near = max(0, at - _NEAR)
    return any(said.search(text, near, at) for said in (_NOT, _EARLIER, _DOWN) if people or said != _DOWN)


@cache
def _belying() -> tuple[re.Pattern[str], ...]:
    """A claim before a number ("report of | 40"); what calls it, or an older one, untrue around that."""
    keys = ("nouns", "true", "retracting", "gone", "mended", "wrong")
    claims, true, back, gone, mended, wrong = (either(listed("claims", key)) for key in keys)
    false = rf"[\"“‘']?(?:an?\s)?(?:\w+ly\s)?{either(table('cues')['other']['untrue'])}"
    be = r"\b(?:is|are|was|were|been|be|proved|proven)\s(?:later\s)?"
    rest = r"(?:\s(?:(?!\b(?:and|but)\s(?:\w+\s)?(?:gave|put|raised|said|says)\b)[^.;:,])*)?\s"
    old = rf"(?P<old>\b{_OLD}\s(?:\w+\s)?)?"
    by = r"(?:(?:\s[\w'’-]+){1,5}(?<!ed)(?<!found)(?<!s)(?<!say)(?<!said))?"  # not "a report found that"
    of, end = r"(?:\s\w+){0,7}?\s(?:of|about|on|claiming)\s", rf"{_ROUGHLY}$"
    that = rf"(?:(?P<said>\ssaid)|{by})\s(?P<that>that){rest}"
    claim = rf"{old}\b{claims}s?(?:{of}|{that}){end}"
    it = rf"\bit\s{be}(?:not\s{true}|{false})\sthat{rest}|\bno\s{true}\s(?:in|to|for){rest}"
    own = rf"\b{back}\s(?:\w+\s){{,3}}{claims}s?\s(?:of\s|about\s|that{rest})"
    sorry = rf"\bapologi[sz](?:ed|es|ing)\sfor\s(?:\w+ly\s)?(?:claim|report|say|stat)ing\sthat{rest}"
    before = rf"(?:{it}|{own}|{sorry}){end}"
    no = rf"(?:\b(?:not|no)\s|n['’]t\s)(?:\w+\s){{0,2}}?{true}\b"
    alone = r"(?![\w-])(?!\s(?!and|as|by|from|in|on|or|that)\w)"  # not "was followed by a false alarm"
    aside = r"(?:(?!\b(?:who|whose|which|where|and|but|may|might|could|if)\b)[^.;:,])*?\s"
    was = r"\b(?:is|was|(?:has|had)\sbeen)\s(?:hereby\s|now\s|therefore\s)?"  # not "40 bills were corrected"
    amended = rf"{was}(?:{mended}|{gone})(?:\sto\b|(?!\sfrom\b){alone})"
    called = rf"(?:{be}(?:{gone}|{wrong})|(?:{be}|\ban?\s|\bas\s){false}){alone}"
    behind = rf"{aside}(?:{no}|{called}|{amended})|[^.;:]*?\sand\s{amended}"
    behind = rf"{behind}|[^.;:,]*,\sa\s{claims}\s\w+\s(?:\w+\s)?(?:{mended}|{back})\b"
    left_out = rf"{aside}(?:(?:did|does|had)\snot\sinclude|left\sout|omitted|excluded)"
    then = rf"[^.;]*[.;]\s(?:That|This)\s(?:{be}(?:{false}|{wrong}){alone}|{amended})"
    return tuple(re.compile(said, re.I) for said in (claim, before, behind, rf"{left_out}|{then}"))


def is_belied(text: str, number: int, end: int) -> str | None:
    """How the claim of a number is called untrue in its sentence: of what it is, or only "that" it is so."""
    near, after = text[max(0, number - _CLAIM) : number], text[end:][:_CLAIM]
    claim, before, behind, older = _belying()
    claimed, dead = claim.search(near), _DEAD.match(after)
    untrue = ((claimed and not claimed["said"]) or dead) and behind.match(after)
    revised = _AT_FIRST.search(near) and _REVISED.match(after)  # "first said 12, then raised it to 15"
    if revised or before.search(near) or untrue or (claimed and claimed["old"] and older.match(after)):
        return "of" if revised or dead or (claimed and not claimed["that"]) else "that"
    return None


def voice(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution inside whose content the quantity stands: the innermost, that is the shortest.

    Of "Hale testified that Holt told him to carry 12 bags" it is Hale's: who orders does not vouch for it.
    """
    holding = {a.id: a for a in attributions if any(part.contains(span) for part in a.content)}
    vouching = [a for a in holding.values() if a.polarity != "demand" or a.nested_in not in holding]
    return min(vouching, key=lambda a: (sum(map(len, a.content)), a.id), default=None)


def is_beyond(text: str, other: Bound, end: int, bare: Bound) -> bool:
    """Whether a bare number is none of a breakdown before it: "8 dead, including a girl, and | 9 | hurt"."""
    gap = text[end : bare.start]
    some = gap.strip() == "," and (bare.high or 0) <= (other.high or 0)  # "including two girls, one badly"
    listed_before = _LISTED.search(text[max(0, other.start - _CLAIM) : other.start])
    return "among" in gap.split() or (listed_before is not None and not some)
