"""What was made of the data, as facts for the manifest and as one line for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.inputs.columns import ROLES
from auditkit.inputs.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditkit.inputs.columns import Role

WHY = {
    "null_text": "the text is null",
    "null_pair": "the second text is null",
    "limit": "beyond the limit",
    "sample": "not drawn for the sample",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of the data: everything that a reader of the report could doubt."""

    columns: dict[str, str | None]
    """Column used as ``text``, ``text_pair``, ``label``, ``slice`` and ``id``; None where there is
    none."""
    columns_not_used: tuple[str, ...]
    """The others, in file order; an empty string for each that has no name."""
    read_as: tuple[str, ...]
    """What the format left open and how it was decided, e.g. ``separated by semicolons``."""
    rows_in_file: int
    """All rows of the file (or of the split), audited or not."""
    left_out: dict[str, int]
    """Why rows are not audited -> how many: ``null_text``, ``null_pair``, ``limit``, ``sample``."""
    undecided: int
    """Audited rows whose label column says that annotators did not agree; they have no label."""
    labels_are_indices: bool
    """Whether gold labels were given as numbers of classes, from 0."""
    labels_respelled: int
    """Audited rows whose gold label is one of the model's but for case."""


def in_one_line(reading: Reading, path: Path) -> str:
    """Return what was read from where, and what was not.

    Args:
        reading: What was made of the data.
        path: Where it lies.
    """
    return f"{', '.join([str(path), *reading.read_as])}: {'; '.join(_parts(reading))}."


def _parts(reading: Reading) -> Iterator[str]:
    yield ", ".join(_from(reading, role) for role in ROLES)
    yield f"columns not used: {listed(reading.columns_not_used)}"
    out = {why: rows for why, rows in reading.left_out.items() if rows}
    because = ", ".join(f"{WHY[why]}: {rows}" for why, rows in out.items())
    left_out = sum(out.values())
    yield (
        f"rows read {reading.rows_in_file}, audited {reading.rows_in_file - left_out}, "
        f"left out {left_out}{f' ({because})' if because else ''}"
    )
    if reading.undecided:
        yield f"no gold label because annotators did not agree: {reading.undecided}"
    if reading.labels_respelled:
        yield f"gold labels that are the model's but for case, read as these: {reading.labels_respelled}"


def _from(reading: Reading, role: Role) -> str:
    column = reading.columns.get(role)
    if column is None:
        return f"{ROLES[role]} none"
    numbers = " (numbers are indices from 0)" if reading.labels_are_indices else ""
    return f"{ROLES[role]} from {shown(column)}{numbers if role == 'label' else ''}"
