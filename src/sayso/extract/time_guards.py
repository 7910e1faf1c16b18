"""Checks that a match of the time grammar must pass in its sentence, and the tense in which it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from spacy.tokens import Token
from spacy.tokens import Span as Tokens

from sayso.data import words
from sayso.extract.time_tokens import Word

Tense = Literal["past", "future", "unknown"]


def tense(part: Tokens) -> Tense:
    """The tense of the verb on which a time expression hangs: what is planned counts as future."""
    token = part.root
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            if found := _verb_tense(token):
                return found
        if token.head == token:
            break
        token = token.head
    return "unknown"


def _verb_tense(verb: Token) -> Tense | None:
    """None where the verb above it decides (an infinitive, a participle)."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    perfect = any(helper.lemma_.lower() == "have" for helper in helpers)
    if any(helper.lower_ in words("times", "future") for helper in helpers):
        return "past" if perfect else "future"
    if any(helper.lower_ == "to" for helper in helpers):
        return "future" if verb.head.lemma_.lower() in words("times", "plans") else None
    if verb.lemma_.lower() in words("times", "planning"):
        return "future"
    tags = {verb.tag_, *(helper.tag_ for helper in helpers)}
    if "VBD" in tags or ("VBN" in tags and perfect):
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past" if verb.dep_ not in ("ccomp", "xcomp") else None
    return None if verb.tag_ == "VBG" and verb.dep_ in ("relcl", "acl", "xcomp", "pcomp") else "unknown"


def since_clause(part: Tokens) -> int | None:
    """Where "since the talks began on May 3" begins, in characters of the passage, if ``part`` ends such a clause."""
    verb = part.root
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "since"), None)
    within = verb.pos_ == "VERB" and mark is not None and mark.i < verb.i < part.start
    return mark.idx if within and mark is not None else None


Guard = Callable[[Sequence[Word], Sequence[Word], Sequence[Word], Tokens], bool]


def _month(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """A month that is alone may be a name or a verb: "May", "the March to the capital", "April Jones"."""
    if len(inside) > 1:
        return True
    if inside[0].text in ("may", "march"):
        return bool(before and before[-1].text in words("times", "monthly"))
    return part.root.ent_type_ not in ("PERSON", "ORG", "GPE")


def _year(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """Four digits are a year where a preposition, a range or the entity recogniser says so, and no amount is counted."""
    if any("YEAR" not in word.classes for word in inside):
        return True
    if before and before[-1].text in words("times", "nocount"):
        return False
    if after and after[0].text in words("times", "counted"):
        return False
    if len(after) > 1 and "DASH" in after[0].classes and "YEAR" in after[1].classes:
        return True
    return part.root.ent_type_ == "DATE" or bool(before and before[-1].text in words("times", "yearly"))


def _season(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """A bare season needs an article or a preposition, and must be a noun: "fall", "spring" are verbs too."""
    if not part.root.pos_ in ("NOUN", "PROPN") or (after and after[0].text in words("times", "sporty")):
        return False
    return len(inside) > 1 or bool(
        before and before[-1].text in ("in", "since", "by", "until", "during", "next", "and", "or")
    )


def _clock(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """A bare 12:30 may be a score or a verse; "noon" and "10 p.m." are times of the clock."""
    if any("AMPM" in word.classes for word in inside) or any(
        w.text in ("noon", "midnight", "o'clock") for w in inside
    ):
        return True
    return bool(
        before
        and before[-1].text in ("at", "around", "about", "by", "until", "after", "before", "from", "since")
    )


def _single(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "The past years" is another rule's."""
    return not inside[-1].text.endswith("s")


def _chain(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "The same day", "that year"; a bare "the day" says no date."""
    return any(word.classes & {"CHAIN"} for word in inside) and not inside[-1].text.endswith("s")


def _clauseless(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "The day before." hangs on the date said before, "the day before the vote" on the vote."""
    return not after or not (
        after[0].text[0].isalnum()
        and after[0].text not in ("at", "in", "and", "by", "on", "to", "of", "for", "that", "but", "when")
    )


def _bareunits(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "For years": a bare plural counts as a duration after a few prepositions."""
    return bool(before and before[-1].text in ("for", "in", "within", "after", "over"))


def _duration(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "A day", "one minute" count; "$3 a day" is a rate."""
    if inside[0].text == "a" and inside[-1].text == "second":
        return False
    return not (inside[0].text in ("a", "an") and before and _ends_amount(before))


def _ends_amount(before: Sequence[Word]) -> bool:
    return "DIGITS" in before[-1].classes or before[-1].text in (
        "million",
        "billion",
        "thousand",
        "%",
        "percent",
        "times",
        "once",
        "twice",
        "dollars",
        "barrels",
        "tons",
        "cents",
        "bpd",
    )


def _yearend(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    return inside[0].text == "year"


def _now(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """No "now that", no "from now on"."""
    return (
        part.root.tag_ == "RB"
        and not (after and after[0].text in ("that",))
        and not (before and before[-1].text == "until")
    )


def _hyphened(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """An age is a time only of something that lasts: "six-month-old war", no "six-year-old boy", no "three-quarters"."""
    texts = {word.text for word in inside}
    if "quarters" in texts:
        return False
    return "old" not in texts or bool(after and texts & {"month", "week", "day"}) or _lasting(after)


def _lasting(after: Sequence[Word]) -> bool:
    return any(word.text in words("times", "lasting") for word in after[:3])


def _quarter(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "The quarter" of a year, not of a town; a bare "the period" says no date."""
    return inside[-1].text == "quarter" or len(inside) > 2


def _yearwords(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "Nineteen ninety-six", not "nineteen people"."""
    return len(inside) > 1 and not (after and after[0].text in words("times", "counted"))


def _periodic(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """No newspaper of that name."""
    return part.root.pos_ in ("ADJ", "ADV") and part.root.ent_type_ not in ("ORG", "PERSON", "WORK_OF_ART")


def _noun(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """ "The past" is a time, "the past president" is not."""
    return part.root.pos_ in ("NOUN", "ADV", "PROPN") and not (
        after and after[0].text in ("contracts", "prices", "markets")
    )


def _opening(before: Sequence[Word], inside: Sequence[Word], after: Sequence[Word], part: Tokens) -> bool:
    """At the head of a sentence."""
    return bool(part[0].is_sent_start) and bool(len(inside) > 1 or (after and "COMMA" in after[0].classes))


GUARDS: dict[str, Guard] = {
    name.removeprefix("_"): guard
    for name, guard in (
        ("month", _month), ("year", _year), ("season", _season), ("clock", _clock), ("single", _single),
        ("chain", _chain), ("clauseless", _clauseless), ("bareunits", _bareunits), ("duration", _duration),
        ("yearend", _yearend), ("now", _now), ("hyphened", _hyphened), ("quarter", _quarter), ("yearwords", _yearwords), ("periodic", _periodic), ("noun", _noun),
        ("opening", _opening),
    )
}  # fmt: skip
