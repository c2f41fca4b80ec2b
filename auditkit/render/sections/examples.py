"""The list of examples: search, filter and sort in HTML, counts and the detailed ones in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import (
    SECTIONS,
    Code,
    Column,
    ExampleIndex,
    ExampleRow,
    Measure,
    Paragraph,
    Table,
)
from auditkit.render.evidence_view import label_text, labels, problem
from auditkit.render.example_view import overviews
from auditkit.render.explained_part import coverage, is_part_explained
from auditkit.render.wording import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.example_view import Overview

PRINTED_ROWS = 40
MARGINS = {
    "single_label": "the logit of the answer minus the logit it is held against",
    "multi_label": "the largest logit",
    "single_logit": "the single logit",
}
"""Kind of decision -> what the margin is."""


class ExamplesSection:
    """All examples in one list."""

    title = "List of examples"
    order = 80

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:
        """Return the index of all examples (HTML), or a list of the detailed ones (PDF)."""
        examples = overviews(audit)
        if not examples:
            return
        yield Paragraph((_counts(examples), *_explained(audit)))
        yield Paragraph((_columns(audit),))
        if medium == "html":
            yield _index(audit, examples)
        else:
            yield _printed(examples)


def _counts(examples: Sequence[Overview]) -> str:
    right = sum(example.correct is True for example in examples)
    wrong = sum(example.correct is False for example in examples)
    open_ = len(examples) - right - wrong
    neither = f" Without a gold label or without a decision: {open_}." if open_ else ""
    return (
        f"Examples: {len(examples)}. Correct: {right}. Wrong: {wrong}.{neither} With a flag: "
        f"{sum(bool(example.flags) for example in examples)}."
    )


def _explained(audit: Audit) -> Prose:
    return (" ", *coverage(audit)) if is_part_explained(audit) else ()


def _columns(audit: Audit) -> str:
    kind = problem(audit)
    several = " (of the likeliest label where there is not exactly one)"
    return (
        f"Confidence is the probability of the answer{several * (kind == 'multi_label')}. Margin is "
        f"{MARGINS.get(kind, MARGINS['single_label'])}. Disagreement is 1 minus the mean rank "
        "correlation of the methods that explain the margin: 0 same order, 1 no relation, 2 reversed."
    )


def _index(audit: Audit, examples: Sequence[Overview]) -> ExampleIndex:
    rows = tuple(_row(example) for example in examples)
    given = [name for example in examples for name in (example.gold or ())]
    return ExampleIndex(
        id="examples-index",
        caption="All examples, in the order of the data",
        rows=rows,
        labels=tuple(dict.fromkeys((*labels(audit), *given))),
        slices=tuple(dict.fromkeys(row.slice for row in rows if row.slice is not None)),
    )


def _row(example: Overview) -> ExampleRow:
    return ExampleRow(
        id=example.id,
        number=example.number,
        preview=example.preview,
        gold=label_text(example.gold),
        predicted=label_text(example.predicted),
        correct=example.correct,
        confidence=example.confidence,
        margin=example.margin,
        slice=example.slice,
        disagreement=example.disagreement,
        flags=example.flags,
        detailed=example.reason is not None,
        explained=example.explained,
    )


def _printed(examples: Sequence[Overview]) -> Table:
    detailed = [example for example in examples if example.reason is not None]
    return Table(
        id="examples-detailed",
        caption=f"The {len(detailed)} examples that the HTML report shows in detail, of "
        f"{len(examples)}; the HTML report lists all",
        columns=(
            Column("Row", numeric=True),
            Column("Text"),
            Column("Gold label"),
            Column("Predicted"),
            Column("Confidence", numeric=True),
            Column("Margin", numeric=True),
            Column("Shown for"),
        ),
        rows=tuple(_cells(example) for example in detailed),
        pdf_rows=PRINTED_ROWS,
    )


def _cells(example: Overview) -> tuple[Prose, ...]:
    gold, predicted = label_text(example.gold), label_text(example.predicted)
    evidence = f"examples.parquet#{example.index}:margin"
    return (
        (str(example.number),),
        (example.preview,),
        ("not given" if gold is None else Code(gold),),
        ("no decision" if predicted is None else Code(predicted),),
        (Measure(example.confidence, digits=1, style="percent"),),
        (Measure(example.margin, evidence, style="signed"),),
        (REASONS.get(example.reason or "", example.reason or ""),),
    )


SECTIONS.register("examples")(ExamplesSection())
