"""The manifest: what was audited, with which versions, and the SHA-256 of every evidence file.

Digests are taken over canonical JSON, see `auditkit.canonical`.
"""

from __future__ import annotations

import json

from auditkit.canonical import Json, canonical_json, sha256_bytes, sha256_file
from auditkit.evidence.schema import FORMAT_VERSION

__all__ = [
    "Json",
    "canonical_json",
    "manifest_bytes",
    "root_digest",
    "sealed",
    "sha256_bytes",
    "sha256_file",
]


def root_digest(manifest: dict[str, Json]) -> str:
    """Return the SHA-256 of the manifest's canonical JSON without its ``root``."""
    return sha256_bytes(canonical_json({k: v for k, v in manifest.items() if k != "root"}))


def sealed(manifest: dict[str, Json]) -> dict[str, Json]:
    """Return a copy of `manifest` that carries its format version and its own root digest."""
    body: dict[str, Json] = {**manifest, "format": FORMAT_VERSION}
    return {**body, "root": root_digest(body)}


def manifest_bytes(manifest: dict[str, Json]) -> bytes:
    """Return the manifest as it stands on disk: readable, sorted, one trailing newline."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return (text + "\n").encode("utf-8")
