"""Reported speech and stance: verbs of saying with their subject and the clause or object that they govern.

The verbs are in ``lexicon/cues.toml``. The frame is PolNeAR's: source, cue, content (Newell et al., 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.antecedents import antecedent
from sayso.extract.attributions.cues import (
    NEGATED,
    cues,
    lemma_of,
    listed,
    numbers_given,
    particle_of,
    polarity_of_cue,
)
from sayso.extract.attributions.governed import CLAUSES, governed, judged, taken_in
from sayso.extract.entities.described import speakable
from sayso.extract.saying import (
    MARKS,
    Saying,
    agent_of,
    child,
    covered,
    is_negated,
    phrase,
    sentence,
    subjects,
    without,
)
from sayso.nlp import Passage
from sayso.span import Span

ADDRESSED = frozenset(("tell", "inform", "assure", "remind", "notify", "brief", "warn", "ask", "urge"))
TOWARDS = frozenset(("accuse", "criticise", "praise", "demand", "appeal"))  # of what is done to somebody
SHY = 6  # words of who wants no name
_INFLECTED = frozenset(("VBD", "VBZ", "VBN"))
WHY = frozenset(("because", "as", "since", "citing"))


def find_reported(passage: Passage) -> Iterator[Saying]:
    """Every reported clause or stance of a passage."""
    for token in passage.doc:
        lemma = lemma_of(token)
        if (lemma in cues("clause") or lemma in cues("object")) and not _is_idle(token):
            yield from _reported(passage, token, lemma)


def _reported(passage: Passage, verb: Token, lemma: str) -> Iterator[Saying]:
    behind, role = inverted(verb), with_role(verb)
    source = behind or (role[-1] if role else source_of(verb))
    if source is None:
        return
    polarity = polarity_of_cue(verb, lemma)
    said = (
        [t for t in sentence(verb) if t.i < (role[0].i if role else _first(verb)) - 1]
        if behind or role
        else without(governed(verb, lemma), [verb], source.subtree if source.head == verb else [])
    )
    if said and said[0].text.istitle() and lemma_of(said[0]) in ("say", "tell"):
        return  # two cues and no subject between: the sentence is scrambled
    cue, content, audience = cue_of(passage, verb), covered(passage, said), audience_of(verb)
    full = passage.span(role) if role else None
    saying = Saying(passage, cue, content, source, lemma, polarity, (), audience, verb, named=full)
    if content and not unsaid(saying):
        yield saying
    for other, told in numbers_given(verb):
        if other is not None and (what := child(verb, "dobj")) is not None:
            at, *number = told  # "at" is all that stands there for the verb
            content = covered(passage, [*phrase(what), *number])
            yield replace(saying, cue=(passage.span(at),), content=content, source=other, verb=at)


def unsaid(saying: Saying) -> bool:
    """Whether the verb says of its subject what others fear or ask: "dozens feared dead", "asked whether".

    Or what is said is no more than "it", or a wish: "asked not to be named".
    """
    verb, passage = saying.verb, saying.passage
    whole = [t for span in saying.content for t in passage.tokens(span) or () if not t.is_punct]
    behind = [t for c in (verb.rights if verb is not None else ()) for t in c.subtree if not t.is_punct]
    empty = all(t.pos_ in ("PRON", "DET", "SCONJ") or t.lower_ in ("so", "otherwise") for t in whole)
    if saying.polarity == "assert" and whole and empty:
        return True
    ends = {t for t in (*whole, *behind) if t.lower_ in WHY and t.dep_ != "prep"}
    ends |= {t for t in whole if t.lower_ == "for" and t.head != verb}  # "to be named | for fear of …"
    begun = ([*islice(takewhile(lambda t: t not in ends, told), SHY + 1)] for told in (whole, behind))
    shy = (told[-1].lemma_.lower() for told in begun if 0 < len(told) <= SHY)
    asks = saying.lemma == "ask" or saying.polarity in ("appeal", "demand")
    wish = {"name", "identify", "identity", *(("anonymity", "anonymous") if asks else ())}
    if not wish.isdisjoint(shy):
        return True
    if verb is None or verb.tag_ not in ("VBN", "VBD", "VBG"):
        return False
    why = verb.dep_ == "advcl" and verb.head.dep_ == "relcl" and any(c.lower_ in WHY for c in verb.lefts)
    if why and not wish.isdisjoint(t.lemma_.lower() for t in verb.head.subtree if t.i < verb.i):
        return True  # "who gave no name because he feared reprisals"
    lemma, whom = verb.lemma_.lower(), child(verb, "dobj")
    if lemma == "call" and whom is not None and whom.pos_ == "PRON" and child(verb, "oprd", "ccomp") is None:
        return True  # "He called us this morning"
    if saying.source is None and (verb.dep_ == "amod" or lemma == "call"):  # "12 confirmed cases"
        return True
    if lemma == "ask" and child(verb, "nsubj", "dobj", "dative") is None and verb.dep_ in ("advcl", "acl"):
        return verb.tag_ != "VBG"
    if lemma in ("quote", "cite") and verb.tag_ == "VBG":  # whom, not what
        return whom is not None and speakable(whom)
    if lemma == "refer" and verb.tag_ == "VBG":  # "…, he added, referring to the port": what he means
        return True
    bare = whole and all(t.pos_ in ("ADJ", "ADV", "VERB") and t.tag_ != "VBG" for t in whole)
    bare = bare or (whole and whole[0].lower_ == "missing" and whole[0].dep_ != "amod")
    return bool(bare) and lemma in listed("presuming") and child(verb, "nsubj", "nsubjpass") is not None


# ---- who ----


def inverted(verb: Token) -> Token | None:
    """Who says it, where the parse takes that for an object: "Two ships sank, has confirmed the mayor".

    The sentence is said before a comma, and ends with the one who says it. No object has a day before it:
    "Two ships sank, informed on Monday the mayor".
    """
    whom = child(verb, "dobj") or child(child(verb, "npadvmod") or verb, "appos")  # the mayor for a day
    first, between = _first(verb), verb.doc[verb.i + 1 : whom.left_edge.i] if whom is not None else ()
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in between)
    told_all = dated or lemma_of(verb) in ("assure", "inform") or not _is_towards(verb)
    inflected = lemma_of(verb) in cues("clause") and told_all
    finite = first < verb.i if verb.tag_ == "VBN" and not dated else inflected and verb.tag_ in _INFLECTED
    if whom is None or whom.i < verb.i or not finite or first < 2:
        return None
    beside = verb.dep_ == "conj" or (verb.dep_ == "advcl" and dated)
    told = verb.head if beside else child(verb, "ccomp")
    joined = verb.dep_ == "conj" and any(t.dep_ == "cc" for t in verb.head.rights if t.i < verb.i)
    if told is None or told.i > first or not subjects(told) or subjects(verb) or joined:
        return None
    rest = verb.doc[whom.right_edge.i + 1 : sentence(verb).end]
    last = verb.doc[first - 1].text == "," and all(
        t.is_punct or t.lower_ == "on" or t.ent_type_ in ("DATE", "TIME") for t in rest
    )
    return whom if last and speakable(whom) else None


def with_role(verb: Token) -> Tokens | None:
    """ "Two ships sank, | the head of the port, Tor Quill |, said", where the parse has one who sank, too."""
    doc, start, end = verb.doc, sentence(verb).start, _first(verb) - 1
    first, comma = ([-1, -1] + [t.i for t in doc[start : max(0, end)] if t.text == ","])[-2:]
    behind = [c.i > verb.i for c in verb.children if c.dep_ in CLAUSES]
    if first < 0 or doc[end].text != "," or any(behind) or not (behind or verb.dep_ == "conj"):
        return None
    named = doc[end - 1].ent_type_ == "PERSON" and lemma_of(verb) in ("say", "tell", "add")
    held = any(t.lower_ in words("sources", "people") and t.pos_ == "NOUN" for t in doc[first:comma])
    alone = all(s.i > first for s in subjects(verb)) and any(t.tag_ == "VBD" for t in doc[start:first])
    return doc[first + 1 : end] if named and held and alone else None


def _first(verb: Token) -> int:
    """Where the auxiliaries of a verb begin."""
    return min((c.i for c in verb.children if c.dep_ in ("aux", "advmod") and c.i < verb.i), default=verb.i)


def source_of(verb: Token) -> Token | None:
    """Who says it: the verb's subject, of two one right before it, its agent, or that of the verb above."""
    if _is_bare_passive(verb) or (verb.tag_ == "VBN" and judged(verb)):
        return agent_of(verb)
    if (body := body_run(verb)) is not None:
        return body
    seen = verb
    for _ in range(4):
        passive = child(seen, "nsubjpass", "auxpass") is not None
        if passive and child(seen, "agent") is not None:
            return agent_of(seen)
        beside = [s for s in subjects(seen) if s.right_edge.i + 1 == _first(seen)]
        subject = next(iter(beside or subjects(seen)[-1:]), None)
        if subject is not None:
            subject = _nearer(subject, verb) or subject
            return antecedent(subject, seen) if subject.dep_ == "nsubj" and not _is_told_to(seen) else None
        if seen.dep_ in ("conj", "advcl", "xcomp", "pcomp", "dep"):
            beyond = seen.head.dep_ == "prep" or seen in taken_in(seen.head.head)
            seen = seen.head.head if beyond else seen.head
        else:
            return seen.head if seen.dep_ == "acl" and (seen.tag_ == "VBG" or _is_main(seen)) else None
    return None


