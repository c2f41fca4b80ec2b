"""What the frozen ledger's base is made of: accounts of positions, and of biases layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import Code, Column, Table
from auditkit.render.rows import rows_about
from auditkit.render.wording import plural

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row
    from auditkit.render.token_names import TokenNames

FROZEN = "frozen_ledger"
LISTED = 64
"""Tokens whose account is listed; the evidence holds all."""


def account_table(audit: Audit, example_id: str, names: TokenNames) -> Table | None:
    """Return the accounts of the frozen ledger's first target, None where it was not run."""
    found = (row for row in rows_about(audit, "ledger", example_id) if row["method"] == FROZEN)
    row = next(found, None)
    if row is None or row["positions"] is None or row["biases"] is None:
        return None
    left = max(0, len(row["positions"]) - LISTED)
    return Table(
        id=f"ex-{example_id}-accounts",
        caption="What the base of the frozen ledger is made of: biases, and positions and types"
        + (
            f". {left} more {plural(left, 'token is', 'tokens are')} in {row.cite('positions')}"
            if left
            else ""
        ),
        columns=(Column("Account"), Column("Contributes, against the blank text", numeric=True)),
        rows=(*_biases(row), *_positions(row, names)),
        folded=True,
    )


def _biases(row: Row) -> list[tuple[Prose, ...]]:
    entries = row.entries("biases")
    last = len(entries) - 1
    titles = {0: "Added before layer 0", last: "Biases after the last layer"}
    return [
        ((titles.get(at, f"Biases of layer {at - 1}"),), (entry,))
        for at, entry in enumerate(entries)
    ]


def _positions(row: Row, names: TokenNames) -> list[tuple[Prose, ...]]:
    return [
        (("Position and type of ", Code(names.label(token))), (entry,))
        for token, entry in enumerate(row.entries("positions")[:LISTED])
    ]
