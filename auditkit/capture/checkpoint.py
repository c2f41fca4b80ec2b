"""The files of a model folder: which there are, whether the weights are whole, what they hash to."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from auditkit.canonical import sha256_file
from auditkit.errors import ModelError
from auditkit.inputs.wording import listed, one_line, shown

WHOLE, INDEX = "model.safetensors", "model.safetensors.index.json"
WEIGHTS = ("*.safetensors", "*.safetensors.index.json")
PICKLES = ("pytorch_model*.bin", "*.pt", "*.pth", "*.ckpt")
TOKENIZERS = (
    "tokenizer*", "vocab*", "merges.txt", "*.model", "special_tokens_map.json", "added_tokens.json",
)  # fmt: skip
CONFIGS = ("config.json",)
LFS_POINTER = b"version https://git-lfs"
AGAIN = "Copy or download the model again."


def model_folder(source: str) -> Path | None:
    """Return the folder that `source` names; None if it is a hub id.

    Raises:
        ModelError: It is a file, or a folder that does not exist.
    """
    path = Path(source).expanduser()
    looks_like_path = path.is_absolute() or source.startswith((".", "~")) or source.count("/") > 1
    if path.is_dir():
        return path
    if path.exists():
        raise ModelError(f"--model {source} is a file; give the folder that holds config.json.")
    if looks_like_path or "/" not in source:
        raise ModelError(
            f"--model {source}: no such folder. Give a Hugging Face model folder or a hub id "
            "(owner/name)."
        )
    return None


def check_folder(folder: Path, *, allow_pickle: bool) -> None:
    """Refuse a folder whose weights are missing, not whole, or pickles.

    Args:
        folder: A model folder.
        allow_pickle: Whether pickle weights may be read where there are no others.

    Raises:
        ModelError: The message names the file and what to do.
    """
    if not (folder / "config.json").is_file():
        raise ModelError(
            f"{folder} holds no config.json; it is not a Hugging Face model folder. Give the folder "
            "that save_pretrained wrote."
        )
    if (folder / WHOLE).is_file():
        _refuse_damaged(folder / WHOLE)
    elif (folder / INDEX).is_file():
        for shard in _shards(folder):
            _refuse_damaged(shard)
    else:
        _refuse_other_weights(folder, allow_pickle=allow_pickle)


def file_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of weights, configuration and tokenizer, by name."""
    patterns = (*WEIGHTS, *PICKLES, *TOKENIZERS, *CONFIGS)
    return {path.name: sha256_file(path) for path in _matches(folder, patterns) if path.is_file()}


def is_weights(name: str) -> bool:
    """Whether a file of this name holds weights."""
    return any(fnmatch(name, pattern) for pattern in (*WEIGHTS, *PICKLES))


def _refuse_other_weights(folder: Path, *, allow_pickle: bool) -> None:
    pickles = [path.name for path in _matches(folder, PICKLES)]
    if pickles and not allow_pickle:
        raise ModelError(
            f"{folder} has only pickle weights ({pickles[0]}), which can run code when opened. "
            "Convert them to safetensors, or pass --allow-pickle if you trust their source."
        )
    if not pickles:
        others = [path.name for path in _matches(folder, WEIGHTS)]
        there = f", found only {listed(others, 5)}" if others else ""
        raise ModelError(f"{folder} holds no weights: expected {WHOLE} or {INDEX}{there}. {AGAIN}")


def _shards(folder: Path) -> list[Path]:
    """Return the files of weights that the folder's index names."""
    path = folder / INDEX
    try:
        index: Any = json.loads(path.read_bytes())
        names = sorted(set(index["weight_map"].values()))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ModelError(
            f"{path} is no index of weights: {one_line(error)} Expected a JSON object with "
            f"weight_map. {AGAIN}"
        ) from error
    for name in names:
        if not isinstance(name, str) or Path(name).name != name:
            raise ModelError(f"{path} names {shown(name)}, which is no file beside it. {AGAIN}")
        if not (folder / name).is_file():
            raise ModelError(f"{path} names {name}, which is missing. {AGAIN}")
    return [folder / name for name in names]


def _refuse_damaged(weights: Path) -> None:
    with weights.open("rb") as file:
        if file.read(len(LFS_POINTER)) == LFS_POINTER:
            raise ModelError(
                f"{weights} is a Git LFS pointer, not the weights. Fetch them with: git lfs pull"
            )
    try:
        with safe_open(weights, framework="np"):
            pass
    except (SafetensorError, OSError) as error:
        raise ModelError(
            f"{weights} is cut short or damaged ({weights.stat().st_size} bytes): "
            f"{one_line(error)} {AGAIN}"
        ) from error


def _matches(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({path for pattern in patterns for path in folder.glob(pattern)})
