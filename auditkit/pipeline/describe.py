"""What the manifest says of model, data and run; and the fingerprint by which a run continues."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING, Any

from auditkit import __version__
from auditkit.capture.determinism import NOT_INSTALLED, environment, usable_cores
from auditkit.errors import how_to_install
from auditkit.evidence.explained import explained_ids, sampled_ids
from auditkit.explain.base import METHODS
from auditkit.inputs.segmentation import icu_version
from auditkit.inputs.units import segmented
from auditkit.records import Flag

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from auditkit.canonical import Json
    from auditkit.capture.loading import LoadedModel
    from auditkit.capture.runner import Runner
    from auditkit.config import AuditConfig
    from auditkit.inputs.examples import EvaluationSet
    from auditkit.pipeline.prepared import Prepared


def fingerprint(
    config: AuditConfig,
    loaded: LoadedModel,
    data: EvaluationSet,
    reference: EvaluationSet | None = None,
) -> dict[str, Json]:
    """Return everything that decides the evidence: a run with another one is another audit."""
    return {
        "config": config.evidence(),
        "model": dict(loaded.files),
        "data": data.rows_sha256,
        "reference": None if reference is None else reference.rows_sha256,
        "versions": {**environment(), "auditkit": __version__},
    }


def manifest(
    ready: Prepared, examples: pa.Table, *, counted: dict[str, int], stamp: dict[str, Json]
) -> dict[str, Json]:
    """Return the manifest without its files and root; integers and strings only.

    Args:
        ready: Model, data and what is left out.
        examples: Table of schema `EXAMPLES`, or some of its columns.
        counted: What was counted of the examples elsewhere.
        stamp: The fingerprint.
    """
    config, runner, data = ready.config, ready.runner, ready.data
    loaded = runner.loaded
    return {
        "auditkit": __version__,
        "title": config.title or f"Audit of {loaded.id}",
        "date": config.date.isoformat() if config.date else None,
        "task": config.task,
        "model": _model(runner),
        "data": _data(data),
        "methods": list(config.methods),
        "method_specs": dict(method_specs(config)),
        "left_out": [{"method": one.method, "reason": one.reason} for one in ready.left_out],
        "seed": config.seed,
        "counts": {**_counts(examples, counted), "left_out": len(ready.left_out)},
        "segmentation": segmentation(loaded, data),
        "environment": dict(environment()),
        "fingerprint": stamp,
    }


def _model(runner: Runner) -> dict[str, Json]:
    loaded, anatomy = runner.loaded, runner.anatomy
    return {
        "id": loaded.id,
        "architecture": type(loaded.model).__name__,
        "model_type": str(loaded.model.config.model_type),
        "layers": anatomy.layers,
        "heads": anatomy.heads,
        "width": anatomy.width,
        "parameters": sum(weight.numel() for weight in loaded.model.parameters()),
        "labels": list(loaded.labels),
        "problem": str(loaded.problem),
        "max_tokens": loaded.max_tokens,
        "causal": anatomy.causal if anatomy.layers else None,
        "reads": anatomy.reads,
        "blank": {"kind": runner.blank_kind, "token": runner.blank_token},
        "dtype": loaded.dtype,
        "checkpoint_dtype": loaded.checkpoint_dtype,
        "kernel": str(loaded.model.config._attn_implementation),
        "production_kernel": loaded.production_kernel,
        "files": dict(loaded.files),
        "wrappers": list(loaded.wrappers),
    }


def _data(data: EvaluationSet) -> dict[str, Json]:
    labels = [name for example in data.examples for name in example.labels or ()]
    slices = [example.slice for example in data.examples if example.slice is not None]
    return {
        "sha256": data.file_sha256,
        "rows_sha256": data.rows_sha256,
        "rows_in_file": data.rows_in_file,
        "audited": len(data.examples),
        "not_audited": data.rows_in_file - len(data.examples),
        "columns": dict(data.columns),
        "columns_not_used": list(data.reading.columns_not_used),
        "read_as": list(data.reading.read_as),
        "left_out": dict(data.reading.left_out),
        "undecided": data.reading.undecided,
        "labels_are_indices": data.reading.labels_are_indices,
        "labels_respelled": data.reading.labels_respelled,
        "slices": dict(sorted(Counter(slices).items())),
        "labels": dict(sorted(Counter(labels).items())),
    }


def segmentation(loaded: LoadedModel, data: EvaluationSet) -> dict[str, Json]:
    """Return how texts in writing without blanks were cut into units, and how many there are."""
    version = icu_version()
    return {
        "by": "clusters" if version is None else "words",
        "icu": version or NOT_INSTALLED,
        "examples": segmented(loaded.tokenizer, data.examples),
    }


def segmentation_note(record: dict[str, Json], audited: int) -> str | None:
    """Return what the user should know of `segmentation`; None where no text needed it."""
    if not record["examples"]:
        return None
    start = f"{record['examples']} of {audited} examples have writing without blanks between words"
    if record["by"] == "words":
        return f"{start}: their units are words, by the dictionaries of ICU {record['icu']}."
    return (
        f"{start}, and ICU is not installed: their units are grapheme clusters, not words. For "
        f"words: {how_to_install('model,scripts')}."
    )


def method_specs(config: AuditConfig) -> dict[str, dict[str, Json]]:
    """Return what every method of the audit says of itself."""
    return {name: _spec(name) for name in config.methods}


def _spec(name: str) -> dict[str, Json]:
    spec = METHODS.get(name).spec
    return {
        "title": spec.title,
        "reads": spec.reads,
        "limits": spec.limits,
        "reference": spec.reference,
        "signed": spec.signed,
        "about_target": spec.about_target,
        "complete": spec.complete,
        "control": spec.control,
    }


def _counts(examples: pa.Table, counted: dict[str, int]) -> dict[str, Json]:
    flags = Counter(flag for row in examples["flags"].to_pylist() for flag in row)
    sampled, explained = sampled_ids(examples), explained_ids(examples)
    return {
        "examples": examples.num_rows,
        "labelled": examples.num_rows - examples["label"].null_count,
        "predicted": examples.num_rows - examples["margin"].null_count,
        "explained": len(sampled),
        "explained_for_detail": len(explained - sampled),
        "not_explained": examples.num_rows - len(explained),
        **counted,
        **{str(flag): flags.get(str(flag), 0) for flag in Flag},
    }


class RunLog:
    """Wall-clock times, paths and device: what `run.json` holds and no digest of evidence covers."""

    def __init__(self, config: AuditConfig, out: Path) -> None:
        self._started = datetime.datetime.now(tz=datetime.UTC)
        self._config, self._out = config, out

    def finish(self, runner: Runner, workers: int) -> dict[str, Any]:
        """Return the record of the run that ends now."""
        ended = datetime.datetime.now(tz=datetime.UTC)
        return {
            "model_path": self._config.model,
            "data_path": str(self._config.data),
            "out": str(self._out),
            "started": self._started.isoformat(timespec="seconds"),
            "ended": ended.isoformat(timespec="seconds"),
            "seconds": round((ended - self._started).total_seconds(), 1),
            "device": str(runner.device),
            "workers": workers,
            "cores": usable_cores(),
            "counters": vars(runner.counters),
        }
