"""Data in other places than a report has them: left out, doubled, moved, hidden, spelled in another way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import auditkit
from auditkit.render.pages import Limits
from auditkit.verification import form
from auditkit.verification.card import parts_of
from tests.audit_kinds import audit_of
from tests.forgery import CARD, POINTS, SCENE, SPEC, Report, report
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

Edit = Callable[[str], str]
ROOT = Path(__file__).parents[2]
LIMITS = Limits(one_file=0, page=60_000)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Eight examples, some of them not shown in detail."""
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=8)
    auditkit.publish(out, pdf=False)
    return report(out)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """An audit of a model, with everything that a card can have."""
    return report(copied(audit_of("pairs"), tmp_path_factory.mktemp("real") / "out"))


def sub(pattern: str, replacement: str | Callable[[re.Match[str]], str], count: int = 1) -> Edit:
    return lambda page: re.sub(pattern, replacement, page, count=count, flags=re.DOTALL)


def problems(of: Report, edit: Edit) -> list[str]:
    page = edit(of.page)
    assert page != of.page, "nothing was changed"
    return of.problems(page)


def found(problems: list[str], *said: str) -> None:
    assert any(all(text in problem for text in said) for problem in problems), problems


def scene(page: str, at: int = 0) -> str:
    return list(re.finditer(SCENE, page))[at][0]


def cards(page: str) -> list[str]:
    return [match[0] for match in re.finditer(CARD, page, re.DOTALL)]


def without_scene(page: str) -> str:
    return next(card for card in cards(page) if not re.search(SCENE, card))


def test_negative_control_the_untouched_reports_are_intact(invented: Report, real: Report) -> None:
    assert invented.problems(invented.page) == []
    assert real.problems(real.page) == []
    assert len(re.findall(SCENE, invented.page)) == 6
    assert without_scene(invented.page)


# --- Blocks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "pattern", "said"), [
    (1, SCENE, "hands the viewer 0 views of the decision, not 1"),
    (0, SCENE, "hands the viewer 0 views of the decision, not 1"),
    (1, POINTS, "hands the viewer 0 blocks of points, not 1"),
    (1, SPEC, "is a chart with data 0 times"),
    (0, SPEC, "is a chart with data 0 times"),
])  # fmt: skip
def test_a_block_that_is_left_out_is_found(
    count: int, pattern: str, said: str, invented: Report
) -> None:
    found(problems(invented, sub(pattern, "", count)), said)


def test_each_scene_that_is_left_out_is_found(invented: Report) -> None:
    for at in range(len(invented.blocks())):
        page = invented.page.replace(scene(invented.page, at), "", 1)
        found(invented.problems(page), "hands the viewer 0 views of the decision, not 1")


@pytest.mark.parametrize("pattern", [SCENE, POINTS, SPEC])
def test_a_block_that_stands_twice_is_found(pattern: str, invented: Report) -> None:
    assert problems(invented, sub(pattern, r"\g<0>\g<0>"))


@pytest.mark.parametrize("right_first", [True, False])
def test_two_blocks_of_which_one_is_right_are_found(right_first: bool, invented: Report) -> None:
    right, wrong = scene(invented.page), scene(invented.page).replace(">H4", ">H5", 1)
    both = right + wrong if right_first else wrong + right
    found(problems(invented, lambda page: page.replace(right, both, 1)), "hands the viewer 2 views")


def test_blocks_that_are_swapped_are_found(invented: Report) -> None:
    first, second = scene(invented.page, 0), scene(invented.page, 1)
    swapped = {first: second, second: first}
    page = re.sub(SCENE, lambda match: swapped.get(match[0], match[0]), invented.page)
    found(invented.problems(page), "hands the viewer", "in the card of")


def test_blocks_that_are_swapped_with_their_names_are_found(invented: Report) -> None:
    """What stands around a block names its example too: there the contents are swapped alone."""
    blocks = {at: re.findall(SCENE, invented.page)[1 - at][1] for at in (0, 1)}
    found(invented.problems(invented.with_blocks(blocks)), "other example than the evidence")


def test_a_block_in_a_card_without_detail_is_found(invented: Report) -> None:
    block, plain = scene(invented.page), without_scene(invented.page)
    page = invented.page.replace(plain, plain.replace("</noscript>", f"{block}</noscript>"), 1)
    found(invented.problems(page), "hands the viewer 1 views of the decision, not 0")


@pytest.mark.parametrize("before", ['<article class="card"', "</main>", "</body>", "</head>"])
def test_a_block_outside_any_card_is_found(before: str, invented: Report) -> None:
    block = scene(invented.page)
    page = invented.page.replace(before, block + before, 1)
    found(invented.problems(page), "is a 'script.scene' where no report has one")


