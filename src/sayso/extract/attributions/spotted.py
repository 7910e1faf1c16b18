"""What the attribution network spotted, beside what the rules found.

Where both find one attribution the rule says who and how, and mostly the network how far source and
content go. What only one of them finds stays if the network thinks it likely enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.bounds import LEANING, beginnings, contents_of, ruled_out, whole_source
from sayso.extract.attributions.cues import cues, lemma_of, listed, number_given, polarity_of_cue
from sayso.extract.attributions.governed import count_alone, judged, taken_in
from sayso.extract.attributions.polarity import belied
from sayso.extract.attributions.reported import (
    audience_of,
    body_run,
    inverted,
    is_addressed,
    is_unsaid,
    source_of,
    with_role,
)
from sayso.extract.attributions.spotter import Spotted
from sayso.extract.entities.described import speakable
from sayso.extract.saying import (
    EDGES,
    MARKS,
    SAME,
    Saying,
    agent_of,
    child,
    covered,
    inside,
    phrase,
    phrase_span,
    sentence,
    shared,
    subjects,
)
from sayso.nlp import Passage
from sayso.span import Span, hull, subtract, trimmed

SURE = 0.65  # the least chance of a cue that only the network finds
SUPPORT = 0.3  # … of one that a rule finds as well
_REMARK = re.compile(r"(?i)\W*(?:which|where|who|whose|when)\b")
ASSERTING = frozenset(("assert", "deny", "warn", "concede"))
_GOES_ON = re.compile(
    rf"(?i)[{MARKS}]?\s+(?!(?:and|but|or|nor|while|in|on|at|by|for|from|to|during|as|after|before|since|with|when|if)\b)\w"
)


def spotted_in(passage: Passage, spotted: Iterable[Spotted]) -> Iterator[Saying]:
    """Those of ``spotted`` whose cue stands in the passage, as sayings."""
    begins = beginnings(passage)
    for one in (_in_words(passage, one) for one in spotted if passage.whole.contains(one.cue)):
        saying = _saying(passage, one, begins)
        if saying is not None and saying.verb is not None and not is_unsaid(saying.verb):
            yield saying


def _in_words(passage: Passage, one: Spotted) -> Spotted:
    """With whole words for word pieces: "Or|danian officials"."""

    def whole(span: Span) -> Span:
        tokens = passage.tokens(span)
        return hull([span, passage.span(tokens[0]), passage.span(tokens[-1])]) if tokens else span

    source = whole(one.source) if one.source is not None else None
    return replace(one, cue=whole(one.cue), source=source, content=tuple(map(whole, one.content)))


def agreed(saying: Saying, read: Sequence[Saying], nested: bool) -> Saying | None:
    """A rule's saying with the bounds that fit best; None if the network thinks there is none.

    ``nested``: whether it stands within what somebody else says.
    """
    same = next((r for r in read if _one_cue(r, saying)), None)
    if same is None:
        likely = _certain(saying, nested) or any(shared(r.content, saying.content) > SAME for r in read)
        return saying if likely else None
    same = _whole(saying, same)
    content = saying.content if _better(saying, same) else same.content
    return _with_source(replace(saying, content=content, chance=same.chance), same)


def _with_source(saying: Saying, same: Saying) -> Saying:
    """With the source that the network sees, where the rule's is no surer."""
    source, named, verb, passage = saying.source, same.named, saying.verb, saying.passage
    if named is None or source is None or verb is None or _is_surer(saying, source, verb, named):
        return saying
    if same.source == saying.audience:
        return replace(saying, named=None)
    if named.contains(passage.span(source)):
        return replace(saying, named=named)
    if same.source is not None and " " in passage.words(named) and _hangs_on(same.source, source):
        return replace(saying, named=None)
    return replace(saying, source=same.source, named=named)


def _is_surer(saying: Saying, source: Token, verb: Token, named: Span) -> bool:
    """Whether the rule's source stays: by the grammar of the sentence, or by what the network took for it."""
    passage, own = saying.passage, saying.passage.span(source)
    by_mark = saying.quoted and inside(named, saying.content)  # "“Hale must go,” said Quill"
    past = verb.dep_ == "conj" and source.head == verb.head and "had" in map(str, verb.head.lefts)
    if by_mark or past or _ruled(saying) or body_run(verb):  # "Hale said | he | had met them but denied …"
        return True
    behind = source.i > verb.i and source in subjects(verb)
    if named.end <= (own if behind else passage.span(sentence(verb)[0])).start <= own.start:
        return True  # nobody before says it where "said Quill" or the sentence says who
    told = passage.tokens(named)
    where = told.root.head if told is not None and speakable(source) and own.end <= named.start else None
    if where is not None and where.lower_ in words("names", "before_places") and source in where.ancestors:
        return True  # "survivors in | Velmora | said"
    relative = passage.words(named).lower() in ("who", "which", "that")
    of_whom = verb.dep_ == "relcl" and verb.head == source
    if relative:
        return not of_whom  # "a trader, | who | fled, said"
    return of_whom and not named.overlaps(own)  # "Hale met | a union | which said"


