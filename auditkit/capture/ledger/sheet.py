"""What a ledger writes down while coefficients are pulled backwards through a model."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import torch
from transformers.pytorch_utils import Conv1D
from typing_extensions import override

from auditkit.capture.attention import Scoring, attending
from auditkit.capture.ledger.rules import Rule, Run
from auditkit.capture.ledger.taken import is_activation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor, nn

    from auditkit.capture.entry import Entry


@dataclass(eq=False)
class Sheet:
    """The relevance that passes each place of a batch; every tensor is in units of the target s."""

    logits: Tensor | None = None
    """[rows classes], of the input."""
    tokens: Tensor | None = None
    """[rows tokens], at the input embeddings."""
    cuts: dict[int, Tensor] = field(default_factory=dict)
    """Cut -> [rows tokens]: what each position's hidden state contributes; cut l lies before layer l."""
    heads: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows heads tokens]: what each head brings to each position that looks."""
    mlp: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows tokens]: what the feed-forward part adds at each position."""
    edges: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows heads queries keys]: what each head's message contributes, where edges are kept."""
    maps: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> float16 [rows heads queries keys]: the attention of the input, where it is kept."""
    neurons: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows tokens neurons]: what each activation of the feed-forward part contributes, where neurons
    are kept; no layer in which several linear maps read activations."""
    activations: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows tokens neurons]: those activations in the input."""
    links: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows queries keys]: the same with the heads summed; for gates and gradients."""
    leaders: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [2 rows queries keys]: of each link, its largest head, and what that head contributes."""

    def write_links(self, layer: int, edges: Tensor) -> None:
        """Sum a layer's heads, and keep the largest of each link.

        That is the head that contributes most in the direction of the whole link: a larger one that
        works against it is not what the link comes from. Where heads cancel to zero there is no such
        direction, and the largest in size is kept.
        """
        self.links[layer] = total = edges.sum(1)
        sign = total.sign().unsqueeze(1)
        leader = torch.where(sign == 0, edges.abs(), edges * sign).argmax(1, keepdim=True)
        contributed = edges.gather(1, leader)
        self.leaders[layer] = torch.cat([leader.to(edges.dtype), contributed], 1).transpose(0, 1)

    def write_neurons(self, layer: int, relevance: Tensor, activations: Tensor) -> None:
        """Keep a layer's activations, before their sum is added to `mlp`; a second map takes them away."""
        if layer in self.mlp:
            self.neurons.pop(layer, None)
            self.activations.pop(layer, None)
        else:
            self.neurons[layer], self.activations[layer] = relevance, activations.detach()


Call = Callable[..., "Tensor"]
"""``call(rule, *operands)``: takes a step that is no torch function, in every run at the same place."""
AttentionRule = Callable[[Scoring, Sheet, int], Rule]
"""Makes the rule of a layer's attention; told its scoring, the sheet to write to and the layer."""


