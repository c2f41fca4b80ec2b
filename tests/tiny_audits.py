"""Tiny audits made through the command line, in this process; made once and shared by tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import torch
from typer.testing import CliRunner

from auditkit.cli.app import app
from tests.tiny import save_tiny

torch.set_num_threads(1)  # tiny matrices are slower on more
_KEPT = TemporaryDirectory(prefix="auditkit-tests-")
KEPT = Path(_KEPT.name)
"""Folder of everything that is made once; removed when the tests end."""
DATE = "2026-01-31"
FAST = ("integrated_gradients", "occlusion", "attention_rollout", "random")
"""Enough methods to have every kind of evidence, at a fraction of the time of all."""

SENTENCE = "the film was good but very dull story i liked it never great a bright day ."
WORDS = SENTENCE.split()
Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


def auditkit(*arguments: str | Path) -> Outcome:
    """Run a command; an exception that the command line does not handle fails the test."""
    result = CliRunner().invoke(app, [str(item) for item in arguments], catch_exceptions=False)
    return Outcome(result.exit_code, result.stdout, result.stderr)


def measure(model: Path, data: Path, out: Path, *more: str | Path) -> Outcome:
    """Run ``auditkit measure`` with few methods; flags in `more` come later, so they count."""
    chosen = ("--methods", ",".join(FAST), "--detailed", "2", "--chains", "2", "--date", DATE)
    where = ("--model", model, "--data", data, "--out", out, "--workers", "1")
    return auditkit("measure", *where, *chosen, *more)


@cache
def model_folder(family: str = "bert", **options: Any) -> Path:
    """A saved tiny classifier; copy it before changing it."""
    name = "-".join([family, *(f"{key}={value}" for key, value in sorted(options.items()))])
    return save_tiny(KEPT / "models" / name, family, **options)


def texts(count: int) -> list[str]:
    """Different short texts."""
    return [
        " ".join(WORDS[(3 * i + j) % len(WORDS)] for j in range(3 + i % 5)) for i in range(count)
    ]


def write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write rows as JSON Lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@cache
def labelled_data(count: int = 8, labels: int = 3) -> Path:
    """A data file with texts, gold labels and two slices."""
    rows = [
        {"text": text, "label": i % labels, "slice": "ab"[i % 2]}
        for i, text in enumerate(texts(count))
    ]
    return write_rows(KEPT / f"labelled-{count}-{labels}.jsonl", rows)


@cache
def measured_audit() -> Path:
    """A small audit without a report; copy it before changing it."""
    out = KEPT / "measured"
    done = measure(model_folder(), labelled_data(), out, "--shard-size", "3")
    assert done.code == 0, done.err
    return out


@cache
def published_audit(*, pdf: bool = True) -> Path:
    """The same audit with its report; copy it before changing it."""
    out = copied(measured_audit(), KEPT / f"published-{pdf}")
    done = auditkit("publish", out, "--pdf" if pdf else "--no-pdf")
    assert done.code == 0, done.err
    return out


def copied(audit: Path, target: Path) -> Path:
    """Copy an audit so that it can be tampered with."""
    return Path(shutil.copytree(audit, target))


def table(audit: Path, name: str) -> pa.Table:
    """One evidence table."""
    return pq.read_table(audit / "evidence" / f"{name}.parquet")


def manifest(audit: Path) -> dict[str, Any]:
    """The manifest."""
    return json.loads((audit / "evidence" / "manifest.json").read_text("utf-8"))


def root(audit: Path) -> str:
    """The root digest."""
    return str(manifest(audit)["root"])
