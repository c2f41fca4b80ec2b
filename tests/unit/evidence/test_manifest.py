"""The manifest: sealed by its own digest, spelled in one way."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.errors import RecordError
from auditkit.evidence.manifest import manifest_bytes, root_digest, sealed
from auditkit.evidence.schema import FORMAT_VERSION

BODY = {"title": "Audit of ü", "files": {"b": {"bytes": 2}, "a": {"bytes": 1}}, "seed": 0}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def test_the_root_is_the_digest_of_everything_else() -> None:
    whole = sealed(BODY)
    body = {key: value for key, value in whole.items() if key != "root"}
    assert body == {**BODY, "format": FORMAT_VERSION}
    assert whole["root"] == sha256_bytes(canonical_json(body)) == root_digest(whole)


def test_a_known_root() -> None:
    # printf '{"format":1,"seed":0}' | sha256sum
    digest = "9152a4cc4987b20749147ad4d44868cc576d9e27a6756d3d47143b5ac0122968"
    assert FORMAT_VERSION == 1
    assert root_digest({"seed": 0, "format": 1}) == digest


def test_sealing_changes_no_argument() -> None:
    before = json.dumps(BODY)
    sealed(BODY)
    assert json.dumps(BODY) == before


def test_sealing_again_changes_nothing_but_a_changed_body_does() -> None:
    once = sealed(BODY)
    assert sealed(once) == once
    assert sealed({**once, "seed": 1})["root"] != once["root"]


def test_the_order_of_keys_does_not_count() -> None:
    backwards = dict(reversed(list(BODY.items())))
    assert manifest_bytes(sealed(backwards)) == manifest_bytes(sealed(BODY))


def test_the_bytes_are_readable_sorted_and_end_with_one_newline() -> None:
    text = manifest_bytes(sealed(BODY)).decode("utf-8")
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "ü" in text
    assert list(json.loads(text)) == sorted(json.loads(text))


@pytest.mark.parametrize("value", [0.5, float("nan"), {"x": 1.0}, [2.5], 2**53, -(2**60)])
def test_a_number_that_languages_spell_differently_is_refused(value: object) -> None:
    with pytest.raises(RecordError):
        sealed({"value": value})  # type: ignore[dict-item]


@given(body=st.dictionaries(TEXT.filter(lambda key: key not in {"root", "format"}), JSON))
def test_any_manifest_reads_back_and_keeps_its_root(body: dict[str, object]) -> None:
    whole = sealed(body)  # type: ignore[arg-type]
    again = json.loads(manifest_bytes(whole))
    assert again == whole
    assert root_digest(again) == whole["root"]
    assert manifest_bytes(again) == manifest_bytes(whole)
