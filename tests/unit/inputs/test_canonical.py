"""Canonical JSON: the vectors of RFC 8785, and a plain second implementation."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.canonical import LARGEST_INTEGER, canonical_json, sha256_bytes, sha256_file
from auditkit.errors import RecordError
from auditkit.evidence import manifest

# RFC 8785, section 3.2.3: keys are ordered by their UTF-16 code units.
SORTED_KEYS = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
SHORT_ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def plain_string(text):
    out = ""
    for character in text:
        code = ord(character)
        if code in SHORT_ESCAPES:
            out += SHORT_ESCAPES[code]
        elif code < 32:
            out += f"\\u00{code // 16}{'0123456789abcdef'[code % 16]}"
        else:
            out += character
    return f'"{out}"'


def code_units(text):
    units = []
    for character in text:
        code = ord(character)
        if code < 0x10000:
            units.append(code)
        else:
            units += [0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF)]
    return units


def plain(value):
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: code_units(pair[0]))
        return "{" + ",".join(f"{plain_string(k)}:{plain(v)}" for k, v in pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(plain(item) for item in value) + "]"
    if isinstance(value, str):
        return plain_string(value)
    return str(value) if type(value) is int else {None: "null", True: "true", False: "false"}[value]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
# Keys around the surrogate range, where code points and code units are ordered differently.
keys = text | st.text(st.sampled_from("a\ud7ff\ue000\uffff\U00010000\U0010ffff"), max_size=3)
scalars = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | text
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)


def test_keys_are_ordered_by_utf16_code_units():
    document = dict.fromkeys(sorted(SORTED_KEYS, reverse=True), 0)
    assert list(json.loads(canonical_json(document))) == SORTED_KEYS
    assert sorted(SORTED_KEYS) != SORTED_KEYS  # ordering by code points is something else


def test_escapes_and_literals_of_the_rfc():
    # RFC 8785, section 3.2.2, without the fractional numbers.
    document = {"string": '\u20ac$\u000f\nA\'B"\\\\"/', "literals": [None, True, False]}
    expected = '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    assert canonical_json(document) == expected.encode()


def test_control_characters():
    assert (
        canonical_json("\x00\x08\x0b\x1f\x7f\u2028")
        == '"\\u0000\\b\\u000b\\u001f\x7f\u2028"'.encode()
    )


@given(documents)
def test_equals_a_plain_implementation(document):
    assert canonical_json(document) == plain(document).encode()
    assert json.loads(canonical_json(document)) == document


@given(st.dictionaries(keys, scalars, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_insertion_does_not_matter(document, rng):
    shuffled = list(document.items())
    rng.shuffle(shuffled)
    assert canonical_json(dict(shuffled)) == canonical_json(document)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.5, "takes no fractional number, got 0.5"),
        (1.0, "takes no fractional number, got 1.0"),
        ([float("nan")], "takes no fractional number, got nan"),
        ("\ud800", "lone surrogate"),
        ({"\udc00": 1}, "lone surrogate"),
        ({1: 2}, "keys that are strings, got 1"),
        (LARGEST_INTEGER + 1, "write it as text"),
        (-LARGEST_INTEGER - 1, "write it as text"),
        (b"bytes", "JSON values only"),
    ],
)
def test_refuses_what_has_no_canonical_form(value, message):
    with pytest.raises(RecordError, match=message):
        canonical_json(value)


def test_sha256(tmp_path):
    assert sha256_bytes(b"abc") == hashlib.sha256(b"abc").hexdigest()
    (tmp_path / "file").write_bytes(b"abc")
    assert sha256_file(tmp_path / "file") == sha256_bytes(b"abc")


def test_the_manifest_uses_these_very_functions():
    assert manifest.canonical_json is canonical_json
    assert manifest.sha256_file is sha256_file
    assert manifest.sha256_bytes is sha256_bytes
