"""The points that the page hands to the viewer, against the evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.errors import EvidenceError
from auditkit.verification.checks import Check
from auditkit.verification.scenes import Block, Unreadable, read_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_NOTHING = "(none)"


def projections(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare the block of every projection with the tables of the projection.

    Returns:
        One check per block.
    """
    for figure in page.find("figure", "projector"):
        for script in figure.find("script", "projection"):
            try:
                problem = _problem(read_block(script.text()), citations)
            except (Unreadable, EvidenceError) as error:
                problem = f"has points for the viewer that {error}"
            except (KeyError, TypeError, IndexError, ValueError) as error:
                problem = (
                    f"has points for the viewer that are damaged: {type(error).__name__}: {error}"
                )
            yield Check(script.where, problem)


def _problem(block: Block, citations: Citations) -> str | None:
    table, cuts = citations.table("projection"), citations.table("projection_cuts")
    ids = list(dict.fromkeys(table["example_id"].to_pylist()))
    if block.header["ids"] != ids or block.header["cuts"] != list(range(cuts.num_rows)):
        return "hands the viewer points of other examples or cuts than projection.parquet"
    answers = _answers_problem(block.header, ids, citations)
    if answers is not None:
        return answers
    shape = (len(ids), cuts.num_rows)
    points = np.stack([table[axis].to_numpy() for axis in ("x", "y", "z")], -1)
    place = {name: at for at, name in enumerate(ids)}
    rows = table["neighbours"].to_pylist()
    near = np.array([[place[one] for one in row] for row in rows], np.int64)
    shares = np.array(
        [
            [np.nan if one is None else one for one in cuts[f"{axis}_share"].to_pylist()]
            for axis in "xyz"
        ]
    )
    exact = {
        "points": points.reshape(*shape, 3).swapaxes(0, 1),
        "neighbours": near.reshape(*shape, len(rows[0])).swapaxes(0, 1),
        "shares": shares.T.astype(np.float32),
    }
    for name, true in exact.items():
        said = block.arrays[name][0]
        if said.shape != true.shape or not np.array_equal(
            said, true, equal_nan=said.dtype.kind == "f"
        ):
            return f"hands the viewer other {name} than the evidence"
    return None


def _answers_problem(header: dict[str, Any], ids: list[str], citations: Citations) -> str | None:
    examples = citations.table("examples").select(["id", "label", "predicted"]).to_pylist()
    several = citations.audit.manifest["model"]["problem"] == "multi_label"
    rows = {row["id"]: row for row in examples}
    for column, said in (("label", header["gold"]), ("predicted", header["predicted"])):
        true = [_label(rows[name][column], several=several) for name in ids]
        if [one or _NOTHING for one in said] != [one or _NOTHING for one in true]:
            return f"tells the viewer other {column} answers than examples.parquet"
    right = [
        None
        if rows[name]["label"] is None or rows[name]["predicted"] is None
        else _labels(rows[name]["label"], several=several)
        == _labels(rows[name]["predicted"], several=several)
        for name in ids
    ]
    return None if header["correct"] == right else "tells the viewer other answers were right"


def _labels(cell: str, *, several: bool) -> set[str]:
    return set(json.loads(cell)) if several else {cell}


def _label(cell: str | None, *, several: bool) -> str | None:
    if cell is None or not several:
        return cell
    return ", ".join(json.loads(cell)) or "(no label)"
