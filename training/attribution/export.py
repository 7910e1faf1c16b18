"""Writes what the package ships: python export.py WEIGHTS BERT OUT.

Two ONNX graphs, dynamically quantised to 8 bits: ``reader.onnx`` (ids → hidden, cue) and ``linker.onnx``
(hidden, distance → tags); the tokenizer; ``model.toml`` with the SHA-256 of each. The graphs take no
mask: the package gives them one stretch at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

import torch
from encoder import Linker, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


def main() -> None:
    """The one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "bert", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    saved = torch.load(args.weights, weights_only=True)
    reader, linker = Reader().eval(), Linker().eval()
    reader.load_state_dict(saved["reader"])
    linker.load_state_dict(saved["linker"])
    for layer in (*reader.layers, linker.layer):
        layer.fold()
    for part in (reader, linker):
        in_steps(part)
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    hidden = torch.zeros(2, 16, 384)
    write(reader, (ids,), ["ids"], ["hidden", "cue"], args.out / "reader.onnx")
    write(linker, (hidden, ids), ["hidden", "distance"], ["tags"], args.out / "linker.onnx")
    shutil.copy(args.bert / "tokenizer.json", args.out / "tokenizer.json")
    files = ("reader.onnx", "linker.onnx", "tokenizer.json")
    lines = [f'"{name}" = "{hashlib.sha256((args.out / name).read_bytes()).hexdigest()}"' for name in files]
    (args.out / "model.toml").write_text("[sha256]\n" + "\n".join(lines) + "\n", encoding="utf-8")


class Norm(nn.Module):
    """A layer norm in steps: ONNX Runtime's own kernel adds one number to another, at thrice the time."""

    def __init__(self, norm: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias, self.eps = norm.weight, norm.bias, norm.eps

    def forward(self, hidden: Tensor) -> Tensor:
        """``hidden`` (…, width), normed over the width."""
        centred = hidden - hidden.mean(-1, keepdim=True)
        # a reciprocal root, not a division by a root: that would be put back into one kernel
        scale = torch.rsqrt((centred * centred).mean(-1, keepdim=True) + self.eps)
        return centred * scale * self.weight + self.bias


def in_steps(part: nn.Module) -> None:
    """Puts a ``Norm`` for every layer norm in ``part``."""
    for name, child in part.named_children():
        if isinstance(child, nn.LayerNorm):
            setattr(part, name, Norm(child))
        else:
            in_steps(child)


def write(
    part: nn.Module,
    example: tuple[Tensor, ...],
    inputs: list[str],
    outputs: list[str],
    path: Path,
) -> None:
    """One graph, quantised, with any number of rows and tokens."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / path.name
        axes = {name: {0: "rows", 1: "tokens"} for name in (*inputs, *outputs)}
        torch.onnx.export(
            part,
            example,
            plain,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # 7 bits of weight: with 8, processors without VNNI saturate, and read another attribution.
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == "__main__":
    main()
