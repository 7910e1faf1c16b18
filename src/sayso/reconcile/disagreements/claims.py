"""When claims do not go together: denied, contradicted, described otherwise; or taken back by the speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import combinations, takewhile

from sayso.data import any_of, table, words
from sayso.reconcile.contents import Content, named_terms, overlap, root, terms_of
from sayso.reconcile.disagreements.ground import AT_ONCE, NEXT, Description, Ground, before, beside
from sayso.reconcile.terms import stem

DESCRIBED = 0.2  # share in common where words that exclude each other speak for one topic too
SAME = 0.7  # share of the weight of the lighter of a clause and its opposite
BRIEF = 8  # words of a statement that may rest on the one before it
_HABIT = re.compile(r"(?:we|i) (?:do not|don['’]?t|never) ")  # "kill our own people": of no deed in question
FEW = 6  # words within which a denial says what it denies
_THERE = frozenset(("having", "there", "any", "no"))
_BEHIND = frozenset(("that", "which", "who", "of", "about", "as", "and"))
RARE = 2.0  # rarity of what a denial has in common with what it denies


def denied(claim: Content, denial: Content, ground: Ground) -> bool:
    """A claim, and another party's denial on that topic."""
    if not (claim.clause or claim.attribution.polarity != "assert"):
        return False
    if (owner := _claimant(denial)) and owner.isdisjoint(ground.called(claim)):
        return False  # another's claim
    shared = claim.terms.keys() & denial.terms.keys() - owner
    together = ground.together(claim, denial) - ground.proper - owner
    whole = len(together) >= 2 and together >= denial.terms.keys() - ground.proper
    if not whole and ground.weight_of(together - _idle(), denial) < RARE:
        return False
    one_thing = len(together) > 1 and ground.on_one_thing(claim, denial)
    if not (whole or one_thing or _most_of_it(together, claim, denial, ground)):
        return False
    if not ground.own(together - _idle(), claim) or (not denial.rejects and _untrue() & shared):
        return False  # both say that it is not so
    if claim.negative(shared) == denial.negative(shared):
        return False  # "no siren sounded" does not contradict "there was no siren"
    if denial.attribution.kind != "direct" and not denial.clauses[0].places.keys() & shared - ground.proper:
        return False  # "denied that it was warned before the dam burst" does not deny that it burst
    act = _act(denial, ground)
    if (
        (act and act not in claim.terms)
        or _unvouched().search(" ".join(claim.said))
        or _withholds(denial.said)
    ):
        return False
    return ground.on_a_topic(claim, denial)


def _most_of_it(shared: Set[str], claim: Content, denial: Content, ground: Ground) -> bool:
    """Whether what stands beside it shares most of what is denied; of "having any boats there" the boats."""
    part = denial.part(shared)
    if part is None or not beside(claim, denial, NEXT):
        return False
    thing = [term for term in ground.terms_in_order(denial) if term not in _idle()][:1]
    there = denial.said[0] in _THERE and not shared.isdisjoint(thing)
    return there or 2 * ground.weight_of(shared, denial) > ground.weight_of(part.places, denial)


def _claimant(denial: Content) -> frozenset[str]:
    """The terms of who made what is denied: "a claim | by (of) the dock union | that the port is unsafe"."""
    said = denial.said
    at = next((n for n, word in enumerate(said[:FEW]) if word in words("disputes", "remarks")), len(said))
    whom = [*takewhile(lambda word: word not in _BEHIND, said[at + 2 :])]
    of = said[at + 1 : at + 2] == ["of"] and said[at + 2 + len(whom) :][:1] == ["that"]
    return named_terms(" ".join(whom)) if of or said[at + 1 : at + 2] in (["by"], ["from"]) else frozenset()


@cache
def _unvouched() -> re.Pattern[str]:
    return re.compile("|".join(table("disputes")["unvouched"]))


def _withholds(told: Sequence[str]) -> bool:
    """ "Denied him to leave", "denied a request for bail": that is no claim that is denied."""
    first = next((word for word in told if word not in words("function_words", "words")), "")
    return told[:1] == ["to"] or first in words("disputes", "granted")


def _act(denial: Content, ground: Ground) -> str | None:
    """The act of "denies taking bribes", which answers only who speaks of that act."""
    gerund = denial.attribution.kind == "indirect" and denial.said[0].endswith("ing")
    firsts = ground.terms_in_order(denial)[:1] if gerund else []
    return firsts[0] if firsts else None


@cache
def _idle() -> frozenset[str]:
    """The terms that tell nothing of what is denied."""
    return frozenset(root(stem(word)) for word in words("disputes", "anaphors") | words("disputes", "empty"))


@cache
def _untrue() -> frozenset[str]:
    """The terms of "false", "baseless", "without merit"."""
    return frozenset(term for said in table("cues")["other"]["untrue"] for term in terms_of(said))


def contradicted(a: Content, b: Content, ground: Ground) -> bool:
    """Two parties say the same in a clause, one with a "not"."""
    shared = a.terms.keys() & b.terms.keys()
    one, other = a.part(shared), b.part(shared)
    if one is None or other is None or a.negative(shared) == b.negative(shared) or one.open or other.open:
        return False
    common = one.places.keys() & other.places.keys()
    if 2 * len(common) <= len(shared) or ground.telling(a, b) < 2:
        return False  # most of what they have in common stands elsewhere
    if not (ground.own(common, a) and ground.own(common, b)):
        return False
    if any(part.nots and not part.negates(common) for part in (one, other)):
        return False
    habit = any(_HABIT.match(" ".join(c.said)) for c in (a, b))
    alike = a.clause and b.clause and not habit and overlap(a, b, ground.weight) >= SAME
    if len(common) < 3 and not alike:
        return False
    lighter = min(sum(ground.weight.get(term, 0.0) for term in part.places) for part in (one, other))
    return sum(ground.weight.get(term, 0.0) for term in sorted(common)) >= SAME * lighter > 0


