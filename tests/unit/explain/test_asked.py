"""What every method says beforehand that it will ask of the model is what it then asks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from typing_extensions import override

from auditkit.capture.runner import Runner
from auditkit.explain import base, shard
from auditkit.explain.base import METHODS, Asked, Plan
from auditkit.explain.methods.grad_x_input import GradientTimesInput
from auditkit.explain.shard import explain_shard
from auditkit.records import Example, Flag
from auditkit.registry import Registry
from tests.audited import ADAPTER, twins

LONG = "the film was not very good , but i liked the bright story and it is never dull . " * 4
TEXTS = ("the film was not very good", "good", "", LONG, LONG * 3, "unhappy acting , bad plot")
MOST_TOKENS = 128
HEADS = {
    "single label": {},
    "multi label": {"labels": 4, "problem_type": "multi_label_classification"},
    "single logit": {"labels": 1},
}
LENGTHS = {"bert": "max_position_embeddings", "gpt2": "n_positions"}


@cache
def runner(family: str, head: str) -> Runner:
    """A tiny model that reads 128 tokens."""
    loaded = twins(family, **HEADS[head], **{LENGTHS[family]: MOST_TOKENS}).loaded
    return Runner(replace(loaded, max_tokens=MOST_TOKENS))


def explained(family: str, head: str, plan: Plan):
    examples = [Example(f"{row:016x}", row, text) for row, text in enumerate(TEXTS)]
    return explain_shard(runner(family, head), ADAPTER, plan, examples)


def miscounts(results, plan: Plan) -> list[str]:
    """Attributions whose stored evaluations are not those that were announced."""
    wrong = []
    for result in results:
        for name, _, found in result.attributions:
            asked = base.METHODS.get(name).asks(result.encoded, plan)
            if found.evaluations not in {asked.evaluations, asked.evaluations + asked.again}:
                wrong.append(f"{name}: {found.evaluations} of {len(result.encoded.tokens)} tokens")
    return wrong


@pytest.mark.parametrize("coalitions", [0, 2])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_every_method_stores_the_evaluations_it_announces(family, head, coalitions) -> None:
    plan = Plan(METHODS.names(), None, 0, coalitions)
    results = explained(family, head, plan)
    assert miscounts(results, plan) == []
    seen = {name for result in results for name, _, _ in result.attributions}
    assert seen >= set(METHODS.names()) - {"uniform_rollout"}
    words = [result.encoded.word_count for result in results]
    assert words[2] == 0
    assert words[1] == 1
    assert max(words) > 64
    assert [Flag.TRUNCATED in result.flags for result in results] == [False] * 4 + [True, False]


@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_the_texts_are_run_as_often_as_announced(family) -> None:
    for name in METHODS.names():
        plan = Plan((name,), None, 0)
        asking = runner(family, "single label")
        before = asking.counters.rows
        results = explained(family, "single label", plan)
        ran = [result for result in results if result.encoded.tokens]
        asked = [METHODS.get(name).asks(result.encoded, plan) for result in ran]
        again = sum(
            found.evaluations - one.evaluations
            for result, one in zip(ran, asked, strict=True)
            for _, _, found in result.attributions
        )
        distinct = sum(len(np.unique(one.masks, axis=0)) for one in asked)
        gradients = sum(one.gradients for one in asked)
        assert asking.counters.rows - before == len(ran) + distinct + gradients + again, name


class Miscounted(GradientTimesInput):
    """Announces one gradient too many for texts of one word."""

    @override
    def asks(self, encoded, plan) -> Asked:
        return Asked(gradients=1 + (encoded.word_count == 1))


def test_negative_control_a_method_that_counts_wrong_is_found(monkeypatch) -> None:
    methods = Registry("method", "tests.unit.explain.nothing", "auditkit.nothing")
    methods._loaded = True
    methods.register("grad_x_input")(METHODS.get("grad_x_input"))
    methods.register("miscounted")(Miscounted())
    for module in (base, shard):
        monkeypatch.setattr(module, "METHODS", methods)
    plan = Plan(("grad_x_input", "miscounted"), None, 0)
    found = miscounts(explained("bert", "single label", plan), plan)
    assert found == ["miscounted: 1 of 3 tokens"]
