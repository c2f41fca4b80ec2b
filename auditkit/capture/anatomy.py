"""What a model is made of, found by running it once: layers, heads, read position, projections.

Nothing is looked up by architecture name. The output projection of a layer is the linear map that
reads the attention's context; the positions a classifier reads are those whose last hidden state
has a gradient; a model is causal if no query sees a later key. What one probe shows here is held
against other passes in `auditkit.capture.guards`.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import torch
from transformers.pytorch_utils import Conv1D

from auditkit.capture.attention import recording
from auditkit.capture.classifier import UnknownReading, answered, find_reading
from auditkit.capture.entry import input_embeddings
from auditkit.capture.last_layer import LastLayer, find_last_layer
from auditkit.capture.layer_range import Stack
from auditkit.capture.layers import NotByLayer, find_stack
from auditkit.capture.ledger.feed_forward import feed_forward_maps
from auditkit.capture.limits import most_tokens, padding_id_of
from auditkit.capture.memory import is_out_of_memory
from auditkit.capture.one_position import AtPosition
from auditkit.capture.own_attention import use_own_attention, why_not_registered
from auditkit.capture.passes import Passes
from auditkit.capture.probe import probe_rows
from auditkit.capture.trying import first_line
from auditkit.errors import ModelError, UnsupportedModel

if TYPE_CHECKING:
    from torch import Tensor, nn

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.batches import Batch
    from auditkit.capture.layer_range import Forward
    from auditkit.capture.reading import Reading, Reads


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """What one forward pass shows about a model."""

    layers: int
    """0 where attention cannot be captured, and then nothing is known of heads and layers."""
    heads: int
    key_heads: int
    """Heads of keys and values, each shared by a group of heads."""
    head_width: int
    width: int
    """Of the hidden states."""
    causal: bool
    reading: Reading | None
    """Which positions' last hidden states the classifier reads; None where that cannot be said."""
    projections: tuple[nn.Module, ...]
    """For each layer the linear map that reads the attention's context; empty if one was not seen."""
    value_biases: tuple[Tensor, ...]
    """For each layer the constant part of the values, float32 [1 heads 1 head_width]."""
    last_layer: LastLayer | None
    """The last layer where it may be computed at the position read alone, else None."""
    stack: Stack
    by_position: bool
    """Whether each layer may be computed at one position alone, its keys and values being known."""
    feed_forward: tuple[nn.Module, ...]
    """The last linear maps of the layers' feed-forward parts; empty where experts or other parts share them."""
    unseen: str | None = None
    """Why attention cannot be captured, where it cannot."""
    unread: str | None = None
    """Why the positions that are read cannot be said, where they cannot."""

    @property
    def reads(self) -> Reads | None:
        """The position whose last hidden state the classifier reads, or the mean of all; None if not known."""
        return None if self.reading is None else self.reading.rule

    @property
    def known_reading(self) -> Reading:
        """How the classifier reads, for what is not asked of a model where that is not known."""
        if self.reading is None:
            raise RuntimeError(f"asked for the positions that are read, but {self.unread}")
        return self.reading

    def without_attention(self, why: str) -> Anatomy:
        """Return what is left where attention turns out not to be what one sentence showed."""
        return replace(
            self, layers=0, heads=0, key_heads=0, head_width=0, causal=False, projections=(), value_biases=(),
            last_layer=None, stack=Stack((), returns_tuple=False, unknown=why), by_position=False,
            feed_forward=(), unseen=why,
        )  # fmt: skip

    def without_reading(self, why: str) -> Anatomy:
        """Return what is left where other positions are read than one sentence showed."""
        return replace(self, reading=None, last_layer=None, unread=why)

    def output_matrix(self, layer: int) -> Tensor:
        """Return the layer's W_O as float32 [heads * head_width, width], without its bias."""
        module = self.projections[layer]
        weight: Tensor = module.weight.float()
        return weight if isinstance(module, Conv1D) else weight.T


@dataclass
class _Probe:
    steps: list[AttentionStep] = field(default_factory=list)
    projections: dict[int, nn.Module] = field(default_factory=dict)

    def record(self, step: AttentionStep) -> None:
        self.steps.append(step)

    def see_linear(self, module: nn.Module, inputs: tuple[Any, ...]) -> None:
        """Note `module` if it reads the last layer's context (the same memory, or equal)."""
        if not self.steps or self.steps[-1].layer in self.projections:
            return
        context, seen = self.steps[-1].context, inputs[0]
        same_size = seen.numel() == context.numel()
        if same_size and torch.equal(seen.reshape(-1), context.reshape(-1)):
            self.projections[self.steps[-1].layer] = module

    @property
    def attention(self) -> list[nn.Module]:
        return [step.module for step in self.steps]


