"""Ctrl-C, as a terminal sends it: exit code 130, no traceback, and the next run ends as if nothing was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiny_audits import (
    DATE,
    FAST,
    labelled_data,
    manifest,
    measure,
    measured_audit,
    model_folder,
)

# A shell starts what it puts into the background with Ctrl-C ignored, and children inherit that.
CODE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from auditkit.cli import main; main()"
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX terminal")


class Run:
    """A command in a process group of its own.

    Args:
        command: Name of the command.
        more: Its other arguments.
        path: Folder of modules that come before the installed ones.
    """

    def __init__(self, command: str, *more: str | Path, path: Path | None = None) -> None:
        arguments = [sys.executable, "-c", CODE, command, *map(str, more)]
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
        if path is not None:
            environment["PYTHONPATH"] = str(path)
        self._process = subprocess.Popen(
            arguments, env=environment, start_new_session=True, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.said = ""

    def wait_for(self, words: str) -> None:
        """Read what the command says until it says `words`."""
        assert self._process.stderr is not None
        while words not in self.said:
            line = self._process.stderr.readline()
            assert line, self.said
            self.said += line

    def press_ctrl_c(self, times: int = 1) -> tuple[int, str]:
        """Return the exit code, and everything that the command said."""
        for _ in range(times):
            os.killpg(self._process.pid, signal.SIGINT)
        _, rest = self._process.communicate(timeout=120)
        return self._process.returncode, self.said + rest


def measure_flags(out: Path) -> tuple[str | Path, ...]:
    """What `measured_audit` was made with."""
    return (
        "--model", model_folder(), "--data", labelled_data(), "--out", out, "--detailed", "2", "--chains", "2",
        "--methods", ",".join(FAST), "--date", DATE, "--shard-size", "3",
    )  # fmt: skip


def stopped(code: int, said: str, *parts: str) -> None:
    assert code == 130, said
    assert "Traceback" not in said
    assert not [part for part in parts if part not in said], said


@pytest.mark.parametrize("stage", ["Explaining", "Capturing"])
def test_while_measuring(stage: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = Run("measure", *measure_flags(out))
    run.wait_for(stage)
    stopped(*run.press_ctrl_c(), f"stopped: What is written in {out} is valid", "the same command")
    done = measure(model_folder(), labelled_data(), out, "--shard-size", "3")
    assert done.code == 0, done.err
    assert manifest(out)["root"] == manifest(measured_audit())["root"]


def test_while_publishing(tmp_path: Path) -> None:
    out = tmp_path / "an audit"
    run = Run("run", *measure_flags(out))
    run.wait_for("Drawing the report")
    code, said = run.press_ctrl_c()
    stopped(code, said, f"to write its report: auditkit publish '{out}'")
    assert manifest(out)["root"] == manifest(measured_audit())["root"]


def test_twice(tmp_path: Path) -> None:
    run = Run("measure", *measure_flags(tmp_path / "out"))
    run.wait_for("Explaining")
    stopped(*run.press_ctrl_c(times=2), "stopped: ")


def test_while_the_commands_are_loaded(tmp_path: Path) -> None:
    # A module that the commands import stands in for a slow disk: it says that it is being loaded.
    (tmp_path / "typer.py").write_text(
        "import sys, time\nprint('loading', file=sys.stderr, flush=True)\ntime.sleep(60)\n", "utf-8"
    )
    run = Run("measure", *measure_flags(tmp_path / "out"), path=tmp_path)
    run.wait_for("loading")
    stopped(*run.press_ctrl_c(), "stopped: nothing was written")


def test_a_traceback_is_noticed() -> None:
    with pytest.raises(AssertionError):
        stopped(130, "stopped: \nTraceback (most recent call last):")
    with pytest.raises(AssertionError):
        stopped(1, "stopped: ")
