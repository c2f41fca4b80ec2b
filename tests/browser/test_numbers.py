"""Every number of the page that cites evidence is what the evidence says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from tests.browser.citations import COLLECT, Cited, Evidence, agrees, printed
from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
SCORES = """([id, evidence, token]) => {
  const table = document.querySelector(`#ex-${id} table.scores`);
  const heads = [...table.tHead.rows[0].cells];
  const at = heads.findIndex((cell) => cell.dataset.evidence === evidence);
  const cell = table.tBodies[0].rows[token].cells[at];
  const foot = Object.fromEntries([...table.tFoot.rows].map((row) => [row.cells[0].textContent, row.cells[at].textContent]));
  return { score: cell.firstChild.textContent, error: cell.querySelector("small")?.textContent ?? null, foot };
}"""


@pytest.fixture(scope="module")
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


@pytest.fixture(scope="module")
def evidence(audit) -> Evidence:
    return Evidence(audit.evidence)


def problems(visit: Visit, evidence: Evidence) -> list[str]:
    found = [evidence.problem(Cited(*entry)) for entry in visit.run(COLLECT)]
    return [problem for problem in found if problem]


def test_every_cited_number_equals_the_evidence(visit: Visit, evidence: Evidence) -> None:
    files = Counter(reference.split("#")[0] for reference, *_ in visit.run(COLLECT))
    expected = {"metrics.parquet", "heads.parquet", "findings.parquet", "examples.parquet"}
    assert expected | {"agreement.parquet", "manifest.json"} <= set(files)
    assert files.total() > 500
    assert problems(visit, evidence) == []


@pytest.mark.parametrize(
    "change",
    [
        "data.value = String(Number(data.value) + 1)",
        "data.textContent = '9.99'",
        "data.dataset.evidence = 'metrics.parquet#0:n'",
        "interval.textContent = '[0.00, 9.99]'",
        "count.textContent = 'n\u00a0=\u00a0999'",
    ],
)
def test_one_changed_number_is_found(visit: Visit, evidence: Evidence, change: str) -> None:
    script = f"""() => {{
      const interval = document.querySelector("data[data-evidence] + .interval:has(+ .count)");
      const [data, count] = [interval.previousElementSibling, interval.nextElementSibling];
      const around = data.parentElement;
      const kept = around.innerHTML;
      globalThis.putBack = () => {{ around.innerHTML = kept; }};
      {change};
    }}"""
    visit.run(script)
    try:
        assert len(problems(visit, evidence)) == 1
    finally:
        visit.run("putBack()")


def test_scores_of_the_cards_equal_the_evidence(visit: Visit, audit) -> None:
    rng = np.random.default_rng(3)
    rows = audit.attributions.to_pylist()
    for index in rng.choice(len(rows), 20, replace=False).tolist():
        row = rows[index]
        token = int(rng.integers(len(row["scores"])))
        reference = f"attributions.parquet#{index}:scores"
        found = visit.run(SCORES, [row["example_id"], reference, token])
        assert agrees(found["score"], row["scores"][token])
        assert printed(found["score"])[1] <= 0.001
        if row["error"] is not None:
            assert agrees(found["error"].removeprefix("±"), row["error"][token])
        assert agrees(found["foot"]["Sum of scores"], float(np.sum(np.float64(row["scores"]))))
        for name in ("base", "residual"):
            text = found["foot"][name.capitalize()]
            assert text == "\u2013" if row[name] is None else agrees(text, row[name])
        assert printed(found["foot"]["Model evaluations"])[0] == row["evaluations"]
