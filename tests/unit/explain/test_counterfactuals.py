"""What becomes of a decision when one thing is changed, against plain passes of the changed text."""

from __future__ import annotations

from contextlib import ExitStack
from functools import reduce

import numpy as np
import pytest

from auditkit.capture.attention import revaluing
from auditkit.capture.intervening import intervened
from auditkit.capture.messages import Intervention, InterventionRows, SilencedHead, SilencedHeads
from auditkit.explain import counterfactuals as module
from auditkit.explain.base import METHODS
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.counterfactuals import Counterfactuals
from auditkit.explain.edits import Edit, edited, tokens_after, word_text, words_after
from tests.audited import ADAPTER, cases_of, encode, run_model, twins
from tests.readouts import LOGITS
from tests.tiny import DECODERS, FAMILIES

TEXT = "the film was not very good"
VOCABULARY = ["bad", "dull", "great"]


def answers(family: str, text=TEXT, heads=((0, 0), (1, 2))):
    runner = run_model(family)
    (case,) = cases_of(runner, text)
    rows = encode(twins(family).loaded, text, "a dull story .")
    replacements = replacements_from(runner, rows, 0)
    counterfactuals = Counterfactuals(runner, ADAPTER, None, VOCABULARY, 0)
    return runner, case, replacements, counterfactuals.edit(case, heads, replacements)


@pytest.mark.parametrize("family", FAMILIES)
class TestCounterfactualEdits:
    def test_every_word_is_masked_deleted_and_swapped(self, family):
        _, case, _, rows = answers(family)
        words = set(range(case.encoded.word_count))
        kinds = ("delete", "swap") if family in DECODERS else ("mask", "delete", "swap")
        for kind in kinds:
            assert {row["word"] for row in rows if row["kind"] == kind} == words

    def test_margins_are_those_of_the_changed_text(self, family):
        runner, case, _, rows = answers(family)
        for row in rows:
            if row["kind"] not in ("delete", "swap"):
                continue
            words = TEXT.split()
            words[row["word"]] = row["instead"] or ""
            changed = " ".join(word for word in words if word)
            (encoded,) = encode(runner.loaded, changed)
            (seen,) = runner.observe([encoded], {})
            assert row["margin"] == pytest.approx(case.target.readout.value(seen.logits), abs=1e-4)

    def test_relevance_follows_the_words(self, family):
        _, case, _, rows = answers(family)
        for row in rows:
            if row["relevance"] is None:
                continue
            gone = np.isnan(row["relevance"])
            assert gone.tolist() == [
                row["kind"] == "delete" and word == row["word"]
                for word in range(case.encoded.word_count)
            ]

    def test_a_silenced_head_is_one_whose_messages_are_replaced(self, family):
        """All heads of a layer silenced at once are all its messages replaced."""
        runner, case, replacements, rows = answers(family)
        silenced = {
            (row["layer"], row["head"]): row["margin"] for row in rows if row["kind"] == "silence"
        }
        assert set(silenced) == {(0, 0), (1, 2)}
        size = len(case.encoded.tokens)
        every = np.array([(0, i, j) for i in range(size) for j in range(size)])
        asked = InterventionRows(case.encoded, [Intervention(every, others_stay=True)], LOGITS)
        (together,) = intervened(runner, [asked], replacements)
        roles = replacements.indices(case.encoded, causal=runner.anatomy.causal)
        means = replacements.values[0, 0][roles]
        with ExitStack() as stack:
            batch = runner.passes.batch([case.encoded])
            layers = runner.anatomy.layers
            heads = [
                SilencedHeads(batch, [SilencedHead(0, head, means[:, head])], layers)
                for head in range(4)
            ]
            stack.enter_context(
                revaluing(lambda value: reduce(lambda v, one: one(v), heads, value))
            )
            (apart,) = runner.observe([case.encoded], {})
        np.testing.assert_allclose(together[0], apart.logits, rtol=1e-4, atol=1e-5)
        assert any(abs(margin - case.margin) > 1e-3 for margin in silenced.values())

    def test_the_ledger_of_a_silenced_model_is_its_own(self, family):
        _, case, _, rows = answers(family)
        plain = METHODS.get("ledger").attribute(run_model(family), [case])[0]
        words = case.encoded.words
        whole = [plain.scores[words == word].sum() for word in range(case.encoded.word_count)]
        for row in rows:
            if row["kind"] == "silence":
                assert np.isfinite(row["relevance"]).all()
                assert np.abs(row["relevance"] - whole).max() > 1e-4

    def test_attention_changes_by_a_share(self, family):
        _, _, _, rows = answers(family)
        changes = [row["attention_change"] for row in rows if row["kind"] != "silence"]
        known = [change for change in changes if change is not None]
        assert known
        assert all(0 <= change <= 1 for change in known)
        assert max(known) > 1e-3


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("family", FAMILIES)
def test_where_no_token_stays_attention_has_no_change(family):
    """A decoder's text of one token: swapped, nothing is left to be compared."""
    _, case, _, rows = answers(family, "good")
    swaps = [row["attention_change"] for row in rows if row["kind"] == "swap"]
    assert swaps
    stays = len(case.encoded.tokens) > 1
    assert all((change is not None) is stays for change in swaps)


def test_small_groups_change_nothing(monkeypatch):
    _, _, _, whole = answers("bert")
    monkeypatch.setattr(module, "MOST_MAPS", 2 * 4 * 64 * 2)
    _, _, _, parts = answers("bert")
    for one, other in zip(whole, parts, strict=True):
        assert one["margin"] == pytest.approx(other["margin"], abs=1e-4)


class TestEdits:
    def test_texts(self):
        runner = run_model("bert")
        (row,) = encode(runner.loaded, "good film, bad plot")
        cases = {
            Edit("delete", 0): "film, bad plot",
            Edit("delete", 3): "good film, plot",
            Edit("delete", 4): "good film, bad",
            Edit("delete", 2): "good film bad plot",
            Edit("swap", 1, "song"): "good song, bad plot",
        }
        for edit, text in cases.items():
            assert edited(row, edit).text == text

    def test_the_second_text_of_a_pair(self):
        (row,) = encode(run_model("bert").loaded, ("good film", "bad plot"))
        assert edited(row, Edit("swap", 2, "dull")).text_pair == "dull plot"
        assert edited(row, Edit("swap", 2, "dull")).text == "good film"

    def test_words_that_are_divided_otherwise_have_no_counterpart(self):
        loaded = run_model("bert").loaded
        (row,) = encode(loaded, "good film")
        edit = Edit("swap", 0, "not very")
        (changed,) = ADAPTER.encode(loaded.tokenizer, [edited(row, edit)], 64)
        assert words_after(row, changed, edit) is None
        assert tokens_after(row, changed, edit) is None

    def test_word_text_keeps_the_text_as_it_is(self):
        (row,) = encode(run_model("bert").loaded, "GOOD Acting!")
        assert [word_text(row, word) for word in range(row.word_count)] == ["GOOD", "Acting", "!"]
