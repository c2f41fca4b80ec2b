"""The arithmetic of the study of ledgers and chains: which links, which intervals, which tables."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from auditkit.explain.chains.growth import Link, is_connected
from benchmarks.figures import Figure
from benchmarks.ledger.chains import (
    GROWN,
    PERMUTED,
    SIZES,
    chain_figures,
    orders,
    permuted,
    shares_of,
)
from benchmarks.ledger.intervals import (
    correlation,
    draws_of,
    estimated,
    median,
    moments,
    ratio,
    slope,
)
from benchmarks.ledger.links import confirmed, predicted
from benchmarks.ledger.page import table
from benchmarks.ledger.texts import drawn, sample, top
from benchmarks.results import OWN_PAGE, keep, markdown

TEXTS, LINKS = 40, 12


def pairs(rng: np.random.Generator, *, between: float, within: float) -> list[np.ndarray]:
    """Predicted and observed changes of each text; each text's slope is 1.5 and a draw of its own."""
    found = []
    for _ in range(TEXTS):
        x = rng.normal(size=LINKS)
        own = 1.5 + between * rng.normal()
        found.append(np.stack([x, 0.3 + own * x + within * rng.normal(size=LINKS)]))
    return found


def sums(found: list[np.ndarray]) -> np.ndarray:
    return np.array([moments(*one) for one in found])


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(3)


# --- Intervals -----------------------------------------------------------------------------------


def test_slope_and_r_are_those_of_all_links_together(rng) -> None:
    found = pairs(rng, between=0.4, within=0.5)
    x, y = np.concatenate(found, axis=1)
    assert slope(sums(found)) == pytest.approx(np.polyfit(x, y, 1)[0], rel=1e-12)
    assert correlation(sums(found)) == pytest.approx(np.corrcoef(x, y)[0, 1], rel=1e-12)


def test_negative_control_the_slope_is_of_observed_on_predicted(rng) -> None:
    found = pairs(rng, between=0.4, within=0.5)
    turned = [one[::-1] for one in found]
    assert abs(slope(sums(found)) - slope(sums(turned))) > 0.5
    assert correlation(sums(found)) == pytest.approx(correlation(sums(turned)))


def test_an_exact_line_has_no_spread_and_a_noisy_one_covers_the_truth(rng) -> None:
    exact = estimated("f", sums(pairs(rng, between=0, within=0)), slope, draws_of(TEXTS))
    assert (exact.low, exact.value, exact.high) == pytest.approx((1.5, 1.5, 1.5))
    noisy = estimated("f", sums(pairs(rng, between=0.3, within=0.3)), slope, draws_of(TEXTS))
    assert 0.02 < noisy.high - noisy.low < 0.5
    assert noisy.low < 1.5 < noisy.high


def test_the_interval_is_the_percentiles_of_resampled_texts(rng) -> None:
    found = pairs(rng, between=0.4, within=0.5)
    figure = estimated("f", sums(found), slope, draws_of(TEXTS))
    by_hand = [
        np.polyfit(*np.concatenate([found[text] for text in resample], axis=1), 1)[0]
        for resample in draws_of(TEXTS)[:400]
    ]
    low, high = np.percentile(by_hand, [2.5, 97.5])
    assert (figure.low, figure.high) == pytest.approx((low, high), abs=0.04)


def test_negative_control_drawing_links_instead_of_texts_would_be_too_narrow(rng) -> None:
    found = pairs(rng, between=1.0, within=0.1)
    by_text = estimated("f", sums(found), slope, draws_of(TEXTS))
    single = np.array([moments(x[None], y[None]) for one in found for x, y in one.T])
    by_link = estimated("f", single, slope, draws_of(len(single)))
    assert by_link.value == pytest.approx(by_text.value)
    assert by_text.high - by_text.low > 1.5 * (by_link.high - by_link.low)


def test_nothing_to_regress_on_gives_no_slope() -> None:
    flat = np.array([moments(np.ones(3), np.arange(3.0))])
    assert np.isnan(slope(flat))
    assert np.isnan(correlation(flat))
    assert np.isnan(ratio(np.zeros((4, 2))))


def test_medians_and_ratios_of_texts() -> None:
    assert median(np.array([3.0, np.nan, 1.0, 8.0])) == 3.0
    assert ratio(np.array([[1.0, 4.0], [2.0, 2.0]])) == 0.5
    shares = np.array([0.2, 0.4, 0.9])
    figure = estimated("f", shares, median, draws_of(3))
    assert (figure.low, figure.value, figure.high) == (0.2, 0.4, 0.9)


