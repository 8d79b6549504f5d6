"""Edits put into texts: by offset, from the end backwards, everything else byte for byte as it was."""

from collections.abc import Iterable

from roadmapctl.diagnostics import Edit, Fix
from roadmapctl.load.source import Source

BOM = "\ufeff"


def without_overlaps(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together: of two that touch the same characters, the first (the same one twice is one)."""
    kept: list[Fix] = []
    taken: set[tuple[str, int, int]] = set()
    for fix in fixes:
        cells = {
            (e.span.file, e.span.line, c)
            for e in fix.edits
            for c in range(e.span.column, max(e.span.end_column, e.span.column + 1))
        }
        if fix in kept or taken.isdisjoint(cells):
            kept.append(fix)
            taken |= cells
    return kept


def applied(
    fixes: Iterable[Fix], sources: Iterable[Source], files: Iterable[tuple[str, bytes]]
) -> list[tuple[str, bytes]]:
    """The files with the edits made; `sources` are their texts as they were read."""
    edits = {edit for fix in fixes for edit in fix.edits}
    texts = {source.name: source for source in sources}
    return [
        (name, _edited(texts[name], data, [e for e in edits if e.span.file == name]) if name in texts else data)
        for name, data in files
    ]


def _edited(source: Source, data: bytes, edits: list[Edit]) -> bytes:
    if not edits:
        return data
    text = source.text
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        start, end = (
            _offset(source, edit.span.line, edit.span.column),
            _offset(source, edit.span.end_line, edit.span.end_column),
        )
        text = text[:start] + edit.text + text[end:]
    return ((BOM if data.startswith(BOM.encode()) else "") + text).encode()


def _offset(source: Source, line: int, column: int) -> int:
    return source.line_starts[line - 1] + column - 1
