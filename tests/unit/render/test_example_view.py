"""Numbers that the report works out come out alike on every Python: sums are rounded once."""

from __future__ import annotations

import math
import operator
from fractions import Fraction
from functools import reduce

import pyarrow as pa

from auditkit.render.example_view import disagreements, probabilities

LOGITS = [0.3, -1.2, 2.5, 0.7, -0.4, 1.9, 0.1, -2.2, 1.1, 0.9]
CORRELATIONS = [0.1] * 10


class Evidence:
    """As much of an audit as `disagreements` reads: one example, one pair of methods ten times."""

    def __init__(self) -> None:
        self.manifest = {"method_specs": {}}
        columns = {"example_id": "one", "first": "shap", "second": "integrated_gradients"}
        count = len(CORRELATIONS)
        repeated = {name: [value] * count for name, value in columns.items()}
        self.agreement = pa.table({**repeated, "spearman": CORRELATIONS})


def exact(values: list[float]) -> float:
    return float(sum(map(Fraction, values)))


def added_one_by_one(values: list[float]) -> float:
    return reduce(operator.add, values, 0.0)


def weights() -> list[float]:
    return [math.exp(logit - max(LOGITS)) for logit in LOGITS]


def test_probabilities_divide_by_the_exact_sum() -> None:
    expected = tuple(weight / exact(weights()) for weight in weights())
    assert probabilities(LOGITS, "single_label") == expected


def test_disagreement_is_of_the_exact_sum() -> None:
    assert disagreements(Evidence()) == {"one": 1 - exact(CORRELATIONS) / len(CORRELATIONS)}


def test_negative_control_adding_one_by_one_gives_others() -> None:
    assert added_one_by_one(weights()) != exact(weights())
    assert added_one_by_one(CORRELATIONS) != exact(CORRELATIONS)
