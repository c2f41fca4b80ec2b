"""Which files of a model folder are hashed into the manifest."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from auditkit.capture.checkpoint import file_digests

READ_BY_TRANSFORMERS = (
    "config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
    "merges.txt",
    "spiece.model",
    "special_tokens_map.json",
    "added_tokens.json",
)


@pytest.mark.parametrize("name", READ_BY_TRANSFORMERS)
def test_whatever_decides_an_answer_is_hashed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "README.md").write_text("about", "utf-8")
    assert file_digests(tmp_path) == {name: sha256(name.encode()).hexdigest()}