def test_all_figures_use_the_same_resamples() -> None:
    assert np.array_equal(draws_of(7), draws_of(7))
    assert draws_of(7).max() == 6
    assert not np.array_equal(draws_of(7)[:, :5], draws_of(5))


# --- Which links ---------------------------------------------------------------------------------


def maps(rng: np.random.Generator, tokens: int = 6, layers: int = 3) -> SimpleNamespace:
    """One text; in the last layer only messages to position 0 are alive."""
    alive = np.ones((layers, tokens, tokens), bool)
    alive[-1, 1:] = False
    relevance, gradient = (np.where(alive, rng.normal(size=alive.shape), 0) for _ in range(2))
    words = np.array([-1, *range(tokens - 2), -1])
    return SimpleNamespace(
        alive=alive,
        links=SimpleNamespace(relevance=relevance, predicted=gradient, value=3.0, empty=-1.0),
        frozen=rng.normal(size=alive.shape),
        attention=rng.random(alive.shape),
        generator=np.random.default_rng(5),
        case=SimpleNamespace(of_text=words >= 0),
    )


def test_the_largest_links_come_first_whatever_their_sign(rng) -> None:
    one = maps(rng)
    found = top(one.frozen, one.alive, 20)
    sizes = [abs(one.frozen[link]) for link in found]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(found)) == 20
    rest = np.abs(one.frozen) * one.alive
    assert sizes[-1] == np.sort(rest, axis=None)[-20]
    assert any(one.frozen[link] < 0 for link in found)


def test_negative_control_a_link_that_reaches_nothing_is_not_chosen(rng) -> None:
    one = maps(rng)
    dead = Link(2, 3, 3)
    one.frozen[dead] = 1e6
    assert dead not in top(one.frozen, one.alive, 1000)
    assert top(one.frozen, np.ones_like(one.alive), 1) == [dead]


def test_random_links_exist_and_are_drawn_once(rng) -> None:
    one = maps(rng)
    found = drawn(one.alive, 20, np.random.default_rng(1))
    assert len(set(found)) == 20
    assert all(one.alive[link] for link in found)
    assert found != drawn(one.alive, 20, np.random.default_rng(2))
    assert len(drawn(one.alive, 10_000, rng)) == one.alive.sum()


def test_the_same_links_are_predicted_by_ledger_and_gradient(rng) -> None:
    one = maps(rng)
    rows = predicted(one)
    by_ledger = rows["the frozen ledger's top 20, by the frozen ledger"]
    by_gradient = rows["the frozen ledger's top 20, by the gradient"]
    assert by_ledger.links == by_gradient.links
    assert list(by_ledger.change) == [one.frozen[link] for link in by_ledger.links]
    assert list(by_gradient.change) == [one.links.predicted[link] for link in by_ledger.links]
    assert rows["the gradient's top 20, by the gradient"].links != by_ledger.links


def test_confirmed_links_are_counted_by_the_reports_rule() -> None:
    change = np.array([1.0, -1.0, 1.0, 1.0, 0.01, 0.0])
    observed = np.array([1.9, -0.6, -1.0, 2.1, 0.01, 0.0])
    assert confirmed(change, observed, scale=2.0) == 2
    assert confirmed(change, observed, scale=0.5) == 3
    assert confirmed(change, observed, scale=1000.0) == 0


def test_grown_orders_are_connected_at_every_size(rng) -> None:
    one = maps(rng)
    found = orders(one)
    for row in (GROWN, "gradient, grown", "attention weights, grown"):
        for size in (1, 4, 12, 30):
            assert is_connected(found[row][0][:size], [0], 3)
    assert not is_connected(found["largest attention weights"][0][:4], [0], 3)


def test_a_permuted_shape_moves_every_word_and_nothing_else(rng) -> None:
    of_text = np.array([False, True, True, True, True, False])
    links = [Link(2, 0, 3), Link(1, 3, 2), Link(0, 3, 5), Link(0, 2, 2)]
    for _ in range(20):
        moved = permuted(links, of_text, rng)
        assert [link.layer for link in moved] == [2, 1, 0, 0]
        assert (moved[0].query, moved[2].key) == (0, 5)
        assert moved[0].key == moved[1].query == moved[2].query != 3
        assert moved[1].key == moved[3].query == moved[3].key != 2
        assert all(of_text[place] for place in (moved[0].key, moved[1].key))
    assert permuted([], of_text, rng) == []


