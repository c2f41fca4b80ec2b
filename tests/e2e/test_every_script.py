"""Audits of texts in scripts without blanks, through the command line, by tokenizers that do not divide them."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import auditkit as package
from auditkit.inputs.segmentation import is_unbroken
from auditkit.verification.markup import read_html
from tests.tiny_audits import DATE, KEPT, Outcome, auditkit, copied, manifest, root, table
from tests.tiny_scripts import TEXTS, TOKENIZERS, save_classifier

THAI, CHINESE, JAPANESE, MIXED, EMOJI, MARKS, SHOP, LATIN = range(len(TEXTS))
METHODS = ("shap", "ledger", "integrated_gradients", "occlusion", "random")
SIGNED = METHODS[:-1]
WITHOUT_CUTS = ("metaspace", "bytes")


@pytest.fixture
def with_icu() -> None:
    pytest.importorskip("icu", reason="words need ICU: the extra scripts")


@cache
def model(tokenizer: str) -> Path:
    return save_classifier(KEPT / "scripts" / tokenizer, TOKENIZERS[tokenizer])


def data(texts=TEXTS, name="texts") -> Path:
    path = KEPT / "scripts" / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = ({"text": text, "label": at % 2} for at, text in enumerate(texts))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def run(out: Path, tokenizer: str, rows: Path, *more: str) -> Outcome:
    flags = ("--methods", ",".join(METHODS), "--detailed", "9", "--chains", "2", "--date", DATE)
    where = ("--model", model(tokenizer), "--data", rows, "--out", out, "--workers", "1")
    return auditkit("run", *where, *flags, "--no-pdf", *more)


@cache
def audited(tokenizer: str) -> tuple[Path, Outcome]:
    out = KEPT / "scripts" / f"audit-{tokenizer}"
    done = run(out, tokenizer, data())
    assert done.code == 0, done.err
    return out, done


def scores_of(audit: Path) -> dict[tuple[str, str], dict]:
    rows = table(audit, "attributions").to_pylist()
    return {(row["example_id"], row["method"]): row for row in rows}


@pytest.mark.usefixtures("with_icu")
@pytest.mark.parametrize("tokenizer", WITHOUT_CUTS)
class TestAudit:
    def test_shapley_values_have_several_players_and_add_up(self, tokenizer):
        audit, _ = audited(tokenizer)
        examples = table(audit, "examples").to_pylist()
        found = scores_of(audit)
        for at in (THAI, CHINESE, JAPANESE, MIXED, EMOJI):
            example, row = examples[at], found[examples[at]["id"], "shap"]
            words = np.array(example["words"])
            players = words.max() + 1
            assert row["evaluations"] == (2**players if players <= 9 else 6 * players + 2) > 4
            assert found[example["id"], "occlusion"]["evaluations"] == players
            assert row["base"] + sum(row["scores"]) == pytest.approx(example["margin"], abs=1e-4)
            of_player = [np.array(row["scores"])[words == word].sum() for word in range(players)]
            assert len(set(np.round(of_player, 6))) > 1

    def test_the_words_are_those_of_the_dictionary(self, tokenizer):
        examples = table(audited(tokenizer)[0], "examples").to_pylist()
        assert [1 + max(examples[at]["words"]) for at in (THAI, CHINESE, MIXED)] == [3, 9, 9]

    def test_the_audit_is_intact(self, tokenizer):
        done = auditkit("verify", audited(tokenizer)[0])
        assert done.code == 0, done.out

    def test_terminal_manifest_and_report_say_how_texts_were_cut(self, tokenizer):
        import icu

        audit, done = audited(tokenizer)
        assert f"6 of {len(TEXTS)} examples have writing without blanks" in done.err
        assert f"ICU {icu.ICU_VERSION}" in done.err
        record = manifest(audit)["segmentation"]
        assert record == {"by": "words", "icu": icu.ICU_VERSION, "examples": 6}
        page = (audit / "report.html").read_text("utf-8")
        assert "their units are words, by the dictionaries of ICU" in page
        assert manifest(audit)["fingerprint"]["versions"]["icu"] == icu.ICU_VERSION
        assert "regex" in manifest(audit)["fingerprint"]["versions"]

    def test_words_are_masked_deleted_and_swapped_for_words_of_their_script(self, tokenizer):
        audit, _ = audited(tokenizer)
        (thai, *_) = table(audit, "examples").to_pylist()
        rows = [r for r in table(audit, "pokes").to_pylist() if r["example_id"] == thai["id"]]
        for kind in ("mask", "delete"):
            assert [row["word"] for row in rows if row["kind"] == kind] == [0, 1, 2]
        assert {row["kind"] for row in rows if row["margin"] is None} == set()
        mixed = table(audit, "examples")["id"].to_pylist()[MIXED]
        swaps = [
            (row["word"], row["instead"])
            for row in table(audit, "pokes").to_pylist()
            if row["example_id"] == mixed and row["kind"] == "swap"
        ]
        assert [is_unbroken(instead) for _, instead in swaps] == [
            2 <= word <= 6 for word, _ in swaps
        ]
        assert any(is_unbroken(instead) for _, instead in swaps)


class TestSingleUnits:
    def test_they_are_flagged_counted_and_named(self):
        audit, _ = audited("bytes")
        flags = table(audit, "examples")["flags"].to_pylist()
        assert [at for at, of_text in enumerate(flags) if "one_unit" in of_text] == [SHOP, LATIN]
        assert manifest(audit)["counts"]["one_unit"] == 2
        (found,) = [
            row for row in table(audit, "findings").to_pylist() if row["kind"] == "one_unit"
        ]
        assert (found["value"], found["n"]) == (2.0, len(TEXTS))
        page = (audit / "report.html").read_text("utf-8")
        assert "Texts of one unit" in page
        assert "Not counted as exact" in page

    def test_their_shapley_value_is_not_called_exact(self):
        audit, _ = audited("bytes")
        ids = table(audit, "examples")["id"].to_pylist()
        assert "exact" in heading_of_shap(audit, ids[THAI])
        assert "exact" not in heading_of_shap(audit, ids[SHOP])

    def test_an_audit_of_nothing_else_praises_nothing(self):
        out = KEPT / "scripts" / "single"
        done = run(out, "bytes", data(["\u5e97", "like", "much"], "single"))
        assert done.code == 0, done.err
        page = (out / "report.html").read_text("utf-8")
        assert "computed exactly, from all subsets" not in page
        assert "Every text is one unit" in page
        (found,) = [r for r in table(out, "findings").to_pylist() if r["kind"] == "one_unit"]
        assert found["severity"] == "medium"

    def test_negative_control_texts_of_several_words_are_called_exact(self):
        out = KEPT / "scripts" / "several"
        done = run(out, "bytes", data(["I like", "much film", "the film"], "several"))
        assert done.code == 0, done.err
        page = (out / "report.html").read_text("utf-8")
        assert "computed exactly, from all subsets" in page
        assert "Not counted as exact" not in page
        assert "without blanks" not in done.err


def heading_of_shap(audit: Path, example: str) -> str:
    (card,) = cards(audit)[example].find("table", "scores")
    return next(cell.text() for cell in card.find("th") if cell.text().startswith("Shapley values"))


@cache
def cards(audit: Path):
    page = read_html((audit / "report.html").read_text("utf-8"))
    return {c.attributes["id"].removeprefix("ex-"): c for c in page.find("article", "card")}


class TestPassage:
    """What stands on the page, against sums over the tokens of the evidence."""

    @pytest.mark.parametrize("tokenizer", TOKENIZERS)
    def test_each_piece_has_the_colour_of_the_sum_over_its_tokens(self, tokenizer):
        audit, _ = audited(tokenizer)
        scores = scores_of(audit)
        for row in table(audit, "examples").to_pylist():
            pieces = list(passage(cards(audit)[row["id"]]))
            assert "".join(text for _, _, text, _ in pieces) == row["text"]
            by_method = {m: scores[row["id"], m]["scores"] for m in METHODS}
            for start, stop, _, element in pieces:
                on = tokens_on(row, start, stop)
                assert shown_tokens(element) == on
                if on:
                    for method, colour in colours(cards(audit)[row["id"]], element).items():
                        assert colour == expected(row, by_method, method, on), (row["text"], method)

    def test_bytes_of_one_character_and_a_mark_for_a_blank_share_it(self):
        shared = dict.fromkeys(WITHOUT_CUTS, False)
        for tokenizer in WITHOUT_CUTS:
            audit, _ = audited(tokenizer)
            for card in cards(audit).values():
                shared[tokenizer] |= any("data-also" in e.attributes for e in card.find("span"))
        assert shared == {"metaspace": True, "bytes": True}
        assert "share characters" in (audited("bytes")[0] / "report.html").read_text("utf-8")

    @pytest.mark.parametrize("attribute", ["data-also", "data-c", "data-t"])
    def test_a_forged_piece_is_found(self, attribute, tmp_path):
        audit = copied(audited("bytes")[0], tmp_path / "audit")
        page = (audit / "report.html").read_text("utf-8")
        forged = re.sub(
            rf'(<span [^>]*data-also="[^>]*?{attribute}=")(\d+)', r"\g<1>1\g<2>", page, count=1
        )
        if attribute == "data-also":
            forged = re.sub(r'(data-also=")(\d+)', r"\g<1>1\g<2>", page, count=1)
        if attribute == "data-t":
            forged = re.sub(r'(data-t=")(\d+)(" data-also)', r"\g<1>1\g<2>\g<3>", page, count=1)
        assert forged != page
        (audit / "report.html").write_text(forged, "utf-8")
        problems = [one.problem or "" for one in package.verify(audit).problems]
        assert any("cuts its text at other tokens" in one or "piece" in one for one in problems)

    def test_negative_control_the_first_token_alone_has_another_colour(self):
        audit, _ = audited("bytes")
        scores, differences = scores_of(audit), 0
        for row in table(audit, "examples").to_pylist():
            by_method = {m: scores[row["id"], m]["scores"] for m in METHODS}
            for start, stop, _, element in passage(cards(audit)[row["id"]]):
                on = tokens_on(row, start, stop)
                if len(on) > 1:
                    found = colours(cards(audit)[row["id"]], element)["ledger"]
                    differences += found != expected(row, by_method, "ledger", on[:1])
        assert differences > 10

    def test_no_piece_stops_inside_an_emoji_or_between_a_letter_and_its_mark(self):
        audit, _ = audited("bytes")
        rows = table(audit, "examples").to_pylist()
        for at, whole in (
            (EMOJI, "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
            (EMOJI, "\U0001f1eb\U0001f1f7"),
            (MARKS, "e\u0301"),
            (THAI, "\u0e01\u0e34"),
        ):
            texts = [text for _, _, text, _ in passage(cards(audit)[rows[at]["id"]])]
            assert any(whole in text for text in texts)


def passage(card):
    """Pieces of the text in order: first and last-but-one character, text, and element if coloured."""
    (box,) = card.find("div", "passage")
    cursor = 0
    for part in box.parts:
        text = part if isinstance(part, str) else part.text()
        if not isinstance(part, str) or text:
            raw = (
                text
                if isinstance(part, str)
                else "".join(p for p in part.parts if isinstance(p, str))
            )
            yield cursor, cursor + len(raw), raw, None if isinstance(part, str) else part
            cursor += len(raw)


def tokens_on(row, start: int, stop: int) -> list[int]:
    spans = zip(row["starts"], row["stops"], row["kinds"], strict=True)
    return [
        at for at, (a, b, kind) in enumerate(spans)
        if kind == "text" and max(a, start) < min(b, stop)
    ]  # fmt: skip


def shown_tokens(element) -> list[int]:
    if element is None:
        return []
    others = element.attributes.get("data-also", "").split()
    return sorted(map(int, [*others, element.attributes["data-t"]]))


def colours(card, element) -> dict[str, str]:
    """The colour of a piece by each method, as the page's script reads it."""
    at = int(element.attributes.get("data-c", element.attributes["data-t"]))
    return {
        heading.attributes["data-method"]: heading.attributes["data-codes"][at]
        for heading in card.find("th")
        if "data-codes" in heading.attributes
    }


