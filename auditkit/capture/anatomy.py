"""What a model is made of, found by running it once: layers, heads, read position, projections.

Nothing is looked up by architecture name. The output projection of a layer is the linear map that
reads the attention's context; the positions a classifier reads are those whose last hidden state
has a gradient; a model is causal if no query sees a later key.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import torch
from transformers.pytorch_utils import Conv1D

from auditkit.capture.attention import recording
from auditkit.capture.last_layer import LastLayer, find_last_layer, layer_around
from auditkit.capture.layer_range import Stack
from auditkit.capture.one_position import AtPosition
from auditkit.errors import ModelError, UnsupportedModel

if TYPE_CHECKING:
    from torch import Tensor, nn

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.layer_range import Forward

Reads = Literal["first", "last", "mean"]
_PROBE = "One short sentence, long enough to tell the first token from the last."


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """What one forward pass shows about a model."""

    layers: int
    heads: int
    key_heads: int
    """Heads of keys and values, each shared by a group of heads."""
    head_width: int
    causal: bool
    reads: Reads
    """The position whose last hidden state the classifier reads, or the mean of all."""
    projections: tuple[nn.Module, ...]
    """For each layer the linear map that reads the attention's context."""
    value_biases: tuple[Tensor, ...]
    """For each layer the constant part of the values, float32 [1 heads 1 head_width]."""
    last_layer: LastLayer | None
    """The last layer where it may be computed at the position read alone, else None."""
    stack: Stack
    by_position: bool
    """Whether each layer may be computed at one position alone, its keys and values being known."""

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


def examine(model: Any, tokenizer: Any) -> Anatomy:  # noqa: ANN401
    """Run the model on a fixed sentence and return what that shows.

    Raises:
        ModelError: The model answers NaN or infinity.
        UnsupportedModel: The sentence cannot be run, no attention passed through the registered
            function, a layer's output projection was not found, or the read position is none of
            first, last and mean.
    """
    name = f"{type(model).__name__} ({model.config.model_type})"
    inputs = tokenizer(_PROBE, return_tensors="pt", return_token_type_ids=False).to(model.device)
    try:
        return _examine(model, dict(inputs), name)
    except ModelError:
        raise
    except Exception as error:
        raise UnsupportedModel(f"{name} cannot be run on a short sentence: {error}") from error


def _examine(model: Any, inputs: dict[str, Tensor], name: str) -> Anatomy:  # noqa: ANN401
    probe = _Probe()
    reads = _read_positions(model, inputs, probe)
    if not probe.steps:
        raise UnsupportedModel(
            f"{name} does not send its attention through transformers' AttentionInterface, so "
            "attention, rollouts and head statistics cannot be captured. Supported: BERT, RoBERTa, "
            "DistilBERT, ELECTRA, ALBERT, ModernBERT, GPT-2, Llama and others that follow it."
        )
    missing = [step.layer for step in probe.steps if step.layer not in probe.projections]
    if missing:
        raise UnsupportedModel(f"{name}: no output projection was seen for layers {missing}.")
    last, rule = probe.steps[-1], _read_rule(reads, name)
    future = torch.ones_like(last.visible[0, 0]).triu(1)
    stack = _stack(model, inputs, probe)
    return Anatomy(
        layers=len(probe.steps),
        heads=last.weights.shape[1],
        key_heads=last.key.shape[1],
        head_width=last.query.shape[-1],
        causal=not bool((last.visible[0, 0] & future).any()),
        reads=rule,
        projections=tuple(probe.projections[step.layer] for step in probe.steps),
        value_biases=_value_biases(model, inputs, probe),
        last_layer=_last_layer(model, inputs, probe, rule),
        stack=stack,
        by_position=_is_by_position(model, inputs, stack),
    )


def _stack(model: nn.Module, inputs: dict[str, Tensor], probe: _Probe) -> Stack:
    """Return the layers around the attention, and how they return their state."""
    found = [layer_around(model, step.module) for step in probe.steps]
    layers = tuple(layer for layer in found if layer is not None)
    returned: list[bool] = []

    def see(_module: nn.Module, _inputs: object, output: object) -> None:
        returned.append(isinstance(output, tuple))

    if layers:
        hook = layers[0].register_forward_hook(see)
        with torch.no_grad():
            model(**inputs)
        hook.remove()
    return Stack(layers, any(returned))