HIDING = [
    "template", "noscript", "textarea", "select", "div hidden", "svg", "math", "object", "iframe",
    "dialog", "details", "xmp", "plaintext", "noembed", "title", "style", "span", "button",
]  # fmt: skip


@pytest.mark.parametrize("around", HIDING)
def test_a_block_that_is_hidden_is_found(around: str, invented: Report) -> None:
    block = scene(invented.page)
    wrapped = f"<{around}>{block}</{around.split(maxsplit=1)[0]}>"
    assert problems(invented, lambda page: page.replace(block, wrapped, 1))


@pytest.mark.parametrize("around", HIDING)
def test_a_card_or_a_chart_that_is_hidden_is_found(around: str, invented: Report) -> None:
    for pattern in (
        CARD,
        r'<figure class="chart".*?</figure>',
        r'<table class="examples">.*?</table>',
    ):
        wrapped = rf"<{around}>\g<0></{around.split(maxsplit=1)[0]}>"
        assert problems(invented, sub(pattern, wrapped))


@pytest.mark.parametrize(
    "around", ["<!--{}-->", "<![CDATA[{}]]>", "<?x {}?>", "<!x {}>", "&lt;!--{}--&gt;"]
)
def test_a_block_in_a_comment_is_found(around: str, invented: Report) -> None:
    block = scene(invented.page)
    hidden = around.format(block)
    if hidden.startswith("&lt;"):  # a comment to nobody: text around a block changes nothing
        return
    assert problems(invented, lambda page: page.replace(block, hidden, 1))


@pytest.mark.parametrize(
    "spelled",
    [
        'class="Scene"', 'class="SCENE"', 'class="scene "', 'class=" scene"', 'class="scene x"',
        "class='scene'", "class=scene", 'CLASS="scene"', 'class="scen&#101;"', 'class="scene\u00a0"',
        'class="x" class="scene"', 'class="scene" class="x"', 'id="scene"', 'class="scene" defer',
        'class="scene"\thidden', 'class="scene\t"', 'class = "scene"', 'class="scene"/',
    ],
)  # fmt: skip
def test_a_block_that_is_spelled_in_another_way_is_found(spelled: str, invented: Report) -> None:
    change = sub(r'(<script [^>]*)class="scene"', lambda match: match[1] + spelled)
    assert problems(invented, change)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('type="application/octet-stream" class="scene"', 'type="text/plain" class="scene"'),
        ('type="application/octet-stream" class="scene"', 'class="scene"'),
        ('type="application/octet-stream" class="scene"', 'type="module" class="scene"'),
        ("<script type=\"application/octet-stream\" class=\"scene\"", "<SCRIPT type=\"application/octet-stream\" class=\"scene\""),
        ('data-scene="', 'data-scene="0'),
        ('class="scene" data-example="', 'class="scene" data-example="0'),
        ('<div class="viewer" data-scene', '<div class="viewers" data-scene'),
        ('<div class="viewer" data-scene', '<section class="viewer" data-scene'),
    ],
)  # fmt: skip
def test_a_block_under_another_name_or_type_is_found(old: str, new: str, invented: Report) -> None:
    assert problems(invented, lambda page: page.replace(old, new, 1))


def test_a_script_of_an_unknown_kind_is_found(invented: Report) -> None:
    island = '<script type="application/octet-stream" class="verdicts">AAAA</script>'
    page = invented.page.replace("</noscript>", f"{island}</noscript>", 1)
    found(invented.problems(page), "is a 'script.verdicts', which no report spells so")


# --- Pages ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("paged"), examples=8)
    auditkit.publish(out, pdf=False, limits=LIMITS)
    return out


def test_blocks_on_pages_are_looked_for_where_their_cards_are(paged: Path) -> None:
    files = sorted(path.relative_to(paged).as_posix() for path in paged.glob("report-pages/*"))
    with_scene = [
        report(paged, name) for name in files if re.search(SCENE, report(paged, name).page)
    ]
    assert len(with_scene) > 1
    one, other = with_scene[:2]
    assert one.problems(one.page) == []
    found(problems(one, sub(SCENE, "")), one.file, "hands the viewer 0 views")
    block = scene(other.page)
    found(problems(one, sub(SCENE, lambda _: block)), one.file, "in the card of")
    found(
        problems(one, sub("</main>", lambda m: block + m[0])), one.file, "where no report has one"
    )
    front = report(paged)
    found(
        problems(front, sub("</main>", lambda m: block + m[0])),
        "report.html line",
        "where no report",
    )
    found(problems(front, sub(POINTS, "")), "hands the viewer 0 blocks of points")
    found(problems(one, sub("</section>", lambda m: cards(other.page)[0] + m[0])), "stands 2 times")
    points = re.search(POINTS, front.page)
    assert points
    moved = f'<figure class="projector" id="projector">{points[0]}</figure></section>'
    found(problems(one, sub("</section>", lambda _: moved)), "1 blocks of points, not 0")


