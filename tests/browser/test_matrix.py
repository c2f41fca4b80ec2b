"""The matrix of an example shown in detail: every layer and head, equal to the stored tensor."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
ROUNDING = 1 / 255
PIXELS = """(canvas, places) => {
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return places.map(([row, column]) => [...data.slice(4 * (row * width + column), 4 * (row * width + column) + 3)]);
}"""


@pytest.fixture(scope="module")
def example(audit) -> str:
    """The detailed example with the longest text."""
    lengths = dict(
        zip(audit.examples["id"].to_pylist(), audit.examples["tokens"].to_pylist(), strict=True)
    )
    return max(audit.details["example_id"].to_pylist(), key=lambda example: len(lengths[example]))


@pytest.fixture(scope="module")
def weights(audit, example) -> np.ndarray:
    stored = audit.tensors(example)["attention"]
    assert stored.dtype == np.float16
    return stored.astype(np.float64)


@pytest.fixture(scope="module")
def visit(browser, report, example) -> Iterator[Visit]:
    with visiting(browser, report, at=f"#ex-{example}~v=matrix&n=attention") as visit:
        viewer = visit.page.locator(f"#ex-{example} .viewer")
        viewer.scroll_into_view_if_needed()
        viewer.locator("canvas.viewer-matrix").wait_for()
        yield visit


@pytest.fixture
def attention(visit: Visit, example: str):
    return visit.page.locator(f"#ex-{example} .viewer-stage")


def walk_to_corner(attention, tokens: int) -> None:
    attention.locator("canvas.viewer-matrix").focus()
    for key in ["ArrowUp", "ArrowLeft"] * tokens:
        attention.page.keyboard.press(key)


def read(attention) -> float:
    """The attention weight that is read out for the cell under the keyboard's focus."""
    text = attention.locator(".viewer-2d-readout").first.inner_text()
    return float(re.search(r"attention weight[^0-9]*(\d+(?:\.\d+)?(?:e-\d+)?)", text)[1])


def choose(attention, layer: int, head: int | None) -> None:
    attention.get_by_role("combobox", name="Layer").select_option(str(layer))
    attention.get_by_role("combobox", name="Head").select_option(
        "-1" if head is None else str(head)
    )


def test_every_layer_and_head_can_be_chosen(attention, weights) -> None:
    layers, heads, tokens, _ = weights.shape
    assert attention.get_by_role("combobox", name="Layer").locator("option").count() == layers
    assert attention.get_by_role("combobox", name="Head").locator("option").count() == heads + 1
    walk_to_corner(attention, tokens)
    for layer in range(layers):
        for head in [None, *range(heads)]:
            choose(attention, layer, head)
            expected = weights[layer].mean(axis=0) if head is None else weights[layer, head]
            assert read(attention) == pytest.approx(expected[0, 0], abs=ROUNDING)


def test_arrows_read_the_stored_weights_and_stop_at_the_edge(attention, weights) -> None:
    tokens = weights.shape[-1]
    choose(attention, 1, 2)
    walk_to_corner(attention, tokens)
    read_out = []
    for _ in range(tokens):
        read_out.append(read(attention))
        attention.page.keyboard.press("ArrowRight")
    assert read_out == pytest.approx(weights[1, 2, 0], abs=ROUNDING)
    attention.page.keyboard.press("ArrowDown")
    assert read(attention) == pytest.approx(weights[1, 2, 1, tokens - 1], abs=ROUNDING)


def test_another_head_has_other_weights(attention, weights) -> None:
    row, column = np.unravel_index(
        np.abs(weights[0, 0] - weights[0, 3]).argmax(), weights.shape[2:]
    )
    walk_to_corner(attention, weights.shape[-1])
    for key in ["ArrowDown"] * row + ["ArrowRight"] * column:
        attention.page.keyboard.press(key)
    choose(attention, 0, 0)
    one = read(attention)
    choose(attention, 0, 3)
    assert abs(read(attention) - one) > 10 * ROUNDING


def test_the_matrix_is_drawn_and_the_pointer_reads_it(attention, weights) -> None:
    tokens = weights.shape[-1]
    choose(attention, 2, 1)
    canvas = attention.locator("canvas.viewer-matrix")
    canvas.scroll_into_view_if_needed()
    drawn = canvas.evaluate("(canvas) => ({ ...canvas.dataset })")
    cell, left, top = (float(drawn[name]) for name in ("cell", "left", "top"))
    row, column = np.unravel_index(weights[2, 1].argmax(), (tokens, tokens))
    place = {"x": left + (column + 0.5) * cell, "y": top + (row + 0.5) * cell}
    canvas.hover(position=place)
    assert read(attention) == pytest.approx(weights[2, 1].max(), abs=ROUNDING)
    weakest = np.unravel_index(weights[2, 1].argmin(), (tokens, tokens))
    pale = [int(start + (at + 0.5) * cell) for start, at in zip((top, left), weakest, strict=True)]
    strong, weak = canvas.evaluate(PIXELS, [[int(place["y"]), int(place["x"])], pale])
    assert sum(strong) < sum(weak) - 100


def test_only_detailed_examples_have_views(visit: Visit, audit) -> None:
    found = visit.run("[...document.querySelectorAll('.card:has(.viewer)')].map((card) => card.id)")
    assert {f"ex-{example}" for example in audit.details["example_id"].to_pylist()} == set(found)
