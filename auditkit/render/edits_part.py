"""The part of a card about edits: each word masked, deleted, swapped, and heads silenced."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.evidence.readings import size_of_largest, total
from auditkit.render import heat, numbers
from auditkit.render.blocks import Badge, Code, Column, Measure, Table
from auditkit.render.chain_blocks import Edit, EditsPart
from auditkit.render.chain_rows import LEDGERS, chain_of
from auditkit.render.evidence_view import answer_text
from auditkit.render.rows import finite, rows_about
from auditkit.render.token_names import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.example_view import Overview
    from auditkit.render.rows import Row
    from auditkit.render.token_names import TokenNames

KINDS = ("mask", "delete", "swap")
GONE, UNKNOWN = "-", "?"
"""What stands for a word without a relevance: it is gone, or there is no ledger."""


def edits_part(audit: Audit, example: Overview, names: TokenNames, target: str) -> EditsPart | None:
    """Return what a card shows of the changes to an example, None where none were made.

    Args:
        audit: The audit.
        example: The example.
        names: Its tokens.
        target: What positive numbers support, in words.
    """
    rows = rows_about(audit, "pokes", example.id)
    chain = chain_of(audit, example.id)
    if not rows or chain is None:
        return None
    before = answer_text(audit, _predicted(audit, example.index))
    made = {(row["word"], row["kind"]): row for row in rows if row["word"] is not None}
    words = 1 + max((word for word, _ in made), default=-1)
    own = _of_words(audit, example.id, chain["target"], names)
    return EditsPart(
        id=f"ex-{example.id}-edits",
        words=tuple(names.word(word) for word in range(names.word_count)),
        edits=tuple(
            tuple(_edit(audit, made.get((word, kind)), before) for kind in KINDS)
            for word in range(words)
        ),
        before=chain.number("value"),
        predicted=before,
        relevance=own,
        target=target,
        left_out=names.word_count - words,
        silenced=_silenced(audit, rows, before, f"ex-{example.id}-silenced"),
    )


def _predicted(audit: Audit, index: int) -> str | None:
    cell: str | None = audit.examples["predicted"][index].as_py()
    return cell


def _edit(audit: Audit, row: Row | None, before: str) -> Edit | None:
    if row is None:
        return None
    return Edit(
        kind=row["kind"],
        instead=None if row["instead"] is None else shortened(row["instead"]),
        margin=row.number("margin"),
        answer=_answer(audit, row, before),
        attention=row.number("attention_change", "number"),
        relevance=None if row["relevance"] is None else tuple(row["relevance"]),
    )


def _answer(audit: Audit, row: Row, before: str) -> str | None:
    if row["predicted"] is None:
        return None
    now = answer_text(audit, row["predicted"])
    return None if now == before else now


def _of_words(
    audit: Audit, example_id: str, target: str, names: TokenNames
) -> tuple[float, ...] | None:
    """Return the unchanged text's ledger by word, which is shown as colours only."""
    scores = next(
        (
            row["scores"]
            for name in LEDGERS[:1]
            for row in rows_about(audit, "attributions", example_id)
            if (row["method"], row["target"]) == (name, target)
        ),
        None,
    )
    if scores is None:
        return None
    return tuple(
        total(scores[token] for token in names.members(word)) for word in range(names.word_count)
    )


def _silenced(audit: Audit, rows: Sequence[Row], before: str, anchor: str) -> Table | None:
    heads = [row for row in rows if row["kind"] == "silence"]
    if not heads:
        return None

    def answer(row: Row) -> Prose:
        if finite(row["margin"]) is None:
            return ("no answer",)
        other = _answer(audit, row, before)
        return ("the same",) if other is None else (Badge(f"now {other}", "warn"),)

    return Table(
        id=anchor,
        caption="Heads of the links silenced one at a time: all messages of the head at their mean",
        columns=(Column("Head"), Column("New margin", numeric=True), Column("Prediction")),
        rows=tuple(
            ((Code(f"{row['layer']}.{row['head']}"),), (row.number("margin"),), answer(row))
            for row in heads
        ),
        folded=True,
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One edit as its cell shows it."""

    edit: Edit
    codes: str
    """Colour of every word, one letter each, `GONE` or `UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class EditsView:
    """Everything the template writes down."""

    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    codes: str
    """Colours of the unchanged text."""
    full: str
    """The relevance that gets full colour."""
    before: Measure


def view(part: EditsPart) -> EditsView:
    """Work out the cells and colours; one scale for the text and all its changes."""
    made = [edit for row in part.edits for edit in row if edit is not None]
    sheets = [*(edit.relevance for edit in made), part.relevance]
    scale = size_of_largest([value for sheet in sheets for value in sheet or ()])

    def cell(edit: Edit | None) -> Cell | None:
        return None if edit is None else Cell(edit, _codes(edit.relevance, scale))

    words = part.words[: len(part.edits)]
    return EditsView(
        rows=tuple(
            (word, tuple(cell(edit) for edit in row))
            for word, row in zip(words, part.edits, strict=True)
        ),
        codes=_codes(part.relevance, scale),
        full=numbers.plain(scale, numbers.decimals_for([scale])),
        before=part.before,
    )


def _codes(relevance: tuple[float, ...] | None, scale: float) -> str:
    if relevance is None:
        return UNKNOWN
    return "".join(
        heat.code(heat.level(value, scale), signed=True) if math.isfinite(value) else GONE
        for value in relevance
    )