def examine(model: Any, tokenizer: Any, own_kernel: str = "eager") -> Anatomy:  # noqa: ANN401
    """Run the model on a fixed sentence and return what that shows.

    A model whose attention cannot be captured is left with its own attention.

    Args:
        model: The model, with the registered attention where it takes that.
        tokenizer: Its tokenizer.
        own_kernel: The attention implementation transformers would have chosen.

    Raises:
        ModelError: The model answers NaN or infinity.
        UnsupportedModel: The sentence cannot be run, or the head does not answer one row of logits for a text.
    """
    name = name_of(model)
    passes = Passes(model, padding_id_of(model), model.device)
    try:
        row = probe_rows(tokenizer, most_tokens(model, tokenizer))[0]
        return _examine(passes, passes.batch([row]), name, own_kernel)
    except ModelError:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        raise UnsupportedModel(
            f"{name} cannot be run on a short sentence: {first_line(error)}. Audit an architecture that "
            "answers a plain text, given as input_ids and attention_mask."
        ) from error


def name_of(model: Any) -> str:  # noqa: ANN401
    """Return what a refusal calls the model: its class and the name of its architecture."""
    return f"{type(model).__name__} ({model.config.model_type})"


def _examine(passes: Passes, batch: Batch, name: str, own_kernel: str) -> Anatomy:
    try:
        return _with_attention(passes, batch, name)
    except _Unseen as error:
        why = str(error)
    use_own_attention(passes.model, own_kernel, lambda: answered(passes, batch, name))
    reading, width, unread = _reading(passes, batch, name)
    return Anatomy(
        layers=0,
        heads=0,
        key_heads=0,
        head_width=0,
        width=width,
        causal=False,
        reading=reading,
        projections=(),
        value_biases=(),
        last_layer=None,
        stack=Stack((), returns_tuple=False, unknown=why),
        by_position=False,
        feed_forward=(),
        unseen=why,
        unread=unread,
    )


class _Unseen(Exception):
    """Attention cannot be captured; the message is the reason."""


def _with_attention(passes: Passes, batch: Batch, name: str) -> Anatomy:
    probe = _watched(passes, batch, name)
    try:
        reading, read_width, unread = _reading(passes, batch, name)
        last = probe.steps[-1]
        future = torch.ones_like(last.visible[0, 0]).triu(1)
        projections = _projections(probe)
        stack = find_stack(passes.model, probe.attention, lambda: passes.run(batch))
        return Anatomy(
            layers=len(probe.steps),
            heads=last.weights.shape[1],
            key_heads=last.key.shape[1],
            head_width=last.query.shape[-1],
            width=_out_features(projections[0]) if projections else read_width,
            causal=not bool((last.visible[0, 0] & future).any()),
            reading=reading,
            projections=projections,
            value_biases=constant_values(passes, batch),
            last_layer=_last_layer(passes, batch, probe, reading),
            stack=stack,
            by_position=_is_by_position(passes, batch, stack),
            feed_forward=_feed_forward(passes, batch, probe, stack),
            unread=unread,
        )
    except NotByLayer as error:
        raise _Unseen(str(error)) from error
    except ModelError:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        raise _Unseen(f"trying it ended in an error: {first_line(error)}") from error


def _watched(passes: Passes, batch: Batch, name: str) -> _Probe:
    """Run the batch and return what its attention did.

    Raises:
        _Unseen: None of it went through the registered function, or it cannot be run with that.
    """
    probe = _Probe()
    with ExitStack() as hooks:
        for module in _linear_maps(passes.model):
            hooks.callback(module.register_forward_pre_hook(probe.see_linear).remove)
        hooks.enter_context(recording(probe))
        hooks.enter_context(torch.no_grad())
        try:
            answered(passes, batch, name)
        except Exception as error:
            if is_out_of_memory(error):
                raise
            raise _Unseen(
                f"it cannot be run with the attention that auditkit registers: {first_line(error)}"
            ) from error
    if not probe.steps:
        raise _Unseen(why_not_registered(passes.model))
    return probe


