"""One example: the colours follow the chosen method, and the numbers of a token can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
COLOURS = """(card) => Object.fromEntries([...card.querySelectorAll(".passage [data-t]")]
  .map((span) => [span.dataset.t, span.className]))"""
WITHOUT_SIGN = {"attention_rollout", "value_rollout"}
CONTROL = "random"
CELLS = """(card) => Object.fromEntries([...card.querySelectorAll("table.scores tbody tr")]
  .map((row, token) => [token, [...row.cells].slice(1).map((cell) => cell.className)]))"""


@pytest.fixture(scope="module")
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


@pytest.fixture(scope="module")
def rows(audit) -> dict[str, list[float]]:
    """Scores of the first example, by method."""
    first = audit.examples.column("id")[0].as_py()
    found = audit.attributions.to_pylist()
    return {row["method"]: row["scores"] for row in found if row["example_id"] == first}


@pytest.fixture
def card(visit: Visit, audit):
    return visit.page.locator(f"#ex-{audit.examples.column('id')[0].as_py()}")


def expected_colour(method: str, score: float, tokens: list[int], rows: dict) -> str:
    """Eight steps on each side, of the largest score of the explanations, or of a rollout's own."""
    explaining = [name for name in rows if name not in {*WITHOUT_SIGN, CONTROL}]
    compared = [method] if method in WITHOUT_SIGN else explaining
    largest = max(abs(rows[name][token]) for name in compared for token in tokens)
    step = max(-8, min(8, round(8 * score / largest)))
    if method in WITHOUT_SIGN:
        return f"u{step}"
    return "z" if step == 0 else f"p{step}" if step > 0 else f"n{-step}"


def test_a_round_trip_of_methods_leaves_the_colours_as_the_page_came(visit: Visit, card) -> None:
    came = card.evaluate(COLOURS)
    for method, same in (("random", False), ("shap", True)):
        card.locator("select[name=method]").select_option(method)
        assert (card.evaluate(COLOURS) == came) == same


@pytest.mark.parametrize("method", ["random", "value_rollout", "shap"])
def test_the_chosen_method_colours_the_text(card, rows, method: str) -> None:
    card.locator("select[name=method]").select_option(method)
    colours = card.evaluate(COLOURS)
    tokens = [int(token) for token in colours]
    assert colours == {
        str(token): expected_colour(method, rows[method][token], tokens, rows) for token in tokens
    }
    signed = method not in WITHOUT_SIGN
    assert card.locator(".scale-signed").is_visible() == signed
    assert card.locator(".scale-plain").is_visible() != signed


@pytest.mark.parametrize("method", ["value_rollout", "attention_rollout", "shap"])
def test_the_score_of_full_colour_is_that_of_its_cell(card, rows, audit, method: str) -> None:
    card.locator("select[name=method]").select_option(method)
    full = card.locator(".scale:not([hidden]) .full-score")
    place = full.get_attribute("data-evidence")
    sign, index, token = re.fullmatch(  # type: ignore[union-attr]
        r"(-?)attributions\.parquet#(\d+):scores/(\d+)", place
    ).groups()
    score = audit.attributions["scores"][int(index)].as_py()[int(token)]
    assert float(full.get_attribute("value")) == (-score if sign else score)
    tokens = [int(one) for one in card.evaluate(COLOURS)]
    explaining = [name for name in rows if name not in {*WITHOUT_SIGN, CONTROL}]
    compared = [method] if method in WITHOUT_SIGN else explaining
    assert abs(score) == max(abs(rows[name][one]) for name in compared for one in tokens)
    said = full.text_content()
    decimals = len(said.partition(".")[2])
    assert said == f"{abs(score):.{decimals}f}"


def test_the_numbers_of_every_method_are_coloured_once_they_are_opened(
    visit: Visit, card, rows
) -> None:
    tokens = [int(token) for token in card.evaluate(COLOURS)]
    methods = card.locator("select[name=method] option").evaluate_all(
        "(all) => all.map((o) => o.value)"
    )
    assert set().union(*card.evaluate(CELLS).values()) == {""}
    card.locator(".numbers summary").click()
    coloured = card.locator("table.scores td:is(.u8, .p8, .n8)")
    coloured.first.wait_for()
    assert card.evaluate(CELLS) == {
        str(token): [expected_colour(m, rows[m][token], tokens, rows) for m in methods]
        for token in range(len(rows["shap"]))
    }


def test_the_choice_holds_for_every_example(visit: Visit, card) -> None:
    card.locator("select[name=method]").select_option("attention_rollout")
    chosen = visit.run("[...document.querySelectorAll('select[name=method]')].map((s) => s.value)")
    assert len(chosen) > 8
    assert set(chosen) == {"attention_rollout"}
    assert visit.page.locator("[data-t]:is([class^=p], [class^=n])").count() == 0


def test_a_token_under_the_pointer_is_read_out_with_all_its_scores(card, rows) -> None:
    card.locator(".passage [data-t]").nth(2).hover()
    line = card.locator(".legend .readout").inner_text()
    token = int(card.locator(".passage [data-t]").nth(2).get_attribute("data-t"))
    for method in ("shap", "occlusion"):
        assert f"{abs(rows[method][token]):.3f}" in line


def test_the_sign_is_not_told_by_colour_alone(visit: Visit, card) -> None:
    card.locator("select[name=method]").select_option("shap")
    script = "(span) => [getComputedStyle(span).textDecorationStyle, getComputedStyle(span, '::after').content]"
    for letter, style, sign in (("p", "solid", "+"), ("n", "dashed", "\u2212")):
        strong = ", ".join(f".passage .{letter}{step}" for step in range(4, 9))
        line, mark = visit.page.locator(strong).first.evaluate(script)
        assert line == style
        assert sign in mark
