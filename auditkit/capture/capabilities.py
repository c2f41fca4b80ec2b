"""What a model can give to methods beyond its answers, found on the probe; what it cannot has a reason.

A method names what it needs (`auditkit.explain.base.Method.needs`). Where a model lacks that, the method is left
out by name, and the audit goes on with the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.attention import attending
from auditkit.capture.classifier import with_last_state
from auditkit.capture.difference import ROUNDINGS, Difference, difference
from auditkit.capture.layer_range import Stack, kept_states
from auditkit.capture.ledgers import ledgers
from auditkit.capture.paths import Walk
from auditkit.capture.requests import LedgerRows, PathRows
from auditkit.capture.trying import tried
from auditkit.records import Readout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor, nn

    from auditkit.capture.attention import Scoring
    from auditkit.capture.engine import Engine
    from auditkit.capture.requests import LedgerSheet
    from auditkit.records import Encoded


class Need(StrEnum):
    """What a method, or another part of an audit, may need of a model."""

    ATTENTION = "attention"
    """A map of attention for every layer and head: rows, heads, queries, keys."""
    READ_POSITION = "read_position"
    """Which positions' last hidden states the classifier reads: the first, the last or all."""
    GRADIENTS = "gradients"
    """Gradients of the logits at the embeddings, equal to how the logits change."""
    PROJECTIONS = "projections"
    """The linear map of each layer that reads the attention's context."""
    READ_WEIGHTS = "read_weights"
    """How much each position counts for the classifier: all of it, or equal shares."""
    LEDGER = "ledger"
    """A ledger's two runs, the same whatever a text is batched with."""
    FROZEN_LEDGER = "frozen_ledger"
    """A frozen ledger's run, the same whatever a text is batched with."""
    LAYERS = "layers"
    """Hidden states that go from layer to layer as they are, and runs that begin at one."""


NEAR = 0.1
"""Largest difference of a gradient from the slope of the logits, as a share of the larger."""
STEPS = (1e-2, 1e-3, 1e-4)
"""Half of the stretches of the way, from the blank (0) to the text (1), over which slopes are measured: one
must fit. Steep ways need a short one, rounding a long one."""
POINTS = (0.25, 0.5, 0.75)
"""Where slopes are measured; routing may jump at some of them, so the median counts."""


def capabilities(engine: Engine, rows: Sequence[Encoded]) -> dict[Need, str]:
    """Return what the model lacks, each with a sentence that says why; settle what its layers can be used for.

    Args:
        engine: Its anatomy is corrected where what was found of layers and feed-forward parts does not hold.
        rows: The probe, the longest first.
    """
    probe = _Capabilities(engine, rows)
    asked: dict[Need, Callable[[], str | None]] = {
        Need.ATTENTION: lambda: engine.anatomy.unseen,
        Need.READ_POSITION: lambda: engine.anatomy.unread,
        Need.GRADIENTS: probe.without_gradients,
        Need.PROJECTIONS: probe.without_projections,
        Need.READ_WEIGHTS: probe.without_read_weights,
        Need.LEDGER: probe.without_ledger,
        Need.FROZEN_LEDGER: probe.without_frozen_ledger,
        Need.LAYERS: probe.without_layers,
    }
    lacks: dict[Need, str] = {}
    for need, why in asked.items():
        reason = tried(why)
        if reason is not None:
            lacks[need] = reason
    return lacks


