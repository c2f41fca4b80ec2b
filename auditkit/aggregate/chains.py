"""Tested routes over the set: who was drawn at random, which are confirmed, and which heads recur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.intervals import wilson
from auditkit.evidence.schema import HEADS
from auditkit.records import Grade

if TYPE_CHECKING:
    from auditkit.aggregate.base import Tables

IN_CHAINS = "confirmed_chain"
"""Name of the head statistic."""


def drawn_chains(tables: Tables, *, weights: str = "model") -> pa.Table:
    """Return the routes of examples drawn at random, in the order of their ids.

    Those that are there because they are shown in detail would distort every share.
    """
    of_model = pc.equal(tables.chains["weights"], weights)
    return tables.chains.filter(pc.and_(of_model, tables.chains["sampled"])).sort_by("example_id")


def confirmed(chains: pa.Table) -> pa.Table:
    """Return those that are confirmed."""
    return chains.filter(pc.equal(chains["grade"], Grade.CONFIRMED))


def links_of(tables: Tables, chains: pa.Table) -> pa.Table:
    """Return the links of some routes, all of one kind of weights."""
    weights = chains["weights"][0].as_py() if chains.num_rows else "model"
    of_model = pc.equal(tables.links["weights"], weights)
    listed = pc.is_in(tables.links["example_id"], chains["example_id"].combine_chunks())
    return tables.links.filter(pc.and_(of_model, listed)).sort_by(
        [("example_id", "ascending"), ("rank", "ascending")]
    )


def heads_in_chains(tables: Tables) -> pa.Table:
    """Return for every head the share of confirmed routes in which it is the largest head of a link.

    Returns:
        Rows of schema `HEADS`, by layer and head; none where no route was confirmed.
    """
    routes = confirmed(drawn_chains(tables))
    if not routes.num_rows:
        return HEADS.empty_table()
    links = links_of(tables, routes)
    columns = (links[name].to_pylist() for name in ("layer", "head", "example_id"))
    found: dict[tuple[int, int], set[str]] = {}
    for layer, head, example in zip(*columns, strict=True):
        found.setdefault((layer, head), set()).add(example)
    rows = []
    for layer in range(tables.layers):
        for head in range(tables.heads):
            share = wilson(len(found.get((layer, head), ())), routes.num_rows)
            rows.append(
                {
                    "layer": layer,
                    "head": head,
                    "statistic": IN_CHAINS,
                    "value": share.value,
                    "low": share.low,
                    "high": share.high,
                    "n": share.n,
                }
            )
    return pa.Table.from_pylist(rows, schema=HEADS)
