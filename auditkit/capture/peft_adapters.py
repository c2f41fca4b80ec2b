"""Adapters of PEFT: changes to a model that must be merged into it before it can be audited.

transformers applies an adapter that lies in a folder if peft is installed, and leaves it aside if not,
without a word. Here it is never applied: a folder that needs it is refused with the code that merges.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError, safe_open

from auditkit.capture.checkpoint import CONFIG, PRECEDENCE, TOKENIZER, weight_files
from auditkit.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADAPTER_CONFIG, ADAPTER = "adapter_config.json", "adapter_model.safetensors"
NOT_APPLIED = {"subfolder": "no adapter is applied"}
"""Where transformers is told to look for an adapter: in a folder that is not there."""
_WRAPPED = "base_model.model."
_HEADS = ("score.weight", "classifier.weight", "classifier.out_proj.weight", "out_proj.weight")


def refuse_adapter(folder: Path) -> None:
    """Refuse a folder that is an adapter, or holds one that is not seen to be merged.

    A merged model holds the weights that its adapter saved whole (those of the head), to the letter.

    Raises:
        ModelError: The message holds Python code that merges.
    """
    if not (folder / ADAPTER_CONFIG).is_file():
        return
    has_weights = any((folder / name).is_file() for name in PRECEDENCE)
    if not has_weights or not (folder / CONFIG).is_file():
        raise ModelError(
            f"{folder} is an adapter of PEFT, not a model. Merge it into its model in Python, with peft, and audit that: "
            f"{merging_code(folder)}"
        )
    if not _is_merged(folder):
        raise ModelError(
            f"{folder} holds a model and an adapter of PEFT ({ADAPTER_CONFIG}), and nothing shows "
            f"that the one is merged into the other. If it is, move {ADAPTER_CONFIG} out of the "
            f"folder; if not, merge it in Python, with peft, and audit that: {merging_code(folder)}"
        )


def merging_code(folder: Path) -> str:
    """Return Python code, in one line, that merges the adapter in `folder` into its model."""
    out = f"{str(folder).rstrip('/')}-merged"
    tokenizer = str(folder) if (folder / TOKENIZER[0]).is_file() else _base_model(folder)
    outputs = _outputs(folder)
    options = "" if outputs is None else f", num_labels={outputs}"
    return (
        "from peft import AutoPeftModelForSequenceClassification as M; from transformers import "
        f"AutoTokenizer as T; M.from_pretrained({str(folder)!r}{options}).merge_and_unload()"
        f".save_pretrained({out!r}); T.from_pretrained({tokenizer!r}).save_pretrained({out!r})"
    )


def _base_model(folder: Path) -> str:
    try:
        config: Any = json.loads((folder / ADAPTER_CONFIG).read_bytes())
        return str(config["base_model_name_or_path"])
    except (ValueError, LookupError, TypeError):
        return "the base model"


def _saved_whole(folder: Path) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield the weights that the adapter replaces, by their name in the model."""
    try:
        with safe_open(folder / ADAPTER, framework="pt") as file:
            for key in file.keys():  # noqa: SIM118  (no mapping)
                name = key.removeprefix(_WRAPPED).replace(".modules_to_save.", ".")
                if "lora_" not in name:
                    yield name, file.get_tensor(key)
    except (SafetensorError, OSError):
        return


def _outputs(folder: Path) -> int | None:
    """Return how many outputs the adapter's head has; None if it holds none."""
    heads = [w for name, w in _saved_whole(folder) if name in _HEADS and w.ndim == 2]
    return len(heads[0]) if heads else None


def _is_merged(folder: Path) -> bool:
    wanted = dict(_saved_whole(folder))
    found: dict[str, bool] = {}
    for file_name in weight_files(folder):
        if not file_name.endswith(".safetensors"):
            continue
        with safe_open(folder / file_name, framework="pt") as file:
            for name in wanted.keys() & set(file.keys()):
                there = file.get_tensor(name)
                found[name] = torch.equal(wanted[name].to(there.dtype), there)
    return bool(found) and all(found.values())
