"""Load a classifier so that it can be audited: safetensors, our attention, nothing invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import transformers

from auditkit.capture import attention
from auditkit.capture.checkpoint import (
    check_folder,
    file_digests,
    model_folder,
    weights_digest,
)
from auditkit.capture.entry import input_embeddings
from auditkit.capture.limits import most_tokens, padding_id_of
from auditkit.capture.own_attention import use_registered_attention
from auditkit.capture.peft_adapters import NOT_APPLIED, refuse_adapter
from auditkit.capture.quiet import quiet_transformers
from auditkit.capture.wrapped import (
    WITHOUT_WRAPPERS,
    common_prefix,
    is_unmerged_adapter,
    wrappers,
)
from auditkit.errors import ModelError, UnsupportedModel
from auditkit.inputs.label_map import class_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Problem


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A classifier ready to be audited, and what is known about it."""

    model: Any
    """The transformers model: evaluation mode, parameters without gradients."""
    tokenizer: Any
    id: str
    labels: tuple[str, ...]
    problem: Problem
    max_tokens: int
    """Longest input, special tokens included."""
    checkpoint_dtype: str
    production_kernel: str
    """The attention implementation transformers would have chosen."""
    pad_id: int | None
    """Padding id of the configuration; None if it has none within the vocabulary."""
    files: dict[str, str]
    """Name -> SHA-256 of the files of weights, configuration and tokenizer that were loaded."""
    wrappers: tuple[str, ...] = ()
    """Words of wrappers that were taken off the names of the weights, e.g. ``module.``."""

    @property
    def dtype(self) -> str:
        """Number format the model computes in, e.g. ``float32``."""
        return str(self.model.dtype).removeprefix("torch.")


def load_model(
    source: str,
    adapter: TaskAdapter,
    *,
    name: str | None = None,
    dtype: str = "float32",
    allow_pickle: bool = False,
) -> LoadedModel:
    """Load the classifier at `source`, a Hugging Face folder or a hub id.

    Args:
        source: Folder, or hub id.
        adapter: The task, which names the head to load.
        name: What the report calls the model; by default the hub id, or for a folder the
            architecture and the start of the weights' SHA-256.
        dtype: Number format to compute in: ``float32``, ``bfloat16`` or ``float16``.
        allow_pickle: Whether a pickle checkpoint may be read (it can run code).

    Raises:
        ModelError: The folder is missing or truncated, holds pickle weights only or an adapter, has
            no tokenizer, names its outputs wrongly, or its checkpoint lacks weights of the head.
        UnsupportedModel: The architecture is an encoder-decoder, or has no table of word embeddings.
    """
    folder = model_folder(source)
    if folder is not None:
        source = str(folder)
        refuse_adapter(folder)
        check_folder(folder, allow_pickle=allow_pickle)
    attention.register()
    with quiet_transformers():
        _refuse_label_map(source)
        read = partial(
            _read_weights, source, adapter, dtype=getattr(torch, dtype), allow_pickle=allow_pickle
        )
        model, report = read()
        wrapped = wrappers(report["unexpected_keys"]) if report["missing_keys"] else ()
        if wrapped:
            model, report = read(key_mapping=WITHOUT_WRAPPERS)
        _refuse_missing_weights(source, model, report)
        _refuse_other_head(source, model, adapter.auto_class.removeprefix("AutoModelFor"))
        _refuse_other_shapes(source, report["mismatched_keys"])
        _refuse_encoder_decoder(model)
        tokenizer = _read_tokenizer(source)
        _refuse_foreign_tokenizer(source, model, tokenizer)
        production_kernel = str(model.config._attn_implementation)
        use_registered_attention(model)
    files = file_digests(
        folder if folder is not None else _hub_folder(model, source),
        tokenizer.vocab_files_names.values(),
    )
    return LoadedModel(
        model=model.eval().requires_grad_(False),  # noqa: FBT003
        tokenizer=tokenizer,
        id=name or (_folder_id(model, files) if folder is not None else source),
        labels=adapter.labels(model.config),
        problem=adapter.problem(model.config),
        max_tokens=most_tokens(model, tokenizer),
        checkpoint_dtype=_checkpoint_dtype(source),
        production_kernel=production_kernel,
        pad_id=padding_id_of(model),
        files=files,
        wrappers=wrapped,
    )


def _refuse_label_map(source: str) -> None:
    """Refuse names that are not those of the outputs, before transformers reads them."""
    try:
        config, _ = transformers.PreTrainedConfig.get_config_dict(source)
    except Exception:
        return  # said where the model is read
    if isinstance(config, dict) and config.get("id2label") is not None:
        where = f"{source}/config.json"
        class_names(config["id2label"], config.get("label2id"), where=where)


def _read_weights(
    source: str,
    adapter: TaskAdapter,
    *,
    dtype: torch.dtype,
    allow_pickle: bool,
    key_mapping: dict[str, str] | None = None,
) -> tuple[Any, dict[str, Any]]:
    """Return the model and transformers' report on its weights; nothing in it is refused yet."""
    auto = getattr(transformers, adapter.auto_class)
    try:
        model, report = auto.from_pretrained(
            source,
            dtype=dtype,
            use_safetensors=None if allow_pickle else True,
            trust_remote_code=False,
            output_loading_info=True,
            ignore_mismatched_sizes=True,
            adapter_kwargs=dict(NOT_APPLIED),
            **({} if key_mapping is None else {"key_mapping": dict(key_mapping)}),
        )
    except Exception as error:
        raise ModelError(
            f"The model at {source} cannot be loaded as {adapter.title.lower()}: "
            f"{_first_line(error)}{_advice(error)}"
        ) from error
    return model, report


