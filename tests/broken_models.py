"""Classifiers that break one assumption each: what the guards at load must find."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch

from auditkit.capture.loading import LoadedModel
from tests.audited import twins

Change = Callable[[Any], None]


def broken(change: Change, family: str = "bert") -> LoadedModel:
    """A copy of a tiny classifier after `change`."""
    loaded = twins(family).loaded
    model = copy.deepcopy(loaded.model)
    change(model)
    return replace(loaded, model=model)


def _first_layer(model: Any) -> Any:
    return model.base_model.encoder.layer[0]


def _on_output(module: Any, change: Callable[[torch.Tensor], torch.Tensor]) -> None:
    def changed(_module: Any, _inputs: Any, output: Any) -> Any:
        return (change(output[0]), *output[1:]) if isinstance(output, tuple) else change(output)

    module.register_forward_hook(changed)


def draws_in_evaluation(model: Any) -> None:
    _on_output(_first_layer(model), lambda h: torch.nn.functional.dropout(h, 0.2, training=True))


def normalises_over_the_batch(model: Any) -> None:
    _on_output(_first_layer(model), lambda h: h - 0.2 * h.mean(0, keepdim=True))


def counts_positions_from_the_padded_end(model: Any) -> None:
    model.base_model.embeddings.position_embeddings.register_forward_pre_hook(
        lambda _module, inputs: (inputs[0].flip(-1),)
    )


def looks_neighbours_up(model: Any) -> None:
    """Adds the embedding of the token before: a second call that masking does not reach."""
    table = model.get_input_embeddings()
    read: list[torch.Tensor] = []

    def keep(_module: Any, _args: Any, given: dict[str, Any]) -> None:
        read[:] = [given["input_ids"]]

    model.register_forward_pre_hook(keep, with_kwargs=True)
    _on_output(
        model.base_model.embeddings, lambda h: h + torch.nn.functional.pad(table(read[0][:, :-1]), (0, 0, 1, 0))
    )  # fmt: skip


def reads_the_table_itself(model: Any) -> None:
    """Never calls the module of its embeddings."""
    embeddings = model.base_model.embeddings
    table = embeddings.word_embeddings

    class Direct(torch.nn.Module):
        def forward(self, ids: torch.Tensor) -> torch.Tensor:
            return torch.nn.functional.embedding(ids, table.weight)

    embeddings.word_embeddings = Direct()
    model.get_input_embeddings = lambda: table


def has_no_gradient(model: Any) -> None:
    whole = model.base_model.forward

    def forward(*args: Any, **kwargs: Any) -> Any:
        with torch.no_grad():
            return whole(*args, **kwargs)

    model.base_model.forward = forward


def saturates_its_pooler(model: Any) -> None:
    """Leaves no gradient behind the classifier's tanh."""
    with torch.no_grad():
        model.base_model.pooler.dense.weight.mul_(1000)


def has_another_gradient(model: Any) -> None:
    """Its backward pass is three times as steep as its forward pass."""
    _on_output(_first_layer(model), lambda h: 3 * h - 2 * h.detach())


def adds_its_embeddings_again(model: Any) -> None:
    """What passes between the layers is not all in the hidden state."""
    kept: list[torch.Tensor] = []

    def keep(_module: Any, _inputs: Any, output: torch.Tensor) -> None:
        kept[:] = [output]

    model.base_model.embeddings.register_forward_hook(keep)
    output = model.base_model.encoder.layer[0].output
    output.register_forward_hook(lambda _m, _i, h: h + 0.5 * kept[0])


def changes_the_state_between_layers(model: Any) -> None:
    model.base_model.encoder.layer[1].register_forward_pre_hook(
        lambda _module, args: (2 * args[0], *args[1:])
    )


def asks_its_table_twice(model: Any) -> None:
    """Adds half of the embeddings once more; both calls are about the tokens."""
    table = model.get_input_embeddings()
    read: list[torch.Tensor] = []

    def keep(_module: Any, _args: Any, given: dict[str, Any]) -> None:
        read[:] = [given["input_ids"]]

    model.register_forward_pre_hook(keep, with_kwargs=True)
    _on_output(model.base_model.embeddings, lambda h: h + 0.5 * table(read[0]))


def scales_its_embeddings_in_place(model: Any) -> None:
    """Multiplies what the table answers, as Gemma and CTRL do, without a copy."""
    embeddings = model.base_model.embeddings
    table = embeddings.word_embeddings
    scaled = torch.nn.Module()
    scaled.table = table

    def forward(ids: torch.Tensor) -> torch.Tensor:
        states = table(ids)
        states *= 4.0
        return states

    scaled.forward = forward
    embeddings.word_embeddings = scaled
    model.get_input_embeddings = lambda: table


REFUSED: dict[str, tuple[Change, str]] = {
    "draws in evaluation": (draws_in_evaluation, "otherwise the second time"),
    "normalises over the batch": (normalises_over_the_batch, "otherwise alone than padded in a batch"),
    "counts positions from the padded end": (counts_positions_from_the_padded_end, "otherwise alone than padded in a batch"),
    "looks neighbours up": (looks_neighbours_up, "with a word's embedding replaced by that of '\\[MASK\\]'"),
}  # fmt: skip
"""What ends in a refusal that holds the figure, and what the message says."""
