"""A small report that prints within a second, with hostile text in a paragraph and on a card."""

from __future__ import annotations

from auditkit.render import blocks as b
from auditkit.render.example_blocks import ExampleCard, MethodScores
from auditkit.render.page import ReportPage, SectionPage
from auditkit.render.text_pieces import Piece, TextField

ROOT = "0123456789abcdef" * 4
HOSTILE = '<script>alert(1)</script> {{ 7*7 }} &amp; "onload=x" \x00 caf\u00e9 \u03a9\u0416 \u2192'


def small_report(*, text: str = HOSTILE, title: str = "A small audit") -> ReportPage:
    claim = b.Claim(
        "claim-one",
        "How often it is right",
        ("Right in ", b.Measure(0.9, "metrics.parquet#0:value", 0.8, 0.95, 40, 1, "percent"), "."),
        "measured",
        "Anything else.",
        "metrics.parquet, row 0",
        b.Link("Behaviour", "behaviour"),
    )
    columns = (b.Column("Slice"), b.Column("Accuracy", numeric=True))
    rows = tuple(((f"slice {n}",), (b.Measure(n / 10),)) for n in range(9))
    table = b.Table("slices", "Accuracy by slice", columns, rows, pdf_rows=4)
    behaviour = (b.Paragraph((text,)), table, b.Paragraph((b.Link("gone", "ex-nothing"),)))
    return ReportPage(
        title=title,
        facts=(("Model", ("a model",)), ("Data", (b.Measure(40, style="count"), " examples"))),
        root=ROOT,
        language="en",
        sections=(
            SectionPage("summary", "Summary", (b.Claims((claim,)),)),
            SectionPage("behaviour", "Behaviour", behaviour),
            SectionPage("cards", "Example by example", (example_card(text),)),
        ),
    )


def example_card(text: str) -> ExampleCard:
    words = text.split(" ")
    pieces = [Piece(t, at) for n, w in enumerate(words) for t, at in ((w, n), (" ", None))]
    scores = tuple((-1) ** n * (n + 1) / 10 for n in range(len(words)))
    method = MethodScores(
        "shap", "Shapley values", "positive", scores, None, 0.1, 0.0, 64, True, "A note.",
        "attributions.parquet#7:scores",
    )  # fmt: skip
    return ExampleCard(
        id="00ff",
        number=3,
        fields=(TextField("text", tuple(pieces)),),
        tokens=tuple(words),
        special=(False,) * len(words),
        words=tuple(range(len(words))),
        badges=(b.Badge("wrong", "bad"),),
        facts=(("Predicted", ("positive",)),),
        methods=(method,),
        remarks=(),
        agreement=None,
    )
