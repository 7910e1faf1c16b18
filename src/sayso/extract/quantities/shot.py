"""Who is shot may be dead: "seven people were shot, two of them fatally" counts seven, but not seven injured.

What happened to all of them the text does not say in one word, so the count has no category; the dead among
them keep theirs. Where nobody is said to have died, or only others, those shot are injured.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.quantities.patterns import listed
from sayso.model import Quantity

_AFTER, _BEFORE = 300, 150  # characters behind and before a count within which its dead are told
_TOGETHER = 120  # characters within which the dead and the hurt of one deed are told
_NEAR = 4  # tokens behind a count in which its verb is looked for
_WORD = re.compile(r"[^\W\d_]+")
_AGED = re.compile(r"\b(\d{1,3}|[a-z]{3,9})[\s-](?:year|month)s?[\s-]old\b", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|(?:was|were) (?:also )?(?:killed|pronounced dead)|succumbed|fatally)\b")


def only_hit(tokens: Tokens, last: Token, verb: Token | None) -> bool:
    """Whether it is only said that those counted were shot, stabbed or hit, not how they fared."""
    doc = tokens.doc
    near = [*doc[max(0, tokens.start - 1) : tokens.start], *doc[last.i + 1 : last.i + 1 + _NEAR]]
    lemmas = {token.lemma_.lower() for token in (*near, last, *([verb] if verb is not None else []))}
    return bool(lemmas & listed("clause", "hitting")) and not lemmas & listed("clause", "hurting")


def with_the_dead(
    found: Sequence[Quantity], hit: Collection[str], told: Collection[str], text: str
) -> Iterator[Quantity]:
    """The quantities of a report. Of those ``hit`` (their ids) none with dead among them are injured.

    Of ``told``, who are told of one by one, whoever may be one of the dead is no count of his own.
    """
    dead = [q for q in found if q.category == "killed" and q.value]
    hurt = [q for q in found if q.category == "injured" and q.value]
    wholes = {q.part_of for q in found}
    for q in found:
        among = q.id in hit and q.category == "injured" and not _others(q, text)
        died = among and (_dead_among(q, dead, hurt) or _named(q, text))
        same = among and q.id in told and any(_same(q, d, text) for d in dead)
        if not (same and q.id not in wholes):
            yield replace(q, category="other") if died or same else q


def _others(q: Quantity, text: str) -> bool:
    """Whether others are counted than those told of before: "three others", "another man"."""
    said = {q.number.of(text).lower(), *q.unit.lower().split()}
    return bool(words("counting", "rest") & said)


def _dead_among(hit: Quantity, dead: Sequence[Quantity], hurt: Sequence[Quantity]) -> bool:
    """Whether fewer are told dead near by, or the dead and the hurt that stand beside them add up to it."""
    for d in dead:
        behind, before = d.span.start - hit.span.end, hit.span.start - d.span.end
        near = -len(hit.span) <= behind <= _AFTER or 0 <= before <= _BEFORE
        beside = (h for h in hurt if h.id != hit.id and _close(d, h, _TOGETHER))
        if (near and _size(d) < _size(hit)) or any(_size(d) + _size(h) == hit.value for h in beside):
            return True
    return False


def _named(hit: Quantity, text: str) -> bool:
    """Whether somebody is told to have died right behind, by name."""
    return _size(hit) > 1 and bool(_DIED.search(text, hit.span.end, hit.span.end + 200))


def _same(hit: Quantity, dead: Quantity, text: str) -> bool:
    """Whether those who were hit may be those who died: as many near by, or one who is called alike."""
    if set(_WORD.findall(text[hit.span.end :][:_BEFORE].lower())) & listed("clause", "living"):
        return False
    if not _size(hit) == _size(dead) == 1:
        several = hit.value == dead.value or min(_size(hit), _size(dead)) > 1
        return several and _close(hit, dead, _AFTER)
    ages = [_AGED.search(text, q.span.start, q.span.end + _TOGETHER // 4) for q in (hit, dead)]
    if ages[0] and ages[1]:
        return ages[0][1].lower() == ages[1][1].lower()
    return hit.unit.lower().split()[-1:] == dead.unit.lower().split()[-1:]


def _size(q: Quantity) -> float:
    return q.value or 0


def _close(a: Quantity, b: Quantity, within: int) -> bool:
    return max(a.span.start, b.span.start) - min(a.span.end, b.span.end) <= within
