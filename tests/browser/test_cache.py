"""Playback token by token: what the cache of a causal model holds, when, and where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from auditkit.evidence.reader import Audit
from auditkit.render.scene.camera import Camera, Frame, camera
from auditkit.render.scene.city import City
from tests.browser.conftest import published
from tests.browser.viewers import call, differing, opened, seen, still

pytestmark = pytest.mark.browser
GAP, DEEP, LEAST, MOST = 0.14, 0.12, 0.05, 0.38
"""Of the cache: distance to the lanes and own depth by theirs; heights of blocks in floors."""
ENTERS, GROWS = 0.3, 0.3
"""When a layer's key and value are computed, and how long their block grows, in layers."""
PATCH = 3
"""Half a side, in pixels, of what is looked at."""


@pytest.fixture(scope="module")
def causal(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return published(tmp_path_factory.mktemp("causal"), examples=12, causal=True)


@pytest.fixture(scope="module")
def example(causal: Audit) -> str:
    """The detailed example with the longest text."""
    rows = {row["id"]: row for row in causal.examples.to_pylist()}
    detailed = causal.details["example_id"].to_pylist()
    return max(detailed, key=lambda name: len(rows[name]["tokens"]))


@dataclass(frozen=True)
class Blocks:
    """Where the blocks of some layers stand and when they appear, worked out here."""

    city: City
    lengths: np.ndarray
    """Share of the largest mean length over heads, [layers tokens]."""
    first: int

    @property
    def stride(self) -> int:
        return self.city.layers - self.first + 1

    def moment(self, layer: int, token: int, after: float) -> float:
        """Share of the playback at which a block's time came, `after` layers later."""
        time = layer - self.first + ENTERS + token * self.stride + after
        return time / (self.city.tokens * self.stride)

    def top(self, layer: int, token: int) -> np.ndarray:
        """Middle of the face above."""
        height = (LEAST + (MOST - LEAST) * self.lengths[layer, token]) * self.city.layer_height
        depth = -(0.5 + GAP + DEEP / 2) * self.city.depth
        column = float(self.city.column(np.array(token)))
        return np.array([column, layer * self.city.layer_height + height, depth])

    def eye(self, section) -> Camera:
        """The view from above that holds the cache too."""
        outline = self.city.outline.copy()
        low = outline[:, 1] == 0
        outline[low, 1] = self.first * self.city.layer_height
        outline[outline[:, 2] == -self.city.depth / 2, 2] = -(0.5 + GAP + DEEP) * self.city.depth
        size = section.locator("canvas").first.bounding_box()
        return camera(outline, "top", Frame(size["width"], size["height"]))


def blocks_of(audit: Audit, example: str, first: int = 0) -> Blocks:
    norms = audit.tensors(example)["value_norms"].astype(np.float64)
    means = norms.mean(1)
    layers, heads, tokens = norms.shape
    return Blocks(City(tokens, layers, heads), means / means.max(), first)


def render(section, moment: float) -> None:
    call(section, "renderAt", moment)


@pytest.fixture
def section(webgl, causal: Audit, example: str) -> Iterator:
    with opened(webgl, causal.folder / "report.html", example, at="~o=token") as visit:
        found = visit.page.locator(f"#ex-{example} .viewer")
        found.locator("canvas").first.wait_for()
        found.get_by_role("button", name="Top", exact=True).click()
        yield found


@pytest.fixture
def sliced(webgl, causal: Audit, example: str) -> Iterator:
    """The last layer alone."""
    last = causal.tensors(example)["value_norms"].shape[0] - 1
    at = f"~f={last}-{last}&o=token"
    with opened(webgl, causal.folder / "report.html", example, at=at) as visit:
        found = visit.page.locator(f"#ex-{example} .viewer")
        found.locator("canvas").first.wait_for()
        found.get_by_role("button", name="Top", exact=True).click()
        yield found


def where(section) -> str:
    return section.locator(".city-where").inner_text()


def order(section):
    """The choice between the two orders."""
    return section.locator("select").filter(has_text="Pulse by token")


def test_blocks_are_picked_where_python_says_from_their_time_on(section, causal, example) -> None:
    blocks = blocks_of(causal, example)
    city, eye = blocks.city, blocks.eye(section)
    layer = city.layers - 1
    for token in (0, city.tokens // 2, city.tokens - 1):
        x, y, _ = eye.project(blocks.top(layer, token))
        found = []
        for after in (-0.05, 2 * GROWS):
            render(section, blocks.moment(layer, token, after))
            picked = call(section, "pick", float(x), float(y)) or {}
            found.append((picked.get("kind"), picked.get("layer"), picked.get("token")))
        assert found[0] != ("cache", layer, token)
        assert found[1] == ("cache", layer, token)
    assert 0 < call(section, "stats")["calls"] <= 10


def test_the_number_of_blocks_grows_with_the_tokens(section, causal, example) -> None:
    blocks = blocks_of(causal, example)
    city, eye = blocks.city, blocks.eye(section)
    layer = city.layers - 1
    places = [eye.project(blocks.top(layer, token)) for token in range(city.tokens)]

    def held() -> int:
        picked = [call(section, "pick", float(x), float(y)) for x, y, _ in places]
        return sum(bool(one) and (one["kind"], one["layer"]) == ("cache", layer) for one in picked)

    counts = []
    for token in range(city.tokens):
        render(section, blocks.moment(layer, token, GROWS))
        counts.append(held())
        assert where(section).endswith(f"cache: {token + 1} token{'s' * (token > 0)}")
    assert counts == list(range(1, city.tokens + 1))


def test_a_block_is_seen_where_python_says_and_not_before(sliced, causal, example) -> None:
    last = causal.tensors(example)["value_norms"].shape[0] - 1
    blocks = blocks_of(causal, example, first=last)
    eye = blocks.eye(sliced)
    token = blocks.city.tokens // 2

    def patch(moment: float, of: int) -> np.ndarray:
        x, y, _ = (round(float(part)) for part in eye.project(blocks.top(last, of)))
        render(sliced, moment)
        picture = still(sliced.locator(".city-frame"))
        return picture[y - PATCH : y + PATCH + 1, x - PATCH : x + PATCH + 1]

    before, after = (blocks.moment(last, token, later) for later in (-0.05, 2 * GROWS))
    empty = patch(0.0, token)
    assert differing(empty, patch(before, token)) == 0
    assert differing(empty, patch(after, token)) == (2 * PATCH + 1) ** 2
    assert differing(patch(0.0, token + 1), patch(after, token + 1)) == 0


def test_steps_go_from_token_to_token_and_all_lights_everything(section, causal, example) -> None:
    tokens = blocks_of(causal, example).city.tokens
    step = section.get_by_role("button", name="On to the next token")
    for token in range(2):
        step.click()
        section.page.wait_for_function(
            "([element, text]) => element.textContent.startsWith(text)",
            arg=[section.locator(".city-where").element_handle(), f"token {token} "],
        )
        assert "output" in where(section)
    section.get_by_role("button", name="End playback").click()
    section.page.wait_for_function(
        "(element) => element.textContent.startsWith('all tokens')",
        arg=section.locator(".city-where").element_handle(),
    )
    assert where(section).endswith(f"cache: {tokens} tokens")


def test_a_chosen_block_is_described_with_its_number(section, causal, example) -> None:
    blocks = blocks_of(causal, example)
    layer, token = blocks.city.layers - 1, 2
    x, y, _ = blocks.eye(section).project(blocks.top(layer, token))
    section.locator("canvas").first.click(position={"x": float(x), "y": float(y)})
    line = section.locator(".viewer-panel p").filter(has_text=f"Cache of layer {layer}")
    line.wait_for()
    mean = float(causal.tensors(example)["value_norms"][layer, :, token].mean())
    said = float(line.inner_text().split("mean length of ")[1].split(" ")[0])
    assert said == pytest.approx(mean, rel=0.01)
    assert "KV cache" in section.locator(".city-key").inner_text()


def test_the_pulse_runs_from_token_to_token(webgl, causal, example) -> None:
    report: Path = causal.folder / "report.html"
    with opened(webgl, report, example, reduced_motion="no-preference") as visit:
        section = visit.page.locator(f"#ex-{example} .viewer")
        section.locator("canvas").first.wait_for()
        order(section).select_option("token")
        visit.page.wait_for_function("/[~&]o=token/.test(location.hash)")
        section.get_by_role("button", name="Play the pulse").click()
        said = section.locator(".city-where")
        visit.page.wait_for_function(
            "(element) => element.textContent.startsWith('token 1 ')", arg=said.element_handle()
        )
        section.get_by_text("Pause", exact=True).click()
        first = seen(section.locator(".city-frame"))
        assert differing(first, seen(section.locator(".city-frame"))) == 0


def test_models_that_are_not_causal_have_one_order(webgl, audit, report) -> None:
    name = audit.details["example_id"].to_pylist()[0]
    with opened(webgl, report, name, at="~o=token") as visit:
        section = visit.page.locator(f"#ex-{name} .viewer")
        section.locator("canvas").first.wait_for()
        assert order(section).count() == 1
        assert not order(section).is_visible()
        assert where(section) == "all layers"
        assert "KV cache" not in section.locator(".city-key").inner_text()
