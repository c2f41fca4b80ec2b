"""One example as the report shows it: its decision in short, and the card with every score."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditkit.evidence.explained import ALL, explained_ids
from auditkit.render.blocks import Piece, TextField
from auditkit.render.evidence_view import explains_margin, finite, label_names, problem
from auditkit.render.evidence_view import labels as model_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.reader import Audit

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
    foil: str | None
    margin: float | None
    logits: tuple[float, ...]
    probabilities: tuple[float, ...]
    """One per label of the model; empty if it was not run or answered NaN."""
    confidence: float | None
    """Probability of the predicted label; for multi-label heads that give several or no label, of
    the likeliest."""
    wrong_confidence: float | None
    """Probability of the wrong answer, of the surest one for multi-label heads; None if right."""
    slice: str | None
    disagreement: float | None
    flags: tuple[str, ...]
    reason: str | None
    """Why it is shown in detail; None when it is not."""
    explained: str | None
    """``all``, ``sample`` or ``detail`` as in `examples.parquet`; None when it is not explained."""

    @property
    def correct(self) -> bool | None:
        """Whether predicted and gold labels are the same set; None when one is missing."""
        if self.gold is None or self.predicted is None:
            return None
        return set(self.gold) == set(self.predicted)

    @property
    def anchor(self) -> str:
        """Id of the example's card."""
        return f"ex-{self.id}"


COLUMNS = (
    "id",
    "row",
    "text",
    "text_pair",
    "label",
    "slice",
    "logits",
    "predicted",
    "foil",
    "margin",
    "flags",
    "explained",
)


@lru_cache(maxsize=2)
def overviews(audit: Audit) -> tuple[Overview, ...]:
    """Return every example in the order of the data."""
    details = audit.details.select(["example_id", "reason"]).to_pylist()
    reasons = {row["example_id"]: row["reason"] for row in details}
    apart, explained = disagreements(audit), explained_ids(audit.examples)
    kind, names = problem(audit), model_labels(audit)
    return tuple(
        _overview(
            index,
            {**row, "explained": row["explained"] or (ALL if row["id"] in explained else None)},
            kind,
            names,
            (apart.get(row["id"]), reasons.get(row["id"])),
        )
        for index, row in enumerate(audit.examples.select(list(COLUMNS)).to_pylist())
    )


def _overview(
    index: int,
    row: dict[str, Any],
    kind: str,
    names: tuple[str, ...],
    known: tuple[float | None, str | None],
) -> Overview:
    chances = probabilities(row["logits"], kind)
    predicted, gold = label_names(row["predicted"], kind), label_names(row["label"], kind)
    sure = confidence(chances, predicted, names)
    return Overview(
        index=index,
        id=row["id"],
        number=row["row"] + 1,
        preview=preview(row["text"], row["text_pair"]),
        gold=gold,
        predicted=predicted,
        foil=row["foil"],
        margin=finite(row["margin"]),
        logits=tuple(row["logits"] or ()),
        probabilities=chances,
        confidence=sure,
        wrong_confidence=_surest_error(sure, chances, names, (gold, predicted), kind),
        slice=row["slice"],
        disagreement=known[0],
        flags=tuple(row["flags"] or ()),
        reason=known[1],
        explained=row["explained"],
    )


def preview(text: str, text_pair: str | None) -> str:
    """Return the start of an example's text on one line."""
    whole = text if text_pair is None else f"{text} / {text_pair}"
    line = " ".join(whole[: 4 * PREVIEW].split())
    return line if len(line) <= PREVIEW and len(whole) <= 4 * PREVIEW else f"{line[:PREVIEW]} ..."


def probabilities(logits: Sequence[float] | None, kind: str) -> tuple[float, ...]:
    """Return one probability per label: softmax, or a sigmoid for each logit."""
    if not logits or not all(math.isfinite(logit) for logit in logits):
        return ()
    if kind == "single_logit":
        return (_sigmoid(-logits[0]), _sigmoid(logits[0]))
    if kind == "multi_label":
        return tuple(_sigmoid(logit) for logit in logits)
    top = max(logits)
    weights = [math.exp(logit - top) for logit in logits]
    total = math.fsum(weights)  # Python 3.12 changed how sum() rounds
    return tuple(weight / total for weight in weights)


