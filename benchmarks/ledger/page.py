"""The tables and the sentences with numbers in `docs/ledger.md`, drawn from the kept figures."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Figure
from benchmarks.results import FOLDER, escaped, origin

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def _record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "ledger_study.json").read_text("utf-8"))
    return found


def made() -> str:
    """Return how the figures were made."""
    return origin(_record())


def kept() -> list[Figure]:
    """Return the kept figures of the study."""
    return [Figure(**cells) for cells in _record()["figures"]]


def table(name: str, figures: Iterable[Figure]) -> str:
    """Return one table of the study: figures are named ``table: row: column``."""
    cells: dict[str, dict[str, str]] = {}
    for (row, column), saying in _sayings(name, figures).items():
        cells.setdefault(row, {})[column] = saying
    columns = list(dict.fromkeys(column for row in cells.values() for column in row))
    lines = [
        f"| | {' | '.join(map(escaped, columns))} |",
        f"|---|{'---:|' * len(columns)}",
        *(
            f"| {escaped(row)} | {' | '.join(found.get(column, '') for column in columns)} |"
            for row, found in cells.items()
        ),
    ]
    return "\n".join(lines) + "\n"


def about_links(figures: Iterable[Figure]) -> str:
    """Return what the table of single links says, in numbers."""
    of = _sayings("links", figures)
    frozen, gradient = (
        "the frozen ledger's top 20, by the",
        "the gradient's top 20, by the gradient",
    )
    return (
        f"For the frozen ledger's 20 largest links the slope is {of[f'{frozen} frozen ledger', 'slope']} "
        f"where the ledger predicts and {of[f'{frozen} gradient', 'slope']} where the gradient does. "
        f"By these rules {of[gradient, 'confirmed']} of the gradient's 20 largest links are "
        f"confirmed, {of['20 random links, by the gradient', 'confirmed']} of random ones and "
        f"{of['20 largest attention weights, by the gradient', 'confirmed']} of those with the "
        f"largest attention weights.\n"
    )


def about_chains(figures: Iterable[Figure]) -> str:
    """Return what the table of shares says, in numbers."""
    figures = list(figures)
    of = _sayings("kept", figures)
    half = _sayings("twelve", figures)["gate secants, grown", "keeps half"]
    return (
        f"Twelve links grown by gate secants keep {of['gate secants, grown', '12 links']} of "
        f"s - s_empty in the median text, twelve in the same shape at other words "
        f"{of['the same shape at other words', '12 links']}, and twelve random ones "
        f"{of['random', '12 links']}. They keep half of it or more in {half} of the texts.\n"
    )


def about_grades(figures: Iterable[Figure]) -> str:
    """Return what the table of grades says, in numbers."""
    of = _sayings("grades", figures)
    shuffled = of["weights shuffled, the same links", "confirmed chains"]
    return (
        f"{of['the model', 'confirmed chains']} of the texts have a confirmed route, {shuffled} "
        f"once the weights are shuffled. For all others the report says that none is confirmed.\n"
    )


def _sayings(name: str, figures: Iterable[Figure]) -> dict[tuple[str, str], str]:
    """Return the figures of one table by row and column."""
    parts = ((figure.what.split(": "), figure) for figure in figures)
    return {(row, column): said(figure) for (of, row, column), figure in parts if of == name}


def said(figure: Figure) -> str:
    """Return a figure with its interval, to two digits after the point."""
    if figure.low is None or figure.high is None:
        return _number(figure.value)
    return f"{_number(figure.value)} [{_number(figure.low)}, {_number(figure.high)}]"


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text
