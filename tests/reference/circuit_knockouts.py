"""Single messages of attention heads taken out by plain forward hooks, for planted circuits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import torch
from torch import Tensor

from tests.circuits import Circuit, Edge

Change = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Trace:
    """What one text did in the untouched model."""

    text: str
    ids: Tensor
    """[tokens]."""
    attention: Tensor
    """[layers, heads, tokens, tokens]."""
    values: Tensor
    """[layers, heads, tokens, slots]."""
    margin: float
    """Logit of "positive" minus logit of "negative"."""


def every_edge(circuit: Circuit, trace: Trace) -> list[Edge]:
    """All edges that attention may use, the strongest and the weakest alike."""
    edges = (Edge(*at) for at in product(*map(range, trace.attention.shape)))
    return [edge for edge in edges if not circuit.causal or edge.key <= edge.query]


def traced(circuit: Circuit, text: str) -> Trace:
    """Run a text and keep attention and values."""
    ids = torch.tensor(circuit.tokenizer(text)["input_ids"])
    seen: list[Tensor] = []
    hooks = [
        source.register_forward_hook(
            lambda _m, _i, out, start=start: seen.append(out[0, :, start:])
        )
        for source, start, _ in _blocks(circuit.model)
    ]
    with torch.no_grad():
        out = circuit.model(ids[None], output_attentions=True)
    for hook in hooks:
        hook.remove()
    heads = circuit.model.config.num_attention_heads
    values = torch.stack([flat.unflatten(-1, (heads, -1)).transpose(0, 1) for flat in seen])
    return Trace(text, ids, torch.stack(out.attentions)[:, 0], values, float(_margins(out)[0]))


def mean_values(circuit: Circuit, traces: Sequence[Trace]) -> dict[str, Tensor]:
    """Text -> values like the trace's, each the mean over all texts of its role.

    Roles are [CLS], [SEP] and content.
    """
    special = circuit.tokenizer.all_special_ids
    sums: dict[int, list[Tensor]] = {}
    for trace in traces:
        for at, token in enumerate(trace.ids.tolist()):
            sums.setdefault(token if token in special else -1, []).append(trace.values[:, :, at])
    means = {role: torch.stack(found).mean(0) for role, found in sums.items()}
    return {
        trace.text: torch.stack(
            [means[token if token in special else -1] for token in trace.ids.tolist()], dim=2
        )
        for trace in traces
    }


def without(circuit: Circuit, trace: Trace, edges: Sequence[Edge], instead: Tensor) -> Tensor:
    """Margins [edges], each with one edge's value replaced by that of `instead`."""
    slots = trace.values.shape[-1]

    def change(layer: int) -> Change:
        def changed(context: Tensor) -> Tensor:
            context = context.clone()
            for row, edge in enumerate(edges):
                if edge.layer == layer:
                    at = slice(edge.head * slots, (edge.head + 1) * slots)
                    context[row, edge.query, at] -= _deviation(trace, edge, instead)
            return context

        return changed

    rows = trace.ids.expand(len(edges), -1)
    with torch.no_grad(), _changed(circuit.model, [change(0), change(1)]):
        return _margins(circuit.model(rows))


def predicted(circuit: Circuit, trace: Trace, edges: Sequence[Edge], instead: Tensor) -> Tensor:
    """The changes of the margin [edges] that its gradient predicts for `without`."""
    contexts: list[Tensor] = []

    def keep(context: Tensor) -> Tensor:
        contexts.append(context.detach().clone().requires_grad_() if not contexts else context)
        contexts[-1].retain_grad()
        return contexts[-1]

    with _changed(circuit.model, [keep, keep]):
        _margins(circuit.model(trace.ids[None])).sum().backward()
    circuit.model.zero_grad()
    heads = trace.values.shape[1]
    slopes = [context.grad[0].unflatten(-1, (heads, -1)) for context in contexts]
    return torch.stack(
        [-_deviation(trace, e, instead) @ slopes[e.layer][e.query, e.head] for e in edges]
    )


def with_only(circuit: Circuit, trace: Trace, edges: Sequence[Edge], instead: Tensor) -> float:
    """Margin when every message but those of `edges` has the value of `instead`."""
    changes: list[Change] = [lambda context: context] * 2
    heads, slots = trace.values.shape[1], trace.values.shape[-1]
    for layer in range(2):
        with _changed(circuit.model, changes):
            now = traced(circuit, trace.text)
        context = now.attention[layer] @ instead[layer]
        for edge in edges:
            if edge.layer == layer:
                context[edge.head, edge.query] += _deviation(now, edge, instead)
        flat = context.transpose(0, 1).reshape(1, -1, heads * slots)
        changes[layer] = lambda _context, flat=flat: flat
    with torch.no_grad(), _changed(circuit.model, changes):
        return float(_margins(circuit.model(trace.ids[None]))[0])


def message_norm(circuit: Circuit, trace: Trace, edge: Edge) -> float:
    """Length of an edge's message where it enters the residual stream."""
    project = _blocks(circuit.model)[edge.layer][2]
    weight = project.weight.T if isinstance(project, torch.nn.Linear) else project.weight
    slots = trace.values.shape[-1]
    value = trace.values[edge.layer, edge.head, edge.key]
    message = value @ weight[edge.head * slots : (edge.head + 1) * slots]
    return float((trace.attention[edge] * message.norm()).detach())


def shuffled(circuit: Circuit, seed: int) -> Circuit:
    """The same architecture and texts; within each tensor the weights are permuted."""
    model = deepcopy(circuit.model)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in model.parameters():
            order = torch.randperm(weight.numel(), generator=generator)
            weight.copy_(weight.flatten()[order].view_as(weight))
    return replace(circuit, model=model)


def _deviation(trace: Trace, edge: Edge, instead: Tensor) -> Tensor:
    at = edge.layer, edge.head, edge.key
    return trace.attention[edge] * (trace.values[at] - instead[at])


def _blocks(model: Any) -> list[tuple[Any, int, Any]]:
    """By layer: the module that makes the values, where they start, and the heads' output map."""
    if hasattr(model, "bert"):
        inner = [block.attention for block in model.bert.encoder.layer]
        return [(attention.self.value, 0, attention.output.dense) for attention in inner]
    inner = [block.attn for block in model.transformer.h]
    return [(attention.c_attn, 2 * model.config.n_embd, attention.c_proj) for attention in inner]


@contextmanager
def _changed(model: Any, changes: Sequence[Change]) -> Iterator[None]:
    """Change the heads' context vectors [rows, tokens, heads x slots] of each layer."""
    hooks = [
        project.register_forward_pre_hook(lambda _module, given, change=change: (change(given[0]),))
        for (_, _, project), change in zip(_blocks(model), changes, strict=True)
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _margins(out: Any) -> Tensor:
    return out.logits[:, 1] - out.logits[:, 0]
