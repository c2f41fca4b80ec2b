"""The picture of a chain: what is drawn where, and that nothing covers anything."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from auditkit.render.chain_blocks import Route, RouteLink
from auditkit.render.route import CHIP, LINE, THICKEST, RouteView, view


def route(*links: RouteLink, tokens: int = 4, layers: int = 3) -> Route:
    return Route(tuple(f"word{at}" for at in range(tokens)), (), layers, links)


def test_a_link_rises_from_its_key_to_its_query_through_its_layer() -> None:
    drawn = view(route(RouteLink(1, 0, 3, 0.5, "confirmed")))
    (stroke,) = drawn.strokes
    assert stroke.start == (drawn.columns[3].x, drawn.floors[1])
    assert stroke.stop == (drawn.columns[0].x, drawn.floors[2])
    assert drawn.floors == tuple(sorted(drawn.floors, reverse=True))
    assert len(drawn.floors) == 4


def test_width_is_the_size_and_the_sign_is_a_class_and_a_minus() -> None:
    drawn = view(
        route(RouteLink(2, 0, 1, -2.0, "weaker"), RouteLink(2, 0, 2, 1.0, "not_shown_causal"))
    )
    strong, weak = drawn.strokes
    assert strong.width == THICKEST > weak.width
    assert (strong.style, strong.label) == ("neg", "1\u2212")
    assert (weak.style, weak.label) == ("pos", "2")


VERDICTS = ("confirmed", "weaker", "stronger", "not_shown_causal", "contradicted", "other_effect")


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("relevance", [-1.0, 1.0])
def test_only_an_effect_as_predicted_fills_the_number(verdict: str, relevance: float) -> None:
    drawn = view(route(RouteLink(2, 0, 1, relevance, verdict)))
    sign, *told = drawn.strokes[0].style.split()
    assert sign == ("neg" if relevance < 0 else "pos")
    assert told == (["told"] if verdict == "confirmed" else [])
    assert drawn.has_cross is drawn.strokes[0].is_crossed is (verdict == "contradicted")


def crowded(seed: int) -> RouteView:
    rng = np.random.default_rng(seed)
    tokens, layers = int(rng.integers(2, 14)), int(rng.integers(2, 33))
    places = {
        (int(rng.integers(layers)), int(rng.integers(tokens)), int(rng.integers(tokens)))
        for _ in range(12)
    }
    links = [RouteLink(*place, float(rng.normal()), "confirmed") for place in sorted(places)]
    return view(route(*links, tokens=tokens, layers=layers))


def covered(drawn: RouteView) -> int:
    """How many pairs of numbers lie on each other."""
    return sum(
        abs(a.chip[0] - b.chip[0]) < a.half + b.half and abs(a.chip[1] - b.chip[1]) < 2 * CHIP - 1
        for at, a in enumerate(drawn.strokes)
        for b in drawn.strokes[:at]
    )


@pytest.mark.parametrize("seed", range(30))
def test_numbers_and_names_do_not_cover_each_other(seed: int) -> None:
    drawn = crowded(seed)
    assert covered(drawn) <= 2
    heights = [label.y for label in drawn.layers]
    assert all(a - b >= LINE - 0.2 for a, b in pairwise(heights))
    columns = [label.x for label in drawn.columns]
    assert all(b - a >= 23.9 for a, b in pairwise(columns))
    for x, y in (stroke.chip for stroke in drawn.strokes):
        assert drawn.left <= x <= drawn.right
        assert drawn.top <= y <= drawn.bottom


def test_negative_control_numbers_in_the_middle_of_their_lines_would_cover_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = sum(covered(crowded(seed)) for seed in range(30))
    monkeypatch.setattr("auditkit.render.route.ALONG", (0.5,))
    assert sum(covered(crowded(seed)) for seed in range(30)) > 4 * before + 10


def test_layers_with_links_are_named_even_where_there_are_many() -> None:
    drawn = view(route(RouteLink(47, 0, 1, 1.0, "confirmed"), layers=48))
    assert "layer 47" in {label.text for label in drawn.layers}
    assert drawn.floors[0] - drawn.floors[-1] < 300


def test_it_fits_on_a_phone_with_twelve_tokens() -> None:
    assert view(route(RouteLink(0, 0, 1, 1.0, "confirmed"), tokens=11)).width <= 346


def test_long_names_are_cut_and_the_description_says_every_link() -> None:
    drawn = view(Route(("x" * 5000, "[CLS]"), (1,), 2, (RouteLink(1, 1, 0, -1.0, "contradicted"),)))
    assert len(drawn.columns[0].text) == 11
    assert drawn.alt == (
        "1 link between 2 tokens. layer 1: xxxxxxxxxx\u2026 to [CLS], opposes, effect not as predicted."
    )
    assert len(drawn.breaks) == 1


def test_no_relevance_at_all_is_drawn_thin() -> None:
    (stroke,) = view(route(RouteLink(0, 0, 1, 0.0, "not_shown_causal"))).strokes
    assert 0 < stroke.width < 2
