"""Make the peers' environment, start the server in it, and ask it one text at a time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from types import TracebackType

    import numpy as np

ROOT = Path(__file__).resolve().parents[2]
CONSTRAINTS = ROOT / "constraints.txt"
PACKAGES = ("torch==2.13.0", "transformers", "captum", "shap", "scipy")
SERVER = Path(__file__).with_name("server.py")


def peers_python() -> Path:
    """Return the interpreter of the peers' environment, installed on first use and then kept."""
    wanted = CONSTRAINTS.read_bytes() + "\n".join(PACKAGES).encode()
    name = f"peers-{sys.version_info[0]}.{sys.version_info[1]}-{hashlib.sha256(wanted).hexdigest()[:12]}"
    folder = user_cache_path("auditkit") / "benchmarks" / name
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--constraint", str(CONSTRAINTS)]
        subprocess.run([*pip, *PACKAGES], check=True)
        (folder / "ready").touch()
    return python


class PeerServer:
    """A running server; a context manager that stops it."""

    def __init__(self, model: Path, threads: int) -> None:
        limits = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS"), str(threads))
        self._process = subprocess.Popen(
            [peers_python(), SERVER, str(model), "--threads", str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **limits, "HF_HUB_OFFLINE": "1", "TQDM_DISABLE": "1"},
        )

    def ask(self, peer: str, text: str, weights: np.ndarray) -> dict[str, float]:
        """Return what one peer needed for one text.

        Raises:
            RuntimeError: The server has stopped; what it said stands above.
        """
        request = {"peer": peer, "text": text, "weights": [float(weight) for weight in weights]}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(request), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the peers' server stopped with code {self._process.wait()}")
        found: dict[str, float] = json.loads(line)
        return found

    def __enter__(self) -> PeerServer:
        """Return the server."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self._process.kill()
        self._process.wait()
