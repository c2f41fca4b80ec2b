"""Texts, labels and slices that try to be markup, to hide, or to be wider than any page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.harness import DESK, PHONE, Visit, visiting
from tests.browser.hostile import LONG, WORDS, as_shown

pytestmark = pytest.mark.browser
INTRUDERS = "main :is(script:not([type], main > script), style, img, iframe, object, embed, base, link, meta)"


@pytest.fixture(scope="module")
def hostile_report(hostile_audit):
    return hostile_audit.folder / "report.html"


@pytest.fixture(scope="module")
def visit(browser, hostile_report) -> Iterator[Visit]:
    with visiting(browser, hostile_report) as visit:
        visit.unfold()
        visit.read_to_the_end()
        yield visit


def test_texts_are_shown_as_they_are(visit: Visit, hostile_audit) -> None:
    whole = ""
    for example in hostile_audit.examples.to_pylist():
        texts = [text for text in (example["text"], example["text_pair"]) if text is not None]
        passages = visit.page.locator(f"#ex-{example['id']} .passage").all_text_contents()
        assert passages == [as_shown(text) or "(empty text)" for text in texts]
        whole += " ".join(texts)
    assert all(word in whole for word in WORDS)


def test_nothing_in_them_ran_or_became_an_element(visit: Visit) -> None:
    assert visit.run("globalThis.broken") is None
    assert visit.page.locator(INTRUDERS).count() == 0
    assert visit.run("document.body.textContent.includes(String.fromCharCode(0))") is False
    assert "nul\u2400bell\u2407escape\u241b[31m" in visit.page.locator("main").inner_text()
    assert visit.complaints == {}


def test_labels_and_slices_are_shown_as_they_are(visit: Visit, hostile_audit) -> None:
    options = visit.page.locator("[name=label] option, [name=slice] option").all_text_contents()
    assert set(hostile_audit.manifest["model"]["labels"]) <= set(options)
    assert set(hostile_audit.manifest["data"]["slices"]) <= set(options)


def test_a_slice_with_marks_of_the_address_in_its_name_can_be_filtered(visit: Visit) -> None:
    visit.page.locator("[name=slice]").select_option("tweets/~{x}")
    chosen = visit.rows()
    assert 0 < len(chosen) < 12
    visit.page.goto(visit.page.url)
    visit.page.reload()
    assert visit.page.locator("[name=slice]").input_value() == "tweets/~{x}"
    assert visit.rows() == chosen


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_word_of_100000_characters_does_not_widen_the_page(visit: Visit, viewport) -> None:
    assert len(LONG) == 100_000
    visit.page.set_viewport_size(viewport)
    visit.unfold()
    assert visit.width() <= viewport["width"]
