"""Another number format of the model: what it computes is rounded, what is made of it is not."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import torch

from auditkit.capture import attention
from auditkit.capture.head_statistics import STATISTICS, HeadStatistics
from auditkit.capture.loading import load_model
from auditkit.capture.observers import FullAttention, Rollout, UniformRollout, ValueRollout
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.records import Readout
from tests.audited import ADAPTER, encode
from tests.readouts import LOGITS
from tests.tiny import FAMILIES, save_tiny

TEXTS = ("not good", "the film was not good , it was a very dull story !", "good")
OBSERVERS = {
    "heads": HeadStatistics,
    "full": FullAttention,
    "rollout": Rollout,
    "uniform": UniformRollout,
    "value": ValueRollout,
}
SHARES = [STATISTICS.index(name) for name in STATISTICS if name.endswith("share")]


@cache
def runner(family, dtype):
    with TemporaryDirectory() as name:
        return Runner(load_model(str(save_tiny(Path(name), family)), ADAPTER, dtype=dtype))


def masked(rows):
    return [MaskedRows(row, np.array([row.words >= 0, row.words == 0]), LOGITS) for row in rows]


def paths(rows):
    return [
        PathRows(row, Readout.of_classes(np.array([1, -1, 0], np.float32)), np.array([0.3, 1]))
        for row in rows
    ]


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
@pytest.mark.parametrize("family", FAMILIES)
class TestEveryFamily:
    def test_answers_are_float32_and_near_those_of_float32(self, family, dtype):
        low, exact = runner(family, dtype), runner(family, "float32")
        assert (low.loaded.dtype, exact.loaded.dtype) == (dtype, "float32")
        assert low.model.dtype == getattr(torch, dtype)
        rows = encode(exact.loaded, *TEXTS)
        pairs = zip(low.observe(rows, {}), exact.observe(rows, {}), strict=True)
        moved = [np.abs(one.logits - other.logits).max() for one, other in pairs]
        assert 0 < max(moved) < 0.5
        for one, other in zip(low.values(masked(rows)), exact.values(masked(rows)), strict=True):
            np.testing.assert_allclose(one, other, atol=0.5)

    def test_what_observers_keep_is_accumulated_in_float32(self, family, dtype):
        low = runner(family, dtype)
        for one in low.observe(encode(low.loaded, *TEXTS), OBSERVERS):
            assert one.seen["heads"].dtype == np.float32
            assert (np.nan_to_num(one.seen["heads"][SHARES]) <= 1 + 1e-6).all()
            for name in ("rollout", "uniform", "value"):
                assert one.seen[name].dtype == np.float32
                assert one.seen[name].sum() == pytest.approx(1, abs=1e-5)

    def test_gradient_products_are_float32(self, family, dtype):
        low, exact = runner(family, dtype), runner(family, "float32")
        rows = encode(exact.loaded, *TEXTS)
        for one, other in zip(
            low.path_gradients(paths(rows)), exact.path_gradients(paths(rows)), strict=True
        ):
            assert one.products.dtype == np.float32
            size = np.abs(other.products).max()
            assert np.abs(one.products - other.products).max() < max(0.25 * size, 0.25)
            assert one.values[1] == pytest.approx(other.values[1], abs=0.5)


def test_rows_of_a_rounded_softmax_would_not_add_up(monkeypatch):
    """Negative control: the softmax in the model's own format."""

    def rounded(scores):
        return torch.softmax(scores, dim=-1).float()

    low = runner("bert", "bfloat16")
    rows = encode(low.loaded, *TEXTS)
    monkeypatch.setattr(attention, "_softmax", rounded)
    sums = [one.seen["rollout"].sum() for one in low.observe(rows, {"rollout": Rollout})]
    assert np.abs(np.array(sums) - 1).max() > 1e-4


def test_the_softmax_takes_the_place_of_scores_that_nobody_needs():
    scores = torch.randn(2, 3, 5, 7, generator=torch.Generator().manual_seed(0))
    expected = torch.softmax(scores, -1)
    found = attention._softmax(scores)
    assert torch.equal(found, expected)
    assert found.data_ptr() == scores.data_ptr()
    needed = torch.randn(2, 3, requires_grad=True)
    assert attention._softmax(needed).data_ptr() != needed.data_ptr()


@pytest.mark.parametrize("shape", [(1, 1, 1, 1), (2, 3, 17, 17), (1, 2, 64, 300), (3, 1, 1, 1025)])
def test_the_softmax_in_place_equals_the_other_bit_by_bit(shape):
    scores = 5 * torch.randn(shape, generator=torch.Generator().manual_seed(1))
    scores[..., -1] = torch.finfo(torch.float32).min
    expected = torch.softmax(scores, -1)
    assert torch.equal(attention._softmax(scores.clone()), expected)