def _nearer(subject: Token, verb: Token) -> Token | None:
    """ "The remarks came as | the union | quit, saying …": remarks do not speak, who is nearer does."""
    if verb.tag_ != "VBG" or subject.pos_ != "NOUN" or speakable(subject):
        return None
    beside = [c for c in subject.head.children if c.dep_ == "advcl" and subject.i < c.i < verb.i]
    behind = [s for c in beside for s in subjects(c) if speakable(s)]
    return behind[-1] if behind else None


def body_run(verb: Token) -> Token | None:
    """ "The office | run by the union | said", "got help and | unions | say": the parse has nobody say it."""
    who = verb.nbor(-1) if verb.i > 1 else verb
    if who.dep_ == "conj" and who.nbor(-1).dep_ == "cc" and speakable(who) and not speakable(who.head):
        return who
    by = next((t for t in verb.doc[max(0, verb.i - 1) : verb.i] if t.dep_ == "pobj"), verb).head
    passive = by.head.tag_ == "VBN" and child(by.head, "auxpass") is None
    done = by.dep_ == "agent" and passive and not subjects(verb)
    return child(by.head, "nsubj") if done else None


def _is_main(verb: Token) -> bool:
    """ "Quill, who had sailed, said", where the parse takes "said" for a participle."""
    return verb.head.dep_ == "ROOT" and verb.doc[max(0, verb.i - 1)].text == ","


