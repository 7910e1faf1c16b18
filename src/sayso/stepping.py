"""spaCy's parser and entity recogniser with Python's lock in hand: in half of the time.

Both let go of the lock while they decide; but as they are compiled, every look at an empty place of the text
takes it again, and gives it back. Made step by step with the lock held, the states of spaCy's own making and
scores of its own weights, the same decisions come out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc


class StepwiseParser(DependencyParser):  # type: ignore[misc]  # compiled, untyped
    """Does what a ``DependencyParser`` does."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """The final states of unparsed documents. ``drop`` is for training, which this is not for."""
        return _stepped(self, docs)


class StepwiseRecognizer(EntityRecognizer):  # type: ignore[misc]  # compiled, untyped
    """Does what an ``EntityRecognizer`` does."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """The final states of documents without entities. ``drop`` is for training, which this is not for."""
        return _stepped(self, docs)


def _stepped(component: Any, docs: Sequence[Doc]) -> list[Any]:
    states: list[Any] = component.moves.init_batch(docs)
    model = component.model.predict(docs)
    weights, bias = (model.vec2scores.get_param(name) for name in "Wb")
    unseen = np.flatnonzero(model._class_mask == 0)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        scores = model.state2vec.predict(model.get_token_ids(unfinished)) @ weights.T + bias
        if unseen.size:
            scores[:, unseen] = scores.min()
        unfinished = component.transition_states(unfinished, scores)
    model.clear_memory()
    return states


STEPWISE = {"parser": StepwiseParser, "ner": StepwiseRecognizer}


def stepwise(language: Language) -> None:
    """Puts stepwise components in the place of the pipeline's own, where these decide as is done here."""
    for name in STEPWISE:
        if language.has_pipe(name) and _greedy(language.get_pipe(name)):
            language.add_pipe(f"stepwise_{name}", after=name)
            language.remove_pipe(name)


def _greedy(component: Any) -> bool:
    """Whether it goes from one state to one other, scored by two layers."""
    return bool(component.cfg["beam_width"] == 1 and component.model.attrs["has_upper"])


def _factory(replaced: str) -> None:
    @Language.factory(f"stepwise_{replaced}")
    def made(nlp: Language, name: str) -> Any:
        old: Any = nlp.get_pipe(replaced)
        return STEPWISE[replaced](nlp.vocab, old.model, replaced, old.moves)


for _name in STEPWISE:
    _factory(_name)
