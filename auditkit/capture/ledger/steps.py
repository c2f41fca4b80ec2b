"""Which torch functions are non-linear steps, and how a call of each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from auditkit.capture.ledger.rules import (
    LayerNorm,
    Pointwise,
    Quadratic,
    Quotient,
    ReciprocalRoot,
    Rule,
    Softmax,
)

Places = tuple[int | str, ...]
"""Positions or keywords of a call's arguments."""
Read = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], "Step | None"]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A non-linear call: its rule, and which of its arguments pass the difference on."""

    rule: Rule
    places: Places


def arguments(places: Places, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """Return the arguments of a call that stand at `places`."""
    return tuple(args[place] if isinstance(place, int) else kwargs[place] for place in places)


def _live(value: object) -> bool:
    return isinstance(value, Tensor) and value.requires_grad


def _closed(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], places: Places
) -> Callable[..., Tensor]:
    """Return `func` as a function of the arguments at `places` alone, the others fixed."""
    fixed = [None if index in places else value for index, value in enumerate(args)]
    options = {name: value for name, value in kwargs.items() if name not in places}
    options.pop("inplace", None)

    def function(*operands: Tensor) -> Tensor:
        given, named = list(fixed), dict(options)
        for place, operand in zip(places, operands, strict=True):
            if isinstance(place, int):
                given[place] = operand
            else:
                named[place] = operand
        output: Tensor = func(*given, **named)
        return output

    return function


def _live_places(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Places:
    numbered = [index for index, value in enumerate(args) if _live(value)]
    return (*numbered, *[name for name, value in kwargs.items() if _live(value)])


def _product(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    """Read a product; with one live factor it is linear."""
    places = _live_places(args, kwargs)
    if len(places) < 2:
        return None
    return Step(Quadratic(_closed(func, args, kwargs, places)), places)


def _square(func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Step | None:
    return _of_first(func, args, kwargs, Quadratic)


def _pointwise(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    return _of_first(func, args, kwargs, Pointwise)


def _reciprocal_root(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    return _of_first(func, args, kwargs, ReciprocalRoot)


def _of_first(
    func: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    make: Callable[[Callable[..., Tensor]], Rule],
) -> Step | None:
    places: Places = (0,) if args else ("input",)
    (operand,) = arguments(places, args, kwargs)
    return Step(make(_closed(func, args, kwargs, places)), places) if _live(operand) else None


def _power(func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Step | None:
    exponent = kwargs.get("exponent", args[1] if len(args) > 1 else None)
    known: dict[float, Read] = {1: _linear, 2: _square, -0.5: _reciprocal_root}
    if not isinstance(exponent, int | float):
        return None
    return known.get(exponent, _pointwise)(func, args, kwargs)


def _linear(*_: object) -> None:
    return None


def _quotient(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    """Read a division; by a constant it is linear."""
    if len(args) != 2 or kwargs or not _live(args[1]):
        return None
    if isinstance(args[0], Tensor):
        return Step(Quotient(), (0, 1))
    return Step(Pointwise(_closed(func, args, kwargs, (1,))), (1,))


def _softmax(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    dim = kwargs.get("dim", args[1] if len(args) > 1 else -1)
    return _of_first(func, args, kwargs, lambda function: Softmax(function, int(dim)))


def _layer_norm(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    """Read ``layer_norm(input, normalized_shape, weight, bias, eps)``."""
    return _norm(func, args, kwargs, ("input", "normalized_shape", "weight", "bias", "eps"))


def _rms_norm(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Step | None:
    """Read ``rms_norm(input, normalized_shape, weight, eps)``."""
    return _norm(func, args, kwargs, ("input", "normalized_shape", "weight", "eps"))


def _norm(
    func: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    names: tuple[str, ...],
) -> Step | None:
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    axes = tuple(range(-len(tuple(given["normalized_shape"])), 0))
    epsilon = given.get("eps")
    if epsilon is None:
        epsilon = 1e-5 if "bias" in names else torch.finfo(given["input"].dtype).eps
    return _of_first(
        func,
        args,
        kwargs,
        lambda function: LayerNorm(
            function, axes, given.get("weight"), float(epsilon), centred="bias" in names
        ),
    )


_READERS: dict[Read, tuple[Callable[..., Any], ...]] = {
    _product: (
        torch.mul, torch.multiply, Tensor.mul, Tensor.multiply, Tensor.__mul__, Tensor.__rmul__,
        torch.matmul, Tensor.matmul, Tensor.__matmul__,
        Tensor.__rmatmul__, torch.bmm, Tensor.bmm, torch.mm, Tensor.mm, torch.baddbmm,
        Tensor.baddbmm, torch.einsum, torch.addcmul, torch.outer, functional.linear, functional.bilinear,
    ),
    _square: (torch.square, Tensor.square, torch.var, Tensor.var),
    _power: (torch.pow, Tensor.pow, Tensor.__pow__),
    _quotient: (
        torch.div, torch.divide, torch.true_divide, Tensor.div, Tensor.divide, Tensor.true_divide,
        Tensor.__truediv__,
    ),
    _reciprocal_root: (torch.rsqrt, Tensor.rsqrt),
    _softmax: (functional.softmax, torch.softmax, Tensor.softmax),
    _layer_norm: (functional.layer_norm, torch.layer_norm),
    _rms_norm: (functional.rms_norm, torch.rms_norm),
    _pointwise: (
        torch.tanh, Tensor.tanh, functional.tanh, torch.sigmoid, Tensor.sigmoid, functional.sigmoid, torch.erf,
        Tensor.erf, torch.exp, Tensor.exp, torch.log, Tensor.log, torch.sqrt, Tensor.sqrt,
        torch.reciprocal, Tensor.reciprocal, torch.relu, Tensor.relu, functional.relu, functional.relu6, functional.gelu,
        functional.silu, functional.softplus, functional.elu, functional.selu, functional.mish, functional.leaky_relu, functional.hardtanh, functional.hardswish,
        functional.hardsigmoid, functional.logsigmoid, functional.celu, torch.sin, Tensor.sin, torch.cos, Tensor.cos,
        torch.abs, Tensor.abs, torch.clamp, Tensor.clamp, torch.clip, Tensor.clip, Tensor.clamp_min,
        Tensor.clamp_max, torch.log1p, torch.expm1, Tensor.expm1, Tensor.log1p,
        Tensor.__rtruediv__, Tensor.__rpow__,
    ),
}  # fmt: skip
STEPS: dict[Callable[..., Any], Read] = {
    func: read for read, functions in _READERS.items() for func in functions
}
"""Every torch function with a rule; all others are taken to be linear in the tokens."""

OUT_OF_PLACE: dict[Callable[..., Any], Callable[..., Any]] = {
    Tensor.__iadd__: Tensor.__add__,
    Tensor.__isub__: Tensor.__sub__,
    Tensor.__imul__: Tensor.__mul__,
    Tensor.__itruediv__: Tensor.__truediv__,
    Tensor.__ipow__: Tensor.__pow__,
}
"""What ``a += b`` is run as: the operands of steps must stay as they were."""
