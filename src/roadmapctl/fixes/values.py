"""A value of another kind than belongs there: a name that is a number, keys that a wide colon has made a text."""

from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.syntax import narrow_colon
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.source import Source


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """Quotes around what a text should be; or the colons of the keys that stand where a mapping should be."""
    del document
    found = token(source, diagnostic.span)
    if found is None or found.quote:
        return None
    if diagnostic.help is not None and diagnostic.help.en.startswith("put it in quotes"):
        return Fix((Edit(found.span, f'"{found.text}"'),), safe=True)
    if source.line(found.span.line)[: found.span.column - 1].strip():
        return None  # it stands behind its key, where a text may be meant
    edits = tuple(_colons(source, found.span.line))
    return Fix(edits, safe=True) if edits else None


def _colons(source: Source, number: int) -> Iterator[Edit]:
    """Those of the lines from this one on that make one text: they are indented alike."""
    depth = _depth(source.line(number))
    while number <= len(source.line_starts) and _depth(source.line(number)) == depth:
        found = narrow_colon(source, number)
        if found is None:
            return
        yield from found.edits
        number += 1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
