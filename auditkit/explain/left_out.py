"""Parts that cannot serve a model: left out by name with the reason, while the audit goes on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from auditkit.capture.capabilities import Need
from auditkit.capture.message_links import message_links
from auditkit.capture.trying import tried
from auditkit.errors import UnsupportedModel
from auditkit.explain.base import METHODS
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.ledgers import missed, out_of_balance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case

CHAINS = "chains"
HEADS, MAPS = "head_statistics", "attention_maps"
PROJECTION = "projection"
LEDGERS = {"ledger": False, "frozen_ledger": True}
"""Methods that must add up on the first examples, and whether each is the frozen one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an audit that its model cannot serve."""

    method: str
    """Name of the method, or of another part: ``chains``, ``head_statistics``, ``attention_maps`` (of examples
    in detail, with the scene drawn from them), ``projection``."""
    reason: str


def left_out_methods(
    runner: Runner, methods: Sequence[str], cases: Sequence[Case]
) -> list[LeftOut]:
    """Return the methods that the model cannot serve, in their order.

    Args:
        runner: Found out what its model lacks.
        methods: Those that were asked for.
        cases: Examples on which ledgers are tried; none to go by the model alone.

    Raises:
        UnsupportedModel: None of the methods is left.
    """
    reasons = {name: _reason(runner, name, cases) for name in methods}
    found = [LeftOut(name, reason) for name, reason in reasons.items() if reason is not None]
    if found and len(found) == len(methods):
        every = " ".join(f"{one.method}: {one.reason}." for one in found)
        raise UnsupportedModel(
            f"{type(runner.model).__name__} can be explained by none of the methods that were asked for. "
            f"{every} Ask for others with --methods: shap and occlusion need answers alone."
        )
    return found


def _reason(runner: Runner, name: str, cases: Sequence[Case]) -> str | None:
    for need in sorted(METHODS.get(name).needs, key=list(Need).index):
        if need in runner.lacks:
            return runner.lacks[need]
    if name not in LEDGERS or not cases:
        return None
    return tried(partial(out_of_balance, runner, cases, frozen=LEDGERS[name]))


def parts_left_out(runner: Runner, *, detailed: int, projection: int) -> list[LeftOut]:
    """Return what else cannot serve the model, methods and chains apart.

    Args:
        runner: Found out what its model lacks.
        detailed: How many examples are to be shown in detail.
        projection: How many examples' hidden states are to be projected.
    """
    found: list[LeftOut] = []
    unseen = runner.lacks.get(Need.ATTENTION)
    if unseen is not None:
        found += [LeftOut(name, unseen) for name in (HEADS, *([MAPS] if detailed else []))]
    stack, unread = runner.anatomy.stack, runner.lacks.get(Need.READ_POSITION)
    if projection and not stack.layers:
        found.append(
            LeftOut(PROJECTION, unseen or f"its layers cannot be told apart: {stack.unknown}")
        )
    elif projection and unread is not None:
        found.append(LeftOut(PROJECTION, unread))
    return found


def chains_left_out(runner: Runner, cases: Sequence[Case], seed: int) -> LeftOut | None:
    """Say why no chains can be tested; None if they can.

    Chains need attention, what is read, ranges of layers, gradients, and the ledger's rules: messages and words
    that do not add up are not followed.

    Args:
        runner: Found out what its model lacks.
        cases: Examples on which the balance is tried.
        seed: Of the draws of what messages are replaced by.
    """
    for need in (Need.ATTENTION, Need.READ_POSITION, Need.LAYERS, Need.GRADIENTS, Need.LEDGER):
        if need in runner.lacks:
            return LeftOut(CHAINS, runner.lacks[need])
    reason = tried(partial(out_of_balance, runner, cases, frozen=False)) or tried(
        partial(_links_out_of_balance, runner, cases, seed)
    )
    return None if reason is None else LeftOut(CHAINS, reason)


def _links_out_of_balance(runner: Runner, cases: Sequence[Case], seed: int) -> str | None:
    if not cases:
        return None
    replacements = replacements_from(runner, [case.encoded for case in cases], seed)
    questions = [(case.encoded, case.target.readout) for case in cases]
    gaps = [
        abs(links.value - links.empty - float(links.relevance.sum(dtype="float64")))
        / max(abs(case.margin), 1.0)
        for case, links in zip(cases, message_links(runner, questions, replacements), strict=True)
        if links is not None
    ]
    return missed(runner, gaps, "the sum of all messages misses the margin")
