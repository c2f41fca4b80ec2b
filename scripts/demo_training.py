"""Fine-tune the upper layers of the demo's encoder on stored outputs of the lower ones.

The lower layers stay as packaged, so their output is computed once per sentence. On one machine
with one set of versions, the same seed and number of threads give the same weights.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from demo_corpus import Sentence
from torch.nn.functional import cross_entropy
from torch.nn.utils import clip_grad_norm_
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoTokenizer, BertForSequenceClassification

from auditkit.demo.model import encoder_folder

LABELS = ("negative", "positive")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen about the training; the choice is made on the validation set."""

    layers: int = 2
    """How many of the upper encoder layers are trained."""
    learning_rate: float = 1e-4
    epochs: int = 3
    rating_slope: float = 0.0
    """Above 0, the target is sigmoid(slope x mean rating) instead of the rating's sign."""
    batch: int = 32
    warmup: float = 0.1
    weight_decay: float = 0.01
    clip: float = 1.0


class StoredStates(torch.nn.Module):  # type: ignore[misc]
    """Stands in for the embeddings and frozen layers: passes their stored output on."""

    def forward(self, *, inputs_embeds: torch.Tensor, **_: object) -> torch.Tensor:
        """Return `inputs_embeds`, [batch, tokens, width], as it is."""
        return inputs_embeds


def classifier() -> BertForSequenceClassification:
    """The packaged encoder with a fresh pooler and classifier, drawn from torch's generator."""
    labels = dict(enumerate(LABELS))
    model = BertForSequenceClassification.from_pretrained(encoder_folder(), id2label=labels)
    for layer in (model.bert.pooler.dense, model.classifier):
        torch.nn.init.normal_(layer.weight, std=model.config.initializer_range)
        torch.nn.init.zeros_(layer.bias)
    return model


def by_length(lengths: Sequence[int], size: int, rng: np.random.Generator | None) -> list[Any]:
    """Batches of row numbers of like length; with `rng`, mixed a little and in random order."""
    noise = 4 * rng.random(len(lengths)) if rng else np.zeros(len(lengths))
    order = np.argsort(np.asarray(lengths) + noise, kind="stable")
    batches = [order[start : start + size].tolist() for start in range(0, len(order), size)]
    if rng:
        rng.shuffle(batches)
    return batches


def padded(states: Sequence[torch.Tensor], rows: Sequence[int]) -> dict[str, torch.Tensor]:
    """Stored states of some rows as one padded batch with its mask."""
    chosen = [states[row] for row in rows]
    lengths = torch.tensor([len(state) for state in chosen])
    batch = pad_sequence(chosen, batch_first=True)
    mask = (torch.arange(batch.shape[1])[None] < lengths[:, None]).long()
    return {"inputs_embeds": batch, "attention_mask": mask}


def frozen_states(sentences: Sequence[Sentence], trained_layers: int) -> list[torch.Tensor]:
    """Output of the layers that stay frozen, [tokens, width] per sentence."""
    tokenizer = AutoTokenizer.from_pretrained(encoder_folder())
    bert = classifier().bert.eval()
    bert.encoder.layer = bert.encoder.layer[: len(bert.encoder.layer) - trained_layers]
    ids = tokenizer([s.text for s in sentences])["input_ids"]
    states: dict[int, torch.Tensor] = {}
    for rows in by_length([len(row) for row in ids], 64, None):
        batch = tokenizer.pad({"input_ids": [ids[row] for row in rows]}, return_tensors="pt")
        with torch.no_grad():
            output = bert(**batch).last_hidden_state
        states |= {row: output[at, : len(ids[row])].clone() for at, row in enumerate(rows)}
    return [states[row] for row in range(len(ids))]


def targets(sentences: Sequence[Sentence], slope: float) -> torch.Tensor:
    """Probability of each label, [sentences, 2]."""
    ratings = torch.tensor([s.rating for s in sentences])
    positive = torch.sigmoid(slope * ratings) if slope else (ratings > 0).float()
    return torch.stack([1 - positive, positive], dim=-1)


def train(
    sentences: Sequence[Sentence], states: list[torch.Tensor], settings: Settings, seed: int
) -> BertForSequenceClassification:
    """Train the upper layers on stored states.

    Returns:
        The trained upper part; its embeddings are `StoredStates`.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = classifier().train()
    model.bert.embeddings = StoredStates()
    model.bert.encoder.layer = model.bert.encoder.layer[-settings.layers :]
    wanted = targets(sentences, settings.rating_slope)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay
    )
    schedule = _schedule(optimiser, settings, len(states))
    for rows in _epochs(states, settings, rng):
        loss = cross_entropy(model(**padded(states, rows)).logits, wanted[rows])
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), settings.clip)
        optimiser.step()
        schedule.step()
    return model.eval()


def _epochs(
    states: Sequence[torch.Tensor], settings: Settings, rng: np.random.Generator
) -> Iterator[list[int]]:
    for epoch in range(settings.epochs):
        print(f"epoch {epoch + 1} of {settings.epochs}", file=sys.stderr, flush=True)
        yield from by_length([len(state) for state in states], settings.batch, rng)


def _schedule(
    optimiser: torch.optim.Optimizer, settings: Settings, rows: int
) -> torch.optim.lr_scheduler.LambdaLR:
    """Linear warm-up, then linear decay to nothing."""
    steps = settings.epochs * math.ceil(rows / settings.batch)
    rise = settings.warmup * steps

    def factor(step: int) -> float:
        return min((step + 1) / rise, (steps - step) / (steps - rise))

    return torch.optim.lr_scheduler.LambdaLR(optimiser, factor)


def validation_accuracy(
    model: BertForSequenceClassification, rows: Sequence[Sentence], states: list[torch.Tensor]
) -> float:
    """Share of validation sentences that the trained upper part labels as the raters do."""
    right = 0
    for batch in by_length([len(state) for state in states], 128, None):
        with torch.no_grad():
            answers = model(**padded(states, batch)).logits.argmax(dim=-1).tolist()
        right += sum(LABELS[a] == rows[row].label for a, row in zip(answers, batch, strict=True))
    return right / len(rows)


def overlay_tensors(
    model: BertForSequenceClassification, settings: Settings
) -> dict[str, torch.Tensor]:
    """The trained tensors in fp16, under their names in the whole classifier."""
    first = model.config.num_hidden_layers - settings.layers
    prefix = "bert.encoder.layer."
    named: dict[str, torch.Tensor] = {}
    for name, value in model.state_dict().items():
        if name.startswith(prefix):
            number, rest = name.removeprefix(prefix).split(".", 1)
            name = f"{prefix}{first + int(number)}.{rest}"  # noqa: PLW2901
        named[name] = value.half().contiguous()
    return dict(sorted(named.items()))
