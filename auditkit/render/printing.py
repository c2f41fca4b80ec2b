"""What print needs that a screen does not: cut texts, chosen rows, static figures, code points."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from auditkit.render import charts, heat, lettering, numbers
from auditkit.render.inline import Inline, Measure
from auditkit.render.wording import CONTROL, SAME_FOR_EVERY_CLASS, SHOWN_FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditkit.render.blocks import Chart, Prose, Table
    from auditkit.render.card import CardView, Column, Field, Span

CHARACTERS = 1500
"""A field of an example is printed up to here."""
TOKENS = 30
"""A card with more tokens prints only the largest scores."""
SAID_BEFORE = frozenset((SHOWN_FIRST, SAME_FOR_EVERY_CLASS, CONTROL))
"""Notes that hold for every example."""
COLUMNS = 9
"""Most methods beside each other."""
LONG_WORD = 20
"""Characters above which a word of a table may be broken anywhere."""
SLIM_COLUMNS = 4
"""A table of numbers with at most so many columns does not fill the page."""
FIGURE_SCALE = 0.78
"""Printed size of a chart, so that its letters are as small as those of a table."""
FIGURE_ROOM = 36
"""Units added on the right: the bundled face is wider than the one the legend was laid out for."""
FONTS = "auditkit-sans, auditkit-wide, auditkit-signs, auditkit-emoji, sans-serif"

_BAR = re.compile(r"M0,0h([\d.]+)v([\d.]+)h-[\d.]+Z")
_PLACE = re.compile(r"(.+)#(\d+):(.+)")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "RLE", "RLO", "RLI"))


def has_long_word(cell: Prose) -> bool:
    """Whether a cell has a word that may have to be broken anywhere, e.g. a digest.

    Only such cells may be: measuring where every word of a table could break takes minutes.
    """
    texts = (part if isinstance(part, str) else getattr(part, "text", "") for part in cell)
    return any(len(word) > LONG_WORD for text in texts for word in text.split())


def with_plain_numbers(cell: Prose) -> Prose:
    """Return a cell with numbers as text, for which no element need be laid out and tagged.

    In tables they look like text; not so one that is undefined, or has an interval or a count behind it.
    """
    parts: list[Inline] = []
    for part in map(_plain_number, cell):
        if parts and isinstance(part, str) and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts)


def _plain_number(part: Inline) -> Inline:
    if not isinstance(part, Measure) or part.value is None:
        return part
    return numbers.shown(part, part.value) if part.low is None and part.n is None else part


def is_slim(table: Table) -> bool:
    """Whether a table has so few and so narrow columns that it need not fill the page."""
    return len(table.columns) <= SLIM_COLUMNS and all(c.numeric for c in table.columns[1:])


def code_points(codes: Iterable[int]) -> dict[int, str]:
    """Return a translation that writes characters as their code points, e.g. ``[U+202E]``."""
    return {code: f"[U+{code:04X}]" for code in codes}


DIRECTION_MARKS = code_points(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Marks that change the direction of writing: on paper nobody could find them."""


@dataclass(frozen=True, slots=True)
class Part:
    """The printed part of a field."""

    text: str
    spans: tuple[Span, ...]
    left_out: int
    """Characters that are not printed."""
    is_plain: bool
    """Printed without colours, because it has writing from right to left."""


def part(field: Field) -> Part:
    """Return the start of a field, up to `CHARACTERS` characters."""
    whole = "".join(span.text for span in field.spans)
    text = whole[:CHARACTERS]
    spans, room = [], CHARACTERS
    for span in field.spans:
        if room > 0:
            spans.append(replace(span, text=span.text[:room]))
        room -= len(span.text)
    is_plain = any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)
    return Part(text, tuple(spans), len(whole) - len(text), is_plain)


def rows(view: CardView) -> list[int]:
    """Return the tokens to print, in the order of the text: all, or those with large scores.

    A token is as large as its darkest colour over the methods that explain the margin, so that
    none of them is favoured and neither a control nor a rollout chooses.
    """
    every = range(len(view.rows))
    if len(every) <= TOKENS:
        return list(every)
    ranked = sorted(every, key=lambda at: (-_darkness(view, at), at))
    return sorted(ranked[:TOKENS])


@dataclass(frozen=True, slots=True)
class Group:
    """Columns of one table of scores."""

    columns: tuple[Column, ...]
    target: str | None
    """What positive scores support, if all its methods say the same."""


