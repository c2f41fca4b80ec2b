"""axe-core finds nothing: light and dark, wide and narrow, folded and unfolded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.harness import DESK, PHONE, Visit

pytestmark = pytest.mark.browser
# Contrast is by far the slowest rule, so it is run on one element for each pairing of colours,
# size and weight; every other rule is run on the whole page.
PAIRINGS = """() => {
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.endsWith(", 0)")) return colour;
    }
    return "page";
  };
  const found = new Map();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg")) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const pairing = [color, behind(element), fontSize, fontWeight].join();
    if (!found.has(pairing)) found.set(pairing, element);
  }
  return [...found.values()];
}"""
AXE = f"""async () => {{
  const whole = {{ rules: {{ "color-contrast": {{ enabled: false }}, "target-size": {{ enabled: true }} }} }};
  const contrast = {{ runOnly: ["color-contrast"] }};
  const pairings = ({PAIRINGS})();
  const results = [await axe.run(whole), await axe.run({{ include: pairings }}, contrast)];
  return {{
    violations: results.flatMap((result) => result.violations)
      .map((rule) => `${{rule.id}}: ${{rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" ")}}`),
    rules: results[0].passes.length,
    pairings: pairings.length,
  }};
}}"""


# Rows and cards come from one template each, so a few of each stand for all.
THIN = """() => {
  document.querySelectorAll("tbody").forEach((body) => [...body.rows].slice(4).forEach((row) => row.remove()));
  const cards = [...document.querySelectorAll("[data-card]")];
  const kept = new Set([...cards.slice(0, 2), cards.find((card) => card.querySelector(".viewer"))]);
  cards.filter((card) => !kept.has(card)).forEach((card) => card.remove());
}"""


@cache
def axe_core() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def inspect(visit: Visit) -> dict[str, Any]:
    # Evaluated instead of added as a script, because the page's policy admits no other scripts.
    visit.run(f"() => {{ {axe_core()} }}")
    found: dict[str, Any] = visit.run(AXE)
    return found


@pytest.mark.parametrize(
    ("scheme", "viewport", "unfolded"),
    [("light", DESK, False), ("dark", DESK, True), ("light", PHONE, True)],
    ids=["light", "dark and unfolded", "phone and unfolded"],
)
def test_no_violations(open_page, report, scheme: str, viewport, unfolded: bool) -> None:
    visit = open_page(report, color_scheme=scheme, viewport=viewport)
    if unfolded:
        visit.unfold()
    visit.run(THIN)
    visit.read_to_the_end()
    found = inspect(visit)
    assert found["violations"] == []
    assert found["rules"] > 25
    assert found["pairings"] > 25


def test_axe_finds_what_is_wrong(page_of) -> None:
    wrong = "<img src='data:,'><p style='color: #aaa'>pale</p><input>"
    visit = page_of(
        f"<html lang=en><title>t</title><main><h1>t</h1>{wrong}</main>", may_complain=True
    )
    found = {violation.split(":")[0] for violation in inspect(visit)["violations"]}
    assert found == {"image-alt", "color-contrast", "label"}
