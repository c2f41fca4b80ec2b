"""Numbers of the page against the evidence they cite, by a reading of its own.

A reference is ``metrics.parquet#12:value`` (row from 0), ``examples.parquet#3:logits/0`` (an entry of
a list), ``manifest.json#/counts/empty`` (a JSON pointer) or ``config.toml#/seed``; a minus before it
turns the sign. Beside the number there may be its
interval and its n, which belong to the same row.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pyarrow.parquet as pq

COLLECT = """() => {
  const cells = [...document.querySelectorAll("th[data-column]")].flatMap((heading) => {
    const names = heading.dataset.column.split(" ");
    const rows = [...heading.closest("table").tBodies[0].rows];
    return rows.filter((row) => row.cells[heading.cellIndex].textContent !== "–").flatMap((row) => {
      const texts = row.cells[heading.cellIndex].textContent.split(/ to | of /);
      return names.map((name, at) => {
        const [, minus, column] = /^(-?)(.*)$/.exec(name);
        return [`${minus}${row.cells[0].dataset.evidence}:${column}`, null, texts[at], {}];
      });
    });
  });
  const numbers = [...document.querySelectorAll("data[data-evidence]")].map((data) => {
  const beside = [];
  for (let next = data.nextElementSibling; next?.matches(".interval, .count"); next = next.nextElementSibling) {
    beside.push([next.className, next.textContent]);
    if (next.matches(".count")) break;
  }
  return [data.dataset.evidence, data.value, data.textContent, Object.fromEntries(beside)];
  });
  return [...cells, ...numbers];
}"""
"""Cells of tables that cite by row, which hold no value for machines, and numbers with a citation of their own."""
UNDEFINED = "undefined"


@dataclass(frozen=True)
class Cited:
    """One number as it stands in the page."""

    reference: str
    value: str | None
    """For machines; None in a row that is cited as a whole."""
    shown: str
    """For readers."""
    beside: dict[str, str]
    """Text of ``interval`` and ``count``, where they follow."""


class Evidence:
    """Cells of an audit's evidence."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Any] = {}

    def _file(self, name: str) -> Any:
        if name not in self._read:
            path = self._folder / name
            read = {".parquet": _rows, ".toml": _toml, ".json": _json, ".npz": np.load}[path.suffix]
            self._read[name] = read(path)
        return self._read[name]

    def row(self, reference: str) -> dict[str, Any]:
        """The row of a table that a reference names."""
        name, place = reference.split("#")
        row: dict[str, Any] = self._file(name)[int(place.split(":")[0])]
        return row

    def cell(self, reference: str) -> Any:
        """The value a reference names; None where the evidence has none."""
        if reference.startswith("-"):
            value = self.cell(reference[1:])
            return None if value is None else -value
        name, place = reference.split("#")
        if name.endswith(".parquet"):
            column, *index = place.split(":")[1].split("/")
            value = self.row(reference)[column]
            value = value[int(index[0])] if index else value
        elif name.endswith(".npz"):
            tensor, *at = place.split("/")
            value = float(self._file(name)[tensor][tuple(map(int, at))])
        else:
            value = self._file(name)
            for key in place.split("/")[1:]:
                value = value[unquote(key).replace("~1", "/").replace("~0", "~")]
        return None if isinstance(value, float) and not math.isfinite(value) else value

    def problem(self, cited: Cited) -> str | None:
        """What is wrong with a number of the page; None if it is what the evidence says."""
        value = self.cell(cited.reference)
        machine = float(cited.value) if cited.value else None
        if cited.value is not None and machine != value:
            return f"{cited.reference} is {value}, the page says {cited.value}"
        if not agrees(cited.shown, value):
            return f"{cited.reference} is {value}, the page prints {cited.shown}"
        for kind, text in cited.beside.items():
            if not self._beside_agrees(cited.reference, kind, text):
                return f"{cited.reference}: {kind} {text} is not the row's"
        return None

    def _beside_agrees(self, reference: str, kind: str, text: str) -> bool:
        row = self.row(reference)
        if kind == "count":
            return printed(text.removeprefix("n\u00a0=\u00a0"))[0] == row["n"]
        low, high = text.strip("[]").split(", ")
        return agrees(low, row["low"]) and agrees(high, row["high"])


def _rows(path: Path) -> Any:
    return pq.read_table(path).to_pylist()


def _toml(path: Path) -> Any:
    return tomllib.loads(path.read_text("utf-8"))


def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())


def printed(text: str) -> tuple[float, float]:
    """A printed number and the size of its last decimal: ``1.50%`` is 0.015, in steps of 0.0001; so is 1.50 pp."""
    match = re.fullmatch(r"([+\u2212]?)([\d,]+(?:\.(\d+))?)(%|\u00a0pp)?", text)
    assert match, f"{text!r} is no number"
    unit = 0.01 if match[4] else 1.0
    sign = -1 if match[1] == "\u2212" else 1
    return sign * unit * float(match[2].replace(",", "")), unit * 10.0 ** -len(match[3] or "")


def agrees(text: str, value: float | None) -> bool:
    """Whether a printed number is this value, rounded to the decimals that are printed."""
    if value is None or text == UNDEFINED:
        return value is None and text == UNDEFINED
    number, step = printed(text)
    return abs(number - value) <= step * (0.5 + 1e-9)
