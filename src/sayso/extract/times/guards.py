"""Checks that a match of the time grammar must pass in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from sayso.data import words
from sayso.extract.times.tokens import BREAK, Word


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


# ---- guards: True lets the match pass ----


def _nth(place: Place) -> bool:
    """ "The first Monday of each month", "the last Friday in May": no weekday of this week."""
    around = [*place.before[-1:], *place.inside]
    nth = any("ORDINAL" in word.classes or word.text == "last" for word in around)
    part_of = any(word.text in ("of", "in") for word in place.after[:1])
    return nth and part_of and "WEEKDAY" in around[-1].classes


_COMMON = {"UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS", "DAYPART", "today", "tomorrow", "tonight"}


def is_name(place: Place) -> bool:
    """Common words in capitals within a sentence: "on Sixty Minutes", "the Six-Day War", "Bloody Sunday"."""
    part = place.part
    if _nth(place):
        return True
    if place.follows("storied") and part.start and part.doc[part.start - 1].text[0].isupper():
        return True
    quoted = len(place.inside) == 1 and bool(place.before) and not place.before[-1].text.isalnum()
    if part[0].is_sent_start or quoted or not any(word.classes & _COMMON for word in place.inside):
        return False
    own = [token for token in part if token.is_alpha]
    others = [t for t in part.sent if t.is_alpha and t not in part and not t.is_sent_start]
    plain = sum(token.text[0].islower() for token in others)
    return all(token.text[0].isupper() for token in own) and 2 * plain > len(others)


def month(place: Place) -> bool:
    """A month that is alone may be a name or a verb: "May", "the March to the capital", "April Jones"."""
    if _counts(place):
        return False
    if len(place.inside) > 1:  # "the 19 Sept. 11 hijackers": Sept. 11; but "on 12 May | 17 people"
        day = any("DAY" in word.classes for word in place.after[:1])
        return not (day and "MONTH" in place.inside[-1].classes) or place.follows("before_day")
    if _begins_name(place) and place.before[-1].text != "in":
        return False
    if _is_place(place):
        return False
    if place.texts & {"may", "march"}:
        return place.follows("monthly") or _attribute(place)
    return place.part.root.ent_type_ not in ("PERSON", "ORG", "GPE")


def _is_place(place: Place) -> bool:
    """ "The town of March", "Jan district", "Lower Mar"."""
    kinds, ahead = words("names", "loose_place"), [word.text for word in place.before]
    of = ahead[-1:] == ["of"] and ahead[0] in kinds | words("sources", "levels")
    own = [c for c in place.part.root.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return of or bool(own) or any(word.text in kinds for word in place.after[:1])


def _begins_name(place: Place) -> bool:
    """ "Mayor Jan Holt", "from Easter Bay": the first word of a longer name; not in "In May Ostry said"."""
    root = place.part.root
    longer = root.dep_ in ("compound", "nmod") and root.head.i > root.i and root.head.pos_ == "PROPN"
    bare = all(child.dep_ != "det" for child in root.head.children)  # not "the February Revolution"
    behind = bool(place.before) and not place.follows("when") and bare
    return longer and behind and len(place.part) == 1 and root.nbor().text[0].isupper()


def _counts(place: Place) -> bool:
    """ "In June 30 died", "in May 12 percent left", "on 12 | May 17 died": the number is no day of it."""
    day = len(place.inside) > 1 and "DAY" in place.inside[-1].classes
    behind = place.after[0].text if place.after else ""
    last = place.before[-1] if place.before else BREAK
    within = last.text == "in" and behind[:1].isalpha()
    dated = "DAY" in last.classes and place.before[0].text in words("times", "before_day")
    return day and (within or dated or behind in ("%", "percent", "per"))


def _attribute(place: Place) -> bool:
    """ "The May vote": a word before the noun that it dates."""
    root = place.part.root
    return root.ent_type_ == "DATE" and root.dep_ in ("compound", "nmod") and root.head.i == root.i + 1


def daypair(place: Place) -> bool:
    """ "On May 3 and 4.": two days; "on May 3 and 12 people" counts people."""
    return month(place) and (ends(place) or "and" not in place.texts)


def year(place: Place) -> bool:
    """Four digits are a year after a preposition, in a range, or as a DATE entity; never where they count."""
    bare = [word for word in place.inside if word.text != "the"]
    if any("YEAR" not in word.classes for word in bare):
        return True
    if place.follows("nocount") or place.precedes("counted") or _goes_on(place):
        return False
    if bare != place.inside:
        return True
    ranging = any("DASH" in word.classes for word in place.after[:1])
    return ranging or place.part.root.ent_type_ == "DATE" or place.follows("yearly")


def _goes_on(place: Place) -> bool:
    """ "870-1120", "0303 555 1120": a number of some parts; "1911-1920" are years."""
    glued = any("DASH" in w.classes and w.end == place.inside[0].start for w in place.before[-1:])
    parts = [w.classes for w in (place.before[:1] if glued else place.before)]
    return any("DIGITS" in part and "YEAR" not in part for part in parts) and "DIGITS" in parts[-1]


def yearwords(place: Place) -> bool:
    """ "Nineteen ninety-six", not "nineteen people"."""
    return len(place.inside) > 1 and not place.precedes("counted")


def season(place: Place) -> bool:
    """A bare season needs an article or a preposition, and must be a noun: "fall", "spring" are verbs too."""
    root = place.part.root
    if root.pos_ not in ("NOUN", "PROPN") or place.precedes("seasonal"):
        return False
    if len(place.inside) > 1:
        return True
    return place.follows("yearly") and root.dep_ != "compound"  # "hurt in spring practice"


def clock(place: Place) -> bool:
    """A bare 12:30 may be a score or a verse; "noon", "10 p.m." and "1430 GMT" are times of the clock."""
    if place.inside[0].text.isdigit() and "CLOCK" in place.inside[0].classes:
        return True
    if place.texts & {"noon", "midnight", "o'clock"} or any("AMPM" in word.classes for word in place.inside):
        return True
    return place.follows("clocked")


def singular(place: Place) -> bool:
    """No plural, and nothing that ends something else: "the last week of May"."""
    the = "the" in (place.inside[0].text, *(word.text for word in place.before[-1:]))
    part_of = the and "last" in place.texts and place.precedes("partitive")
    final = {"last", "day"} <= place.texts  # "the last day for offers" is not yesterday
    return not place.inside[-1].text.endswith("s") and not part_of and not final


def chain(place: Place) -> bool:
    """ "The same day", "that year"; a bare "the day" says no date."""
    return any("CHAIN" in word.classes for word in place.inside) and singular(place)


def ends(place: Place) -> bool:
    """ "The day before." hangs on the date said before, "the day before the vote" on the vote."""
    return not place.after or not place.after[0].text[:1].isalnum() or place.precedes("ending")


def plural(place: Place) -> bool:
    """ "For years": a bare plural counts as a duration after a few prepositions."""
    return place.follows("lasted")


def duration(place: Place) -> bool:
    """ "A day" counts; "$3 a day" is a rate, "a second attack" an ordinal."""
    if place.after and place.after[0].text == "old":
        return False
    if place.inside[0].text not in ("a", "an"):
        return True
    counted = bool(place.before) and "DIGITS" in place.before[-1].classes
    return place.inside[-1].text != "second" and not counted and not place.follows("rated")


def hyphened(place: Place) -> bool:
    """Ages of what lasts: "six-month-old war", no "six-year-old boy", "three-quarters"."""
    if "quarters" in place.texts:
        return False
    return "old" not in place.texts or any(word.text in words("times", "lasting") for word in place.after)


def now(place: Place) -> bool:
    """The adverb."""
    return place.part.root.tag_ == "RB"


def lately(place: Place) -> bool:
    """ "Over the past week" runs up to today; "last week" is a week of the calendar."""
    if not singular(place) or place.precedes("partitive"):
        return False
    return "past" in place.texts or place.follows("enclosing")


def reached(place: Place) -> bool:
    """ "By midday", "in late afternoon"; "at night" is no night in particular."""
    if len(place.inside) == 1:
        return place.follows("clocked") and "night" not in place.texts
    return place.follows("clocked") or place.follows("enclosing")


def closing(place: Place) -> bool:
    """ "The year ended May 31": twelve months, not those of a calendar."""
    return place.inside[-1].text == "year" and place.precedes("ending_with")


def periodic(place: Place) -> bool:
    """ "Daily" as an adjective or adverb, no newspaper of that name."""
    root = place.part.root
    if root.dep_ in ("amod", "compound") and root.head.pos_ == "PROPN" and root.head.i == root.i + 1:
        return False  # "the daily Courier"
    return root.pos_ in ("ADJ", "ADV") and root.ent_type_ not in ("ORG", "PERSON", "WORK_OF_ART")


def noun(place: Place) -> bool:
    """ "The past" is a time, "the past president" is not."""
    return place.part.root.pos_ in ("NOUN", "ADV", "PROPN")


def opening(place: Place) -> bool:
    """At the head of a sentence; one word alone before a comma."""
    apart = len(place.inside) > 1 or any(word.text == "," for word in place.after[:1])
    than = any(word.text == "than" for word in place.after[:1])  # "a year earlier than planned"
    return apart and not than and bool(place.part[0].is_sent_start)


def beforehand(place: Place) -> bool:
    """ "Prior to the vote", all of it: not "prior to the Courier's report"."""
    return opening(place) and place.part[-1].dep_ == "pobj"


def capital(place: Place) -> bool:
    """A named day is a name, but not of a person or a place."""
    capital = any(token.text[0].isupper() for token in place.part)
    return capital and not _begins_name(place) and place.part.root.ent_type_ not in ("PERSON", "GPE")


_GUARDS = (
    beforehand, capital, chain, clock, closing, daypair, duration, ends, hyphened, lately, month, noun, now,
    opening, periodic, plural, reached, season, singular, year, yearwords,
)  # fmt: skip
GUARDS: dict[str, Callable[[Place], bool]] = {guard.__name__: guard for guard in _GUARDS}
