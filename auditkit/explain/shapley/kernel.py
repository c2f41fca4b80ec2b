r"""Covariance of odd games, and of their Shapley values.

A coalition is a point z in {-1, +1}^n (+1 keeps a player), and a game a sum of interactions,

    f(z) = sum over T of c_T z_T,    z_T = product of z_i over i in T.

Splitting z_T by its sign under z -> -z, only odd |T| reach the Shapley values, for by symmetry the
members of T share v(all) - v(none) = 1 - (-1)^|T| evenly:

    phi_i = sum over odd T containing i of (2 / |T|) c_T.

The prior gives each odd c_T an independent variance that falls by a factor rho_k, the correlation,
for every member, and adds variance to the main effects:

    k(z, z') = (tau / n) z.z' + sum over odd T of rho_T z_T z'_T / sum over odd T of rho_T
             = (tau / n) z.z' + sinh(sum_k theta_k z_k z'_k) / sinh(sum_k theta_k),

theta = artanh rho, rho_T the product of rho over T. Hence k(z, z) = tau + 1. The covariance of
phi_i with f(z), and the variance of phi_i, weigh the same sums over T by 2/|T| and (2/|T|)^2;
1/|T| is the integral of t^(|T|-1) over [0, 1], and what is left under it are products:

    sum over odd T containing i of t^(|T|-1) x_T
        = x_i / 2 (product_{k != i} (1 + t x_k) + product_{k != i} (1 - t x_k)).

As polynomials in t of degree n - 1, they are integrated exactly by Gauss-Legendre quadrature with
n / 2 nodes. Every product is divided by the normaliser before it leaves log space, so that nothing
overflows however many players there are.
"""

import functools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float64


@dataclass(frozen=True, slots=True, eq=False)
class OddKernel:
    """Prior over odd games, in units of its interaction part."""

    correlations: Float64[np.ndarray, " players"]
    """rho, in (0, 1): how readily each player takes part in interactions."""

    def interactions(
        self, left: Float64[np.ndarray, "left players"], right: Float64[np.ndarray, "right players"]
    ) -> Float64[np.ndarray, "left right"]:
        """sinh(sum_k theta_k z_k z'_k) / sinh(sum_k theta_k), the interaction part of k(z, z').

        Args:
            left: Points in {-1, +1}, one a row.
            right: Points in {-1, +1}, one a row.

        Returns:
            Covariances in [-1, 1].
        """
        theta = np.arctanh(self.correlations)
        exponent = (left * theta) @ right.T
        size, most = np.abs(exponent), theta.sum()
        # sinh(a) / sinh(b) = exp(a - b) (1 - exp(-2a)) / (1 - exp(-2b)) for 0 <= a <= b
        ratio = np.exp(size - most) * np.expm1(-2 * size) / np.expm1(-2 * most)
        covariances: Float64[np.ndarray, "left right"] = np.copysign(ratio, exponent)
        return covariances

    def shapley_covariances(
        self, points: Float64[np.ndarray, "points players"]
    ) -> Float64[np.ndarray, "points players"]:
        """Covariance of f(z) with every Shapley value under the interaction part.

        Equally: row z holds the Shapley values of the game k(., z).

        Args:
            points: Points z in {-1, +1}, one a row.

        Returns:
            One row a point; a row sums to 2 k(z, 1).
        """
        covariances = np.zeros_like(points)
        for node, weight in zip(*_unit_quadrature(points.shape[1]), strict=True):
            covariances += 2 * weight * self._sums_with_player(points, np.full(len(points), node))
        return covariances

    def shapley_variances(self) -> Float64[np.ndarray, " players"]:
        """Prior variance of every Shapley value under the interaction part.

        Returns:
            sum over odd T containing i of (2 / |T|)^2 rho_T, normalised, for each player i.
        """
        players = self.correlations.size
        nodes, weights = _unit_quadrature(players)
        everyone = np.ones((nodes.size, players))
        variances = np.zeros(players)
        for node, weight in zip(nodes, weights, strict=True):
            variances += 4 * weight * (weights @ self._sums_with_player(everyone, node * nodes))
        return variances

    def _sums_with_player(
        self, points: Float64[np.ndarray, "points players"], nodes: Float64[np.ndarray, " points"]
    ) -> Float64[np.ndarray, "points players"]:
        """Normalised sum over odd T containing i of t^(|T|-1) rho_T z_T, with one t a point."""
        terms = self.correlations * points
        scaled = nodes[:, None] * terms
        above, below = 1 + scaled, 1 - scaled
        normaliser = self._log_normaliser()
        rising = np.exp(np.log(above).sum(axis=1, keepdims=True) - normaliser)
        falling = np.exp(np.log(below).sum(axis=1, keepdims=True) - normaliser)
        sums: Float64[np.ndarray, "points players"]
        sums = terms / 2 * (rising / above + falling / below)
        return sums

    def _log_normaliser(self) -> float:
        """Log of the sum over odd T of rho_T = (product (1 + rho) - product (1 - rho)) / 2."""
        rising = np.log1p(self.correlations).sum()
        falling = np.log1p(-self.correlations).sum()
        return float(rising + np.log(-np.expm1(falling - rising) / 2))


@functools.cache
def _unit_quadrature(
    players: int,
) -> tuple[Float64[np.ndarray, " nodes"], Float64[np.ndarray, " nodes"]]:
    """Gauss-Legendre nodes and weights on [0, 1], exact for polynomials of degree n - 1."""
    nodes, weights = np.polynomial.legendre.leggauss((players + 1) // 2)
    nodes, weights = (nodes + 1) / 2, weights / 2
    nodes.setflags(write=False)
    weights.setflags(write=False)
    return nodes, weights
