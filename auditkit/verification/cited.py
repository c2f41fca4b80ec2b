"""Which rows of the evidence a page cites: every one that it has to show, and in a card only its own.

A number that is right is wrong in another example's card, and a row that nobody cites was left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from auditkit.errors import EvidenceError
from auditkit.verification.about import finite
from auditkit.verification.checks import Check, checked
from auditkit.verification.printed import quoted
from auditkit.verification.worked_out import explains_margin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditkit.verification.about import About, Cells
    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_ROW = re.compile(r"-?([a-z_]+)\.parquet#([0-9]{1,15})(?::|\Z)")
_TENSOR = re.compile(r"tensors/([0-9a-f-]{16,40})\.(?:npz|safetensors)#")
_OF_ALL = ("config.toml#", "manifest.json#")
_OF_CHAINS = "confirmed_chain"
"""Statistic of heads of which the report lists the largest only."""
_MOST_LINKS = 1000
"""Links that the chart of predictions and its table show."""
_METRICS = {
    "behaviour-slices-table": ("accuracy", "majority", "macro_f1", "ece", "mean_confidence"),
    "chains-grades": ("chain_confirmed",),
}
"""Id of a table -> the metrics it shows, of the whole set and by slice."""
_WHOLE_SET = {
    "explanations-methods": ("evaluations_mean", "residual_median", "residual_max"),
    "explanations-agreement-table": ("agreement_spearman", "agreement_top_k", "agreement_sign"),
    "behaviour-shares-table": ("label_share", "predicted_share"),
    "behaviour-confusion-table": ("confusion",),
    "behaviour-reliability-table": ("reliability_accuracy", "reliability_confidence"),
    "chains-verdicts": ("link_verdict",),
    "chains-controls": (
        "chain_confirmed_shuffled", "link_confirmed_shuffled", "chain_sufficiency", "chain_necessity",
        "chain_sufficiency_permuted", "chain_sufficiency_random",
    ),
}  # fmt: skip
"""Id of a table -> the metrics it shows, of the whole set alone."""

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
    """Say which rows the tables of the report leave out that are about no single example.

    Returns:
        One check per table.
    """
    by_id = {element.attributes.get("id"): element for element in page.elements()}
    for name, (table, wanted) in _shown_rows(citations).items():
        there = by_id.get(name)
        cited = rows_cited(there.elements())[table] if there is not None else set()
        subject = f"#{name} in {page.page.file}"
        yield Check(subject, _left_out(table, sorted(wanted - cited)))


def _shown_rows(citations: Citations) -> dict[str, tuple[str, set[int]]]:
    """Return, by the id of a part of the report, a table of the evidence and the rows it has to show."""
    found = {
        "findings": ("findings", set(range(citations.table("findings").num_rows))),
        "projection-shares": (
            "projection_cuts",
            set(range(citations.table("projection_cuts").num_rows)),
        ),
        "chains-predictions-table": ("links", {row["at"] for row in drawn_links(citations)}),
        **_metric_rows(citations),
        **_head_rows(citations),
    }
    return {name: (table, wanted) for name, (table, wanted) in found.items() if wanted}


def _metric_rows(citations: Citations) -> dict[str, tuple[str, set[int]]]:
    rows = citations.table("metrics").select(["metric", "slice"]).to_pylist()
    measured = {row["metric"] for row in rows}
    found = {
        name: {at for at, row in enumerate(rows) if row["metric"] in metrics}
        for name, metrics in _METRICS.items()
    } | {
        name: {at for at, row in enumerate(rows) if row["metric"] in metrics and not row["slice"]}
        for name, metrics in _WHOLE_SET.items()
    }
    if "ece" not in measured:
        found["behaviour-reliability-table"] = set()
    return {name: ("metrics", wanted) for name, wanted in found.items()}


def _head_rows(citations: Citations) -> dict[str, tuple[str, set[int]]]:
    by_statistic: dict[str, set[int]] = defaultdict(set)
    for at, statistic in enumerate(citations.table("heads")["statistic"].to_pylist()):
        if statistic != _OF_CHAINS:
            by_statistic[statistic].add(at)
    every = set().union(*by_statistic.values())
    return {
        "heads-table": ("heads", every),
        **{f"heads-{name}-table": ("heads", rows) for name, rows in by_statistic.items()},
    }


def drawn_links(citations: Citations) -> list[Cells]:
    """Return the links that the chart of predictions draws: of chains that were drawn at random."""
    columns = ["example_id", "weights", "sampled"]
    chains = citations.table("chains").select(columns).to_pylist()
    sampled = {row["example_id"] for row in chains if row["sampled"] and row["weights"] == "model"}
    return [
        {**row, "at": at}
        for at, row in enumerate(citations.table("links").to_pylist())
        if row["weights"] == "model"
        and row["example_id"] in sampled
        and None not in (finite(row["foretold"]), finite(row["observed"]))
    ][:_MOST_LINKS]


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
            yield checked(element, f"cites {quoted(reference)}, which is about another example")
    for table, wanted in rows_about(known, citations).items():
        left = sorted(wanted - cited[table])
        yield checked(card, _card_left_out(table, left))


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
    wanted = {
        "examples": {known.row["at"]} if finite(known.row["margin"]) is not None else set[int](),
        "attributions": {row["at"] for row in known.attributions},
        "agreement": {row["at"] for row in compared_pairs(known, citations)},
    }
    if known.chain is None:
        return wanted
    return wanted | {
        "chains": {known.chain["at"]},
        "links": {row["at"] for row in known.links},
        "pokes": {row["at"] for row in known.edits if finite(row["margin"]) is not None},
        "ledger": {row["at"] for row in (known.accounts, known.cuts) if row is not None},
    }


def compared_pairs(known: About, citations: Citations) -> list[Cells]:
    """Return the rows about pairs of methods that both explain the margin."""
    manifest = citations.audit.manifest
    return [
        row
        for row in known.pairs
        if all(explains_margin(manifest, row[name]) for name in ("first", "second"))
    ]
