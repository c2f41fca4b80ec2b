"""What the viewer is told of an example, against its evidence.

The blocks are read by the description in docs/format.md, not by the code that wrote them: a number
is right if it is the evidence's within half a step of the integers it is kept in.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import struct
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa

from auditkit.errors import EvidenceError
from auditkit.verification.checks import Check
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_GZIP = 16 + zlib.MAX_WBITS
_LARGEST = 1 << 28
"""Bytes of an unpacked block, at most."""
_ALIGNED = 8
_TYPES = {"u1": "<u1", "i1": "<i1", "u2": "<u2", "i2": "<i2", "f4": "<f4"}
_SQUARE, _SIGNED_SQUARE, _LINEAR = "square", "signed square", "linear"
_SHARES = {
    "attention": (_SQUARE, 255),
    "attention_rest": (_SQUARE, 255),
    "relevance": (_SIGNED_SQUARE, 127),
    "relevance_rest": (_LINEAR, 32767),
    "value_norms": (_LINEAR, 65535),
    "norms": (_LINEAR, 65535),
    "cuts": (_LINEAR, 32767),
    "attention_at": (_LINEAR, 32767),
    "mlp_at": (_LINEAR, 32767),
    "neuron_activations": (_LINEAR, 32767),
    "neuron_relevance": (_LINEAR, 32767),
}
_VECTORS = {"queries": 25, "keys": 25}
_SCALES = 65535
_ROUNDING = 1e-6
"""What float32 and sums in another order may add, as a share of the largest number."""

Arrays = dict[str, tuple[np.ndarray, float]]
"""Name -> integers (or floats), and the number that the largest stands for."""


class Unreadable(ValueError):
    """A block is not laid out as it should be."""


class Block(NamedTuple):
    """A block, unpacked."""

    header: dict[str, Any]
    arrays: Arrays


def scenes(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare what every card hands to the viewer with the evidence of its example.

    Returns:
        One check per card that has a block.
    """
    for card in page.find("article", "card"):
        name = card.attributes.get("id", "").removeprefix("ex-")
        for script in card.find("script", "scene"):
            try:
                problem = _problem(read_block(script.text()), name, citations)
            except (Unreadable, EvidenceError) as error:
                problem = f"has a block for the viewer that {error}"
            except (KeyError, TypeError, IndexError, ValueError) as error:
                problem = (
                    f"has a block for the viewer that is damaged: {type(error).__name__}: {error}"
                )
            yield Check(script.where, problem)


def read_block(text: str) -> Block:
    """Unpack a block.

    Raises:
        Unreadable: It is not one.
    """
    try:
        unpacker = zlib.decompressobj(_GZIP)
        data = unpacker.decompress(base64.b64decode(text, validate=True), _LARGEST)
        if not unpacker.eof:
            raise Unreadable("does not end, or is larger than any block may be")
        size = struct.unpack_from("<I", data)[0]
        header = json.loads(data[4 : 4 + size])
    except (binascii.Error, zlib.error, struct.error, UnicodeDecodeError) as error:
        raise Unreadable(f"cannot be unpacked: {error}") from error
    start, arrays = 4 + size, {}
    for entry in header["arrays"]:
        kind, shape = np.dtype(_TYPES[entry["dtype"]]), tuple(entry["shape"])
        values = np.frombuffer(data, kind, math.prod(shape), start + entry["offset"])
        arrays[entry["name"]] = values.reshape(shape), float(entry["scale"])
    if start % _ALIGNED or len(arrays) != len(header["arrays"]):
        raise Unreadable("is laid out wrongly")
    return Block(header, arrays)


def _problem(block: Block, name: str, citations: Citations) -> str | None:
    header = block.header
    if header["example"] != name:
        return f"hands the viewer {quoted(str(header['example']))} in the card of {quoted(name)}"
    wrong = _header_problem(header, name, citations)
    if wrong is not None:
        return f"tells the viewer another {wrong} than the evidence"
    exact = _exact(header, name, citations)
    for array, (values, scale) in block.arrays.items():
        if array.endswith(("_keys", "_scale")):
            continue
        if array not in exact:
            return f"hands the viewer {quoted(array)}, of which the evidence has nothing"
        if not _agrees(array, block.arrays, values, scale, exact[array]):
            return f"hands the viewer other {array.replace('_', ' ')} than the evidence"
    return None


def _header_problem(header: dict[str, Any], name: str, citations: Citations) -> str | None:
    row = _row(citations, "examples", id=name)
    chain = _row(citations, "chains", example_id=name, weights="model")
    base = _row(
        citations,
        "attributions",
        example_id=name,
        method=header["method"],
        target=header["target"],
    )
    lens = [] if chain is None else list(chain["lens"])
    route = [] if chain is None else _links(citations, name)
    target = next(iter(_rows(citations, "attributions", example_id=name)), {"target": ""})
    told = {
        "target": (header["target"], (target if chain is None else chain)["target"]),
        "margin": (header["margin"], None if row is None else row["margin"]),
        "base": (header["base"], None if base is None else base["base"]),
        "foil": (header["foil"], None if row is None else row["foil"]),
        "number of tokens": (len(header["tokens"]), 0 if row is None else len(row["tokens"])),
        "grade": (header["grade"], None if chain is None else chain["grade"]),
        "lens": (header["lens"], lens),
        "chain": (header["route"], route),
    }
    return next((what for what, (said, true) in told.items() if said != true), None)


