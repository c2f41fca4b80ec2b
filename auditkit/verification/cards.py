"""Where the cards of examples stand: each once, and where the table of examples says."""

from __future__ import annotations

from posixpath import join, normpath
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check
from auditkit.verification.listing import listing, sentences
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_CARD = "ex-"
_REPORT = "report.html"


class Cards:
    """Collects the cards of every file of a report, and where the table of examples leads."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}
        self._leads: dict[str, str] = {}
        self._pages: set[str] = set()
        self._is_cut = False

    def add(self, file: str, page: Element) -> None:
        """Note what stands in one file, which was read as `page`."""
        for card in page.find("article", "card"):
            name = card.attributes.get("id", "").removeprefix(_CARD)
            self._found.setdefault(name, []).append(file)
        self._is_cut |= file == _REPORT and bool(sentences(page))
        if file != _REPORT:
            self._pages.add(file)
        for table in page.find("table", "examples"):
            for row in table.find("tr"):
                links = row.find("a")
                if links and "data-id" in row.attributes:
                    self._leads[row.attributes["data-id"]] = links[0].attributes.get("href", "")

    def checks(self, citations: Citations) -> Iterator[Check]:
        """Compare with the examples that the evidence calls for.

        Returns:
            One check per example that is listed, and one per card or page that is not expected.
        """
        known = listing(citations, is_cut=self._is_cut).names
        for name in sorted(known):
            yield Check(f"card of example {name}", self._problem(name))
        for name in sorted(set(self._found) - known):
            yield Check(f"card of {quoted(name)}", "is about no example that is listed")
        held = {file for files in self._found.values() for file in files}
        for page in sorted(self._pages - held):
            yield Check(page, "holds no card, so nothing leads to it")

    def _problem(self, name: str) -> str | None:
        files = self._found.get(name, [])
        if not files:
            return "is missing"
        if len(files) > 1:
            return f"stands {len(files)} times, in {', '.join(sorted(set(files)))}"
        lead = self._leads.get(name)
        if lead is None:
            return None
        path, _, anchor = lead.partition("#")
        file = normpath(join(_REPORT, "..", path)) if path else _REPORT
        if (file, anchor) == (files[0], _CARD + name):
            return None
        return f"stands in {files[0]}; the table of examples leads to {quoted(lead)}"
