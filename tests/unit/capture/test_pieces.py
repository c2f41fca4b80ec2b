"""Attention larger than a core's cache is reduced in pieces: the same numbers, less memory."""

import numpy as np
import pytest
import torch

from auditkit.capture import observers, pieces
from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.observers import Rollout, ValueRollout
from tests.audited import encode, run_model, twins
from tests.tiny import FAMILIES

TEXTS = (
    "not good",
    "the film was not good , it was a very dull story and the plot was bad !",
    "good",
)
WATCHED = {"heads": HeadStatistics, "rollout": Rollout, "value": ValueRollout}


def observed(family):
    return run_model(family).observe(encode(twins(family).loaded, *TEXTS), WATCHED)


def shrink(monkeypatch, entries):
    monkeypatch.setattr(pieces, "PIECE", entries)
    monkeypatch.setattr(observers, "PIECE", entries)


def differences(family, monkeypatch, entries):
    whole = observed(family)
    shrink(monkeypatch, entries)
    return {
        name: max(
            float(np.nanmax(np.abs(one.seen[name] - other.seen[name])))
            for one, other in zip(observed(family), whole, strict=True)
        )
        for name in WATCHED
    }


@pytest.mark.parametrize("entries", [1, 1000, 3000])
@pytest.mark.parametrize("family", FAMILIES)
def test_pieces_of_any_size_give_the_same_numbers(family, entries, monkeypatch):
    assert max(differences(family, monkeypatch, entries).values()) < 1e-5


def test_a_piece_that_is_forgotten_would_be_seen(monkeypatch):
    right = observers._squared

    def one_key_forgotten(weights, values, projection):
        squared = right(weights, values, projection).clone()
        squared[1] = 0
        return squared

    monkeypatch.setattr(observers, "_squared", one_key_forgotten)
    assert differences("bert", monkeypatch, 1)["value"] > 1e-3


def test_how_many_maps_make_a_piece(monkeypatch):
    shrink(monkeypatch, 100)
    sizes = {tokens: pieces.pieces_of(torch.ones(2, 4, tokens, tokens)) for tokens in (2, 10, 11)}
    assert sizes == {2: 25, 10: 1, 11: 1}


def test_long_texts_are_really_reduced_in_pieces(monkeypatch):
    taken = []
    right = observers._squared
    monkeypatch.setattr(observers, "_squared", lambda *given: taken.append(1) or right(*given))
    observed("bert")
    assert taken == []
    shrink(monkeypatch, 1)
    runner = run_model("bert")
    runner.observe(encode(runner.loaded, *TEXTS), WATCHED)
    assert len(taken) == len(TEXTS) * runner.anatomy.layers
