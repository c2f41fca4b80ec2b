"""A run that was stopped continues, and ends with the bytes of one that was not."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import auditkit as package
from auditkit.cli.console import TerminalProgress
from auditkit.config import AuditConfig
from auditkit.errors import Interrupted, OutputError
from auditkit.evidence import lock, writer
from auditkit.evidence.lock import only_run
from auditkit.pipeline.progress import Pace, Silent
from tests.tiny_audits import (
    DATE,
    FAST,
    KEPT,
    auditkit,
    copied,
    labelled_data,
    manifest,
    measure,
    measured_audit,
    model_folder,
    published_audit,
    root,
)

ROOT = Path(__file__).parents[2]
SHARDS = ("--shard-size", "3")
LARGE = ("--shard-size", "2", "--methods", ",".join(FAST))


def config(workers: int = 1) -> AuditConfig:
    """The configuration of `measured_audit`."""
    return AuditConfig(
        model=str(model_folder()), data=labelled_data(), date=DATE, detailed=2, shard_size=3,
        methods=FAST, chains=2, workers=workers,
    )  # fmt: skip


class StopAfter(Silent):
    """Presses Ctrl-C after some pieces of the stage called `stage`."""

    def __init__(self, stage: str, calls: int) -> None:
        self.stage, self.calls, self.here = stage, calls, False

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:  # noqa: ARG002
        self.here = stage.startswith(self.stage)

    def advance(self, pieces: int = 1) -> None:  # noqa: ARG002
        self.calls -= self.here
        if self.here and self.calls == 0:
            raise KeyboardInterrupt


def files(folder: Path) -> dict[str, bytes]:
    """Every evidence file."""
    found = sorted((folder / "evidence").rglob("*"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found if p.is_file()}


def stopped(out: Path, stage: str = "Explaining", calls: int = 2, workers: int = 1) -> Path:
    """An audit that was interrupted."""
    with pytest.raises(Interrupted):
        package.measure(config(workers), out, progress=StopAfter(stage, calls))
    return out


def parts(out: Path) -> list[str]:
    return sorted(path.name for path in (out / "evidence" / "parts").glob("part-*"))


@pytest.mark.parametrize(
    ("stage", "calls"),
    [("Explaining", 1), ("Explaining", 2), ("Explaining", 3), ("Computing", 1), ("Computing", 3),
     ("Projecting", 1), ("Capturing", 1)],
)  # fmt: skip
def test_a_stopped_run_ends_with_the_same_bytes(stage: str, calls: int, tmp_path: Path) -> None:
    out = stopped(tmp_path / "out", stage, calls)
    assert len(parts(out)) == (calls if stage == "Explaining" else 3)
    assert package.measure(config(), out).root == root(measured_audit())
    assert files(out) == files(measured_audit())


@pytest.mark.parametrize("stage", ["Explaining", "Capturing"])
def test_so_does_one_stopped_with_several_workers(stage: str, tmp_path: Path) -> None:
    out = stopped(tmp_path / "out", stage, 1, workers=3)
    assert not active_children()
    assert package.measure(config(workers=2), out).root == root(measured_audit())
    assert files(out) == files(measured_audit())


def test_shards_that_are_there_are_not_measured_again(tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    before = {p: p.stat().st_mtime_ns for p in (out / "evidence" / "parts").rglob("*.parquet")}
    stopped(out, calls=3)
    assert (
        before.items()
        <= {
            p: p.stat().st_mtime_ns for p in (out / "evidence" / "parts").rglob("*.parquet")
        }.items()
    )


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove_shard(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        (flip, "examples.parquet"),
        (flip, "attributions.parquet"),
        (flip, "head_examples.parquet"),
        (empty, "examples.parquet"),
        (empty, "digests.json"),
        (Path.unlink, "attributions.parquet"),
        (Path.unlink, "digests.json"),
        (remove_shard, "digests.json"),
    ],
)
def test_a_damaged_shard_is_measured_again(
    damage: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    out = stopped(tmp_path / "out")
    damage(out / "evidence" / "parts" / "part-00000" / name)
    assert package.measure(config(), out).root == root(measured_audit())
    assert files(out) == files(measured_audit())


def test_a_damaged_shard_is_named(tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    flip(out / "evidence" / "parts" / "part-00000" / "attributions.parquet")
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 0, done.err
    damage = "part-00000/attributions.parquet has another SHA-256"
    assert f"{damage}: this shard is damaged and is measured again" in done.err
    assert shards_of(out) == {"all": 3, "resumed": 1, "damaged": [damage]}


def test_negative_control_whole_shards_are_resumed_without_a_word(tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert "damaged" not in done.err
    assert shards_of(out) == {"all": 3, "resumed": 2, "damaged": []}
    assert shards_of(measured_audit()) == {"all": 3, "resumed": 0, "damaged": []}


def shards_of(out: Path) -> dict[str, object]:
    """What `run.json` says of the shards."""
    return json.loads((out / "run.json").read_text("utf-8"))["shards"]


def test_leftovers_of_a_killed_run_do_not_reach_the_evidence(tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    evidence = out / "evidence"
    (evidence / "parts" / "part-00002.partial").mkdir()
    (evidence / "parts" / "part-00002.partial" / "examples.parquet.partial").write_bytes(b"half")
    (evidence / "heads.parquet.partial").write_bytes(b"half")
    (evidence / "tensors").mkdir()
    (evidence / "tensors" / "0123456789abcdef.npz.partial").write_bytes(b"half")
    assert package.measure(config(), out).root == root(measured_audit())
    assert files(out) == files(measured_audit())


@pytest.mark.parametrize("name", ["run.json.partial", "report.html.partial", "SHA256SUMS.partial"])
def test_half_a_report_does_not_stop_the_next_run(name: str, tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    (out / name).write_bytes(b"half")
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 0, done.err
    assert auditkit("publish", out, "--no-pdf").code == 0
    assert auditkit("verify", out).code == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]"])
def test_a_damaged_fingerprint_has_a_clear_message(content: bytes, tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    (out / "evidence" / "parts" / "fingerprint.json").write_bytes(content)
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 2
    assert "fingerprint.json" in done.err
    assert "--force" in done.err


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"fingerprint": {}}'])
def test_a_damaged_manifest_has_a_clear_message(content: bytes, tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    (out / "evidence" / "manifest.json").write_bytes(content)
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 2
    assert "error: " in done.err
    assert "--force" in done.err


# --- Finished ---------------------------------------------------------------------------------


def test_a_finished_audit_is_left_as_it_is(tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 0, done.err
    assert "finished" in done.out + done.err
    assert root(out)[:16] in done.out
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_shards_left_behind_by_a_late_kill_are_removed(tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    (out / "evidence" / "parts" / "part-00000").mkdir(parents=True)
    assert measure(model_folder(), labelled_data(), out, *SHARDS).code == 0
    assert auditkit("verify", out).code == 0


@pytest.mark.parametrize("finished", [True, False])
@pytest.mark.parametrize(
    ("flags", "named"),
    [
        (("--seed", "7"), "config.seed (0 there, 7 now)"),
        (("--detailed", "1"), "config.detailed (2 there, 1 now)"),
        (("--methods", "random"), "config.methods"),
        (("--limit", "5"), "config.limit (None there, 5 now)"),
        (("--batch-tokens", "99"), "config.batch_tokens (1024 there, 99 now)"),
    ],
)
def test_another_configuration_is_refused_by_name(
    finished: bool, flags: tuple[str, str], named: str, tmp_path: Path
) -> None:
    out = copied(measured_audit(), tmp_path / "out") if finished else stopped(tmp_path / "out")
    before = files(out)
    done = measure(model_folder(), labelled_data(), out, *SHARDS, *flags)
    assert done.code == 2
    assert named in done.err
    assert "--force" in done.err
    assert files(out) == before


def test_another_model_and_other_data_are_refused_by_name(tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    other = measure(model_folder(seed=1), labelled_data(), out, *SHARDS)
    assert (other.code, "model.model.safetensors" in other.err) == (2, True), other.err
    fewer = measure(model_folder(), labelled_data(7), out, *SHARDS)
    assert (fewer.code, "data (" in fewer.err) == (2, True), fewer.err


def test_force_replaces_and_never_mixes(tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    flags = (*SHARDS, "--detailed", "1", "--limit", "4", "--force")
    assert measure(model_folder(), labelled_data(), out, *flags).code == 0
    assert not (out / "report.html").exists()
    assert not (out / "SHA256SUMS").exists()
    assert manifest(out)["counts"]["examples"] == 4
    assert len(list((out / "evidence" / "tensors").iterdir())) == 1
    fresh = tmp_path / "fresh"
    assert measure(model_folder(), labelled_data(), fresh, *flags).code == 0
    assert files(out) == files(fresh)


def test_force_replaces_a_stopped_run(tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    done = measure(model_folder(), labelled_data(), out, *SHARDS, "--seed", "5", "--force")
    assert done.code == 0, done.err
    assert manifest(out)["seed"] == 5
    assert parts(out) == []


def test_force_on_the_same_audit_gives_the_same_bytes(tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    assert measure(model_folder(), labelled_data(), out, *SHARDS, "--force").code == 0
    assert files(out) == files(measured_audit())


# --- Ctrl-C -----------------------------------------------------------------------------------


def test_ctrl_c_says_how_to_continue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"

    stages: list[str] = []
    start, advance = TerminalProgress.start, TerminalProgress.advance

    def noted(self: TerminalProgress, stage: str, *about: Any, **more: Any) -> None:
        stages.append(stage)
        start(self, stage, *about, **more)

    def interrupt(self: TerminalProgress, pieces: int = 1) -> None:
        if stages[-1] == "Explaining examples":
            raise KeyboardInterrupt
        advance(self, pieces)

    with monkeypatch.context() as patch:
        patch.setattr(TerminalProgress, "start", noted)
        patch.setattr(TerminalProgress, "advance", interrupt)
        done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 130
    (message,) = [line for line in done.err.splitlines() if line.startswith("stopped: ")]
    assert str(out) in message
    assert "run the same command again to continue" in message
    assert "Traceback" not in done.err
    assert len(parts(out)) == 1
    assert measure(model_folder(), labelled_data(), out, *SHARDS).code == 0
    assert root(out) == root(measured_audit())


def test_ctrl_c_while_publishing_leaves_an_audit_to_publish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = copied(measured_audit(), tmp_path / "out")

    def interrupt(self: TerminalProgress, pieces: int = 1) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(TerminalProgress, "advance", interrupt)
        done = auditkit("publish", out, "--no-pdf")
    assert done.code == 130
    assert "Traceback" not in done.err
    assert auditkit("publish", out, "--no-pdf").code == 0
    assert auditkit("verify", out).code == 0


# --- Kill -------------------------------------------------------------------------------------


@cache
def large_data() -> Path:
    """Enough shards that a kill lands between the first and the last."""
    return labelled_data(60)


def running(out: Path) -> subprocess.Popen[bytes]:
    """A process that measures `large_data`."""
    code = "from auditkit.cli import main; main()"
    command = [
        sys.executable, "-c", code, "measure", "--model", str(model_folder()), "--data",
        str(large_data()), "--out", str(out), "--detailed", "2", "--chains", "2", "--date", DATE, *LARGE,
    ]  # fmt: skip
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def wait_for(process: subprocess.Popen[bytes], reached: Callable[[], bool]) -> None:
    """Wait until something is so, the process ends, or patience does."""
    deadline = time.monotonic() + 120
    while not reached() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)


def test_a_killed_process_continues_to_the_same_root(tmp_path: Path) -> None:
    draw = np.random.default_rng(20260131)
    out = tmp_path / "out"
    process = running(out)
    wanted = int(draw.integers(2, 9))
    wait_for(process, lambda: len(parts(out)) >= wanted)
    time.sleep(draw.uniform(0, 0.02))
    process.kill()
    assert process.wait() == -9, "the run ended before it could be killed"
    assert 2 <= len(parts(out)) < 30
    assert measure(model_folder(), large_data(), out, *LARGE).code == 0
    whole = tmp_path / "whole"
    assert measure(model_folder(), large_data(), whole, *LARGE).code == 0
    assert files(out) == files(whole)


KILLS = 20


@pytest.fixture(scope="module", params=[None, "9"], ids=["all explained", "nine explained"])
def killed_runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of audits whose runs were killed, see `tests.e2e.killed_runs`."""
    folder = tmp_path_factory.mktemp("killed")
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.e2e.killed_runs", str(model_folder()),
            str(labelled_data(40)), str(folder), str(KILLS), "20260131",
            *([request.param] if request.param else []),
        ],
        cwd=ROOT, check=False, capture_output=True, text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def test_killed_at_twenty_moments_it_ends_with_the_same_bytes(killed_runs: Path) -> None:
    runs = json.loads((killed_runs / "runs.json").read_text("utf-8"))
    assert [run["code"] for run in runs].count(-9) == KILLS
    ended = [run["out"] for run in runs if run["code"] == 0]
    assert runs[-1]["out"] in ended
    assert len(ended) == len(runs) - KILLS
    for name in ended:
        assert files(killed_runs / name) == files(killed_runs / "whole")
        assert root(killed_runs / name) == root(killed_runs / "whole")


