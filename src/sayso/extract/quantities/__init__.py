"""Finds the counts and amounts of a report: number, bound, what is counted, what happened, where, says who.

``find_numbers`` gives the numbers; here each is asked whether it counts something, and the parse says what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.extract.quantities import context, uncounted
from sayso.extract.quantities.bounds import Bound, bound, topical
from sayso.extract.quantities.category import labelled
from sayso.extract.quantities.counted import (
    acts,
    attends,
    called,
    claimant,
    comes_together,
    gathering,
    is_estimate,
    is_given,
    is_large,
    may_be_people,
    noun_of,
    of_those,
    speaks,
    with_second,
    with_stops,
)
from sayso.extract.quantities.dated import dating
from sayso.extract.quantities.elsewhere import elsewhere
from sayso.extract.quantities.implied import implied
from sayso.extract.quantities.numbers import Number, find_numbers
from sayso.extract.quantities.outcome import PEOPLE, alternatives, category_of, is_fact, presupposed
from sayso.extract.quantities.parts import Count, in_millions, is_broken, of_sum, of_whole, parts_of, whole_of
from sayso.extract.quantities.patterns import listed
from sayso.extract.quantities.shot import only_hit, with_the_dead
from sayso.extract.quantities.units import Measure, attached, measure, of_money, words_counted
from sayso.extract.quantities.verbs import index
from sayso.extract.saying import sentence
from sayso.model import Attribution, Category, Entity, Quantity, Report, Timex
from sayso.nlp import Passage
from sayso.span import Span

_SEVERAL, _MANY = 10, 1000  # people of whom a bare number may tell, as what they do shows or as it stands
_TOLD_SINGLY = ("killed", "injured", "abducted", "detained", "missing")  # "a man was shot" is a count of one


def find_quantities(
    passages: Sequence[Passage],
    report: Report,
    times: Sequence[Timex],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity] = (),
) -> tuple[Quantity, ...]:
    """All quantities of a report in text order. One that lies in what somebody says carries that speaker."""
    saying = {a.time for a in attributions if a.time}
    sources = [a.source for a in attributions if a.source is not None]
    found: list[Quantity] = []
    hit, listed_singly, before = set[str](), set[str](), list[Count]()
    for passage in passages:
        here = [t for t in times if passage.whole.overlaps(t.span)]
        around = [a for a in attributions if any(passage.whole.overlaps(part) for part in a.content)]
        counts = before = _counts(passage, here, before, entities, sources)
        ids = [f"{report.id}-q{len(found) + n}" for n in range(len(counts))]
        parts = parts_of(passage, counts)
        counts = [
            of_whole(count, counts[parts[n]]) if n in parts else count for n, count in enumerate(counts)
        ]
        for n, count in enumerate(counts):
            whole = ids[parts[n]] if n in parts else None
            found.append(_quantity(ids[n], report, passage, count, here, around, saying, whole, entities))
            if only_hit(count.tokens, count.noun or count.tokens[-1], count.verb):
                hit.add(ids[n])
            if count.number.form in ("single", "implied"):
                listed_singly.add(ids[n])
    return tuple(with_the_dead([*context.placed(found, report.text)], hit, listed_singly, report.text))


def _counts(
    passage: Passage, times: Sequence[Timex], before: Sequence[Count], entities: Sequence[Entity],
    sources: Sequence[Span],
) -> list[Count]:  # fmt: skip
    """The counts of a passage; one without a noun of its own takes over the noun of the one before.

    That may stand at the end of the passage ``before``. Those who speak (``sources``) are not who it counts.
    """
    found: list[Count] = [c for c in before if sentence(c.tokens[0]).end == len(c.tokens.doc)]
    ahead, told_of = len(found), [*found]
    dated = [t.span for t in times if t.type in ("DATE", "TIME")]
    numbers = [*find_numbers(passage.text, with_stops(passage.doc)), *implied(passage.doc)]
    for number in sorted(numbers, key=lambda number: (number.span.start, -number.span.end)):
        if number.form == "ordinal" or any(span.overlaps(number.span.shift(passage.start)) for span in dated):
            continue
        scaled = in_millions(passage.doc, number, found)
        alone = _count(passage, scaled) if scaled else None
        few = alone and alone.category == "other" and (alone.bound.high or _SEVERAL) < _SEVERAL
        if alone and few and any(source.contains(passage.span(alone.tokens)) for source in sources):
            continue  # "two officials said", "a lawyer for six players said": who speaks
        bare = alone and alone.noun is None and claimant(alone.tokens)
        if alone and bare and not context.giver(passage, alone.tokens, entities):
            continue  # whose number it is cannot be told
        if alone and (count := _gone_on(alone, told_of)):
            found.append(count)
            who = count.noun or count.tokens[0]
            cited = who.dep_ == "dobj" and who.head.lower_ in ("citing", "quoting")
            if not cited and not any(source.contains(passage.span(who)) for source in sources):
                told_of.append(count)
    del found[:ahead]
    return [count for count in found if not is_broken(count, found)]


def _gone_on(count: Count, before: list[Count]) -> Count | None:
    """A count with what it takes over; None for a bare number that only acts, and goes on counting nothing.

    Of people it counts no one party: "four crew were aboard; 20 survived".
    """
    found, noun = _inherited(count, before), count.noun
    estimate = is_estimate(count.tokens, count.number)
    unstated = is_given(count.tokens) and count.number.low >= _MANY and "," in count.tokens.text
    own = count.number.percent or is_large(count.number, count.tokens.text) or estimate
    if noun is not None or count.measure or count.category != "other" or own or of_those(count.tokens):
        nothing = estimate and not unstated and found.noun is None and found.category == "other"
        return None if nothing else found
    if found.noun is not None and may_be_people(found.noun, strictly=True):
        return found if elsewhere(count.tokens) else replace(found, unit="people")
    if found.noun is None and speaks(count.tokens) and count.number.low >= _SEVERAL:
        return replace(found, unit="people")
    further = count.tokens.doc[count.tokens.end : count.tokens.end + 1].text == "more"  # "and 40 more burned"
    counts = found.noun is not None and found.noun.lower_ in listed("overtaking", "counted")
    there = (found.noun is not None or found.category in PEOPLE) and elsewhere(count.tokens)
    return found if counts or there or (found.noun is not None and further) else None


def _count(passage: Passage, number: Number) -> Count | None:
    """What a number counts, None if nothing."""
    doc, text = passage.doc, passage.text
    tokens = doc.char_span(number.whole.start, number.whole.end, alignment_mode="expand")
    if tokens is None:
        return None
    listing = number.form == "implied" and len(tokens) > 1
    unit = None if listing else measure(text, number)
    if unit is None and (attached(text, number) or uncounted.is_difference(text, number)):
        return None
    noun = None if unit else tokens.root if listing else noun_of(doc, tokens)
    if noun is not None and noun.i > tokens.end and (unit := of_money(text, noun.idx, number)):
        noun = None
    if unit is None and not listing and uncounted.is_name(tokens, noun) and not labelled(tokens):
        return None
    lasting = unit is not None and unit.category == "duration"
    limits = topical(doc, number, bound(text, number), lasting)
    if unit is not None and limits.modifier == "share" and not number.percent:  # "half an hour"
        limits = replace(limits, modifier="exact")
    people = noun is not None and noun.lower_ in listed("people", "generic")
    if limits.modifier == "exact" and unit is None and uncounted.is_year(number, text) and not people:
        return None
    category, verb = category_of(tokens, noun, unit, limits)
    if not _sound(tokens, noun, unit, number, category):
        return None
    shared: Category = "share" if number.percent or number.form == "part" else "other"
    last = with_second(noun) if noun is not None else None
    end = max(limits.end, unit.end if unit else 0, last.idx + len(last) if last is not None else 0)
    coming = noun is not None and number.low > 1 and comes_together(noun)  # "Thousands march", in a headline
    words = "people" if listing or coming else _unit(text, limits, last, unit)
    category = category or (index("subject").get(noun.lower_) if noun is not None and coming else None)
    if unit is None and not number.percent and (kind := called(tokens, noun)) is not None:
        noun, words = kind, words_counted(text[kind.left_edge.idx : kind.idx + len(kind)])
    return Count(number, limits, tokens, noun, unit, category or shared, verb, words, end)


def _sound(
    tokens: Tokens, noun: Token | None, unit: Measure | None, number: Number, category: Category | None
) -> bool:
    """Whether the number counts something, as far as the text is clear."""
    if number.form in ("single", "implied"):
        return category in _TOLD_SINGLY
    if number.form == "vague" and number.high is None:
        return category in PEOPLE and noun is not None
    if unit is not None:
        return not (unit.age and uncounted.is_age_of_person(tokens, unit.end))
    if number.percent:
        return True
    one = number.value == 1 and number.form == "words"
    if one and (uncounted.is_each(tokens) or (noun is not None and category is None)):
        return False
    if noun is None:
        told = (category is not None or acts(tokens, number)) and not uncounted.is_bare_age(tokens, number)
        amount = is_large(number, tokens.text) or is_estimate(tokens, number) or of_those(tokens)
        return told or amount or elsewhere(tokens)
    if category == "population" and number.form != "part" and number.low < 100:
        return False
    return category is not None or not uncounted.refers_back(tokens, noun, number)


def _unit(text: str, limits: Bound, noun: Token | None, unit: Measure | None) -> str:
    """What is counted, in words."""
    if unit is not None:
        return unit.unit
    if noun is None:
        return ""
    if noun.idx < limits.end:
        return noun.text
    return words_counted(text[limits.end : noun.idx + len(noun)]) or (
        "person" if noun.lower_ == "old" else ""
    )


def _inherited(count: Count, before: list[Count]) -> Count:
    """A bare number ("and wounded 30") counts what the last number of the sentence counted.

    So does one behind a verb of counting ("organisers spoke of 10,000"), also in the next sentence; what
    happened to those is said before it, too.
    """
    if (amount := of_sum(count, before)) is not None:
        return amount
    own = count.noun is not None and count.noun.pos_ != "PRON"
    if own or count.measure is not None or count.number.percent:
        return count
    estimate = count.category == "other" and is_estimate(count.tokens, count.number)
    if estimate and (crowd := gathering(count.tokens)) is not None:
        return replace(count, unit="people", noun=crowd)
    start, doc = sentence(count.tokens[0]).start, count.tokens.doc
    far = of_those(count.tokens) or (count.category == "other" and count.number.low >= _MANY)
    reach = sentence(doc[start - 1]).start if (far or estimate) and start else start
    if count.noun is not None:  # "12 people in two cars, four of them"
        earlier = [c for c in before if c.tokens.doc is not doc or c.tokens.start < start]
        before = [whole] if (whole := whole_of(count, before)) else earlier
    fates = {c.category for c in before if c.category in PEOPLE and c.tokens[0] in doc[reach:start]}
    if count.category == "population" or (estimate and len(fates) > 1):
        before = []  # "8 died, 40 were hurt. The figure was 12": of whom?
    if attends(count.tokens):
        before = [c for c in before if c.category not in PEOPLE]  # "two were hurt. 10,000 had gathered"
    for other in reversed(before):
        if other.tokens.doc is not doc:  # at the end of the passage before
            if not far or start:
                break
            other = replace(other, tokens=doc[:1])
        told = other.tokens.start >= reach and other.noun is None and other.number.value != 1
        if told and other.category in PEOPLE and (estimate or elsewhere(count.tokens)):
            return replace(count, unit=other.unit, category=other.category)  # "Hale put it at 9"
        if other.tokens.start < reach or other.noun is None or other.noun.pos_ == "PRON":
            continue
        if count.noun is None and context.is_beyond(doc.text, other.bound, other.end, count.bound):
            continue  # "40 hurt, including nine children. The port spoke of 30"
        if count.category in PEOPLE and other.category not in PEOPLE and not may_be_people(other.noun, True):
            break  # "destroyed thousands of houses and left 20,000 homeless"
        if other.tokens.start >= start or other.unit == "people" or may_be_people(other.noun, strictly=True):
            same = estimate or (count.category == "other" and elsewhere(count.tokens))
            category = other.category if same else count.category
            dead = index("counted").get(other.noun.lemma_.lower()) == "killed" != category
            one = other.number.value == 1 != count.number.value
            unit = "people" if dead or one else other.unit  # "52 martyrs and 130 wounded", "a man …, 12 hurt"
            return replace(count, unit=unit, noun=other.noun, category=category)
    if estimate and attends(count.tokens):
        return replace(count, unit="people", noun=count.tokens.root)
    return replace(count, unit="people" if count.category in (*PEOPLE, "population") else "")


def _quantity(
    name: str, report: Report, passage: Passage, count: Count, times: Sequence[Timex],
    attributions: Sequence[Attribution], saying: set[str], whole: str | None,
    entities: Sequence[Entity],
) -> Quantity:  # fmt: skip
    span = Span(count.bound.start, max(count.end, count.number.whole.end)).shift(passage.start)
    number = count.number.span.shift(passage.start)
    giver = context.giver(passage, count.tokens, entities)
    holder = None if claimant(count.tokens) else context.voice(number, attributions)
    phrase = passage.tokens(span) if count.category in PEOPLE else None
    event, counted = dating(passage, span, count.verb, count.category, times, saying)
    aged = count.measure is not None and count.measure.age  # "a 19-year-old vessel under the flag of …"
    proposed = context.proposed(count.verb) and not is_fact(count.noun or count.tokens.root.head, count.verb)
    told = (count.noun or count.tokens.root) if count.category == "other" else None
    said = holder is not None and context.is_denied(passage, holder, told)
    belied = context.is_belied(passage.text, count.number.whole.start, span.end - passage.start)
    denied = belied == "of" or (bool(said or belied) and not presupposed(count.noun, count.verb))
    denied = denied or context.is_ruled_out(passage.text, count.bound.start, count.category in PEOPLE)
    if proposed:  # "would cut 40 jobs by May": nobody has counted them by then
        event, counted = event or counted, None
    return Quantity(
        id=name, report=report.id, span=span, number=number, value=count.number.value,
        low=count.bound.low, high=count.bound.high, modifier=count.bound.modifier,
        unit=count.unit, category=count.category,
        party=context.party(count.noun, count.unit) if count.measure is None else None,
        place=None if aged else context.place(count.tokens, count.verb, sentence(count.tokens[0]), entities),
        proposed=proposed or denied, denied=denied,
        part_of=whole, also=alternatives(phrase, count.category) if phrase else (),
        time=event, counted=counted,
        speaker=holder.speaker if holder else giver.id if giver else None,
        relay=holder.relay if holder else (giver.name,) if giver else (),
        attribution=holder.id if holder else None,
    )  # fmt: skip
