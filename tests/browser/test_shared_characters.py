"""A piece of text that several tokens share: its colour by each method, and what is read out of it."""

from __future__ import annotations

import pytest

from tests.browser.harness import visiting
from tests.e2e.test_every_script import EMOJI, THAI, audited
from tests.tiny_audits import table

pytestmark = pytest.mark.browser
pytest.importorskip("icu", reason="words need ICU: the extra scripts")


@pytest.fixture(scope="module")
def visit(browser):
    audit, _ = audited("bytes")
    with visiting(browser, audit / "report.html") as visit:
        yield visit


def card_of(visit, at):
    audit, _ = audited("bytes")
    return visit.page.locator(f"#ex-{table(audit, 'examples')['id'][at].as_py()}")


@pytest.mark.parametrize("method", ["random", "ledger", "shap"])
def test_the_chosen_method_colours_shared_pieces_by_their_own_letter(visit, method):
    card = card_of(visit, THAI)
    card.scroll_into_view_if_needed()
    card.locator("select[name=method]").select_option(method)
    codes = card.locator(f"th[data-method={method}]").get_attribute("data-codes")
    pieces = card.locator(".passage [data-also]").all()
    assert pieces
    for piece in pieces:
        step = ord(codes[int(piece.get_attribute("data-c"))]) - ord("i")
        colour = "z" if step == 0 else f"p{step}" if step > 0 else f"n{-step}"
        assert piece.get_attribute("class") == colour


def test_few_tokens_are_read_out_and_many_are_named(visit):
    card = card_of(visit, EMOJI)
    card.scroll_into_view_if_needed()
    card.locator(".passage [data-also]").first.hover()
    few = card.locator(".legend .readout").inner_text()
    assert few.startswith("3 tokens share \u201c\u597d\u201d, coloured by their sum: ")
    assert few.count("Ledger") == 3
    card.locator(".passage [data-also]", has_text="\U0001f468").hover()
    many = card.locator(".legend .readout").inner_text()
    assert many.startswith("18 tokens share")
    assert "Ledger" not in many
    assert many.endswith("Their scores are in the table below.")
