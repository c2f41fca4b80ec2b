"""Every tensor of a batch lies on the model's device, and nothing waits for it but the results.

On the meta device tensors have no numbers: whatever asks for one (a branch on a tensor, ``item``,
``tolist``, ``nonzero``, a boolean index, a copy to the host) raises there, and on an accelerator it
would wait. The transfer of results is replaced; everything else runs as it is.
"""

import ast
import copy
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from auditkit.capture import runner as runner_module
from auditkit.capture import transfer
from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.observers import FullAttention, Rollout, UniformRollout, ValueRollout
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.records import Readout
from tests.audited import encode, twins
from tests.readouts import LOGITS
from tests.tiny import FAMILIES

META = torch.device("meta")
TEXTS = ("not good", "the film was not good , it was a very dull story !", "good")
OBSERVERS = {
    "heads": HeadStatistics,
    "full": FullAttention,
    "rollout": Rollout,
    "uniform": UniformRollout,
    "value": ValueRollout,
}


class OnTheDevice(TorchDispatchMode):
    """Refuses what brings a number to the host, and what makes a tensor on another device.

    Numbers of Python and what comes from numpy are made on the host; a tensor that stayed there would
    be refused by the operation that meets it.
    """

    WAITING = (
        torch.ops.aten._local_scalar_dense.default,
        torch.ops.aten.nonzero.default,
        torch.ops.aten.masked_select.default,
        torch.ops.aten.equal.default,
        torch.ops.aten.is_nonzero.default,
    )
    FROM_HOST = (torch.ops.aten.lift_fresh.default, torch.ops.aten.scalar_tensor.default)

    def __torch_dispatch__(self, operation, _types, args=(), kwargs=None):
        assert operation not in self.WAITING, f"{operation} waits for the device"
        made = operation(*args, **(kwargs or {}))
        for tensor in torch.utils._pytree.tree_leaves(made):
            if isinstance(tensor, torch.Tensor) and operation not in self.FROM_HOST:
                assert tensor.device == META, f"{operation} made a tensor on {tensor.device}"
        return made


@pytest.fixture
def crossings(monkeypatch):
    """Replace the transfer of results; return how many tensors crossed each time."""
    counted = []

    def to_host(tensors):
        counted.append(len(tensors))
        assert all(tensor.device == META for tensor in tensors)
        return [np.zeros(tensor.shape, np.float32) for tensor in tensors]

    monkeypatch.setattr(runner_module, "to_host", to_host)
    return counted


def on_meta(family, **options):
    """A runner whose model, and all that was found out about it, lies on the meta device."""
    loaded = twins(family).loaded
    runner = Runner(replace(loaded, model=copy.deepcopy(loaded.model)), **options)
    runner.model.to(META)
    runner.device = META
    runner.references = {name: vector.to(META) for name, vector in runner.references.items()}
    biases = tuple(bias.to(META) for bias in runner.anatomy.value_biases)
    runner.anatomy = replace(runner.anatomy, value_biases=biases)
    return runner


def masked(rows):
    return [MaskedRows(row, np.array([row.words >= 0, row.words == 0]), LOGITS) for row in rows]


def paths(rows):
    return [
        PathRows(row, Readout.of_classes(np.array([1, -1, 0], np.float32)), np.array([0.5, 1]))
        for row in rows
    ]


def ask(runner, rows, observers):
    runner.observe(rows, observers)
    runner.values(masked(rows))
    runner.path_gradients(paths(rows))
    runner.hidden_norms(rows[0])


@pytest.mark.parametrize("family", FAMILIES)
class TestEveryFamily:
    def test_all_tensors_lie_on_the_models_device_and_nothing_waits(self, family, crossings):
        runner = on_meta(family)
        rows = encode(runner.loaded, *TEXTS)
        with OnTheDevice():
            ask(runner, rows, OBSERVERS)
        assert crossings == [1 + len(OBSERVERS), 1, 2, 1]

    def test_results_cross_once_per_batch(self, family, crossings):
        runner = on_meta(family, batch_tokens=16)
        rows = encode(runner.loaded, *TEXTS)
        runner.observe(rows, OBSERVERS)
        assert crossings == [1 + len(OBSERVERS)] * runner.counters.forwards
        assert len(crossings) > 1


def item(weights):
    weights.sum().item()


def branch(weights):
    assert weights.sum() > 0


def listed(weights):
    weights.sum(-1).tolist()


def counted(weights):
    weights.nonzero()


