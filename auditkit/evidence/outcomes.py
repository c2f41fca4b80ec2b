"""What became of each example: is the answer right, how probable is it, how far do methods disagree.

The one place where logits become probabilities. A run writes the table once (`outcomes.parquet`);
evidence that is older than the table gets it from the same function when it is read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.errors import EvidenceError
from auditkit.evidence.schema import OUTCOMES
from auditkit.records import Problem

if TYPE_CHECKING:
    from jaxtyping import Bool, Float64, Int64

FIRST, SECOND = "integrated_gradients", "shap"
"""The pair of methods whose contradiction is a finding."""

OPPOSED_SIGNS = 0.5
"""Sign agreement below which more of the shared top words point apart than together."""

_BLOCK = 2000
"""Examples worked on at once; bounds memory, changes no number."""

_READ = ("id", "label", "predicted", "logits")

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """How the numbers of one audit are to be read."""

    labels: Labels
    """Class names in index order; two names for a single logit."""
    problem: Problem
    apart: frozenset[str]
    """Methods that do not explain the margin: controls, and those that are the same for every class."""


def terms_of(manifest: Mapping[str, Any]) -> Terms:
    """Return the terms that a manifest states.

    Raises:
        EvidenceError: It names no kind of decision that this version knows.
    """
    model = manifest.get("model") or {}
    stated = model.get("problem")
    problem = next((one for one in Problem if one == stated), None)
    if problem is None:
        raise EvidenceError(
            f"manifest.json: model.problem is {stated!r}; this version knows {', '.join(Problem)}."
        )
    labels = tuple(str(label) for label in model.get("labels") or ())
    return Terms(labels, problem, shown_apart(manifest.get("method_specs") or {}))


def shown_apart(specs: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return the methods that do not explain the margin, by what they say of themselves."""
    return frozenset(
        name
        for name, spec in specs.items()
        if spec.get("control") or not spec.get("about_target", True)
    )


def labels_in(cell: str | None, problem: Problem) -> Labels | None:
    """Return the labels of a cell: a JSON array for multi-label heads, else one; None for null."""
    if cell is None:
        return None
    if problem is not Problem.MULTI_LABEL:
        return (cell,)
    return tuple(str(label) for label in json.loads(cell))


def members(sets: Sequence[Labels | None], classes: Labels) -> Bool[np.ndarray, "rows classes"]:
    """Return which of `classes` each set holds; labels that are none of them are left out."""
    index = {name: position for position, name in enumerate(classes)}
    found = np.zeros((len(sets), len(classes)), dtype=np.bool_)
    for row, names in enumerate(sets):
        found[row, [index[name] for name in names or () if name in index]] = True
    return found


def softmax(logits: Float64[np.ndarray, "rows classes"]) -> Float64[np.ndarray, "rows classes"]:
    """Return exp(z_i) / sum_j exp(z_j) of each row, from differences to its largest logit."""
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def no_and_yes(
    logits: Float64[np.ndarray, "*shape"],
) -> tuple[Float64[np.ndarray, "*shape"], Float64[np.ndarray, "*shape"]]:
    """Return 1 - sigma(z) and sigma(z) of each logit, each to its own last digits.

    The likelier of the two is taken from (1 + tanh(z / 2)) / 2, the other from
    exp(-|z|) / (1 + exp(-|z|)): 1 minus a number near 1 would lose what is left of it.
    """
    rising = 0.5 * (1 + np.tanh(logits / 2))
    tail = np.exp(-np.abs(logits))
    unlikely = tail / (1 + tail)
    is_yes = logits >= 0
    return np.where(is_yes, unlikely, 1 - rising), np.where(is_yes, rising, unlikely)


def class_probabilities(
    logits: Float64[np.ndarray, "rows logits"], problem: Problem
) -> Float64[np.ndarray, "rows labels"]:
    """Return the probability of every label: softmax over one of n, else a sigmoid of each logit.

    Args:
        logits: Finite; one column for a single logit, else one per label.
        problem: How they are to be read.

    Returns:
        One column per label of the model; two for a single logit.
    """
    if problem is Problem.SINGLE_LABEL:
        return softmax(logits)
    no, yes = no_and_yes(logits)
    return np.concatenate([no, yes], axis=1) if problem is Problem.SINGLE_LOGIT else yes


