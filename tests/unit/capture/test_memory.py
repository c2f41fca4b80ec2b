"""A batch that does not fit into memory is run in halves, and what fails alone is recorded."""

import copy
import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
import torch

from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.memory import is_out_of_memory, run_in_halves
from auditkit.capture.observers import FullAttention, Rollout, ValueRollout
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.explain.base import Plan
from auditkit.explain.details import WATCHED, Measured, detail_tensors
from auditkit.explain.shard import explain_shard
from auditkit.records import Example, Flag, Readout
from tests.audited import ADAPTER, cases_of, encode, run_model, twins
from tests.readouts import LOGITS

TEXTS = (
    "not good",
    "the film was not good , it was a very dull story and the plot was bad !",
    "good",
    "unhappy acting , bad plot",
    "this movie is bright .",
)
LONGEST = 1
"""Place of the text that alone has more than `FEW` tokens."""
FEW = 12
OBSERVERS = {
    "heads": HeadStatistics,
    "full": FullAttention,
    "rollout": Rollout,
    "value": ValueRollout,
}
ERRORS = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
    RuntimeError("MPS backend out of memory (MPS allocated: 9.0 GB, max allowed: 9.1 GB)."),
    RuntimeError(
        "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you "
        "tried to allocate 1099511627776 bytes. Error code 12 (Cannot allocate memory)"
    ),
    RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 400 bytes."),
    RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    MemoryError("Unable to allocate 2.00 GiB for an array"),
]
OTHER_ERRORS = [
    RuntimeError("mat1 and mat2 shapes cannot be multiplied (1x2 and 3x4)"),
    ValueError("out of memory"),
    KeyError("memory"),
]


def small(family="bert", *, rows=10**6, tokens=10**6, on="forward", error=ERRORS[0], **options):
    """A runner whose device takes at most so many rows, and so many padded tokens, at once.

    A pass fails in the middle: in its second layer, or in the gradient of its logits.
    """
    loaded = twins(family).loaded
    runner = Runner(replace(loaded, model=copy.deepcopy(loaded.model)), **options)
    batch: list[torch.Size] = []

    def check():
        if batch[-1][0] > rows or batch[-1].numel() > tokens:
            raise type(error)(*error.args)

    def begin(_model, _args, given):
        batch.append(given["input_ids"].shape)

    def watch_gradient(_model, _args, answer):
        if answer.logits.requires_grad:
            answer.logits.register_hook(lambda _gradient: check())

    runner.model.register_forward_pre_hook(begin, with_kwargs=True)
    if on == "forward":
        second = runner.model.base_model.encoder.layer[1]
        second.attention.output.register_forward_pre_hook(lambda *_: check())
    else:
        runner.model.register_forward_hook(watch_gradient)
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


def near(left, right, tolerance=1e-4):
    left, right = np.asarray(left, np.float64), np.asarray(right, np.float64)
    assert left.shape == right.shape
    assert (np.abs(left - right) <= tolerance * np.maximum(np.abs(right), 1)).all()


class TestHalves:
    @pytest.mark.parametrize("error", ERRORS, ids=lambda error: str(error)[:30])
    def test_every_way_to_say_it_is_understood(self, error):
        assert is_out_of_memory(error)

    @pytest.mark.parametrize("error", OTHER_ERRORS, ids=str)
    def test_no_other_error_is_taken_for_it(self, error):
        assert not is_out_of_memory(error)

        def run(_rows):
            raise error

        with pytest.raises(type(error)):
            run_in_halves([1, 2], run, lambda _rows: None)

    def test_torch_really_says_so(self):
        with pytest.raises(RuntimeError) as caught:
            torch.empty(2**60, dtype=torch.uint8)
        assert is_out_of_memory(caught.value)

    @pytest.mark.parametrize("most", [1, 2, 3, 7, 100])
    def test_answers_stand_in_the_order_of_the_rows(self, most):
        failed = []

        def run(rows):
            if len(rows) > most:
                raise MemoryError
            return [-row for row in rows]

        assert run_in_halves(range(7), run, failed.append) == [-row for row in range(7)]
        assert all(len(rows) > most for rows in failed)
        assert bool(failed) == (most < 7)

    def test_a_row_that_fails_alone_has_no_answer(self):
        def run(rows):
            if 3 in rows:
                raise MemoryError
            return list(rows)

        failed = []
        assert run_in_halves([1, 2, 3, 4, 5], run, failed.append) == [1, 2, None, 4, 5]
        assert failed[-1] == [3]

    def test_the_failed_batch_is_let_go_before_the_halves_run(self):
        alive = []

        class Held:
            def __init__(self):
                alive.append(self.__class__)

            def __del__(self):
                alive.pop()

        def run(rows):
            assert not alive
            held = Held()
            if len(rows) > 1:
                raise MemoryError
            return [held is not None]

        assert run_in_halves([1, 2, 3], run, lambda _rows: None) == [True] * 3


