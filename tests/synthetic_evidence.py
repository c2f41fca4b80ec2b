"""Numbers over the set, tensors and manifest of an invented audit, see `tests.synthetic_audit`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.aggregate.base import MetricRow, Tables, metric_table
from auditkit.aggregate.chains import heads_in_chains
from auditkit.aggregate.details import select_details
from auditkit.aggregate.findings import findings_table
from auditkit.aggregate.heads import head_table
from auditkit.aggregate.projection import projection_tables
from auditkit.evidence.manifest import manifest_bytes, sealed, sha256_bytes, sha256_file
from auditkit.evidence.outcomes import Terms, outcome_counts, outcomes_table, shown_apart
from auditkit.evidence.tensors import tensors_bytes
from auditkit.records import Estimate, Flag, Problem
from tests.synthetic_chains import THRESHOLDS, Inventor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditkit.evidence.manifest import Json

LEFT_OUT = 2
DETAILED = 6


def write_evidence(
    folder: Path,
    tables: Tables,
    head_examples: pa.Table,
    methods: tuple[str, ...],
    rng: np.random.Generator,
    *,
    chains: bool = True,
    causal: bool = False,
) -> None:
    """Compute every number over the set from `tables` and write the whole audit."""
    details = select_details(tables, DETAILED)
    detailed = frozenset(details["example_id"].to_pylist())
    invented = _invented(tables, detailed, causal=causal) if chains else {}
    tables = replace(
        tables, **{name: invented[name] for name in ("chains", "links") if name in invented}
    )
    evidence = folder / "evidence"
    (evidence / "tensors").mkdir(parents=True, exist_ok=True)
    compared = min(32, tables.examples.num_rows)
    difference = Estimate(2.4e-6, None, None, compared, "none")
    kernel = MetricRow("kernel_difference", None, difference, "lower", label="sdpa")
    metrics = metric_table(tables, [kernel])
    heads = head_table(head_examples, tables.layers, tables.heads, tables.seed)
    heads = pa.concat_tables([heads, heads_in_chains(tables)])
    written = {
        "examples": tables.examples,
        "attributions": tables.attributions,
        "head_examples": head_examples,
        "agreement": tables.agreement,
        "outcomes": _outcomes(tables, methods),
        "metrics": metrics,
        "heads": heads,
        "findings": findings_table(tables, metrics, heads, not_audited=LEFT_OUT),
        "details": details,
        **invented,
    }
    written |= _projection(tables)
    for name, table in written.items():
        pq.write_table(table, evidence / f"{name}.parquet")
    _write_tensors(evidence / "tensors", tables, detailed, rng, causal=causal)
    lines = THRESHOLDS if chains else {"chains": 0}
    config = f'task = "text-classification"\nseed = {tables.seed}\n'
    config += "".join(f"{key} = {value}\n" for key, value in lines.items())
    (evidence / "config.toml").write_text(config, "utf-8")
    stage = {"sampled": THRESHOLDS["chains"], "reference_texts": 9, "roles": ["text"]}
    record = manifest(tables, evidence, list(methods), details.num_rows)
    model = {**_model(tables), "causal": causal, "reads": "last" if causal else "first"}
    record = sealed({**record, "model": model, "chains": stage if invented else None})
    (evidence / "manifest.json").write_bytes(manifest_bytes(record))


def _outcomes(tables: Tables, methods: Sequence[str]) -> pa.Table:
    apart = shown_apart({name: _spec(name) for name in methods})
    terms = Terms(tables.labels, tables.problem, apart)
    return outcomes_table(tables.examples, tables.agreement, terms)


def _invented(tables: Tables, detailed: frozenset[str], *, causal: bool) -> dict[str, pa.Table]:
    targets: dict[str, str] = {}
    for row in tables.attributions.select(["example_id", "target"]).to_pylist():
        targets.setdefault(row["example_id"], row["target"])
    rows = [row for row in tables.examples.to_pylist() if max(row["words"], default=-1) >= 0]
    words = {row["id"] for row in rows}
    known = {name: target for name, target in targets.items() if name in words}
    shape = (tables.layers, tables.heads, tables.labels, tables.problem)
    inventor = Inventor(*shape, tables.seed, causal=causal)
    return inventor.tables(rows, known, detailed)


def _projection(tables: Tables) -> dict[str, pa.Table]:
    answered = [row["id"] for row in tables.examples.to_pylist() if row["margin"] is not None]
    shape = (tables.layers + 1, 12)
    states = [np.random.default_rng(at).normal(size=shape) for at in range(len(answered))]
    found = projection_tables(answered, [state.astype(np.float32) for state in states])
    return {name.removesuffix(".parquet"): table for name, table in found.items()}


def _write_tensors(
    folder: Path,
    tables: Tables,
    detailed: frozenset[str],
    rng: np.random.Generator,
    *,
    causal: bool,
) -> None:
    for example in tables.examples.select(["id", "tokens"]).to_pylist():
        if example["id"] not in detailed:
            continue
        tokens, layers = len(example["tokens"]), tables.layers
        attention = rng.dirichlet(np.full(tokens, 0.3), (layers, tables.heads, tokens))
        if causal:
            attention = np.tril(attention + 1e-3)
            attention /= attention.sum(-1, keepdims=True)
        tensors = {
            "attention": attention.astype(np.float16),
            "norms": rng.uniform(5, 20, (layers + 1, tokens)).astype(np.float32),
            "ig_baselines": rng.normal(size=(3, tokens)).astype(np.float32),
            **_flows(attention, np.random.default_rng(tokens)),
        }
        (folder / f"{example['id']}.npz").write_bytes(tensors_bytes(tensors))


def _flows(attention: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
    layers, heads, tokens, _ = attention.shape
    return {
        "edges": (attention * rng.normal(size=attention.shape)).astype(np.float16),
        "value_norms": rng.uniform(0.5, 2, (layers, heads, tokens)).astype(np.float32),
        "queries": rng.normal(size=(layers, heads, tokens, 8)).astype(np.float16),
        "keys": rng.normal(size=(layers, heads, tokens, 8)).astype(np.float16),
        "scaling": np.full(layers, 8**-0.5, np.float32),
        "neurons": rng.integers(0, 64, (layers, tokens, 8)).astype(np.int32),
        "neuron_activations": rng.normal(size=(layers, tokens, 8)).astype(np.float32),
        "neuron_relevance": rng.normal(size=(layers, tokens, 8)).astype(np.float32),
    }


def manifest(tables: Tables, evidence: Path, methods: list[str], detailed: int) -> dict[str, Json]:
    """Return the manifest of the evidence in `evidence`, without format and root."""
    return {
        "auditkit": "0.1.0",
        "title": "Audit of an invented model",
        "date": "2026-11-23",
        "task": "text-classification",
        "model": _model(tables),
        "data": _data(tables),
        "methods": list(methods),
        "method_specs": {name: _spec(name) for name in methods},
        "seed": tables.seed,
        "counts": _counts(tables, methods, detailed),
        "environment": {"python": "3.11.7", "platform": "Linux-x86_64", "numpy": "2.4.6"},
        "files": {
            str(path.relative_to(evidence)): {
                "sha256": sha256_file(path),
                "bytes": path.stat().st_size,
            }
            for path in sorted(evidence.rglob("*"))
            if path.is_file() and path.name != "manifest.json"
        },
    }


TITLES = {
    "shap": "Shapley values (SHAP)",
    "integrated_gradients": "Integrated gradients",
    "occlusion": "Occlusion",
    "grad_x_input": "Gradient times input",
    "value_rollout": "Value-weighted rollout",
    "attention_rollout": "Attention rollout",
    "random": "Random scores (control)",
}


def _spec(name: str) -> dict[str, Json]:
    """Return what a method says of itself, as `auditkit measure` writes it, without torch."""
    return {
        "title": TITLES.get(name, name),
        "reads": "Invented scores.",
        "limits": "They explain nothing.",
        "reference": "none",
        "signed": "rollout" not in name,
        "about_target": "rollout" not in name,
        "complete": name in {"shap", "integrated_gradients"},
        "control": name == "random",
    }


def _model(tables: Tables) -> dict[str, Json]:
    return {
        "id": "invented-model",
        "architecture": "BertForSequenceClassification",
        "model_type": "bert",
        "layers": tables.layers,
        "heads": tables.heads,
        "width": 64,
        "parameters": 123456,
        "labels": list(tables.labels),
        "problem": str(tables.problem),
        "max_tokens": 64,
        "causal": False,
        "reads": "first",
        "blank": {"kind": "mask", "token": "[MASK]"},
        "dtype": "float32",
        "checkpoint_dtype": "float32",
        "kernel": "auditkit",
        "production_kernel": "sdpa",
        "files": {
            name: sha256_bytes(name.encode()) for name in ("config.json", "model.safetensors")
        },
    }


def _data(tables: Tables) -> dict[str, Json]:
    rows = tables.examples.num_rows
    slices = [name for name in tables.examples["slice"].to_pylist() if name is not None]
    labels = [name for name in tables.examples["label"].to_pylist() if name is not None]
    tally = {} if tables.problem is Problem.MULTI_LABEL else dict(sorted(Counter(labels).items()))
    return {
        "sha256": sha256_bytes(b"data"),
        "rows_sha256": sha256_bytes(b"rows"),
        "rows_in_file": rows + LEFT_OUT,
        "audited": rows,
        "not_audited": LEFT_OUT,
        "columns": {"text": "text", "text_pair": None, "label": "label", "slice": "slice"},
        "slices": dict(sorted(Counter(slices).items())),
        "labels": tally,
    }


def _counts(tables: Tables, methods: Sequence[str], detailed: int) -> dict[str, Json]:
    examples = tables.examples
    flags = Counter(flag for row in examples["flags"].to_pylist() for flag in row)
    return {
        "examples": examples.num_rows,
        "labelled": examples.num_rows - examples["label"].null_count,
        "explained": examples.num_rows - examples["margin"].null_count,
        "detailed": detailed,
        **outcome_counts(_outcomes(tables, methods), examples["flags"]),
        **{str(flag): flags.get(str(flag), 0) for flag in Flag},
    }