def decision_probabilities(
    logits: Float64[np.ndarray, "rows logits"],
    decided: Bool[np.ndarray, "rows labels"],
    problem: Problem,
) -> Float64[np.ndarray, "rows decisions"]:
    """Return the probability that the model gives each of its own decisions.

    Args:
        logits: Finite; one column for a single logit, else one per label.
        decided: Which labels it gives.
        problem: A decision is one choice between a class and its alternatives: one per row for
            one-of-n and single-logit heads, one per row and label for multi-label heads.
    """
    if problem is Problem.SINGLE_LABEL:
        chosen = decided.argmax(axis=1)
        return np.asarray(softmax(logits)[np.arange(len(logits)), chosen])[:, None]
    no, yes = no_and_yes(logits)
    says_yes = decided[:, 1:2] if problem is Problem.SINGLE_LOGIT else decided
    return np.asarray(np.where(says_yes, yes, no))


def contradict(
    spearman: Float64[np.ndarray, " rows"], sign_agreement: Float64[np.ndarray, " rows"]
) -> Bool[np.ndarray, " rows"]:
    """Return where two methods contradict each other; NaN contradicts nothing.

    They do where the rank correlation of words is negative, or where fewer than half of the top
    words of both have equal signs.
    """
    return np.asarray((spearman < 0) | (sign_agreement < OPPOSED_SIGNS))


def outcomes_table(examples: pa.Table, agreement: pa.Table, terms: Terms) -> pa.Table:
    """Return what became of each example.

    Args:
        examples: Table of schema `EXAMPLES`, or its columns `id`, `label`, `predicted`, `logits`.
        agreement: Table of schema `AGREEMENT`.
        terms: How their numbers are to be read.

    Returns:
        A table of schema `OUTCOMES`, rows as in `examples`.
    """
    wanted = examples.select(list(_READ))
    starts = range(0, examples.num_rows, _BLOCK)
    blocks = (_answers(wanted.slice(start, _BLOCK), terms) for start in starts)
    rows = [row for block in blocks for row in block.rows(terms)]
    ids = [row["example_id"] for row in rows]
    about = _positions(agreement, ids)
    apart = _disagreements(agreement, about, terms, len(ids))
    opposed = _contradictions(agreement, about, terms, len(ids))
    for row, far, place in zip(rows, apart, opposed, strict=True):
        row |= {"disagreement": far, "contradiction": place}
    return pa.Table.from_pylist(rows, schema=OUTCOMES)


def outcome_counts(outcomes: pa.Table, flags: pa.ChunkedArray) -> dict[str, int]:
    """Return how many examples are right, wrong, neither, and have a flag.

    Args:
        outcomes: Table of schema `OUTCOMES`.
        flags: Column `flags` of the examples.
    """
    wrong = pc.sum(pc.invert(outcomes["correct"])).as_py() or 0
    correct = pc.sum(outcomes["correct"]).as_py() or 0
    flagged = pc.sum(pc.greater(pc.list_value_length(flags), 0)).as_py() or 0
    undecided = outcomes["correct"].null_count
    return {"correct": correct, "wrong": wrong, "undecided": undecided, "flagged": flagged}


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """A block of examples, as far as one example alone says it."""

    cells: list[dict[str, Any]]
    predicted: list[Labels | None]
    gold: list[Labels | None]
    agree: Bool[np.ndarray, "rows labels"]
    """Which labels are given or withheld as in the gold labels."""
    chances: dict[int, Float64[np.ndarray, " labels"]]
    """Probability of every label by row; rows without finite logits have none."""
    sure: dict[int, Float64[np.ndarray, " decisions"]]
    """Probability of every decision."""

    def rows(self, terms: Terms) -> Iterator[dict[str, Any]]:
        """Yield the columns of each example."""
        for at, cell in enumerate(self.cells):
            correct = _is_correct(self.gold[at], self.predicted[at])
            chances = self.chances.get(at)
            yield {
                "example_id": cell["id"],
                "predicted": cell["predicted"],
                "gold": cell["label"],
                "correct": correct,
                "probability": _probability(chances, self.predicted[at], terms.labels),
                "probabilities": None if chances is None else chances.tolist(),
                "wrong_probability": None if correct is not False else self._surest(at, terms),
                "score": None if correct is None else self._score(at, terms),
            }

    def _surest(self, at: int, terms: Terms) -> float | None:
        if terms.problem is not Problem.MULTI_LABEL:
            return _probability(self.chances.get(at), self.predicted[at], terms.labels)
        wrong = self.sure[at][~self.agree[at]] if at in self.sure else np.zeros(0)
        return float(wrong.max()) if wrong.size else None

    def _score(self, at: int, terms: Terms) -> float:
        if terms.problem is Problem.MULTI_LABEL:
            return float(self.agree[at].mean())
        return float(self.gold[at] == self.predicted[at])


