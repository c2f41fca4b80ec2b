"""Tested chains and edits as Arrow tables in the evidence's schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from auditkit.evidence.schema import CHAINS, EDITS, LINKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.explain.chains.trial import Chain, TestedLink


def chain_tables(
    by_weights: Mapping[str, Sequence[Chain]], sampled: frozenset[str]
) -> dict[str, pa.Table]:
    """Return the rows of both tables.

    Args:
        by_weights: ``model`` or ``shuffled`` -> the chains that were tested there.
        sampled: Ids of the examples that were drawn at random.
    """
    every = [(weights, chain) for weights, chains in by_weights.items() for chain in chains]
    return {
        "chains.parquet": pa.Table.from_pylist(
            [_chain_row(weights, chain, sampled) for weights, chain in every], schema=CHAINS
        ),
        "links.parquet": pa.Table.from_pylist(
            [
                {**_named(weights, chain), **_link_row(rank, link)}
                for weights, chain in every
                for rank, link in enumerate(chain.links)
            ],
            schema=LINKS,
        ),
    }


def edits_table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Return the rows of edits as a table."""
    return pa.Table.from_pylist(list(rows), schema=EDITS)


def _named(weights: str, chain: Chain) -> dict[str, Any]:
    return {
        "example_id": chain.case.encoded.example.id,
        "target": chain.case.target.name,
        "weights": weights,
    }


def _chain_row(weights: str, chain: Chain, sampled: frozenset[str]) -> dict[str, Any]:
    tests = chain.tests
    return {
        **_named(weights, chain),
        "sampled": chain.case.encoded.example.id in sampled,
        "grade": chain.grade,
        "value": tests.value,
        "empty": tests.empty,
        "signed": chain.signed,
        "mass": chain.mass,
        "alone": tests.alone,
        "without": tests.without,
        "sufficiency": _known(tests.sufficiency),
        "necessity": _known(tests.necessity),
        "permuted": tests.share(tests.permuted).astype(np.float32),
        "random": tests.share(tests.random).astype(np.float32),
        "sink": chain.sink,
        "lens": chain.lens.astype(np.float32),
        "depth": chain.depth,
    }


def _link_row(rank: int, tested: TestedLink) -> dict[str, Any]:
    ranged = [0.025, 0.975, 0, 1]
    low, high, least, most = (
        np.quantile(tested.spread, ranged) if len(tested.spread) else [None] * 4
    )
    return {
        "rank": rank,
        "layer": tested.link.layer,
        "query": tested.link.query,
        "key": tested.link.key,
        "query_role": tested.roles[0],
        "key_role": tested.roles[1],
        "relevance": tested.relevance,
        "head": tested.leader,
        "head_relevance": tested.led,
        "foretold": tested.predicted,
        "observed": tested.observed,
        "low": low,
        "high": high,
        "n": len(tested.spread),
        "verdict": tested.verdict,
        "same_sign": tested.same_sign,
        "least": least,
        "most": most,
    }


def _known(share: float) -> float | None:
    return share if np.isfinite(share) else None
