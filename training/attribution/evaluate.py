"""Scores the network as the package runs it: exact spans, and attributions whose three parts are exact."""

from __future__ import annotations

import re
from pathlib import Path

import torch
from corpus import documents
from encoder import Linker, Reader
from tokenizers import Tokenizer

from sayso.extract.attributions.spotter import spot


def evaluate(
    reader: Reader, linker: Linker, tokenizer: Tokenizer, corpus: Path, part: str, threshold: float = 0.5
) -> str:
    """F1 of exact sources, cues, contents, and of whole attributions, in a line."""
    reader.eval()
    linker.eval()
    found: dict[str, list[set[object]]] = {k: [set(), set()] for k in ("source", "cue", "content", "linked")}
    with torch.inference_mode():
        for n, document in enumerate(documents(corpus, part)):
            encoding = tokenizer.encode(document.text, add_special_tokens=False)
            spotted = spot(encoding.ids, encoding.offsets, _reading(reader), _linking(linker), threshold)
            got = [
                (n, (s.cue.start, s.cue.end), (s.source.start, s.source.end) if s.source else None,
                 _trimmed(document.text, [(c.start, c.end) for c in s.content]))
                for s in spotted
            ]  # fmt: skip
            gold = [(n, c, s[0] if s else None, _trimmed(document.text, t)) for c, s, t in document.links]
            for side, rows in enumerate((gold, got)):
                found["linked"][side].update(rows)
                found["cue"][side].update((n, r[1]) for r in rows)
                found["source"][side].update((n, r[2]) for r in rows if r[2])
                found["content"][side].update((n, r[3]) for r in rows)
    return "  ".join(f"{name} {_f1(*sides)}" for name, sides in found.items())


def _f1(gold: set[object], got: set[object]) -> str:
    hits = len(gold & got)
    precision, recall = hits / max(1, len(got)), hits / max(1, len(gold))
    return f"{2 * precision * recall / max(1e-9, precision + recall):.3f} (P {precision:.3f} R {recall:.3f})"


def _trimmed(text: str, spans) -> tuple[tuple[int, int], ...]:  # type: ignore[no-untyped-def]
    """Spans without marks and punctuation at their edges, as the benchmark compares them."""
    found = []
    for start, end in sorted(spans):
        words = [m.span() for m in re.finditer(r"\w+", text[start:end])]
        if words:
            found.append((start + words[0][0], start + words[-1][1]))
    return tuple(found)


def _reading(reader: Reader):  # type: ignore[no-untyped-def]
    def read(ids):  # type: ignore[no-untyped-def]
        hidden, logits = reader(torch.from_numpy(ids))
        return hidden.float().numpy(), logits.float().numpy()

    return read


def _linking(linker: Linker):  # type: ignore[no-untyped-def]
    def link(hidden, distance):  # type: ignore[no-untyped-def]
        return linker(torch.from_numpy(hidden), torch.from_numpy(distance)).float().numpy()

    return link
