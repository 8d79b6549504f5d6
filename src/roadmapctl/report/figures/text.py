"""Figures on a terminal: aligned columns, bars."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roadmapctl.report.figures import Figures, Section, Table
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
        _print_lines(pairs(section.lines).splitlines(), console)
    if section.lines and section.table is not None:
        console.print()
    if section.table is not None:
        _print_table(section.table.filled(), console)
    _print_lines(below_table(section, colon), console, "dim" if section.notes else "")


def _print_lines(lines: Iterable[str], console: "Console", style: str = "") -> None:
    from rich.text import Text

    from roadmapctl.report.figures.breaks import broken

    for line in lines:
        for part in broken(line, console.width):
            console.print(Text(part, style=style))


def _print_table(table: Table, console: "Console") -> None:
    """Side by side where there is room for the numbers and some of the words, else row under row."""
    if sum(_least(table)) + GAP * (len(table.columns) - 1) > console.width:
        for line in _stacked(table):
            console.print(line)
        return
    room = bar_cells(console.width, console.measure(_laid_out(table)).maximum)
    console.print(_laid_out(table, room))


def _least(table: Table) -> list[int]:
    """The cells that each column needs: a number all of its digits, words a part of theirs."""
    widest = [max(map(cells, texts)) for texts in zip([c.head for c in table.columns], *table.rows, strict=True)]
    return [min(width, SOME_WORDS) if c.words else width for c, width in zip(table.columns, widest, strict=True)]


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


def _laid_out(table: Table, bar: int = 0) -> "RichTable":
    """The table, with bars of `bar` cells beside its rows."""
    from rich import box
    from rich.table import Table as RichTable

    table = table.filled()
    laid_out = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, least in zip(table.columns, _least(table), strict=True):
        laid_out.add_column(
            _text(column.head),
            justify="left" if column.words else "right",
            overflow="fold",
            no_wrap=not column.words,
            min_width=least,
        )
    drawn = [_text(drawing(one, bar), "cyan") for one in table.bars] if bar else []
    if drawn:
        laid_out.add_column("", no_wrap=True)
    for number, row in enumerate(table.rows):
        laid_out.add_row(*map(_text, row), *drawn[number : number + 1])
    return laid_out


def _text(text: str, style: str = "") -> "Text":
    from roadmapctl.report.figures.prose import Prose

    return Prose(text, style=style)
