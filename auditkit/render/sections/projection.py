"""Hidden states that the classifier reads, as points: examples among each other, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import SECTIONS, Callout, Column, Measure, Paragraph, Table
from auditkit.render.evidence_view import count, why_left_out
from auditkit.render.explained_part import is_part_explained
from auditkit.render.rows import finite, table_of
from auditkit.render.scene.projection import cloud, projector
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose

NONE = "No projection was measured: none was asked for, or the model's layers are not known."
LEFT_OUT = "No projection was measured; it was left out: {reason}."
LIMIT = Callout(
    "limit",
    "What the picture does not show",
    (
        (
            (
                "Three directions of many. Examples that lie close together in the picture may be far apart in "
                "the rest, and the other way round; neighbours are found in the whole space. That states "
                "separate does not say that the model uses what separates them."
            ),
        ),
    ),
)


class ProjectionSection:
    """Where examples lie among each other."""

    title = "Hidden states as points"
    order = 70

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the picture and its table; one sentence where nothing was projected."""
        found = cloud(audit)
        if found is None:
            reason = why_left_out(audit, "projection")
            yield Paragraph((NONE if reason is None else LEFT_OUT.format(reason=reason),))
            return
        yield Paragraph((_about(len(found.examples)), *_drawn_from(audit)))
        yield projector(found)
        yield LIMIT
        yield _table(audit)


def _about(count: int) -> str:
    return (
        f"The hidden state that the classifier reads, of {count} example{'s' if count != 1 else ''}, on the three "
        "principal components of these states, for each cut between layers. Where predicted labels part "
        "from one layer to the next, the states that are read have come to differ there."
    )


def _drawn_from(audit: Audit) -> Prose:
    if not is_part_explained(audit):
        return ()
    return fill(
        " They were drawn at random from all {predicted} predicted examples, explained or not, and those "
        "in detail added.",
        predicted=count(audit, "counts", "predicted"),
    )


def _table(audit: Audit) -> Table:
    rows: list[tuple[Prose, ...]] = []
    cuts = table_of(audit, "projection_cuts").to_pylist()
    for at, row in enumerate(cuts):
        shares = tuple(
            (
                Measure(
                    finite(row[column]),
                    f"projection_cuts.parquet#{at}:{column}",
                    digits=1,
                    style="percent",
                ),
            )
            for column in ("x_share", "y_share", "z_share")
        )
        name = "the input" if at == 0 else f"layer {at - 1}"
        rows.append(((f"after {name}" if at else name,), *shares))
    return Table(
        id="projection-shares",
        caption="Share of the variance on each component",
        columns=(
            Column("State"),
            Column("First", numeric=True),
            Column("Second", numeric=True),
            Column("Third", numeric=True),
        ),
        rows=tuple(rows),
        folded=True,
    )


SECTIONS.register("projection")(ProjectionSection())
