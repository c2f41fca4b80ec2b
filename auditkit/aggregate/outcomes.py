"""What the model answered and what was expected, example by example, as arrays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from auditkit.aggregate.columns import (
    entries_of,
    lengths_of,
    matrix_of,
    numbers_of,
    strings_of,
)
from auditkit.aggregate.words import dense_words
from auditkit.errors import RecordError
from auditkit.evidence.outcomes import decision_probabilities, labels_in, members
from auditkit.records import Problem

if TYPE_CHECKING:
    from jaxtyping import Bool, Float64, Int64

    from auditkit.aggregate.base import Tables


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """The examples that the model answered with finite logits, in the order of the data.

    A *decision* is one choice between a class and its alternatives: one per example for one-of-n
    and single-logit heads, one per example and label for multi-label heads.
    """

    ids: np.ndarray
    slices: np.ndarray
    """Slice of each example; None where the data has none."""
    classes: tuple[str, ...]
    """The model's labels, then gold labels the model does not know."""
    multi_label: bool
    labelled: Bool[np.ndarray, " examples"]
    gold: Bool[np.ndarray, "examples classes"]
    """Which classes are right; no class where an example is not labelled."""
    predicted: Bool[np.ndarray, "examples classes"]
    confidence: Float64[np.ndarray, "examples decisions"]
    """Probability that the model gives its own decision."""
    correct: Bool[np.ndarray, "examples decisions"]
    """Whether the decision is right; means nothing where an example is not labelled."""
    margins: Float64[np.ndarray, " examples"]
    """NaN where the evidence has none."""
    words: Int64[np.ndarray, " examples"]
    """Number of words."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def right(self) -> Bool[np.ndarray, " examples"]:
        """Whether prediction and gold are equal; for multi-label heads as whole sets."""
        return np.asarray((self.gold == self.predicted).all(axis=1) & self.labelled)

    def within(self, mask: Bool[np.ndarray, " examples"]) -> Outcomes:
        """Return the examples of `mask`."""
        rows = ["ids", "slices", "labelled", "gold", "predicted"]
        rows += ["confidence", "correct", "margins", "words"]
        return replace(self, **{name: getattr(self, name)[mask] for name in rows})

    def scopes(self) -> Iterator[tuple[str | None, Outcomes]]:
        """Yield the whole set under None, then every slice in the order of names."""
        yield None, self
        for name in slice_names(self.slices):
            yield name, self.within(self.slices == name)


def slice_names(slices: np.ndarray) -> list[str]:
    """Return the distinct slices, sorted."""
    return sorted({name for name in slices if name is not None})


def answered(tables: Tables) -> Outcomes:
    """Return the outcomes of all examples with finite logits.

    Raises:
        RecordError: A row has another number of logits than the head, or predicts no known label.
    """
    examples = with_logits(tables.examples).sort_by("row")
    gold, predicted = (
        [labels_in(cell, tables.problem) or () for cell in examples[name].to_pylist()]
        for name in ("label", "predicted")
    )
    known = set(tables.labels)
    classes = (*tables.labels, *sorted({name for names in gold for name in names} - known))
    if not {name for names in predicted for name in names} <= known:
        raise RecordError(f"examples: a predicted label is none of {', '.join(tables.labels)}.")
    truth, decided = members(gold, classes), members(predicted, classes)
    confidence = _confidence(examples, tables, decided[:, : len(tables.labels)])
    multi_label = tables.problem is Problem.MULTI_LABEL
    agree = truth == decided
    return Outcomes(
        ids=strings_of(examples["id"]),
        slices=strings_of(examples["slice"]),
        classes=classes,
        multi_label=multi_label,
        labelled=np.asarray(examples["label"].is_valid().to_numpy(), dtype=np.bool_),
        gold=truth,
        predicted=decided,
        confidence=confidence,
        correct=agree[:, : len(known)] if multi_label else agree.all(axis=1, keepdims=True),
        margins=numbers_of(examples["margin"]),
        words=dense_words(examples).counts,
    )


def with_logits(examples: pa.Table) -> pa.Table:
    """Return the examples whose logits and prediction are there and finite."""
    lengths = lengths_of(examples["logits"])
    broken = np.repeat(np.arange(len(lengths)), lengths)[
        ~np.isfinite(entries_of(examples["logits"]))
    ]
    usable = lengths > 0
    usable[broken] = False
    usable &= np.asarray(examples["predicted"].is_valid().to_numpy(), dtype=np.bool_)
    return examples.filter(pa.array(usable))


def class_name(members: Bool[np.ndarray, " classes"], outcomes: Outcomes) -> str:
    """Spell a set of classes as the data does: a label, or a JSON array for multi-label heads."""
    names = [outcomes.classes[index] for index in np.flatnonzero(members)]
    return json.dumps(names, ensure_ascii=False) if outcomes.multi_label else names[0]


def _confidence(
    examples: pa.Table, tables: Tables, decided: Bool[np.ndarray, "examples labels"]
) -> Float64[np.ndarray, "examples decisions"]:
    width = 1 if tables.problem is Problem.SINGLE_LOGIT else len(tables.labels)
    logits = matrix_of(examples["logits"], width, "logits")
    return decision_probabilities(logits, decided, tables.problem)
