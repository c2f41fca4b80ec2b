"""What a card says of a chain: every number from the evidence, no more than was shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from block_walk import parts
from chain_card import altered, card_of, plain, rows_of, written

from auditkit.evidence.reader import Audit
from auditkit.render import blocks as b
from auditkit.render import html
from auditkit.render.chain_blocks import ChainPart
from tests.browser.hostile import WORDS

LINK = {
    "layer": 2,
    "query": 0,
    "head": 3,
    "head_relevance": 0.48,
    "relevance": 0.98,
    "foretold": 0.1,
    "observed": 0.16,
    "low": -0.14,
    "high": 1.07,
    "least": -0.64,
    "most": 1.57,
    "n": 20,
    "verdict": "confirmed",
    "same_sign": 19,
}


@pytest.fixture
def audit(tmp_path: Path) -> tuple[Path, str]:
    return written(tmp_path / "audit")


def part_of(folder: Path, example_id: str) -> ChainPart:
    found = card_of(folder, example_id).chain
    assert found is not None
    return found


def texts(part: object) -> str:
    return " ".join(text for text in parts(part) if isinstance(text, str))


def drawn(folder: Path, example_id: str) -> str:
    template = html.environment().get_template("blocks/example_card.html.jinja")
    return template.render(block=card_of(folder, example_id), medium="html")


def test_a_sentence_says_what_the_row_says(audit: tuple[Path, str]) -> None:
    folder, name = audit
    example = next(row for row in rows_of(folder, "examples") if row["id"] == name)
    number = next(one for one in example["words"] if example["words"].count(one) == 1)
    key = example["words"].index(number)
    word = example["text"].split()[number]
    altered(folder, "links", {**LINK, "key": key}, example_id=name, rank=0, weights="model")
    assert plain(part_of(folder, name).steps[0].sentence) == (
        f"Replacing what \u201c{word}\u201d (word {number}) sends to [CLS] in layer 2 by the average message "
        "changed the margin by \u22120.16 (predicted \u22120.10): effect as predicted. Messages of single "
        "reference texts changed it by \u22121.57 to +0.64 (the smallest to the largest), depends on the reference "
        "text, same sign for 19 of 20. The message contributes +0.98 against the average message; its largest head is 2.3 "
        "(+0.48)."
    )


def test_a_sign_that_every_reference_text_keeps_is_good_and_one_that_was_not_counted_is_not_said(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    for kept, said, tone in (
        (20, "same sign for 20 of 20 reference texts", "good"),
        (11, "depends on the reference text, same sign for 11 of 20", "warn"),
        (None, None, None),
    ):
        altered(folder, "links", {**LINK, "same_sign": kept}, example_id=name, rank=0)
        sentence = part_of(folder, name).steps[0].sentence
        tones = {plain((one,)): one.tone for one in sentence if isinstance(one, b.Badge)}
        assert tones == {"effect as predicted": "good"} | ({said: tone} if said else {})
        if said is None:
            assert "Messages of 20 single reference texts changed it by" in plain(sentence)
            assert "sign" not in plain(sentence)


def test_the_counts_in_a_badge_cite_their_cells(audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "links", LINK, example_id=name, rank=0)
    page = drawn(folder, name)
    found = re.findall(
        r'badge-warn">depends on [^<]*<data[^>]*data-evidence="([^"]*)">19</data>', page
    )
    assert found
    assert all(re.fullmatch(r"links\.parquet#\d+:same_sign", cited) for cited in found)


def test_a_piece_of_a_word_names_its_word(audit: tuple[Path, str]) -> None:
    folder, _ = audit
    example = next(
        row for row in rows_of(folder, "examples") if any(t.startswith("##") for t in row["tokens"])
    )
    token = next(at for at, text in enumerate(example["tokens"]) if text.startswith("##"))
    change = {**LINK, "key": token, "query": token}
    altered(folder, "links", change, example_id=example["id"], rank=0)
    said = plain(part_of(folder, example["id"]).steps[0].sentence)
    own = example["text"][example["starts"][token] : example["stops"][token]]
    word = example["words"][token]
    assert f"\u201c{own}\u201d (in word {word}, \u201c" in said
    assert "sends to its own place in layer 2" in said


def test_without_reference_texts_no_range_is_said(audit: tuple[Path, str]) -> None:
    folder, name = audit
    nothing = {"low": None, "high": None, "n": 0, "same_sign": None}
    altered(folder, "links", {**LINK, **nothing}, example_id=name, rank=0)
    said = plain(part_of(folder, name).steps[0].sentence)
    assert "reference text" not in said
    assert "undefined" not in said


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("confirmed", "effect as predicted"),
        ("weaker", "weaker than predicted"),
        ("stronger", "stronger than predicted"),
        ("other_effect", "unlike what it contributes"),
        ("not_shown_causal", "hardly any effect"),
        ("contradicted", "opposite to predicted"),
        ("of another version", "of another version"),
    ],
)
def test_every_verdict_has_its_words(verdict: str, words: str, audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "links", {**LINK, "verdict": verdict}, example_id=name, rank=0)
    assert f"(predicted \u22120.10): {words}. " in plain(part_of(folder, name).steps[0].sentence)


CONFIRMED, NOT = "confirmed_chain", "no_short_chain"


@pytest.mark.parametrize(
    ("grade", "depth", "title", "badge", "said"),
    [
        (CONFIRMED, 2, "Reasoning chain", "Confirmed chain", "Its depth is 2: that many messages"),
        (CONFIRMED, 3, "Reasoning chain", "Confirmed chain", "Its depth is 3: that many messages"),
        (CONFIRMED, 1, "Direct route", "Confirmed route", "Its depth is 1: through links with their effect as predicted, what a word sends goes straight"),
        (CONFIRMED, 0, "Direct route", "Confirmed route", "Its depth is 0: no link with its effect as predicted brings"),
        (CONFIRMED, None, "Tested route", "Confirmed route", None),
        (NOT, 3, "Tested route", "Not confirmed", "Its depth is 3: that many messages"),
        (NOT, None, "Tested route", "Not confirmed", None),
    ],
)  # fmt: skip
def test_only_a_confirmed_route_that_is_deep_is_called_a_chain(
    grade: str, depth: int | None, title: str, badge: str, said: str | None, audit: tuple[Path, str]
) -> None:
    folder, name = audit
    altered(folder, "chains", {"grade": grade, "depth": depth}, example_id=name)
    part = part_of(folder, name)
    assert (part.title, part.grade.text) == (title, badge)
    told = " ".join(plain(paragraph) for paragraph in part.lead)
    assert said in told if said else "depth" not in told
    words = re.sub("<[^>]*>", " ", drawn(folder, name)).lower()
    is_chain = title == "Reasoning chain"
    for word in ("reason", "chain"):
        assert bool(re.search(rf"\b{word}(?!s[.]parquet)", words)) is is_chain


@pytest.mark.parametrize("relevance", [0.98, -0.98])
def test_a_stored_verdict_is_printed_and_not_judged_anew(
    relevance: float, audit: tuple[Path, str]
) -> None:
    """Whatever the numbers beside it say: evidence from before knows no `other_effect`."""
    folder, name = audit
    altered(folder, "links", {**LINK, "relevance": relevance}, example_id=name, rank=0)
    assert ": effect as predicted. " in plain(part_of(folder, name).steps[0].sentence)


def test_messages_against_the_decision_are_not_sold_as_its_ground(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    for empty, said in ((0.8, True), (0.1, False)):
        altered(folder, "chains", {"value": 0.2, "empty": empty}, example_id=name)
        assert ("works against the decision" in texts(part_of(folder, name).lead)) is said


def test_a_share_above_the_whole_is_explained(audit: tuple[Path, str]) -> None:
    folder, name = audit
    for share, said in ((1.1, True), (0.9, False)):
        altered(folder, "chains", {"sufficiency": share}, example_id=name)
        assert ("A share above 100%" in plain(part_of(folder, name).lead[0])) is said


def test_verdicts_are_counted_above_the_links(audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "links", {"verdict": "confirmed"}, example_id=name, weights="model")
    altered(folder, "links", {"verdict": "contradicted"}, example_id=name, rank=0, weights="model")
    part = part_of(folder, name)
    links = len(part.steps)
    counted = (
        f"the {links} links showed: effect as predicted ({links - 1}), opposite to predicted (1)."
    )
    assert counted in " ".join(plain(paragraph) for paragraph in part.lead)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sufficiency": 0.3, "necessity": 0.8, "permuted": [0.1]}, "alone they keep too little"),
        ({"sufficiency": 0.8, "necessity": 0.3, "permuted": [0.1]}, "too little goes with them"),
        ({"sufficiency": 0.8, "necessity": 0.8, "permuted": [0.9]}, "same shape at other words"),
        ({"value": 1.0, "empty": 0.999}, "hardly move the margin"),
    ],
)
def test_the_test_that_was_not_passed_is_named(
    change: dict[str, object], said: str, audit: tuple[Path, str]
) -> None:
    folder, name = audit
    passed = {"value": 1.0, "empty": 0.0, "sufficiency": 0.8, "necessity": 0.8, "permuted": [0.1]}
    altered(folder, "chains", {"grade": "no_short_chain", **passed}, example_id=name)
    assert said not in plain(part_of(folder, name).lead[0])
    altered(folder, "chains", change, example_id=name)
    assert said in plain(part_of(folder, name).lead[0])


def test_cancelling_messages_are_said_to_make_shares_mean_little(audit: tuple[Path, str]) -> None:
    folder, name = audit
    for mass, said in ((4.9, False), (5.1, True)):
        altered(folder, "chains", {"signed": -1.0, "mass": mass}, example_id=name)
        assert ("shares mean little here" in texts(part_of(folder, name).rest)) is said


def test_a_sink_is_told_as_one_unit_and_only_where_there_is_one(audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "chains", {"sink": 0.75}, example_id=name)
    assert "changed the margin by \u22120.75" in " ".join(
        plain(text) for text in part_of(folder, name).rest
    )
    altered(folder, "chains", {"sink": None}, example_id=name)
    assert "sink" not in texts(part_of(folder, name).rest)


def test_the_tests_stand_beside_the_thresholds_of_the_configuration(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    config = folder / "evidence" / "config.toml"
    config.write_text(
        config.read_text().replace("sufficiency_percent = 50", "sufficiency_percent = 61")
    )
    cells = [[plain(cell) for cell in row] for row in part_of(folder, name).tests.rows]
    assert cells[0][1:] == ["83%", "at least 61%, and more than each of the same shape"]
    assert cells[1][1:] == ["71%", "at least 50%"]
    assert len(cells[2][1].split(" \u00b7 ")) == 5


def test_links_of_the_control_are_not_those_of_the_model(audit: tuple[Path, str]) -> None:
    folder, name = audit
    model = [row for row in rows_of(folder, "links") if row["example_id"] == name]
    assert {row["weights"] for row in model} == {"model", "shuffled"}
    part = part_of(folder, name)
    assert len(part.steps) == sum(row["weights"] == "model" for row in model)


def test_a_chain_without_links_is_told(audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "links", {"example_id": "0" * 16}, example_id=name)
    altered(folder, "chains", {"grade": "no_short_chain"}, example_id=name)
    part = part_of(folder, name)
    assert (part.steps, part.route) == ((), None)
    assert "No link contributes enough" in texts(part.lead)
    assert "Links in numbers" not in drawn(folder, name)


def test_an_audit_from_before_there_were_chains_has_none(audit: tuple[Path, str]) -> None:
    folder, name = audit
    for table in ("chains", "links", "pokes", "ledger"):
        (folder / "evidence" / f"{table}.parquet").unlink()
    manifest = folder / "evidence" / "manifest.json"
    text = manifest.read_text()
    for table in ("chains", "links", "pokes", "ledger"):
        text = text.replace(f'"{table}.parquet"', f'"gone-{table}"')
    manifest.write_text(text)
    card = card_of(folder, name)
    assert (card.chain, card.layers, card.edits, card.accounts) == (None,) * 4
    blocks = list(b.SECTIONS.get("chains").blocks(Audit(folder), "html"))
    assert len(blocks) == 1
    assert "No route was tested" in texts(blocks)


def test_texts_of_a_named_file_are_not_called_the_evaluation_set(audit: tuple[Path, str]) -> None:
    folder, _ = audit
    manifest = folder / "evidence" / "manifest.json"
    for named, said in ((None, "texts of the evaluation set"), ("0" * 64, "texts of a file named")):
        fields = json.loads(manifest.read_text())
        fields["fingerprint"] = {"reference": named}
        manifest.write_text(json.dumps(fields))
        assert said in texts(list(b.SECTIONS.get("chains").blocks(Audit(folder), "html")))


def test_hostile_words_stay_text_in_sentences_pictures_and_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests import synthetic_audit

    monkeypatch.setattr(synthetic_audit, "HOSTILE", WORDS)
    monkeypatch.setattr(synthetic_audit, "VOCABULARY", ["the"])
    folder, _ = written(tmp_path / "audit", hostile=True)
    pages = [drawn(folder, row["example_id"]) for row in rows_of(folder, "chains")]
    parts_of = [page.split('class="chain"')[1].split("<section") for page in pages]
    chains, layers, edits = (
        "".join(found) for found in zip(*(p[:3] for p in parts_of if len(p) > 2), strict=True)
    )
    for part in (chains, layers, edits):
        assert "x" * 41 not in part
        assert "&lt;" in part
        assert "onerror=globalThis" in part or "script&gt;" in part
    assert "&lt;" in "".join(re.findall(r"<text[^>]*>[^<]*</text>", chains))
    for page in pages:
        for opening in ("<script>", "<img", "<svg/onload", "</script><script", "<style"):
            assert opening not in page
        assert page.count("</noscript") == 1
        assert "\x00" not in page
        assert "\u202e" not in page.split('class="chain"')[1].split('class="scene-part"')[0]
