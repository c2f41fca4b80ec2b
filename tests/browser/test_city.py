"""Twelve links into one token: their numbers are looked at, their list is pressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditkit.evidence.reader import Audit
from tests import synthetic_chains
from tests.browser.conftest import published
from tests.browser.harness import DESK, PHONE, Visit
from tests.browser.test_accessibility import THIN, inspect
from tests.browser.viewers import opened

pytestmark = pytest.mark.browser
LINKS = 12
OVERLAPPING = """(names) => {
  const boxes = [...names.querySelectorAll(".city-chip:not([hidden])")].map((chip) => chip.getBoundingClientRect());
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
}"""
AS_BUTTONS = """(names) => {
  names.removeAttribute("aria-hidden");
  for (const chip of names.querySelectorAll(".city-chip")) {
    const button = document.createElement("button");
    button.className = chip.className;
    button.style.cssText = `${chip.style.cssText}; pointer-events: auto`;
    button.style.left = `${100 + Number.parseFloat(chip.style.left) / 100}px`;
    button.textContent = chip.textContent;
    chip.replaceWith(button);
  }
}"""
"""Numbers as they must not be: small, close together, and to be pressed."""
NO_PLAY = {"reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(synthetic_chains, "LINK_COUNT", LINKS)
        patch.setattr(synthetic_chains, "IN_A_LAYER", LINKS)
        return published(tmp_path_factory.mktemp("many"), examples=6)


@pytest.fixture(scope="module")
def grades(many: Audit) -> dict[str, str]:
    """Grade -> an example shown in detail."""
    detailed = set(many.details["example_id"].to_pylist())
    rows = [row for row in many.table("chains").to_pylist() if row["weights"] == "model"]
    linked = {row["example_id"] for row in many.table("links").to_pylist()} & detailed
    return {row["grade"]: row["example_id"] for row in rows if row["example_id"] in linked}


@pytest.fixture(params=[("light", DESK), ("dark", PHONE)], ids=["desk light", "phone dark"])
def visit(request, webgl, many: Audit, grades: dict[str, str]) -> Iterator[Visit]:
    scheme, viewport = request.param
    example = grades["confirmed_chain"]
    options = {"color_scheme": scheme, "viewport": viewport, **NO_PLAY}
    with opened(webgl, many.folder / "report.html", example, at="~v=city", **options) as visit:
        card = visit.page.locator(f"#ex-{example}")
        card.locator(".city-links button").first.wait_for()
        card.evaluate(
            "(card) => document.querySelectorAll('[data-card]').forEach((one) => one === card || one.remove())"
        )
        visit.run(THIN)
        yield visit


def test_twelve_links_leave_axe_nothing_to_find(visit: Visit) -> None:
    assert visit.page.locator(".city-links button").count() == LINKS
    assert inspect(visit)["violations"] == []


def test_axe_finds_numbers_that_are_small_and_to_be_pressed(visit: Visit) -> None:
    visit.page.locator(".city-names").evaluate(AS_BUTTONS)
    found = {violation.split(":")[0] for violation in inspect(visit)["violations"]}
    assert "target-size" in found


def test_numbers_do_not_cover_each_other(visit: Visit) -> None:
    names = visit.page.locator(".city-names")
    assert names.locator(".city-chip:not([hidden])").count() >= 6
    assert names.evaluate(OVERLAPPING) == 0
    names.evaluate(
        "(names) => names.querySelectorAll('.city-chip').forEach((chip) => { chip.style.left = '90px'; chip.style.top = '90px'; })"
    )
    assert names.evaluate(OVERLAPPING) > 0


def test_a_line_of_the_list_chooses_its_link_and_lets_it_go(visit: Visit) -> None:
    button = visit.page.locator(".city-links button").nth(3)
    button.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function("/k=\\d/.test(location.hash)")
    assert button.get_attribute("aria-pressed") == "true"
    assert button.evaluate("(button) => document.activeElement === button")
    others = visit.page.locator(".city-links button[aria-pressed=true]")
    pressed = others.count()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function("!/k=\\d/.test(location.hash)")
    assert pressed >= 1
    assert others.count() == 0


def test_a_level_needs_a_layer_and_says_which(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Component").click()
    visit.page.wait_for_function("/l=\\d/.test(location.hash)")
    layer = int(visit.page.url.split("l=")[1][0])
    assert f"middle of layer {layer}" in visit.page.locator(".city-strip").inner_text()


@pytest.mark.parametrize(
    ("grade", "begins"),
    [("confirmed_chain", "Confirmed route"), ("no_short_chain", "Not confirmed")],
)
def test_the_key_begins_with_the_grade(webgl, many, grades, grade: str, begins: str) -> None:
    with opened(webgl, many.folder / "report.html", grades[grade], at="~v=city") as visit:
        key = visit.page.locator(f"#ex-{grades[grade]} .city-key")
        key.locator(".city-links button").first.wait_for()
        assert key.inner_text().startswith(begins)
        assert "Tiles on a floor" not in key.inner_text()
        key.get_by_text("What is drawn").click()
        assert "Tiles on a floor" in key.inner_text()
