"""Models whose attention cannot be captured, audited in part: what is left is what the plain model says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers as hf

import auditkit as package
from auditkit.capture.classifier import UnknownReading
from auditkit.config import AuditConfig
from tests.e2e.test_architectures import WIDE, Odd, plain_margins, saved
from tests.reference.path_integrals import integrated_gradients
from tests.reference.shapley_by_permutations import shapley_by_permutations
from tests.tiny import SHAPE
from tests.tiny_audits import auditkit, labelled_data, manifest, model_folder, table

pytestmark = pytest.mark.slow
ROLLOUTS = {"attention_rollout", "value_rollout", "uniform_rollout"}
PARTS = ROLLOUTS | {"chains", "head_statistics", "attention_maps", "projection"}
BOTH = {"ledger", "frozen_ledger"}
OWN = "its attention does not go through transformers' AttentionInterface"
MODELS: dict[str, tuple[Odd, set[str], str]] = {
    "mpnet": (Odd("MPNet", {**SHAPE, "max_position_embeddings": 66}, pad_id=1), set(), OWN),
    "deberta": (Odd("Deberta", {**SHAPE, "relative_attention": True, "pos_att_type": ["c2p", "p2c"],
                                "pooler_hidden_size": 16}), set(), OWN),
    "deberta-v2": (Odd("DebertaV2", {**SHAPE, "relative_attention": True, "pos_att_type": ["c2p", "p2c"],
                                     "position_biased_input": False, "pooler_hidden_size": 16}), set(), OWN),
    "bloom": (Odd("Bloom", {"hidden_size": 16, "n_layer": 2, "n_head": 4}), set(), OWN),
    "gpt-neo": (Odd("GPTNeo", {"hidden_size": 16, "num_layers": 2, "num_heads": 4, "intermediate_size": 24,
                               "attention_types": [[["global", "local"], 1]], "window_size": 4}), set(), OWN),
    "falcon": (Odd("Falcon", {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 4,
                              "ffn_hidden_size": 24}), BOTH, OWN),
    "roformer": (Odd("RoFormer", {**SHAPE, "embedding_size": 16}), set(), OWN),
    "longformer": (Odd("Longformer", {**SHAPE, "attention_window": 4, "max_position_embeddings": 70}), BOTH, OWN),
    "diffllama": (Odd("DiffLlama", WIDE), set(), "it calls 2 layers, in which attention runs 4 times"),
    "jamba": (Odd("Jamba", {**WIDE, "attn_layer_period": 2, "attn_layer_offset": 1, "num_experts": 2,
                            "use_mamba_kernels": False, "mamba_dt_rank": 4, "mamba_d_state": 4}), BOTH,
              "it calls 2 layers, in which attention runs 1 times"),
}  # fmt: skip
Ask = Callable[[np.ndarray], np.ndarray]


@pytest.mark.parametrize("name", MODELS)
def test_what_is_left_is_what_the_plain_model_says(name: str, tmp_path: Path) -> None:
    odd, more, why = MODELS[name]
    model, audit = saved(tmp_path / "model", odd), tmp_path / "audit"
    config = AuditConfig(model=str(model), data=labelled_data(4), workers=1, detailed=1, chains=2)
    package.measure(config, audit)
    package.publish(audit, pdf=False)
    assert not package.verify(audit).problems
    record = manifest(audit)
    left_out = {one["method"]: one["reason"] for one in record["left_out"]}
    assert set(left_out) == PARTS | more
    assert all(why in left_out[part] for part in PARTS)
    assert record["counts"]["left_out"] == len(left_out)
    assert record["model"]["layers"] == record["model"]["heads"] == 0
    for name_of_table in ("heads", "head_examples", "chains", "links", "projection"):
        assert table(audit, name_of_table).num_rows == 0
    check_numbers(model, audit)


def check_numbers(model: Path, audit: Path) -> None:
    """Logits, Shapley values, occlusion and integrated gradients, each by a plain loop over plain passes."""
    plain = hf.AutoModelForSequenceClassification.from_pretrained(model).eval()
    tokenizer = hf.AutoTokenizer.from_pretrained(model)
    scores = {
        (row["example_id"], row["method"]): row for row in table(audit, "attributions").to_pylist()
    }
    moved = 0.0
    for row, ids, ask in plain_margins(model, audit):
        logits, words = ask(ids), np.array(row["words"])
        allowed = 1e-5 * max(1, np.abs(logits).max())
        np.testing.assert_allclose(row["logits"], logits, atol=allowed)
        value = game_of(ask, ids, words, tokenizer.mask_token_id, np.array(row["logits"]))
        count = words.max() + 1
        everyone = frozenset(range(count))
        found = {
            method: np.array(scores[row["id"], method]["scores"])
            for method in ("shap", "occlusion", "integrated_gradients")
        }
        by_word = {
            method: [one[words == word].sum() for word in range(count)]
            for method, one in found.items()
        }
        falls = [value(everyone) - value(everyone - {word}) for word in range(count)]
        np.testing.assert_allclose(by_word["occlusion"], falls, atol=10 * allowed)
        moved = max(moved, *map(abs, falls))
        shares = shapley_by_permutations(count, value)
        np.testing.assert_allclose(by_word["shap"], shares, atol=10 * allowed)
        nodes = scores[row["id"], "integrated_gradients"]["nodes"]
        sums = gradients_of(
            plain, ids, words, tokenizer.mask_token_id, np.array(row["logits"]), nodes
        )
        largest = max(1, np.abs(sums).max())
        np.testing.assert_allclose(found["integrated_gradients"], sums, atol=1e-4 * largest)
    assert moved > 3e-3


def game_of(ask: Ask, ids: Any, words: Any, blank: int, logits: Any) -> Callable[[Any], float]:
    """What the decision is with some words kept and the blank's id written over the others."""
    known: dict[frozenset[int], float] = {}
    first, second = np.argsort(-logits, kind="stable")[:2]

    def value(kept: frozenset[int]) -> float:
        if kept not in known:
            stays = (words < 0) | np.isin(words, list(kept))
            answer = ask(np.where(stays, ids, blank))
            known[kept] = answer[first] - answer[second]
        return known[kept]

    return value


