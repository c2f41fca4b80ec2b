"""Invented chains, ledgers by layer and changed words, for `tests.synthetic_audit`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from auditkit.evidence.schema import CHAINS, EDITS, LEDGER, LINKS
from auditkit.records import Problem, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

LINK_COUNT, CONTROLS, SINGLES = 4, 5, 20
WITHOUT_LINKS = 4
"""The example whose chain has none."""
IN_A_LAYER = 2
"""Links of one layer; those of the last go to the first token."""
VERDICTS = tuple(map(str, Verdict))
THRESHOLDS = {
    "chains": 8,
    "chain_links": 12,
    "link_change_percent": 1,
    "link_effect_percent": 25,
    "link_ratio_percent": 200,
    "chain_sufficiency_percent": 50,
    "chain_necessity_percent": 50,
}


class Inventor:
    """Draws everything from a generator of its own, so that nothing else of an audit changes.

    Args:
        layers: Layers of the model.
        heads: Heads of a layer.
        labels: Labels of the model.
        problem: How its logits are read.
        seed: Of the draws.
        causal: Whether no token sees later ones.
    """

    def __init__(
        self,
        layers: int,
        heads: int,
        labels: Sequence[str],
        problem: Problem,
        seed: int,
        *,
        causal: bool = False,
    ) -> None:
        self.layers, self.heads, self.labels, self.problem = layers, heads, labels, problem
        self.rng = np.random.default_rng(seed + 1)
        self.causal = causal

    def tables(
        self, examples: Sequence[dict[str, Any]], targets: dict[str, str], detailed: frozenset[str]
    ) -> dict[str, pa.Table]:
        """Return chains, links, edits and ledgers of the examples that have a target.

        Args:
            examples: Rows of `examples.parquet`.
            targets: Example id -> label that is explained.
            detailed: Examples whose words are changed.
        """
        rows: dict[str, list[dict[str, Any]]] = {
            "chains": [],
            "links": [],
            "pokes": [],
            "ledger": [],
        }
        for number, example in enumerate(one for one in examples if one["id"] in targets):
            target = targets[example["id"]]
            rows["chains"].append(self.chain(example, target, number))
            rows["links"] += self.links(example, target, number)
            rows["ledger"] += self.ledgers(example, target)
            if example["id"] in detailed:
                rows["pokes"] += self.edits(example)
            if number < 3:
                shuffled = {"weights": "shuffled"}
                rows["chains"].append(
                    {**self.chain(example, target, number), **shuffled, "grade": "no_short_chain"}
                )
                rows["links"] += [
                    {**row, **shuffled} for row in self.links(example, target, number)
                ]
        schemas = {"chains": CHAINS, "links": LINKS, "pokes": EDITS, "ledger": LEDGER}
        return {
            name: pa.Table.from_pylist(rows[name], schema=schema)
            for name, schema in schemas.items()
        }

    def chain(self, example: dict[str, Any], target: str, number: int) -> dict[str, Any]:
        confirmed = number % 2 == 0
        value, empty = float(example["margin"]), float(self.rng.normal())
        signed = value - empty
        kept, gone = (0.83, 0.71) if confirmed else (0.2, 0.9)
        return {
            "example_id": example["id"],
            "target": target,
            "weights": "model",
            "sampled": number % 3 != 2,
            "grade": "confirmed_chain" if confirmed else "no_short_chain",
            "value": value,
            "empty": empty,
            "signed": signed,
            "mass": abs(signed) * (7.5 if number == 1 else 2.5),
            "alone": empty + kept * signed,
            "without": value - gone * signed,
            "sufficiency": kept,
            "necessity": gone,
            "permuted": self.rng.uniform(0, 0.5, CONTROLS).astype(np.float32),
            "random": self.rng.normal(0, 0.01, CONTROLS).astype(np.float32),
            "sink": 0.75 if number == 0 else None,
            "lens": self.rng.normal(0, 1, self.layers + 1).astype(np.float32),
            "depth": 1 + number % 3 if number != WITHOUT_LINKS else 0,
        }

    def links(self, example: dict[str, Any], target: str, number: int) -> list[dict[str, Any]]:
        tokens, kinds = len(example["tokens"]), example["kinds"]
        rows = []
        for rank in range(LINK_COUNT if number != WITHOUT_LINKS else 0):
            query = 0 if rank < IN_A_LAYER else int(self.rng.integers(tokens))
            key = int(self.rng.integers(tokens))
            if self.causal:
                query, key = max(query, key), min(query, key)
            contributed, predicted = self.rng.normal(0, 1, 2)
            observed = predicted * float(self.rng.uniform(0.4, 1.6))
            low, high, same_sign = self._spread(rank, float(observed))
            beyond = None if low is None or high is None else 0.1 * (high - low)
            roles = [
                example["tokens"][t] if kinds[t] == "special" else "text" for t in (query, key)
            ]
            rows.append(
                {
                    "example_id": example["id"],
                    "target": target,
                    "weights": "model",
                    "rank": rank,
                    "layer": max(0, self.layers - 1 - rank // IN_A_LAYER),
                    "query": query,
                    "key": key,
                    "query_role": roles[0],
                    "key_role": roles[1],
                    "relevance": float(contributed),
                    "head": int(self.rng.integers(self.heads)),
                    "head_relevance": float(contributed) * 0.4,
                    "foretold": float(predicted),
                    "observed": float(observed),
                    "low": low,
                    "high": high,
                    "n": SINGLES if rank != 3 else 0,
                    "verdict": VERDICTS[(number + rank) % len(VERDICTS)],
                    "same_sign": same_sign,
                    "least": None if beyond is None else low - beyond,
                    "most": None if beyond is None else high + beyond,
                }
            )
        return rows

    @staticmethod
    def _spread(rank: int, observed: float) -> tuple[float | None, float | None, int | None]:
        """Return the range over reference texts and how many keep the sign; of rank 3 there are none."""
        if rank == 3:
            return None, None, None
        if rank % 4 == 0:
            low, high = sorted((0.5 * observed, 1.5 * observed))
            return low, high, SINGLES
        return observed - abs(observed) - 1, observed + abs(observed) + 1, 11

    def ledgers(self, example: dict[str, Any], target: str) -> list[dict[str, Any]]:
        tokens, layers = len(example["tokens"]), self.layers

        def numbers(count: int) -> np.ndarray:
            return self.rng.normal(0, 1, count).astype(np.float32)

        def sheet(method: str) -> dict[str, Any]:
            frozen = method == "frozen_ledger"
            return {
                "example_id": example["id"],
                "method": method,
                "target": target,
                "cuts": numbers((layers + 1) * tokens),
                "heads": numbers(layers * self.heads),
                "attention": numbers(layers * tokens),
                "mlp": numbers(layers * tokens),
                "positions": numbers(tokens) if frozen else None,
                "biases": numbers(layers + 2) if frozen else None,
            }

        return [sheet("ledger"), sheet("frozen_ledger")]

    def edits(self, example: dict[str, Any]) -> list[dict[str, Any]]:
        words = 1 + max(example["words"])
        changed = [
            self._edit(example, kind, word, words)
            for kind in ("mask", "delete", "swap")
            for word in range(words)
        ]
        return changed + [
            {
                **dict.fromkeys(EDITS.names),
                "example_id": example["id"],
                "kind": "silence",
                "layer": self.layers - 1,
                "head": head,
                "margin": float(self.rng.normal()),
                "predicted": self._answer(),
            }
            for head in range(2)
        ]

    def _edit(self, example: dict[str, Any], kind: str, word: int, words: int) -> dict[str, Any]:
        relevance = self.rng.normal(0, 1, words).astype(np.float32)
        if kind == "delete":
            relevance[word] = np.nan
        silent = kind == "swap" and word == 0
        return {
            **dict.fromkeys(EDITS.names),
            "example_id": example["id"],
            "kind": kind,
            "word": word,
            "instead": example["tokens"][1] if kind == "swap" else None,
            "margin": None if silent else float(self.rng.normal()),
            "predicted": None if silent else self._answer(),
            "attention_change": None if silent else float(self.rng.uniform(0, 0.3)),
            "relevance": None if silent else relevance,
        }

    def _answer(self) -> str:
        name = str(self.rng.choice(list(self.labels)))
        return json.dumps([name]) if self.problem is Problem.MULTI_LABEL else name