def _hangs_on(piece: Token, source: Token) -> bool:
    """The network took only a piece: "Quill, | a trader", "Quill, | who …"."""
    below = next((t for t in (piece, *piece.ancestors) if t.head == source), source)
    described = piece.pos_ == "NOUN" or (source.pos_ == "NOUN" and speakable(source))  # "the mayor, | Quill"
    return below.dep_ in ("relcl", "acl", "conj") or (below.dep_ == "appos" and described)


def _better(rule: Saying, network: Saying) -> bool:
    """Whether the rule's content is to be preferred: quotation marks or a clause of the outlet's bound it."""
    mine, other = hull(rule.content), hull(network.content)
    if rule.quoted:
        return rule.lemma == "quote" or not all(inside(span, network.content) for span in rule.content)
    if rule.verb is None or _ruled(rule):
        return True
    if not rule.passage.whole.contains(other):
        return False
    whole = len(rule.content) == 1 < len(network.content) and mine == other  # "The man, | who fled, | died"
    if whole or (_parted(rule) and not _parted(network)):  # "The ferry, | Quill said, | will sail"
        return True
    beyond = rule.verb.dep_ == "relcl" and rule.passage.span(rule.verb.right_edge).end < other.end
    if mine.start == other.start and (beyond or _does_more(rule.verb, rule.passage, mine.end, other.end)):
        return True
    if mine.start == other.start and other.end < mine.end:  # "denies it ignored | warning": cut off
        left, told = rule.passage.words(Span(other.end, mine.end)), rule.passage.tokens(other)
        if told is not None and told.root in subjects(told.root.head):  # "The captain |, who fled, drowned"
            return True
        return _GOES_ON.match(left) is not None or ("," not in left and mine.end < rule.cue[0].start)
    if not other.contains(mine) or mine == other:
        return False
    if mine.end == other.end:  # "reiterated his demand that | the port close"
        return rule.passage.words(Span(other.start, mine.start)).endswith(" that ")
    if mine.start != other.start or cues("clause").get(rule.lemma) in ASSERTING:
        return False  # who asserts may explain what is asserted; what is wanted, the outlet explains
    return _REMARK.match(rule.passage.words(Span(mine.end, other.end))) is not None


def _does_more(verb: Token, passage: Passage, end: int, far: int) -> bool:
    """Whether who says it does another thing between the two: "denies the charge | and faces prison"."""
    others = [*taken_in(verb), *(c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_)]
    return any(not subjects(c) and end <= passage.span(c).start < far for c in others)


def _whole(rule: Saying, network: Saying) -> Saying:
    """The network's content from where the rule's begins, if torn: "a ferry carrying | 200 people sank".

    Or with it, where the network saw only what is said behind the cue: "| it rose |, Hale said, | up from 3".
    """
    begins, first = rule.content[0], network.content[0]
    ahead = rule.verb is not None and begins.end <= rule.cue[0].start < first.start
    if not (ahead or begins.start < first.start <= begins.end):
        return network
    piece = rule.passage.tokens(first)
    if piece is not None and subjects(piece.root) and not _is_torn(rule.passage, first):
        return network
    together = (begins, first) if ahead else (hull((begins, first)),)
    return replace(network, content=(*together, *network.content[1:]))


def _parted(saying: Saying) -> bool:
    """Whether the cue is put between commas, into what is said."""
    first, last, cue = saying.content[0], saying.content[-1], saying.cue[-1]
    if not first.end <= cue.start < cue.end <= last.start:
        return False
    return saying.passage.words(Span(cue.end, last.start)).strip(" " + MARKS).endswith(",")


def _ruled(saying: Saying) -> bool:
    """Whether the words around the cue leave no doubt who says what: "pleaded | not guilty", "hailed as"."""
    verb, sure = saying.verb, saying.answers or saying.lemma in ("quote", "according to", "plead")
    ruled = (judged, inverted, number_given, count_alone, *(() if saying.quoted else (with_role,)))
    return sure or (verb is not None and any(rule(verb) for rule in ruled))


def _is_torn(passage: Passage, content: Span) -> bool:
    """Whether a content begins with the object of a verb that stands before it, or without its subject."""
    tokens = passage.tokens(content)
    first = tokens[0] if tokens else None
    while first is not None and first.head.i > first.i and first.dep_ in (*LEANING, "npadvmod"):
        first = first.head
    if first is not None and first.dep_ == "mark" and first.head.dep_ == "advcl":  # "12 died | hours after …"
        first = first.head
    if first is None or first.dep_ in ("dobj", "pobj", "conj", "neg", "advcl"):
        return first is not None and passage.span(first.head).start < content.start
    return any(passage.span(subject).start < content.start for subject in subjects(first))