class TestRunner:
    @pytest.mark.parametrize("limit", [{"rows": 2}, {"rows": 1}, {"tokens": 24}], ids=str)
    @pytest.mark.parametrize("error", [ERRORS[0], ERRORS[-1]], ids=["torch", "python"])
    def test_a_split_batch_gives_the_same_answers(self, limit, error):
        rows = encode(twins("bert").loaded, *TEXTS)
        runner, free = small(error=error, **limit), run_model("bert")
        for one, other in zip(
            runner.observe(rows, OBSERVERS), free.observe(rows, OBSERVERS), strict=True
        ):
            near(one.logits, other.logits)
            for name, kept in one.seen.items():
                near(kept, other.seen[name], 1e-3 if name == "full" else 1e-4)
        for one, other in zip(runner.values(masked(rows)), free.values(masked(rows)), strict=True):
            near(one, other)
        assert (runner.counters.splits > 0, runner.counters.lost) == (True, 0)
        assert runner.counters.rows == free.counters.rows
        assert runner.counters.tokens == free.counters.tokens
        assert not runner.lost

    @pytest.mark.parametrize("on", ["forward", "backward"])
    def test_gradients_of_a_split_batch(self, on):
        rows = encode(twins("bert").loaded, *TEXTS)
        runner, free = small(rows=3, on=on), run_model("bert")
        for one, other in zip(
            runner.path_gradients(paths(rows)), free.path_gradients(paths(rows)), strict=True
        ):
            near(one.products, other.products)
            near(one.values, other.values)
        assert runner.counters.splits > 0
        assert runner.counters.backwards > free.counters.backwards

    def test_nothing_is_split_where_memory_suffices(self):
        rows = encode(twins("bert").loaded, *TEXTS)
        runner = small(rows=100)
        runner.observe(rows, OBSERVERS)
        runner.path_gradients(paths(rows))
        assert runner.counters.splits == runner.counters.lost == 0

    def test_observers_that_outlive_a_failed_batch_would_be_seen(self):
        rows = encode(twins("bert").loaded, *TEXTS[:2])
        kept: list[HeadStatistics] = []

        def shared(batch, runner):
            kept.append(kept[0] if kept else HeadStatistics(batch, runner))
            return kept[0]

        runner = small(rows=1)
        with pytest.raises(RuntimeError, match="size"):
            runner.observe(rows, {"heads": shared})

    @pytest.mark.parametrize("on", ["forward", "backward"])
    def test_no_tensor_of_a_failed_batch_is_held_while_its_halves_run(self, on):
        runner = small(rows=3, on=on)
        passed = []

        def begin(_model, _args, given):
            assert not any(earlier() is not None for earlier in passed)
            passed.append(weakref.ref(given["input_ids"]))

        runner.model.register_forward_pre_hook(begin, with_kwargs=True)
        rows = encode(runner.loaded, *TEXTS)
        gc.disable()
        try:
            runner.path_gradients(paths(rows))
        finally:
            gc.enable()
        assert runner.counters.splits > 0

    def test_other_errors_end_the_pass(self):
        runner = small(rows=1, error=OTHER_ERRORS[0])
        with pytest.raises(RuntimeError, match="mat1 and mat2"):
            runner.observe(encode(runner.loaded, *TEXTS), {})
        assert runner.counters.splits == 0

    def test_the_model_is_left_as_it_was(self):
        runner = small(rows=1, tokens=FEW)
        rows = encode(runner.loaded, *TEXTS)
        runner.values(masked(rows))
        runner.path_gradients(paths(rows))
        assert not runner.model.get_input_embeddings()._forward_hooks
        assert "forward" not in vars(runner.anatomy.last_layer.module)

    @pytest.mark.parametrize("on", ["forward", "backward"])
    def test_a_row_that_fails_alone_answers_nan(self, on):
        rows = encode(twins("bert").loaded, *TEXTS)
        runner = small(tokens=FEW, on=on)
        found = runner.path_gradients(paths(rows))
        broken = [bool(np.isnan(one.products).any()) for one in found]
        assert broken == [index == LONGEST for index in range(len(TEXTS))]
        assert np.isnan(found[LONGEST].values).all()
        assert found[LONGEST].products.shape == (5, len(rows[LONGEST].ids))
        assert runner.lost == {rows[LONGEST].example.id}
        assert runner.counters.lost == 5

    def test_forward_answers_of_a_row_that_fails_alone(self):
        rows = encode(twins("bert").loaded, *TEXTS)
        runner = small(tokens=FEW)
        assert [one is None for one in runner.observe(rows, OBSERVERS)] == [
            index == LONGEST for index in range(len(TEXTS))
        ]
        answers = runner.values(masked(rows))
        assert np.isnan(answers[LONGEST]).all()
        assert answers[LONGEST].shape == answers[0].shape
        assert np.isfinite(answers[0]).all()
        assert runner.hidden_norms(rows[LONGEST]) is None
        largest, compared = runner.difference_to_production(rows)
        assert (0 <= largest < 1e-4, compared) == (True, len(TEXTS) - 1)


