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

LEDGER = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("method", pa.string(), "`ledger` or `frozen_ledger`"),
        _column("target", pa.string(), "label that positive relevance supports"),
        _column(
            "cuts",
            LIST_F32,
            "relevance carried by each token's hidden state: layers + 1 cuts, cut by cut; cut l lies "
            "before layer l",
        ),
        _column("heads", LIST_F32, "relevance each head brings, over all tokens: layer by layer"),
        _column(
            "attention",
            LIST_F32,
            "relevance all heads of a layer bring to each token that looks: layer by layer",
        ),
        _column(
            "mlp",
            LIST_F32,
            "relevance each layer's feed-forward part adds at each token: layer by layer; null where "
            "experts share it",
            nullable=True,
        ),
        _column(
            "positions",
            LIST_F32,
            "relevance of each token's position and type embeddings (frozen_ledger)",
            nullable=True,
        ),
        _column(
            "biases",
            LIST_F32,
            "relevance of what is added before layer 0, in each layer, and after the last "
            "(frozen_ledger)",
            nullable=True,
        ),
    ]
)

CHAINS = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("target", pa.string(), "label that positive values support"),
        _column(
            "weights",
            pa.string(),
            "`model`, or `shuffled`: the same links in a copy with shuffled weights, a control",
        ),
        _column("sampled", pa.bool_(), "drawn at random; else there because it is shown in detail"),
        _column("grade", pa.string(), "`confirmed_chain` or `no_short_chain`"),
        _column("value", pa.float64(), "s of the untouched run"),
        _column("empty", pa.float64(), "s with every message at its mean"),
        _column("signed", pa.float64(), "sum of the relevance of all messages: value - empty"),
        _column("mass", pa.float64(), "sum of its absolute values"),
        _column("alone", pa.float64(), "s with every message but the chain's at its mean"),
        _column("without", pa.float64(), "s with the chain's messages at their mean"),
        _column("sufficiency", pa.float64(), "(alone - empty) / (value - empty)", nullable=True),
        _column("necessity", pa.float64(), "(value - without) / (value - empty)", nullable=True),
        _column("permuted", LIST_F32, "sufficiency of chains of the same shape at other words"),
        _column("random", LIST_F32, "sufficiency of as many links drawn at random"),
        _column(
            "sink",
            pa.float64(),
            "fall of s with every message from the first token at its mean (causal models)",
            nullable=True,
        ),
        _column("lens", LIST_F32, "s as the model's own head reads it from each cut"),
    ]
)

LINKS = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of the example"),
        _column("target", pa.string(), "label that positive values support"),
        _column("weights", pa.string(), "`model` or `shuffled`, as in `chains.parquet`"),
        _column("rank", pa.int32(), "place in the order in which the chain grew, from 0"),
        _column("layer", pa.int32(), "layer, from 0"),
        _column("query", pa.int32(), "token the message goes to"),
        _column("key", pa.int32(), "token the message comes from"),
        _column("query_role", pa.string(), "`text`, a special token's spelling, or `first`"),
        _column("key_role", pa.string(), "the same of the token it comes from"),
        _column("relevance", pa.float64(), "gate secant: what the message carries"),
        _column("head", pa.int32(), "the head that carries most of it"),
        _column("head_relevance", pa.float64(), "what that head carries"),
        _column("foretold", pa.float64(), "fall of s by its gradient, message at its mean"),
        _column("observed", pa.float64(), "fall of s in the run with the message at its mean"),
        _column(
            "low",
            pa.float64(),
            "2.5 % quantile of the fall with reference texts' messages",
            nullable=True,
        ),
        _column("high", pa.float64(), "97.5 % quantile of it", nullable=True),
        _column("n", pa.int32(), "reference texts behind it"),
        _column(
            "verdict",
            pa.string(),
            "`confirmed`, `weaker`, `stronger`, `not_shown_causal` or `contradicted`",
        ),
    ]
)

POKES = pa.schema(
    [
        _column("example_id", pa.string(), "`id` of an example shown in detail"),
        _column("kind", pa.string(), "`mask`, `delete`, `swap` or `silence`"),
        _column("word", pa.int32(), "word that was changed, from 0", nullable=True),
        _column("layer", pa.int32(), "layer of the head that was silenced", nullable=True),
        _column(
            "head", pa.int32(), "head that was silenced: its messages at their mean", nullable=True
        ),
        _column("instead", pa.string(), "word put in its place (swap)", nullable=True),
        _column("margin", pa.float64(), "s of the first target after the change", nullable=True),
        _column(
            "predicted",
            pa.string(),
            "predicted label; a JSON array for multi-label models",
            nullable=True,
        ),
        _column(
            "attention_change",
            pa.float64(),
            "mean over heads and tokens that stay of half the L1 distance of attention rows",
            nullable=True,
        ),
        _column(
            "relevance",
            LIST_F32,
            "ledger of the changed text by word of the original; NaN for a word that is gone",
            nullable=True,
        ),
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
    "ledger.parquet": LEDGER,
    "chains.parquet": CHAINS,
    "links.parquet": LINKS,
    "pokes.parquet": POKES,
    "head_examples.parquet": HEAD_EXAMPLES,
    "heads.parquet": HEADS,
    "metrics.parquet": METRICS,
    "agreement.parquet": AGREEMENT,
    "findings.parquet": FINDINGS,
    "details.parquet": DETAILS,
}
"""File name in the evidence folder -> schema."""

LATER = ("ledger.parquet", "chains.parquet", "links.parquet", "pokes.parquet")
"""Tables that evidence written by version 0.1 does not have; they read as empty."""
