"""What is read of outputs, against plain loops over places."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from auditkit.capture.readouts import Terms
from auditkit.capture.requests import MaskedRows
from auditkit.errors import RecordError
from auditkit.records import Readout
from tests.audited import encode, run_model
from tests.readouts import LOGITS, of_weights

FIRST = Readout(np.array([[0, 1]]), np.ones(1, np.float32))
MEAN = Readout(np.array([[1, 2], [3, 2], [1, 0]]), np.array([0.5, 0.5, -1], np.float32))
OUTPUT = np.random.default_rng(0).normal(size=(2, 5, 3)).astype(np.float32)
ROWS = ((FIRST, MEAN), (MEAN,))
"""Of outputs with a position and a class: as many terms in no two rows."""


def by_loop(readout: Readout, output: np.ndarray) -> float:
    terms = zip(readout.index.tolist(), readout.weights.tolist(), strict=True)
    return sum(weight * float(output[position, tag]) for (position, tag), weight in terms)


def test_terms_of_positions_and_classes() -> None:
    terms = Terms(ROWS)
    output = torch.tensor(OUTPUT)
    assert terms.of(output).shape == (2, 4)
    found = terms.values(terms.of(output).numpy())
    for row, values, whole in zip(ROWS, found, OUTPUT, strict=True):
        expected = [by_loop(readout, whole) for readout in row]
        np.testing.assert_allclose(values, expected, rtol=1e-12)
        assert values.dtype == np.float64
        assert [readout.value(whole) for readout in row] == pytest.approx(expected, rel=1e-12)


def test_padding_moves_no_place() -> None:
    """A batch with a longer text has outputs at more positions."""
    longer = np.concatenate([OUTPUT, np.full((2, 4, 3), 99, np.float32)], axis=1)
    terms = Terms(ROWS)
    for short, long in zip(
        terms.values(terms.of(torch.tensor(OUTPUT)).numpy()),
        terms.values(terms.of(torch.tensor(longer)).numpy()),
        strict=True,
    ):
        assert (short == long).all()


def test_axes_between_rows_and_terms_are_kept() -> None:
    terms = Terms(ROWS)
    cuts = torch.stack([terms.of(torch.tensor(scale * OUTPUT)) for scale in (1.0, 2.0)], dim=1)
    first, _ = terms.values(cuts.numpy())
    assert first.shape == (2, 2)
    np.testing.assert_allclose(first[1], 2 * first[0], rtol=1e-6)


def test_the_gradient_of_a_sum_is_its_weights() -> None:
    output = torch.tensor(OUTPUT, requires_grad=True)
    sums = Terms(ROWS).sums(output)
    sums.sum().backward()
    expected = np.zeros_like(OUTPUT)
    for at, row in enumerate(ROWS):
        for readout in row:
            for place, weight in zip(readout.index, readout.weights, strict=True):
                expected[at, *place] += weight
    np.testing.assert_array_equal(output.grad.numpy(), expected)
    np.testing.assert_allclose(
        sums.detach().numpy(),
        [sum(by_loop(one, whole) for one in row) for row, whole in zip(ROWS, OUTPUT, strict=True)],
        rtol=1e-5,
    )


def test_large_logits_are_subtracted_in_double_precision() -> None:
    margin = of_weights(1, 0, -1)
    logits = np.array([1e7, 5.0, 1e7 + 1], np.float32)
    assert margin.value(logits) == float(logits[0]) - float(logits[2])
    (values,) = Terms([[margin]]).values(logits[None])
    assert values.tolist() == [margin.value(logits)]


def test_a_place_that_an_output_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="invalid entry"):
        Terms([[Readout(np.array([[5, 0]]), np.ones(1, np.float32))]]).of(torch.tensor(OUTPUT[:1]))


@pytest.mark.parametrize(
    ("index", "weights"),
    [(np.zeros((0, 1)), np.zeros(0)), (np.zeros((2, 1)), np.zeros(1)), (np.zeros(2), np.zeros(2))],
)
def test_a_readout_without_a_weight_for_each_place_is_refused(index, weights) -> None:
    with pytest.raises(RecordError, match="a weight for each of at least one place"):
        Readout(index.astype(np.int64), weights.astype(np.float32))


class TestValuesOfAModel:
    def test_what_several_ask_of_one_row_runs_once(self) -> None:
        runner = run_model("bert")
        (row,) = encode(runner.loaded, "good film")
        masks = np.array([row.words == 0, row.words >= 0])
        groups = [MaskedRows(row, masks, [one]) for one in LOGITS]
        apart = runner.values(groups)
        assert runner.counters.rows == 2
        (together,) = runner.values([MaskedRows(row, masks, LOGITS)])
        np.testing.assert_allclose(np.concatenate(apart, axis=1), together, atol=1e-6)
        assert np.ptp(together, axis=1).min() > 1e-4

    def test_what_is_asked_later_in_a_block_runs_again_and_is_right(self) -> None:
        runner = run_model("bert")
        (row,) = encode(runner.loaded, "good film")
        masks = np.array([row.words == 0])
        with runner.remembering():
            runner.values([MaskedRows(row, masks, LOGITS[:1])])
            (found,) = runner.values([MaskedRows(row, masks, LOGITS)])
            assert runner.counters.rows == 2
            runner.values([MaskedRows(row, masks, LOGITS[1:])])
            assert runner.counters.rows == 2
        (plain,) = run_model("bert").values([MaskedRows(row, masks, LOGITS)])
        np.testing.assert_allclose(found, plain, atol=1e-6)
