"""A method that cannot serve a model is left out by name; the others go on; without any the model is refused."""

import re

import pytest

from auditkit.capture.anatomy import Anatomy
from auditkit.capture.capabilities import Need
from auditkit.capture.runner import Runner
from auditkit.config import DEFAULT_METHODS
from auditkit.errors import UnsupportedModel
from auditkit.explain.base import METHODS
from auditkit.explain.left_out import (
    LeftOut,
    chains_left_out,
    left_out_methods,
    parts_left_out,
)
from tests import broken_models as models
from tests.audited import cases_of, run_model
from tests.broken_models import broken
from tests.tiny import FAMILIES
from tests.unit.explain.test_ledgers import routed

TEXTS = ("unhappy acting , bad plot", "the film was not very good", "good")
BY_GRADIENT = ["ledger", "integrated_gradients", "frozen_ledger", "grad_x_input"]


def names(found):
    return [one.method for one in found]


@pytest.mark.parametrize("family", FAMILIES)
def test_supported_models_lose_nothing(family):
    runner = run_model(family)
    cases = cases_of(runner, *TEXTS)
    assert left_out_methods(runner, DEFAULT_METHODS, cases) == []
    assert chains_left_out(runner, cases, 0) is None
    assert parts_left_out(runner, detailed=1, projection=1) == []


@pytest.mark.parametrize(
    ("need", "give_up", "parts"),
    [
        (
            Need.ATTENTION,
            Anatomy.without_attention,
            ["head_statistics", "attention_maps", "projection"],
        ),
        (Need.READ_POSITION, Anatomy.without_reading, ["projection"]),
    ],
)
def test_what_needs_attention_or_what_is_read_is_left_out_by_name(need, give_up, parts):
    runner = run_model("bert")
    runner.anatomy, runner.lacks = give_up(runner.anatomy, "it is so"), {need: "it is so"}
    assert parts_left_out(runner, detailed=1, projection=1) == [
        LeftOut(name, "it is so") for name in parts
    ]
    assert "projection" not in names(parts_left_out(runner, detailed=1, projection=0))
    assert "attention_maps" not in names(parts_left_out(runner, detailed=0, projection=1))
    rollouts = ["attention_rollout", "value_rollout", "uniform_rollout"]
    assert names(left_out_methods(runner, DEFAULT_METHODS, [])) == rollouts
    assert chains_left_out(runner, [], 0) == LeftOut("chains", "it is so")


def test_without_a_gradient_the_rest_goes_on():
    runner = Runner(broken(models.has_no_gradient))
    cases = cases_of(runner, *TEXTS)
    assert names(left_out_methods(runner, DEFAULT_METHODS, cases)) == BY_GRADIENT
    assert chains_left_out(runner, cases, 0).method == "chains"
    kept = [name for name in DEFAULT_METHODS if name not in BY_GRADIENT]
    for name in kept:
        assert len(METHODS.get(name).attribute(runner, cases)) == len(cases)


def test_experts_lose_the_ledger_and_chains_with_the_figure():
    runner = routed()
    cases = cases_of(runner, *TEXTS)
    (ledger,) = left_out_methods(runner, DEFAULT_METHODS, cases)
    chains = chains_left_out(runner, cases, 0)
    assert ledger.method == "ledger"
    for one in (ledger, chains):
        assert float(re.search(r"misses the \w+ by (\S+) of", one.reason)[1]) > 0.01


def test_the_balance_on_the_examples_counts_too(monkeypatch):
    """What the probe did not show may show on the data."""
    runner = run_model("bert")
    cases = cases_of(runner, *TEXTS)
    from auditkit.capture.ledger import rules

    monkeypatch.setattr(rules, "logarithmic_mean", lambda a, b: (a + b) / 2)
    assert names(left_out_methods(runner, DEFAULT_METHODS, cases)) == ["ledger"]
    assert left_out_methods(runner, DEFAULT_METHODS, []) == []
    assert "misses the margin" in chains_left_out(runner, cases, 0).reason


def test_links_that_do_not_add_up_leave_chains_out(monkeypatch):
    runner = run_model("bert")
    cases = cases_of(runner, *TEXTS)
    monkeypatch.setattr("auditkit.explain.left_out.out_of_balance", lambda *_, **__: None)
    from auditkit.capture.ledger import attention

    whole = attention.softmax_secant
    monkeypatch.setattr(attention, "softmax_secant", lambda *given: 1.3 * whole(*given))
    assert "the sum of all messages misses the margin" in chains_left_out(runner, cases, 0).reason


def test_an_error_while_trying_is_a_reason(monkeypatch):
    def fail(*_given, **_options):
        raise IndexError("too many indices\nsecond line")

    runner = run_model("bert")
    monkeypatch.setattr("auditkit.explain.left_out.out_of_balance", fail)
    (one, _) = left_out_methods(runner, DEFAULT_METHODS, cases_of(runner, *TEXTS))
    assert one == LeftOut("ledger", "trying it ended in an error: too many indices")


def test_where_none_is_left_the_model_is_refused_with_every_reason():
    runner = Runner(broken(models.has_no_gradient))
    with pytest.raises(UnsupportedModel, match=r"none of the methods .* ledger: .* grad_x_input: "):
        left_out_methods(runner, ("ledger", "grad_x_input"), cases_of(runner, *TEXTS))


@pytest.mark.parametrize("need", Need)
def test_every_need_is_some_methods_or_that_of_chains(need):
    of_methods = {name for name in METHODS.names() if need in METHODS.get(name).needs}
    assert of_methods or need is Need.LAYERS


@pytest.mark.parametrize("name", METHODS.names())
def test_a_method_is_left_out_for_each_thing_it_needs_and_nothing_else(name):
    runner = run_model("bert")
    for need in Need:
        runner.lacks = {need: "it lacks that"}
        found = left_out_methods(runner, (name, "random", "shap"), [])
        expected = [name] if need in METHODS.get(name).needs else []
        assert names(found) == expected
