"""Measure again and again in processes that are killed without warning.

    python -m tests.e2e.killed_runs MODEL DATA FOLDER KILLS SEED [EXPLAIN]

The first run, in FOLDER/whole, is left alone and loads the libraries. Every other is a process forked
from this one, killed at a random moment; the next one continues on the same folder, FOLDER/out-0, until
one ends before its moment and a new folder is begun. FOLDER/runs.json lists the runs: folder, exit code,
and the whole shards that were there before and after each.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from auditkit.config import AuditConfig
from auditkit.evidence import lock
from auditkit.evidence.lock import only_run
from auditkit.pipeline.measure import measure
from tests.tiny_audits import DATE, FAST

LATE_SHARE = 0.25
JITTER = 0.05
"""Seconds, at most, between the event a kill waits for and the kill."""
LATE = ("heads.parquet", "findings.parquet", "details.parquet", "tensors", "config.toml", "parts")
"""Files whose appearance, or the shards' disappearance, a late kill waits for."""


def configuration(model: str, data: str, explain: str | None) -> AuditConfig:
    return AuditConfig(
        model=model, data=Path(data), date=DATE, detailed=2, shard_size=2, methods=FAST, workers=2,
        explain=explain and int(explain),
    )  # fmt: skip


def started(config: AuditConfig, out: Path) -> int:
    """Measure in a process of its own and return its id; it exits with 0 only if it finished."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            measure(config, out)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return child


def shards(out: Path) -> dict[str, int]:
    """Whole shards on disk, each with when it was written; none once the audit is finished."""
    found: dict[str, int] = {}
    if (out / "evidence" / "manifest.json").exists():  # they may be half removed
        return found
    parts = out / "evidence" / "parts"
    for path in (*parts.glob("part-?????"), *parts.glob("predicted-?????")):
        with contextlib.suppress(FileNotFoundError):  # the run is finishing and removes them
            found[path.name] = path.stat().st_mtime_ns
    return found


def moment(rng: np.random.Generator, out: Path, *, late: bool) -> Callable[[], bool]:
    """Draw the event that a kill waits for."""
    if not late:
        wanted = len(shards(out)) + int(rng.integers(0, 4))
        return lambda: len(shards(out)) >= wanted
    name = str(rng.choice(LATE))
    path = out / "evidence" / name
    if name == "parts":
        return lambda: path.parent.is_dir() and not path.is_dir()
    return path.exists


def killed(child: int, reached: Callable[[], bool], delay: float) -> int:
    """Kill the process a moment after the event; return what it ended with: -9, or its own code."""
    while not reached():
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def settled_shards(out: Path) -> dict[str, int]:
    """Whole shards once the workers of a killed run are gone: until then they may write one more."""
    if not out.is_dir():
        return {}
    with only_run(out):
        return shards(out)


def main(
    model: str, data: str, folder: str, kills: str, seed: str, explain: str | None = None
) -> None:
    torch.set_num_threads(1)
    lock.PATIENCE = 60.0
    rng, config = np.random.default_rng(int(seed)), configuration(model, data, explain)
    measure(config, Path(folder) / "whole")
    runs: list[dict[str, object]] = []
    count, out = 0, Path(folder) / "out-0"
    while sum(run["code"] == -signal.SIGKILL for run in runs) < int(kills):
        before, late = settled_shards(out), bool(rng.random() < LATE_SHARE)
        code = killed(started(config, out), moment(rng, out, late=late), rng.uniform(0, JITTER))
        runs.append({"out": out.name, "code": code, "before": before, "after": shards(out)})
        if code > 0:
            sys.exit("a run failed")
        if code == 0:
            count += 1
            out = out.with_name(f"out-{count}")
    before = settled_shards(out)
    code = os.waitstatus_to_exitcode(os.waitpid(started(config, out), 0)[1])
    runs.append({"out": out.name, "code": code, "before": before, "after": shards(out)})
    (Path(folder) / "runs.json").write_text(json.dumps(runs), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
