"""What becomes of a decision when one thing is changed: a word blanked, deleted or swapped, a head silenced."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.capture.attention import revaluing
from auditkit.capture.ledgers import ledgers
from auditkit.capture.messages import SilencedHead, SilencedHeads
from auditkit.capture.observers import FullAttention
from auditkit.capture.references import blank_of
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
from auditkit.explain.maps import MOST_MAPS, held_together, map_entries
from auditkit.records import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded

SWAPS = 1
"""Words of other texts that are put in the place of each word."""
MOST_WORDS = 64
"""Words of a text that are changed, from its start."""


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """One thing that is changed, and how the changed run answers to the untouched one."""

    named: dict[str, Any]
    """What the table says of it: its kind, and the word or the head."""
    row: Encoded
    stayed: tuple[np.ndarray, np.ndarray] | None
    """Positions of the tokens that stayed, before and after; None where they have no counterparts."""
    words: np.ndarray | None
    """For each word of the text its index in the changed one; -1 for one that is gone."""
    silenced: SilencedHead | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What a run showed."""

    logits: np.ndarray | None = None
    attention: np.ndarray | None = None
    relevance: np.ndarray | None = None
    """Of every token."""


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
        edits = (self._changed(case, edit) for edit in self._edits(case))
        changes = [one for one in edits if one is not None]
        changes += self._silencings(case, heads, replacements)
        before = self._observed(case, _Change({}, case.encoded, None, None))
        found = []
        for some in held_together(changes, [self._maps(case)] * len(changes)):
            found += [
                self._table_row(case, change, before, after)
                for change, after in zip(some, self._seen(case, some), strict=True)
            ]
        return found

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

    def _changed(self, case: Case, edit: Edit) -> _Change | None:
        named = {"kind": edit.kind, "word": edit.word, "instead": edit.instead}
        loaded, original = self.runner.loaded, case.encoded
        if edit.kind == "mask":
            row = masked(original, edit.word, blank_of(loaded.tokenizer))
            places = np.flatnonzero(original.words != edit.word)
            every = np.arange(original.word_count)
            return None if row is None else _Change(named, row, (places, places), every)
        example = edited(original, edit)
        (row,) = self.adapter.encode(loaded.tokenizer, [example], loaded.max_tokens)
        if not row.tokens:
            return None
        stayed, words = tokens_after(original, row, edit), words_after(original, row, edit)
        return _Change(named, row, stayed, words)

    def _silencings(
        self, case: Case, heads: Sequence[tuple[int, int]], replacements: Replacements
    ) -> list[_Change]:
        """Return the text as it is, with the messages of one head after the other at their mean."""
        roles = replacements.indices(case.encoded, causal=self.runner.anatomy.causal)
        tokens, words = np.arange(len(case.encoded.tokens)), np.arange(case.encoded.word_count)
        return [
            _Change(
                {"kind": "silence", "layer": layer, "head": head},
                case.encoded,
                (tokens, tokens),
                words,
                SilencedHead(layer, head, replacements.values[0, layer][roles][:, head]),
            )
            for layer, head in heads
        ]

    def _maps(self, case: Case) -> int:
        return map_entries(self.runner, case.encoded)

    def _seen(self, case: Case, changes: Sequence[_Change]) -> list[_Seen]:
        """Run changes with their ledgers, which say all; where one does not fit, without."""
        fits = self._maps(case) <= MOST_MAPS
        asked = [
            replace(rows_of(replace(case, encoded=one.row)), silenced=one.silenced)
            for one in changes
        ]
        return [
            self._observed(case, change)
            if sheet is None
            else _Seen(sheet.logits, sheet.maps, sheet.tokens)
            for change, sheet in zip(changes, ledgers(self.runner, asked, maps=fits), strict=True)
        ]

    def _observed(self, case: Case, change: _Change) -> _Seen:
        """Run one change; its attention is watched unless the text is so long that it is not compared."""
        fits = self._maps(case) <= MOST_MAPS
        batch = self.runner.passes.batch([change.row])
        silenced = SilencedHeads(batch, [change.silenced], self.runner.anatomy.layers)
        with revaluing(silenced) if silenced else nullcontext():
            (seen,) = self.runner.observe(
                [change.row], {"attention": FullAttention} if fits else {}
            )
        return _Seen() if seen is None else _Seen(seen.logits, seen.seen.get("attention"))

    def _table_row(
        self, case: Case, change: _Change, before: _Seen, after: _Seen
    ) -> dict[str, Any]:
        relevance = None
        if after.relevance is not None and change.words is not None:
            relevance = by_word(after.relevance, change.row, change.words)
        return {
            "example_id": case.encoded.example.id,
            **change.named,
            **self._answer(case, after.logits),
            "attention_change": _attention_change(before, after, change.stayed),
            "relevance": relevance,
        }

    def _answer(self, case: Case, logits: np.ndarray | None) -> dict[str, Any]:
        if logits is None or not np.isfinite(logits).all():
            return {}
        loaded = self.runner.loaded
        labels = self.adapter.decide(logits, loaded.labels, loaded.problem, self.foil).predicted
        several = loaded.problem is Problem.MULTI_LABEL
        return {
            "margin": case.target.readout.value(logits),
            "predicted": json.dumps(list(labels), ensure_ascii=False) if several else labels[0],
        }


def _attention_change(
    before: _Seen, after: _Seen, stayed: tuple[np.ndarray, np.ndarray] | None
) -> float | None:
    """Return the mean over layers, heads and tokens that stayed of half the L1 distance of their rows.

    0 means that each looks where it looked, 1 that it looks at nothing it had looked at. Tokens that
    came or went take part in no row; None where no token stayed.
    """
    if stayed is None or before.attention is None or after.attention is None:
        return None
    if not len(stayed[0]):
        return None
    rows = [
        attention[:, :, at][..., at].astype(np.float64)
        for attention, at in zip((before.attention, after.attention), stayed, strict=True)
    ]
    return float(np.abs(rows[0] - rows[1]).sum(-1).mean() / 2)
