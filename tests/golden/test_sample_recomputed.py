"""The sample's tables, computed again from its examples by somebody who has only the docs."""

from __future__ import annotations

import copy
import math
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from scipy.special import softmax
from scipy.stats import norm, spearmanr
from sklearn.metrics import f1_score

from tests.reference.plain_evidence import (
    SAMPLE,
    canonical,
    manifest,
    percentiles,
    resamples,
    root_digest,
    sha256,
    table,
    text_fields,
    word_scores,
)

MANIFEST = manifest()
SEED, LABELS = MANIFEST["seed"], MANIFEST["model"]["labels"]
EXAMPLES = table("examples")
SLICES = [None, *sorted({example["slice"] for example in EXAMPLES})]
METRICS = {
    tuple(row[name] for name in ("metric", "slice", "label", "predicted", "first", "second", "bin")): row
    for row in table("metrics")
}  # fmt: skip
EXACT = 1e-9
Example = dict[str, Any]


def metric(name: str, scope: str | None, **about: Any) -> dict[str, Any]:
    parts = [about.get(part) for part in ("label", "predicted", "first", "second", "bin")]
    return METRICS[(name, scope, *parts)]


def within(scope: str | None) -> list[Example]:
    return [example for example in EXAMPLES if scope in (None, example["slice"])]


def stored(row: dict[str, Any]) -> tuple[float, float, float]:
    return row["value"], row["low"], row["high"]


def wilson(hits: int, n: int) -> tuple[float, float, float]:
    """The share and the roots p of |share - p| = z sqrt(p (1 - p) / n)."""
    z2, share = norm.ppf(0.975) ** 2, hits / n
    low, high = np.sort(np.roots([1 + z2 / n, -(2 * share + z2 / n), share**2]).real)
    return share, low, high


def confidences(examples: list[Example]) -> np.ndarray:
    return softmax(np.array([example["logits"] for example in examples], float), axis=1).max(axis=1)


def rightness(examples: list[Example]) -> np.ndarray:
    return np.array([example["label"] == example["predicted"] for example in examples], float)


def test_every_file_has_its_hash_and_the_root_covers_them() -> None:
    found = {path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file()}
    assert found - {"manifest.json"} == set(MANIFEST["files"])
    for name, entry in MANIFEST["files"].items():
        content = (SAMPLE / name).read_bytes()
        assert (sha256(content), len(content)) == (entry["sha256"], entry["bytes"]), name
    assert root_digest(MANIFEST) == MANIFEST["root"]


def test_another_manifest_has_another_root() -> None:
    """Negative control: one digit of one file's hash."""
    changed = copy.deepcopy(MANIFEST)
    entry = changed["files"]["heads.parquet"]
    entry["sha256"] = ("0" if entry["sha256"][0] != "0" else "1") + entry["sha256"][1:]
    assert root_digest(changed) != MANIFEST["root"]


def test_ids_are_hashes_of_the_text() -> None:
    seen: Counter[str] = Counter()
    for example in EXAMPLES:
        content = sha256(canonical(text_fields(example)))[:16]
        seen[content] += 1
        again = f"-{seen[content]}" if seen[content] > 1 else ""
        assert example["id"] == content + again
    assert sha256(canonical({"text": EXAMPLES[0]["text"] + " "}))[:16] != EXAMPLES[0]["id"]


def test_the_rows_have_the_digest_of_the_data() -> None:
    rows = [
        {"id": e["id"], "labels": [e["label"]], **{k: e[k] for k in ("slice", "text", "text_pair")}}
        for e in EXAMPLES
    ]
    lines = "".join(canonical(row) + "\n" for row in rows)
    assert sha256(lines) == MANIFEST["data"]["rows_sha256"]


