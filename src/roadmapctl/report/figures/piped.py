"""Figures for a pipe or a file, which have no edge at which to fold: columns as wide as they need, no colours.

What `text.py` shows on a terminal that is wide enough, without Rich: of a thousand rows that takes a twentieth of the time.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from roadmapctl.report.figures import Column, Figures, Section, Table
from roadmapctl.report.figures.lines import GAP, bar_cells, below_table, cells, drawing, outside_table, pairs

WIDTH = 100
"""The cells that tables and their bars fill, where no table needs more."""


class _Sized(NamedTuple):
    """A table, and the width of each of its columns in cells."""

    table: Table
    widths: Sequence[int]

    @property
    def width(self) -> int:
        """From edge to edge, without bars."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)


def as_piped_text(figures: Figures) -> str:
    """The figures as text."""
    sized = [None if section.table is None else _sized(section.table.filled()) for section in figures.sections]
    outside = (cells(line) for section in figures.sections for line in outside_table(section, figures.colon))
    width = max(WIDTH, *(table.width for table in sized if table is not None), *outside)
    lines = [figures.title]
    for number, (section, table) in enumerate(zip(figures.sections, sized, strict=True)):
        lines += [""] if number else []
        lines += _section(section, table, figures.colon, width)
    return "".join(f"{line.rstrip()}\n" for text in lines for line in text.splitlines() or [""])


def _section(section: Section, table: _Sized | None, colon: str, width: int) -> Iterator[str]:
    if section.title:
        yield section.title
    if section.lines:
        yield pairs(section.lines)
    if section.lines and table is not None:
        yield ""
    if table is not None:
        yield from _rows(table, width)
    yield from below_table(section, colon)


def _sized(table: Table) -> _Sized:
    rows = tuple(line for row in table.rows for line in _lines(row))
    heads = (column.head for column in table.columns)
    return _Sized(table, [max(map(cells, texts)) for texts in zip(heads, *rows, strict=True)])


def _lines(row: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines that a row takes: several where a text of it has several."""
    if any("\n" in text for text in row):
        yield from zip_longest(*(text.splitlines() for text in row), fillvalue="")
    else:
        yield row


def _rows(sized: _Sized, width: int) -> Iterator[str]:
    """The head, a rule and the rows, with a bar beside each where the table has any."""
    table, widths = sized
    if not table.columns:
        yield ""
        return
    drawn = [drawing(bar, bar_cells(width, sized.width)) for bar in table.bars]
    yield _line([column.head for column in table.columns], table.columns, widths)
    yield "─" * (sized.width + (GAP + max(map(len, drawn)) if drawn else 0))
    for row, bar in zip_longest(table.rows, drawn, fillvalue=""):
        first, *more = (_line(texts, table.columns, widths) for texts in _lines(row))
        yield f"{first}{' ' * GAP}{bar}"
        yield from more


def _line(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    """Texts under their heads: words to the left, numbers to the right."""
    placed = []
    for text, column, width in zip(texts, columns, widths, strict=True):
        space = " " * (width - cells(text))
        placed.append(text + space if column.words else space + text)
    return (" " * GAP).join(placed)
