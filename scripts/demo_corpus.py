"""The sentences behind the demo model: read, label and split the VADER ground-truth files.

Everything here is a pure function of the source distribution and a seed. The split is by
*group*: snippets of one Amazon review or one New York Times article stay together. The movie and
tweet files number their sentences without saying which review or thread they come from, so there
each sentence is its own group.
"""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

SDIST_NAME = "vaderSentiment"
SDIST_VERSION = "2.5"
SDIST_SHA256 = "b960c954831f5ca58afee61780cc04ed48e551b91e783bfcbfb2c18bb8081a84"
INNER_TAR = "vaderSentiment-2.5/additional_resources/hutto_ICWSM_2014.tar.gz"
FILES = {
    "amazon": "hutto_ICWSM_2014/amazonReviewSnippets_GroundTruth.txt",
    "movie": "hutto_ICWSM_2014/movieReviewSnippets_GroundTruth.txt",
    "nyt": "hutto_ICWSM_2014/nytEditorialSnippets_GroundTruth.txt",
    "tweets": "hutto_ICWSM_2014/tweets_GroundTruth.txt",
}
GROUPED_DOMAINS = frozenset({"amazon", "nyt"})
NEUTRAL_BELOW = 0.4
NEAR_DUPLICATE_JACCARD = 0.8
TEST_SHARE = 0.2
VALIDATION_SHARE = 0.1
EVALUATION_PER_DOMAIN = 50
_WORD = re.compile(r"\w+")


class Sentence(NamedTuple):
    """One rated sentence, its text exactly as the source has it."""

    domain: str
    source_id: str
    rating: float
    text: str

    @property
    def label(self) -> str:
        """The sign of the mean human rating, as the model's label."""
        return "positive" if self.rating > 0 else "negative"

    @property
    def group(self) -> str:
        """What must not be split: the review or article where the id names one."""
        whole = self.source_id
        part = whole.split("_")[0] if self.domain in GROUPED_DOMAINS else whole
        return f"{self.domain}:{part}"


@dataclass(frozen=True, slots=True)
class Splits:
    """Sentences by their use; no near-duplicate crosses from a later use into an earlier one."""

    training: tuple[Sentence, ...]
    validation: tuple[Sentence, ...]
    test: tuple[Sentence, ...]
    evaluation: tuple[Sentence, ...]
    dropped_near_duplicates: int
    """Training and validation sentences removed for being too like a held-out one."""


def sha256_of(data: bytes) -> str:
    """SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_corpus(sdist: Path) -> list[Sentence]:
    """Read all four ground-truth files out of the source distribution.

    Args:
        sdist: the file `vaderSentiment-2.5.tar.gz`.

    Returns:
        Every sentence, neutral ones included, in the order of `FILES` and of each file.

    Raises:
        ValueError: the file is not the one whose SHA-256 is pinned here.
    """
    content = sdist.read_bytes()
    if (found := sha256_of(content)) != SDIST_SHA256:
        msg = f"{sdist}: SHA-256 is {found}, expected {SDIST_SHA256}. Fetch the sdist again."
        raise ValueError(msg)
    with tarfile.open(fileobj=io.BytesIO(_member(content, INNER_TAR))) as inner:
        names = {domain: inner.extractfile(name) for domain, name in FILES.items()}
        texts = {domain: file.read() for domain, file in names.items() if file is not None}
    return [row for domain, text in texts.items() for row in parse_ground_truth(domain, text)]


def _member(archive: bytes, name: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        file = tar.extractfile(name)
        if file is None:
            msg = f"{name} is not a regular file in the source distribution."
            raise ValueError(msg)
        return file.read()


def parse_ground_truth(domain: str, content: bytes) -> list[Sentence]:
    """Parse one file: id, mean rating and text, tab-separated, lines ending in CR LF."""
    lines = (line for line in content.decode("utf-8").split("\r\n") if line)
    fields = (line.split("\t", 2) for line in lines)
    return [Sentence(domain, row, float(rating), text) for row, rating, text in fields]


def is_neutral(sentence: Sentence) -> bool:
    """Whether the mean rating is too close to zero to call the sentence either label."""
    return abs(sentence.rating) <= NEUTRAL_BELOW


def normalised(text: str) -> str:
    """The text for comparing only: compatibility form, case folded, words joined by one space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORD.findall(folded)) or folded.strip()


