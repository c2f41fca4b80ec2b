"""Walk over everything a report is made of, and look numbers up in the evidence they cite."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pyarrow as pa

from auditkit.render.blocks import Measure

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit


def parts(value: Any) -> Iterator[Any]:
    """Yield `value` and everything inside it, strings included."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from parts(item)


def cited(audit: Audit, reference: str) -> Any:
    """Return the value at ``file#row:column[/index]`` or ``manifest.json#/path``, None if not finite.

    ``config.toml#/key`` is in the configuration, and a minus before a citation turns the sign.
    """
    if reference.startswith("-"):
        return -cited(audit, reference[1:])
    file, _, place = reference.partition("#")
    if file == "manifest.json":
        value: Any = audit.manifest
        for key in place.removeprefix("/").split("/"):
            value = value[unquote(key).replace("~1", "/").replace("~0", "~")]
        return value
    if file == "config.toml":
        return audit.config[place.removeprefix("/")]
    if file.startswith("tensors/"):
        name, *at = place.split("/")
        tensors = audit.tensors(file.removeprefix("tensors/").removesuffix(".npz"))
        return float(tensors[name][tuple(map(int, at))])
    row, _, cell = place.partition(":")
    column, _, index = cell.partition("/")
    table = _table(audit, file.removesuffix(".parquet"))
    value = table[column][int(row)].as_py()
    value = value[int(index)] if index else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


@lru_cache(maxsize=64)
def _table(audit: Audit, name: str) -> pa.Table:
    return audit.table(name)


def mismatches(audit: Audit, blocks: Any) -> list[str]:
    """Return what is wrong with the measures that cite evidence: value, bounds or n differ."""
    wrong = []
    for measure in parts(blocks):
        if isinstance(measure, Measure) and measure.evidence is not None:
            wrong += _differences(audit, measure, measure.evidence)
    return wrong


def _differences(audit: Audit, measure: Measure, reference: str) -> list[str]:
    found = []
    if cited(audit, reference) != measure.value:
        found.append(f"{reference}: shows {measure.value}, holds {cited(audit, reference)}")
    for name in ("low", "high", "n"):
        shown = getattr(measure, name)
        if shown is not None and cited(audit, f"{reference.rpartition(':')[0]}:{name}") != shown:
            found.append(f"{reference}: {name} shows {shown}")
    return found