def test_the_sample_is_seeded_and_not_the_first_texts() -> None:
    rows = list(range(200))
    chosen = sample(rows, 60)
    assert chosen == sample(rows, 60)
    assert chosen == sorted(set(chosen))
    assert chosen != rows[:60]
    assert sample(rows, 500) == rows


# --- Shares and tables ---------------------------------------------------------------------------


def test_shares_run_from_nothing_to_everything() -> None:
    found = SimpleNamespace(value=3.0, empty=-1.0)
    plan = {GROWN: [None] * (len(SIZES) + 1)}
    values = np.array([-1.0, 0.0, 1.0, 3.0, 5.0, 0.0])
    shares = shares_of(found, plan, values)
    assert shares.alone[GROWN].tolist() == [[0.0, 0.25, 0.5, 1.0, 1.5]]
    assert shares.gone[GROWN].tolist() == [0.75]
    assert shares.whole == 4.0


def test_negative_control_a_share_knows_the_sign_of_the_whole() -> None:
    found = SimpleNamespace(value=-1.0, empty=3.0)
    shares = shares_of(found, {GROWN: [None] * 6}, np.array([3.0, 2.0, 1.0, -1.0, 4.0, 3.0]))
    assert shares.alone[GROWN].tolist() == [[0.0, 0.25, 0.5, 1.0, -0.25]]
    assert shares.gone[GROWN].tolist() == [1.0]


def test_several_draws_of_one_text_count_as_one_text() -> None:
    found = SimpleNamespace(value=1.0, empty=0.0)
    plan = {row: [None] * 6 for row in (GROWN, "gradient, grown")} | {PERMUTED: [None] * 12}
    drawn_twice = np.array([0.0, 0.6, 0, 0, 0, 1, 0.0, 0.2, 0, 0, 0, 1])
    values = np.concatenate([np.full(6, 0.9), np.full(6, 0.7), drawn_twice])
    texts = [shares_of(found, plan, values) for _ in range(3)]
    figures = {one.what: one for one in chain_figures(texts, draws_of(3))}
    assert figures[f"kept: {PERMUTED}: 12 links"].value == pytest.approx(0.4)
    assert figures[f"twelve: {PERMUTED}: keeps half"].value == 0.5
    assert figures[f"twelve: {GROWN}: keeps half"].value == 1.0
    assert figures[f"twelve: {GROWN}: taken away"].value == pytest.approx(0.1)
    difference = "kept: gate secants minus gradient, median of differences: 12 links"
    assert figures[difference].value == pytest.approx(0.2)


def test_a_table_has_a_row_and_a_column_for_each_figure() -> None:
    figures = [
        Figure("links: top: r", 0.5, low=0.25, high=0.75),
        Figure("links: top: slope", -0.001, low=-0.004, high=0.002),
        Figure("links: random: slope", 2.0),
        Figure("kept: top: 4 links", 9.0),
        Figure("links: random: tokens", 2762.0),
    ]
    assert table("links", figures) == (
        "| | r | slope | tokens |\n|---|---:|---:|---:|\n"
        "| top | 0.50 [0.25, 0.75] | 0.00 [0.00, 0.00] |  |\n"
        "| random |  | 2.00 | 2,762 |\n"
    )


def test_a_bar_in_a_name_does_not_end_the_cell(tmp_path: Path) -> None:
    assert table("texts", [Figure("texts: all: |s|", 1.0)]).startswith(
        "| | \\|s\\| |\n|---|---:|\n"
    )
    keep(tmp_path, "gap", [Figure("gap / |s|", 0.5)], 1.0)
    assert r"| gap / \|s\| | 0.5 |" in markdown(tmp_path)


def test_the_study_has_a_page_of_its_own_and_other_figures_do_not(tmp_path: Path) -> None:
    figures = [Figure("share", 0.5, low=0.25, high=0.75)]
    for name in (*OWN_PAGE, "speed"):
        keep(tmp_path, name, figures, 1.0)
    page = markdown(tmp_path)
    assert "## speed" in page
    assert "| share | 0.5 [0.25, 0.75] |  |  |" in page
    assert not any(name.replace("_", " ") in page for name in OWN_PAGE)
