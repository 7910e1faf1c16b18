"""What a verb says of those it is about, with the words that go with it: "were killed", "taken to hospital".

Nothing where it is denied ("were not hurt") or only tried ("tried to kill", "attempted murder").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from spacy.tokens import Token

from sayso.data import table
from sayso.extract.quantities.patterns import listed
from sayso.model import Category

Role = Literal["object", "subject"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_APART = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "nsubj", "nsubjpass", "dep", "appos"})
_INTO_STATE = frozenset({"leave", "render", "fear", "report", "make", "find", "count"})


@cache
def index(kind: str) -> dict[Any, Category]:
    """Word, or verb and companion, → category, for one list of the lexicon."""
    found: dict[Any, Category] = {}
    for category, lists in table("quantities")["category"].items():
        for entry in lists.get(kind, ()):
            found[tuple(entry) if isinstance(entry, list) else entry] = category
    return found


def outcome(noun: Token) -> Category | None:
    """The category of a counted noun that is the outcome itself: "12 deaths"."""
    if tried(noun):
        return None
    lemma = noun.lemma_.lower()
    if lemma in listed("clause", "bare") and (noun.i == 0 or noun.nbor(-1).pos_ != "NUM"):
        return None
    return index("counted").get(lemma) or index("counted").get(noun.lower_)


def topic(verb: Token) -> Category | None:
    """The outcome that a subject or object names: "the death toll rose to 12"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.lemma_ not in listed("clause", "rates"):
            for word in [child, *companions(child)]:
                if word.is_title and word.pos_ == "PROPN":  # "the Homicide Unit"
                    continue
                lemma = word.lemma_.lower()
                if category := index("nouns").get(lemma) or outcome(word) or state(word):
                    return category
            if is_toll(child):
                return "killed"  # "the toll stood at 12"
    return None


def is_toll(noun: Token) -> bool:
    """Whether a toll is one of lives: not "the damage toll"."""
    others = (c for c in noun.children if c.dep_ in ("amod", "compound", "nmod"))
    return noun.lower_ == "toll" and all(c.lower_ in listed("clause", "tolls") for c in others)


def has(token: Token, *deps: str) -> bool:
    """Whether something stands below a token in one of these roles: "dobj", "auxpass"."""
    return any(child.dep_ in deps for child in token.children)


def denied(verb: Token) -> bool:
    """Whether a verb or state is said not to be: "were not hurt"; not "12 died, not 9"."""
    return any(c.dep_ == "neg" and (c.i < verb.i or c.nbor(-1).text != ",") for c in verb.children)


def tried(word: Token) -> bool:
    """Whether a deed is only tried: "attempted murders", "tried to kill"."""
    described = (child for child in word.children if child.dep_ in ("amod", "advmod", "compound", "nmod"))
    if any(child.lower_ in listed("clause", "attempted") for child in described):
        return True
    return word.dep_ == "xcomp" and word.head.lemma_ in listed("clause", "attempts")


def unsaid(verb: Token) -> bool:
    """Whether what a verb says is denied or only tried, or it is no verb: "houses/shelter 900" in a table."""
    return denied(verb) or tried(verb) or (verb.i > 0 and verb.tag_ != "VBN" and verb.nbor(-1).text == "/")


# ---- what is said to an argument ----


def said_to(verb: Token, argument: Token) -> Category | None:
    """What a verb says of an argument: itself, through the verb below it, or through one beside it."""
    role = role_of(verb, argument)
    found = said_of(verb, role) or _below(verb)
    if not found and argument.dep_ in ("dobj", "attr") and verb.lemma_ in listed("clause", "topic_verbs"):
        found = topic(verb) or (topic(verb.head) if verb.dep_ == "xcomp" else None)  # "is put to be 12"
    if argument.dep_ not in SUBJECTS or denied(verb):
        return found
    return _with_what_followed(found or _after_being(verb), verb, argument, role)


def told(verb: Token, noun: Token, role: Role) -> Category | None:
    """What a participle says of the noun that it describes, with the verbs beside it: "shot and killed"."""
    lemma, whom = verb.lemma_.lower(), {noun.lemma_.lower()}
    fell = lemma in listed("clause", "eliminating") and not denied(verb)  # "31 militants eliminated"
    found = said_of(verb, role) or (_phrase(lemma, whom, role) if fell else None)
    return _with_what_followed(found, verb, noun, role)


