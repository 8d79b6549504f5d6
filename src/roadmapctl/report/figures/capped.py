"""Figures of which no part is longer than people read: what is left out is counted, and JSON has it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from roadmapctl.i18n.text import filled
from roadmapctl.report.figures import Bar, Figures, Section, Table

MOST_ROWS = 200  # one more is shown: a line that says that one is left out would take its place
MOST_COLUMNS = 60
"""A year of weeks, with what stands before and after them."""
MOST_NOTES = 50
GAP = "…"

Part = TypeVar("Part")


def capped(figures: Figures) -> Figures:
    """The figures as people are shown them, with where to find the rest."""
    if not any(map(_is_long, figures.sections)):
        return figures
    from roadmapctl.i18n.labels import labels  # few are

    words = labels(figures.language)
    return figures._replace(
        sections=tuple(capped_section(section, words, words["elsewhere"]) for section in figures.sections)
    )


def capped_section(section: Section, labels: Mapping[str, str], elsewhere: str = "") -> Section:
    """Its first rows, columns and notes, and the last row and column, which may be totals; in notes how many are not shown."""
    if not _is_long(section):
        return section

    def said(what: str, number: int) -> tuple[str, ...]:
        return (filled(labels[what], {"number": f"{number:,}", "elsewhere": elsewhere}),) if number > 1 else ()

    table, notes = section.table, section.notes
    rows = 0 if table is None else len(table.rows) - MOST_ROWS
    columns = 0 if table is None else len(table.columns) - MOST_COLUMNS
    return section._replace(
        table=table and _table(table),
        notes=(
            *said("rows_left_out", rows),
            *said("columns_left_out", columns),
            *(notes[:MOST_NOTES] if len(notes) > MOST_NOTES + 1 else notes),
            *said("notes_left_out", len(notes) - MOST_NOTES),
        ),
    )


def _is_long(section: Section) -> bool:
    table = section.table
    long_table = table is not None and (len(table.rows) > MOST_ROWS + 1 or len(table.columns) > MOST_COLUMNS + 1)
    return long_table or len(section.notes) > MOST_NOTES + 1


def _table(table: Table) -> Table:
    columns = _within(table.columns, MOST_COLUMNS)
    none = (GAP,) + ("",) * (len(columns) - 1)
    rows = tuple(_within(row, MOST_COLUMNS) for row in table.rows)
    return Table(columns, _within(rows, MOST_ROWS, none), _within(table.bars, MOST_ROWS, Bar(Fraction(0), Fraction(0))))


def _within(parts: Sequence[Part], most: int, *gap: Part) -> tuple[Part, ...]:
    return tuple(parts) if len(parts) <= most + 1 else (*parts[: most - 1], *gap, parts[-1])
