"""The layers of an example and what changes of its words did, as the card shows them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from chain_card import altered, card_of, plain, rows_of, written

from auditkit.render import edits_part, heat, layers_plot
from auditkit.render.chain_blocks import EditsPart, LayersPart
from auditkit.render.numbers import shown


@pytest.fixture
def audit(tmp_path: Path) -> tuple[Path, str]:
    folder, _ = written(tmp_path / "audit")
    return folder, str(rows_of(folder, "pokes")[0]["example_id"])


def layers_of(folder: Path, name: str) -> LayersPart:
    part = card_of(folder, name).layers
    assert part is not None
    return part


def edits_of(folder: Path, name: str) -> EditsPart:
    part = card_of(folder, name).edits
    assert part is not None
    return part


def test_the_lens_is_drawn_from_the_input_at_the_bottom_to_the_last_layer(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    altered(folder, "chains", {"lens": [-1.0, 0.0, 1.0, 3.0]}, example_id=name)
    drawn = layers_plot.view(layers_of(folder, name))
    xs, ys = zip(*drawn.dots, strict=True)
    assert list(xs) == sorted(xs)
    assert list(ys) == sorted(ys, reverse=True)
    assert drawn.zero == xs[1]
    assert drawn.names == ("input", "after 0", "after 1", "after 2")
    assert (xs[2] - xs[1]) * 2 == pytest.approx(xs[3] - xs[2], abs=0.2)


def test_the_strip_colours_every_token_at_every_cut(audit: tuple[Path, str]) -> None:
    folder, name = audit
    ledger = next(row for row in rows_of(folder, "ledger") if row["example_id"] == name)
    tokens = len(ledger["cuts"]) // 4
    cuts = np.zeros((4, tokens), np.float32)
    cuts[0, 1], cuts[3, 0] = 2.0, -2.0
    altered(folder, "ledger", {"cuts": cuts.ravel().tolist()}, example_id=name, method="ledger")
    drawn = layers_plot.view(layers_of(folder, name))
    assert drawn.strip is not None
    assert dict(drawn.strip.paths) == {"n8": "m0 0h1v1h-1", "p8": "m1 3h1v1h-1"}
    full, cited = drawn.strip.full, layers_of(folder, name).evidence
    assert shown(full, full.value) == "2.000"
    assert full.evidence == f"{cited}/1"
    assert drawn.cells[1][1] == ("+2.000", "0.000", "0.000", "0.000")


def test_the_frozen_ledger_stands_in_and_without_any_only_the_lens_is_drawn(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    evidence = layers_of(folder, name).evidence
    altered(folder, "ledger", {"target": "nothing"}, example_id=name, method="ledger")
    assert layers_of(folder, name).evidence not in ("", evidence)
    altered(folder, "ledger", {"target": "nothing"}, example_id=name)
    part = layers_of(folder, name)
    assert (part.cuts, part.evidence) == (None, "")
    assert layers_plot.view(part).strip is None


def test_the_base_of_the_frozen_ledger_is_listed_account_by_account(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    row = next(
        row
        for row in rows_of(folder, "ledger")
        if (row["example_id"], row["method"]) == (name, "frozen_ledger")
    )
    table = card_of(folder, name).accounts
    assert table is not None
    named = [plain(cells[0]) for cells in table.rows]
    assert named[:2] == ["Added before layer 0", "Biases of layer 0"]
    assert named[4] == "Biases after the last layer"
    assert named[5] == "Position and type of [CLS]"
    values = [cells[1][0].value for cells in table.rows]
    assert values == [*row["biases"], *row["positions"]]


def test_a_change_shows_its_answer_where_it_is_another(audit: tuple[Path, str]) -> None:
    folder, name = audit
    example = next(row for row in rows_of(folder, "examples") if row["id"] == name)
    for answer, told in ((example["predicted"], None), ("negative or so", "negative or so")):
        altered(folder, "pokes", {"predicted": answer}, example_id=name, kind="mask", word=0)
        made = edits_of(folder, name).edits[0][0]
        assert made is not None
        assert made.answer == told


def test_colours_share_one_scale_and_a_word_that_is_gone_has_none(
    audit: tuple[Path, str],
) -> None:
    folder, name = audit
    words = len(edits_of(folder, name).words)
    sheet = [4.0, *[0.0] * (words - 1)]
    altered(folder, "pokes", {"relevance": [0.0] * words}, example_id=name)
    altered(folder, "pokes", {"relevance": sheet}, example_id=name, kind="mask", word=0)
    gone = [math.nan, *[2.0] * (words - 1)]
    altered(folder, "pokes", {"relevance": gone}, example_id=name, kind="delete", word=0)
    drawn = edits_part.view(edits_of(folder, name))
    mask, delete, _ = drawn.rows[0][1]
    assert mask is not None
    assert delete is not None
    assert mask.codes == heat.code(8, signed=True) + heat.code(0, signed=True) * (words - 1)
    assert delete.codes == "-" + heat.code(4, signed=True) * (words - 1)
    assert drawn.full == "4.000"


def test_examples_without_changes_have_no_such_part(audit: tuple[Path, str]) -> None:
    folder, name = audit
    altered(folder, "pokes", {"example_id": "0" * 16}, example_id=name)
    assert card_of(folder, name).edits is None


def test_silenced_heads_are_a_table_of_their_own(audit: tuple[Path, str]) -> None:
    folder, name = audit
    table = edits_of(folder, name).silenced
    assert table is not None
    assert [plain(row[0]) for row in table.rows] == ["2.0", "2.1"]
    altered(folder, "pokes", {"margin": None, "predicted": None}, example_id=name, kind="silence")
    table = edits_of(folder, name).silenced
    assert table is not None
    assert {plain(row[2]) for row in table.rows} == {"no answer"}
