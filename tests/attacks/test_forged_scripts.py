"""Libraries of a page, packed, changed together with checksums that agree."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import tracemalloc
from html import escape
from pathlib import Path

import pytest

import auditkit
from auditkit.render.pages import Limits
from auditkit.verification.markup import read_html
from auditkit.verification.scripts import scripts
from tests.forgery import LIBRARY, Report, report, rewrite_sums
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

NOT_ADMITTED = "are not those that the policy admits"
EVIL = b"globalThis.auditkitVega = globalThis.auditkitViewer = {};"
NAMES = ("vega", "viewer")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Report:
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=2)
    auditkit.publish(out, pdf=False)
    return report(out)


def found(page: str) -> list[str]:
    """What is wrong with the scripts of a page, without the rest of verification."""
    return [f"{c.subject}: {c.problem}" for c in scripts(read_html(page)) if c.problem]


def block(page: str, name: str) -> str:
    return next(m[0] for m in re.finditer(LIBRARY, page) if f'"{name}"' in m[1])


def packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def unpacked(block: str) -> bytes:
    match = re.fullmatch(LIBRARY, block)
    assert match
    return gzip.decompress(base64.b64decode(match[2]))


def holding(block: str, text: str) -> str:
    return re.sub(LIBRARY, lambda match: match[1] + text + match[3], block)


def found_in_memory(page: str) -> tuple[list[str], int]:
    """What is wrong with the scripts of a page, and how many bytes it took to say so."""
    read = read_html(page)
    tracemalloc.start()
    said = [check.problem or "" for check in scripts(read)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return said, most


def digest(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode()


def in_policy(script: bytes) -> str:
    return f" &#39;sha256-{digest(script)}&#39;"


def test_negative_control_an_untouched_page_has_the_scripts_that_it_admits(
    invented: Report,
) -> None:
    assert found(invented.page) == []
    assert invented.problems(invented.page) == []
    assert len(re.findall(LIBRARY, invented.page)) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_library_that_is_left_out_is_found(name: str, invented: Report) -> None:
    without = invented.page.replace(block(invented.page, name), "")
    said = "\n".join(found(without))
    assert NOT_ADMITTED in said
    assert f"holds the library '{name}' 0 times, not 1" in said
    assert invented.problems(without)


@pytest.mark.parametrize("name", NAMES)
def test_a_library_that_is_left_out_of_the_policy_too_is_found(name: str, invented: Report) -> None:
    old = block(invented.page, name)
    page = invented.page.replace(in_policy(unpacked(old)), "").replace(old, "")
    assert found(page) == [f"report.html: holds the library '{name}' 0 times, not 1"]


@pytest.mark.parametrize("name", NAMES)
def test_a_library_that_stands_twice_is_found(name: str, invented: Report) -> None:
    old = block(invented.page, name)
    page = invented.page.replace(old, old + old)
    assert f"report.html: holds the library '{name}' 2 times, not 1" in found(page)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("at", [0.001, 0.5, 0.999])
def test_one_changed_byte_is_found(at: float, name: str, invented: Report) -> None:
    old = block(invented.page, name)
    script = bytearray(unpacked(old))
    script[int(at * len(script))] ^= 1
    page = invented.page.replace(old, holding(old, packed(bytes(script))))
    assert found(page) == [f"scripts of report.html: {NOT_ADMITTED}, each once"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("at", [0.001, 0.5, 0.999])
def test_one_changed_letter_of_what_is_packed_is_found(
    at: float, name: str, invented: Report
) -> None:
    old = block(invented.page, name)
    letter = old.index(">") + 1 + int(at * (old.rindex("<") - old.index(">") - 5))
    other = "A" if old[letter] != "A" else "B"
    assert found(invented.page.replace(old, old[:letter] + other + old[letter + 1 :]))


@pytest.mark.parametrize("text", ["", "AAAA", "no base64", packed(b"")[:-8]])
def test_what_cannot_be_unpacked_is_found_and_named(text: str, invented: Report) -> None:
    old = block(invented.page, "vega")
    said = found(invented.page.replace(old, holding(old, text)))
    assert re.search(r"line \d+: is a library that ", said[0])


def test_another_script_in_the_place_of_a_library_is_found(invented: Report) -> None:
    old = block(invented.page, "viewer")
    page = invented.page.replace(old, holding(old, packed(EVIL)))
    assert f"scripts of report.html: {NOT_ADMITTED}, each once" in found(page)
    assert invented.problems(page)


def test_libraries_under_each_others_names_are_found(invented: Report) -> None:
    swap = {"vega": "viewer", "viewer": "vega"}
    page = re.sub(r'data-name="(\w+)"', lambda m: f'data-name="{swap[m[1]]}"', invented.page)
    said = found(page)
    assert len(said) == 2
    assert all("is a library that does not set what its name stands for" in one for one in said)


def test_another_script_that_the_policy_admits_is_found_by_publishing_again_alone(
    invented: Report, tmp_path: Path
) -> None:
    """Verification knows no version's scripts but its own."""
    old = block(invented.page, "vega")
    script = unpacked(old) + b"alert(1);"
    page = invented.page.replace(old, holding(old, packed(script)))
    out = copied(invented.out, tmp_path / "out")
    changed = page.replace(digest(unpacked(old)), digest(script))
    (out / "report.html").write_text(changed, "utf-8")
    rewrite_sums(out)
    assert not auditkit.verify(out, republish=False).problems
    (problem,) = auditkit.verify(out).problems
    assert problem.subject == "report.html, published again"


