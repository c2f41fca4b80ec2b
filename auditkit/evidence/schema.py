"""Columns of every evidence table: one place that writer, reader and `docs/format.md` share.

A column's ``doc`` metadata is its documentation; the reference page is generated from it.
"""

from __future__ import annotations

import pyarrow as pa

FORMAT_VERSION = 1

LIST_F32 = pa.list_(pa.float32())
LIST_F64 = pa.list_(pa.float64())
LIST_I32 = pa.list_(pa.int32())
LIST_STR = pa.list_(pa.string())


def column(name: str, kind: pa.DataType, doc: str, *, nullable: bool = False) -> pa.Field:
    """Return a field that has its documentation."""
    return pa.field(name, kind, nullable=nullable, metadata={"doc": doc})


EXAMPLES = pa.schema(
    [
        column("id", pa.string(), "content hash of the text fields, `-2`, `-3` for repetitions"),
        column("row", pa.int64(), "row of the data file, from 0"),
        column("text", pa.string(), "the text as it stands in the data"),
        column("text_pair", pa.string(), "the second text of a pair", nullable=True),
        column(
            "label",
            pa.string(),
            "gold label in the model's spelling; a JSON array of labels for multi-label models",
            nullable=True,
        ),
        column("slice", pa.string(), "slice of the evaluation set", nullable=True),
        column("token_ids", LIST_I32, "vocabulary ids the model read, special tokens included"),
        column("tokens", LIST_STR, "the tokenizer's spelling of each id"),
        column("starts", LIST_I32, "first code point of each token in its own field"),
        column("stops", LIST_I32, "one past the last code point of each token in its own field"),
        column("segments", pa.list_(pa.int8()), "0 text, 1 text_pair, -1 special token"),
        column("words", LIST_I32, "word of each token, from 0; -1 special token"),
        column("kinds", LIST_STR, "`text` or `special`"),
        column("logits", LIST_F32, "the model's logits; null if it was not run", nullable=True),
        column(
            "predicted",
            pa.string(),
            "predicted label; a JSON array for multi-label models",
            nullable=True,
        ),
        column("foil", pa.string(), "label the margin is taken against", nullable=True),
        column("margin", pa.float64(), "target of the predicted class", nullable=True),
        column("flags", LIST_STR, "what an auditor must know, see the list of flags"),
        column("id_in_data", pa.string(), "the row's id in the data, if it has one", nullable=True),
        column(
            "read",
            LIST_I32,
            "positions whose last hidden states the classifier reads; older evidence lacks it",
            nullable=True,
        ),
        column(
            "explained",
            pa.string(),
            "`all` where every example with an answer is explained; else `sample`: drawn at random, or "
            "`detail`: explained only to be shown in detail, and in no number over the set; null: not "
            "explained",
            nullable=True,
        ),
    ]
)

ATTRIBUTIONS = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("method", pa.string(), "attribution method"),
        column("target", pa.string(), "label that positive scores support"),
        column("scores", LIST_F32, "one signed score per token, special tokens included"),
        column("error", LIST_F32, "standard error per token (shap)", nullable=True),
        column("base", pa.float64(), "target at the method's reference input", nullable=True),
        column("residual", pa.float64(), "margin - base - sum of scores", nullable=True),
        column("nodes", pa.int32(), "quadrature nodes of the stored try", nullable=True),
        column("evaluations", pa.int64(), "rows the model evaluated, all tries together"),
        column("seed", pa.int64(), "seed of the draws; null when nothing is drawn", nullable=True),
    ]
)

