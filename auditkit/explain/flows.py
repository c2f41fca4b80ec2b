"""What every attention message and the leading neurons contribute, for the examples shown in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.ledgers import ledgers
from auditkit.explain.ledgers import PathMean, rows_of
from auditkit.explain.maps import held_together, map_entries
from auditkit.explain.methods.ledger import paths_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32

    from auditkit.capture.requests import LedgerSheet
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case

LEDGERS = ("ledger", "frozen_ledger")
"""The ledgers that may be followed, the preferred one first."""
NEURONS = 8
"""Neurons of each layer and token that are kept."""


def followed(methods: Sequence[str]) -> str | None:
    """Return the ledger whose messages an audit keeps: the first of `LEDGERS` that it runs."""
    return next((name for name in LEDGERS if name in methods), None)


def flows(runner: Runner, cases: Sequence[Case], *, frozen: bool) -> list[dict[str, np.ndarray]]:
    """Follow every case's ledger through its messages and neurons, by the steps that made it.

    Args:
        runner: Runs the model.
        cases: Examples and targets whose ledger adds up.
        frozen: Whether it is the frozen ledger.

    Returns:
        For each case ``edges`` float16 [layers heads tokens tokens], and where every feed-forward part
        has neurons, ``neurons`` int32, ``neuron_activations`` and ``neuron_relevance`` float32
        [layers tokens NEURONS], the largest relevance first; fewer if there are fewer. Nothing for a
        case that does not fit into memory.
    """
    paths = [[[rows_of(case)]] if frozen else paths_of(case) for case in cases]
    kept = [_Flow(len(of_case)) for of_case in paths]
    steps = [
        (flow, step)
        for flow, of_case in zip(kept, paths, strict=True)
        for path in of_case
        for step in path
    ]
    entries = [map_entries(runner, step.encoded) for _, step in steps]
    for some in held_together(steps, entries):
        sheets = ledgers(
            runner, [step for _, step in some], frozen=frozen, edges=True, neurons=True
        )
        for (flow, _), sheet in zip(some, sheets, strict=True):
            flow.add(sheet)
    return [flow.tensors(runner.anatomy.layers) for flow in kept]


class _Flow:
    """The steps of one case's ledger, added up as they come."""

    def __init__(self, paths: int) -> None:
        self._edges, self._neurons = PathMean(paths), PathMean(paths)
        self._activations: np.ndarray | None = None
        self._missing: set[str] = set()

    def add(self, sheet: LedgerSheet | None) -> None:
        """Add the next step; the first one starts at the text itself."""
        if sheet is None or sheet.edges is None:
            self._missing.add("edges")
        else:
            self._edges.add(sheet.edges)
        if sheet is None or sheet.neurons is None:
            self._missing.add("neurons")
            return
        self._neurons.add(sheet.neurons)
        if self._activations is None:
            self._activations = sheet.activations

    def tensors(self, layers: int) -> dict[str, np.ndarray]:
        """Return what is known of all steps."""
        found: dict[str, np.ndarray] = {}
        if "edges" not in self._missing:
            found["edges"] = self._edges.value().astype(np.float16)
        activations = self._activations
        if "neurons" not in self._missing and activations is not None:
            relevance = self._neurons.value()
            if len(relevance) == layers:
                found |= _leading(relevance, activations)
        return found


def _leading(
    relevance: Float32[np.ndarray, "layers tokens neurons"],
    activations: Float32[np.ndarray, "layers tokens neurons"],
) -> dict[str, np.ndarray]:
    """Return the neurons that contribute most at each layer and token; of equal ones the first."""
    # Layer by layer: the order of all neurons is as large as what is ordered.
    order = np.stack(
        [np.argsort(-np.abs(one), axis=-1, kind="stable")[:, :NEURONS] for one in relevance]
    )
    return {
        "neurons": order.astype(np.int32),
        "neuron_activations": np.take_along_axis(activations, order, axis=-1),
        "neuron_relevance": np.take_along_axis(relevance, order, axis=-1),
    }
