"""An entry comes back as it was told; anything else is no entry, and nothing in it reaches a terminal as it is."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapctl.cache.entry import as_bytes, from_bytes
from roadmapctl.diagnostics import Message
from roadmapctl.i18n import LANGUAGES
from roadmapctl.i18n.text import visible
from roadmapctl.output.findings import collect, told
from roadmapctl.output.fingerprint import fingerprints
from roadmapctl.output.formats import FORMATS
from tests.cache.corpus import PLANS
from tests.plans import checked


@pytest.mark.parametrize("name", PLANS)
def test_it_comes_back_as_it_was_told(name: str) -> None:
    before = told(checked(PLANS[name]))
    back = from_bytes(as_bytes(before, {"a": "b"}, ["plan.yaml"]), ["plan.yaml"])
    assert back is not None
    after, beside = back
    assert beside == {"a": "b"}
    assert (after.name, after.language, after.lines) == (before.name, before.language, before.lines)
    assert [(d.code, d.severity, d.span, d.path, d.fix) for d in after.diagnostics] == [
        (d.code, d.severity, d.span, d.path, d.fix) for d in before.diagnostics
    ]
    assert list(fingerprints(after.diagnostics, "a/b")) == list(fingerprints(before.diagnostics, "a/b"))
    for language in LANGUAGES:
        for write in FORMATS.values():
            assert write(collect([after], language)) == write(collect([before], language))


def test_what_would_not_come_back_is_refused() -> None:
    before = told(checked(PLANS["errors"]))
    with pytest.raises(ValueError, match="is not in list"):
        as_bytes(before, {}, ["another.yaml"])
    hidden = Message("\x1b[31m{said}", "{said}", {"said": 1})
    with pytest.raises(ValueError, match="no entry"):
        as_bytes(before._replace(diagnostics=(before.diagnostics[0]._replace(message=hidden),)), {}, ["plan.yaml"])


ESC = "\x1b]0;x\x07\u202e{a}{{"
MESSAGE = [ESC, ESC, {ESC: ESC}]
SPAN = [0, 1, 1, 1, 9]
HOSTILE = [
    ["RM030", "error", SPAN, MESSAGE, MESSAGE, [ESC, 3], [[SPAN, MESSAGE]], [True, [[SPAN, "a: 1\n"]]]],
    ["RM030", "info", [0, 0, 0, 0, 0], MESSAGE, None, [], [], None],
    ["RM999", "warning", [0, 2**31 - 1, 2**31 - 1, 0, 0], MESSAGE, None, [0], [], [False, []]],
]

numbers = st.integers() | st.integers(0, 3)
texts = st.text() | st.sampled_from(["RM030", "error", "en", ESC, "{", "\ud800"])
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=9) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=30,
)
spans = st.lists(numbers, min_size=5, max_size=5) | values
messages = st.tuples(texts, texts, st.dictionaries(texts, texts, max_size=2)) | values
diagnostics = st.tuples(
    texts | values,
    st.sampled_from(["error", "warning", "info"]) | values,
    spans,
    messages,
    st.none() | messages,
    st.lists(texts | numbers, max_size=3) | values,
    st.lists(st.tuples(spans, messages), max_size=2) | values,
    st.none() | st.tuples(st.booleans(), st.lists(st.tuples(spans, texts), max_size=2)) | values,
)
lines = st.tuples(numbers, numbers, texts)
entries = st.tuples(
    st.sampled_from(["en", "zh", None]) | values,
    st.lists(diagnostics, max_size=3) | values,
    st.lists(lines, max_size=3) | values,
    st.dictionaries(texts, texts, max_size=2) | values,
)


@given(entries | values)
@example(["en", HOSTILE, [[0, 1, ESC * 40], [0, 0, ESC]], {ESC: ESC}])
@example(["zh", HOSTILE * 80, [], {}])
@example(["en", [[*HOSTILE[0][:7], [True, [[SPAN, ESC]]]]], [], {}])
@example([[], [], [], {}])
@example(["en", [["RM030\x1b", *HOSTILE[0][1:]]], [], {}])
@example(["en", [HOSTILE[0]], [[1, 1, ""]], {}])
@example(["en", [[*HOSTILE[0][:2], [-1, 1, 1, 1, 1], *HOSTILE[0][3:]]], [], {}])
@example(["en", [[*HOSTILE[0][:2], [True, 1, 1, 1, 1], *HOSTILE[0][3:]]], [], {}])
def test_whatever_it_holds_it_is_no_entry_or_safe_to_show(value: Any) -> None:
    data = json.dumps(value).encode()
    entry = from_bytes(data, ["plan.yaml"])
    if entry is None:
        return
    for language in LANGUAGES:
        for name, write in FORMATS.items():
            text = write(collect([entry[0]], language)).replace("\n", "")
            assert visible(text) == text, name


@given(st.binary())
@example(b"[" * 100_000)
@example(b'["en",[],[],{}]'[:-1])
@example(b"1" * 5000)
@example(b"\xff")
def test_bytes_that_are_no_entry(data: bytes) -> None:
    assert from_bytes(data, ["plan.yaml"]) is None


def test_the_hostile_ones_here_are_entries() -> None:
    entry = from_bytes(json.dumps(["en", HOSTILE, [[0, 1, ESC]], {}]).encode(), ["plan.yaml"])
    assert entry is not None and len(entry[0].diagnostics) == 3
