"""What the header of a scene has to say, key by key: found in the evidence, or worked out by a rule.

Every key that a block may hold stands here, by the version of the block. One that does not is a
problem, and so is one that the block leaves out (`auditkit.verification.headers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.verification.about import finite
from auditkit.verification.names import token_names

if TYPE_CHECKING:
    from auditkit.verification.about import About, Cells
    from auditkit.verification.headers import Versions


def read_positions(about: About) -> list[int]:
    """Return the positions that the classifier reads: as the evidence says, else by the rule it names.

    Older evidence says the rule, `reads` in the manifest, and not the positions of each example: of a
    decoder whose text ends with padding tokens it cannot be told which of them is read.
    """
    if about.row.get("read") is not None:
        return list(about.row["read"])
    tokens = about.shape[2]
    rule = about.model.get("reads")
    if rule is None:
        return []
    if rule == "mean":
        return list(range(tokens))
    return [tokens - 1] if rule == "last" else [0]


def _key_heads(about: About) -> int:
    _, heads, _ = about.shape
    return int(about.tensors["keys"].shape[1]) if "keys" in about.tensors else heads


def _scaling(about: About) -> list[float]:
    return [float(factor) for factor in about.tensors.get("scaling", ())]


def _chain_cell(about: About, column: str, without: Any) -> Any:  # noqa: ANN401  (a cell)
    return without if about.chain is None else about.chain[column]


LINK = (
    "rank", "layer", "query", "key", "head", "relevance", "foretold", "observed", "low", "high", "verdict",
    "same_sign",
)  # fmt: skip
"""What the header says of each link of the route: cells of links.parquet."""


def _route(about: About) -> list[Cells]:
    return [{name: finite(link[name]) for name in LINK} for link in about.links]


VERSIONS: Versions[About] = {
    1: {
        "version": lambda _: 1,
        "example": lambda about: about.example,
        "tokens": lambda about: token_names(about.row),
        "special": lambda about: [kind == "special" for kind in about.row["kinds"]],
        "words": lambda about: about.row["words"],
        "segments": lambda about: about.row["segments"],
        "layers": lambda about: about.shape[0],
        "heads": lambda about: about.shape[1],
        "key_heads": _key_heads,
        "causal": lambda about: bool(about.model.get("causal")),
        "sinks": lambda about: about.sinks,
        "target": lambda about: about.target,
        "foil": lambda about: about.row["foil"],
        "margin": lambda about: finite(about.row["margin"]),
        "base": lambda about: about.base,
        "method": lambda about: None if about.ledger is None else about.ledger["method"],
        "read": read_positions,
        "keys_kept": lambda about: about.keys_kept,
        "scaling": _scaling,
        "lens": lambda about: list(_chain_cell(about, "lens", ())),
        "grade": lambda about: _chain_cell(about, "grade", None),
        "depth": lambda about: _chain_cell(about, "depth", None),
        "route": _route,
    }
}
"""Version of a block -> what its header says, but for the layout of its arrays."""
