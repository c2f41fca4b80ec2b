"""The control of all controls: the same model with its weights shuffled."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import torch

from auditkit.capture.runner import Runner


def shuffled(runner: Runner, seed: int) -> Runner:
    """Return a runner of a copy of the model, every weight tensor shuffled within itself.

    What a chain shows there cannot be due to what the model has learnt: size and spread of the
    weights are the same, their arrangement is gone (after Adebayo et al. 2018, arXiv:1810.03292).
    """
    model = deepcopy(runner.model)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in model.parameters():
            order = torch.randperm(weight.numel(), generator=generator).to(weight.device)
            weight.copy_(weight.flatten()[order].view_as(weight))
    return Runner(replace(runner.loaded, model=model), runner.batch_tokens, runner.device)
