"""Computing the last layer at the read position alone changes no answer."""

import dataclasses

import numpy as np
import pytest
import torch

from auditkit.capture.anatomy import examine
from auditkit.capture.last_layer import find_last_layer
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.records import Readout
from tests.audited import encode, fresh_twins, run_model, twins
from tests.readouts import LOGITS
from tests.tiny import FAMILIES

NARROW = [family for family in FAMILIES if family != "modernbert"]
TEXTS = ("not good", "the film was not good , it was a very dull story", "good", "bad plot .")


def whole(family, **options):
    """A runner that computes the last layer at every position."""
    runner = run_model(family, **options)
    runner.anatomy = dataclasses.replace(runner.anatomy, last_layer=None)
    return runner


def masked(rows):
    draw = np.random.default_rng(0)
    return [
        MaskedRows(row, (draw.random((5, len(row.ids))) < 0.5) & (row.words >= 0), LOGITS)
        for row in rows
    ]


def paths(rows):
    weights = np.array([1, -1, 0], np.float32)
    return [PathRows(row, Readout.of_classes(weights), np.linspace(0, 1, 5)) for row in rows]


@pytest.mark.parametrize("batch_tokens", [16, 64, 2048])
@pytest.mark.parametrize("family", NARROW)
class TestSameAnswers:
    def test_logits(self, family, batch_tokens):
        rows = masked(encode(twins(family).loaded, *TEXTS))
        narrow = run_model(family, batch_tokens=batch_tokens).values(rows)
        plain = whole(family, batch_tokens=batch_tokens).values(rows)
        for left, right in zip(narrow, plain, strict=True):
            np.testing.assert_allclose(left, right, rtol=1e-4, atol=1e-5)

    def test_gradients(self, family, batch_tokens):
        rows = paths(encode(twins(family).loaded, *TEXTS))
        narrow = run_model(family, batch_tokens=batch_tokens).path_gradients(rows)
        plain = whole(family, batch_tokens=batch_tokens).path_gradients(rows)
        for left, right in zip(narrow, plain, strict=True):
            np.testing.assert_allclose(left.products, right.products, rtol=1e-3, atol=1e-5)
            np.testing.assert_allclose(left.values, right.values, rtol=1e-4, atol=1e-5)


class TestWhichLayer:
    @pytest.mark.parametrize("family", NARROW)
    def test_it_is_found(self, family):
        assert run_model(family).anatomy.last_layer is not None

    def test_the_mean_of_all_positions_needs_all_of_them(self):
        assert run_model("modernbert").anatomy.last_layer is None

    def test_shared_weights_are_narrowed_in_their_last_call(self):
        layer = run_model("albert").anatomy.last_layer
        assert layer is not None
        assert layer.calls == 2

    def test_a_layer_that_mixes_positions_after_its_attention_is_left_whole(self):
        loaded = fresh_twins("bert").loaded
        block = loaded.model.base_model.encoder.layer[-1]
        feed = block.output.forward
        block.output.forward = lambda *args: feed(*args) + feed(*args).mean(1, keepdim=True)
        assert examine(loaded.model, loaded.tokenizer).last_layer is None

    def test_attention_outside_any_stack_is_left_whole(self):
        attention = torch.nn.Linear(2, 2)
        assert find_last_layer(torch.nn.Sequential(attention), [attention]) is None


class TestNegativeControls:
    def test_another_position_gives_other_logits(self):
        runner = run_model("bert")
        (row,) = encode(runner.loaded, "the film was not good")
        ids = torch.tensor(row.ids)[None]
        layer = runner.anatomy.last_layer
        with torch.no_grad():
            plain = runner.model(input_ids=ids).logits
            with layer.only_at(torch.tensor([2])):
                other = runner.model(input_ids=ids).logits
        assert not torch.allclose(plain, other, atol=1e-3)

    def test_the_layer_is_whole_again_after_an_error(self):
        runner = run_model("bert")
        layer = runner.anatomy.last_layer
        with pytest.raises(IndexError), layer.only_at(torch.tensor([99])):
            runner.model(input_ids=torch.tensor([[2, 5, 3]]))
        assert "forward" not in vars(layer.module)
