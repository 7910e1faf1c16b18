"""Checks that a match of the time grammar must pass in its sentence, and the tense in which it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import words
from sayso.extract.time_tokens import Word

Tense = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True)
class Place:
    """A match where it stands: the tokens around it (two before, three after) and the parse of its own."""

    before: Sequence[Word]
    inside: Sequence[Word]
    after: Sequence[Word]
    part: Tokens

    def follows(self, listed: str) -> bool:
        """Whether the word before is on a list of the lexicon."""
        return bool(self.before) and self.before[-1].text in words("times", listed)

    def precedes(self, listed: str) -> bool:
        """Whether the word after is on a list of the lexicon."""
        return bool(self.after) and self.after[0].text in words("times", listed)

    @property
    def texts(self) -> set[str]:
        """The words of the match."""
        return {word.text for word in self.inside}


# ---- tense ----


def tense(part: Tokens) -> Tense:
    """The tense of the verb on which a time expression hangs: what is planned counts as future.

    Past only where the expression is an adverbial of the verb itself: not in "notes due May 3 were sold".
    """
    token, direct = part.root, True
    if token.dep_ == "poss":
        return "unknown"  # "Wednesday's ruling"
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") and (found := _verb_tense(token)):
            return found if direct or found != "past" else "unknown"
        direct = direct and (token in part or token.pos_ in ("ADP", "VERB", "AUX", "SCONJ"))
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
    if any(helper.lower_ in words("times", "able") for helper in helpers):
        return "past" if perfect else "unknown"
    if any(helper.lower_ == "to" for helper in helpers):
        return "future" if verb.head.lemma_.lower() in words("times", "plans") else "unknown"
    if verb.lemma_.lower() in words("times", "planning"):
        return "future"
    if verb.tag_ in ("VBZ", "VBP") and not helpers and verb.lemma_.lower() in words("times", "scheduled"):
        return "future"  # "the talks resume on Monday"
    tags = {verb.tag_, *(helper.tag_ for helper in helpers)}
    if "VBD" in tags or ("VBN" in tags and perfect):
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past" if verb.dep_ not in ("ccomp", "xcomp") else None
    return None if verb.tag_ == "VBG" and verb.dep_ in ("relcl", "acl", "xcomp", "pcomp") else "unknown"


def since_clause(part: Tokens) -> int | None:
    """Where "since the talks began on May 3" begins, in characters of the passage, if ``part`` ends one."""
    verb = part.root
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "since"), None)
    if mark is None or verb.pos_ != "VERB" or not mark.i < verb.i < part.start:
        return None
    return int(mark.idx)


# ---- guards: True lets the match pass ----


def _month(place: Place) -> bool:
    """A month that is alone may be a name or a verb: "May", "the March to the capital", "April Jones"."""
    if len(place.inside) > 1:
        return True
    if place.texts & {"may", "march"}:
        return place.follows("monthly")
    return place.part.root.ent_type_ not in ("PERSON", "ORG", "GPE")


def _year(place: Place) -> bool:
    """Four digits are a year after a preposition, in a range, or as a DATE entity; never where they count."""
    if any("YEAR" not in word.classes for word in place.inside):
        return True
    if place.follows("nocount") or place.precedes("counted"):
        return False
    after = place.after
    if len(after) > 1 and "DASH" in after[0].classes and "YEAR" in after[1].classes:
        return True
    return place.part.root.ent_type_ == "DATE" or place.follows("yearly")


def _yearwords(place: Place) -> bool:
    """ "Nineteen ninety-six", not "nineteen people"."""
    return len(place.inside) > 1 and not place.precedes("counted")


def _season(place: Place) -> bool:
    """A bare season needs an article or a preposition, and must be a noun: "fall", "spring" are verbs too."""
    if place.part.root.pos_ not in ("NOUN", "PROPN") or place.precedes("seasonal"):
        return False
    return len(place.inside) > 1 or place.follows("yearly")


def _clock(place: Place) -> bool:
    """A bare 12:30 may be a score or a verse; "noon" and "10 p.m." are times of the clock."""
    if place.texts & {"noon", "midnight", "o'clock"} or any("AMPM" in word.classes for word in place.inside):
        return True
    return place.follows("clocked")


def _singular(place: Place) -> bool:
    """ "The past years" is another rule's."""
    return not place.inside[-1].text.endswith("s")


def _chain(place: Place) -> bool:
    """ "The same day", "that year"; a bare "the day" says no date."""
    return any("CHAIN" in word.classes for word in place.inside) and _singular(place)


def _ends(place: Place) -> bool:
    """ "The day before." hangs on the date said before, "the day before the vote" on the vote."""
    return not place.after or not place.after[0].text[:1].isalnum() or place.precedes("ending")


def _plural(place: Place) -> bool:
    """ "For years": a bare plural counts as a duration after a few prepositions."""
    return place.follows("lasted")


def _duration(place: Place) -> bool:
    """ "A day" counts; "$3 a day" is a rate, "a second attack" an ordinal."""
    if place.after and place.after[0].text == "old":
        return False
    if place.inside[0].text not in ("a", "an"):
        return True
    counted = bool(place.before) and "DIGITS" in place.before[-1].classes
    return place.inside[-1].text != "second" and not counted and not place.follows("rated")


def _hyphened(place: Place) -> bool:
    """Ages of what lasts: "six-month-old war", no "six-year-old boy", "three-quarters"."""
    if "quarters" in place.texts:
        return False
    return "old" not in place.texts or any(word.text in words("times", "lasting") for word in place.after)


def _quarter(place: Place) -> bool:
    """A bare "the period" says no date."""
    return place.inside[-1].text == "quarter" or len(place.inside) > 2


def _yearend(place: Place) -> bool:
    """ "Year-end", no other unit."""
    return place.inside[0].text == "year"


def _now(place: Place) -> bool:
    """The adverb; no "now that"."""
    return place.part.root.tag_ == "RB" and not (place.after and place.after[0].text == "that")


def _periodic(place: Place) -> bool:
    """ "Daily" as an adjective or adverb, no newspaper of that name."""
    root = place.part.root
    return root.pos_ in ("ADJ", "ADV") and root.ent_type_ not in ("ORG", "PERSON", "WORK_OF_ART")


def _noun(place: Place) -> bool:
    """ "The past" is a time, "the past president" is not."""
    return place.part.root.pos_ in ("NOUN", "ADV", "PROPN")


def _opening(place: Place) -> bool:
    """At the head of a sentence; one word alone before a comma."""
    alone = len(place.inside) == 1
    return bool(place.part[0].is_sent_start) and (
        not alone or bool(place.after and place.after[0].text == ",")
    )


def _capital(place: Place) -> bool:
    """A named day is a name, but not of a person or a place."""
    return place.part.root.text[0].isupper() and place.part.root.ent_type_ not in ("PERSON", "GPE")


GUARDS: dict[str, Callable[[Place], bool]] = {
    "capital": _capital,
    "chain": _chain,
    "clock": _clock,
    "duration": _duration,
    "ends": _ends,
    "hyphened": _hyphened,
    "month": _month,
    "noun": _noun,
    "now": _now,
    "opening": _opening,
    "periodic": _periodic,
    "plural": _plural,
    "quarter": _quarter,
    "season": _season,
    "singular": _singular,
    "year": _year,
    "yearend": _yearend,
    "yearwords": _yearwords,
}
