"""Trains the attribution network on a PolNeAR-shaped corpus: python train.py CORPUS BERT OUT.

CORPUS: a folder with train.* and dev.*; BERT: model.safetensors and tokenizer.json of a MiniLM-L6; OUT: a
folder. Seeds are fixed. Prints the score on dev after every epoch and keeps the last weights.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from corpus import LINKED, Document, Window, damaged, documents, windows
from encoder import Linker, Reader, distances, load_pretrained
from evaluate import evaluate
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

EPOCHS, BATCH, RATE, HEAD_RATE, WARMUP, SEED = 5, 16, 2e-4, 5e-4, 0.1, 7
DAMAGED = 0.25  # of the documents, anew in each epoch
NEGATIVES = 2  # places a window that look like a cue to the network and are none


def main() -> None:
    """The one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "bert", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    args = parser.parse_args()
    seed_all(SEED)
    tokenizer = Tokenizer.from_file(str(args.bert / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    reader, linker = Reader(), Linker()
    load_pretrained(reader, linker, args.bert / "model.safetensors")
    train = list(documents(args.corpus, "train"))
    steps = args.epochs * sum(len(windows(d, tokenizer)) for d in train) // BATCH
    optimiser, schedule = optimising(reader, linker, steps)
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(args.epochs):
        began = time.time()
        loss = one_epoch(epoch, train, tokenizer, reader, linker, optimiser, schedule)
        torch.save({"reader": reader.state_dict(), "linker": linker.state_dict()}, args.out / "weights.pt")
        print(f"epoch {epoch + 1}: loss {loss:.4f}, {time.time() - began:.0f} s", flush=True)
        print(evaluate(reader, linker, tokenizer, args.corpus, "dev"), flush=True)


def seed_all(seed: int) -> None:
    """Fixes every source of chance."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def optimising(reader: Reader, linker: Linker, steps: int):  # type: ignore[no-untyped-def]
    """AdamW, the new parts faster than the published ones; linear warm-up, then linear decay."""
    new = [
        *reader.cue.parameters(),
        *linker.distance.parameters(),
        *linker.tags.parameters(),
        *linker.norm.parameters(),
    ]
    known = {id(p) for p in new}
    old = [p for part in (reader, linker) for p in part.parameters() if id(p) not in known]
    groups = [{"params": old, "lr": RATE}, {"params": new, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(WARMUP * steps))
    ramp = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / warm, max(0.02, (steps - n) / (steps - warm + 1)))
    )
    return optimiser, ramp


def one_epoch(epoch, train, tokenizer, reader, linker, optimiser, schedule):  # type: ignore[no-untyped-def]
    """Every document once, some of them damaged; the mean loss."""
    rng = random.Random(SEED + epoch)
    shown = [w for d in train for w in windows(_shown(d, rng), tokenizer, offset=rng.randrange(0, 254))]
    rng.shuffle(shown)
    shown = bucketed(shown, rng)
    losses = []
    for n, batch in enumerate(shown):
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(batch, reader, linker, rng)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*reader.parameters(), *linker.parameters()], 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        losses.append(float(loss.detach()))
        if n % 20 == 0:
            print(f"  {epoch + 1}: {n}/{len(shown)} loss {np.mean(losses[-20:]):.4f}", flush=True)
    return float(np.mean(losses))


def _shown(document: Document, rng: random.Random) -> Document:
    return damaged(document, rng) if rng.random() < DAMAGED else document


def bucketed(shown: list[Window], rng: random.Random) -> list[list[Window]]:
    """Batches of windows of like length, in random order."""
    chunks = [
        sorted(shown[n : n + 20 * BATCH], key=lambda w: len(w.ids)) for n in range(0, len(shown), 20 * BATCH)
    ]
    batches = [chunk[n : n + BATCH] for chunk in chunks for n in range(0, len(chunk), BATCH)]
    rng.shuffle(batches)
    return batches


def loss_of(batch: list[Window], reader: Reader, linker: Linker, rng: random.Random) -> Tensor:
    """Cross-entropy of the cue tags, and of the link tags of gold cues and of places that are none."""
    reader.train()
    linker.train()
    ids, mask, cues = padded(batch)
    hidden, logits = reader(ids, mask)
    cue_loss = F.cross_entropy(logits.float().flatten(0, 1), cues.flatten(), ignore_index=-1)
    rows, starts, far, tags, crop_mask = crops(batch, logits, rng)
    if not len(rows):
        return cue_loss
    picked = hidden[rows[:, None], starts]
    link_logits = linker(picked, far, crop_mask)
    link_loss = F.cross_entropy(link_logits.float().flatten(0, 1), tags.flatten(), ignore_index=-1)
    return cue_loss * 2 + link_loss


def padded(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and cue tags (-1 where there is no token)."""
    longest = max(len(w.ids) for w in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    cues = torch.full((len(batch), longest), -1)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        mask[row, : len(window.ids)] = 1
        cues[row, 1 : len(window.ids) - 1] = 0
        for start, end in window.cues:
            cues[row, start] = 1
            cues[row, start + 1 : end] = 2
    return ids, mask, cues


def crops(batch: list[Window], logits: Tensor, rng: random.Random):  # type: ignore[no-untyped-def]
    """Stretches around cues, as the linker will see them: window row, token places, distances, tags, mask."""
    chosen = [(row, link.cue, link) for row, window in enumerate(batch) for link in window.links]
    guesses = logits.detach().float().softmax(-1)[..., 1]
    for row, window in enumerate(batch):
        taken = {at for a, b in window.cues for at in range(a, b)}
        ranked = guesses[row, 1 : len(window.ids) - 1].argsort(descending=True)[:12].tolist()
        free = [at + 1 for at in ranked if at + 1 not in taken]
        chosen += [(row, (at, at + 1), None) for at in rng.sample(free, min(NEGATIVES, len(free)))]
    spans = [(max(1, c[0] - LINKED), min(len(batch[row].ids) - 1, c[1] + LINKED)) for row, c, _ in chosen]
    longest = max((b - a for a, b in spans), default=0)
    places = torch.zeros(len(chosen), longest, dtype=torch.long)
    far = torch.zeros(len(chosen), longest, dtype=torch.long)
    tags = torch.full((len(chosen), longest), -1)
    mask = torch.zeros(len(chosen), longest, dtype=torch.long)
    for n, ((row, cue, link), (a, b)) in enumerate(zip(chosen, spans, strict=True)):
        places[n, : b - a] = torch.arange(a, b)
        far[n, : b - a] = distances(len(batch[row].ids), *cue)[a:b]
        mask[n, : b - a] = 1
        tags[n, : b - a] = 0
        for base, parts in ((1, link.source), (3, link.content)) if link is not None else ():
            for start, end in parts:
                start, end = max(start, a), min(end, b)
                if start < end:
                    tags[n, start - a] = base
                    tags[n, start - a + 1 : end - a] = base + 1
    return torch.tensor([row for row, _, _ in chosen], dtype=torch.long), places, far, tags, mask


if __name__ == "__main__":
    main()
