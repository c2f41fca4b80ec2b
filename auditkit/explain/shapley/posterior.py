"""The process of gaussian_process.py under single settings of its hyperparameters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from jaxtyping import Float64
from scipy.linalg import cho_factor, cho_solve, solve_triangular

from auditkit.explain.shapley.kernel import OddKernel

LINEAR_VARIANCES = (1.0, 10.0, 10_000.0)
NUGGETS = (1e-4, 3e-3, 5e-2)
"""The grid, in units of the interactions' variance: from strong interactions to almost none."""


@dataclass(frozen=True, eq=False)
class Prior:
    """The interactions' covariances under one set of correlations, at the observed points."""

    points: Float64[np.ndarray, "observed players"]
    kernel: OddKernel

    @cached_property
    def interactions(self) -> Float64[np.ndarray, "observed observed"]:
        """Covariances of the observations."""
        return self.kernel.interactions(self.points, self.points)

    @cached_property
    def with_shapley(self) -> Float64[np.ndarray, "observed players"]:
        """Covariances of the observations with the Shapley values."""
        return self.kernel.shapley_covariances(self.points)

    @cached_property
    def shapley_variances(self) -> Float64[np.ndarray, " players"]:
        """Variances of the Shapley values."""
        return self.kernel.shapley_variances()


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The process under one setting of the hyperparameters."""

    prior: Prior
    linear_variance: float
    cholesky: Float64[np.ndarray, "observed observed"]
    """Lower factor of K + nu I; what stands above its diagonal is meaningless."""
    weights: Float64[np.ndarray, " observed"]
    """alpha."""
    amplitude: float
    """A, profiled: o' alpha / N. It ranks settings; errors take their scale from left-out pairs."""

    @property
    def log_likelihood(self) -> float:
        """Marginal log-likelihood with the amplitude profiled out, up to a constant."""
        log_determinant = 2 * np.log(self.cholesky.diagonal()).sum()
        return float(-(self.weights.size * np.log(self.amplitude) + log_determinant) / 2)

    def means(self) -> Float64[np.ndarray, " players"]:
        """Posterior means of the Shapley values."""
        means: Float64[np.ndarray, " players"] = self.weights @ self._with_shapley()
        return means

    def variances(self) -> Float64[np.ndarray, " players"]:
        """Posterior variances of the Shapley values, at the scale that left-out pairs show."""
        linear = 4 * self.linear_variance / self.prior.points.shape[1]
        explained = solve_triangular(self.cholesky, self._with_shapley(), lower=True)
        left = linear + self.prior.shapley_variances - (explained**2).sum(axis=0)
        scale = self._left_out_amplitude()
        variances: Float64[np.ndarray, " players"] = np.maximum(left, 0.0) * scale
        return variances

    def _with_shapley(self) -> Float64[np.ndarray, "observed players"]:
        linear = 2 * self.linear_variance / self.prior.points.shape[1]
        covariances: Float64[np.ndarray, "observed players"]
        covariances = linear * self.prior.points + self.prior.with_shapley
        return covariances

    def _left_out_amplitude(self) -> float:
        """Mean square of the leave-one-out residuals over their unit variances.

        Observation j is predicted from the others with error alpha_j / (K^-1)_jj and variance
        A / (K^-1)_jj. The first observation has no noise and is never left out.
        """
        identity = np.eye(self.weights.size)
        inverse_root = solve_triangular(self.cholesky, identity, lower=True, check_finite=False)
        precision = (inverse_root**2).sum(axis=0)
        return float(np.mean(self.weights[1:] ** 2 / precision[1:]))


def posteriors(
    points: Float64[np.ndarray, "observed players"],
    observations: Float64[np.ndarray, " observed"],
    relevance: Float64[np.ndarray, " players"],
    strengths: Iterable[float],
) -> Iterator[Posterior]:
    """Condition the process on the observations under every setting of the grid.

    Args:
        points: Points z in {-1, +1}; the first is everybody, whose value has no nugget.
        observations: Value of the odd part of the game at each point.
        relevance: Each player's correlation relative to the largest, in (0, 1].
        strengths: The largest correlation, s; one slice of the grid each.

    Yields:
        One posterior a setting.
    """
    linear = points @ points.T / points.shape[1]
    for strength in strengths:
        prior = Prior(points, OddKernel(strength * relevance))
        for linear_variance, nugget in product(LINEAR_VARIANCES, NUGGETS):
            covariance = linear_variance * linear + prior.interactions
            covariance.flat[len(points) + 1 :: len(points) + 1] += nugget
            factor = cho_factor(covariance, lower=True, overwrite_a=True, check_finite=False)
            weights = cho_solve(factor, observations, check_finite=False)
            amplitude = float(observations @ weights / observations.size)
            yield Posterior(prior, linear_variance, factor[0], weights, amplitude)
