"""Reports changed together with their checksums, so that only what they say can give them away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import auditkit as package
from tests.attacks.test_tampering import rewrite_manifest
from tests.forgery import rewrite_sums
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import Outcome, auditkit, copied, published_audit

Change = Callable[[str], str]
ROUNDED = "0.49"
METRIC = r'(<data value=")([^"]+)(" data-evidence="metrics\.parquet#\d+:value">)([^<]+)'
SCORE = r'(<table class="scores">.*?<tbody>.*?<td>)([^<]+)'


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """A copy of a published audit, to be tampered with."""
    return copied(published_audit(pdf=False), tmp_path / "audit")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An audit with standard errors, disagreements and slices."""
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=6)
    package.publish(out, pdf=False)
    return out


def forge(audit: Path, change: Change) -> Outcome:
    """Change the report, make the checksums agree, and verify by reading alone."""
    path = audit / "report.html"
    old = path.read_bytes().decode()
    new = change(old)
    assert new != old, "nothing was changed"
    path.write_bytes(new.encode("utf-8", errors="surrogateescape"))
    rewrite_sums(audit)
    return auditkit("verify", audit, "--no-republish")


def sub(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Change:
    """Change the first place that matches."""
    return lambda page: re.sub(pattern, replacement, page, count=1, flags=re.DOTALL)


def named(done: Outcome, *texts: str) -> None:
    """Verify failed, and one line names the place and all of `texts`."""
    assert done.code == 1, done
    assert "Traceback" not in done.err
    assert "intact, not signed" not in done.out
    lines = done.out.splitlines()
    assert [line for line in lines if all(text in line for text in texts)], done.out


# --- Negative controls -----------------------------------------------------------------------------


def test_negative_control_an_untouched_report_says_what_the_evidence_says(audit: Path) -> None:
    done = auditkit("verify", audit, "--verbose")
    assert (done.code, done.err) == (0, "")
    compared = re.search(r"; ([\d,]+) marked numbers equal the evidence they cite", done.out)
    assert compared is not None
    assert int(compared[1].replace(",", "")) > 500
    for subject in ("numbers", "table of examples", "charts", "views of decisions"):
        assert f"{subject} in report.html: ok" in done.out
    assert "report.html, published again: ok" in done.out


@pytest.mark.parametrize(
    ("problem", "full"),
    [
        ("single_label", True),
        ("single_label", False),
        ("multi_label", True),
        ("single_logit", True),
    ],
)
def test_negative_control_no_kind_of_audit_raises_an_alarm(
    problem: str, full: bool, tmp_path: Path
) -> None:
    out = write_synthetic_audit(
        tmp_path, examples=16, problem=problem, hostile=full, labelled=full, slices=full
    )
    package.publish(out, pdf=False)
    done = package.verify(out)
    assert (done.problems, done.is_redrawn) == ((), True)
    assert done.numbers > 500


def test_negative_control_new_checksums_alone_change_nothing(audit: Path) -> None:
    rewrite_sums(audit)
    assert auditkit("verify", audit).code == 0


# --- Numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        sub(METRIC, rf"\g<1>\g<2>\g<3>{ROUNDED}9"),
        sub(METRIC, rf"\g<1>{ROUNDED}\g<3>\g<4>"),
        sub(METRIC, rf"\g<1>{ROUNDED}\g<3>{ROUNDED}"),
        sub(METRIC, r"\g<1>\g<2>\g<3>undefined"),
        sub(METRIC, r"\g<1>\g<2>\g<3>"),
        sub(METRIC, r"\g<1>\g<2>\g<3>better than ever"),
        sub(METRIC, r"\g<1>\g<2>\g<3>\g<4><b>0</b>"),
        sub(METRIC, rf'<data value="{ROUNDED}" value="\g<2>\g<3>\g<4>'),
    ],
    ids=["text", "attribute", "both", "undefined", "empty", "words", "digit", "attribute twice"],
)  # fmt: skip
def test_a_changed_number_is_found_and_named(change: Change, audit: Path) -> None:
    page = (audit / "report.html").read_text("utf-8")
    cited = re.search(METRIC, page)
    assert cited is not None
    reference = cited[3].split('"')[2]
    named(forge(audit, change), "report.html line", "(in #", reference, f"which is {cited[2]}")


