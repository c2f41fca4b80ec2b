"""An audit's evidence as somebody without auditkit opens it: JSON, Parquet and hashes."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

SAMPLE = Path(__file__).parents[2] / "sample_reports" / "demo" / "evidence"


def table(name, evidence=SAMPLE):
    """The rows of a table as dictionaries."""
    return pq.read_table(evidence / f"{name}.parquet").to_pylist()


def manifest(evidence=SAMPLE):
    """The manifest."""
    return json.loads((evidence / "manifest.json").read_text(encoding="utf-8"))


def sha256(content):
    """Hex digest of text or bytes."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """RFC 8785 for everything but fractional numbers, member by member."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(n)}:{canonical(value[n])}" for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def root_digest(document):
    """What the manifest's `root` has to be."""
    return sha256(canonical({name: document[name] for name in document if name != "root"}))


def text_fields(example):
    """What an example's id is the hash of."""
    fields = {"text": example["text"], "text_pair": example["text_pair"]}
    return {name: value for name, value in fields.items() if value is not None}


def resamples(key, examples, count=2000):
    """Which examples each bootstrap resample draws: int [resamples examples]."""
    digest = hashlib.sha256(json.dumps(key).encode()).digest()
    draw = np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big"))).integers
    return np.stack([draw(0, examples, size=examples) for _ in range(count)])


def percentiles(values):
    """The bounds of a 95 % interval."""
    return np.nanpercentile(values, [2.5, 97.5], axis=0)


def word_scores(example, attribution):
    """Sums over the pieces of each word; float64 [words]."""
    words, scores = np.array(example["words"]), np.array(attribution["scores"], dtype=float)
    return np.array([scores[words == word].sum() for word in range(words.max(initial=-1) + 1)])


__all__ = [
    "SAMPLE", "canonical", "manifest", "percentiles", "resamples", "root_digest", "sha256",
    "table", "text_fields", "word_scores",
]  # fmt: skip
