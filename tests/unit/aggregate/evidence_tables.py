"""Evidence tables made by hand or at random, for the tests of aggregate/."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from auditkit.aggregate.agreement import agreement_table
from auditkit.aggregate.base import Tables, metric_table
from auditkit.evidence.schema import ATTRIBUTIONS, EXAMPLES
from auditkit.records import Problem

METHODS = ("attention_rollout", "integrated_gradients", "occlusion", "shap")


def example(row: int, logits: list[float] | None, **cells: Any) -> dict[str, Any]:
    words = cells.pop("words", [-1, 0, 1, 1, 2, -1])
    return {
        "id": f"id{row:05d}",
        "row": row,
        "text": "text",
        "token_ids": list(range(len(words))),
        "tokens": ["t"] * len(words),
        "starts": [0] * len(words),
        "stops": [1] * len(words),
        "segments": [-1 if word < 0 else 0 for word in words],
        "words": words,
        "kinds": ["special" if word < 0 else "text" for word in words],
        "logits": logits,
        "flags": [],
        **cells,
    }


def attribution(example_id: str, method: str, scores: list[float], **cells: Any) -> dict[str, Any]:
    row = {"example_id": example_id, "method": method, "target": "a", "scores": scores}
    return {**row, "evaluations": 10, **cells}


def tables_of(
    examples: list[dict[str, Any]],
    attributions: list[dict[str, Any]] | None = None,
    labels: tuple[str, ...] = ("a", "b"),
    problem: Problem = Problem.SINGLE_LABEL,
) -> Tables:
    example_rows = pa.Table.from_pylist(examples, schema=EXAMPLES)
    attribution_rows = pa.Table.from_pylist(attributions or [], schema=ATTRIBUTIONS)
    return Tables(
        examples=example_rows,
        attributions=attribution_rows,
        agreement=agreement_table(example_rows, attribution_rows),
        labels=labels,
        problem=problem,
        layers=2,
        heads=3,
        seed=7,
    )


def random_tables(
    seed: int = 0,
    count: int = 60,
    classes: int = 3,
    problem: Problem = Problem.SINGLE_LABEL,
    slices: tuple[str | None, ...] = ("x", "y", None),
    methods: tuple[str, ...] = METHODS,
) -> Tables:
    rng = np.random.default_rng(seed)
    labels = tuple("abcdefgh"[:classes])
    examples, attributions = [], []
    for row in range(count):
        logits = rng.normal(0, 2, 1 if problem is Problem.SINGLE_LOGIT else classes)
        logits = logits.astype(np.float32)
        words = [-1, *np.repeat(range(count := int(rng.integers(1, 9))), 1 + row % 2), -1]
        predicted, gold = _names(logits, problem, labels, rng)
        cells = {"label": gold, "predicted": predicted, "slice": slices[row % len(slices)]}
        margin = float(np.sort(logits)[-1] - (np.sort(logits)[-2] if logits.size > 1 else 0))
        examples.append(
            example(row, logits.tolist(), words=[int(w) for w in words], margin=margin, **cells)
        )
        for method in methods:
            scores = np.round(rng.normal(size=len(words)), 1)
            attributions.append(
                attribution(
                    examples[-1]["id"],
                    method,
                    scores.tolist(),
                    base=0.25,
                    residual=float(rng.normal()) / 100,
                    error=(scores / 10).tolist() if method == "shap" else None,
                )
            )
    return tables_of(examples, attributions, labels, problem)


def _names(
    logits: np.ndarray, problem: Problem, labels: tuple[str, ...], rng: np.random.Generator
) -> tuple[str, str]:
    if problem is Problem.MULTI_LABEL:
        decided = [name for name, z in zip(labels, logits, strict=True) if z >= 0]
        gold = [name for name in labels if rng.random() < 0.4]
        return json.dumps(decided), json.dumps(gold)
    if problem is Problem.SINGLE_LOGIT:
        return labels[int(logits[0] > 0)], str(rng.choice(labels))
    return labels[int(logits.argmax())], str(rng.choice(labels))


def shuffled(tables: Tables, seed: int = 0) -> Tables:
    """The same evidence with the rows of every table in another order."""
    rng = np.random.default_rng(seed)

    def mixed(table: pa.Table) -> pa.Table:
        return table.take(pa.array(rng.permutation(table.num_rows)))

    return replace(
        tables,
        examples=mixed(tables.examples),
        attributions=mixed(tables.attributions),
        agreement=mixed(tables.agreement),
    )


def metric_rows(tables: Tables, metric: str, slice_: str | None = None) -> list[dict[str, Any]]:
    rows = metric_table(tables).to_pylist()
    return [row for row in rows if row["metric"] == metric and row["slice"] == slice_]
