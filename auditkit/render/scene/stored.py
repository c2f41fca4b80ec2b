"""Numbers as small integers and back: the same arithmetic as ``templates/viewer/src/data/decode.ts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.evidence.readings import rounding_error
from auditkit.render.scene.records import ARRAYS

if TYPE_CHECKING:
    from jaxtyping import Float64, Shaped

_TYPES = {"u1": "<u1", "i1": "<i1", "u2": "<u2", "i2": "<i2", "f4": "<f4"}


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """One array as the page holds it."""

    name: str
    values: Shaped[np.ndarray, " ..."]
    """Integers, or floats for themselves."""
    scale: float

    def numbers(self) -> Float64[np.ndarray, " ..."]:
        """Return the numbers that the integers stand for."""
        rule = ARRAYS[self.name]
        share = self.values.astype(np.float64) / rule.most
        if rule.rule == "square":
            return share * share
        if rule.rule == "signed_square":
            return np.sign(share) * (share * share) * self.scale
        return share * self.scale

    @property
    def largest_error(self) -> float:
        """How far a number may be from the one it stands for, at most: half a step of the integers."""
        rule = ARRAYS[self.name]
        if rule.dtype == "f4" or rule.most == 1:
            return 0.0
        return rounding_error(rule.rule, rule.most, self.scale)


def stored(name: str, numbers: Shaped[np.ndarray, " ..."]) -> Stored:
    """Round numbers to what array `name` can hold; what is not finite becomes 0, except in floats.

    Args:
        name: One of `ARRAYS`.
        numbers: Its numbers, of any shape; attention lies in 0..1.
    """
    rule = ARRAYS[name]
    kind = np.dtype(_TYPES[rule.dtype])
    if rule.dtype == "f4":
        return Stored(name, np.asarray(numbers, kind), 1.0)
    exact = np.nan_to_num(np.asarray(numbers, np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    if rule.most == 1:
        return Stored(name, exact.astype(kind), 1.0)
    scale = 1.0 if rule.rule == "square" else float(np.abs(exact).max(initial=0.0)) or 1.0
    share = np.clip(exact / scale, -1.0, 1.0)
    if rule.rule != "linear":
        share = np.sign(share) * np.sqrt(np.abs(share))
    return Stored(name, np.rint(share * rule.most).astype(kind), scale)


def stored_rows(name: str, numbers: Shaped[np.ndarray, "... width"]) -> tuple[Stored, Stored]:
    """Round vectors, each by its own largest entry; return them and these entries."""
    exact = np.nan_to_num(np.asarray(numbers, np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    scales = stored(f"{name}_scale", np.abs(exact).max(axis=-1, initial=0.0))
    divisors = scales.numbers()[..., None]
    shares = np.divide(exact, divisors, out=np.zeros_like(exact), where=divisors > 0)
    levels = np.rint(np.clip(shares, -1.0, 1.0) * ARRAYS[name].most)
    return Stored(name, levels.astype("<i1"), 1.0), scales
