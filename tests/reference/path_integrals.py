"""Integrated gradients and gradient x input by a plain loop over the nodes.

References:
    Sundararajan, Taly & Yan (2017), arXiv:1703.01365, equation 1:
    IG_i = (x_i - x'_i) * integral over a in [0, 1] of ds/dx_i at x' + a (x - x').
"""

import numpy as np
import torch


def integrated_gradients(score, point, reference, nodes):
    """Gauss-Legendre sum of the gradient products; float64 [tokens].

    Args:
        score: Embeddings [tokens width] -> scalar with a graph.
        point: Embeddings of the text.
        reference: Where the path starts.
        nodes: Number of quadrature nodes.
    """
    places, weights = np.polynomial.legendre.leggauss(nodes)
    total = np.zeros(len(point))
    for place, weight in zip((places + 1) / 2, weights / 2, strict=True):
        here = (reference + float(place) * (point - reference)).requires_grad_()
        total += weight * _products(score, here, point - reference)
    return total


def gradient_times_input(score, point, reference):
    """<ds/de_t at the text, e_t - reference_t>; float64 [tokens]."""
    return _products(score, point.clone().requires_grad_(), point - reference)


def _products(score, here, step):
    (gradient,) = torch.autograd.grad(score(here), here)
    return (gradient.double() * step.double()).sum(-1).numpy()
