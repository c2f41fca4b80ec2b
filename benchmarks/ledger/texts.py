"""The texts of the study, and everything about their messages that its tables choose links by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.ledgers import ledgers
from auditkit.capture.message_links import message_links
from auditkit.capture.messages import Replacements
from auditkit.explain.base import example_seed
from auditkit.explain.chains.growth import Link
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.ledgers import rows_of
from benchmarks.workload import cases_of, demo_model, demo_texts, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Bool, Float32
    from torch import Tensor

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine
    from auditkit.capture.message_links import MessageLinks
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case
    from auditkit.records import Encoded

SEED = 20261123
TEXTS = 120


@dataclass(frozen=True, slots=True, eq=False)
class Studied:
    """One text; every map is [layers tokens tokens], heads summed, row i where position i looks."""

    case: Case
    links: MessageLinks
    frozen: Float32[np.ndarray, "layers tokens tokens"]
    """Relevance of each message in the frozen ledger, in units of s."""
    attention: Float32[np.ndarray, "layers tokens tokens"]
    """Sum of the heads' weights."""

    @property
    def alive(self) -> Bool[np.ndarray, "layers tokens tokens"]:
        """The messages that can reach what is read; in the last layer only those to what is read."""
        return self.links.relevance != 0

    @property
    def generator(self) -> np.random.Generator:
        """Source of this text's draws."""
        return np.random.default_rng(example_seed(self.case.encoded.example.id, "study", SEED))


class SummedAttention:
    """Keeps the attention of every layer, summed over heads."""

    def __init__(self, batch: Batch, engine: Engine) -> None:  # noqa: ARG002  (the observers' signature)
        self._layers: list[Tensor] = []

    def record(self, step: AttentionStep) -> None:
        """Keep the sum over heads."""
        self._layers.append(step.weights.sum(1))

    def result(self) -> Tensor:
        """Return float32 [rows layers tokens tokens]."""
        return torch.stack(self._layers, dim=1)

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return float32 [layers tokens tokens]."""
        return row[:, :tokens, :tokens].copy()


def demo_rows() -> tuple[Encoded, ...]:
    """Return all texts of the demo's evaluation set: what means are taken over."""
    return encode(demo_model(), demo_texts())


def sample(rows: Sequence[Encoded], count: int = TEXTS) -> list[Encoded]:
    """Return a seeded sample of the texts, in their order."""
    chosen = np.random.default_rng(SEED).choice(len(rows), min(count, len(rows)), replace=False)
    return [rows[place] for place in np.sort(chosen)]


def means_of(runner: Runner, rows: Sequence[Encoded]) -> Replacements:
    """Return the mean messages by role alone: single reference texts are not needed here."""
    found = replacements_from(runner, rows, seed=0)
    return Replacements(found.roles, found.values[:1])


def studied(runner: Runner, rows: Sequence[Encoded], means: Replacements) -> list[Studied]:
    """Return the maps of every text."""
    cases = cases_of(demo_model(), rows)
    questions = [(case.encoded, case.target.readout) for case in cases]
    links = message_links(runner, questions, means)
    frozen = ledgers(runner, [rows_of(case) for case in cases], frozen=True, edges=True)
    seen = runner.observe(rows, {"attention": SummedAttention})
    return [
        Studied(case, found, sheet.edges.sum(1), watched.seen["attention"])
        for case, found, sheet, watched in zip(cases, links, frozen, seen, strict=True)
    ]


def top(scores: np.ndarray, alive: np.ndarray, count: int) -> list[Link]:
    """Return the living links of the largest absolute score, the largest first."""
    places = np.argwhere(alive)
    order = np.argsort(-np.abs(scores[alive]), kind="stable")[:count]
    return [Link(*map(int, place)) for place in places[order]]


def drawn(alive: np.ndarray, count: int, generator: np.random.Generator) -> list[Link]:
    """Return living links drawn at random, without repetition."""
    places = np.argwhere(alive)
    chosen = generator.permutation(len(places))[:count]
    return [Link(*map(int, place)) for place in places[chosen]]
