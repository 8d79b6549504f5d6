"""A place in a plan is a place in its text, to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load import load_text
from roadmapctl.load.document import Document

TEXT = """\
# a comment
name: Größe 网络 😀 x
list: [one, two]
stages:
  - id: lead
    rate: 18%
  -
  - {id: mql, rate: 20%}
  - plain
deep:
  empty:
  quoted: "a b"
  map: {a: 1}
"""


def document(text: str = TEXT) -> Document:
    return load_text(text.encode(), "p.yaml")


@pytest.mark.parametrize(
    ("path", "line", "column", "end"),
    [
        (("name",), 2, 7, 19),
        (("list",), 3, 7, 8),
        (("list", 1), 3, 13, 16),
        (("stages",), 4, 1, 7),
        (("stages", 0), 5, 3, 4),
        (("stages", "lead", "rate"), 6, 11, 14),
        (("stages", 1), 7, 3, 4),
        (("stages", "mql"), 8, 5, 6),
        (("stages", "mql", "rate"), 8, 21, 24),
        (("stages", 3), 9, 5, 10),
        (("deep", "empty"), 11, 3, 8),
        (("deep", "quoted"), 12, 11, 16),
        (("deep", "map"), 13, 8, 9),
        (("deep", "map", "a"), 13, 12, 13),
        (("deep", "nothing", "here"), 10, 1, 5),
        ((), 2, 1, 2),
    ],
)
def test_where_a_path_points(path: tuple[str | int, ...], line: int, column: int, end: int) -> None:
    span = document().span_of(path)
    assert (span.line, span.column, span.end_column) == (line, column, end)


def test_a_key_can_be_pointed_at() -> None:
    span = document().span_of(("deep", "quoted"), key=True)
    assert (span.line, span.column, span.end_column) == (12, 3, 9)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_an_editors(end: str) -> None:
    text = TEXT.replace("\n", end).replace("a b", "a\u2028b\x85c")
    assert document(text).span_of(("deep", "map", "a")).line == 13


def test_a_byte_order_mark_shifts_nothing() -> None:
    span = load_text(b"\xef\xbb\xbf" + TEXT.encode(), "p.yaml").span_of(("name",))
    assert (span.line, span.column) == (2, 7)


def test_merged_and_aliased_values_point_at_where_they_are_written() -> None:
    doc = document("base: &b {rate: 5%}\nuse:\n  <<: *b\n  own: 1\ncopy: *b\n")
    assert doc.value == {"base": {"rate": "5%"}, "use": {"own": 1, "rate": "5%"}, "copy": {"rate": "5%"}}
    assert doc.span_of(("use", "rate")).line == 1
    assert doc.span_of(("copy", "rate")).column == 17
    assert doc.span_of(("copy",)).line == 5
    assert doc.faults == ()


WORD = st.from_regex("[a-z]{1,8}", fullmatch=True)
TREE = st.recursive(
    st.integers(0, 999) | WORD, lambda inner: st.dictionaries(WORD, inner, min_size=1, max_size=4), max_leaves=20
)


@given(st.dictionaries(WORD, TREE, min_size=1, max_size=4))
def test_the_text_under_every_span_is_the_value(tree: dict[str, object]) -> None:
    lines = list(_block(tree, 0))
    doc = document("\n".join(lines) + "\n")
    assert doc.value == tree
    for path, value in _leaves(tree, ()):
        span = doc.span_of(path)
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == str(value)
        key = doc.span_of(path, key=True)
        assert lines[key.line - 1][key.column - 1 : key.end_column - 1] == path[-1]


def _block(tree: dict[str, object], depth: int):  # type: ignore[no-untyped-def]
    for key, value in tree.items():
        if isinstance(value, dict):
            yield "  " * depth + f"{key}:"
            yield from _block(value, depth + 1)
        else:
            yield "  " * depth + f"{key}: {value}"


def _leaves(tree: dict[str, object], path: tuple[str, ...]):  # type: ignore[no-untyped-def]
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value
