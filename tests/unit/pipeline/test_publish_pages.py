"""Publishing one file or many over what was published before, and being stopped half-way."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditkit
from auditkit.errors import OutputError
from auditkit.evidence.reader import Audit
from auditkit.pipeline import publish as pipeline
from auditkit.render.pages import Limits
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

MANY = Limits(one_file=0, page=40_000)
FEW = Limits(one_file=0, page=120_000)
ONE = Limits()


class Killed(BaseException):
    """What a process that is killed does not live to see."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_synthetic_audit(tmp_path_factory.mktemp("measured"), examples=8)


@pytest.fixture(autouse=True)
def _drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test publishes the same evidence, so it is drawn once for each of the limits."""
    monkeypatch.setattr(pipeline, "html_files", lambda audit, limits: iter(drawn(audit, limits)))


DRAWN: dict[Limits, list[tuple[str, bytes]]] = {}
DRAW = pipeline.html_files


def drawn(audit: Audit, limits: Limits) -> list[tuple[str, bytes]]:
    if limits not in DRAWN:
        DRAWN[limits] = list(DRAW(audit, limits))
    return DRAWN[limits]


@pytest.fixture
def audit(measured: Path, tmp_path: Path) -> Path:
    return copied(measured, tmp_path / "audit")


def contents(audit: Path) -> dict[str, bytes]:
    """Everything but the evidence."""
    files = (path for path in audit.rglob("*") if path.is_file())
    found = {path.relative_to(audit).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in found.items() if not name.startswith("evidence/")}


def publish(audit: Path, limits: Limits) -> dict[str, bytes]:
    auditkit.publish(audit, pdf=False, limits=limits)
    return contents(audit)


def pages(files: dict[str, bytes]) -> int:
    return sum(name.startswith("report-pages/") for name in files)


@pytest.mark.parametrize("before", [MANY, FEW, ONE], ids=["many", "few", "one"])
@pytest.mark.parametrize("after", [MANY, FEW, ONE], ids=["many", "few", "one"])
def test_nothing_of_an_earlier_publication_stays(
    before: Limits, after: Limits, audit: Path, measured: Path, tmp_path: Path
) -> None:
    fresh = publish(copied(measured, tmp_path / "fresh"), after)
    publish(audit, before)
    assert publish(audit, after) == fresh
    assert auditkit.verify(audit).problems == ()
    assert (audit / "report-pages").is_dir() == (after is not ONE)


def test_the_limits_decide_the_number_of_pages(audit: Path) -> None:
    found = [pages(publish(audit, limits)) for limits in (MANY, FEW, ONE)]
    assert found[0] > found[1] > found[2] == 0


@pytest.mark.parametrize("before", [None, MANY, ONE], ids=["nothing", "many", "one"])
@pytest.mark.parametrize("after", [FEW, ONE], ids=["few", "one"])
def test_a_publication_that_is_stopped_is_never_taken_for_a_whole_one(
    before: Limits | None, after: Limits, audit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = contents(audit) if before is None else publish(audit, before)
    whole = publish(audit, after)
    stops = 0
    for steps in range(100):
        if before is not None:
            publish(audit, before)
        with monkeypatch.context() as patch:
            stop_after(steps, patch)
            try:
                auditkit.publish(audit, pdf=False, limits=after)
            except Killed:
                stops += 1
            else:
                break
        there = contents(audit)
        accepted = not auditkit.verify(audit).problems
        assert not accepted or there in (earlier, whole)
    assert stops > 3
    assert publish(audit, after) == whole
    assert auditkit.verify(audit).problems == ()


def stop_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """Let so many changes to the disk happen, and none after that."""
    left = iter(range(steps))

    def counted(change):
        def changing(*arguments, **options):
            if next(left, None) is None:
                raise Killed
            return change(*arguments, **options)

        return changing

    for name in ("write_bytes", "replace", "unlink", "mkdir", "rmdir"):
        patch.setattr(Path, name, counted(getattr(Path, name)))


def test_what_others_put_among_the_pages_stays_and_is_named(audit: Path) -> None:
    publish(audit, MANY)
    (audit / "report-pages" / "notes.txt").write_text("mine", "utf-8")
    files = publish(audit, ONE)
    assert files["report-pages/notes.txt"] == b"mine"
    assert pages(files) == 1
    assert [check.subject for check in auditkit.verify(audit).problems] == [
        "report-pages/notes.txt"
    ]


def test_pages_are_not_written_through_a_link(audit: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.html").write_text("kept", "utf-8")
    (audit / "report-pages").symlink_to(elsewhere)
    assert pages(publish(audit, MANY)) > 2
    assert [path.name for path in elsewhere.iterdir()] == ["kept.html"]
    assert auditkit.verify(audit).problems == ()


def test_a_folder_that_cannot_be_made_is_one_clear_error(audit: Path) -> None:
    (audit / "report-pages").write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="report-pages cannot be written"):
        publish(audit, MANY)