def _advice(error: Exception) -> str:
    """Return what to do about an error of transformers; empty where its own message says so."""
    if "trust_remote_code" in str(error):
        return " Code that comes with a model is never run: audit an architecture of transformers."
    return ""


def _read_tokenizer(source: str) -> Any:  # noqa: ANN401
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(source, trust_remote_code=False)
    except Exception as error:
        raise ModelError(
            f"No tokenizer can be loaded from {source}: {_first_line(error)} Save the tokenizer "
            "beside the model (tokenizer.save_pretrained)."
        ) from error
    if not tokenizer.is_fast:
        raise ModelError(
            f"The tokenizer of {source} has no fast version, so tokens have no offsets into the "
            "text. Save a tokenizer.json beside the model."
        )
    if len(tokenizer) <= len(set(tokenizer.all_special_ids)):
        # transformers makes up a vocabulary of special tokens where the files are missing.
        raise ModelError(
            f"{source} has no tokenizer vocabulary (tokenizer.json); save the tokenizer beside the "
            "model (tokenizer.save_pretrained)."
        )
    return tokenizer


def _refuse_missing_weights(source: str, model: Any, report: dict[str, Any]) -> None:  # noqa: ANN401
    missing, unexpected = sorted(report["missing_keys"]), sorted(report["unexpected_keys"])
    if missing:
        raise ModelError(
            f"The checkpoint at {source} has no weights for {_first_names(missing)}; transformers "
            f"would invent them. {_why_missing(model, missing, unexpected)}"
        )


def _why_missing(model: Any, missing: list[str], unexpected: list[str]) -> str:  # noqa: ANN401
    """Return what seems to be the matter with a checkpoint that lacks weights, and what to do."""
    if is_unmerged_adapter(unexpected):
        return (
            "It holds an adapter of PEFT that is not merged: save it anew in Python with "
            "model.merge_and_unload().save_pretrained(FOLDER)."
        )
    prefix = common_prefix(missing, unexpected)
    if prefix is not None:
        return (
            f"It has them under other names, which begin with {prefix!r}: save the classifier itself and "
            f"not what holds it, in Python with model.{prefix}save_pretrained(FOLDER)."
        )
    named = [name for name in model.config.architectures or () if name != type(model).__name__]
    trained = f"Its config.json says {named[0]}. " if named else ""
    return f"{trained}Audit a checkpoint that was fine-tuned for this task."


def _refuse_other_head(source: str, model: Any, head: str) -> None:  # noqa: ANN401
    """Refuse a head of another task whose weights have the same names (ModernBERT's, Llama's)."""
    named = model.config.architectures or ()
    if named and not any(name.endswith(head) for name in named):
        raise ModelError(
            f"The checkpoint at {source} holds another head: its config.json says {named[0]}, "
            f"expected {type(model).__name__}. Audit a checkpoint that was fine-tuned for this task."
        )


def _refuse_other_shapes(source: str, mismatched: Iterable[tuple[Any, ...]]) -> None:
    shapes = [
        f"{name} ({_times(there)} in the checkpoint, {_times(wanted)} by config.json)"
        for name, there, wanted in sorted(mismatched)
    ]
    if shapes:
        raise ModelError(
            f"The checkpoint at {source} does not fit its config.json: {_first_names(shapes)}. Use "
            "the config.json that was saved with the weights."
        )


def _refuse_foreign_tokenizer(source: str, model: Any, tokenizer: Any) -> None:  # noqa: ANN401
    known = input_embeddings(model).weight.shape[0]
    if tokenizer.vocab_size > known:
        raise ModelError(
            f"The tokenizer of {source} has {tokenizer.vocab_size} tokens, but the model has "
            f"embeddings for {known}: they do not belong together. Save the model's own tokenizer "
            "beside it."
        )


def _first_names(names: list[str]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more


def _times(shape: Iterable[int]) -> str:
    return " x ".join(map(str, shape))


def _refuse_encoder_decoder(model: Any) -> None:  # noqa: ANN401
    if model.config.is_encoder_decoder:
        raise UnsupportedModel(
            f"{type(model).__name__} is an encoder-decoder; auditkit audits encoders and decoders. "
            "Use an encoder-only or decoder-only classifier."
        )


def _hub_folder(model: Any, source: str) -> Path:  # noqa: ANN401
    from huggingface_hub import snapshot_download

    revision = getattr(model.config, "_commit_hash", None)
    return Path(snapshot_download(source, revision=revision, local_files_only=True))


def _folder_id(model: Any, files: dict[str, str]) -> str:  # noqa: ANN401
    return f"{type(model).__name__}-{weights_digest(files)[:12]}"


def _checkpoint_dtype(source: str) -> str:
    config = transformers.AutoConfig.from_pretrained(source, trust_remote_code=False)
    return str(getattr(config, "dtype", None) or "float32").removeprefix("torch.")


def _first_line(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__).rstrip(".") + "."
