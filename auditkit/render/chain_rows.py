"""Which rows of the evidence are about tested routes; none where an audit has none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from auditkit.render.inline import Measure
from auditkit.render.rows import Row, finite, rows_about, table_of

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit

MODEL = "model"
"""Rows of the audited model; the others are of the copy with shuffled weights."""
LEDGERS = ("ledger", "frozen_ledger")
"""Methods that keep accounts by layer, the one that is shown first."""


def chain_of(audit: Audit, example_id: str) -> Row | None:
    """Return the chain of an example in the audited model, None where there is none."""
    found = rows_about(audit, "chains", example_id)
    return next((row for row in found if row["weights"] == MODEL), None)


def links_of(audit: Audit, example_id: str) -> list[Row]:
    """Return the links of an example's chain in the audited model, in the order they were found."""
    found = [one for one in rows_about(audit, "links", example_id) if one["weights"] == MODEL]
    return sorted(found, key=lambda one: int(one["rank"]))


def ledger_of(audit: Audit, example_id: str, target: str) -> Row | None:
    """Return the accounts by layer of an example and target, of the better method that has them."""
    found = {
        one["method"]: one
        for one in rows_about(audit, "ledger", example_id)
        if one["target"] == target and one["method"] in LEDGERS
    }
    return next((found[name] for name in LEDGERS if name in found), None)


@lru_cache(maxsize=2)
def sampled_links(audit: Audit) -> tuple[Row, ...]:
    """Return the links in the audited model of the examples that were drawn at random."""
    chains = table_of(audit, "chains").select(["example_id", "weights", "sampled"]).to_pylist()
    drawn = {row["example_id"] for row in chains if row["sampled"] and row["weights"] == MODEL}
    return tuple(
        Row("links", index, row)
        for index, row in enumerate(table_of(audit, "links").to_pylist())
        if row["weights"] == MODEL and row["example_id"] in drawn
    )


def has_chains(audit: Audit) -> bool:
    """Whether a chain was tested at all."""
    return bool(table_of(audit, "chains").num_rows)


def threshold(audit: Audit, key: str) -> Measure:
    """Return a whole number of the configuration, e.g. ``threshold(audit, "chain_links")``."""
    value = finite(audit.config.get(key))
    return Measure(value, None if value is None else f"config.toml#/{key}", digits=0, style="count")
