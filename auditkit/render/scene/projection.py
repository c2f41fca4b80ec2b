"""The projection of all examples: the block for the viewer, and the picture of its last cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.evidence.readings import tally
from auditkit.render.blocks import Measure
from auditkit.render.evidence_view import label_text
from auditkit.render.example_view import overviews_at
from auditkit.render.projector_block import Group, Mark, Projector
from auditkit.render.rows import finite, table_of
from auditkit.render.scene.block import block
from auditkit.render.scene.records import VERSION, Projection
from auditkit.render.scene.stored import stored
from auditkit.render.visible import clipped
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.example_view import Overview
    from auditkit.render.scene.stored import Stored

SIDE, EDGE, RADIUS = 440, 14, 4.0
NAME = 60
"""Code points of a text that names a point."""
GROUPS = 8
"""Labels that have a look of their own, the most frequent ones."""
SHAPES = (
    "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
    "M-.9-.9h1.8v1.8h-1.8z",
    "M0-1.25L1.15.85H-1.15z",
    "M0-1.35L1.1 0L0 1.35L-1.1 0z",
    "M0 1.25L1.15-.85H-1.15z",
    "M-.45-1.3h.9v.85h.85v.9h-.85v.85h-.9v-.85h-.85v-.9h.85z",
    "M-1.4 0a1.4.6 0 1 0 2.8 0a1.4.6 0 1 0-2.8 0z",
    "M-.6 0a.6 1.4 0 1 0 1.2 0a.6 1.4 0 1 0-1.2 0z",
)
"""The looks of `templates/viewer/src/parts/markers.ts`, of radius 1."""
REST = "M-.55 0a.55.55 0 1 0 1.1 0a.55.55 0 1 0-1.1 0z"


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """The points of the evidence by cut and example."""

    examples: tuple[Overview, ...]
    points: np.ndarray
    """float32 [cuts examples 3]."""
    neighbours: np.ndarray
    """[cuts examples k], places in `examples`."""
    shares: np.ndarray
    """[cuts 3], NaN where there is no such component."""


def cloud(audit: Audit) -> Cloud | None:
    """Return the points of an audit, None where it has none."""
    table, cuts = table_of(audit, "projection"), table_of(audit, "projection_cuts")
    if not table.num_rows:
        return None
    ids = list(dict.fromkeys(table["example_id"].to_pylist()))
    place = {name: at for at, name in enumerate(ids)}
    shape = (len(ids), cuts.num_rows)
    columns = [table[axis].to_numpy() for axis in ("x", "y", "z")]
    points = np.stack(columns, -1).reshape(*shape, 3).swapaxes(0, 1)
    rows = table["neighbours"].to_pylist()
    near = np.array([[place[name] for name in row] for row in rows], np.int64)
    return Cloud(
        overviews_at(audit, _rows(audit, ids)),
        points,
        near.reshape(*shape, len(rows[0])).swapaxes(0, 1),
        np.stack([_shares(cuts, axis) for axis in ("x_share", "y_share", "z_share")], -1),
    )


def _rows(audit: Audit, ids: list[str]) -> list[int]:
    """Return where examples stand in `examples.parquet`."""
    found = pc.index_in(pa.array(ids, pa.string()), value_set=audit.examples["id"])
    rows: list[int] = found.to_pylist()
    return rows


def _shares(cuts: pa.Table, column: str) -> np.ndarray:
    return np.array([np.nan if one is None else one for one in cuts[column].to_pylist()])


def projector(found: Cloud) -> Projector:
    """Return the block of the page."""
    predicted = [label_text(example.predicted) or "(none)" for example in found.examples]
    looks = _looks(predicted)
    return Projector(
        id="projector",
        side=SIDE,
        radius=RADIUS,
        marks=_marks(found, predicted, looks),
        groups=_groups(predicted, looks),
        wrong=tally(example.correct for example in found.examples).get(False, 0),
        caption=_caption(found),
        packed=block(_header(found, predicted), _arrays(found)),
    )


def _caption(found: Cloud) -> Prose:
    last = len(found.points) - 1
    first, second = (
        Measure(
            finite(found.shares[last, axis]),
            f"projection_cuts.parquet#{last}:{column}",
            digits=0,
            style="percent",
        )
        for axis, column in enumerate(("x_share", "y_share"))
    )
    return fill(
        "After the last layer. Across the first component, {first} of the variance; upwards the second, "
        "{second}. The look of a point tells the predicted label.",
        first=first,
        second=second,
    )


def _header(found: Cloud, predicted: list[str]) -> Projection:
    examples = found.examples
    return Projection(
        version=VERSION,
        ids=tuple(example.id for example in examples),
        names=tuple(clipped(example.preview, NAME) for example in examples),
        gold=tuple(label_text(example.gold) for example in examples),
        predicted=tuple(predicted),
        correct=tuple(example.correct for example in examples),
        cuts=tuple(range(len(found.points))),
        arrays=(),
    )


def _arrays(found: Cloud) -> tuple[Stored, ...]:
    return tuple(stored(name, getattr(found, name)) for name in ("points", "neighbours", "shares"))


def _looks(predicted: list[str]) -> dict[str, int]:
    """Return the place among the looks of the most frequent labels."""
    counts = tally(sorted(predicted))
    return {label: at for at, label in enumerate(list(counts)[:GROUPS])}


def _marks(found: Cloud, predicted: list[str], looks: dict[str, int]) -> tuple[Mark, ...]:
    points = found.points[-1].astype(np.float64)
    reach = float(np.abs(points[:, :2]).max(initial=0.0)) or 1.0
    unit = (SIDE / 2 - EDGE) / reach
    return tuple(
        Mark(
            round(SIDE / 2 + float(x) * unit, 1),
            round(SIDE / 2 - float(y) * unit, 1),
            _style(looks.get(label)) + (" hollow" if example.correct is False else ""),
            _path(looks.get(label)),
        )
        for (x, y, _), label, example in zip(points, predicted, found.examples, strict=True)
    )


def _style(place: int | None) -> str:
    return "rest" if place is None else f"g{place}"


def _path(place: int | None) -> str:
    return REST if place is None else SHAPES[place]


def _groups(predicted: list[str], looks: dict[str, int]) -> tuple[Group, ...]:
    counts = tally(label if label in looks else None for label in predicted)
    groups = [Group(_style(at), _path(at), label, counts[label]) for label, at in looks.items()]
    rest = counts.get(None)
    return (*groups, Group("rest", REST, "other labels", rest)) if rest else tuple(groups)
