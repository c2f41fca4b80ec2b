"""The points that the page hands to the viewer, against the evidence: once, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.errors import EvidenceError
from auditkit.verification.about import Cells
from auditkit.verification.blocks import Unreadable, read_block
from auditkit.verification.checks import Check, checked
from auditkit.verification.headers import header_problem
from auditkit.verification.names import NO_ANSWER, answers, clipped, listed, start_of
from auditkit.verification.scene_arrays import arrays_problem

if TYPE_CHECKING:
    from auditkit.verification.citations import Citations
    from auditkit.verification.headers import Versions
    from auditkit.verification.markup import Element

_LONGEST_NAME = 60
_AXES = ("x", "y", "z")


class Points:
    """The projection, as the evidence has it.

    Args:
        citations: The evidence.
    """

    def __init__(self, citations: Citations) -> None:
        self.table = citations.table("projection")
        self.cuts = citations.table("projection_cuts")
        self.ids: list[str] = list(dict.fromkeys(self.table["example_id"].to_pylist()))
        columns = ["id", "text", "text_pair", "label", "predicted"]
        known = {row["id"]: row for row in citations.table("examples").select(columns).to_pylist()}
        self.rows: list[Cells] = [known[name] for name in self.ids]
        self.problem: str = citations.audit.manifest["model"]["problem"]

    def answers(self, column: str) -> list[list[str] | None]:
        """Return the labels in a column, by point."""
        return [answers(row[column], self.problem) for row in self.rows]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return what stands behind the header."""
        shape = (len(self.ids), self.cuts.num_rows)
        place = {name: at for at, name in enumerate(self.ids)}
        near = [[place[name] for name in row] for row in self.table["neighbours"].to_pylist()]
        points = np.stack([self.table[axis].to_numpy() for axis in _AXES], -1)
        shares = [self.cuts[f"{axis}_share"].to_pylist() for axis in _AXES]
        return {
            "points": points.reshape(*shape, 3).swapaxes(0, 1).astype(np.float64),
            "neighbours": np.reshape(near, (*shape, -1)).swapaxes(0, 1).astype(np.float64),
            "shares": np.array(shares, np.float64).T,
        }


def _right(points: Points) -> list[bool | None]:
    pairs = zip(points.answers("label"), points.answers("predicted"), strict=True)
    return [
        None if gold is None or predicted is None else set(gold) == set(predicted)
        for gold, predicted in pairs
    ]


VERSIONS: Versions[Points] = {
    1: {
        "version": lambda _: 1,
        "ids": lambda points: points.ids,
        "names": lambda points: [clipped(start_of(row), _LONGEST_NAME) for row in points.rows],
        "gold": lambda points: [listed(labels) for labels in points.answers("label")],
        "predicted": lambda points: [
            listed(labels) or NO_ANSWER for labels in points.answers("predicted")
        ],
        "correct": _right,
        "cuts": lambda points: list(range(points.cuts.num_rows)),
    }
}
"""Version of a block -> what its header says, but for the layout of its arrays."""


def projections(page: Element, citations: Citations, *, is_called_for: bool) -> list[Check]:
    """Compare every block of points of a page, and how many there are.

    Args:
        page: The page.
        citations: The evidence.
        is_called_for: Whether points belong on this page, if the evidence has any.

    Returns:
        One check per block, and one if there is another number of them than there should be.
    """
    found = page.find("script", "projection")
    wanted = int(is_called_for and citations.table("projection").num_rows > 0)
    checks = [checked(script, _problem(script, citations)) for script in found]
    if len(found) != wanted:
        problem = f"hands the viewer {len(found)} blocks of points, not {wanted}"
        checks.append(Check(f"points in {page.page.file}", problem))
    return checks


def _problem(script: Element, citations: Citations) -> str | None:
    try:
        block, points = read_block(script.text()), Points(citations)
        wrong = header_problem(block.header, VERSIONS, points)
        return wrong or arrays_problem(block.arrays, points.arrays())
    except (Unreadable, EvidenceError) as error:
        return f"has points for the viewer that {error}"
    except (KeyError, TypeError, IndexError, ValueError) as error:
        return f"has points for the viewer that are damaged: {type(error).__name__}: {error}"
