"""The only place where numbers cross between the host and the device that the model runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor


def to_device(array: np.ndarray, device: torch.device) -> Tensor:
    """Copy to `device` without waiting; from page-locked memory CUDA copies while it computes."""
    tensor = torch.from_numpy(array)
    if device.type == "cuda":
        return tensor.pin_memory().to(device, non_blocking=True)
    return tensor.to(device)


def to_host(tensors: Sequence[Tensor]) -> list[np.ndarray]:
    """Copy everything that one batch answers to the host, waiting for the device once."""
    if not tensors or tensors[0].device.type != "cuda":
        return [tensor.detach().cpu().numpy() for tensor in tensors]
    locked = [
        torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True).copy_(
            tensor.detach(), non_blocking=True
        )
        for tensor in tensors
    ]
    torch.cuda.current_stream(tensors[0].device).synchronize()
    return [np.array(copy.numpy()) for copy in locked]  # ordinary memory: locked memory is scarce
