"""A scene and its arrays as one text for an inert script element.

Length of the header (u32, little-endian), the header as JSON, padded with blanks so that the arrays
start at a multiple of 8; then the arrays in C order, little-endian, each padded to a multiple of 8.
All of it is gzip, then base64.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from auditkit.render.payload import packed
from auditkit.render.scene.records import ARRAYS, ArrayEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.render.scene.records import Projection, Scene
    from auditkit.render.scene.stored import Stored

_ALIGNED = 8


def block(scene: Scene | Projection, arrays: Sequence[Stored]) -> str:
    """Return the text; the same scene gives the same text."""
    return packed(raw_block(scene, arrays))


def raw_block(scene: Scene | Projection, arrays: Sequence[Stored]) -> bytes:
    """Return the bytes before they are packed."""
    entries, pieces, offset = [], [], 0
    for one in arrays:
        data = _padded(one.values.tobytes(order="C"), b"\0")
        kind = ARRAYS[one.name].dtype
        entries.append(ArrayEntry(one.name, kind, one.values.shape, offset, one.scale))
        pieces.append(data)
        offset += len(data)
    whole = asdict(replace(scene, arrays=tuple(entries)))
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    header = _padded(struct.pack("<I", 0) + text, b" ")[4:]
    return struct.pack("<I", len(header)) + header + b"".join(pieces)


def _padded(data: bytes, filler: bytes) -> bytes:
    return data + filler * (-len(data) % _ALIGNED)
