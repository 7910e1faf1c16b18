"""When two claims do not go together: denied, contradicted, taken back, or each the other's blame."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from sayso.data import table, words
from sayso.reconcile.contents import Content, Part, overlap, root, terms_of
from sayso.reconcile.ground import AT_ONCE, NEXT, Description, Ground, before, beside, enough, judging
from sayso.reconcile.terms import stem, tokens

DESCRIBED = 0.2  # share in common where words that exclude each other speak for one topic too
SAME = 0.7  # share of the weight of the lighter of a clause and its opposite
TURNED = 0.5  # the same, where the second comes right after the first with a "but"
RARE = 2.0  # rarity of what they then have in common
NEGATED = 2  # terms behind a "not" that it may be of
BRIEF = 8  # words of a statement that may rest on the one before it


# ---- one speaker ----

GENERAL = re.compile(
    r"(?:not )?\w{2,}ing\b.{0,60}?\b(?:is|are|would|will|can|must|should|amounts?|constitutes?|violates?)\b"
)


def corrected(first: Content, later: Content, ground: Ground) -> float:
    """A speaker concedes something just after claiming another thing, or the opposite of an earlier claim."""
    same = first.attribution.speaker is not None and first.attribution.speaker == later.attribution.speaker
    shared = first.terms.keys() & later.terms.keys()
    said = ground.words(later)
    if any(word.startswith("ple") for word in ground.cue(later)):
        return 0.0  # a plea before a court takes back nothing
    wrong = not words("disputes", "errors").isdisjoint(said)
    brief = len(said) <= BRIEF and (wrong or not words("disputes", "pointing").isdisjoint(said[:1]))
    backwards = (wrong or later.negative(frozenset())) and (ground.on_one_thing(first, later) or brief)
    close = same and first.clause and before(first, later) and beside(first, later, AT_ONCE)
    if close and (backwards or words("disputes", "earlier") & set(ground.cue(first))):
        return 0.5
    if not _earlier(first, later, ground) or not shared - ground.proper:
        return 0.0
    held = ground.one_party(first, later) and _turned(first, later, ground)
    named = _other_number(first, later) and first.numbers <= later.numbers  # "12, not 40"
    named = named and any(part.nots for part in later.clauses)
    return enough(ground.topic(first, later)) if held or named else 0.0


def taken_back(first: Content, later: Content, ground: Ground) -> float:
    """A speaker says to have been wrong, and says otherwise: "What I said was not correct"."""
    wrong = _taking_back().search(" ".join(ground.words(later)))
    if not wrong or not _earlier(first, later, ground) or not ground.one_party(first, later):
        return 0.0
    return enough(ground.topic(first, later)) if _turned(first, later, ground) else 0.0


@cache
def _taking_back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['taking_back'])})\b")


def _earlier(first: Content, later: Content, ground: Ground) -> bool:
    """Whether ``first`` is of another report, that is not known to have come out after that of ``later``."""
    here, there = (ground.chain.reports[c.attribution.report] for c in (first, later))
    if here.id == there.id:
        return False
    one, other = here.published.earliest, there.published.latest
    return not (one and other and one > other)


def _turned(first: Content, later: Content, ground: Ground) -> bool:
    """Whether one says the opposite of the other, or gives another number for the same."""
    shared = ground.together(first, later)
    opposite = first.negative(shared) != later.negative(shared)
    return (opposite and ground.on_one_thing(first, later)) or _other_number(first, later)


def _other_number(first: Content, later: Content) -> bool:
    return bool(first.numbers and later.numbers - first.numbers)


# ---- two parties ----


def accusing(a: Content, b: Content, ground: Ground) -> float:
    """Two parties accuse each other: each names the other, or both accuse "the other" in the same words.

    In one breath one of them may be there without a name: "accused the conglomerate of lying".
    """
    one, other = a.attribution, b.attribution
    if not ground.other_party(a, b):
        return 0.0
    same = one.report == other.report and bool(set(one.content) & set(other.content))
    each_other = same and bool(words("disputes", "mutual") & set(ground.words(a)))
    if each_other or (ground.names(a, b) and ground.names(b, a)):
        return 1.0
    if not beside(a, b, AT_ONCE):
        return 0.0
    return 0.6 if _open_and_named(a, b, ground) or _open_and_named(b, a, ground) else 0.0


def _open_and_named(a: Content, b: Content, ground: Ground) -> bool:
    """Whether ``a`` accuses somebody that it does not name, and ``b`` the speaker of ``a``."""
    first = next(iter(ground.terms_in_order(a)), None)
    said = ground.words(a)[:1]
    return first is not None and first not in ground.proper and said == ["the"] and ground.names(b, a)


def denied(claim: Content, denial: Content, ground: Ground) -> float:
    """A claim, and another party's denial on that topic.

    Denying an act answers only who speaks of that act.
    """
    shared = claim.terms.keys() & denial.terms.keys()
    together = ground.together(claim, denial) - ground.proper
    whole = len(together) >= 2 and together >= denial.terms.keys() - ground.proper
    near = whole or beside(claim, denial, NEXT) or ground.on_one_thing(claim, denial)
    idle = {root(stem(word)) for word in words("disputes", "anaphors") | words("disputes", "empty")}
    topical = together - idle
    topical = topical if whole or ground.weight_of(topical, denial) >= RARE else frozenset()
    told = claim.clause or claim.attribution.polarity != "assert"
    if not (near and topical and told and ground.other_party(claim, denial)) or not ground.own(
        topical, claim
    ):
        return 0.0
    if not denial.rejects and _untrue() & claim.terms.keys() & denial.terms.keys():
        return 0.0  # both say that it is not so
    if is_bare(denial, ground) or _withholds(ground.words(denial)) or _is_unvouched(claim, ground):
        return 0.0
    if len({bool(p.nots) for p in claim.clauses if len(p.places.keys() & together) > 1}) > 1:
        return 0.0  # "people say we opened a door, but we opened no door"
    if claim.negative(shared) == denial.negative(shared):
        return 0.0  # "no siren sounded" does not contradict "there was no siren"
    first = denial.clauses[0].places.keys() if denial.clauses else frozenset()
    if denial.attribution.kind != "direct" and not first & shared - ground.proper:
        return 0.0  # "denied that it was warned before the dam burst" does not deny that it burst
    act = _act(denial, ground)
    return enough(ground.topic(claim, denial)) if not act or act in claim.terms else 0.0


def _is_unvouched(claim: Content, ground: Ground) -> bool:
    """ "If true, …", "reports say that …", "taking bribes is a crime": the speaker does not claim it."""
    said = " ".join(ground.words(claim))
    return bool(_unvouched().search(said) or GENERAL.match(said))


@cache
def _unvouched() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('disputes')['unvouched'])})\b")


@cache
def _untrue() -> frozenset[str]:
    """The terms of "false", "baseless", "without merit"."""
    return frozenset(term for said in table("cues")["other"]["untrue"] for term in terms_of(said))


def _withholds(denied: list[str]) -> bool:
    """ "Denied him to leave", "denied a request for bail": that is no claim that is denied."""
    first = next((word for word in denied if word not in words("function_words", "words")), "")
    return denied[:1] == ["to"] or first in words("disputes", "granted")


def _act(denial: Content, ground: Ground) -> str | None:
    """The act of "denies taking bribes": the term of its first word, if that is a gerund."""
    a = denial.attribution
    first = tokens(a.content[0].of(ground.chain.reports[a.report].text))[:1]
    gerund = bool(first) and first[0].endswith("ing") and a.kind == "indirect"
    return next(iter(ground.terms_in_order(denial)), root(first[0].removesuffix("ing"))) if gerund else None


def contradicted(a: Content, b: Content, ground: Ground) -> float:
    """Two parties say the same in a clause, one with a "not"."""
    shared = a.terms.keys() & b.terms.keys()
    one, other = a.part(shared), b.part(shared)
    if one is None or other is None or a.negative(shared) == b.negative(shared):
        return 0.0
    if not ground.other_party(a, b) or one.open or other.open:
        return 0.0
    common = one.places.keys() & other.places.keys()
    if not (ground.own(common, a) and ground.own(common, b)):
        return 0.0
    turning = ground.is_turn(a, b) or ground.is_turn(b, a)
    if 2 * len(common) <= len(shared) or ground.telling(a, b) < (1 if turning else 2):
        return 0.0  # most of what they have in common stands elsewhere
    if not (_negates(one, common) and _negates(other, common)):
        return 0.0
    share = _share(common, one, other, ground)
    if turning:
        return share if share >= TURNED and ground.weight_of(common, a) >= RARE else 0.0
    if len(common) < 3:
        share = min(share, overlap(a, b, ground.weight)) if a.clause and b.clause else 0.0
    return share if share >= SAME else 0.0


def _negates(part: Part, terms: Set[str]) -> bool:
    """Whether a "not" of the clause, if it has one, is of one of the terms, not of another."""
    behind = sorted((at, term) for term, at in part.places.items() if part.nots and at > part.nots[0])
    reach = len(behind) if part.bars else NEGATED
    return not part.nots or any(term in terms for _, term in behind[:reach])


def _share(common: Set[str], one: Part, other: Part, ground: Ground) -> float:
    """Share of the weight of the lighter clause that the two have in common."""
    lighter = min(sum(map(ground.weighed, part.places)) for part in (one, other))
    return sum(map(ground.weighed, sorted(common))) / lighter if lighter else 0.0


def rejected(claim: Content, answer: Content, ground: Ground) -> float:
    """ "Quill rejects this", right behind what it rejects."""
    next_to = ground.before.get(answer.attribution.id) == claim.attribution.id
    close = next_to and beside(claim, answer, AT_ONCE) and ground.other_party(claim, answer, documents=True)
    if not close or is_silent(answer, ground):
        return 0.0
    bare = is_bare(answer, ground) and _may_mean(claim, answer, ground)
    cue = {stem(word) for word in ground.cue(answer)} - words("function_words", "words")
    told = cue & {
        stem(word) for word in ground.words(claim)
    }  # "that Quill rejected it" is no claim that it rejects
    return 0.6 if bare and not told and not is_planned(claim, ground) else 0.0


def _may_mean(claim: Content, answer: Content, ground: Ground) -> bool:
    """Whether who denies "the charges" may mean what stands before: in court they are older."""
    charges = {"charge", "charges"} & set(ground.words(answer))
    return not charges or claim.attribution.polarity == "accuse" or ground.names(claim, answer)


def is_bare(answer: Content, ground: Ground) -> bool:
    """Whether it only points at what was said: "this", "the allegations", "that claim as nonsense"."""
    said = ground.words(answer)
    said = said[: said.index("as")] if "as" in said else said
    bare = [word for word in said if word not in words("function_words", "words")]
    pointing = words("disputes", "anaphors") & set(said) if said != ["them"] else None  # people, it may be
    return bool(pointing) and len(said) <= 4 and words("disputes", "anaphors").issuperset(bare)


def is_silent(c: Content, ground: Ground) -> bool:
    """ "Refused to comment", "did not respond to the call": no position."""
    said = [word for word in ground.words(c)[:3] if word not in words("function_words", "words")]
    silent = words("disputes", "silence")
    if c.attribution.polarity == "refuse" and silent & {*said[:1], *ground.words(c)[:2]}:
        return True
    cue = {word for part in ground.cue(c) for word in (part, stem(part))}
    negated = any(word in words("function_words", "negations") for word in cue)
    return negated and not words("disputes", "granting") & cue


def is_planned(c: Content, ground: Ground) -> bool:
    """Whether it says what is to be done, which nobody denies."""
    said = ground.words(c)
    return bool(words("disputes", "planned") & set(said)) or "about to" in " ".join(said)


def described(a: Content, b: Content, ground: Ground) -> float:
    """Two parties describe one thing in words that exclude each other: "12 fighters", "farmers"."""
    if a.attribution.id > b.attribution.id or not ground.other_party(a, b):
        return 0.0
    one, other = (ground.described[c.attribution.id] for c in (a, b))
    apart = {n for n, side in _alone(one) if (n, not side) in other and (n, side) not in other}
    later = b if before(a, b) else a
    it = words("disputes", "pointing") & set(ground.words(later)[:1])
    if apart & judging() and it and beside(a, b, AT_ONCE):
        return 0.4  # "it was too lenient"
    shared = a.terms.keys() & b.terms.keys()
    if any((part := c.part(shared)) and part.nots for c in (a, b)):
        return 0.0  # "no fair trial" is "an unfair one"
    near = ground.telling(a, b) >= (1 if beside(a, b, NEXT) else 3)
    common = ground.topic(a, b) if apart and near else 0.0
    return common if common >= DESCRIBED else 0.0


def _alone(used: frozenset[Description]) -> list[Description]:
    """Those of which not both words are used."""
    return [(pair, side) for pair, side in sorted(used) if (pair, not side) not in used]