LEDGER = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("method", pa.string(), "`ledger` or `frozen_ledger`"),
        column("target", pa.string(), "label that positive relevance supports"),
        column(
            "cuts",
            LIST_F32,
            "relevance that passes through each token's hidden state: layers + 1 cuts, cut by cut; cut l lies "
            "before layer l",
        ),
        column("heads", LIST_F32, "relevance each head brings, over all tokens: layer by layer"),
        column(
            "attention",
            LIST_F32,
            "relevance all heads of a layer bring to each token that looks: layer by layer",
        ),
        column(
            "mlp",
            LIST_F32,
            "relevance each layer's feed-forward part adds at each token: layer by layer; null where "
            "experts share it",
            nullable=True,
        ),
        column(
            "positions",
            LIST_F32,
            "relevance of each token's position and type embeddings (frozen_ledger)",
            nullable=True,
        ),
        column(
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
        column("example_id", pa.string(), "`id` of the example"),
        column("target", pa.string(), "label that positive values support"),
        column(
            "weights",
            pa.string(),
            "`model`, or `shuffled`: the same links in a copy with shuffled weights, a control",
        ),
        column("sampled", pa.bool_(), "drawn at random; else there because it is shown in detail"),
        column("grade", pa.string(), "`confirmed_chain` or `no_short_chain`"),
        column("value", pa.float64(), "s of the untouched run"),
        column("empty", pa.float64(), "s with every message at its mean"),
        column("signed", pa.float64(), "sum of the relevance of all messages: value - empty"),
        column("mass", pa.float64(), "sum of its absolute values"),
        column("alone", pa.float64(), "s with every message but the chain's at its mean"),
        column("without", pa.float64(), "s with the chain's messages at their mean"),
        column("sufficiency", pa.float64(), "(alone - empty) / (value - empty)", nullable=True),
        column("necessity", pa.float64(), "(value - without) / (value - empty)", nullable=True),
        column("permuted", LIST_F32, "sufficiency of chains of the same shape at other words"),
        column("random", LIST_F32, "sufficiency of as many links drawn at random"),
        column(
            "sink",
            pa.float64(),
            "fall of s with every message from the first token at its mean (causal models)",
            nullable=True,
        ),
        column("lens", LIST_F32, "s as the model's own head reads it from each cut"),
        column(
            "depth",
            pa.int32(),
            "most messages between different positions on a way through the links of verdict `confirmed` from a "
            "token of the text to what is read; 0 where none leads there",
            nullable=True,
        ),
    ]
)

LINKS = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("target", pa.string(), "label that positive values support"),
        column("weights", pa.string(), "`model` or `shuffled`, as in `chains.parquet`"),
        column("rank", pa.int32(), "place in the order in which the chain grew, from 0"),
        column("layer", pa.int32(), "layer, from 0"),
        column("query", pa.int32(), "token the message goes to"),
        column("key", pa.int32(), "token the message comes from"),
        column("query_role", pa.string(), "`text`, a special token's spelling, or `first`"),
        column("key_role", pa.string(), "the same of the token it comes from"),
        column("relevance", pa.float64(), "gate secant: what the message contributes"),
        column(
            "head",
            pa.int32(),
            "its largest head: the one that contributes most, of the link's sign",
        ),
        column("head_relevance", pa.float64(), "what that head contributes"),
        column("foretold", pa.float64(), "fall of s by its gradient, message at its mean"),
        column("observed", pa.float64(), "fall of s in the run with the message at its mean"),
        column(
            "low",
            pa.float64(),
            "2.5 % quantile of the fall with reference texts' messages",
            nullable=True,
        ),
        column("high", pa.float64(), "97.5 % quantile of it", nullable=True),
        column("n", pa.int32(), "reference texts behind it"),
        column(
            "verdict",
            pa.string(),
            "`confirmed`, `weaker`, `stronger`, `other_effect`, `not_shown_causal` or `contradicted`",
        ),
        column(
            "same_sign",
            pa.int32(),
            "of the n reference texts: with how many s moves in the direction in which it moves with the "
            "message at its mean",
            nullable=True,
        ),
        column(
            "least", pa.float64(), "smallest fall with a reference text's message", nullable=True
        ),
        column("most", pa.float64(), "largest of them", nullable=True),
    ]
)

