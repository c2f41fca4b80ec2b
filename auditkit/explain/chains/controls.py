"""The control of all controls: the same model with its weights shuffled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from auditkit.capture.runner import Runner


def shuffled(runner: Runner, seed: int) -> Runner:
    """Return a runner of a copy of the model, every weight tensor shuffled within itself.

    What a chain shows there cannot be due to what the model has learnt: size and spread of the
    weights are the same, their arrangement is gone (after Adebayo et al. 2018, arXiv:1810.03292).
    """
    generator = torch.Generator().manual_seed(seed)

    def shuffle(model: Any) -> None:  # noqa: ANN401
        with torch.no_grad():
            for weight in model.parameters():
                flat = weight.flatten()
                usable = flat.isfinite().nonzero()[:, 0]  # what is broken stays where it was
                order = torch.randperm(len(usable), generator=generator).to(weight.device)
                flat[usable] = flat[usable[order]]
                weight.copy_(flat.view_as(weight))

    return runner.with_weights(shuffle)
