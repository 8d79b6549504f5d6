"""The funnel on a terminal: a table with bars."""

import io
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.report.funnel.view import FunnelView, Line

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

BAR_CELLS = 20
FEWEST_CELLS = 4
GAP = 3
EIGHTHS = " ▏▎▍▌▋▊▉█"
PIPED_WIDTH = 100


def funnel_text(view: FunnelView, *, width: int | None, colour: bool) -> str:
    """The view as text. `width` is the terminal's; without one the tables take what they need."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width or PIPED_WIDTH, 40),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Text(view.title, style="bold"))
    console.print(Text(_pairs(view.header)))
    console.print()
    room = console.width - console.measure(_stage_table(view)).maximum - GAP
    console.print(_stage_table(view, min(max(room, FEWEST_CELLS), BAR_CELLS)))
    if view.sources:
        console.print()
        console.print(_source_table(view))
    if view.costs:
        console.print()
        console.print(Text(_pairs(view.costs)))
    console.print()
    for note in view.notes:
        console.print(Text(note, style="dim"))
    if view.steps:
        console.print()
        console.print(Text(view.labels["steps"], style="bold"))
        for position, step in enumerate(view.steps, 1):
            console.print(Text(f"{position:3}. {step.label}{view.labels['colon']}{step.value}"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _pairs(lines: Iterable[Line]) -> str:
    from rich.cells import cell_len

    rows = list(lines)
    widest = max(cell_len(row.label) for row in rows)
    return "\n".join(f"{row.label}{' ' * (widest - cell_len(row.label))}  {row.value}" for row in rows)


def _stage_table(view: FunnelView, cells: int = 0) -> "Table":
    """The stages, with bars of so many cells beside them."""
    columns = ("stage", "rate", "need", "in_hand", "new", "by")
    kept = [c for c in columns if c in ("stage", "need") or any(_cell(row, c) for row in view.stages)]
    table = _table(view, kept)
    if cells:
        table.add_column("", no_wrap=True)
    for row in view.stages:
        bars = [_text(bar(row.part, cells), "cyan")] if cells else []
        table.add_row(*(_text(_cell(row, c)) for c in kept), *bars)
    return table


def _source_table(view: FunnelView) -> "Table":
    columns = ("source", "feeds", "share", "units", "events", "cost")
    kept = [c for c in columns if any(_cell(row, c) for row in view.sources)]
    table = _table(view, kept)
    for row in view.sources:
        table.add_row(*(_text(_cell(row, c)) for c in kept))
    return table


def _table(view: FunnelView, columns: Iterable[str]) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        words = column in ("stage", "source", "feeds")
        table.add_column(
            _text(view.labels[column]), justify="left" if words else "right", overflow="fold", no_wrap=not words
        )
    return table


def _cell(row: object, column: str) -> str:
    return str(getattr(row, "name" if column in ("stage", "source") else column))


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text, style=style)


def bar(part: Fraction, cells: int = BAR_CELLS) -> str:
    """A bar for a part of the largest value, in eighths of a cell; at least an eighth for anything above nothing."""
    eighths = max(round(part * cells * 8), 1 if part else 0)
    full, rest = divmod(eighths, 8)
    return EIGHTHS[8] * full + (EIGHTHS[rest] if rest else "")
