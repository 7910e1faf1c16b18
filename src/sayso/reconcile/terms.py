"""Words as terms that texts can be compared by: folded plain stems, and how rare they are.

The weights come from a fixed background, not from the batch: how alike two reports are depends on these two
alone, so a new report never changes what was found about the others.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from sayso.data import table, words
from sayso.model import Report
from sayso.span import Span, subtract

WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-zß-ÿ])|\n\s*")
EARLY = 400  # characters
NAMED = 1.6  # what a name or a number counts, as against another word
ARTICLE = re.compile(r"^(?:al|an|ar|as|ash|at|az|el)[-'](?=\w{3})")  # Arabic, as it is written before names
SPELT = 5  # letters of a name that may be spelt in two ways
MOST = 40  # terms that tell what a report is about
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=1 << 17)
def folded(text: str) -> str:
    """Lower case without accents; typographic apostrophes become plain ones."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A folded word without possessive, plural, -ing and -ed (after Harman's S-stemmer, 1991)."""
    word = re.sub(r"'s?$", "", word)
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def tokens(text: str) -> list[str]:
    """All words, folded."""
    return [folded(found[0]) for found in WORD.finditer(text)]


def content_terms(text: str) -> list[str]:
    """Stems of all words that carry a topic, in text order; numbers stay as they are written."""
    return [term for term, _ in placed_terms(text)]


def placed_terms(text: str) -> Iterator[tuple[str, int]]:
    """``content_terms``, each with the character at which it begins."""
    for found in WORD.finditer(text):
        if term := _term(found[0]):
            yield term, found.start()


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str:
    plain = folded(word)
    return stem(plain) if len(plain) > 1 and plain not in words("function_words", "words") else ""


@cache
def _background() -> tuple[Mapping[str, float], float]:
    data = table("background")
    known = {term: float(band) for band, terms in data["terms"].items() for term in terms.split()}
    return known, math.log((data["reports"] + 1) / (data["fewest"] - 1))


def rarity(term: str) -> float:
    """Inverse document frequency of a term in news (natural logarithm): highest for what is not listed."""
    known, unknown = _background()
    return known.get(term, unknown)


def vector(terms: Iterable[str]) -> dict[str, float]:
    """Unit vector of log frequency times rarity."""
    return _unit({t: (1 + math.log(n)) * rarity(t) for t, n in sorted(Counter(terms).items())})


def news_vector(text: str) -> dict[str, float]:
    """Unit vector of what a report is about: its weightiest terms, these first.

    How often a term comes back tells little; but news says first what it is about, so a term counts up to
    twice if it stands early. What is never written small, a name or a number, counts more: many stories
    have their words in common, but not who and where.
    """
    counts: defaultdict[str, int] = defaultdict(int)
    first: dict[str, int] = {}
    small = set()
    for word, at in placed_terms(text):
        term = word if text[at].islower() else spelling(word)
        counts[term] += 1
        first.setdefault(term, at)
        if text[at].islower():
            small.add(term)
    named = {
        term: math.sqrt(1 + math.log(n))
        * rarity(term)
        * (1 + math.exp(-first[term] / EARLY))
        * (1 if term in small else NAMED)
        for term, n in counts.items()
    }
    most = sorted(named, key=lambda term: (-named[term], term))[:MOST]
    return _unit({term: named[term] for term in most})


@lru_cache(maxsize=65536)
def spelling(name: str) -> str:
    """A rare folded name as any newsroom may write it: "al-nahra" and "nahra", "zelensky" and "zelenskiy"."""
    bare = ARTICLE.sub("", name)
    if len(bare) < SPELT or not bare.isalpha() or rarity(bare) < _background()[1]:
        return bare
    for written, plain in (("y", "i"), ("q", "k"), ("ou", "u"), ("ee", "i"), ("oo", "u")):
        bare = bare.replace(written, plain)
    return re.sub(r"(.)\1", r"\1", bare).removesuffix("h")


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(w * w for w in weights.values()))
    return {t: w / norm for t, w in weights.items()} if norm else {}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two unit vectors."""
    return math.fsum(a[t] * b[t] for t in a.keys() & b.keys())


def weight(terms: Iterable[str]) -> float:
    """Summed rarity of distinct terms."""
    return math.fsum(rarity(t) for t in sorted(set(terms)))


def body(report: Report) -> list[Span]:
    """The report's own words: the text without furniture, in order."""
    if not report.text:
        return []
    return subtract(Span(0, len(report.text)), [mark.span for mark in report.furniture])


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Sentences of a stretch of text, by punctuation and line breaks alone."""
    at = span.start
    for end in SENTENCE_END.finditer(text, span.start, span.end):
        if text[at : end.start() + 1].strip():
            yield Span(at, end.end())
        at = end.end()
    if text[at : span.end].strip():
        yield Span(at, span.end)


def sentence_at(text: str, span: Span) -> Span:
    """The sentence (or sentences) that a span stands in."""
    starts = [end.end() for end in SENTENCE_END.finditer(text, max(0, span.start - 2000), span.start + 1)]
    starts = [start for start in starts if start <= span.start]
    end = SENTENCE_END.search(text, span.end, span.end + 2000)
    return Span(
        starts[-1] if starts else max(0, span.start - 2000),
        end.end() if end else min(len(text), span.end + 2000),
    )