def expected(row, by_method, method: str, on: list[int]) -> str:
    """Eight steps on each side of the largest score of a token in the text, of any method but the control."""
    shown = {token for tokens in clusters(row) for token in tokens}
    largest = max(abs(by_method[name][token]) for name in SIGNED for token in shown)
    step = round(8 * sum(by_method[method][token] for token in on) / largest)
    return chr(ord("i") + max(-8, min(8, step)))


def clusters(row) -> list[list[int]]:
    """Tokens on every character that a reader sees as one, by ICU where it is there."""
    icu = pytest.importorskip("icu", reason="an independent source of grapheme clusters")
    text = icu.UnicodeString(row["text"])
    ends = icu.BreakIterator.createCharacterInstance(icu.Locale("root"))
    ends.setText(text)
    edges, found, before = [0, *ends], [], 0
    for start, stop in pairwise(edges):
        length = len(str(text[start:stop]))
        found.append(tokens_on(row, before, before + length))
        before += length
    return found


def test_the_first_colour_of_a_piece_is_that_of_the_first_method():
    audit, _ = audited("bytes")
    for card in cards(audit).values():
        for _, _, _, element in passage(card):
            if element is not None:
                letter = colours(card, element)["shap"]
                step = ord(letter) - ord("i")
                style = "z" if step == 0 else f"p{step}" if step > 0 else f"n{-step}"
                assert element.attributes["class"] == style


