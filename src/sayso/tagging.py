"""spaCy's attribute ruler, remembering: a tenth of its time.

The ruler gives a token its part of speech and its morphology by patterns, nearly all of which look at this
one token: its tag, its lower-cased form and its dependency. Such a token is asked about once in a process.
Patterns of another kind are matched as ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

NAME = "remembering_attribute_ruler"
_ALONE = {"TAG", "LOWER", "DEP"}  # what a token is remembered by
_OTHER = "\ue000"  # stands for every form that no pattern names


class Ruler:
    """A component of a pipeline: does to a parsed document what ``ruler`` does."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.vocab = ruler.vocab
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        single = [one for one in patterns if _looks_at_one(one)]
        self.alone = _ruler(self.vocab, single)
        self.together = _ruler(self.vocab, [one for one in patterns if one not in single])
        named = {form for one in single for pattern in one["patterns"] for form in _forms(pattern[0]) or ()}
        self.named = {self.vocab.strings.add(form) for form in named}
        self.other = self.vocab.strings.add(_OTHER)
        self.known: dict[tuple[int, int, int], tuple[int, int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets the attributes of every token, in place."""
        for token, (tag, lower, dep) in zip(doc, doc.to_array(["TAG", "LOWER", "DEP"]).tolist(), strict=True):
            key = (tag, lower if lower in self.named else self.other, dep)
            token.pos, morph, lemma = self.known.get(key) or self._asked(key)
            token.set_morph(morph)  # type: ignore[attr-defined]
            if lemma:
                token.lemma = lemma
        return self.together(doc)

    def _asked(self, key: tuple[int, int, int]) -> tuple[int, int, int]:
        tag, lower, dep = (self.vocab.strings[one] for one in key)
        doc = Doc(self.vocab, words=[lower], tags=[tag], deps=[dep], heads=[0])
        token = self.alone(doc)[0]
        self.known[key] = token.pos, token.morph.key, token.lemma  # type: ignore[attr-defined]
        return self.known[key]


def _ruler(vocab: Vocab, patterns: list[dict[str, Any]]) -> AttributeRuler:
    ruler = AttributeRuler(vocab)
    ruler.add_patterns(patterns)
    return ruler


def _looks_at_one(rule: Mapping[str, Any]) -> bool:
    return rule["attrs"].keys() <= {"POS", "MORPH", "LEMMA"} and all(
        len(pattern) == 1 and pattern[0].keys() <= _ALONE and _forms(pattern[0]) is not None
        for pattern in rule["patterns"]
    )


def _forms(token: Mapping[str, Any]) -> list[str] | None:
    """The lower-cased forms that a token pattern names; None if it tells them in another way."""
    match token.get("LOWER", []):
        case str(form):
            return [form]
        case {"IN": list(forms)} | list(forms):
            return forms
    return None


@Language.factory(NAME)
def _made(nlp: Language, name: str) -> Ruler:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return Ruler(ruler)


def remembering(language: Language) -> None:
    """Puts a remembering ruler in the place of the pipeline's own, if it has one."""
    if language.has_pipe("attribute_ruler"):
        language.add_pipe(NAME, after="attribute_ruler")
        language.remove_pipe("attribute_ruler")
