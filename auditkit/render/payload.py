"""Arrays that a page carries: small, inert, and read only when a reader asks for them."""

from __future__ import annotations

import base64
import gzip
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from auditkit.render import heat

if TYPE_CHECKING:
    from auditkit.render.blocks import AttentionMaps

_SYSTEM = 9
"""Byte of a gzip header that names the operating system; what Python writes there varies."""
_UNKNOWN = b"\xff"
LARGEST = 255
"""A weight of 1 is stored as this number, so weights are rounded to 1/255."""


class Payload(NamedTuple):
    """An array as text for an inert script element."""

    shape: tuple[int, ...]
    data: str
    """Base64 of gzip of the bytes in C order."""


class Picture(NamedTuple):
    """A square map drawn as one path per colour step."""

    size: int
    largest: float
    """The weight that gets full colour."""
    paths: tuple[tuple[str, str], ...]
    """Class and path data of every step that occurs, weakest first."""


def encode(maps: AttentionMaps) -> Payload:
    """Round attention weights to 1/255 and pack them; the same weights give the same text."""
    weights = np.nan_to_num(maps.weights, nan=0.0)
    levels = np.clip(np.rint(weights * LARGEST), 0, LARGEST).astype(np.uint8)
    return Payload(maps.weights.shape, packed(levels.tobytes(order="C")))


def packed(data: bytes) -> str:
    """Return base64 of gzip of the bytes; the same bytes give the same text."""
    small = gzip.compress(data, compresslevel=9, mtime=0)
    small = small[:_SYSTEM] + _UNKNOWN + small[_SYSTEM + 1 :]
    return base64.b64encode(small).decode("ascii")


def picture(maps: AttentionMaps) -> Picture:
    """Draw the last layer's map, averaged over its heads."""
    mean = np.nan_to_num(maps.weights[-1].mean(axis=0, dtype=np.float64), nan=0.0)
    largest = float(mean.max(initial=0.0))
    steps = np.vectorize(lambda weight: heat.level(float(weight), largest), otypes=[int])(mean)
    found = [int(step) for step in np.unique(steps) if step > 0]
    paths = tuple((heat.css_class(s, signed=False), cells(steps == s)) for s in found)
    return Picture(mean.shape[0], largest, paths)


def cells(mask: np.ndarray) -> str:
    """Path of the cells where `mask` holds; neighbours in a row become one rectangle."""
    return "".join(
        f"M{start} {row}h{stop - start}v1h{start - stop}z"
        for row, line in enumerate(mask)
        for start, stop in _runs(line)
    )


def _runs(line: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