EDITS = pa.schema(
    [
        column("example_id", pa.string(), "`id` of an example shown in detail"),
        column("kind", pa.string(), "`mask`, `delete`, `swap` or `silence`"),
        column("word", pa.int32(), "word that was changed, from 0", nullable=True),
        column("layer", pa.int32(), "layer of the head that was silenced", nullable=True),
        column(
            "head", pa.int32(), "head that was silenced: its messages at their mean", nullable=True
        ),
        column("instead", pa.string(), "word put in its place (swap)", nullable=True),
        column("margin", pa.float64(), "s of the first target after the change", nullable=True),
        column(
            "predicted",
            pa.string(),
            "predicted label; a JSON array for multi-label models",
            nullable=True,
        ),
        column(
            "attention_change",
            pa.float64(),
            "mean over heads and tokens that stay of half the L1 distance of attention rows",
            nullable=True,
        ),
        column(
            "relevance",
            LIST_F32,
            "ledger of the changed text by word of the original; NaN for a word that is gone",
            nullable=True,
        ),
    ]
)

HEAD_EXAMPLES = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("statistic", pa.string(), "head statistic"),
        column("values", LIST_F32, "one value per head, layer by layer; NaN where undefined"),
    ]
)

HEADS = pa.schema(
    [
        column("layer", pa.int32(), "layer, from 0"),
        column("head", pa.int32(), "head, from 0"),
        column("statistic", pa.string(), "head statistic"),
        column("value", pa.float64(), "mean over examples of the example's mean", nullable=True),
        column("low", pa.float64(), "2.5 % bound over bootstrap resamples", nullable=True),
        column("high", pa.float64(), "97.5 % bound over bootstrap resamples", nullable=True),
        column("n", pa.int64(), "examples in which the statistic is defined"),
    ]
)

METRICS = pa.schema(
    [
        column("metric", pa.string(), "name of the metric"),
        column("slice", pa.string(), "slice; null for the whole set", nullable=True),
        column("label", pa.string(), "gold label, or class the row is about", nullable=True),
        column("predicted", pa.string(), "predicted label (confusion)", nullable=True),
        column("first", pa.string(), "first method (agreement)", nullable=True),
        column("second", pa.string(), "second method (agreement)", nullable=True),
        column("bin", pa.int32(), "bin of the reliability curve, from 0", nullable=True),
        column("value", pa.float64(), "the estimate", nullable=True),
        column("low", pa.float64(), "lower bound, 95 %", nullable=True),
        column("high", pa.float64(), "upper bound, 95 %", nullable=True),
        column("n", pa.int64(), "observations behind the row"),
        column("interval", pa.string(), "`wilson`, `newcombe`, `bootstrap` or `none`"),
        column("direction", pa.string(), "`higher`, `lower` is better, or `none`"),
    ]
)

AGREEMENT = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("target", pa.string(), "label that positive scores support"),
        column("first", pa.string(), "first method"),
        column("second", pa.string(), "second method"),
        column("spearman", pa.float64(), "rank correlation of word scores", nullable=True),
        column("top_k_overlap", pa.float64(), "shared share of the top k words", nullable=True),
        column("sign_agreement", pa.float64(), "share of equal signs among them", nullable=True),
        column("k", pa.int32(), "min(5, words)"),
    ]
)

OUTCOMES = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example; rows as in `examples.parquet`"),
        column(
            "predicted",
            pa.string(),
            "predicted label; a JSON array for multi-label models",
            nullable=True,
        ),
        column(
            "gold",
            pa.string(),
            "gold label; a JSON array for multi-label models",
            nullable=True,
        ),
        column(
            "correct",
            pa.bool_(),
            "whether predicted and gold labels are the same set; null where one is missing",
            nullable=True,
        ),
        column(
            "probability",
            pa.float64(),
            "of the predicted label; of the likeliest where a multi-label model gives several or none",
            nullable=True,
        ),
        column(
            "probabilities",
            LIST_F64,
            "of every label, in the order of `labels` in the manifest",
            nullable=True,
        ),
        column(
            "wrong_probability",
            pa.float64(),
            "of the wrong decision that the model is surest of; null where none is wrong",
            nullable=True,
        ),
        column(
            "score",
            pa.float64(),
            "how right the answer is: 1 or 0; for multi-label models the share of its labels that are "
            "given or withheld as in the gold labels",
            nullable=True,
        ),
        column(
            "disagreement",
            pa.float64(),
            "1 - mean `spearman` of the pairs of methods that explain the margin, over all targets",
            nullable=True,
        ),
        column(
            "contradiction",
            pa.int64(),
            "row of `agreement.parquet`, from 0, in which `integrated_gradients` and `shap` contradict "
            "each other, the first one",
            nullable=True,
        ),
    ]
)

