"""Exact definitions, limits and a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import SECTIONS, Bullets, Code, Definitions, Heading, Paragraph
from auditkit.render.definitions import CHAIN_TERMS, GLOSSARY, LIMITS, METHODS, STATISTICS, TERMS
from auditkit.render.evidence_view import entry, method, sees_attention
from auditkit.render.quantities import QUANTITIES
from auditkit.render.wording import joined, method_order, statistic_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.quantities import Quantity


class MethodsSection:
    """How every number was made."""

    title = "Methods, limits, glossary"
    order = 110

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return quantities, definitions of methods, terms and statistics, the limits and the glossary."""
        yield Heading("Quantities, their signs and baselines", "methods-quantities")
        yield Definitions(tuple(map(_quantity, QUANTITIES)))
        yield Heading("Definitions", "methods-terms")
        yield Definitions(_plain(TERMS))
        yield Heading("Attribution methods of this audit", "methods-attribution")
        yield Definitions(_methods(audit))
        if sees_attention(audit):
            yield from _of_attention()
        yield Heading("Limits", "methods-limits")
        yield Bullets(tuple((limit,) for limit in LIMITS))
        yield Heading("Glossary", "methods-glossary")
        yield Definitions(_plain(GLOSSARY))


def _of_attention() -> Iterator[Block]:
    """Yield what is defined by layers and heads."""
    yield Heading("Routes, layers, edits", "methods-chains")
    yield Definitions(_plain(CHAIN_TERMS))
    yield Heading("Head statistics", "methods-heads")
    yield Paragraph(
        (
            (
                "Each statistic is a mean over the real query positions of an example, then over "
                "examples; intervals come from 2,000 bootstrap resamples of the examples. Padding "
                "is left out."
            ),
        )
    )
    yield Definitions(
        tuple((statistic_text(name).title, (f"{name}: {text}.",)) for name, text in STATISTICS)
    )


def _quantity(one: Quantity) -> tuple[str, Prose]:
    stands = joined([_column(column) for column in one.columns])
    said = f"{one.says} Sign: {one.sign}. Measured against: {one.baseline}. In the evidence: "
    return one.name, (said, *stands, ".")


def _column(column: str) -> Prose:
    minus = ("minus ",) if column.startswith("-") else ()
    return (*minus, Code(column.removeprefix("-").replace(":", "#")))


def _plain(terms: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Prose], ...]:
    return tuple((term, (text,)) for term, text in terms)


def _methods(audit: Audit) -> tuple[tuple[str, Prose], ...]:
    exact = dict(METHODS)
    names = sorted(entry(audit, "methods") or exact, key=method_order)
    return tuple(
        (
            method(audit, name).title,
            (f"{name}: {exact.get(name) or _own_words(audit, name)}", *_reference(audit, name)),
        )
        for name in names
    )


def _own_words(audit: Audit, name: str) -> str:
    """What a method that this version does not know says of itself."""
    said = [entry(audit, "method_specs", name, field) for field in ("reads", "limits")]
    return " ".join(str(text) for text in said if text) or "not described in the evidence."


def _reference(audit: Audit, name: str) -> Prose:
    reference = entry(audit, "method_specs", name, "reference")
    return () if reference in (None, "", "none") else (f" Reference: {reference}.",)


SECTIONS.register("methods")(MethodsSection())
