"""Render lays out and words; no number or word that it prints is computed there. Checked over syntax trees.

What is said of the evidence's numbers comes from `auditkit.evidence` (`outcomes`, `readings` and their
kin); outside the files that draw, render touches layout numbers only, see `layout_numbers`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.layout_numbers import computed, computed_by_template

ROOT = Path(__file__).parents[2]
RENDER = ROOT / "auditkit" / "render"
TEMPLATES = ROOT / "templates"

DRAWING = {
    "assets.py": "joins paths of the package's own files",
    "chart_specs.py": "charts: scales, colours and lines of pictures",
    "clusters.py": "cuts a text at code points",
    "charts.py": "charts: a specification becomes a picture",
    "heat.py": "scores to steps of colour",
    "layers_plot.py": "places of the margin's line and of the strip of colours",
    "lettering.py": "where texts of pictures start",
    "numbers.py": "writes numbers: decimals, powers of ten, percent signs",
    "pages.py": "sizes of files in bytes",
    "paths.py": "steps of lines of pictures",
    "payload.py": "bytes and cells of pictures",
    "route.py": "places of lines, names and numbers of the picture of a chain",
    "scene/block.py": "bytes of the viewer's data",
    "scene/boxes.py": "which boxes of a picture lie apart",
    "scene/build.py": "shapes of the viewer's arrays",
    "scene/camera.py": "projection of the picture",
    "scene/city.py": "ground plan of the picture",
    "scene/flows.py": "which keys of a row a page holds",
    "scene/picture.py": "places of arcs, boxes and names",
    "scene/projection.py": "places of points",
    "scene/select.py": "which messages are drawn",
    "slimming.py": "decimals of places in charts",
    "scene/stored.py": "rounding for storage",
}
"""File -> what it works out; none of it is a number or a word of a sentence."""

EXCEPTIONS = {
    "html.py:_numbers_from": "alignment of columns",
    "chain_part.py:_route": "columns and gaps of a picture",
    "chain_tables.py:_links_table": "the place of a link, counted from 1",
    "edits_part.py:edits_part": "how many words were changed, by the place of the last",
    "html.py:drawn_cards": "markup that ends a card once",
    "layers_part.py:module": "numpy, for the shape of a list of numbers",
    "pdf.py:_density": "pages that a markup takes",
    "pdf.py:_fonts": "joins paths",
    "pdf.py:_style": "joins style sheets",
    "pdf.py:environment": "joins paths",
    "pdf.py:render_pdf": "code points beyond the markup's own",
    "printing.py:_darkness": "steps of colour",
    "printing.py:_striped": "stripes of a legend",
    "printing.py:evidence": "neighbouring rows share a place",
    "printing.py:figure": "size of a picture",
    "printing.py:rows": "tokens by their steps of colour",
    "rows.py:_digits": "decimals of a number",
    "rows.py:turned": "a number that is cited with its sign turned",
    "scene/part.py:_caption": "how many messages to a token are drawn",
    "text_pieces.py:_covered": "cuts a text at code points",
    "token_names.py:_field": "which text a token is of",
    "token_names.py:_place": "code points of a word",
    "token_names.py:_span": "code points of a word",
    "token_names.py:label": "the place of a part, counted from 1",
    "unprinted.py:notice": "characters of the file itself, which is no evidence",
    "wording.py:plain": "writes a percentage",
    "wording.py:plural": "whether a word is a plural",
}
"""Function -> the layout that it works out."""

DRAWN = {
    "blocks/card_layers.html.jinja": "places in a picture",
    "blocks/card_route.html.jinja": "places in a picture",
    "city.html.jinja": "places in a picture",
    "pdf/blocks/card_route.html.jinja": "places in a picture",
    "pdf/blocks/card_scene.html.jinja": "size of a picture",
}
"""Template -> what it works out."""


def wording_files() -> list[Path]:
    every = sorted(RENDER.rglob("*.py"))
    return [path for path in every if path.relative_to(RENDER).as_posix() not in DRAWING]


def found_in(path: Path) -> dict[str, list[str]]:
    """What a file computes, by file and function."""
    found: dict[str, list[str]] = {}
    for one in computed(path.read_text("utf-8")):
        place = f"{path.relative_to(RENDER).as_posix()}:{one.function}"
        found.setdefault(place, []).append(f"line {one.line}: {one.what}")
    return found


@pytest.mark.parametrize(
    "path", wording_files(), ids=lambda path: path.relative_to(RENDER).as_posix()
)
def test_what_words_numbers_computes_none(path: Path) -> None:
    assert {place: what for place, what in found_in(path).items() if place not in EXCEPTIONS} == {}


def test_every_exception_is_needed() -> None:
    every = {place for path in wording_files() for place in found_in(path)}
    assert set(EXCEPTIONS) - every == set()
    assert all((RENDER / name).is_file() for name in DRAWING)


@pytest.mark.parametrize("name", sorted(p.relative_to(TEMPLATES).as_posix() for p in TEMPLATES.rglob("*.jinja")))  # fmt: skip
def test_no_template_computes(name: str) -> None:
    found = computed_by_template((TEMPLATES / name).read_text("utf-8"))
    assert bool(found) == (name in DRAWN), found


# --- Negative controls ---------------------------------------------------------------------------


def body(text: str) -> str:
    lines = "\n".join(f"    {line}" for line in text.splitlines())
    return f"def f(row, values, mean, x, value, gap, example, audit):\n{lines}\n"


@pytest.mark.parametrize(
    "text",
    [
        "return 1 - mean",
        "return -mean",
        "return math.exp(x)",
        "return 1 / (1 + math.exp(-x))",
        "return np.median(values)",
        "return values.mean()",
        "return sum(values) / len(values)",
        "return sum(values)",
        "return max(values, key=lambda one: one.value)",
        "return abs(x)",
        "return round(value)",
        "return sorted(values)[len(values) // 2] * 2",
        "if value > 0.5:\n    text = 'high'",
        "if value > 0:\n    text = 'high'",
        "if value > THRESHOLD:\n    text = 'high'",
        "return 'above' if gap.low > gap.reference else 'below'",
        "if value == 0:\n    return 'none'",
        "if 0.5 <= value < 0.9:\n    return 'middling'",
        "return f'{100 * value:.0f}%'",
        "return f'{value * 100}%'",
        "total = 0\nfor one in values:\n    total += one.value\nreturn total",
        "share = row.n / len(values)\nreturn share",
        "count = len(values)\ncount = row.n\nreturn count - 1",
        "low, high = row.low, row.high\nreturn high - low",
        "return sum(one.correct is False for one in values)",
        "return sum(len(values) * one.value for one in values)",
        "return [one * 2 for one in values]",
        "return row['spearman'] < 0",
        "return dict(sorted(values, key=lambda one: -one.value))",
        "for at, one in enumerate(values):\n    if one > at:\n        return one",
        "return functools.reduce(add, values)",
        "return not value >= THRESHOLD",
        "return min(0.0, *values)",
        "return min(len(values), value)",
    ],
)
def test_negative_control_computing_is_found(text: str) -> None:
    assert computed(body(text))


@pytest.mark.parametrize(
    "line",
    [
        "import numpy as np", "import statistics", "from statistics import fmean", "from math import exp",
        "from collections import Counter", "from operator import add", "import scipy.special",
        "from numpy import median", "from fractions import Fraction",
    ],
)  # fmt: skip
def test_negative_control_what_computes_is_not_even_imported(line: str) -> None:
    assert computed(f"{line}\n")


@pytest.mark.parametrize(
    "text",
    [
        "return values[: len(values) - 1]",
        "rest = len(values) - MOST\nreturn f'and {rest} more' if rest > 0 else ''",
        "return [f'after {at - 1}' for at in range(len(values))]",
        "for number, one in enumerate(values, start=1):\n    yield number + 1, one",
        "return text if len(text) <= LONGEST else f'{text[: LONGEST - 1]}...'",
        "return (None,) * len(values)",
        "return sum(len(one.text) for one in values) > LONGEST",
        "names = set(values) - set(row)\nreturn sorted(names)",
        "told = ['a']\ntold += ['b', *values]\nreturn told",
        "return 'a' + row.text + f'{value:.2f}'",
        "return text.replace('x', 'y') + value",
        "if value is None or not math.isfinite(value):\n    return None",
        "return side(gap.low, gap.high, 0)",
        "return row.value if len(values) == 1 else highest(values, attrgetter('value'))",
        "names = {**row} | {'a': 1}\nreturn names",
        "return max(len(values), 2)",
    ],
)
def test_negative_control_layout_passes(text: str) -> None:
    assert computed(body(text)) == []


def test_negative_control_a_whole_number_is_one_that_is_declared() -> None:
    assert computed("def f(layers: int) -> str:\n    return f'{layers - 1}'\n") == []
    assert computed("def f(layers: float) -> str:\n    return f'{layers - 1}'\n")


def test_negative_control_inner_functions_and_methods_are_read() -> None:
    source = "class A:\n    def g(self, value):\n        def h():\n            return 1 - value\n        return h\n"
    assert [one.function for one in computed(source)] == ["g"]


@pytest.mark.parametrize(
    "source",
    [
        "{{ 100 * value }}", "{{ value - 1 }}", "{{ rows | sum }}", "{{ rows | map(attribute='n') | max }}",
        "{% if value > 0.5 %}high{% endif %}", "{% if view.total == 0 %}none{% endif %}", "{{ value | round(1) }}",
        "{% set share = row.n %}{{ share + 1 }}", "{{ '{:.1f}%'.format(100 * value) }}",
    ],
)  # fmt: skip
def test_negative_control_a_template_that_computes_is_found(source: str) -> None:
    assert computed_by_template(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ rows | length - 1 }}", "{% set left = rows | length - 5 %}{{ left - 1 }}", "{{ value }}",
        "{% if loop.index0 > 2 %}x{% endif %}", "{% if kind == 'html' %}x{% endif %}", "{{ 'a' ~ value }}",
    ],
)  # fmt: skip
def test_negative_control_a_template_that_counts_its_rows_passes(source: str) -> None:
    assert computed_by_template(source) == []
