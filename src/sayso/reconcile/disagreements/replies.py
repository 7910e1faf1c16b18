"""When one party goes against what another said, by the name of who said it: "dismissed Quill's concerns".

Who owns the words is read from the answer itself; which words they are from where that one speaks nearby.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from sayso.data import any_of, table, words
from sayso.reconcile.contents import AGAINST, Content, named_terms, root, terms_of
from sayso.reconcile.disagreements.answers import is_accused, is_bare, is_next, is_silent
from sayso.reconcile.disagreements.ground import NEXT, Ground, before, beside
from sayso.reconcile.terms import sentence_at, stem, tokens
from sayso.span import Span, hull
from sayso.story import Dispute

FAR = 1500  # characters back to what is answered
AHEAD = 400  # characters on to it, where nothing stands before
HEAD = 8  # words with which an answer says what it answers
OWNER = 4  # words of who said it
NAME = 5  # words of what speaks; more are a description
BARE = 2  # terms of what is only a number again: "that number to 43"
CLOSE = 800  # characters within which all that somebody said is answered
RARE = 3.0  # rarity of what speaks of one thing in two reports
BY = frozenset(("by", "from"))
POINTING = frozenset(("the", "such", "those", "these", "this", "that", "both", "his", "her", "their"))

Reply = tuple[Dispute, float, Content, Content]
Spoken = Mapping[str, Sequence[Content]]  # report → what is said there, in order
Titles = Mapping[tuple[str, str], frozenset[str]]  # report and title → the names of the one who bears it


@dataclass(frozen=True, slots=True)
class Named:
    """What an answer says that it answers, as terms: whose it is, and what it is about.

    Without an owner it is what was said right before: "rejected the idea".
    """

    owner: frozenset[str]
    topic: frozenset[str]
    denied: bool = False  # it is said not to be so
    wanted: bool = False  # it is a plan, a call
    loose: bool = False  # the owner is only whom the sentence names before: "her remarks"
    counted: bool = False  # it is a number: "both figures"


def replies(contents: Sequence[Content], ground: Ground) -> Iterator[Reply]:
    """What is answered, and the answer."""
    spoken: defaultdict[str, list[Content]] = defaultdict(list)
    for c in sorted(contents, key=_place):
        spoken[c.attribution.report].append(c)
    titles = _titles(ground)
    for reply in contents:
        named = _named(reply, titles, ground) or _in_response(reply, titles, ground)
        for statement in _statements_of(named, reply, spoken, ground) if named else ():
            yield "claim_denial" if named and named.denied else "opposed_positions", 0.4, statement, reply


def _place(c: Content) -> tuple[str, Span, str]:
    return c.attribution.report, hull(c.attribution.content), c.attribution.id


def _titles(ground: Ground) -> Titles:
    """ "The president" in a report that calls one person "President Quill", and nobody else president."""
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for e in ground.chain.entities.values():
        if e.kind == "person" and not e.unnamed:
            for mention in e.mentions:
                text = ground.chain.reports[mention.report].text
                said = tokens(text[max(0, mention.span.start - 24) : mention.span.start])[-2:]
                if said and said[0] not in ("vice", "former", "ex"):
                    bearers[mention.report, said[-1]].add(e.id)
    return {
        key: named_terms(ground.chain.entities[next(iter(ids))].name.split()[-1])
        for key, ids in bearers.items()
        if len(ids) == 1 and key[1] in words("disputes", "epithets")
    }


def _in_response(reply: Content, titles: Titles, ground: Ground) -> Named | None:
    """ "In response to Quill, Hale said …": whom a sentence says that it answers."""
    found = _RESPONDING.search(" ".join(ground.leads[reply.attribution.id]))
    owner = _owner(found[1].split()[:OWNER], reply, titles, ground) if found else None
    return Named(owner, frozenset(reply.terms) - ground.proper) if owner else None


_RESPONDING = re.compile(
    r"\b(?:respon(?:se|ding) to|answer to|reply(?:ing)? to|contrary to|despite what) (.+)"
)


def _named(reply: Content, titles: Titles, ground: Ground) -> Named | None:
    if is_silent(reply):
        return None
    said = reply.said[: HEAD + OWNER]
    nouns = frozenset[str]().union(*(words("disputes", key) for key in _NOUNS))
    at = next((n for n, word in enumerate(said[:HEAD]) if word in nouns), None)
    if at is None or not words("disputes", "joining").isdisjoint(said[:at]):
        return None
    how = _against(reply, said[at:], ground)
    if how is None:
        return None
    wanted = said[at] in words("disputes", "plans")
    denied = how == "deny" and not wanted
    behind = said[at + 2 : at + 2 + OWNER] if not BY.isdisjoint(said[at + 1 : at + 2]) else []
    owner = _owner([*said[max(0, at - OWNER) : at], *behind], reply, titles, ground)
    loose = not owner and not _POSSESSIVE.isdisjoint(said[:at])
    owner = _told_before(reply, ground) if loose else owner
    topic = frozenset(terms_of(" ".join(said[at + 1 :]))) - ground.proper
    if not owner and said[at] in words("disputes", "documents"):
        owner = frozenset(terms_of(said[at]))  # of which "the lawsuit says …" tells
    if owner:
        return Named(owner, topic, denied, wanted, loose)
    possessed = any("'" in word for word in said[:at])
    vague = said[at] in words("disputes", "vague")
    pointing = not POINTING.isdisjoint(said[:at]) and not possessed and not vague
    told = said[at + 1 :] if not _MORE.isdisjoint(said[at + 1 : at + 2]) else ()
    topic = frozenset(terms_of(" ".join(told)))  # "the idea that …", not "the idea as nonsense"
    counted = said[at] in words("disputes", "numbers")
    if counted and said[at + 1 : at + 2] not in ([], ["as"]):
        return None  # "the figures that the union gave"
    return Named(frozenset(), topic, denied, wanted, counted=counted) if pointing else None


_POSSESSIVE = frozenset(("his", "her", "their"))
_NOUNS = ("remarks", "plans", "documents", "numbers")
_MORE = frozenset(("that", "to", "of", "for", "about", "on", "against", "over", "regarding"))


def _owner(said: Sequence[str], reply: Content, titles: Titles, ground: Ground) -> frozenset[str]:
    """The terms of names among some words, or of the one person who bears a title there."""
    plain = [word.removesuffix("'s").removesuffix("'") for word in said]
    names = frozenset(root(stem(word)) for word in plain if word not in words("function_words", "words"))
    named = names & ground.proper
    if named:
        return named
    held = (titles.get((reply.attribution.report, word), frozenset()) for word in plain)
    return next(filter(None, held), frozenset())


def _told_before(reply: Content, ground: Ground) -> frozenset[str]:
    """ "Assailed Hale, calling her remarks …": of the persons that the sentence names before, the last."""
    text = ground.chain.reports[reply.attribution.report].text
    said = hull(reply.attribution.content)
    names = tokens(text[sentence_at(text, said).start : said.start])
    own = named_terms(ground.name(reply))
    listed = (frozenset({root(stem(word.removesuffix("'s")))}) for word in reversed(names))
    return next((name for name in listed if name & ground.people - own), frozenset())


def _against(reply: Content, behind: Sequence[str], ground: Ground) -> str | None:
    """How a content goes against what it speaks of, by its cue or by what it calls that."""
    how = reply.attribution.polarity
    if how in AGAINST or how == "criticise":
        return how
    if how != "assert" or _contested(reply, ground):
        return None if how != "assert" else "oppose"
    said = " ".join(behind[: HEAD + 2])
    if not words("function_words", "negations").isdisjoint(behind):
        return None
    return "deny" if _untrue().search(said) else "criticise" if _bad().search(said) else None


def _contested(reply: Content, ground: Ground) -> bool:
    return bool(any_of("disputes", "contesting").search(" ".join(reply.cue)))


@cache
def _bad() -> re.Pattern[str]:
    return _any_of({*table("cues")["other"]["condemning"], "unacceptable"})


@cache
def _untrue() -> re.Pattern[str]:
    return _any_of({*table("cues")["other"]["untrue"], "wrong"})


def _any_of(listed: Set[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, listed)))})\b")


def _statements_of(named: Named, reply: Content, spoken: Spoken, ground: Ground) -> list[Content]:
    """What is answered: of who is named the nearest, if with a word in common, and what stands close."""
    here = [c for c in spoken[reply.attribution.report] if _may_be_answered(c, reply, ground)]
    told = _of_owner(named.owner, here, ground)
    if not named.owner or (named.loose and not told):
        return _just_said(named, here, reply, ground)
    back = [c for c in told if before(c, reply) and beside(c, reply, FAR)][::-1]
    on = [c for c in told if before(reply, c) and beside(c, reply, AHEAD)]
    found = next((c for c in (*back, *on, *told) if _on_topic(c, named)), None)
    if not found and not (named.topic and named.wanted):
        found = next(iter((*back, *on)), None)
    if not found:
        return _elsewhere(named, reply, spoken, ground)
    return [found, *(c for c in back if c is not found and beside(c, reply, CLOSE))]


def _just_said(named: Named, here: Sequence[Content], reply: Content, ground: Ground) -> list[Content]:
    """What stands right before: "rejected the idea", "called his remarks a shame"."""
    last = ground.before.get(reply.attribution.id)  # what stands before that is not what "the idea" is
    near = [c for c in here if c.attribution.id == last and before(c, reply) and beside(c, reply, NEXT)]
    near = [c for c in near if is_next(reply, ground)]
    near = [c for c in near if not named.counted or (c.numbers and len(c.terms) > BARE)]
    near = [c for c in near if not (c.numbers and is_accused(reply))]
    about = not named.topic or (
        near and ground.weight_of(named.topic & near[-1].terms.keys(), near[-1]) >= RARE
    )
    return near[-1:] if about else []


def _elsewhere(named: Named, reply: Content, spoken: Spoken, ground: Ground) -> list[Content]:
    """What the named one says on the topic in another report."""
    for report in sorted(spoken.keys() - {reply.attribution.report}):
        told = [c for c in spoken[report] if _may_be_answered(c, reply, ground)]
        for c in _of_owner(named.owner, told, ground):
            if len(shared := named.topic & c.terms.keys()) > 1 and ground.weight_of(shared, c) >= RARE:
                return [c]
    return []


def _of_owner(owner: frozenset[str], told: Sequence[Content], ground: Ground) -> list[Content]:
    """What the owner says; of a body or a country also what those say who speak for it."""
    own = [c for c in told if owner & _own_names(c, ground)]
    if owner & ground.people:
        named = (ground.chain.entities[c.attribution.speaker or ""] for c in own)
        return [c for c, e in zip(own, named, strict=True) if e.kind == "person" and not e.unnamed]
    return own or [c for c in told if owner & ground.called(c)]


def _own_names(c: Content, ground: Ground) -> frozenset[str]:
    name = ground.chain.entities[c.attribution.speaker].name if c.attribution.speaker else ""
    return named_terms(name) if len(name.split()) <= NAME else frozenset()


def _on_topic(c: Content, named: Named) -> bool:
    return not c.terms.keys().isdisjoint(named.topic)


def _may_be_answered(c: Content, reply: Content, ground: Ground) -> bool:
    a = c.attribution
    if reply.attribution.id == a.nested_in or a.id == reply.attribution.nested_in:
        return False
    if a.content == reply.attribution.content:  # "Quill and Hale criticised his plan"
        return False
    if not c.clause and not c.against:
        return False
    if a.polarity in ("concede", "praise") or is_silent(c) or is_bare(c):
        return False
    if a.kind == "direct" and _own_names(c, ground) & c.terms.keys():
        return False  # nobody speaks of himself by name: another's words
    return ground.other_party(c, reply, documents=True)
