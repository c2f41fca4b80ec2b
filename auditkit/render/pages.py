"""The files of an HTML report: one, or report.html and a folder of pages if one would be too large.

The pages hold the cards of examples, in the order of the data; everything else is in report.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import relpath
from typing import TYPE_CHECKING

from auditkit.render import html
from auditkit.render.example_blocks import ExampleCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from auditkit.render.page import ReportPage

REPORT = "report.html"
FOLDER = "report-pages"

_ID = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r' href="#([^"]*)"')


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file of a report gets, in bytes."""

    one_file: int = 50_000_000
    """A report whose one file would be larger becomes a folder of pages."""
    page: int = 10_000_000
    """Cards of one page; a page has at least one card, however large."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class CardsPage:
    """One page of cards."""

    name: str
    """Path beside report.html, e.g. ``report-pages/examples-0002.html``."""
    ids: tuple[str, ...]
    first: int
    """Row in the data file of its first example, counted from 1."""
    last: int
    number: int
    """Place among the pages, counted from 1."""


def render_files(report: ReportPage, limits: Limits = LIMITS) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of the report; report.html comes last.

    The same report and limits give the same bytes.

    Raises:
        jinja2.TemplateNotFound: A block's kind has no template in ``templates/blocks``.
        AuditError: A template wrote what would end a card too early.
    """
    drawn = html.drawn_cards(report)
    sizes = {name: len(markup.encode()) for name, markup in drawn.items()}
    charts = html.has_charts(report)
    if not drawn or sum(sizes.values()) <= limits.one_file:
        viewer = bool(html.scene_ids(report)) or html.has_projector(report)
        whole = html.draw(
            "base.html.jinja", report, with_charts=charts, with_viewer=viewer, drawn=drawn
        ).encode()
        if not drawn or len(whole) <= limits.one_file:
            yield REPORT, whole
            return
    pages = _paginated(report, sizes, limits)
    places = {f"ex-{name}": page.name for page in pages for name in page.ids}
    for page in pages:
        yield page.name, _linked(_page(report, page, pages, drawn), page.name, places)
    front = html.draw(
        "base.html.jinja",
        report,
        with_charts=charts,
        with_viewer=html.has_projector(report),
        drawn={},
        pages=pages,
    )
    yield REPORT, _linked(front, REPORT, places)


def _paginated(
    report: ReportPage, sizes: Mapping[str, int], limits: Limits
) -> tuple[CardsPage, ...]:
    rows = {
        block.id: block.number
        for section in report.sections
        for block in section.blocks
        if isinstance(block, ExampleCard)
    }
    shares: list[list[str]] = []
    room = 0
    for name, size in sizes.items():
        if size > room:
            shares.append([])
            room = limits.page
        shares[-1].append(name)
        room -= size
    return tuple(
        CardsPage(
            f"{FOLDER}/examples-{number:04}.html", tuple(ids), rows[ids[0]], rows[ids[-1]], number
        )
        for number, ids in enumerate(shares, start=1)
    )


def _page(
    report: ReportPage,
    page: CardsPage,
    pages: tuple[CardsPage, ...],
    drawn: Mapping[str, Markup],
) -> str:
    at = page.number - 1
    return html.draw(
        "cards_page.html.jinja",
        report,
        with_charts=False,
        with_viewer=not html.scene_ids(report).isdisjoint(page.ids),
        early_end="",
        page=page,
        pages=pages,
        before=pages[at - 1] if at else None,
        after=pages[at + 1] if page.number < len(pages) else None,
        drawn=[drawn[name] for name in page.ids],
    )


def _linked(markup: str, here: str, places: Mapping[str, str]) -> bytes:
    """Return a file in which links to what stands in another file lead there."""
    own = frozenset(_ID.findall(markup))

    def link(found: re.Match[str]) -> str:
        there = places.get(found[1]) or (here if found[1] in own else REPORT)
        if there == here:
            return found[0]
        return f' href="{relpath(there, here.rpartition("/")[0] or ".")}#{found[1]}"'

    return _LINK.sub(link, markup).encode()
