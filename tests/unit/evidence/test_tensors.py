"""Tensors of an example: what comes back, how finely, and what a damaged or hostile file does."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.numpy import save_file

from auditkit.errors import EvidenceError
from auditkit.evidence import tensors as module
from auditkit.evidence.tensors import read_tensors, tensors_bytes, tensors_file

if TYPE_CHECKING:
    from pathlib import Path

ID = "0123456789abcdef"


def stored(tmp_path: Path, **tensors: np.ndarray) -> dict[str, np.ndarray]:
    path = tmp_path / f"{ID}.npz"
    path.write_bytes(tensors_bytes(tensors))
    return read_tensors(path)


def numbers(*shape: int, scale: float = 1.0) -> np.ndarray:
    return (np.random.default_rng(len(shape)).normal(size=shape) * scale).astype(np.float16)


def rounding(numbers: np.ndarray) -> np.ndarray:
    """What float16 itself may be off."""
    return np.spacing(np.abs(numbers)).astype(np.float64) / 2


def off(read: np.ndarray, exact: np.ndarray) -> np.ndarray:
    error: np.ndarray = np.abs(read.astype(np.float64) - exact.astype(np.float64))
    return error


class TestHowFinely:
    @pytest.mark.parametrize("scale", [1e-4, 1.0, 300.0])
    def test_messages_to_a_part_of_the_largest(self, tmp_path, scale):
        exact = numbers(2, 3, 5, 5, scale=scale)
        read = stored(tmp_path, edges=exact)["edges"]
        largest = np.abs(exact.astype(np.float64)).max()
        step = 2.0 ** np.ceil(np.log2(largest)) / 2**12
        assert (off(read, exact) <= step / 2 + rounding(exact)).all()
        assert read.dtype == np.float16

    def test_attention_to_a_part_of_one_however_small_it_is(self, tmp_path):
        exact = numbers(2, 3, 5, 5, scale=1e-3).__abs__()
        read = stored(tmp_path, attention=exact)["attention"]
        assert (off(read, exact) <= 2.0**-13 + rounding(exact)).all()
        assert (read.astype(np.float64) * 2**12 % 1 == 0).all()

    @pytest.mark.parametrize("name", ["queries", "keys"])
    def test_vectors_to_a_part_of_their_own_largest_entry(self, tmp_path, name):
        exact = numbers(2, 3, 5, 8)
        exact[0] *= 1000
        read = stored(tmp_path, **{name: exact})[name]
        largest = np.abs(exact.astype(np.float64)).max(-1, keepdims=True)
        assert (off(read, exact) <= largest * 2.0**-7 + rounding(exact)).all()
        assert (off(read, exact) <= largest * 2.0**-12).mean() < 0.5  # rounded it is

    def test_a_sum_over_messages_stays_the_account_of_the_head(self, tmp_path):
        exact = numbers(2, 3, 40, 40, scale=0.01)
        read = stored(tmp_path, edges=exact)["edges"]
        sums = [t.astype(np.float64).sum((-1, -2)) for t in (read, exact)]
        # Roundings are independent: their sum grows as the root of how many there are.
        step = 2.0 ** np.ceil(np.log2(np.abs(exact).max())) / 2**12
        assert np.abs(sums[0] - sums[1]).max() < 4 * step * 40 / np.sqrt(12)

    def test_zeros_and_other_tensors_are_as_they_were(self, tmp_path):
        norms = np.random.default_rng(0).normal(size=(3, 4)).astype(np.float32)
        neurons = np.arange(24, dtype=np.int32).reshape(2, 3, 4)
        read = stored(tmp_path, edges=np.zeros((1, 1, 2, 2), "e"), norms=norms, neurons=neurons)
        assert not read["edges"].any()
        np.testing.assert_array_equal(read["norms"], norms)
        np.testing.assert_array_equal(read["neurons"], neurons)
        assert (read["norms"].dtype, read["neurons"].dtype) == (np.float32, np.int32)


class TestFiles:
    def test_the_same_numbers_give_the_same_bytes(self):
        assert tensors_bytes({"edges": numbers(1, 2, 3, 3)}) == tensors_bytes(
            {"edges": numbers(1, 2, 3, 3)}
        )
        assert tensors_bytes({"edges": numbers(1, 2, 3, 3)}) != tensors_bytes(
            {"edges": numbers(1, 2, 3, 3) * 2}
        )

    def test_rounding_makes_a_file_smaller(self):
        maps = {"attention": numbers(6, 12, 24, 24).__abs__() / 8, "edges": numbers(6, 12, 24, 24)}
        raw = sum(tensor.nbytes for tensor in maps.values())
        assert len(tensors_bytes(maps)) < 0.9 * raw
        other = {f"{name}_as_measured": tensor for name, tensor in maps.items()}
        assert len(tensors_bytes(other)) > len(tensors_bytes(maps))

    def test_older_evidence_has_safetensors(self, tmp_path):
        (tmp_path / "tensors").mkdir()
        path = tmp_path / "tensors" / f"{ID}.safetensors"
        save_file({"norms": np.ones((2, 3), np.float32)}, path)
        assert tensors_file(tmp_path, ID) == path
        assert read_tensors(path)["norms"].shape == (2, 3)

    @pytest.mark.parametrize("name", ["../../secret", "a", "", "0123456789ABCDEF"])
    def test_a_name_is_no_path(self, tmp_path, name):
        (tmp_path / "tensors").mkdir()
        (tmp_path / "secret.npz").write_bytes(tensors_bytes({}))
        (tmp_path / "tensors" / "a.npz").write_bytes(tensors_bytes({}))
        assert tensors_file(tmp_path / "tensors", name) is None

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", b"\x93NUMPY\x01\x00"])
    def test_damaged(self, tmp_path, content):
        path = tmp_path / f"{ID}.npz"
        path.write_bytes(content)
        with pytest.raises(EvidenceError, match="cannot be read as npz"):
            read_tensors(path)

    def test_a_byte_changed(self, tmp_path):
        path = tmp_path / f"{ID}.npz"
        packed = bytearray(tensors_bytes({"edges": numbers(2, 3, 8, 8)}))
        packed[200] ^= 255
        path.write_bytes(bytes(packed))
        with pytest.raises(EvidenceError):
            read_tensors(path)

    def test_objects_are_never_unpickled(self, tmp_path):
        path = tmp_path / f"{ID}.npz"
        sink = io.BytesIO()
        np.savez(sink, edges=np.array([{"a": 1}], dtype=object), allow_pickle=True)
        path.write_bytes(sink.getvalue())
        with pytest.raises(EvidenceError, match="pickle"):
            read_tensors(path)

    def test_a_file_that_unpacks_without_end_is_refused(self, tmp_path, monkeypatch):
        path = tmp_path / f"{ID}.npz"
        path.write_bytes(tensors_bytes({"edges": np.zeros((10, 10, 40, 40), np.float16)}))
        assert read_tensors(path)["edges"].shape == (10, 10, 40, 40)
        monkeypatch.setattr(module, "_MOST_BYTES", 100_000)
        with pytest.raises(EvidenceError, match="would unpack to"):
            read_tensors(path)

    def test_a_header_that_promises_more_than_there_is(self, tmp_path):
        path, header = tmp_path / f"{ID}.npz", io.BytesIO()
        np.lib.format.write_array_header_1_0(
            header, {"descr": "<f2", "fortran_order": False, "shape": (10**9, 10**6)}
        )
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("edges.npy", header.getvalue())
        with pytest.raises(EvidenceError):
            read_tensors(path)