def _links(citations: Citations, name: str) -> list[dict[str, Any]]:
    columns = (
        "rank", "layer", "query", "key", "head", "relevance", "foretold", "observed", "low", "high",
        "verdict",
    )  # fmt: skip
    rows = [
        row
        for row in _rows(citations, "links", example_id=name, weights="model")
        if row["example_id"] == name
    ]
    rows.sort(key=lambda row: int(row["rank"]))
    return [{column: _finite(row[column]) for column in columns} for row in rows]


def _finite(value: Any) -> Any:  # noqa: ANN401  (a cell of any column)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _rows(citations: Citations, table: str, **where: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    places = citations.places(table, next(iter(where)), next(iter(where.values())))
    rows = citations.table(table).take(pa.array(places, pa.int64())).to_pylist()
    return [row for row in rows if all(row[name] == value for name, value in where.items())]


def _row(citations: Citations, table: str, **where: Any) -> dict[str, Any] | None:  # noqa: ANN401
    return next(iter(_rows(citations, table, **where)), None)


def _exact(header: dict[str, Any], name: str, citations: Citations) -> dict[str, np.ndarray]:
    """Return what the evidence has of every array, whole rows where the page keeps a part."""
    tensors = citations.tensors(name)
    renamed = {"relevance": "edges"}
    exact = {
        array: np.nan_to_num(tensors[renamed.get(array, array)].astype(np.float64))
        for array in (*_SHARES, *_VECTORS, "neurons")
        if renamed.get(array, array) in tensors
    }
    ledger = _row(
        citations, "ledger", example_id=name, method=header["method"], target=header["target"]
    )
    layers, tokens = header["layers"], len(header["tokens"])
    if ledger is not None:
        exact["cuts"] = np.reshape(ledger["cuts"], (layers + 1, tokens))
        exact["attention_at"] = np.reshape(ledger["attention"], (layers, tokens))
        exact["head_totals"] = np.reshape(ledger["heads"], (layers, -1))
        if ledger["mlp"] is not None:
            exact["mlp_at"] = np.reshape(ledger["mlp"], (layers, tokens))
            exact["mlp_totals"] = exact["mlp_at"].astype(np.float64).sum(-1)
    for flow in ("attention", "relevance"):
        if flow in exact:
            exact[f"{flow}_rest"] = exact[flow]
    return exact


def _agrees(
    array: str, arrays: Arrays, values: np.ndarray, scale: float, exact: np.ndarray
) -> bool:
    """Whether stored numbers are those of the evidence, within half a step of their integers."""
    exact = _kept(array, arrays, exact)
    if exact.shape != values.shape:
        return False
    largest = float(np.abs(exact).max(initial=0.0))
    slack = _ROUNDING * max(largest, 1e-30)
    if array in _VECTORS:
        return _rows_agree(values, _VECTORS[array], arrays[f"{array}_scale"], exact)
    if array not in _SHARES:
        return bool(np.abs(values.astype(np.float64) - exact).max(initial=0.0) <= slack)
    rule, most = _SHARES[array]
    if rule != _SQUARE and largest and not math.isclose(scale, largest, rel_tol=1e-6):
        return False
    return bool(
        (
            np.abs(_numbers(values, rule, most, scale) - exact) <= _step(rule, most, scale) + slack
        ).all()
    )


def _rows_agree(
    values: np.ndarray, most: int, scales: tuple[np.ndarray, float], exact: np.ndarray
) -> bool:
    """Whether vectors agree, each with its own largest entry, which is itself rounded."""
    sizes = scales[0].astype(np.float64)[..., None] / _SCALES * scales[1]
    rows = np.abs(exact).max(-1, keepdims=True)
    step = (0.5 / _SCALES + _ROUNDING) * float(rows.max(initial=0.0))
    if sizes.shape != rows.shape or np.abs(sizes - rows).max(initial=0.0) > step:
        return False
    error = np.abs(values.astype(np.float64) / most * sizes - exact)
    return bool((error <= 0.5 / most * rows + 2 * step).all())


def _numbers(values: np.ndarray, rule: str, most: int, scale: float) -> np.ndarray:
    share = values.astype(np.float64) / most
    if rule == _LINEAR:
        return share * scale
    squared = share * np.abs(share)
    return squared if rule == _SQUARE else squared * scale


def _step(rule: str, most: int, scale: float) -> float:
    if rule == _LINEAR:
        return 0.5 / most * scale
    return (1 / most) * (1.0 if rule == _SQUARE else scale)


def _kept(array: str, arrays: Arrays, exact: np.ndarray) -> np.ndarray:
    """Return the part of whole rows that the page keeps, or the sum of what it leaves out."""
    flow = array.removesuffix("_rest")
    if f"{flow}_keys" not in arrays:
        return exact
    keys = arrays[f"{flow}_keys"][0].astype(np.int64)
    kept = np.take_along_axis(exact, keys, axis=-1)
    if array == flow:
        return kept
    rest = exact.sum(-1) - kept.sum(-1)
    return np.asarray(np.clip(rest, 0.0, 1.0) if flow == "attention" else rest)
