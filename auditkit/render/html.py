"""Blocks to HTML that needs no network, no server and no script to be read.

`auditkit.render.pages` puts it into one file or several.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditkit.errors import AuditError
from auditkit.render import assets, card, charts, edits_part, layers_plot, numbers, route
from auditkit.render.blocks import Chart
from auditkit.render.example_blocks import ExampleCard
from auditkit.render.projector_block import Projector
from auditkit.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.render.blocks import Block, Column
    from auditkit.render.page import ReportPage


_LAST_ALIGNED = 4
"""The style sheet has a rule for numbers from each column on up to this one."""
_KEPT_UNTIL = "</noscript"
"""Ends what a card keeps for later, so nothing in a card may spell it but the card itself."""


def render_html(report: ReportPage) -> str:
    """Return the report as one HTML document; the same report gives the same text.

    Raises:
        jinja2.TemplateNotFound: A block's kind has no template in ``templates/blocks``.
        AuditError: A template wrote what would end a card too early.
    """
    return draw(
        "base.html.jinja",
        report,
        with_charts=has_charts(report),
        with_viewer=bool(scene_ids(report)) or has_projector(report),
        drawn=drawn_cards(report),
    )


def drawn_cards(report: ReportPage) -> dict[str, Markup]:
    """Return the markup of every example's card by the example's id, in the order of the report.

    Raises:
        AuditError: A template wrote what would end a card too early.
    """
    template = environment().get_template("blocks/example_card.html.jinja")
    drawn = {}
    for block in _blocks(report):
        if isinstance(block, ExampleCard):
            markup = template.render(block=block, medium="html")
            if markup.count(_KEPT_UNTIL) != 1:
                raise AuditError(f"The card of example {block.id} holds a noscript element.")
            drawn[block.id] = Markup(markup)  # noqa: S704  a template's
    return drawn


def draw(
    template: str,
    report: ReportPage,
    *,
    with_charts: bool,
    with_viewer: bool,
    **more: Any,  # noqa: ANN401
) -> str:
    """Return one HTML document of the report.

    Args:
        template: Name of its template.
        report: The report.
        with_charts: Whether to add the chart runtime.
        with_viewer: Whether to add the viewer.
        more: What else the template asks for.
    """
    needed = {"vega": with_charts, "viewer": with_viewer}
    libraries = [assets.library(name) for name, is_needed in needed.items() if is_needed]
    return (
        environment()
        .get_template(template)
        .render(
            report=report,
            medium="html",
            policy=_policy(libraries),
            style=Markup(assets.style()),  # noqa: S704  our own file
            early=Markup(assets.early_script()),  # noqa: S704  our own file
            script=Markup(assets.report_script()),  # noqa: S704  our own files
            libraries=libraries,
            cards=example_ids(report),
            **{"early_end": _first_of_cards(report), **more},
        )
    )


@cache
def environment() -> Environment:
    """Return the templates with everything they call; the PDF is drawn with the same."""
    made = Environment(
        loader=FileSystemLoader(assets.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    made.filters.update(
        beside=lambda path: path.rpartition("/")[2],
        exact=numbers.exact,
        figure=lambda chart: Markup(charts.static_svg(chart.spec, chart.id)),  # noqa: S704
        vega=lambda chart: charts.vega_spec(chart.spec),
        layers_view=layers_plot.view,
        edits_view=edits_part.view,
        route_view=route.view,
        numbers_from=_numbers_from,
        flag_names=lambda rows: sorted({flag for row in rows for flag in row.flags}),
    )
    made.globals.update(shown=numbers.shown, card_view=card.view, pages=())
    return made


def _numbers_from(columns: Sequence[Column]) -> int:
    """Return from which column on, from 1, a table is aligned as numbers are; 0 if it has none."""
    first = next((at for at, column in enumerate(columns, start=1) if column.numeric), 0)
    return min(first, _LAST_ALIGNED)


def has_charts(report: ReportPage) -> bool:
    """Whether the report has a chart, and so needs the chart runtime."""
    return any(isinstance(block, Chart) for block in _blocks(report))


def scene_ids(report: ReportPage) -> frozenset[str]:
    """Ids of the examples whose card has a scene, for which the viewer is needed."""
    return frozenset(b.id for b in _blocks(report) if isinstance(b, ExampleCard) and b.scene)


def has_projector(report: ReportPage) -> bool:
    """Whether the report shows examples as points, for which the viewer is needed."""
    return any(isinstance(block, Projector) for block in _blocks(report))


def example_ids(report: ReportPage) -> frozenset[str]:
    """Ids of the examples that have a card, so that no link leads nowhere."""
    return frozenset(block.id for block in _blocks(report) if isinstance(block, ExampleCard))


def _first_of_cards(report: ReportPage) -> str:
    """Return the id of the first section with cards, before which scripts run; empty if none has."""
    with_cards = (
        section.id
        for section in report.sections
        if any(isinstance(block, ExampleCard) for block in section.blocks)
    )
    return next(with_cards, "")


def _blocks(report: ReportPage) -> Iterator[Block]:
    return (block for section in report.sections for block in section.blocks)


def _policy(libraries: list[assets.Library]) -> str:
    inline = [assets.digest(script) for script in (assets.early_script(), assets.report_script())]
    allowed = " ".join([*inline, *(library.digest for library in libraries)])
    return (
        f"default-src 'none'; script-src {allowed}; style-src {assets.digest(assets.style())}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _finalize(value: Any) -> Any:  # noqa: ANN401  whatever a template prints
    """Show control characters in what is printed, not in markup; whole places of pictures have no decimals."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
