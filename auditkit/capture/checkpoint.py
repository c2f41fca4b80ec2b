"""The files of a model folder: which of them are loaded, whether they are whole, what they hash to.

Files are found by the precedence of transformers, so that what is hashed is what was loaded: what a
trainer, a converter or an adapter left beside the model is no part of it.
"""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetensors import SafetensorError, safe_open

from auditkit.canonical import sha256_bytes, sha256_file
from auditkit.errors import ModelError
from auditkit.inputs.wording import listed, one_line, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

CONFIG = "config.json"
WHOLE, INDEX = "model.safetensors", "model.safetensors.index.json"
PICKLE, PICKLE_INDEX = "pytorch_model.bin", "pytorch_model.bin.index.json"
PRECEDENCE = (WHOLE, INDEX, PICKLE, PICKLE_INDEX)
"""The first of these that is there is loaded, with the shards that it names."""
TOKENIZER = (
    "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
)  # fmt: skip
"""What every tokenizer reads; its class may name further files of its vocabulary."""
LIKE_WEIGHTS = (
    "*.safetensors", "*.bin", "*.pt", "*.pth", "*.ckpt", "*.h5", "*.msgpack", "*.gguf", "*.onnx",
)  # fmt: skip
SHARD = "*-of-*"
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
    if not (folder / CONFIG).is_file():
        raise ModelError(_no_model(folder))
    names = weight_files(folder)
    if any(fnmatch(name, "*.bin") for name in names) and not allow_pickle:
        raise ModelError(
            f"{folder} has only pickle weights ({names[0]}), which can run code when opened. "
            "Convert them to safetensors (in Python: from transformers import "
            "AutoModelForSequenceClassification as M; "
            f"M.from_pretrained({str(folder)!r}).save_pretrained({str(folder)!r})), or pass "
            "--allow-pickle if you trust their source."
        )
    for name in names:
        if name.endswith(".safetensors"):
            _refuse_damaged(folder / name)


def weight_files(folder: Path) -> list[str]:
    """Return the files of weights that transformers loads, an index before its shards.

    Raises:
        ModelError: There are none, or an index names some that are not there.
    """
    first = _named_in_config(folder) or next(
        (name for name in PRECEDENCE if (folder / name).is_file()), None
    )
    if first is None:
        raise ModelError(_no_weights(folder))
    if not (folder / first).is_file():
        raise ModelError(f"{folder / CONFIG} names {first}, which is missing. {AGAIN}")
    if not first.endswith(".index.json"):
        return [first]
    return [first, *_shards(folder / first)]


def file_digests(folder: Path, vocabulary: Iterable[str] = ()) -> dict[str, str]:
    """Return the SHA-256 of the files of configuration, weights and tokenizer that are loaded.

    Args:
        folder: A model folder.
        vocabulary: Further files that the tokenizer's class names.

    Raises:
        ModelError: There are no weights.
    """
    names = {CONFIG, *TOKENIZER, *vocabulary, *weight_files(folder)}
    return {name: sha256_file(folder / name) for name in sorted(names) if (folder / name).is_file()}


def weights_digest(files: Mapping[str, str]) -> str:
    """Return the SHA-256 of the weights: of the one file, or of ``sha256sum``'s lines of the shards.

    Args:
        files: Name -> SHA-256 of the files that were loaded.
    """
    weights = {name: digest for name, digest in files.items() if is_like_weights(name)}
    if len(weights) == 1:
        return next(iter(weights.values()))
    return sha256_bytes("".join(f"{weights[name]}  {name}\n" for name in sorted(weights)).encode())


def decisive(names: Collection[str]) -> set[str]:
    """Return which of a model's files decide its answers, going by their names.

    Args:
        names: Files that an audit recorded; older ones list all that looked like part of a model.
    """
    first = next((name for name in PRECEDENCE if name in names), None)
    shards = {name for name in names if is_like_weights(name) and fnmatch(name, SHARD)}
    kept = {name for name in names if name in (CONFIG, *TOKENIZER, first)}
    if first in (INDEX, PICKLE_INDEX):
        kept |= shards
    if TOKENIZER[0] not in names:
        kept |= {name for name in names if not is_like_weights(name) and name not in PRECEDENCE}
    return kept


def is_like_weights(name: str) -> bool:
    """Whether a file of this name may hold weights."""
    return any(fnmatch(name, pattern) for pattern in LIKE_WEIGHTS)


def _no_model(folder: Path) -> str:
    inside = sorted(path.parent.name for path in folder.glob(f"*/{CONFIG}"))
    if inside:
        return f"{folder} holds no {CONFIG}, but folders in it do: {listed(inside, 5)}. Give one of these."
    return (
        f"{folder} holds no {CONFIG}; it is not a Hugging Face model folder. Give the folder that "
        "save_pretrained wrote."
    )


def _no_weights(folder: Path) -> str:
    others = sorted(path.name for path in folder.iterdir() if is_like_weights(path.name))
    there = f", found only {listed(others, 5)}" if others else ""
    advice = (
        "Load them into the model in Python and save it with save_pretrained." if others else AGAIN
    )
    return f"{folder} holds no weights: expected {WHOLE} or {INDEX}{there}. {advice}"


def _named_in_config(folder: Path) -> str | None:
    """Return the file of weights that the configuration names; None where it names none."""
    try:
        config: Any = json.loads((folder / CONFIG).read_bytes())
    except (OSError, ValueError):
        return None  # transformers says what is wrong with it
    name = config.get("transformers_weights") if isinstance(config, dict) else None
    return name if _is_plain(name) else None


def _shards(index: Path) -> list[str]:
    """Return the files of weights that an index names."""
    try:
        content: Any = json.loads(index.read_bytes())
        names = sorted(set(content["weight_map"].values()))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ModelError(
            f"{index} is no index of weights: {one_line(error)} Expected a JSON object with "
            f"weight_map. {AGAIN}"
        ) from error
    for name in names:
        if not _is_plain(name):
            raise ModelError(f"{index} names {shown(name)}, which is no file beside it. {AGAIN}")
        if not (index.parent / name).is_file():
            raise ModelError(f"{index} names {name}, which is missing. {AGAIN}")
    return names


def _is_plain(name: object) -> bool:
    """Whether a name that a file gives stays inside its folder."""
    return isinstance(name, str) and bool(name) and Path(name).name == name


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
