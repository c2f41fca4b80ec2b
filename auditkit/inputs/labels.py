"""Gold labels in the spelling of the model.

A label is found by name: exactly, or else but for case and outer blanks. A number (or its digits in
a string) is the index of a class, unless the model has a label that is itself a number: then
numbers are names too. True and false are the classes 1 and 0, unless the model has labels of these
names. Null, NaN and a blank string mean: not labelled.

In multi-label data the labels of a row are a list, or a string separated by ``|`` or ``,`` that is
no label as a whole. A list of as many entries as there are classes with nothing but 0 and 1 is a
vector of memberships, never a list of indices; an empty list says that no class applies.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from auditkit.errors import DataError
from auditkit.inputs.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

NUMBER = re.compile(r"(0|[1-9][0-9]{0,17})(\.0+)?")
TRUTHS = {"false": 0, "true": 1}
UNNAMED = re.compile(r"LABEL_[0-9]+")
MOST_UNKNOWN = 10
NO_LABEL = frozenset({"-1", "nan", "none", "null", "na", "n/a", "-", "?", "unknown"})
"""What data often holds where a row has no label; none of it is taken for that unasked."""


class _UnknownLabel(LookupError):
    """A value that is no label of the model; the first argument is the value."""


def map_labels(
    values: Mapping[int, object],
    labels: tuple[str, ...],
    *,
    multi_label: bool,
    source: str,
    where: Callable[[int], str],
) -> dict[int, tuple[str, ...] | None]:
    """Return the gold labels of every row in the model's spelling and order.

    Args:
        values: What the label column holds, by row.
        labels: The model's labels in the order of their indices.
        multi_label: Whether a row may have any number of labels.
        source: File and column, for messages.
        where: Gives the place of a row, for messages.

    Raises:
        DataError: Some values are no labels of the model; the message lists the first of them.
    """
    names = LabelNames(labels)
    mapped: dict[int, tuple[str, ...] | None] = {}
    unknown: dict[str, tuple[object, int]] = {}
    for row, value in values.items():
        try:
            mapped[row] = names.several(value) if multi_label else names.one(value)
        except _UnknownLabel as error:
            unknown.setdefault(shown(error.args[0]), (error.args[0], row))
    if unknown:
        raise DataError(_unknown_labels(unknown, labels, source, where))
    return mapped


def hold_indices(values: Iterable[object], labels: tuple[str, ...]) -> bool:
    """Whether one of the values is the number of a class and not its name.

    Args:
        values: What the label column holds.
        labels: The model's labels in the order of their indices.
    """
    names = LabelNames(labels)
    return any(
        names.is_index(item)
        for value in values
        for item in (value if isinstance(value, list) else [value])
    )


def count_respelled(values: Iterable[object], labels: tuple[str, ...]) -> int:
    """Count the values that name a label but for case.

    Args:
        values: What the label column holds.
        labels: The model's labels in the order of their indices.
    """
    names = LabelNames(labels)
    return sum(any(map(names.is_respelled, names.items(value))) for value in values)


class LabelNames:
    """The model's labels, and how data may spell them.

    Args:
        labels: The labels in the order of their indices.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._labels = labels
        self._exact = frozenset(labels)
        alike = Counter(_key(label) for label in labels)
        self._by_key = {_key(label): label for label in labels if alike[_key(label)] == 1}
        self._numbers_are_names = any(NUMBER.fullmatch(label) for label in labels)

    def one(self, value: object) -> tuple[str, ...] | None:
        """Return the label of a row that has at most one."""
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        return None if _is_missing(value) else (self._label(value),)

    def several(self, value: object) -> tuple[str, ...] | None:
        """Return the labels of a row that may have any number of them, in the model's order."""
        if _is_missing(value):
            return None
        items = self.items(value)
        bits = [_bit(item) for item in items]
        if len(items) == len(self._labels) and None not in bits:
            return tuple(label for label, bit in zip(self._labels, bits, strict=True) if bit)
        found = {self._label(item) for item in items}
        return tuple(label for label in self._labels if label in found)

    def is_respelled(self, value: object) -> bool:
        """Whether a value is read as a label that has another case."""
        spelled = None if isinstance(value, bool) else _spelled(value)
        label = None if spelled is None else self._by_name(spelled)
        return label is not None and spelled is not None and spelled.strip() != label.strip()

    def is_index(self, value: object) -> bool:
        """Whether a value is read as the number of a class."""
        spelled = None if isinstance(value, bool) else _spelled(value)
        if spelled is None or self._by_name(spelled) is not None or self._numbers_are_names:
            return False
        return NUMBER.fullmatch(spelled.strip()) is not None

    def items(self, value: object) -> list[object]:
        """Return what a row's value names, one by one; of a row with one label that is all of it."""
        if isinstance(value, list):
            return value
        if not isinstance(value, str) or self._by_name(value) is not None:
            return [value]
        return list(value.split("|" if "|" in value else ","))

    def _label(self, value: object) -> str:
        """Return the model's label for one value.

        Raises:
            _UnknownLabel: The model has no such label.
        """
        spelled = _spelled(value)
        label = None if spelled is None else self._by_name(spelled) or self._by_number(spelled)
        if label is None:
            raise _UnknownLabel(value)
        return label

    def _by_name(self, spelled: str) -> str | None:
        return spelled if spelled in self._exact else self._by_key.get(_key(spelled))

    def _by_number(self, spelled: str) -> str | None:
        number = NUMBER.fullmatch(spelled.strip())
        if number and self._numbers_are_names:
            return self._by_name(number[1])
        index = int(number[1]) if number else TRUTHS.get(_key(spelled), len(self._labels))
        return self._labels[index] if index < len(self._labels) else None


