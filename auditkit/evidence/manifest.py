"""The manifest: what was audited, with which versions, and the SHA-256 of every evidence file.

Digests are taken over canonical JSON, see `auditkit.canonical`.
"""

from __future__ import annotations

import json
from typing import Any

from auditkit.canonical import Json, canonical_json, sha256_bytes, sha256_file
from auditkit.evidence.schema import FORMAT_VERSION

__all__ = [
    "Json",
    "canonical_json",
    "manifest_bytes",
    "root_digest",
    "run_digest",
    "run_record",
    "sealed",
    "sha256_bytes",
    "sha256_file",
]


def root_digest(manifest: dict[str, Json]) -> str:
    """Return the SHA-256 of the manifest's canonical JSON without its ``root``."""
    return sha256_bytes(canonical_json({k: v for k, v in manifest.items() if k != "root"}))


def sealed(manifest: dict[str, Json]) -> dict[str, Json]:
    """Return a copy of `manifest` that has its format version and its own root digest."""
    body: dict[str, Json] = {**manifest, "format": FORMAT_VERSION}
    return {**body, "root": root_digest(body)}


def manifest_bytes(manifest: dict[str, Json]) -> bytes:
    """Return the manifest as it stands on disk: readable, sorted, one trailing newline."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return (text + "\n").encode("utf-8")


def run_digest(run: dict[str, Any]) -> str:
    """Return the SHA-256 that `run.json` has of its own other fields."""
    return sha256_bytes(json.dumps(run, sort_keys=True, ensure_ascii=True).encode())


def run_record(run: dict[str, Any]) -> bytes:
    """Return `run.json`: times, paths and device, which no digest of the evidence covers.

    It has its own checksum, so that a changed byte is found all the same.
    """
    record = {**run, "sha256": run_digest(run)}
    return (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=True) + "\n").encode()
