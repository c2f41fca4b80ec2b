"""Names of weights as a wrapper left them: of parallel training, of compilation, of somebody's module.

`torch.nn.parallel` and `torch.compile` put a word before the names of what they wrap. These words say
nothing about the weights and are taken off; any other is refused with the way to save without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

WITHOUT_WRAPPERS = {
    r"^(?:(?:module|_orig_mod|_fsdp_wrapped_module)\.)+": "",
    r"_orig_mod\.": "",
    r"_fsdp_wrapped_module\.": "",
    r"_checkpoint_wrapped_module\.": "",
}
"""Patterns of names of weights -> what stands in their place (`key_mapping` of transformers)."""
_WORDS = re.compile(
    r"^(?:module\.)+|(?:_orig_mod|_fsdp_wrapped_module|_checkpoint_wrapped_module)\."
)


def wrappers(names: Collection[str]) -> tuple[str, ...]:
    """Return the words of wrappers in the names of weights, e.g. ``("module.",)``."""
    return tuple(sorted({word for name in names for word in _WORDS.findall(name)}))


def common_prefix(missing: Collection[str], unexpected: Collection[str]) -> str | None:
    """Return what stands before the model's own names in all unexpected ones; None if nothing does.

    Args:
        missing: Names of the model that the checkpoint does not have.
        unexpected: Names of the checkpoint that the model does not have.
    """
    ends = {f".{name}" for name in missing}
    found = {
        name.removesuffix(end[1:]) for name in unexpected for end in ends if name.endswith(end)
    }
    common = [prefix for prefix in found if all(name.startswith(prefix) for name in unexpected)]
    return max(common, key=len, default=None)


def is_unmerged_adapter(unexpected: Collection[str]) -> bool:
    """Whether the names are those of a model that an adapter of PEFT still stands beside."""
    return any(".lora_A." in name or ".base_layer." in name for name in unexpected)
