"""Sources named by a phrase: "…, according to the port", "Harbour Radio quoted an official as saying …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from spacy.tokens import Token

from sayso.asides import ASIDES
from sayso.data import table, words
from sayso.extract.attributions.cues import JOINTS, cues, lemma_of
from sayso.extract.attributions.documents import issuer
from sayso.extract.attributions.governed import CLAUSES, governed, introducing
from sayso.extract.attributions.media import medium
from sayso.extract.attributions.reported import source_of
from sayso.extract.entities.described import kind_of, speakable
from sayso.extract.saying import Saying, apposed_to, child, covered, phrase, sentence, subjects, without
from sayso.nlp import Passage
from sayso.span import Span

SHORT = 6  # words of a count that is set against another: "…, or 12 according to Hale"
INNER = ("relcl", "advcl", "conj", "acl")
SAYING = frozenset(("saying", "telling", "stating", "talking", "confirming", "announcing"))


def find_according(passage: Passage) -> Iterator[Saying]:
    """What "according to" qualifies within a clause, or the one that ends there behind another's saying.

    "It killed, according to Hale, 14"; "Quill said it would rain, where | it is high, | according to Hale".
    """
    vouching = [token for token in passage.doc if token.lower_ == "according"]
    for one, other in pairwise(vouching):
        yield from _set_against(passage, one, other)
    within = {aside[1].i for aside in passage.doc.spans.get(ASIDES, ())}
    for token in vouching:
        clause = token.head if token.i in within else _ending_before(token)
        to = next((c for c in token.children if c.lower_ == "to"), token)
        source = child(to, "pobj")
        if clause is None or source is None:
            continue
        relative = [c for c in clause.children if c.tag_ in ("WRB", "WDT", "WP") or c.dep_ == "mark"]
        if content := covered(passage, without(clause.subtree, token.subtree, relative)):
            cue = covered(passage, [token, to])
            yield Saying(passage, cue, content, source, "according to", "assert", verb=token)


def _set_against(passage: Passage, one: Token, other: Token) -> Iterator[Saying]:
    """ "It drew 500 people according to Hale | and | 120 according to Quill": to each its own count."""
    doc, begin = passage.doc, sentence(one).start
    end = other.i - (other.nbor(-1).text == ",")
    joint = next((t.i for t in reversed(doc[one.i + 2 : end]) if t.lower_ in {*JOINTS, ";"}), other.i)
    count = doc[joint + 1 : end]
    numbered = 0 < len(count) <= SHORT and any(t.like_num for t in count)
    if not numbered or any(t.pos_ == "VERB" for t in count) or sentence(other).start != begin:
        return
    for token, said in ((one, doc[begin : one.i]), (other, count)):
        to = token.nbor()
        source = child(to, "pobj") or child(token, "pobj")
        content = covered(passage, [*said])
        if to.lower_ == "to" and source is not None and content:
            cue = covered(passage, [token, to])
            yield Saying(passage, cue, content, source, "according to", "assert", verb=token)


def _ending_before(token: Token) -> Token | None:
    """The innermost clause that ends before a token, within the words of somebody who says something."""
    saying = next((t for t in token.ancestors if lemma_of(t) in cues("clause") and child(t, "nsubj")), None)
    clauses = (t for t in saying.subtree if t.dep_ in INNER and subjects(t)) if saying is not None else ()
    ending = [c for c in clauses if max((w.i for w in c.subtree if w.i < token.i), default=-9) >= token.i - 2]
    return ending[-1] if ending else None


def find_quoting(passage: Passage) -> Iterator[Saying]:
    """What a passage attributes by "quoted … as saying", or "reported, citing …": who quotes relays."""
    for token in passage.doc:
        if (told := _referring(token)) is not None and (found := _citing(passage, token, told)) is not None:
            yield found
        if token.lemma_.lower() in ("quote", "cite") and (lemma_of(token) or token.dep_ == "prep"):
            told, vouching = _telling(token), _vouching(token)
            if vouching is not None:
                found = _vouched(passage, token, vouching)
            elif token.pos_ != "VERB" or token.dep_ == "amod":
                continue
            else:
                found = quoting(passage, token, ()) if told is None else _citing(passage, token, told)
            if found is not None:
                yield found


def quoting(passage: Passage, verb: Token, said: Sequence[Span]) -> Saying | None:
    """Who is quoted "as saying" it. ``said``: what stands between quotation marks before the verb."""
    quoted = child(verb, "dobj", "nsubjpass")
    saying = next((t for t in verb.subtree if t.i > verb.i and _tells(t, quoted)), None)
    if quoted is None or saying is None or quoted.i > saying.i:
        return None
    content = (*said, *covered(passage, _said(saying)))
    joint = [t for t in saying.ancestors if t.dep_ == "prep" and t.i > verb.i]
    cue = covered(passage, [verb, *joint, saying])
    relay = _relay(passage, verb, quoted)
    return Saying(passage, cue, content, quoted, "quote", "assert", relay, verb=saying) if content else None


def _tells(token: Token, quoted: Token | None) -> bool:
    """ "As saying"; "Reuters quoted an official, who said"; as translations have it, "with the words"."""
    with_words = token.lower_ == "words" and token.head.lower_ == "with"
    who = token.dep_ == "relcl" and token.head == quoted and lemma_of(token) in cues("clause")
    return token.lower_ in SAYING or with_words or who


def _telling(verb: Token) -> Token | None:
    """The verb beside "citing …": "Harbour Radio reported, citing …", "Harbour Radio, citing …, reported"."""
    if verb.dep_ == "advcl":
        return verb.head
    beside = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.dep_ == "nsubj"
    return verb.head.head if beside and verb.i < verb.head.head.i else None


def _referring(token: Token) -> Token | None:
    """ "It held, | reports | TASS with reference to the port": agencies cite so, others mean the port."""
    by_noun = token.lower_ == "reference" and token.head.lower_ == "with"
    told = token.head.head if by_noun else token.head if token.lower_ == "referring" else token
    teller = _teller(told) if told != token and lemma_of(told) in cues("clause") else None
    return told if teller is not None and medium(teller) else None


def _teller(verb: Token) -> Token | None:
    """Who reports; an outlet also where the parse takes it for an object: "writes the Herald"."""
    behind = child(verb, "dobj") or child(next(verb.lefts, verb), "pobj")  # or "On Monday AFP reported"
    return source_of(verb) or (behind if behind is not None and medium(behind) else None)


def _citing(passage: Passage, verb: Token, told: Token) -> Saying | None:
    """ "The dam held, Harbour Radio reported, citing two officials": they speak. "Citing the weather": no."""
    before = verb.doc[max(0, verb.i - 2)]
    if before.pos_ == "NOUN" and before.lemma_.lower() in table("cues")["other"]["claims"]:
        return None  # "aware of reports, citing police, that …"
    to = next((c for c in verb.children if c.lower_ == "to"), None)
    cited = child(verb, "dobj") or (child(to, "pobj") if to is not None else None)
    if told.dep_ == "ccomp" and lemma_of(told.head) in cues("clause"):  # "Reuters said it failed, citing …"
        told = told.head
    if cited is None or not speakable(cited) or lemma_of(told) not in cues("clause"):
        return quoting(passage, verb, ())
    outlet = source_of(told)
    own = outlet.subtree if outlet is not None and outlet.head == told else []
    content = covered(passage, without(governed(told, lemma_of(told)), [told], own, verb.subtree))
    cue, relay = covered(passage, [told, verb]), _relay(passage, told, cited)
    return Saying(passage, cue, content, cited, "quote", "assert", relay, verb=told) if content else None


def _vouching(verb: Token) -> Token | None:
    """The "according" that "according to the Courier, | citing |" or "…, which | quoted |" goes on from."""
    start, at = sentence(verb).start, verb.i - 1
    at -= verb.doc[at].tag_ in ("WDT", "WP")
    if at < start or verb.doc[at].text != ",":
        return None
    vouching = next((t for t in verb.doc[at - 1].ancestors if t.lower_ == "according"), None)
    return vouching if vouching is not None and start <= vouching.i < at else None


def _vouched(passage: Passage, verb: Token, vouching: Token) -> Saying | None:
    """ "According to the Courier, citing a doctor, four died": he; "citing its lists": the Courier."""
    clause, to, cited = vouching.head, vouching.nbor(), child(verb, "dobj")
    outlet, inner = child(to, "pobj"), clause.dep_ == "ccomp" and clause.head.i < vouching.i
    tells = lemma_of(clause) in cues("clause") and child(clause, *CLAUSES) is not None  # not "acid was found"
    if outlet is None or cited is None or inner or not subjects(clause) or tells:
        return None
    more = [t for c in clause.children if c.dep_ == "conj" and subjects(c) for t in c.subtree if c.i > verb.i]
    content = covered(passage, without(clause.subtree, vouching.subtree, verb.subtree, more))
    source, lemma, relay = cited, "quote", _named_as(passage, issuer(outlet) or outlet)
    if issuer(cited) is None and (cited.lower_ in words("sources", "documents") or not speakable(cited)):
        source, lemma, relay = outlet, "according to", ()
    cue = covered(passage, [vouching, to, verb])
    return Saying(passage, cue, content, source, lemma, "assert", relay, verb=vouching) if content else None


def _said(saying: Token) -> list[Token]:
    if saying.pos_ == "NOUN":  # "with the words: …"
        return [t for t in sentence(saying) if t.i > saying.i]
    behind = (c for c in saying.children if c.i > saying.i and c.lower_ != "by")
    parts = [c for c in behind if c.dep_ in (*CLAUSES, "dobj", "prep")]
    if saying.lower_ == "talking":  # about what
        parts = [g for p in parts for g in p.children if g.dep_ in ("pobj", "pcomp")]
    return [t for part in parts for t in without(part.subtree, introducing(part))]


def _relay(passage: Passage, verb: Token, quoted: Token) -> tuple[Span, ...]:
    agents = (t for t in verb.subtree if t.lower_ == "by" and (t.head == verb or t.head.lower_ in SAYING))
    agent = next(agents, None)
    by = child(agent, "pobj") if agent is not None else _teller(verb)
    return _named_as(passage, by) if by is not None and by != quoted else ()


def _named_as(passage: Passage, by: Token) -> tuple[Span, ...]:
    """Who passes it on, as the text names them."""
    by = next((t for t in apposed_to(by) if t.pos_ == "PROPN"), by)  # "the daily Courier"
    of = child(by, "prep") if kind_of(by) == "organisation" else None  # "the Ministry of Transport"
    whose = of.subtree if of is not None and of.lower_ == "of" else ()
    early = [*takewhile(lambda t: t.i < by.i and (t.ent_type_ == "DATE" or t.tag_ == "JJR"), phrase(by))]
    called = [t for t in phrase(by) if (t.i <= by.i or t in whose) and t not in early]  # "Last week | TASS"
    return covered(passage, [*_named(by), *called])[-1:]


def _named(token: Token) -> list[Token]:
    """The words before it in the name that it ends, where the parse takes a hyphen for a break."""
    first = token.i
    while first > 0 and token.doc[first].ent_iob_ == "I":
        first -= 1
    return list(token.doc[first : token.i])
