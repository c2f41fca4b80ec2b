"""Accuracy, macro F1, what a constant answer would reach, shares of labels, confusion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.bootstrap import (
    generator,
    percentile_interval,
    resampled_counts,
    resampled_sums,
    with_interval,
)
from auditkit.aggregate.intervals import newcombe, plain, wilson
from auditkit.aggregate.outcomes import Outcomes, answered, class_name

if TYPE_CHECKING:
    from jaxtyping import Float64

    from auditkit.aggregate.base import Tables
    from auditkit.records import Estimate

FULL_GRID = 50
"""Up to this many classes the confusion counts its zeros too; above, they would be most of it."""


class Performance:
    """How often the model is right, and how its answers are spread over the classes."""

    title = "Performance"

    def rows(self, tables: Tables) -> Iterator[MetricRow]:
        """Yield the rows of the whole set, then of each slice."""
        everything = answered(tables)
        for scope, outcomes in everything.scopes():
            labelled = outcomes.within(outcomes.labelled)
            if len(labelled):
                yield from _labelled_rows(scope, labelled, tables.seed)
                yield from _against_rest(scope, labelled, everything)
            if len(outcomes):
                yield from _shares("predicted_share", scope, outcomes, outcomes.predicted)
            if len(labelled):
                yield from _confusion(scope, labelled)


def macro_f1(
    hits: Float64[np.ndarray, "*rows classes"], sizes: Float64[np.ndarray, "*rows classes"]
) -> Float64[np.ndarray, "*rows"]:
    """Return the mean F1 over the classes that occur in gold or predictions.

    F1 = 2 hits / (gold + predicted), which is 0 for a class that is never hit.

    Args:
        hits: Examples of each class that are predicted as such.
        sizes: Examples with each class in gold plus those with it in predictions.

    Returns:
        One mean a row; NaN where no class occurs.
    """
    occurs = sizes > 0
    scores = np.divide(2 * hits, sizes, out=np.zeros(hits.shape), where=occurs)
    classes = occurs.sum(axis=-1)
    undefined = np.full(classes.shape, np.nan)
    return np.asarray(np.divide(scores.sum(axis=-1), classes, out=undefined, where=classes > 0))


def _labelled_rows(scope: str | None, labelled: Outcomes, seed: int) -> Iterator[MetricRow]:
    n = len(labelled)
    yield MetricRow("accuracy", scope, wilson(int(labelled.right.sum()), n), "higher")
    yield from _macro_f1_row(scope, labelled, seed)
    names = Counter(class_name(members, labelled) for members in labelled.gold)
    label, count = min(names.items(), key=lambda item: (-item[1], item[0]))
    yield MetricRow("majority", scope, wilson(count, n), label=label)
    gap = majority_gap(labelled, generator("majority_gap", scope, seed))
    yield MetricRow("majority_gap", scope, gap, "higher")
    yield from _shares("label_share", scope, labelled, labelled.gold)


def majority_gap(labelled: Outcomes, rng: np.random.Generator) -> Estimate:
    """Return the accuracy minus what the most frequent gold answer would reach on the same examples.

    Both are taken from the same resample, in which the most frequent answer is found anew: it is no
    more known beforehand than the accuracy. In each resample of n examples the gap is

        (right - max_g examples with gold answer g) / n.

    The largest of several shares is larger in resamples than it is; where that takes a bound beyond
    the gap itself, as between equally frequent answers, the gap is the bound.

    Args:
        labelled: At least one example, all labelled.
        rng: Source of the resamples.

    Returns:
        The gap, -1 to 1, positive where the model is right more often. With one example there is no
        interval.
    """
    _, gold = np.unique(np.packbits(labelled.gold, axis=1), axis=0, return_inverse=True)
    gold, right, n = gold.reshape(-1), labelled.right, len(labelled)
    answers = int(gold.max()) + 1
    value = (int(right.sum()) - int(np.bincount(gold).max())) / n
    if n < 2:
        return plain(value, n)
    # A group of examples is a gold answer and whether the model gives it; the latter comes fastest.
    counts = resampled_counts(2 * gold + right, 2 * answers, rng)
    gaps = np.concatenate(
        [
            pairs[:, :, 1].sum(axis=1) - pairs.sum(axis=2).max(axis=1)
            for pairs in (block.reshape(len(block), answers, 2) for block in counts)
        ]
    )
    low, high = percentile_interval(gaps[:, None] / n)
    return with_interval(value, min(float(low[0]), value), max(float(high[0]), value), n)


def _against_rest(
    scope: str | None, labelled: Outcomes, everything: Outcomes
) -> Iterator[MetricRow]:
    """Compare a slice with all other labelled examples."""
    rest = everything.within(everything.labelled & (everything.slices != scope))
    if scope is None or not len(rest):
        return
    others = wilson(int(rest.right.sum()), len(rest))
    yield MetricRow("accuracy_rest", scope, others, "higher")
    inside = wilson(int(labelled.right.sum()), len(labelled))
    yield MetricRow("accuracy_gap", scope, newcombe(inside, others), "higher")


def _macro_f1_row(scope: str | None, labelled: Outcomes, seed: int) -> Iterator[MetricRow]:
    """Resample examples by their (gold, predicted) cell: there are few cells, and only they count."""
    sides = np.concatenate([labelled.gold, labelled.predicted], axis=1)
    _, one_each, cell = np.unique(
        np.packbits(sides, axis=1), axis=0, return_index=True, return_inverse=True
    )
    gold, predicted = labelled.gold[one_each], labelled.predicted[one_each]
    cells = np.concatenate([gold & predicted, gold.astype(int) + predicted], axis=1).astype(float)
    classes = len(labelled.classes)
    cell = cell.reshape(-1)
    sums = np.bincount(cell, minlength=len(cells)) @ cells
    value = float(macro_f1(sums[:classes], sums[classes:]))
    if np.isnan(value):
        return
    low, high = np.nan, np.nan
    if len(labelled) > 1:
        drawn = resampled_sums(cells, cell, generator("macro_f1", scope, seed))
        scores = macro_f1(drawn[:, :classes], drawn[:, classes:])
        low, high = (float(bound[0]) for bound in percentile_interval(scores[:, None]))
    yield MetricRow("macro_f1", scope, with_interval(value, low, high, len(labelled)), "higher")


def _shares(
    metric: str, scope: str | None, outcomes: Outcomes, members: np.ndarray
) -> Iterator[MetricRow]:
    for label, count in zip(outcomes.classes, members.sum(axis=0), strict=True):
        yield MetricRow(metric, scope, wilson(int(count), len(outcomes)), label=label)


def _confusion(scope: str | None, labelled: Outcomes) -> Iterator[MetricRow]:
    if labelled.multi_label:
        yield from _label_confusion(scope, labelled)
        return
    classes = len(labelled.classes)
    cell = labelled.gold.argmax(axis=1) * classes + labelled.predicted.argmax(axis=1)
    counts = np.bincount(cell, minlength=classes**2).reshape(classes, classes)
    sizes = counts.sum(axis=1)
    occurring = np.flatnonzero(sizes + counts.sum(axis=0))
    for gold, predicted in product(occurring, occurring):
        count = int(counts[gold, predicted])
        if count or occurring.size <= FULL_GRID:
            names = labelled.classes[gold], labelled.classes[predicted]
            yield _cell(scope, names, count, int(sizes[gold]))


def _label_confusion(scope: str | None, labelled: Outcomes) -> Iterator[MetricRow]:
    """Multi-label: hits, misses and false alarms of each label; null stands for its absence."""
    for index, name in enumerate(labelled.classes):
        gold, predicted = labelled.gold[:, index], labelled.predicted[:, index]
        with_label = int(gold.sum())
        without = len(labelled) - with_label
        yield _cell(scope, (name, name), int((gold & predicted).sum()), with_label)
        yield _cell(scope, (name, None), int((gold & ~predicted).sum()), with_label)
        yield _cell(scope, (None, name), int((~gold & predicted).sum()), without)


def _cell(scope: str | None, names: tuple[str | None, str | None], count: int, n: int) -> MetricRow:
    gold, predicted = names
    return MetricRow("confusion", scope, plain(float(count), n), label=gold, predicted=predicted)


STATISTICS.register("performance")(Performance())
