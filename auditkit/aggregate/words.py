"""Word scores: the sum of a word's token scores, special tokens left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.columns import (
    entries_of,
    lengths_of,
    positions_in,
    spans,
    starts_of,
    strings_of,
)
from auditkit.errors import RecordError

if TYPE_CHECKING:
    import pyarrow as pa
    from jaxtyping import Float64, Int64


_BLOCK_EXAMPLES = 2000
"""Examples whose words are numbered at once; bounds memory, changes no number."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Which word each token of each example belongs to, all examples laid end to end."""

    of_token: Int64[np.ndarray, " tokens"]
    """From 0 in each example, without gaps; -1 for special tokens."""
    counts: Int64[np.ndarray, " examples"]
    tokens: Int64[np.ndarray, " examples"]
    """Tokens of each example."""
    starts: Int64[np.ndarray, " examples"]
    """Where each example's tokens start."""


def dense_words(examples: pa.Table) -> Words:
    """Number the words of each example from 0 without gaps, in the order of the evidence."""
    blocks = range(0, max(examples.num_rows, 1), _BLOCK_EXAMPLES)
    parts = [_dense_words(examples.slice(start, _BLOCK_EXAMPLES)) for start in blocks]
    tokens = np.concatenate([part.tokens for part in parts])
    return Words(
        of_token=np.concatenate([part.of_token for part in parts]),
        counts=np.concatenate([part.counts for part in parts]),
        tokens=tokens,
        starts=starts_of(tokens),
    )


def _dense_words(examples: pa.Table) -> Words:
    tokens = lengths_of(examples["words"])
    words = entries_of(examples["words"]).astype(np.int64)
    owner = np.repeat(np.arange(len(tokens)), tokens)
    real = words >= 0
    span = int(words.max(initial=0)) + 1
    keys, number = np.unique((owner * span + words)[real], return_inverse=True)
    counts = np.bincount(keys // span, minlength=len(tokens))
    of_token = np.full(words.shape, -1, dtype=np.int64)
    of_token[real] = number - starts_of(counts)[owner[real]]
    return Words(of_token, counts, tokens, starts_of(tokens))


@dataclass(frozen=True, slots=True, eq=False)
class WordScores:
    """Signed word scores of many attributions, laid end to end."""

    values: Float64[np.ndarray, " words"]
    starts: Int64[np.ndarray, " attributions"]
    counts: Int64[np.ndarray, " attributions"]

    def of(
        self, rows: Int64[np.ndarray, "units methods"]
    ) -> Float64[np.ndarray, "units methods w"]:
        """Return the scores of attributions that all have the same number of words."""
        words = int(self.counts[rows.flat[0]])
        return np.asarray(self.values[self.starts[rows][..., None] + np.arange(words)])


def word_scores(
    words: Words, owner: Int64[np.ndarray, " attributions"], scores: pa.ChunkedArray
) -> WordScores:
    """Add up token scores by word, in float64 and in the order of the tokens.

    Args:
        words: The words of the examples.
        owner: The example of each attribution.
        scores: Token scores of each attribution.

    Raises:
        RecordError: An attribution has another number of scores than its example has tokens.
    """
    lengths = lengths_of(scores)
    if (lengths != words.tokens[owner]).any():
        row = int(np.flatnonzero(lengths != words.tokens[owner])[0])
        raise RecordError(
            f"attributions: {lengths[row]} scores for an example of {words.tokens[owner[row]]} tokens."
        )
    word = words.of_token[spans(words.starts[owner], lengths)]
    counts = words.counts[owner]
    slot = np.repeat(starts_of(counts), lengths) + word
    real = word >= 0
    values = np.bincount(slot[real], entries_of(scores)[real], minlength=int(counts.sum()))
    return WordScores(values.astype(np.float64), starts_of(counts), counts)


def owners(examples: pa.Table, attributions: pa.Table) -> Int64[np.ndarray, " attributions"]:
    """Return the position in `examples` of each attribution's example; -1 if it is not there."""
    return positions_in(attributions["example_id"], strings_of(examples["id"]))