# --- Cards and their parts ------------------------------------------------------------------------------


def test_a_card_that_stands_twice_is_found(invented: Report) -> None:
    page = sub(CARD, r"\g<0>\g<0>")(invented.page)
    told = invented.problems(page)
    found(told, "card of example", "stands 2 times")
    found(told, "has the id", "which another has")


def test_cards_that_all_are_left_out_are_found(invented: Report) -> None:
    found(problems(invented, sub(CARD, "", 0)), "card of example", "is missing")


def test_cards_whose_contents_are_swapped_are_found(real: Report) -> None:
    first, second = cards(real.page)[:2]
    inside = [re.search(r"<noscript>.*</noscript>", card, re.DOTALL)[0] for card in (first, second)]
    page = real.page.replace(inside[0], "\0").replace(inside[1], inside[0]).replace("\0", inside[1])
    found(real.problems(page), "cards in report.html", "more are wrong")


def part_names() -> list[str]:
    """Every part that a card can have, by the names that verification knows."""
    source = re.findall(r'"([a-z]+)": ', __import__("inspect").getsource(parts_of))
    return [*source, "agreement"]


@pytest.mark.parametrize("part", part_names())
def test_a_part_that_is_left_out_is_found(part: str, real: Report) -> None:
    """Its id is gone: whatever stands there is no longer that part."""
    pattern = rf'id="(ex-[0-9a-f]+-{part})"'
    found(problems(real, sub(pattern, r'id="other-\g<1>"')), f"{part!r} is missing")


@pytest.mark.parametrize("part", part_names())
def test_a_part_that_is_not_called_for_is_found(part: str, invented: Report) -> None:
    plain = next(card for card in cards(invented.page) if f'-{part}"' not in card)
    name = re.search(CARD, plain, re.DOTALL)[1]
    more = f'<p id="ex-{name}-{part}"></p></noscript>'
    page = invented.page.replace(plain, plain.replace("</noscript>", more), 1)
    found(invented.problems(page), f"{part!r} is not called for")


def test_a_part_of_another_card_is_found(invented: Report) -> None:
    first, second = cards(invented.page)[:2]
    route = re.search(r'<section class="chain".*?</section>', second, re.DOTALL)[0]
    page = invented.page.replace(first, first.replace("</noscript>", f"{route}</noscript>"), 1)
    found(invented.problems(page), "a part of another card")


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r'<figure class="route">.*?</figure>', ""),
        (r'<figure class="route">.*?</figure>', r"\g<0>\g<0>"),
        (r'<table class="cuts".*?</table>', ""),
        (r'<table class="cuts".*?</table>', r"\g<0>\g<0>"),
        (r'<table class="scores">.*?</table>', ""),
        (r'<table class="scores">.*?</table>', r"\g<0>\g<0>"),
        (r'<table class="changes">.*?</table>', ""),
        (r'<table class="changes">.*?</table>', r"\g<0>\g<0>"),
        (r'<table class="examples">.*?</table>', ""),
        (r'<table class="examples">.*?</table>', r"\g<0>\g<0>"),
        (r'<li id="ex-[0-9a-f]+-link-1">.*?</li>', ""),
        (r'<figure class="chart" .*?</figure>', ""),
        (r'<figure class="chart" .*?</figure>', r"\g<0>\g<0>"),
        (r'<figure class="projector".*?</figure>', ""),
        (r'<figure class="projector".*?</figure>', r"\g<0>\g<0>"),
        (r'<li class="finding .*?</li>', ""),
        (r'(<div class="table" id="ex-[0-9a-f]+-links">.*?<tbody>)\s*<tr>.*?</tr>', r"\g<1>"),
        (r'(<div class="table" id="ex-[0-9a-f]+-flows">.*?<tbody>)\s*<tr>.*?</tr>', r"\g<1>"),
        (r'(<div class="table" id="ex-[0-9a-f]+-agreement">.*?<tbody>)\s*<tr>.*?</tr>', r"\g<1>"),
        (r'(<div class="table" id="heads-table">.*?<tbody>)\s*<tr>.*?</tr>', r"\g<1>"),
        (r'<tr data-id=".*?</tr>', r"\g<0>\g<0>"),
        (r' data-method="[^"]*" data-codes="[^"]*"', ""),
        (r'<th scope="col" data-evidence="attributions[^>]* data-codes.*?</th>', r"\g<0>\g<0>"),
        (r'<div class="legend">', r'\g<0><select><option value="a" data-codes="i">A</option></select>'),
        (r'<td class="edit".*?</td>', '<td class="none">\u2013</td>'),
        (r'<div class="passage".*?</div>', ""),
    ],
)  # fmt: skip
def test_what_is_left_out_or_doubled_is_found(pattern: str, replacement: str, real: Report) -> None:
    assert problems(real, sub(pattern, replacement))


