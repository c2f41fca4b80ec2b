"""Token types of pairs that a model has no embedding for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from auditkit.errors import ModelError

if TYPE_CHECKING:
    from auditkit.capture.loading import LoadedModel


def refuse_unknown_token_types(loaded: LoadedModel) -> None:
    """Refuse a tokenizer that marks the second text of a pair with a type that the model lacks.

    Raises:
        ModelError: The message says how to have the tokenizer leave types out.
    """
    types = loaded.tokenizer(["a"], ["b"]).get("token_type_ids")
    known = [
        module.num_embeddings
        for name, module in loaded.model.named_modules()
        if name.endswith("token_type_embeddings") and isinstance(module, torch.nn.Embedding)
    ]
    highest = max(types[0], default=0) if types else 0
    if known and highest >= min(known):
        names = [name for name in loaded.tokenizer.model_input_names if name != "token_type_ids"]
        quoted = ", ".join(f'"{name}"' for name in names)
        raise ModelError(
            f"The tokenizer of {loaded.id} marks the second text of a pair with token type {highest}, but "
            f"the model has {min(known)} of them, counted from 0. Write into tokenizer_config.json: "
            f'"model_input_names": [{quoted}].'
        )
