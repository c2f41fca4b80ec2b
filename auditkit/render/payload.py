"""What a page holds in compact form: bytes that scripts unpack, and cells of a picture as paths."""

from __future__ import annotations

import base64
import gzip

import numpy as np

_SYSTEM = 9
"""Byte of a gzip header that names the operating system; what Python writes there varies."""
_UNKNOWN = b"\xff"


def packed(data: bytes) -> str:
    """Return base64 of gzip of the bytes; the same bytes give the same text."""
    small = gzip.compress(data, compresslevel=9, mtime=0)
    small = small[:_SYSTEM] + _UNKNOWN + small[_SYSTEM + 1 :]
    return base64.b64encode(small).decode("ascii")


def cells(mask: np.ndarray) -> str:
    """Path of the cells where `mask` holds; neighbours in a row become one rectangle.

    A fill closes a rectangle by itself, so each ends below its left corner, from where the next is counted.
    """
    data, x, y = [], 0, 0
    for row, line in enumerate(mask):
        for start, stop in _runs(line):
            down = f"{'' if row < y else ' '}{row - y}"
            data.append(f"m{start - x}{down}h{stop - start}v1h{start - stop}")
            x, y = start, row + 1
    return "".join(data)


def _runs(line: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
