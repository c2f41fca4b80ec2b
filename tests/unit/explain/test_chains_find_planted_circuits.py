"""Chains on classifiers whose true circuit is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from auditkit.capture.runner import Runner
from auditkit.explain.base import Case
from auditkit.explain.chains.controls import shuffled
from auditkit.explain.chains.growth import Link, is_connected
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.chains.trial import Chain, chains_of
from auditkit.explain.chains.verdicts import Grade, Thresholds, Verdict
from auditkit.inputs.base import TASKS
from tests.circuits import CIRCUITS, Circuit
from tests.unit.explain.planted import encoded_texts, runner_of

LINES = Thresholds()


def cases_of(runner: Runner, texts: tuple[str, ...]) -> list[Case]:
    adapter = TASKS.get("text-classification")
    rows = encoded_texts(runner, texts)
    cases = []
    for row, seen in zip(rows, runner.observe(rows, {}), strict=True):
        assert seen is not None
        target = adapter.decide(seen.logits, runner.loaded.labels, runner.loaded.problem, None)
        margin = target.targets[0].readout.value(seen.logits)
        cases.append(Case(row, target.targets[0], margin, {}, 0))
    return cases


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("circuits")


@cache
def examined(name: str, folder: Path) -> tuple[Circuit, list[Chain]]:
    circuit, runner = CIRCUITS[name](), runner_of(name, folder)
    cases = cases_of(runner, circuit.texts)
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    chains = chains_of(runner, cases, replacements, LINES)
    return circuit, [chain for chain in chains if chain is not None]


def after_shuffling(name: str, folder: Path) -> list[Chain]:
    """The same links, in a copy of the model whose weights were shuffled."""
    _, chains = examined(name, folder)
    runner = shuffled(runner_of(name, folder), 0)
    cases = [chain.case for chain in chains]
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    links = [[one.link for one in chain.links] for chain in chains]
    again = chains_of(runner, cases, replacements, LINES, given=links)
    return [chain for chain in again if chain is not None]


@pytest.mark.parametrize("name", CIRCUITS)
class TestPlanted:
    def test_the_planted_links_are_found_and_confirmed(self, name: str, folder: Path) -> None:
        circuit, chains = examined(name, folder)
        assert len(chains) == len(circuit.texts)
        for chain in chains:
            verdicts = {tuple(one.link): one.verdict for one in chain.links}
            for edge in circuit.edges_of(chain.case.encoded.example.text):
                assert verdicts[edge.step] is Verdict.CONFIRMED

    def test_the_planted_links_come_first(self, name: str, folder: Path) -> None:
        circuit, chains = examined(name, folder)
        for chain in chains:
            planted = {edge.step for edge in circuit.edges_of(chain.case.encoded.example.text)}
            first = {tuple(one.link) for one in chain.links[: len(planted)]}
            assert first == planted

    def test_the_head_that_carries_a_link_is_named(self, name: str, folder: Path) -> None:
        circuit, chains = examined(name, folder)
        for chain in chains:
            leaders = {tuple(one.link): one.leader for one in chain.links}
            for edge in circuit.edges_of(chain.case.encoded.example.text):
                assert leaders[edge.step] == edge.head

    def test_the_chain_is_confirmed(self, name: str, folder: Path) -> None:
        _, chains = examined(name, folder)
        assert np.mean([chain.grade is Grade.CONFIRMED for chain in chains]) > 0.9

    def test_decoys_are_left_out_and_not_shown_causal(self, name: str, folder: Path) -> None:
        """They attend sharply, so a chain drawn from attention weights would hold them."""
        circuit, chains = examined(name, folder)
        runner, cases = runner_of(name, folder), [chain.case for chain in chains]
        decoys = [
            [Link(*edge.step) for edge in circuit.decoys_of(case.encoded.example.text)]
            for case in cases
        ]
        assert all(decoys)
        for chain, left_out in zip(chains, decoys, strict=True):
            assert not {one.link for one in chain.links} & set(left_out)
        replacements = replacements_from(runner, [case.encoded for case in cases], 0)
        for tested in chains_of(runner, cases, replacements, LINES, given=decoys):
            assert tested is not None
            assert {one.verdict for one in tested.links} == {Verdict.NOT_CAUSAL}

    def test_relevance_sums_to_what_is_shared(self, name: str, folder: Path) -> None:
        _, chains = examined(name, folder)
        for chain in chains:
            tests = chain.tests
            assert chain.signed == pytest.approx(tests.value - tests.empty, abs=1e-4)

    def test_chains_are_connected(self, name: str, folder: Path) -> None:
        circuit, chains = examined(name, folder)
        for chain in chains:
            read = circuit.places(chain.case.encoded.example.text).read
            assert is_connected([one.link for one in chain.links], [read], 2)

    def test_with_shuffled_weights_almost_nothing_is_confirmed(
        self, name: str, folder: Path
    ) -> None:
        chains = after_shuffling(name, folder)
        assert np.mean([chain.grade is Grade.CONFIRMED for chain in chains]) < 0.2
        verdicts = [one.verdict is Verdict.CONFIRMED for chain in chains for one in chain.links]
        assert np.mean(verdicts) < 0.3