def _sigmoid(logit: float) -> float:
    if logit >= 0:
        return 1 / (1 + math.exp(-logit))
    return math.exp(logit) / (1 + math.exp(logit))


def confidence(
    chances: tuple[float, ...], predicted: tuple[str, ...] | None, names: tuple[str, ...]
) -> float | None:
    """Return the probability of the predicted label, of the likeliest where there is not one."""
    if not chances:
        return None
    if predicted and len(predicted) == 1 and predicted[0] in names:
        index = names.index(predicted[0])
        return chances[index] if index < len(chances) else None
    return max(chances)


Labels = tuple[str, ...] | None


def _surest_error(
    sure: float | None,
    chances: tuple[float, ...],
    names: tuple[str, ...],
    answers: tuple[Labels, Labels],
    kind: str,
) -> float | None:
    gold, predicted = answers
    if gold is None or predicted is None or set(gold) == set(predicted):
        return None
    if kind != "multi_label":
        return sure
    wrong = set(gold) ^ set(predicted)
    stated = [max(p, 1 - p) for name, p in zip(names, chances, strict=False) if name in wrong]
    return max(stated, default=None)


@lru_cache(maxsize=2)
def disagreements(audit: Audit) -> dict[str, float]:
    """Return 1 - mean Spearman correlation of the methods that explain the margin, by example."""
    found: dict[str, list[float]] = {}
    columns = ["example_id", "first", "second", "spearman"]
    named = audit.agreement.select(["first", "second"]).group_by(["first", "second"]).aggregate([])
    trusted = {
        (pair["first"], pair["second"])
        for pair in named.to_pylist()
        if explains_margin(audit, pair["first"], pair["second"])
    }
    for row in audit.agreement.select(columns).to_pylist():
        value = finite(row["spearman"])
        if value is not None and (row["first"], row["second"]) in trusted:
            found.setdefault(row["example_id"], []).append(value)
    return {example: 1 - math.fsum(values) / len(values) for example, values in found.items()}


@lru_cache(maxsize=4)
def _positions(audit: Audit, table: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, example in enumerate(getattr(audit, table).column("example_id").to_pylist()):
        found.setdefault(example, []).append(index)
    return found


def rows_about(audit: Audit, table: str, example_id: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the rows of `attributions` or `agreement` about one example, each with its place."""
    indices = _positions(audit, table).get(example_id)
    if indices is None:
        return []
    return list(zip(indices, getattr(audit, table).take(indices).to_pylist(), strict=True))


def text_field(name: str, text: str, spans: Sequence[tuple[int, int, int]]) -> TextField:
    """Cut one field of an example into pieces that together are its whole text.

    Args:
        name: Name of the field.
        text: Its text.
        spans: First and last-but-one code point of each token, and the token's index. Tokens that
            share characters with an earlier one keep only what is left of theirs; tokens without
            any character of their own get no piece.
    """
    pieces, cursor = [], 0
    for start, stop, token in sorted(spans):
        begin = max(start, cursor)
        if stop <= begin:
            continue
        if begin > cursor:
            pieces.append(Piece(text[cursor:begin], None))
        pieces.append(Piece(text[begin:stop], token))
        cursor = stop
    if cursor < len(text):
        pieces.append(Piece(text[cursor:], None))
    return TextField(name, tuple(pieces))


def nearest_median(values: Sequence[tuple[float, int]]) -> list[int]:
    """Return the items ordered by how near their value lies to the median, nearest first."""
    ordered = sorted(value for value, _ in values)
    if not ordered:
        return []
    middle = ordered[len(ordered) // 2]
    return [item for _, item in sorted((abs(value - middle), item) for value, item in values)]
