"""Headers of blocks: every key that a version knows is there, no other, and each says what is true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from auditkit.verification.printed import quoted

Known = TypeVar("Known")
Versions = Mapping[int, Mapping[str, Callable[[Known], Any]]]
"""Version of a block -> what each key of its header says, worked out from the evidence."""
LATER = frozenset(("depth", "same_sign"))
"""Keys that older blocks of the same version lack; they then say null."""
ARRAYS = "arrays"
"""The key that says where each array lies; reading a block compares it with the block itself."""


def header_problem(
    header: Mapping[str, Any], versions: Versions[Known], known: Known
) -> str | None:
    """Return what is wrong with a header; None if it says all that the evidence has, and no more.

    Args:
        header: The header.
        versions: What there is to say.
        known: What the evidence has.
    """
    version = header.get("version")
    keys = versions.get(version) if type(version) is int else None
    if keys is None:
        return f"hands the viewer the version {quoted(repr(version))}, which is not known"
    wanted = {*keys, ARRAYS}
    header = {**dict.fromkeys(LATER & wanted), **header}
    for name in sorted(wanted - header.keys()):
        return f"does not tell the viewer {_words(name)}"
    for name in sorted(header.keys() - wanted):
        return f"tells the viewer {quoted(name)}, of which verification knows nothing"
    for name, derive in keys.items():
        if not is_same(header[name], derive(known)):
            said = quoted(repr(header[name]))
            return f"tells the viewer other {_words(name)} than the evidence: {said}"
    return None


def _words(name: str) -> str:
    return name.replace("_", " ")


def is_same(said: Any, true: Any) -> bool:  # noqa: ANN401  (JSON values)
    """Whether two JSON values are the same to every reader: a truth value is no number, 1 is 1.0."""
    if isinstance(true, dict):
        said = {**dict.fromkeys(LATER & true.keys()), **said} if isinstance(said, dict) else said
        return (
            isinstance(said, dict)
            and said.keys() == true.keys()
            and all(is_same(said[name], value) for name, value in true.items())
        )
    if isinstance(true, list):
        return isinstance(said, list) and len(said) == len(true) and all(map(is_same, said, true))
    if isinstance(said, bool) or isinstance(true, bool):
        return said is true
    return bool(said == true)
