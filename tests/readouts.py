"""Readouts of tiny classifiers."""

from __future__ import annotations

import numpy as np

from auditkit.records import Readout, Target


def of_weights(*weights: float) -> Readout:
    """A weight for each class."""
    return Readout.of_classes(np.array(weights, np.float32))


def each_class(count: int) -> tuple[Readout, ...]:
    """Every logit apart, so that what is read is the whole answer."""
    return tuple(Readout(np.array([[index]]), np.ones(1, np.float32)) for index in range(count))


LOGITS = each_class(3)
"""Of the tiny models, which have three classes."""


def weights_of(target: Target, classes: int) -> np.ndarray:
    """The weight of every class in a target, float32."""
    weights = np.zeros(classes, np.float32)
    weights[target.readout.index[:, 0]] = target.readout.weights
    return weights


def opposed(target: Target) -> Target:
    """The target with its sign turned."""
    return Target("b", "a", Readout(target.readout.index, -target.readout.weights))