def test_a_fraction_cannot_be_rounded_to_a_whole_number(audit: Path) -> None:
    def round_off(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{match[3]}{round(float(match[2]))}"

    fraction = METRIC.replace('[^"]+)(', r"0\.\d+)(", 1)
    named(forge(audit, sub(fraction, round_off)), "prints", "metrics.parquet#")


@pytest.mark.parametrize(
    "reference",
    [
        "metrics.parquet#999999:value", "metrics.parquet#0:nothing", "metrics.parquet#-1:value",
        "metrics.parquet#0:metric", "metrics.parquet", "nothing.parquet#0:value", "",
        "../../loot.parquet#0:value", "manifest.json#/nothing/here", "manifest.json#/title",
        "manifest.json#/counts", "examples.parquet#0:logits", "examples.parquet#0:logits/99",
        "metrics.parquet#0:value/0", "metrics.parquet#99999999999999999999:value", "\u202e#0:value",
    ],
)  # fmt: skip
def test_a_citation_that_leads_nowhere_is_found(reference: str, audit: Path) -> None:
    change = sub(
        METRIC, lambda m: m[0].replace(re.findall('evidence="([^"]+)', m[0])[0], reference)
    )
    named(forge(audit, change), "report.html line", "cites")


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r'(class="interval">\[)([^,]+)', r"\g<1>0.0001"),
        (r'(class="interval">\[[^,]+, )([^\]]+)', r"\g<1>0.9999"),
        (r'(class="interval">\[[^,]+), [^\]]+', r"\g<1>"),
        (r'(class="count">n(?:&nbsp;|\u00a0)=(?:&nbsp;|\u00a0))(\d+)', r"\g<1>9999"),
    ],
    ids=["low", "high", "one bound", "n"],
)
def test_a_changed_interval_or_count_is_found(pattern: str, replacement: str, audit: Path) -> None:
    named(forge(audit, sub(pattern, replacement)), "report.html line", "prints", "beside")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub(METRIC, f"<data>{ROUNDED}"), "cites nothing"),
        (sub(METRIC, r"\g<1>\g<2>\">\g<4>"), "cites nothing"),
        (sub(r'probability <data value="[^"]+" data-evidence="[^"]+">[^<]+',
             'probability <data value="0.5">50.0%'), "without a citation"),
        (sub(r'(probability <data [^>]+>)[^<]+', r"\g<1>12.3%"), "prints"),
        (sub(r'(<dt>Disagreement</dt><dd><data value=")[^"]+', r"\g<1>0.1"),
         "holds '0.1' for outcomes.parquet"),
    ],
    ids=["no mark", "no citation", "probability", "printed", "disagreement"],
)  # fmt: skip
def test_a_number_without_a_citation_is_found(change: Change, said: str, audit: Path) -> None:
    named(forge(audit, change), "report.html line", said)


def test_no_marked_number_at_all_is_no_success(audit: Path) -> None:
    done = forge(audit, lambda page: page.replace("data-evidence", "data-source"))
    named(done, "numbers in report.html", "none is marked")


# --- Scores ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub(SCORE, r"\g<1>+9.999"), ":scores/0"),
        (sub(r"<td>[+\u2212]0\.\d+(<small>)", r"<td>0\g<1>"), ":scores/"),
        (sub(SCORE, r"\g<1>"), ":scores/0"),
        (sub(r"\u00b1[\d.]+", "\u00b10.0001"), "(standard error)"),
        (sub(r"<small>\u00b1[\d.]+</small>", ""), "(standard error)"),
        (sub(r"(Sum of scores</th><td>)[^<]+", r"\g<1>+9.999"), "(sum of scores)"),
        (sub(r"(Base</th><td>)[^<]+", r"\g<1>+9.999"), "(base)"),
        (sub(r"(Residual</th><td>)[^<]+", r"\g<1>+9.999"), "(residual)"),
        (sub(r"(Model evaluations</th><td>)[^<]+", r"\g<1>1"), "(model evaluations)"),
        (sub(r'(<table class="scores">.*?<tbody>)\s*<tr.*?</tr>', r"\g<1>"), "rows for"),
        (sub(r'(<table class="scores">.*?<tbody>\s*<tr[^>]*>.*?</th>).*?</tr>', r"\g<1></tr>"),
         "has no cell"),
        (sub(r'(<th scope="col" data-evidence="attributions\.parquet#)\d+', r"\g<1>20"),
         "which is about example"),
        (sub(r'(<th scope="col" data-evidence=")[^"]+', r"\g<1>metrics.parquet#0:value"),
         "not in attributions.parquet"),
    ],
    ids=["score", "rough", "empty", "error", "no error", "sum", "base", "residual", "evaluations",
         "row", "cells", "another example", "another table"],
)  # fmt: skip
def test_changed_scores_are_found(
    change: Change, said: str, invented: Path, tmp_path: Path
) -> None:
    named(forge(copied(invented, tmp_path / "audit"), change), "report.html line", said)


