"""Runs the attribution network over a report: weights from the package, on the CPU, in one thread.

The files lie in ``sayso/weights/attribution``; ``training/attribution`` makes them, and ``model.toml`` states
their hashes.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.asides import signed, wider
from sayso.extract.attributions.spotter import Floats, Ints, Spotted, spot
from sayso.model import Report
from sayso.nlp import passages
from sayso.span import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = files("sayso").joinpath("weights", "attribution")


class DamagedWeights(Exception):
    """A file of the network is not the one that was trained: the installation is broken."""


@dataclass(frozen=True, slots=True)
class Network:
    """The tokenizer and the two graphs."""

    tokenizer: Tokenizer
    reader: InferenceSession
    linker: InferenceSession

    def read(self, ids: Ints) -> tuple[Floats, Floats]:
        """``ids`` (windows, tokens) → hidden states (…, 384) and cue logits (…, 3)."""
        hidden, cue = self.reader.run(None, {"ids": ids})
        return hidden, cue

    def link(self, hidden: Floats, distance: Ints) -> Floats:
        """``hidden`` (cues, tokens, 384) → logits (cues, tokens, 5) of source and content."""
        tags: Floats = self.linker.run(None, {"hidden": hidden, "distance": distance})[0]
        return tags


def find_spotted(report: Report, least: float) -> list[Spotted]:
    """Attributions in the passages of a report, cues with a chance of at least ``least``. Needs no parse.

    None where a warning stands: it was not trained on broken text.
    """
    spans = passages(report)
    if not spans:
        return []
    encoding = network().tokenizer.encode(_only(report.text, spans), add_special_tokens=False)
    spotted = spot(encoding.ids, encoding.offsets, network().read, network().link, least)
    unsound = [warning.span for warning in report.warnings]
    return [one for one in spotted if not any(span.overlaps(one.cue) for span in unsound)]


def _only(text: str, spans: Sequence[Span]) -> str:
    """The text, blanked outside ``spans``, which are in order; parted for it as for the parser."""
    parts, at = [], 0
    for span in spans:
        parts += [" " * (span.start - at), span.of(text)]
        at = span.end
    seen = signed().sub(r"\1.", "".join(parts))
    return wider().sub(lambda match: match[1] + " " * len(match[2]), seen)


@cache
def network() -> Network:
    """The network, loaded once a process. Raises DamagedWeights."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    content = {name: _checked(name, digest) for name, digest in _hashes().items()}
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3

    def session(name: str) -> InferenceSession:
        return InferenceSession(content[name], options, providers=["CPUExecutionProvider"])

    tokenizer = Tokenizer.from_buffer(content["tokenizer.json"])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Network(tokenizer, session("reader.onnx"), session("linker.onnx"))


def _hashes() -> dict[str, str]:
    hashes: dict[str, str] = tomllib.loads(FOLDER.joinpath("model.toml").read_text(encoding="utf-8"))[
        "sha256"
    ]
    return hashes


def _checked(name: str, digest: str) -> bytes:
    content = FOLDER.joinpath(name).read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise DamagedWeights(f"{FOLDER.joinpath(name)} is not what model.toml says: install sayso anew")
    return content