def described(a: Content, b: Content, ground: Ground) -> bool:
    """Two parties describe one thing in words that exclude each other: "12 fighters", "farmers"."""
    if a.attribution.id > b.attribution.id:
        return False
    if not _excluded(*(ground.described[c.attribution.id] for c in (a, b))):
        return False
    shared = a.terms.keys() & b.terms.keys()
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return False  # "22 fighters were killed" beside "37 people, most of them civilians": other people
    negations = words("function_words", "negations")
    if any(((part := c.part(shared)) and part.nots) or not negations.isdisjoint(c.cue) for c in (a, b)):
        return False  # "no fair trial" is "an unfair one"; "has seen no evidence that | fighters were there"
    return ground.telling(a, b) >= (1 if beside(a, b, NEXT) else 3) and ground.topic(a, b) >= DESCRIBED


def _excluded(one: Set[Description], other: Set[Description]) -> list[int]:
    """The pairs of which each has the one word, and not the other's."""
    mine, theirs = (Counter(number for number, _ in said) for said in (one, other))
    return sorted(n for n, side in other if (n, 1 - side) in one and mine[n] == theirs[n] == 1)


def assessments(contents: Sequence[Content], ground: Ground) -> Iterator[tuple[Content, Content, int]]:
    """Two parties judge what a story has one of, its talks, in words that exclude each other; and which."""
    judging = [c for c in contents if ground.judged[c.attribution.id] and c.attribution.polarity in _JUDGING]
    for a, b in combinations(judging, 2):
        if ground.other_party(a, b):
            for about in _excluded(*(ground.judged[c.attribution.id] for c in (a, b))):
                yield a, b, about


_JUDGING = ("assert", "concede", "criticise", "demand", "praise", "vow", "warn")


# ---- one speaker ----


def corrections(contents: Sequence[Content], ground: Ground) -> Iterator[tuple[Content, Content]]:
    """What was said first, and what takes it back."""
    for later in contents:
        plea = any(word.startswith("ple") for word in later.cue)  # before a court it takes back nothing
        conceded = later.attribution.polarity == "concede" and not plea
        if conceded or any_of("disputes", "taking_back").search(" ".join(later.said)):
            for first in contents:
                if first is not later and _corrected(first, later, conceded, ground):
                    yield first, later


def _corrected(first: Content, later: Content, conceded: bool, ground: Ground) -> bool:
    """Whether it is of what the speaker said just before, or of the opposite in an earlier report."""
    if first.attribution.polarity in _WANTED:
        return False
    if first.attribution.report != later.attribution.report:
        known = any(part.nots for part in later.clauses) and first.numbers <= later.numbers  # "12, not 40"
        one = ground.one_party(first, later) or (known and _other_number(first, later))
        earlier = one and _may_be_earlier(first, later, ground) and ground.on_a_topic(first, later)
        other = _other_number(first, later) and not _grown(first, later) and ground.telling(first, later) > 1
        return earlier and (other or _is_opposite(first, later, ground))
    one = first.attribution.speaker == later.attribution.speaker
    if one and not conceded and first.attribution.nested_in != later.attribution.id:  # "he had misspoken"
        again = not words("disputes", "errors").isdisjoint(first.said)
        return first.clause and not again and before(first, later) and ground.on_a_topic(first, later)
    if not (one and conceded and first.clause and before(first, later) and beside(first, later, AT_ONCE)):
        return False
    return _is_negative(first, later, ground) or not words("disputes", "earlier").isdisjoint(first.cue)


_WANTED = ("concede", "praise", "vow", "demand", "appeal", "oppose", "refuse")


def _is_negative(first: Content, later: Content, ground: Ground) -> bool:
    """ "It had not worked", "that was a mistake": whether it speaks of what was said before."""
    wrong = not words("disputes", "errors").isdisjoint(later.said)
    return wrong or (
        later.negative(frozenset()) and (len(later.said) <= BRIEF or ground.on_one_thing(first, later))
    )


def _may_be_earlier(first: Content, later: Content, ground: Ground) -> bool:
    """Whether the report of ``first`` is not known to have come out after that of ``later``."""
    here, there = (ground.chain.reports[c.attribution.report].published for c in (first, later))
    return not (here.earliest and there.latest and here.earliest > there.latest)


def _is_opposite(first: Content, later: Content, ground: Ground) -> bool:
    shared = ground.together(first, later)
    return first.negative(shared) != later.negative(shared) and ground.on_one_thing(first, later)


def _grown(first: Content, later: Content) -> bool:
    """Whether the other number is not smaller: a toll that grows takes nothing back."""
    one, other = ([int(n) if n.isdecimal() else 1 for n in c.numbers] for c in (first, later))
    turned = any(part.nots for part in later.clauses)  # "12, not 40"
    return bool(one and other) and max(one) <= max(other) and not turned


def _other_number(first: Content, later: Content) -> bool:
    return bool(first.numbers and later.numbers - first.numbers)
