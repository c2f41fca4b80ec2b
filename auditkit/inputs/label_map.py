"""The names of a model's outputs: `id2label` of its configuration, or a refusal that mends it.

Two outputs with one name, or a name for an output that is not there, make every number about a class
wrong without a word; so does a `label2id` that counts the same names otherwise.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditkit.errors import ModelError
from auditkit.inputs.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_SHOWN = 50
"""Names of a map that is written out in a message."""


def class_names(
    id2label: object,
    label2id: object = None,
    *,
    outputs: int | None = None,
    where: str = "config.json",
) -> tuple[str, ...]:
    """Return the names of the outputs in their order.

    Args:
        id2label: What the configuration holds: the name of each output by its number from 0.
        label2id: The reverse; names that `id2label` does not have are left aside.
        outputs: How many outputs there are; None for as many as there are names.
        where: The file, for messages.

    Raises:
        ModelError: The numbers are not 0 to n - 1, a name is blank or stands twice, or the two maps
            contradict each other. The message holds maps that would do.
    """
    numbered = _numbered(id2label)
    if numbered is None:
        names = _names_in(id2label)
        raise ModelError(f"{where}: id2label is no map from numbers to names. {_mend(names)}")
    names = [numbered[number] for number in sorted(numbered)]
    count = len(names) if outputs is None else outputs
    if sorted(numbered) != list(range(count)):
        padded = [*names, *[""] * (count - len(names))][:count]
        raise ModelError(
            f"{where}: id2label names the outputs {listed(sorted(numbered))}, but those of a model with "
            f"{count} are numbered 0 to {count - 1}. {_mend(padded)}"
        )
    twice = [name for name, count in Counter(names).items() if count > 1 and name.strip()]
    if twice or not all(name.strip() for name in names):
        fault = f"gives several outputs the name {shown(twice[0])}" if twice else "has a blank name"
        raise ModelError(f"{where}: id2label {fault}. {_mend(names)}")
    _refuse_contradiction(names, label2id, where)
    return tuple(names)


def _numbered(id2label: object) -> dict[int, str] | None:
    """Return the map with numbers as keys; None if it is no such map."""
    if not isinstance(id2label, Mapping) or not id2label:
        return None
    try:
        numbers = [int(key) for key in id2label]
    except (ValueError, TypeError):
        return None
    names = ["" if name is None else str(name) for name in id2label.values()]
    return dict(zip(numbers, names, strict=True)) if len(set(numbers)) == len(names) else None


def _names_in(id2label: object) -> list[str]:
    """Return the names that a map of another form seems to hold, in their order."""
    if isinstance(id2label, Mapping):
        reverse = _numbered(
            {number: name for name, number in id2label.items() if _is_number(number)}
        )
        found = reverse or {}
        return [found[number] for number in sorted(found)] or [str(name) for name in id2label]
    return [str(name) for name in id2label] if isinstance(id2label, list | tuple) else []


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _refuse_contradiction(names: Sequence[str], label2id: object, where: str) -> None:
    if not isinstance(label2id, Mapping):
        return
    there = {str(name): number for name, number in label2id.items()}
    for number, name in enumerate(names):
        if name in there and str(there[name]) != str(number):
            others = sorted(names, key=lambda one: str(there.get(one, "")))
            raise ModelError(
                f"{where}: {shown(name)} is output {number} by id2label, but {shown(there[name])} by "
                f"label2id. Keep the one that the model was trained with. If that is id2label: "
                f"{_mend(names)} If it is label2id: {_mend(others)}"
            )


def _mend(names: Sequence[str]) -> str:
    """Return what to write into config.json: maps with the given names, told apart."""
    if len(names) > MOST_SHOWN:
        last = len(names) - 1
        return f"Write names for the outputs 0 to {last} there, each once, in the order of the outputs."
    apart = _apart(names) or ["name of the first class", "name of the second class"]
    maps = {
        "id2label": {str(number): name for number, name in enumerate(apart)},
        "label2id": {name: number for number, name in enumerate(apart)},
    }
    return (
        f"Write there, in the order of the outputs: {json.dumps(maps, ensure_ascii=False)[1:-1]}."
    )


def _apart(names: Sequence[str]) -> list[str]:
    """Return the names, those numbered that are blank or stand twice."""
    kept = {name for name, count in Counter(names).items() if count == 1 and name.strip()}
    taken, apart = set(kept), list[str]()
    for name in names:
        own, number = name, 1
        while name not in kept and (own == name or own in taken):
            own, number = f"{name.strip() or 'class'} {number}", number + 1
        taken.add(own)
        apart.append(own)
    return apart
