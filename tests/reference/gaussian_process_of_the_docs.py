"""The Gaussian-process estimate of Shapley values, line by line from docs/methods.md."""

from itertools import product
from math import ceil

import numpy as np
from scipy.stats import norm, t

TAUS, NUS = (1, 10, 10000), (0.0001, 0.003, 0.05)


def estimate(coalitions, values):
    """Shapley values and standard errors of every player, float64 [players] each.

    Args:
        coalitions: bool [coalitions players], with each its complement.
        values: What each coalition is worth.
    """
    points, observed = observations(np.asarray(coalitions, bool), values)
    scale, players = np.abs(observed).max(), points.shape[1]
    observed = observed / scale
    flat = [np.full(players, share) for share in (0.2, 0.45)]
    first = [posterior(points, observed, *s) for s in product(flat, TAUS, NUS)]
    phi = max(first, key=lambda fit: fit[0])[1]
    sizes = np.clip(np.abs(phi) / np.sqrt(np.mean(phi**2)), 0.15, 2)
    uneven = [share * sizes / sizes.max() for share in (0.2, 0.45, 0.7)]
    fits = [posterior(points, observed, *s) for s in product(uneven, TAUS, NUS)]
    likelihoods, shares, variances = (np.array(part) for part in zip(*fits, strict=True))
    weights = np.exp(likelihoods - likelihoods.max())
    weights[weights < 0.01] = 0
    weights /= weights.sum()
    mean = weights @ shares
    widen = t.ppf(0.975, len(observed)) / norm.ppf(0.975)
    errors = np.sqrt(weights @ (variances + (shares - mean) ** 2)) * widen
    return mean * scale, errors * scale


def observations(coalitions, values):
    """The odd part of the game at everybody and at each pair, named without the first player."""
    worth = dict(zip(map(bytes, coalitions), values, strict=True))
    everybody = np.ones_like(coalitions[0])
    named = [everybody, *(row for row in coalitions if row.any() and not row[0])]
    odd = [(worth[bytes(row)] - worth[bytes(~row)]) / 2 for row in named]
    return np.where(named, 1.0, -1.0), np.array(odd)


def posterior(points, observed, rho, tau, nu):
    """Log-likelihood, Shapley values and their variances under one setting."""
    theta, players = np.arctanh(rho), points.shape[1]
    kernel = tau / players * points @ points.T
    kernel += np.sinh((points * theta) @ points.T) / np.sinh(theta.sum())
    noise = nu * np.eye(len(points))
    noise[0, 0] = 0
    precision = np.linalg.inv(kernel + noise)
    alpha = precision @ observed
    amplitude = observed @ alpha / len(observed)
    log_determinant = -np.linalg.slogdet(precision)[1]
    likelihood = -(len(observed) * np.log(amplitude) + log_determinant) / 2
    all_odd = (np.prod(1 + rho) - np.prod(1 - rho)) / 2
    covariance = 2 * tau / players * points + 2 * over_odd_sets(rho * points) / all_odd
    prior = 4 * tau / players + 4 * squared_over_odd_sets(rho) / all_odd
    explained = np.einsum("ji,jk,ki->i", covariance, precision, covariance)
    left_out = (alpha**2 / np.diag(precision))[1:].mean()
    variances = left_out * np.maximum(prior - explained, 0)
    return likelihood, alpha @ covariance, variances


def over_odd_sets(x):
    """Sum over odd T with i of x_T / |T|, for every row of `x` and every i."""
    places, weights = np.polynomial.legendre.leggauss(ceil(x.shape[1] / 2))
    total = np.zeros(x.shape)
    for place, weight in zip((places + 1) / 2, weights / 2, strict=True):
        for i in range(x.shape[1]):
            others = place * np.delete(x, i, axis=1)
            both = np.prod(1 + others, axis=1) + np.prod(1 - others, axis=1)
            total[:, i] += weight * x[:, i] / 2 * both
    return total


def squared_over_odd_sets(rho):
    """Sum over odd T with i of rho_T / |T|^2 for every i, from the sums by the size of T."""
    totals = []
    for i in range(len(rho)):
        by_size = np.array([rho[i]])  # the sets that hold i, of 1, 2, ... players
        for other in np.delete(rho, i):
            by_size = np.convolve(by_size, [1, other])
        sizes = np.arange(1, len(rho) + 1)
        totals.append((by_size / sizes**2)[::2].sum())
    return np.array(totals)


__all__ = ["estimate"]