def test_a_library_that_no_report_has_is_found(invented: Report) -> None:
    old = block(invented.page, "viewer")
    more = holding(old, packed(EVIL)).replace('"viewer"', '"other"')
    page = invented.page.replace(old, old + more)
    assert "report.html: holds the library 'other' 1 times, not 0" in found(page)


def test_a_library_that_nothing_needs_is_found(invented: Report) -> None:
    page = re.sub(r'class="(scene|projection)"', 'class="x"', invented.page)
    assert found(page) == ["report.html: holds the library 'viewer' 1 times, not 0"]


@pytest.mark.parametrize("place", ["</main>", "</head>", "</noscript>"])
def test_a_library_elsewhere_is_found(place: str, invented: Report) -> None:
    old = block(invented.page, "vega")
    page = invented.page.replace(old, "").replace(place, old + place, 1)
    assert any("'script.library' where no report has one" in p for p in invented.problems(page))


@pytest.mark.parametrize("more", ["'unsafe-inline'", "'unsafe-eval'", "blob:", "'nonce-abc'", "*"])
def test_a_policy_that_admits_more_is_found(more: str, invented: Report) -> None:
    page = invented.page.replace("script-src ", f"script-src {escape(more)} ", 1)
    assert "have no policy, or one that no report has" in found(page)[0]


def test_a_policy_of_other_rules_or_none_or_two_is_found(invented: Report) -> None:
    (policy,) = re.findall(r"<meta http-equiv[^>]*>\n", invented.page)
    for other in (policy + policy, "", policy.replace("default-src", "child-src")):
        assert "have no policy" in found(invented.page.replace(policy, other))[0]


def test_an_inline_script_that_the_policy_does_not_admit_is_found(invented: Report) -> None:
    page = invented.page.replace("</main>", "<script>alert(1)</script></main>", 1)
    assert found(page) == [f"scripts of report.html: {NOT_ADMITTED}, each once"]


def test_what_unpacks_to_gigabytes_is_refused_before_it_fills_the_memory(
    invented: Report,
) -> None:
    old = block(invented.page, "viewer")
    bomb = invented.page.replace(old, holding(old, packed(bytes(1 << 28))))
    said, most = found_in_memory(bomb)
    assert "is a library that does not end, or is larger than any block may be" in said
    assert most < 1 << 25


def test_many_that_unpack_to_megabytes_each_are_not_all_unpacked(invented: Report) -> None:
    old = block(invented.page, "viewer")
    large = holding(old, packed(bytes(1 << 22)))
    said, most = found_in_memory(invented.page.replace(old, large * 50))
    assert "holds the library 'viewer' 50 times, not 1" in said
    assert most < 1 << 25


def test_pages_of_the_older_form_hold_their_libraries_as_they_are(invented: Report) -> None:
    old_form = invented.page
    for name, title in zip(NAMES, ("Vega", "Viewer"), strict=True):
        old = block(old_form, name)
        script = unpacked(old)
        start = b"globalThis.auditkitStart%s = () => {\n%s\n};\n" % (title.encode(), script)
        old_form = old_form.replace(old, f"<script>{start.decode()}</script>")
        old_form = old_form.replace(digest(script), digest(start))
    assert found(old_form) == []
    without = re.sub(r"(?s)<script>globalThis.auditkitStartVega.*?</script>", "", old_form, count=1)
    assert "report.html: holds the library 'vega' 0 times, not 1" in found(without)


def test_pages_of_cards_hold_the_viewer_and_no_charts(tmp_path: Path) -> None:
    out = write_synthetic_audit(tmp_path, examples=6)
    limits = Limits(one_file=0, page=60_000)
    auditkit.publish(out, pdf=False, limits=limits)
    assert not auditkit.verify(out).problems
    text = next(
        text
        for path in sorted(out.glob("report-pages/*"))
        if 'class="scene"' in (text := path.read_text("utf-8"))
    )
    assert [name for name in NAMES if f'data-name="{name}"' in text] == ["viewer"]