# --- Texts, names, colours, routes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "replacement", "said"),
    [
        (r'(<div class="passage"[^>]*>.*?data-t="\d+">)[^<]+', r"\g<1>word", "another text"),
        (r'(<div class="passage"[^>]*>)', r"\g<1>not ", "another text"),
        (r'(class="preview">(?:<a[^>]*>)?<bdi>)', r"\g<1>not ", "begins the text"),
        (r'(<table class="scores">.*?<th scope="row">)[^<]+', r"\g<1>word", "other tokens"),
        (r'(<table class="cuts".*?<th scope="row">)[^<]+', r"\g<1>word", "rows of tokens"),
        (r'(<bdi class="what">)[^<]+', r"\g<1>word", "is not about word"),
        (r'(<span class="at">)0', r"\g<1>1", "is not about word"),
        (r'(<span class="instead"><bdi>)[^<]+', r"\g<1>word", "another word in its place"),
        (r'(-flows">.*?<tbody>\s*<tr><th scope="row">.*?)(“)[^”]+', r"\g<1>\g<2>word", "other tokens"),
        (r'(<dt>Predicted</dt><dd><code>)[^<]+', r"\g<1>word", "says other labels"),
        (r'(<dt>Gold label</dt><dd><code>)[^<]+', r"\g<1>word", "says other labels"),
        (r'( data-method="[^"]+" data-codes=")(.)', r"\g<1>a", "has other colours"),
        (r'( data-codes="[^"]+" data-full=")[^"]+', r"\g<1>9.99", "full colour"),
        (r'( data-method=")[^"]+(" data-codes)', r"\g<1>word\g<2>", "colours by another method"),
        (r'(<section class="edits"[^>]*data-codes=")[^"]+', r"\g<1>aaaa", "other scores"),
        (r'(<td class="edit"[^>]*data-codes=")[^"]+', r"\g<1>aaaa", "has other colours"),
        (r'<span class="[npz]\d?" (data-t)', r'<span class="p8" \g<1>', "has another colour"),
        (r'(data-t=")\d+', r"\g<1>999", "which there is not"),
        (r' data-t="\d+"', "", "cuts its text at other tokens"),
        (r'(<line class="link )(pos|neg) ', lambda m: f"{m[1]}{'neg' if m[2] == 'pos' else 'pos'} ",
         "another sign, verdict or number"),
        (r'(<line class="link (?:pos|neg) )[a-z-]+', r"\g<1>none", "another sign, verdict or number"),
        (r'(<line class="link [^>]*y1=")[^"]+', r"\g<1>1.0", "other tokens or layers"),
        (r'(<line class="link [^>]*x2=")[^"]+', r"\g<1>1.0", "other tokens or layers"),
        (r'(<g class="chip.*?<text[^>]*>)[^<]+', r"\g<1>9", "another sign, verdict or number"),
        (r'(<figure class="route">.*?<text class="token"[^>]*>)[^<]+', r"\g<1>word", "other tokens"),
        (r'(<figure class="route">.*?)<line class="link .*?/>', r"\g<1>", "draws"),
        (r'(<figure class="route">.*?<line class="stem" x1=")[^"]+', r"\g<1>999", "other columns"),
    ],
)  # fmt: skip
def test_a_change_of_what_a_card_shows_is_found(
    pattern: str, replacement: str | Callable[[re.Match[str]], str], said: str, real: Report
) -> None:
    found(problems(real, sub(pattern, replacement)), "report.html line", said)


def one_verdict(spec: str) -> str:
    """The rows of a chart with the first verdict turned into another one."""
    (said,) = re.findall(r'"verdict":"([^"]+)"', spec)[:1]
    other = "hardly any effect" if said != "hardly any effect" else "effect as predicted"
    return spec.replace(f'"verdict":"{said}"', f'"verdict":"{other}"', 1)