def _answers(examples: pa.Table, terms: Terms) -> _Answers:
    cells, problem = examples.to_pylist(), terms.problem
    predicted, gold = (
        [labels_in(cell[name], problem) for cell in cells] for name in ("predicted", "label")
    )
    decided = members(predicted, terms.labels)
    width = 1 if problem is Problem.SINGLE_LOGIT else len(terms.labels)
    usable = [at for at, cell in enumerate(cells) if _is_usable(cell["logits"] or (), width)]
    logits = np.array([cells[at]["logits"] for at in usable]).reshape(len(usable), width)
    chances = class_probabilities(logits, problem)
    sure = decision_probabilities(logits, decided[usable], problem)
    return _Answers(
        cells,
        predicted,
        gold,
        agree=members(gold, terms.labels) == decided,
        chances=dict(zip(usable, chances, strict=True)),
        sure=dict(zip(usable, sure, strict=True)),
    )


def _is_usable(logits: Sequence[float], width: int) -> bool:
    return 0 < len(logits) == width and all(map(math.isfinite, logits))


def _is_correct(gold: Labels | None, predicted: Labels | None) -> bool | None:
    if gold is None or predicted is None:
        return None
    return set(gold) == set(predicted)


def _probability(
    chances: np.ndarray | None, predicted: Labels | None, labels: Labels
) -> float | None:
    if chances is None:
        return None
    if predicted and len(predicted) == 1 and predicted[0] in labels:
        return float(chances[labels.index(predicted[0])])
    return float(chances.max())


def _positions(agreement: pa.Table, ids: Sequence[str]) -> Int64[np.ndarray, " rows"]:
    """Return which example each row is about; -1 for none of them."""
    found = pc.index_in(agreement["example_id"], value_set=pa.array(ids, pa.string()))
    return np.asarray(pc.fill_null(found, -1).to_numpy(), dtype=np.int64)


def _numbers(column: pa.ChunkedArray) -> Float64[np.ndarray, " rows"]:
    return np.asarray(pc.cast(column, pa.float64()).to_numpy(), dtype=np.float64)


def _among(column: pa.ChunkedArray, names: Collection[str]) -> Bool[np.ndarray, " rows"]:
    inside = pc.is_in(column, value_set=pa.array(sorted(names), pa.string()))
    return np.asarray(inside.to_numpy(), dtype=np.bool_)


def _trusted(agreement: pa.Table, terms: Terms) -> Bool[np.ndarray, " rows"]:
    """Return the rows whose methods both explain the margin."""
    first, second = (_among(agreement[name], terms.apart) for name in ("first", "second"))
    return np.asarray(~first & ~second)


def _disagreements(
    agreement: pa.Table, about: Int64[np.ndarray, " rows"], terms: Terms, examples: int
) -> list[float | None]:
    """Return 1 - mean rank correlation over pairs of methods and targets; None without one.

    Sums are rounded once, so they depend on no order and on no version of Python.
    """
    values = _numbers(agreement["spearman"])
    used = np.flatnonzero((about >= 0) & np.isfinite(values) & _trusted(agreement, terms))
    order = used[np.argsort(about[used], kind="stable")]
    ends = np.searchsorted(about[order], np.arange(examples + 1))
    return [
        1 - math.fsum(values[order[start:stop]]) / int(stop - start) if stop > start else None
        for start, stop in pairwise(ends)
    ]


def _contradictions(
    agreement: pa.Table, about: Int64[np.ndarray, " rows"], terms: Terms, examples: int
) -> list[int | None]:
    """Return the first row in which Shapley values and integrated gradients contradict each other."""
    pair = _among(agreement["first"], (FIRST,)) & _among(agreement["second"], (SECOND,))
    pair |= _among(agreement["first"], (SECOND,)) & _among(agreement["second"], (FIRST,))
    against = contradict(_numbers(agreement["spearman"]), _numbers(agreement["sign_agreement"]))
    found: list[int | None] = [None] * examples
    rows = np.flatnonzero(pair & against & _trusted(agreement, terms) & (about >= 0))
    for row in rows[::-1]:
        found[about[row]] = int(row)
    return found
