"""What a step adds that does not depend on the tokens: biases, positions, shifts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional


def constant_of(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], output: object
) -> Tensor | None:
    """Return the part of a step's output that stays when all its live operands are 0.

    None where nothing is added, or where the step is not one that adds.
    """
    if not (isinstance(output, Tensor) and output.requires_grad):
        return None
    if func in _BIAS:
        name, place = _BIAS[func]
        bias = args[place] if len(args) > place else kwargs.get(name)
        return None if bias is None else _along_channels(func, bias, output)
    if func not in _SUMS or not _adds(args, kwargs):
        return None
    with torch.no_grad():
        constant: Tensor = func(*map(_emptied, args), **{k: _emptied(v) for k, v in kwargs.items()})
    return constant


def _adds(args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Whether any summand is no live tensor; a switch (``where``) always counts."""
    flat = [one for value in (*args, *kwargs.values()) for one in _members(value)]
    return any(isinstance(one, Tensor | float | int) and not _is_live(one) for one in flat)


def _members(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _is_live(value: object) -> bool:
    return isinstance(value, Tensor) and value.requires_grad


def _emptied(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list | tuple):
        return type(value)(map(_emptied, value))
    return torch.zeros_like(value) if _is_live(value) else value


def _along_channels(func: Callable[..., Any], bias: Tensor, output: Tensor) -> Tensor:
    if func in _CONVOLUTIONS:
        return bias.view(-1, *[1] * (output.ndim - 2))
    return bias


_CONVOLUTIONS = (
    functional.conv1d,
    functional.conv2d,
    functional.conv3d,
    torch.conv1d,
    torch.conv2d,
    torch.conv3d,
)
_BIAS: dict[Callable[..., Any], tuple[str, int]] = {
    functional.linear: ("bias", 2),
    torch.addmm: ("input", 0),
    functional.layer_norm: ("bias", 3),
    torch.layer_norm: ("bias", 3),
    **dict.fromkeys(_CONVOLUTIONS, ("bias", 2)),
}
_SUMS = {
    torch.add, torch.sub, torch.subtract, torch.rsub, Tensor.add, Tensor.sub, Tensor.subtract,
    Tensor.__add__, Tensor.__radd__, Tensor.__sub__, Tensor.__rsub__, torch.cat, torch.concat,
    torch.stack, torch.where, Tensor.where, torch.masked_fill, Tensor.masked_fill,
}  # fmt: skip
