"""An audit that predicts every example and explains some: which ones, and how both become one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.details import explained_for_detail
from auditkit.aggregate.outcomes import answered
from auditkit.aggregate.sample import drawn_sample
from auditkit.evidence.explained import ALL, DETAIL, SAMPLE
from auditkit.evidence.schema import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.aggregate.base import Tables


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """The examples that are explained."""

    marks: Mapping[str, str]
    """Id -> what the column ``explained`` says."""
    answers: Mapping[str, np.ndarray]
    """Id -> predicted logits, float32 [classes]."""

    @classmethod
    def choose(cls, predicted: Tables, count: int, detailed: int) -> ExplainedPart:
        """Draw `count` examples, and add those that will be shown in detail.

        Args:
            predicted: The predictions; no attributions are needed.
            count: How many to draw; all where there are no more.
            detailed: Examples to show in detail, at most.
        """
        outcomes = answered(predicted)
        sampled = frozenset(drawn_sample(outcomes, count, predicted.seed))
        if len(sampled) == len(outcomes):
            marks = dict.fromkeys(sampled, ALL)
        else:
            shown = explained_for_detail(predicted, detailed, sampled)
            marks = {**dict.fromkeys(sampled, SAMPLE), **dict.fromkeys(shown, DETAIL)}
        ids = pa.array(sorted(marks), pa.string())
        rows = predicted.examples.filter(pc.is_in(predicted.examples["id"], ids))
        pairs = zip(rows["id"].to_pylist(), rows["logits"].to_pylist(), strict=True)
        return cls(marks, {name: np.array(logits, np.float32) for name, logits in pairs})

    def among(self, predictions: pa.Table, flags: Mapping[str, Sequence[str]]) -> pa.Table:
        """Return rows of `EXAMPLES` as they are once their explanations are known.

        Args:
            predictions: Rows of examples, explained or not.
            flags: Id -> flags of each explained example.
        """
        ids, before = predictions["id"].to_pylist(), predictions["flags"].to_pylist()
        columns = {
            "flags": [flags.get(name, own) for name, own in zip(ids, before, strict=True)],
            "explained": [self.marks.get(name) for name in ids],
        }
        for name, values in columns.items():
            field = EXAMPLES.field(name)
            at = predictions.schema.get_field_index(name)
            predictions = predictions.set_column(at, field, pa.array(values, field.type))
        return predictions
