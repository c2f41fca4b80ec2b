"""What becomes of a decision when one thing is changed: a word blanked, deleted or swapped, a head silenced."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.capture.attention import revaluing
from auditkit.capture.ledger.batch import ledgers
from auditkit.capture.messages import SilencedHead
from auditkit.capture.observers import FullAttention
from auditkit.capture.references import blank_of
from auditkit.capture.transfer import to_device
from auditkit.explain.base import Case, example_seed
from auditkit.explain.edits import (
    Edit,
    by_word,
    edited,
    masked,
    of_one_kind,
    tokens_after,
    word_text,
    words_after,
)
from auditkit.explain.ledgers import rows_of
from auditkit.explain.maps import MOST_MAPS, map_entries
from auditkit.records import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.capture.requests import LedgerSheet, Observation
    from auditkit.capture.runner import Runner
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded

SWAPS = 1
"""Words of other texts that are put in the place of each word."""
MOST_WORDS = 64
"""Words of a text that are changed, from its start."""


@dataclass(frozen=True, slots=True, eq=False)
class Counterfactuals:
    """Changes one thing at a time."""

    runner: Runner
    adapter: TaskAdapter
    foil: str | None
    vocabulary: Sequence[str]
    """Words of the evaluation set, each once, in a fixed order."""
    seed: int

    def edit(
        self, case: Case, heads: Sequence[tuple[int, int]], replacements: Replacements
    ) -> list[dict[str, Any]]:
        """Return the rows of `pokes.parquet` for one example.

        Args:
            case: The example and its first target.
            heads: Layer and head of each head to silence.
            replacements: What a silenced head's messages are replaced by: their mean by role.
        """
        changed = [(edit, row) for edit in self._edits(case) if (row := self._changed(case, edit))]
        (before,) = self.runner.observe([case.encoded], self._observers(case))
        size = max(1, MOST_MAPS // map_entries(self.runner, case.encoded))
        found = []
        for start in range(0, len(changed), size):
            some = changed[start : start + size]
            rows = [row for _, row in some]
            seen = self.runner.observe(rows, self._observers(case))
            asked = [rows_of(replace(case, encoded=row)) for row in rows]
            sheets = ledgers(self.runner, asked)
            found += [
                self._edit_row(case, edit, row, (before, after), sheet)
                for (edit, row), after, sheet in zip(some, seen, sheets, strict=True)
            ]
        return found + self._silenced(case, heads, replacements, before)

    def _edits(self, case: Case) -> list[Edit]:
        words = range(min(case.encoded.word_count, MOST_WORDS))
        generator = np.random.default_rng(
            example_seed(case.encoded.example.id, "pokes", case.audit_seed)
        )
        edits = [Edit(kind, word) for kind in ("mask", "delete") for word in words]
        for word in words:
            own = word_text(case.encoded, word)
            alike = of_one_kind(self.vocabulary, own)
            draws = generator.permutation(len(alike))[: SWAPS + 1]
            others = [other for draw in draws if (other := alike[draw]) != own.strip()]
            edits += [Edit("swap", word, other) for other in others[:SWAPS]]
        return edits

    def _changed(self, case: Case, edit: Edit) -> Encoded | None:
        if edit.kind == "mask":
            return masked(case.encoded, edit.word, blank_of(self.runner.loaded.tokenizer))
        loaded = self.runner.loaded
        example = edited(case.encoded, edit)
        (row,) = self.adapter.encode(loaded.tokenizer, [example], loaded.max_tokens)
        return row if row.tokens else None

    def _observers(self, case: Case) -> dict[str, Any]:
        """Watch attention, but not that of a text so long that it is not compared."""
        fits = map_entries(self.runner, case.encoded) <= MOST_MAPS
        return {"attention": FullAttention} if fits else {}

    def _edit_row(
        self,
        case: Case,
        edit: Edit,
        row: Encoded,
        seen: tuple[Observation | None, Observation | None],
        sheet: LedgerSheet | None,
    ) -> dict[str, Any]:
        before, after = seen
        places = words_after(case.encoded, row, edit) if edit.kind != "mask" else _all_words(row)
        stayed = _stayed(case.encoded, row, edit)
        relevance = None
        if sheet is not None and places is not None:
            relevance = by_word(sheet.tokens, row, places)
        return {
            **self._answer(case, edit.kind, None if after is None else after.logits),
            "word": edit.word,
            "instead": edit.instead,
            "attention_change": None
            if stayed is None
            else _attention_change(before, after, *stayed),
            "relevance": relevance,
        }

    def _silenced(
        self,
        case: Case,
        heads: Sequence[tuple[int, int]],
        replacements: Replacements,
        before: Observation | None,
    ) -> list[dict[str, Any]]:
        """Run the text again with the messages of one head after the other at their mean."""
        runner, everything = self.runner, np.arange(len(case.encoded.tokens))
        roles = replacements.indices(case.encoded, causal=runner.anatomy.causal)
        rows = []
        for layer, head in heads:
            means = to_device(replacements.values[0, layer][roles], runner.device)
            silenced = SilencedHead(layer, head, means, runner.anatomy.layers)
            with revaluing(silenced):
                (after,) = runner.observe([case.encoded], self._observers(case))
                (sheet,) = ledgers(runner, [rows_of(case)])
            words = np.arange(case.encoded.word_count)
            rows.append(
                {
                    **self._answer(case, "silence", None if after is None else after.logits),
                    "layer": layer,
                    "head": head,
                    "attention_change": _attention_change(before, after, everything, everything),
                    "relevance": None
                    if sheet is None
                    else by_word(sheet.tokens, case.encoded, words),
                }
            )
        return rows

    def _answer(self, case: Case, kind: str, logits: np.ndarray | None) -> dict[str, Any]:
        row: dict[str, Any] = {"example_id": case.encoded.example.id, "kind": kind}
        if logits is None or not np.isfinite(logits).all():
            return row
        loaded = self.runner.loaded
        labels = self.adapter.decide(logits, loaded.labels, loaded.problem, self.foil).predicted
        several = loaded.problem is Problem.MULTI_LABEL
        return row | {
            "margin": float(case.value(logits[None])[0]),
            "predicted": json.dumps(list(labels), ensure_ascii=False) if several else labels[0],
        }


def _all_words(row: Encoded) -> np.ndarray:
    return np.arange(row.word_count)


def _stayed(
    original: Encoded, changed: Encoded, edit: Edit
) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the positions of the tokens that stayed, before and after an edit."""
    if edit.kind == "mask":
        places = np.flatnonzero(original.words != edit.word)
        return places, places
    return tokens_after(original, changed, edit)


def _attention_change(
    before: Observation | None, after: Observation | None, old: np.ndarray, new: np.ndarray
) -> float | None:
    """Return the mean over layers, heads and tokens that stayed of half the L1 distance of their rows.

    0 means that each looks where it looked, 1 that it looks at nothing it had looked at. Tokens that
    came or went take part in no row.
    """
    if before is None or after is None or "attention" not in before.seen:
        return None
    rows = [
        one.seen["attention"][:, :, at][..., at].astype(np.float64)
        for one, at in ((before, old), (after, new))
    ]
    return float(np.abs(rows[0] - rows[1]).sum(-1).mean() / 2)
