"""Every layer of a ledger as an explicit matrix on flattened differences.

A state [tokens, width] is flattened row by row: entry (t, c) stands at t * width + c. Scores and
attention of one head [tokens, tokens] are flattened the same way: (i, j) at i * tokens + j.
Written by loops from the formulas; slow and plain on purpose.
"""

from __future__ import annotations

import numpy as np

from tests.reference.ledger_network import Activation, Norm
from tests.reference.ledger_runs import centred, divisor

SAME = 1e-6
"""Two inputs of an activation nearer than this: the derivative at their midpoint is the slope."""


def mean(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The coefficient of D(other factor) in the difference of a product."""
    return (one + other) / 2


def per_token(weight: np.ndarray, tokens: int) -> np.ndarray:
    """The same [out, in] matrix at every token: [tokens * out, tokens * in]."""
    return block_diagonal([weight] * tokens)


def block_diagonal(blocks: list[np.ndarray]) -> np.ndarray:
    """Equal-shaped [out, in] blocks down the diagonal."""
    out, into = blocks[0].shape
    matrix = np.zeros((out * len(blocks), into * len(blocks)))
    for index, block in enumerate(blocks):
        matrix[index * out : (index + 1) * out, index * into : (index + 1) * into] = block
    return matrix


def norm_matrix(norm: Norm | None, x: np.ndarray, other: np.ndarray) -> np.ndarray:
    """D normed(x) = M D x of two runs; x [tokens, width]."""
    tokens, width = x.shape
    if norm is None:
        return np.eye(tokens * width)
    blocks = []
    for token in range(tokens):
        c, c_other = centred(x[token]), centred(other[token])
        sigma, sigma_other = divisor(norm, x[token]), divisor(norm, other[token])
        kept = mean(1 / sigma, 1 / sigma_other) * np.eye(width)
        rescaled = np.outer(mean(c, c_other), c + c_other) / width
        rescaled /= sigma * sigma_other * (sigma + sigma_other)
        blocks.append(np.diag(norm.gain) @ (kept - rescaled) @ centring(width))
    return block_diagonal(blocks)


def frozen_norm_matrix(norm: Norm | None, x: np.ndarray) -> np.ndarray:
    """normed(x) - shift = M x with the divisor held; x [tokens, width]."""
    tokens, width = x.shape
    if norm is None:
        return np.eye(tokens * width)
    return block_diagonal(
        [np.diag(norm.gain) @ centring(width) / divisor(norm, x[t]) for t in range(tokens)]
    )


def centring(width: int) -> np.ndarray:
    """x -> x minus its mean."""
    return np.eye(width) - np.ones((width, width)) / width


def slopes(activation: Activation, z: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(f(z) - f(z')) / (z - z') entry by entry, of z's shape; other = 0 gives f(z) / z."""
    change = z - other
    near = np.abs(change) < SAME
    secant = (activation.value(z) - activation.value(other)) / np.where(near, 1, change)
    return np.where(near, activation.derivative(mean(z, other)), secant)


def logarithmic_mean(log_one: np.ndarray, log_other: np.ndarray) -> np.ndarray:
    """(A - A') / (ln A - ln A') from ln A and ln A'; 0 where both are masked.

    With r = ln A - ln A' this is sqrt(A A') sinh(r / 2) / (r / 2), which does not cancel.
    """
    masked = np.isneginf(log_one)
    half = np.where(masked, 0, log_one - np.where(masked, 0, log_other)) / 2
    near = np.abs(half) < 1e-4
    stretched = np.where(near, 1 + half**2 / 6, np.sinh(half) / np.where(near, 1, half))
    return np.exp(mean(log_one, log_other)) * stretched


def softmax_matrix(log_one: np.ndarray, log_other: np.ndarray) -> np.ndarray:
    """DA = M Dz of one head; ln A and ln A' [tokens, tokens]; M [tokens^2, tokens^2]."""
    blocks = []
    for row, row_other in zip(log_one, log_other, strict=True):
        weight = logarithmic_mean(row, row_other)
        blocks.append(np.diag(weight) - np.outer(weight, weight) / weight.sum())
    return block_diagonal(blocks)


def score_matrices(query: np.ndarray, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Dz of one head from its Dq and its Dk; mean q and mean k [tokens, head_width].

    Returns:
        Two matrices [tokens^2, tokens * head_width]: for Dq and for Dk.
    """
    tokens, width = query.shape
    from_query = np.zeros((tokens * tokens, tokens * width))
    from_key = np.zeros((tokens * tokens, tokens * width))
    for i in range(tokens):
        for j in range(tokens):
            score = i * tokens + j
            from_query[score, i * width : (i + 1) * width] = key[j] / np.sqrt(width)
            from_key[score, j * width : (j + 1) * width] = query[i] / np.sqrt(width)
    return from_query, from_key


def message_matrices(attention: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """D context of one head from its DA and its Dv.

    Args:
        attention: [tokens, tokens], the coefficient of Dv_j in D context_i.
        value: [tokens, head_width], the coefficient of DA_ij in D context_i.

    Returns:
        [tokens * head_width, tokens^2] for DA, [tokens * head_width, tokens * head_width] for Dv.
    """
    tokens, width = value.shape
    from_attention = np.zeros((tokens * width, tokens * tokens))
    from_value = np.zeros((tokens * width, tokens * width))
    for i in range(tokens):
        for j in range(tokens):
            for c in range(width):
                from_attention[i * width + c, i * tokens + j] = value[j, c]
                from_value[i * width + c, j * width + c] = attention[i, j]
    return from_attention, from_value


def pick_head(head: int, heads: int, tokens: int, width: int) -> np.ndarray:
    """[tokens * width] to the part of one head [tokens * head_width]."""
    part = width // heads
    rows = np.eye(width)[head * part : (head + 1) * part]
    return per_token(rows, tokens)
