"""Tasks side by side give what tasks one after the other give, and end cleanly however they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
import torch
import torch.multiprocessing

from auditkit.capture import workers
from auditkit.capture.workers import side_by_side
from auditkit.errors import DataError, WorkerLost


def squared(number: int) -> tuple[int, int]:
    return number**2, os.getpid()


def refuse(number: int) -> int:
    if number == 3:
        raise DataError("the third is broken")
    return number


def die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def weight_sum(_task: int, weights: torch.Tensor) -> float:
    return float(weights.sum())


def threads(_task: int) -> int:
    return torch.get_num_threads()


class TestResults:
    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_every_task_is_done_once(self, count):
        found = list(side_by_side(squared, range(20), count))
        assert sorted(square for square, _ in found) == [n**2 for n in range(20)]

    def test_one_worker_is_this_process(self):
        assert {pid for _, pid in side_by_side(squared, range(5), 1)} == {os.getpid()}

    def test_several_workers_are_others(self):
        assert os.getpid() not in {pid for _, pid in side_by_side(squared, range(5), 2)}

    def test_no_task_gives_nothing(self):
        assert list(side_by_side(squared, [], 4)) == []

    def test_each_worker_has_one_thread_per_operation(self):
        assert set(side_by_side(threads, range(4), 2)) == {1}

    def test_a_spawned_worker_gets_the_same_tensors(self, monkeypatch):
        monkeypatch.setattr(workers, "start_method", lambda: "spawn")
        weights = torch.arange(5.0)
        assert list(side_by_side(partial(weight_sum, weights=weights), range(2), 2)) == [10, 10]

    def test_an_accelerator_forbids_forking(self, monkeypatch):
        monkeypatch.setattr(torch.accelerator, "is_available", lambda: True)
        assert workers.start_method() == "spawn"


class TestEnds:
    def test_an_error_of_a_task_is_raised_as_it_is(self):
        with pytest.raises(DataError, match="the third is broken"):
            list(side_by_side(refuse, range(8), 2))
        assert not active_children()

    def test_a_killed_worker_is_told_and_not_waited_for(self):
        with pytest.raises(WorkerLost, match="fewer --workers"):
            list(side_by_side(die, range(8), 2))
        assert not active_children()

    def test_ctrl_c_between_results_leaves_no_process(self):
        results = side_by_side(squared, range(50), 2)
        next(results)
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt)
        assert not active_children()

    @pytest.mark.parametrize("kept", [True, False])
    def test_ctrl_c_around_a_fork_is_kept(self, kept):
        code = (
            "import contextlib, os, signal, sys\n"
            "from auditkit.capture import workers\n"
            "if sys.argv[1] == 'lost':\n"
            "    workers._ctrl_c_kept = contextlib.nullcontext\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "press = lambda: signal.raise_signal(signal.SIGINT)\n"
            "os.register_at_fork(after_in_parent=press)\n"
            "try:\n"
            "    list(workers.side_by_side(abs, range(2), 2))\n"
            "except KeyboardInterrupt:\n"
            "    print('stopped')\n"
        )
        command = [sys.executable, "-c", code, "kept" if kept else "lost"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout == ("stopped\n" if kept else "")
        assert ("Traceback" in done.stderr) is not kept

    @pytest.mark.parametrize("pressed", [0, 1, 2])
    def test_the_handler_of_ctrl_c_is_left_as_it_was(self, pressed):
        before, heard = signal.getsignal(signal.SIGINT), []
        signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
        try:
            with workers._ctrl_c_kept():
                for _ in range(pressed):
                    signal.raise_signal(signal.SIGINT)
                assert not heard
            assert len(heard) == min(pressed, 1)
        finally:
            signal.signal(signal.SIGINT, before)

    def test_workers_leave_when_their_parent_is_killed(self, tmp_path):
        code = (
            "import os, sys, time\n"
            "from auditkit.capture.workers import side_by_side\n"
            "def work(task):\n"
            "    open(os.path.join(sys.argv[1], str(os.getpid())), 'w').close()\n"
            "    time.sleep(60)\n"
            "list(side_by_side(work, range(2), 2))\n"
        )
        parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
        _wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
        children = [int(path.name) for path in tmp_path.iterdir()]
        assert all(map(_lives, children))
        parent.kill()
        parent.wait()
        _wait_until(lambda: not any(map(_lives, children)))


def _lives(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait_until(true, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
