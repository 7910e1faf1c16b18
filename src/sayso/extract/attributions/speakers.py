"""From the words that name a source to the one who speaks.

A name is itself. A pronoun is the last speaker whom it fits, else the last one named. A description is the
person or body to whom the report gave that role. A capital that speaks is its country. Anyone else stays
unnamed, distinct from every other unnamed source.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.attributions.antecedents import (
    introduced_by,
    is_contradicted,
    plural_before,
    sentence_before,
    subject_above,
    subject_after,
    subject_before,
    told_of,
)
from sayso.extract.attributions.documents import issuer
from sayso.extract.entities.armed import of_token
from sayso.extract.entities.cast import Cast, Character
from sayso.extract.entities.described import (
    FIRST,
    IT,
    OPEN,
    OPEN_KINDS,
    PERSONAL,
    bare,
    conjoined,
    foremost,
    goes_on_as,
    is_acronym,
    is_body,
    is_first_person,
    is_so_described,
    kind_of,
    meant,
    names_role,
    owned,
)
from sayso.extract.entities.persons import belonging, gender_of, incumbent, office_at
from sayso.extract.entities.places import capitals, country, demonyms, folded
from sayso.extract.saying import Saying, apposed_to, child, covered, inside, phrase, remark, subjects
from sayso.nlp import Passage
from sayso.span import Span, hull

_AGED = re.compile(r"^(?:the )?\d+[-‑–]year[-‑–]old$", re.IGNORECASE)
INDEFINITE = frozenset({"a", "an", "another", "one"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "my"})


class Speakers:
    """Resolves sources in text order, remembering who spoke last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.spoken: list[tuple[int, Character]] = []
        self.described: dict[Span, Character] = {}  # so that words which speak twice are one voice
        self.governments: dict[str, Character] = {}  # those spoken of so far
        self.outlet, self.quoted = "", False  # the one that relayed last; whether a quotation says who speaks
        self.said: tuple[Span, ...] = ()  # the quotation in question
        self.told: set[Character] = set()  # whom the words in question name: no "he" who says them
        self.denied: Character | None = None  # who said what they deny: no "they" either

    def resolve(self, saying: Saying, outer: Character | None, quoted: bool) -> tuple[Character | None, ...]:
        """Who says it: usually one; two for "both sides" or "A and B"; none where the text leaves it open.

        None for the outlet itself: its own "I" and "we", within nobody's words. ``quoted``: the source is.
        """
        if saying.source is None:
            return ()
        at = saying.passage.span(saying.source).start
        if outer is None and is_first_person(saying.source):
            outer = self._last_speaker(at, within=at - saying.passage.start) if quoted else None
            if outer is None:  # in a quotation of somebody unknown it is neither
                return () if quoted else (None,)
        self.quoted, self.said = quoted, saying.content if saying.quoted else ()
        told = (self.cast.named_in(s) for s in saying.content if saying.quoted or s.start > at)
        self.told = set().union([outer] if quoted and outer else [], *told)  # not in "Quill will go, he said"
        self.denied = self._last_speaker(at) if is_contradicted(saying) else None
        found = self._both(saying.passage, saying.source)
        if not found:
            heads = [saying.source, *conjoined(saying.source, saying.verb)]
            found = [c for head in heads if (c := self._one(saying.passage, head, outer)) is not None]
        found = found or self._open(saying)
        for character in found[:1] if outer is None else ():
            self.spoken.append((saying.cue[0].start if saying.cue else saying.content[0].start, character))
        return tuple(dict.fromkeys(found))

    def _one(self, passage: Passage, head: Token, outer: Character | None) -> Character | None:
        span = passage.span(head)
        if (by := issuer(head)) is not None and (author := self._author(passage, by, outer)) is not None:
            return author
        pronouns = PERSONAL | FIRST | OPEN | OPEN_KINDS.keys()
        if head.lower_ in OPEN_KINDS and (apposed := apposed_to(head)):  # "one of them, a trader, said"
            return self._one(passage, apposed[0], outer)
        if not is_acronym(head) and (head.pos_ == "PRON" or head.lower_ in pronouns):
            return self._pronoun(passage, head, outer)
        named = self._named(passage, head, span)
        holder = office_at(head) if named is not None and named.kind != "person" else None
        if named is not None and holder is None:
            return named
        beside = head.dep_ == "appos" and child(head, "conj") is None  # not "a cook and a guard"
        of_whom = self.cast.at(passage.span(head.head)) if beside else None
        if of_whom is not None and of_whom.kind in ("person", kind_of(head)):
            return of_whom  # "Ana Quill, a teacher who said …"
        holders = [noun for noun in (head, holder) if noun is not None]
        head = holder or head
        behind = (*head.doc[head.i + 1 : head.i + 2], *incumbent(head)[:1])
        behind = behind if head.lower_ in words("sources", "people") else ()
        for apposed in (*behind, *(t for noun in holders for t in apposed_to(noun))):  # "chief Ana Quill"
            named = self.cast.at(passage.span(apposed))
            if named is not None and (named.kind == "person" or is_body(head, apposed)):
                return named
        return self._described(passage, head, passage.span(head))

    def _author(self, passage: Passage, by: Token, outer: Character | None) -> Character | None:
        """Who issued a document; no town, and no country either where it is only from there."""
        who = self._one(passage, by, outer)
        town = who is not None and who.kind == "place" and not (country(who.name) and by.dep_ == "poss")
        return None if town else who

    def _open(self, saying: Saying) -> list[Character]:
        """Someone said it, but the text leaves open who "he" is: an unnamed source."""
        known = saying.source is not None and saying.source.lower_ in OPEN_KINDS
        if saying.source is None or saying.source.lower_ in ("you", "this") or not (known or saying.spotted):
            return []  # whoever reads it says nothing, nor does what was just told
        span, text = saying.passage.span(saying.source), saying.source.lower_
        whole = hull(covered(saying.passage, phrase(saying.source)) or [span])  # "one of the residents"
        if span not in self.described:
            called = bare(saying.passage.words(whole)) if len(whole) > len(span) else text
            self.described[span] = self.cast.unnamed(OPEN_KINDS.get(text, "other"), called)
        self.cast.mention(self.described[span], whole, saying.passage.words(whole))
        return [self.described[span]]

    def _both(self, passage: Passage, source: Token) -> list[Character]:
        """Both sides: the two that the text before joins by "and"; open where it joins none, or more."""
        both = {"both", "two", "each"} & {t.lower_ for t in source.children}
        sides = both and source.lemma_.lower() in ("side", "party")
        for token in reversed(passage.doc[: source.i]) if sides else ():
            if token.dep_ in ("nsubj", "nsubjpass", "pobj") and (others := conjoined(token)):
                pair = [c for t in (token, *others) if (c := self._one(passage, t, None)) is not None]
                return pair if len(pair) == len(others) + 1 == 2 else []
        return []

    def _named(self, passage: Passage, head: Token, span: Span) -> Character | None:
        character = self.cast.at(span)
        place = character.name if character is not None and character.kind == "place" else ""
        if capital := capitals().get(folded(place)):
            character = self.cast.country(capital)
            self.cast.mention(character, span, head.text)
        return character

    def _pronoun(self, passage: Passage, head: Token, outer: Character | None) -> Character | None:
        word, span = head.lower_, passage.span(head)
        character: Character | None = None
        if word in FIRST:
            character = outer or self._last_speaker(span.start, within=400)
        elif word in PERSONAL:
            who = told_of(head, self.denied is not None)
            character = self._one(passage, who, outer) if who else self._person(passage, head, span)
            if character is not None and character.gender is None:
                character.gender = gender_of(word)
        elif word in OPEN:
            last = self._last_speaker(span.start)
            alone = last is None or last.kind == "person"
            own = plural_before(head, self.denied is not None, alone) or subject_above(head)
            character = self._one(passage, own, outer) if own is not None else None
            named = alone and last is not None and not last.unnamed  # one who is known by name is not "they"
            theirs = word == "they" and (named or self.quoted)  # a quotation need not tell who they are
            if not theirs and (character is None or character.kind in ("person", "facility")):
                character = self._body(passage, head, span)
        if character is not None:
            self.cast.mention(character, span, head.text)
        return character

    def _person(self, passage: Passage, head: Token, span: Span) -> Character | None:
        """The subject before it in the passage, or who alone is named there; else who spoke or acted last."""
        gender = gender_of(head.lower_)

        def fits(character: Character) -> bool:
            told = gender is not None and character in {*self.told, self.denied}
            sex = character.gender or (None if self.quoted else gender)  # in quotations it has to be known
            return character.kind == "person" and not told and gender in (None, sex)

        after = subject_after(head)
        announced = self.cast.at(passage.span(after)) if after is not None else None
        near = {*filter(fits, self.cast.before(span.start, "person", within=sentence_before(head)))}
        alone = near if len(near) == 1 else set()
        for subject in (announced, self._subject_before(passage, head), *alone):
            if subject is not None and fits(subject):
                return subject
        about = self.cast.subjects
        earlier = range(bisect_left(about, span.start, key=lambda pair: pair[0].start) - 1, -1, -1)
        acted = next((about[n] for n in earlier if fits(about[n][1])), None)
        spoke = next(((at, c) for at, c in reversed(self.spoken) if at < span.start and fits(c)), None)
        if acted is not None and (spoke is None or acted[0].start > spoke[0]):
            return acted[1]
        return spoke[1] if spoke else next(filter(fits, self.cast.before(span.start, "person")), None)

    def _subject_before(self, passage: Passage, head: Token) -> Character | None:
        """The subject of the sentence before, by name or not: "A doctor came. She said", "… It said"."""
        token = introduced_by(head) or subject_before(head)
        if token is None:
            return None
        named = next(filter(None, map(self.cast.at, map(passage.span, (token, *apposed_to(token))))), None)
        kinds = words("sources", "institutions" if head.lower_ in IT else "people")
        told = token.tag_ in ("NN", "NNP") and token.sent != head.sent and token.lower_ in kinds
        told = told and not inside(passage.span(token), self.said)  # "“My brother paid,” | he | said"
        return self._described(passage, token, passage.span(token)) if told and named is None else named

    def _body(self, passage: Passage, head: Token, span: Span) -> Character | None:
        """Whom the sentence before is about ("it"), else the last speaker, else the body named last."""
        about = self._subject_before(passage, head) if head.lower_ in IT else None
        if about is not None and about.kind == "organisation" and about is not self.denied:
            return about
        last = self._last_speaker(span.start, within=600)
        unfit = ("person", "group") if head.lower_ in IT else () if head.lower_ == "they" else ("person",)
        if last is not None and last is not self.denied and last.kind not in unfit:
            return last
        near = self.cast.before(span.start, "organisation", "group", "place", within=600)
        fit = (c for c in near if c is not self.denied and c.kind not in unfit)
        return next((c for c in fit if c.kind != "place" or country(c.name)), None)  # no town says "it"

    def _last_speaker(self, at: int, within: int = 1500) -> Character | None:
        return next((c for start, c in reversed(self.spoken) if at - within <= start < at), None)

    def _described(self, passage: Passage, head: Token, span: Span) -> Character | None:
        tokens = phrase(head)
        spans = covered(passage, tokens)
        if not spans:
            return None
        whole = hull(spans)
        text = passage.words(whole)
        if head.pos_ == "PROPN" and head.ent_type_ == "" and kind_of(head) != "organisation":
            text = re.split(r" (?:at|from|in|of|to|with) ", text)[0]  # "Ana Quill | of the Union"
        headline = passage.title and tokens == [head]  # "Union vows to fight": whom the report is about
        definite = headline or any(t.lower_ in DEFINITE for t in head.children)
        role = " ".join(t.lower_ for t in tokens if t == head or names_role(t, head))
        known = self._government(tokens, head) or self._army(tokens, head, bare(text))
        known = known or self.described.get(span)
        if definite and not any(c.dep_ == "relcl" and "that" in map(str, subjects(c)) for c in head.children):
            aged = self._person(passage, head, span) if _AGED.search(text) else None
            near = aged is not None and any(passage.start <= m.start < span.start for m in aged.mentions)
            known = known or (aged if near else None) or self._known(role, head, span, headline)
        elif any(t.dep_ == "poss" and t.pos_ == "PROPN" for t in head.children):  # "Peru's minister"
            known = known or self.cast.with_role(role, belonging(head), span.start, told=True)
        called = owned(head, self.cast.before(span.start, "person", within=600)) or bare(text)
        if not any(t.lower_ in INDEFINITE for t in head.children):  # "an official": each time another one
            known = known or self.cast.described(called)
        character = self.described[span] = known or self.cast.unnamed(kind_of(head), called)
        character.gender = character.gender or gender_of(head.lower_)
        self.cast.mention(character, whole, text)
        return character

    def _government(self, tokens: Sequence[Token], head: Token) -> Character | None:
        """ "Peruvian leaders", "the Peruvian government": the state; then also "the government"."""
        if head.lower_ not in words("sources", "government"):
            return None
        modifiers = [t for t in tokens if t.i < head.i]
        named = [s for t in modifiers if (s := demonyms().get(t.text) or country(t.text))]
        if len(named) == 1 and len(modifiers) <= 3:
            self.governments[named[0]] = self.cast.country(named[0])
            return self.governments[named[0]]
        alone = [t.lower_ for t in modifiers] == ["the"] and len(self.governments) == 1
        return next(iter(self.governments.values())) if alone else None

    def _army(self, tokens: Sequence[Token], head: Token, text: str) -> Character | None:
        """ "The Peruvian army": that of Peru; then also "the military". Soldiers speak for themselves."""
        if head.lower_ not in words("sources", "speaking_armies"):
            return None
        if state := of_token(head):
            return self.cast.army(state, text)
        return self.cast.only_army() if all(t.lower_ == "the" for t in tokens if t != head) else None

    def _known(self, role: str, head: Token, span: Span, headline: bool) -> Character | None:
        """Who has this role; else the speaker so described; else the body the report is about."""
        own, asked = belonging(head), {*role.split()}  # "the defence ministry" is no foreign ministry
        person = self.cast.with_role(role, own - DEFINITE, span.start)
        if person is not None and kind_of(head) != "organisation":  # not "police Quill"
            return person
        if own & {"his", "her"}:  # "his party": the one that spoke may be another
            return None
        spoke = [c for _, c in self.spoken if goes_on_as(role, c) or is_so_described(c, head, own | asked)]
        if spoke:
            return meant(head, spoke, self.spoken[-1][1])
        if own - DEFINITE or ((own_clause := child(head, "relcl")) and not remark(own_clause)):
            return None  # "the party of Hale" is none that was named without him
        at = sys.maxsize if headline else span.start
        return foremost(role, dict.fromkeys(self.cast.before(at, "organisation", within=at)))
