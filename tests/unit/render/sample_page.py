"""An invented report that holds every block, for tests and for looking at. No number is measured.

``python tests/unit/render/sample_page.py OUT.html [cards]`` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from auditkit.render import blocks as b
from auditkit.render.example_blocks import ExampleCard, ExampleIndex, ExampleRow, MethodScores
from auditkit.render.html import render_html
from auditkit.render.page import ReportPage, SectionPage
from auditkit.render.text_pieces import Piece, TextField

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} "
    '</script><!-- " onmouseover="alert(3) \x00\x07\x1b[31m \u202egnirts\u202c '
    "zero\u200bwidth \u0627\u0644\u0641\u064a\u0644\u0645 \u062c\u0645\u064a\u0644 "
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 & &amp; \ufffe"
)
METHODS = (
    ("shap", "SHAP", True),
    ("integrated_gradients", "Integrated gradients", True),
    ("grad_x_input", "Gradient times input", True),
    ("occlusion", "Occlusion", True),
    ("ledger", "Ledger", True),
    ("attention_rollout", "Attention rollout", False),
    ("value_rollout", "Value rollout", False),
    ("random", "Random control", True),
)
TEXTS = (
    "The acting is not good , but the final hour almost makes up for a dull and aimless start .",
    "A warm , funny and beautifully photographed film that never talks down to its audience .",
    "I wanted to like it , I really did ; two hours later I only wanted the popcorn back .",
    "Unbelievably slow , though the soundtrack is wonderful and the cast is clearly having fun .",
)
SLICES = ("negation", "short", "long", "contrast")


def report(cards: int = 12, *, with_charts: bool = True) -> ReportPage:
    """Return the invented report with `cards` examples."""
    rng = np.random.default_rng(7)
    examples = [example(i, rng) for i in range(cards)]
    return ReportPage(
        title="Sentiment classifier, release candidate 3",
        facts=(
            ("Model", ("MiniLM-L6 sentiment head ", b.Code("9f3ac1d2"))),
            ("Data", ("reviews-heldout.jsonl, ", b.Measure(240, style="count"), " examples")),
            ("Evidence dated", ("2 November 2026",)),
            ("auditkit", (b.Code("0.1.0"),)),
            ("Signature", (b.Badge("not signed", "warn"),)),
        ),
        root="5c1f0e7a" * 8,
        language="en",
        sections=(
            summary(),
            findings(),
            behaviour(with_charts=with_charts),
            index(examples),
            SectionPage("cards", "Examples, one by one", tuple(card for card, _ in examples)),
            methods(),
        ),
    )


def summary() -> SectionPage:
    claims = (
        b.Claim(
            "claim-accuracy",
            "How often the model is right",
            (
                "The predicted label equals the given one in ",
                b.Measure(0.8712, "metrics.parquet#0:value", 0.822, 0.908, 240, 1, "percent"),
                " of the examples; the most frequent label alone would reach ",
                b.Measure(0.525, "metrics.parquet#1:value", digits=1, style="percent"),
                ".",
            ),
            "measured",
            "Accuracy on texts of another source, language or year.",
            "metrics.parquet, rows 0 and 1",
            b.Link("Behaviour by slice", "behaviour"),
        ),
        b.Claim(
            "claim-agreement",
            "Do the methods tell the same story?",
            (
                "The mean rank correlation between the methods that claim to be faithful is ",
                b.Measure(0.41, "metrics.parquet#12:value", 0.35, 0.47, 240),
                "; on ",
                b.Measure(31, "metrics.parquet#13:value", style="count"),
                " examples it is below zero.",
            ),
            "measured",
            "Which of the disagreeing methods is right.",
            "agreement.parquet, all rows",
            b.Link("Where methods disagree", "finding-disagree"),
        ),
        b.Claim(
            "claim-faithful",
            "Does removing highly scored words change the decision?",
            ("No deletion test was run: ", b.Measure(None, "metrics.parquet#20:value"), "."),
            "not yet tested",
            "Anything about how faithful the explanations are.",
            "none",
        ),
    )
    body = b.Callout(
        "limit",
        "What this page leaves out",
        (
            ("Seven texts were longer than the model reads; their ends were not audited.",),
            ("See ", b.Link("methods and limits", "methods"), "."),
        ),
    )
    lead = b.Paragraph(
        (
            "This audit asks ",
            b.Strong("which parts of a review moved the decision of the model"),
            ", and whether those answers hold when they are tested.",
        )
    )
    return SectionPage("summary", "Summary", (lead, b.Claims(claims), body))


def findings() -> SectionPage:
    links = tuple(b.Link(f"row {n}", f"ex-{n:012x}") for n in (1, 2, 5))
    items = (
        b.Finding(
            "finding-negation",
            "high",
            "Wrong more often where a text negates",
            (
                "Of the texts with a negation, ",
                b.Measure(0.69, "metrics.parquet#31:value", 0.55, 0.8, 48, 0, "percent"),
                " are right; of the others ",
                b.Measure(0.92, "metrics.parquet#32:value", 0.87, 0.95, 192, 0, "percent"),
                ".",
            ),
            links,
            "metrics.parquet, rows 31 and 32",
        ),
        b.Finding(
            "finding-disagree",
            "medium",
            "Methods contradict each other",
            ("On 31 examples two methods rank the tokens in opposite orders.",),
            links[:1],
            "agreement.parquet",
        ),
        b.Finding(
            "finding-sink",
            "low",
            "Head 3.7 looks at the first token",
            ("Sink.",),
            (),
            "heads.parquet#43",
        ),
        b.Finding("finding-host", "info", HOSTILE, (HOSTILE, b.Code(HOSTILE)), (), HOSTILE),
    )
    return SectionPage("findings", "Findings", (b.Findings(items),))


def behaviour(*, with_charts: bool) -> SectionPage:
    columns = (
        b.Column("Slice"),
        b.Column("Examples", numeric=True),
        b.Column("Accuracy", numeric=True, help="share of right predictions, 95 % interval"),
        b.Column("Mean margin", numeric=True),
    )
    rows = tuple(
        (
            (name,),
            (b.Measure(60 + 7 * i, f"metrics.parquet#{40 + i}:n", style="count"),),
            (
                b.Measure(
                    0.93 - 0.07 * i,
                    f"metrics.parquet#{40 + i}:value",
                    0.8 - 0.07 * i,
                    0.97 - 0.06 * i,
                ),
            ),
            (b.Measure(1.7 - 0.8 * i, f"metrics.parquet#{50 + i}:value", style="signed"),),
        )
        for i, name in enumerate((*SLICES, HOSTILE[:60]))
    )
    table = b.Table(
        "slices", "Accuracy and margin by slice of the data.", columns, rows, sortable=True
    )
    folded = b.Table("slices-all", "The same table, folded", columns, rows, folded=True, pdf_rows=2)
    blocks: list[b.Block] = [
        b.Paragraph(
            ("Numbers in brackets are 95 % intervals; ", b.Code("n"), " is the number of examples.")
        ),
        table,
        b.Heading("Calibration", "calibration"),
        b.Bullets((("one statement",), ("another with ", b.Badge("measured", "good")))),
    ]
    if with_charts:
        blocks += [calibration(), heat_chart()]
    blocks += [
        folded,
        b.Heading("A smaller heading", "smaller", 4),
        b.Callout("note", "Note", (("Body.",),)),
    ]
    return SectionPage("behaviour", "How the model behaves", tuple(blocks))


def calibration() -> b.Chart:
    values = [
        {
            "confidence": i / 10 + 0.05,
            "accuracy": min(1, i / 10 + 0.12 - 0.01 * i),
            "n": 4 + 7 * i,
            "who": HOSTILE,
        }
        for i in range(10)
    ]
    spec = {
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "line", "strokeDash": [4, 4], "color": "#8a9097"},
                "encoding": {
                    "x": {
                        "field": "confidence",
                        "type": "quantitative",
                        "scale": {"domain": [0, 1]},
                    },
                    "y": {"field": "confidence", "type": "quantitative"},
                },
            },
            {
                "mark": {"type": "point", "size": 90},
                "encoding": {
                    "x": {"field": "confidence", "type": "quantitative", "title": "Confidence"},
                    "y": {"field": "accuracy", "type": "quantitative", "title": "Share correct"},
                    "color": {"field": "n", "type": "quantitative", "title": "Examples"},
                    "tooltip": [{"field": "confidence", "type": "quantitative"}, {"field": "who"}],
                },
            },
        ],
        "height": 260,
    }
    rows = tuple(
        (
            (f"{v['confidence']:.2f}",),
            (b.Measure(float(v["accuracy"]), f"metrics.parquet#{60 + i}:value"),),
        )
        for i, v in enumerate(values)
    )
    columns = (b.Column("Confidence", numeric=True), b.Column("Share correct", numeric=True))
    table = b.Table(
        "calibration-numbers", "Share correct by confidence.", columns, rows, sortable=True
    )
    alt = "Share of correct predictions against confidence; points lie near the diagonal."
    return b.Chart("calibration-chart", "Confidence and how often it is right", alt, spec, table)


def heat_chart() -> b.Chart:
    values = [
        {"layer": la, "head": h, "entropy": ((la * 7 + h * 5) % 13) / 13}
        for la in range(6)
        for h in range(12)
    ]
    spec = {
        "data": {"values": values},
        "mark": "rect",
        "encoding": {
            "x": {"field": "head", "type": "ordinal", "title": "Head"},
            "y": {"field": "layer", "type": "ordinal", "title": "Layer"},
            "color": {"field": "entropy", "type": "quantitative", "title": "Entropy"},
            "tooltip": [{"field": "entropy", "type": "quantitative"}],
        },
    }
    rows = tuple(
        ((str(v["layer"]),), (str(v["head"]),), (b.Measure(v["entropy"]),)) for v in values
    )
    columns = tuple(b.Column(c, numeric=True) for c in ("Layer", "Head", "Entropy"))
    return b.Chart(
        "heads",
        "Entropy of every head",
        "Grid of 6 by 12 heads.",
        spec,
        b.Table("heads-n", "Heads.", columns, rows),
    )


def index(examples: list[tuple[ExampleCard, ExampleRow]]) -> SectionPage:
    rows = tuple(row for _, row in examples)
    caption = "Every example of the audit; open one to read its rationale."
    block = ExampleIndex("examples", caption, rows, ("negative", "positive"), SLICES)
    return SectionPage("all-examples", "All examples", (block,))


def example(i: int, rng: np.random.Generator) -> tuple[ExampleCard, ExampleRow]:
    words = (HOSTILE if i == 1 else TEXTS[i % len(TEXTS)]).split(" ")
    tokens = ("[CLS]", *words, "[SEP]")
    pieces = [
        Piece(text, token)
        for n, word in enumerate(words)
        for text, token in ((word, n + 1), (" ", None))
    ]
    correct = None if i % 11 == 10 else i % 5 != 0
    ident, detailed = f"{i + 1:012x}", i % 6 == 0
    flags = ("truncated",) if i % 7 == 3 else ()
    card = ExampleCard(
        id=ident,
        number=i + 1,
        fields=fields(i, pieces[:-1]),
        tokens=tokens,
        special=(True, *(False for _ in words), True),
        words=(-1, *range(len(words)), -1),
        badges=(outcome(correct), b.Badge(SLICES[i % 4]), *(b.Badge(f, "warn") for f in flags)),
        facts=facts(i),
        methods=tuple(scores(m, tokens, i, rng) for m in METHODS),
        remarks=remarks(i),
        agreement=agreement(ident) if detailed else None,
    )
    row = ExampleRow(
        ident, i + 1, " ".join(words)[:90], None if correct is None else "positive", "positive",
        correct, b.Measure(0.55 + (i * 37 % 45) / 100, digits=1, style="percent"),
        b.Measure(0.2 + (i * 13 % 40) / 10, style="signed"), SLICES[i % 4], b.Measure((i * 29 % 140) / 100), flags, detailed,
    )  # fmt: skip
    return card, row


def outcome(correct: bool | None) -> b.Badge:
    if correct is None:
        return b.Badge("unlabelled")
    return b.Badge("correct", "good") if correct else b.Badge("wrong", "bad")


def fields(i: int, pieces: list[Piece]) -> tuple[TextField, ...]:
    if i == 2:
        long = Piece("x" * 100_000, None)
        return (TextField("premise", tuple(pieces)), TextField("hypothesis", (long,)))
    return (TextField("text", tuple(pieces)),)


def facts(i: int) -> tuple[tuple[str, b.Prose], ...]:
    where = f"examples.parquet#{i}"
    return (
        ("Predicted", (b.Strong("positive"),)),
        ("Label", ("positive" if i % 5 else "negative",)),
        ("Against", ("negative",)),
        ("Margin", (b.Measure(2.31 - 0.1 * i, f"{where}:margin", style="signed"),)),
        ("Probability", (b.Measure(0.83, f"{where}:confidence"),)),
    )


def scores(
    method: tuple[str, str, bool], tokens: tuple[str, ...], i: int, rng: np.random.Generator
) -> MethodScores:
    name, title, signed = method
    values = rng.normal(0, 0.4, len(tokens)) if signed else rng.dirichlet(np.ones(len(tokens)))
    return MethodScores(
        method=name,
        title=title,
        target="positive against negative",
        scores=tuple(float(v) for v in values.astype(np.float32)),
        error=tuple(0.01 for _ in tokens) if name == "shap" else None,
        base=-0.12 if name == "shap" else None,
        residual=0.0004 if signed else None,
        evaluations=2048,
        signed=signed,
        note="control" if name == "random" else None,
        evidence=f"attributions.parquet#{i * len(METHODS)}:scores",
    )


def remarks(i: int) -> tuple[b.Prose, ...]:
    if i % 4:
        return ()
    return (("Integrated gradients and occlusion disagree on the sign of ", b.Code("not"), "."),)


def agreement(ident: str) -> b.Table:
    columns = (b.Column("Method"), b.Column("SHAP", numeric=True), b.Column("IG", numeric=True))
    rows = ((("SHAP",), ("1",), (b.Measure(0.61),)), (("IG",), (b.Measure(0.61),), ("1",)))
    return b.Table(
        f"agree-{ident}", "Rank correlation between methods on this example.", columns, rows
    )


def methods() -> SectionPage:
    terms = (
        ("Margin", ("The logit of the predicted class minus that of the runner-up.",)),
        ("Residual", ("What the scores and the base leave unexplained; always printed.",)),
    )
    rows = (("Model file", (b.Code("model.safetensors"),)), ("Data", (HOSTILE,)))
    steps = b.Bullets(
        (("First, ", b.Link("look at the summary", "summary")), ("Then verify.",)), ordered=True
    )
    warning = b.Callout("warning", "Not signed", (("This audit is intact, not signed.",),))
    return SectionPage(
        "methods", "Methods and limits", (b.Definitions(terms), b.Facts(rows), steps, warning)
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(
        render_html(report(int(sys.argv[2]) if len(sys.argv) > 2 else 12)), encoding="utf-8"
    )
