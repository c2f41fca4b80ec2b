"""Replay: run some examples of a finished audit again and compare with what its evidence says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.compute as pc

from auditkit.config import AuditConfig
from auditkit.explain.base import METHODS
from auditkit.explain.cases import first_targets
from auditkit.explain.chains.growth import Link
from auditkit.explain.chains.trial import chains_of
from auditkit.pipeline.chains import ChainStage, drawn, reference_texts, thresholds
from auditkit.pipeline.prepared import load, load_reference
from auditkit.records import Example
from auditkit.verification.checks import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from auditkit.capture.runner import Runner
    from auditkit.evidence.reader import Audit
    from auditkit.explain.base import Case
    from auditkit.explain.shard import Plan
    from auditkit.inputs.base import TaskAdapter

TOLERANCE = 1e-3
"""Largest difference of a margin, of a token's relevance and of a link's number, as a share of
max(|margin|, 1): another machine rounds otherwise, and so does another batch."""
LEDGERS = ("ledger", "frozen_ledger")
LINK_NUMBERS = ("relevance", "foretold", "observed")


def replay(audit: Audit, count: int, model: str, reference: Path | None = None) -> list[Check]:
    """Run examples again, drawn by the root digest so that nobody can choose them.

    Args:
        audit: The finished audit.
        count: How many examples.
        model: Folder or hub id of the model.
        reference: The file of texts that messages were replaced from, if it was not the data itself.

    Raises:
        AuditError: The model cannot be loaded.
    """
    settings = {name: value for name, value in audit.config.items() if name != "date"}
    config = AuditConfig(
        **{**settings, "model": model, "data": audit.folder, "reference": reference}
    )
    again = _Again(audit, config, *load(config))
    other = _other_files(audit, again.runner)
    if other is not None:
        return [Check("replay: files of the model", other)]
    cases = again.cases(count)
    return [
        Check("replay: files of the model", None),
        again.margins(cases),
        *again.ledgers(cases),
        *again.links(cases),
    ]


def _other_files(audit: Audit, runner: Runner) -> str | None:
    recorded, found = audit.manifest["model"]["files"], runner.loaded.files
    names = sorted(name for name in {*recorded, *found} if recorded.get(name) != found.get(name))
    return f"differ from those that were audited: {', '.join(names)}" if names else None


@dataclass(frozen=True, slots=True, eq=False)
class _Again:
    audit: Audit
    config: AuditConfig
    adapter: TaskAdapter
    runner: Runner
    plan: Plan

    def cases(self, count: int) -> list[Case]:
        """Return drawn examples, those with a chain first, with the target the model gives them now."""
        purpose = f"replay {self.audit.root}"
        answered = self._answered()
        order = drawn(answered, len(answered), self.config.seed, purpose)
        with_chain = set(self.audit.table("chains")["example_id"].to_pylist())
        ids = sorted(order, key=lambda name: name not in with_chain)[:count]
        loaded = self.runner.loaded
        examples = [one for one in self._examples() if one.id in set(ids)]
        rows = self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)
        return first_targets(self.runner, self.adapter, self.plan, rows)

    def margins(self, cases: Sequence[Case]) -> Check:
        """Compare margins."""
        pairs = (self.audit.examples[name].to_pylist() for name in ("id", "margin"))
        recorded = dict(zip(*pairs, strict=True))
        gaps = [
            _share(recorded[case.encoded.example.id] - case.margin, case.margin) for case in cases
        ]
        return _check(f"replay: margins of {len(cases)} examples", gaps)

    def ledgers(self, cases: Sequence[Case]) -> Iterator[Check]:
        """Compare the scores of both ledgers, where they were measured."""
        for name in LEDGERS:
            if name not in self.plan.methods:
                continue
            gaps = []
            for case, found in zip(
                cases, METHODS.get(name).attribute(self.runner, cases), strict=True
            ):
                rows = _rows(self.audit.attributions, case, method=name)
                if rows and found is not None:
                    gap = np.abs(np.array(rows[0]["scores"]) - found.scores).max(initial=0.0)
                    gaps.append(_share(float(gap), case.margin))
                elif found is not None and found.is_finite and not self._is_flagged(case):
                    gaps.append(float("inf"))
            yield _check(f"replay: {name} of {len(gaps)} examples", gaps)

    def links(self, cases: Sequence[Case]) -> Iterator[Check]:
        """Compare the tests of all links of the examples that have a chain."""
        table = self.audit.table("links")
        rows = [_rows(table, case, weights="model") for case in cases]
        tested = [(case, found) for case, found in zip(cases, rows, strict=True) if found]
        if not tested:
            return
        subject = f"replay: links of {len(tested)} examples"
        named = self.audit.manifest["fingerprint"].get("reference") is not None
        if named and self.config.reference is None:
            yield Check(
                subject, "the texts that messages were replaced from are needed: --reference"
            )
            return
        given = [
            [Link(row["layer"], row["query"], row["key"]) for row in found] for _, found in tested
        ]
        stage = self._stage()
        chains = chains_of(
            self.runner,
            [case for case, _ in tested],
            stage.replacements,
            stage.lines,
            given=given,
        )
        gaps = [
            _share(row[name] - getattr(link, name), case.margin)
            for (case, found), chain in zip(tested, chains, strict=True)
            if chain is not None
            for row, link in zip(found, chain.links, strict=True)
            for name in LINK_NUMBERS
        ]
        yield _check(subject, gaps)

    def _stage(self) -> ChainStage:
        named = load_reference(self.config, self.runner.loaded)
        texts = self._examples() if named is None else named.examples
        usable = self._answered() if named is None else [one.id for one in texts]
        chosen = reference_texts(texts, usable, self.config.seed)
        nothing: frozenset[str] = frozenset()
        lines = thresholds(self.config)
        return ChainStage(self.runner, self.adapter, self.plan, lines, chosen, nothing, nothing)

    def _is_flagged(self, case: Case) -> bool:
        """Whether the evidence says why something of an example may be missing."""
        examples = self.audit.examples
        place = pc.index(examples["id"], case.encoded.example.id).as_py()
        return bool(examples["flags"][place].as_py())

    def _answered(self) -> list[str]:
        examples = self.audit.examples
        return [
            str(name) for name in examples.filter(pc.is_valid(examples["margin"]))["id"].to_pylist()
        ]

    def _examples(self) -> list[Example]:
        columns = self.audit.examples.select(["id", "row", "text", "text_pair"])
        return [Example(**row) for row in columns.to_pylist()]


def _rows(table: pa.Table, case: Case, **values: str) -> list[dict[str, Any]]:
    """Return the rows of one example and target with these values."""
    wanted = {"example_id": case.encoded.example.id, "target": case.target.name, **values}
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name], value))
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def _share(gap: float, margin: float) -> float:
    return abs(gap) / max(abs(margin), 1.0)


def _check(subject: str, gaps: Sequence[float]) -> Check:
    largest = float(np.max(gaps, initial=0.0))  # not a number if one of them is not
    if largest <= TOLERANCE:
        return Check(f"{subject}, largest difference {largest:.1e}", None)
    return Check(subject, f"differ by up to {largest:.1e} of the margin, more than {TOLERANCE:g}")
