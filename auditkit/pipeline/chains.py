"""The stage of reasoning chains: which examples, what messages are replaced by, and the control."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.evidence.schema import EDITS
from auditkit.explain.cases import first_targets
from auditkit.explain.chains.controls import shuffled
from auditkit.explain.chains.references import REFERENCE_TEXTS, fingerprint, replacements_from
from auditkit.explain.chains.tables import chain_tables
from auditkit.explain.chains.trial import chains_of, grown_links
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.counterfactuals import SWAPS, Counterfactuals
from auditkit.explain.edits import swap_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditkit.canonical import Json
    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from auditkit.config import AuditConfig
    from auditkit.explain.base import Case
    from auditkit.explain.chains.trial import Chain
    from auditkit.explain.shard import Plan
    from auditkit.inputs.base import TaskAdapter
    from auditkit.pipeline.prepared import Prepared
    from auditkit.records import Encoded, Example

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


@dataclass(frozen=True, eq=False)
class ChainStage:
    """Everything that a worker needs for chains; its answer for a piece depends on nothing else."""

    runner: Runner
    adapter: TaskAdapter
    plan: Plan
    lines: Thresholds
    reference: Sequence[Example]
    """Texts that messages are replaced from."""
    sampled: frozenset[str]
    detailed: frozenset[str]

    @cached_property
    def _rows(self) -> list[Encoded]:
        return self._encode(self.reference)

    @cached_property
    def replacements(self) -> Replacements:
        """What messages are replaced by."""
        return replacements_from(self.runner, self._rows, self.plan.seed)

    @cached_property
    def vocabulary(self) -> list[str]:
        """Words of the reference texts that may take the place of others."""
        return swap_words(self._rows)

    @property
    def is_possible(self) -> bool:
        """Whether there is any text that messages can be replaced from."""
        return bool(self._rows)

    def record(self) -> dict[str, Json]:
        """Return what the manifest says of the stage."""
        return {
            "sampled": len(self.sampled),
            "reference_texts": len(self._rows),
            "roles": list(self.replacements.roles),
            "reference_sha256": fingerprint(self._rows, self.replacements),
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
            return ROWS_PER_CHAIN + len(self._rows) // len(piece.examples)
        edits = EDITS_PER_WORD * words if example.id in self.detailed else 0
        return ROWS_PER_CHAIN + ROWS_PER_EDIT * edits

    def tables(self, piece: Piece) -> dict[str, pa.Table]:
        """Return the rows that a piece adds to the tables of chains."""
        rows = self._encode(piece.examples)
        cases = first_targets(self.runner, self.adapter, self.plan, rows)
        if piece.control:
            found = {"shuffled": self._control(cases)}
            return {**chain_tables(found, self.sampled), "pokes.parquet": _edits([])}
        chains = _known(chains_of(self.runner, cases, self.replacements, self.lines))
        edited = [
            row for chain in chains if self._is_detailed(chain) for row in self._edited(chain)
        ]
        return {
            **chain_tables({"model": chains}, self.sampled),
            "pokes.parquet": _edits(edited),
        }

    def _encode(self, examples: Sequence[Example]) -> list[Encoded]:
        loaded = self.runner.loaded
        rows = self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)
        return [row for row in rows if row.word_count]

    def _control(self, cases: Sequence[Case]) -> list[Chain]:
        """Test the links of the audited model in a copy with shuffled weights."""
        grown = grown_links(self.runner, cases, self.replacements, self.lines)
        known = [
            (case, links) for case, links in zip(cases, grown, strict=True) if links is not None
        ]
        runner = shuffled(self.runner, self.plan.seed)
        replacements = replacements_from(runner, self._rows, self.plan.seed)
        chains = chains_of(
            runner,
            [case for case, _ in known],
            replacements,
            self.lines,
            given=[links for _, links in known],
        )
        return _known(chains)

    def _is_detailed(self, chain: Chain) -> bool:
        return chain.case.encoded.example.id in self.detailed

    def _edited(self, chain: Chain) -> list[dict[str, Any]]:
        counterfactuals = Counterfactuals(
            self.runner, self.adapter, self.plan.foil, self.vocabulary, self.plan.seed
        )
        heads = sorted({(tested.link.layer, tested.leader) for tested in chain.links})
        return counterfactuals.edit(chain.case, heads, self.replacements)


def _known(chains: Sequence[Chain | None]) -> list[Chain]:
    return [chain for chain in chains if chain is not None]


def _edits(rows: Sequence[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=EDITS)


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
    return ChainStage(
        ready.runner,
        ready.adapter,
        ready.plan,
        thresholds(config),
        reference_texts(texts, usable, config.seed),
        frozenset(drawn(among, config.chains, config.seed, "chains")),
        detailed,
    )
