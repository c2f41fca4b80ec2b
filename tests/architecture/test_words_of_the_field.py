"""The project says things in the words of the field; words of its own that had taken their place stay out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD = re.compile(
    r"foret[eo]l|\bpok(?:e|es|ed|ing|er)\b|\bstoreys?\b|\bspeaks? against\b|\bheld to\b"
    r"|\bcarr(?:y|ies|ied|ying)\b|\b(?:stood|put|once more) (?:a |on )?(?:faithfulness )?trial\b|\blayer stretch",
    re.IGNORECASE,
)
NAMES_IN_EVIDENCE = re.compile(
    r"""["'`]-?(?:foretold|pokes)(?:\.parquet)?["'`]   # columns and tables of format 1 keep their names
    |"(?:weaker|stronger)\ than\ foretold"|["']poke["']|pokes-scale|\(pokes\|edits\)   # on pages of earlier versions
    |\bpokes\.parquet|\blinks\.parquet[:#]foretold|\blink\.foretold\b|\bforetold:\ (?:number|float|-?\d)|foretold=float\(link|foretold:Q""",
    re.VERBOSE,
)
WRITTEN = (".py", ".md", ".jinja", ".css", ".js", ".ts", ".toml")
LEFT_OUT = {
    ROOT / "templates" / "static" / "viewer.js",  # built from what is read here
    ROOT / "docs" / "migrating.md",  # says what the old words were
}


def written() -> list[Path]:
    """Everything that a reader of the project or of a report may read."""
    folders = [ROOT / name for name in ("auditkit", "templates", "docs", "benchmarks", "scripts")]
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in WRITTEN]
    found += [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [
        path for path in found if "node_modules" not in path.parts and path not in LEFT_OUT
    ]  # fmt: skip


def old_words(text: str) -> list[str]:
    return [match[0] for match in OLD.finditer(NAMES_IN_EVIDENCE.sub("", text))]


def test_the_words_are_those_of_the_field() -> None:
    files = written()
    assert len(files) > 300
    found = {str(path.relative_to(ROOT)): old_words(path.read_text("utf-8")) for path in files}
    assert {file: words for file, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "text",
    [
        "weaker than foretold", "the gradient foretells", "word poked", "PokesPart poke", "layers as storeys",
        "it speaks against it", "what tests are held to", "a message carries 1.2", "has not stood a faithfulness trial",
    ],
)  # fmt: skip
def test_negative_control_an_old_word_is_found(text: str) -> None:
    assert old_words(text)


@pytest.mark.parametrize(
    "text",
    [
        'link["foretold"]', "table `pokes.parquet`", "he spoke", "the history", "carrier", "shared between",
        "docs/format.md: `foretold`",
    ],
)  # fmt: skip
def test_negative_control_other_words_pass(text: str) -> None:
    assert old_words(text) == []
