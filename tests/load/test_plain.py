"""Texts read without their places are read the same as with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load import load_files, load_text
from roadmapctl.load.builder import build
from roadmapctl.load.document import Atlas
from roadmapctl.load.plain import plain_value
from roadmapctl.load.source import Source, decode
from tests.fuzz.accidents import EXAMPLES, damaged

PLAIN = (
    "a: 1",
    "a:",
    "a: # a comment",
    "a: b # a comment",
    'a: C#, R & D (50 %), 7:30, https://e.org/a?b=c#d, [so], {so}, so-called, it\'s, ~, -5, "so"',
    "a: -5",
    "a: '# no comment: none'   # a comment",
    'a: "b"',
    "a: b\n   goes on,\n  and on",
    "a:\n- b\n- c\nd: e",
    "a:\n  - b: c\n    d: e\n  -   b: f\n      d: g\n  - plain\n    text",
    "a:\n  - b:\n    - c\n    d:\n  - {e: f}",
    "a:\n  b:\n    c: d\ne: f",
    "a: {}\nb: []\nc: [[], {}]",
    "a: {b: 1, c: [d, 'e, f', -5, .5], g: {h: it's, i: https://e.org/x}}  # a comment",
    "a: {b: 1,\n    c: [d,\n e]}",
    "  a: 1\n  b: 2",
    "网站: 增长\n目标: [一, 二、三]",
    "\n# a comment\na: 010\nb: 1_000\nc: NO\nd: 1:30\ne: 2027-01-01\nf: .inf\n\n",
    "2027: a\nnull: b\n1.5: c",
    "a:\n  text\n  more",
    "a:\n  'text'",
    "a:\n  [b,\n  c]",
    "'a b': {'01': 1, \"02\": 2}",
    "---\na: 1\n...\n",
    "a: |\n  b\n\n  # c\n\nd: >-\n  e\n  f: g\n\n\n  h\ni: 1\n",
    "a:\n  - b: >  # a comment\n      c\n  - |-\n   e\n# a comment\n",
)

UNUSUAL = (
    "a: !x 1",
    "a: &x 1",
    "a: *x",
    "<<: {b: 1}",
    "a: 1\na: 2",
    "a: {b: 1, b: 2}",
    "? [a]\n: 1",
    "? {a: b}\n: 1",
    "a: 1\n---\nb: 2",
    "a: {b: c,\n--- d}",
    "a: {b: c,\n... d}",
    "a: 1\n...",
    'a: "\\u202e"',
    "a: \u200bx",
    "a: \t1\x07",
    "a: b\tc",
    "a: 1\r\nb: 2",
    "a: " + "[" * 70 + "]" * 70,
    "\n".join(" " * depth + "a:" for depth in range(70)),
    "a: [",
    "a: ]",
    "a: [b]]",
    "a: [b}",
    "a: [b c: d]",
    "a: {b}",
    "a: {b: c d: e}",
    "a: {b: }",
    "a: {b: c,}",
    "a: {b: [c] d: e}",
    "a: {b: 'c' d: e}",
    "a: {'b'}",
    "a: {b:1}",
    "a: {b: c\n d}",
    "a: {b: c, # a comment\n d: e}",
    "a: [b, ? c]",
    "a: [- b]",
    "a: b: c",
    "a: b:",
    "a: 'b' c",
    "a: 'b''c'",
    "a: >5",
    "a: @b",
    "a: %b",
    "a: `b`",
    "a: ,b",
    "a: - b",
    "a: -",
    "a: b\n c: d",
    "a: b\n - c: d",
    "a: b\n# a comment\n c",
    "a: b # a comment\n c",
    "a: b\n\n  c",
    "a: 'b'\n c",
    "a: [b]\n c",
    "a:\n  b: 1\n c: 2",
    " a: 1\nb: 2",
    "a: 1\n- b",
    "- a: 1\nb: 2",
    "a:\n  - b\n  c: d",
    "a:\n  b: c\n  - d",
    "a:\n  -",
    "a:\n  - - b",
    "a b: c",
    "'': b",
    "'<<': {b: 1}",
    "a: {'<<': {b: 1}}",
    "'a': 1\na: 2",
    "text\nmore",
    "a: |\n  b",
    "a: |\n\n  b\n",
    "a: |\n  \n",
    "a: |\n  b\n   c\n",
    "a: |\n  b\n c\n",
    "a: |2\n  b\n",
    "a: |+\n  b\n",
    "a: |\nb: 1\n",
    "a:\n  - b: |\n    c\n",
    "a:\n  - b: |\n      c\n    d: 1\n",
    "---\n---\na: 1",
    "k" * 2000 + ": 1",
    "- a",
    "a",
    "",
    "# nothing",
)

PIECES = st.sampled_from(
    ("a", "b: ", ": ", ":\n", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "1", "2027-01-01", "18%", "''", '"x"', "|\n", ">-\n",
     "&a ", "*a", "!t ", "<<: ", "? ", "---\n", "...\n", "# c\n", "\\", "\t", "\u202e", "~", "true", "网", "\r\n")
)  # fmt: skip


LINES = sorted({line for path in EXAMPLES for line in path.read_text("utf-8").splitlines() if len(line) < 120})
"""What people write, each line for itself."""


def same(text: str) -> bool:
    """Is the text plain? Then its value is the one that is read with places, in which nothing is wrong."""
    plain = plain_value([Source("p.yaml", text)])
    if plain is None:
        return False
    value, _, faults = build(Source("p.yaml", text), Atlas())
    assert repr(plain) == repr(value)  # in the same order, and 1 is not True
    assert faults == []
    return True


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_plain(path) -> None:  # type: ignore[no-untyped-def]
    assert same(path.read_text("utf-8"))


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_needs_no_parser(text: str) -> None:
    assert same(text)


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_unusual_is_left_to_the_builder(text: str) -> None:
    source = decode(text.encode(), "p.yaml")
    assert not isinstance(source, Source) or plain_value([source]) is None


@pytest.mark.parametrize("seed", range(60))
def test_after_accidents(seed: int) -> None:
    same(damaged(seed))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_of_any_text(text: str) -> None:
    same(text)


@given(st.data())
def test_of_lines_of_plans_with_slips_in_them(data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
    for _ in range(data.draw(st.integers(0, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        at = data.draw(st.integers(0, len(lines[number])))
        until = data.draw(st.sampled_from((at, at, at + 1, at + 4)))
        lines[number] = lines[number][:at] + data.draw(PIECES) + lines[number][until:]
    same("\n".join(lines))


def test_the_files_of_a_folder_are_joined_as_with_their_places() -> None:
    main, more, again = "a: 1\nb: {c: 2}\n", "b:\n  d: 3\ne: 4\n", "b: {c: 5}\n"
    plain = plain_value([Source("a.yaml", main), Source("b.yaml", more)])
    assert plain == load_files([("a.yaml", b"%YAML 1.1\n---\n" + main.encode()), ("b.yaml", more.encode())]).value
    assert plain == {"a": 1, "b": {"c": 2, "d": 3}, "e": 4}
    assert plain_value([Source("a.yaml", main), Source("c.yaml", again)]) is None


def test_places_come_when_they_are_asked_for() -> None:
    document = load_text(b"roadmap: 1\ngoals:\n  more: {target: 5}\n", "p.yaml")
    assert document.layout(()) is document.layout(())
    assert document.span_of(("goals", "more", "target")) == ("p.yaml", 3, 18, 3, 19)
