"""The part of a card about layers: what the model's own head reads from each, and what each token contributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.render.chain_blocks import LayersPart
from auditkit.render.chain_rows import chain_of, ledger_of
from auditkit.render.evidence_view import method

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.token_names import TokenNames


def layers_part(audit: Audit, example_id: str, names: TokenNames, target: str) -> LayersPart | None:
    """Return what a card shows of an example's layers, None where no chain was tested.

    Args:
        audit: The audit.
        example_id: The example.
        names: Its tokens.
        target: What positive numbers support, in words.
    """
    chain = chain_of(audit, example_id)
    if chain is None or not chain["lens"]:
        return None
    lens = chain.entries("lens")
    ledger = ledger_of(audit, example_id, chain["target"])
    values = None if ledger is None else np.array(ledger["cuts"], np.float32)
    if values is None or values.size % len(lens) or not np.isfinite(values).all():
        ledger = values = None
    tokens = 0 if values is None else values.size // len(lens)
    return LayersPart(
        id=f"ex-{example_id}-layers",
        lens=lens,
        cuts=None if values is None else values.reshape(len(lens), tokens),
        method="" if ledger is None else method(audit, ledger["method"]).title,
        tokens=tuple(names.label(token) for token in range(tokens)),
        target=target,
        evidence="" if ledger is None else ledger.cite("cuts"),
    )
