"""What the examples table must show, worked out from the evidence by a reading of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from auditkit.evidence.reader import Audit

EXPLAIN_THE_MARGIN = {"shap", "integrated_gradients", "occlusion", "grad_x_input"}
"""Methods of the invented audit whose disagreement counts."""


@dataclass(frozen=True)
class Answer:
    """One example, as far as the table shows it."""

    id: str
    text: str
    gold: str
    predicted: str | None
    slice: str
    flags: tuple[str, ...]
    detailed: bool
    confidence: float | None
    margin: float | None
    disagreement: float | None

    @property
    def result(self) -> str:
        if self.predicted is None:
            return "unanswered"
        return "correct" if self.predicted == self.gold else "wrong"


def answers(audit: Audit) -> list[Answer]:
    """Every example of a labelled single-label audit, in the order of the data."""
    detailed = set(audit.details.column("example_id").to_pylist())
    apart: dict[str, list[float]] = {}
    for pair in audit.agreement.to_pylist():
        trusted = {pair["first"], pair["second"]} <= EXPLAIN_THE_MARGIN
        if trusted and pair["spearman"] is not None and np.isfinite(pair["spearman"]):
            apart.setdefault(pair["example_id"], []).append(pair["spearman"])
    return [
        Answer(
            id=row["id"],
            text=row["text"],
            gold=row["label"],
            predicted=row["predicted"],
            slice=row["slice"],
            flags=tuple(row["flags"]),
            detailed=row["id"] in detailed,
            confidence=None if row["predicted"] is None else _confidence(row["logits"]),
            margin=row["margin"],
            disagreement=1 - np.mean(apart[row["id"]]).item() if row["id"] in apart else None,
        )
        for row in audit.examples.to_pylist()
    ]


def _confidence(logits: list[float]) -> float:
    powers = np.exp(np.float64(logits) - max(logits))
    return float(powers.max() / powers.sum())


def ordered(rows: list[Answer], key: str, *, descending: bool = False) -> list[str]:
    """Ids by a number, smallest first unless asked otherwise; missing ones last in both."""
    there = [row for row in rows if getattr(row, key) is not None]
    there.sort(key=lambda row: getattr(row, key), reverse=descending)
    return [row.id for row in [*there, *(row for row in rows if getattr(row, key) is None)]]