def text_digest(text: str) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the normalised text."""
    return sha256_of(normalised(text).encode())[:16]


def rows_digest(rows: Iterable[Sentence]) -> str:
    """SHA-256 over domain, id, rating and text of the rows, in their order."""
    lines = (f"{r.domain}\t{r.source_id}\t{r.rating!r}\t{r.text}\n" for r in rows)
    return sha256_of("".join(lines).encode())


def split(sentences: Sequence[Sentence], seed: int) -> Splits:
    """Split polar sentences by group, draw the evaluation set, remove near-duplicates.

    Args:
        sentences: rated sentences; neutral ones are left out.
        seed: decides which group goes where and which sentences are drawn.

    Returns:
        Four disjoint sets. The evaluation set is drawn from the held-out groups; the test set is
        the rest of them.
    """
    polar = [s for s in sentences if not is_neutral(s)]
    shares = {s.group: _share(f"{seed}/group/{s.group}") for s in polar}
    held_out = [s for s in polar if shares[s.group] < TEST_SHARE]
    edge = TEST_SHARE + VALIDATION_SHARE
    validation = [s for s in polar if TEST_SHARE <= shares[s.group] < edge]
    training = [s for s in polar if shares[s.group] >= edge]

    evaluation = _draw(held_out, seed)
    drawn = set(evaluation)
    kept_validation = without_near_duplicates(validation, held_out)
    kept_training = without_near_duplicates(training, [*held_out, *validation])
    dropped = len(validation) + len(training) - len(kept_validation) - len(kept_training)
    return Splits(
        training=tuple(kept_training),
        validation=tuple(kept_validation),
        test=tuple(s for s in held_out if s not in drawn),
        evaluation=tuple(evaluation),
        dropped_near_duplicates=dropped,
    )


def _share(key: str) -> float:
    """A number in [0, 1) that depends on the key only."""
    return int(sha256_of(key.encode())[:13], 16) / 16**13


def _draw(held_out: Sequence[Sentence], seed: int) -> list[Sentence]:
    """The sentences whose keys come first in a seeded order, the same number per domain."""
    ordered = sorted(held_out, key=lambda s: _share(f"{seed}/draw/{s.domain}:{s.source_id}"))
    by_domain = {d: [s for s in ordered if s.domain == d] for d in sorted({*FILES})}
    return [s for rows in by_domain.values() for s in rows[:EVALUATION_PER_DOMAIN]]


def without_near_duplicates(
    rows: Sequence[Sentence], reference: Sequence[Sentence]
) -> list[Sentence]:
    """Rows whose set of words is unlike that of every reference row.

    Like means a Jaccard similarity of at least `NEAR_DUPLICATE_JACCARD` between the sets of
    normalised words; equal normalised texts always count as like.
    """
    if not rows or not reference:
        return list(rows)
    bags = [frozenset(normalised(s.text).split()) for s in [*reference, *rows]]
    counts = _indicator(bags)
    known, new = counts[: len(reference)], counts[len(reference) :]
    known_size, new_size = (np.asarray(m.sum(axis=1)).ravel() for m in (known, new))
    shared = (new @ known.T).tocoo()
    union = new_size[shared.row] + known_size[shared.col] - shared.data
    like = set(shared.row[shared.data >= NEAR_DUPLICATE_JACCARD * union].tolist())
    return [row for number, row in enumerate(rows) if number not in like]


def _indicator(bags: Sequence[frozenset[str]]) -> csr_array:
    """A matrix of ones where a bag (row) holds a word (column)."""
    columns = {word: at for at, word in enumerate(sorted(frozenset().union(*bags)))}
    indices = [columns[word] for bag in bags for word in sorted(bag)]
    starts = np.cumsum([0, *map(len, bags)])
    ones = np.ones(len(indices), dtype=np.float32)
    return csr_array((ones, indices, starts), shape=(len(bags), len(columns)))
