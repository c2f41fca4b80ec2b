"""How far attribution methods agree about the words of each example.

References:
    Krishna et al. 2022, "The disagreement problem in explainable machine learning",
    arXiv:2202.01602 (overlap of the top k, sign agreement, rank correlation). Low agreement is
    common and no proof of error, high agreement no proof of truth: a warning, not a verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from auditkit.aggregate.outcomes import with_logits
from auditkit.aggregate.words import WordScores, dense_words, owners, word_scores
from auditkit.errors import RecordError
from auditkit.evidence.schema import AGREEMENT

if TYPE_CHECKING:
    from jaxtyping import Float64, Int64

TOP_K = 5
"""Words compared by overlap and sign: about what a reader takes in at a glance."""

FEWEST_WORDS = 3
"""Two words can only be ranked alike or in reverse, which says nothing."""

BLOCK_EXAMPLES = 2000
"""Examples whose scores are laid out at once; bounds memory, changes no number."""

BLOCK_ENTRIES = 1 << 20
"""Scores compared at once; bounds memory for long texts, changes no number."""


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """Two methods on many (example, target) units."""

    units: list[tuple[int, str]]
    """Position of the example, and the target."""
    first: str
    second: str
    spearman: Float64[np.ndarray, " units"]
    top_k_overlap: Float64[np.ndarray, " units"]
    sign_agreement: Float64[np.ndarray, " units"]
    k: int

    def table(self, ids: list[str], start: int) -> pa.Table:
        """Return the rows with the position of the example before them; NaN becomes null.

        Args:
            ids: Ids of all examples.
            start: Position of the block's first example.
        """
        position = [start + example for example, _ in self.units]
        columns = {
            "position": pa.array(position, type=pa.int64()),
            "example_id": [ids[example] for example in position],
            "target": [target for _, target in self.units],
            "first": [self.first] * len(position),
            "second": [self.second] * len(position),
            "spearman": pa.array(self.spearman, from_pandas=True),
            "top_k_overlap": pa.array(self.top_k_overlap, from_pandas=True),
            "sign_agreement": pa.array(self.sign_agreement, from_pandas=True),
            "k": [self.k] * len(position),
        }
        return pa.table(columns, schema=_WITH_POSITION)


_WITH_POSITION = pa.schema([pa.field("position", pa.int64()), *AGREEMENT])


def agreement_table(examples: pa.Table, attributions: pa.Table) -> pa.Table:
    """Compare every pair of methods on every example and target.

    Word scores are sums over the word's tokens; special tokens are left out, and so are examples
    without words or without finite logits. With W words and k = min(5, W):

    * `spearman`: Pearson correlation of the average ranks of the signed scores; null if a ranking
      is constant or W < 3;
    * `top_k_overlap`: |A and B| / k, A and B the k words with the largest |score| under each
      method, ties broken by position;
    * `sign_agreement`: share of equal signs in A and B, zero being a sign of its own; null if A
      and B share no word.

    Args:
        examples: Table of schema `EXAMPLES`.
        attributions: Table of schema `ATTRIBUTIONS`.

    Returns:
        A table of schema `AGREEMENT`, by row of the example, target, first and second method,
        `first` before `second` in the alphabet.

    Raises:
        RecordError: Scores and tokens differ in number, or an attribution is there twice.
    """
    if len(attributions["method"].unique()) < 2:
        return AGREEMENT.empty_table()
    usable = with_logits(examples).sort_by("row")
    owner = owners(usable, attributions)
    compared = [_WITH_POSITION.empty_table()]
    ids = usable["id"].to_pylist()
    for start in range(0, len(ids), BLOCK_EXAMPLES):
        here = np.flatnonzero((owner >= start) & (owner < start + BLOCK_EXAMPLES))
        block = attributions.take(here)
        pairs = _compare(usable.slice(start, BLOCK_EXAMPLES), block, owner[here] - start)
        compared += [pair.table(ids, start) for pair in pairs]
    order = [(name, "ascending") for name in ("position", "target", "first", "second")]
    return pa.concat_tables(compared).sort_by(order).drop_columns("position")


def _compare(
    examples: pa.Table, attributions: pa.Table, owner: Int64[np.ndarray, " attributions"]
) -> Iterator[_Compared]:
    """Compare within one block: units of equal length and equal methods go together."""
    words = dense_words(examples)
    scores = word_scores(words, owner, attributions["scores"])
    for (count, methods), units in _alike(attributions, owner, words.counts).items():
        step = max(1, BLOCK_ENTRIES // (count * len(methods)))
        for start in range(0, len(units), step):
            part = units[start : start + step]
            yield from _pairs(part, methods, scores)


_Unit = tuple[tuple[int, str], tuple[int, ...]]


def _alike(
    attributions: pa.Table,
    owner: Int64[np.ndarray, " attributions"],
    counts: Int64[np.ndarray, " examples"],
) -> dict[tuple[int, tuple[str, ...]], list[_Unit]]:
    """Group (example, target) units by their number of words and their methods."""
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    names = zip(attributions["method"].to_pylist(), attributions["target"].to_pylist(), strict=True)
    for row, (method, target) in enumerate(names):
        rows = found[int(owner[row]), target]
        if method in rows:
            raise RecordError(f"attributions: {method!r} is there twice for target {target!r}.")
        rows[method] = row
    groups: dict[tuple[int, tuple[str, ...]], list[_Unit]] = defaultdict(list)
    for unit, rows in found.items():
        methods = tuple(sorted(rows))
        if counts[unit[0]] > 0 and len(methods) > 1:
            groups[int(counts[unit[0]]), methods].append((unit, tuple(rows[m] for m in methods)))
    return groups


def _pairs(units: list[_Unit], methods: tuple[str, ...], scores: WordScores) -> Iterator[_Compared]:
    from scipy.stats import rankdata

    values = scores.of(np.array([rows for _, rows in units]))
    words = values.shape[-1]
    k = min(TOP_K, words)
    ranks = rankdata(values, axis=-1) - (words + 1) / 2
    spread = (ranks**2).sum(axis=-1)
    top = np.zeros(values.shape, dtype=np.bool_)
    leaders = np.argsort(-np.abs(values), axis=-1, kind="stable")[..., :k]
    np.put_along_axis(top, leaders, values=True, axis=-1)
    signs = np.sign(values)
    for a, b in combinations(range(len(methods)), 2):
        both = top[:, a] & top[:, b]
        shared = both.sum(axis=-1)
        equal = (both & (signs[:, a] == signs[:, b])).sum(axis=-1)
        scale = np.sqrt(spread[:, a] * spread[:, b])
        defined = (scale > 0) & (words >= FEWEST_WORDS)
        yield _Compared(
            units=[unit for unit, _ in units],
            first=methods[a],
            second=methods[b],
            spearman=_ratio((ranks[:, a] * ranks[:, b]).sum(axis=-1), scale, defined),
            top_k_overlap=shared / k,
            sign_agreement=_ratio(equal, shared, shared > 0),
            k=k,
        )


def _ratio(above: np.ndarray, below: np.ndarray, defined: np.ndarray) -> np.ndarray:
    """The ratio above / below, at most 1 in size; NaN where undefined."""
    out = np.full(above.shape, np.nan)
    np.divide(above, below, out=out, where=defined)
    return np.asarray(np.clip(out, -1.0, 1.0))
