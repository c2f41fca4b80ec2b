"""Whether report.html and its pages say what the evidence says. No browser, nothing is run.

Whatever a page has as data is compared in both ways: what the evidence calls for is there, once and
where it belongs, and nothing else is. Read are the cover, severities, numbers that cite evidence,
tables of scores and of layers, the table of examples, the data of charts, what the viewer is handed, texts and names of tokens,
colours given as letters, routes. Not read are sentences, other pictures, styles, and what scripts do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditkit.errors import EvidenceError
from auditkit.evidence.reader import Audit
from auditkit.verification.card import card_checks
from auditkit.verification.cards import Cards
from auditkit.verification.charts import charts
from auditkit.verification.checks import Check
from auditkit.verification.citations import Citations
from auditkit.verification.cited import report_rows
from auditkit.verification.cover import cover, severities
from auditkit.verification.example_rows import example_rows
from auditkit.verification.form import form
from auditkit.verification.listing import said_of_others
from auditkit.verification.markup import read_html
from auditkit.verification.numbers import marked_numbers, uncited_numbers
from auditkit.verification.projections import projections
from auditkit.verification.row_tables import row_tables
from auditkit.verification.scores import score_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from auditkit.verification.markup import Element

REPORT = "report.html"
NUMBERS = f"numbers in {REPORT}"
_EXPLANATION = "explanation"
"""Key `page` of the configuration where nothing is said about a set."""
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
        found = [_read(out, name, citations, cards) for name in (REPORT, *pages)]
        places = _summed("cards of examples", cards.checks(citations))
    except EvidenceError as error:
        return Compared(0, (Check(NUMBERS, f"cannot be compared: {error}"),))
    except (ValueError, LookupError, TypeError) as error:
        return Compared(
            0, (Check(NUMBERS, f"cannot be compared: {type(error).__name__}: {error}"),)
        )
    numbers = sum(compared.numbers for compared in found)
    return Compared(numbers, (*(c for compared in found for c in compared.checks), *places))


def _read(out: Path, name: str, citations: Citations, cards: Cards) -> Compared:
    try:
        text = (out / name).read_bytes().decode("utf-8")
        page = read_html(text, name)
        cards.add(name, page)
        compared = _compared(page, name, citations)
        whole = _summed(f"form of {name}", form(text, page))
        return Compared(compared.numbers, (*whole, *compared.checks))
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
    except EvidenceError as error:
        problem = f"cannot be compared: {error}"
    except (ValueError, LookupError, TypeError) as error:
        problem = f"cannot be compared: {type(error).__name__}: {error}"
    return Compared(0, (Check(f"numbers in {name}", problem),))


def _compared(page: Element, name: str, citations: Citations) -> Compared:
    in_cards = [card_checks(card, citations) for card in page.find("article", "card")]
    marked = [*marked_numbers(page, citations), *score_tables(page, citations)]
    missing = None if marked else "none is marked, so nothing was compared"
    in_rows = row_tables(page, citations)
    numbers = [*marked, *in_rows, *(check for card in in_cards for check in card.numbers)]
    views = [check for card in in_cards for check in card.views]
    parts = [check for card in in_cards for check in card.parts]
    return Compared(
        len(numbers),
        (
            *_summed(f"numbers in {name}", [*numbers, *uncited_numbers(page, citations)]),
            *([Check(f"numbers in {name}", missing)] if missing else []),
            *_summed(f"views of decisions in {name}", views),
            *_summed(f"cards in {name}", parts),
            *_of_the_set(page, name, citations),
        ),
    )


def _of_the_set(page: Element, name: str, citations: Citations) -> Iterator[Check]:
    """Compare what is about the set; a page of cards and an explanation of single texts have none."""
    if name == REPORT:
        yield from _summed(f"cover of {name}", cover(page, citations))
    is_here = name == REPORT and citations.audit.config.get("page") != _EXPLANATION
    yield from _summed(
        f"table of examples in {name}", example_rows(page, citations, is_called_for=is_here)
    )
    others = said_of_others(page, citations, is_called_for=is_here)
    yield from _summed(f"examples not listed in {name}", others)
    yield from _summed(f"charts in {name}", charts(page, citations, is_called_for=is_here))
    yield from _summed(f"points in {name}", projections(page, citations, is_called_for=is_here))
    if is_here:
        yield from _summed(f"rows shown in {name}", report_rows(page, citations))
        yield from _summed(f"severities in {name}", severities(page, citations))


def _summed(subject: str, checks: Iterable[Check]) -> list[Check]:
    """Return what is wrong, at most `_SHOWN` of it, or one check that says nothing is."""
    every = list(checks)
    wrong = [check for check in every if check.problem]
    if not wrong:
        return [Check(subject, None)] if every else []
    more = len(wrong) - _SHOWN
    rest = [Check(subject, f"{more:,} more are wrong")] if more > 0 else []
    return [*wrong[:_SHOWN], *rest]
