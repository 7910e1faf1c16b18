"""What a description tells: whether it can speak, as what kind of source, and which body it takes up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from sayso.data import table, words
from sayso.extract.entities.cast import Character
from sayso.extract.entities.kinds import media
from sayso.extract.entities.persons import gender_of
from sayso.extract.entities.places import demonyms, folded
from sayso.extract.saying import apposed_to, sentence, subjects
from sayso.model import EntityKind

GENERIC = frozenset({"group", "organisation", "organization"})
_BEHIND = re.compile(r"\s(?:at|by|for|from|in|(?<!\bgroup )(?<!\bnumber )(?<!\bteam )of|on|to|with|who)\s")
# "The minister | in an interview with the Courier", "the mayor of Kelmouth |, a town of 900".
_BESIDE = re.compile(
    r",?\s(?:in|during)\s(?:an?|the|his|her|their)\s(?:[\w-]+\s)?"
    r"(?:interview|statement|speech|briefing|message|video|recording)\b.*$|,\san?\s.*$|\s(?:it|him|her)self(?:,.*)?$"
)
FIRST = frozenset({"i", "we", "me", "us"})
PERSONAL = frozenset({"he", "she", "him", "her", "his", "who"})
IT = frozenset({"it", "its"})
OPEN = IT | {"they", "them"}
OPEN_KINDS: dict[str, EntityKind] = {
    "he": "person", "she": "person", "they": "group", "some": "group", "others": "group", "many": "group",
    "several": "group", "most": "group", "everyone": "group", "someone": "person", "somebody": "person",
    "one": "person", "another": "person",
}  # fmt: skip


def speakable(head: Token) -> bool:
    """Whether a noun can speak: a person by trade or by "who", a body, or a name."""
    known = words("sources", "people") | words("sources", "bodies")
    if known & {head.lower_, head.lemma_.lower()} or head.pos_ == "PROPN" or head.text in demonyms():
        return True
    told = (s for c in head.children if c.dep_ == "relcl" for s in subjects(c))
    return any(subject.lower_ == "who" for subject in told)  # "a trader who fled"


def kind_of(head: Token) -> EntityKind:
    """person, group (a plural), organisation; other for what is none of these, as a video or a sign."""
    guard = head.lower_ == "guard" and any(t.lower_ in ("a", "security") for t in head.lefts)
    if head.lower_ in words("sources", "bodies") and not guard:
        return "organisation"
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in words("sources", "collective"):
        return "group"
    return "person" if speakable(head) else "other"


def is_body(head: Token, apposed: Token) -> bool:
    """Whether a noun says what the name beside it is: "the agency Anatolia", "the party of Hale, the KUP"."""
    bodies = words("sources", "bodies") | words("sources", "either")
    body = head.lower_ in bodies - words("sources", "places")
    near = apposed.head == head or apposed.ent_type_ == "ORG"  # "police in Arlen, Velmora" are not Velmora
    return body and near and apposed.pos_ == "PROPN"


def is_trade(role: Token) -> bool:
    """Whether a noun says what a body named behind it is: "the carmaker Veld", "Airline Nordwing"."""
    return role.lower_ in words("sources", "trades") and bool(role.is_sent_start or role.pos_ == "NOUN")


def names_role(word: Token, head: Token) -> bool:
    """"foreign minister" is another role than "minister"; a "Peruvian minister" is not."""  # fmt: skip
    kind = word.dep_ in ("compound", "amod") and word.lower_ != "same"  # "the same official"
    return word.head == head and kind and word.text not in demonyms()


def foremost(role: str, bodies: Iterable[Character]) -> Character | None:
    """The only one of them that it can be, or the one named twice as often as any other: else it is open.

    As it is where another one is named so: "the movement" beside the "Rovan Movement".
    """
    ranked = sorted((body for body in bodies if taken_up(role, body)), key=lambda body: -len(body.mentions))
    alone = len(ranked) == 1 or (ranked and len(ranked[0].mentions) >= 2 * len(ranked[1].mentions))
    so = [body for body in ranked if _last_word(body) == role and folded(body.name) not in media()]
    return ranked[0] if alone and (not so or ranked[0] in so) else None


def meant(head: Token, spoke: Sequence[Character], last: Character) -> Character | None:
    """The latest of those called so who ``spoke``; a body only if it was the ``last`` of all to speak.

    Else of two ministries "the ministry" is the one that spoke twice as often, or is open.
    """
    if kind_of(head) != "organisation" or spoke[-1] is last:
        return spoke[-1]
    (first, times), *others = Counter(spoke).most_common(2)
    return first if all(times >= 2 * fewer for _, fewer in others) else None


def goes_on_as(role: str, body: Character) -> bool:
    """Whether who spoke is "the group"; "the company", where its name or what it is called tells so."""
    called = (*" ".join(body.aliases()).lower().split(), *body.roles)
    company = not {*called}.isdisjoint(words("names", "companies") | words("sources", "either"))
    own = role in GENERIC or role in body.roles or (company and role in ("company", "firm"))
    return body.kind == "organisation" and own and taken_up(role, body)


def taken_up(role: str, body: Character) -> bool:
    """Whether "the company" can be this body: a named one, not called something else, as "Ferry Union" is."""
    if body.unnamed:
        return False
    own, radio = {_last_word(body), *body.roles}, body.name.lower().split()[0] in words("media", "first")
    if folded(body.name) in media() or radio or own & words("sources", "outlets"):  # who reports is no news
        return role in own
    if " " in role and body.name.lower().endswith(f" {role}"):  # "the coast guard", of Ardenia
        return True
    loose, strict = words("sources", "taken_up"), words("sources", "named_so")
    relief = words("sources", "charities")
    if (role in GENERIC and own & words("sources", "groups")) or (role in relief and own & relief):
        return True
    if role in own:
        unfit = words("sources", "places") | words("sources", "speaking_armies")
        return role in strict | (words("sources", "bodies") - unfit)
    return role in loose and not own & (loose | strict | words("names", "organisation_heads"))


def _last_word(body: Character) -> str:
    """What its name says that it is: "Ministry of Health", "Tarvo Airways"."""
    last = re.split(r"[\s-]", body.name.lower().partition(" of ")[0])[-1]
    said: str = table("sources")["said_by_name"].get(last, last)
    return said


def is_first_person(head: Token) -> bool:
    """Whether it is the speaker's own "I" or "we", or "our records", "our staff"."""
    listed = words("sources", "documents") | words("sources", "ours")
    own = any(t.lower_ == "our" for t in head.children) and head.lower_ in listed
    return own or (head.lower_ in FIRST and not is_acronym(head))


