"""What every plan gives back, what a plan is, and the checks on the values it is given."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from jaxtyping import Bool, Float64


@dataclass(frozen=True, slots=True, eq=False)
class ShapleyEstimate:
    """Shapley values with one standard error each."""

    values: Float64[np.ndarray, " players"]
    """Share of each player, in the unit of the value function; positive raises it. The shares sum
    to v(all) - v(none) up to rounding."""

    standard_errors: Float64[np.ndarray, " players"]
    """Standard error of each share, same unit: value +- 1.96 errors is meant to hold the exact
    Shapley value in 95 cases of 100. Zero where the share is exact."""


@runtime_checkable
class ShapleyPlan(Protocol):
    """Coalitions to evaluate, and the way from their values to Shapley values."""

    @property
    def coalitions(self) -> Bool[np.ndarray, "coalitions players"]:
        """Distinct coalitions, one a row; True keeps a player. Has the empty and the full one."""
        ...

    def solve(self, values: Float64[np.ndarray, " coalitions"]) -> ShapleyEstimate:
        """Estimate the Shapley values.

        Args:
            values: Value of each row of `coalitions`, in that order.

        Returns:
            The estimate, one entry a player.

        Raises:
            ValueError: The number of values differs from the rows, or one is not finite.
        """
        ...


def checked_values(
    values: Float64[np.ndarray, " coalitions"], count: int
) -> Float64[np.ndarray, " coalitions"]:
    """Return the values as float64 after checking their number and that all are finite.

    Args:
        values: Value of each coalition of a plan.
        count: How many coalitions the plan has.

    Returns:
        The same values.

    Raises:
        ValueError: Wrong shape, NaN or infinity; the message says which coalition.
    """
    checked = np.asarray(values, dtype=np.float64)
    if checked.shape != (count,):
        msg = (
            f"one value per coalition is needed: expected shape ({count},), got {checked.shape}; "
            "pass the values of plan.coalitions in the order of its rows"
        )
        raise ValueError(msg)
    finite = np.isfinite(checked)
    if not finite.all():
        first = int(np.flatnonzero(~finite)[0])
        msg = (
            f"the value function must be finite: coalition {first} has value {checked[first]}, "
            f"and {count - int(finite.sum())} of {count} are not finite"
        )
        raise ValueError(msg)
    return checked


def close_sum(
    shares: Float64[np.ndarray, " players"], total: float
) -> Float64[np.ndarray, " players"]:
    """Spread what is left of the total evenly, so that only rounding remains.

    Both estimators are efficient by construction; this removes the rounding of their linear
    algebra, and is no correction of a result that does not add up.

    Args:
        shares: Shapley values of at least one player.
        total: v(all) - v(none).

    Returns:
        New shares that sum to `total`.
    """
    closed: Float64[np.ndarray, " players"] = shares + (total - shares.sum()) / shares.size
    return closed
