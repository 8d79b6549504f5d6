"""Figures on a terminal: aligned columns, bars."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roadmapctl.report.figures import Bar, Figures, Line, Section, Table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

BAR_CELLS = 20
FEWEST_CELLS = 4
SOME_WORDS = 14
"""Cells that a column of words has at least, so that it can still be read."""
GAP = 3
EIGHTHS = " ▏▎▍▌▋▊▉█"
FULL = EIGHTHS[8]
PIPED_WIDTH = 100
ENDLESS = 100_000


def as_text(figures: Figures, *, width: int | None, colour: bool) -> str:
    """The figures as text. `width` is the terminal's; without one the tables take what they need."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width or _piped_width(figures), 40),
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


def _piped_width(figures: Figures) -> int:
    """Enough for the widest line: a file has no edge at which to fold."""
    from rich.cells import cell_len
    from rich.console import Console

    console = Console(file=io.StringIO(), width=ENDLESS)
    tables = (_laid_out(section.table) for section in figures.sections if section.table is not None)
    lines = (line for section in figures.sections for line in _lines(section, figures.colon))
    return max(PIPED_WIDTH, *(console.measure(table).maximum for table in tables), *map(cell_len, lines))


def _lines(section: Section, colon: str) -> Iterator[str]:
    """The lines of a section that stand outside its table."""
    if section.lines:
        yield from _pairs(section.lines).splitlines()
    yield from section.notes
    for position, step in enumerate(section.steps, 1):
        yield f"{position:3}. {step.label}{colon}{step.value}"


def _print(section: Section, console: "Console", colon: str) -> None:
    from rich.text import Text

    if section.title:
        console.print(Text(section.title, style="bold"))
    if section.lines:
        console.print(Text(_pairs(section.lines)))
    if section.lines and section.table is not None:
        console.print()
    if section.table is not None:
        _print_table(section.table.filled(), console)
    for line in _lines(section._replace(lines=()), colon):
        console.print(Text(line, style="dim" if section.notes else ""))


def _print_table(table: Table, console: "Console") -> None:
    """Side by side where there is room for the numbers and some of the words, else row under row."""
    if sum(_least(table)) + GAP * (len(table.columns) - 1) > console.width:
        for line in _stacked(table):
            console.print(line)
        return
    room = console.width - console.measure(_laid_out(table)).maximum - GAP
    console.print(_laid_out(table, min(max(room, FEWEST_CELLS), BAR_CELLS)))


def _least(table: Table) -> list[int]:
    """The cells that each column needs: a number all of its digits, words a part of theirs."""
    from rich.cells import cell_len

    widest = [max(map(cell_len, texts)) for texts in zip([c.head for c in table.columns], *table.rows, strict=True)]
    return [min(width, SOME_WORDS) if c.words else width for c, width in zip(table.columns, widest, strict=True)]


def _stacked(table: Table) -> "Iterator[Text]":
    """Each row as its first text and, under it, a line for every other cell that holds something."""
    from rich.cells import cell_len

    heads = [column.head for column in table.columns[1:]]
    widest = max(map(cell_len, heads), default=0)
    for first, *others in table.rows:
        if first:
            yield _text(first, "bold")
        for head, cell in zip(heads, others, strict=True):
            if cell:
                yield _text(f"  {head}{' ' * (widest - cell_len(head))}  {cell}")


def _pairs(lines: Iterable[Line]) -> str:
    from rich.cells import cell_len

    rows = list(lines)
    widest = max(cell_len(row.label) for row in rows)
    return "\n".join(f"{row.label}{' ' * (widest - cell_len(row.label))}  {row.value}" for row in rows)


def _laid_out(table: Table, cells: int = 0) -> "RichTable":
    """The table, with bars of so many cells beside its rows."""
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
    drawn = [_text(drawing(bar, cells), "cyan") for bar in table.bars] if cells else []
    if drawn:
        laid_out.add_column("", no_wrap=True)
    for number, row in enumerate(table.rows):
        laid_out.add_row(*map(_text, row), *drawn[number : number + 1])
    return laid_out


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text, style=style)


def drawing(bar: Bar, cells: int = BAR_CELLS) -> str:
    """A bar in eighths of a cell; at least an eighth for anything above nothing. One that begins later has whole cells."""
    if not bar.start:
        eighths = max(round(bar.end * cells * 8), 1 if bar.end else 0)
        full, rest = divmod(eighths, 8)
        return FULL * full + (EIGHTHS[rest] if rest else "")
    start, end = round(bar.start * cells), round(bar.end * cells)
    return " " * start + FULL * max(end - start, 1)
