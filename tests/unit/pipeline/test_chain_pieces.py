"""Pieces of the chains' stage: what they are, what they cost, and that the costliest is not left for the end."""

from __future__ import annotations

from typing import Any

from auditkit.explain.base import Plan
from auditkit.explain.chains.bench import Bench
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.counterfactuals import SWAPS
from auditkit.pipeline.chains import CONTROLLED, ChainStage, Piece
from auditkit.pipeline.cost import costliest_first
from auditkit.records import Example

EXAMPLES = [Example(f"{at:016x}", at, "a plain film") for at in range(30)]
NOTHING: Any = None


def stage(sampled: int, detailed: int) -> ChainStage:
    """A stage that never runs a model, with 200 reference texts."""
    ids = [example.id for example in EXAMPLES]
    bench = Bench(NOTHING, NOTHING, Plan(("shap",), None, 0), Thresholds(), EXAMPLES)
    vars(bench)["reference"] = [NOTHING] * 200
    shown = ids[sampled - 2 : sampled - 2 + detailed]
    return ChainStage(bench, frozenset(ids[:sampled]), frozenset(shown))


def cost(made: ChainStage, piece: Piece, words: int = 20) -> int:
    return sum(made.rows(piece, example, words) for example in piece.examples)


def test_every_example_is_in_one_piece_and_the_control_is_the_last() -> None:
    made = stage(20, 12)
    *pieces, control = made.pieces(EXAMPLES)
    every = [example.id for piece in pieces for example in piece.examples]
    assert sorted(every) == sorted(made.sampled | made.detailed)
    assert not any(piece.control for piece in pieces)
    assert control.control
    assert len(control.examples) == CONTROLLED


def test_the_control_is_begun_first() -> None:
    made = stage(20, 12)
    pieces = made.pieces(EXAMPLES)
    order = costliest_first([cost(made, piece) for piece in pieces])
    assert pieces[order[0]].control


def test_the_edits_of_an_example_in_detail_grow_with_its_words() -> None:
    made = stage(20, 12)
    detailed = next(one for one in EXAMPLES if one.id in made.detailed)
    other = next(one for one in EXAMPLES if one.id not in made.detailed)
    piece = Piece((detailed, other))
    assert made.rows(piece, other, 10) == made.rows(piece, other, 40)
    more = made.rows(piece, detailed, 40) - made.rows(piece, detailed, 10)
    assert more >= 30 * (2 + SWAPS) * 3  # a ledger is two runs and a backward one, at least