def boolean_index(weights):
    weights[weights > 0]


def to_the_host(weights):
    weights.cpu()


def on_the_host(weights):
    weights[0, 0, 0] * torch.ones(weights.shape[-1])


def made_elsewhere(weights):
    torch.ones(weights.shape[-1])


class TestWhatWouldBeSeen:
    """Negative controls: observers that do what must not be done."""

    @pytest.mark.parametrize(
        "careless",
        [item, branch, listed, counted, boolean_index, to_the_host, on_the_host, made_elsewhere],
        ids=lambda function: function.__name__,
    )
    def test_on_the_meta_device(self, careless, crossings):
        class Careless(HeadStatistics):
            def record(self, step):
                super().record(step)
                careless(step.weights)

        runner = on_meta("bert")
        rows = encode(runner.loaded, *TEXTS)
        with pytest.raises((RuntimeError, NotImplementedError, AssertionError)), OnTheDevice():
            runner.observe(rows, {"heads": Careless})
        assert crossings == []


HOT = ("attention", "batches", "head_statistics", "last_layer", "observers", "passes", "paths",
       "pieces", "runner")  # fmt: skip
"""Modules that run for every batch."""
CROSSING = {
    "as_tensor",
    "cpu",
    "cuda",
    "from_numpy",
    "item",
    "nonzero",
    "numpy",
    "tensor",
    "tolist",
}


def crossing_calls(source):
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f.attr for f in calls if isinstance(f, ast.Attribute) and f.attr in CROSSING]


class TestOnePlace:
    @pytest.mark.parametrize("name", HOT)
    def test_nothing_crosses_but_in_transfer(self, name):
        folder = Path(transfer.__file__).parent
        assert crossing_calls((folder / f"{name}.py").read_text("utf-8")) == []

    def test_a_crossing_would_be_seen(self):
        assert crossing_calls(Path(transfer.__file__).read_text("utf-8"))
        assert crossing_calls("x = y.sum().item() + torch.tensor(3)") == ["item", "tensor"]


class TestTransfers:
    @pytest.fixture
    def transfers(self, monkeypatch):
        """Record what is pinned and moved; nothing really moves to CUDA."""
        seen = []

        def to(tensor, device, **options):
            seen.append(("to", device.type, options))
            return tensor

        def pin(tensor):
            seen.append("pin")
            return tensor

        monkeypatch.setattr(torch.Tensor, "to", to)
        monkeypatch.setattr(torch.Tensor, "pin_memory", pin)
        return seen

    def test_to_cuda_from_locked_memory_without_waiting(self, transfers):
        transfer.to_device(np.ones(3, np.float32), torch.device("cuda"))
        assert transfers == ["pin", ("to", "cuda", {"non_blocking": True})]

    @pytest.mark.parametrize("device", ["cpu", "mps"])
    def test_elsewhere_memory_is_not_locked(self, transfers, device):
        transfer.to_device(np.ones(3, np.float32), torch.device(device))
        assert transfers == [("to", device, {})]

    def test_results_of_cuda_are_waited_for_once(self, monkeypatch):
        """The order on CUDA: every copy is begun, then the stream is waited for, then read."""
        order = []

        class Locked:
            def copy_(self, tensor, *, non_blocking):
                order.append(("copy", non_blocking))
                self.array = tensor.array
                return self

            def numpy(self):
                order.append(("read", None))
                return self.array

        class OnCuda:
            device = torch.device("cuda")
            shape, dtype = (2,), torch.float32

            def __init__(self, array):
                self.array = array

            def detach(self):
                return self

        class Stream:
            def synchronize(self):
                order.append(("wait", None))

        def empty(shape, *, dtype, pin_memory):
            assert pin_memory
            return Locked()

        monkeypatch.setattr(torch, "empty", empty)
        monkeypatch.setattr(torch.cuda, "current_stream", lambda _device: Stream())
        arrays = [np.arange(2.0), np.ones(2)]
        found = transfer.to_host([OnCuda(array) for array in arrays])
        assert [kind for kind, _ in order] == ["copy", "copy", "wait", "read", "read"]
        assert order[0] == ("copy", True)
        assert all(one.tolist() == array.tolist() for one, array in zip(found, arrays, strict=True))

    def test_results_of_the_cpu(self):
        tensor = torch.ones(2, requires_grad=True)
        assert transfer.to_host([tensor])[0].tolist() == [1, 1]
        assert transfer.to_host([]) == []
