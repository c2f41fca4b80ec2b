"""Data that the page hands to its scripts: charts and attention maps, against the evidence."""

from __future__ import annotations

import base64
import binascii
import json
import math
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.verification.checks import Check
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.printed import exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_BESIDE = ("low", "high", "n")
_GUIDES = frozenset((0.0, 1.0))
"""Ends of the lines that guide the eye."""
_LARGEST = 255
"""Attention is carried as whole multiples of 1/255."""
_GZIP = 16 + zlib.MAX_WBITS


def charts(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare the data of every chart with the numbers that the table behind it shows and cites.

    Returns:
        One check per chart.
    """
    for figure in page.find("figure", "chart"):
        for spec in figure.find("script", "spec"):
            yield Check(figure.where, _chart_problem(spec, figure, citations))


def _chart_problem(spec: Element, figure: Element, citations: Citations) -> str | None:
    try:
        drawn = _drawn(json.loads(spec.text()))
    except (ValueError, RecursionError):
        return "has chart data that is no Vega specification"
    strange = sorted(drawn - _GUIDES - _shown(figure, citations))
    if not strange:
        return None
    return f"draws {exact(strange[0])}, which is not in the table behind the chart"


def _drawn(spec: object) -> set[float]:
    """Return every number of the data that a specification carries."""
    if not isinstance(spec, dict) or not isinstance(spec.get("data"), list):
        raise ValueError("no data")
    rows: list[Any] = []
    for source in spec["data"]:
        values = source.get("values", []) if isinstance(source, dict) else None
        if not isinstance(values, list) or not all(isinstance(row, dict) for row in values):
            raise ValueError("no rows")
        rows += values
    return {float(cell) for row in rows for cell in row.values() if _is_number(cell)}


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell)


def _shown(figure: Element, citations: Citations) -> set[float]:
    """Return the numbers in the table of a figure, and what stands beside those that it cites."""
    shown: set[float | None] = set()
    for mark in figure.find("data"):
        try:
            shown.add(float(mark.attributes.get("value", "")))
        except ValueError:
            continue
        for column in _BESIDE:
            try:
                shown.add(citations.beside(mark.attributes.get("data-evidence", ""), column))
            except NoSuchEvidence:
                break
    return {float(value) for value in shown if value is not None}


def attention_maps(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare the packed attention of every card with the tensors of its example.

    Returns:
        One check per card that carries attention.
    """
    for card in page.find("article", "card"):
        name = card.attributes.get("id", "").removeprefix("ex-")
        for packed in card.find("script", "weights"):
            yield Check(packed.where, _attention_problem(packed, name, citations))


def _attention_problem(packed: Element, name: str, citations: Citations) -> str | None:
    weights = citations.audit.tensors(name).get("attention")
    if weights is None:
        return f"carries attention of {quoted(name)}, of which the evidence has none"
    said = [packed.attributes.get(f"data-{axis}", "") for axis in ("layers", "heads", "tokens")]
    if said != [str(size) for size in weights.shape[:3]]:
        return f"carries attention of another shape than tensors/{name}.safetensors"
    levels = np.rint(np.nan_to_num(weights.astype(np.float32), nan=0.0) * _LARGEST)
    expected = np.clip(levels, 0, _LARGEST).astype(np.uint8).tobytes()
    if _unpacked(packed.text(), len(expected)) != expected:
        return f"carries other attention than tensors/{name}.safetensors"
    return None


def _unpacked(text: str, size: int) -> bytes:
    """Return the bytes that are packed, at most one more than `size`; nothing if they are damaged."""
    try:
        return zlib.decompressobj(_GZIP).decompress(base64.b64decode(text), size + 1)
    except (binascii.Error, ValueError, zlib.error):
        return b""
