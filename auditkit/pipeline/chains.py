"""The stage of reasoning chains: which examples, in which pieces, and from tested chains to tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.explain.chains.bench import Bench
from auditkit.explain.chains.references import REFERENCE_TEXTS
from auditkit.explain.chains.tables import chain_tables, edits_table
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.counterfactuals import SWAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from auditkit.canonical import Json
    from auditkit.config import AuditConfig
    from auditkit.explain.chains.trial import Chain
    from auditkit.pipeline.prepared import Prepared
    from auditkit.records import Example

AT_ONCE = 2
"""Examples whose chains are one piece of work."""
CONTROLLED = 12
"""Examples whose chains are tested again with shuffled weights, at most."""
ROWS_PER_CHAIN = 75
"""What a chain of 12 links costs, in forward passes of its text, about: most runs compute one layer or two."""
ROWS_PER_EDIT = 4
"""What an edit with its ledger costs, in forward passes, about: two, and one backward."""
EDITS_PER_WORD = 2 + SWAPS
"""Blanked, deleted, swapped."""


def thresholds(config: AuditConfig) -> Thresholds:
    """Return the lines that the configuration draws."""
    return Thresholds(
        links=config.chain_links,
        change=config.link_change_percent / 100,
        effect=config.link_effect_percent / 100,
        ratio=config.link_ratio_percent / 100,
        sufficiency=config.chain_sufficiency_percent / 100,
        necessity=config.chain_necessity_percent / 100,
    )


def drawn(ids: Iterable[str], count: int, seed: int, purpose: str) -> list[str]:
    """Return at most `count` ids: those with the smallest SHA-256 of [id, purpose, seed]."""
    keys = {name: sha256_bytes(canonical_json([name, purpose, seed])) for name in ids}
    return sorted(keys, key=lambda name: keys[name])[:count]


@dataclass(frozen=True, slots=True)
class Piece:
    """Examples whose chains are measured together."""

    examples: tuple[Example, ...]
    control: bool = False
    """Whether the links are tested in a copy with shuffled weights."""


@dataclass(frozen=True, slots=True, eq=False)
class ChainStage:
    """Everything that a worker needs for chains; its answer for a piece depends on nothing else."""

    bench: Bench
    sampled: frozenset[str]
    detailed: frozenset[str]

    def record(self) -> dict[str, Json]:
        """Return what the manifest says of the stage."""
        return {
            "sampled": len(self.sampled),
            "reference_texts": len(self.bench.reference),
            "roles": list(self.bench.replacements.roles),
            "reference_sha256": self.bench.fingerprint,
            "controlled": min(CONTROLLED, len(self.sampled)),
        }

    def pieces(self, examples: Sequence[Example]) -> list[Piece]:
        """Return the work on all `examples`, the control last: so its rows stand in the tables."""
        wanted = [one for one in examples if one.id in self.sampled | self.detailed]
        pieces = [
            Piece(tuple(wanted[start : start + AT_ONCE]))
            for start in range(0, len(wanted), AT_ONCE)
        ]
        control = [one for one in wanted if one.id in self.sampled][:CONTROLLED]
        return [*pieces, Piece(tuple(control), control=True)] if control else pieces

    def rows(self, piece: Piece, example: Example, words: int) -> int:
        """Return what an example of a piece costs, in forward passes of its text, about.

        Args:
            piece: Of the stage.
            example: Of the piece.
            words: Of its text.
        """
        if piece.control:
            return ROWS_PER_CHAIN + len(self.bench.reference) // len(piece.examples)
        edits = EDITS_PER_WORD * words if example.id in self.detailed else 0
        return ROWS_PER_CHAIN + ROWS_PER_EDIT * edits

    def tables(self, piece: Piece) -> dict[str, pa.Table]:
        """Return the rows that a piece adds to the tables of chains."""
        if piece.control:
            tested = {"shuffled": self.bench.controls(piece.examples)}
            return {**chain_tables(tested, self.sampled), "pokes.parquet": edits_table([])}
        chains = self.bench.chains(piece.examples)
        edits = [
            row for chain in chains if self._is_detailed(chain) for row in self.bench.edits(chain)
        ]
        return {
            **chain_tables({"model": chains}, self.sampled),
            "pokes.parquet": edits_table(edits),
        }

    def _is_detailed(self, chain: Chain) -> bool:
        return chain.case.encoded.example.id in self.detailed


def reference_texts(examples: Sequence[Example], usable: Sequence[str], seed: int) -> list[Example]:
    """Return the texts that messages are replaced from: at most `REFERENCE_TEXTS` of the usable ids."""
    chosen = set(drawn(usable, REFERENCE_TEXTS, seed, "reference"))
    return [example for example in examples if example.id in chosen]


def chain_stage(
    config: AuditConfig,
    ready: Prepared,
    ids: Sequence[str],
    detailed: frozenset[str],
    among: Sequence[str],
) -> ChainStage:
    """Return the stage of an audit.

    Args:
        config: Of the audit.
        ready: Model, data, and the texts that messages are replaced from if the data is not to be.
        ids: Examples of the data with an answer.
        detailed: Ids of the examples shown in detail.
        among: Ids of the examples that stand for the set: the sample is drawn from them.
    """
    named = ready.reference
    texts = ready.data.examples if named is None else named.examples
    usable = ids if named is None else [example.id for example in texts]
    bench = Bench(
        ready.runner,
        ready.adapter,
        ready.plan,
        thresholds(config),
        reference_texts(texts, usable, config.seed),
    )
    sampled = frozenset(drawn(among, config.chains, config.seed, "chains"))
    return ChainStage(bench, sampled, detailed)