def _key(name: str) -> str:
    return name.strip().casefold()


def _is_missing(value: object) -> bool:
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or (isinstance(value, str) and not value.strip())


def _spelled(value: object) -> str | None:
    """Return `value` as a CSV file would hold it; None if it cannot be a label."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else None
    return str(value) if isinstance(value, str | int) else None


def _bit(item: object) -> bool | None:
    """Return a 0 or 1 as a truth value; None for anything else."""
    if isinstance(item, str):
        return {"0": False, "1": True}.get(item.strip())
    return bool(item) if isinstance(item, int | float) and item in (0, 1) else None


def _unknown_labels(
    unknown: Mapping[str, tuple[object, int]],
    labels: tuple[str, ...],
    source: str,
    where: Callable[[int], str],
) -> str:
    first = [f"{text} in {where(row)}" for text, (_, row) in islice(unknown.items(), MOST_UNKNOWN)]
    more = f", and {len(unknown) - MOST_UNKNOWN} more" if len(unknown) > MOST_UNKNOWN else ""
    values = [value for value, _ in unknown.values()]
    counted = "a label" if len(unknown) == 1 else f"{len(unknown)} labels"
    return (
        f"{source} holds {counted} that the model does not have: {', '.join(first)}"
        f"{more}. The model's labels: {listed(labels)}. {_advice(values, labels)}"
    )


def _advice(values: list[object], labels: tuple[str, ...]) -> str:
    if any(isinstance(value, list) for value in values):
        return "The model gives one label to a row: write one, not a list."
    if all(UNNAMED.fullmatch(label) for label in labels):
        return (
            "These are placeholders: write the names of the classes into id2label of the model's "
            "config.json, or give the labels as indices from 0."
        )
    return (
        f"{_hint(values, labels)}Use these names or their indices from 0, name another column with "
        "--label-column, or none with --label-column ''."
    )


def _hint(values: list[object], labels: tuple[str, ...]) -> str:
    """Return what unknown values seem to mean; empty where they seem to mean nothing else."""
    spelled = {_key(str(value)) for value in values}
    if spelled & NO_LABEL:
        return "Leave the field empty where a row has no label. "
    if spelled == {str(len(labels))}:
        return "Numbers count from 0; these seem to count from 1, so subtract 1 from each. "
    return ""
