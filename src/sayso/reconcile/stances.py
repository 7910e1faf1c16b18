"""One is for a thing and another against it: "supports the bill", "vowed to block the bill".

The verbs tell the stance, and the words right behind them what it is taken on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from sayso.data import words
from sayso.reconcile.claims import is_silent
from sayso.reconcile.contents import Content, terms_of
from sayso.reconcile.ground import Ground, beside
from sayso.story import Dispute

EARLY = 7  # words within which a content takes a stance
REACH = 7  # words behind the verb that say on what
BACK = 5  # words before a verb that say who
FAR = 1500  # characters within which "the plan" is the same
RARE = 4.0  # rarity of what two stances are on
MOST = 40  # stances on one thing

Clashing = tuple[Dispute, float, Content, Content]


@dataclass(frozen=True, slots=True)
class Stance:
    """For or against a thing, as terms."""

    content: Content
    favour: bool
    target: frozenset[str]
    owner: frozenset[str]  # whose it is


def stances(contents: Sequence[Content], ground: Ground) -> Iterator[Clashing]:
    """Each who is for a thing with each other party that is against it."""
    taken = [s for c in contents if (s := _stance(c, ground))]
    by: defaultdict[str, list[Stance]] = defaultdict(list)
    for s in taken:
        for term in sorted(s.target):
            by[term].append(s)
    seen: set[tuple[str, str]] = set()
    for on in by.values():
        for one, other in product(on, on) if len(on) <= MOST else ():
            pair = one.content.attribution.id, other.content.attribution.id
            if one.favour and not other.favour and pair not in seen:
                seen.add(pair)
                if _on_one_thing(one, other, ground) and ground.other_party(one.content, other.content):
                    yield "opposed_positions", 0.4, one.content, other.content


def _on_one_thing(one: Stance, other: Stance, ground: Ground) -> bool:
    """Whether two stances are on the same: by a rare word, a name, or "the bill" of one report."""
    if one.owner and other.owner and not one.owner & other.owner:
        return False  # "Quill's plan", "Hale's plan"
    shared = {term for term in one.target & other.target if term not in _titles()}
    if ground.weight_of(shared, one.content) >= RARE:
        return True
    if shared & ground.proper:
        return any(shared >= stance.target - _titles() for stance in (one, other))
    here = one.content.attribution.report == other.content.attribution.report
    vague = shared <= {term for word in words("disputes", "plans") - _FORMAL for term in terms_of(word)}
    return bool(shared) and here and (not vague or beside(one.content, other.content, FAR))


@cache
def _titles() -> frozenset[str]:
    return frozenset(term for word in words("disputes", "epithets") for term in terms_of(word))


_FORMAL = frozenset(("bill", "nomination"))


def _stance(c: Content, ground: Ground) -> Stance | None:
    """By the verb of saying itself, or by the first verb of what somebody wants or will do."""
    if is_silent(c, ground):
        return None
    cue, said = ground.cue(c), ground.words(c)
    if not _MAY_BE.isdisjoint(cue):
        return None
    how = c.attribution.polarity
    for n, word in enumerate(cue):
        side = _side(word)
        if side is not None:
            turned = _turned(cue[:n]) or (how == "refuse" and side)
            return _made(c, side ^ turned, cue[n + 1 :] + said)
    if how in ("deny", "refuse", "concede"):
        return None
    if how in ("oppose", "criticise", "praise"):
        return _made(c, how == "praise", said)
    return _within(c, said, how)


def _within(c: Content, said: Sequence[str], how: str) -> Stance | None:
    """ "To block the bill", "he would not support it", "the council to pass the bill"."""
    own = bool(said) and (said[0] in ("to", *_SELF) or how in ("appeal", "demand"))
    for n, word in enumerate(said):
        side = False if word == "against" and said[n - 1] in _VOTING else _side(word)
        before = said[max(0, n - BACK) : n]
        led = before[-1:] and before[-1] in words("disputes", "leading") | _SELF | _VOTING
        if side is not None and led and (own if n < EARLY else not _FIRST.isdisjoint(before)):
            return _made(c, side ^ _turned(before), said[n + 1 :])
    return None


_MAY_BE = frozenset(("if", "were", "could", "would", "may", "might"))
_VOTING = frozenset(("vote", "voted", "voting"))
_FIRST = frozenset(("i", "we"))
_SELF = frozenset(("i", "we", "he", "she", "they"))


def _turned(said: Sequence[str]) -> bool:
    listed = words("function_words", "negations") | words("disputes", "shunning")
    return sum(word in listed for word in said) % 2 == 1


def _made(c: Content, favour: bool, said: Sequence[str]) -> Stance | None:
    upto = next((n for n, word in enumerate(said) if word in words("disputes", "closing")), REACH)
    told = said[: min(upto, REACH)]
    turned = sum(word in words("disputes", "resisted") for word in told) % 2 == 1  # "to override his veto"
    owned = [word for word in told if word.endswith(("'s", "s'"))]
    owner = frozenset(terms_of(" ".join(owned)))
    target = frozenset(terms_of(" ".join(word for word in told if word not in owned)))
    if not target or not _SELVES.isdisjoint(told[:1]):
        return None
    office = owner if not _OFFICE.isdisjoint(told) else frozenset()  # "Quill's nomination" is Quill
    return Stance(c, favour ^ turned, target | office, owner)


_SELVES = frozenset(("himself", "herself", "itself", "themselves", "him", "her", "them", "it"))
_OFFICE = frozenset(("nomination", "confirmation", "candidacy", "appointment", "bid"))


@cache
def _side(word: str) -> bool | None:
    """For, against, or neither."""
    if word in words("disputes", "favouring"):
        return True
    return False if word in words("disputes", "resisting") else None
