"""A layer's whole attention as one step, so that no map outlives its layer.

Maps of every pair of positions are not kept: they are computed again, layer by layer, while the
coefficients are pulled backwards, and relevance by edge is read off in the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from typing_extensions import override

from auditkit.capture.ledger.rules import Rule, Run, compared, slope, softmax_secant

if TYPE_CHECKING:
    from torch import Tensor

    from auditkit.capture.attention import Scoring
    from auditkit.capture.ledger.sheet import Sheet


@dataclass(frozen=True, slots=True, eq=False)
class Attention(Rule):
    """context = softmax(scores(query, key)) value, heads apart: [batch heads queries head_width]."""

    scoring: Scoring
    sheet: Sheet
    layer: int
    edges: bool
    """Whether the relevance of each edge is written down; that of each head always is."""
    maps: bool
    """Whether the pattern of the input is written down."""

    @override
    def apply(self, *operands: Tensor) -> Tensor:
        """Return the context."""
        query, key, value = operands
        return self._pattern(query, key).to(value.dtype) @ value

    def _pattern(self, query: Tensor, key: Tensor) -> Tensor:
        scores = self.scoring.scores(query, key)
        return torch.softmax(scores, -1, dtype=torch.promote_types(scores.dtype, torch.float32))

    def _write(self, pattern: Tensor, heads: Tensor, edges: Tensor | None) -> None:
        self.sheet.heads[self.layer] = heads
        if self.maps:
            self.sheet.maps[self.layer] = pattern.half()
        if edges is not None:
            self.sheet.edges[self.layer] = edges


class SecantAttention(Attention):
    """D(A v) = mean(A) Dv + DA mean(v), DA by logarithmic means, D(q k) = mean(q) Dk + Dq mean(k)."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Return the coefficients of query, key and value."""
        there = compared(there)
        (q, k, v), (q0, k0, v0) = here.operands, there.operands
        a, a0 = self._pattern(q, k), self._pattern(q0, k0)
        edges = None
        if self.edges:
            edges = a * (grad @ v.transpose(2, 3)) - a0 * (grad @ v0.transpose(2, 3))
        self._write(a, (grad * (here.output - there.output)).sum(-1), edges)
        of_map = grad @ ((v + v0) / 2).transpose(2, 3)
        of_value = ((a + a0) / 2).to(grad.dtype).transpose(2, 3) @ grad
        return (*_pull_scores(self.scoring, softmax_secant(of_map, a, a0), here, there), of_value)


@dataclass(frozen=True, slots=True, eq=False)
class GatedAttention(Attention):
    """Every message gated: context_i = sum_j A_ij vbar_j + sum_j w_ij A_ij (v_j - vbar_j).

    All gates w are open (1) here and shut (0) there, where each message stands at its mean. The gates
    are all that differs, so the edges sum exactly to s - s_empty:
    E_ij = 1/2 [A_ij <v_j - vbar_j, d_i> + A'_ij <v'_j - vbar_j, d_i>].
    """

    means: Tensor
    """vbar, the mean value of each position's role: [batch heads keys head_width]."""
    shut: Callable[[], bool]
    """Whether the run is the one with all gates shut."""

    @override
    def apply(self, *operands: Tensor) -> Tensor:
        """Return the context, of the messages or of their means."""
        query, key, value = operands
        messages = self.means.to(value.dtype) if self.shut() else value
        return self._pattern(query, key).to(value.dtype) @ messages

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Write down the gates' share; return the coefficients of query, key and value."""
        there = compared(there)
        (q, k, v), (q0, k0, v0) = here.operands, there.operands
        a, a0 = self._pattern(q, k), self._pattern(q0, k0)
        means = self.means.to(grad.dtype)
        edges = a * (grad @ (v - means).transpose(2, 3))
        edges = (edges + a0 * (grad @ (v0 - means).transpose(2, 3))) / 2
        self._write(a, edges.sum(-1), edges if self.edges else None)
        self.sheet.write_links(self.layer, edges)
        middle = ((v + v0) / 2 - means) / 2 + means
        of_map = grad @ middle.transpose(2, 3)
        of_value = ((a + a0) / 4).to(grad.dtype).transpose(2, 3) @ grad
        return (*_pull_scores(self.scoring, softmax_secant(of_map, a, a0), here, there), of_value)


@dataclass(frozen=True, slots=True, eq=False)
class GradientAttention(Attention):
    """The true derivative; writes A_ij <v_j - vbar_j, ds/dcontext_i>, which predicts single changes."""

    means: Tensor
    """vbar, the mean value of each position's role: [batch heads keys head_width]."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Write down the links; return the derivatives of query, key and value."""
        query, key, value = here.operands
        pattern = self._pattern(query, key).to(grad.dtype)
        edges = pattern * (grad @ (value - self.means.to(grad.dtype)).transpose(2, 3))
        self._write(pattern, edges.sum(-1), edges if self.edges else None)
        self.sheet.write_links(self.layer, edges)
        of_map = grad @ value.transpose(2, 3)
        of_scores = pattern * (of_map - (pattern * of_map).sum(-1, keepdim=True))
        return (
            *_pull_scores(self.scoring, of_scores, here, here),
            pattern.transpose(2, 3) @ grad,
        )


def _pull_scores(
    scoring: Scoring, of_scores: Tensor, here: Run, there: Run
) -> tuple[Tensor, Tensor]:
    """Return the coefficients of query and key, given those of the scores."""
    (q, k, _), (q0, k0, _) = here.operands, there.operands
    of_scores = of_scores.to(q.dtype)
    if scoring.softcap is not None:
        cap = scoring.softcap
        products = scoring.products(q, k), scoring.products(q0, k0)
        of_scores = of_scores * slope(
            lambda z: cap * torch.tanh(z / cap),
            *((z, cap * torch.tanh(z / cap)) for z in products),
        )
    of_scores = of_scores * scoring.scaling
    return of_scores @ ((k + k0) / 2), of_scores.transpose(2, 3) @ ((q + q0) / 2)
