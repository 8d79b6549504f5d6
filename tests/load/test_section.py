"""The places in a section read for itself are those of the whole text."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

import pytest

from roadmapctl.diagnostics import Path
from roadmapctl.load import Document, load_text
from roadmapctl.load.section import section_layout
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


@pytest.mark.parametrize("path", (*EXAMPLES, *PLANTED), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_in_whole_plans(path: FilePath) -> None:
    document = load_text(path.read_bytes(), "p.yaml")
    alone = whole(document)
    for place in [*paths(document.value), ("goals", "none"), ("none",)]:
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
    assert (section_layout(document.sources[0], "goals", document.value["goals"]) is not None) is known
    place = ("goals", "more")
    assert document.span_of(place) == whole(document).span_of(place)
