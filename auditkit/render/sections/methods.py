"""Exact definitions, limits and a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import SECTIONS, Bullets, Definitions, Heading, Paragraph
from auditkit.render.chain_definitions import CHAIN_TERMS
from auditkit.render.definitions import GLOSSARY, LIMITS, METHODS, STATISTICS, TERMS
from auditkit.render.evidence_view import entry, method
from auditkit.render.wording import method_order, statistic_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose


class MethodsSection:
    """How every number was made."""

    title = "Methods, limits, glossary"
    order = 110

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return definitions of methods, terms and statistics, the limits and the glossary."""
        yield Heading("Definitions", "methods-terms")
        yield Definitions(_plain(TERMS))
        yield Heading("Attribution methods of this audit", "methods-attribution")
        yield Definitions(_methods(audit))
        yield Heading("Chains, layers, changes", "methods-chains")
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
        yield Heading("Limits", "methods-limits")
        yield Bullets(tuple((limit,) for limit in LIMITS))
        yield Heading("Glossary", "methods-glossary")
        yield Definitions(_plain(GLOSSARY))


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