def _one_cue(one: Saying, other: Saying) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _certain(saying: Saying, nested: bool) -> bool:
    """Direct speech, a headline's "- Name", counts and verbs of saying need no second opinion.

    Stances do, and what people without a name are said to say.
    """
    if saying.quoted or saying.verb is None or _ruled(saying):
        return True
    alone = not nested or (saying.source is not None and saying.source.pos_ == "PROPN")
    return alone and saying.lemma in cues("clause") and saying.lemma not in listed("attitudes")


def _saying(passage: Passage, one: Spotted, begins: Sequence[int]) -> Saying | None:
    cue = passage.tokens(one.cue)
    verb = cue.root if cue is not None else None
    content = contents_of(passage, one, begins)
    if verb is None or not content:
        return None
    named = whole_source(passage, one)
    source = _noun(passage, named) if named is not None else None
    here = sentence(verb)
    claimed = (verb.pos_ == "NOUN" or verb.is_sent_start) and (source is None or source.i < here.start)
    untrue = claimed and belied().match(passage.text[verb.left_edge.idx : here[-1].idx])
    if untrue or (source is not None and source.i >= here.end and child(verb, "auxpass")):
        source, named = None, None  # "Whether it fired is disputed. | The company | says …"
    lemma = "according to" if verb.lower_ == "according" else lemma_of(verb) or verb.lemma_.lower()
    phrasal = f"{verb.lemma_.lower()} {passage.words(one.cue).split()[-1].lower()}"
    lemma = phrasal if phrasal in cues("clause") else lemma  # "called for | the mine to be closed"
    subject = child(verb, "nsubjpass") if "saying" not in passage.words(one.cue) else None
    done = lemma == "deny" or not (lemma in cues("clause") or lemma in cues("object"))
    if subject is not None and source in (None, subject) and done:  # "were denied entry"
        if child(verb, "ccomp") is None:
            return None  # "12 were fined for theft"; but "were shocked that …" tells what they think
    elif source is not None and (source == subject or is_addressed(source, verb)):
        source = agent_of(verb)
        named = phrase_span(passage, source) if source is not None else None
    if source is not None and source.tag_ in ("WDT", "WP", "PRP") and source.head == verb:
        source = source_of(verb) or source  # "the mayor, | who | said": the mayor
    if source is not None and (_is_aside(source, verb) or source == audience_of(verb)):
        source, named = source_of(verb), None
    content = ruled_out(passage, verb) or _without_agent(content, passage, verb) or content
    particle, thing = child(verb, "prt"), child(verb, "dobj")
    if particle is not None and thing is not None and content == (passage.span(particle),):
        content = (passage.span(thing),)  # "has ruled | that | out"
    hoped = verb.pos_ == "NOUN" and verb.lemma_.lower() in listed("attitudes")
    if source is None and (hoped or verb.lemma_.lower() == "ask"):
        return None  # a question of nobody's; "hopes of a truce faded"
    return Saying(
        passage, (one.cue,), content, source, lemma, "deny" if untrue else polarity_of_cue(verb, lemma),
        audience=audience_of(verb), verb=verb, named=named, chance=one.sure, spotted=True,
    )  # fmt: skip


def _is_aside(source: Token, verb: Token) -> bool:
    """Of who speaks: "Quill, | who won |, according to | the port |, said"; nobody: "| let us | recall"."""
    there = source.dep_ == "pobj" and source.head.lower_ in words("names", "inside")
    vouching = source.dep_ == "pobj" and source.head.head.lower_ == "according" != verb.lower_
    behind = vouching or (there and source.head.head in subjects(verb))
    return behind or source.lower_ in ("let", "there") or (source.dep_ == "relcl" and source.tag_ != "VBG")


def _noun(passage: Passage, span: Span) -> Token | None:
    """The head of a source, "by" apart; of "the union's chair", where the parse has two, the chair."""
    tokens = passage.tokens(span)
    if tokens is None:
        return None
    root = (child(tokens.root, "pobj") if tokens.root.dep_ == "agent" else None) or tokens.root
    if root.dep_ == "prep" or root.ent_type_ in ("DATE", "TIME"):  # "the port | this week", "|, against 12"
        nouns = (t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME"))
        root = next((t for t in nouns if t.head not in tokens), root)
    owner = any(t.tag_ == "POS" for t in passage.doc[root.i + 1 : root.i + 2])
    torn = root.dep_ == "det"  # "an | autopsy | shows", of which the parse makes no noun
    return tokens[-1] if torn or (owner and speakable(tokens[-1])) else root


def _without_agent(content: Sequence[Span], passage: Passage, verb: Token) -> tuple[Span, ...]:
    """ "Was urged | by residents | to step down": who urges is no part of what is said."""
    agent = agent_of(verb)
    spans = covered(passage, [agent.head, *phrase(agent)]) if agent is not None else ()
    left = [part for span in content for part in subtract(span, spans)]
    kept = ((part, trimmed(passage.words(part), 0, len(part), EDGES)) for part in left)
    return tuple(words.shift(part.start) for part, words in kept if words is not None)
