"""What the checks found, group by group, each with its number, its evidence and its examples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditkit.evidence.findings import DATA, EXPLANATIONS, MODEL
from auditkit.evidence.readings import side
from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Code,
    Finding,
    Findings,
    Heading,
    Link,
    Measure,
    Paragraph,
)
from auditkit.render.claims_behaviour import against
from auditkit.render.evidence_view import gold_words, method, metric, where
from auditkit.render.example_view import listed_ids, row_numbers
from auditkit.render.explained_part import over_drawn, over_predicted
from auditkit.render.finding_rows import (
    GROUP_TITLES,
    compared,
    counted,
    grouped,
    severity,
    text_of,
    title,
)
from auditkit.render.rows import DECIMALS, finite
from auditkit.render.slice_gap import against_rest
from auditkit.render.wording import fill, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Inline, Medium, Prose
    from auditkit.render.finding_text import FindingText
    from auditkit.render.inline import Style
    from auditkit.render.rows import Row


class FindingsSection:
    """Findings about the model, the data and methods of explanation, by severity."""

    title = "Findings"
    order = 20

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the findings, or that no check raised one."""
        yield Paragraph(
            (
                (
                    "A finding is raised by a fixed rule, the same for every model; thresholds were not "
                    "tuned to this one. Severity: high, medium, low, info (a count worth knowing). That "
                    "no finding was raised on a point does not show that there is no problem."
                ),
            )
        )
        groups = grouped(audit)
        if not any(groups.values()):
            yield Callout("note", "No finding", (("None of the checks raised a finding.",),))
            return
        numbers = row_numbers(audit)
        for name, rows in groups.items():
            yield Heading(GROUP_TITLES[name], f"findings-{name}")
            yield Paragraph(SCOPES[name](audit, rows))
            if rows:
                yield Findings(tuple(finding(audit, row, numbers) for row in rows), level=4)


def finding(audit: Audit, row: Row, numbers: Mapping[str, int]) -> Finding:
    """Return one finding.

    Args:
        audit: The audit.
        row: Row of `findings.parquet`.
        numbers: Row in the data file of each example, from 1.
    """
    text = text_of(row)
    return Finding(
        id=f"finding-{row.index}",
        severity=severity(row),
        title=title(audit, row),
        body=fill(text.body, **_parts(audit, row, text)),
        examples=tuple(
            _example(example, numbers[example], listed_ids(audit))
            for example in row["examples"] or ()
            if example in numbers
        ),
        evidence=f"{row.place}, drawn from {row.text('evidence')}",
    )


def _example(example: str, number: int, linked: frozenset[str]) -> str | Link:
    """Return the name of an example, which leads to its card if it has one."""
    name = f"example {number}"
    return Link(name, f"ex-{example}") if example in linked else name


def _tally(rows: Sequence[Row]) -> str:
    return f"Findings: {counted(rows)}." if rows else "No check of this kind raised a finding."


def _of_model(audit: Audit, rows: Sequence[Row]) -> Prose:
    return (_tally(rows), *over_predicted(audit))


def _of_data(audit: Audit, rows: Sequence[Row]) -> Prose:  # noqa: ARG001
    return (_tally(rows), " These are exact counts over all examples of the audit.")


def _of_explanations(audit: Audit, rows: Sequence[Row]) -> Prose:
    limit = " They say nothing about how good the model is." if rows else ""
    return (_tally(rows), *over_drawn(audit), limit)


SCOPES: dict[str, Callable[[Audit, Sequence[Row]], Prose]] = {
    MODEL: _of_model,
    DATA: _of_data,
    EXPLANATIONS: _of_explanations,
}
"""Group -> how many findings it has, and what its numbers are over."""


def _parts(audit: Audit, row: Row, text: FindingText) -> dict[str, Inline | Prose]:
    label = row.text("label")
    reference = finite(row["reference"])
    digits = DECIMALS[text.style] if text.digits is None else text.digits
    value = row.measure(text.style, digits)
    place, style = row.cite("reference"), _unsigned(text.style)
    stated: Inline = "an unstated value"
    if reference is not None:
        stated = Measure(reference, place, digits=digits, style=style)
    return {
        "value": replace(value, n=None) if value.n == value.value else value,
        "interval": " (95% interval)" if row.has_interval else " (no interval)",
        "reference": stated,
        "where": where(row),
        "others": against_rest(audit, row.text("slice")),
        "accuracy": metric(audit, "accuracy", "percent", slice=row.text("slice")),
        "majority": metric(audit, "majority", "percent", slice=row.text("slice")),
        "reaches": _reaches(row),
        "pairs": _further_pairs(audit, row),
        "apart": against(row, reference, "that share"),
        "gold": gold_words(audit),
        "label": Code(label or "(none)"),
    }


def _reaches(row: Row) -> str:
    if side(row.low, row.high, 0.0) == "below":
        return (
            "The whole interval lies below 0: always giving that answer would be right more often."
        )
    return "The interval reaches 0: this data does not show that the model does better than that."


def _further_pairs(audit: Audit, row: Row) -> Prose:
    """Return the numbers of the methods that a method was held against, after the closest."""
    first, others = compared(row)
    if len(others) < 2:
        return ()
    numbers = [
        fill(
            "{value} with {method}",
            value=replace(_correlation(audit, first, other), n=None),
            method=method(audit, other).title,
        )
        for other in others[1:]
    ]
    return fill(
        " with {closest}, the closest of them; {rest}",
        closest=method(audit, others[0]).title,
        rest=joined(numbers),
    )


def _correlation(audit: Audit, first: str, second: str) -> Measure:
    one, other = sorted((first, second))
    return metric(audit, "agreement_spearman", "signed", first=one, second=other)


def _unsigned(style: Style) -> Style:
    return "number" if style == "signed" else style


SECTIONS.register("findings")(FindingsSection())
