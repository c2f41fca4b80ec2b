"""Depth of a chain: the longest way of messages from a token of the text, against a search of all ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from auditkit.explain.chains.growth import Link, depth, grow
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.chains.trial import chains_of
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.records import Verdict
from tests.circuits import CIRCUITS
from tests.unit.explain.planted import runner_of
from tests.unit.explain.test_chains_find_planted_circuits import cases_of

TOKENS = 4
CLS, A, B, SEP = range(TOKENS)
OF_TEXT = np.array([False, True, True, False])


def longest_way(chain: list[Link], read: list[int], of_text: np.ndarray) -> int:
    """Try every way: begin at every token of the text, go on by every link of a later layer."""

    def ways(position: int, layer: int, messages: int):
        if position in read:
            yield messages
        for link in chain:
            if link.key == position and link.layer > layer:
                moved = link.query != link.key
                yield from ways(link.query, link.layer, messages + moved)

    found = [way for unit in np.flatnonzero(of_text) for way in ways(int(unit), -1, 0)]
    return max(found, default=0)


@pytest.mark.parametrize("read", [[CLS], [SEP], [CLS, A, B, SEP]], ids=["first", "last", "mean"])
@pytest.mark.parametrize("seed", range(40))
def test_against_a_search_of_all_ways(seed: int, read: list[int]) -> None:
    rng = np.random.default_rng(seed)
    of_text = rng.random(TOKENS) < 0.6
    drawn = {Link(*map(int, rng.integers([5, TOKENS, TOKENS]))) for _ in range(rng.integers(0, 12))}
    chain = [link for _, link in sorted((rng.random(), link) for link in drawn)]
    assert depth(chain, read, of_text) == longest_way(chain, read, of_text)


@pytest.mark.parametrize("seed", range(10))
def test_against_it_on_chains_as_they_grow(seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=(6, TOKENS, TOKENS)).astype(np.float32)
    chain = grow(values, [CLS], 12)
    assert depth(chain, [CLS], OF_TEXT) == longest_way(chain, [CLS], OF_TEXT)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], 0),
        ([(3, CLS, A)], 1),
        ([(3, CLS, A), (2, CLS, B), (1, CLS, A)], 1),  # several direct routes are not one long one
        ([(3, CLS, A), (1, A, B)], 2),
        ([(3, CLS, A), (3, A, B)], 1),  # in one layer nothing is passed on
        ([(1, CLS, A), (3, A, B)], 1),  # and nothing backwards
        ([(3, CLS, A), (2, A, A), (1, A, B)], 2),  # what stays at its place adds no message
        ([(3, CLS, CLS), (2, CLS, CLS)], 0),
        ([(3, CLS, SEP)], 0),  # a special token is no token of the text
        ([(3, CLS, SEP), (1, SEP, A)], 2),  # but may pass on what one sent
        ([(4, CLS, SEP), (3, SEP, CLS), (1, CLS, A)], 3),
        ([(2, A, B)], 0),  # A is not read
    ],
)
def test_by_hand(links: list[tuple[int, int, int]], expected: int) -> None:
    assert depth([Link(*link) for link in links], [CLS], OF_TEXT) == expected


@pytest.mark.parametrize(
    ("links", "expected"), [([], 0), ([(0, A, A)], 0), ([(0, A, B)], 1), ([(0, A, B), (1, SEP, A)], 2)]
)  # fmt: skip
def test_where_every_position_is_read_a_token_is_there_without_a_message(
    links: list[tuple[int, int, int]], expected: int
) -> None:
    assert depth([Link(*link) for link in links], range(TOKENS), OF_TEXT) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("copy", {1}), ("causal-copy", {1}), ("induction", {2}), ("negation", {1, 2})]
)  # fmt: skip
def test_planted_circuits_have_the_depth_they_were_planted_with(
    name: str, expected: set[int], tmp_path: Path
) -> None:
    circuit, runner = CIRCUITS[name](), runner_of(name, tmp_path)
    cases = cases_of(runner, circuit.texts)
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    planted = [
        [Link(*edge.step) for edge in circuit.edges_of(case.encoded.example.text)] for case in cases
    ]
    tested = chains_of(runner, cases, replacements, Thresholds(), given=planted)
    depths = [chain.depth for chain in tested if chain is not None]
    assert depths == [len(links) for links in planted]  # each of these circuits is one way
    assert set(depths) == expected
    grown = chains_of(runner, cases, replacements, Thresholds())
    assert all(
        chain.depth >= least
        for chain, least in zip(grown, depths, strict=True)
        if chain is not None
    )


def test_only_links_with_their_effect_as_predicted_are_ways(tmp_path: Path) -> None:
    circuit, runner = CIRCUITS["induction"](), runner_of("induction", tmp_path)
    cases = cases_of(runner, circuit.texts)
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    for lines, deep in ((Thresholds(), True), (replace(Thresholds(), effect=100.0), False)):
        found = [chain for chain in chains_of(runner, cases, replacements, lines) if chain]
        assert found
        for chain in found:
            read = runner.anatomy.reading.positions(chain.case.encoded.ids).tolist()
            shown = [one.link for one in chain.links if one.verdict is Verdict.CONFIRMED]
            assert chain.depth == longest_way(shown, read, chain.case.of_text)
            assert (chain.depth >= 2) is deep
