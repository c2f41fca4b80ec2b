"""The findings table: every finder's findings, group by group, the most severe first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow as pa

from auditkit.aggregate.base import Tables
from auditkit.aggregate.findings import calibration, coverage, explanations, performance
from auditkit.aggregate.findings.base import Context, Finding, metrics_by_key
from auditkit.aggregate.outcomes import answered
from auditkit.evidence.findings import GROUPS, about
from auditkit.evidence.schema import FINDINGS

SEVERITIES = ("high", "medium", "low", "info")

FINDERS: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    coverage.find_flags,
    performance.find_below_majority,
    performance.find_not_above_majority,
    performance.find_slices,
    calibration.find_gaps,
    calibration.find_confident_errors,
    performance.find_one_sided,
    performance.find_no_labels,
    explanations.find_methods,
    explanations.find_examples,
    coverage.find_kernel_difference,
    coverage.find_unconverged,
    coverage.find_not_audited,
    performance.find_few,
)
"""In the order in which findings of equal severity are listed."""


def findings_table(
    tables: Tables, metrics: pa.Table, heads: pa.Table, *, not_audited: int = 0
) -> pa.Table:
    """Return what an auditor should look at.

    Args:
        tables: The measured evidence.
        metrics: Table of schema `METRICS`, `kernel_difference` included if it was measured.
        heads: Table of schema `HEADS`.
        not_audited: Rows of the data file that were left out.

    Returns:
        A table of schema `FINDINGS`: about the model, then about the data, then about explanations;
        in each by severity, then by finder; within a finder the whole set before the slices.
    """
    outcomes = answered(tables)
    context = Context(
        tables=tables,
        outcomes=outcomes,
        metrics=metrics_by_key(metrics),
        heads=heads,
        not_audited=not_audited,
        scopes=tuple(outcomes.within(outcomes.labelled).scopes()),
    )
    found = [finding for finder in FINDERS for finding in finder(context)]
    found.sort(key=lambda one: (GROUPS.index(about(one.kind)), SEVERITIES.index(one.severity)))
    return pa.Table.from_pylist([finding.cells() for finding in found], schema=FINDINGS)