def is_acronym(head: Token) -> bool:
    """ "WHO", "US", "IT", where not all is in capitals."""
    shouted = head.is_upper and len(head) > 1
    return shouted and not all(t.is_upper or not t.is_alpha for t in sentence(head))


def bare(text: str) -> str:
    """A description without article, bracket, aside and possessive: what the unnamed are called."""
    text = text if ")" in text else text.partition(" (")[0]  # "Doctors of the Valley (DV"
    text = _BESIDE.sub("", text)
    text = re.sub(r"(?:['’]s?|\s+(?:at|by|for|from|here|in|of|on|there|to|with))$", "", text)
    return re.sub(r"(?i)^(?:an?|the)\s+(?:same\s+)?(?=\S)", "", text)


def owned(head: Token, near: Iterable[Character]) -> str | None:
    """ "His office" as "Tor Hale's office", where no other ``near`` can be "he"; or as the captain's."""
    whose = next((t for t in head.children if t.lower_ in ("his", "her") and t.dep_ == "poss"), None)
    if whose is None:
        return None
    fitting = (None, gender_of(whose.lower_))
    before = (t for t in head.doc[sentence(head).start : whose.i] if t.dep_ == "nsubj" and t.tag_ == "NN")
    people = (t for t in before if t.lower_ in words("sources", "people") and gender_of(t.lower_) in fitting)
    own = next((t for t in people if all(c.pos_ != "PROPN" for c in apposed_to(t))), None)
    if own is not None:  # "The captain denies it, | his | lawyer said"
        return f"{own.lower_}'s {head.doc[whose.i + 1 : head.i + 1].text}"
    owners = {c.name for c in near if c.gender in fitting and not c.unnamed}
    return f"{owners.pop()}'s {head.doc[whose.i + 1 : head.i + 1].text}" if len(owners) == 1 else None


def own_words(description: str) -> list[str]:
    """Who it is, not of what: of "spokesman for the company" the spokesman, of "group of experts" both."""
    return _BEHIND.split(description.lower(), maxsplit=1)[0].split()


def is_so_described(character: Character, head: Token, asked: set[str]) -> bool:
    """Whether a speaker without a name is called so; "the ministry" is no "ministry driver", nor two."""
    said = own_words(character.name)
    some = character.kind in ("person", "other") or not words("sources", "some_of").isdisjoint(said)
    said = said[-1 if some and kind_of(head) == "organisation" else 0 :]
    return character.unnamed and head.lower_ in said and asked <= {*character.name.lower().split()}


def conjoined(head: Token, verb: Token | None = None) -> list[Token]:
    """The nouns joined to one by "and"; "the Ferry Office, or NFO", "137, or 65 per cent" are one.

    Not those behind its own ``verb``: "both Hale, who said so, and the union".
    """
    nouns = (c for c in head.children if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN"))
    nouns = (c for c in nouns if verb is None or not head.i < verb.i < c.i)
    other = (c for c in nouns if not (c.is_upper and c.nbor(-1).lower_ == "or"))
    other = (c for c in other if not (head.like_num and any(t.like_num for t in c.lefts)))
    return [c for c in other if all(t.lower_ != "according" for t in c.subtree)]  # "…, or 9 according to"
