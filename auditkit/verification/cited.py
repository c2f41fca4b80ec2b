"""Which rows of the evidence a page cites: every one that it has to show, and in a card only its own.

A number that is right is wrong in another example's card, and a row that nobody cites was left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from auditkit.errors import EvidenceError
from auditkit.verification.about import finite
from auditkit.verification.checks import Check
from auditkit.verification.printed import quoted
from auditkit.verification.worked_out import explains_margin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from auditkit.verification.about import About, Cells
    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_ROW = re.compile(r"-?([a-z_]+)\.parquet#([0-9]{1,15}):")
_TENSOR = re.compile(r"tensors/([0-9a-f-]{16,40})\.safetensors#")
_OF_ALL = ("config.toml#", "manifest.json#")
_BY_SLICE = frozenset(
    ("accuracy", "majority", "macro_f1", "ece", "mean_confidence", "chain_confirmed")
)
_WHOLE_SET = _BY_SLICE | frozenset(
    (
        "confusion", "label_share", "predicted_share", "reliability_accuracy", "reliability_confidence",
        "agreement_spearman", "agreement_top_k", "agreement_sign", "evaluations_mean",
    )
)  # fmt: skip
_OF_CHAINS = "confirmed_chain"
"""Statistic of heads of which the report lists the largest only."""

ON_REPORT: dict[str, Callable[[Cells], bool]] = {
    "findings": lambda _: True,
    "heads": lambda row: row["statistic"] != _OF_CHAINS,
    "metrics": lambda row: row["metric"] in (_WHOLE_SET if row["slice"] is None else _BY_SLICE),
    "projection_cuts": lambda _: True,
}
"""Table -> the rows of it that the report shows outside cards."""
_COLUMNS = {"heads": ["statistic"], "metrics": ["metric", "slice"]}

Rows = dict[str, set[int]]


def rows_cited(elements: Iterable[Element]) -> Rows:
    """Return the rows that elements cite, by table."""
    found: Rows = defaultdict(set)
    for element in elements:
        match = _ROW.match(element.attributes.get("data-evidence", ""))
        if match is not None:
            found[match[1]].add(int(match[2]))
    return found


def report_rows(page: Element, citations: Citations) -> Iterator[Check]:
    """Say which rows the report leaves out that are about no single example.

    Returns:
        One check per table.
    """
    cited = rows_cited(page.elements())
    for table, is_shown in ON_REPORT.items():
        cells = citations.table(table)
        wanted = cells.select(_COLUMNS.get(table, [])).to_pylist()
        every = wanted or [{}] * cells.num_rows
        left = [at for at, row in enumerate(every) if is_shown(row) and at not in cited[table]]
        yield Check(f"rows of {table}.parquet in {page.page.file}", _left_out(table, left))


def _left_out(table: str, left: list[int]) -> str | None:
    if not left:
        return None
    return f"are left out: {len(left)}, first {table}.parquet#{left[0]}"


def card_rows(card: Element, known: About, citations: Citations) -> Iterator[Check]:
    """Say which citations of a card are about another example, and which rows it leaves out.

    Returns:
        One check per citation that does not belong there, and one for what is left out.
    """
    cited = rows_cited(card.elements())
    own = {"examples": {known.row["at"]}}
    own |= {table: _own(citations, table, known.example) for table in cited if table != "examples"}
    for element in card.elements():
        reference = element.attributes.get("data-evidence")
        if reference is not None and not _is_own(reference, own, known.example):
            yield Check(element.where, f"cites {quoted(reference)}, which is about another example")
    for table, wanted in rows_about(known, citations).items():
        left = sorted(wanted - cited[table])
        yield Check(card.where, _card_left_out(table, left))


def _own(citations: Citations, table: str, example: str) -> set[int]:
    try:
        is_by_example = "example_id" in citations.table(table).column_names
    except EvidenceError:
        return set()
    return set(citations.places(table, "example_id", example)) if is_by_example else set()


def _is_own(reference: str, own: Mapping[str, set[int]], example: str) -> bool:
    if (row := _ROW.match(reference)) is not None:
        return int(row[2]) in own[row[1]]
    if (tensor := _TENSOR.match(reference)) is not None:
        return tensor[1] == example
    return reference.startswith(_OF_ALL)


def _card_left_out(table: str, left: list[int]) -> str | None:
    found = _left_out(table, left)
    return None if found is None else f"leaves out rows about its example: {found}"


def rows_about(known: About, citations: Citations) -> dict[str, set[int]]:
    """Return the rows that the card of an example has to cite, by table."""
    manifest = citations.audit.manifest
    wanted = {
        "examples": {known.row["at"]} if finite(known.row["margin"]) is not None else set[int](),
        "attributions": {row["at"] for row in known.attributions},
        "agreement": {
            row["at"]
            for row in known.pairs
            if all(explains_margin(manifest, row[k]) for k in ("first", "second"))
        },
    }
    if known.chain is None:
        return wanted
    return wanted | {
        "chains": {known.chain["at"]},
        "links": {row["at"] for row in known.links},
        "pokes": {row["at"] for row in known.pokes if finite(row["margin"]) is not None},
        "ledger": {row["at"] for row in (known.accounts, known.cuts) if row is not None},
    }
