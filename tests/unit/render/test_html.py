"""The HTML report: inert, self-contained, the same bytes every time, readable without scripts."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import ClassVar

import jinja2
import pytest
from markupsafe import Markup
from sample_page import HOSTILE, example, report

from auditkit.render import assets, html, numbers
from auditkit.render import blocks as b
from auditkit.render.example_blocks import ExampleCard, ExampleIndex, MethodScores
from auditkit.render.page import ReportPage, SectionPage
from auditkit.render.text_pieces import Piece, TextField
from auditkit.render.visible import token_label, visible
from auditkit.render.wording import NOT_TESTED


class Outline(HTMLParser):
    """Tags with their attributes, and the text of every element that is not a script or a style."""

    VOID: ClassVar = {"meta", "input", "br", "rect", "path", "line", "stop"}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag in self.inline:
            self.inline[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.inline:
            self.inline[self.open[-1]][-1] += data
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page() -> str:
    return html.render_html(report())


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


def block(*blocks: b.Block, medium: str = "html") -> str:
    """What the templates make of blocks, without the page around them."""
    source = (
        '{% for block in blocks %}{% include "blocks/" ~ block.kind ~ ".html.jinja" %}{% endfor %}'
    )
    template = html.environment().from_string(source)
    return template.render(blocks=blocks, medium=medium, cards=frozenset())


def test_same_report_gives_same_bytes(page: str) -> None:
    html.environment.cache_clear()
    assert html.render_html(report()) == page


def test_page_carries_the_root_and_a_language(page: str, outline: Outline) -> None:
    assert {"name": "auditkit-root", "content": report().root} in outline.all("meta")
    assert outline.all("html") == [{"lang": "en"}]
    assert page.startswith("<!doctype html>")
    assert outline.tags.index(("h1", {})) < next(
        i for i, (tag, _) in enumerate(outline.tags) if tag == "h2"
    )


def test_policy_admits_exactly_what_is_inline(outline: Outline) -> None:
    policy = next(m["content"] for m in outline.all("meta") if m.get("http-equiv"))
    assert policy is not None
    libraries = [unpacked(text) for text in scripts(outline, "library")]
    found = [digest(text) for text in (*scripts(outline), *libraries, *outline.inline["style"])]
    assert len(found) == 4
    assert found == re.findall(r"'(sha256-[^']+)'", policy)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def scripts(outline: Outline, style: str | None = None) -> list[str]:
    """Texts of the scripts of a class, or of those that run as they stand."""
    found = zip(outline.inline["script"], outline.all("script"), strict=True)
    return [text for text, attributes in found if attributes.get("class") == style]


def unpacked(text: str) -> str:
    return gzip.decompress(base64.b64decode(text)).decode()


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_no_handler_no_style_attribute_nothing_from_outside(outline: Outline) -> None:
    for tag, attributes in outline.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert "src" not in attributes, tag
        assert (attributes.get("href") or "#").startswith("#"), tag
        assert tag not in ("link", "img", "iframe", "object", "embed", "base"), tag


def test_hostile_text_stays_text(outline: Outline) -> None:
    assert visible(HOSTILE) in outline.text
    assert len(scripts(outline)) == 2
    assert "alert(1)" not in "".join(scripts(outline))
    assert not [tag for tag, _ in outline.tags if tag == "img"]


def test_ids_are_unique_and_links_lead_somewhere(outline: Outline) -> None:
    ids = [attributes["id"] for _, attributes in outline.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {(attributes["href"] or "")[1:] for attributes in outline.all("a")}
    assert targets <= set(ids)


def test_labels_name_what_they_point_at(outline: Outline) -> None:
    ids = {attributes.get("id") for _, attributes in outline.tags}
    for _, attributes in outline.tags:
        assert attributes.get("aria-labelledby") in ids


def test_data_islands_are_json(outline: Outline) -> None:
    islands = scripts(outline, "spec")
    assert len(islands) == 2
    assert all(json.loads(text)["marks"] for text in islands)


def test_runtime_of_charts_comes_once_packed_and_only_with_charts(page: str) -> None:
    runtime = assets.library("vega")
    assert page.count(runtime.packed) == page.count(runtime.digest.replace("'", "&#39;")) == 1
    assert unpacked(runtime.packed) == assets.text("static/vega.js")
    assert len(runtime.packed) < len(assets.text("static/vega.js")) / 2
    without = html.render_html(report(1, with_charts=False))
    assert runtime.packed not in without
    assert 'class="library"' not in without


def test_a_library_is_packed_without_clock_or_system() -> None:
    """Header of gzip: method, no flags, no time, best compression, no system."""
    assert base64.b64decode(assets.library("viewer").packed)[:10] == bytes(
        (0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255)
    )


def test_controls_do_not_lure_those_without_scripts(page: str) -> None:
    assert re.search(r'<form class="filters"[^>]* hidden>', page)
    assert '<div class="tools" hidden>' in page
    assert '<select name="method"' not in page


def test_everything_is_readable_without_scripts(outline: Outline) -> None:
    for text in ("Unbelievably slow", "+2.31", "Sum of scores", "Residual", "Showing", "0.69"):
        assert text in outline.text or text == "Showing"
    assert [a for a in outline.all("span") if a.get("class") == "p8"]


def test_measure_carries_its_exact_value_and_source() -> None:
    got = block(b.Paragraph((b.Measure(0.8333333, "metrics.parquet#12:value", 0.77, 0.88, 1200),)))
    assert 'value="0.8333333" data-evidence="metrics.parquet#12:value">0.83</data>' in got
    assert '<span class="interval">[0.77, 0.88]</span>' in got
    assert "n&nbsp;=&nbsp;1,200" in got


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        (b.Measure(None), "undefined"),
        (b.Measure(0.123456, digits=1, style="percent"), "12.3%"),
        (b.Measure(-1.5, style="signed"), "\u22121.50"),
        (b.Measure(1.5, style="signed"), "+1.50"),
        (b.Measure(0.0, style="signed"), "0.00"),
        (b.Measure(12345, style="count"), "12,345"),
        (b.Measure(-0.5), "\u22120.50"),
        (b.Measure(float("nan")), "not a number"),
        (b.Measure(float("-inf"), style="percent"), "\u2212\u221e"),
    ],
)
def test_numbers_as_printed(measure: b.Measure, text: str) -> None:
    assert numbers.shown(measure, measure.value) == text


@pytest.mark.parametrize("value", [0.1, 1e-300, -3.0, 7.0, 0.30000001192092896])
def test_exact_value_reads_back(value: float) -> None:
    assert float(numbers.exact(value)) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\u2400b"),
        ("\x1b[31m", "\u241b[31m"),
        ("\x7f\x85", "\u2421\\x85"),
        ("tab\tline\n", "tab\tline\n"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("cr\r\n", "cr\u240d\n"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("token", "label"),
    [
        ("  ", "\u2423\u2423"),
        ("\n", "\u21b5"),
        ("", "(empty)"),
        ("a\u200bb", "a[U+200B]b"),
        ("\u202e", "[U+202E]"),
    ],
)
def test_token_labels_hide_nothing(token: str, label: str) -> None:
    assert token_label(token) == label


def test_paper_has_no_controls() -> None:
    import numpy as np

    card, row = example(0, np.random.default_rng(0))
    index = ExampleIndex("examples", "All", (row,), (), ())
    got = block(card, index, *report(1).sections[2].blocks, medium="pdf")
    for tag in ("<details", "<form", "<select", "<script", "tabindex", "<button"):
        assert tag not in got
    assert "3 more rows" in got


def test_card_prints_scores_that_are_not_scaled() -> None:
    got = block(sparse_card(0.001234))
    assert "<td>+0.001</td>" in got
    assert "<td>+9.000</td>" in got
    assert '<span class="p8" data-t="1">good</span>' in got
    assert "data-codes" not in got


def sparse_card(score: float) -> ExampleCard:
    method = MethodScores(
        "m", "M", "a", (9.0, score), None, None, None, 1, True, None, "e#0:scores"
    )
    pieces = (Piece("good", 1), Piece(" ", None))
    return ExampleCard(
        "x", 1, (TextField("text", pieces),), ("[CLS]", "good"), (True, False), (-1, 0),
        (), (), (method,), (), None, None,
    )  # fmt: skip


def with_methods(
    *methods: tuple[str, tuple[float, float] | None, str], words: tuple[int, int] = (0, 1)
) -> str:
    return block(
        replace(
            sparse_card(0.001234),
            words=words,
            methods=tuple(
                MethodScores(
                    title.lower(), title, "a", (9.0, 1.0), error, None, None, 1, True, note, "e#0:s"
                )
                for title, error, note in methods
            ),
        )
    )


def test_errors_that_are_all_zero_are_called_exact() -> None:
    enumerated = with_methods(("Values", (0.0, 0.0), "Noted."))
    assert '<span class="help">exact</span>' in enumerated
    assert "\u00b1" not in enumerated
    sampled = with_methods(("Values", (0.0, 0.1), "Noted."))
    assert '<span class="help">exact</span>' not in sampled
    assert "<small>\u00b10.000</small>" in sampled
    assert "\u00b1 is the standard error" in sampled


@pytest.mark.parametrize("words", [(-1, 0), (0, 0)])
def test_the_value_of_a_single_unit_is_not_called_exact(words: tuple[int, int]) -> None:
    single = with_methods(("Values", (0.0, 0.0), "Noted."), words=words)
    assert "exact" not in single
    assert "\u00b1" not in single


def test_what_is_not_tested_is_said_once_with_the_names() -> None:
    notes = (f"Shown first. {NOT_TESTED}", NOT_TESTED, "A control.")
    several = with_methods(*((name, None, note) for name, note in zip("PQR", notes, strict=True)))
    assert several.count(NOT_TESTED[:-1]) == 1
    assert f"{NOT_TESTED[:-1]}: P, Q.</caption>" in several
    assert '<span class="help">Shown first.</span>' in several
    assert '<span class="help">A control.</span>' in several
    assert f'<span class="help">{NOT_TESTED}</span>' in with_methods(("P", None, NOT_TESTED))


def test_a_finding_links_a_few_of_its_examples_and_counts_the_rest() -> None:
    links = tuple(b.Link(f"example {n}", "ex-1") for n in range(12))
    finding = b.Finding("finding-0", "low", "Title", ("Body.",), links, "e")
    got = block(b.Findings((finding,)))
    assert got.count("<a href=") == 5
    assert "example 4</a> and 7&nbsp;more" in got
    few = block(b.Findings((replace(finding, examples=links[:5]),)))
    assert few.count("<a href=") == 5
    assert "more</span>" not in few


def test_special_tokens_do_not_dim_the_text() -> None:
    assert re.search(r'class="full-score"[^>]*>0\.00123<', block(sparse_card(0.00123)))


def test_example_without_methods_or_text_is_drawn() -> None:
    card = ExampleCard("x", 1, (TextField("text", ()),), (), (), (), (), (), (), (), None, None)
    assert "(empty text)" in block(card)


def test_unknown_names_in_templates_are_errors() -> None:
    with pytest.raises(jinja2.UndefinedError):
        html.environment().from_string("{{ nothing }}").render()


def test_markup_is_escaped_unless_it_is_ours() -> None:
    render = html.environment().from_string("{{ x }}").render
    assert render(x="<b>\x00") == "&lt;b&gt;\u2400"
    assert render(x=Markup("<b>")) == "<b>"


def test_report_of_nothing_is_a_page() -> None:
    nothing = ReportPage("Empty", (), "00", "en", (SectionPage("s", "S", ()),))
    assert "<h1>Empty</h1>" in html.render_html(nothing)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_heat_step_is_legible_in_both_themes() -> None:
    plain = re.findall(r"background: (#\w+); color: (#\w+)", assets.text("heat.css"))
    themed = re.findall(
        r"background: light-dark\((#\w+), (#\w+)\); color: light-dark\((#\w+), (#\w+)\)",
        assets.text("heat-themes.css"),
    )
    assert len(plain) == len(themed) == 25
    for back, ink in plain:
        assert contrast(back, ink) >= 4.5
    for light, dark, ink, dark_ink in themed:
        assert contrast(light, ink) >= 4.5
        assert contrast(dark, dark_ink) >= 4.5


def test_words_and_colours_of_the_theme_are_legible() -> None:
    css = assets.text("screen.css")
    colours = {
        name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", css)
    }
    for theme in (0, 1):
        for back in ("paper", "raised", "sunken"):
            for ink in ("ink", "soft", "faint", "accent", "good", "warn", "bad", "info"):
                assert contrast(colours[back][theme], colours[ink][theme]) >= 4.5, (
                    back,
                    ink,
                    theme,
                )
