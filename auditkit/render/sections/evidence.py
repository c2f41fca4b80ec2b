"""The files everything was read from, how to check them and how to make them again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditkit.render.blocks import (
    SECTIONS,
    Bullets,
    Code,
    Column,
    Heading,
    Paragraph,
    Table,
)
from auditkit.render.evidence_view import count, entry, said
from auditkit.render.wording import fill, how_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium

WHAT = {
    "config.toml": "the configuration, resolved",
    "examples.parquet": "texts, tokens, logits, decisions, flags",
    "attributions.parquet": "scores of every method on every example",
    "ledger.parquet": "accounts of the ledgers by layer, head and token",
    "chains.parquet": "tested routes of examples, as a whole",
    "links.parquet": "links of tested routes, one by one",
    "pokes.parquet": "changes of words and silenced heads",
    "projection.parquet": "places of examples among each other, by layer",
    "projection_cuts.parquet": "how much of the spread these places show",
    "agreement.parquet": "agreement of methods on every example",
    "outcomes.parquet": "what became of every example: right or wrong, probability, disagreement",
    "metrics.parquet": "numbers over the set and its slices",
    "heads.parquet": "head statistics over the set",
    "head_examples.parquet": "head statistics of every example",
    "findings.parquet": "findings",
    "details.parquet": "which examples are shown in detail, and why",
}
OLDER = "probabilities and disagreement, which this evidence is too old to state, and "
DUCKDB = (
    "SELECT slice, value, low, high, n FROM 'OUT/evidence/metrics.parquet' "
    "WHERE metric = 'accuracy' ORDER BY value"
)
PANDAS = "pandas.read_parquet('OUT/evidence/metrics.parquet').query('metric == \"accuracy\"')"


class EvidenceSection:
    """Index of the evidence with hashes."""

    title = "Evidence"
    order = 120

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the root digest, how to verify, reproduce and query, and the index of files."""
        yield Paragraph(
            fill(
                "Root digest, SHA-256 over everything the evidence states: {root}. A number that is "
                "read from the evidence names its file and row; {older}counts and sums of what a list, "
                "a table or a picture shows are worked out from such numbers and name none.",
                root=Code(audit.root),
                older="" if audit.holds("outcomes") else OLDER,
            )
        )
        yield Heading("Verify, reproduce, query", "evidence-how")
        yield _how(audit)
        yield from _index(audit)


def _how(audit: Audit) -> Bullets:
    return Bullets(
        (
            fill(
                "Verify: {command}, where OUT is the folder of this report. It hashes the "
                "evidence again, checks that this report holds its digest, compares the numbers marked "
                "here with it, then draws the report anew and compares every byte, sentences and names "
                "included; another version of auditkit may draw others. Whoever can change the folder "
                "can write a consistent one, and that the measurement was right it does not show.",
                command=Code("auditkit verify OUT"),
            ),
            fill(
                "Reproduce: {command}, with the configuration in {config}, the model files and "
                "the data whose hashes stand under {where}. The same inputs on the same machine "
                "and versions give the same root digest.",
                command=Code(_command(audit)),
                config=Code("OUT/evidence/config.toml"),
                where=Code("Model, data, environment"),
            ),
            fill("Query with DuckDB: {query}", query=Code(DUCKDB)),
            fill("Query with pandas: {query}", query=Code(PANDAS)),
        )
    )


def _command(audit: Audit) -> str:
    task = said(audit, "task")
    return (
        f"auditkit run --task {task} --model MODEL --data DATA --config OUT/evidence/config.toml "
        "--out NEW"
    )


def _index(audit: Audit) -> Iterator[Table]:
    files = sorted((entry(audit, "files") or {}).items())
    whole = [item for item in files if item[0] in WHAT]
    rest = [item for item in files if item[0] not in WHAT]
    yield _files(
        "evidence-files",
        f"Files over all examples; the root digest covers all {len(files)} files of the evidence",
        whole,
        audit,
    )
    if rest:
        caption = f"Messages, vectors and norms of the {how_many(len(rest), 'example')} shown in detail, a file for each"
        yield replace(_files("evidence-tensors", caption, rest, audit), folded=True)


def _files(name: str, caption: str, files: list[tuple[str, Any]], audit: Audit) -> Table:
    described = any(path in WHAT for path, _ in files)
    holds = (Column("Holds"),) if described else ()
    return Table(
        id=name,
        caption=caption,
        columns=(Column("File"), *holds, Column("Bytes", numeric=True), Column("SHA-256")),
        rows=tuple(
            (
                (Code(str(path)),),
                *(((WHAT.get(path, "not described"),),) if described else ()),
                (count(audit, "files", path, "bytes"),),
                (Code(str(file.get("sha256"))),),
            )
            for path, file in files
        ),
        pdf_rows=12,
    )


SECTIONS.register("evidence")(EvidenceSection())
