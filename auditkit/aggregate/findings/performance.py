"""Findings about right and wrong answers."""

from __future__ import annotations

from collections.abc import Iterator

from auditkit.aggregate.details import errors
from auditkit.aggregate.findings.base import Context, Finding, ids_at
from auditkit.aggregate.intervals import plain
from auditkit.evidence.findings import FEW

WIDE_GAP = 0.1
"""A slice ten points of accuracy below the rest is where a release is usually stopped."""

ONE_SIDED = 0.9
"""A label given to more than nine in ten examples leaves next to nothing for the others."""

ONE_SIDED_GOLD = 0.8
"""Unless the data itself is that one-sided."""

ENOUGH = 100
"""From 100 examples on an interval of a share spans less than a fifth of the scale: a model that is
not told from its baseline there is hardly better."""


def find_slices(context: Context) -> Iterator[Finding]:
    """Yield slices whose accuracy lies below that of all others by an interval that excludes 0."""
    for name, outcomes in context.scopes[1:]:
        accuracy = context.metric("accuracy", name)
        rest = context.metric("accuracy_rest", name)
        gap = context.metric("accuracy_gap", name)
        if accuracy is None or rest is None or gap is None or gap.high is None:
            continue
        if gap.high < 0:
            yield Finding(
                "slice_accuracy_low",
                "high" if -gap.value > WIDE_GAP else "medium",
                accuracy,
                "metrics.parquet: accuracy, accuracy_rest, accuracy_gap",
                slice=name,
                reference=rest.value,
                examples=ids_at(outcomes, errors(outcomes)),
            )


def find_below_majority(context: Context) -> Iterator[Finding]:
    """Yield the whole set if always giving its most frequent gold answer is right at least as often.

    A set with one gold answer only is left out: there the constant answer is always right.
    """
    accuracy, majority = context.metric("accuracy"), _majority(context, None)
    if accuracy is None or majority is None or not accuracy.value <= majority < 1:
        return
    outcomes = context.scopes[0][1]
    yield Finding(
        "below_majority",
        "high",
        accuracy,
        "metrics.parquet: accuracy, majority",
        reference=majority,
        examples=ids_at(outcomes, errors(outcomes)),
    )


def find_not_above_majority(context: Context) -> Iterator[Finding]:
    """Yield where the model is not shown to beat always giving the most frequent gold answer.

    That is where the interval of `majority_gap` reaches 0, from 30 labelled examples on; in the
    whole set only if the model is right more often at all, see `find_below_majority`. The severity
    is high from 100 examples on, where chance explains little, and where the whole interval lies
    below 0. Where all gold answers are equal nothing can beat them, so nothing is said.
    """
    for name, outcomes in context.scopes:
        gap, majority = context.metric("majority_gap", name), _majority(context, name)
        if gap is None or gap.low is None or gap.high is None or majority is None:
            continue
        told_otherwise = majority == 1 or (name is None and gap.value <= 0)
        if gap.n < FEW or gap.low > 0 or told_otherwise:
            continue
        yield Finding(
            "not_above_majority",
            "high" if gap.n >= ENOUGH or gap.high < 0 else "medium",
            gap,
            "metrics.parquet: majority_gap, accuracy, majority",
            slice=name,
            reference=0.0,
            examples=ids_at(outcomes, errors(outcomes)),
        )


def find_one_sided(context: Context) -> Iterator[Finding]:
    """Yield labels given to more than 90 % of the examples though fewer than 80 % have them."""
    for key, share in context.named("predicted_share"):
        gold = context.metric("label_share", None, key[2])
        if gold is not None and share.value > ONE_SIDED and gold.value < ONE_SIDED_GOLD:
            yield Finding(
                "one_sided_predictions",
                "medium",
                share,
                "metrics.parquet: predicted_share, label_share",
                label=key[2],
                reference=gold.value,
            )


def find_few(context: Context) -> Iterator[Finding]:
    """Yield the whole set and slices with fewer than 30 answered examples."""
    for name, outcomes in context.outcomes.scopes():
        if len(outcomes) < FEW:
            yield Finding(
                "few_examples",
                "info",
                plain(float(len(outcomes)), len(outcomes)),
                "examples.parquet: slice",
                slice=name,
                reference=float(FEW),
            )


def find_no_labels(context: Context) -> Iterator[Finding]:
    """Yield once if there are examples and none has a gold label."""
    count = context.tables.examples.num_rows
    if count and context.tables.examples["label"].null_count == count:
        yield Finding("no_labels", "medium", plain(float(count), count), "examples.parquet: label")


def _majority(context: Context, name: str | None) -> float | None:
    found = [v.value for key, v in context.metrics.items() if key[:2] == ("majority", name)]
    return found[0] if found else None