def _is_idle(verb: Token) -> bool:
    """Nothing is said yet, or not at all: "to say", "would say", "did not say"."""
    if verb.tag_ == "VB" and _auxiliaries(verb) & {"to", "would", "can"}:
        return True
    return is_unsaid(verb) or (is_negated(verb) and lemma_of(verb) not in NEGATED)


def is_unsaid(verb: Token) -> bool:
    """It is possible, left undone, compared, denied: "could say", "without citing", "denied having said"."""
    possible = verb.tag_ == "VB" and bool(_auxiliaries(verb) & {"could", "should", "might", "may"})
    asked = child(verb, "dobj", "nsubjpass") if verb.lemma_ in ("question", "admit") else None
    if asked is not None and (speakable(asked) or asked.ent_type_ == "PERSON"):
        return True  # "questioned 12 sailors"
    told = child(verb, "ccomp") if verb.doc[verb.i + 1 : verb.i + 2].text == "as" else None
    possible |= told is not None and told.tag_ == "VBD" and not subjects(told)  # "reported as held | were"
    possible |= verb.lemma_ == "see" and bool(_auxiliaries(verb) & {"has", "had"})  # "has seen 12 fires"
    lost = child(verb, "dobj") if verb.lemma_ == "claim" else None
    denied = lemma_of(verb.head) == "deny" and verb.dep_ in CLAUSES and verb.head.i < verb.i
    if (denied and not is_negated(verb.head)) or (lost is not None and lost.lower_ in listed("lost")):
        return True
    return possible or verb.head.lower_ == "without" or any(c.lower_ == "than" for c in verb.children)


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "aux"}


# ---- how, and to whom ----


def cue_of(passage: Passage, verb: Token) -> tuple[Span, ...]:
    """The verb with its auxiliaries, the adverbs before it, its particle: "has repeatedly called for"."""
    group = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = verb.i
    while first > 0 and verb.doc[first - 1] in group and verb.doc[first - 1].text[0] not in MARKS:
        first -= 1
    particles = (c for c in (child(verb, "prt"), particle_of(verb)) if c is not None)
    last = verb.i + 1 if any(c.i == verb.i + 1 for c in particles) else verb.i
    return covered(passage, verb.doc[first : last + 1])


def is_addressed(source: Token, verb: Token) -> bool:
    """ "The crew was told", "asked about it, the port said": to whom it is said, not who says it."""
    towards = source.dep_ == "nsubjpass" and _is_towards(verb)
    passive = source.head == verb and (towards or _is_told_to(verb))
    told = verb.dep_ == "acl" and verb.tag_ == "VBN" and source == verb.head  # "the minister charged with"
    bare = _is_bare_passive(verb) and source.head == verb.head
    return passive or bare or (told and _is_towards(verb) and not _is_main(verb))


def _is_told_to(verb: Token) -> bool:
    """Headlines: "Residents told | to leave", "… told | not to swim"."""
    behind = (t for t in verb.doc[verb.i + 1 : verb.i + 3] if t.lower_ != "not")
    return verb.lower_ == "told" and next(behind, verb).tag_ == "TO"


def _is_bare_passive(verb: Token) -> bool:
    """ "Accused by Quill of hiding it, the port …"."""
    participle = verb.tag_ in ("VBN", "VBD") and child(verb, "aux", "nsubj", "nsubjpass") is None
    return participle and verb.dep_ == "advcl" and _is_towards(verb)


def _is_towards(verb: Token) -> bool:
    """Whether it is said to somebody, or done to somebody by saying it."""
    lemma = lemma_of(verb)
    towards = cues("clause").get(lemma) in TOWARDS or cues("object").get(lemma) in TOWARDS
    return lemma in ADDRESSED or towards


def audience_of(verb: Token) -> Token | None:
    """Whom somebody told, or who was told."""
    told = child(verb, "nsubjpass", "nsubj")
    if told is not None and is_addressed(told, verb):
        return told
    return child(verb, "dobj", "dative") if lemma_of(verb) in ADDRESSED and not inverted(verb) else None