class TestWithoutIcu:
    @pytest.fixture(autouse=True)
    def blocked(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "icu", None)

    def test_units_are_clusters_and_every_place_says_so(self, tmp_path):
        done = run(tmp_path / "audit", "bytes", data([TEXTS[CHINESE], "I like"], "clusters"))
        assert done.code == 0, done.err
        assert "ICU is not installed: their units are grapheme clusters, not words" in done.err
        assert "pip install -c constraints.txt '.[model,scripts]'" in done.err
        record = manifest(tmp_path / "audit")["segmentation"]
        assert record == {"by": "clusters", "icu": "not installed", "examples": 1}
        words = table(tmp_path / "audit", "examples")["words"].to_pylist()
        assert 1 + max(words[0]) == len(TEXTS[CHINESE])
        page = (tmp_path / "audit" / "report.html").read_text("utf-8")
        assert "their units are grapheme clusters, not words" in page


@pytest.mark.usefixtures("with_icu")
def test_an_audit_that_was_cut_by_icu_is_not_continued_without_it(tmp_path, monkeypatch):
    copied(audited("metaspace")[0], tmp_path / "audit")
    monkeypatch.setitem(sys.modules, "icu", None)
    done = run(tmp_path / "audit", "metaspace", data())
    assert done.code == 2
    assert "versions" in done.err


@pytest.mark.usefixtures("with_icu")
def test_running_examples_again_notices_other_words(monkeypatch):
    audit, _ = audited("metaspace")
    again = ("verify", audit, "--replay", "8", "--model", model("metaspace"))
    assert auditkit(*again).code == 0
    monkeypatch.setitem(sys.modules, "icu", None)
    done = auditkit(*again)
    assert done.code == 1
    assert "replay: words of 8 examples: differ in" in done.out
    assert "is not installed here" in done.out


@pytest.mark.usefixtures("with_icu")
def test_the_same_audit_twice_gives_the_same_bytes(tmp_path):
    done = run(tmp_path / "audit", "metaspace", data())
    assert done.code == 0
    assert root(tmp_path / "audit") == root(audited("metaspace")[0])