def groups(view: CardView) -> list[Group]:
    """Return the methods table by table: a new one where a method comes again for another label."""
    found: list[list[Column]] = []
    for column in view.columns:
        names = {other.source.method for other in found[-1]} if found else set()
        if not found or column.source.method in names or len(found[-1]) == COLUMNS:
            found.append([])
        found[-1].append(column)
    targets = [{column.source.target for column in columns} for columns in found]
    return [
        Group(tuple(columns), next(iter(said)) if len(said) == 1 else None)
        for columns, said in zip(found, targets, strict=True)
    ]


def notes(view: CardView) -> list[tuple[str, list[str]]]:
    """Return what a reader must know of the methods, each note once with the methods it is of.

    What is true of a method in every example stands before the first card, and is left out.
    """
    found: dict[str, list[str]] = {}
    for column in view.columns:
        if column.note and column.note not in SAID_BEFORE:
            found.setdefault(column.note, []).append(column.source.title)
    return [(note, list(dict.fromkeys(titles))) for note, titles in found.items()]


def evidence(view: CardView) -> list[str]:
    """Return where the scores stand; methods in neighbouring rows of one file share a place."""
    places: list[tuple[str, str, int, int]] = []
    for column in view.columns:
        found = _PLACE.fullmatch(column.source.evidence)
        if found is None:
            places.append((column.source.evidence, "", -1, -1))
            continue
        file, row, name = found[1], int(found[2]), found[3]
        if places and places[-1][:2] == (file, name) and places[-1][3] == row - 1:
            places[-1] = (*places[-1][:3], row)
        else:
            places.append((file, name, row, row))
    return list(dict.fromkeys(_place(*place) for place in places))


def _place(file: str, column: str, first: int, last: int) -> str:
    if first < 0:
        return file
    return f"{file}#{first}:{column}" if first == last else f"{file}#{first}-{last}:{column}"


def figure(chart: Chart) -> Markup:
    """Return a chart as a picture of its natural size, with what it shows as its title."""
    picture = ET.fromstring(charts.static_svg(chart.spec, chart.id))  # noqa: S314  written by us
    _flatten_gradients(picture)
    lettering.start_all(picture)
    title = ET.Element("title")
    title.text = chart.alt
    picture.insert(0, title)
    picture.attrib.pop("aria-hidden", None)
    picture.set("font-family", FONTS)
    width, height = (float(size) for size in picture.get("viewBox", "0 0 1 1").split()[2:])
    width += FIGURE_ROOM
    picture.set("viewBox", f"0 0 {width:g} {height:g}")
    picture.set("width", f"{width * FIGURE_SCALE:.0f}")
    picture.set("height", f"{height * FIGURE_SCALE:.0f}")
    return Markup(ET.tostring(picture, encoding="unicode"))  # noqa: S704  escaped by ElementTree


def _flatten_gradients(picture: ET.Element) -> None:
    """Draw the bars of colour legends as stripes: several viewers lose gradients of this size."""
    stripes = {
        f"url(#{gradient.get('id')})": gradient for gradient in picture.iter("linearGradient")
    }
    for parent in list(picture.iter()):
        for at, bar in enumerate(list(parent)):
            gradient = stripes.get(bar.get("fill", ""))
            size = _BAR.fullmatch(bar.get("d", ""))
            if gradient is not None and size is not None:
                parent[at] = _striped(gradient, float(size[1]), float(size[2]))


def _striped(gradient: ET.Element, width: float, height: float) -> ET.Element:
    group = ET.Element("g")
    colours = [stop.get("stop-color", "") for stop in gradient]
    upright = gradient.get("x1") == gradient.get("x2")
    count = max(1, len(colours))
    for at, colour in enumerate(reversed(colours) if upright else colours):
        start, step = (height if upright else width) * at / count, 1 / count
        box = (0.0, start, width, height * step) if upright else (start, 0.0, width * step, height)
        names = ("x", "y", "width", "height")
        ET.SubElement(
            group,
            "rect",
            {"fill": colour} | {name: f"{v:.3f}" for name, v in zip(names, box, strict=True)},
        )
    return group


def _darkness(view: CardView, at: int) -> int:
    telling = [c for c in view.columns if c.source.signed and not c.source.control]
    letters = (column.codes[at] for column in telling or view.columns)
    return max(heat.darkness(letter) for letter in letters)


FILTERS: dict[str, Callable[..., Any]] = {
    "from_their_start": lettering.from_their_start,
    "has_long_word": has_long_word,
    "heat_class": heat.class_of,
    "is_slim": is_slim,
    "printed_evidence": evidence,
    "printed_figure": figure,
    "printed_groups": groups,
    "printed_notes": notes,
    "printed_part": part,
    "printed_rows": rows,
    "with_plain_numbers": with_plain_numbers,
}
"""Filters of the PDF's templates."""