@dataclass(frozen=True, slots=True, eq=False)
class _Capabilities:
    engine: Engine
    rows: Sequence[Encoded]

    @property
    def dtype(self) -> torch.dtype:
        dtype: torch.dtype = self.engine.embeddings.weight.dtype
        return dtype

    def target(self) -> Readout:
        """Return a target: the largest logit of the longest text against the smallest."""
        with torch.no_grad():
            logits = self.engine.forward(self.engine.passes.batch(self.rows[:1]))[0].cpu().numpy()
        weights = np.zeros(len(logits), np.float32)
        weights[logits.argmax()] += 1
        if len(logits) > 1:
            weights[logits.argmin()] -= 1
        return Readout.of_classes(weights)

    def without_gradients(self) -> str | None:
        """Compare gradients with slopes on the way from the blanked text to the text."""
        target, found = self.target(), []
        for step in STEPS:
            alphas = np.add.outer(POINTS, (-step, 0, step)).reshape(-1)
            gradients, values = self._walk(PathRows(self.rows[0], target, alphas))
            gradients, values = gradients.reshape(-1, 3)[:, 1], values.reshape(-1, 3)
            slopes = (values[:, 2] - values[:, 0]) / (2 * step)
            found.append(_off(gradients, slopes, self._rounding(values) / step))
            if found[-1][0] <= NEAR:
                return None
        _, gradient, slope = min(found)
        return (
            f"its gradient at the embeddings says {gradient:.2g} where the logits change at a rate of "
            f"{slope:.2g}"
        )

    def _walk(self, path: PathRows) -> tuple[np.ndarray, np.ndarray]:
        """Return the gradient along the way, and the target's value, at every point of a path."""
        engine = self.engine
        points = [(path, float(alpha)) for alpha in path.alphas]
        batch = engine.passes.batch([path.encoded] * len(points))
        steps = Walk(batch, points, engine.references)
        with torch.enable_grad(), engine.passes.entry(batch).replaced(steps):
            products, values = steps.products(engine.answer(batch))
        gradients = products.double().sum(-1)
        return gradients.cpu().numpy(), values.detach().double().cpu().numpy()

    def _rounding(self, values: np.ndarray) -> float:
        return float(ROUNDINGS * torch.finfo(self.dtype).eps * np.abs(values).max())

    def without_projections(self) -> str | None:
        """Say that no linear map was seen to read the context of some layer."""
        if self.engine.anatomy.projections:
            return None
        return "no linear map reads the context of the attention in every layer"

    def without_read_weights(self) -> str | None:
        """Compare a classifier that reads all positions with one that reads their mean."""
        if self.engine.anatomy.reads != "mean":
            return None
        row = self.rows[0]
        with torch.no_grad():
            plain, state = self._reading([row], lambda state: state)
            mean, _ = self._reading(
                [row], lambda state: state.mean(1, keepdim=True).expand_as(state)
            )
            every = [row] * len(row.tokens)
            alone, _ = self._reading(
                every, lambda _: state[0][:, None].expand(-1, len(state[0]), -1)
            )
        found = [self._difference(plain, other) for other in (mean, alone.mean(0, keepdim=True))]
        closest = min(found, key=lambda one: one.largest)
        if not closest.too_large:
            return None
        return (
            "its classifier reads all positions, but not with equal weights: at their mean a logit differs by "
            f"{closest.largest:.2g}, expected at most {closest.allowed:.2g}"
        )

    def _reading(
        self, rows: Sequence[Encoded], change: Callable[[Tensor], Tensor]
    ) -> tuple[Tensor, Tensor]:
        passes = self.engine.passes
        return with_last_state(passes, passes.batch(rows), type(passes.model).__name__, change)

    def without_ledger(self) -> str | None:
        """Hold sheets of texts alone against those in company, and every cut against the tokens."""
        return self._without_sheets(frozen=False)

    def without_frozen_ledger(self) -> str | None:
        """Hold sheets of texts alone against those in company."""
        return self._without_sheets(frozen=True)

    def _without_sheets(self, *, frozen: bool) -> str | None:
        target = self.target()
        asked = [
            LedgerRows(row, target, np.zeros(len(row.ids), np.bool_), row.words >= 0)
            for row in self.rows
        ]
        together = _known(ledgers(self.engine, asked, frozen=frozen))
        alone = _known(
            [sheet for one in asked for sheet in ledgers(self.engine, [one], frozen=frozen)]
        )
        gap = median(_gap(sheet) / max(abs(sheet.value), 1) for sheet in alone)
        if not gap <= self._share:
            return (
                f"the model has a step without a rule: on short texts it misses the logits by {gap:.2g} of their "
                f"size (median; at most {self._share:.2g})"
            )
        for name in ("tokens", "heads", "cuts", "positions", "biases"):
            worst = self._largest(name, alone, together)
            if worst.too_large:
                return (
                    f"its relevance by {name} depends on what a text is batched with: it differs by "
                    f"{worst.largest:.2g}, expected at most {worst.allowed:.2g}"
                )
        if self._largest("mlp", alone, together).too_large:
            self._give_up(feed_forward=())
        if not frozen:
            self._hold_cuts(alone)
        return None

    def _largest(
        self, name: str, alone: Sequence[LedgerSheet], together: Sequence[LedgerSheet]
    ) -> Difference:
        """Return the largest difference in one account, the one furthest above what is allowed."""
        found = [
            difference(torch.from_numpy(one), torch.from_numpy(other), self.dtype)
            for one, other in (
                (getattr(first, name), getattr(second, name))
                for first, second in zip(alone, together, strict=True)
            )
            if one is not None and other is not None and one.size
        ]
        # A ledger adds up thousands of products: its rounding is larger than that of a logit.
        wider = [Difference(one.largest, 10 * one.allowed) for one in found]
        return max(wider, key=lambda one: one.largest - one.allowed, default=Difference(0.0, 0.0))

    def _hold_cuts(self, sheets: Sequence[LedgerSheet]) -> None:
        """Give up the layers where a cut does not hold all that passes between two layers."""
        for sheet in sheets:
            total = float(sheet.tokens.astype(np.float64).sum())
            allowed = self._share * max(abs(sheet.value), abs(sheet.base), abs(total))
            gaps = np.abs(sheet.cuts.astype(np.float64).sum(-1) - total)
            if (gaps > allowed).any():
                cut = int(gaps.argmax())
                self._give_up(
                    stack=Stack(
                        (),
                        returns_tuple=False,
                        unknown=f"more than the hidden state passes before layer {cut}: it misses {gaps[cut]:.2g} "
                        f"of the relevance, expected at most {allowed:.2g}",
                    ),
                    feed_forward=(),
                )
                return

    @property
    def _share(self) -> float:
        """What rounding explains of a balance: more than on the audited texts, where it is held strictly."""
        return float(max(1e-3, ROUNDINGS * torch.finfo(self.dtype).eps))

    def _give_up(self, **parts: tuple[nn.Module, ...] | Stack) -> None:
        self.engine.anatomy = replace(self.engine.anatomy, **parts)  # type: ignore[arg-type]

    def without_layers(self) -> str | None:
        """Run ranges of layers, and another arithmetic in place of attention; both must give the plain answer."""
        stack, passes = self.engine.anatomy.stack, self.engine.passes
        if not stack.layers:
            return f"its layers cannot be told apart: {stack.unknown}"
        batch = passes.batch(self.rows)
        cuts: dict[int, Tensor] = {}
        with torch.no_grad():
            with kept_states(stack, cuts.__setitem__):
                plain = self.engine.forward(batch)
            for start, state in self._starts(cuts):
                with stack.only(start, state=state), attending(_plain_attention):
                    found = self._difference(plain, self.engine.forward(batch))
                if found.too_large:
                    return (
                        f"run from its layer {start} on it answers otherwise: a logit differs by "
                        f"{found.largest:.2g}, expected at most {found.allowed:.2g}"
                    )
            with stack.only(stop=len(stack.layers) // 2):
                self.engine.forward(batch)
        return None

    def _starts(self, cuts: dict[int, Tensor]) -> Iterator[tuple[int, Tensor | None]]:
        """Yield the first layers to run from, with what they read: the first, one in the middle, the last."""
        layers = len(self.engine.anatomy.stack.layers)
        for start in sorted({0, layers // 2, layers - 1}):
            yield start, cuts[start] if start else None

    def _difference(self, one: Tensor, other: Tensor) -> Difference:
        return difference(one, other, self.dtype)


def _off(gradients: np.ndarray, slopes: np.ndarray, rounding: float) -> tuple[float, float, float]:
    """Return the median difference as a share of the larger, and a gradient and slope that lie so far apart."""
    larger = np.maximum(np.abs(gradients), np.abs(slopes))
    apart = np.maximum(np.abs(gradients - slopes) - rounding, 0)
    shares = apart / np.maximum(larger, np.finfo(np.float64).tiny)
    shares[~np.isfinite(shares)] = np.inf
    middle = int(np.argsort(shares)[len(shares) // 2])
    return float(shares[middle]), float(gradients[middle]), float(slopes[middle])


def _gap(sheet: LedgerSheet) -> float:
    return abs(sheet.value - sheet.base - float(sheet.tokens.astype(np.float64).sum()))


def _known(sheets: Sequence[LedgerSheet | None]) -> list[LedgerSheet]:
    return [sheet for sheet in sheets if sheet is not None]


def _plain_attention(
    module: nn.Module,  # noqa: ARG001  (another arithmetic's signature)
    scoring: Scoring,
    query: Tensor,
    key: Tensor,
    value: Tensor,
) -> Tensor:
    pattern = torch.softmax(scoring.scores(query, key), -1, dtype=torch.float32)
    return pattern.to(value.dtype) @ value
