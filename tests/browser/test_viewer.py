"""The viewer over a card's picture: what it draws, picks, plays and says, and what stands without it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from auditkit.render.scene.camera import Frame, camera
from auditkit.render.scene.city import City
from auditkit.render.scene.flows import flow, stored_flow
from auditkit.render.scene.select import select_arcs
from tests.browser.harness import (
    DESK,
    PHONE,
    WITHOUT_WEBGL,
    Visit,
    started_browser,
)
from tests.browser.viewers import call, differing, opened, still

pytestmark = pytest.mark.browser
TABS = ["City", "Heads", "Layers \u00d7 heads", "Matrix", "Query and key", "Compare", "Ledger flow"]


@pytest.fixture(scope="module")
def example(audit) -> str:
    """The detailed example with the longest text."""
    rows = {row["id"]: row for row in audit.examples.to_pylist()}
    return max(audit.details["example_id"].to_pylist(), key=lambda name: len(rows[name]["tokens"]))


@pytest.fixture(scope="module")
def visit(webgl, report, example) -> Iterator[Visit]:
    with opened(webgl, report, example) as visit:
        visit.page.locator(f"#ex-{example} .viewer.is-live canvas").first.wait_for()
        yield visit


@pytest.fixture
def section(visit: Visit, example: str):
    found = visit.page.locator(f"#ex-{example} .viewer")
    found.get_by_role("tab", name="City").click()
    visit.page.evaluate("history.replaceState(null, '', location.hash.replace(/~.*/, ''))")
    visit.settle()
    return found


class TestCity:
    def test_it_stands_in_the_place_of_the_picture(self, section) -> None:
        assert not section.locator(".viewer-static").is_visible()
        assert section.locator("canvas").first.is_visible()

    def test_it_draws_as_many_arcs_as_the_picture_with_few_calls(
        self, section, audit, example
    ) -> None:
        tensors = audit.tensors(example)
        row = next(row for row in audit.examples.to_pylist() if row["id"] == example)
        sinks = [at for at, kind in enumerate(row["kinds"]) if kind == "special"]
        stored = {one.name: one for one in stored_flow("relevance", tensors["edges"], None)}
        chosen = select_arcs(flow(stored, "relevance"), sinks)
        stats = call(section, "stats")
        assert stats["arcs"] == len(chosen.messages) > 20
        assert 0 < stats["calls"] <= 10

    def test_heads_are_picked_where_python_says_they_are(self, section, audit, example) -> None:
        layers, heads, tokens, _ = audit.tensors(example)["attention"].shape
        city = City(tokens, layers, heads)
        section.get_by_role("button", name="Side").click()
        section.page.wait_for_timeout(300)
        size = section.locator("canvas").first.bounding_box()
        eye = camera(city.outline, "side", Frame(size["width"], size["height"]))
        totals = np.abs(self.totals(audit, example))
        layer, head = (int(at) for at in np.unravel_index(totals.argmax(), totals.shape))
        low, high = city.head_bar(layer, head, 1.0)
        middle = (np.array(low) + np.array(high)) / 2
        x, y, _ = eye.project(np.array([high[0], middle[1], middle[2]]))
        picked = call(section, "pick", float(x), float(y))
        assert (picked["kind"], picked["layer"], picked["head"]) == ("head", layer, head)
        elsewhere = call(section, "pick", 1.0, 1.0)
        assert elsewhere is None
        section.get_by_role("button", name="Orbit").click()

    @staticmethod
    def totals(audit, example) -> np.ndarray:
        rows = [row for row in audit.table("ledger").to_pylist() if row["example_id"] == example]
        row = next(row for row in rows if row["method"] == "ledger")
        layers = audit.tensors(example)["attention"].shape[0]
        return np.reshape(row["heads"], (layers, -1))

    def test_the_same_moment_is_the_same_picture(self, section) -> None:
        def picture(moment: float) -> np.ndarray:
            call(section, "renderAt", moment)
            return still(section.locator(".city-frame"))

        first, other, again = picture(0.3), picture(0.8), picture(0.3)
        assert differing(first, again) == 0
        assert differing(first, other) > 100
        section.get_by_role("button", name="End playback").click()

    def test_what_is_chosen_is_in_the_address_and_in_words(self, section, example) -> None:
        section.locator("canvas").first.focus()
        section.page.keyboard.press("PageDown")
        section.page.wait_for_function("location.hash.includes('~')")
        assert section.page.url.split("#")[1].startswith(f"ex-{example}~")
        assert "layer" in section.locator(".viewer-panel").inner_text().lower()
        section.page.keyboard.press("Escape")
        section.page.wait_for_function("!/k=/.test(location.hash)")


class TestLinks:
    def test_a_token_of_the_text_is_chosen_in_the_viewer_and_marked_in_the_table(
        self, section, example
    ) -> None:
        card = section.page.locator(f"#ex-{example}")
        card.locator("[data-text] [data-t='2']").first.click()
        section.page.wait_for_function("/[~&]q=2(&|$)/.test(location.hash)")
        rows = card.locator("table.scores tbody tr")
        marked = [row.get_attribute("aria-current") for row in rows.all()]
        assert [at for at, mark in enumerate(marked) if mark] == [2]
        card.locator("details.numbers summary").first.click()
        rows.nth(3).click()
        section.page.wait_for_function("/[~&]q=3(&|$)/.test(location.hash)")
        assert card.locator("[data-text] [data-t='3']").first.get_attribute("aria-current")
        assert not card.locator("[data-text] [data-t='2']").first.get_attribute("aria-current")


class TestTabs:
    @pytest.mark.parametrize("name", TABS)
    def test_every_view_opens(self, section, name: str) -> None:
        section.get_by_role("tab", name=name, exact=True).click()
        stage = section.locator("[role=tabpanel]")
        stage.locator("canvas, svg, p:not([hidden])").first.wait_for()
        assert (
            section.get_by_role("tab", name=name, exact=True).get_attribute("aria-selected")
            == "true"
        )
        assert "could not" not in section.inner_text()

    def test_arrows_move_between_tabs(self, section) -> None:
        section.get_by_role("tab", name="City").focus()
        section.page.keyboard.press("ArrowRight")
        chosen = section.locator("[role=tab][aria-selected=true]")
        assert chosen.inner_text() == "Heads"
        section.page.keyboard.press("ArrowLeft")
        assert chosen.inner_text() == "City"


class TestAddress:
    def test_a_selection_comes_back_from_the_address(self, webgl, report, example) -> None:
        with opened(webgl, report, example, at="~v=matrix&n=attention&l=1&h=2") as visit:
            section = visit.page.locator(f"#ex-{example} .viewer")
            section.locator("[role=tab][aria-selected=true]", has_text="Matrix").wait_for()
            panel = section.locator(".viewer-panel")
            panel.filter(has_text="Layer 1, head 2").wait_for()
            assert "Layer 2, head 1" not in panel.inner_text()


class TestWithout:
    def test_no_webgl_leaves_the_picture_and_says_so(self, browser, report, example) -> None:
        with (
            started_browser(browser.playwright, WITHOUT_WEBGL) as plain,
            opened(plain, report, example) as visit,
        ):
            section = visit.page.locator(f"#ex-{example} .viewer")
            section.locator(".viewer-note").wait_for()
            assert "WebGL2" in section.locator(".viewer-note").inner_text()
            assert section.locator(".viewer-static svg").is_visible()
            section.get_by_role("tab", name="Matrix").click()
            section.locator("[role=tabpanel] canvas").first.wait_for()

    def test_no_script_leaves_picture_and_table(self, open_page, report, example) -> None:
        visit = open_page(report, at=f"#ex-{example}", java_script_enabled=False)
        card = visit.page.locator(f"#ex-{example}")
        assert card.locator(".viewer-static svg").is_visible()
        said = card.locator(".viewer-static figcaption").inner_text()
        assert said.startswith("Confirmed route: ")
        assert "An arc is a message" in said
        assert card.locator(f"#ex-{example}-flows tbody tr").count() == 20

    def test_paper_has_the_picture(self, visit: Visit, example: str) -> None:
        section = visit.page.locator(f"#ex-{example} .viewer")
        visit.page.emulate_media(media="print")
        try:
            assert section.locator(".viewer-static").is_visible()
            assert not section.locator(".viewer-bar").is_visible()
        finally:
            visit.page.emulate_media(media="screen")


class TestScreens:
    @pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
    def test_nothing_sticks_out(self, webgl, report, example, viewport) -> None:
        with opened(webgl, report, example, viewport=viewport) as visit:
            section = visit.page.locator(f"#ex-{example} .viewer")
            for name in TABS:
                section.get_by_role("tab", name=name, exact=True).click()
                visit.settle()
                assert visit.width() <= viewport["width"], name


class TestProjector:
    def test_points_lead_to_examples(self, visit: Visit, audit) -> None:
        figure = visit.page.locator(".projector")
        figure.scroll_into_view_if_needed()
        visit.page.locator(".projector[data-viewer=open]").wait_for(state="attached")
        figure.get_by_role("button", name="Next point").click()
        link = figure.locator(".projector-text a")
        link.wait_for()
        assert link.get_attribute("href").removeprefix("#ex-") in audit.examples["id"].to_pylist()
        assert figure.locator(".projector-near li").count() == 5

    def test_the_picture_stands_without_scripts(self, open_page, report, audit) -> None:
        visit = open_page(report, at="#projector", java_script_enabled=False)
        marks = visit.page.locator(".projector-static .cloud .mark")
        assert marks.count() == len(set(audit.table("projection")["example_id"].to_pylist()))
