"""What is checked of a model before it is audited: everything that the arithmetic takes for granted.

An architecture is free to call its parts as it likes, so nothing is concluded from names. A few short
texts are run in ways that must come to the same answer: twice, alone and in company, with a word blanked by its
embedding and by its id. Where they do not, every number would be wrong without a word, and the model is
refused with the figure. What only some methods need is given up, with the reason, and found in
`auditkit.capture.capabilities`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import torch

from auditkit.capture.anatomy import name_of
from auditkit.capture.attention import KERNEL, recording
from auditkit.capture.capabilities import Need, capabilities
from auditkit.capture.classifier import answered, positions_read
from auditkit.capture.difference import Difference, difference
from auditkit.capture.memory import is_out_of_memory
from auditkit.capture.overrides import kernel
from auditkit.capture.own_attention import use_own_attention
from auditkit.capture.probe import probe_rows, with_ids
from auditkit.capture.references import blanked
from auditkit.capture.trying import tried
from auditkit.errors import UnsupportedModel

Result = TypeVar("Result")

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torch import Tensor

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.engine import Engine
    from auditkit.capture.reading import Reading
    from auditkit.records import Encoded


def check(engine: Engine) -> dict[Need, str]:
    """Hold what an engine found out about its model against other passes.

    Returns:
        What the model cannot give to some methods, each with the reason.

    Raises:
        UnsupportedModel: Something fails without which no number is right; the message has the figure.
    """
    rows = probe_rows(engine.loaded.tokenizer, engine.loaded.max_tokens)
    guards = _Guards(engine, rows)
    with torch.no_grad():
        for guard in (
            guards.answers_repeat,
            guards.attention_has_a_map_for_every_head,
            guards.kernels_agree,
            guards.company_changes_nothing,
            guards.words_can_be_blanked,
        ):
            _if_it_fits(guard)
    _if_it_fits(guards.read_positions_hold)
    return _if_it_fits(lambda: capabilities(engine, rows)) or {}


def _if_it_fits(run: Callable[[], Result]) -> Result | None:
    """Run a check; what has no room for three short sentences says so of every example later on."""
    try:
        return run()
    except RuntimeError as error:
        if not is_out_of_memory(error):
            raise
        return None


@dataclass(frozen=True, eq=False)
class _Guards:
    engine: Engine
    rows: Sequence[Encoded]
    """The probe, the longest first."""

    @property
    def name(self) -> str:
        return name_of(self.engine.model)

    def logits(self, *rows: Encoded) -> Tensor:
        return answered(self.engine.passes, self.engine.passes.batch(rows), self.name)

    @cached_property
    def together(self) -> Tensor:
        return self.logits(*self.rows)

    def answers_repeat(self) -> None:
        """Refuse a model that draws something in evaluation: dropout left on, noise."""
        self._refuse(
            self.together,
            self.logits(*self.rows),
            "answers the same input otherwise the second time",
            "Switch off what draws at random in evaluation (dropout, noise); then audit it.",
        )

    def attention_has_a_map_for_every_head(self) -> None:
        """Give up attention that is no map from every token to every token, with as many heads in each layer."""
        if self.engine.anatomy.unseen is not None:
            return
        steps = _Steps()
        batch = self.engine.passes.batch(self.rows)
        with recording(steps):
            self.engine.passes.run(batch)
        expected = [len(self.rows), self.engine.anatomy.heads, batch.length, batch.length]
        for layer, shape in enumerate(steps.shapes):
            if shape != expected:
                self.engine.anatomy = self.engine.anatomy.without_attention(
                    f"the attention of layer {layer} has the shape {shape}, expected {expected}: rows, heads, "
                    f"queries, keys of {batch.length} tokens"
                )
                return

    def kernels_agree(self) -> None:
        """Give up attention that is given more than the registered function computes."""
        if self.engine.loaded.model.config._attn_implementation != KERNEL:
            return
        names = dict.fromkeys((self.engine.loaded.production_kernel, "eager"))
        theirs = [logits for logits in map(self._under, names) if logits is not None]
        if not theirs:
            return
        apart = min(
            (self._difference(self.together, logits) for logits in theirs),
            key=lambda one: one.largest,
        )
        if apart.too_large:
            self._use_own_attention(
                "its attention has an option that is not known here: under the one that auditkit registers a logit "
                f"differs by {apart.largest:.2g}, expected at most {apart.allowed:.2g}"
            )

    def _use_own_attention(self, why: str) -> None:
        engine = self.engine
        engine.anatomy = engine.anatomy.without_attention(why)
        use_own_attention(
            engine.model, engine.loaded.production_kernel, lambda: self.logits(*self.rows)
        )
        self.__dict__.pop("together", None)

    def _under(self, implementation: str) -> Tensor | None:
        """Return the logits under another kernel; None where it cannot be chosen or run here."""
        if not hasattr(self.engine.model, "set_attn_implementation"):
            return None
        try:
            with kernel(self.engine.model, implementation):
                return self.logits(*self.rows)
        except Exception as error:
            if is_out_of_memory(error):
                raise
            return None

    def company_changes_nothing(self) -> None:
        """Refuse a model whose answer to a text depends on padding or on the other texts of a batch."""
        alone = torch.cat([self.logits(row) for row in self.rows])
        longest, *others = self.rows
        mixed = self.logits(longest, longest, *others[::-1])[[0, *range(len(self.rows), 1, -1)]]
        for other in (self.together, mixed):
            self._refuse(
                alone,
                other,
                "answers a text otherwise alone than padded in a batch",
                "Audit an architecture that leaves padding and the rest of the batch out of account.",
            )

    def words_can_be_blanked(self) -> None:
        """Refuse a model in which a word's embedding replaced is not the word's id replaced."""
        longest, row = self.rows[0], self.rows[1]
        masks, instead = _masks(row), self._instead_of(row)
        written = [with_ids(row, np.where(mask, instead, row.ids).tolist()) for mask in masks]
        expected = self.logits(longest, *written)
        batch = self.engine.passes.batch([longest, *[row] * len(masks)])
        where = batch.place([np.zeros(len(longest.ids), np.bool_), *masks])
        vector = self.engine.embeddings(torch.tensor(instead, device=self.engine.device)).float()
        with self.engine.passes.entry(batch).replaced(lambda one: blanked(one, where, vector)):
            found = self.engine.answer(batch)
        token = self.engine.loaded.tokenizer.convert_ids_to_tokens(instead)
        self._refuse(
            expected,
            found,
            f"answers otherwise with a word's embedding replaced by that of {token!r} than with that id "
            "written in its place, token types and positions being equal",
            "What it makes of an id is more than its embedding (token dropout, hashes, neighbours), so "
            "words cannot be blanked; audit an architecture without that.",
        )

    def _instead_of(self, row: Encoded) -> int:
        """Return an id to write over a row's words: the blank's, or else that of another word."""
        blank, words = self.engine.blank.id, set(row.ids[row.words >= 0].tolist())
        others: list[int] = self.rows[0].ids[self.rows[0].words >= 0].tolist()
        every = range(len(self.engine.embeddings.weight))
        known = chain([] if blank is None else [blank], others, every)
        unlike = (one for one in known if one != self.engine.loaded.pad_id and words != {one})
        return next(unlike, others[0])

    def read_positions_hold(self) -> None:
        """Give up the positions of a classifier that reads elsewhere in a padded batch than in one text."""
        reading = self.engine.anatomy.reading
        if reading is None:
            return
        why = tried(lambda: self._reads_elsewhere(reading))
        if why is not None:
            self.engine.anatomy = self.engine.anatomy.without_reading(why)

    def _reads_elsewhere(self, reading: Reading) -> str | None:
        batch = self.engine.passes.batch(self.rows)
        found, _ = positions_read(self.engine.passes, batch, self.name)
        for row, positions in zip(self.rows, found, strict=True):
            expected = reading.positions(row.ids).tolist()
            if list(positions) != expected:
                return (
                    f"in a batch the classifier reads the positions {list(positions)} of a text of "
                    f"{len(row.ids)} tokens, expected {expected}: {reading.rule} of its tokens"
                )
        return None

    def _difference(self, expected: Tensor, found: Tensor) -> Difference:
        return difference(expected, found, self.engine.embeddings.weight.dtype)

    def _refuse(self, expected: Tensor, found: Tensor, what: str, advice: str) -> None:
        if not found.isfinite().any():
            return  # a model that answers nothing is refused where its answers are counted
        apart = self._difference(expected, found)
        if apart.too_large:
            raise UnsupportedModel(
                f"{self.name} {what}: a logit differs by {apart.largest:.2g}, expected at most "
                f"{apart.allowed:.2g}. {advice}"
            )


class _Steps:
    def __init__(self) -> None:
        self.shapes: list[list[int]] = []

    def record(self, step: AttentionStep) -> None:
        """Note the shape of a layer's weights."""
        self.shapes.append(list(step.weights.shape))


def _masks(row: Encoded) -> np.ndarray:
    """Return no word, one in the middle, every second, and all: bool [rows tokens]."""
    of_text = row.words >= 0
    count = int(of_text.sum())
    kept: tuple[Callable[[np.ndarray], np.ndarray], ...] = (
        lambda words: words < 0, lambda words: words == count // 2,
        lambda words: words % 2 == 0, lambda words: words >= 0,
    )  # fmt: skip
    return np.stack([of_text & chosen(row.words) for chosen in kept])
