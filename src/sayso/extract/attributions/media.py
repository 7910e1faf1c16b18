"""Which outlet a noun phrase names: a listed one, one that is said to be one, one that is named like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.data import words
from sayso.extract.entities.kinds import media
from sayso.extract.entities.places import demonyms, folded
from sayso.extract.saying import apposed_to


def medium(head: Token) -> str | None:
    """The name: "Reuters", "newspaper | Vedomosti", "Tarvik Herald", "a | Reuters | reporter"; else None."""
    if head.text.islower():
        staff = head.lemma_ in words("media", "staff")
        unnamed = any(child.lower_ in ("a", "an") for child in head.children)  # "a Tarvik TV station"
        before = _before(head)
        if _is_outlet(before) and (staff or head.lemma_ in words("media", "with_news")):
            return before
        if not staff and (unnamed or not _is_medium(head)):
            return None
        called = before not in demonyms() and folded(before) not in words("media", "news")
        if before and called and (not staff or _is_outlet(before)):
            return before
        behind = (t.head if t.dep_ == "compound" else t for t in _named_behind(head))
        apposed = (t for t in apposed_to(head) if t.pos_ == "PROPN")
        return next((_name(t) for t in (*apposed, *behind) if not staff), None) or _of_the_state(head)
    name = _name(head)
    listed = next((n for n in _ends(name) if _is_listed(n)), None) or _of_the_state(head)
    return listed or (name if _is_outlet(name) or _is_said_to_be(head, name) else None)


def _of_the_state(head: Token) -> str | None:
    """ "State television", "Peruvian state TV": as good as a name."""
    before = head.doc[max(0, head.i - 2) : head.i]
    if before[-1:].text.lower() != "state" or head.lower_ not in words("media", "broadcast"):
        return None
    return head.doc[head.i - (2 if before[0].text in demonyms() else 1) : head.i + 1].text


def takes_up(head: Token) -> bool:
    """Whether it is the outlet named last: "told the same newspaper", "the TV channel"."""
    own = {t.lower_ for t in head.children if t.i < head.i} - words("media", "news") - {"same"}
    outlets = words("media", "nouns") | words("media", "with_news")
    return own == {"the"} and head.lower_ in outlets and not (_named_behind(head) or _of_the_state(head))


def _named_behind(noun: Token) -> list[Token]:
    """The word right behind a noun, if it may begin a name, however it is parsed: "the portal | Infoline"."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    return [t for t in behind if t.ent_type_ != "DATE" and t.text[0].isupper()]


def _before(noun: Token) -> str:
    """The name right before a noun: "Tarvik | news agency", not "Russian | news agency"."""
    doc, at = noun.doc, noun.i - 1
    if at > 0 and doc[at].lower_ in words("media", "news"):
        at -= 1
        if doc[at].pos_ != "PROPN" or doc[at].text in demonyms():
            return ""
    return _name(doc[at]) if at >= 0 and doc[at].head == noun else ""


def is_same_outlet(name: str, publisher: str) -> bool:
    """Whether a text means its own publisher, whose name may be longer, or a domain: "told Harbour Radio"."""
    listed = (media().get(folded(bare), bare) for bare in (name, publisher))
    one, other = (folded(bare).removeprefix("the ").removeprefix("www.") for bare in listed)
    domain = other.partition(".")[0] == "".join(one.split())
    return domain or other.split()[: len(one.split())] == one.split() or other.endswith(f" {one}")


def _name(last: Token) -> str:
    """The capitalised words, and numbers between them, that end with ``last``; with an "of" behind it."""
    doc, start, end = last.doc, last.i, last.i + 1
    if not _capital(last):
        return ""
    while start > last.sent.start and (_capital(doc[start - 1]) or doc[start - 1].text == "-"):
        start -= 1
    if doc[end : end + 1].text == "of" and doc[end].head == last:
        end = last.right_edge.i + 1
    elif any(t.is_digit and t.head == last for t in doc[end : end + 1]):  # "Channel 12"
        end += 1
    return doc[start:end].text


def _capital(token: Token) -> bool:
    behind = token.doc[token.i + 1 : token.i + 2]
    day = token.ent_type_ == "DATE" and any(t.ent_type_ == "ORG" for t in behind)
    if token.pos_ == "ADP" or day:  # "On Fox News, she called on …", "On Monday Fox News reported …"
        return False
    return token.text[0].isupper() or (token.is_digit and token.i > 0 and token.nbor(-1).text[0].isupper())


def _ends(name: str) -> Iterator[str]:
    """A name, and it without its first words: these may say whose it is ("Russian Interfax")."""
    parts = name.split(" ")
    for n, first in enumerate(parts):
        yield " ".join(parts[n:])
        if first not in demonyms():  # "First Time" is not Time
            return


def _is_listed(name: str) -> bool:
    return folded(name) in media()


def _is_outlet(name: str) -> bool:
    """Whether it is listed or ends, or begins, as names of outlets do: "Tarvik Herald", "Radio Tarvik"."""
    parts = folded(name).replace("-", " ").split()
    if len(parts) < 2:
        return _is_listed(name)
    if parts[-1] in words("sources", "outlets") or parts[0] in words("media", "first"):
        return True
    return _is_listed(name) or _is_branch(name.split(" "))


def _is_branch(parts: Sequence[str]) -> bool:
    """ "Sky News Arabia", "BBC Persian": a listed name, of two words or an acronym, and one word more."""
    return _is_listed(" ".join(parts[:-1])) and (len(parts) > 2 or (len(parts[0]) > 2 and parts[0].isupper()))


def _is_said_to_be(head: Token, name: str) -> bool:
    """ "Broadcaster NTV", "NTV, a broadcaster"."""
    start = head.i - len(name.split(" ")) + 1
    before = head.doc[start - 1] if start > head.sent.start else None
    nouns = [before] if before is not None and before.head == head else []
    return bool(name) and any(_is_medium(noun) for noun in (*nouns, *apposed_to(head)))


def _is_medium(noun: Token) -> bool:
    """A "newspaper"; a "news agency", but not any agency."""
    if noun.lemma_.lower() in words("media", "nouns"):
        return True
    kinds = noun.lemma_.lower() in words("media", "with_news")
    before = noun.nbor(-1) if noun.i > 0 else noun
    return kinds and (before.lower_ in words("media", "news") or before.text in demonyms())
