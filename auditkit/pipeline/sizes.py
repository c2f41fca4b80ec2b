"""How large an audit's files get, by their formats; tables are compressed, so sizes are estimates.

Numbers are bytes that were counted in audits of several models, methods and lengths of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.capture.head_statistics import STATISTICS
from auditkit.explain.flows import NEURONS
from auditkit.render.scene.build import MOST_VECTOR_NUMBERS
from auditkit.render.scene.flows import keys_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FLOAT32 = 4
KEPT_WEIGHT, KEPT_RELEVANCE, KEPT_VECTOR = 1.0, 0.4, 1.06
"""What the evidence holds of a message's weight, its relevance, and a number of a query or key, packed."""
LISTED_FLOAT32 = 5.5
"""A number in a list of a table: hardly compressible, and where its list ends is stored too."""
TABLES, TABLES_PER_EXAMPLE = 40_000, 530
"""Small tables and manifest; what is written of an example however long it is."""
PAGE, PAGE_PER_EXAMPLE = 860_000, 1_600
"""Styles, scripts, the viewer, charts; a row of the list of examples and its point."""
CARD, CARD_PER_TOKEN = 1_250, 38
CARD_PER_METHOD, CARD_PER_SCORE = 890, 24
"""A card's table of methods, and the numbers under its words."""
CHAINS, CARD_PER_CHAIN = 110_000, 52_000
"""What chains add to the page, and to a card: links, accounts, their pictures."""
PROJECTED, PROJECTED_CUT = 40, 22
"""What the projection holds of an example, and of its state at a cut."""
PACKED_WEIGHT, PACKED_RELEVANCE, PACKED_KEY, PACKED_VECTOR = 0.75, 0.4, 2.0, 0.75
"""What the page holds of a message's weight, its relevance and its key's place, and of a number of a query
or key: bytes or pairs of them, packed by gzip, written as base64."""
SCENE, SCENE_TOKEN = 20_000, 1_700
"""The picture of a decision with its table of flows, and what a token adds to its smaller arrays."""
PDF, PDF_PER_DETAIL = 330_000, 5_000


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides sizes besides the texts."""

    layers: int
    heads: int
    scores: float
    """Rows of attributions that an example has: methods that apply, times targets."""
    table_token: float
    """Bytes that tables hold of a token, see `bytes_of_token`."""
    key_heads: int
    head_width: int
    followed: bool
    """Whether relevance of messages and neurons is kept of examples in detail."""


def bytes_of_token(tables: Iterable[pa.Table], tokens: Sequence[int], heads: int) -> float:
    """Return what a token adds to tables, from the tables of a few examples.

    Args:
        tables: All tables of a shard.
        tokens: Of each example.
        heads: Of all layers.
    """
    stored = stored_bytes(tables) - len(tokens) * _of_example(heads)
    return max(stored, 0.0) / sum(tokens)


def stored_bytes(tables: Iterable[pa.Table]) -> int:
    """Return the bytes of the columns of tables, without what a file holds once."""
    return sum(map(_stored, tables))


def _stored(table: pa.Table) -> int:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    groups = pq.read_metadata(pa.BufferReader(sink.getvalue()))
    return sum(
        groups.row_group(group).column(column).total_compressed_size
        for group in range(groups.num_row_groups)
        for column in range(groups.num_columns)
    )


def _of_example(heads: int) -> float:
    return TABLES_PER_EXAMPLE + len(STATISTICS) * heads * LISTED_FLOAT32


def evidence_bytes(shape: Shape, tokens: Sequence[int]) -> float:
    """Return the size of the evidence but for details; `tokens` are those of each example."""
    each = _of_example(shape.layers * shape.heads)
    return TABLES + len(tokens) * each + shape.table_token * sum(tokens)


def report_bytes(shape: Shape, tokens: Sequence[int]) -> float:
    """Return the size of the HTML and of the PDF but for details."""
    each = PAGE_PER_EXAMPLE + CARD + shape.scores * CARD_PER_METHOD
    by_token = CARD_PER_TOKEN + shape.scores * CARD_PER_SCORE
    return PAGE + PDF + len(tokens) * each + by_token * sum(tokens)


def evidence_detail_bytes(shape: Shape, tokens: int) -> float:
    """Return what an example of `tokens` adds to the evidence if it is shown in detail."""
    message = KEPT_WEIGHT + KEPT_RELEVANCE * shape.followed
    maps = message * shape.layers * shape.heads * tokens**2
    vectors = (
        KEPT_VECTOR * shape.layers * (shape.heads + shape.key_heads) * shape.head_width * tokens
    )
    norms = FLOAT32 * (shape.layers + 1 + shape.layers * shape.heads) * tokens
    neurons = 3 * FLOAT32 * shape.layers * NEURONS * tokens if shape.followed else 0
    return maps + vectors + norms + neurons + FLOAT32 * 3 * tokens  # scores from three references


def projection_bytes(examples: float, cuts: int) -> float:
    """Return the size of the projection of hidden states."""
    return examples * (PROJECTED + cuts * PROJECTED_CUT)


def report_detail_bytes(shape: Shape, tokens: int) -> float:
    """Return what an example of `tokens` adds to the report if it is shown in detail."""
    if not shape.layers:
        return PDF_PER_DETAIL
    kept = keys_kept(shape.layers, shape.heads, tokens)
    messages = shape.layers * shape.heads * tokens * (tokens if kept is None else kept)
    message = PACKED_WEIGHT + PACKED_RELEVANCE * shape.followed
    if kept is not None:
        message += PACKED_KEY * (1 + shape.followed)
    vectors = shape.layers * (shape.heads + shape.key_heads) * tokens * shape.head_width
    if vectors > MOST_VECTOR_NUMBERS:
        vectors = 0
    packed = message * messages + PACKED_VECTOR * vectors
    return PDF_PER_DETAIL + SCENE + SCENE_TOKEN * tokens + packed
