"""Explain one text: an audit of a single example, and a page for the person it is about."""

from __future__ import annotations

import json
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from auditkit.config import resolve
from auditkit.pipeline.measure import measure
from auditkit.pipeline.publish import publish

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.pipeline.progress import Progress


FOLDER = Path("explanation")
"""Where an explanation is written if no folder is named; the next one beside it: explanation-2."""


def free_folder(first: Path = FOLDER) -> Path:
    """Return `first`, or the first of the same name and a number that holds nothing yet."""
    named = chain([first], (first.with_name(f"{first.name}-{number}") for number in count(2)))
    return next(folder for folder in named if _is_free(folder))


def _is_free(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def explain(
    text: str,
    out: Path | str,
    *,
    progress: Progress | None = None,
    force: bool = False,
    **settings: Any,  # noqa: ANN401  (keys of the configuration)
) -> Audit:
    """Explain the model's decision on one text.

    Args:
        text: The text.
        out: Folder of the explanation: evidence, and report.html with this one example.
        progress: Told where the work stands.
        force: Replace what stands in `out`.
        settings: Keys of the configuration; ``model`` is needed. Columns are those of ``reference``.
            Without ``reference`` messages are replaced by the mean of this text's own, which makes
            link tests weaker.

    Returns:
        The finished audit.

    Raises:
        AuditError: The input is wrong (see `auditkit.errors`).
    """
    with TemporaryDirectory() as folder:
        data = Path(folder) / "text.jsonl"
        column = settings.get("text_column") or "text"
        data.write_text(json.dumps({column: text}) + "\n", encoding="utf-8")
        given = {"title": "Explanation of one decision", "page": "explanation", "workers": 1}
        of_one = {
            "data": data, "label_column": "", "slice_column": "", "id_column": "",
            "explain": None, "chains": 1, "detailed": 1, "projection": 0,
        }  # fmt: skip
        config = resolve(None, {**given, **settings, **of_one})
        audit = measure(config, out, force=force, progress=progress)
    publish(out, pdf=False, progress=progress)
    return audit
