"""Texts read without their places are read the same as with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load import load_text
from roadmapctl.load.builder import MAX_DEPTH, build
from roadmapctl.load.document import Atlas
from roadmapctl.load.plain import plain_value
from roadmapctl.load.source import Source, decode
from tests.fuzz.accidents import EXAMPLES, damaged

UNUSUAL = (
    "a: !x 1",
    "a: &x 1",
    "a: *x",
    "<<: {b: 1}",
    "a: 1\na: 2",
    "? [a]\n: 1",
    "? {a: b}\n: 1",
    "a: 1\n---\nb: 2",
    'a: "\\u202e"',
    "a: \u200bx",
    "a: \t1\x07",
    "a: " + "[" * 70 + "]" * 70,
    "a: [",
    "- a",
    "a",
    "",
    "# nothing",
)

PIECES = st.sampled_from(
    ("a", "b: ", ": ", ":\n", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "1", "2027-01-01", "18%", "''", '"x"', "|\n", ">-\n",
     "&a ", "*a", "!t ", "<<: ", "? ", "---\n", "...\n", "# c\n", "\\", "\t", "\u202e", "~", "true", "网", "\r\n")
)  # fmt: skip


def same(text: str) -> bool:
    """Is the text plain? Then its value is the one that is read with places, in which nothing is wrong."""
    plain = plain_value(Source("p.yaml", text))
    if plain is None:
        return False
    value, _, faults = build(Source("p.yaml", text), Atlas())
    assert repr(plain) == repr(value)  # in the same order, and 1 is not True
    assert faults == []
    return True


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples_are_plain(path) -> None:  # type: ignore[no-untyped-def]
    assert same(path.read_text("utf-8"))


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_unusual_is_left_to_the_builder(text: str) -> None:
    source = decode(text.encode(), "p.yaml")
    assert not isinstance(source, Source) or plain_value(source) is None


@pytest.mark.parametrize("lists", (58, 59, 60, 61))
def test_as_deep_as_the_builder_reads(lists: int) -> None:
    """The plan itself is the first of the collections that lie in each other."""
    assert same("a: " + "[" * lists + "]" * lists) is (lists + 1 <= MAX_DEPTH)


@pytest.mark.parametrize("seed", range(60))
def test_after_accidents(seed: int) -> None:
    same(damaged(seed))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_of_any_text(text: str) -> None:
    same(text)


def test_places_come_when_they_are_asked_for() -> None:
    document = load_text(b"roadmap: 1\ngoals:\n  more: {target: 5}\n", "p.yaml")
    assert document.layout() is document.layout()
    assert document.span_of(("goals", "more", "target")) == ("p.yaml", 3, 18, 3, 19)
