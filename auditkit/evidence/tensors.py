"""The tensors of an example shown in detail: one file of numpy's own format, and how finely it keeps numbers.

A file holds no more digits than anybody reads: the last bits of a float16 are the noise of float32
sums, and noise cannot be compressed. Each number is the multiple of a step next to the one measured;
steps are powers of two, so that a multiple is a float16 as it stands.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Literal

import numpy as np
from safetensors.numpy import load_file

from auditkit.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jaxtyping import Float

Whole = Literal["one", "tensor", "vector"]

STEPS: dict[str, tuple[int, Whole]] = {
    "attention": (12, "one"),
    "edges": (12, "tensor"),
    "queries": (7, "vector"),
    "keys": (7, "vector"),
}
"""Tensor -> bits n of its step, 2^-n of a whole: of 1, or of the power of two that is next to the
largest number of the tensor, or of the vector along the last axis, and not below it."""

_EXAMPLE_ID = re.compile(r"[0-9a-f]{16}(-[0-9]+)?")
_MOST_BYTES = 2**33
"""What a file may unpack to: the maps of some 2,000 tokens in 24 layers of 16 heads."""


def tensors_bytes(tensors: Mapping[str, np.ndarray]) -> bytes:
    """Return the file of an example's tensors: the same bytes for the same numbers."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_BZIP2, compresslevel=9) as packed:
        for name, numbers in tensors.items():
            # Opened by its name, a member bears no time of the clock.
            with packed.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, _in_steps(name, numbers), allow_pickle=False)
    return sink.getvalue()


def _in_steps(name: str, numbers: np.ndarray) -> np.ndarray:
    if name not in STEPS:
        return numbers
    bits, whole = STEPS[name]
    exact = numbers.astype(np.float64)
    step = np.exp2(_exponent(exact, whole) - bits)
    return np.asarray(np.rint(exact / step) * step).astype(numbers.dtype)


def _exponent(exact: Float[np.ndarray, ...], whole: Whole) -> Float[np.ndarray, ...]:
    """Return n of the power of two 2^n that a step is a part of."""
    if whole == "one":
        return np.zeros(())
    axis = -1 if whole == "vector" else None
    largest = np.abs(exact).max(axis=axis, keepdims=True, initial=0.0)
    return np.ceil(np.log2(np.where(largest > 0, largest, 1.0)))


def tensors_file(evidence: Path, example_id: str) -> Path | None:
    """Return the file of an example's tensors; None if it has none. Older evidence has safetensors."""
    if not _EXAMPLE_ID.fullmatch(example_id):
        return None
    names = (f"{example_id}{suffix}" for suffix in (".npz", ".safetensors"))
    paths = (evidence / "tensors" / name for name in names)
    return next((path for path in paths if path.is_file()), None)


def read_tensors(path: Path) -> dict[str, np.ndarray]:
    """Read the tensors of an example.

    Args:
        path: What `tensors_file` returned.

    Raises:
        EvidenceError: The file is damaged.
    """
    try:
        return load_file(path) if path.suffix == ".safetensors" else _unpacked(path)
    except Exception as error:
        raise EvidenceError(f"{path} cannot be read as {path.suffix[1:]}: {error}") from error


def _unpacked(path: Path) -> dict[str, np.ndarray]:
    with zipfile.ZipFile(path) as packed:
        promised = sum(member.file_size for member in packed.infolist())
    if promised > _MOST_BYTES:
        raise ValueError(f"it would unpack to {promised} bytes, more than {_MOST_BYTES}")
    with np.load(path, allow_pickle=False) as tensors:
        return dict(tensors)
