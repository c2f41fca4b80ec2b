"""An explanation of one text, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.render.example_card import card
from auditkit.render.example_view import overviews
from auditkit.render.numbers import MINUS
from auditkit.render.plain_text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.inline import Prose

_BAR = 20
"""Characters of the longest bar."""


def lines(audit: Audit) -> Iterator[str]:
    """Yield the rationale and the tested route of the audit's first example."""
    (example,) = audit.examples.slice(0, 1).to_pylist()
    if example["margin"] is None:
        yield f"The model gave no answer that can be explained: {', '.join(example['flags'])}."
        return
    foil = f" against {example['foil']}" if example["foil"] else ""
    yield f"{example['predicted']}{foil}: margin {example['margin']:+.3f}"
    if {"one_unit", "one_token"} & set(example["flags"]):
        yield "The text is one unit: nothing in it was compared, so scores say nothing of its parts."
    yield from _rationale(audit, example)
    yield from _route(audit)


def _rationale(audit: Audit, example: dict[str, Any]) -> Iterator[str]:
    rows = [row for row in audit.attributions.to_pylist() if row["method"] == "ledger"]
    if not rows:
        return
    row = rows[0]
    yield ""
    yield "What the words contribute, against the blank text (ledger):"
    yield f"{row['base']:+.3f} with every word blanked, and from there"
    words = _by_word(example, row["scores"])
    widest = max((len(text) for text, _ in words), default=0)
    largest = max((abs(value) for _, value in words), default=0.0) or 1.0
    for text, value in words:
        bar = ("+" if value > 0 else "-") * round(_BAR * abs(value) / largest)
        yield f"  {text:<{widest}}  {value:+8.3f}  {bar}"
    yield f"  remainder {row['residual']:+.1e}"


def _by_word(example: dict[str, Any], scores: list[float]) -> list[tuple[str, float]]:
    places = np.array(example["words"])
    found = []
    for word in range(int(places.max(initial=-1)) + 1):
        at = np.flatnonzero(places == word)
        found.append((_text(example, at), float(np.asarray(scores)[at].sum())))
    return found


def _text(example: dict[str, Any], at: np.ndarray) -> str:
    field = example["text_pair"] if example["segments"][at[0]] == 1 else example["text"]
    return str(field)[example["starts"][at[0]] : example["stops"][at[-1]]]


def _route(audit: Audit) -> Iterator[str]:
    """Yield what the card says of the tested route, in the same words."""
    part = card(audit, overviews(audit)[0], scene=False, agreement=False).chain
    if part is None:
        return
    yield ""
    yield f"{part.title}: {_said((part.grade,)).lower()}"
    yield from (f"  {_said(paragraph)}" for paragraph in part.lead)
    for what, result, least in part.tests.rows:
        yield f"  {_said(what)}: {_said(result)} ({_said(least)})"
    for number, step in enumerate(part.steps, start=1):
        yield f"  {number}. {_said(step.sentence)}"
    yield from (f"  {_said(paragraph)}" for paragraph in part.rest)


def _said(prose: Prose) -> str:
    """Return prose with the minus sign that a terminal's user types."""
    return text_of(prose).replace(MINUS, "-")
