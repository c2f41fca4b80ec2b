"""Recorded routes tested once more: the same links, the same tests, every number and verdict compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.explain.chains.growth import Link
from auditkit.explain.chains.tables import chain_tables
from auditkit.explain.chains.trial import chains_of
from auditkit.pipeline.chains import thresholds
from auditkit.pipeline.replayed import TOLERANCE, compared, counted, rows_of, share
from auditkit.verification.checks import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditkit.config import AuditConfig
    from auditkit.evidence.reader import Audit
    from auditkit.explain.base import Case
    from auditkit.explain.chains.bench import Bench
    from auditkit.explain.chains.trial import Chain, TestedLink
    from auditkit.explain.chains.verdicts import Thresholds

    Numbers = float | Sequence[float] | None

CHAIN_NUMBERS = ("value", "empty", "signed", "mass", "alone", "without", "sink", "lens")
CHAIN_SHARES = ("sufficiency", "necessity", "permuted", "random")
LINK_NUMBERS = ("relevance", "foretold", "observed", "low", "high")
RANGE = ("least", "most")
"""Numbers of links that older evidence does not hold."""
EFFECT = "link_effect_percent"
"""Key that evidence has since verdicts ask what a link contributes, its largest head has its sign, and
depth and signs are counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Recorded:
    """What the evidence says of one example's chain."""

    case: Case
    chain: Mapping[str, Any]
    links: Sequence[Mapping[str, Any]]

    @property
    def given(self) -> list[Link]:
        """The links to test."""
        return [Link(row["layer"], row["query"], row["key"]) for row in self.links]


def recorded_chains(audit: Audit, cases: Sequence[Case]) -> list[Recorded]:
    """Return the chains of those cases that have one."""
    chains, links = audit.table("chains"), audit.table("links")
    every = ((case, rows_of(chains, case, weights="model")) for case in cases)
    return [
        Recorded(case, rows[0], rows_of(links, case, weights="model"))
        for case, rows in every
        if rows
    ]


def recorded_thresholds(audit: Audit, config: AuditConfig) -> Thresholds:
    """Return the thresholds that the verdicts of the evidence were given by."""
    lines = thresholds(config)
    return lines if EFFECT in audit.config else replace(lines, effect=None)


def chain_checks(bench: Bench, recorded: Sequence[Recorded]) -> Iterator[Check]:
    """Test the recorded links again and compare all numbers, verdicts and grades."""
    cases, given = [one.case for one in recorded], [one.given for one in recorded]
    again = chains_of(bench.runner, cases, bench.replacements, bench.lines, given=given)
    tables = chain_tables({"model": [chain for chain in again if chain is not None]}, frozenset())
    chains, links = tables["chains.parquet"], tables["links.parquet"]
    found = [
        (one, Recorded(one.case, rows_of(chains, one.case)[0], rows_of(links, one.case)), chain)
        for one, chain in zip(recorded, again, strict=True)
        if chain is not None
    ]
    if len(found) < len(recorded):
        lost = counted(recorded[len(found) :], "example")
        yield Check("replay: routes", f"those of {lost} do not fit into memory and were not tested")
    subject = f"of {counted(found, 'example')}"
    is_counted = bench.lines.effect is not None
    names = (*LINK_NUMBERS, "head_relevance") if is_counted else LINK_NUMBERS
    links_apart = [gap for old, new, _ in found for gap in _link_gaps(old, new, names)]
    yield compared(f"replay: links {subject}", links_apart)
    chains_apart = [gap for old, new, _ in found for gap in _chain_gaps(old, new)]
    yield compared(f"replay: routes {subject}", chains_apart)
    others = sum(_words(old) != _words(new) for old, new, _ in found)
    yield Check(f"replay: verdicts and grades {subject}", f"{others} differ" if others else None)
    if is_counted:
        others = sum(not _counts_agree(old, chain) for old, _, chain in found)
        yield Check(f"replay: depths and signs {subject}", f"{others} differ" if others else None)


def _link_gaps(old: Recorded, new: Recorded, names: Sequence[str]) -> Iterator[float]:
    for before, after in zip(old.links, new.links, strict=True):
        known = (name for name in RANGE if before[name] is not None)
        for name in (*names, *known):
            yield share(_distance(before[name], after[name]), old.case.margin)


def _chain_gaps(old: Recorded, new: Recorded) -> Iterator[float]:
    for name in CHAIN_NUMBERS:
        yield share(_distance(old.chain[name], new.chain[name]), old.case.margin)
    moved = new.chain["value"] - new.chain["empty"]
    for name in CHAIN_SHARES:
        yield share(_distance(old.chain[name], new.chain[name]) * moved, old.case.margin)


def _distance(old: Numbers, new: Numbers) -> float:
    """Return the largest difference of two numbers or lists; infinite where only one is there."""
    if old is None or new is None:
        return 0.0 if old is new else np.inf
    before, after = np.atleast_1d(np.asarray(old)), np.atleast_1d(np.asarray(new))
    if before.shape != after.shape:
        return np.inf
    return float(np.abs(before - after).max(initial=0.0))


def _counts_agree(old: Recorded, again: Chain) -> bool:
    """Whether depth, and for how many reference texts an effect keeps its sign, are as recorded."""
    return old.chain["depth"] == again.depth and all(
        _signs_agree(row["same_sign"], link, old.case.margin)
        for row, link in zip(old.links, again.links, strict=True)
    )


def _signs_agree(recorded: int | None, link: TestedLink, margin: float) -> bool:
    """Whether a count of signs is as recorded, but for effects so small that rounding may turn them."""
    if recorded is None or link.same_sign is None:
        return recorded is link.same_sign
    if share(link.observed, margin) <= TOLERANCE:
        return 0 <= recorded <= len(link.spread)
    unsure = sum(share(effect, margin) <= TOLERANCE for effect in link.spread)
    return abs(recorded - link.same_sign) <= unsure


def _words(one: Recorded) -> tuple[str, ...]:
    return one.chain["grade"], *(row["verdict"] for row in one.links)
