"""Numbers of chains, layers and changes that do not say what the evidence says are found and named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import auditkit as package
from tests.attacks.test_forged_reports import Change, forge, named, sub
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import auditkit, copied

SENTENCE = r'(<li id="ex-[0-9a-f]+-link-1">.*?changed the margin by <data[^>]*>)([^<]+)'
TURNED = r'(data-evidence=")-(links\.parquet#\d+:observed")'
THRESHOLD = r'(data-evidence="config\.toml#/chain_links">)(\d+)'
CUT = r'(<table class="cuts".*?<td>)([^<]+)'
POKE = r'(<td class="edit".*?data-evidence="pokes\.parquet#\d+:margin">)([^<]+)'
LENS = r'(data-evidence="chains\.parquet#\d+:lens/0">)([^<]+)'
ACCOUNT = r'(data-evidence="ledger\.parquet#\d+:biases/0">)([^<]+)'


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=6)
    package.publish(out, pdf=False)
    return out


def test_negative_control_the_untouched_report_passes_and_cites_chains(invented: Path) -> None:
    page = (invented / "report.html").read_text("utf-8")
    for pattern in (SENTENCE, TURNED, THRESHOLD, CUT, POKE, LENS, ACCOUNT):
        assert re.search(pattern, page, re.DOTALL), pattern
    assert auditkit("verify", invented).code == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub(SENTENCE, r"\g<1>+9.99"), ":observed"),
        (sub(SENTENCE, lambda m: m[1] + m[2].translate({0x2B: "\u2212", 0x2212: "+"})), ":observed"),
        (sub(TURNED, r"\g<1>\g<2>"), ":observed"),
        (sub(THRESHOLD, r"\g<1>99"), "config.toml#/chain_links"),
        (sub(r"config\.toml#/chain_links", "config.toml#/nothing"), "names nothing in config.toml"),
        (sub(CUT, r"\g<1>+9.999"), "ledger.parquet#"),
        (sub(r'(<table class="cuts" data-evidence=")[^"]+', r"\g<1>metrics.parquet#0:value"),
         ":cuts belongs"),
        (sub(r'(<table class="cuts".*?<tbody>)\s*<tr.*?</tr>', r"\g<1>"), "rows of tokens"),
        (sub(r'(<table class="cuts".*?<tbody>\s*<tr>.*?)<td>[^<]+</td>', r"\g<1>"),
         "another length"),
        (sub(POKE, r"\g<1>+9.99"), ":margin"),
        (sub(LENS, r"\g<1>+9.99"), ":lens/0"),
        (sub(ACCOUNT, r"\g<1>+9.99"), ":biases/0"),
    ],
    ids=["sentence", "sign", "turned", "threshold", "key", "cut", "another table", "row", "cell",
         "edit", "lens", "account"],
)  # fmt: skip
def test_a_changed_number_is_found(
    change: Change, said: str, invented: Path, tmp_path: Path
) -> None:
    named(forge(copied(invented, tmp_path / "audit"), change), "report.html line", said)


def test_a_chart_that_draws_other_changes_is_found(invented: Path, tmp_path: Path) -> None:
    change = sub(r'("predicted":)-?[\d.]+', r"\g<1>9.75")
    done = forge(copied(invented, tmp_path / "audit"), change)
    named(done, "report.html line", "draws ", "9.75", "which is not in the evidence")