def _read_positions(model: Any, inputs: dict[str, Tensor], probe: _Probe) -> list[bool]:  # noqa: ANN401
    """Run the probe; return for each position whether the logits depend on its last state."""
    hidden: list[Tensor] = []

    def keep(_module: nn.Module, _inputs: object, output: Any) -> None:  # noqa: ANN401
        state = output.last_hidden_state if hasattr(output, "last_hidden_state") else output[0]
        state.retain_grad()
        hidden.append(state)

    def lift(_module: nn.Module, _inputs: object, output: Tensor) -> Tensor:
        return output.detach().requires_grad_()

    with ExitStack() as stack:
        for module in _linear_maps(model):
            stack.callback(module.register_forward_pre_hook(probe.see_linear).remove)
        stack.callback(model.base_model.register_forward_hook(keep).remove)
        stack.callback(model.get_input_embeddings().register_forward_hook(lift).remove)
        stack.enter_context(recording(probe))
        stack.enter_context(torch.enable_grad())
        logits = model(**inputs).logits.float()
        if not logits.isfinite().all():
            raise ModelError(
                f"{type(model).__name__} answers NaN or infinity to a short sentence: its weights are "
                f"broken, or do not fit {str(model.dtype).removeprefix('torch.')}."
            )
        logits.square().sum().backward()
    gradient = hidden[-1].grad
    if gradient is None:
        return [False] * int(inputs["input_ids"].shape[1])
    return [bool(row) for row in (gradient[0] != 0).any(-1)]


def _value_biases(model: Any, inputs: dict[str, Tensor], probe: _Probe) -> tuple[Tensor, ...]:  # noqa: ANN401
    """Return each layer's values where the linear maps of its attention read zeros."""
    silenced = _Probe()

    def silence(_module: nn.Module, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        return (torch.zeros_like(inputs[0]), *inputs[1:])

    with ExitStack() as stack:
        for module in {id(step.module): step.module for step in probe.steps}.values():
            for linear in _linear_maps(module):
                stack.callback(linear.register_forward_pre_hook(silence).remove)
        stack.enter_context(recording(silenced))
        stack.enter_context(torch.no_grad())
        model(**inputs)
    return tuple(step.values[:1, :, :1].float() for step in silenced.steps)


def _last_layer(
    model: Any,  # noqa: ANN401
    inputs: dict[str, Tensor],
    probe: _Probe,
    reads: Reads,
) -> LastLayer | None:
    """Return the last layer if narrowing it to the position read leaves the logits as they are."""
    layer = find_last_layer(model, [step.module for step in probe.steps])
    if layer is None or reads == "mean":
        return None
    length = inputs["input_ids"].shape[1]
    position = torch.tensor([0 if reads == "first" else length - 1], device=model.device)
    with torch.no_grad():
        whole = model(**inputs).logits
        try:
            with layer.only_at(position):
                narrowed = model(**inputs).logits
        except Exception:
            return None
    rounding = 8 * torch.finfo(whole.dtype).eps
    same = torch.allclose(whole, narrowed, rtol=max(1e-4, rounding), atol=max(1e-5, rounding))
    return layer if same else None


def _is_by_position(model: Any, inputs: dict[str, Tensor], stack: Stack) -> bool:  # noqa: ANN401
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
                model(
                    **inputs, **({"use_cache": False} if hasattr(model.config, "use_cache") else {})
                )
        except Exception:
            return False
    return bool(agree) and all(agree)


def _are_alike(state: Tensor, other: Tensor) -> bool:
    """Whether hidden states differ by rounding, which is as large as their largest entry makes it."""
    rounding = max(1e-4, 8 * torch.finfo(state.dtype).eps)
    return bool((state - other).abs().max() <= rounding * state.abs().max())


def _linear_maps(module: nn.Module) -> list[nn.Module]:
    return [part for part in module.modules() if isinstance(part, torch.nn.Linear | Conv1D)]


def _read_rule(reads: list[bool], name: str) -> Reads:
    positions = [index for index, read in enumerate(reads) if read]
    rules: dict[tuple[int, ...], Reads] = {
        (0,): "first",
        (len(reads) - 1,): "last",
        tuple(range(len(reads))): "mean",
    }
    rule = rules.get(tuple(positions))
    if rule is None:
        raise UnsupportedModel(
            f"{name} reads the positions {positions} of {len(reads)}; known are the first, the "
            "last and the mean of all."
        )
    return rule
