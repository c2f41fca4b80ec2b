"""The read position: found once by running the model, and the same for everybody who asks."""

import numpy as np
import pytest
import torch

from auditkit.capture.anatomy import examine
from auditkit.capture.observers import read_rows
from auditkit.capture.reading import Reading
from auditkit.explain.base import Plan
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.shard import explain_shard
from auditkit.explain.tables import shard_tables
from auditkit.records import Example
from tests.audited import ADAPTER, encode, fresh_twins, run_model, twins
from tests.tiny import DECODERS, FAMILIES

TEXTS = ("the film was not good", "good", "a dull story [PAD]", "[PAD] a [PAD] day [PAD] [PAD]")
"""The last two end with the token that pads."""


def by_gradient(model, ids):
    """Positions whose last hidden state moves the logits of one text, by autograd on the eager model."""
    kept = []

    def keep(_module, _inputs, output):
        state = output.last_hidden_state
        state.retain_grad()
        kept.append(state)

    embeddings = model.get_input_embeddings()
    hooks = [
        model.base_model.register_forward_hook(keep),
        embeddings.register_forward_hook(lambda *call: call[-1].detach().requires_grad_()),
    ]
    answer = model(input_ids=torch.tensor(ids)[None], attention_mask=torch.ones(1, len(ids)))
    answer.logits.square().sum().backward()
    for hook in hooks:
        hook.remove()
    return torch.nonzero((kept[0].grad[0] != 0).any(-1))[:, 0].tolist()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("family", FAMILIES)
def test_it_is_where_the_gradient_is(family, text):
    (row,) = encode(twins(family).loaded, text)
    reading = run_model(family).anatomy.reading
    assert reading.positions(row.ids).tolist() == by_gradient(twins(family).eager, row.ids)


@pytest.mark.parametrize("family", sorted(DECODERS))
def test_a_decoder_passes_over_padding_tokens_at_the_end(family):
    """Negative control: the last position is not what is read."""
    (row,) = encode(twins(family).loaded, TEXTS[2])
    assert run_model(family).anatomy.reading == Reading("last", skipped=0)
    assert run_model(family).anatomy.reading.positions(row.ids).tolist() == [len(row.ids) - 2]


@pytest.mark.parametrize("family", sorted(DECODERS))
def test_without_a_padding_token_every_token_counts(family):
    pair = fresh_twins(family, pad=False)
    assert examine(pair.loaded.model, pair.tokenizer).reading == Reading("last")


def test_positions_and_weights_by_hand():
    ids = np.array([7, 0, 5, 0])
    assert Reading("first").positions(ids).tolist() == [0]
    assert Reading("last").positions(ids).tolist() == [3]
    assert Reading("last", skipped=0).positions(ids).tolist() == [2]
    assert Reading("last", skipped=0).positions(np.zeros(3, int)).tolist() == [0]
    assert Reading("mean").positions(ids).tolist() == [0, 1, 2, 3]
    assert Reading("mean").weights(ids).tolist() == [0.25] * 4
    assert Reading("last", skipped=0).weights(ids).tolist() == [0, 0, 1, 0]
    assert Reading("first").positions(ids[:0]).tolist() == []
    assert Reading("first").weights(ids[:0]).tolist() == []


@pytest.mark.parametrize("family", FAMILIES)
def test_everybody_reads_the_same(family):
    """Rollouts, the evidence and the growth of chains ask the one derivation."""
    runner = run_model(family)
    rows = encode(twins(family).loaded, *TEXTS)
    weights = read_rows(runner.passes.batch(rows), runner)
    examples = [Example(f"{at:016x}", at, text) for at, text in enumerate(TEXTS)]
    results = explain_shard(runner, ADAPTER, Plan(("random",), None, 0), examples)
    column = shard_tables(results, runner.loaded.problem)["examples.parquet"]["read"].to_pylist()
    for row, weight, read in zip(rows, weights, column, strict=True):
        expected = by_gradient(twins(family).eager, row.ids)
        assert read == np.flatnonzero(weight).tolist() == expected


def test_a_chain_ends_where_the_classifier_reads():
    from auditkit.explain.chains.references import replacements_from
    from auditkit.explain.chains.trial import grown_links
    from tests.audited import cases_of

    runner = run_model("gpt2")
    cases = cases_of(runner, *TEXTS[2:])
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    lines = Thresholds(links=12, change=0, ratio=2, sufficiency=0.5, necessity=0.5)
    for case, links in zip(cases, grown_links(runner, cases, replacements, lines), strict=True):
        read = by_gradient(twins("gpt2").eager, case.encoded.ids)
        last = max(link.layer for link in links)
        assert {link.query for link in links if link.layer == last} == set(read)


def test_a_text_without_tokens_has_no_read_position():
    examples = [Example("0" * 16, 0, "")]
    runner = run_model("gpt2")
    results = explain_shard(runner, ADAPTER, Plan(("random",), None, 0), examples)
    table = shard_tables(results, runner.loaded.problem)["examples.parquet"]
    assert table["read"].to_pylist() == [None]