# --- Examples, charts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub(r'data-margin="[^"]+', 'data-margin="99'), "says margin"),
        (sub(r'(data-label="Margin"><data[^>]*>)[^<]+', r"\g<1>+9.99"), "says margin"),
        (sub(r'data-confidence="[^"]+', 'data-confidence="0.999'), "says confidence"),
        (sub(r'(data-label="Confidence"><data[^>]*>)[^<]+', r"\g<1>0.01"), "says confidence"),
        (sub(r'data-disagreement="[^"]+', 'data-disagreement="none'), "says disagreement"),
        (sub(r'data-outcome="wrong', 'data-outcome="correct'), "says outcome"),
        (sub(r'data-predicted="[^"]+', 'data-predicted="another'), "says predicted"),
        (sub(r'data-gold="[^"]+', 'data-gold="another'), "says gold"),
        (sub(r'data-slice="[^"]+', 'data-slice="another'), "says slice"),
        (sub(r'data-number="\d+', 'data-number="77'), "says number"),
        (sub(r'data-flags="[^"]*', 'data-flags="x'), "says flags"),
        (sub(r'(<tr data-id=[^>]*) data-detailed', r"\g<1>"), "shown in detail"),
        (sub(r'<tr data-id=".*?</tr>', ""), "leaves out example"),
        (sub(r'<tr data-id="[^"]+', '<tr data-id="stranger'), "lists 'stranger'"),
    ],
)  # fmt: skip
def test_a_changed_table_of_examples_is_found(
    change: Change, said: str, invented: Path, tmp_path: Path
) -> None:
    named(forge(copied(invented, tmp_path / "audit"), change), said)


@pytest.mark.parametrize(
    "change",
    [
        sub(r'(class="spec">.*?"value":)[\d.]+', r"\g<1>0.12345"),
        sub(r'(class="spec">).*?</script>', r"\g<1>{</script>"),
        sub(r'(class="spec">).*?</script>', r"\g<1>[]</script>"),
        sub(r'(class="spec">).*?</script>', r'\g<1>{"data": [7]}</script>'),
        sub(r'(class="spec">).*?</script>', r'\g<1>{"data": [{"values": [7]}]}</script>'),
        sub(r'(class="spec">).*?</script>', rf"\g<1>{'[' * 99_999}</script>"),
    ],
)
def test_a_changed_chart_is_found(change: Change, audit: Path) -> None:
    named(forge(audit, change), "report.html line", "chart")


# --- Damage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", np.linspace(0.02, 0.98, 9))
def test_a_page_that_is_cut_off_is_found(share: float, audit: Path) -> None:
    done = forge(audit, lambda page: page[: int(share * len(page))])
    named(done, "end of report.html", "cut off")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: "",
        lambda _: "<",
        lambda page: page.replace("</", "<"),
        lambda page: "<div>" * 200_000 + page,
        lambda page: "</td>" * 200_000 + page[:-7],
        lambda page: page.replace("<body>", "<body><![x", 1),
        lambda page: page.replace("<body>", "<body><!--", 1),
        lambda page: page.replace("<table", "<data data-evidence"),
        lambda page: page.replace("<tbody>", ""),
        lambda page: page + "\udcff",
    ],
    ids=["empty", "one sign", "no ends", "deep", "ends", "declaration", "comment", "no tables",
         "no bodies", "no utf-8"],
)  # fmt: skip
def test_damaged_markup_is_reported(change: Change, audit: Path) -> None:
    done = forge(audit, change)
    assert "Traceback" not in done.err
    # What a browser would put right may be read all the same; then the numbers are there.
    assert done.code == 1 or "marked numbers equal" in done.out


def test_a_manifest_without_a_model_is_reported(audit: Path) -> None:
    rewrite_manifest(audit, lambda record: record.pop("model"))
    rewrite_sums(audit)
    named(auditkit("verify", audit), "numbers in report.html", "cannot be compared")


def test_many_problems_are_counted(audit: Path) -> None:
    done = forge(audit, lambda page: re.sub(METRIC, rf"\g<1>{ROUNDED}\g<3>{ROUNDED}", page))
    named(done, "numbers in report.html", "more are wrong")
    assert len(done.out.splitlines()) < 60


def test_numbers_are_not_compared_with_damaged_evidence(audit: Path) -> None:
    (audit / "evidence" / "metrics.parquet").write_bytes(b"x")
    named(auditkit("verify", audit), "numbers in report.html", "evidence is not intact")


# --- What only publishing again finds --------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("does not show", "shows", 1),
        sub(r"<style>", "<style>.finding-high { display: none }"),
        lambda page: page.replace("</html>", "</html >"),
        lambda page: page + "\n",
    ],
    ids=["sentence", "style", "byte", "line"],
)
def test_what_nobody_marked_is_found_by_publishing_again(change: Change, audit: Path) -> None:
    done = forge(audit, change)
    again = auditkit("verify", audit, *([] if done.code == 0 else ["--republish"]))
    named(again, "report.html, published again: ")
    assert done.code == 0 or "of report.html: " in done.out


def test_the_first_difference_is_quoted(audit: Path) -> None:
    forge(audit, lambda page: page.replace("does not show", "shows", 1))
    done = auditkit("verify", audit)
    named(done, "differs first at line", "(after #", "does not show", "there is", "shows")