def test_rows_of_a_chart_are_compared_one_by_one(invented: Report) -> None:
    spec = next(m for m in re.finditer(SPEC, invented.page) if '"predicted":' in m[2])
    (one, two, *_), whole = re.findall(r'\{[^{}]*"predicted":[^{}]+\}', spec[2]), spec[2]
    for forged, said in (
        (whole.replace(one + ",", "", 1), "leaves out"),
        (whole.replace(one, two, 1), "is not in the evidence"),
        (one_verdict(whole), "is not in the evidence"),
        (whole.replace('"values":[', '"values":[],"values":[', 1), "no Vega specification"),
        (whole.replace('"values":', '"url":"x","values":', 1), "no Vega specification"),
        (whole.replace('"data":[', '"data":[{"name":"more","values":[{"a":1}]},', 1), "sources"),
    ):
        assert forged != whole
        found(
            invented.problems(invented.page.replace(whole, forged, 1)), "chains-predictions", said
        )


# --- Every attribute that carries data ------------------------------------------------------------------


OF_SHARED_CHARACTERS = {("span", "data-also"), ("span", "data-c")}
"""Of tokenizers that put several tokens on one character, see tests/e2e/test_every_script.py."""


def attributes() -> list[tuple[str, str]]:
    return sorted(form.READ - OF_SHARED_CHARACTERS)


def with_attribute(tag: str, name: str) -> str:
    return rf'(<{tag} [^>]*?)({name})(="([^"]*)")?(?=[ >])'


@pytest.mark.parametrize(("tag", "name"), attributes())
def test_an_attribute_that_carries_data_is_compared(tag: str, name: str, real: Report) -> None:
    """Changed, left out, and given twice."""
    pattern = with_attribute(tag, name)
    values = [match for match in re.finditer(pattern, real.page) if match[1].count("<") == 1]
    assert values
    for match in (values[0], values[len(values) // 2], values[-1]):
        start, end = match.span()
        before, after = real.page[:start], real.page[end:]
        assert real.problems(f"{before}{match[1].rstrip()}{after}"), "left out"
        twice = f'{before}{match[1]}{name}="x" {match[2]}{match[3] or ""}{after}'
        assert real.problems(twice), "given twice"
        if match[3]:
            assert real.problems(f'{before}{match[1]}{name}="1{match[4]}"{after}'), "changed"


def test_every_attribute_of_the_templates_is_known() -> None:
    """One that is added fails here until it is compared, or said to be a hook of scripts."""
    files = [
        *(ROOT / "templates").glob("*.jinja"),
        *(ROOT / "templates" / "blocks").glob("*.jinja"),
    ]
    templates = [path.read_text("utf-8") for path in files]
    text = re.sub(r"\{[{%#].*?[}%#]\}", " ", "\n".join(templates), flags=re.DOTALL)
    there = {
        (tag, name)
        for tag, rest in re.findall(r"<([a-z0-9]+)((?:[^<>\"]|\"[^\"]*\")*)>", text)
        for name in re.findall(r"\s(data-[a-z-]+)", rest)
    }
    assert there == form.READ | form.HOOKS


def test_an_unknown_attribute_that_carries_data_is_found(invented: Report) -> None:
    change = sub('<table class="scores">', '<table class="scores" data-verdict="good">')
    found(problems(invented, change), "has 'data-verdict', of which verification knows nothing")


# --- The form of a page ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub("<body>", "<body><!-- -->"), "comment"),
        (sub("</html>", "<p></html>"), "does not end what was begun last"),
        (sub("</html>", ""), "has no end"),
        (sub("</main>", "</div></main>"), "does not end what was begun last"),
        (sub("<body>", "<body><div/>"), "ends at once here, and not in browsers"),
        (sub("<body>", "<body><p lang='x'></p>"), "which no report spells so"),
        (sub("<body>", "<body><P></P>"), "which no report spells so"),
        (sub("<body>", "<body>< p"), "which no report spells so"),
        (sub("<body>", "<body><marquee></marquee>"), "'marquee', which no report has"),
        (sub("<body>", '<body><p hidden></p>'), "is hidden"),
        (sub("<!doctype html>\n", ""), "does not begin as reports do"),
        (sub('<html ', '<html data-theme="dark" '), "has 'data-theme'"),
        (sub(r'(<article class="card"[^>]*) data-card', r"\g<1>"), "is no card that opens"),
        (sub(r'(<article class="card"[^>]*>\n)<noscript>(.*?)</noscript>', r"\g<1>\g<2>"), "opens"),
        (sub('<article class="card"', '<article class="cards"'), "which no report spells so"),
    ],
)  # fmt: skip
def test_a_page_of_another_form_is_found(change: Edit, said: str, invented: Report) -> None:
    found(problems(invented, change), said)
