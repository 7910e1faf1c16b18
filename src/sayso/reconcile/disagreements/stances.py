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
from sayso.reconcile.contents import Content, terms_of
from sayso.reconcile.disagreements.answers import is_silent
from sayso.reconcile.disagreements.ground import Ground

EARLY = 7  # words within which a content takes a stance
REACH = 7  # words behind the verb that say on what
BACK = 5  # words before a verb that say who
RARE = 4.0  # rarity of what two stances are on

_MAY_BE = frozenset(("if", "were", "could", "would", "may", "might"))
_VOTING = frozenset(("vote", "voted", "voting"))
_FIRST = frozenset(("i", "we"))
_SELF = frozenset(("i", "we", "he", "she", "they"))
_OFFICE = frozenset(("nomination", "confirmation", "candidacy", "appointment", "bid"))
_SELVES = frozenset(("himself", "herself", "itself", "themselves", "him", "her", "them", "it"))


@dataclass(frozen=True, slots=True)
class Stance:
    """For or against a thing, as terms."""

    content: Content
    favour: bool
    target: frozenset[str]
    owner: frozenset[str]  # whose it is


def stances(contents: Sequence[Content], ground: Ground) -> Iterator[tuple[Content, Content]]:
    """Each who is for a thing with each other party that is against it."""
    taken = [s for c in contents if (s := _stance(c))]
    by: defaultdict[str, list[Stance]] = defaultdict(list)
    for s in taken:
        for term in sorted(s.target):
            by[term].append(s)
    for on in by.values():
        for one, other in product((s for s in on if s.favour), (s for s in on if not s.favour)):
            if _on_one_thing(one, other, ground) and ground.other_party(one.content, other.content):
                yield one.content, other.content


def _on_one_thing(one: Stance, other: Stance, ground: Ground) -> bool:
    """Whether two stances are on the same: by a rare word, a name, or "the bill" of one report."""
    if one.owner and other.owner and not one.owner & other.owner:
        return False  # "Quill's plan", "Hale's plan"
    shared = (one.target & other.target) - _titles()
    if ground.weight_of(shared, one.content) >= RARE:
        return True
    if shared & ground.proper:
        return any(shared >= stance.target - _titles() for stance in (one, other))
    return bool(shared) and one.content.attribution.report == other.content.attribution.report


@cache
def _titles() -> frozenset[str]:
    return frozenset(term for word in words("disputes", "epithets") for term in terms_of(word))


def _stance(c: Content) -> Stance | None:
    """By the verb of saying itself, or by the first verb of what somebody wants or will do."""
    if is_silent(c) or not _MAY_BE.isdisjoint(c.cue):
        return None
    how = c.attribution.polarity
    for n, word in enumerate(c.cue):
        side = _side(word)
        if side is not None:
            return _made(c, side ^ _turned(c.cue[:n]), [*c.cue[n + 1 :], *c.said])
    if how in ("oppose", "criticise", "praise"):
        return _made(c, how == "praise", c.said)
    return None if how in ("deny", "refuse", "concede") else _within(c, how)


def _within(c: Content, how: str) -> Stance | None:
    """ "To block the bill", "he would not support it", "the council to pass the bill"."""
    said = c.said
    own = said[:1] == ["to"] or not _SELF.isdisjoint(said[:1]) or how in ("appeal", "demand")
    for n, word in enumerate(said):
        before = said[max(0, n - BACK) : n]
        side = False if word == "against" and not _VOTING.isdisjoint(before[-1:]) else _side(word)
        led = not (words("disputes", "leading") | _SELF | _VOTING).isdisjoint(before[-1:])
        if side is not None and led and (own if n < EARLY else not _FIRST.isdisjoint(before)):
            return _made(c, side ^ _turned(before), said[n + 1 :])
    return None


def _turned(said: Sequence[str]) -> bool:
    listed = words("function_words", "negations") | words("disputes", "shunning")
    return sum(word in listed for word in said) % 2 == 1


def _made(c: Content, favour: bool, said: Sequence[str]) -> Stance | None:
    upto = next((n for n, word in enumerate(said) if word in words("disputes", "closing")), REACH)
    told = said[: min(upto, REACH)]
    turned = sum(word in words("disputes", "resisted") for word in told) % 2 == 1  # "to override his veto"
    owned = [word for word in told if word.endswith(("'s", "s'"))]
    target = frozenset(terms_of(" ".join(word for word in told if word not in owned)))
    if not target or not _SELVES.isdisjoint(told[:1]):
        return None
    owner = frozenset(terms_of(" ".join(owned)))
    office = frozenset() if _OFFICE.isdisjoint(told) else owner  # "Quill's nomination" is Quill
    return Stance(c, favour ^ turned, target | office, owner)


@cache
def _side(word: str) -> bool | None:
    """For, against, or neither."""
    if word in words("disputes", "favouring"):
        return True
    return False if word in words("disputes", "resisting") else None
