"""The arrays of a scene against the evidence: which there are, which keys they keep, every number.

A number is kept as an integer. It is right if it is the integer next to the evidence's number by the
rule of its array; floats are right to one step of float32.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditkit.verification.about import About
    from auditkit.verification.blocks import StoredArray

    Arrays = Mapping[str, StoredArray]
    Numbers = dict[str, np.ndarray]

SQUARE, SIGNED_SQUARE, LINEAR, WHOLE, FLOAT = "square", "signed square", "linear", "whole", "float"
_TIE = 1e-6
"""How far from half a step two computers may round to different sides, in steps."""
_SAME_SCALE = 1e-9
_MOST_VECTOR_NUMBERS = 2**19
_MOST_NEURON = 2**16
FLOWS = {"attention": "attention", "relevance": "edges"}
"""Messages from key to query -> the tensor that holds them."""


class Rule(NamedTuple):
    """How an array keeps numbers."""

    dtype: str
    law: str
    """q of range m stands for (q/m)^2 (`SQUARE`), sign(q) (q/m)^2 scale (`SIGNED_SQUARE`), q/m scale
    (`LINEAR`) or itself (`WHOLE`, `FLOAT`)."""
    most: int = 1
    """m."""


RULES = {
    "attention": Rule("u1", SQUARE, 255),
    "attention_keys": Rule("u2", WHOLE),
    "attention_rest": Rule("u1", SQUARE, 255),
    "value_norms": Rule("u2", LINEAR, 65535),
    "relevance": Rule("i1", SIGNED_SQUARE, 127),
    "relevance_keys": Rule("u2", WHOLE),
    "relevance_rest": Rule("i2", LINEAR, 32767),
    "norms": Rule("u2", LINEAR, 65535),
    "cuts": Rule("i2", LINEAR, 32767),
    "attention_at": Rule("i2", LINEAR, 32767),
    "mlp_at": Rule("i2", LINEAR, 32767),
    "head_totals": Rule("f4", FLOAT),
    "mlp_totals": Rule("f4", FLOAT),
    "queries": Rule("i1", LINEAR, 25),
    "queries_scale": Rule("u2", LINEAR, 65535),
    "keys": Rule("i1", LINEAR, 25),
    "keys_scale": Rule("u2", LINEAR, 65535),
    "neurons": Rule("u2", WHOLE),
    "neuron_activations": Rule("i2", LINEAR, 32767),
    "neuron_relevance": Rule("i2", LINEAR, 32767),
    "points": Rule("f4", FLOAT),
    "neighbours": Rule("u2", WHOLE),
    "shares": Rule("f4", FLOAT),
}
"""Every array that a block may hold."""
VECTORS = ("queries", "keys")
"""Arrays in units of the largest entry of each vector, which stands in an array of its own."""


def scene_arrays_problem(arrays: Arrays, about: About) -> str | None:
    """Return what is wrong with the arrays of a scene; None if they are what the evidence has."""
    for flow in FLOWS:
        if f"{flow}_keys" in arrays and flow in _flows(about):
            wrong = _keys_problem(arrays[f"{flow}_keys"], _flows(about)[flow], about.keys_kept)
            if wrong is not None:
                return f"keeps other {flow} keys than the largest: {wrong}"
    return arrays_problem(arrays, _numbers(arrays, about))


def arrays_problem(arrays: Arrays, true: Numbers) -> str | None:
    """Compare arrays with the numbers that they should hold: each there, no other, all equal.

    Args:
        arrays: What the block has.
        true: By name; vectors without their sizes, which are worked out here.
    """
    true = {**true, **{f"{name}_scale": _sizes(true[name]) for name in VECTORS if name in true}}
    for name in true:
        if name not in arrays:
            return f"does not hand the viewer the {name.replace('_', ' ')}"
    for name, held in arrays.items():
        if name not in true:
            return f"hands the viewer {name!r}, of which the evidence has nothing"
        unit = arrays[f"{name}_scale"] if name in VECTORS else None
        if not _agrees(held, RULES[name], true[name], unit):
            return f"hands the viewer other {name.replace('_', ' ')} than the evidence"
    return None


def _flows(about: About) -> Numbers:
    """Return the messages that the page has, whole rows."""
    shown = ("attention", "relevance") if about.ledger is not None else ("attention",)
    return {f: _known(about.tensors[FLOWS[f]]) for f in shown if FLOWS[f] in about.tensors}


def _known(numbers: np.ndarray) -> np.ndarray:
    """Return numbers in float64, 0 where there is none."""
    return np.nan_to_num(np.asarray(numbers, np.float64), nan=0.0, posinf=0.0, neginf=0.0)


def _keys_problem(held: StoredArray, exact: np.ndarray, kept: int | None) -> str | None:
    """Return why these are not, row by row, the keys of largest size, of equal ones the first."""
    keys = held.values.astype(np.int64)
    if kept is None or keys.shape != (*exact.shape[:-1], kept) or keys.max() >= exact.shape[-1]:
        return "they are other in number, or beyond the text"
    if (np.diff(keys, axis=-1) <= 0).any():
        return "they are not in the order of the text"
    size = np.abs(exact)
    is_kept = np.zeros(size.shape, bool)
    np.put_along_axis(is_kept, keys, values=True, axis=-1)
    least = np.where(is_kept, size, np.inf).min(-1, keepdims=True)
    if (~is_kept & (size > least)).any():
        return "a larger one is left out"
    place, at_least = np.arange(size.shape[-1]), size == least
    last_kept = np.where(is_kept & at_least, place, -1).max(-1)
    first_left = np.where(~is_kept & at_least, place, len(place)).min(-1)
    return "of equal ones an earlier one is left out" if (first_left < last_kept).any() else None


def _numbers(arrays: Arrays, about: About) -> Numbers:
    """Return what the evidence has of every array that a scene of this example has."""
    true: Numbers = {}
    for flow, exact in _flows(about).items():
        true |= _flow_numbers(flow, exact, arrays, about.keys_kept)
    true |= {n: _known(about.tensors[n]) for n in ("value_norms", "norms") if n in about.tensors}
    return true | _accounts(about) | _vectors(about.tensors) | _neurons(about.tensors)


def _flow_numbers(flow: str, exact: np.ndarray, arrays: Arrays, kept: int | None) -> Numbers:
    """Return whole rows; of long texts what is kept of each, and the sum of what is not."""
    if kept is None:
        return {flow: exact}
    if f"{flow}_keys" not in arrays:
        return {f"{flow}_keys": exact}
    keys = arrays[f"{flow}_keys"].values.astype(np.int64)
    values = np.take_along_axis(exact, keys, axis=-1)
    rest = exact.sum(-1) - values.sum(-1)
    if flow == "attention":
        rest = np.clip(rest, 0.0, 1.0)
    return {flow: values, f"{flow}_keys": keys, f"{flow}_rest": rest}


def _accounts(about: About) -> Numbers:
    sheet = about.ledger
    if sheet is None:
        return {}
    layers, _, tokens = about.shape
    true = {
        "cuts": _known(np.reshape(sheet["cuts"], (layers + 1, tokens))),
        "attention_at": _known(np.reshape(sheet["attention"], (layers, tokens))),
        "head_totals": np.reshape(sheet["heads"], (layers, -1)),
    }
    if sheet["mlp"] is not None:
        added = np.reshape(sheet["mlp"], (layers, tokens))
        true |= {"mlp_at": _known(added), "mlp_totals": added.sum(-1)}
    return true


def _vectors(tensors: Mapping[str, np.ndarray]) -> Numbers:
    if any(name not in tensors for name in VECTORS):
        return {}
    if sum(tensors[name].size for name in VECTORS) > _MOST_VECTOR_NUMBERS:
        return {}
    return {name: _known(tensors[name]) for name in VECTORS}


def _neurons(tensors: Mapping[str, np.ndarray]) -> Numbers:
    if "neurons" not in tensors or int(tensors["neurons"].max(initial=0)) >= _MOST_NEURON:
        return {}
    names = ("neurons", "neuron_activations", "neuron_relevance")
    return {name: _known(tensors[name]) for name in names}


def _sizes(vectors: np.ndarray) -> np.ndarray:
    return np.asarray(np.abs(vectors).max(axis=-1, initial=0.0))


def _agrees(held: StoredArray, rule: Rule, true: np.ndarray, unit: StoredArray | None) -> bool:
    """Whether an array holds the integers next to these numbers.

    Args:
        held: The array.
        rule: How it keeps numbers.
        true: The numbers.
        unit: The size of each vector as the page has it, for arrays that are in units of it.
    """
    if held.dtype != rule.dtype or held.values.shape != true.shape:
        return False
    said = held.values.astype(np.float64)
    if rule.law == FLOAT:
        return held.scale == 1.0 and _is_float32_of(said, true)
    if rule.law == WHOLE:
        return held.scale == 1.0 and bool((said == true).all())
    if unit is None:
        largest = _scale(rule, true)
        scale = np.asarray(largest)
        is_scaled = math.isclose(held.scale, largest, rel_tol=_SAME_SCALE)
    else:
        scale = unit.values.astype(np.float64)[..., None] / RULES["keys_scale"].most * unit.scale
        is_scaled = held.scale == 1.0 and scale.shape[:-1] == true.shape[:-1]
    return is_scaled and bool((np.abs(said - _steps(rule, true, scale)) <= 0.5 + _TIE).all())


def _scale(rule: Rule, true: np.ndarray) -> float:
    return 1.0 if rule.law == SQUARE else float(np.abs(true).max(initial=0.0)) or 1.0


def _steps(rule: Rule, true: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Return numbers in steps of the integers that keep them."""
    shares = np.divide(true, scale, out=np.zeros_like(true), where=scale > 0)
    shares = np.clip(shares, -1.0, 1.0)
    if rule.law != LINEAR:
        shares = np.sign(shares) * np.sqrt(np.abs(shares))
    return np.asarray(shares * rule.most)


def _is_float32_of(said: np.ndarray, true: np.ndarray) -> bool:
    """Whether numbers are others in float32, to one step; what is not finite is the same in both."""
    finite = np.isfinite(true)
    if not np.array_equal(said[~finite], true[~finite], equal_nan=True):
        return False
    step = np.spacing(np.abs(true[finite]).astype(np.float32)).astype(np.float64)
    return bool((np.abs(said[finite] - true[finite]) <= step).all())
