"""Interventions that compute one position of a layer answer as those that compute all of them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from auditkit.capture.intervening import intervened, read_at_every_cut
from auditkit.capture.layer_range import Stack
from auditkit.capture.messages import Intervention, InterventionRows
from auditkit.capture.runner import Runner
from auditkit.explain.chains.references import replacements_from
from tests.audited import encode, fresh_twins, run_model, twins
from tests.readouts import LOGITS
from tests.tiny import FAMILIES

TEXTS = ("not good", "the film was not good , it was a very dull story", "good", "bad plot .")
CLOSE = {"rtol": 1e-4, "atol": 1e-5}


def links(*places: tuple[int, int, int]) -> np.ndarray:
    return np.array(places, np.int64).reshape(-1, 3)


def every_way(size: int, layers: int) -> list[Intervention]:
    """Links at the first, a middle and the last position of every layer, alone, together, and kept."""
    places = [(query, key) for query in (0, size // 2, size - 1) for key in (0, query)]
    singles = [links((layer, *place)) for layer in range(layers) for place in places]
    rows = [Intervention(one, others_stay=True, variant=at % 3) for at, one in enumerate(singles)]
    two_keys = links((layers - 1, size - 1, 0), (layers - 1, size - 1, size - 1))
    two_queries = links((0, 0, 0), (0, size - 1, 0))
    rows += [Intervention(one, others_stay=True) for one in (two_keys, two_queries)]
    return [*rows, Intervention(np.concatenate(singles), others_stay=False)]


def asked(runner: Runner) -> list[InterventionRows]:
    rows = encode(runner.loaded, *TEXTS)
    return [
        InterventionRows(row, every_way(len(row.tokens), runner.anatomy.layers), LOGITS)
        for row in rows
    ]


def answers(runner: Runner) -> list[np.ndarray]:
    groups = asked(runner)
    replacements = replacements_from(runner, [group.encoded for group in groups], 0)
    return intervened(runner, groups, replacements)


def whole(runner: Runner) -> Runner:
    """The same runner, computing every position of every layer."""
    runner.anatomy = dataclasses.replace(runner.anatomy, by_position=False, last_layer=None)
    return runner


@pytest.mark.parametrize("batch_tokens", [16, 2048])
@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_answers(family, batch_tokens):
    narrow = answers(run_model(family, batch_tokens=batch_tokens))
    plain = answers(whole(run_model(family, batch_tokens=batch_tokens)))
    for left, right in zip(narrow, plain, strict=True):
        np.testing.assert_allclose(left, right, **CLOSE)


@pytest.mark.parametrize("family", FAMILIES)
def test_single_links_change_the_answer(family):
    """The control of the test above: what is compared is not the untouched answer."""
    runner = run_model(family)
    plain = runner.observe(encode(runner.loaded, TEXTS[1]), {})[0].logits
    assert np.abs(answers(runner)[1][:-1] - plain).max() > 1e-3


@pytest.mark.parametrize("family", FAMILIES)
def test_layers_are_found_to_be_computable_by_position(family):
    assert run_model(family).anatomy.by_position


def test_a_layer_that_mixes_positions_after_its_attention_is_left_whole():
    loaded = fresh_twins("bert").loaded
    block = loaded.model.base_model.encoder.layer[0]
    feed = block.output.forward
    block.output.forward = lambda *args: feed(*args) + feed(*args)[:, :1]
    runner = Runner(loaded)
    assert not runner.anatomy.by_position
    for left, right in zip(answers(runner), answers(whole(Runner(loaded))), strict=True):
        np.testing.assert_allclose(left, right, **CLOSE)


def test_less_is_computed():
    """Of a layer that runs at one position, its feed-forward part sees one position of each row."""
    runner = run_model("bert")
    seen: list[tuple[int, ...]] = []
    layer = runner.anatomy.stack.layers[0]
    group = InterventionRows(
        encode(runner.loaded, TEXTS[1])[0],
        [Intervention(links((0, 2, 3)), others_stay=True)],
        LOGITS,
    )
    replacements = replacements_from(runner, [group.encoded], 0)
    hook = layer.intermediate.register_forward_hook(
        lambda _module, inputs, _output: seen.append(tuple(inputs[0].shape[:2]))
    )
    intervened(runner, [group], replacements)
    hook.remove()
    assert seen == [(1, len(group.encoded.tokens)), (1, 1)]  # the untouched pass, and the run


@pytest.mark.parametrize("family", FAMILIES)
def test_the_lens_leaves_layers_out(family):
    """Against runs that stop at every cut."""
    runner = run_model(family)
    rows = encode(twins(family).loaded, *TEXTS)
    asked_first = [(row, LOGITS[0]) for row in rows]
    for row, found in zip(rows, read_at_every_cut(runner, asked_first), strict=True):
        for cut, value in enumerate(found):
            with torch.inference_mode(), runner.anatomy.stack.only(stop=cut):
                (stopped,) = runner.forward(runner.passes.batch([row])).numpy()
            np.testing.assert_allclose(value, stopped[0], **CLOSE)


def test_a_state_is_read_by_the_first_layer_that_runs_or_by_what_follows_the_last():
    layers = tuple(torch.nn.Linear(2, 2) for _ in range(3))
    model, stack = torch.nn.Sequential(*layers), Stack(layers, returns_tuple=False)
    start, known = torch.ones(1, 2), torch.full((1, 2), 5.0)
    for first in range(4):
        expected = model[first:](known)
        with stack.only(first, state=known):
            assert torch.equal(model(start), expected)