class TestShard:
    METHODS = ("occlusion", "grad_x_input", "attention_rollout")
    PLAN = Plan(METHODS, None, 0)

    def explain(self, runner):
        examples = [Example(f"{row:016x}", row, text) for row, text in enumerate(TEXTS)]
        return explain_shard(runner, ADAPTER, self.PLAN, examples)

    def test_an_example_that_fails_is_recorded_and_no_other(self):
        results, free = self.explain(small(tokens=FEW)), self.explain(run_model("bert"))
        for index, (one, other) in enumerate(zip(results, free, strict=True)):
            if index == LONGEST:
                assert one.flags == {Flag.OUT_OF_MEMORY}
                assert one.logits is one.decision is one.margin is one.heads is None
                assert one.attributions == ()
            else:
                assert one.flags == other.flags
                near(one.margin, other.margin)
                for (name, _, ours), (also, _, theirs) in zip(
                    one.attributions, other.attributions, strict=True
                ):
                    assert name == also
                    near(ours.scores, theirs.scores, 1e-3)

    def test_only_what_needs_a_gradient_is_left_out(self):
        result = self.explain(small(tokens=FEW, on="backward"))[LONGEST]
        assert result.flags == {Flag.OUT_OF_MEMORY}
        assert [name for name, _, _ in result.attributions] == [
            "occlusion",
            "attention_rollout",
        ]
        assert result.margin is not None

    def test_no_flag_where_memory_suffices(self):
        assert not any(Flag.OUT_OF_MEMORY in one.flags for one in self.explain(small(rows=100)))

    @pytest.mark.parametrize(
        ("on", "there"), [("forward", set()), ("backward", {"norms", *WATCHED})]
    )
    def test_details_hold_what_could_be_computed(self, on, there):
        runner = small(tokens=FEW, on=on)
        rows = encode(runner.loaded, *TEXTS[:2])
        scores = {row.example.id: np.zeros(len(row.ids), np.float32) for row in rows}
        examples = [row.example for row in rows]
        cases = cases_of(run_model("bert"), *TEXTS[:2])
        targets = {(case.encoded.example.id, case.target.name) for case in cases}
        plan = replace(self.PLAN, methods=("ledger",))
        measured = Measured(scores, frozenset(targets))
        short, long = detail_tensors(runner, ADAPTER, plan, examples, measured)
        followed = {"edges", "neurons", "neuron_activations", "neuron_relevance"}
        assert set(short) == {"norms", *WATCHED, "ig_baselines", *followed}
        assert set(long) == there
