"""The network: a small BERT, a cue tagger on it, and one more layer that reads again for each cue.

First the encoder reads a window once and tags cues (BIO). Then, for each cue, one further transformer layer
sees the encoder's output with the distance of every token to that cue added, and tags its source and its
contents. Links come free, one span may serve two attributions, nesting is possible; and only one layer in
seven runs once a cue.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

CUE_TAGS = 3  # O B I
LINK_TAGS = 5  # O, B and I of the source, B and I of the content
REACH = 128  # tokens: distances to the cue beyond this are one


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT (Devlin et al., 2019)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout, self.scale = heads, dropout, (width // heads) ** -0.5
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_output = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def fold(self) -> None:
        """Moves the scale of the attention into the weights of the query: the same, in fewer steps."""
        with torch.no_grad():
            self.query.weight *= self.scale
            self.query.bias *= self.scale
        self.scale = 1.0

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """``hidden`` (batch, tokens, width); ``mask`` (batch, tokens): 1 where a token is. Gives hidden."""
        batch, tokens, width = hidden.shape
        split = (batch, tokens, self.heads, width // self.heads)
        query, key, value = (
            part(hidden).view(split).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3)
        scores = scores * self.scale if self.scale != 1.0 else scores
        if mask is not None:
            scores = scores + (1.0 - mask[:, None, None, :].to(scores.dtype)) * -1e4
        weights = F.dropout(scores.softmax(-1), self.dropout, self.training)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, tokens, width)
        mixed = F.dropout(self.output(mixed), self.dropout, self.training)
        hidden = self.norm_attention(hidden + mixed)
        inner = F.dropout(self.down(F.gelu(self.up(hidden))), self.dropout, self.training)
        return self.norm_output(hidden + inner)


class Reader(nn.Module):
    """Token ids → hidden states and cue logits."""

    def __init__(self, vocabulary: int = 30522, width: int = 384, heads: int = 12, layers: int = 6) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, 4 * width, 0.1) for _ in range(layers))
        self.cue = nn.Linear(width, CUE_TAGS)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """``ids``, ``mask`` (batch, tokens) → hidden (…, width) and cue logits (…, 3)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.words(ids) + self.places(places)[None])
        hidden = F.dropout(hidden, 0.1, self.training)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden, self.cue(hidden)


class Linker(nn.Module):
    """Hidden states and the distance to one cue → tags of its source and contents."""

    def __init__(self, width: int = 384, heads: int = 12) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * REACH + 2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layer = Layer(width, heads, 4 * width, 0.1)
        self.tags = nn.Linear(width, LINK_TAGS)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, hidden: Tensor, distance: Tensor, mask: Tensor | None = None) -> Tensor:
        """``distance`` (batch, tokens): see ``distances``. Logits (batch, tokens, 5)."""
        hidden = self.norm(hidden + self.distance(distance))
        return self.tags(self.layer(hidden, mask))


def distances(tokens: int, start: int, end: int) -> Tensor:
    """How far before or behind the cue ``start:end`` each token stands, as an index of an embedding."""
    at = torch.arange(tokens)
    signed = torch.where(at < start, at - start, torch.where(at >= end, at - end + 1, torch.zeros_like(at)))
    return signed.clamp(-REACH, REACH) + REACH


def load_pretrained(reader: Reader, linker: Linker, weights: Path) -> None:
    """Starts from a published BERT (safetensors); the linker's layer starts as the encoder's last."""
    saved = load_file(weights)
    state = {
        "words.weight": saved["embeddings.word_embeddings.weight"],
        "places.weight": saved["embeddings.position_embeddings.weight"],
        "norm.weight": saved["embeddings.LayerNorm.weight"],
        "norm.bias": saved["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "output": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm_output": "output.LayerNorm",
    }  # fmt: skip
    for n, _ in enumerate(reader.layers):
        for own, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{n}.{own}.{part}"] = saved[f"encoder.layer.{n}.{theirs}.{part}"]
    state["words.weight"] = state["words.weight"] + saved["embeddings.token_type_embeddings.weight"][0]
    missing = reader.load_state_dict(state, strict=False)
    if missing.unexpected_keys or not all(key.startswith("cue.") for key in missing.missing_keys):
        raise ValueError(f"not the weights of a MiniLM-L6: {missing}")
    linker.layer.load_state_dict(reader.layers[-1].state_dict())