def drawn_elsewhere(audit: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Record another build beside the report, and make the checksums agree."""
    path = audit / "published.json"
    record = json.loads(path.read_bytes())
    change(record["build"])
    path.write_text(json.dumps(record), "utf-8")
    rewrite_sums(audit)


def other_library(build: dict[str, Any]) -> None:
    build["libraries"]["jinja2"] = "0.1"


def other_code(build: dict[str, Any]) -> None:
    build["code"] = "0" * 64


@pytest.mark.parametrize(
    ("change", "said"),
    [(other_library, "jinja2 0.1 there, "), (other_code, "other code of the same version")],
)
def test_what_another_build_drew_differently_is_noted_and_no_problem(
    change: Callable[[dict[str, Any]], None], said: str, audit: Path
) -> None:
    forge(audit, lambda page: page.replace("does not show", "shows", 1))
    drawn_elsewhere(audit, change)
    done = auditkit("verify", audit)
    assert done.code == 0, done
    assert said in done.out
    assert "is not decided here" in done.out
    assert "differs first at line" in done.out
    assert "every byte" not in done.out
    named(auditkit("verify", audit, "--republish"), "published again: differs first at line")


def test_what_another_build_drew_equally_is_compared_whole(audit: Path) -> None:
    drawn_elsewhere(audit, other_library)
    assert "every byte of the HTML is drawn from it" in auditkit("verify", audit).out


def test_without_a_record_of_the_build_a_difference_is_noted(audit: Path) -> None:
    (audit / "published.json").unlink()
    forge(audit, lambda page: page.replace("does not show", "shows", 1))
    done = auditkit("verify", audit)
    assert done.code == 0
    assert "by a version that did not record itself" in done.out


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"build": 1}', b"\xff"])
def test_a_record_that_is_none_is_a_problem(content: bytes, audit: Path) -> None:
    (audit / "published.json").write_bytes(content)
    rewrite_sums(audit)
    named(auditkit("verify", audit), "published.json", "publish the audit again")


def test_a_changed_record_is_found_by_its_checksum(audit: Path) -> None:
    path = audit / "published.json"
    path.write_bytes(path.read_bytes().replace(b"one_file", b"one_fila"))
    named(auditkit("verify", audit), "published.json", "SHA-256")


# --- The cover, and how severe findings are called ---------------------------------------------------

FACT = r"(<div><dt>{}</dt><dd>)([^<]*)"


@pytest.mark.parametrize("name", ["Model", "Data", "Date", "Made with", "Signature"])
def test_a_changed_fact_of_the_cover_is_found(name: str, audit: Path) -> None:
    done = forge(audit, sub(FACT.format(name), r"\g<1>signed by Ada"))
    named(done, "cover of report.html", "says 'signed by Ada")


@pytest.mark.parametrize(
    "change",
    [
        sub(r"<div><dt>Date</dt>.*?</div>\n", ""),
        sub(r"(<div><dt>Date</dt>.*?</div>\n)", r"\g<1>\g<1>"),
        sub(r"(<div><dt>Date</dt>.*?</div>\n)(<div>.*?</div>\n)", r"\g<2>\g<1>"),
        sub(r"<title>", "<title>Approved: "),
        sub(r"<h1>", "<h1>Approved: "),
        sub(r"<h1>.*?</h1>", ""),
    ],
    ids=["left out", "twice", "moved", "title", "heading", "no heading"],
)
def test_a_cover_that_says_something_else_is_found(change: Change, audit: Path) -> None:
    named(forge(audit, change), "cover of report.html")


@pytest.mark.parametrize(
    "change",
    [
        sub(r'(<p class="severity">)[^<]*', r"\g<1>For no information"),
        sub(r'<li class="finding finding-\w+"', '<li class="finding finding-other"'),
        sub(r'(<li class="finding [^>]*id="finding-)\d+', r"\g<1>999"),
        sub(r'<p class="severity">[^<]*</p>', ""),
        sub(r'(<p class="severity">[^<]*</p>)', r"\g<1>\g<1>"),
    ],
    ids=["word", "colour", "other", "none", "two"],
)
def test_another_severity_is_found(change: Change, audit: Path) -> None:
    named(forge(audit, change), "report.html line", "(in #finding-")


def test_publishing_again_survives_evidence_that_cannot_be_drawn(audit: Path) -> None:
    (audit / "evidence" / "metrics.parquet").write_bytes(b"x")
    done = auditkit("verify", audit, "--republish")
    named(done, "report.html, published again", "cannot be compared")


def test_the_record_of_verification_says_how_much_was_compared(audit: Path) -> None:
    done = package.verify(audit)
    assert done.numbers > 500
    assert f"{done.numbers:,} marked numbers" in done.verdict
