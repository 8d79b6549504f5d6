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
        room = console.width - console.measure(_laid_out(section.table)).maximum - GAP
        console.print(_laid_out(section.table, min(max(room, FEWEST_CELLS), BAR_CELLS)))
    for line in _lines(section._replace(lines=()), colon):
        console.print(Text(line, style="dim" if section.notes else ""))


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
    for column in table.columns:
        laid_out.add_column(
            _text(column.head),
            justify="left" if column.words else "right",
            overflow="fold",
            no_wrap=not column.words,
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
