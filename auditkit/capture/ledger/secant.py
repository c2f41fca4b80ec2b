"""The secant ledger: s(input) - s(reference), shared exactly among the tokens that differ.

One backward pass from s with the secant coefficients of LEDGER's rules gives g at the embeddings, and
s(x) - s(x') = sum over tokens of <e_t - e'_t, g_t>. The same coefficients balance at every layer's cut,
because nothing enters between the layers that does not differ between the two runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import torch

from auditkit.capture.entry import Entry
from auditkit.capture.ledger.attention import (
    GatedAttention,
    GradientAttention,
    SecantAttention,
)
from auditkit.capture.ledger.sheet import Books, Sheet
from auditkit.capture.ledger.taken import Slot, take
from auditkit.capture.ledger.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor, nn

    from auditkit.capture.attention import Scoring
    from auditkit.capture.ledger.rules import Rule
    from auditkit.capture.readouts import Terms


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """A model and a batch, ready to be run as often as a ledger needs."""

    run: Callable[[], Tensor]
    """Runs the batch; returns logits [rows classes]."""
    embeddings: nn.Module
    """The input embeddings."""
    stack: Sequence[nn.Module]
    """The modules that are the layers, in the order of their calls; empty if they are not known."""
    target: Terms
    """What s is of each row."""
    edges: bool = False
    """Whether relevance is kept for every edge."""
    neurons: bool = False
    """Whether relevance is kept for every neuron of an account of tokens."""
    ids: Tensor | None = None
    """What the embeddings look up for the batch's tokens; None where they are called for nothing else."""
    attention: bool = False
    """Whether the attention of the input is kept."""
    maps: Sequence[nn.Module] | None = None
    """The last linear maps of the layers' feed-forward parts; None for all that read activations."""

    @property
    def entry(self) -> Entry:
        """Where the tokens enter."""
        return Entry(self.embeddings, self.ids)

    def values(self, sheet: Sheet) -> Tensor:
        """Run the input, keep its logits, and return s of every row."""
        logits = self.run()
        sheet.logits = logits.detach()
        return self.of_logits(logits)

    def of_logits(self, logits: Tensor) -> Tensor:
        """Return s of every row."""
        return self.target.sums(logits)


def secant_ledger(
    ask: Pass, here: Callable[[Tensor], Tensor], there: Callable[[Tensor], Tensor]
) -> tuple[Sheet, Tensor, Tensor]:
    """Share the difference of s between two versions of a batch among its tokens.

    Args:
        ask: The model and the batch.
        here: Turns the output of the input embeddings into those of the input.
        there: The same for the reference.

    Returns:
        The sheet, and s of the input and of the reference, each [rows].
    """
    trace = Trace()
    rule = partial(SecantAttention, edges=ask.edges, maps=ask.attention)
    books = Books(trace.call, ask.stack, rule, each_neuron=ask.neurons, maps=ask.maps)
    return (books.sheet, *_compare(ask, trace, books, here, there))


def gate_ledger(
    ask: Pass, here: Callable[[Tensor], Tensor], means: Sequence[Tensor]
) -> tuple[Sheet, Tensor, Tensor]:
    """Share s - s_empty among all attention messages, s_empty being s with each at its mean.

    Args:
        ask: The model and the batch.
        here: Turns the output of the input embeddings into those of the input.
        means: For each layer the mean value at each position's role, [rows heads tokens head_width].

    Returns:
        The sheet, whose heads and edges are those of the gates, s and s_empty, each [rows].
    """
    trace = Trace()

    def attention(scoring: Scoring, sheet: Sheet, layer: int) -> GatedAttention:
        return GatedAttention(
            scoring,
            sheet,
            layer,
            ask.edges,
            ask.attention,
            means[layer],
            shut=lambda: not trace.is_first,
        )

    books = Books(trace.call, ask.stack, attention, maps=ask.maps)
    return (books.sheet, *_compare(ask, trace, books, here, here))


def gradient_links(
    ask: Pass, here: Callable[[Tensor], Tensor], means: Sequence[Tensor]
) -> tuple[Sheet, Tensor]:
    """Return what the true gradient of s predicts for every message that is put at its mean.

    Args:
        ask: The model and the batch.
        here: Turns the output of the input embeddings into those of the input.
        means: As in `gate_ledger`.

    Returns:
        The sheet, whose links are A_ij <v_j - vbar_j, ds/dcontext_i>, heads summed: how much s is
        expected to fall. And s, [rows].
    """

    def call(rule: Rule, *operands: Tensor) -> Tensor:
        return take(Slot(rule), *operands)

    def attention(scoring: Scoring, sheet: Sheet, layer: int) -> GradientAttention:
        return GradientAttention(scoring, sheet, layer, ask.edges, ask.attention, means[layer])

    books = Books(call, ask.stack, attention, maps=ask.maps)
    watching = books.watching(ask.entry, lambda output: here(output).detach().requires_grad_())
    with watching, torch.enable_grad():
        value = ask.values(books.sheet)
    value.sum().backward()
    return books.sheet, value.detach()


def _compare(
    ask: Pass,
    trace: Trace,
    books: Books,
    here: Callable[[Tensor], Tensor],
    there: Callable[[Tensor], Tensor],
) -> tuple[Tensor, Tensor]:
    """Run the input and the reference in step, fill the sheet, and return s of both."""

    def leaf(output: Tensor) -> Tensor:
        return here(output).detach().requires_grad_()

    with books.watching(ask.entry, leaf), trace.here():
        value = ask.values(books.sheet)
    with books.watching(ask.entry, there), trace.there():
        reference = ask.of_logits(ask.run())
    value.sum().backward()
    trace.forget()
    return value.detach(), reference
