"""Queries, keys, their factor and the norms of messages, held against the attention they make."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from scipy.special import softmax

from auditkit.capture.details import Queries
from auditkit.capture.read_states import states_read
from auditkit.explain.details import WATCHED
from tests.audited import encode, run_model, twins

TEXTS = ("the film was not very good", "unhappy acting , bad plot", "good")
CASES = [("bert", {}), ("llama", {}), ("gpt2", {}), ("modernbert", {})]
NAMES = [family for family, _ in CASES]


def watched(family: str) -> list[tuple[int, dict[str, np.ndarray]]]:
    """Tokens and tensors of every text, from one padded batch."""
    runner = run_model(family)
    rows = encode(runner.loaded, *TEXTS)
    seen = runner.observe(rows, WATCHED)
    return [(len(row.tokens), one.seen) for row, one in zip(rows, seen, strict=True)]


def recomputed(kept: dict[str, np.ndarray], *, causal: bool) -> np.ndarray:
    """Attention by the formula alone."""
    queries, keys = (kept[name].astype(np.float64) for name in ("queries", "keys"))
    groups = queries.shape[1] // keys.shape[1]
    scores = queries @ np.repeat(keys, groups, axis=1).swapaxes(-1, -2)
    scores *= kept["scaling"][:, None, None, None]
    if causal:
        scores = np.where(np.tri(scores.shape[-1], dtype=bool), scores, -np.inf)
    return softmax(scores, axis=-1)


def gap(kept: dict[str, np.ndarray], *, causal: bool) -> float:
    return float(np.abs(recomputed(kept, causal=causal) - kept["attention"]).max())


@pytest.mark.parametrize("family", ["bert", "llama", "gpt2"])
class TestQueriesAndKeys:
    def test_attention_is_made_of_them(self, family) -> None:
        causal = family != "bert"
        for tokens, kept in watched(family):
            assert kept["queries"].shape == (2, 4, tokens, 4)
            assert kept["keys"].shape == (2, 2 if family == "llama" else 4, tokens, 4)
            assert (kept["queries"].dtype, kept["scaling"].dtype) == (np.float16, np.float32)
            assert gap(kept, causal=causal) < 5e-3

    @pytest.mark.parametrize("name", ["queries", "keys"])
    def test_negative_control_others_make_other_attention(self, family, name) -> None:
        _, kept = watched(family)[0]
        turned = {**kept, name: kept[name][:, ::-1]}
        assert gap(turned, causal=family != "bert") > 0.1
        unscaled = {**kept, "scaling": 2 * kept["scaling"]}
        assert gap(unscaled, causal=family != "bert") > 0.05


def test_negative_control_llamas_mask_and_rotation_count() -> None:
    _, kept = watched("llama")[0]
    assert gap(kept, causal=False) > 0.1
    model = twins("llama").eager
    row = encode(run_model("llama").loaded, TEXTS[0])[0]
    with torch.no_grad():
        layer = model.model.layers[0]
        state = layer.input_layernorm(model.get_input_embeddings()(torch.tensor(row.ids)))
        plain = layer.self_attn.q_proj(state).reshape(-1, 4, 4).transpose(0, 1).numpy()
    np.testing.assert_allclose(kept["queries"][0, :, 0], plain[:, 0], atol=2e-2)
    assert np.abs(kept["queries"][0, :, 3] - plain[:, 3]).max() > 0.1


class TestValueNorms:
    def test_bert_by_its_own_matrices(self) -> None:
        """Of layer 0: ||W_O^h W_V^h h_j||, from the weights as they lie in the model."""
        bert = twins("bert").eager.bert
        attention = bert.encoder.layer[0].attention
        value, output = attention.self.value.weight, attention.output.dense.weight
        runner = run_model("bert")
        for row, (_, kept) in zip(encode(runner.loaded, *TEXTS), watched("bert"), strict=True):
            with torch.no_grad():
                state = bert.embeddings(torch.tensor(row.ids)[None])[0]
                for head in range(4):
                    own = slice(4 * head, 4 * head + 4)
                    wanted = (state @ value[own].T @ output[:, own].T).norm(dim=-1)
                    np.testing.assert_allclose(kept["value_norms"][0, head], wanted, rtol=1e-4)
                biased = (state @ value[:4].T + attention.self.value.bias[:4]) @ output[:, :4].T
            assert np.abs(kept["value_norms"][0, 0] - biased.norm(dim=-1).numpy()).max() > 0.01

    def test_grouped_values_are_those_of_every_head(self) -> None:
        model = twins("llama").eager.model
        layer = model.layers[0]
        value, output = layer.self_attn.v_proj.weight, layer.self_attn.o_proj.weight
        row = encode(run_model("llama").loaded, TEXTS[0])[0]
        _, kept = watched("llama")[0]
        with torch.no_grad():
            state = layer.input_layernorm(model.embed_tokens(torch.tensor(row.ids)))
            for head in range(4):
                group = slice(4 * (head // 2), 4 * (head // 2) + 4)
                own = slice(4 * head, 4 * head + 4)
                wanted = (state @ value[group].T @ output[:, own].T).norm(dim=-1)
                np.testing.assert_allclose(kept["value_norms"][0, head], wanted, rtol=1e-4)


@pytest.mark.parametrize("family", NAMES)
def test_padding_changes_nothing(family) -> None:
    alone = [
        run_model(family).observe([row], WATCHED)[0].seen
        for row in encode(run_model(family).loaded, *TEXTS)
    ]
    for (_, together), one in zip(watched(family), alone, strict=True):
        for name, tensor in one.items():
            assert together[name].shape == tensor.shape
            np.testing.assert_allclose(together[name], tensor, rtol=0, atol=5e-3, err_msg=name)


def test_where_layers_differ_nothing_is_kept() -> None:
    rows = SimpleNamespace(rows=[None])
    runner = SimpleNamespace(device=torch.device("cpu"))
    for widths, size in (((4, 4), 48), ((4, 8), 0)):
        observer = Queries(rows, runner)
        for width in widths:
            observer.record(SimpleNamespace(query=torch.ones(1, 2, 3, width)))
        assert observer.trimmed(observer.result().numpy()[0], 3).size == size


class TestStatesRead:
    @pytest.mark.parametrize("family", NAMES)
    def test_they_are_transformers_hidden_states(self, family) -> None:
        """But for the last cut of models that give it with their final norm."""
        runner = run_model(family)
        rows = encode(runner.loaded, *TEXTS)
        for row, found in zip(rows, states_read(runner, rows), strict=True):
            with torch.no_grad():
                answer = twins(family).eager.base_model(
                    torch.tensor(row.ids)[None], output_hidden_states=True
                )
            states = np.stack([state[0].numpy() for state in answer.hidden_states])
            read = {
                "first": lambda state: state[:, 0],
                "last": lambda state: state[:, -1],
                "mean": lambda state: state.mean(1),
            }[runner.anatomy.reads](states)
            same = len(read) if family == "bert" else len(read) - 1
            assert found.shape == read.shape
            np.testing.assert_allclose(found[:same], read[:same], rtol=0, atol=1e-4)

    def test_each_reads_elsewhere(self) -> None:
        assert {run_model(family).anatomy.reads for family in NAMES} == {"first", "last", "mean"}