def _reading(passes: Passes, batch: Batch, name: str) -> tuple[Reading | None, int, str | None]:
    """Return how the classifier reads, the width of what it reads, and why that is not known."""
    try:
        return *find_reading(passes, batch, name), None
    except UnknownReading as error:
        why = str(error)
    except UnsupportedModel:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        why = f"trying it ended in an error: {first_line(error)}"
    return None, int(input_embeddings(passes.model).weight.shape[1]), why


def _projections(probe: _Probe) -> tuple[nn.Module, ...]:
    """Return the output projection of every layer; none if one was not seen."""
    if len(probe.projections) < len(probe.steps):
        return ()
    return tuple(probe.projections[step.layer] for step in probe.steps)


def _out_features(projection: Any) -> int:  # noqa: ANN401
    weight = projection.weight
    return int(weight.shape[1] if isinstance(projection, Conv1D) else weight.shape[0])


def constant_values(passes: Passes, batch: Batch) -> tuple[Tensor, ...]:
    """Return each layer's values where the linear maps of its attention read zeros.

    float32 [1 heads 1 head_width]: the constant part of the values, whatever the batch is.
    """
    plain, silenced = _Probe(), _Probe()

    def silence(_module: nn.Module, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        return (torch.zeros_like(inputs[0]), *inputs[1:])

    with torch.no_grad(), recording(plain):
        passes.run(batch)
    with ExitStack() as stack:
        for module in {id(module): module for module in plain.attention}.values():
            for linear in _linear_maps(module):
                stack.callback(linear.register_forward_pre_hook(silence).remove)
        stack.enter_context(recording(silenced))
        stack.enter_context(torch.no_grad())
        passes.run(batch)
    return tuple(step.values[:1, :, :1].float() for step in silenced.steps)


def _last_layer(
    passes: Passes, batch: Batch, probe: _Probe, reading: Reading | None
) -> LastLayer | None:
    """Return the last layer if narrowing it to the position read leaves the logits as they are."""
    layer = find_last_layer(passes.model, probe.attention)
    if layer is None or reading is None or reading.rule == "mean":
        return None
    positions = torch.as_tensor(reading.positions(batch.rows[0].ids), device=batch.ids.device)
    with torch.no_grad():
        whole = passes.run(batch).logits
        try:
            with layer.only_at(positions):
                narrowed = passes.run(batch).logits
        except Exception:
            return None
    rounding = 8 * torch.finfo(whole.dtype).eps
    same = torch.allclose(whole, narrowed, rtol=max(1e-4, rounding), atol=max(1e-5, rounding))
    return layer if same else None


def _feed_forward(
    passes: Passes, batch: Batch, probe: _Probe, stack: Stack
) -> tuple[nn.Module, ...]:
    """Return the maps that read activations; none in a model without gradients, which has no ledger."""

    def run() -> None:
        with passes.entry(batch).replaced(lambda states: states.detach().requires_grad_()):
            passes.run(batch)

    try:
        return feed_forward_maps(stack.layers, probe.attention, run)
    except RuntimeError as error:
        if is_out_of_memory(error):
            raise
        return ()


def _is_by_position(passes: Passes, batch: Batch, stack: Stack) -> bool:
    """Run each layer whole and at the last position alone; whether its state there is the same."""
    agree: list[bool] = []

    def compare(whole: Forward) -> Forward:
        def both(hidden: Tensor, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            position = torch.tensor([hidden.shape[1] - 1], device=hidden.device)
            narrowed = AtPosition(whole, position)(hidden, *args, **kwargs)
            output = whole(hidden, *args, **kwargs)
            states = [one[0] if isinstance(one, tuple) else one for one in (output, narrowed)]
            agree.append(_are_alike(*(state[:, -1] for state in states)))
            return output

        return both

    every = dict.fromkeys(range(len(stack.layers)), compare)
    with torch.no_grad():
        try:
            with stack.only(otherwise=every):
                passes.run(batch)
        except Exception:
            return False
    return bool(agree) and all(agree)


def _are_alike(state: Tensor, other: Tensor) -> bool:
    """Whether hidden states differ by rounding, which is as large as their largest entry makes it."""
    rounding = max(1e-4, 8 * torch.finfo(state.dtype).eps)
    return bool((state - other).abs().max() <= rounding * state.abs().max())


def _linear_maps(module: nn.Module) -> list[nn.Module]:
    return [part for part in module.modules() if isinstance(part, torch.nn.Linear | Conv1D)]
