"""The table of changed words, from which scripts make a strip of words: every change in its place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from auditkit.verification.about import finite
from auditkit.verification.checks import Check, checked
from auditkit.verification.colours import are_colours, largest
from auditkit.verification.names import (
    NO_ANSWER,
    answers,
    listed,
    name,
    visible,
    word_members,
    word_names,
)
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditkit.verification.about import About, Cells
    from auditkit.verification.markup import Element

KINDS = ("mask", "delete", "swap")
_GONE, _UNKNOWN = "-", "?"
"""What stands for a word without a colour: it is gone, or there is no ledger."""
_SCORES = "ledger"
"""Method whose scores colour the words of the unchanged text."""


def edits(card: Element, known: About) -> Iterator[Check]:
    """Compare the tables of changes of a card.

    Returns:
        One check per table, per row, and per change.
    """
    for section in (*card.find("section", "edits"), *card.find("section", "pokes")):
        full = _full(known)
        right = _are_colours(section.attributes.get("data-codes", ""), _own(known), full)
        yield checked(section, None if right else "colours its words by other scores")
        tables = section.find("table", "changes")
        lines = [line for t in tables for body in t.find("tbody") for line in body.find("tr")]
        changed = [edit["word"] for edit in known.edits if edit["word"] is not None]
        if len(tables) != 1 or len(lines) != 1 + max(changed, default=-1):
            yield checked(section, "has another number of changed words than pokes.parquet")
        words = word_names(known.row)
        for word, line in enumerate(lines[: len(words)]):
            made = {edit["kind"]: edit for edit in known.edits if edit["word"] == word}
            yield checked(line, _line_problem(line, word, words[word], made))
            for cell in (*line.find("td", "edit"), *line.find("td", "poke")):
                edit = made.get(cell.attributes.get("data-kind", ""))
                if edit is not None:
                    yield checked(cell, _cell_problem(cell, edit, known, full))


def _line_problem(line: Element, word: int, spelling: str, made: Mapping[str, Cells]) -> str | None:
    """Say what is wrong with the row of a word, but for what its changes say."""
    said = [*line.find("span", "at"), *line.find("bdi", "what")]
    if [part.text() for part in said] != [str(word), spelling]:
        return f"is not about word {word}, {quoted(spelling)}"
    cells = [cell.attributes.get("data-kind") for cell in line.find("td")]
    if cells != [kind if kind in made else None for kind in KINDS]:
        return f"shows other changes of word {word} than pokes.parquet"
    return None


def _cell_problem(cell: Element, edit: Cells, known: About, full: float) -> str | None:
    there = f"pokes.parquet#{edit['at']}"
    cited = [mark.attributes.get("data-evidence") for mark in cell.find("data")]
    if cited != _numbers(edit, there):
        return f"cites other numbers than those of {there}"
    instead = [] if edit["instead"] is None else [name(edit["instead"])]
    if [part.text() for part in cell.find("span", "instead")] != instead:
        return f"puts another word in its place than {there}"
    badges = [bdi.text() for badge in cell.find("span", "badge") for bdi in badge.find("bdi")]
    if badges != _now(edit, known):
        return f"tells another prediction than {there}"
    right = _are_colours(cell.attributes.get("data-codes", ""), edit["relevance"], full)
    return None if right else f"has other colours than {there}"


def _numbers(edit: Cells, there: str) -> list[str]:
    """Return what the cell of a change cites."""
    if finite(edit["margin"]) is None:
        return []
    columns = ("margin", "attention_change")
    return [f"{there}:{column}" for column in columns if finite(edit[column]) is not None]


def _now(edit: Cells, known: About) -> list[str]:
    """Return the new prediction where it is another one, in visible characters."""
    if edit["predicted"] is None or finite(edit["margin"]) is None:
        return []
    problem = known.model["problem"]
    before, now = (
        listed(answers(cell, problem)) or NO_ANSWER
        for cell in (known.row["predicted"], edit["predicted"])
    )
    return [] if now == before else [visible(now)]


def _own(known: About) -> list[float] | None:
    """Return the ledger of the unchanged text by word; None where there is none."""
    wanted = _SCORES, known.target
    scores = next(
        (r["scores"] for r in known.attributions if (r["method"], r["target"]) == wanted), None
    )
    if scores is None:
        return None
    members = word_members(known.row)
    return [math.fsum(scores[at] for at in members.get(word, ())) for word in range(len(members))]


def _full(known: About) -> float:
    """Return what gets full colour: the largest number of the text and all its changes."""
    shown = [edit["relevance"] for edit in known.edits if edit["kind"] in KINDS]
    return largest(value for sheet in (*shown, _own(known)) for value in sheet or ())


def _are_colours(letters: str, numbers: Sequence[float] | None, full: float) -> bool:
    if numbers is None:
        return letters == _UNKNOWN
    gone = [not math.isfinite(number) for number in numbers]
    if [letter == _GONE for letter in letters] != gone:
        return False
    left = [number for number in numbers if math.isfinite(number)]
    return are_colours(letters.replace(_GONE, ""), left, full, signed=True)
