"""The places in a section read for itself are those of the whole text."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

import pytest

from roadmapctl.diagnostics import Path
from roadmapctl.load import Document, files, load_text
from roadmapctl.load.section import layout_of
from tests.fuzz.accidents import EXAMPLES

PLANTED = sorted((FilePath(__file__).parents[1] / "planted").glob("*/*.yaml"))


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    yield above
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*above, key))


def whole(document: Document) -> Document:
    """The document with the places of its whole text, whatever is asked for."""
    return document._replace(layout=lambda _: document.layout(()))


@pytest.mark.parametrize("few", (0, 8, 10**9))
@pytest.mark.parametrize("path", (*EXAMPLES, *PLANTED), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_in_whole_plans(path: FilePath, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether sections alone, a few of their members or all of them are looked for one by one."""
    monkeypatch.setattr(files, "FEW", few)
    document = load_text(path.read_bytes(), "p.yaml")
    alone = whole(document)
    for place in [*paths(document.value), ("goals", "none"), ("none",), ("none", "none")]:
        for key in (False, True):
            assert document.span_of(place, key=key) == alone.span_of(place, key=key), place
        assert document.has(place) == alone.has(place)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("a: 1\ngoals: {more: 5}\n", True),
        ("goals:\n- more\n- other\n# a comment\nb: 1\n", True),
        ("goals: |\n  goals: 1\n", True),
        ("'goals': {more: 5}\n", False),
        ("a: {b: 1,\ngoals: 2}\ngoals: {more: 5}\n", False),
    ],
)
def test_a_section_that_cannot_be_told_apart(text: str, known: bool) -> None:
    document = load_text(text.encode(), "p.yaml")
    assert document.value is not None
    assert (layout_of(document.sources[0], ("goals",), document.value) is not None) is known
    place = ("goals", "more")
    assert document.span_of(place) == whole(document).span_of(place)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("goals:\n  more: {target: 5}\n", True),
        ("a: 1\ngoals:  # ours\n\n # all\n   other: 1\n   more:\n   - 5\n   # last\nb: 1\n", True),
        ("goals:\n  other: |\n    more: 5\n  more: 6\n", True),
        ("goals: {more: 5}\n", False),
        ("goals:\n  - more\n", False),
        ("goals:\n  'more': 5\n", False),
        ("goals:\n  other: {a: 1,\n  more: 2}\n  more: 5\n", False),
        ("goals:\n  more: {a: 1,\n  b: 2}\n", False),
    ],
)
def test_a_member_that_cannot_be_told_apart(text: str, known: bool) -> None:
    document = load_text(text.encode(), "p.yaml")
    assert document.value is not None
    assert (layout_of(document.sources[0], ("goals", "more"), document.value) is not None) is known
    place = ("goals", "more")
    assert document.span_of(place) == whole(document).span_of(place)
