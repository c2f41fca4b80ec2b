"""Columns of every evidence table: one place that writer, reader and `docs/format.md` share.

A column's ``doc`` metadata is its documentation; the reference page is generated from it.
"""

from __future__ import annotations

import pyarrow as pa

FORMAT_VERSION = 1

LIST_F32 = pa.list_(pa.float32())
LIST_I32 = pa.list_(pa.int32())
LIST_STR = pa.list_(pa.string())


def _column(name: str, kind: pa.DataType, doc: str, *, nullable: bool = False) -> pa.Field:
    return pa.field(name, kind, nullable=nullable, metadata={"doc": doc})


EXAMPLES = pa.schema(
    [
        _column("id", pa.string(), "content hash of the text fields, `-2`, `-3` for repetitions"),
        _column("row", pa.int64(), "row of the data file, from 0"),
        _column("text", pa.string(), "the text as it stands in the data"),
        _column("text_pair", pa.string(), "the second text of a pair", nullable=True),
        _column(
            "label",
            pa.string(),
            "gold label in the model's spelling; a JSON array of labels for multi-label models",
            nullable=True,
        ),
        _column("slice", pa.string(), "slice of the evaluation set", nullable=True),
        _column("token_ids", LIST_I32, "vocabulary ids the model read, special tokens included"),
        _column("tokens", LIST_STR, "the tokenizer's spelling of each id"),
        _column("starts", LIST_I32, "first code point of each token in its own field"),
        _column("stops", LIST_I32, "one past the last code point of each token in its own field"),
        _column("segments", pa.list_(pa.int8()), "0 text, 1 text_pair, -1 special token"),
        _column("words", LIST_I32, "word of each token, from 0; -1 special token"),
        _column("kinds", LIST_STR, "`text` or `special`"),
        _column("logits", LIST_F32, "the model's logits; null if it was not run", nullable=True),
        _column(
            "predicted",
            pa.string(),
            "predicted label; a JSON array for multi-label models",
            nullable=True,
        ),
        _column("foil", pa.string(), "label the margin is taken against", nullable=True),
        _column("margin", pa.float64(), "target of the predicted class", nullable=True),
        _column("flags", LIST_STR, "what an auditor must know, see the list of flags"),
    ]
)

ATTRIBUTIONS = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("method", pa.string(), "attribution method"),
        _column("target", pa.string(), "label that positive scores support"),
        _column("scores", LIST_F32, "one signed score per token, special tokens included"),
        _column("error", LIST_F32, "standard error per token (shap)", nullable=True),
        _column("base", pa.float64(), "target at the method's reference input", nullable=True),
        _column("residual", pa.float64(), "margin - base - sum of scores", nullable=True),
        _column("nodes", pa.int32(), "quadrature nodes of the stored try", nullable=True),
        _column("evaluations", pa.int64(), "rows the model evaluated, all tries together"),
        _column("seed", pa.int64(), "seed of the draws; null when nothing is drawn", nullable=True),
    ]
)

HEAD_EXAMPLES = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("statistic", pa.string(), "head statistic"),
        _column("values", LIST_F32, "one value per head, layer by layer; NaN where undefined"),
    ]
)

HEADS = pa.schema(
    [
        _column("layer", pa.int32(), "layer, from 0"),
        _column("head", pa.int32(), "head, from 0"),
        _column("statistic", pa.string(), "head statistic"),
        _column("value", pa.float64(), "mean over examples of the example's mean", nullable=True),
        _column("low", pa.float64(), "2.5 % bound over bootstrap resamples", nullable=True),
        _column("high", pa.float64(), "97.5 % bound over bootstrap resamples", nullable=True),
        _column("n", pa.int64(), "examples in which the statistic is defined"),
    ]
)

METRICS = pa.schema(
    [
        _column("metric", pa.string(), "name of the metric"),
        _column("slice", pa.string(), "slice; null for the whole set", nullable=True),
        _column("label", pa.string(), "gold label, or class the row is about", nullable=True),
        _column("predicted", pa.string(), "predicted label (confusion)", nullable=True),
        _column("first", pa.string(), "first method (agreement)", nullable=True),
        _column("second", pa.string(), "second method (agreement)", nullable=True),
        _column("bin", pa.int32(), "bin of the reliability curve, from 0", nullable=True),
        _column("value", pa.float64(), "the estimate", nullable=True),
        _column("low", pa.float64(), "lower bound, 95 %", nullable=True),
        _column("high", pa.float64(), "upper bound, 95 %", nullable=True),
        _column("n", pa.int64(), "observations behind the row"),
        _column("interval", pa.string(), "`wilson`, `newcombe`, `bootstrap` or `none`"),
        _column("direction", pa.string(), "`higher`, `lower` is better, or `none`"),
    ]
)

AGREEMENT = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("target", pa.string(), "label that positive scores support"),
        _column("first", pa.string(), "first method"),
        _column("second", pa.string(), "second method"),
        _column("spearman", pa.float64(), "rank correlation of word scores", nullable=True),
        _column("top_k_overlap", pa.float64(), "shared share of the top k words", nullable=True),
        _column("sign_agreement", pa.float64(), "share of equal signs among them", nullable=True),
        _column("k", pa.int32(), "min(5, words)"),
    ]
)

FINDINGS = pa.schema(
    [
        _column("kind", pa.string(), "what was found, see the list of findings"),
        _column("severity", pa.string(), "`high`, `medium`, `low` or `info`"),
        _column("slice", pa.string(), "slice it is about", nullable=True),
        _column("label", pa.string(), "label or method it is about", nullable=True),
        _column("value", pa.float64(), "the number", nullable=True),
        _column("low", pa.float64(), "lower bound, 95 %", nullable=True),
        _column("high", pa.float64(), "upper bound, 95 %", nullable=True),
        _column("reference", pa.float64(), "what the number is held against", nullable=True),
        _column("n", pa.int64(), "observations behind it"),
        _column("evidence", pa.string(), "evidence the number is drawn from"),
        _column("examples", LIST_STR, "ids of the examples it is about, at most 20"),
    ]
)

DETAILS = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of an example shown in detail"),
        _column("reason", pa.string(), "`error`, `low_margin`, `disagreement` or `sample`"),
    ]
)

TABLES: dict[str, pa.Schema] = {
    "examples.parquet": EXAMPLES,
    "attributions.parquet": ATTRIBUTIONS,
    "head_examples.parquet": HEAD_EXAMPLES,
    "heads.parquet": HEADS,
    "metrics.parquet": METRICS,
    "agreement.parquet": AGREEMENT,
    "findings.parquet": FINDINGS,
    "details.parquet": DETAILS,
}
"""File name in the evidence folder -> schema."""
