"""Whether report.html and its pages say what the evidence says. No browser, nothing is run.

Read is what is marked: numbers that cite evidence, tables of scores, the table of examples, the data
of charts and what the viewer is handed. Not read are sentences, pictures, colours, styles and scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditkit.errors import EvidenceError
from auditkit.evidence.reader import Audit
from auditkit.verification.cards import Cards
from auditkit.verification.charts import charts
from auditkit.verification.checks import Check
from auditkit.verification.citations import Citations
from auditkit.verification.cuts import cut_tables
from auditkit.verification.example_rows import example_rows
from auditkit.verification.markup import read_html
from auditkit.verification.numbers import marked_numbers
from auditkit.verification.projections import projections
from auditkit.verification.scenes import scenes
from auditkit.verification.scores import score_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditkit.verification.markup import Element

NUMBERS = "numbers in report.html"
_SHOWN = 20
"""Most problems of one kind that are named; the others are counted."""


class Compared(NamedTuple):
    """What the report says, compared with the evidence."""

    numbers: int
    """Marked numbers that were compared."""
    checks: tuple[Check, ...]


def compare_report(out: Path, pages: tuple[str, ...] = ()) -> Compared:
    """Compare the report of the audit in `out`, whose evidence is intact, with that evidence.

    Args:
        out: The audit's folder.
        pages: Paths of the pages that hold cards, beside report.html.
    """
    cards = Cards()
    try:
        citations = Citations(Audit(out))
        found = [_read(out, name, citations, cards) for name in ("report.html", *pages)]
        places = _summed("cards of examples", cards.checks(citations))
    except EvidenceError as error:
        return Compared(0, (Check(NUMBERS, f"cannot be compared: {error}"),))
    numbers = sum(compared.numbers for compared in found)
    return Compared(numbers, (*(c for compared in found for c in compared.checks), *places))


def _read(out: Path, name: str, citations: Citations, cards: Cards) -> Compared:
    try:
        text = (out / name).read_bytes().decode("utf-8")
        page = read_html(text, name)
        cards.add(name, page)
        return _compared(page, name, citations, is_whole=text.endswith("</html>"))
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
    except EvidenceError as error:
        problem = f"cannot be compared: {error}"
    except (ValueError, KeyError, TypeError) as error:
        problem = f"cannot be compared: {type(error).__name__}: {error}"
    return Compared(0, (Check(f"numbers in {name}", problem),))


def _compared(page: Element, name: str, citations: Citations, *, is_whole: bool) -> Compared:
    numbers = [
        *marked_numbers(page, citations),
        *score_tables(page, citations),
        *cut_tables(page, citations),
    ]
    missing = None if numbers else "none is marked, so nothing was compared"
    cut = None if is_whole else "does not end where a page ends: it is cut off, or was added to"
    return Compared(
        len(numbers),
        (
            Check(f"end of {name}", cut),
            *_summed(f"numbers in {name}", numbers),
            *([Check(f"numbers in {name}", missing)] if missing else []),
            *_summed(f"table of examples in {name}", example_rows(page, citations)),
            *_summed(f"charts in {name}", charts(page, citations)),
            *_summed(f"views of decisions in {name}", scenes(page, citations)),
            *_summed(f"points in {name}", projections(page, citations)),
        ),
    )


def _summed(subject: str, checks: Iterable[Check]) -> list[Check]:
    """Return what is wrong, at most `_SHOWN` of it, or one check that says nothing is."""
    every = list(checks)
    wrong = [check for check in every if check.problem]
    if not wrong:
        return [Check(subject, None)] if every else []
    more = len(wrong) - _SHOWN
    rest = [Check(subject, f"{more:,} more are wrong")] if more > 0 else []
    return [*wrong[:_SHOWN], *rest]
