"""Every field and every array of what the viewer is told: changed, deleted, doubled, moved to another card.

The cases are made from the dataclasses' fields and from the table of arrays: one that is added fails here
until verification compares it.
"""

from __future__ import annotations

import copy
import json
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

import auditkit
from auditkit.render.scene import records
from auditkit.verification import projections, scene_arrays, scene_header
from auditkit.verification.blocks import ENTRY
from auditkit.verification.headers import ARRAYS
from tests.audit_kinds import audit_of
from tests.forgery import POINTS, SCENE, Opened, Report, changed, closed, packed, report
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

PROJECTION_ARRAYS = ("points", "neighbours", "shares")
KEPT = ("attention_keys", "attention_rest", "relevance_keys", "relevance_rest")
"""Arrays of long texts alone."""
SCENE_ARRAYS = [name for name in records.ARRAYS if name not in PROJECTION_ARRAYS]
OF_THE_MODEL = {
    "version", "layers", "heads", "key_heads", "causal", "read", "keys_kept", "scaling", "method",
}  # fmt: skip
"""Fields that all cards of a report share: moved they say the same."""


def names(record: type) -> list[str]:
    return [field.name for field in fields(record) if field.name != ARRAYS]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Examples of two texts each, shown in detail."""
    return report(copied(audit_of("pairs"), tmp_path_factory.mktemp("short") / "out"))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Examples of so many tokens that the page keeps some keys of each row."""
    return report(copied(audit_of("long"), tmp_path_factory.mktemp("long") / "out"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Examples with other answers each."""
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=6)
    auditkit.publish(out, pdf=False)
    return report(out)


def forged(of: Report, block: Opened, at: int = 0, pattern: str = SCENE) -> list[str]:
    """What verification says of the whole audit with another block."""
    return of.problems(of.with_blocks({at: closed(block)}, pattern))


def in_card(of: Report, block: Opened, at: int = 0) -> list[str]:
    """What verification says of the card with another block."""
    return of.in_card(closed(block), at)


def where(of: Report, name: str) -> int:
    """The first block that has an array."""
    return next(at for at, block in enumerate(of.blocks()) if name in block.arrays)


def found(problems: list[str], *said: str) -> None:
    assert any(all(text in problem for text in said) for problem in problems), problems


# --- What verification knows, and what the page says --------------------------------------------------


def test_verification_knows_every_field_and_array_of_the_page() -> None:
    assert set(scene_header.VERSIONS[records.VERSION]) == set(names(records.Scene))
    assert set(scene_header.LINK) == set(names(records.RouteLink))
    assert set(projections.VERSIONS[records.VERSION]) == set(names(records.Projection))
    assert {field.name for field in fields(records.ArrayEntry)} == ENTRY
    known = {name: (rule.dtype, rule.most) for name, rule in scene_arrays.RULES.items()}
    assert known == {name: (rule.dtype, rule.most) for name, rule in records.ARRAYS.items()}


def test_negative_control_every_array_is_in_one_of_the_reports(short: Report, long: Report) -> None:
    there = {name for of in (short, long) for block in of.blocks() for name in block.arrays}
    assert there == set(SCENE_ARRAYS)
    assert set(short.blocks(POINTS)[0].arrays) == set(PROJECTION_ARRAYS)


def test_negative_control_blocks_that_are_packed_anew_pass(short: Report, long: Report) -> None:
    for of in (short, long):
        again = {at: closed(block) for at, block in enumerate(of.blocks())}
        page = of.with_blocks(again)
        assert page != of.page  # other blanks, other compression, the same content
        assert of.problems(page) == []


# --- Fields of the header -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", names(records.Scene))
def test_a_changed_field_is_found(name: str, short: Report) -> None:
    block = short.blocks()[0]
    for value in changed(short.blocks()[0].header[name]):
        block.header[name] = value
        found(in_card(short, block), "viewer")
    found(forged(short, block), "report.html line", "viewer")


@pytest.mark.parametrize("name", names(records.Scene))
def test_a_deleted_field_is_found(name: str, short: Report) -> None:
    block = short.blocks()[0]
    del block.header[name]
    found(forged(short, block), "report.html line", "viewer")


@pytest.mark.parametrize("name", [field.name for field in fields(records.Scene)])
@pytest.mark.parametrize("first", [True, False])
def test_a_field_that_stands_twice_is_found(name: str, first: bool, short: Report) -> None:
    """Whichever of the two is right: readers of JSON differ in the one they take."""
    block = short.blocks()[0]
    closed(block)
    whole = json.dumps(block.header)
    other = f"{json.dumps(name)}: {json.dumps(block.header[name])}"
    header = "{" + f"{other}, {whole[1:]}" if first else f"{whole[:-1]}, {other}" + "}"
    page = short.with_blocks({0: packed(header, block)})
    found(short.problems(page), f"says {name!r} twice")


@pytest.mark.parametrize("name", names(records.Scene))
def test_a_field_of_another_card_is_found(name: str, short: Report, invented: Report) -> None:
    moved = 0
    for of in (short, invented):
        blocks = of.blocks()
        others = (block.header[name] for block in blocks)
        other = next((value for value in others if value != blocks[0].header[name]), None)
        if other is not None:
            blocks[0].header[name] = other
            found(forged(of, blocks[0]), "report.html line", "viewer")
            moved += 1
    assert moved or name in OF_THE_MODEL


def test_an_unknown_field_is_found(short: Report) -> None:
    block = short.blocks()[0]
    block.header["verdict"] = "all good"
    found(forged(short, block), "'verdict', of which verification knows nothing")


@pytest.mark.parametrize("version", [0, 2, "1", 1.5, True, None])
def test_another_version_is_found(version: Any, short: Report) -> None:
    block = short.blocks()[0]
    block.header["version"] = version
    found(forged(short, block), "the version", "which is not known")


# --- Links of the route -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", names(records.RouteLink))
def test_a_changed_link_is_found(name: str, short: Report) -> None:
    at = next(at for at, block in enumerate(short.blocks()) if block.header["route"])
    for place in (0, -1):
        block = short.blocks()[at]
        link = block.header["route"][place]
        for value in changed(link[name]):
            block.header["route"][place] = {**link, name: value}
            found(in_card(short, block, at), "other route than the evidence")
        block.header["route"][place] = {key: value for key, value in link.items() if key != name}
        found(forged(short, block, at), "other route than the evidence")


def test_links_in_another_order_or_number_are_found(short: Report) -> None:
    at = next(at for at, block in enumerate(short.blocks()) if len(block.header["route"]) > 1)
    for change in (lambda r: r.reverse(), lambda r: r.append(r[0]), lambda r: r[0].update(more=1)):
        block = short.blocks()[at]
        change(block.header["route"])
        found(forged(short, block, at), "other route than the evidence")


# --- Where arrays lie ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [field.name for field in fields(records.ArrayEntry)])
@pytest.mark.parametrize("at", [0, -1])
def test_a_changed_entry_is_found(key: str, at: int, short: Report) -> None:
    for value in [*changed(short.blocks()[0].header[ARRAYS][at][key]), "f8", 10**9, -8]:
        block = short.blocks()[0]
        closed(block)
        header = copy.deepcopy(block.header)
        header[ARRAYS][at][key] = value
        found(short.in_card(packed(json.dumps(header), block)), "viewer")
    page = short.with_blocks({0: packed(json.dumps(header), block)})
    found(short.problems(page), "report.html line", "viewer")


@pytest.mark.parametrize("key", [field.name for field in fields(records.ArrayEntry)])
def test_a_deleted_or_doubled_entry_is_found(key: str, short: Report) -> None:
    block = short.blocks()[0]
    closed(block)
    entry = block.header[ARRAYS][0]
    whole, said = json.dumps(block.header), json.dumps({key: entry[key]})[1:-1]
    without = json.dumps({**block.header, ARRAYS: [{k: v for k, v in entry.items() if k != key},
                                                   *block.header[ARRAYS][1:]]})  # fmt: skip
    twice = whole.replace(json.dumps(entry), f"{{{said}, {json.dumps(entry)[1:]}")
    more = json.dumps({**block.header, ARRAYS: [{**entry, "more": 1}, *block.header[ARRAYS][1:]]})
    for header in (without, twice, more):
        assert header != whole
        page = short.with_blocks({0: packed(header, block)})
        found(short.problems(page), "report.html line", "viewer")


@pytest.mark.parametrize("more", [b"\0" * 8, b"\0", b"payload!"])
def test_bytes_that_belong_to_no_array_are_found(more: bytes, short: Report) -> None:
    block = short.blocks()[0]
    closed(block)
    last = block.header[ARRAYS][-1]["name"]
    padding = bytes(-len(block.arrays[last]) % 8)
    block.arrays[last] += padding + more
    page = short.with_blocks({0: packed(json.dumps(block.header), block)})
    found(short.problems(page), "bytes that belong to no array")


# --- Arrays -------------------------------------------------------------------------------------------


def of_array(name: str, short: Report, long: Report) -> tuple[Report, int]:
    of = long if name in KEPT else short
    return of, where(of, name)


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_a_number_moved_by_one_step_is_found(name: str, short: Report, long: Report) -> None:
    """Integers by one, floats by some millionths; in the largest, the smallest, and any number."""
    of, at = of_array(name, short, long)
    values = of.blocks()[at].values(name)
    size = np.abs(values.astype(np.float64)).ravel()
    for place in {int(size.argmax()), int(size.argmin()), size.size // 2, size.size - 1}:
        block = of.blocks()[at]
        other = block.values(name)
        old = other.flat[place]
        if other.dtype.kind == "f":
            other.flat[place] = old * 1.000002 + 1e-6
        else:
            other.flat[place] = old + 1 if old < np.iinfo(other.dtype).max else old - 1
        block.put(name, other)
        kept = name.split("_", maxsplit=1)[0] if name.endswith("_keys") else name.replace("_", " ")
        found(in_card(of, block, at), kept)
    found(forged(of, block, at), "report.html line", kept)


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_an_array_that_is_left_out_is_found(name: str, short: Report, long: Report) -> None:
    of, at = of_array(name, short, long)
    block = of.blocks()[at]
    block.drop(name)
    found(forged(of, block, at), "report.html line", "viewer")


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_an_array_that_stands_twice_is_found(name: str, short: Report, long: Report) -> None:
    of, at = of_array(name, short, long)
    block = of.blocks()[at]
    block.header[ARRAYS].append(dict(block.entry(name)))
    found(forged(of, block, at), f"is laid out wrongly at the array {name!r}")


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_an_array_under_another_name_is_found(name: str, short: Report, long: Report) -> None:
    of, at = of_array(name, short, long)
    for other in (f"{name}_2", "norms" if name != "norms" else "cuts"):
        block = of.blocks()[at]
        block.entry(name)["name"] = other
        block.arrays[other] = block.arrays.pop(name)
        found(in_card(of, block, at), "viewer")


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_an_array_of_another_card_is_found(name: str, short: Report, long: Report) -> None:
    of, at = of_array(name, short, long)
    blocks = of.blocks()
    for other in (one for place, one in enumerate(blocks) if place != at and name in one.arrays):
        block = of.blocks()[at]
        if block.arrays[name] == other.arrays[name]:
            continue
        block.arrays[name] = other.arrays[name]
        block.entry(name).update(other.entry(name))
        found(forged(of, block, at), "report.html line")


@pytest.mark.parametrize("name", SCENE_ARRAYS)
def test_another_shape_type_or_scale_is_found(name: str, short: Report, long: Report) -> None:
    of, at = of_array(name, short, long)
    entry = of.blocks()[at].entry(name)
    shape, dtype = entry["shape"], entry["dtype"]
    as_other = {"u1": "i1", "i1": "u1", "u2": "i2", "i2": "u2", "f4": "u2"}[dtype]
    for change in (
        {"shape": [int(np.prod(shape)), 1]},
        {"shape": [1, *shape]},
        {"dtype": as_other, "shape": shape if dtype != "f4" else [*shape, 2]},
        {"scale": entry["scale"] * 1.001},
    ):
        block = of.blocks()[at]
        block.entry(name).update(change)
        found(in_card(of, block, at))


@pytest.mark.parametrize("flow", ["attention", "relevance"])
def test_other_keys_than_the_largest_are_found(flow: str, long: Report) -> None:
    """All that belongs to the keys is changed with them, so that only the choice is wrong."""
    at = where(long, f"{flow}_keys")
    block = long.blocks()[at]
    keys, values = block.values(f"{flow}_keys"), block.values(flow)
    tokens = len(block.header["tokens"])
    row = (0, 0, tokens - 1)
    left = sorted(set(range(tokens)) - set(keys[row].tolist()))
    least = int(np.abs(values[row].astype(int)).argmin())
    keys[row][least] = left[0]
    order = np.argsort(keys[row])
    keys[row], values[row] = keys[row][order], values[row][order]
    block.put(f"{flow}_keys", keys)
    block.put(flow, values)
    found(forged(long, block, at), f"keeps other {flow} keys than the largest")


def test_keys_in_another_order_are_found(long: Report) -> None:
    at = where(long, "attention_keys")
    block = long.blocks()[at]
    for name in ("attention_keys", "attention"):
        block.put(name, np.ascontiguousarray(block.values(name)[..., ::-1]))
    found(forged(long, block, at), "not in the order of the text")


# --- Points -------------------------------------------------------------------------------------------


def forged_points(of: Report, block: Opened) -> list[str]:
    return forged(of, block, 0, POINTS)


@pytest.mark.parametrize("name", names(records.Projection))
def test_a_changed_or_deleted_field_of_points_is_found(name: str, short: Report) -> None:
    values = list(changed(short.blocks(POINTS)[0].header[name]))
    for value in (values[0], values[len(values) // 2], values[-1]):
        block = short.blocks(POINTS)[0]
        block.header[name] = value
        found(forged_points(short, block), "report.html line", "viewer")
    block = short.blocks(POINTS)[0]
    del block.header[name]
    found(forged_points(short, block), "report.html line", "viewer")


@pytest.mark.parametrize("name", [field.name for field in fields(records.Projection)])
def test_a_field_of_points_that_stands_twice_is_found(name: str, short: Report) -> None:
    block = short.blocks(POINTS)[0]
    closed(block)
    whole, said = json.dumps(block.header), json.dumps({name: block.header[name]})[1:-1]
    page = short.with_blocks({0: packed(f"{whole[:-1]}, {said}}}", block)}, POINTS)
    found(short.problems(page), f"says {name!r} twice")


@pytest.mark.parametrize("name", PROJECTION_ARRAYS)
def test_a_changed_array_of_points_is_found(name: str, short: Report) -> None:
    values = short.blocks(POINTS)[0].values(name)
    for place in {0, values.size // 2, values.size - 1}:
        block = short.blocks(POINTS)[0]
        other = block.values(name)
        other.flat[place] = 0.25 if other.flat[place] != 0.25 and other.dtype.kind == "f" else 7
        block.put(name, other)
        found(forged_points(short, block), "report.html line", f"other {name}")
    block = short.blocks(POINTS)[0]
    block.drop(name)
    found(forged_points(short, block), f"does not hand the viewer the {name}")
    block = short.blocks(POINTS)[0]
    block.header[ARRAYS].append(dict(block.entry(name)))
    found(forged_points(short, block), "laid out wrongly")


def test_an_array_of_scenes_among_points_is_found(short: Report) -> None:
    block, other = short.blocks(POINTS)[0], short.blocks()[0]
    block.header[ARRAYS].append(other.entry("norms"))
    block.arrays["norms"] = other.arrays["norms"]
    found(forged_points(short, block), "'norms', of which the evidence has nothing")
