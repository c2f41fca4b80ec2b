"""Work in a process beside this one: its result, its errors, and what becomes of it."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import active_children

import pytest

from auditkit.errors import MissingExtra
from auditkit.pipeline import beside as module
from auditkit.pipeline.beside import beside, may_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")


@pytest.fixture(autouse=True)
def _nothing_forbids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another test of this process may have drawn a chart."""
    monkeypatch.setattr(module, "NOT_TO_BE_FORKED", ())


def test_the_work_is_done_elsewhere_meanwhile() -> None:
    with beside(lambda: (os.getpid(), b"x" * 10**6)) as result:
        here = os.getpid()
        there, sent = result()
    assert there != here
    assert len(sent) == 10**6


def test_its_error_is_raised_where_the_result_is_wanted() -> None:
    def refuse() -> None:
        raise MissingExtra("A PDF needs WeasyPrint.")

    with beside(refuse) as result, pytest.raises(MissingExtra, match="needs WeasyPrint"):
        result()


def test_an_error_here_ends_the_other_process() -> None:
    began = time.monotonic()
    with pytest.raises(ZeroDivisionError), beside(lambda: time.sleep(60)):
        raise ZeroDivisionError
    assert time.monotonic() - began < 30
    assert not active_children()


def test_a_process_that_was_killed_is_stood_in_for() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with beside(work) as result:
        assert result() == here


def test_ctrl_c_is_heard_by_this_process_alone() -> None:
    def work() -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "done"

    with beside(work) as result:
        assert result() == "done"


@pytest.mark.parametrize("forbidden", ["os"])
def test_this_process_does_the_work_where_a_fork_is_not_safe(
    forbidden: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert may_fork()
    monkeypatch.setattr(module, "NOT_TO_BE_FORKED", (forbidden,))
    assert not may_fork()
    with beside(os.getpid) as result:
        assert result() == os.getpid()
