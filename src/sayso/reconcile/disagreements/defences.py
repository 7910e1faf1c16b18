"""Somebody is said to have done wrong, and denies it or says to be innocent: "a witch hunt", "not guilty"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.data import any_of, words
from sayso.reconcile.contents import Content, named_terms, proper_terms, root
from sayso.reconcile.disagreements.ground import Ground, before, beside
from sayso.reconcile.terms import stem

NAMED = 3  # terms with which an accusation says of whom
FAR = 1500  # characters from an answer to "the allegations" back to what somebody says

_DUE = frozenset(("must", "should", "if", "could", "may", "might", "can"))
_CLIENT = frozenset(("he", "she", "they", "his", "her", "my", "client"))


def defences(contents: Sequence[Content], ground: Ground) -> Iterator[tuple[Content, Content]]:
    """What somebody is accused of, and where he, or who speaks for him, says that it is not so."""
    done = [(c, doers) for c in contents if (doers := _doers(c, ground)) and not _is_innocent(c)]
    accused = _accused(done, ground)
    answers: defaultdict[str, list[Content]] = defaultdict(list)
    for reply in contents:
        if reply.attribution.polarity == "deny" or _is_innocent(reply):
            for name in sorted(_defended(reply, accused, ground)):
                answers[name].append(reply)
    for charge, doers in done:
        for reply in (reply for name in doers for reply in answers[name]):
            if _alleges(charge, reply, ground) and ground.other_party(charge, reply, documents=True):
                yield charge, reply


def _doers(c: Content, ground: Ground) -> list[str]:
    """The names of persons with which it begins: not "Quill's sister", nor "Quill was shot"."""
    clauses = c.clauses if c.attribution.speaker in ground.law else c.clauses[:1]
    firsts = [sorted(part.places, key=lambda t, part=part: (part.places[t], t))[:NAMED] for part in clauses]  # type: ignore[misc]
    return [name for listed in firsts for name in listed if name in ground.people and _is_doer(name, c)]


def _is_doer(name: str, c: Content) -> bool:
    at = next((n for n, word in enumerate(c.said) if root(stem(word)) == name), len(c.said))
    follows = {stem(word) for word in c.said[at + 1 : at + 3]}
    harmed = "was" in follows and not words("disputes", "crimes").isdisjoint(follows)
    return not harmed and not any(word.endswith(("'s", "s'")) for word in c.said[at : at + 2])


def _accused(done: Sequence[tuple[Content, list[str]]], ground: Ground) -> Mapping[str, frozenset[str]]:
    """Report → the names of the person whom the law accuses there, where it is one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for c, doers in done:
        if c.attribution.speaker in ground.law and _is_crime(c):
            found[c.attribution.report].update(doers)
    names = [proper_terms([e]) for e in ground.chain.entities.values() if e.kind == "person"]
    return {report: frozenset(said) for report, said in found.items() if any(said <= name for name in names)}


def _alleges(charge: Content, reply: Content, ground: Ground) -> bool:
    """Whether it is told as a wrong that he has done, not as what he is to do."""
    how, crime = charge.attribution.polarity, _is_crime(charge)
    if charge.attribution.speaker in ground.law and crime:
        return reply.attribution.speaker not in ground.law
    if not _is_innocent(reply) or how not in ("accuse", "assert"):
        return False
    due = not (words("disputes", "planned") | _DUE).isdisjoint(charge.said)
    if how == "accuse" or (due and not crime):
        return how == "accuse"
    if any_of("disputes", "alleging").search(" ".join(charge.cue)):
        return True
    of_it = not words("disputes", "accusations").isdisjoint(reply.said)
    return of_it and before(charge, reply) and beside(charge, reply, FAR)


def _is_crime(c: Content) -> bool:
    return any(not words("disputes", "crimes").isdisjoint((word, stem(word))) for word in c.said)


def _is_innocent(c: Content) -> bool:
    return bool(any_of("disputes", "innocence").search(" ".join(c.said)))


def _defended(reply: Content, accused: Mapping[str, frozenset[str]], ground: Ground) -> frozenset[str]:
    """The names of persons who say that it is not so, or for whom that is said: "Quill's lawyer said …".

    Without a name the one who stands accused in the report: "My client did nothing wrong".
    """
    a = reply.attribution
    speaker = ground.chain.entities.get(a.speaker or "")
    if speaker is None:
        return frozenset()
    own = named_terms(speaker.name) & ground.people
    clients = (ground.chain.entities[one] for one in ground.allies[speaker.id])
    named = frozenset[str]().union(
        *(named_terms(e.name) & ground.people for e in clients if e.kind == "person")
    )
    if speaker.id not in ground.counsel:
        return named | own if speaker.kind == "person" else named
    source = a.source.of(ground.chain.reports[a.report].text) if a.source else ""
    named |= ground.people & (reply.terms.keys() | named_terms(source)) - own
    return named or (
        frozenset() if _CLIENT.isdisjoint(reply.said[:2]) else accused.get(a.report, frozenset())
    )
