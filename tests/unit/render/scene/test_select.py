"""The messages that are drawn, against the rule spelt out one message at a time."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from auditkit.render.scene.flows import Flow, flow, keys_kept, stored_flow
from auditkit.render.scene.select import LEAST_SHARE, MOST, largest_messages, select_arcs
from tests.viewer_fixtures import SHAPES, scene_with

Message = tuple[int, int, int, int, float]


def candidates(found: Flow, sinks: tuple[int, ...]) -> list[Message]:
    """Layer, head, query, key and size of every message that is neither to itself nor from a sink."""
    messages = []
    for place in product(*map(range, found.values.shape)):
        layer, head, query, _ = place
        key, value = int(found.keys[place]), float(found.values[place])
        if value and key != query and key not in sinks:
            messages.append((layer, head, query, key, abs(value)))
    return messages


def spelt_out(found: Flow, sinks: tuple[int, ...]) -> tuple[list[tuple[int, ...]], int]:
    """The rule as the caption states it, in plain loops."""
    messages = candidates(found, sinks)
    largest = max(message[4] for message in messages)
    rows: dict[tuple[int, int], list[Message]] = {}
    for message in messages:
        if message[4] >= LEAST_SHARE * largest:
            rows.setdefault((message[0], message[2]), []).append(message)
    for row in rows.values():
        row.sort(key=lambda m: (-m[4], m[1], m[3]))
    k = 9
    drawn = messages
    while k > 1 and (k == 9 or len(drawn) > MOST):
        k -= 1
        drawn = [m for place in sorted(rows) for m in rows[place][:k]]
    kept = set(sorted(drawn, key=lambda m: (-m[4], m[0], m[2], m[1], m[3]))[:MOST])
    return [m[:4] for m in drawn if m in kept], k


@pytest.mark.parametrize("quantity", ["relevance", "attention", "weighted"])
@pytest.mark.parametrize("name", SHAPES)
def test_the_choice_is_the_one_that_is_spelt_out(name, quantity):
    scene, arrays = scene_with(name)
    found = flow({one.name: one for one in arrays}, quantity)
    arcs = select_arcs(found, scene.sinks)
    m = arcs.messages
    chosen = list(
        zip(m.layer.tolist(), m.head.tolist(), m.query.tolist(), m.key.tolist(), strict=True)
    )
    expected, k = spelt_out(found, scene.sinks)
    assert chosen == expected
    assert arcs.per_query == k
    other, _ = spelt_out(found, ())  # sinks let in: another choice
    assert chosen != other


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_drawn_and_what_is_not_make_up_the_whole(name):
    scene, arrays = scene_with(name)
    found = flow({one.name: one for one in arrays}, "relevance")
    arcs = select_arcs(found, scene.sinks)
    sizes = arcs.sizes
    assert sizes.total == pytest.approx(np.abs(found.values).sum())
    assert sizes.drawn == pytest.approx(np.abs(arcs.value).sum())
    assert min(sizes.drawn, sizes.own, sizes.sinks, sizes.rest) > 0


@pytest.mark.parametrize("name", SHAPES)
def test_the_largest_messages_are_the_first_of_all_drawn_by_size(name):
    scene, arrays = scene_with(name)
    found = flow({one.name: one for one in arrays}, "relevance")
    arcs = select_arcs(found, scene.sinks)
    shape = (scene.layers, scene.heads, len(scene.tokens), len(scene.tokens))
    exact = np.random.default_rng(3).normal(size=shape).astype(np.float16)
    told = largest_messages(arcs, exact, 7)
    m = arcs.messages
    places = zip(m.layer.tolist(), m.head.tolist(), m.query.tolist(), m.key.tolist(), strict=True)
    expected = sorted(places, key=lambda at: -abs(float(exact[at])))[:7]
    assert [place for place, _ in told] == expected
    assert [value for _, value in told] == [float(exact[at]) for at in expected]


def test_a_scene_without_any_flow_draws_nothing():
    nothing = np.zeros((1, 1, 3, 3))
    arcs = select_arcs(Flow(nothing, np.broadcast_to(np.arange(3), nothing.shape)), (0,))
    assert len(arcs.messages) == 0
    assert arcs.sizes.total == 0


def test_rows_of_long_texts_keep_their_largest_keys_and_the_sum_of_the_rest():
    exact = np.random.default_rng(0).dirichlet(np.full(70, 0.3), (2, 2, 70))
    kept = keys_kept(2, 2, 70)
    values, keys, rest = stored_flow("attention", exact, 5)
    row = exact[1, 0, 3]
    assert sorted(keys.values[1, 0, 3].tolist()) == sorted(np.argsort(-row)[:5].tolist())
    whole = values.numbers().sum(-1) + rest.numbers()
    assert np.abs(whole - 1).max() < 6 * values.largest_error
    assert kept == 64
    assert keys_kept(24, 16, 512) == 4
    assert keys_kept(6, 12, 64) is None