@dataclass(frozen=True, slots=True, eq=False)
class Meter(Rule):
    """Changes nothing and reads what passes: <h - h', g> at every position."""

    write: Callable[[Tensor], None]

    @override
    def apply(self, *operands: Tensor) -> Tensor:
        """Return the operand as a tensor of its own."""
        return operands[0].view_as(operands[0])

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Write down the product and hand on the coefficients."""
        change = here.output if there is None else here.output - there.output
        self._read(change * grad, here.output)
        return (grad,)

    def _read(self, contributed: Tensor, state: Tensor) -> None:  # noqa: ARG002  (what `NeuronMeter` reads)
        self.write(contributed.sum(-1))


@dataclass(frozen=True, slots=True, eq=False)
class NeuronMeter(Meter):
    """Reads entry by entry too."""

    write_each: Callable[[Tensor, Tensor], None]

    @override
    def _read(self, contributed: Tensor, state: Tensor) -> None:
        self.write_each(contributed, state)
        self.write(contributed.sum(-1))


@dataclass(eq=False)
class Books:
    """Meters at the embeddings, at every layer's cut, at heads and at feed-forward parts.

    Args:
        call: Takes the meters' steps.
        stack: The modules that are the layers, in the order in which a forward pass calls them.
        attention: Makes the rule of each layer's attention.
        each_neuron: Whether feed-forward parts are read activation by activation.
        maps: The last linear maps of feed-forward parts; None for all of the layers that read activations.
    """

    call: Call
    stack: Sequence[nn.Module]
    attention: AttentionRule
    each_neuron: bool = False
    maps: Sequence[nn.Module] | None = None
    sheet: Sheet = field(default_factory=Sheet)
    layer: int = -1
    """The layer that runs; -1 before the first, the number of layers after the last."""
    _attended: int = 0
    _maps: int = 0
    _positions: torch.Size = field(default_factory=torch.Size)
    """Rows and tokens of the hidden states."""
    _after_activations: set[int] = field(default_factory=set)
    """The linear maps, in the order of their calls, that read activations."""

    @contextmanager
    def watching(self, entry: Entry, change: Callable[[Tensor], Tensor]) -> Iterator[None]:
        """Watch one run; the embeddings of its tokens are ``change(output)``."""
        self.layer, self._attended, self._maps = -1, 0, 0

        def enter(output: Tensor) -> Tensor:
            return self._meter(change(output), self._write_tokens)

        with ExitStack() as hooks:
            hooks.enter_context(entry.replaced(enter))
            for layer in {id(one): one for one in self.stack}.values():
                hooks.callback(
                    layer.register_forward_pre_hook(self._before, with_kwargs=True).remove
                )
                hooks.callback(layer.register_forward_hook(self._after).remove)
                for part in layer.modules():
                    if self._may_end_mlp(part):
                        hooks.callback(part.register_forward_pre_hook(self._read_mlp).remove)
            hooks.enter_context(attending(self._attend))
            yield

    def _may_end_mlp(self, part: nn.Module) -> bool:
        if self.maps is None:
            return isinstance(part, torch.nn.Linear | Conv1D)
        return any(part is one for one in self.maps)

    def _before(
        self, _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]] | None:
        self.layer += 1
        state = args[0] if args else kwargs["hidden_states"]
        self._positions = state.shape[:-1]
        if self.layer > 0:
            return None
        if args:
            return (self._cut(state), *args[1:]), kwargs
        return args, {**kwargs, "hidden_states": self._cut(state)}

    def _after(self, _module: nn.Module, _inputs: object, output: Any) -> Any:  # noqa: ANN401
        is_tuple = isinstance(output, tuple)
        state = self._cut(output[0] if is_tuple else output, after=1)
        if self.layer + 1 == len(self.stack):
            self.layer += 1
        return (state, *output[1:]) if is_tuple else state

    def _cut(self, state: Tensor, *, after: int = 0) -> Tensor:
        cut = self.layer + after
        return self._meter(state, lambda found: self._write(self.sheet.cuts, cut, found))

    def _read_mlp(self, _module: nn.Module, inputs: tuple[Any, ...]) -> tuple[Any, ...] | None:
        """Meter what a linear map reads, if it reads activations: that is the feed-forward's last."""
        self._maps += 1
        if is_activation(inputs[0]):
            self._after_activations.add(self._maps)
        if self._maps not in self._after_activations:
            return None
        return self.call(self._mlp_meter(self.layer), inputs[0]), *inputs[1:]

    def _mlp_meter(self, layer: int) -> Meter:
        """Return a meter that writes by row and position, also where a layer works on all positions in a row."""

        def write(found: Tensor) -> None:
            self._write(self.sheet.mlp, layer, found.reshape(self._positions))

        def write_each(relevance: Tensor, activations: Tensor) -> None:
            shape = (*self._positions, relevance.shape[-1])
            self.sheet.write_neurons(layer, relevance.reshape(shape), activations.reshape(shape))

        return NeuronMeter(write, write_each) if self.each_neuron else Meter(write)

    def _meter(self, state: Tensor, write: Callable[[Tensor], None]) -> Tensor:
        return self.call(Meter(write), state)

    def _write_tokens(self, found: Tensor) -> None:
        self.sheet.tokens = found

    @staticmethod
    def _write(table: dict[int, Tensor], key: int, found: Tensor) -> None:
        table[key] = table[key] + found if key in table else found

    def _attend(
        self,
        module: nn.Module,  # noqa: ARG002  (another arithmetic's signature)
        scoring: Scoring,
        query: Tensor,
        key: Tensor,
        value: Tensor,
    ) -> Tensor:
        rule = self.attention(scoring, self.sheet, self._attended)
        self._attended += 1
        return self.call(rule, query, key, value)
