"""Verbs of saying and of stance, as ``lexicon/cues.toml`` lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.entities.described import speakable
from sayso.extract.saying import child, is_negated, sentence, subjects
from sayso.model import Polarity

JOINTS = frozenset((",", "and", "or", "but", "while", "against", "versus"))


@cache
def cues(frame: str) -> dict[str, Polarity]:
    """Lemma → polarity, of verbs that take a ``clause``, an ``object``, or stand beside a ``quotation``."""
    found: dict[str, Polarity] = {}
    for polarity, lemmas in table("cues")[frame].items():
        for lemma in lemmas:
            found.setdefault(lemma, polarity)
    return found


@cache
def _phrasal() -> Mapping[str, frozenset[str]]:
    """The particles that go with a verb: "call" → "for", "on"."""
    pairs = [
        lemma.split(" ", 1) for frame in ("clause", "quotation") for lemma in cues(frame) if " " in lemma
    ]
    return {verb: frozenset(particle for other, particle in pairs if other == verb) for verb, _ in pairs}


def listed(key: str) -> frozenset[str]:
    """Another list of the lexicon."""
    return words("cues", key)


def lemma_of(token: Token) -> str:
    """Lemma of a verb, with its particle ("call for"); also where a headline made it look like a name."""
    if token.pos_ in ("VERB", "AUX"):
        return _with_particle(token, token.lemma_.lower())
    return {"said": "say", "says": "say", "told": "tell", "tells": "tell"}.get(token.lower_, "")


def _with_particle(verb: Token, lemma: str) -> str:
    if number_given(verb):
        return "estimate"
    known = _phrasal().get(lemma, ())
    alone = known and child(verb, "dobj", "oprd") is None
    for part in _particles(verb) if known else ():
        dated = any(t.ent_type_ == "DATE" for t in part.children)
        if part.lower_ in known and not dated and (alone or part.dep_ == "prt"):  # "ruled out arson"
            return f"{lemma} {part.lower_}"
    return lemma


def number_given(verb: Token) -> list[Token]:
    """What a verb estimates: "put | the crowd at 20,000", "gave | a figure of 20,000"; else nothing."""
    return next((told for _, told in numbers_given(verb)), [])


def numbers_given(verb: Token) -> Iterator[tuple[Token | None, list[Token]]]:
    """The same, with who: None for the verb's subject; "put the crowd at 2,500, | organisers | at 9,000".

    "The toll at 12 and the injured at 40" is one; so is "stands by its toll of 12".
    """
    by, counts = table("cues")["giving_a_number"].get(verb.lemma_.lower()), _counts(verb)
    kept = next((c for c in verb.children if by == "of" and c.lower_ in ("by", "to", "on")), verb)
    what = child(verb, "dobj") or child(kept, "pobj") if by is not None or counts else None
    if what is None or what.i < verb.i:
        return
    if counts and any(t.like_num for t in (what, *what.children)):
        yield None, [*what.subtree, *_beside(what)]
    if by is None or (by == "of" and what.lemma_ not in listed("numbers")):
        return
    if by == "to" and not _tells_the_toll(verb, what):
        return
    doc, end = verb.doc, sentence(verb).end
    if verb.lemma_ == "have" and {"%", "per", "percent"}.isdisjoint(map(str, doc[what.i : what.i + 6])):
        return  # "had a berth at 12 Pier Street"
    apart = next((t for t in doc[what.i + 1 : end] if t.text == ";" or subjects(t)), None)
    if apart is not None:  # "put it at 170, | when the port was reporting 158"
        end = apart.left_edge.i if apart.left_edge.i > what.i else apart.i
    who: Token | None = None
    first, last = what.left_edge.i, 0
    for given in (t for t in doc[what.i + 1 : end] if t.lower_ == by and "CD" in {n.tag_ for n in t.subtree}):
        joint = next((t.i for t in reversed(doc[what.i : given.i]) if t.lower_ in JOINTS), given.i)
        if last and joint < given.i - 1 and speakable(doc[given.i - 1]):
            yield who, [*doc[first:joint]]
            who, first = doc[given.i - 1], given.i
        last = 1 + max(t.i for t in given.subtree if t.i < end)
    if last:
        part = doc[last : last + 2].text in (", including", ", among")
        last = next((t.i for t in doc[last + 1 : end] if t.is_punct), end) if part else last
        told = [*doc[first:last]]
        yield who, told[:-1] if told[-1].lower_ in JOINTS else told


def _beside(what: Token) -> Iterator[Token]:
    """What is counted beside it, however it is parsed: "14 dead |, 20 hurt and 3 missing"."""
    behind = what.doc[what.right_edge.i + 1 :]
    while behind[:1].text in (",", "and") and any(t.like_num for t in behind[1:2]):
        part = [behind[0], *takewhile(lambda t: not t.is_punct and t.lower_ not in JOINTS, behind[1:])]
        clause = any(t.pos_ == "AUX" or (t.dep_ == "nsubj" and t.pos_ != "NUM") for t in part)
        yield from () if clause else part
        behind = behind[len(part) :]


def _counts(verb: Token) -> bool:
    """ "Doctors counted 75", "the union has registered 40 cases"; not a town that "recorded 30 degrees"."""
    done = verb.tag_ == "VBD" or any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    now = verb.tag_ in ("VBZ", "VBP") and all(t.lower_ != "its" for t in verb.subtree if t.i > verb.i)
    who = child(verb, "nsubj") if done or now else None  # not "counts 12 ships among | its | treasures"
    if who is not None and verb.lemma_.lower() == "give" and who.lower_ in words("sources", "documents"):
        return True
    who = who if verb.lemma_.lower() in listed("counting") else None
    own = who is not None and verb.dep_ == "ccomp" and any(c.tag_ == "PRP$" for c in who.children)
    if who is None or own:  # "said | his crews had counted 40": he says it
        return False
    if done and verb.lemma_.lower() == "count":
        return True
    told_of = who.lower_ in words("sources", "places") or who.ent_type_ in ("PERSON", "GPE", "LOC")
    return speakable(who) and not told_of


def _tells_the_toll(verb: Token, what: Token) -> bool:
    """ "The port raised the toll to 12": whoever can speak; a blast raises it as well, but says nothing."""
    who = child(verb if verb.dep_ != "conj" or subjects(verb) else verb.head, "nsubj")
    counted = bool({what.lower_, what.lemma_.lower()} & listed("counts"))
    return counted and who is not None and (who.pos_ == "PRON" or speakable(who))


def particle_of(verb: Token) -> Token | None:
    """The particle or preposition by which the verb governs what is said: "warned | of floods"."""
    _, _, phrasal = lemma_of(verb).partition(" ")
    wanted = (phrasal,) if phrasal else _GOVERNED_BY.get(lemma_of(verb), ())
    return next((c for c in _particles(verb) if c.i > verb.i and c.lower_ in wanted), None)


def _particles(verb: Token) -> Iterator[Token]:
    """What stands with a verb, and of numbers behind an adverbial: "spoke | on Friday | of 68 dead"."""
    yield from verb.children
    known = words("sources", "documents") | words("media", "occasions") | {"hand"}
    nouns = (noun for c in verb.children if c.lower_ in ("in", "on") for noun in c.children)
    when = (noun for noun in nouns if noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in known)
    for of in (c for noun in when for c in noun.children if c.lower_ == "of"):
        if any(t.like_num for whom in of.children for t in (whom, *whom.children)):
            yield of


_GOVERNED_BY: dict[str, tuple[str, ...]] = {
    "warn": ("of", "against", "about"), "complain": ("about", "of"), "appeal": ("for", "to"),
    "object": ("to",), "protest": ("against",), "commit": ("to",), "hint": ("at",),
    "boast": ("of", "about"), "refer": ("to",),
}  # fmt: skip


def is_quoting(token: Token) -> bool:
    """Whether the token is a verb that can stand beside a quotation."""
    return lemma_of(token) in cues("clause") or lemma_of(token) in cues("quotation")


def polarity_of_cue(verb: Token, lemma: str) -> Polarity:
    """What is done by a verb as it stands: who "did not say" refuses to."""
    if is_negated(verb):
        return NEGATED.get(lemma, "refuse")
    if lemma == "rule out" and any(t.tag_ == "VBG" for t in verb.subtree if t.i in (verb.i + 2, verb.i + 3)):
        return "refuse"  # "ruled out paying": what one will not do, not what is not so
    return cues("clause").get(lemma) or cues("object").get(lemma, "assert")


NEGATED: dict[str, Polarity] = {
    "support": "oppose", "back": "oppose", "endorse": "oppose", "want": "refuse", "believe": "deny",
    "think": "deny", "expect": "deny", "recognize": "refuse", "recognise": "refuse", "deny": "concede",
    "rule out": "concede",
}  # fmt: skip
