"""Whether evidence on disk is what its manifest lists. Nothing is trusted, not even names."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

from auditkit.canonical import sha256_file
from auditkit.errors import EvidenceError
from auditkit.evidence.manifest import manifest_bytes, root_digest


def read_object(path: Path) -> dict[str, Any]:
    """Return the JSON object in the file at `path`.

    Raises:
        EvidenceError: The file cannot be read, or holds something else.
    """
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise EvidenceError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise EvidenceError(f"{path} is not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise EvidenceError(f"{path} has another format: expected a JSON object.")
    return value


def manifest_problem(raw: bytes, manifest: dict[str, Any]) -> str | None:
    """Return what is wrong with a manifest in itself: its root, its spelling, its list of files."""
    try:
        if root_digest(manifest) != manifest.get("root"):
            return "its contents do not give its root digest"
        if raw != manifest_bytes(manifest):
            return "is not spelled as it was written"
    except Exception as error:
        return f"cannot be hashed: {error}"
    return None if _is_file_list(manifest.get("files")) else "its list of files is no list of files"


def evidence_problems(evidence: Path, manifest: dict[str, Any]) -> dict[str, str | None]:
    """Return for each listed file what is wrong with it, None if nothing is."""
    files = manifest["files"] if _is_file_list(manifest.get("files")) else {}
    return {name: _file_problem(evidence, name, files[name]) for name in sorted(files)}


def require_intact(audit: Path) -> None:
    """Refuse evidence that is not what its manifest lists.

    Raises:
        EvidenceError: The manifest or a listed file is damaged; the message names it.
    """
    path = audit / "evidence" / "manifest.json"
    manifest = read_object(path)
    problem = manifest_problem(path.read_bytes(), manifest)
    if problem:
        raise EvidenceError(f"{path} {problem}. Measure again, or restore it.")
    for name, wrong in evidence_problems(path.parent, manifest).items():
        if wrong:
            raise EvidenceError(f"{path.parent / name} {wrong}. Measure again, or restore it.")


def file_digest_problem(path: Path, digest: object) -> str | None:
    """Return what is wrong with a plain file that should have the SHA-256 `digest`."""
    try:
        if path.is_symlink():
            return "is a link, not a file"
        if not path.is_file():
            return "is missing"
        return None if sha256_file(path) == digest else "has another SHA-256"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"


def _is_file_list(files: object) -> bool:
    return isinstance(files, dict) and all(
        isinstance(entry, dict) and isinstance(entry.get("sha256"), str) for entry in files.values()
    )


def _file_problem(evidence: Path, name: str, entry: dict[str, Any]) -> str | None:
    plain = PurePosixPath(name)
    if plain.is_absolute() or ".." in plain.parts or plain.as_posix() != name or "\0" in name:
        return "leads out of the evidence"
    return file_digest_problem(evidence / name, entry["sha256"])