def _with_what_followed(found: Category | None, verb: Token, argument: Token, role: Role) -> Category | None:
    """With what the verbs that share the subject add: somebody "shot" is "killed" if it says so behind."""
    if found not in (None, "injured"):
        return found
    later = (other for other in verb.conjuncts if other.i > argument.i and other.pos_ == "VERB")
    joint = (other for other in later if not has(other, *SUBJECTS) and not _taken_over(other))
    further = [said for other in joint if (said := _shared(other, role))]
    if found and ("killed" in further or _died_there(verb)):
        return "killed"
    return found or next(iter(further), None)


def _taken_over(verb: Token) -> bool:
    """Whether the subject of a verb was taken for the end of a list: "in hospital and fish | have died"."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")), verb)
    return first.i > 0 and first.nbor(-1).dep_ == "conj" and first.nbor(-1).pos_ in ("NOUN", "PROPN")


def _shared(verb: Token, role: Role) -> Category | None:
    """What a verb says of the subject that it shares, as its own role says or as the first verb's does."""
    own: Role = "object" if has(verb, "auxpass") else "subject" if verb.tag_ != "VBN" else role
    bare = verb.tag_ == "VBD" and not has(verb, "dobj")  # "shot and killed" may both be participles
    return said_of(verb, own) or (said_of(verb, role) if bare else None)


def _died_there(verb: Token) -> bool:
    """Whether they died where they were taken: "to a hospital, where they were pronounced dead"."""
    below = (child for place in (verb, *companions(verb)) for child in place.children)
    for clause in (c for c in below if c.dep_ in ("relcl", "advcl")):
        whom = next((c for c in clause.children if c.dep_ in SUBJECTS and c.tag_ == "PRP"), None)
        there = whom is not None and any(c.lower_ == "where" for c in clause.children)
        if whom is not None and there and said_of(clause, role_of(clause, whom)) == "killed":
            return True
    return False


def _after_being(verb: Token) -> Category | None:
    """What was done to the subject before: "are recovering after being shot"."""
    deeds = (deed for after in verb.children if after.lower_ == "after" for deed in after.children)
    done = (deed for deed in deeds if deed.dep_ == "pcomp" and has(deed, "auxpass"))
    return next((said_of(deed, "object") for deed in done), None)


def role_of(verb: Token, argument: Token) -> Role:
    """Whether something is done to the argument or by it. Headlines leave out "were": "12 killed in …"."""
    fate = index("subject").get(verb.lemma_.lower()) if argument.dep_ == "dobj" else None
    if fate in ("killed", "missing") and not has(verb, *SUBJECTS):
        return "subject"  # "in the fire died five men": nobody dies anybody
    if argument.dep_ != "nsubj" or has(verb, "auxpass"):
        return "object"
    if any(c.dep_ == "aux" and c.lemma_ != "be" for c in verb.children) or _done_together(verb, argument):
        return "subject"
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    whom = any(c.pos_ in ("NOUN", "PROPN", "NUM", "PRON") or c.lower_ == "old" for c in objects)
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBP" and verb.lower_ in listed("clause", "felled"))
    bare = past and not whom and not at_somebody(verb)
    return "object" if verb.tag_ == "VBN" or (bare and verb.lemma_.lower() in index("object")) else "subject"


def at_somebody(verb: Token) -> bool:
    """Whether a deed is aimed at somebody: "a guard shot at him"; not "seven shot at a party"."""
    return any(c.lower_ == "at" and any(b.tag_ == "PRP" for b in c.children) for c in verb.children)


def _done_together(verb: Token, argument: Token) -> bool:
    """Whether a verb shares its object with the verb behind: "Brell, who shot and killed two clerks"."""
    if argument.i > verb.i or verb.i + 2 >= len(verb.doc) or verb.nbor().lower_ != "and":
        return False
    other = verb.nbor(2)
    return other.head == verb and has(other, "dobj")


# ---- what a verb says ----


def said_of(verb: Token, role: Role) -> Category | None:
    """The category that a verb with its companions gives to its object or its subject."""
    if unsaid(verb):
        return None
    lemma, with_it = verb.lemma_.lower(), company(verb)
    in_need = "need" in with_it and lemma in listed("clause", "in_need")  # "are in need of" says "need"
    found = (
        _phrase(lemma, with_it, role)
        or (_phrase("need", with_it, "subject") if in_need else None)
        or index(role).get(lemma)
        or ("injured" if role == "object" and _struck(verb, lemma) else None)
        or ("killed" if role == "object" and _laid_to_rest(verb, lemma) else None)
        or _predicate(verb, role)
    )
    return None if any(index("unless").get((lemma, word)) == found for word in with_it) else found


