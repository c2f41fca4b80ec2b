"""How a chain grows, against a plain search."""

from __future__ import annotations

import numpy as np
import pytest

from auditkit.explain.chains.growth import Link, grow, is_connected

LAYERS, TOKENS = 3, 5


def relevance(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(LAYERS, TOKENS, TOKENS)).astype(np.float32)


def plain(values: np.ndarray, read: list[int], most: int) -> list[Link]:
    """Look through all links again for every step."""
    chain: list[Link] = []
    while len(chain) < most:
        open_ = [
            Link(a, i, j)
            for a in range(LAYERS)
            for i in range(TOKENS)
            for j in range(TOKENS)
            if Link(a, i, j) not in chain
            and (i in read or any(one.key == i and one.layer > a for one in chain))
        ]
        if not open_:
            break
        chain.append(max(open_, key=lambda link: abs(values[link])))
    return chain


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("read", [[0], [4], [0, 1, 2, 3, 4]])
class TestGrowth:
    def test_against_a_plain_search(self, seed: int, read: list[int]) -> None:
        values = relevance(seed)
        assert grow(values, read, 12) == plain(values, read, 12)

    def test_every_chain_is_connected(self, seed: int, read: list[int]) -> None:
        assert is_connected(grow(relevance(seed), read, 12), read, LAYERS)

    def test_it_ends_where_links_carry_little(self, seed: int, read: list[int]) -> None:
        values = relevance(seed)
        chain = grow(values, read, 1000, least=1.0)
        assert all(abs(values[link]) >= 1 for link in chain)
        assert chain == grow(values, read, len(chain))

    def test_the_sink_is_left_out(self, seed: int, read: list[int]) -> None:
        assert all(link.key != 1 for link in grow(relevance(seed), read, 1000, sink=1))


def test_a_link_that_is_read_by_nothing_is_not_connected() -> None:
    assert not is_connected([Link(2, 3, 1)], [0], LAYERS)
    assert not is_connected([Link(1, 0, 3), Link(1, 3, 2)], [0], LAYERS)
    assert is_connected([Link(1, 0, 3), Link(0, 3, 2)], [0], LAYERS)
