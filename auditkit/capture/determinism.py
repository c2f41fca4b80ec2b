"""Settings that make a run repeatable, and what a reader must know of the environment."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

import threadpoolctl
import torch

from auditkit.errors import ConfigError
from auditkit.inputs.segmentation import icu_version

NOT_INSTALLED = "not installed"
PACKAGES = (
    "torch", "transformers", "tokenizers", "captum", "shap", "numpy", "scipy", "pyarrow", "safetensors",
    "regex",
)  # fmt: skip


def make_deterministic() -> None:
    """Choose deterministic kernels and full fp32 products.

    Every operation gets one thread: sums then come out the same on any number of cores, and cores
    are used by running shards side by side, in processes of their own.
    """
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    torch.set_num_threads(1)
    threadpoolctl.threadpool_limits(1)
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=True)  # noqa: FBT003  (torch's signature)
    # Filling every new tensor finds reads of memory that nobody wrote; it costs 5 % of a pass.
    torch.utils.deterministic.fill_uninitialized_memory = False
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False


def choose_device(name: str) -> torch.device:
    """Return the device called `name`; ``auto`` takes CUDA, else MPS, else the CPU.

    Raises:
        ConfigError: The device is unknown or absent.
    """
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        device = torch.device(name)
        torch.ones(1, device=device).item()
    except (RuntimeError, AssertionError, NotImplementedError, ImportError) as error:
        raise ConfigError(
            f"--device {name}: not available here; try {', '.join(_devices())} or auto.{_why(name)}"
        ) from error
    return device


def _why(name: str) -> str:
    """Return what an absent device most often is due to."""
    if name.startswith("cuda") and not torch.backends.cuda.is_built():
        return " The torch that is installed was built without CUDA."
    if name.startswith("mps") and not torch.backends.mps.is_built():
        return " The torch that is installed was built without MPS."
    return ""


def _devices() -> list[str]:
    """Return the devices this machine has."""
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return ["cpu", *(name for name, available in there.items() if available)]


def usable_cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def environment() -> dict[str, str]:
    """Return the versions that can change a number; no host name, path or time."""
    return {
        "python": platform.python_version(),
        "platform": f"{platform.system()}-{platform.machine()}",
        **{name: _version(name) for name in PACKAGES},
        "torch": str(torch.__version__),  # names the build too, which a package's version may not
        "icu": icu_version() or NOT_INSTALLED,  # of the library: it decides where words end
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return NOT_INSTALLED
