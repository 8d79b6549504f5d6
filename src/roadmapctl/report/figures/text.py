"""Figures on a terminal: aligned columns, bars."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from roadmapctl.report.figures import Figures, Line, Section, Table
from roadmapctl.report.figures.lines import GAP, bar_cells, below_table, cells, drawing, pairs
from roadmapctl.report.figures.piped import WIDTH as PIPED_WIDTH
from roadmapctl.report.figures.piped import as_piped_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

SOME_WORDS = 14
"""Cells that a column of words has at least, so that it can still be read."""
NARROWEST = 40


def as_text(figures: Figures, *, width: int | None, colour: bool) -> str:
    """The figures as text. `width` is the terminal's; without one the tables take what they need."""
    if width is None and not colour:
        return as_piped_text(figures)
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width or PIPED_WIDTH, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Text(figures.title, style="bold"))
    for number, section in enumerate(figures.sections):
        if number:
            console.print()
        _print(section, console, figures.colon)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _print(section: Section, console: "Console", colon: str) -> None:
    from rich.text import Text

    if section.title:
        console.print(Text(section.title, style="bold"))
    if section.lines:
        _print_pairs(section.lines, console)
    if section.lines and section.table is not None:
        console.print()
    if section.table is not None:
        _print_table(section.table.filled(), console)
    _print_lines(below_table(section, colon), console, "dim" if section.notes else "")


def _print_pairs(lines: Iterable[Line], console: "Console") -> None:
    """Labels and their values; where a value takes several lines, they stand under each other."""
    rows = list(lines)
    beside = max(cells(row.label) for row in rows) + 2
    if console.width - beside < SOME_WORDS:
        _print_lines(pairs(rows).splitlines(), console)
        return
    for row in rows:
        said = _text(row.text).wrap(console, console.width - beside)
        for at, part in enumerate(said):
            label = row.label if not at else ""
            console.print(_text(f"{label}{' ' * (beside - cells(label))}{part.plain.rstrip(' ')}"), no_wrap=True)


def _print_lines(lines: Iterable[str], console: "Console", style: str = "") -> None:
    from rich.text import Text

    from roadmapctl.report.figures.breaks import broken

    for line in lines:
        for part in broken(line, console.width):
            console.print(Text(part, style=style))


def _print_table(table: Table, console: "Console") -> None:
    """Side by side where there is room for the numbers and some of the words, else row under row."""
    widest = [max(map(cells, texts)) for texts in zip([c.head for c in table.columns], *table.rows, strict=True)]
    least = [min(width, SOME_WORDS) if c.words else width for c, width in zip(table.columns, widest, strict=True)]
    between = GAP * (len(widest) - 1)
    room = console.width - between - sum(least)
    if room < 0:
        for line in _stacked(table):
            console.print(line)
        return
    bar = bar_cells(console.width, sum(widest) + between) if table.bars else 0
    bar = bar if bar + GAP <= room else 0
    widths = _within(console.width - between - (bar + GAP if bar else 0), widest, least)
    console.print(_laid_out(table, widths, bar))


def _within(room: int, widest: list[int], least: list[int]) -> list[int]:
    """The width of each column within so many cells: of the `widest` the longest gives way first, down to its `least`."""
    widths = list(widest)
    for _ in range(sum(widths) - room):
        gives = max((at for at, width in enumerate(widths) if width > least[at]), key=widths.__getitem__)
        widths[gives] -= 1
    return widths


def _stacked(table: Table) -> "Iterator[Text]":
    """Each row as its first text and, under it, a line for every other cell that holds something."""
    heads = [column.head for column in table.columns[1:]]
    widest = max(map(cells, heads), default=0)
    for first, *others in table.rows:
        if first:
            yield _text(first, "bold")
        for head, cell in zip(heads, others, strict=True):
            if cell:
                yield _text(f"  {head}{' ' * (widest - cells(head))}  {cell}")


def _laid_out(table: Table, widths: list[int], bar: int) -> "RichTable":
    """The table, its columns of these widths, with bars of `bar` cells beside its rows."""
    from rich import box
    from rich.table import Table as RichTable

    laid_out = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, width in zip(table.columns, widths, strict=True):
        side: Literal["left", "right"] = "left" if column.words else "right"
        laid_out.add_column(_text(column.head), justify=side, overflow="fold", no_wrap=not column.words, width=width)
    drawn = [_text(drawing(one, bar), "cyan") for one in table.bars] if bar else []
    if drawn:
        laid_out.add_column("", no_wrap=True)
    for number, row in enumerate(table.rows):
        laid_out.add_row(*map(_text, row), *drawn[number : number + 1])
    return laid_out


def _text(text: str, style: str = "") -> "Text":
    from roadmapctl.report.figures.prose import Prose

    return Prose(text, style=style)
