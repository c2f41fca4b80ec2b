"""The list of examples: search, filter and sort in HTML, counts and the detailed ones in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import SECTIONS, Code, Column, Paragraph, Table
from auditkit.render.evidence_view import count, label_text, labels, problem
from auditkit.render.example_blocks import ExampleIndex, ExampleRow, NotListed
from auditkit.render.example_view import listed_ids, listing_of, overviews
from auditkit.render.explained_part import coverage, is_part_explained
from auditkit.render.rows import table_of
from auditkit.render.wording import REASONS, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Measure, Medium, Prose
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
        yield Paragraph((*_counts(audit), *_explained(audit)))
        yield Paragraph((_columns(audit),))
        if medium == "html":
            yield from _not_listed(audit)
            yield _index(audit, examples)
        else:
            yield _printed(audit, examples)


def _counts(audit: Audit) -> Prose:
    def counted(name: str) -> Measure:
        return count(audit, "counts", name)

    neither: Prose = ()
    if audit.counts["undecided"]:
        neither = fill(" Without a gold label or without a decision: {n}.", n=counted("undecided"))
    return fill(
        "Examples: {examples}. Correct: {correct}. Wrong: {wrong}.{neither} With a flag: {flagged}.",
        examples=counted("examples"),
        correct=counted("correct"),
        wrong=counted("wrong"),
        neither=neither,
        flagged=counted("flagged"),
    )


def _explained(audit: Audit) -> Prose:
    return (" ", *coverage(audit)) if is_part_explained(audit) else ()


def _not_listed(audit: Audit) -> Iterable[NotListed]:
    """Return how many examples are not listed; nothing where all are."""
    found = listing_of(audit)
    if found.left_out:
        points = dict.fromkeys(table_of(audit, "projection")["example_id"].to_pylist())
        linked = tuple(name for name in points if name not in listed_ids(audit))
        yield NotListed(found.unexplained, found.not_listed, tuple(found.left_out.items()), linked)


def _columns(audit: Audit) -> str:
    kind = problem(audit)
    several = " (of the likeliest label where there is not exactly one)"
    return (
        f"Confidence is the probability of the answer{several if kind == 'multi_label' else ''}. Margin is "
        f"{MARGINS.get(kind, MARGINS['single_label'])}. Disagreement is 1 minus the mean rank "
        "correlation of the methods that explain the margin: 0 same order, 1 no relation, 2 reversed."
    )


def _index(audit: Audit, examples: Sequence[Overview]) -> ExampleIndex:
    rows = tuple(_row(example) for example in examples)
    given = [name for example in examples for name in (example.gold or ())]
    return ExampleIndex(
        id="examples-index",
        caption=_caption(audit),
        rows=rows,
        labels=tuple(dict.fromkeys((*labels(audit), *given))),
        slices=tuple(dict.fromkeys(row.slice for row in rows if row.slice is not None)),
    )


def _caption(audit: Audit) -> str:
    if not listing_of(audit).left_out:
        return "All examples, in the order of the data"
    return "All explained examples and some of the others, in the order of the data"


def _row(example: Overview) -> ExampleRow:
    return ExampleRow(
        id=example.id,
        number=example.number,
        preview=example.preview,
        gold=label_text(example.gold),
        predicted=label_text(example.predicted),
        correct=example.correct,
        confidence=example.probability_measure,
        margin=example.margin_measure(),
        slice=example.slice,
        disagreement=example.disagreement_measure,
        flags=example.flags,
        detailed=example.reason is not None,
        explained=example.explained,
    )


def _printed(audit: Audit, examples: Sequence[Overview]) -> Table:
    shown = f"{len(examples)}" if listing_of(audit).left_out else "all"
    detailed = [example for example in examples if example.reason is not None]
    return Table(
        id="examples-detailed",
        caption=f"The {len(detailed)} examples that the HTML report shows in detail, of "
        f"{audit.examples.num_rows}; the HTML report lists {shown}",
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
    return (
        (str(example.number),),
        (example.preview,),
        ("not given" if gold is None else Code(gold),),
        ("no decision" if predicted is None else Code(predicted),),
        (example.probability_measure,),
        (example.margin_measure(),),
        (REASONS.get(example.reason or "", example.reason or ""),),
    )


SECTIONS.register("examples")(ExamplesSection())
