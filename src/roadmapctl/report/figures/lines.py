"""What figures in text have in common, on a terminal and in a file: labels under each other, notes, steps, bars."""

from collections.abc import Iterable, Iterator

from roadmapctl.report.figures import Bar, Line, Section

GAP = 3
"""Cells between two columns."""
BAR_CELLS = 20
FEWEST_CELLS = 4
"""Cells of a bar that fills its column: as many as there are room for, between these."""
EIGHTHS = " ▏▎▍▌▋▊▉█"
FULL = EIGHTHS[8]


def cells(text: str) -> int:
    """How many cells of a terminal a text takes; Chinese takes two a character."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def outside_table(section: Section, colon: str) -> Iterator[str]:
    """The lines of a section that stand outside its table: its labels, then its notes and steps."""
    if section.lines:
        yield from pairs(section.lines).splitlines()
    yield from below_table(section, colon)


def below_table(section: Section, colon: str) -> Iterator[str]:
    """The notes and the numbered steps of a section."""
    yield from section.notes
    for position, step in enumerate(section.steps, 1):
        yield f"{position:3}. {step.label}{colon}{step.value}"


def pairs(lines: Iterable[Line]) -> str:
    """Labels and their values, the values under each other."""
    rows = list(lines)
    widest = max(cells(row.label) for row in rows)
    return "\n".join(f"{row.label}{' ' * (widest - cells(row.label))}  {row.text}" for row in rows)


def bar_cells(width: int, table: int) -> int:
    """The cells that a bar may fill beside a table, both widths in cells."""
    return min(max(width - table - GAP, FEWEST_CELLS), BAR_CELLS)


def drawing(bar: Bar, cells: int = BAR_CELLS) -> str:
    """A bar in eighths of a cell; at least an eighth for anything above nothing. One that begins later has whole cells."""
    if not bar.start:
        eighths = max(round(bar.end * cells * 8), 1 if bar.end else 0)
        full, rest = divmod(eighths, 8)
        return FULL * full + (EIGHTHS[rest] if rest else "")
    start, end = round(bar.start * cells), round(bar.end * cells)
    return " " * start + FULL * max(end - start, 1)