def _phrase(lemma: str, with_it: set[str], role: Role) -> Category | None:
    phrases = index(f"{role}_phrases").items()
    return next((found for (first, second), found in phrases if first == lemma and second in with_it), None)


def _struck(verb: Token, lemma: str) -> bool:
    """Whether "hit" means by a shot: somebody shoots in the sentence, and nobody else is said to hit."""
    if lemma not in listed("clause", "striking") or has(verb, "agent"):
        return False
    return any(word.lower_ in listed("clause", "shooting") for word in verb.sent)


def _laid_to_rest(verb: Token, lemma: str) -> bool:
    """Whether people bury the dead: not a landslide the living, who are buried "under" or "by" it."""
    if lemma != "bury" or any(c.lower_ in ("alive", "beneath", "by", "under") for c in verb.children):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    return all(c.pos_ == "PRON" or c.lower_ in listed("people", "mourning") for c in doers)


def _predicate(verb: Token, role: Role) -> Category | None:
    """The state that a verb puts its subject or object in: "12 are missing", "left 12 homeless"."""
    if role == "object" and verb.lemma_ not in _INTO_STATE:
        return state(verb) if verb.tag_ == "VBN" else None
    if role == "subject" and has(verb, "dobj"):
        return None  # the state of somebody else: "12 officers shot him dead"
    wanted = ("acomp", "attr", "oprd", "ccomp")
    own = [c for c in verb.children if c.dep_ in wanted and not has(c, *SUBJECTS)]
    own += [verb] if verb.tag_ == "VBG" else []  # "are missing", taken for a verb; "were among those killed"
    own += [w for c in verb.children if c.lower_ == "among" for b in c.children for w in (b, *b.children)]
    return next((found for c in own if (found := state(c))), None)


def state(token: Token) -> Category | None:
    """The category of a predicate word: "dead", "missing"."""
    return index("states").get(token.lower_)


def clauses_of(verb: Token) -> Iterator[tuple[Token, int]]:
    """The verbs that share a count's times and places ("left | 6 dead"); before which token these stand."""
    yield verb, len(verb.doc)
    for token in (verb, *verb.ancestors):
        head, shared = token.head, token.dep_ == "conj" and not has(token, *SUBJECTS)
        if head.pos_ == "VERB" and (shared or (head.lemma_ in _INTO_STATE and state(token))):
            yield head, head.i if shared else len(verb.doc)
        elif not shared:
            return


def _below(verb: Token) -> Category | None:
    """Through "are believed to be held", "had to flee", "were found shot to death"; not "told to shelter"."""
    if denied(verb) or any((verb.lemma_, child.lemma_) in index("unless") for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and not has(child, *SUBJECTS):
            found = child.tag_ == "VBN" and child.dep_ == "xcomp"  # "found shot", not "known to have died"
            passive = has(child, "auxpass") or (found and not has(child, "aux"))
            return said_of(child, "object" if passive else "subject") or _below(child)
    return None


# ---- the words that go with it ----


def company(head: Token) -> set[str]:
    """The words that go with a verb, noun or preposition, as lemmas and as they stand.

    A medical centre is a hospital; a "condition" counts only where it is that of a patient.
    """
    words = list(companions(head))
    forms = {form for token in words for form in (token.lemma_.lower(), token.lower_)}
    if any(map(_is_hospital, words)):
        forms.add("hospital")
    return forms if forms & listed("clause", "conditions") else forms - {"condition"}


def _is_hospital(word: Token) -> bool:
    centre = word.head.lemma_.lower() in ("center", "centre")
    clinic = word.lemma_.lower() in listed("clause", "hospitals") or (
        word.text == "Health" and word.dep_ == "pobj"
    )
    return clinic or (centre and word.lower_ in ("medical", "trauma", "health"))


def companions(head: Token) -> Iterator[Token]:
    """The words that go with a verb or noun: children, grandchildren, objects of prepositions below."""
    for child in head.children:
        alone = child.dep_ == "advcl" and child.pos_ == "ADJ" and not any(child.children)  # "shot him dead"
        if (child.dep_ in _APART and not alone) or child.pos_ == "NUM" or child.lower_ == "according":
            continue  # "were a girl and a boy, according to the hospital"
        yield child
        for below in child.children:
            if below.dep_ not in ("conj", "relcl", "acl", "advcl"):
                yield below
                yield from (token for token in below.children if token.dep_ in ("pobj", "compound", "amod"))
                if below.lower_ == "need":
                    yield from (token for of in below.children for token in of.children)