FINDINGS = pa.schema(
    [
        column("kind", pa.string(), "what was found, see the list of findings"),
        column("severity", pa.string(), "`high`, `medium`, `low` or `info`"),
        column("slice", pa.string(), "slice it is about", nullable=True),
        column(
            "label",
            pa.string(),
            "label or method it is about, or `a vs b, c`: method a against each of b and c, the closest first",
            nullable=True,
        ),
        column("value", pa.float64(), "the number", nullable=True),
        column("low", pa.float64(), "lower bound, 95 %", nullable=True),
        column("high", pa.float64(), "upper bound, 95 %", nullable=True),
        column("reference", pa.float64(), "what the number is held against", nullable=True),
        column("n", pa.int64(), "observations behind it"),
        column("evidence", pa.string(), "evidence the number is drawn from"),
        column("examples", LIST_STR, "ids of the examples it is about, at most 20"),
        column("about", pa.string(), "`model`, `data` or `explanations`", nullable=True),
    ]
)

DETAILS = pa.schema(
    [
        column("example_id", pa.string(), "`id` of an example shown in detail"),
        column(
            "reason",
            pa.string(),
            "`all` where all fitted, else `error`, `low_margin`, `disagreement` or `sample`",
        ),
    ]
)

PROJECTION = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("cut", pa.int32(), "cut of the layers, from 0; cut l lies before layer l"),
        column("x", pa.float32(), "first principal component of the hidden state that is read"),
        column("y", pa.float32(), "second principal component"),
        column("z", pa.float32(), "third principal component"),
        column(
            "neighbours",
            LIST_STR,
            "the 5 examples of the projection whose whole hidden states at this cut are nearest, "
            "nearest first",
        ),
    ]
)

PROJECTION_CUTS = pa.schema(
    [
        column("cut", pa.int32(), "cut of the layers, from 0; cut l lies before layer l"),
        column("x_share", pa.float64(), "share of the variance that x holds", nullable=True),
        column("y_share", pa.float64(), "share that y holds", nullable=True),
        column("z_share", pa.float64(), "share that z holds", nullable=True),
        column("n", pa.int64(), "examples of the projection"),
    ]
)

TABLES: dict[str, pa.Schema] = {
    "examples.parquet": EXAMPLES,
    "attributions.parquet": ATTRIBUTIONS,
    "ledger.parquet": LEDGER,
    "chains.parquet": CHAINS,
    "links.parquet": LINKS,
    "pokes.parquet": EDITS,
    "head_examples.parquet": HEAD_EXAMPLES,
    "heads.parquet": HEADS,
    "metrics.parquet": METRICS,
    "agreement.parquet": AGREEMENT,
    "outcomes.parquet": OUTCOMES,
    "findings.parquet": FINDINGS,
    "details.parquet": DETAILS,
    "projection.parquet": PROJECTION,
    "projection_cuts.parquet": PROJECTION_CUTS,
}
"""File name in the evidence folder -> schema."""

LATER_COLUMNS = {
    "examples.parquet": ("id_in_data", "read", "explained"),
    "chains.parquet": ("depth",),
    "links.parquet": ("same_sign", "least", "most"),
    "findings.parquet": ("about",),
}
"""Nullable columns that older evidence of this format may lack; they read as null."""

LATER = (
    "ledger.parquet", "chains.parquet", "links.parquet", "pokes.parquet",
    "projection.parquet", "projection_cuts.parquet", "outcomes.parquet",
)  # fmt: skip
"""Tables that older evidence of this format may lack; they read as empty."""
