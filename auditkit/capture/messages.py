"""Attention messages replaced by what stands in their place on average, or in another text.

A message is what position i gets from position j in a layer, A_ij v_j, all heads together. It is
replaced by A_ij w_j, where w_j is the mean value vector of j's role (``[CLS]``, ``[SEP]``, text) or the
value vector of that role in a reference text. The pattern A is always the one of the run itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jaxtyping import Float32, Int64
    from torch import Tensor, nn

    from auditkit.capture.attention import Scoring
    from auditkit.capture.batches import Batch
    from auditkit.records import Encoded, Readout

TEXT = "text"
FIRST = "first"
"""Role of the first token of a causal model, where attention rests: the sink."""


def role_names(encoded: Encoded, *, causal: bool) -> list[str]:
    """Return the role of every token: its own spelling for a special one, else ``text``."""
    names = [token.text if token.kind == "special" else TEXT for token in encoded.tokens]
    if causal and names:
        names[0] = FIRST
    return names


@dataclass(frozen=True, slots=True, eq=False)
class Replacements:
    """What messages are replaced by."""

    roles: tuple[str, ...]
    values: Float32[np.ndarray, "variants layers roles heads width"]
    """Variant 0 is the mean over the reference texts, each other the value in one reference text."""

    def indices(self, encoded: Encoded, *, causal: bool) -> Int64[np.ndarray, " tokens"]:
        """Return each token's role; one that no reference text has counts as text."""
        known = {name: index for index, name in enumerate(self.roles)}
        names = role_names(encoded, causal=causal)
        return np.array([known.get(name, known[TEXT]) for name in names], np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Intervention:
    """One run with some messages replaced."""

    links: Int64[np.ndarray, "links 3"]
    """Layer, query position and key position of each message that is treated unlike the others."""
    others_stay: bool
    """True: the links are replaced. False: everything but the links is replaced."""
    variant: int = 0
    """Which replacement is used."""

    @property
    def first_layer(self) -> int:
        """The first layer in which anything is replaced."""
        return int(self.links[:, 0].min()) if self.others_stay and len(self.links) else 0

    @property
    def only_query(self) -> int | None:
        """The one position of one layer that gets something else; None where several do."""
        places = {(layer, query) for layer, query, _ in self.links.tolist()}
        return places.pop()[1] if self.others_stay and len(places) == 1 else None


@dataclass(frozen=True, slots=True, eq=False)
class InterventionRows:
    """Interventions on one example."""

    encoded: Encoded
    interventions: Sequence[Intervention]
    readouts: Sequence[Readout]
    """What is read of the model's answer to each."""


class ReplacedMessages:
    """Attention of a batch in which each row has an intervention of its own."""

    def __init__(
        self,
        batch: Batch,
        interventions: Sequence[Intervention],
        table: Tensor,
        roles: Tensor,
        queries: Mapping[int, Int64[np.ndarray, " rows"]],
    ) -> None:
        """Prepare the batch's replacements.

        Args:
            batch: The rows.
            interventions: One for each.
            table: The values of `Replacements` on the batch's device.
            roles: Role of each token, [rows tokens].
            queries: Layers that run at one position of each row, and those positions.
        """
        device = batch.ids.device
        self._table, self._roles, self._queries = table, roles, queries
        variants = np.array([one.variant for one in interventions])
        self._variants = to_device(variants, device)[:, None].expand_as(roles)
        stays = np.array([one.others_stay for one in interventions])
        self._replaces_others = not stays.all()
        self._open = to_device(stays.astype(np.float32), device)[:, None, None, None]
        self._links = _with_rows([one.links for one in interventions])
        self.layer = int(min(one.first_layer for one in interventions))

    def __call__(
        self,
        module: nn.Module,  # noqa: ARG002  (another arithmetic's signature)
        scoring: Scoring,
        query: Tensor,
        key: Tensor,
        value: Tensor,
    ) -> Tensor:
        """Return the context of the next layer."""
        layer, self.layer = self.layer, self.layer + 1
        pattern = torch.softmax(scoring.scores(query, key), -1, dtype=torch.float32).to(value.dtype)
        links = self._links_in(layer)
        if self._replaces_others:
            return self._gated(layer, links, pattern, value)
        context = pattern @ value
        if len(links):
            row, _, looks, seen = to_device(links.T.copy(), pattern.device)
            instead = self._table[self._variants[row, seen], layer, self._roles[row, seen]]
            change = instead.to(value.dtype) - value[row, :, seen]
            change *= pattern[row, :, looks, seen][..., None]
            context.transpose(1, 2).index_put_((row, looks), change, accumulate=True)
        return context

    def _links_in(self, layer: int) -> np.ndarray:
        """Return the links of a layer, of those that its queries read."""
        links: np.ndarray = self._links[self._links[:, 1] == layer]
        if layer not in self._queries:
            return links
        links = links[links[:, 2] == self._queries[layer][links[:, 0]]]
        links[:, 2] = 0  # the query is the only one
        return links

    def _gated(self, layer: int, links: np.ndarray, pattern: Tensor, value: Tensor) -> Tensor:
        row, _, looks, seen = to_device(links.T.copy(), pattern.device)
        gates = self._open.to(pattern.dtype).expand(-1, -1, *pattern.shape[2:]).clone()
        gates[row, 0, looks, seen] = 1 - gates[row, 0, looks, seen]
        instead = self._table[self._variants, layer, self._roles].transpose(1, 2).to(value.dtype)
        return pattern @ instead + (pattern * gates) @ (value - instead)


def _with_rows(places: Sequence[np.ndarray]) -> np.ndarray:
    """Return all places below each other, the number of their row first, each once."""
    rows = [np.full((len(some), 1), row) for row, some in enumerate(places)]
    every = np.concatenate([np.concatenate(rows), np.concatenate(places)], axis=1)
    distinct: np.ndarray = np.unique(every, axis=0)
    return distinct


@dataclass(frozen=True, slots=True, eq=False)
class SilencedHead:
    """A head all of whose messages stand at their mean.

    What depends on where the head looks stays in the run; what it moves from there does not.
    """

    layer: int
    head: int
    means: Float32[np.ndarray, "tokens width"]
    """The mean value of each token's role."""


class SilencedHeads:
    """Silences one head in each row of a batch, in as many passes of it as come; false if none is to be."""

    def __init__(self, batch: Batch, heads: Sequence[SilencedHead | None], layers: int) -> None:
        """Prepare.

        Args:
            batch: The rows.
            heads: One for each row; None where none is silenced.
            layers: Of the model: one pass after another may be run.
        """
        self._batch, self._layers, self._called = batch, layers, 0
        self._heads = {row: head for row, head in enumerate(heads) if head is not None}

    def __bool__(self) -> bool:
        """Whether any head is silenced."""
        return bool(self._heads)

    def __call__(self, value: Tensor) -> Tensor:
        """Return the next layer's values."""
        layer, self._called = self._called % self._layers, self._called + 1
        mine = {row: one for row, one in self._heads.items() if one.layer == layer}
        if not mine:
            return value
        rows, heads, tokens, width = value.shape
        chosen = np.zeros((rows, heads, 1, 1), np.bool_)
        means = np.zeros((rows, 1, tokens, width), np.float32)
        for row, one in mine.items():
            chosen[row, one.head] = True
            means[row, 0, : len(one.means)] = one.means
        instead = to_device(means, value.device).to(value.dtype)
        return torch.where(to_device(chosen, value.device), instead, value)
