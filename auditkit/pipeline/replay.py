"""Replay: run some examples of a finished audit again and compare with what its evidence says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from auditkit.capture.checkpoint import decisive
from auditkit.config import AuditConfig
from auditkit.errors import ConfigError
from auditkit.evidence.explained import explained_ids
from auditkit.explain.base import METHODS
from auditkit.explain.cases import first_targets
from auditkit.explain.chains.bench import Bench
from auditkit.inputs.segmentation import icu_version
from auditkit.pipeline.chains import drawn, reference_texts
from auditkit.pipeline.prepared import load, load_reference
from auditkit.pipeline.replay_chains import (
    chain_checks,
    recorded_chains,
    recorded_thresholds,
)
from auditkit.pipeline.replayed import compared, counted, rows_of, share
from auditkit.records import Example
from auditkit.verification.checks import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.capture.runner import Runner
    from auditkit.evidence.reader import Audit
    from auditkit.explain.base import Case, Plan
    from auditkit.inputs.base import TaskAdapter

LEDGERS = ("ledger", "frozen_ledger")


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
    done = {"methods": tuple(audit.manifest["methods"])}
    config = AuditConfig(
        **{**settings, **done, "model": model, "data": audit.folder, "reference": reference}
    )
    again = _Again(audit, config, *load(config))
    other = _other_files(audit, again.runner)
    if other is not None:
        return [Check("replay: files of the model", other)]
    cases = again.cases(count)
    return [
        Check("replay: files of the model", None),
        *again.other_words(cases),
        again.margins(cases),
        *again.ledgers(cases),
        *again.chains(cases),
    ]


def _other_files(audit: Audit, runner: Runner) -> str | None:
    """Return which of the files that decide the answers differ; None if none does.

    Older audits recorded files beside a model too, which its copy need not have.
    """
    recorded, found = audit.manifest["model"]["files"], runner.loaded.files
    needed = {*decisive(recorded), *found}
    names = sorted(name for name in needed if recorded.get(name) != found.get(name))
    return f"differ from those that were audited: {', '.join(names)}" if names else None


@dataclass(frozen=True, slots=True, eq=False)
class _Again:
    audit: Audit
    config: AuditConfig
    adapter: TaskAdapter
    runner: Runner
    plan: Plan

    def cases(self, count: int) -> list[Case]:
        """Return drawn examples with the target the model gives them now.

        Those with a chain come first, then what is explained.
        """
        purpose = f"replay {self.audit.root}"
        answered = self._answered()
        order = drawn(answered, len(answered), self.config.seed, purpose)
        with_chain = set(self.audit.table("chains")["example_id"].to_pylist())
        explained = explained_ids(self.audit.examples)
        ids = sorted(order, key=lambda name: (name not in with_chain, name not in explained))[
            :count
        ]
        loaded = self.runner.loaded
        examples = [one for one in self._examples() if one.id in set(ids)]
        rows = self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)
        return first_targets(self.runner, self.adapter, self.plan, rows)

    def other_words(self, cases: Sequence[Case]) -> Iterator[Check]:
        """Yield that words differ, where they do: another version of ICU may find others."""
        pairs = (self.audit.examples[name].to_pylist() for name in ("id", "words"))
        recorded = dict(zip(*pairs, strict=True))
        found = {case.encoded.example.id: case.encoded.words.tolist() for case in cases}
        other = [name for name, words in found.items() if words != recorded[name]]
        if other:
            before = self.audit.manifest["environment"].get("icu", "not stated")
            now = icu_version() or "not installed"
            yield Check(
                f"replay: words of {counted(cases, 'example')}",
                f"differ in {', '.join(other)}; ICU was {before} and is {now} here",
            )

    def margins(self, cases: Sequence[Case]) -> Check:
        """Compare margins."""
        pairs = (self.audit.examples[name].to_pylist() for name in ("id", "margin"))
        recorded = dict(zip(*pairs, strict=True))
        gaps = [
            share(recorded[case.encoded.example.id] - case.margin, case.margin) for case in cases
        ]
        return compared(f"replay: margins of {counted(cases, 'example')}", gaps)

    def ledgers(self, cases: Sequence[Case]) -> Iterator[Check]:
        """Compare the scores of both ledgers, where they were measured."""
        explained = explained_ids(self.audit.examples)
        cases = [case for case in cases if case.encoded.example.id in explained]
        for name in LEDGERS:
            if name not in self.plan.methods:
                continue
            gaps = []
            for case, found in zip(
                cases, METHODS.get(name).attribute(self.runner, cases), strict=True
            ):
                rows = rows_of(self.audit.attributions, case, method=name)
                if rows and found is not None:
                    gap = np.abs(np.array(rows[0]["scores"]) - found.scores).max(initial=0.0)
                    gaps.append(share(float(gap), case.margin))
                elif found is not None and found.is_finite and not self._is_flagged(case):
                    gaps.append(float("inf"))
            yield compared(f"replay: {name} of {counted(gaps, 'example')}", gaps)

    def chains(self, cases: Sequence[Case]) -> Iterator[Check]:
        """Test the recorded chains of the examples that have one again."""
        named = self.audit.manifest["fingerprint"].get("reference") is not None
        recorded = recorded_chains(self.audit, cases)
        if recorded and named and self.config.reference is None:
            raise ConfigError(
                "--replay tests routes again, and this audit took what replaces a message from other texts: "
                "name their file by --reference."
            )
        if recorded:
            yield from chain_checks(self._bench(), recorded)

    def _bench(self) -> Bench:
        named = load_reference(self.config, self.runner.loaded)
        texts = self._examples() if named is None else named.examples
        usable = self._answered() if named is None else [one.id for one in texts]
        chosen = reference_texts(texts, usable, self.config.seed)
        lines = recorded_thresholds(self.audit, self.config)
        return Bench(self.runner, self.adapter, self.plan, lines, chosen)

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
