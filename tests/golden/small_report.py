"""A small report of an invented audit, kept beside the tests: a change of the page shows in it, line by line.

``python -m tests.golden.small_report`` writes it anew; look at the difference before you commit it.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import auditkit
from tests.synthetic_audit import write_synthetic_audit

KEPT = Path(__file__).parent / "small_report"
_OWN_CODE = re.compile(r"(?s)<((script|style)(?:| [^>]* class=\"library\"[^>]*))>.*?</\2>")
"""Scripts and style sheets, which have sources of their own; packed libraries too."""
_DIGEST = re.compile(r"\b[0-9a-f]{48,64}\b|\(root\)[0-9a-f]{48}")


def made(folder: Path) -> dict[str, str]:
    """Publish the invented audit; return the page without its own code, and the text of the PDF."""
    audit = write_synthetic_audit(folder, examples=9, seed=11)
    auditkit.publish(audit)
    page = (audit / "report.html").read_text("utf-8")
    command = ["pdftotext", "-layout", str(audit / "report.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    root = auditkit.open_audit(audit).root
    return {
        "report.html": _without_digests(_OWN_CODE.sub(r"<\1></\2>", page), root),
        "report.txt": _without_digests(printed, root),
    }


def _without_digests(text: str, root: str) -> str:
    """Digests of files depend on the version of the library that writes them."""
    return _DIGEST.sub("(digest)", text.replace(root[:16], "(root)"))


def main() -> None:
    """Write the kept report anew."""
    KEPT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, text in made(Path(folder) / "audit").items():
            (KEPT / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
