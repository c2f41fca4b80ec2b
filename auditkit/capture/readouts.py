"""What is read of the outputs of a batch: the few places that targets are made of, never an output whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float64, Int64
    from torch import Tensor

    from auditkit.records import Readout


class Terms:
    """The terms of every row of a batch, side by side, as many for each row as for the longest.

    Args:
        asked: The readouts of each row of the batch, at least one.
    """

    def __init__(self, asked: Sequence[Sequence[Readout]]) -> None:
        self._asked = asked
        self._most = max(sum(map(_size, row)) for row in asked)

    @property
    def rows(self) -> int:
        """How many rows the batch has."""
        return len(self._asked)

    def of(self, output: Tensor) -> Tensor:
        """Return what is read of `output` [rows ...], as [rows terms]; rows with fewer read place 0 again."""
        shape = tuple(output.shape[1:])
        places = np.stack([self._padded(_places(row, shape)) for row in self._asked])
        return output.flatten(1).gather(1, to_device(places, output.device))

    def sums(self, output: Tensor) -> Tensor:
        """Return the sum of each row's readouts, [rows]: linear in `output`, and with a gradient."""
        weights = np.stack([self._padded(_weights(row)) for row in self._asked])
        return (self.of(output) * to_device(weights, output.device)).sum(-1)

    def values(self, terms: np.ndarray) -> list[Float64[np.ndarray, "... readouts"]]:
        """Return the readouts of each row in double precision.

        Args:
            terms: What `of` returned, [rows ... terms], on the host; axes between are kept.
        """
        return [_values(row, found) for row, found in zip(self._asked, terms, strict=True)]

    def _padded(self, row: np.ndarray) -> np.ndarray:
        return np.pad(row, (0, self._most - len(row)))


def _size(readout: Readout) -> int:
    return len(readout.weights)


def _places(row: Sequence[Readout], shape: tuple[int, ...]) -> Int64[np.ndarray, " terms"]:
    return np.concatenate([np.ravel_multi_index(tuple(one.index.T), shape) for one in row])


def _weights(row: Sequence[Readout]) -> np.ndarray:
    return np.concatenate([one.weights for one in row])


def _values(row: Sequence[Readout], terms: np.ndarray) -> np.ndarray:
    ends = np.cumsum([_size(one) for one in row])
    parts = np.split(terms[..., : ends[-1]].astype(np.float64), ends[:-1], axis=-1)
    return np.stack(
        [part @ one.weights.astype(np.float64) for part, one in zip(parts, row, strict=True)], -1
    )
