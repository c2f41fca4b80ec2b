"""Measured examples as Arrow tables in the evidence's schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from auditkit.capture.head_statistics import STATISTICS
from auditkit.evidence.explained import ALL
from auditkit.evidence.schema import ATTRIBUTIONS, EXAMPLES, HEAD_EXAMPLES, LEDGER
from auditkit.explain.base import residual
from auditkit.records import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.explain.base import Case
    from auditkit.explain.shard import Explained
    from auditkit.records import Account, Attribution


def prediction_tables(results: Sequence[Explained], problem: Problem) -> dict[str, pa.Table]:
    """Return the rows of a shard in which nothing was explained."""
    return {"examples.parquet": _examples(results, problem, None)}


def shard_tables(results: Sequence[Explained], problem: Problem) -> dict[str, pa.Table]:
    """Return the shard's rows of every table that is written in shards."""
    return {
        "examples.parquet": _examples(results, problem, ALL),
        "attributions.parquet": pa.Table.from_pylist(
            [_attribution_row(*row) for result in results for row in result.attributions],
            schema=ATTRIBUTIONS,
        ),
        "ledger.parquet": pa.Table.from_pylist(
            [
                _ledger_row(method, case, attribution.account)
                for result in results
                for method, case, attribution in result.attributions
                if attribution.account is not None
            ],
            schema=LEDGER,
        ),
        "head_examples.parquet": pa.Table.from_pylist(
            [row for result in results for row in _head_rows(result)], schema=HEAD_EXAMPLES
        ),
    }


def _examples(results: Sequence[Explained], problem: Problem, mark: str | None) -> pa.Table:
    """Return the rows of `EXAMPLES`; those with an answer get the mark."""
    rows = [_example_row(result, problem) for result in results]
    marks = [None if result.decision is None else mark for result in results]
    marked = [{**row, "explained": own} for row, own in zip(rows, marks, strict=True)]
    return pa.Table.from_pylist(marked, schema=EXAMPLES)


def _example_row(result: Explained, problem: Problem) -> dict[str, Any]:
    example, tokens, decision = result.encoded.example, result.encoded.tokens, result.decision
    return {
        "id": example.id,
        "row": example.row,
        "text": example.text,
        "text_pair": example.text_pair,
        "label": None if example.labels is None else _label_cell(example.labels, problem),
        "slice": example.slice,
        "id_in_data": example.id_in_data,
        "token_ids": [token.id for token in tokens],
        "tokens": [token.text for token in tokens],
        "starts": [token.start for token in tokens],
        "stops": [token.stop for token in tokens],
        "segments": [token.segment for token in tokens],
        "words": [token.word for token in tokens],
        "kinds": [token.kind for token in tokens],
        "logits": None if result.logits is None else result.logits.tolist(),
        "predicted": None if decision is None else _label_cell(decision.predicted, problem),
        "foil": None if decision is None else decision.foil,
        "margin": result.margin,
        "flags": sorted(result.flags),
        "read": list(result.read) if result.read else None,
    }


def _label_cell(labels: tuple[str, ...], problem: Problem) -> str:
    if problem is Problem.MULTI_LABEL:
        return json.dumps(list(labels), ensure_ascii=False)
    return labels[0]


def _attribution_row(method: str, case: Case, attribution: Attribution) -> dict[str, Any]:
    return {
        "example_id": case.encoded.example.id,
        "method": method,
        "target": case.target.name,
        "scores": attribution.scores,
        "error": attribution.error,
        "base": attribution.base,
        "residual": residual(attribution, case.margin),
        "nodes": attribution.nodes,
        "evaluations": attribution.evaluations,
        "seed": attribution.seed,
    }


def _ledger_row(method: str, case: Case, account: Account) -> dict[str, Any]:
    return {
        "example_id": case.encoded.example.id,
        "method": method,
        "target": case.target.name,
        "cuts": account.cuts.reshape(-1),
        "heads": account.heads.sum(-1).reshape(-1),
        "attention": account.heads.sum(1).reshape(-1),
        "mlp": None if account.mlp is None else account.mlp.reshape(-1),
        "positions": account.positions,
        "biases": account.biases,
    }


def _head_rows(result: Explained) -> list[dict[str, Any]]:
    if result.heads is None:
        return []
    return [
        {
            "example_id": result.encoded.example.id,
            "statistic": statistic,
            "values": values.reshape(-1),
        }
        for statistic, values in zip(STATISTICS, result.heads, strict=True)
    ]
