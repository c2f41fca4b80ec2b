"""Blocks to one HTML file that needs no network, no server and no script to be read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditkit.render import assets, card, charts, numbers
from auditkit.render.blocks import Chart, ExampleCard
from auditkit.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.render.blocks import Block
    from auditkit.render.page import ReportPage


def render_html(report: ReportPage) -> str:
    """Return the report as one HTML document; the same report gives the same text.

    Raises:
        jinja2.TemplateNotFound: A block's kind has no template in ``templates/blocks``.
    """
    scripts = [assets.vega_script()] if has_charts(report) else []
    scripts.append(assets.report_script())
    return (
        environment()
        .get_template("base.html.jinja")
        .render(
            report=report,
            medium="html",
            cards=example_ids(report),
            policy=_policy(scripts),
            style=Markup(assets.style()),  # noqa: S704  our own file
            early=Markup(assets.early_script()),  # noqa: S704  our own file
            scripts=[Markup(script) for script in scripts],  # noqa: S704  our own files
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
        exact=numbers.exact,
        figure=lambda chart: Markup(charts.static_svg(chart.spec, chart.id)),  # noqa: S704
        vega=lambda chart: charts.vega_spec(chart.spec),
        flag_names=lambda rows: sorted({flag for row in rows for flag in row.flags}),
    )
    made.globals.update(shown=numbers.shown, card_view=card.view)
    return made


def has_charts(report: ReportPage) -> bool:
    """Whether the report has a chart, and so needs the chart runtime."""
    return any(isinstance(block, Chart) for block in _blocks(report))


def example_ids(report: ReportPage) -> frozenset[str]:
    """Ids of the examples that have a card, so that no link leads nowhere."""
    return frozenset(block.id for block in _blocks(report) if isinstance(block, ExampleCard))


def _blocks(report: ReportPage) -> Iterator[Block]:
    return (block for section in report.sections for block in section.blocks)


def _policy(scripts: list[str]) -> str:
    allowed = " ".join(assets.digest(text) for text in (assets.early_script(), *scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {assets.digest(assets.style())}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _finalize(value: Any) -> Any:  # noqa: ANN401  whatever a template prints
    """Show control characters in everything that is printed; markup is printed as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
