"""What charts show, as Vega-Lite specifications with inline data, made with Altair.

Names from the data are values of fixed fields, never names of fields, titles or expressions.
Axes, legends and background are left to the renderer; colours of marks hold on light and dark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLAIN = "#5e4b8b"
"""Of everything without a sign, as in heat maps: orange and blue say supports and opposes, and nothing else."""
GREY = "#7a7a7a"
SEQUENTIAL = ("#e4e2ea", "#aaa1c1", PLAIN, "#33264f")
DIVERGING = ("#4d5258", "#f7f7f7", PLAIN)
"""From -1 over 0 to 1, of agreement."""

WIDEST = 620
"""Pixels; a matrix with many columns gets narrower cells."""
CELL, CELL_WITH_NUMBER = 34, 68
"""Width of a cell in pixels."""

Spec = dict[str, Any]
Values = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What a matrix chart shows: rows and columns in the order they are drawn."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    column_title: str
    row_title: str
    value_title: str
    low: float = 0.0
    high: float = 1.0
    diverging: bool = False
    are_shares: bool = False
    """Whether the values are printed as percentages."""
    numbers: str | None = None
    """Format of the number written into each cell; None writes none."""

    @property
    def width(self) -> int:
        """Width in pixels."""
        cell = CELL if self.numbers is None else CELL_WITH_NUMBER
        return min(WIDEST, cell * max(1, len(self.columns)))


def top_of(values: Iterable[float | None], *, least: float) -> float:
    """Return the upper end of a scale: the largest value, at least `least`."""
    return max([least, *(value for value in values if value is not None)])


def top_above(values: Iterable[float | None], low: float) -> float:
    """Return the upper end of a scale that begins at `low` and has some length."""
    return top_of(values, least=low + 1e-3)


def bottom_of(values: Iterable[float | None]) -> float:
    """Return the lower end of a scale: the smallest value, at most 0."""
    return min([0.0, *(value for value in values if value is not None)])


def _finished(chart: Any) -> Spec:  # noqa: ANN401  (any Altair chart)
    import altair as alt

    with alt.data_transformers.enable(consolidate_datasets=False):
        spec: Spec = chart.to_dict()
    spec.pop("config", None)
    return spec


def matrix(shape: Matrix, values: Values) -> Spec:
    """Return a matrix of coloured cells.

    Args:
        shape: Rows, columns, titles and scale.
        values: ``column``, ``row``, ``value``; cells without a value are left out.
    """
    import altair as alt

    known = [cell for cell in values if cell["value"] is not None]
    colours = DIVERGING if shape.diverging else SEQUENTIAL
    scale = alt.Scale(domain=_domain(shape, len(colours)), range=list(colours), clamp=True)
    figures = ".1%" if shape.are_shares else ".3f"
    legend = alt.Legend(format=".0%") if shape.are_shares else alt.Legend()
    base = alt.Chart(alt.Data(values=known)).encode(
        x=alt.X(
            "column:N",
            title=shape.column_title,
            scale=alt.Scale(domain=list(shape.columns)),
            axis=alt.Axis(labelAngle=0 if shape.numbers is None else -30),
        ),
        y=alt.Y("row:N", title=shape.row_title, scale=alt.Scale(domain=list(shape.rows))),
        tooltip=[
            alt.Tooltip("row:N", title=shape.row_title),
            alt.Tooltip("column:N", title=shape.column_title),
            alt.Tooltip("value:Q", title=shape.value_title, format=shape.numbers or figures),
        ],
    )
    cells = base.mark_rect(stroke=GREY, strokeWidth=0.5).encode(
        color=alt.Color(
            "value:Q",
            scale=scale,
            title=None if shape.numbers is None else shape.value_title,
            legend=legend,
        )
    )
    chart = cells if shape.numbers is None else alt.layer(cells, _numbers(base, shape))
    height = alt.Step(24 if shape.numbers is None else 34)
    return _finished(chart.properties(width=shape.width, height=height))


def _domain(shape: Matrix, colours: int) -> list[float]:
    step = (shape.high - shape.low) / (colours - 1)
    return [shape.low + step * position for position in range(colours)]


def _numbers(base: Any, shape: Matrix) -> Any:  # noqa: ANN401  (an Altair chart)
    import altair as alt

    share = 0.75 if shape.diverging else 0.5
    dark = alt.datum.value > shape.low + share * (shape.high - shape.low)
    return base.mark_text(fontSize=12).encode(
        text=alt.Text("value:Q", format=shape.numbers),
        color=alt.condition(dark, alt.value("#ffffff"), alt.value("#111111")),
    )


def intervals(values: Values, names: Sequence[str], titles: tuple[str, str, str]) -> Spec:
    """Return one dot with its interval per name, and a tick where the baseline stands.

    Args:
        values: ``name``, ``value``, ``low``, ``high``, ``baseline``; all shares.
        names: Names from top to bottom.
        titles: Title of the names, of the value and of the baseline.
    """
    import altair as alt

    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("name:N", title=titles[0], scale=alt.Scale(domain=list(names)))
    )
    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%")
    tooltip = [
        alt.Tooltip("name:N", title=titles[0]),
        alt.Tooltip("value:Q", title=titles[1], format=".1%"),
        alt.Tooltip("baseline:Q", title=titles[2], format=".1%"),
    ]
    rule = base.mark_rule(color=PLAIN, strokeWidth=2).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=f"{titles[1]} (dot), {titles[2]} (bar)"),
        x2="high:Q",
    )
    dot = base.mark_point(color=PLAIN, filled=True, size=70).encode(x="value:Q", tooltip=tooltip)
    tick = base.mark_tick(color=GREY, thickness=3, size=16).encode(x="baseline:Q")
    return _finished(alt.layer(rule, tick, dot).properties(height=alt.Step(28)))


def reliability(values: Values) -> Spec:
    """Return the reliability curve: share of right answers over mean probability, bin by bin.

    Args:
        values: ``confidence``, ``value``, ``low``, ``high``, ``n`` per bin.
    """
    import altair as alt

    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%")
    ideal = (
        alt.Chart(alt.Data(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}]))
        .mark_line(color=GREY, strokeWidth=1.5)
        .encode(x=alt.X("x:Q", scale=scale, axis=axis), y=alt.Y("y:Q", scale=scale, axis=axis))
    )
    base = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X("confidence:Q", scale=scale, axis=axis, title="mean probability in the bin")
    )
    bars = base.mark_rule(color=PLAIN, strokeWidth=2).encode(
        y=alt.Y("low:Q", scale=scale, axis=axis, title="share of right answers"), y2="high:Q"
    )
    dots = base.mark_point(color=PLAIN, filled=True).encode(
        y="value:Q",
        size=alt.Size("n:Q", title="answers", scale=alt.Scale(range=[30, 300])),
        tooltip=[
            alt.Tooltip("confidence:Q", title="mean probability", format=".1%"),
            alt.Tooltip("value:Q", title="share right", format=".1%"),
            alt.Tooltip("n:Q", title="answers"),
        ],
    )
    return _finished(alt.layer(bars, ideal, dots).properties(width=380, height=300))


def scatter(values: Values, verdicts: Sequence[str]) -> Spec:
    """Return observed against predicted changes, a mark for each verdict, and the line of equality.

    Args:
        values: ``predicted``, ``observed``, ``verdict``.
        verdicts: Every verdict, in the order of the legend.
    """
    import altair as alt

    numbers = [value[axis] for value in values for axis in ("predicted", "observed")]
    ends = [{"x": end, "y": end} for end in (min(numbers), max(numbers))]
    equal = (
        alt.Chart(alt.Data(values=ends))
        .mark_line(color=GREY, strokeWidth=1.5)
        .encode(x="x:Q", y="y:Q")
    )
    shapes = ("circle", "triangle-down", "triangle-up", "square", "cross", "diamond")
    colours = ("#0b625f", "#7fb3ae", "#3a2d5c", "#8a6d00", GREY, "#9b2f17")
    kinds = list(verdicts)
    dots = (
        alt.Chart(alt.Data(values=values))
        .mark_point(filled=True, size=46, opacity=0.75)
        .encode(
            x=alt.X("predicted:Q", title="change of the margin, predicted by the gradient"),
            y=alt.Y("observed:Q", title="change of the margin, observed"),
            color=alt.Color(
                "verdict:N", title=None, scale=alt.Scale(domain=kinds, range=list(colours))
            ),
            shape=alt.Shape(
                "verdict:N", title=None, scale=alt.Scale(domain=kinds, range=list(shapes))
            ),
            tooltip=[
                alt.Tooltip("predicted:Q", title="predicted", format="+.3f"),
                alt.Tooltip("observed:Q", title="observed", format="+.3f"),
                alt.Tooltip("verdict:N", title="verdict"),
            ],
        )
    )
    return _finished(alt.layer(equal, dots).properties(width=420, height=340))
