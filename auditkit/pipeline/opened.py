"""An audit opened from Python: Arrow tables, tensors, and attributions as `shap.Explanation`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.compute as pc

from auditkit.errors import MissingExtra, UnknownName, how_to_install
from auditkit.evidence.reader import Audit
from auditkit.render.token_names import TokenNames

if TYPE_CHECKING:
    import pyarrow as pa


NAMED_BY = ("id", "tokens", "words", "segments", "starts", "stops", "text", "text_pair")
"""Columns of examples that the names of their tokens are read from."""


class OpenedAudit(Audit):
    """The evidence of one audit; tables are properties, e.g. ``audit.examples``."""

    def shap_explanation(self, method: str = "shap") -> Any:  # noqa: ANN401  (shap has no types)
        """Return one method's attributions as a `shap.Explanation`.

        Args:
            method: Name of an attribution method in the audit.

        Returns:
            An explanation with one row per example and target, in the order of the method's rows
            in ``attributions`` (whose column ``target`` names what positive scores support):
            ``values`` (signed scores per token), ``base_values`` (NaN where the method has no
            base) and ``data`` (the tokens, named as the report names them).

        Raises:
            UnknownName: The audit has no attributions by that method.
            MissingExtra: shap is not installed.
        """
        try:
            import shap
        except ImportError as error:
            raise MissingExtra(
                f"shap_explanation needs shap. Install it: {how_to_install('model')}"
            ) from error
        rows = self._rows_of(method)
        names = self._token_names(set(rows["example_id"].to_pylist()))
        bases = [np.nan if base is None else base for base in rows["base"].to_pylist()]
        return shap.Explanation(
            values=_ragged(rows["scores"].to_pylist()),
            base_values=np.array(bases),
            data=_ragged([names[example] for example in rows["example_id"].to_pylist()]),
        )

    def _token_names(self, examples: set[str]) -> dict[str, list[str]]:
        found = {}
        for row in self.examples.select(list(NAMED_BY)).to_pylist():
            if row["id"] in examples:
                names = TokenNames(row)
                found[row["id"]] = [names.label(token) for token in range(len(row["tokens"]))]
        return found

    def _rows_of(self, method: str) -> pa.Table:
        rows = self.attributions.filter(pc.equal(self.attributions["method"], method))
        if rows.num_rows == 0:
            there = ", ".join(sorted(set(self.attributions["method"].to_pylist())))
            raise UnknownName(f"The audit in {self.folder} has no {method!r}; it has: {there}.")
        return rows


def open_audit(folder: Path | str) -> OpenedAudit:
    """Open the finished audit in `folder`.

    Raises:
        EvidenceError: There is no finished audit of a known format.
    """
    return OpenedAudit(Path(folder))


def _ragged(rows: list[list[Any]]) -> np.ndarray:
    """Return an object array with one array per row, whatever the lengths."""
    ragged = np.empty(len(rows), dtype=object)
    for index, row in enumerate(rows):
        ragged[index] = np.array(row)
    return ragged