def test_a_kill_loses_no_shard_that_was_whole(killed_runs: Path) -> None:
    runs = json.loads((killed_runs / "runs.json").read_text("utf-8"))
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        # Neither removed nor written anew; at the end all are joined and removed together.
        assert not run["after"] or run["before"].items() <= run["after"].items()
        if following and following["out"] == run["out"]:
            assert run["after"].items() <= following["before"].items()
    last = runs[-1]
    if last["before"]:  # otherwise a killed run may have finished, and run.json is its own
        assert shards_of(killed_runs / last["out"])["resumed"] == len(last["before"])


def test_negative_control_kills_come_at_different_moments(killed_runs: Path) -> None:
    runs = json.loads((killed_runs / "runs.json").read_text("utf-8"))
    there = {len(run["after"]) for run in runs if run["code"] == -9}
    assert len(there) > 3
    assert there & set(range(1, 20)), "no run was killed between two shards"


# --- Two runs at once -------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run is not waited for."""
    monkeypatch.setattr(lock, "PATIENCE", 0.0)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_second_run_on_the_same_output_is_refused(force: tuple[str, ...], tmp_path: Path) -> None:
    out = stopped(tmp_path / "out")
    before = files(out)
    with only_run(out):
        done = measure(model_folder(), labelled_data(), out, *SHARDS, *force)
    assert done.code == 2
    assert f"{out} is being written by another run" in done.err
    assert "Traceback" not in done.err
    assert files(out) == before
    assert measure(model_folder(), labelled_data(), out, *SHARDS, *force).code == 0
    assert files(out) == files(measured_audit())