def gradients_of(
    plain: Any, ids: Any, words: Any, blank: int, logits: Any, nodes: int
) -> np.ndarray:
    """Integrated gradients of the plain model, whose embeddings are replaced by a hook."""
    table_of_words = plain.get_input_embeddings()
    first, second = np.argsort(-logits, kind="stable")[:2]
    inputs = {
        "input_ids": torch.tensor(ids)[None],
        "attention_mask": torch.ones(1, len(ids)).long(),
    }

    def score(states: torch.Tensor) -> torch.Tensor:
        def replaced(_module: Any, read: Any, output: torch.Tensor) -> torch.Tensor:
            return torch.cat([states[None], output[:, len(states) :]], 1)

        hook = table_of_words.register_forward_hook(replaced)
        try:
            answer = plain(**inputs).logits[0]
        finally:
            hook.remove()
        return answer[first] - answer[second]

    point = table_of_words.weight[torch.tensor(ids)].detach()
    reference = torch.where(
        torch.tensor(words)[:, None] < 0, point, table_of_words.weight[blank].detach()
    )
    return integrated_gradients(score, point, reference, nodes)


def test_an_audit_in_part_is_planned_printed_explained_and_replayed(tmp_path: Path) -> None:
    model, audit = saved(tmp_path / "model", MODELS["deberta"][0]), tmp_path / "audit"
    arguments = ("--model", model, "--data", labelled_data(4), "--workers", "1", "--detailed", "1",
                 "--chains", "1", "--methods", "ledger,shap,attention_rollout")  # fmt: skip
    done = auditkit("run", *arguments, "--out", audit)
    assert done.code == 0, done.err
    for part in ("attention_rollout", "chains", "head_statistics", "attention_maps", "projection"):
        assert f"left out: {part}: {OWN}." in " ".join(done.err.split())
    assert manifest(audit)["methods"] == ["ledger", "shap"]
    assert (audit / "report.pdf").stat().st_size > 0
    page = (audit / "report.html").read_text("utf-8")
    for said in (
        "Left out, with the reason",
        "Parts of the audit left out because the model cannot serve them: ",
        f"routes were left out: {OWN.replace(chr(39), '&#39;')}",
        "not captured",
    ):
        assert said in page
    for absent in (
        'id="heads"',
        'id="methods-heads"',
        "with attention:",
        "keeps the weights of every head",
    ):
        assert absent not in page
    planned = auditkit("plan", *arguments)
    assert planned.code == 0, planned.err
    assert f"left out: head_statistics: {OWN}" in " ".join(planned.out.split())
    replayed = auditkit("verify", audit, "--replay", "2", "--model", model)
    assert replayed.code == 0, replayed.out
    explained = auditkit(
        "explain", "the film was good", "--model", model, "--out", tmp_path / "one"
    )
    assert explained.code == 0, explained.err
    assert not package.verify(tmp_path / "one").problems


def test_long_texts_are_planned_without_heads(tmp_path: Path) -> None:
    model = saved(tmp_path / "model", MODELS["bloom"][0])
    data = tmp_path / "long.csv"
    data.write_text("text\n" + "the film was good " * 15 + "\n", "utf-8")
    planned = auditkit("plan", "--model", model, "--data", data, "--workers", "1")
    assert planned.code == 0, planned.err


def test_unknown_read_positions_leave_the_scene(tmp_path: Path, monkeypatch: Any) -> None:
    def unknown(*_given: Any) -> Any:
        raise UnknownReading("the classifier reads the positions [1] of 17")

    monkeypatch.setattr("auditkit.capture.anatomy.find_reading", unknown)
    audit = tmp_path / "audit"
    config = AuditConfig(
        model=str(model_folder()), data=labelled_data(4), workers=1, detailed=1, chains=2
    )
    package.measure(config, audit)
    package.publish(audit, pdf=False)
    assert not package.verify(audit).problems
    record = manifest(audit)
    left_out = {one["method"]: one["reason"] for one in record["left_out"]}
    assert set(left_out) == ROLLOUTS | {"chains", "projection"}
    assert set(left_out.values()) == {"the classifier reads the positions [1] of 17"}
    assert record["model"]["reads"] is None
    assert table(audit, "examples")["read"].null_count == 4
    assert table(audit, "heads").num_rows > 0
    page = (audit / "report.html").read_text("utf-8")
    assert "Shown in detail, with attention" in page
    assert "it was left out: the classifier reads the positions [1] of 17" in page
