"""One example as the report shows it: its decision in short, and the card with every score."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from auditkit.evidence.explained import ALL, explained_ids
from auditkit.evidence.listing import everything, listing
from auditkit.render.evidence_view import is_explanation, label_names, problem
from auditkit.render.inline import Measure
from auditkit.render.rows import finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.listing import Listing
    from auditkit.evidence.reader import Audit
    from auditkit.render.inline import Style

PREVIEW = 160
"""Code points of a text that lists show."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What lists and selections need to know about one example."""

    index: int
    """Row in `examples.parquet`."""
    id: str
    number: int
    """Row in the data file, counted from 1."""
    preview: str
    gold: tuple[str, ...] | None
    predicted: tuple[str, ...] | None
    correct: bool | None
    """Whether predicted and gold labels are the same set; None when one is missing."""
    foil: str | None
    margin: float | None
    probability: float | None
    """Probability of the predicted label; for multi-label heads that give several or no label, of
    the likeliest."""
    slice: str | None
    disagreement: float | None
    contradiction: int | None
    """Row in `agreement.parquet` in which two methods that should agree contradict each other."""
    flags: tuple[str, ...]
    reason: str | None
    """Why it is shown in detail; None when it is not."""
    outcome: str | None
    """Its row of `outcomes.parquet`, as citations spell it; None in evidence older than the table."""
    explained: str | None
    """``all``, ``sample`` or ``detail`` as in `examples.parquet`; None when it is not explained."""

    @property
    def anchor(self) -> str:
        """Id of the example's card."""
        return f"ex-{self.id}"

    def outcome_measure(
        self, value: float | None, column: str, style: Style = "number", digits: int = 2
    ) -> Measure:
        """Return a number of the example's outcome; it cites its cell, where there is one.

        Args:
            value: The number.
            column: Its column, with ``/<index>`` behind it in a column of lists.
            style: How it is printed.
            digits: Decimals that are printed.
        """
        evidence = None if self.outcome is None else f"{self.outcome}:{column}"
        return Measure(value, evidence, digits=digits, style=style)

    @property
    def probability_measure(self) -> Measure:
        """The probability of the answer, as it is printed."""
        return self.outcome_measure(self.probability, "probability", "percent", 1)

    @property
    def disagreement_measure(self) -> Measure:
        """How far methods disagree, as it is printed."""
        return self.outcome_measure(self.disagreement, "disagreement")

    def margin_measure(self, digits: int = 2) -> Measure:
        """Return the margin, as it is printed."""
        evidence = f"examples.parquet#{self.index}:margin"
        return Measure(self.margin, evidence, digits=digits, style="signed")


COLUMNS = (
    "id",
    "row",
    "text",
    "text_pair",
    "label",
    "slice",
    "predicted",
    "foil",
    "margin",
    "flags",
    "explained",
)
OUTCOME = ("correct", "probability", "disagreement", "contradiction")


@lru_cache(maxsize=2)
def listing_of(audit: Audit) -> Listing:
    """Return which examples have a row and a card: all of them where single texts are explained."""
    if is_explanation(audit):
        return everything(audit.examples)
    return listing(audit.examples, audit.outcomes, audit.details)


@lru_cache(maxsize=2)
def overviews(audit: Audit) -> tuple[Overview, ...]:
    """Return every example that is listed, in the order of the data."""
    return overviews_at(audit, listing_of(audit).rows)


@lru_cache(maxsize=2)
def listed_ids(audit: Audit) -> frozenset[str]:
    """Return the ids of the examples that are listed."""
    places = pa.array(listing_of(audit).rows, pa.int64())
    return frozenset(audit.examples["id"].take(places).to_pylist())


@lru_cache(maxsize=2)
def row_numbers(audit: Audit) -> dict[str, int]:
    """Return the row in the data file, counted from 1, of every example by its id."""
    pairs = zip(*(audit.examples[name].to_pylist() for name in ("id", "row")), strict=True)
    return {name: _number(row) for name, row in pairs}


def overviews_at(audit: Audit, rows: Sequence[int]) -> tuple[Overview, ...]:
    """Return the examples in some rows of `examples.parquet`, listed or not."""
    places = pa.array(rows, pa.int64())
    details = audit.details.select(["example_id", "reason"]).to_pylist()
    reasons = {row["example_id"]: row["reason"] for row in details}
    kind, cited = problem(audit), audit.holds("outcomes")
    explained = explained_ids(audit.examples)
    examples = audit.examples.select(list(COLUMNS)).take(places).to_pylist()
    outcomes = audit.outcomes.select(list(OUTCOME)).take(places).to_pylist()
    return tuple(
        _overview(
            {
                **row,
                **outcome,
                "index": index,
                "reason": reasons.get(row["id"]),
                "explained": row["explained"] or (ALL if row["id"] in explained else None),
            },
            kind,
            cited=cited,
        )
        for index, row, outcome in zip(rows, examples, outcomes, strict=True)
    )


def _overview(row: dict[str, Any], kind: str, *, cited: bool) -> Overview:
    return Overview(
        index=row["index"],
        id=row["id"],
        number=_number(row["row"]),
        preview=preview(row["text"], row["text_pair"]),
        gold=label_names(row["label"], kind),
        predicted=label_names(row["predicted"], kind),
        correct=row["correct"],
        foil=row["foil"],
        margin=finite(row["margin"]),
        probability=finite(row["probability"]),
        slice=row["slice"],
        disagreement=finite(row["disagreement"]),
        contradiction=row["contradiction"],
        flags=tuple(row["flags"] or ()),
        reason=row["reason"],
        outcome=f"outcomes.parquet#{row['index']}" if cited else None,
        explained=row["explained"],
    )


def _number(row: int) -> int:
    """Return the row of the data file, counted from 1."""
    return row + 1


def preview(text: str, text_pair: str | None) -> str:
    """Return the start of an example's text on one line."""
    whole = text if text_pair is None else f"{text} / {text_pair}"
    line = " ".join(whole[: 4 * PREVIEW].split())
    return line if len(line) <= PREVIEW and len(whole) <= 4 * PREVIEW else f"{line[:PREVIEW]} ..."