@pytest.mark.usefixtures("impatient")
def test_publishing_beside_another_run_is_refused(tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    with only_run(out):
        done = auditkit("publish", out, "--no-pdf")
    assert (done.code, "another run" in done.err) == (2, True)
    assert not (out / "report.html").exists()
    assert auditkit("publish", out, "--no-pdf").code == 0


@pytest.mark.usefixtures("impatient")
def test_two_real_runs_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = running(out)
    wait_for(first, lambda: len(parts(out)) >= 1)
    second = measure(model_folder(), large_data(), out, *LARGE)
    assert second.code == 2
    assert "another run" in second.err
    assert first.wait() == 0
    whole = tmp_path / "whole"
    assert measure(model_folder(), large_data(), whole, *LARGE).code == 0
    assert files(out) == files(whole)


HOLD = """
import os, sys, time
from pathlib import Path
from auditkit.evidence.lock import only_run
with only_run(Path(sys.argv[1])):
    child = os.fork() if len(sys.argv) > 2 else 1
    if child:
        print(child, flush=True)
    time.sleep(60)
"""


def holding(out: Path, *fork: str) -> tuple[subprocess.Popen[str], int]:
    """A process that holds `out`, and the id of the one that it forked, if it was asked to."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(out), *fork], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, int(process.stdout.readline())


@pytest.mark.usefixtures("impatient")
def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    process, _ = holding(out)
    with pytest.raises(OutputError, match="another run"), only_run(out):
        pass
    process.kill()
    process.communicate()
    with only_run(out):
        assert list(out.iterdir()) == []


@pytest.mark.usefixtures("impatient")
def test_a_lock_ends_only_with_the_last_worker_of_a_killed_run(tmp_path: Path) -> None:
    out = tmp_path / "out"
    process, worker = holding(out, "fork")
    process.kill()
    process.wait()
    with pytest.raises(OutputError, match="another run"), only_run(out):
        pass
    os.kill(worker, signal.SIGKILL)
    process.communicate()  # the worker has let go of the pipe, so it is gone
    with only_run(out):
        pass


# --- Disk -------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["write_parquet", "write_atomic"])
def test_a_full_disk_has_a_clear_message(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, real, calls = tmp_path / "out", getattr(writer, at), iter(range(1000))

    def full(*arguments: object) -> None:
        if next(calls) >= 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(writer, at, full)
        done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 2
    assert f"The disk of {out} is full" in done.err
    assert "run the same command again to continue" in done.err
    assert measure(model_folder(), labelled_data(), out, *SHARDS).code == 0
    assert files(out) == files(measured_audit())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MiB; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root to mount a small file system")
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """The small disk, for reading only."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@pytest.mark.parametrize("command", ["measure", "force", "publish", "new"])
def test_an_output_that_is_read_only(command: str, small_disk: Path) -> None:
    out = stopped(small_disk / "out") if command == "measure" else small_disk / "out"
    if command in ("force", "publish"):
        copied(measured_audit(), out)
    with read_only(small_disk):
        if command == "publish":
            done = auditkit("publish", out, "--no-pdf")
        else:
            more = ("--force",) if command == "force" else ()
            done = measure(model_folder(), labelled_data(), out, *SHARDS, *more)
    assert done.code == 2, (done.out, done.err)
    assert str(out) in done.err
    assert "Read-only file system" in done.err
    assert "Traceback" not in done.err
    assert measure(model_folder(), labelled_data(), out, *SHARDS).code == 0
    assert files(out) == files(measured_audit())


def test_a_folder_that_even_root_cannot_make() -> None:
    done = measure(model_folder(), labelled_data(), Path("/proc/nothing/out"), *SHARDS)
    assert done.code == 2
    assert "cannot be written" in done.err


@pytest.mark.parametrize("free", [8, 24, 60])
def test_a_disk_that_is_really_full(free: int, small_disk: Path) -> None:
    ballast, out = small_disk / "ballast", small_disk / "out"
    ballast.write_bytes(bytes((2048 - free) * 1024))
    done = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert done.code == 2, (done.out, done.err)
    assert f"The disk of {out} is full" in done.err
    ballast.unlink()
    again = measure(model_folder(), labelled_data(), out, *SHARDS)
    assert again.code == 0, again.err
    assert files(out) == files(measured_audit())


def test_the_shared_audits_are_what_they_were() -> None:
    assert KEPT.is_dir()
    assert auditkit("verify", published_audit(pdf=False)).code == 0
