"""What the parties do not agree on. sayso lays the sides beside each other and rules on none of them.

Each kind has its own narrow pattern: a denial and what it denies, a refusal and the vow or demand on the
same topic, two accusations that answer each other, a concession and the speaker's own earlier claim,
figures that conflict. Where no word is shared, the name does it: "dismissed Quill's concerns"
(``replies``), who is accused (``defences``), what one is for or against (``stances``). A denial of which
no report says who made the claim has one side only, and is not shown.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import product

from sayso.model import Attribution, Quantity
from sayso.reconcile.contents import Content, content, terms_of
from sayso.reconcile.disagreements.clashes import Clash, clashes
from sayso.reconcile.disagreements.ground import Ground, ground_of
from sayso.reconcile.joining import Sets
from sayso.reconcile.origins import Chain, Say
from sayso.span import hull
from sayso.story import Disagreement, Dispute, Figure, Side


def find_disagreements(
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    quantities: Sequence[Quantity],
    chain: Chain,
) -> tuple[Disagreement, ...]:
    """All disagreements of a story, the clearest first."""
    denials = {a.id: a for a in attributions if a.polarity == "deny"}
    made_up = {a.id for a in attributions if a.nested_in in denials and _only_denied(a, denials[a.nested_in])}
    told = (a for a in attributions if a.content and a.id not in made_up)
    contents = [content(a, chain.reports[a.report]) for a in told]
    ground = ground_of(attributions, contents, chain)
    made = [*_gathered(list(clashes(contents, ground)), ground), *_of_figures(figures, quantities)]
    return tuple(
        Disagreement(f"d{number}", topic, kind, sides)
        for number, (topic, kind, sides) in enumerate(made, start=1)
    )


def _only_denied(inner: Attribution, denial: Attribution) -> bool:
    """ "Denied that Quill had asked for it": nobody says he did. "Denied Quill's claim …": he says so."""
    source, starts = inner.source, {span.start for span in denial.content}
    return source is not None and source.start in starts and inner.cue[0].start <= source.end + 1


# ---- putting clashes together ----

Made = tuple[str, Dispute, tuple[Side, ...]]


def _gathered(found: Sequence[Clash], ground: Ground) -> list[Made]:
    """Clashes of one kind on one topic that share a statement are one disagreement; the clearest first.

    An answer without a topic of its own ("rejects this") goes with what the two parties else say there.
    """
    joined = Sets(range(len(found)))
    topics: dict[tuple[object, ...], int] = {}
    parties: dict[tuple[object, ...], int] = {}
    bare: list[tuple[tuple[object, ...], int]] = []
    said: dict[tuple[object, ...], int] = {}
    for i, clash in enumerate(found):
        kind = clash.type, clash.about
        terms = sorted(_shared(clash) - ground.proper) if clash.about is None else []
        for one, term in product(_ids(clash), ["", *terms] if clash.whole else terms):
            joined.join(topics.setdefault((*kind, one, term), i), i)
        for one in _ids(clash):
            key = *kind, one, _parties(clash)
            if terms:
                parties.setdefault(key, i)
            else:
                bare.append((key, i))
        # copies of a report, whose unnamed speakers are not known to be one
        joined.join(said.setdefault((*kind, tuple(clash.one.said), tuple(clash.other.said)), i), i)
        if clash.one.attribution.report == clash.other.attribution.report:  # "rejected this, insisting that"
            for one in _ids(clash):
                joined.join(said.setdefault((clash.about, one, _parties(clash)), i), i)
    for answered, i in bare:
        joined.join(parties.setdefault(answered, i), i)
    made: list[tuple[float, Made]] = []
    for numbers in joined.sets():
        group = sorted((found[i] for i in numbers), key=lambda c: (-c.strength, _ids(c)))
        topic = next(filter(None, (_topic_words(clash, ground) for clash in group)), "")
        made.append((group[0].strength, (topic, group[0].type, _sides(group, ground))))
    return [one for _, one in sorted(made, key=lambda pair: (-pair[0], pair[1][0], pair[1][2][0].members))]


def _parties(clash: Clash) -> str:
    return " ".join(sorted(c.attribution.speaker or "" for c in (clash.one, clash.other)))


def _ids(clash: Clash) -> tuple[str, str]:
    return clash.one.attribution.id, clash.other.attribution.id


def _shared(clash: Clash) -> set[str]:
    return clash.one.terms.keys() & clash.other.terms.keys()


def _topic_words(clash: Clash, ground: Ground) -> str:
    """The words that two sides have in common, as one of them says them; else those of the other side."""
    shared = _shared(clash) - {*terms_of("per cent"), *terms_of("percent")} if clash.about is None else set()
    answer, claim = (_content_words(c, shared, ground) for c in (clash.other, clash.one))
    return answer if shared and answer else claim if shared else _content_words(clash.one, None, ground)


def _content_words(c: Content, kept: Set[str] | None, ground: Ground) -> str:
    """The words of a content that stand for some terms, or for any, in its order."""
    report = ground.chain.reports[c.attribution.report]
    spans = c.attribution.content if kept is not None else c.attribution.content[-1:]
    said = " ".join(span.of(report.text) for span in spans).split()
    found = [word for word in said if any(kept is None or term in kept for term in terms_of(word))]
    return " ".join(dict.fromkeys(word.strip("\"'“”‘’.,;:!?()") for word in found[:6]))


def _sides(group: Sequence[Clash], ground: Ground) -> tuple[Side, ...]:
    """One side a voice; where one party corrects itself, its earlier words and its later."""
    said = [c.attribution for clash in group for c in (clash.other, clash.one)]
    one_voice = _one_voice(said, ground.chain)
    sides: dict[str | None, set[str]] = {}
    for a in said:
        sides.setdefault(one_voice.get(a.speaker, a.speaker), set()).add(a.id)
    if len(sides) == 1 or group[0].type == "correction":
        party, then = (c.attribution.speaker for c in (group[0].one, group[0].other))
        first, later = ({_ids(clash)[k] for clash in group} for k in (0, 1))
        return Side(party, tuple(sorted(first - later or first))), Side(then, tuple(sorted(later)))
    return tuple(Side(party, tuple(sorted(members))) for party, members in sides.items())


def _one_voice(said: Sequence[Attribution], chain: Chain) -> Mapping[str | None, str | None]:
    """Speaker → the one that it probably is: "prosecutors" of two copies."""
    voices = chain.voices(Say(a.report, hull(a.content), a.speaker, a.relay) for a in said)
    return {one: voice.entity for voice in voices for one in voice.others}


def _of_figures(figures: Iterable[Figure], quantities: Sequence[Quantity]) -> Iterator[Made]:
    known = {q.id: q for q in quantities}
    for figure in figures:
        if figure.agreement == "conflicts":
            clashing = {name for p in figure.pairs if p.agreement == "conflicts" for name in (p.a, p.b)}
            bounds = {(known[name].low, known[name].high) for name in clashing}  # the others only grew
            sides = [q for q in map(known.__getitem__, figure.own) if (q.low, q.high) in bounds]
            yield figure.label, "figure_conflict", _figure_sides(sides)


def _figure_sides(members: Sequence[Quantity]) -> tuple[Side, ...]:
    """Those with the same bounds are one side, lowest first; of a party where one alone says so."""
    told: defaultdict[tuple[float, float], list[Quantity]] = defaultdict(list)
    for q in members:
        told[math.inf if q.low is None else q.low, math.inf if q.high is None else q.high].append(q)
    speakers = {bounds: {q.speaker for q in side} for bounds, side in told.items()}
    return tuple(
        Side(
            min(speakers[bounds], key=str) if len(speakers[bounds]) == 1 else None,
            tuple(sorted(q.id for q in told[bounds])),
        )
        for bounds in sorted(told)
    )
