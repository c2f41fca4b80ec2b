"""Rollouts by explicit matrix products, float64, one text at a time.

References:
    Abnar & Zuidema (2020), arXiv:2005.00928, section 4: A' = 0.5 A + 0.5 I, R = A'_L ... A'_1.
    Kobayashi et al. (2020), arXiv:2004.10102: the size of what a key sends, not of its weight.
"""

import numpy as np


def rollout(layers):
    """R [tokens tokens] of one token-to-token matrix per layer, first layer first."""
    product = np.eye(len(layers[0]))
    for layer in layers:
        product = (0.5 * layer + 0.5 * np.eye(len(layer))) @ product
    return product


def read_row(product, reads):
    """The row of `product` at the position that the classifier reads."""
    return {"first": product[0], "last": product[-1], "mean": product.mean(axis=0)}[reads]


def mean_over_heads(attention):
    """[heads tokens tokens] -> [tokens tokens]."""
    return attention.mean(axis=0)


def uniform_pattern(tokens):
    """Each position looks equally at itself and at all earlier ones."""
    return np.array([[1 / (i + 1) if j <= i else 0 for j in range(tokens)] for i in range(tokens)])


def message_sizes(attention, values, output):
    """Row-normalised |sum over heads of A_hij W_O,h v_hj|; [tokens tokens].

    Args:
        attention: [heads tokens tokens].
        values: [tokens heads head_width].
        output: W_O as [heads * head_width, width]; head h owns the h-th slice of rows.
    """
    heads, tokens, _ = attention.shape
    width = values.shape[2]
    sizes = np.zeros((tokens, tokens))
    for query in range(tokens):
        for key in range(tokens):
            message = np.zeros(output.shape[1])
            for head in range(heads):
                own_slice = output[head * width : (head + 1) * width]
                message += attention[head, query, key] * (values[key, head] @ own_slice)
            sizes[query, key] = np.linalg.norm(message)
    return sizes / sizes.sum(axis=1, keepdims=True)
