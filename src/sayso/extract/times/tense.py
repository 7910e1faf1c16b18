"""The tense in which a time expression is said: what is planned counts as future."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.saying import stands_behind
from sayso.extract.times.guards import Place

Tense = Literal["past", "future", "unknown"]


def tense(place: Place) -> Tense:
    """The tense in which an expression is said; a time limit lies ahead.

    "Postponed until Tuesday", "has until Tuesday to answer", "may come as early as Tuesday".
    """
    told = "past" if begun(place.part) or _of_the_saying(place.part) else _governed(place.part)
    before = [word.text for word in place.before]
    verb = next((token for token in place.part.root.ancestors if token.pos_ == "VERB"), None)
    helping = {c.lower_: c.tag_ for c in verb.children if c.dep_ == "aux"} if verb else {}
    if verb and before[-1:] == ["since"] and not helping.keys() & {"has", "have", "had", "having"}:
        return "unknown"  # "he told of duties since May 3": what goes on takes a perfect
    if "have" in helping and told == "past" and before[-1:] == ["by"]:
        return "future" if "MD" in helping.values() else "unknown"  # "(will) have left by Christmas"
    if before[-2:] == ["as", "of"]:
        return "past"
    if verb and before[-2:] in (["early", "as"], ["soon", "as"]):
        return "past" if _verb_tense(verb) == "past" else "future"
    if verb and before[-1:] in (["for"], ["to"]) and verb.lemma_.lower() in words("times", "setting"):
        return "future"  # "he set a hearing for May", "the vote was moved to Monday"
    weekday = place.inside[-1].text in table("times")["classes"]["WEEKDAY"]
    announced = verb is not None and weekday and verb.lemma_.lower() in words("times", "announcing")
    perfect = {"has", "have"} & helping.keys()
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None) if verb else None
    told_of = verb and above and verb.lower_ in ("starting", "beginning") and weekday
    if told_of and above and above.lemma_.lower() in words("times", "announcing"):
        return "future"  # "declared three days of mourning starting on Monday"
    day = {"MONTH", "DAY"} <= {name for word in place.inside for name in word.classes}
    for_it = day and place.part.root.head.lower_ == "for"
    if for_it and verb and verb.lemma_.lower() in words("times", "announcing"):
        return "unknown"  # "summoned the crews for May 3": planned then; by now it may be past
    if announced and (before[-1:] == ["for"] or (perfect and _is_staged(place.part))):
        return "future"  # "called a strike for Monday", "have called for a strike on Monday"
    put_off = verb is not None and verb.lemma_.lower() in words("times", "deferring")
    if before[-1:] in (["until"], ["till"]) and (told == "unknown" or put_off):
        return "future"
    return told


def _is_staged(part: Tokens) -> bool:
    """ "A strike | on Monday", "protests on Monday": not "the protest on Monday"."""
    noun = stands_behind(part)
    new = all(child.tag_ != "DT" or child.lower_ in ("a", "an") for child in noun.children)
    return new and noun.lemma_.lower() in words("times", "staged")


def _of_the_saying(part: Tokens) -> bool:
    """ "Warned on Friday | the port would close": of that verb, even where the parse hangs it on the next."""
    verb = stands_behind(part)
    loose = part.root.dep_ in ("pobj", "npadvmod")  # not "said Friday would be hot"
    told = any(t.dep_ == "ccomp" and t.head == verb for t in part.root.ancestors)
    return verb.tag_ == "VBD" and loose and told


def _governed(part: Tokens) -> Tense:
    """The tense of the verb on which a time expression hangs: what is planned counts as future.

    Past only where the expression is an adverbial of the verb itself: not in "notes due May 3 were sold".
    """
    token, direct = part.root, part.root.dep_ != "dobj"  # "has set May 3 as the deadline"
    if token.dep_ == "poss":
        return "unknown"  # "Wednesday's ruling"
    for _ in range(8):
        if _lies_ahead(token):
            return "future"
        if _is_blamed(token, part):
            return "past"
        if token.pos_ in ("VERB", "AUX") and (found := _verb_tense(token)):
            return found if direct or found != "past" else "unknown"
        direct = direct and (token in part or token.pos_ in ("ADP", "VERB", "AUX", "SCONJ"))
        if token.head == token:
            break
        token = token.head
    return "unknown"


def _is_blamed(word: Token, part: Tokens) -> bool:
    """ "Is guilty of arson in May", "blamed the crew for a fire in May": not "will be jailed for it in"."""
    for_it = any(c.lower_ in ("for", "of") and c.i < part.start for c in word.children)
    still = any(c.tag_ in ("MD", "TO") for verb in (word, word.head) for c in verb.children)
    return for_it and not still and word.lemma_.lower() in words("times", "blaming")


def _lies_ahead(token: Token) -> bool:
    """ "The result is due on Wednesday", "the vote is on Sunday": what is, at a day, is still to come."""
    verb = token.head if token.dep_ == "acomp" and token.lower_ in words("times", "ahead") else token
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "aux", "xcomp", "ccomp", "advcl")]
    return verb is not token or [c.dep_ for c in told] == ["prep"]


def _verb_tense(verb: Token) -> Tense | None:
    """None where the verb above it decides (an infinitive, a participle)."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    perfect = any(helper.lemma_.lower() == "have" for helper in helpers)
    if any(helper.lower_ in words("times", "future") for helper in helpers):
        return "past" if perfect else "future"
    if any(helper.lower_ in words("times", "able") for helper in helpers):
        return "past" if perfect else "unknown"
    if any(helper.lower_ == "to" for helper in helpers):
        if verb.head.lemma_ == "be" and verb.head.tag_ == "VBD":
            return "unknown"  # "was on her way to attend", "was to sail"
        return "future" if verb.head.lemma_.lower() in words("times", "plans") else "unknown"
    if verb.lemma_.lower() in words("times", "planning") or _set_for(verb):
        return "future"
    if verb.tag_ in ("VBZ", "VBP") and not helpers and verb.lemma_.lower() in words("times", "scheduled"):
        return "future"  # "the talks resume on Monday"
    tags = {verb.tag_, *(helper.tag_ for helper in helpers)}
    if "VBD" in tags or ("VBN" in tags and perfect):
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past" if verb.dep_ not in ("ccomp", "xcomp") else None
    return None if verb.tag_ == "VBG" and verb.dep_ in ("relcl", "acl", "xcomp", "pcomp") else "unknown"


def _set_for(verb: Token) -> bool:
    """ "A summit set for May"."""
    return verb.lower_ == "set" and verb.tag_ == "VBN" and any(c.lower_ == "for" for c in verb.children)


def begun(part: Tokens) -> Token | None:
    """The "since" of "since the talks began on May 3" or "since the start of the talks on May 3"."""
    verb = part.root
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
        if verb.lower_ == "since" and verb.i + 1 < part.start:
            return verb
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "since"), None)
    ends = mark is not None and verb.pos_ == "VERB" and mark.i < verb.i < part.start
    return mark if ends else None