@pytest.mark.parametrize("scope", SLICES)
def test_shares_are_counts_with_wilsons_interval(scope: str | None) -> None:
    examples = within(scope)
    n, hits = len(examples), int(rightness(examples).sum())
    np.testing.assert_allclose(stored(metric("accuracy", scope)), wilson(hits, n), atol=EXACT)
    for gold in LABELS:
        mine = [example for example in examples if example["label"] == gold]
        share = metric("label_share", scope, label=gold)
        np.testing.assert_allclose(stored(share), wilson(len(mine), n), atol=EXACT)
        for predicted in LABELS:
            count = sum(example["predicted"] == predicted for example in mine)
            row = METRICS.get(("confusion", scope, gold, predicted, None, None, None))
            assert (row["value"], row["n"]) == (count, len(mine)) if row else count == 0


def macro_f1(examples: list[Example]) -> float:
    pairs = [(example["label"], example["predicted"]) for example in examples]
    return float(f1_score(*zip(*pairs, strict=True), average="macro"))


@pytest.mark.parametrize("scope", SLICES)
def test_macro_f1_is_scikit_learns(scope: str | None) -> None:
    assert metric("macro_f1", scope)["value"] == pytest.approx(macro_f1(within(scope)), abs=EXACT)


def calibration_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Guo et al. 2017, equation 3, by a loop over the 15 bins."""
    error = 0.0
    for number in range(15):
        here = (confidence > number / 15) & (confidence <= (number + 1) / 15)
        if here.any():
            error += here.mean() * abs(right[here].mean() - confidence[here].mean())
    return error


@pytest.mark.parametrize("scope", SLICES)
def test_calibration_error_and_its_reflected_interval(scope: str | None) -> None:
    confidence, right = confidences(within(scope)), rightness(within(scope))
    value, low, high = stored(metric("ece", scope))
    assert value == pytest.approx(calibration_error(confidence, right), abs=EXACT)
    picks = resamples(["ece", scope, SEED], len(right))
    least, most = percentiles([calibration_error(confidence[p], right[p]) for p in picks])
    assert high == pytest.approx(min(1, 2 * value - least), abs=EXACT)
    reflected = max(0, 2 * value - most)
    assert low in (0, pytest.approx(reflected, abs=EXACT))
    if reflected > EXACT:
        assert abs(by_chance(confidence, value) - 0.05) < 0.02 or (low == 0) == (
            by_chance(confidence, value) > 0.05
        )


def by_chance(confidence: np.ndarray, error: float) -> float:
    """How often a calibrated model with these confidences shows as large an error."""
    draw = np.random.default_rng(1).random
    right = [(draw(len(confidence)) < confidence).astype(float) for _ in range(500)]
    return float(np.mean([calibration_error(confidence, drawn) >= error for drawn in right]))


@pytest.mark.parametrize("scope", SLICES)
def test_mean_confidence_and_its_bootstrap(scope: str | None) -> None:
    values = confidences(within(scope))
    picks = resamples(["mean_confidence", scope, SEED], len(values))
    expected = (values.mean(), *percentiles(values[picks].mean(axis=1)))
    np.testing.assert_allclose(stored(metric("mean_confidence", scope)), expected, atol=EXACT)


def test_another_seed_has_another_interval() -> None:
    """Negative control: the bounds above are those of the documented draws."""
    values = confidences(EXAMPLES)
    picks = resamples(["mean_confidence", None, SEED + 1], len(values))
    row = metric("mean_confidence", None)
    bounds = percentiles(values[picks].mean(axis=1))
    assert not np.allclose(bounds, (row["low"], row["high"]), atol=EXACT)


def agreement(one: np.ndarray, two: np.ndarray) -> tuple[float, float, float]:
    """Rank correlation, shared top words and equal signs among them; NaN where undefined."""
    k = min(5, len(one))
    tops = [
        set(sorted(range(len(x)), key=lambda word, x=x: (-abs(x[word]), word))[:k])
        for x in (one, two)
    ]
    both = sorted(tops[0] & tops[1])
    flat = len(one) < 3 or min(np.ptp(one), np.ptp(two)) == 0
    rank = math.nan if flat else float(spearmanr(one, two).statistic)
    signs = float((np.sign(one[both]) == np.sign(two[both])).mean()) if both else math.nan
    return rank, len(both) / k, signs


def pairs() -> Iterator[tuple[dict[str, Any], np.ndarray, np.ndarray]]:
    """Stored agreement, and the word scores of the two methods, of every fifth explained example."""
    scores: dict[str, dict[str, np.ndarray]] = {}
    by_id = {example["id"]: example for example in EXAMPLES}
    for row in table("attributions"):
        words = word_scores(by_id[row["example_id"]], row)
        scores.setdefault(row["example_id"], {})[row["method"]] = words
    explained = [example["id"] for example in EXAMPLES if example["explained"]]
    assert set(scores) == set(explained) < set(by_id)
    kept = set(explained[::5])
    rows = [row for row in table("agreement") if row["example_id"] in kept]
    methods = sorted(next(iter(scores.values())))
    assert len(rows) == len(kept) * len(list(combinations(methods, 2)))
    for row in rows:
        yield row, *(scores[row["example_id"]][row[side]] for side in ("first", "second"))


def test_agreement_is_scipys_rank_correlation_and_plain_counts() -> None:
    for row, one, two in pairs():
        found = [row[name] for name in ("spearman", "top_k_overlap", "sign_agreement")]
        values = [math.nan if value is None else value for value in found]
        np.testing.assert_allclose(values, agreement(one, two), atol=EXACT)
        assert row["k"] == min(5, len(one))


def test_the_ranking_is_of_signed_scores() -> None:
    """Negative control: without the signs most correlations would be others."""
    moved = [
        abs(row["spearman"] - agreement(abs(one), abs(two))[0]) > 0.01
        for row, one, two in pairs()
        if row["spearman"] is not None
    ]
    assert np.mean(moved) > 0.5


def test_residuals_are_what_the_scores_leave_of_the_margin() -> None:
    margins = {example["id"]: example["margin"] for example in EXAMPLES}
    complete = {"shap", "integrated_gradients", "ledger", "frozen_ledger"}
    for row in table("attributions"):
        if row["method"] not in complete:
            assert row["residual"] is None
            continue
        left = margins[row["example_id"]] - row["base"] - math.fsum(row["scores"])
        assert row["residual"] == pytest.approx(left, abs=EXACT)


def test_random_scores_are_those_of_the_documented_seed() -> None:
    rows = [row for row in table("attributions") if row["method"] == "random"]
    for row in rows:
        key = canonical([row["example_id"], "random", SEED])
        assert row["seed"] == int(sha256(key)[:16], 16) >> 1
        drawn = np.random.default_rng(row["seed"]).standard_normal(len(row["scores"]))
        np.testing.assert_allclose(row["scores"], drawn, atol=1e-6)
    assert len({row["seed"] for row in rows}) == len(rows)


def longest(links: list[dict[str, Any]], example: Example) -> int:
    """Messages between different positions on the longest way from a word to what is read."""

    def ways(position: int, layer: int, messages: int) -> Iterator[int]:
        if position in example["read"]:
            yield messages
        for link in links:
            if link["key"] == position and link["layer"] > layer:
                moved = link["query"] != position
                yield from ways(link["query"], link["layer"], messages + moved)

    begins = [at for at, word in enumerate(example["words"]) if word >= 0]
    return max((way for at in begins for way in ways(at, -1, 0)), default=0)


def test_depth_is_that_of_links_with_their_effect_as_predicted() -> None:
    by_id = {example["id"]: example for example in EXAMPLES}
    chains = [row for row in table("chains") if row["weights"] == "model"]
    links = [row for row in table("links") if row["weights"] == "model"]
    of_all = []
    for chain in chains:
        own = [link for link in links if link["example_id"] == chain["example_id"]]
        shown = [link for link in own if link["verdict"] == "confirmed"]
        example = by_id[chain["example_id"]]
        assert chain["depth"] == longest(shown, example)
        of_all.append(longest(own, example))
    assert len(chains) >= 30
    assert of_all != [chain["depth"] for chain in chains]  # negative control: tests change depths
