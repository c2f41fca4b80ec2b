"""A set of 100,000 short texts from end to end: predicted in full, counted in full, explained in part.

A seeded classifier of 2 layers; three cheap methods on 50 examples, 12 in detail, no chains. Each
command is a process of its own. Its peak is that of its largest process, measuring has one per core.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.growth import data_file
from benchmarks.tiny import save_model

EXAMPLES = 100_000
OPTIONS = (
    "--explain", "50", "--detailed", "12", "--methods", "random,grad_x_input,occlusion", "--chains", "0",
)  # fmt: skip
MOST_SECONDS, MOST_MEGABYTES, MOST_PAGE = 300, 3_000, 10


def run() -> list[Figure]:
    """Return what measuring, publishing and verifying take, and how large what they write is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = save_model(folder / "model", num_hidden_layers=2, num_attention_heads=4)
        data, out = data_file(folder, EXAMPLES), folder / "out"
        source = ("--model", str(model), "--data", str(data), "--out", str(out))
        figures = [
            *_command("measure", *source, *OPTIONS),
            *_command("publish", str(out)),
            *_command("verify", str(out)),
        ]
        total = sum(figure.value for figure in figures if figure.what.endswith("wall"))
        return [Figure("all three, wall", total, "s", at_most=MOST_SECONDS), *figures, *_sizes(out)]


def _command(name: str, *arguments: str) -> list[Figure]:
    began = time.perf_counter()
    program = [sys.executable, "-c", "from auditkit.cli import main; main()"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*program, name, *arguments], stdout=quiet, stderr=quiet) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, [name, *arguments])
    peak = used.ru_maxrss / 1024
    return [
        Figure(f"{name}: wall", time.perf_counter() - began, "s"),
        Figure(f"{name}: CPU", used.ru_utime + used.ru_stime, "s"),
        Figure(f"{name}: peak RSS of its largest process", peak, "MB", at_most=MOST_MEGABYTES),
    ]


def _sizes(out: Path) -> list[Figure]:
    evidence = sum(path.stat().st_size for path in out.glob("evidence/**/*") if path.is_file())
    page, pdf = ((out / name).stat().st_size for name in ("report.html", "report.pdf"))
    return [
        Figure("report.html", page / 1e6, "MB", at_most=MOST_PAGE),
        Figure("report.pdf", pdf / 1e6, "MB"),
        Figure("evidence", evidence / 1e6, "MB"),
    ]
