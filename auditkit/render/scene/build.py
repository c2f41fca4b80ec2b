"""From the evidence of an example shown in detail to its scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.render.chain_rows import chain_of, ledger_of, links_of
from auditkit.render.evidence_view import entry
from auditkit.render.rows import finite, rows_about
from auditkit.render.scene.flows import QUANTITIES, Flow, flow, keys_kept, stored_flow
from auditkit.render.scene.records import VERSION, RouteLink, Scene
from auditkit.render.scene.select import Arcs, select_arcs
from auditkit.render.scene.stored import Stored, stored, stored_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditkit.evidence.reader import Audit
    from auditkit.render.example_view import Overview
    from auditkit.render.rows import Row
    from auditkit.render.token_names import TokenNames

MOST_VECTOR_NUMBERS = 2**19
"""Numbers of queries and keys that a page holds of one example; above, none of them."""

Tensors = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """The margin's account of one example, as far as the evidence has it."""

    target: str
    """What positive numbers support."""
    ledger: Row | None
    chain: Row | None
    base: float | None
    """s on the blank text."""


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """A scene with its arrays, and what its picture draws."""

    scene: Scene
    arrays: Mapping[str, Stored]
    quantity: str
    """What the picture shows: relevance, or attention where no ledger has it."""
    flow: Flow
    arcs: Arcs


def built(
    audit: Audit, example: Overview, row: dict[str, Any], tensors: Tensors, names: TokenNames
) -> Built | None:
    """Return the scene of an example, None where the evidence has no attention of it.

    Args:
        audit: The audit.
        example: The example.
        row: Its cells of `examples.parquet`.
        tensors: Its tensors.
        names: Its tokens.
    """
    if "attention" not in tensors or example.margin is None:
        return None
    account = _account(audit, example)
    arrays = {one.name: one for one in _arrays(tensors, account.ledger)}
    scene = _scene(audit, example, row, tensors, names, account)
    found = ((name, flow(arrays, name)) for name in QUANTITIES)
    quantity, chosen = next((name, one) for name, one in found if one is not None)
    return Built(scene, arrays, quantity, chosen, select_arcs(chosen, scene.sinks))


def _account(audit: Audit, example: Overview) -> Account:
    rows = rows_about(audit, "attributions", example.id)
    chain = chain_of(audit, example.id)
    target = str(chain["target"] if chain is not None else rows[0]["target"] if rows else "")
    ledger = ledger_of(audit, example.id, target)
    bases = {(row["method"], row["target"]): finite(row["base"]) for row in rows}
    base = None if ledger is None else bases.get((ledger["method"], target))
    return Account(target, ledger, chain, base)


def _arrays(tensors: Tensors, ledger: Row | None) -> Iterator[Stored]:
    layers, heads, tokens, _ = tensors["attention"].shape
    kept = keys_kept(layers, heads, tokens)
    yield from stored_flow("attention", tensors["attention"], kept)
    for name in ("value_norms", "norms"):
        if name in tensors:
            yield stored(name, tensors[name])
    if ledger is not None:
        if "edges" in tensors:
            yield from stored_flow("relevance", tensors["edges"], kept)
        yield from _cuts(ledger, layers, tokens)
    yield from _vectors(tensors)
    if "neurons" in tensors and int(tensors["neurons"].max(initial=0)) < 2**16:
        for name in ("neurons", "neuron_activations", "neuron_relevance"):
            yield stored(name, tensors[name])


def _cuts(ledger: Row, layers: int, tokens: int) -> Iterator[Stored]:
    yield stored("cuts", np.reshape(ledger["cuts"], (layers + 1, tokens)))
    yield stored("attention_at", np.reshape(ledger["attention"], (layers, tokens)))
    yield stored("head_totals", np.reshape(ledger["heads"], (layers, -1)))
    if ledger["mlp"] is not None:
        mlp = np.reshape(ledger["mlp"], (layers, tokens)).astype(np.float64)
        yield stored("mlp_at", mlp)
        yield stored("mlp_totals", mlp.sum(-1))


def _vectors(tensors: Tensors) -> Iterator[Stored]:
    if not {"queries", "keys"} <= tensors.keys():
        return
    if tensors["queries"].size + tensors["keys"].size > MOST_VECTOR_NUMBERS:
        return
    for name in ("queries", "keys"):
        yield from stored_rows(name, tensors[name])


def _scene(
    audit: Audit,
    example: Overview,
    row: dict[str, Any],
    tensors: Tensors,
    names: TokenNames,
    account: Account,
) -> Scene:
    layers, heads, tokens, _ = tensors["attention"].shape
    special = tuple(kind == "special" for kind in row["kinds"])
    causal = bool(entry(audit, "model", "causal"))
    ledger, chain = account.ledger, account.chain
    links = [] if chain is None else links_of(audit, example.id)
    return Scene(
        version=VERSION,
        example=example.id,
        tokens=tuple(names.label(token) for token in range(tokens)),
        special=special,
        words=tuple(row["words"]),
        segments=tuple(row["segments"]),
        layers=layers,
        heads=heads,
        key_heads=tensors["keys"].shape[1] if "keys" in tensors else heads,
        causal=causal,
        sinks=tuple(at for at in range(tokens) if special[at] or (causal and at == 0)),
        target=account.target,
        foil=example.foil,
        margin=example.margin,
        base=account.base,
        method=None if ledger is None else ledger["method"],
        read=tuple(row["read"]) if row.get("read") is not None else _read_by_rule(audit, tokens),
        keys_kept=keys_kept(layers, heads, tokens),
        scaling=tuple(float(one) for one in tensors.get("scaling", ())),
        lens=() if chain is None else tuple(float(one) for one in chain["lens"]),
        grade=None if chain is None else chain["grade"],
        route=tuple(_route_link(link) for link in links),
        arrays=(),
        depth=None if chain is None else chain["depth"],
    )


def _read_by_rule(audit: Audit, tokens: int) -> tuple[int, ...]:
    """Return the positions that the classifier reads, for evidence that does not name them; none if unknown.

    A text that ends with the padding token is read before it, which this rule does not know.
    """
    reads = entry(audit, "model", "reads")
    if reads is None:
        return ()
    if reads == "mean":
        return tuple(range(tokens))
    return (tokens - 1,) if reads == "last" else (0,)


def _route_link(link: Row) -> RouteLink:
    return RouteLink(
        rank=int(link["rank"]),
        layer=int(link["layer"]),
        query=int(link["query"]),
        key=int(link["key"]),
        head=int(link["head"]),
        relevance=float(link["relevance"]),
        foretold=float(link["foretold"]),
        observed=float(link["observed"]),
        low=finite(link["low"]),
        high=finite(link["high"]),
        verdict=link["verdict"],
        same_sign=link["same_sign"],
    )
